"""The figures of documents: what is told on paper, as plain values (rulebook §10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RosterPost:
    """A plantão window of a day and who holds it; ``swapped`` are those who took it (CAL-7)."""

    window: str
    names: tuple[str, ...] = ()
    swapped: tuple[str, ...] = ()

    @property
    def is_hole(self) -> bool:
        """Whether nobody is on duty."""
        return not self.names


@dataclass(frozen=True, slots=True)
class RosterDay:
    """A date with its posts; ``named`` tells holidays, as ``Consciência Negra (nacional)``."""

    date: date
    named: tuple[str, ...] = ()
    posts: tuple[RosterPost, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonHours:
    """How long somebody is on duty, in real seconds (CAL-6)."""

    name: str
    seconds: int


@dataclass(frozen=True, slots=True)
class RosterAbsence:
    """Days on which somebody is away, both ends included."""

    name: str
    first: date
    last: date
    reason: str


@dataclass(frozen=True, slots=True)
class RosterFigures:
    """The duty roster of a team, both ends of the period included (CAL-7)."""

    team: str
    first: date
    last: date
    days: tuple[RosterDay, ...]
    hours: tuple[PersonHours, ...] = ()
    absences: tuple[RosterAbsence, ...] = ()
    double_duties: tuple[str, ...] = ()

    @property
    def hole_count(self) -> int:
        """How many posts nobody holds."""
        return sum(post.is_hole for day in self.days for post in day.posts)

    @property
    def seconds(self) -> int:
        """How long everybody is on duty together."""
        return sum(person.seconds for person in self.hours)


@dataclass(frozen=True, slots=True)
class SheetWindow:
    """A window of a day and who is on duty in it; a plantão without names is a hole (CAL-7)."""

    label: str
    is_plantao: bool = False
    names: tuple[str, ...] = ()

    @property
    def is_hole(self) -> bool:
        """Whether somebody should be on duty and nobody is."""
        return self.is_plantao and not self.names


@dataclass(frozen=True, slots=True)
class SheetDay:
    """A date of a calendar: windows in order, named days, how many tickets fall due, and items."""

    date: date
    windows: tuple[SheetWindow, ...] = ()
    named: tuple[str, ...] = ()
    due_count: int = 0
    items: tuple[str, ...] = ()
    counted_seconds: int = 0


@dataclass(frozen=True, slots=True)
class CalendarFigures:
    """The calendar of a team by one of its revisions, both ends of the period included."""

    team: str
    first: date
    last: date
    revision: int
    days: tuple[SheetDay, ...]

    @property
    def business_days(self) -> int:
        """How many days have counted time (CAL-5)."""
        return sum(day.counted_seconds > 0 for day in self.days)

    @property
    def counted_seconds(self) -> int:
        """How much time counts in all the days."""
        return sum(day.counted_seconds for day in self.days)

    @property
    def due_count(self) -> int:
        """How many tickets fall due in all the days."""
        return sum(day.due_count for day in self.days)

    @property
    def item_count(self) -> int:
        """How many items all the days have."""
        return sum(len(day.items) for day in self.days)
