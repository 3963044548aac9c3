"""The calendars of teams, day by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from app.domain.day_layout import DayLayout, layout_of, spans_of
from app.domain.errors import InvalidInput
from app.domain.roster import Absence, Duty, posts_of
from app.domain.team_calendar import CalendarRevision, DaySource, Window
from app.services.desk import Desk
from app.storage import roster

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
    """A date as laid out, in real seconds: a day with a skipped hour has one hour less (CAL-6).

    ``on_duty`` names who is on duty in each of its windows, in their order (CAL-7).
    """

    layout: DayLayout
    counted_seconds: int
    plantao_seconds: int
    on_duty: tuple[tuple[str, ...], ...] = ()

    @property
    def staffed(self) -> tuple[tuple[Window, tuple[str, ...]], ...]:
        """The windows, each with who is on duty in it."""
        named = self.on_duty or ((),) * len(self.layout.windows)
        return tuple(zip(self.layout.windows, named, strict=True))


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
        days = days_of(self._desk.book.team(team).calendar, first, last)
        with self._desk.database.read() as connection:
            duties = roster.duties(connection, first, last, team)
            absences = roster.absences(connection, first, last)
        return tuple(_staffed(day, duties, absences) for day in days) if duties else days


def _staffed(day: CalendarDay, duties: Sequence[Duty], absences: Sequence[Absence]) -> CalendarDay:
    names = {post.window: post.names for post in posts_of(day.layout, duties, absences)}
    return replace(day, on_duty=tuple(names.get(window, ()) for window in day.layout.windows))


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
