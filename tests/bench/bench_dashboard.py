"""The dashboard over 1,000,000 tickets, against reading their rows and counting them here.

``python -m tests.bench.bench_dashboard [--tickets N --open N]``
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from app.domain.clock import FixedClock, SystemClock, from_epoch, local_date
from app.domain.dashboard import Dashboard
from app.services.deadline_papers import Period
from app.services.desk import Desk
from app.services.maintenance import open_database, sqlite_url
from app.services.workspace import Workspace
from app.storage.database import Database
from app.storage.tables import ticket
from tests.bench.bench_queue_data import database_for
from tests.bench.gaps import Ticker, waited
from ui.application import ARGUMENTS, build_context
from ui.jobs import Lane
from ui.settings import SettingsFile

SECONDS, GAP_MS = 2.0, 50.0
_SURVEYS = """
UPDATE ticket SET solved_at = closed_at - 86400, survey_sent_at = closed_at,
    survey_until = closed_at + 2678400, assignee_id = 1 + id % (SELECT max(id) FROM person),
    survey_score = CASE WHEN id % 3 = 0 THEN NULL ELSE 1 + id % 5 END
WHERE closed_at IS NOT NULL
"""
"""What the closed tickets of the bench lack for a dashboard: solutions, surveys, somebody."""


def with_surveys(source: Path) -> Path:
    """Return a copy whose closed tickets were solved by somebody, and surveyed."""
    path = source.with_name(f"{source.stem}-surveyed.db")
    if not path.exists():
        draft = path.with_suffix(".new")
        shutil.copy(source, draft)
        database = open_database(sqlite_url(draft), SystemClock())
        with database.write() as connection:
            connection.exec_driver_sql(_SURVEYS)
        database.close()
        draft.replace(path)
    return path


def _plain_way(database: Database, period: Period) -> float:
    """Return the seconds it takes to read the rows and count only what fell due and arrived."""
    columns = (ticket.c.team_id, ticket.c.severity, ticket.c.due_at, ticket.c.opened_at)
    span, due, arrived = period.span, Counter[tuple[int, int]](), Counter[int]()
    began = time.perf_counter()
    with database.read() as connection:
        for team, severity, due_at, opened_at in connection.execute(select(*columns)):
            if due_at is not None and span.start <= due_at < span.end:
                due[team, severity] += 1
            if span.start <= opened_at < span.end:
                arrived[opened_at // 3600] += 1
    return time.perf_counter() - began


def main() -> int:
    """Measure a month and a year; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tickets", type=int, default=1_000_000)
    parser.add_argument("--open", type=int, default=60_000)
    default_folder = Path(tempfile.gettempdir(), "bancada-bench")
    parser.add_argument("--folder", type=Path, default=default_folder)
    options = parser.parse_args()
    source = with_surveys(database_for(options.folder, options.tickets, options.open))
    application = QApplication([*ARGUMENTS])
    database = open_database(sqlite_url(source), SystemClock())
    with database.read() as connection:
        query = "SELECT max(last_event_at) FROM ticket"
        now = from_epoch(connection.exec_driver_sql(query).scalar_one())
    clock, has_failed = FixedClock(now), False
    workspace = Workspace(Desk(database, clock))
    with tempfile.TemporaryDirectory(prefix="bancada-bench-") as folder:
        context = build_context(
            application, clock, SettingsFile(Path(folder, "settings.toml")), owner := QObject()
        )
        for name, days in (("a month", 30), ("a year", 365)):
            last = local_date(now)
            period = Period(last - timedelta(days=days), last)
            plain, ticker = _plain_way(database, period), Ticker()
            shown: list[Dashboard] = []
            seconds = waited(
                lambda period=period, shown=shown: context.jobs.submit(  # type: ignore[misc]
                    lambda: workspace.dashboard.figures(period),
                    shown.append,
                    owner=owner,
                    lane=Lane.READ,
                ),
                shown,
            )
            is_met = seconds <= SECONDS and ticker.longest_ms <= GAP_MS
            has_failed |= not is_met
            print(
                f"{name}: {shown[0].fell_due.count} fell due, {shown[0].tally.sent} surveys, "
                f"{shown[0].open.count} open: {seconds:.2f} s (bound {SECONDS:.0f}), "
                f"{seconds / plain:.2f} of reading the rows; longest gap of the window "
                f"{ticker.longest_ms:.0f} ms (bound {GAP_MS:.0f}){'' if is_met else '  MISSED'}"
            )
        context.jobs.close()
    workspace.close()
    return 1 if has_failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
