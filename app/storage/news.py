"""What happened to somebody's tickets since they last looked (SLA-9)."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from app.domain.ticket_events import EventKind
from app.storage.tables import event, person, team, ticket, ticket_text


@dataclass(frozen=True, slots=True)
class NewsRow:
    """An event on a ticket of somebody's."""

    id: int
    number: int
    summary: str
    kind: EventKind
    payload: dict[str, Any]


def newest(connection: Connection) -> int:
    """Return the number of the newest event, 0 when there is none."""
    return int(connection.execute(select(func.max(event.c.id))).scalar() or 0)


def since(
    connection: Connection,
    seen: int,
    assignee: str,
    kinds: Collection[EventKind],
    limit: int,
    *,
    but_team: str | None,
) -> list[NewsRow]:
    """Return the newest events after one that somebody else recorded on somebody's tickets.

    The oldest of them first; those of a team are left out where one is named.
    """
    hidden = select(team.c.id).where(team.c.key == but_team).scalar_subquery()
    mine = select(person.c.id).where(person.c.name == assignee).scalar_subquery()
    query = (
        select(event.c.id, event.c.ticket_id, ticket_text.c.summary, event.c.kind, event.c.payload)
        .join(ticket, ticket.c.id == event.c.ticket_id)
        .join(ticket_text, ticket_text.c.ticket_id == event.c.ticket_id)
        .where(
            event.c.id > seen,
            ticket.c.assignee_id == mine,
            ticket.c.team_id.is_distinct_from(hidden),
            event.c.kind.in_([kind.value for kind in kinds]),
            or_(event.c.actor_id.is_(None), event.c.actor_id != mine),
        )
        .order_by(event.c.id.desc())
        .limit(limit)
    )
    found = [
        NewsRow(row.id, row.ticket_id, row.summary, EventKind(row.kind), json.loads(row.payload))
        for row in connection.execute(query)
    ]
    return found[::-1]
