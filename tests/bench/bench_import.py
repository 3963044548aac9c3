"""Bench (c): how fast a real log comes in, and what a start spends its time on.

The import is held against a bare `executemany` of the very rows it stored, search words included,
into the same tables; reading the log is timed apart. Then the imports of `main.py gui` and of
`main.py sla` are broken down. Run: `python -m tests.bench.bench_import [LOG]`.
"""

import argparse
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, sleep

from app.domain.clock import SystemClock
from app.services.desk import Desk
from app.services.importing import ImportingService, ImportSummary
from app.services.log_mapping import shipped_mapping
from app.services.maintenance import open_database, sqlite_url

ROOT = Path(__file__).parents[2]
LOG = ROOT.parent / "shared" / "data" / "helpdesk_log.csv.gz"
RATIO, WHOLE_SECONDS = 0.1, 5.0
TABLES = (
    "person", "client", "product", "source", "ticket", "ticket_text", "event", "event_text",
    "ticket_search", "open_ticket_search", "change_log",
)  # fmt: skip
"""What an import writes, in an order that suits the references."""
TOP = 15
QUIET_SECONDS, LONGEST_SECONDS = 2.0, 60.0
_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s+)(\S+)")
CASE = {
    "id": "c1",
    "calendar": "suporte-tecnico",
    "opened_at": "2026-11-20T17:00:00Z",
    "target": {"unit": "hours", "value": 10},
}


@dataclass(slots=True)
class ImportTimes:
    """One import: seconds of reading the log and of writing it, and what it came to."""

    read: float
    write: float
    summary: ImportSummary

    @property
    def whole(self) -> float:
        """Seconds from the file to the last commit."""
        return self.read + self.write


@dataclass(slots=True)
class Verdicts:
    """Whether every bound was met."""

    missed: list[str] = field(default_factory=list)

    def judge(self, what: str, text: str, *, kept: bool) -> None:
        """Print a figure beside its bound."""
        print(f"  {what:<34} {text}  {'met' if kept else 'MISSED'}")
        if not kept:
            self.missed.append(what)


def fresh_database(path: Path) -> Desk:
    """Return a desk on a new, seeded database."""
    return Desk(open_database(sqlite_url(path), SystemClock()), SystemClock())


def timed_import(log: Path, path: Path) -> ImportTimes:
    """Import the log into a fresh database."""
    desk = fresh_database(path)
    marks: dict[str, float] = {}

    def report(step: str, _done: int, _total: int) -> None:
        marks.setdefault(step, perf_counter())

    began = perf_counter()
    summary = ImportingService(desk).import_log(log, shipped_mapping(), until=None, report=report)
    ended = perf_counter()
    desk.close()
    return ImportTimes(marks["write"] - began, ended - marks["write"], summary)


def stored_rows(path: Path) -> dict[str, tuple[int, list[tuple]]]:
    """Return every row an import stored, with the number of columns, by table."""
    found = {}
    with sqlite3.connect(path) as connection:
        for table in TABLES:
            columns = "rowid, *" if table.endswith("_search") else "*"
            cursor = connection.execute(f"SELECT {columns} FROM {table}")
            found[table] = (len(cursor.description), cursor.fetchall())
    connection.close()
    return found


def timed_executemany(rows: dict[str, tuple[int, list[tuple]]], path: Path) -> float:
    """Write stored rows into a fresh database with nothing but the driver."""
    fresh_database(path).close()
    with sqlite3.connect(path, isolation_level=None) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        began = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for table, (width, own) in rows.items():
            into = f"{table} (rowid, words)" if table.endswith("_search") else table
            marks = ", ".join("?" * width)
            connection.executemany(f"INSERT INTO {into} VALUES ({marks})", own)
        connection.execute("COMMIT")
        seconds = perf_counter() - began
    connection.close()
    return seconds


def bench_import(log: Path, rounds: int, verdicts: Verdicts) -> None:
    """Time import and driver in turns; the best of each counts."""
    folder = Path(tempfile.mkdtemp(prefix="bancada-bench-"))
    try:
        imports, raw, rows = [], [], {}
        for number in range(rounds):
            path = folder / f"import-{number}.db"
            imports.append(timed_import(log, path))
            rows = stored_rows(path)
            raw.append(timed_executemany(rows, folder / f"raw-{number}.db"))
    finally:
        shutil.rmtree(folder)
    best = min(imports, key=lambda times: times.write)
    whole = min(imports, key=lambda times: times.whole)
    stored = sum(len(own) for _width, own in rows.values())
    summary = best.summary
    print(f"\n{log.name}: {summary.tickets:,} tickets, {summary.events:,} events, {stored:,} rows")
    print(f"  reading the log                    {min(t.read for t in imports):>7.2f} s")
    rate = f"{summary.events / best.write:,.0f} events/s"
    print(f"  computing and writing              {best.write:>7.2f} s  ({rate})")
    print(f"  bare executemany of the same rows  {min(raw):>7.2f} s")
    ratio = min(raw) / best.write
    verdicts.judge(
        "import rate / bare executemany", f"{ratio:.2f}, required {RATIO}", kept=ratio >= RATIO
    )
    verdicts.judge(
        "whole import",
        f"{whole.whole:.2f} s, required < {WHOLE_SECONDS:g} s",
        kept=whole.whole < WHOLE_SECONDS,
    )


@dataclass(frozen=True, slots=True)
class ImportCost:
    """A module's own import time and that of all it pulled in, in microseconds."""

    module: str
    own: int
    whole: int


def costs_in(lines: Sequence[str]) -> list[ImportCost]:
    """Read what ``-X importtime`` wrote."""
    found = (_LINE.match(line) for line in lines)
    return [ImportCost(m[4], int(m[1]), int(m[2])) for m in found if m is not None]


def costs_of_command(arguments: Sequence[str], given: str) -> tuple[list[ImportCost], float]:
    """Run a command to its end; returns its imports and its seconds without the tracing."""
    began = perf_counter()
    plain = [sys.executable, "main.py", *arguments]
    subprocess.run(plain, cwd=ROOT, input=given, capture_output=True, text=True, check=True)
    seconds = perf_counter() - began
    traced = [sys.executable, "-X", "importtime", "main.py", *arguments]
    done = subprocess.run(traced, cwd=ROOT, input=given, capture_output=True, text=True, check=True)
    return costs_in(done.stderr.splitlines()), seconds


def costs_of_window() -> list[ImportCost]:
    """Open the workbench on its demo and end it when it has stopped importing."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryDirectory(prefix="bancada-bench-") as home:
        folders = {f"XDG_{kind}_HOME": home for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
        window = subprocess.Popen(
            [sys.executable, "-X", "importtime", "main.py", "gui", "--demo"],
            cwd=ROOT,
            env=environment | folders | {"TMPDIR": home},
            stderr=subprocess.PIPE,
            text=True,
        )
        lines = _until_quiet(window)
        window.terminate()
        window.wait()
    return costs_in(lines)


def _until_quiet(window: subprocess.Popen[str]) -> list[str]:
    """Collect lines until none has come for a while."""
    lines: list[str] = []
    stream = window.stderr or ()
    threading.Thread(target=lambda: lines.extend(stream), daemon=True).start()
    began = changed = perf_counter()
    seen = 0
    while perf_counter() - changed < QUIET_SECONDS and perf_counter() - began < LONGEST_SECONDS:
        sleep(0.1)
        if len(lines) > seen or not lines:
            seen, changed = len(lines), perf_counter()
    return lines


def show(what: str, costs: Sequence[ImportCost]) -> None:
    """Print the dearest modules, and what each library costs in all."""
    total = sum(cost.own for cost in costs)
    print(f"\n{what}: {len(costs):,} modules, {total / 1000:,.0f} ms of imports (traced)")
    print(f"  {'own ms':>8} {'with all ms':>12}")
    for cost in sorted(costs, key=lambda cost: -cost.own)[:TOP]:
        print(f"  {cost.own / 1000:>8.1f} {cost.whole / 1000:>12.1f}  {cost.module}")
    by_library: Counter[str] = Counter()
    for cost in costs:
        by_library[cost.module.partition(".")[0]] += cost.own
    dearest = (f"{name} {own / 1000:.0f}" for name, own in by_library.most_common(8))
    print("  by library, ms: " + ", ".join(dearest))


def bench_start() -> None:
    """Break down what a start imports."""
    costs, seconds = costs_of_command(["sla"], f"{json.dumps(CASE)}\n")
    show(f"main.py sla, one case ({seconds * 1000:,.0f} ms in all)", costs)
    show("main.py gui --demo, until it rests", costs_of_window())


def main() -> int:
    """Measure and print; 1 with --strict when a bound is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("log", type=Path, nargs="?", default=LOG)
    parser.add_argument("--rounds", type=int, default=3, help="the best of so many rounds counts")
    parser.add_argument("--strict", action="store_true", help="a missed bound fails the run")
    options = parser.parse_args()
    verdicts = Verdicts()
    bench_import(options.log, options.rounds, verdicts)
    bench_start()
    print(f"\nbounds: {'MISSED: ' + ', '.join(verdicts.missed) if verdicts.missed else 'all met'}")
    return 1 if options.strict and verdicts.missed else 0


if __name__ == "__main__":
    sys.exit(main())
