"""What the deadlines of open tickets are worked out from, without their histories (SLA-11)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update

from app.domain.pauses import Pause
from app.domain.projection import Projection
from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.storage.codes import SEVERITIES, STAGE_CODES, STAGES
from app.storage.tables import team, ticket


@dataclass(frozen=True, slots=True)
class OpenClock:
    """An open ticket as its deadline sees it, and what is promised now; instants are epoch seconds.

    ``stands_since`` is when the clock stopped, while the client is waited for.
    """

    number: int
    team: str
    severity: Severity | None
    stage: Stage
    contract: str | None
    opened_at: int
    pauses: tuple[Pause, ...]
    is_agreed: bool
    calendar: str | None
    due_at: int | None
    budget_seconds: int | None
    remaining_seconds: int | None
    stands_since: int


def open_clocks(connection: Connection, calendar: str) -> list[OpenClock]:
    """Return the open tickets that keep a calendar, and those without a deadline as yet."""
    columns = (
        ticket.c.id,
        team.c.key.label("team"),
        ticket.c.severity,
        ticket.c.stage,
        ticket.c.contract,
        ticket.c.opened_at,
        ticket.c.pauses,
        ticket.c.is_agreed,
        ticket.c.calendar,
        ticket.c.due_at,
        ticket.c.budget_seconds,
        ticket.c.remaining_seconds,
        ticket.c.status_since,
    )
    keeps_it = or_(ticket.c.calendar == calendar, ticket.c.calendar.is_(None))
    query = (
        select(*columns)
        .join(team, team.c.id == ticket.c.team_id)
        .where(ticket.c.queue_group.is_not(None), keeps_it)
        .order_by(ticket.c.id)
    )
    return [
        OpenClock(
            number,
            of_team,
            None if severity is None else SEVERITIES[severity],
            STAGES[stage],
            contract,
            opened,
            _pauses(pauses) if pauses else (),
            bool(agreed),
            key,
            due,
            budget,
            remaining,
            since,
        )
        for (
            number,
            of_team,
            severity,
            stage,
            contract,
            opened,
            pauses,
            agreed,
            key,
            due,
            budget,
            remaining,
            since,
        ) in connection.execute(query)
    ]


def _pauses(packed: str) -> tuple[Pause, ...]:
    return tuple(Pause(start, end) for start, end in json.loads(packed))


def pack_pauses(projection: Projection) -> str | None:
    """Return the pauses of an open ticket as they are stored."""
    return json.dumps(projection.pauses) if projection.pauses else None


def set_clocks(connection: Connection, projections: Mapping[int, Projection]) -> None:
    """Write what the deadlines of open tickets are worked out from, and their next steps."""
    rows = [
        {
            "number": number,
            "next_step": projection.next_step_at,
            "at_stage": STAGE_CODES[projection.stage],
            "paused": pack_pauses(projection),
            "agreed": projection.is_agreed,
        }
        for number, projection in projections.items()
    ]
    if rows:
        statement = update(ticket).where(ticket.c.id == bindparam("number"))
        columns: dict[str, Any] = {
            "next_step_at": bindparam("next_step"),
            "stage": bindparam("at_stage"),
            "pauses": bindparam("paused"),
            "is_agreed": bindparam("agreed"),
        }
        connection.execute(statement.values(**columns), rows)
