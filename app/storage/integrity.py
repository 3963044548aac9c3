"""Whether a database is whole: file, references, chains, projections (ACC-9)."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Row, or_, select, text

from app.domain.event_chain import first_break, salted_digest
from app.domain.ticket_events import EventKind
from app.storage.events import number_text, sealed_histories
from app.storage.tables import event, event_text, ticket

Report = Callable[[int, int], None]
"""Told how many tickets of how many were looked at."""


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
