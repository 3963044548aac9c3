"""A desk at work: tickets with histories, written as the desk itself writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text, update

from app.domain.clock import BRASILIA, to_epoch, wall_to_instant
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Event, EventKind
from app.services.desk import Desk
from app.services.ticket_writing import TicketDraft, write_new
from app.storage import names, tables, tickets
from app.storage.database import Database
from app.storage.tickets import NewTicket


def at(wall: str) -> int:
    """Read wall time of Brasília, as in ``2026-03-02 09:00``, into epoch seconds."""
    return to_epoch(wall_to_instant(datetime.fromisoformat(wall), BRASILIA))


@dataclass(frozen=True, slots=True)
class Later:
    """An act after the opening; ``wall`` is Brasília time."""

    kind: EventKind
    wall: str
    payload: Mapping[str, Any] | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A ticket to be opened."""

    opened: str = "2026-03-02 09:00"
    severity: Severity | None = Severity.MEDIUM
    team: str = "suporte-tecnico"
    client: str = "Escola Exemplo"
    product: str = "Boletim"
    assignee: str | None = None
    summary: str = "O relatório não abre"
    description: str = ""
    later: Sequence[Later] = ()


def open_tickets(desk: Desk, *asked: Asked) -> list[int]:
    """Open tickets with their whole histories in one transaction; returns their numbers."""
    with desk.database.write() as connection:
        return [_open(connection, desk, ticket) for ticket in asked]


def open_ticket(desk: Desk, asked: Asked | None = None) -> int:
    return open_tickets(desk, asked or Asked())[0]


def _open(connection: Connection, desk: Desk, asked: Asked) -> int:
    (number,) = tickets.take_numbers(connection, 1)
    client = names.numbers_of(connection, tables.client, [asked.client])[asked.client]
    product = names.numbers_of(connection, tables.product, [asked.product])[asked.product]
    severity = None if asked.severity is None else asked.severity.value
    opening: dict[str, object] = {"team": asked.team, "severity": severity, "facts": {}}
    acts = [Later(EventKind.OPENED, asked.opened, opening), *asked.later]
    if asked.assignee is not None:
        acts.insert(1, Later(EventKind.ASSIGNED, asked.opened, None, asked.assignee))
    draft = TicketDraft(
        NewTicket(number, client, product, asked.summary, asked.description),
        tuple(_event(connection, act, seq) for seq, act in enumerate(acts, 1)),
    )
    write_new(connection, desk.book, [draft], {client: asked.client})
    return number


def _event(connection: Connection, act: Later, seq: int) -> Event:
    instant, actor = at(act.wall), None
    payload = dict(act.payload or {})
    if act.actor is not None:
        actor = names.numbers_of(connection, tables.person, [act.actor])[act.actor]
        payload |= {"assignee": actor} if act.kind is EventKind.ASSIGNED else {}
    return Event(seq, act.kind, instant, instant, actor, "mesa", Channel.DESK, payload)


def person(database: Database, name: str) -> int:
    """Return the number of somebody of the desk, new or known."""
    with database.write() as connection:
        return names.numbers_of(connection, tables.person, [name])[name]


def tamper(database: Database, statement: str, **values: object) -> None:
    """Change a database behind the program's back."""
    with database.write() as connection:
        connection.execute(text(statement), values)


def date_of_anchor(database: Database, day: object) -> None:
    """Say that the anchors were dropped on another day."""
    with database.write() as connection:
        connection.execute(update(tables.anchor).values(day=day))
