"""The row that stands for a ticket in lists: what its history and deadline come to."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.automatic_rules import DEFAULT_RULES, AutomaticRules
from app.domain.automatic_steps import next_instant
from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.domain.ticket_events import Closing, Status
from app.domain.ticket_history import SentSurvey
from app.domain.ticket_sla import TicketSla
from app.domain.urgency import QueuePlace, place_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a closed ticket ended, kept with the versions it was computed under (SLA-11)."""

    breached: bool
    ever_late: bool
    overrun_seconds: int
    policy: str
    calendar_revision: int


@dataclass(frozen=True, slots=True)
class Projection:
    """A ticket's state for lists and search; instants are epoch seconds.

    ``remaining_seconds`` stands only while the clock does: when the client is waited for, or the
    ticket is closed. ``place`` is none for a closed ticket. From ``next_step_at`` on the ticket has
    a step of its own to take (ACC-7). What stands from ``stage`` on is kept while the ticket is
    open: with it the deadline can be worked out again without the history (SLA-11).
    """

    status: Status
    status_name: str | None
    status_since: int
    team: str
    assignee: int | None
    severity: Severity | None
    contract: str | None
    opened_at: int
    last_event_at: int
    solved_at: int | None
    closed_at: int | None
    closing: Closing | None
    due_at: int | None
    acceptance_limit: int | None
    calendar: str | None
    budget_seconds: int | None
    remaining_seconds: int | None
    place: QueuePlace | None
    outcome: Outcome | None
    next_step_at: int | None
    stage: Stage = Stage.SUPPORT
    pauses: tuple[tuple[int, int | None], ...] = ()
    is_agreed: bool = False
    survey: SentSurvey | None = None


def project(sla: TicketSla, rules: AutomaticRules = DEFAULT_RULES) -> Projection:
    """Sum a ticket up for the lists."""
    history, deadline = sla.history, sla.current.deadline
    stands = history.waits_for_client or not history.is_open
    return Projection(
        status=history.status,
        status_name=history.status_name,
        status_since=history.status_since,
        team=history.team,
        assignee=history.assignee,
        severity=history.severity,
        contract=history.terms[-1].contract,
        opened_at=history.opened_at,
        last_event_at=history.last_event_at,
        solved_at=history.solved_at,
        closed_at=history.closed_at,
        closing=history.closing,
        due_at=sla.due,
        acceptance_limit=history.acceptance.limit if history.acceptance else None,
        calendar=deadline.time.revision.key if deadline else None,
        budget_seconds=deadline.budget if deadline else None,
        remaining_seconds=sla.remaining(history.status_since) if stands else None,
        place=place_of(sla),
        outcome=_outcome(sla),
        next_step_at=next_instant(sla, rules),
        stage=history.terms[-1].stage if history.is_open else Stage.SUPPORT,
        pauses=tuple((p.start, p.end) for p in sla.current.pauses) if history.is_open else (),
        is_agreed=history.is_open and history.terms[-1].agreed_due is not None,
        survey=history.automatic.survey,
    )


def _outcome(sla: TicketSla) -> Outcome | None:
    history, current = sla.history, sla.current
    if history.is_open or current.deadline is None or current.policy is None:
        return None
    settled = history.settled_at or history.opened_at
    return Outcome(
        breached=sla.is_breached(settled),
        ever_late=bool(sla.late_spans),
        overrun_seconds=max(0, -(sla.remaining(settled) or 0)),
        policy=f"{current.policy.key} v{current.policy.version}",
        calendar_revision=current.deadline.time.revision.number,
    )
