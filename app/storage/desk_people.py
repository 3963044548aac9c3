"""The people of the desk: their roles and what is kept of their PINs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.domain.roles import Role
from app.storage.search_text import fold
from app.storage.tables import person


@dataclass(frozen=True, slots=True)
class DeskPerson:
    """Somebody of the desk; ``locked_until`` is in epoch seconds."""

    id: int
    name: str
    role: Role = Role.ANALYST
    pin_hash: str | None = None
    wrong_tries: int = 0
    locked_until: int | None = None


_COLUMNS = (
    person.c.id,
    person.c.name,
    person.c.role,
    person.c.pin_hash,
    person.c.wrong_tries,
    person.c.locked_until,
)


def people(connection: Connection) -> list[DeskPerson]:
    """Return everybody of the desk, by name."""
    rows = connection.execute(select(*_COLUMNS))
    found = [DeskPerson(row.id, row.name, Role(row.role), *tuple(row)[3:]) for row in rows]
    return sorted(found, key=lambda known: fold(known.name))


def person_of(connection: Connection, number: int | None) -> DeskPerson | None:
    """Return somebody of the desk by number; none for nobody."""
    if number is None:
        return None
    return next((known for known in people(connection) if known.id == number), None)


def has_administrator(connection: Connection) -> bool:
    """Tell whether somebody administers the desk; before that, nothing is forbidden to anybody."""
    query = select(person.c.id).where(person.c.role == Role.ADMINISTRATOR.value).limit(1)
    return connection.execute(query).first() is not None


def write(connection: Connection, number: int | None, values: Mapping[str, Any]) -> None:
    """Write a person, a new one where no number is given."""
    if number is None:
        connection.execute(insert(person).values(**values))
    else:
        connection.execute(update(person).where(person.c.id == number).values(**values))
