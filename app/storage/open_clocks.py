"""What the deadlines of open tickets are worked out from, without their histories (SLA-11)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, or_, select, update

from app.domain.pauses import Pause
from app.domain.projection import Projection
from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.domain.urgency import QueueGroup
from app.storage.codes import SEVERITIES, STAGE_CODES, STAGES
from app.storage.events import Head
from app.storage.tables import OPEN_BY_NUMBER, team, ticket

_GROUPS = {int(group): group for group in QueueGroup}


@dataclass(frozen=True, slots=True)
class OpenClock:
    """An open ticket as its deadline sees it, and what is promised now; instants are epoch seconds.

    ``status_since`` is when the clock stopped, where ``remaining_seconds`` says that it stands.
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
    status_since: int
    group: QueueGroup
    queue_at: int
    next_step_at: int | None
    head: Head


_COLUMNS = (
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
    ticket.c.queue_group,
    ticket.c.queue_at,
    ticket.c.next_step_at,
    ticket.c.head_seq,
    ticket.c.head_hash,
)


def open_clocks(connection: Connection, calendar: str) -> list[OpenClock]:
    """Return the open tickets that keep a calendar, and those without a deadline as yet."""
    keeps_it = or_(ticket.c.calendar == calendar, ticket.c.calendar.is_(None))
    query = (
        select(*_COLUMNS)
        .join(team, team.c.id == ticket.c.team_id)
        .where(ticket.c.queue_group.is_not(None), keeps_it)
        .order_by(ticket.c.id)
        .with_hint(ticket, f"INDEXED BY {OPEN_BY_NUMBER}", "sqlite")
    )
    return [_clock(row) for row in connection.execute(query)]


def _clock(row: Sequence[Any]) -> OpenClock:
    # Taken apart at once, not name by name: sixty thousand are read.
    (
        number,
        of_team,
        severity,
        stage,
        contract,
        opened,
        pauses,
        agreed,
        calendar,
        due,
        budget,
        remaining,
        since,
        group,
        queue_at,
        next_step,
        head_seq,
        head_hash,
    ) = row
    return OpenClock(
        number,
        of_team,
        None if severity is None else SEVERITIES[severity],
        STAGES[stage],
        contract,
        opened,
        _pauses(pauses) if pauses else (),
        bool(agreed),
        calendar,
        due,
        budget,
        remaining,
        since,
        _GROUPS[group],
        queue_at,
        next_step,
        Head(head_seq, bytes(head_hash)),
    )


def _pauses(packed: str) -> tuple[Pause, ...]:
    from orjson import loads  # no start has to wait for it

    return tuple(Pause(start, end) for start, end in loads(packed))


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


@dataclass(frozen=True, slots=True)
class ClockMoved:
    """What another calendar changes in the row of an open ticket; instants are epoch seconds."""

    number: int
    due_at: int | None
    budget_seconds: int
    remaining_seconds: int | None
    queue_at: int
    next_step_at: int | None
    at: int
    head: Head


_MOVED = (
    "due_at",
    "budget_seconds",
    "remaining_seconds",
    "queue_at",
    "next_step_at",
    "last_event_at",
    "version",
    "head_seq",
    "head_hash",
)


def move_clocks(connection: Connection, moved: Sequence[ClockMoved]) -> None:
    """Write the deadlines of open tickets whose histories grew by a change of calendar."""
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    columns = ", ".join(f"{name} = {mark}" for name in _MOVED)
    rows = [
        (
            m.due_at,
            m.budget_seconds,
            m.remaining_seconds,
            m.queue_at,
            m.next_step_at,
            m.at,
            m.head.seq,
            m.head.seq,
            m.head.hash,
            m.number,
        )
        for m in moved
    ]
    if rows:
        connection.exec_driver_sql(f"UPDATE ticket SET {columns} WHERE id = {mark}", rows)
