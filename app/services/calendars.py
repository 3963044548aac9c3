"""The calendars of teams, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.domain.day_layout import DayLayout, layout_of, spans_of
from app.domain.errors import InvalidInput
from app.domain.team_calendar import CalendarRevision, DaySource
from app.services.desk import Desk

FIRST_DATE, LAST_DATE = date(2000, 1, 1), date(2100, 12, 31)
SOURCE_WORDS = {
    DaySource.NATIONAL: "nacional",
    DaySource.OPTIONAL: "facultativo",
    DaySource.STATE: "estadual",
    DaySource.MUNICIPAL: "municipal",
    DaySource.OWN: "próprio",
}
"""How people are told where a day comes from (CAL-3)."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A date as laid out, in real seconds: a day with a skipped hour has one hour less (CAL-6)."""

    layout: DayLayout
    counted_seconds: int
    plantao_seconds: int


class CalendarService:
    """Reads the calendars of a desk."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def export(self, team: str, first: date, last: date, path: Path) -> None:
        """Write a team's days as an iCalendar file; refuses what ``days`` refuses.

        ``DataFailure`` says why the file could not be written.
        """
        from app.services.calendar_feed import feed_of, write_feed

        days = self.days(team, first, last)
        write_feed(feed_of(self._desk.book.team(team), days, self._desk.clock.now()), path)

    def days(self, team: str, first: date, last: date) -> tuple[CalendarDay, ...]:
        """Return a team's days, both ends included; ``NotFound`` for an unknown team."""
        if not FIRST_DATE <= first <= last <= LAST_DATE:
            raise InvalidInput("o período vai de uma data a outra, entre 2000 e 2100")
        return days_of(self._desk.book.team(team).calendar, first, last)


def days_of(revision: CalendarRevision, first: date, last: date) -> tuple[CalendarDay, ...]:
    """Lay out the days of a calendar, both ends included."""
    found = []
    day = first
    while day <= last:
        layout = layout_of(revision, day)
        seconds = [
            (window.plantao, end - start)
            for window in layout.counted
            for start, end in spans_of(day, window)
        ]
        counted = sum(length for _plantao, length in seconds)
        found.append(CalendarDay(layout, counted, sum(s for plantao, s in seconds if plantao)))
        day += timedelta(days=1)
    return tuple(found)
