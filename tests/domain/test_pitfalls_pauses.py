"""Pitfalls B: pauses, each by its id."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from app.domain.deadline import business_days
from app.domain.explanation import Buckets, buckets_of
from app.domain.ticket_events import Channel, Event, EventKind, Status, StatusKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import TicketSla
from tests.domain.builders import (
    CAL_A,
    HOUR,
    SUPPORT_WEEK,
    Calendars,
    a_deadline,
    a_history,
    a_holiday,
    a_pause,
    a_ticket,
    a_time,
    an_event,
    at,
    due,
    the_sla,
    wall,
)

PENDING, ANSWERED = EventKind.PENDING_CLIENT, EventKind.CLIENT_ANSWERED
SOLUTION, REFUSED = EventKind.SOLUTION, EventKind.REFUSED


def test_b01_a_pause_over_a_weekend_pushes_a_day_target_by_its_working_time() -> None:
    pause = a_pause("2026-03-06 16:00", "2026-03-09 09:00")
    deadline = a_deadline(CAL_A, "2026-03-05 10:00", business_days(4), pause)
    assert deadline.paused(at("2026-03-20 00:00")) == 5 * HOUR
    assert wall(deadline.due) == "2026-03-12 12:00"
    assert due(CAL_A, "2026-03-05 10:00", business_days(4)) == "2026-03-11 19:00"


def test_b03_a_pause_counts_for_a_ticket_opened_on_a_weekend() -> None:
    pause = a_pause("2026-03-09 09:00", "2026-03-09 10:00")
    assert due(CAL_A, "2026-03-07 10:00", 10, pause) == "2026-03-09 18:00"


B04 = a_ticket(
    "2026-03-02 08:00",
    an_event(EventKind.CLASSIFIED, "2026-03-02 08:00", severity="medium"),
    an_event(PENDING, "2026-03-02 10:00"),
    an_event(ANSWERED, "2026-03-03 10:00"),
    an_event(EventKind.RECLASSIFIED, "2026-03-03 11:00", severity="high"),
)


def test_b04_a_change_of_severity_keeps_the_pauses() -> None:
    assert wall(the_sla(B04[:-1]).due) == "2026-03-05 14:00"
    assert wall(the_sla(B04).due) == "2026-03-04 16:00"


B06 = a_ticket(
    "2026-03-02 08:00",
    an_event(PENDING, "2026-03-02 17:00"),
    an_event(ANSWERED, "2026-03-05 09:00"),
)


@pytest.mark.parametrize("now", ["2026-03-03 12:00", "2026-03-04 12:00"])
def test_b06_a_ticket_does_not_become_late_while_it_is_pending(now: str) -> None:
    sla = the_sla(B06[:-1])
    assert sla.due is None
    assert sla.remaining(at(now)) == HOUR
    assert not sla.is_breached(at(now))
    assert sla.late_spans == ()


def test_b06_the_clock_goes_on_with_what_was_left() -> None:
    assert wall(the_sla(B06).due) == "2026-03-05 10:00"


B07 = a_ticket(
    "2026-03-02 08:00",
    an_event(SOLUTION, "2026-03-02 12:00"),
    an_event(REFUSED, "2026-03-04 10:00"),
    an_event(SOLUTION, "2026-03-04 15:00"),
    an_event(REFUSED, "2026-03-06 09:00"),
)


def high(events: tuple[Event, ...]) -> TicketSla:
    opening = replace(events[0], payload={**events[0].payload, "severity": "high"})
    return the_sla((opening, *events[1:]))


def test_b07_every_cycle_of_solution_and_refusal_is_a_pause() -> None:
    sla = high(B07)
    assert wall(sla.due) == "2026-03-09 08:00"
    assert sla.current.deadline is not None
    assert sla.current.deadline.elapsed(at("2026-03-06 09:00")) == 9 * HOUR
    assert sla.history.solutions == 2


def test_b08_waiting_for_acceptance_has_a_bucket_of_its_own() -> None:
    deadline = high(B07).current.deadline
    assert deadline is not None
    buckets = buckets_of(deadline, at("2026-03-06 09:00"))
    assert buckets == Buckets(9 * HOUR, 0, 40 * HOUR, 0)
    assert buckets.total == CAL_A.seconds_between(deadline.opened, at("2026-03-06 09:00"))


@pytest.mark.parametrize("channel", [Channel.PORTAL, Channel.EMAIL, Channel.PHONE])
@pytest.mark.parametrize("typed", ["2026-03-07 23:00", "2026-03-09 08:30"])
def test_b12_the_clock_resumes_at_the_instant_of_the_answer(channel: Channel, typed: str) -> None:
    answer = an_event(ANSWERED, "2026-03-07 23:00", recorded=typed, channel=channel)
    opened_by_analyst = an_event(EventKind.ASSIGNED, "2026-03-09 09:30")
    events = a_ticket(
        "2026-03-06 09:00", an_event(PENDING, "2026-03-06 15:00"), answer, opened_by_analyst
    )
    assert wall(the_sla(events[:-1]).due) == "2026-03-09 11:00"
    assert wall(the_sla(events).due) == "2026-03-09 11:00"


def test_b12_an_answer_typed_after_work_resumed_still_counts_from_its_true_instant() -> None:
    late = an_event(ANSWERED, "2026-03-07 23:00", recorded="2026-03-09 12:00")
    resumed = an_event(EventKind.ASSIGNED, "2026-03-09 08:00")
    events = a_ticket("2026-03-06 09:00", an_event(PENDING, "2026-03-06 15:00"), resumed, late)
    assert wall(the_sla(events[:-1]).due) == "2026-03-09 12:00"
    assert wall(the_sla(events).due) == "2026-03-09 11:00"


def test_b13_an_answer_and_a_pause_in_one_save_are_read_in_a_fixed_order() -> None:
    answer = an_event(EventKind.NOTE, "2026-03-02 10:00", public=True)
    pause = an_event(PENDING, "2026-03-02 10:00")
    for acts in permutations((answer, pause)):
        history = a_history("2026-03-02 08:00", *acts)
        assert wall(history.first_answer_at) == "2026-03-02 10:00"
        assert [wall(pause.start) for pause in history.pauses] == ["2026-03-02 10:00"]
        assert history.status is Status.PENDING_CLIENT


def set_status(when: str, kind: StatusKind, name: str = "Em manutenção") -> Event:
    return an_event(EventKind.STATUS_SET, when, status=name, kind=kind.value)


def after_pending(kind: StatusKind) -> TicketHistory:
    pending = an_event(PENDING, "2026-03-02 09:00")
    return a_history("2026-03-02 08:00", pending, set_status("2026-03-02 10:00", kind))


def test_b14_a_status_of_the_manager_resumes_by_its_kind() -> None:
    history = after_pending(StatusKind.ATTENDANCE)
    assert [wall(pause.end) for pause in history.pauses] == ["2026-03-02 10:00"]
    assert (history.status, history.status_name) == (Status.IN_PROGRESS, "Em manutenção")


def test_b14_a_status_of_the_manager_pauses_by_its_kind() -> None:
    status = set_status("2026-03-02 10:00", StatusKind.PENDING, "Com o fornecedor do cliente")
    history = a_history("2026-03-02 08:00", status)
    assert history.status is Status.PENDING_CLIENT
    assert history.status_name == "Com o fornecedor do cliente"
    assert [wall(pause.start) for pause in history.pauses] == ["2026-03-02 10:00"]


def test_b14_a_status_of_the_manager_may_wait_for_acceptance_or_close() -> None:
    awaiting = after_pending(StatusKind.ACCEPTANCE)
    assert awaiting.status is Status.AWAITING_ACCEPTANCE
    assert awaiting.acceptance is not None
    assert after_pending(StatusKind.CLOSED).status is Status.CLOSED


def test_b14_a_status_that_hides_its_kind_is_named_and_never_guessed() -> None:
    history = a_history(
        "2026-03-02 08:00",
        an_event(EventKind.STATUS_SET, "2026-03-02 10:00", status="Pendente com o cliente"),
    )
    assert history.status is Status.IN_PROGRESS
    assert [oddity.text[:6] for oddity in history.oddities] == ["SLA-12"]


def test_b14_work_under_a_status_of_the_manager_ends_the_wait_for_acceptance() -> None:
    history = a_history(
        "2026-03-02 08:00",
        an_event(SOLUTION, "2026-03-02 09:00"),
        set_status("2026-03-02 10:00", StatusKind.ATTENDANCE),
    )
    assert history.acceptance is None
    assert history.solved_at is None
    assert history.oddities != ()


def test_b15_a_pause_on_a_holiday_takes_nothing_out() -> None:
    tiradentes = a_time(SUPPORT_WEEK, a_holiday("2026-04-21", "Tiradentes"))
    events = a_ticket(
        "2026-04-20 14:00",
        an_event(PENDING, "2026-04-21 09:00"),
        an_event(ANSWERED, "2026-04-21 17:00"),
    )
    pending = the_sla(events[:-1], calendars=Calendars(a=tiradentes))
    assert pending.history.waits_for_client
    sla = the_sla(events, calendars=Calendars(a=tiradentes))
    assert sla.current.deadline is not None
    assert sla.current.deadline.paused(at("2026-04-22 00:00")) == 0
    assert wall(sla.due) == "2026-04-22 12:00"
    assert not tiradentes.is_counted(at("2026-04-21 17:30"))


def test_a_pause_is_ended_by_work_and_not_by_a_note_or_a_reclassification() -> None:
    pending = an_event(PENDING, "2026-03-02 09:00")
    for kind in EventKind:
        history = replay(a_ticket("2026-03-02 08:00", pending, an_event(kind, "2026-03-02 10:00")))
        ended = history.pauses[0].end is not None
        assert ended is (kind in WORK_OR_ANSWER), kind


WORK_OR_ANSWER = {
    EventKind.ASSIGNED,
    EventKind.CLIENT_ANSWERED,
    EventKind.IN_MAINTENANCE,
    EventKind.FORWARDED,
    EventKind.BACK_TO_SUPPORT,
    EventKind.STATUS_SET,
    EventKind.SOLUTION,
    EventKind.REFUSED,
    EventKind.ACCEPTED,
    EventKind.MERGED,
    EventKind.CLOSED,
}
