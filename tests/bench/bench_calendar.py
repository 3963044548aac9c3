"""An edit of a calendar with 60,000 open of 1,000,000 tickets: what it would move, and saving it.

Against the plain way on the same file: reading every history, replaying it, and working out its
deadline under both calendars. ``python -m tests.bench.bench_calendar [--tickets N --open N]``
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.domain.calendar_editing import with_own_day, with_version
from app.domain.calendar_plan import CalendarPlan
from app.domain.clock import FixedClock, SystemClock, from_epoch, local_date
from app.domain.projection import project
from app.domain.team_calendar import DayException
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.automation import AutomationService
from app.services.calendar_editing import Kept, Reasons
from app.services.deadline_moves import DeadlineMoves
from app.services.desk import Desk
from app.services.maintenance import open_database, sqlite_url
from app.services.workspace import Workspace
from app.storage import events, open_clocks
from app.storage.database import Database
from tests.bench.bench_queue_data import database_for
from tests.bench.gaps import Ticker, waited
from ui.application import ARGUMENTS, build_context
from ui.jobs import Lane, Progress
from ui.settings import SettingsFile

TEAM = "suporte-tecnico"
PREVIEW_SECONDS, SAVE_SECONDS, GAP_MS = 2.0, 5.0, 60.0
SAMPLE = 2_000
"""So many histories stand for all of them in the baseline: all would take minutes."""


def _next_working_day(after: date) -> date:
    day = after + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    return day


def closed_day(plan: CalendarPlan, day: date) -> CalendarPlan:
    """Close one day."""
    return with_own_day(plan, DayException(day, (), "Luto oficial"))


def shorter_hours(plan: CalendarPlan, day: date) -> CalendarPlan:
    """Take the last window out of every day from one on."""
    version = plan.versions[-1]
    week = tuple(windows[:-1] for windows in version.week)
    return with_version(plan, replace(version, first_valid=day, week=week))


def after_their_steps(source: Path) -> Path:
    """Return a copy whose tickets have taken every step due, as those of a desk at work have."""
    path = source.with_name(f"{source.stem}-stepped.db")
    if path.exists():
        return path
    began, draft = time.perf_counter(), path.with_suffix(".new")
    shutil.copy(source, draft)
    database = open_database(sqlite_url(draft), SystemClock())
    desk = Desk(database, FixedClock(_moment_after(database)))
    steps = sum(1 for _step in AutomationService(desk).run())
    database.close()
    draft.replace(path)
    print(f"{path}: {steps} steps taken in {time.perf_counter() - began:.0f} s")
    return path


def _moment_after(database: Database) -> datetime:
    with database.read() as connection:
        query = "SELECT max(last_event_at) FROM ticket WHERE queue_group IS NOT NULL"
        return from_epoch(connection.exec_driver_sql(query).scalar_one() + 60)


class Bench:
    """One edit after another on copies of one file."""

    def __init__(self, application: QApplication, source: Path, folder: Path) -> None:
        """Measure on copies in a folder."""
        self._application = application
        self._source = source
        self._folder = folder
        self.has_failed = False

    def run(self, name: str, edit: Callable[[CalendarPlan, date], CalendarPlan]) -> None:
        """Try and save one edit, and say how long both took."""
        path = self._folder / "edited.db"
        shutil.copy(self._source, path)
        database = open_database(sqlite_url(path), SystemClock())
        clock = FixedClock(_moment_after(database))
        desk = Desk(database, clock)
        workspace = Workspace(desk)
        plan = workspace.calendar_editing.plan(TEAM)
        edited = edit(plan, _next_working_day(local_date(clock.now())))
        plain = self._plain_way(desk, edited)
        self._edit(name, workspace, edited, clock, plain)
        workspace.close()
        path.unlink()

    def _plain_way(self, desk: Desk, edited: CalendarPlan) -> float:
        """Return the seconds that replaying every open history of the team would take."""
        new = desk.book.with_calendar(edited.revision(), desk.book.edition + 1)
        with desk.database.read() as connection:
            numbers = [clock.number for clock in open_clocks.open_clocks(connection, TEAM)]
            chosen = numbers[:: max(len(numbers) // SAMPLE, 1)]
            began = time.perf_counter()
            for acts in events.histories_of(connection, chosen).values():
                history = replay(acts)
                for book in (desk.book, new):
                    project(sla_of(history, book.rules, book.calendar_of), book.automatic)
            spent = time.perf_counter() - began
        return spent * len(numbers) / len(chosen)

    def _edit(
        self,
        name: str,
        workspace: Workspace,
        edited: CalendarPlan,
        clock: FixedClock,
        plain: float,
    ) -> None:
        owner = QObject()
        context = build_context(
            self._application, clock, SettingsFile(self._folder / "settings.toml"), owner
        )
        ticker = Ticker()
        moves: list[DeadlineMoves] = []
        kept: list[Kept] = []

        def preview(progress: Progress) -> DeadlineMoves:
            return workspace.calendar_editing.preview(edited, progress.report)

        def keep(progress: Progress) -> Kept:
            return workspace.calendar_editing.keep(edited, Reasons("Bench"), progress.report)

        preview_s = waited(
            lambda: context.jobs.submit_long(preview, moves.append, owner=owner, lane=Lane.READ),
            moves,
        )
        save_s = waited(lambda: context.jobs.submit_long(keep, kept.append, owner=owner), kept)
        gap = ticker.longest_ms
        context.jobs.close()
        moved = len(moves[0].moved)
        print(f"{name}: {moves[0].looked_at} tickets of the team looked at, {moved} deadlines move")
        for what, seconds, bound in (
            ("preview", preview_s, PREVIEW_SECONDS),
            ("save", save_s, SAVE_SECONDS),
        ):
            ratio = f"{seconds / plain:.3f} of replaying all"
            text = f"  {what} {seconds:.2f} s (bound {bound:.0f}), {ratio}"
            self._mark(text, is_met=seconds <= bound)
        text = f"  longest gap of the window {gap:.0f} ms (bound {GAP_MS:.0f})"
        self._mark(text, is_met=gap <= GAP_MS)

    def _mark(self, text: str, *, is_met: bool) -> None:
        self.has_failed |= not is_met
        print(text if is_met else f"{text}  MISSED")


def main() -> int:
    """Measure both edits; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tickets", type=int, default=1_000_000)
    parser.add_argument("--open", type=int, default=60_000)
    default_folder = Path(tempfile.gettempdir(), "bancada-bench")
    parser.add_argument("--folder", type=Path, default=default_folder)
    options = parser.parse_args()
    source = after_their_steps(database_for(options.folder, options.tickets, options.open))
    application = QApplication([*ARGUMENTS])
    with tempfile.TemporaryDirectory(prefix="bancada-bench-") as folder:
        bench = Bench(application, source, Path(folder))
        bench.run("a day closed tomorrow", closed_day)
        bench.run("shorter hours from tomorrow on", shorter_hours)
    return 1 if bench.has_failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
