"""How other desks learn what changed: a small log, and a sign that it grew."""

from __future__ import annotations

from sqlalchemy import Connection, func, insert, select

from app.domain.changes import NO_CHANGES, Changes, Kind
from app.storage.tables import change_log

_TURN = 20_261_120
"""The lock under which desks on a server take turns; SQLite has one writer anyway."""
_TOO_MANY = 1000
"""Past this many tickets an act is logged as "perhaps any of them"."""


def record(connection: Connection, changes: Changes, at: int) -> None:
    """Log what an act changed, in its own transaction.

    Entries become visible in the order of their numbers: who looks for those after the last one
    seen misses none.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
    named = changes.tickets
    tickets: list[int | None] = [None]
    if named is not None and 0 < len(named) <= _TOO_MANY:
        tickets = [*sorted(named)]
    rows = [
        {"kind": kind.value, "ticket_id": ticket if kind is Kind.TICKET else None, "at": at}
        for kind in changes.kinds
        for ticket in (tickets if kind is Kind.TICKET else [None])
    ]
    connection.execute(insert(change_log), rows)


def newest(connection: Connection) -> int:
    """Return the number of the newest entry, 0 when there is none."""
    query = select(change_log.c.id).order_by(change_log.c.id.desc()).limit(1)
    return int(connection.execute(query).scalar() or 0)


def since(connection: Connection, seen: int) -> tuple[Changes, int]:
    """Return what changed after an entry, and the number of the newest one."""
    query = select(change_log).where(change_log.c.id > seen).order_by(change_log.c.id)
    changes, last = NO_CHANGES, seen
    for row in connection.execute(query):
        last, kind = row.id, Kind(row.kind)
        any_ticket = kind is Kind.TICKET and row.ticket_id is None
        named = frozenset() if row.ticket_id is None else frozenset({row.ticket_id})
        changes |= Changes(frozenset({kind}), None if any_ticket else named)
    return changes, last
