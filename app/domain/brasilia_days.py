"""Local days of Brasília as stretches of UTC with one offset each (CAL-6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

from app.domain.clock import BRASILIA

DAY_SECONDS = 86_400
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class DayPart:
    """A stretch ``[start, end)`` of a local day, in epoch seconds, with one UTC offset.

    ``midnight`` is the epoch second that wall time 00:00 would have under this offset, so wall
    second ``w`` of the day is the instant ``midnight + w`` where it lies inside the stretch.
    """

    start: int
    end: int
    midnight: int


def _offset(epoch: int) -> int:
    moment = datetime.fromtimestamp(epoch, UTC).astimezone(BRASILIA)
    offset = moment.utcoffset()
    return 0 if offset is None else int(offset.total_seconds())


def _first_second_with_new_offset(low: int, high: int) -> int:
    old = _offset(low)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(middle) == old:
            low = middle
        else:
            high = middle
    return high


@lru_cache(maxsize=256)
def _offset_stretches(year: int) -> tuple[tuple[int, int, int], ...]:
    """Return ``(start, end, offset)`` that cover the local year, with a day to spare each side."""
    first = day_number(date(year, 1, 1)) * DAY_SECONDS - DAY_SECONDS
    last = day_number(date(year + 1, 1, 1)) * DAY_SECONDS + DAY_SECONDS
    stretches = []
    start = first
    for probe in range(first, last, DAY_SECONDS):
        if _offset(probe) != _offset(probe + DAY_SECONDS):
            change = _first_second_with_new_offset(probe, probe + DAY_SECONDS)
            stretches.append((start, change, _offset(start)))
            start = change
    stretches.append((start, last + DAY_SECONDS, _offset(start)))
    return tuple(stretches)


def day_number(day: date) -> int:
    """Return the number of days from 1970-01-01 to a date."""
    return day.toordinal() - _EPOCH_ORDINAL


def date_of(number: int) -> date:
    """Return the date that lies so many days after 1970-01-01."""
    return date.fromordinal(number + _EPOCH_ORDINAL)


@lru_cache(maxsize=256)
def parts_of_year(year: int) -> tuple[tuple[DayPart, ...], ...]:
    """Return the parts of every local day of a year, 1 January first.

    Nearly every day has one part; a day on which the offset changes has two.
    """
    first = day_number(date(year, 1, 1))
    count = day_number(date(year + 1, 1, 1)) - first
    days: list[list[DayPart]] = [[] for _ in range(count)]
    for start, end, offset in _offset_stretches(year):
        low = max((start + offset) // DAY_SECONDS, first)
        high = min((end - 1 + offset) // DAY_SECONDS, first + count - 1)
        for number in range(low, high + 1):
            midnight = number * DAY_SECONDS - offset
            part = DayPart(max(start, midnight), min(end, midnight + DAY_SECONDS), midnight)
            days[number - first].append(part)
    return tuple(tuple(parts) for parts in days)


@lru_cache(maxsize=256)
def odd_days(year: int) -> frozenset[int]:
    """Return the days of a year (since 1970) on which the clock is changed."""
    first = day_number(date(year, 1, 1))
    return frozenset(
        first + place
        for place, parts in enumerate(parts_of_year(year))
        if parts[-1].end - parts[0].start != DAY_SECONDS or len(parts) > 1
    )


@lru_cache(maxsize=8192)
def parts_of(day: date) -> tuple[DayPart, ...]:
    """Return the parts of one local day, in the order of time."""
    return parts_of_year(day.year)[day_number(day) - day_number(date(day.year, 1, 1))]


@lru_cache(maxsize=8192)
def day_span(day: date) -> tuple[int, int]:
    """Return the first epoch second of a local day and the first one after it."""
    parts = parts_of(day)
    return parts[0].start, parts[-1].end
