"""What Oferta P owes (OFP-1 … OFP-3)."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, insert, select, update

from app.domain.oferta_p import ItemKind, ItemState, OfertaItem
from app.storage.duty_tables import oferta_item
from app.storage.roster import Written
from app.storage.tables import client


def items_between(connection: Connection, since: int, until: int) -> tuple[OfertaItem, ...]:
    """Return what falls due in ``[since, until)`` and was not given up, in order."""
    is_kept = oferta_item.c.state != ItemState.CANCELLED.value
    span = (oferta_item.c.due_at >= since) & (oferta_item.c.due_at < until)
    return _items(connection, is_kept & span)


def open_items(connection: Connection) -> tuple[OfertaItem, ...]:
    """Return what is still owed, in the order it falls due."""
    return _items(connection, oferta_item.c.state == ItemState.OPEN.value)


def _items(connection: Connection, chosen: ColumnElement[bool]) -> tuple[OfertaItem, ...]:
    kept = oferta_item.c
    query = (
        select(
            kept.id,
            kept.kind,
            kept.title,
            client.c.name,
            kept.basis_at,
            kept.due_at,
            kept.why,
            kept.state,
        )
        .outerjoin(client, client.c.id == kept.client_id)
        .where(chosen)
        .order_by(kept.due_at, kept.id)
    )
    return tuple(
        OfertaItem(number, ItemKind(kind), title, name or "", basis, due, why, ItemState(state))
        for number, kind, title, name, basis, due, why, state in connection.execute(query)
    )


def add(
    connection: Connection, item: OfertaItem, client_number: int | None, written: Written
) -> None:
    """Keep something that is owed."""
    row = {
        "kind": item.kind.value,
        "client_id": client_number,
        "title": item.title,
        "basis_at": item.basis_at,
        "due_at": item.due_at,
        "why": item.why,
        "state": item.state.value,
        "author": written.author,
        "recorded_at": written.at,
    }
    connection.execute(insert(oferta_item), row)


def decide(connection: Connection, number: int, state: ItemState, written: Written) -> None:
    """Take note that something was done, or is owed no more."""
    decided = {"state": state.value, "decided_at": written.at, "decided_by": written.author}
    is_open = oferta_item.c.state == ItemState.OPEN.value
    connection.execute(
        update(oferta_item).where(oferta_item.c.id == number, is_open).values(decided)
    )
