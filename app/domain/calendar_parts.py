"""A calendar in parts, each compiled when it is first needed: years, or months of a varied one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from app.domain.compiled_years import CompiledDays, compile_year, cut_days, varied_days
from app.domain.team_calendar import CalendarRevision


class CalendarParts(Protocol):
    """Numbered stretches of days that follow one another."""

    def part_of(self, day: date) -> int:
        """Return the number of the part that a date lies in."""
        ...

    def first_day(self, part: int) -> date:
        """Return the date on which a part begins."""
        ...

    def days_of(self, part: int) -> CompiledDays:
        """Return the compiled days of a part."""
        ...

    def year(self, year: int) -> CompiledDays:
        """Return the compiled days of a year."""
        ...


class CompiledYears:
    """A revision, a year at a time."""

    def __init__(self, revision: CalendarRevision) -> None:
        """Take the revision to compile."""
        self._revision = revision
        self._years: dict[int, CompiledDays] = {}

    def part_of(self, day: date) -> int:
        """Return the year of a date."""
        return day.year

    def first_day(self, part: int) -> date:
        """Return New Year's Day."""
        return date(part, 1, 1)

    def days_of(self, part: int) -> CompiledDays:
        """Return the compiled days of a year."""
        return self.year(part)

    def year(self, year: int) -> CompiledDays:
        """Return the compiled days of a year."""
        if year not in self._years:
            self._years[year] = compile_year(self._revision, year)
        return self._years[year]


class VariedMonths:
    """A revision that differs from a compiled one on a few dates, a month at a time.

    The other days are cut out of the years of the compiled one: a deadline seldom needs more than
    two months of them.
    """

    def __init__(
        self, base: CalendarParts, revision: CalendarRevision, dates: Iterable[date]
    ) -> None:
        """Take what is compiled, the revision, and every date on which it differs."""
        self._base = base
        self._revision = revision
        self._dates = tuple(dates)

    def part_of(self, day: date) -> int:
        """Return the month of a date, counted from the year 0."""
        return 12 * day.year + day.month - 1

    def first_day(self, part: int) -> date:
        """Return the first of a month."""
        return date(part // 12, part % 12 + 1, 1)

    def days_of(self, part: int) -> CompiledDays:
        """Return the compiled days of a month."""
        first, end = self.first_day(part), self.first_day(part + 1)
        month = cut_days(self._base.year(first.year), first, end)
        return self._varied(month, first, end)

    def year(self, year: int) -> CompiledDays:
        """Return the compiled days of a year."""
        return self._varied(self._base.year(year), date(year, 1, 1), date(year + 1, 1, 1))

    def _varied(self, days: CompiledDays, first: date, end: date) -> CompiledDays:
        changed = [day for day in self._dates if first <= day < end]
        return varied_days(days, self._revision, changed)
