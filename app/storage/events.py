"""Histories: events appended, chained, and read back; never changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.domain.event_chain import GENESIS, canonical, seal
from app.domain.ticket_events import Channel, Event, EventKind
from app.storage.bulk import insert_rows
from app.storage.tables import event, event_text

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a ticket's chain: the last sequence and its hash."""

    seq: int = 0
    hash: bytes = GENESIS


@dataclass(frozen=True, slots=True)
class SaltedText:
    """A text that lies apart from the event that refers to it by digest (rulebook §9)."""

    body: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Appended:
    """Events to append to one ticket, numbered on from its head.

    ``source_rows`` names the imported row of each event, and ``texts`` gives the text of those
    that have one, by sequence.
    """

    ticket: int
    head: Head
    events: tuple[Event, ...]
    source_rows: tuple[str, ...] = ()
    texts: Mapping[int, SaltedText] | None = None


def number_text(ticket: int) -> str:
    """Write a ticket's number with its eight digits (TKT-1)."""
    return f"{ticket:08d}"


@dataclass(frozen=True, slots=True)
class Sealed:
    """Events as they will be stored, chained, with the new end of the chain."""

    batch: Appended
    rows: tuple[tuple[object, ...], ...]
    head: Head


def sealed(batch: Appended) -> Sealed:
    """Seal events, each to the one recorded before it on the same ticket."""
    head = batch.head
    rows: list[tuple[object, ...]] = []
    number = number_text(batch.ticket)
    for place, act in enumerate(batch.events):
        payload = canonical(act.payload)
        head = Head(act.seq, seal(head.hash, number, act, payload))
        rows.append(
            (
                batch.ticket,
                act.seq,
                act.kind.value,
                act.at,
                act.recorded_at,
                act.actor,
                act.desk,
                act.channel.value,
                payload,
                head.hash,
                batch.source_rows[place] if batch.source_rows else None,
            )
        )
    return Sealed(batch, tuple(rows), head)


def append(connection: Connection, chains: Sequence[Sealed]) -> None:
    """Append sealed events and their texts."""
    rows = (row for chain in chains for row in chain.rows)
    insert_rows(connection, event, (*(column.name for column in _COLUMNS), "source_row"), rows)
    for chain in chains:
        if chain.batch.texts:
            _append_texts(connection, chain.batch.ticket, chain.batch.texts)


def _append_texts(connection: Connection, ticket: int, texts: Mapping[int, SaltedText]) -> None:
    chosen = (event.c.ticket_id == ticket) & event.c.seq.in_(list(texts))
    ids = connection.execute(select(event.c.seq, event.c.id).where(chosen))
    connection.execute(
        insert(event_text),
        [{"event_id": i, "body": texts[seq].body, "salt": texts[seq].salt} for seq, i in ids],
    )


_COLUMNS = (
    event.c.ticket_id,
    event.c.seq,
    event.c.kind,
    event.c.at,
    event.c.recorded_at,
    event.c.actor_id,
    event.c.desk,
    event.c.channel,
    event.c.payload,
    event.c.hash,
)


def _event(row: Row[*tuple[Any, ...]]) -> Event:
    return Event(
        seq=row.seq,
        kind=EventKind(row.kind),
        at=row.at,
        recorded_at=row.recorded_at,
        actor=row.actor_id,
        desk=row.desk,
        channel=Channel(row.channel),
        payload=json.loads(row.payload),
    )


def history_of(connection: Connection, ticket: int) -> tuple[Event, ...]:
    """Return a ticket's events in the order they were recorded."""
    query = select(*_COLUMNS).where(event.c.ticket_id == ticket).order_by(event.c.seq)
    return tuple(_event(row) for row in connection.execute(query))


def histories_of(connection: Connection, tickets: Iterable[int]) -> dict[int, list[Event]]:
    """Return the events of many tickets, each in the order they were recorded."""
    wanted = sorted(tickets)
    found: dict[int, list[Event]] = {ticket: [] for ticket in wanted}
    for start in range(0, len(wanted), _CHUNK):
        chosen = event.c.ticket_id.in_(wanted[start : start + _CHUNK])
        query = select(*_COLUMNS).where(chosen).order_by(event.c.ticket_id, event.c.seq)
        for row in connection.execute(query):
            found[row.ticket_id].append(_event(row))
    return found


def tickets_with(connection: Connection, kind: EventKind) -> list[int]:
    """Return the tickets that have an event of a kind."""
    query = select(event.c.ticket_id).where(event.c.kind == kind.value).distinct()
    return sorted(connection.scalars(query))


def source_rows_of(connection: Connection, tickets: Iterable[int]) -> set[str]:
    """Return the imported rows that these tickets already hold."""
    wanted = sorted(tickets)
    found: set[str] = set()
    for start in range(0, len(wanted), _CHUNK):
        chosen = event.c.ticket_id.in_(wanted[start : start + _CHUNK])
        query = select(event.c.source_row).where(chosen, event.c.source_row.is_not(None))
        found.update(connection.scalars(query))
    return found


def texts_of(connection: Connection, ticket: int) -> dict[int, str | None]:
    """Return the text of each event of a ticket that has one; none where it was blanked."""
    query = (
        select(event.c.seq, event_text.c.body)
        .join(event_text, event_text.c.event_id == event.c.id)
        .where(event.c.ticket_id == ticket)
    )
    return dict(connection.execute(query).all())


@dataclass(frozen=True, slots=True)
class SealedHistory:
    """A ticket's whole chain as stored: event, payload text, hash."""

    ticket: int
    sealed: tuple[tuple[Event, str, bytes], ...]


def sealed_histories(connection: Connection) -> Iterator[SealedHistory]:
    """Give every ticket's chain in the order of their numbers, streamed."""
    query = (
        select(*_COLUMNS).order_by(event.c.ticket_id, event.c.seq).execution_options(yield_per=2000)
    )
    ticket = 0
    sealed: list[tuple[Event, str, bytes]] = []
    for row in connection.execute(query):
        if row.ticket_id != ticket and sealed:
            yield SealedHistory(ticket, tuple(sealed))
            sealed = []
        ticket = row.ticket_id
        sealed.append((_event(row), row.payload, bytes(row.hash)))
    if sealed:
        yield SealedHistory(ticket, tuple(sealed))
