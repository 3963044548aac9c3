"""Open tickets by the instant they fall due, for the calendar (SLA-7: group 1, running)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, select

from app.domain.severity import Severity
from app.domain.urgency import QueueGroup
from app.storage.codes import SEVERITIES
from app.storage.tables import client, team, ticket, ticket_text


@dataclass(frozen=True, slots=True)
class DueMarker:
    """An open ticket and when it falls due (epoch seconds)."""

    number: int
    due_at: int
    severity: Severity | None
    summary: str
    client: str


def _falls_due(team_key: str, since: int, until: int) -> ColumnElement[bool]:
    """Tell of a running ticket whether it falls due in ``(since, until]``."""
    runs = ticket.c.queue_group == int(QueueGroup.RUNNING)
    of_team = ticket.c.team_id == select(team.c.id).where(team.c.key == team_key).scalar_subquery()
    return runs & (ticket.c.queue_at > since) & (ticket.c.queue_at <= until) & of_team


def due_between(
    connection: Connection, team_key: str, since: int, until: int, most: int
) -> tuple[DueMarker, ...]:
    """Return the first running tickets of a team that fall due in a span, in order."""
    query = (
        select(
            ticket.c.id, ticket.c.queue_at, ticket.c.severity, ticket_text.c.summary, client.c.name
        )
        .join(ticket_text, ticket_text.c.ticket_id == ticket.c.id)
        .outerjoin(client, client.c.id == ticket.c.client_id)
        .where(_falls_due(team_key, since, until))
        .order_by(ticket.c.queue_at, ticket.c.severity_rank, ticket.c.id)
        .limit(most)
    )
    return tuple(
        DueMarker(
            number, due, None if severity is None else SEVERITIES[severity], summary, name or ""
        )
        for number, due, severity, summary, name in connection.execute(query)
    )


def due_instants(connection: Connection, team_key: str, since: int, until: int) -> list[int]:
    """Return when each running ticket of a team falls due in a span."""
    query = select(ticket.c.queue_at).where(_falls_due(team_key, since, until))
    return list(connection.scalars(query))
