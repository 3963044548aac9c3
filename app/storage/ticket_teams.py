"""Which team has which ticket."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from app.storage.tables import team, ticket

_CHUNK = 500


def team_of(connection: Connection, number: int) -> str:
    """Return the key of the team that has a ticket."""
    query = select(team.c.key).join(ticket, ticket.c.team_id == team.c.id)
    return str(connection.execute(query.where(ticket.c.id == number)).scalar_one())


def of_team(connection: Connection, numbers: Iterable[int], key: str) -> set[int]:
    """Return which of some tickets a team has."""
    wanted, found = sorted(numbers), set[int]()
    for start in range(0, len(wanted), _CHUNK):
        chosen = ticket.c.id.in_(wanted[start : start + _CHUNK]) & (team.c.key == key)
        query = select(ticket.c.id).join(team, team.c.id == ticket.c.team_id)
        found.update(connection.scalars(query.where(chosen)))
    return found
