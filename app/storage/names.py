"""Names that stand once and are referred to by number: people, clients, products, sources."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, select, text

from app.domain.queue_view import Reference
from app.storage import tables
from app.storage.search_text import fold

_CHUNK = 500


def numbers_of(connection: Connection, table: Table, names: Iterable[str]) -> dict[str, int]:
    """Return the number of each name, giving new ones to those not yet known."""
    wanted = sorted(set(names))
    known = _known(connection, table, wanted)
    missing = [{"name": name} for name in wanted if name not in known]
    if missing:
        # Another desk may be giving a number to the same name: whoever comes second takes that.
        statement = f"INSERT INTO {table.name} (name) VALUES (:name) ON CONFLICT DO NOTHING"
        connection.execute(text(statement), missing)
        known |= _known(connection, table, [entry["name"] for entry in missing])
    return known


def number_of_person(connection: Connection, name: str | None) -> int | None:
    """Return the number of somebody of the desk, a new one for a new name; none for nobody."""
    return None if name is None else numbers_of(connection, tables.person, [name])[name]


def _known(connection: Connection, table: Table, names: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(names), _CHUNK):
        chosen = table.c.name.in_(names[start : start + _CHUNK])
        rows = connection.execute(select(table.c.name, table.c.id).where(chosen))
        found |= dict(rows.all())
    return found


def matching(connection: Connection, table: Table, name: str) -> tuple[int, ...]:
    """Return the numbers of the names equal to one, accents and case aside."""
    wanted = fold(name)
    rows = connection.execute(select(table.c.id, table.c.name))
    return tuple(number for number, known in rows if fold(known) == wanted)


def people(connection: Connection) -> tuple[Reference, ...]:
    """Return everybody of the desk, by name."""
    rows = connection.execute(select(tables.person.c.id, tables.person.c.name))
    return tuple(sorted((Reference(*row) for row in rows), key=lambda person: fold(person.name)))


def client_names(connection: Connection) -> tuple[str, ...]:
    """Return the name of every client, in the order a reader looks for them."""
    return tuple(sorted(connection.scalars(select(tables.client.c.name)), key=fold))


def place_name(city: str | None, state: str | None) -> str:
    """Write a client's city and state as ``Joinville/SC``; empty when unknown (CLI-1)."""
    return "/".join(part for part in (city, state) if part)
