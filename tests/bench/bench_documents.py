"""How fast papers are drawn, against one plain ReportLab table of the same rows.

``python -m tests.bench.bench_documents``
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from app.domain.clock import FixedClock, from_epoch
from app.domain.documents import DocumentKind
from app.services.consulting_statements import BatchLine
from app.services.desk import Desk
from app.services.maintenance import open_database, sqlite_url
from reports.catalog import draw
from tests.bench.gaps import Ticker, waited
from tests.desks import at
from tests.reports.paper_builders import SEAL, tickets
from tests.services.consulting_desk import bill_many, consultancy
from ui import lean_start
from ui.application import ARGUMENTS, build_context
from ui.jobs import Lane
from ui.settings import SettingsFile

PAGES_PER_SECOND, MEGABYTES, TEN_TIMES = 60.0, 60.0, 13.0
CLIENTS, GAP_MS = 60, 50.0
ROUNDS = 3


def _best(act: Callable[[], object]) -> float:
    spent = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        act()
        spent.append(time.perf_counter() - began)
    return min(spent)


def _pages(pdf: bytes) -> int:
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(None)
    document.load(buffer)
    count = document.pageCount()
    document.close()
    return count


def _plain(count: int) -> None:
    """Draw the same rows the plain way: one table of paragraphs."""
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    from reports.styles import SMALL

    rows = [
        [Paragraph(str(cell), SMALL) for cell in (t.number, t.summary, t.opened, t.due, t.ending)]
        for t in tickets(count).tickets
    ]
    SimpleDocTemplate(BytesIO()).build([Table(rows, [60, 180, 90, 90, 80])])


MEMORY = """
import resource
from tests.bench.bench_documents import draw, DocumentKind, SEAL, tickets
figures = tickets(1000)
draw(DocumentKind.TICKET_STATEMENT, tickets(1), SEAL)
base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
draw(DocumentKind.TICKET_STATEMENT, figures, SEAL)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) / 1024)
"""


def _batch(application: QApplication) -> tuple[int, float, float]:
    """Issue a month for sixty clients in the background, as the window does.

    Returns how many documents there are, seconds, and the longest gap of the window in ms.
    """
    with tempfile.TemporaryDirectory(prefix="bancada-bench-") as folder:
        clock = FixedClock(from_epoch(at("2026-03-02 09:00")))
        database = open_database(sqlite_url(Path(folder, "desk.db")), clock)
        at_work = consultancy(Desk(database, clock))
        bill_many(at_work, CLIENTS)
        owner = QObject()
        settings = SettingsFile(Path(folder, "settings.toml"))
        context = build_context(application, clock, settings, owner)
        lean_start.settle()  # as a window does once it stands
        issued: list[list[BatchLine]] = []
        ticker = Ticker()

        def issue() -> list[BatchLine]:
            return list(at_work.work.statements.issue_all(date(2026, 3, 1)))

        seconds = waited(
            lambda: context.jobs.submit(issue, issued.append, owner=owner, lane=Lane.WRITE), issued
        )
        context.jobs.close()
        at_work.work.close()
    return sum(line.document is not None for line in issued[0]), seconds, ticker.longest_ms


def main() -> int:
    """Measure; the exit status."""
    application = QApplication([*ARGUMENTS])
    batched, batch_seconds, gap = _batch(application)
    thousand, ten_thousand = tickets(1000), tickets(10_000)
    kind = DocumentKind.TICKET_STATEMENT
    pdf = draw(kind, thousand, SEAL)
    pages = _pages(pdf)
    seconds = _best(lambda: draw(kind, thousand, SEAL))
    plain = _best(lambda: _plain(1000))
    began = time.perf_counter()
    draw(kind, ten_thousand, SEAL)
    long_seconds = time.perf_counter() - began
    done = subprocess.run(
        [sys.executable, "-c", MEMORY], capture_output=True, text=True, check=True
    )
    tracemalloc.start()
    draw(kind, thousand, SEAL)
    traced = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    del application
    rate, factor = pages / seconds, long_seconds / seconds
    checks = (
        (
            f"1,000 tickets: {pages} pages in {seconds:.2f} s, {rate:.0f} pages/s (bound 60)",
            rate >= PAGES_PER_SECOND,
        ),
        (f"  {seconds / plain:.2f} of one plain table ({plain:.2f} s)", True),
        (
            f"  {float(done.stdout):.0f} MB more, {traced:.0f} MB of Python (bound 60)",
            float(done.stdout) <= MEGABYTES,
        ),
        (
            f"{batched} statements in the background: {batch_seconds:.2f} s, "
            f"longest gap of the window {gap:.0f} ms (bound 50)",
            batched == CLIENTS and gap <= GAP_MS,
        ),
        (f"10,000 tickets: {long_seconds:.2f} s, {factor:.1f} x (bound 13)", factor <= TEN_TIMES),
    )
    for text, is_met in checks:
        print(text if is_met else f"{text}  MISSED")
    return 0 if all(is_met for _text, is_met in checks) else 1


if __name__ == "__main__":
    raise SystemExit(main())
