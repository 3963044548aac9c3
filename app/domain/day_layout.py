"""What one date looks like after every rule of a calendar (CAL-1 … CAL-5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.domain.brasilia_days import parts_of
from app.domain.team_calendar import (
    CalendarRevision,
    CalendarVersion,
    DaySource,
    Holiday,
    LocalRule,
    NationalRule,
    Window,
)


@dataclass(frozen=True, slots=True)
class DayLayout:
    """A date as laid out: its windows, what counts, and every named day that falls on it.

    ``decided_by`` is the holiday or exception that changed the windows, if any did.
    """

    date: date
    windows: tuple[Window, ...]
    counts_plantao: bool
    reasons: tuple[Holiday, ...]
    decided_by: Holiday | None

    @property
    def counted(self) -> tuple[Window, ...]:
        """The windows whose minutes count as working time (CAL-2)."""
        return _counted(self.windows, counts_plantao=self.counts_plantao)

    @property
    def is_business_day(self) -> bool:
        """Whether the date is a dia útil: a counted window its clocks showed (CAL-5, CAL-6)."""
        return any(spans_of(self.date, window) for window in self.counted)


def layout_of(revision: CalendarRevision, day: date) -> DayLayout:
    """Lay out a date: own windows first, then national days, then local ones (CAL-3, CAL-4)."""
    version = revision.version_on(day)
    holidays = revision.holidays_on(day)
    exception = revision.exceptions.get(day)
    if exception is not None:
        own = Holiday(day, exception.name, DaySource.OWN)
        return DayLayout(day, exception.windows, version.counts_plantao, (*holidays, own), own)
    windows = version.week[day.weekday()]
    changed, decided_by = _under_holidays(version, windows, holidays)
    if changed == windows:
        decided_by = None  # a holiday on a day that is closed every week takes nothing out
    return DayLayout(day, changed, version.counts_plantao, holidays, decided_by)


def counted_windows(revision: CalendarRevision, day: date) -> tuple[Window, ...]:
    """Return only what counts on a date: ``layout_of`` without its reasons, for compiling."""
    version = revision.version_on(day)
    exception = revision.exceptions.get(day)
    if exception is not None:
        windows = exception.windows
    else:
        week = version.week[day.weekday()]
        windows, _decided_by = _under_holidays(version, week, revision.holidays_on(day))
    return _counted(windows, counts_plantao=version.counts_plantao)


def _counted(windows: tuple[Window, ...], *, counts_plantao: bool) -> tuple[Window, ...]:
    if counts_plantao:
        return windows
    return tuple(window for window in windows if not window.plantao)


def _under_holidays(
    version: CalendarVersion, windows: tuple[Window, ...], holidays: tuple[Holiday, ...]
) -> tuple[tuple[Window, ...], Holiday | None]:
    national = next((day for day in holidays if day.source is DaySource.NATIONAL), None)
    if national is not None and version.national is NationalRule.CLOSED:
        return (), national
    local = next((day for day in holidays if day.source.is_local), None)
    if local is None or version.local is LocalRule.OPEN:
        return windows, None
    return _under_local_rule(version.local, windows), local


def _under_local_rule(rule: LocalRule, windows: tuple[Window, ...]) -> tuple[Window, ...]:
    if rule is LocalRule.PLANTAO_ONLY:
        return tuple(window for window in windows if window.plantao)
    if rule is LocalRule.PLANTAO_ALL_DAY:
        return tuple(replace(window, plantao=True) for window in windows)
    return ()


Span = tuple[int, int]
"""A half-open stretch of time in epoch seconds."""


def spans_of(day: date, window: Window) -> tuple[Span, ...]:
    """Return the real time of a window on a date, cut by that day's clock changes (CAL-6)."""
    spans = []
    for part in parts_of(day):
        start = max(part.start, part.midnight + window.start * 60)
        end = min(part.end, part.midnight + window.end * 60)
        if start < end:
            spans.append((start, end))
    return tuple(spans)
