"""Pitfalls C: lateness, escalation, changes of rules, each by its id."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from app.domain.deadline import Target, TargetUnit, business_days, hours
from app.domain.projection import project
from app.domain.severity import Severity
from app.domain.sla_policy import SlaRules, Targets
from app.domain.ticket_events import Closing, EventKind
from app.domain.ticket_sla import TicketSla, forecasts_of
from app.domain.urgency import WarningLevel, place_of, warnings_of
from tests.domain.builders import (
    CAL_A,
    GUIDE,
    GUIDE_POLICY,
    HOUR,
    SUPPORT_WEEK,
    Calendars,
    a_deadline,
    a_holiday,
    a_policy,
    a_ticket,
    a_time,
    an_event,
    at,
    the_sla,
    wall,
)

RECLASSIFIED, SOLUTION = EventKind.RECLASSIFIED, EventKind.SOLUTION


def late_spans(sla: TicketSla) -> list[tuple[str | None, str | None, str | None]]:
    return [
        (
            span.forecast.terms.severity and span.forecast.terms.severity.value,
            wall(span.since),
            wall(span.until),
        )
        for span in sla.late_spans
    ]


def test_c01_lateness_is_computed_and_its_past_is_kept() -> None:
    softened = an_event(RECLASSIFIED, "2026-03-03 08:00", severity="medium")
    sla = the_sla(a_ticket("2026-03-02 08:00", softened))
    assert wall(sla.due) == "2026-03-04 14:00"
    assert not sla.is_breached(at("2026-03-03 08:00"))
    assert late_spans(sla)[0] == ("critical", "2026-03-02 18:00", "2026-03-03 08:00")


def test_c01_each_forecast_is_kept_with_what_changed_it() -> None:
    softened = an_event(RECLASSIFIED, "2026-03-03 08:00", severity="medium")
    events = a_ticket("2026-03-02 08:00", softened)
    history = the_sla(events).history
    first, second = forecasts_of(history, SlaRules((GUIDE_POLICY,)), Calendars())
    assert (wall(first.due), first.terms.cause.kind) == ("2026-03-02 18:00", EventKind.OPENED)
    assert (wall(second.due), second.terms.cause.kind) == ("2026-03-04 14:00", RECLASSIFIED)


def test_c02_closed_tickets_do_not_turn_late() -> None:
    events = a_ticket(
        "2025-03-03 08:00",
        an_event(SOLUTION, "2025-03-03 12:00"),
        an_event(EventKind.CLOSED, "2025-03-10 12:00", closing="imported"),
    )
    sla = the_sla(events)
    assert sla.due is not None
    assert sla.due < at("2026-01-01 00:00")
    assert not sla.is_breached(at("2026-03-02 08:00"))
    assert sla.late_spans == ()
    assert place_of(sla) is None


C03 = a_ticket(
    "2026-03-05 15:00",
    an_event(SOLUTION, "2026-03-09 09:00"),
    an_event(EventKind.ACCEPTED, "2026-03-10 09:00"),
)


def test_c03_closing_keeps_the_proof_of_a_breach() -> None:
    outcome = project(the_sla(C03)).outcome
    assert outcome is not None
    assert outcome.breached
    assert outcome.ever_late
    assert outcome.overrun_seconds == 8 * HOUR


def test_c04_a_merged_ticket_leaves_the_queue_and_gets_its_own_clock_back() -> None:
    events = a_ticket(
        "2026-03-02 08:00",
        an_event(EventKind.MERGED, "2026-03-02 12:00", into="00000042"),
        an_event(EventKind.UNMERGED, "2026-03-04 12:00"),
    )
    merged = the_sla(events[:-1])
    assert place_of(merged) is None
    assert (merged.history.closing, merged.history.merged_into) == (Closing.DUPLICATE, "00000042")
    assert not merged.is_breached(at("2026-03-20 08:00"))
    undone = the_sla(events)
    assert undone.history.is_open
    assert undone.history.merged_into is None
    assert wall(undone.due) == "2026-03-04 18:00"


def test_c04_a_span_both_pending_and_merged_is_left_out_once() -> None:
    events = a_ticket(
        "2026-03-02 08:00",
        an_event(EventKind.PENDING_CLIENT, "2026-03-02 10:00"),
        an_event(EventKind.MERGED, "2026-03-02 12:00", into="00000042"),
        an_event(EventKind.UNMERGED, "2026-03-03 12:00"),
        an_event(EventKind.CLIENT_ANSWERED, "2026-03-03 14:00"),
    )
    assert wall(the_sla(events).due) == "2026-03-04 10:00"


def test_c07_a_level_is_reached_at_one_instant_however_often_the_job_runs() -> None:
    deadline = a_deadline(CAL_A, "2026-03-06 12:00", 10)
    assert wall(deadline.due) == "2026-03-09 10:00"
    levels = tuple(WarningLevel(f"+{n} min", offset_seconds=n * 60) for n in (10, 20))
    runs = range(at("2026-03-09 10:00"), at("2026-03-09 13:00") + 1, 15 * 60)
    sent: dict[tuple[str, int], str | None] = {}
    for run in (*runs, *runs):  # a crash, and everything once more
        for warning in warnings_of(deadline, levels):
            if warning.at <= run:
                sent.setdefault((warning.level.name, warning.at), wall(run))
    assert list(sent.values()) == ["2026-03-09 10:15", "2026-03-09 10:30"]


def test_c11_the_breach_is_at_the_due_instant() -> None:
    sla = the_sla(C03)
    assert late_spans(sla) == [("critical", "2026-03-06 13:00", "2026-03-09 09:00")]
    assert sla.remaining(at("2026-06-01 00:00")) == -8 * HOUR


def test_c12_a_new_holiday_moves_the_deadline_and_both_are_kept() -> None:
    changed = an_event(EventKind.CALENDAR_CHANGED, "2026-11-19 10:00", actor=3)
    events = a_ticket("2026-11-18 18:00", changed, severity=Severity.HIGH)
    assert wall(the_sla(events[:1]).due) == "2026-11-20 14:00"
    edited = Calendars(a=a_time(SUPPORT_WEEK, a_holiday("2026-11-20")))
    sla = the_sla(events, calendars=edited)
    assert wall(sla.due) == "2026-11-23 14:00"
    assert (sla.current.terms.cause.kind, sla.current.terms.cause.actor) == (changed.kind, 3)


def test_sla_11_what_was_late_before_an_edit_stays_ever_late() -> None:
    changed = an_event(EventKind.CALENDAR_CHANGED, "2026-11-23 10:00", actor=3)
    events = a_ticket("2026-11-18 18:00", changed, severity=Severity.HIGH)
    edited = a_time(SUPPORT_WEEK, a_holiday("2026-11-20"))
    sla = the_sla(events, calendars=Calendars({"a": CAL_A}, a=edited))
    assert [wall(forecast.due) for forecast in sla.in_force] == [
        "2026-11-20 14:00",
        "2026-11-23 14:00",
    ]
    assert late_spans(sla)[0] == ("high", "2026-11-20 14:00", "2026-11-23 10:00")
    assert not sla.is_breached(at("2026-11-23 14:00"))


def test_sla_11_a_closing_typed_in_after_an_edit_is_measured_by_what_held_then() -> None:
    edited = a_time(SUPPORT_WEEK, a_holiday("2026-03-03"))
    calendars = Calendars({"a": CAL_A}, a=edited)
    accepted = an_event(EventKind.ACCEPTED, "2026-03-04 18:00", edition=7)
    solved = (an_event(SOLUTION, "2026-03-04 17:00"), accepted)
    changed = an_event(EventKind.CALENDAR_CHANGED, "2026-03-05 09:00", edition=0)
    events = a_ticket("2026-03-02 08:00", *solved, changed, severity=Severity.HIGH)
    assert (
        project(the_sla(events, calendars=calendars)).outcome
        == project(the_sla(events[:-1])).outcome
    )
    assert the_sla(events, calendars=calendars).history.terms[-1].edition == 0


def test_sla_11_a_closed_ticket_keeps_the_calendar_it_was_closed_under() -> None:
    edited = Calendars({"a": CAL_A}, a=a_time(SUPPORT_WEEK, a_holiday("2026-03-03")))
    assert project(the_sla(C13, calendars=edited)) == project(the_sla(C13))


C13 = a_ticket(
    "2026-03-02 08:00",
    an_event(SOLUTION, "2026-03-03 15:00"),
    an_event(EventKind.ACCEPTED, "2026-03-04 15:00"),
    severity=Severity.HIGH,
)


def test_c13_a_target_edited_later_judges_no_old_ticket() -> None:
    tighter = {**GUIDE, Severity.HIGH: Targets(hours(16), business_days(10))}
    june = replace(GUIDE_POLICY, version=2, targets=tighter, valid_from=date(2026, 6, 1))
    before, after = project(the_sla(C13)), project(the_sla(C13, june))
    assert after == before
    assert after.outcome is not None
    assert not after.outcome.breached
    assert after.outcome.policy == "padrao v1"


def test_c13_a_ticket_opened_under_the_new_target_follows_it() -> None:
    tighter = {**GUIDE, Severity.HIGH: Targets(hours(16), business_days(10))}
    june = replace(GUIDE_POLICY, version=2, targets=tighter, valid_from=date(2026, 6, 1))
    sla = the_sla(a_ticket("2026-06-01 08:00", severity=Severity.HIGH), june)
    assert wall(sla.due) == "2026-06-02 12:00"


def test_c15_another_team_moves_the_start_of_counting_too() -> None:
    moved = an_event(EventKind.TRANSFERRED, "2026-03-07 22:30", team="a", reason="engano")
    events = a_ticket("2026-03-07 22:00", moved, team="cloud")
    before, after = the_sla(events[:1]).current.deadline, the_sla(events).current.deadline
    assert before is not None
    assert after is not None
    assert (wall(before.start), wall(before.due)) == ("2026-03-07 22:00", "2026-03-08 08:00")
    assert (wall(after.start), wall(after.due)) == ("2026-03-09 07:00", "2026-03-09 17:00")


C16 = a_ticket(
    "2026-03-02 08:00",
    an_event(EventKind.DUE_AGREED, "2026-03-02 09:00", due=at("2026-03-06 12:00")),
    an_event(RECLASSIFIED, "2026-03-02 10:00", severity="high"),
    an_event(EventKind.DUE_CLEARED, "2026-03-02 11:00"),
)


def test_c16_a_change_of_severity_keeps_an_agreed_deadline_beside_the_computed_one() -> None:
    sla = the_sla(C16[:3])
    assert wall(sla.due) == "2026-03-06 12:00"
    assert sla.current.deadline is not None
    assert wall(sla.current.deadline.due) == "2026-03-03 16:00"
    assert sla.remaining(at("2026-03-06 07:00")) == 5 * HOUR
    assert sla.remaining(at("2026-03-06 14:00")) == -2 * HOUR


def test_c16_clearing_an_agreed_deadline_returns_to_the_computed_one() -> None:
    assert wall(the_sla(C16).due) == "2026-03-03 16:00"


def test_c16_an_agreed_deadline_is_suspended_while_the_client_is_waited_for() -> None:
    pending = an_event(EventKind.PENDING_CLIENT, "2026-03-05 19:00")
    sla = the_sla(a_ticket("2026-03-02 08:00", C16[1], replace(pending, seq=9)))
    assert sla.due is None
    assert sla.remaining(at("2026-03-20 08:00")) == 5 * HOUR


@pytest.mark.parametrize(
    ("pending", "expected"), [("2026-03-05 19:00", None), ("2026-03-06 12:00", "2026-03-06 12:00")]
)
def test_c16_an_agreed_deadline_stands_alone_where_none_can_be_computed(
    pending: str, expected: str | None
) -> None:
    wait = replace(an_event(EventKind.PENDING_CLIENT, pending), seq=9)
    sla = the_sla(a_ticket("2026-03-02 08:00", C16[1], wait, severity=None))
    assert wall(sla.due) == expected
    assert sla.current.is_computable
    assert sla.remaining(at("2026-03-05 08:00")) is None


def test_a_target_may_be_part_of_an_hour() -> None:
    policy = a_policy(
        contract="prime",
        targets={
            **GUIDE,
            Severity.CRITICAL: Targets(Target(TargetUnit.HOURS, Fraction(3, 2)), business_days(1)),
        },
    )
    assert wall(the_sla(a_ticket("2026-03-02 18:00", contract="prime"), policy).due) == (
        "2026-03-03 07:30"
    )
