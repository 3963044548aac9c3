"""The timers that run: one a person, in the database from the first second (CON-4)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from app.domain.queue_view import Reference
from app.domain.time_entries import Activity, TimeKind
from app.domain.timer import RunningTimer
from app.storage.consulting_tables import running_timer
from app.storage.tables import person

_kept = running_timer.c


def timer_of(connection: Connection, person_number: int) -> RunningTimer | None:
    """Return somebody's running timer."""
    return next(iter(_timers(connection, _kept.person_id == person_number)), None)


def of_ticket(connection: Connection, number: int) -> tuple[RunningTimer, ...]:
    """Return the timers that run on a ticket."""
    return _timers(connection, _kept.ticket_id == number)


def start(connection: Connection, timer: RunningTimer) -> None:
    """Let a timer run; its person has no other (the key of the table says so)."""
    row = {
        "person_id": timer.person.id,
        "ticket_id": timer.ticket,
        "activity": timer.activity.value,
        "kind": timer.kind.value,
        "description": timer.description,
        "started_at": timer.started_at,
        "seen_at": timer.seen_at,
    }
    connection.execute(insert(running_timer), row)


def touch(connection: Connection, person_number: int, seen_at: int) -> None:
    """Write a sign of life; one that is older than the last changes nothing."""
    is_newer = (_kept.person_id == person_number) & (_kept.seen_at < seen_at)
    connection.execute(update(running_timer).where(is_newer).values(seen_at=seen_at))


def describe(connection: Connection, person_number: int, description: str) -> None:
    """Write down what is being done."""
    chosen = _kept.person_id == person_number
    connection.execute(update(running_timer).where(chosen).values(description=description))


def end(connection: Connection, person_number: int) -> None:
    """Let a timer run no more."""
    connection.execute(delete(running_timer).where(_kept.person_id == person_number))


def _timers(connection: Connection, chosen: ColumnElement[bool]) -> tuple[RunningTimer, ...]:
    query = (
        select(running_timer, person.c.name)
        .join(person, person.c.id == _kept.person_id)
        .where(chosen)
        .order_by(_kept.person_id)
    )
    return tuple(
        RunningTimer(
            Reference(row.person_id, row.name),
            row.ticket_id,
            Activity(row.activity),
            TimeKind(row.kind),
            row.description,
            row.started_at,
            row.seen_at,
        )
        for row in connection.execute(query)
    )
