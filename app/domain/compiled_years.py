"""One year of a calendar compiled into counted stretches of UTC."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.brasilia_days import DAY_SECONDS, date_of, day_number, day_span, parts_of_year
from app.domain.day_layout import Span, layout_of, spans_of
from app.domain.team_calendar import CalendarRevision, Window


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


def compile_year(revision: CalendarRevision, year: int) -> CompiledYear:
    """Compile a year; days without holiday, exception or clock change share a weekday's pattern."""
    compiled = CompiledYear([], [], [], [])
    first = date(year, 1, 1)
    special = {day_number(day) for day in revision.holidays.of_year(year)}
    special |= {day_number(day) for day in revision.exceptions if day.year == year}
    version_starts = {day_number(version.first_valid) for version in revision.versions}
    pattern: list[tuple[Span, ...]] = []
    for number, parts in enumerate(parts_of_year(year), day_number(first)):
        if not pattern or number in version_starts:
            version = revision.version_on(date_of(number))
            pattern = [
                _wall_seconds(
                    windows
                    if version.counts_plantao
                    else tuple(window for window in windows if not window.plantao)
                )
                for windows in version.week
            ]
        if number in special or len(parts) > 1 or parts[0].end - parts[0].start != DAY_SECONDS:
            spans = counted_spans(revision, date_of(number))
        else:
            midnight = parts[0].midnight
            spans = tuple((midnight + a, midnight + b) for a, b in pattern[(number + 3) % 7])
        if spans:
            _append(compiled, number, spans)
    return compiled


def _append(compiled: CompiledYear, number: int, spans: tuple[Span, ...]) -> None:
    compiled.business_days.append(number)
    compiled.closings.append(spans[-1][1])
    for start, end in spans:
        if compiled.ends and compiled.ends[-1] == start:
            compiled.ends[-1] = end
        else:
            compiled.starts.append(start)
            compiled.ends.append(end)


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
