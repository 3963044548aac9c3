"""Bench (a): working time of Suporte Técnico against the Python peers, in one run.

First every answer is compared with the slow check that steps through time; whoever answers wrongly
is named and takes no part in "fastest correct". Then the same calls are timed in turns, and the
ratios printed beside the bounds they must reach. Run: `python -m tests.bench.bench_working_time`.
"""

import argparse
import gc
import json
import random
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np

from app.domain.working_time import WorkingTime
from app.domain.working_time_batch import OPEN_END, SUSPENDED, BatchWorkingTime, PauseTable
from app.services.catalog import load_catalog
from tests.bench.working_time_peers import PEERS, Contestant
from tests.oracle.cases import generate_cases
from tests.oracle.slow_calendar import is_national_holiday
from tests.oracle.slow_deadline import answer

ROOT = Path(__file__).parents[2]
TEAM = "suporte-tecnico"
FIRST = int(datetime(2024, 1, 1, tzinfo=UTC).timestamp())
LAST = int(datetime(2027, 1, 1, tzinfo=UTC).timestamp())
AFTER_LAST = LAST + 366 * 86400  # deadlines and pauses of the last openings lie beyond
TARGET_HOURS = (10, 20, 30, 40)
BATCH = 20_000
OPEN_TICKETS = 60_000
DEADLINE, ELAPSED = "deadline", "elapsed"
OURS = "Bancada, batch"


@dataclass(frozen=True, slots=True)
class Sample:
    """Questions with their right answers: opened, hours or end, and the answer in seconds."""

    opened: list[int]
    hours: list[int]
    ends: list[int]
    due: list[int]
    elapsed: list[int]


@dataclass(slots=True)
class Verdicts:
    """What the run found: printed lines, and whether we were right and fast enough."""

    wrong: bool = False
    missed: bool = False

    def ratio(self, what: str, ours: float, theirs: tuple[str, float] | None, bound: float) -> None:
        """Print one ratio against the fastest correct peer beside its bound."""
        if theirs is None:
            print(f"  {what:<38} no correct peer")
            return
        reached = theirs[1] / ours
        self._line(
            f"  {what:<38} {reached:>9,.1f} x  required {bound:>7,.0f} x  ({theirs[0]})",
            kept=reached >= bound,
        )

    def limit(self, what: str, seconds: float, bound: float) -> None:
        """Print one duration beside its limit."""
        self._line(f"  {what:<38} {seconds:>9.3f} s  required < {bound:g} s", kept=seconds < bound)

    def _line(self, text: str, *, kept: bool) -> None:
        print(f"{text}  {'met' if kept else 'MISSED'}")
        self.missed |= not kept


def days_off() -> list[date]:
    """List the national holidays of all years a peer may look at."""
    day, last, found = date(2020, 1, 1), date(2040, 1, 1), []
    while day < last:
        if is_national_holiday(day):
            found.append(day)
        day += timedelta(days=1)
    return found


def slow_answer(opened: int, hours: int, now: int, pauses: Sequence[Any] = ()) -> dict[str, Any]:
    """Ask the slow check, in epoch seconds."""
    return answer(
        {
            "id": None,
            "calendar": TEAM,
            "opened_at": _spelled(opened),
            "target": {"unit": "hours", "value": hours},
            "pauses": [[_spelled(a), None if b is None else _spelled(b)] for a, b in pauses],
            "now": _spelled(now),
        }
    )


def _spelled(epoch: int) -> str:
    return datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _epoch(text: object) -> int:
    return int(datetime.fromisoformat(str(text)).timestamp())


def make_sample(count: int, dice: random.Random) -> Sample:
    """Make questions, a third of them on whole hours so that closings are hit exactly."""
    sample = Sample([], [], [], [], [])
    for number in range(count):
        opened = dice.randrange(FIRST, LAST)
        if number % 3 == 0:
            opened -= opened % 3600
        end = opened + dice.randrange(20 * 86400)
        hours = dice.choice(TARGET_HOURS)
        right = slow_answer(opened, hours, end)
        sample.opened.append(opened)
        sample.hours.append(hours)
        sample.ends.append(end)
        sample.due.append(_epoch(right["due_at"]))
        sample.elapsed.append(right["elapsed_seconds"])
    return sample


def ours(working_time: WorkingTime) -> tuple[Contestant, Contestant]:
    """Enter ourselves twice: integers in and out, and aware datetimes in and out."""
    integers = Contestant(
        name="Bancada, integers",
        deadline=working_time.instant_after,
        elapsed=working_time.seconds_between,
        moment=int,
        budget=lambda hours: hours * 3600,
    )
    datetimes = Contestant(
        name="Bancada, datetimes",
        deadline=working_time.deadline,
        elapsed=working_time.seconds_between_instants,
        moment=lambda epoch: datetime.fromtimestamp(epoch, UTC),
        budget=lambda hours: hours * 3600,
        epoch_of=lambda instant: int(instant.timestamp()),
    )
    return integers, datetimes


def wrong_answers(contestant: Contestant, kind: str, sample: Sample) -> int | None:
    """Count the wrong answers of one call; none when the contestant does not have it."""
    call, firsts, seconds = prepared(contestant, kind, sample)
    if call is None:
        return None
    back = contestant.epoch_of if kind == DEADLINE else contestant.seconds_of
    right = sample.due if kind == DEADLINE else sample.elapsed
    wrong = 0
    for first, second, expected in zip(firsts, seconds, right, strict=True):
        try:
            wrong += back(call(first, second)) != expected
        except Exception as error:  # noqa: BLE001 - a peer may fail in any way; that is wrong too
            print(f"    {contestant.name}: {type(error).__name__}: {error}")
            wrong += 1
    return wrong


def prepared(
    contestant: Contestant, kind: str, sample: Sample
) -> tuple[Callable[[Any, Any], Any] | None, list[Any], list[Any]]:
    """Turn the questions into the contestant's own types, outside of any timing."""
    moments = [contestant.moment(epoch) for epoch in sample.opened]
    if kind == DEADLINE:
        return contestant.deadline, moments, [contestant.budget(hours) for hours in sample.hours]
    return contestant.elapsed, moments, [contestant.moment(epoch) for epoch in sample.ends]


def compare(contestants: Sequence[Contestant], sample: Sample) -> dict[str, list[Contestant]]:
    """Print who answers how many questions wrongly; return who is right, by kind of call."""
    right: dict[str, list[Contestant]] = {DEADLINE: [], ELAPSED: []}
    for kind, correct in right.items():
        print(f"\nAnswers, {kind}: {len(sample.opened)} questions against the slow check")
        for contestant in contestants:
            wrong = wrong_answers(contestant, kind, sample)
            if wrong == 0:
                correct.append(contestant)
            word = {None: "has no such call", 0: "all right"}.get(wrong, f"{wrong} WRONG, left out")
            print(f"  {contestant.name:<28} {word}")
    return right


def best_seconds(calls: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Time the calls in turns and keep the best of each, so that noise falls on all alike."""
    best = dict.fromkeys(calls, float("inf"))
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, call in calls.items():
                began = perf_counter()
                call()
                best[name] = min(best[name], perf_counter() - began)
    finally:
        gc.enable()
    return best


def in_a_row(contestant: Contestant, kind: str, sample: Sample) -> Callable[[], object]:
    """Return a run over all questions, one call each."""
    call, firsts, seconds = prepared(contestant, kind, sample)
    if call is None:
        raise ValueError(f"{contestant.name} has no {kind}")

    def run() -> None:
        for first, second in zip(firsts, seconds, strict=True):
            call(first, second)

    return run


def first_of(times: dict[str, float], peers: Sequence[str]) -> tuple[str, float] | None:
    """Return the fastest of the peers and its time."""
    return min(((name, times[name]) for name in peers), key=lambda item: item[1], default=None)


def bench_single(
    mine: tuple[Contestant, Contestant],
    right: dict[str, list[Contestant]],
    sample: Sample,
    verdicts: Verdicts,
    rounds: int,
) -> dict[str, Contestant]:
    """Time one call at a time; return the fastest correct peer by kind of call."""
    bounds = {DEADLINE: (14, 7), ELAPSED: (35, None)}
    fastest: dict[str, Contestant] = {}
    for kind, (for_integers, for_datetimes) in bounds.items():
        runs = {one.name: in_a_row(one, kind, sample) for one in right[kind]}
        times = best_seconds(runs, rounds)
        print(f"\nSingle {kind}, microseconds a call")
        for name, seconds in sorted(times.items(), key=lambda item: item[1]):
            print(f"  {name:<28} {seconds / len(sample.opened) * 1e6:>10.3f}")
        peers = {one.name: one for one in right[kind] if one not in mine}
        peer = first_of(times, list(peers))
        if peer is not None:
            fastest[kind] = peers[peer[0]]
        if mine[0].name in times:
            verdicts.ratio(f"{kind}, integers", times[mine[0].name], peer, for_integers)
        if for_datetimes is not None and mine[1].name in times:
            verdicts.ratio(f"{kind}, datetimes", times[mine[1].name], peer, for_datetimes)
    return fastest


def batch_sample(working_time: WorkingTime, dice: random.Random) -> Sample:
    """Make 20,000 other questions; our single calls, just held against the slow check, answer."""
    opened = [dice.randrange(FIRST, LAST) for _ in range(BATCH)]
    hours = dice.choices(TARGET_HOURS, k=BATCH)
    ends = [start + dice.randrange(20 * 86400) for start in opened]
    return Sample(
        opened=opened,
        hours=hours,
        ends=ends,
        due=[working_time.instant_after(a, h * 3600) for a, h in zip(opened, hours, strict=True)],
        elapsed=[working_time.seconds_between(a, b) for a, b in zip(opened, ends, strict=True)],
    )


def bench_batch(
    working_time: WorkingTime,
    right: dict[str, list[Contestant]],
    fastest: dict[str, Contestant],
    big: Sample,
    verdicts: Verdicts,
    rounds: int,
) -> None:
    """Time 20,000 questions at once: batch calls, and the fastest single peer one by one."""
    batch = BatchWorkingTime(working_time, FIRST, AFTER_LAST)
    opened = np.array(big.opened, dtype=np.int64)
    budgets = np.array(big.hours, dtype=np.int64) * 3600
    ends = np.array(big.ends, dtype=np.int64)
    verdicts.wrong |= not np.array_equal(batch.instants_after(opened, budgets), big.due)
    verdicts.wrong |= not np.array_equal(batch.seconds_between(opened, ends), big.elapsed)
    our_calls: dict[str, tuple[Callable[[], object], float]] = {
        DEADLINE: (lambda: batch.instants_after(opened, budgets), 600),
        ELAPSED: (lambda: batch.seconds_between(opened, ends), 2000),
    }
    for kind, (our_call, bound) in our_calls.items():
        runs = {}
        if kind in fastest:
            runs[f"{fastest[kind].name}, one by one"] = in_a_row(fastest[kind], kind, big)
        for peer in right[kind]:
            if kind == DEADLINE and peer.batch_deadline is not None:
                runs[f"{peer.name}, series"] = _series(peer, big)
        theirs = best_seconds(runs, 3)
        our_time = best_seconds({OURS: our_call}, rounds * 20)[OURS]
        print(f"\nBatch of {len(big.opened):,}, {kind}, nanoseconds a ticket")
        for name, seconds in [(OURS, our_time), *sorted(theirs.items())]:
            print(f"  {name:<36} {seconds / len(big.opened) * 1e9:>12,.1f}")
        verdicts.ratio(f"batch {kind}", our_time, first_of(theirs, list(theirs)), bound)


def _series(peer: Contestant, sample: Sample) -> Callable[[], object]:
    _, moments, budgets = prepared(peer, DEADLINE, sample)
    batch = peer.batch_deadline
    if batch is None:
        raise ValueError(f"{peer.name} has no batch call")
    return lambda: batch(moments, budgets)


def bench_open_tickets(
    working_time: WorkingTime, verdicts: Verdicts, dice: random.Random, rounds: int
) -> None:
    """Recompute 60,000 open tickets with their pauses; a part is held against the slow check."""
    opened = np.array([dice.randrange(FIRST, LAST) for _ in range(OPEN_TICKETS)], dtype=np.int64)
    hours = np.array(dice.choices(TARGET_HOURS, k=OPEN_TICKETS), dtype=np.int64)
    pauses = [_pauses_of(dice, int(start)) for start in opened]
    rows = [(t, a, OPEN_END if b is None else b) for t, own in enumerate(pauses) for a, b in own]
    columns = np.array(rows, dtype=np.int64).T
    table = PauseTable(*(np.ascontiguousarray(column) for column in columns))
    batch = BatchWorkingTime(working_time, FIRST, AFTER_LAST)
    due = batch.deadlines(opened, hours * 3600, table).due
    wrong = 0
    for ticket in range(0, OPEN_TICKETS, 60):
        right = slow_answer(int(opened[ticket]), int(hours[ticket]), LAST, pauses[ticket])["due_at"]
        wrong += due[ticket] != (SUSPENDED if right is None else _epoch(right))
    verdicts.wrong |= wrong > 0
    print(f"\n{OPEN_TICKETS:,} open tickets with {len(rows):,} pauses: {wrong} of 1,000 wrong")
    run = best_seconds({"": lambda: batch.deadlines(opened, hours * 3600, table)}, rounds)
    verdicts.limit("recompute all", run[""], 0.15)


def _pauses_of(dice: random.Random, opened: int) -> list[tuple[int, int | None]]:
    pauses: list[tuple[int, int | None]] = []
    for _ in range(dice.choice((0, 0, 1, 1, 2, 3, 5))):
        start = opened + dice.randrange(-3600, 10 * 86400)
        pauses.append((start, start + dice.randrange(3 * 86400)))
    if dice.random() < 0.2:
        pauses.append((opened + dice.randrange(10 * 86400), None))
    return pauses


def bench_command(verdicts: Verdicts, count: int) -> None:
    """Time `main.py sla` on generated cases, start-up included."""
    lines = "".join(f"{json.dumps(case)}\n" for case in generate_cases(count))
    command = [sys.executable, "main.py", "sla"]
    began = perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, input=lines, capture_output=True, text=True, check=False
    )
    seconds = perf_counter() - began
    print(f"\nmain.py sla, {count:,} generated cases, start-up included: status {done.returncode}")
    if done.returncode != 0:
        verdicts.wrong = True
        print(f"  not answered: {done.stderr.strip()[-300:]}")
        return
    verdicts.limit("answer all", seconds, 3 * count / 10_000)


def main() -> int:
    """Compare, measure, print; 1 when an answer of ours is wrong, or with --strict too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=2000, help="single questions")
    parser.add_argument("--rounds", type=int, default=7, help="the best of so many rounds counts")
    parser.add_argument("--cases", type=int, default=10_000, help="cases for the command; 0: none")
    parser.add_argument("--seed", type=int, default=20261120)
    parser.add_argument("--strict", action="store_true", help="a missed bound fails the run")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    sample = make_sample(options.questions, dice)
    working_time = WorkingTime(load_catalog().team(TEAM).calendar)
    working_time.cover(FIRST, AFTER_LAST)
    mine = ours(working_time)
    off = days_off()
    right = compare([*mine, *(peer(off) for peer in PEERS)], sample)
    verdicts = Verdicts(wrong=any(one not in right[kind] for kind in right for one in mine))
    fastest = bench_single(mine, right, sample, verdicts, options.rounds)
    big = batch_sample(working_time, dice)
    bench_batch(working_time, right, fastest, big, verdicts, options.rounds)
    bench_open_tickets(working_time, verdicts, dice, options.rounds)
    if options.cases:
        bench_command(verdicts, options.cases)
    print(
        f"\nOur answers: {'WRONG' if verdicts.wrong else 'all right'}; "
        f"bounds: {'some MISSED' if verdicts.missed else 'all met'}"
    )
    return 1 if verdicts.wrong or (options.strict and verdicts.missed) else 0


if __name__ == "__main__":
    sys.exit(main())
