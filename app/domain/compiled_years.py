"""One year of a calendar compiled into counted stretches of UTC."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from app.domain.brasilia_days import DAY_SECONDS, date_of, day_number, day_span, odd_days
from app.domain.day_layout import Span, counted_windows, spans_of
from app.domain.team_calendar import CalendarRevision, CalendarVersion, DaySource


@dataclass(frozen=True, slots=True)
class CompiledDays:
    """Counted stretches of some days, and the business days with the end of their last window.

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
    windows = counted_windows(revision, day)
    return joined([span for window in windows for span in spans_of(day, window)])


@dataclass(frozen=True, slots=True)
class _Week:
    """A week of one version by the wall clock, in seconds (days) since Monday 00:00 (CAL-2)."""

    starts: list[int]
    ends: list[int]
    business_days: list[int]
    closings: list[int]


def _week_of(version: CalendarVersion) -> _Week:
    days = []
    for weekday, windows in enumerate(version.week):
        counted = [w for w in windows if version.counts_plantao or not w.plantao]
        midnight = weekday * DAY_SECONDS
        days.append(joined([(midnight + w.start * 60, midnight + w.end * 60) for w in counted]))
    return _Week(
        starts=[start for spans in days for start, _end in spans],
        ends=[end for spans in days for _start, end in spans],
        business_days=[weekday for weekday, spans in enumerate(days) if spans],
        closings=[spans[-1][1] for spans in days if spans],
    )


def compile_year(revision: CalendarRevision, year: int) -> CompiledDays:
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


def _by_weekday(revision: CalendarRevision, year: int) -> CompiledDays:
    """Compile a year without its holidays and exceptions; days of clock changes are left out.

    By the wall clock such a day would reach into its neighbour.
    """
    compiled = CompiledDays([], [], [], [])
    first, end = day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1))
    changes = {day_number(version.first_valid) for version in revision.versions}
    odd = odd_days(year)
    edges = {first, end, *changes, *odd, *(number + 1 for number in odd)}
    for begins, until in pairwise(sorted(edge for edge in edges if first <= edge <= end)):
        if begins not in odd:
            _add_weeks(compiled, _week_of(revision.version_on(date_of(begins))), begins, until)
    return compiled


def _add_weeks(compiled: CompiledDays, week: _Week, begins: int, until: int) -> None:
    """Add the days ``[begins, until)`` by the weekday, between which no clock is changed."""
    midnight = day_span(date_of(begins))[0]
    past = midnight + (until - begins) * DAY_SECONDS
    weekday = (begins + 3) % 7
    mondays = range(midnight - weekday * DAY_SECONDS, past, 7 * DAY_SECONDS)
    starts = [monday + start for monday in mondays for start in week.starts]
    low, high = bisect_left(starts, midnight), bisect_left(starts, past)
    compiled.starts.extend(starts[low:high])
    ends = [monday + end for monday in mondays for end in week.ends]
    compiled.ends.extend(ends[low:high])
    weeks = range(begins - weekday, until, 7)
    days = [monday + day for monday in weeks for day in week.business_days]
    low, high = bisect_left(days, begins), bisect_left(days, until)
    compiled.business_days.extend(days[low:high])
    closings = [monday + closing for monday in mondays for closing in week.closings]
    compiled.closings.extend(closings[low:high])


def cut_days(base: CompiledDays, first: date, end: date) -> CompiledDays:
    """Return the days from ``first`` up to but without ``end``."""
    since, until = day_span(first)[0], day_span(end)[0]
    low, high = bisect_left(base.starts, since), bisect_left(base.starts, until)
    days = base.business_days
    one, past = bisect_left(days, day_number(first)), bisect_left(days, day_number(end))
    return CompiledDays(
        base.starts[low:high], base.ends[low:high], days[one:past], base.closings[one:past]
    )


def varied_days(
    base: CompiledDays, revision: CalendarRevision, days: Iterable[date]
) -> CompiledDays:
    """Return compiled days with some dates among them laid out anew by another revision."""
    varied = CompiledDays(base.starts[:], base.ends[:], base.business_days[:], base.closings[:])
    for day in days:
        _replace(varied, day, counted_spans(revision, day))
    return varied


def _replace(compiled: CompiledDays, day: date, spans: tuple[Span, ...]) -> None:
    begins, ends = day_span(day)
    first, last = bisect_left(compiled.starts, begins), bisect_left(compiled.starts, ends)
    compiled.starts[first:last] = [start for start, _end in spans]
    compiled.ends[first:last] = [end for _start, end in spans]
    number = day_number(day)
    at = bisect_left(compiled.business_days, number)
    was_business_day = compiled.business_days[at : at + 1] == [number]
    compiled.business_days[at : at + was_business_day] = [number] if spans else []
    compiled.closings[at : at + was_business_day] = [spans[-1][1]] if spans else []
