"""Ten thousand deadlines as a command, start included, against the slow check of the tests.

``python -m tests.bench.bench_sla [--cases N] [--rounds N]``
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.oracle.cases import Json, generate_cases
from tests.oracle.slow_deadline import answer

ROOT = Path(__file__).parents[2]
BOUND_S = 3.0
COMPARED = 300
SEED = 5


def seconds_of_command(file: Path) -> float:
    """Answer a file of cases by the command; returns wall seconds."""
    begun = time.perf_counter()
    command = [sys.executable, "main.py", "sla", str(file)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def seconds_of_slow_check(cases: list[Json]) -> float:
    """Answer cases by stepping through time; returns wall seconds."""
    begun = time.perf_counter()
    for case in cases:
        answer(case)
    return time.perf_counter() - begun


def without_own_days(case: Json) -> Json:
    """Return a case on its calendar as it stands, which it then shares with many others."""
    return {key: case[key] for key in case if key not in ("local_dates", "exceptions")}


def run() -> int:
    """Measure and print; the status is always 0, the bound is printed beside the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    cases = generate_cases(chosen.cases, SEED)
    slow = seconds_of_slow_check(cases[:COMPARED]) * len(cases) / min(COMPARED, len(cases))
    mixes = {"own dates in most": cases, "shared calendars": [*map(without_own_days, cases)]}
    with tempfile.TemporaryDirectory() as folder:
        for name, mix in mixes.items():
            file = Path(folder, "cases.jsonl")
            file.write_text("".join(f"{json.dumps(case)}\n" for case in mix), encoding="utf-8")
            seconds_of_command(file)
            took = statistics.median(seconds_of_command(file) for _ in range(chosen.rounds))
            too_long = "" if took <= BOUND_S else "   MISSED"
            print(
                f"sla, {len(mix):,} cases, {name:<18} {took:6.2f} s (bound {BOUND_S:.0f} s), "
                f"{took / slow:.3f} of the slow check{too_long}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(run())
