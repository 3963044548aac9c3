"""Whether a database is whole: file, references, chains, anchors, projections (ACC-9)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, text

from app.domain.event_chain import GENESIS, anchor, first_break, salted_digest
from app.domain.ticket_events import EventKind
from app.storage.events import number_text, sealed_histories
from app.storage.tables import anchor as anchor_table
from app.storage.tables import event, event_text, ticket

_LAST_ANCHOR = select(anchor_table).order_by(anchor_table.c.id.desc()).limit(1)
Report = Callable[[int, int], None]
"""Told how many tickets of how many were looked at."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The newest event of every ticket that moved in a stretch of the event log."""

    tickets: tuple[tuple[str, int, bytes], ...]
    last_event_id: int


def anchor_is_due(connection: Connection, day: date) -> bool:
    """Tell whether anything was recorded since the last anchor, which is older than a day."""
    last = connection.execute(_LAST_ANCHOR).first()
    if last is not None and last.day >= day:
        return False
    newest = connection.execute(select(func.max(event.c.id))).scalar() or 0
    return newest > (0 if last is None else last.last_event_id)


def drop_anchor(connection: Connection, day: date) -> None:
    """Anchor every head that moved since the last anchor, unless another desk just did (ACC-9)."""
    if connection.dialect.name == "postgresql":
        # An event still being written has its number already: wait for it, let no other begin.
        # Nor may two desks anchor at once: each would go on from the same anchor.
        connection.execute(text("LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE"))
    if not anchor_is_due(connection, day):
        return
    last = connection.execute(_LAST_ANCHOR).first()
    heads = _heads_between(connection, 0 if last is None else last.last_event_id, None)
    digest = anchor(GENESIS if last is None else bytes(last.digest), heads.tickets)
    row = {"day": day, "last_event_id": heads.last_event_id, "digest": digest}
    connection.execute(insert(anchor_table), row)


def _heads_between(connection: Connection, after: int, until: int | None) -> Heads:
    stretch = event.c.id > after
    if until is not None:
        stretch &= event.c.id <= until
    newest = (
        select(func.max(event.c.id).label("id")).where(stretch).group_by(event.c.ticket_id)
    ).subquery()
    query = (
        select(event.c.id, event.c.ticket_id, event.c.seq, event.c.hash)
        .join(newest, newest.c.id == event.c.id)
        .order_by(event.c.ticket_id)
    )
    rows = connection.execute(query).all()
    tickets = tuple((number_text(row.ticket_id), row.seq, bytes(row.hash)) for row in rows)
    return Heads(tickets, max((row.id for row in rows), default=after))


def anchor_faults(connection: Connection) -> list[str]:
    """Return the anchors that no longer fit the events they covered."""
    faults, after, previous = [], 0, GENESIS
    for row in connection.execute(select(anchor_table).order_by(anchor_table.c.id)).all():
        heads = _heads_between(connection, after, row.last_event_id)
        stored = bytes(row.digest)
        if anchor(previous, heads.tickets) != stored or heads.last_event_id != row.last_event_id:
            faults.append(f"âncora de {row.day:%d/%m/%Y}: eventos foram alterados ou faltam")
        after, previous = row.last_event_id, stored
    return faults


def chain_faults(connection: Connection, report: Report) -> list[str]:
    """Return the tickets whose chain does not hold, or whose projection names another head."""
    query = select(ticket.c.id, ticket.c.head_seq, ticket.c.head_hash)
    heads = {row.id: (row.head_seq, bytes(row.head_hash)) for row in connection.execute(query)}
    total, faults = len(heads), []
    for looked_at, history in enumerate(sealed_histories(connection), 1):
        number = number_text(history.ticket)
        broken = first_break(number, history.sealed)
        last, _payload, last_hash = history.sealed[-1]
        if broken is not None:
            faults.append(f"chamado {number}: {broken.reason}")
        elif heads.pop(history.ticket, None) != (last.seq, last_hash):
            faults.append(f"chamado {number}: o fim da história não confere com o chamado")
        heads.pop(history.ticket, None)
        report(looked_at, total)
    return faults + [f"chamado {number_text(number)}: não tem história" for number in sorted(heads)]


def text_faults(connection: Connection) -> list[str]:
    """Return the texts that are not what their events hold the digest of (rulebook §9).

    A blank is accepted only with the event that blanked it, and from then on nothing else is.
    """
    blanking = event.c.kind == EventKind.TEXT_BLANKED.value
    blanked = {
        (row.ticket_id, json.loads(row.payload).get("seq"))
        for row in connection.execute(select(event.c.ticket_id, event.c.payload).where(blanking))
    }
    query = (
        select(
            event.c.ticket_id, event.c.seq, event.c.payload, event_text.c.body, event_text.c.salt
        )
        .outerjoin(event_text, event_text.c.event_id == event.c.id)
        .where(or_(event.c.payload.contains('"text":'), event_text.c.event_id.is_not(None)))
        .order_by(event.c.ticket_id, event.c.seq)
        .execution_options(yield_per=2000)
    )
    return [
        f"chamado {number_text(row.ticket_id)}: o texto do evento {row.seq} foi alterado"
        for row in connection.execute(query)
        if not _is_faithful(row, is_blanked=(row.ticket_id, row.seq) in blanked)
    ]


def _is_faithful(row: Row[*tuple[Any, ...]], *, is_blanked: bool) -> bool:
    if row.body is None or is_blanked:
        return row.body is None and is_blanked
    digest: object = json.loads(row.payload).get("text")
    return digest == salted_digest(row.body, bytes(row.salt))


def file_faults(connection: Connection) -> list[str]:
    """Return what the SQLite engine itself finds wrong with the file and its references."""
    if connection.dialect.name != "sqlite":
        return []
    faults = [
        row[0] for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"
    ]
    broken = connection.execute(text("PRAGMA foreign_key_check")).all()
    return faults + [f"referência quebrada em {row[0]}, linha {row[1]}" for row in broken]
