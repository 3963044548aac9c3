"""Which ticket each desk shows just now: a line per desk, written anew while it is shown."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from app.storage.tables import presence


def put(connection: Connection, desk: str, number: int, person: str, at: int) -> None:
    """Say that a desk shows a ticket, instead of what it showed before; epoch seconds."""
    leave(connection, desk)
    row = {"desk": desk, "ticket_id": number, "person": person, "seen_at": at}
    connection.execute(insert(presence), row)


def others(connection: Connection, desk: str, number: int, since: int) -> list[str]:
    """Return who else was seen with a ticket open since an instant, each once, by name."""
    query = (
        select(presence.c.person)
        .where(presence.c.ticket_id == number, presence.c.desk != desk, presence.c.seen_at >= since)
        .distinct()
        .order_by(presence.c.person)
    )
    return list(connection.execute(query).scalars())


def leave(connection: Connection, desk: str) -> None:
    """Say that a desk shows no ticket any more."""
    connection.execute(delete(presence).where(presence.c.desk == desk))


def forget(connection: Connection, before: int) -> None:
    """Forget the desks that were last seen before an instant: they ended without leaving."""
    connection.execute(delete(presence).where(presence.c.seen_at < before))
