"""A team's calendar as it is edited: versions, and what people did to its days (CAL-3, SLA-11)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from app.domain.errors import InvalidInput
from app.domain.team_calendar import (
    CalendarRevision,
    CalendarVersion,
    DayException,
    DaySource,
    Holiday,
    HolidaysByDate,
    HolidayTable,
    ListedHolidays,
    refuse_without_windows,
    revision_of,
)

LAST_PLANNED_YEAR = 2100
_A_DAY = timedelta(days=1)
_LEAP_YEAR = 2024


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A day that comes back every year: ``MM-DD``, or ``E+60`` counted from Easter (CAL-3)."""

    rule: str
    name: str
    source: DaySource
    since: int

    def in_year(self, year: int) -> Holiday | None:
        """Return the day of a year; none before its first, or where the date does not exist."""
        from app.domain.holidays_br import date_by_rule  # no start waits for Easter

        day = date_by_rule(self.rule, year) if year >= self.since else None
        return None if day is None else Holiday(day, self.name, self.source)


@dataclass(frozen=True, slots=True)
class Recess:
    """Days closed every year, the last of them perhaps after New Year (CAL-3).

    ``first`` and ``last`` are month and day; ``since`` is the year in which the first one begins,
    ``until`` the year in which the last one begins, none where it goes on.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    name: str
    since: int
    until: int | None = None

    def __post_init__(self) -> None:
        """Refuse a day that no year has, and a recess that is over before it began."""
        for month, day in (self.first, self.last):
            try:
                date(_LEAP_YEAR, month, day)
            except ValueError as error:
                raise InvalidInput(f"CAL-3: não há o dia {day:02d}/{month:02d}") from error
        if self.until is not None and self.until < self.since:
            raise InvalidInput("CAL-3: o recesso termina num ano antes do primeiro", field="until")

    def days(self, begins_in: int) -> Iterator[date]:
        """Give the days of the recess that begins in a year."""
        day = _day_of(begins_in, self.first)
        ends_in = begins_in if self.first <= self.last else begins_in + 1
        last = _day_of(ends_in, self.last)
        while day <= last:
            yield day
            day += _A_DAY

    def all_days(self) -> Iterator[date]:
        """Give every day of every year it holds for."""
        last = LAST_PLANNED_YEAR if self.until is None else min(self.until, LAST_PLANNED_YEAR)
        for year in range(self.since, last + 1):
            yield from self.days(year)


def _day_of(year: int, month_day: tuple[int, int]) -> date:
    month, day = month_day
    try:
        return date(year, month, day)
    except ValueError:  # 29 February in other years
        return date(year, month, day - 1)


class EditedHolidays:
    """The materialised days of a calendar with what people took out of them and put in."""

    def __init__(
        self,
        base: HolidayTable,
        added: Sequence[Holiday],
        removed: Sequence[Holiday],
        yearly: Sequence[YearlyDay],
    ) -> None:
        """Lay the edits over a table of holidays."""
        self._base = base
        self._added = added
        self._removed = frozenset(removed)
        self._yearly = yearly
        self._years: dict[int, HolidaysByDate] = {}

    def of_year(self, year: int) -> HolidaysByDate:
        """Return the holidays of a year by date, national ones first."""
        if year not in self._years:
            self._years[year] = self._laid_out(year)
        return self._years[year]

    def _laid_out(self, year: int) -> HolidaysByDate:
        there = [day for days in self._base.of_year(year).values() for day in days]
        yearly = (day for rule in self._yearly if (day := rule.in_year(year)) is not None)
        there += [*yearly, *(day for day in self._added if day.date.year == year)]
        by_date: dict[date, tuple[Holiday, ...]] = {}
        for day in sorted(set(there) - self._removed, key=_by_source):
            by_date[day.date] = (*by_date.get(day.date, ()), day)
        return by_date


_SOURCES = tuple(DaySource)


def _by_source(day: Holiday) -> tuple[date, int, str]:
    return (day.date, _SOURCES.index(day.source), day.name)


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """Everything that makes a revision of a calendar; an edit gives another plan.

    ``base`` are the days materialised from the holiday tables. ``own`` are days with windows of
    their own, or closed; ``added``, ``removed`` and ``yearly`` change the named days.
    """

    key: str
    number: int
    versions: tuple[CalendarVersion, ...]
    base: HolidayTable = field(default_factory=ListedHolidays)
    own: tuple[DayException, ...] = ()
    added: tuple[Holiday, ...] = ()
    removed: tuple[Holiday, ...] = ()
    yearly: tuple[YearlyDay, ...] = ()
    recesses: tuple[Recess, ...] = ()

    def revision(self) -> CalendarRevision:
        """Return the calendar that comes of it; refuses one without windows (pitfall A13).

        A day's own windows go before a recess that it lies in.
        """
        own = {exception.date: exception for exception in self.own}
        closed = {
            day: DayException(day, (), recess.name)
            for recess in self.recesses
            for day in recess.all_days()
        }
        holidays: HolidayTable = self.base
        if self.added or self.removed or self.yearly:
            holidays = EditedHolidays(self.base, self.added, self.removed, self.yearly)
        exceptions = tuple((closed | own).values())
        revision = revision_of(
            self.key, self.versions, number=self.number, holidays=holidays, exceptions=exceptions
        )
        refuse_without_windows(revision)
        return revision

    def numbered(self, number: int) -> CalendarPlan:
        """Return the same plan as another revision."""
        return replace(self, number=number)
