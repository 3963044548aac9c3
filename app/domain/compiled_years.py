"""One year of a calendar compiled into counted stretches of UTC."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.brasilia_days import date_of, day_number, day_span, midnights, odd_days
from app.domain.day_layout import Span, layout_of, spans_of
from app.domain.team_calendar import CalendarRevision, CalendarVersion, Window


@dataclass(frozen=True, slots=True)
class CompiledYear:
    """The counted stretches of a year, and its business days with the end of their last window.

    ``starts`` and ``ends`` are epoch seconds, joined where windows touch; ``business_days`` are
    days since 1970, ``closings`` the epoch second at which each one's last counted window ends.
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
    """Compile a year; days without holiday, exception or clock change share a weekday's pattern."""
    starts: list[int] = []
    ends: list[int] = []
    business_days: list[int] = []
    closings: list[int] = []
    special = {day_number(day) for day in revision.holidays.of_year(year)}
    special |= {day_number(day) for day in revision.exceptions if day.year == year}
    special |= odd_days(year)
    version_starts = {day_number(version.first_valid) for version in revision.versions}
    pattern: list[tuple[Span, ...]] = []
    for number, day_midnight in enumerate(midnights(year), day_number(date(year, 1, 1))):
        if not pattern or number in version_starts:
            pattern = _week_pattern(revision.version_on(date_of(number)))
        midnight, spans = day_midnight, pattern[(number + 3) % 7]
        if number in special:
            midnight, spans = 0, counted_spans(revision, date_of(number))
        if not spans:
            continue
        for start, end in spans:
            if ends and ends[-1] == midnight + start:
                ends[-1] = midnight + end
            else:
                starts.append(midnight + start)
                ends.append(midnight + end)
        business_days.append(number)
        closings.append(ends[-1])
    return CompiledYear(starts, ends, business_days, closings)


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
    first, last = _cut_at(compiled, begins), _cut_at(compiled, ends)
    compiled.starts[first:last] = [start for start, _end in spans]
    compiled.ends[first:last] = [end for _start, end in spans]
    number = day_number(day)
    at = bisect_left(compiled.business_days, number)
    was_business_day = compiled.business_days[at : at + 1] == [number]
    compiled.business_days[at : at + was_business_day] = [number] if spans else []
    compiled.closings[at : at + was_business_day] = [spans[-1][1]] if spans else []


def _cut_at(compiled: CompiledYear, instant: int) -> int:
    """Cut the stretch that runs across an instant, and return the first stretch from there on."""
    at = bisect_left(compiled.starts, instant)
    if at and compiled.ends[at - 1] > instant:
        compiled.starts.insert(at, instant)
        compiled.ends.insert(at - 1, instant)
    return at
