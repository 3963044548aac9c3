"""Acceptance: limit, reminder, postponement, refusal (ACC-1 … ACC-5, pitfalls D)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from app.domain.acceptance import acceptance_from
from app.domain.clock import from_epoch, local_date
from app.domain.ticket_events import Channel, Closing, EventKind, Status
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_moves import refusal_of
from app.domain.ticket_sla import TicketSla
from tests.domain.builders import a_history, a_ticket, an_event, at, the_sla, wall
from tests.domain.strategies import instants

SOLUTION, REFUSED = EventKind.SOLUTION, EventKind.REFUSED
POSTPONED, ANSWERED = EventKind.POSTPONED, EventKind.CLIENT_ANSWERED

SOLVED = "2026-03-02 16:41:05"
SOLVED_TICKET = a_ticket("2026-03-02 09:00", an_event(SOLUTION, SOLVED))


def test_d_base_the_limit_is_the_end_of_the_fifteenth_day_and_the_reminder_four_days_before() -> (
    None
):
    acceptance = acceptance_from(at(SOLVED))
    assert wall(acceptance.limit) == "2026-03-17 23:59:59"
    assert wall(acceptance.reminder) == "2026-03-13 08:00"


def test_d_base_one_postponement_adds_45_days_and_the_reminder_moves_along() -> None:
    history = a_history(
        "2026-03-02 09:00", an_event(SOLUTION, SOLVED), an_event(POSTPONED, "2026-03-10 09:00")
    )
    assert history.acceptance is not None
    assert wall(history.acceptance.limit) == "2026-05-01 23:59:59"
    assert wall(history.acceptance.reminder) == "2026-04-27 08:00"
    assert history.has_postponed


@given(instants())
def test_acc_1_fifteen_calendar_days_whatever_the_clocks_did(since: int) -> None:
    acceptance = acceptance_from(since)
    opened_on = local_date(from_epoch(since))
    assert (acceptance.limit_date - opened_on).days == 15
    assert (wall(acceptance.limit) or "").endswith("23:59:59")
    assert local_date(from_epoch(acceptance.limit)) == acceptance.limit_date
    assert (acceptance.limit_date - local_date(from_epoch(acceptance.reminder))).days == 4
    assert acceptance.moved_to(date(2026, 3, 21)).since == since


def test_acc_1_a_limit_on_a_holiday_does_not_move() -> None:
    assert acceptance_from(at("2026-12-10 09:00")).limit_date == date(2026, 12, 25)


def test_acc_4_a_second_postponement_changes_nothing_and_is_named() -> None:
    acts = [an_event(POSTPONED, "2026-03-10 09:00"), an_event(POSTPONED, "2026-03-11 09:00")]
    history = a_history("2026-03-02 09:00", an_event(SOLUTION, SOLVED), *acts)
    assert history.acceptance is not None
    assert history.acceptance.limit_date == date(2026, 5, 1)
    assert [oddity.text[:5] for oddity in history.oddities] == ["ACC-4"]


def test_acc_5_the_single_postponement_is_of_the_ticket_not_of_the_solution() -> None:
    history = a_history(
        "2026-03-02 09:00",
        an_event(SOLUTION, SOLVED),
        an_event(POSTPONED, "2026-03-10 09:00"),
        an_event(REFUSED, "2026-03-11 09:00", reason="ainda falha"),
        an_event(SOLUTION, "2026-03-12 09:00"),
    )
    assert history.acceptance is not None
    assert history.acceptance.limit_date == date(2026, 3, 27)
    refusal = refusal_of(history, POSTPONED, at("2026-03-13 09:00"))
    assert refusal is not None
    assert refusal.sentence == "ACC-4: o aceite deste chamado já foi adiado uma vez"


def test_acc_7a_a_limit_may_be_moved_for_a_late_reminder() -> None:
    moved = an_event(EventKind.LIMIT_MOVED, "2026-03-20 08:00", limit_date="2026-03-21")
    history = a_history("2026-03-02 09:00", an_event(SOLUTION, SOLVED), moved)
    assert history.acceptance is not None
    assert wall(history.acceptance.limit) == "2026-03-21 23:59:59"


def test_d03_a_refused_solution_leaves_no_limit_behind_and_a_later_one_starts_anew() -> None:
    refused = an_event(REFUSED, "2026-03-16 09:00")
    history = a_history("2026-03-02 09:00", an_event(SOLUTION, SOLVED), refused)
    assert (history.status, history.acceptance) == (Status.IN_PROGRESS, None)
    again = an_event(SOLUTION, "2026-03-20 10:00")
    history = a_history("2026-03-02 09:00", an_event(SOLUTION, SOLVED), refused, again)
    assert history.acceptance is not None
    assert wall(history.acceptance.limit) == "2026-04-04 23:59:59"


@pytest.mark.parametrize(
    ("acts", "rule"),
    [
        ([], "ACC-4"),
        ([(SOLUTION, {}), (POSTPONED, {})], "ACC-4"),
        ([(SOLUTION, {}), (REFUSED, {})], "ACC-4"),
        ([(SOLUTION, {}), (EventKind.CLOSED, {"closing": "automatic"})], "ACC-3"),
    ],
)
def test_d06_the_client_does_not_move_the_date_freely(
    acts: list[tuple[EventKind, dict[str, str]]], rule: str
) -> None:
    events = [
        an_event(kind, f"2026-03-02 1{hour}:00", **payload)  # type: ignore[arg-type]
        for hour, (kind, payload) in enumerate(acts)
    ]
    refusal = refusal_of(a_history("2026-03-02 09:00", *events), POSTPONED, at("2026-03-18 09:00"))
    assert refusal is not None
    assert refusal.rule == rule


def test_d08_an_automatic_reply_resumes_nothing() -> None:
    reply = an_event(
        EventKind.NOTE, "2026-03-03 06:00", channel=Channel.EMAIL, actor=None, automatic=True
    )
    assigned = an_event(EventKind.ASSIGNED, "2026-03-02 10:00", assignee=4)
    solved = an_event(SOLUTION, SOLVED)
    before = a_history("2026-03-02 09:00", assigned, solved)
    after = a_history("2026-03-02 09:00", assigned, solved, reply)
    assert (after.status, after.assignee, after.acceptance, after.pauses) == (
        before.status,
        4,
        before.acceptance,
        before.pauses,
    )


def test_acc_3_an_answer_of_the_client_stops_the_automatic_closing() -> None:
    answer = an_event(ANSWERED, "2026-03-04 09:00", channel=Channel.EMAIL)
    history = a_history("2026-03-02 09:00", an_event(SOLUTION, SOLVED), answer)
    assert (history.status, history.acceptance) == (Status.IN_PROGRESS, None)


def closed_by(closing: Closing) -> TicketSla:
    closed = an_event(EventKind.CLOSED, "2026-03-18 00:00", closing=closing.value)
    return the_sla(a_ticket("2026-03-02 09:00", an_event(SOLUTION, SOLVED), closed))


def test_acc_3_an_automatic_closing_keeps_the_solution_and_its_instant() -> None:
    sla = closed_by(Closing.AUTOMATIC)
    assert sla.history.closing is Closing.AUTOMATIC
    assert wall(sla.history.settled_at) == SOLVED
    assert wall(sla.due) == "2026-03-02 19:00"


def test_acc_7b_an_annulled_closing_lets_the_wait_go_on_where_it_began() -> None:
    acts = [
        an_event(EventKind.CLOSED, "2026-03-18 00:00", closing="automatic"),
        an_event(EventKind.CLOSING_ANNULLED, "2026-03-18 09:00"),
    ]
    open_again = a_history("2026-03-02 09:00", an_event(SOLUTION, SOLVED), *acts)
    never_closed = a_history("2026-03-02 09:00", an_event(SOLUTION, SOLVED))
    assert open_again.status is Status.AWAITING_ACCEPTANCE
    assert (open_again.pauses, open_again.acceptance, open_again.status_since) == (
        never_closed.pauses,
        never_closed.acceptance,
        never_closed.status_since,
    )
    assert (open_again.closed_at, open_again.closing) == (None, None)


def test_acc_7b_annulling_the_closing_of_a_ticket_at_work_gives_its_time_back() -> None:
    acts = [
        an_event(EventKind.CLOSED, "2026-03-02 10:00", closing="automatic"),
        an_event(EventKind.CLOSING_ANNULLED, "2026-03-02 12:00"),
    ]
    sla = the_sla(a_ticket("2026-03-02 09:00", *acts))
    assert sla.history.pauses == ()
    assert wall(sla.due) == "2026-03-02 19:00"


def annulled(act: EventKind, **payload: object) -> TicketHistory:
    """An act of 16 March, typed in after the closing of the 17th, which it annulled."""
    return a_history(
        "2026-03-02 09:00",
        an_event(SOLUTION, SOLVED, seq=2),
        an_event(EventKind.CLOSED, "2026-03-17 23:59:59", seq=3, closing="automatic"),
        an_event(EventKind.CLOSING_ANNULLED, "2026-03-18 09:00", seq=4, annuls=3),
        an_event(act, "2026-03-16 10:00", seq=5, recorded="2026-03-18 09:00", **payload),
    )


def test_acc_7b_a_refusal_of_before_the_closing_goes_on_as_if_nothing_had_closed() -> None:
    history = annulled(REFUSED, reason="ainda falha")
    assert (history.status, wall(history.status_since)) == (Status.IN_PROGRESS, "2026-03-16 10:00")
    assert (history.closed_at, history.oddities) == (None, ())


def test_acc_7b_an_acceptance_of_before_the_closing_is_what_closed_the_ticket() -> None:
    history = annulled(EventKind.ACCEPTED)
    assert (history.closing, wall(history.closed_at)) == (Closing.ACCEPTED, "2026-03-16 10:00")
    assert history.oddities == ()


@pytest.mark.parametrize("annuls", [2, 99, "3", None])
def test_only_a_closing_is_annulled_by_its_number(annuls: object) -> None:
    history = a_history(
        "2026-03-02 09:00",
        an_event(SOLUTION, SOLVED, seq=2),
        an_event(EventKind.CLOSED, "2026-03-17 23:59:59", seq=3, closing="imported"),
        an_event(EventKind.CLOSING_ANNULLED, "2026-03-18 09:00", seq=4, annuls=annuls),
    )
    assert history.closing is Closing.IMPORTED
    assert [oddity.text[:6] for oddity in history.oddities] == ["ACC-7b"]
