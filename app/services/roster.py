"""The duty roster: put on duty, rotate, copy, swap, be away; who is on duty now (CAL-7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.day_layout import layout_of, spans_of
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.queue_view import Reference
from app.domain.roles import Right
from app.domain.roster import (
    Absence,
    Assignment,
    Conflict,
    Duty,
    Post,
    conflicts,
    copied,
    duty_seconds,
    posts_of,
    refuse_duty,
    rotation,
    strays,
)
from app.domain.team_calendar import CalendarRevision
from app.services.desk import Desk
from app.storage import change_log, names, roster
from app.storage.database import Connection
from app.storage.roster import Written

ROSTER_CHANGED = Changes(frozenset({Kind.ROSTER}))
_LONGEST_SPAN = timedelta(days=400)
_LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class RosterSpan:
    """The roster of a team over some days: posts, what is odd about them, and who is away."""

    team: str
    first: date
    last: date
    posts: tuple[Post, ...]
    strays: tuple[Duty, ...]
    conflicts: tuple[Conflict, ...]
    absences: tuple[Absence, ...]
    seconds: Mapping[Reference, int]

    @property
    def holes(self) -> tuple[Post, ...]:
        """The posts that nobody holds."""
        return tuple(post for post in self.posts if post.is_hole)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """Who is on duty in a team now, and until when (epoch seconds); nobody is a hole."""

    team: str
    names: tuple[str, ...]
    until: int


class RosterService:
    """Reads and changes the roster."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def people(self) -> tuple[Reference, ...]:
        """Return who may be put on duty, by name."""
        with self._desk.database.read() as connection:
            return names.people(connection)

    def span(self, team: str, first: date, last: date) -> RosterSpan:
        """Return the roster of some days; double duties of any team are told."""
        with self._desk.database.read() as connection:
            return self.span_in(connection, team, first, last)

    def on_duty_now(self) -> tuple[OnDuty, ...]:
        """Return who is on duty at this instant in each team that has plantão now."""
        now = to_epoch(self._desk.clock.now())
        today = local_date(from_epoch(now))
        with self._desk.database.read() as connection:
            known = roster.duties(connection, today, today)
            away = roster.absences(connection, today, today)
        found = []
        for team in self._desk.book.teams:
            mine = [duty for duty in known if duty.team == team.key]
            for post in posts_of(layout_of(team.calendar, today), mine, away):
                until = next((e for s, e in spans_of(today, post.window) if s <= now < e), None)
                if until is not None:
                    found.append(OnDuty(team.name, post.names, until))
        return tuple(found)

    def export(self, person: Reference, first: date, last: date, path: Path) -> None:
        """Write somebody's duties as an iCalendar file; ``DataFailure`` where it cannot be."""
        from app.services.calendar_feed import write_feed
        from app.services.duty_feed import duty_feed

        with self._desk.database.read() as connection:
            stands, ended = roster.persons_duties(connection, person.id, first, last)
        teams = {team.key: team.name for team in self._desk.book.teams}
        now = self._desk.clock.now()
        write_feed(duty_feed(person.name, stands, ended, teams, now), path)

    def assign(self, team: str, assignments: Sequence[Assignment]) -> Changes:
        """Put people on duty; one that cannot be refuses all of them."""
        return self._write(team, lambda _connection, _span: assignments, _days(assignments))

    def rotate(self, team: str, people: Sequence[int], first: date, last: date) -> Changes:
        """Fill the holes of some days week by week with one person after another."""

        def turns(_connection: Connection, span: RosterSpan) -> Iterable[Assignment]:
            return list(_present(rotation(span.posts, people, first), span.absences))

        return self._write(team, turns, (first, last))

    def copy_week(self, team: str, source: date, target: date) -> Changes:
        """Fill the holes of a week with who has the same windows in another one."""
        from_monday, to_monday = _monday(source), _monday(target)
        days = (to_monday - from_monday).days
        if not days:
            raise InvalidInput("CAL-7: escolha outra semana", field="target")

        def same(connection: Connection, span: RosterSpan) -> Iterable[Assignment]:
            known = roster.duties(connection, from_monday, from_monday + _SIX_DAYS, team)
            return list(_present(copied(known, span.posts, days), span.absences))

        return self._write(team, same, (to_monday, to_monday + _SIX_DAYS))

    def clear(self, duties: Sequence[int]) -> Changes:
        """Take people off duty; that they were on it stays to be read."""
        self._desk.require(Right.ROSTER)
        with self._desk.database.write() as connection:
            roster.end_duties(connection, duties, self._written())
            self._log(connection)
        return ROSTER_CHANGED

    def swap(self, mine: int, theirs: int, words: str) -> Changes:
        """Let two people take each other's duty; ``words`` say how the other one agreed.

        Either of them may record it, or who may change the roster.
        """
        told = words.strip()
        if not told or len(told) > _LONGEST_WORDS:
            raise InvalidInput("CAL-7: diga quando e como o colega concordou", field="words")
        written = self._written()
        with self._desk.database.write() as connection:
            one, other = (_standing(connection, number) for number in (mine, theirs))
            if one.person == other.person:
                raise RuleRefusal("CAL-7", f"os dois plantões já são de {one.person.name}")
            if self._desk.person not in (one.person.name, other.person.name):
                self._desk.require(Right.ROSTER)
            number = roster.add_swap(connection, other.person.id, written.at, told, written)
            roster.end_duties(connection, (one.id, other.id), written)
            for duty, person in ((one, other.person), (other, one.person)):
                taken = Assignment(duty.day, duty.start, duty.end, person.id)
                self._refuse(connection, duty.team, [taken])
                roster.add_duties(connection, duty.team, [taken], written, number)
            self._log(connection)
        return ROSTER_CHANGED

    def add_absence(self, person: int, first: date, last: date, reason: str) -> Changes:
        """Take note that somebody is away; their duties of those days become holes."""
        self._desk.require(Right.ROSTER)
        if last < first:
            raise InvalidInput("CAL-7: a ausência termina antes de começar", field="last")
        if not reason.strip() or len(reason.strip()) > _LONGEST_WORDS:
            raise InvalidInput("CAL-7: escreva o motivo em poucas palavras", field="reason")
        with self._desk.database.write() as connection:
            roster.add_absence(connection, person, first, last, reason.strip(), self._written())
            self._log(connection)
        return ROSTER_CHANGED

    def end_absence(self, number: int) -> Changes:
        """Take back an absence."""
        self._desk.require(Right.ROSTER)
        with self._desk.database.write() as connection:
            roster.end_absence(connection, number, self._written())
            self._log(connection)
        return ROSTER_CHANGED

    def _write(
        self,
        team: str,
        wanted: Callable[[Connection, RosterSpan], Iterable[Assignment]],
        days: tuple[date, date],
    ) -> Changes:
        self._desk.require(Right.ROSTER)
        with self._desk.database.write() as connection:
            span = self.span_in(connection, team, *days)
            added = list(wanted(connection, span))
            if not added:
                raise RuleRefusal("CAL-7", "não há plantão vago nesses dias")
            self._refuse(connection, team, added)
            roster.add_duties(connection, team, added, self._written())
            self._log(connection)
        return ROSTER_CHANGED

    def _refuse(self, connection: Connection, team: str, added: Sequence[Assignment]) -> None:
        calendar = self._calendar(team)
        first, last = _days(added)
        known = roster.duties(connection, first, last, team)
        away = roster.absences(connection, first, last)
        for assignment in added:
            refuse_duty(assignment, layout_of(calendar, assignment.day), known, away)

    def span_in(self, connection: Connection, team: str, first: date, last: date) -> RosterSpan:
        """Return the roster of some days within a transaction."""
        if not first <= last <= first + _LONGEST_SPAN:
            raise InvalidInput("CAL-7: o período vai de um dia a outro, até um ano", field="last")
        calendar = self._calendar(team)
        everybodys = roster.duties(connection, first, last)
        mine = tuple(duty for duty in everybodys if duty.team == team)
        away = roster.absences(connection, first, last)
        layouts = [
            layout_of(calendar, first + timedelta(days=day))
            for day in range((last - first).days + 1)
        ]
        odd = conflicts(everybodys)
        posts = tuple(post for layout in layouts for post in posts_of(layout, mine, away))
        held = {duty.id: duty for post in posts for duty in post.on_duty}
        return RosterSpan(
            team,
            first,
            last,
            posts,
            tuple(stray for layout in layouts for stray in strays(layout, mine)),
            tuple(found for found in odd if team in (found.one.team, found.other.team)),
            away,
            duty_seconds(held.values()),
        )

    def _calendar(self, team: str) -> CalendarRevision:
        return self._desk.book.team(team).calendar

    def _written(self) -> Written:
        now = to_epoch(self._desk.clock.now())
        return Written(self._desk.person or self._desk.name, now)

    def _log(self, connection: Connection) -> None:
        change_log.record(connection, ROSTER_CHANGED, to_epoch(self._desk.clock.now()))


_SIX_DAYS = timedelta(days=6)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _days(assignments: Sequence[Assignment]) -> tuple[date, date]:
    days = [assignment.day for assignment in assignments]
    if not days:
        raise InvalidInput("CAL-7: escolha um plantão")
    return min(days), max(days)


def _present(wanted: Iterable[Assignment], absences: Sequence[Absence]) -> Iterable[Assignment]:
    """Leave out whom a plan of many days meets away: their posts stay holes to be seen."""
    for assignment in wanted:
        is_away = any(
            absence.person.id == assignment.person and absence.holds_on(assignment.day)
            for absence in absences
        )
        if not is_away:
            yield assignment


def _standing(connection: Connection, number: int) -> Duty:
    found = roster.duty_of(connection, number)
    if found is None:
        raise NotFound("CAL-7: este plantão foi mudado; veja a escala de novo")
    return found
