"""Minutes held against the rules and kept with their event (CON-1, CON-4, CON-8)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from app.domain.clock import to_epoch
from app.domain.consulting import Consulting, consulting_of, refuse_minutes
from app.domain.errors import RuleRefusal
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_replay import replay
from app.domain.time_entries import (
    EntryOrigin,
    Span,
    TimeEntry,
    TimeKind,
    refuse_outside_life,
    refuse_overlap,
    wall,
)
from app.domain.working_time import WorkingTime
from app.services.acting import Act
from app.services.desk import Desk
from app.services.recording import record
from app.storage import events, tickets, time_entries, timers
from app.storage.database import Connection
from app.storage.time_entries import NewEntry


def log_in(connection: Connection, desk: Desk, new: NewEntry, description: str) -> int:
    """Keep an entry in a transaction, with its event; returns its number.

    Raises what forbids it. Minutes of a timer are kept even outside the hours of the team: there
    they are not billed without an appointment (CON-8).
    """
    time_entries.lock_person(connection, new.person)
    refuse_minutes_of(connection, desk, new)
    return keep_entry(connection, desk, new, description)


def keep_entry(connection: Connection, desk: Desk, new: NewEntry, description: str) -> int:
    """Keep an entry that was held against the rules already."""
    number = time_entries.add(connection, new)
    act = Act(
        EventKind.TIME_LOGGED,
        to_epoch(desk.clock.now()),
        new.person,
        payload=payload_of(number, new),
        text=description or None,
    )
    recorded = record(connection, desk, new.ticket, act)
    time_entries.tell_event(connection, number, recorded.seq)
    return number


def payload_of(number: int, new: NewEntry) -> dict[str, object]:
    """Return what the event of an entry says of it."""
    return {
        "entry": number,
        "person": new.person,
        "start": new.span.start,
        "end": new.span.end,
        "activity": new.activity.value,
        "kind": new.kind.value,
        "origin": new.origin.value,
    }


def as_new(entry: TimeEntry) -> NewEntry:
    """Return a kept entry as it would be kept anew."""
    return NewEntry(
        entry.ticket, entry.person.id, entry.activity, entry.kind, entry.span, entry.origin
    )


def refuse_minutes_of(
    connection: Connection, desk: Desk, new: NewEntry, but: int | None = None
) -> None:
    """Hold minutes against every rule; ``but`` is the entry that they take the place of."""
    known = history_to_write(connection, new.ticket)
    history = replay(known)
    now = to_epoch(desk.clock.now())
    refuse_outside_life(new.span, history.opened_at, history.closed_at, now)
    others = time_entries.of_person(connection, new.person, new.span)
    refuse_overlap(new.span, (entry for entry in others if entry.id != but))
    running = timers.timer_of(connection, new.person)
    if running is not None and running.until(now).overlaps(new.span):
        raise RuleRefusal("CON-4", "end: o seu cronômetro corre nesse horário; pare-o antes")
    if new.kind is TimeKind.INTERNAL or new.origin is EntryOrigin.IMPORTED:
        return  # imported minutes are kept, and judged when they are billed (CON-7)
    consulting = consulting_of(known)
    refuse_minutes(consulting, new.span.start)
    assert consulting is not None
    _refuse_hours(desk, history, consulting, new.span)


def _refuse_hours(desk: Desk, history: TicketHistory, consulting: Consulting, span: Span) -> None:
    """Refuse typed minutes outside the hours of the team without an appointment (CON-8)."""
    outside = outside_hours(desk, history, span)
    agreed = consulting.agreed(span)
    edges = [edge for part in agreed for edge in (part.start, part.end)]
    for stretch in outside:
        for piece in stretch.cut_at(edges):
            if not any(piece.overlaps(part) for part in agreed):
                raise RuleRefusal(
                    "CON-8",
                    f"start: de {wall(piece.start)} a {wall(piece.end)} a equipe está fechada; "
                    "registre antes o agendamento combinado com o cliente",
                )


def outside_hours(desk: Desk, history: TicketHistory, span: Span) -> tuple[Span, ...]:
    """Return the parts of a stretch outside the hours of the team in charge then (CON-8)."""
    if span.seconds <= 0:
        return ()
    moves = (new.since for old, new in pairwise(history.terms) if old.team != new.team)
    return tuple(
        closed
        for piece in span.cut_at(moves)
        for closed in _closed(desk.book.calendar_of(history.team_at(piece.start)), piece)
    )


def _closed(calendar: WorkingTime, span: Span) -> Iterator[Span]:
    begin = span.start
    for start, end in calendar.stretches(span.start, span.end):
        if begin < start:
            yield Span(begin, start)
        begin = end
    if begin < span.end:
        yield Span(begin, span.end)


def history_to_write(connection: Connection, number: int) -> tuple[Event, ...]:
    """Return the events of a ticket that is about to be written to."""
    tickets.standing_to_write(connection, number)
    return events.history_of(connection, number)
