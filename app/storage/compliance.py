"""What the papers of deadlines count: added up by the database (SLA-10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, false, func, or_, select

from app.domain.clock import from_epoch
from app.domain.severity import Severity
from app.domain.statement_figures import ComplianceRow, LateTicket
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import Closing
from app.domain.time_entries import Span
from app.storage.codes import SEVERITIES
from app.storage.events import number_text
from app.storage.tables import client, team, ticket

_kept = ticket.c


def in_statement(connection: Connection, client_number: int, span: Span) -> list[int]:
    """Return a client's tickets that were opened, solved or open in a span; not Ouvidoria's."""
    was_open = _kept.closed_at.is_(None) | (_kept.closed_at >= span.start)
    was_solved = func.coalesce(_kept.solved_at, span.start - 1) >= span.start
    query = (
        select(_kept.id)
        .join(team, team.c.id == _kept.team_id)
        .where(_kept.client_id == client_number, _kept.opened_at < span.end)
        .where(or_(was_open, was_solved), team.c.key != OMBUDSMAN)
        .order_by(_kept.opened_at, _kept.id)
    )
    return list(connection.scalars(query))


def settled(now: int) -> ColumnElement[Any]:
    """Give the instant a ticket is measured at: its solution, its closing, or now (SLA-10)."""
    return func.coalesce(_kept.solved_at, _kept.closed_at, now)


def is_late(now: int) -> ColumnElement[Any]:
    """Tell tickets that ended late or are late; closed ones by what was fixed (SLA-11)."""
    kept = case((_kept.closed_at.is_not(None), func.coalesce(_kept.outcome_breached, false())))
    return func.coalesce(kept, settled(now) > _kept.due_at)


def fell_due(span: Span, now: int) -> ColumnElement[bool]:
    """Choose what fell due in a span; a duplicate is told with its survivor (TKT-8)."""
    within = and_(_kept.due_at >= span.start, _kept.due_at < span.end)
    is_known = or_(_kept.closed_at.is_not(None), _kept.solved_at.is_not(None), _kept.due_at < now)
    is_own = func.coalesce(_kept.closing, "") != Closing.DUPLICATE.value
    return and_(within, is_known, is_own)


def compliance(
    connection: Connection, span: Span, now: int, teams: Sequence[str]
) -> tuple[ComplianceRow, ...]:
    """Return how many fell due in a span, by team and severity, and how they ended."""
    late = case((is_late(now), 1), else_=0)
    ever = case((or_(is_late(now), func.coalesce(_kept.outcome_ever_late, false())), 1), else_=0)
    query = (
        select(
            team.c.name,
            _kept.severity,
            func.count().label("tickets"),
            func.sum(late).label("late"),
            func.sum(ever).label("ever"),
        )
        .join(team, team.c.id == _kept.team_id)
        .where(fell_due(span, now), team.c.key.in_(list(teams)))
        .group_by(team.c.id, team.c.name, _kept.severity)
        .order_by(team.c.id, func.coalesce(_kept.severity, 9))
    )
    return tuple(
        ComplianceRow(
            row.name,
            _severity(row.severity),
            int(row.tickets) - int(row.late),
            int(row.late),
            int(row.ever),
        )
        for row in connection.execute(query)
    )


def late_tickets(
    connection: Connection, span: Span, now: int, teams: Sequence[str]
) -> tuple[LateTicket, ...]:
    """Return what fell due in a span and was late, the latest by far first."""
    late_by = (settled(now) - _kept.due_at).label("late_by")
    query = (
        select(
            _kept.id,
            func.coalesce(client.c.name, "").label("client"),
            team.c.name,
            _kept.severity,
            _kept.due_at,
            func.coalesce(_kept.solved_at, _kept.closed_at).label("solved"),
            late_by,
        )
        .join(team, team.c.id == _kept.team_id)
        .outerjoin(client, client.c.id == _kept.client_id)
        .where(fell_due(span, now), is_late(now), team.c.key.in_(list(teams)))
        .order_by(late_by.desc(), _kept.id)
    )
    return tuple(
        LateTicket(
            number_text(row.id),
            row.client,
            row.name,
            _severity(row.severity),
            from_epoch(row.due_at),
            None if row.solved is None else from_epoch(row.solved),
            int(row.late_by),
        )
        for row in connection.execute(query)
    )


def _severity(code: int | None) -> Severity | None:
    return None if code is None else SEVERITIES[code]
