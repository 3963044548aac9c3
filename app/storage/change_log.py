"""How other desks learn what changed: a small log, and a sign that it grew."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from app.domain.changes import NO_CHANGES, Changes, Kind
from app.storage.tables import change_log

_TOO_MANY = 1000
"""Past this many tickets an act is logged as "perhaps any of them"."""


def record(connection: Connection, changes: Changes, at: int) -> None:
    """Log what an act changed, in its own transaction."""
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
