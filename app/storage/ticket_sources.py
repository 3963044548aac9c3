"""Tickets by the key they had in an imported log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from app.domain.errors import NotFound
from app.storage.events import Head
from app.storage.names import numbers_of
from app.storage.tables import source, ticket
from app.storage.tickets import Standing

_CHUNK = 500


def standings_by_source(
    connection: Connection, source_id: int, keys: Iterable[str]
) -> dict[str, Standing]:
    """Return the tickets already imported from a source, by their key there."""
    wanted = sorted(set(keys))
    found: dict[str, Standing] = {}
    columns = (ticket.c.source_key, ticket.c.id, ticket.c.version, ticket.c.head_seq)
    for start in range(0, len(wanted), _CHUNK):
        chosen = ticket.c.source_key.in_(wanted[start : start + _CHUNK])
        query = select(*columns, ticket.c.head_hash).where(ticket.c.source_id == source_id, chosen)
        for row in connection.execute(query):
            head = Head(row.head_seq, bytes(row.head_hash))
            found[row.source_key] = Standing(row.id, row.version, head)
    return found


def number_of_source(connection: Connection, key: str) -> int:
    """Return the number of an imported ticket; ``NotFound`` when no log had this key."""
    query = select(ticket.c.id).where(ticket.c.source_key == key).order_by(ticket.c.id.desc())
    number = connection.execute(query.limit(1)).scalar()
    if number is None:
        raise NotFound(f"nenhum chamado foi importado com a chave {key!r}")
    return int(number)


def source_number(connection: Connection, name: str) -> int:
    """Return the number of a source of imports, giving a new one to a new name."""
    return numbers_of(connection, source, [name])[name]


def source_keys(connection: Connection, numbers: Sequence[int]) -> dict[int, str]:
    """Return the key of each imported ticket among some, in the log it came from."""
    imported = ticket.c.id.in_(numbers) & ticket.c.source_key.is_not(None)
    return dict(connection.execute(select(ticket.c.id, ticket.c.source_key).where(imported)).all())
