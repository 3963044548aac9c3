"""What stands for a ticket in lists (SLA-7, SLA-10, SLA-11)."""

from __future__ import annotations

import pytest

from app.domain.projection import Projection, project
from app.domain.queue_view import QueueRow
from app.domain.severity import Severity
from app.domain.ticket_events import Closing, Event, EventKind, Status
from tests.domain.builders import HOUR, a_ticket, an_event, at, the_sla, wall

K = EventKind


def projected(*acts: Event, severity: Severity | None = Severity.CRITICAL) -> Projection:
    return project(the_sla(a_ticket("2026-03-02 08:00", *acts, severity=severity)))


def test_a_running_ticket_has_a_due_instant_and_no_standing_rest() -> None:
    row = projected(an_event(K.ASSIGNED, "2026-03-02 09:00", assignee=4))
    assert (row.status, row.assignee, row.severity) == (Status.IN_PROGRESS, 4, Severity.CRITICAL)
    assert (wall(row.due_at), row.remaining_seconds) == ("2026-03-02 18:00", None)
    assert (row.budget_seconds, row.calendar, row.acceptance_limit) == (10 * HOUR, "teste", None)
    assert row.outcome is None


def test_a_waiting_ticket_keeps_what_was_left_when_the_wait_began() -> None:
    row = projected(an_event(K.PENDING_CLIENT, "2026-03-02 17:00"))
    assert (row.due_at, row.remaining_seconds) == (None, HOUR)


def test_a_solved_ticket_shows_the_limit_of_its_acceptance() -> None:
    row = projected(an_event(K.SOLUTION, "2026-03-02 17:00"))
    assert wall(row.acceptance_limit) == "2026-03-17 23:59:59"
    assert (row.remaining_seconds, wall(row.solved_at)) == (HOUR, "2026-03-02 17:00")


def test_a_ticket_without_deadline_shows_none() -> None:
    row = projected(severity=None)
    assert (row.due_at, row.budget_seconds, row.calendar) == (None, None, None)
    assert row.place is not None


def test_a_closed_ticket_keeps_its_outcome_and_the_versions_behind_it() -> None:
    row = projected(
        an_event(K.SOLUTION, "2026-03-02 17:00"), an_event(K.ACCEPTED, "2026-03-03 08:00")
    )
    assert (row.place, row.closing) == (None, Closing.ACCEPTED)
    assert row.outcome is not None
    assert (row.outcome.breached, row.outcome.ever_late, row.outcome.overrun_seconds) == (
        False,
        False,
        0,
    )
    assert (row.outcome.policy, row.outcome.calendar_revision) == ("padrao v1", 1)


def test_a_breach_softened_afterwards_is_kept_as_ever_late() -> None:
    row = projected(
        an_event(K.RECLASSIFIED, "2026-03-03 08:00", severity="medium"),
        an_event(K.SOLUTION, "2026-03-03 09:00"),
        an_event(K.ACCEPTED, "2026-03-03 10:00"),
    )
    assert row.outcome is not None
    assert (row.outcome.breached, row.outcome.ever_late) == (False, True)


def test_a_closed_ticket_that_was_never_classified_has_no_outcome() -> None:
    assert projected(an_event(K.CLOSED, "2026-03-02 09:00"), severity=None).outcome is None


def a_row(*acts: Event, severity: Severity | None = Severity.CRITICAL) -> QueueRow:
    """Return the line of a list that such a ticket gets."""
    p = projected(*acts, severity=severity)
    return QueueRow(
        number=42,
        version=1,
        source_key=None,
        severity=p.severity,
        status=p.status,
        status_name=p.status_name,
        team=p.team,
        team_name="Suporte Técnico",
        client="Escola Exemplo",
        client_place="São Paulo/SP",
        product="Educacional",
        assignee=None,
        summary="Boletim em branco",
        opened_at=p.opened_at,
        status_since=p.status_since,
        closed_at=p.closed_at,
        due_at=p.due_at,
        acceptance_limit=p.acceptance_limit,
        calendar=p.calendar,
        budget_seconds=p.budget_seconds,
        remaining_seconds=p.remaining_seconds,
        outcome_breached=None if p.outcome is None else p.outcome.breached,
    )


ACCEPTED = an_event(K.ACCEPTED, "2026-03-20 08:00")
LIVES: dict[str, tuple[Event, ...]] = {
    "running": (),
    "pending in time": (an_event(K.PENDING_CLIENT, "2026-03-02 17:00"),),
    "pending late": (an_event(K.PENDING_CLIENT, "2026-03-03 17:00"),),
    "solved in time": (an_event(K.SOLUTION, "2026-03-02 18:00"),),
    "solved late": (an_event(K.SOLUTION, "2026-03-02 18:00:01"),),
    "closed in time": (an_event(K.SOLUTION, "2026-03-02 18:00"), ACCEPTED),
    "closed late": (an_event(K.SOLUTION, "2026-03-03 18:00"), ACCEPTED),
}


@pytest.mark.parametrize("life", LIVES)
@pytest.mark.parametrize("now", ["2026-03-03 18:00", "2026-03-25 08:00"])
def test_sla_10_a_line_is_late_exactly_when_its_ticket_is(life: str, now: str) -> None:
    sla = the_sla(a_ticket("2026-03-02 08:00", *LIVES[life]))
    assert a_row(*LIVES[life]).is_overdue(at(now)) is sla.is_breached(at(now))


@pytest.mark.parametrize(
    ("due", "late"),
    [("13:59", True), ("14:00", False), ("14:08", False), ("14:10", False), ("14:12", False)],
)
def test_c05_only_what_was_due_before_now_is_late(due: str, late: object) -> None:
    agreed = an_event(K.DUE_AGREED, "2026-03-02 09:00", due=at(f"2026-03-02 {due}"))
    assert a_row(agreed).is_overdue(at("2026-03-02 14:00")) is late


def test_a_line_without_deadline_is_never_late() -> None:
    assert not a_row(severity=None).is_overdue(at("2030-01-01 00:00"))


def test_a_line_waits_for_the_client_while_its_clock_stands() -> None:
    assert [life for life, acts in LIVES.items() if a_row(*acts).waits_for_client] == [
        "pending in time",
        "pending late",
        "solved in time",
        "solved late",
    ]
