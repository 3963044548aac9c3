"""What the page Calendário shows: days with their windows, people, deadlines and items."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.brasilia_days import day_span
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.day_layout import DayLayout, layout_of, spans_of
from app.domain.oferta_p import OfertaItem
from app.domain.roles import Right
from app.domain.roster import Duty, Post
from app.domain.teams import OMBUDSMAN
from app.services.calendars import FIRST_DATE, LAST_DATE, CalendarDay, days_of
from app.services.desk import Desk
from app.services.oferta_p import TEAM as OFERTA_TEAM
from app.services.roster import RosterService, RosterSpan
from app.storage import due_markers, oferta_items
from app.storage.database import Connection
from app.storage.due_markers import DueMarker

__all__ = ["CalendarSpan", "CalendarSpans", "DayCard", "DueMarker", "Edge", "TeamNow", "TeamRow"]
_A_DAY = timedelta(days=1)
MOST_NAMED = 60
"""So many tickets falling due on a day are named; of more, only the number is told."""
_LOOK_AHEAD_DAYS = 15


@dataclass(frozen=True, slots=True)
class DayCard:
    """A date as the page shows it; ``due`` names the first tickets that fall due.

    ``due_at`` are the instants of all of them, in epoch seconds, in order.
    """

    day: CalendarDay
    posts: tuple[Post, ...]
    strays: tuple[Duty, ...]
    due: tuple[DueMarker, ...]
    due_at: tuple[int, ...]
    items: tuple[OfertaItem, ...]

    @property
    def date(self) -> date:
        """The date."""
        return self.day.layout.date

    @property
    def due_count(self) -> int:
        """How many tickets fall due."""
        return len(self.due_at)

    @property
    def layout(self) -> DayLayout:
        """The windows after every rule, and the named days."""
        return self.day.layout


@dataclass(frozen=True, slots=True)
class CalendarSpan:
    """Days of a team in order, its roster over them, and the revision they are laid out by."""

    team: str
    name: str
    revision: int
    days: tuple[DayCard, ...]
    roster: RosterSpan

    @property
    def first(self) -> date:
        """The first day."""
        return self.days[0].date

    @property
    def last(self) -> date:
        """The last day."""
        return self.days[-1].date


@dataclass(frozen=True, slots=True)
class Edge:
    """The instant at which a team opens or closes next (epoch seconds)."""

    at: int
    opens: bool


@dataclass(frozen=True, slots=True)
class TeamNow:
    """Whether a team is attended now, by plantão or not, and when that changes."""

    is_open: bool
    is_plantao: bool
    next_change: Edge | None


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team on the common axis of a day."""

    team: str
    name: str
    card: DayCard
    now: TeamNow


class CalendarSpans:
    """Lays out spans of days."""

    def __init__(self, desk: Desk, roster: RosterService) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._roster = roster

    def span(self, team: str, first: date, last: date) -> CalendarSpan:
        """Return a team's days, both ends included; ``NotFound`` for an unknown team."""
        first, last = max(first, FIRST_DATE), min(last, LAST_DATE)
        known = self._desk.book.team(team)
        roster = self._roster.span(team, first, last)
        since, until = day_span(first)[0], day_span(last)[1]
        may_see = team != OMBUDSMAN or self._desk.may(Right.OMBUDSMAN)
        with self._desk.database.read() as connection:
            named: list[DueMarker] = []
            instants: list[int] = []
            if may_see:  # what is told to Ouvidoria is seen by its people alone (OUV-2)
                named = _named(connection, team, first, last)
                instants = due_markers.due_instants(connection, team, since, until)
            items = (
                oferta_items.items_between(connection, since, until) if team == OFERTA_TEAM else ()
            )
        cards = _cards(days_of(known.calendar, first, last), roster, named, instants, items)
        return CalendarSpan(team, known.name, known.calendar.number, cards, roster)

    def teams(self, day: date) -> tuple[TeamRow, ...]:
        """Return every team on a day, in the order of the guide."""
        now = to_epoch(self._desk.clock.now())
        rows = []
        for team in self._desk.book.teams:
            (card,) = self.span(team.key, day, day).days
            rows.append(TeamRow(team.key, team.name, card, self._now(team.key, now)))
        return tuple(rows)

    def _now(self, team: str, now: int) -> TeamNow:
        calendar = self._desk.book.team(team).calendar
        today = local_date(from_epoch(now))
        stretches: list[tuple[int, int, bool]] = []
        for ahead in range(_LOOK_AHEAD_DAYS):
            day = today + ahead * _A_DAY
            stretches += [
                (start, end, window.plantao)
                for window in layout_of(calendar, day).windows
                for start, end in spans_of(day, window)
            ]
        here = next((s for s in stretches if s[0] <= now < s[1]), None)
        if here is None:
            opens = next((start for start, _end, _plantao in stretches if start > now), None)
            edge = None if opens is None else Edge(opens, opens=True)
            return TeamNow(is_open=False, is_plantao=False, next_change=edge)
        closes = _closing(stretches, here[1])
        is_always = closes >= stretches[-1][1]
        edge = None if is_always else Edge(closes, opens=False)
        return TeamNow(is_open=True, is_plantao=here[2], next_change=edge)


def _closing(stretches: Sequence[tuple[int, int, bool]], end: int) -> int:
    """Return where a chain of stretches that touch ends."""
    for start, stop, _plantao in stretches:
        if start <= end < stop:
            end = stop
    return end


def _named(connection: Connection, team: str, first: date, last: date) -> list[DueMarker]:
    """Return the first tickets that fall due on each day of a span."""
    found: list[DueMarker] = []
    day = first
    while day <= last:
        found += due_markers.due_between(connection, team, *day_span(day), MOST_NAMED)
        day += _A_DAY
    return found


def _cards(
    days: Sequence[CalendarDay],
    roster: RosterSpan,
    named: Sequence[DueMarker],
    instants: Sequence[int],
    items: Sequence[OfertaItem],
) -> tuple[DayCard, ...]:
    starts = [day_span(day.layout.date)[0] for day in days]
    due: Mapping[int, list[DueMarker]] = {place: [] for place in range(len(days))}
    times: Mapping[int, list[int]] = {place: [] for place in range(len(days))}
    owed: Mapping[int, list[OfertaItem]] = {place: [] for place in range(len(days))}
    for marker in named:
        due[_place(starts, marker.due_at - 1)].append(marker)
    for instant in sorted(instants):
        times[_place(starts, instant - 1)].append(instant)
    for item in items:
        owed[bisect_right(starts, item.due_at) - 1].append(item)
    return tuple(
        DayCard(
            day,
            tuple(post for post in roster.posts if post.day == day.layout.date),
            tuple(stray for stray in roster.strays if stray.day == day.layout.date),
            tuple(due[place]),
            tuple(times[place]),
            tuple(owed[place]),
        )
        for place, day in enumerate(days)
    )


def _place(starts: Sequence[int], instant: int) -> int:
    """Return the day of an instant; what is due at 24:00 belongs to the day that ends there."""
    return max(0, bisect_right(starts, instant) - 1)
