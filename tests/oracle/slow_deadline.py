"""Deadlines by stepping through time (SLA-3, SLA-4, SLA-5), for comparison only.

The walk goes second by second in principle. It takes a minute or an hour at once only where the
block is aligned and no instant of the case lies inside it, so that all its seconds share one fate.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import count

from tests.oracle.slow_calendar import HOUR, MINUTE, wall_hour
from tests.oracle.slow_reading import InvalidCase, SlowCase, read_case

GIVE_UP_SECONDS = 400 * 24 * HOUR


def answer(raw: Mapping[str, object]) -> dict[str, object]:
    """Answer one case as the command must; an invalid one by an `error`."""
    try:
        return {"id": raw.get("id"), **_reckon(read_case(raw))}
    except InvalidCase as error:
        return {"id": raw.get("id"), "error": str(error)}


def _reckon(case: SlowCase) -> dict[str, object]:
    budget = _budget(case)
    due = _due(case, budget)
    elapsed = None if case.now is None else _elapsed(case, case.now)
    return {
        "due_at": None if due is None else _spelled(due),
        "suspended": due is None,
        "remaining_seconds": None if elapsed is None else budget - elapsed,
        "elapsed_seconds": elapsed,
    }


def _spelled(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _blocks(start: int, end: int | None, edges: list[int]) -> Iterator[tuple[int, int]]:
    """Cut `[start, end)` into aligned blocks with no edge strictly inside any of them.

    Without an end the blocks go on for as long as they are asked for.
    """
    marks = sorted(edges if end is None else [*edges, end])
    second = start
    while end is None or second < end:
        position = bisect_right(marks, second)
        room = marks[position] - second if position < len(marks) else HOUR
        size = 1
        if second % HOUR == 0 and room >= HOUR:
            size = HOUR
        elif second % MINUTE == 0 and room >= MINUTE:
            size = MINUTE
        yield second, size
        second += size


def _edges(case: SlowCase) -> list[int]:
    starts = [pause.start for pause in case.pauses]
    return starts + [pause.end for pause in case.pauses if pause.end is not None]


def _runs(case: SlowCase, second: int) -> bool:
    return not any(pause.covers(second) for pause in case.pauses)


def _elapsed(case: SlowCase, now: int) -> int:
    """Count the seconds from opening to `now` that count and lie in no pause."""
    return sum(
        case.calendar.counted_in(second, size)
        for second, size in _blocks(case.opened, now, _edges(case))
        if _runs(case, second)
    )


def _budget(case: SlowCase) -> int:
    """Work out the seconds to be worked: the hours, or up to the end of the n-th day (SLA-4)."""
    if case.hour_budget_seconds is not None:
        return case.hour_budget_seconds
    opening_day = wall_hour(case.opened // HOUR)[0]
    last_day = _nth_business_day(case, opening_day)
    budget = 0
    for second, size in _blocks(case.opened, None, []):
        if wall_hour(second // HOUR)[0] > last_day:
            break
        budget += case.calendar.counted_in(second, size)
    return budget


def _nth_business_day(case: SlowCase, opening_day: date) -> date:
    missing = case.business_days or 0
    last_seen = opening_day.toordinal()
    for ordinal in count(opening_day.toordinal() + 1):
        if case.calendar.is_business_day(date.fromordinal(ordinal)):
            missing -= 1
            last_seen = ordinal
        if missing == 0:
            return date.fromordinal(ordinal)
        if (ordinal - last_seen) * 24 * HOUR > GIVE_UP_SECONDS:
            raise InvalidCase("no business day for 400 days")
    raise AssertionError("the calendar of days has no end")


def _due(case: SlowCase, budget: int) -> int | None:
    """Find the first instant at which the budget is spent; `None` while a pause stays open."""
    open_since = min((pause.start for pause in case.pauses if pause.end is None), default=None)
    elapsed = 0
    last_counted = case.opened
    for second, size in _blocks(case.opened, None, _edges(case)):
        if open_since is not None and second >= open_since:
            return None
        counted = case.calendar.counted_in(second, size)
        if counted:
            last_counted = second + size
        if second - last_counted > GIVE_UP_SECONDS:
            raise InvalidCase("no second counts for 400 days")
        gained = counted if _runs(case, second) else 0
        if elapsed + gained >= budget:
            return _reached_inside(case, second, size, budget - elapsed)
        elapsed += gained
    raise AssertionError("time has no end")


def _reached_inside(case: SlowCase, start: int, size: int, missing: int) -> int:
    """Step through a block in which the budget is spent: by minutes, at last by seconds."""
    if size == 1:
        return start + 1
    smaller = MINUTE if size == HOUR else 1
    for second in range(start, start + size, smaller):
        gained = case.calendar.counted_in(second, smaller)
        if gained >= missing:
            return _reached_inside(case, second, smaller, missing)
        missing -= gained
    raise AssertionError("the block does not hold what was missing")
