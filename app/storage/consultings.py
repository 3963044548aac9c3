"""The projection of consultings and appointments, as lists ask for them (CON-1, CON-8)."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, true

from app.domain.consulting import AgreedTime, Cause, Consulting, ConsultingKind
from app.domain.ticket_events import Status
from app.domain.time_entries import Span, TimeKind
from app.storage.codes import STATUSES
from app.storage.consulting_tables import appointment, billed_part, consulting, time_entry
from app.storage.tables import client, person, ticket, ticket_text

_COUNTS = (time_entry.c.voided_at.is_(None), time_entry.c.kind == TimeKind.CLIENT.value)
"""Internal time is no consulting time."""


@dataclass(frozen=True, slots=True)
class ConsultingRow:
    """A consulting as a list shows it; times are in seconds, instants epoch seconds."""

    ticket: int
    client_id: int | None
    client: str
    summary: str
    assignee: str
    status: Status
    closed_at: int | None
    kind: ConsultingKind
    has_letter: bool
    is_released: bool
    cause: Cause | None
    step: int
    seconds: int
    billed_seconds: int


def write(connection: Connection, number: int, now: Consulting | None) -> None:
    """Write what a ticket's history says of its consulting."""
    connection.execute(delete(consulting).where(consulting.c.ticket_id == number))
    connection.execute(delete(appointment).where(appointment.c.ticket_id == number))
    if now is None:
        return
    row = {
        "ticket_id": number,
        "kind": now.kind.value,
        "since": now.since,
        "released_at": _released_at(now),
        "cause": None if now.cause is None else now.cause.value,
        "step": now.step,
        "has_letter": bool(now.letters),
    }
    connection.execute(insert(consulting), row)
    rows = [
        {
            "ticket_id": number,
            "seq": agreed.seq,
            "start_at": agreed.span.start,
            "end_at": agreed.span.end,
            "tool": agreed.tool,
            "specialist": agreed.specialist,
        }
        for agreed in now.appointments
    ]
    if rows:
        connection.execute(insert(appointment), rows)


def _released_at(now: Consulting) -> int | None:
    if not now.is_released:
        return None
    return now.since if now.approval is None else now.approval.at


def appointments_between(connection: Connection, span: Span) -> tuple[AgreedTime, ...]:
    """Return the appointments that touch a span of time, in order."""
    kept = appointment.c
    query = (
        select(appointment, func.coalesce(client.c.name, "").label("client"), ticket_text.c.summary)
        .join(ticket, ticket.c.id == kept.ticket_id)
        .outerjoin(client, client.c.id == ticket.c.client_id)
        .join(ticket_text, ticket_text.c.ticket_id == kept.ticket_id)
        .where(kept.start_at < span.end, kept.end_at > span.start)
        .order_by(kept.start_at, kept.ticket_id)
    )
    return tuple(
        AgreedTime(
            row.ticket_id,
            row.client,
            row.summary,
            Span(row.start_at, row.end_at),
            row.tool,
            row.specialist,
        )
        for row in connection.execute(query)
    )


def rows(
    connection: Connection, *, client_number: int | None = None, number: int | None = None
) -> tuple[ConsultingRow, ...]:
    """Return consultings, of one client, of one ticket, or all; the newest first."""
    chosen: ColumnElement[bool] = true()
    if client_number is not None:
        chosen = ticket.c.client_id == client_number
    if number is not None:
        chosen = ticket.c.id == number
    return tuple(_rows(connection, chosen))


def _rows(connection: Connection, chosen: ColumnElement[bool]) -> list[ConsultingRow]:
    length = func.sum(time_entry.c.end_at - time_entry.c.start_at)
    spent = (
        select(time_entry.c.ticket_id, length.label("seconds"))
        .where(*_COUNTS)
        .group_by(time_entry.c.ticket_id)
        .subquery()
    )
    fixed = (
        select(
            time_entry.c.ticket_id,
            func.sum(billed_part.c.end_at - billed_part.c.start_at).label("seconds"),
        )
        .join(billed_part, billed_part.c.entry_id == time_entry.c.id)
        .where(*_COUNTS)
        .group_by(time_entry.c.ticket_id)
        .subquery()
    )
    query = (
        select(
            consulting,
            ticket.c.client_id,
            func.coalesce(client.c.name, "").label("client"),
            ticket_text.c.summary,
            func.coalesce(person.c.name, "").label("assignee"),
            ticket.c.status,
            ticket.c.closed_at,
            func.coalesce(spent.c.seconds, 0).label("seconds"),
            func.coalesce(fixed.c.seconds, 0).label("billed"),
        )
        .join(ticket, ticket.c.id == consulting.c.ticket_id)
        .join(ticket_text, ticket_text.c.ticket_id == ticket.c.id)
        .outerjoin(client, client.c.id == ticket.c.client_id)
        .outerjoin(person, person.c.id == ticket.c.assignee_id)
        .outerjoin(spent, spent.c.ticket_id == ticket.c.id)
        .outerjoin(fixed, fixed.c.ticket_id == ticket.c.id)
        .where(chosen)
        .order_by(consulting.c.since.desc(), ticket.c.id.desc())
    )
    return [
        ConsultingRow(
            ticket=row.ticket_id,
            client_id=row.client_id,
            client=row.client,
            summary=row.summary,
            assignee=row.assignee,
            status=STATUSES[row.status],
            closed_at=row.closed_at,
            kind=ConsultingKind(row.kind),
            has_letter=row.has_letter,
            is_released=row.released_at is not None,
            cause=None if row.cause is None else Cause(row.cause),
            step=row.step,
            seconds=int(row.seconds),
            billed_seconds=int(row.billed),
        )
        for row in connection.execute(query)
    ]
