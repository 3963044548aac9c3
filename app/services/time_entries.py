"""Minutes on tickets: logged, corrected, voided; each an event of its ticket (CON-4, ACC-9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from app.domain.changes import Changes, Kind
from app.domain.clock import instant_of_day, to_epoch
from app.domain.errors import NotFound, RuleRefusal
from app.domain.queue_view import Reference
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import EventKind
from app.domain.time_entries import EntryOrigin, Span, TimeEntry, Voiding, gaps_between, wall
from app.domain.week_sheet import WeekSheet
from app.services.acting import Act
from app.services.credits import give_credits
from app.services.desk import Desk
from app.services.recording import record
from app.services.time_fields import (
    read_description,
    read_nature,
    read_reason,
    read_span,
    read_ticket,
)
from app.services.time_keeping import as_new, log_in, payload_of, refuse_minutes_of
from app.storage import change_log, documents, names, tables, ticket_teams, time_entries
from app.storage.database import Connection
from app.storage.time_entries import NewEntry

TIME_CHANGED = Changes(frozenset({Kind.TIME}))
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry that was kept, and what screens show anew."""

    entry: TimeEntry
    changes: Changes


CONSULTING_TEAM = "consultoria"
"""Whose hours a week sheet is held against."""


class TimeEntryService:
    """Keeps minutes; nothing of them is lost, rounded, or counted twice."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def log(self, typed: Mapping[str, str]) -> Logged:
        """Keep minutes as they were typed; raises the rule and the field that is wrong.

        ``ticket day start end activity kind description``, and ``person`` where it is not who
        sits here; ``start`` and ``end`` are wall times of the day, ``24:00`` is its end, and an end
        before the start lies on the day after.
        """
        span = read_span(typed)
        number = read_ticket(typed)
        with self._desk.database.write() as connection:
            person = _person(connection, self._desk, typed.get("person", ""))
            new = NewEntry(number, person.id, *read_nature(typed), span, EntryOrigin.TYPED)
            kept = log_in(connection, self._desk, new, read_description(typed))
            return self._told(connection, kept, number)

    def correct(self, number: int, typed: Mapping[str, str]) -> Logged:
        """Change an entry that no statement fixed; what it was stays in the history (CON-7)."""
        span, reason = read_span(typed), read_reason(typed)
        with self._desk.database.write() as connection:
            entry = self._own(connection, number)
            _refuse_locked(entry)
            nature = read_nature(typed)
            new = NewEntry(entry.ticket, entry.person.id, *nature, span, entry.origin)
            refuse_minutes_of(connection, self._desk, new, but=entry.id)
            time_entries.correct(connection, entry.id, *nature, span)
            payload = {**payload_of(entry.id, new), "before": payload_of(entry.id, as_new(entry))}
            payload["reason"] = reason
            act = self._act(EventKind.TIME_CORRECTED, payload, read_description(typed), connection)
            recorded = record(connection, self._desk, entry.ticket, act)
            time_entries.tell_event(connection, entry.id, recorded.seq)
            return self._told(connection, entry.id, entry.ticket)

    def void(self, number: int, reason: str) -> Logged:
        """Take an entry back; one that a statement fixed is credited with the next (CON-7)."""
        with self._desk.database.write() as connection:
            entry = self._own(connection, number)
            why = read_reason({"reason": reason})
            now = to_epoch(self._desk.clock.now())
            voiding = Voiding(self._desk.person or self._desk.name, now, why)
            if entry.is_locked:
                self._desk.require(Right.BILLING)
                give_credits(connection, self._desk, entry, f"{wall(now)}: {why}")
            time_entries.void(connection, entry.id, voiding)
            payload = payload_of(entry.id, as_new(entry))
            act = self._act(EventKind.TIME_VOIDED, payload, why, connection)
            record(connection, self._desk, entry.ticket, act)
            return self._told(connection, entry.id, entry.ticket)

    def of_ticket(self, number: int) -> tuple[TimeEntry, ...]:
        """Return the minutes of a ticket, voided ones too."""
        with self._desk.database.read() as connection:
            return time_entries.of_ticket(connection, number)

    def week(self, monday: date, person: str | None = None) -> WeekSheet:
        """Return a week of somebody, or of who sits here.

        Time on a ticket of Ouvidoria counts; ticket zero stands for one that is not to be told.
        """
        span = Span(instant_of_day(monday, time()), instant_of_day(monday + _WEEK, time()))
        with self._desk.database.read() as connection:
            who = _known_person(connection, self._desk, person or "")
            kept = time_entries.of_person(connection, who.id, span)
            hidden = hidden_tickets(self._desk, connection, kept)
        entries = [
            replace(entry, ticket=0, description="") if entry.ticket in hidden else entry
            for entry in kept
        ]
        begun = tuple(e for e in entries if e.span.end > span.start and e.span.start < span.end)
        hours = self._desk.book.calendar_of(CONSULTING_TEAM).stretches(span.start, span.end)
        until = to_epoch(self._desk.clock.now())
        gaps = [
            gap
            for start, end in hours
            if start < until
            for gap in gaps_between(begun, Span(start, min(end, until)))
        ]
        return WeekSheet(who, monday, begun, tuple(gaps))

    def _own(self, connection: Connection, number: int) -> TimeEntry:
        """Return a live entry; another's is only for who answers for billing."""
        documents.take_turn(connection)  # a statement, or another voiding, comes first or waits
        entry = time_entries.entry_of(connection, number)
        if entry is None:
            raise NotFound("este apontamento não existe mais; procure de novo")
        if not entry.is_live:
            raise RuleRefusal("CON-4", "este apontamento já foi anulado")
        if self._desk.person != entry.person.name:
            self._desk.require(Right.BILLING)
        time_entries.lock_person(connection, entry.person.id)
        return entry

    def _act(
        self, kind: EventKind, payload: Mapping[str, object], text: str, connection: Connection
    ) -> Act:
        actor = names.number_of_person(connection, self._desk.person)
        now = to_epoch(self._desk.clock.now())
        return Act(kind, now, actor, payload=payload, text=text or None)

    def _told(self, connection: Connection, entry: int, ticket: int) -> Logged:
        kept = time_entries.entry_of(connection, entry)
        assert kept is not None
        changes = TIME_CHANGED | Changes(frozenset({Kind.TICKET}), frozenset({ticket}))
        change_log.record(connection, TIME_CHANGED, to_epoch(self._desk.clock.now()))
        return Logged(kept, changes)


def hidden_tickets(desk: Desk, connection: Connection, entries: Iterable[TimeEntry]) -> set[int]:
    """Return the tickets of entries that whoever sits here may not know of (OUV-2)."""
    if desk.may(Right.OMBUDSMAN):
        return set()
    return ticket_teams.of_team(connection, {entry.ticket for entry in entries}, OMBUDSMAN)


def _person(connection: Connection, desk: Desk, named: str) -> Reference:
    """Return whose minutes they are, a new name too; another's only for who answers for billing."""
    name = named.strip() or desk.person
    if name is None:
        raise RuleRefusal("CON-4", "person: diga de quem é o tempo; escolha quem está à mesa")
    if desk.has_seat and name != desk.person:
        desk.require(Right.BILLING)
    return Reference(names.numbers_of(connection, tables.person, [name])[name], name)


def _known_person(connection: Connection, desk: Desk, named: str) -> Reference:
    name = named or desk.person
    known = next((p for p in names.people(connection) if p.name == name), None)
    if known is None:
        raise NotFound("escolha quem está à mesa para ver a sua semana")
    return known


def _refuse_locked(entry: TimeEntry) -> None:
    if entry.is_locked:
        raise RuleRefusal(
            "CON-7",
            f"o apontamento está no demonstrativo {entry.statement:06d}, já emitido; anule-o: "
            "o próximo demonstrativo traz o crédito",
        )
