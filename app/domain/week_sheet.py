"""A week of somebody's minutes: by ticket and day, with what of the hours is not accounted for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.brasilia_days import day_span
from app.domain.queue_view import Reference
from app.domain.time_entries import Span, TimeEntry

DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekSheet:
    """Entries in order, and the gaps within the team's hours up to now; voided ones do not count.

    What crosses midnight counts on both days, each its own part (CON-4).
    """

    person: Reference
    monday: date
    entries: tuple[TimeEntry, ...]
    gaps: tuple[Span, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The seven days."""
        return tuple(self.monday + timedelta(days=place) for place in range(DAYS))

    @property
    def tickets(self) -> tuple[int, ...]:
        """The tickets that have minutes in the week, in the order in which they were begun."""
        return tuple(dict.fromkeys(entry.ticket for entry in self.entries if entry.is_live))

    def seconds(self, ticket: int, day: date) -> int:
        """Return how long a ticket was worked on on a day."""
        return sum(
            part.seconds
            for entry in self.entries
            if entry.is_live and entry.ticket == ticket
            for on, part in entry.by_day()
            if on == day
        )

    def total(self, day: date) -> int:
        """Return how long was worked on a day, whatever on."""
        return sum(self.seconds(ticket, day) for ticket in self.tickets)

    def gap_seconds(self, day: date) -> int:
        """Return how much of a day's hours is not accounted for."""
        return sum(gap.seconds for gap in self.gaps_on(day))

    def gaps_on(self, day: date) -> tuple[Span, ...]:
        """Return the gaps of a day, in order."""
        whole = Span(*day_span(day))
        cut = (gap.within(whole) for gap in self.gaps)
        return tuple(gap for gap in cut if gap is not None)

    def entries_on(self, day: date) -> tuple[TimeEntry, ...]:
        """Return the entries that touch a day, voided ones too, in order."""
        return tuple(e for e in self.entries if any(on == day for on, _part in e.by_day()))
