"""One year of a calendar compiled into counted stretches of UTC."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from app.domain.brasilia_days import date_of, day_number, day_span, midnights, odd_days
from app.domain.day_layout import Span, layout_of, spans_of
from app.domain.team_calendar import CalendarRevision, CalendarVersion, DaySource, Window


@dataclass(frozen=True, slots=True)
class CompiledYear:
    """The counted stretches of a year, and its business days with the end of their last window.

    ``starts`` and ``ends`` are epoch seconds, joined where windows of a day touch.
    ``business_days`` are days since 1970, ``closings`` the epoch second at which each one's last
    counted window ends.
    """

    starts: list[int]
    ends: list[int]
    business_days: list[int]
    closings: list[int]


def joined(spans: list[Span]) -> tuple[Span, ...]:
    """Return the spans in order, those that touch made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and result[-1][1] == start:
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return tuple(result)


def counted_spans(revision: CalendarRevision, day: date) -> tuple[Span, ...]:
    """Return the real stretches of a date that count as working time."""
    layout = layout_of(revision, day)
    return joined([span for window in layout.counted for span in spans_of(day, window)])


def _wall_seconds(windows: tuple[Window, ...]) -> tuple[Span, ...]:
    return joined([(window.start * 60, window.end * 60) for window in windows])


def _week_pattern(version: CalendarVersion) -> list[tuple[Span, ...]]:
    """Return the counted seconds of each weekday, by the wall clock (CAL-2)."""
    return [
        _wall_seconds(tuple(w for w in windows if version.counts_plantao or not w.plantao))
        for windows in version.week
    ]


def compile_year(revision: CalendarRevision, year: int) -> CompiledYear:
    """Compile a year: each day by its weekday, then those that rules or clocks change."""
    compiled = _by_weekday(revision, year)
    for number in sorted(odd_days(year)):
        _replace(compiled, date_of(number), counted_spans(revision, date_of(number)))
    for day, named in revision.holidays.of_year(year).items():
        if any(holiday.source is not DaySource.OPTIONAL for holiday in named):
            _replace(compiled, day, counted_spans(revision, day))
    for day in revision.exceptions:
        if day.year == year:
            _replace(compiled, day, counted_spans(revision, day))
    return compiled


def _by_weekday(revision: CalendarRevision, year: int) -> CompiledYear:
    """Compile a year without its holidays and exceptions; days of clock changes are left out.

    By the wall clock such a day would reach into its neighbour.
    """
    compiled = CompiledYear([], [], [], [])
    first = day_number(date(year, 1, 1))
    of_year, odd = midnights(year), odd_days(year)
    changes = {day_number(version.first_valid) - first for version in revision.versions}
    edges = [0, *sorted(place for place in changes if 0 < place < len(of_year)), len(of_year)]
    for begins, ends in pairwise(edges):
        pattern = _week_pattern(revision.version_on(date_of(first + begins)))
        days = [
            (first + place, of_year[place], pattern[(first + place + 3) % 7])
            for place in range(begins, ends)
            if first + place not in odd
        ]
        compiled.starts.extend([midnight + a for _n, midnight, spans in days for a, _b in spans])
        compiled.ends.extend([midnight + b for _n, midnight, spans in days for _a, b in spans])
        compiled.business_days.extend([number for number, _midnight, spans in days if spans])
        compiled.closings.extend([midnight + s[-1][1] for _n, midnight, s in days if s])
    return compiled


def varied_year(
    base: CompiledYear, revision: CalendarRevision, days: Iterable[date]
) -> CompiledYear:
    """Return a compiled year with some dates laid out anew by another revision.

    Much cheaper than compiling the year: the other days are kept as they are.
    """
    varied = CompiledYear(base.starts[:], base.ends[:], base.business_days[:], base.closings[:])
    for day in days:
        _replace(varied, day, counted_spans(revision, day))
    return varied


def _replace(compiled: CompiledYear, day: date, spans: tuple[Span, ...]) -> None:
    begins, ends = day_span(day)
    first, last = bisect_left(compiled.starts, begins), bisect_left(compiled.starts, ends)
    compiled.starts[first:last] = [start for start, _end in spans]
    compiled.ends[first:last] = [end for _start, end in spans]
    number = day_number(day)
    at = bisect_left(compiled.business_days, number)
    was_business_day = compiled.business_days[at : at + 1] == [number]
    compiled.business_days[at : at + was_business_day] = [number] if spans else []
    compiled.closings[at : at + was_business_day] = [spans[-1][1]] if spans else []
