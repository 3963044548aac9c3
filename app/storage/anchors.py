"""Anchors: one digest a day over the newest event of every ticket that moved (ACC-9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, insert, select, text

from app.domain.event_chain import GENESIS, anchor
from app.storage.tables import anchor as anchor_table
from app.storage.tables import event

_LAST_ANCHOR = select(anchor_table).order_by(anchor_table.c.id.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Heads:
    """The newest event of every ticket that moved in a stretch of the event log."""

    tickets: tuple[tuple[str, int, bytes], ...]
    last_event_id: int


def is_due(connection: Connection, day: date) -> bool:
    """Tell whether anything was recorded since the last anchor, which is older than a day."""
    last = connection.execute(_LAST_ANCHOR).first()
    if last is not None and last.day >= day:
        return False
    newest = connection.execute(select(func.max(event.c.id))).scalar() or 0
    return newest > (0 if last is None else last.last_event_id)


def drop(connection: Connection, day: date) -> None:
    """Anchor every head that moved since the last anchor, unless another desk just did (ACC-9)."""
    if connection.dialect.name == "postgresql":
        # An event still being written has its number already: wait for it, let no other begin.
        # Nor may two desks anchor at once: each would go on from the same anchor.
        connection.execute(text("LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE"))
    if not is_due(connection, day):
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
    tickets = tuple((f"{row.ticket_id:08d}", row.seq, bytes(row.hash)) for row in rows)
    return Heads(tickets, max((row.id for row in rows), default=after))


def faults(connection: Connection) -> list[str]:
    """Return the anchors that no longer fit the events they covered."""
    found, after, previous = [], 0, GENESIS
    for row in connection.execute(select(anchor_table).order_by(anchor_table.c.id)).all():
        heads = _heads_between(connection, after, row.last_event_id)
        stored = bytes(row.digest)
        if anchor(previous, heads.tickets) != stored or heads.last_event_id != row.last_event_id:
            found.append(f"âncora de {row.day:%d/%m/%Y}: eventos foram alterados ou faltam")
        after, previous = row.last_event_id, stored
    return found
