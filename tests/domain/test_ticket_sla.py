"""A ticket's deadline through its life: forecasts and lateness (SLA-2, SLA-8, SLA-10)."""

from __future__ import annotations

import pytest

from app.domain.severity import Severity
from app.domain.sla_policy import SlaRules
from app.domain.ticket_events import EventKind
from app.domain.ticket_sla import forecasts_of
from tests.domain.builders import (
    GUIDE_POLICY,
    HOUR,
    Calendars,
    a_ticket,
    an_event,
    at,
    the_sla,
    wall,
)

K = EventKind


def test_a_ticket_that_was_never_classified_says_so() -> None:
    sla = the_sla(a_ticket("2026-03-02 08:00", severity=None))
    assert sla.current.reason == "SLA-1: o chamado ainda não foi classificado"
    assert (sla.due, sla.remaining(at("2026-03-02 09:00"))) == (None, None)
    assert not sla.current.is_computable


def test_sla_2_every_recomputation_starts_at_the_opening() -> None:
    acts = [
        an_event(K.RECLASSIFIED, "2026-03-02 17:00", severity="high"),
        an_event(K.TRANSFERRED, "2026-03-03 09:00", team="b"),
        an_event(K.IN_MAINTENANCE, "2026-03-03 10:00"),
    ]
    sla = the_sla(a_ticket("2026-03-02 08:00", *acts))
    assert [wall(forecast.due) for forecast in sla.in_force] == [
        "2026-03-02 18:00",
        "2026-03-03 16:00",
        "2026-03-04 11:00",
        "2026-03-16 18:00",
    ]


def test_sla_8_a_forecast_knows_only_the_pauses_of_its_time() -> None:
    acts = [
        an_event(K.PENDING_CLIENT, "2026-03-02 09:00"),
        an_event(K.CLIENT_ANSWERED, "2026-03-02 10:00"),
        an_event(K.RECLASSIFIED, "2026-03-02 11:00", severity="high"),
        an_event(K.PENDING_CLIENT, "2026-03-02 12:00"),
        an_event(K.RECLASSIFIED, "2026-03-02 13:00", severity="medium"),
        an_event(K.CLIENT_ANSWERED, "2026-03-02 14:00"),
    ]
    history = the_sla(a_ticket("2026-03-02 08:00", *acts)).history
    shown = forecasts_of(history, SlaRules((GUIDE_POLICY,)), Calendars())
    assert [wall(forecast.due) for forecast in shown] == [
        "2026-03-02 18:00",
        "2026-03-03 17:00",
        None,
    ]


LATE_THEN_MAINTENANCE = a_ticket(
    "2026-03-02 08:00",
    an_event(K.IN_MAINTENANCE, "2026-03-03 09:00"),
    an_event(K.BACK_TO_SUPPORT, "2026-03-03 09:01"),
)


def test_sla_10_a_minute_in_maintenance_does_not_erase_a_breach() -> None:
    sla = the_sla(LATE_THEN_MAINTENANCE)
    now = at("2026-03-03 10:00")
    assert not sla.is_breached(now)
    first = sla.late_spans[0]
    assert (wall(first.since), wall(first.until)) == ("2026-03-02 18:00", "2026-03-03 09:00")
    assert sla.in_force[1].terms.cause.kind is K.IN_MAINTENANCE


@pytest.mark.parametrize(
    ("solved", "breached"),
    [("2026-03-02 18:00", False), ("2026-03-02 18:00:01", True), ("2026-03-03 08:00", True)],
)
def test_sla_10_the_instant_of_the_solution_decides(solved: str, breached: object) -> None:
    sla = the_sla(a_ticket("2026-03-02 08:00", an_event(K.SOLUTION, solved)))
    assert sla.is_breached(at("2026-06-01 08:00")) is breached
    assert bool(sla.late_spans) is breached


def test_sla_10_without_solution_now_decides() -> None:
    sla = the_sla(a_ticket("2026-03-02 08:00"))
    assert not sla.is_breached(at("2026-03-02 18:00"))
    assert sla.is_breached(at("2026-03-02 18:00:01"))
    assert [(wall(span.since), span.until) for span in sla.late_spans] == [
        ("2026-03-02 18:00", None)
    ]


def test_sla_10_a_wait_that_began_late_changes_no_deadline() -> None:
    late = an_event(K.PENDING_CLIENT, "2026-03-03 09:00")
    sla = the_sla(a_ticket("2026-03-02 08:00", late))
    assert wall(sla.due) == "2026-03-02 18:00"
    assert sla.is_breached(at("2026-03-03 08:00"))
    assert sla.remaining(at("2026-03-20 09:00")) == -3 * HOUR


def test_a_refused_solution_makes_the_ticket_run_again() -> None:
    acts = [an_event(K.SOLUTION, "2026-03-02 17:00"), an_event(K.REFUSED, "2026-03-04 09:00")]
    waiting = the_sla(a_ticket("2026-03-02 08:00", acts[0]))
    assert (waiting.due, waiting.remaining(at("2026-03-03 09:00"))) == (None, HOUR)
    assert wall(the_sla(a_ticket("2026-03-02 08:00", *acts)).due) == "2026-03-04 10:00"


def test_a_forecast_late_at_birth_is_late_from_its_birth() -> None:
    raised = an_event(K.RECLASSIFIED, "2026-03-04 08:00", severity="critical")
    sla = the_sla(a_ticket("2026-03-02 08:00", raised, severity=Severity.HIGH))
    spans = [(wall(span.since), wall(span.until)) for span in sla.late_spans]
    assert spans == [("2026-03-03 16:00", "2026-03-04 08:00"), ("2026-03-04 08:00", None)]


def test_a_closed_ticket_without_solution_is_settled_by_its_closing() -> None:
    cancelled = an_event(K.CLOSED, "2026-03-02 12:00", closing="cancelled")
    pending = an_event(K.PENDING_CLIENT, "2026-03-02 11:00")
    sla = the_sla(a_ticket("2026-03-02 08:00", pending, cancelled))
    assert wall(sla.history.settled_at) == "2026-03-02 12:00"
    assert sla.remaining(at("2026-06-01 08:00")) == 7 * HOUR
    assert not sla.is_breached(at("2026-06-01 08:00"))
