"""The queue with 60,000 open of 1,000,000 tickets, against Qt's own models on the same file.

Prints every figure with its named baseline from the same run and the bound asked for. Times are
medians in milliseconds. ``python -m tests.bench.bench_queue [--tickets N --open N --folder DIR]``
"""

from __future__ import annotations

import argparse
import os
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTableView, QWidget

import main
from app.domain.clock import SystemClock
from app.domain.queue_view import QueueFilter, Scope
from app.services.workspace import Workspace
from tests.bench import queue_baselines as baseline
from tests.bench.bench_queue_data import database_for
from ui.application import ARGUMENTS, build_context
from ui.composition import WindowContext
from ui.override import override
from ui.queue.page import QueuePage
from ui.queue.panel_place import PanelPlace
from ui.queue.views import SavedViews, ViewId
from ui.settings import SettingsFile

ROUNDS = 7
WORD = "boleto"
SUBJECT = "custo médio"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A figure beside its baseline and the bound."""

    name: str
    ours: float
    theirs: float
    bound: float

    @property
    def ratio(self) -> float:
        """Ours as a share of the baseline."""
        return self.ours / self.theirs


class PaintWatch(QObject):
    """Tells when a viewport has been painted."""

    def __init__(self, widget: QWidget) -> None:
        """Watch a widget."""
        super().__init__(widget)
        self.paints = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count paints, after they were done."""
        if event.type() == QEvent.Type.Paint:
            self.paints += 1
        return False


def until(condition: Callable[[], bool], seconds: float = 60.0) -> None:
    """Let the window live until something is so."""
    end = time.perf_counter() + seconds
    while not condition():
        QApplication.processEvents()
        if time.perf_counter() > end:
            raise SystemExit("the window did not answer in time")


def timed(act: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median milliseconds of an act."""
    spans = []
    for _round in range(rounds):
        start = time.perf_counter()
        act()
        spans.append(1000 * (time.perf_counter() - start))
    return statistics.median(spans)


def in_turn(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int = ROUNDS
) -> tuple[float, float]:
    """Return the median milliseconds of two acts, done in turn: the machine's speed drifts.

    Each is done once more before it is timed, so that neither pays for the other's caches.
    """
    spans: tuple[list[float], list[float]] = ([], [])
    for _round in range(rounds):
        for act, taken in zip((ours, theirs), spans, strict=True):
            act()
            start = time.perf_counter()
            act()
            taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(spans[0]), statistics.median(spans[1])


class OurQueue:
    """The real page on the big database."""

    def __init__(self, workspace: Workspace, context: WindowContext, folder: Path) -> None:
        """Show the page once, so that everything is warm."""
        place = PanelPlace(QWidget)
        self.page = QueuePage(workspace, context, place, SavedViews(folder / "views.toml"))
        place.hide()
        self.page.resize(1366, 660)
        self.page.show()
        self.watch = PaintWatch(self.page.table.viewport())
        until(lambda: self.is_painted and self.page._seat.is_known)

    @property
    def is_painted(self) -> bool:
        """Whether the rows on screen are there and were painted."""
        first, last = self.page.table.visible_rows()
        has_rows = self.page.model.line_at(first) and self.page.model.line_at(last)
        return bool(has_rows) and self.watch.paints > 0

    def painted_after(self, act: Callable[[], object]) -> None:
        """Do something that loads the list, and wait until its rows are painted."""
        loads: list[object] = []
        self.page._loader.loaded.connect(loads.append)
        self.watch.paints = 0
        act()
        until(lambda: bool(loads) and self.is_painted)
        self.page._loader.loaded.disconnect(loads.append)

    def show_all(self) -> None:
        """Show every open ticket from nothing."""
        self.page._shown = None
        self.painted_after(lambda: self.page.show_view(ViewId.ALL_OPEN))

    def refresh(self) -> None:
        """Read the list again."""
        self.painted_after(self.page._load)

    def filter_by(self, team: str) -> None:
        """Narrow the list to a team."""
        chosen = QueueFilter(teams=(team,) if team else ())
        self.page.filters.show_chosen(chosen)
        self.painted_after(self.page._load)


def paint(view: QTableView) -> None:
    """Paint a table now."""
    view.viewport().repaint()
    QApplication.processEvents()


def page_down(view: QTableView, settled: Callable[[], bool]) -> None:
    """Turn one page and wait for its painted rows."""
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + bar.pageStep())
    paint(view)
    until(settled)


def page_downs(ours: OurQueue, view: QTableView, pages: int = 40) -> tuple[float, float]:
    """Return the median milliseconds from a page down to painted rows, ours and theirs."""
    for table in (ours.page.table, view):
        table.verticalScrollBar().setValue(0)
    until(lambda: ours.is_painted)
    spans: tuple[list[float], list[float]] = ([], [])
    for _page in range(pages):
        paint(ours.page.table)
        start = time.perf_counter()
        page_down(ours.page.table, lambda: ours.is_painted)
        spans[0].append(1000 * (time.perf_counter() - start))
        paint(view)
        middle = time.perf_counter()
        page_down(view, lambda: True)
        spans[1].append(1000 * (time.perf_counter() - middle))
        # A key that is held down repeats thirty times a second.
        until(lambda begun=start: time.perf_counter() - begun > 1 / 30)
    return statistics.median(spans[0]), statistics.median(spans[1])


def longest_gap(act: Callable[[], None]) -> float:
    """Return the longest stretch in which the event loop did not turn, in milliseconds."""
    beats: list[float] = []
    timer = QTimer()
    timer.setInterval(0)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    beats.append(time.perf_counter())
    act()
    timer.stop()
    return 1000 * max(later - earlier for earlier, later in pairwise(beats))


def measure(path: Path, folder: Path) -> list[Verdict]:
    """Measure everything that is compared within this process."""
    sys.setswitchinterval(0.001)  # as the program does when it opens its window
    application = QApplication.instance() or QApplication([*ARGUMENTS])
    assert isinstance(application, QApplication)
    clock = SystemClock()
    context = build_context(application, clock, SettingsFile(folder / "settings.toml"))
    workspace = main.Composition().open_workspace(f"sqlite:///{path}", clock)
    ours = OurQueue(workspace, context, folder)
    table = baseline.table_model(path)
    table_view = baseline.plain_view()
    table_view.setModel(table)
    table_view.show()
    items = baseline.item_model(path)
    item_view = baseline.plain_view()
    item_view.setModel(items)
    item_view.show()
    verdicts = _loading(ours, table, table_view)
    verdicts += _looking(ours, items, item_view)
    verdicts += _searching(workspace, path)
    gap = longest_gap(ours.show_all)
    verdicts.append(Verdict("longest gap while loading, ms (bound 60 ms)", gap, 60.0, 1.0))
    workspace.close()
    context.jobs.close()
    return verdicts


def _loading(ours: OurQueue, table: object, view: QTableView) -> list[Verdict]:
    def load_table() -> None:
        baseline.fetch_whole(table)  # type: ignore[arg-type]
        paint(view)

    def refresh_table() -> None:
        view.selectRow(30)
        load_table()
        view.selectRow(30)

    load = Verdict("load and first paint | QSqlTableModel whole",
                   *in_turn(ours.show_all, load_table, 5), 1 / 3)  # fmt: skip
    ours.page.table.selectRow(30)
    refresh = Verdict("refresh, selection kept | QSqlTableModel",
                      *in_turn(ours.refresh, refresh_table, 5), 1 / 4)  # fmt: skip
    assert ours.page.table.current_ticket() is not None
    return [load, refresh]


def _looking(ours: OurQueue, items: object, view: QTableView) -> list[Verdict]:
    table, model = ours.page.table, ours.page.model
    baseline.widen_like(view, table)
    downs = Verdict("page down | QStandardItemModel", *page_downs(ours, view), 1.8)
    table.verticalScrollBar().setValue(0)
    until(lambda: ours.is_painted)
    seconds = [0]

    def tick() -> None:
        seconds[0] += 60
        model.tick(int(datetime.now(UTC).timestamp()) + seconds[0], *table.visible_rows())
        QApplication.processEvents()

    ticks = Verdict("tick | full repaint", *in_turn(tick, lambda: paint(table), 60), 1 / 5)
    proxy = baseline.proxy_on(items)  # type: ignore[arg-type]
    view.setModel(proxy)
    products = [items.item(0, 5).text(), ""]  # type: ignore[attr-defined]
    teams = ["cst", ""]

    def filter_proxy() -> None:
        baseline.filter_exactly(proxy, 5, products[0])
        paint(view)
        products.reverse()

    def filter_ours() -> None:
        ours.filter_by(teams[0])
        teams.reverse()

    filters = Verdict("filter to painted rows | proxy filter",
                      *in_turn(filter_ours, filter_proxy, 12), 1 / 5)  # fmt: skip
    ours.filter_by("")

    def select_all() -> None:
        table.selectAll()
        QApplication.processEvents()

    table.clearSelection()
    everything = timed(select_all, 1)
    table.clearSelection()
    return [downs, ticks, filters, Verdict("select all, ms (bound 40 ms)", everything, 40.0, 1.0)]


def _searching(workspace: Workspace, path: Path) -> list[Verdict]:
    rare = _words_of_one(path)
    queries = (("a rare pair of words", rare), ("a subject", SUBJECT), ("a common word", WORD))
    verdicts = []
    for scope, bound in ((Scope.OPEN, 1 / 4), (Scope.ALL, 1 / 40)):
        for name, query in queries:
            ours = partial(_found, workspace, scope, query)
            theirs = partial(baseline.like, path, query, open_only=scope is Scope.OPEN)
            title = f"search {scope.value}, {name} | LIKE on three columns"
            verdicts.append(Verdict(title, *in_turn(ours, theirs, 9), bound))
    return verdicts


def _found(workspace: Workspace, scope: Scope, query: str) -> int:
    return len(workspace.queue.numbers(QueueFilter(scope=scope, text=query)))


def _words_of_one(path: Path) -> str:
    """Return the two words of a summary that stand in few others."""
    with sqlite3.connect(path) as connection:
        query = "SELECT summary FROM ticket_text ORDER BY ticket_id DESC LIMIT 1"
        (summary,) = connection.execute(query).fetchone()
    return " ".join(str(summary).split()[-2:])


def resident_kb() -> int:
    """Return this process's resident memory."""
    with Path("/proc/self/statm").open(encoding="ascii") as figures:
        return int(figures.read().split()[1]) * resource.getpagesize() // 1024


def memory_of(kind: str, path: Path, folder: Path) -> None:
    """Print how many kB the list costs in a process of its own, rows and numbers loaded."""
    application = QApplication([*ARGUMENTS])
    if kind == "table":
        model, view = baseline.table_model(path), baseline.plain_view()
        before = resident_kb()
        view.setModel(model)
        view.show()
        baseline.fetch_whole(model)
        paint(view)
        print(resident_kb() - before)
        return
    clock = SystemClock()
    context = build_context(application, clock, SettingsFile(folder / "settings.toml"))
    workspace = main.Composition().open_workspace(f"sqlite:///{path}", clock)
    before = resident_kb()
    OurQueue(workspace, context, folder).show_all()
    print(resident_kb() - before, flush=True)
    context.jobs.close(workspace.close)


def memory(path: Path, folder: Path) -> Verdict:
    """Compare the memory of both lists, each in a fresh process."""
    figures = {}
    for kind in ("ours", "table"):
        command = [sys.executable, "-m", __spec__.name, "--memory", kind, "--database", str(path),
                   "--folder", str(folder)]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        figures[kind] = float(done.stdout.split()[-1])
    return Verdict("memory, kB | QSqlTableModel", figures["ours"], figures["table"], 1 / 2)


def report(verdicts: list[Verdict]) -> int:
    """Print the table; the status is 0 when every bound holds."""
    print(f"{'queue':<52}{'ours':>10}{'baseline':>12}{'ratio':>9}{'bound':>9}")
    for verdict in verdicts:
        mark = "" if verdict.ratio <= verdict.bound else "   MISSED"
        print(
            f"{verdict.name:<52}{verdict.ours:>10.2f}{verdict.theirs:>12.2f}"
            f"{verdict.ratio:>9.3f}{verdict.bound:>9.3f}{mark}"
        )
    return sum(verdict.ratio > verdict.bound for verdict in verdicts)


def run() -> int:
    """Make the database where it is missing, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--tickets", type=int, default=1_000_000)
    options.add_argument("--open", type=int, default=60_000)
    options.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir(), "bancada-bench")
    )
    options.add_argument("--database", type=Path)
    options.add_argument("--memory", choices=("ours", "table"))
    options.add_argument("--strict", action="store_true", help="fail when a bound is missed")
    chosen = options.parse_args()
    path = chosen.database or database_for(chosen.folder, chosen.tickets, chosen.open)
    if chosen.memory:
        memory_of(chosen.memory, path, chosen.folder)
        return 0
    missed = report([*measure(path, chosen.folder), memory(path, chosen.folder)])
    return 1 if missed and chosen.strict else 0


if __name__ == "__main__":
    sys.exit(run())
