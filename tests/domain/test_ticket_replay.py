"""A ticket is its history: the fold is total, and the order of reading does not matter."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.projection import project
from app.domain.severity import Severity
from app.domain.sla_policy import SlaRules, Stage
from app.domain.ticket_events import Closing, Event, EventKind, Status, StatusKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import forecasts_of
from tests.domain.builders import (
    GUIDE_POLICY,
    Calendars,
    a_history,
    a_ticket,
    an_event,
    at,
    the_sla,
    wall,
)
from tests.domain.strategies import histories, nonsense

K = EventKind


@given(histories(nonsense))
@settings(max_examples=300)
def test_any_events_with_any_payload_are_read_without_failing(events: tuple[Event, ...]) -> None:
    history = replay(events)
    assert history.opened_at == min(event.at for event in events)
    assert history.last_event_at == max(event.at for event in events)


@given(histories(), st.randoms(use_true_random=False))
def test_order_and_repetition_do_not_matter(events: tuple[Event, ...], dice: Random) -> None:
    shuffled = [*events, *events[::2]]
    dice.shuffle(shuffled)
    assert replay(shuffled) == replay(events)


@given(histories())
@settings(max_examples=200)
def test_a_history_keeps_its_parts_in_step(events: tuple[Event, ...]) -> None:
    history = replay(events)
    running = [pause for pause in history.pauses if pause.end is None]
    ended = [(pause.start, pause.end) for pause in history.pauses if pause.end is not None]
    assert history.is_open is (history.closed_at is None) is (history.closing is None)
    assert len(running) == int(history.is_open and history.waits_for_client)
    assert all(end <= start for (_, end), (start, _) in pairwise(ended))
    assert [terms.since for terms in history.terms] == sorted(t.since for t in history.terms)
    if history.is_open:
        awaits = history.status is Status.AWAITING_ACCEPTANCE
        assert (history.acceptance is not None) is awaits
        assert (history.solved_at is not None) is awaits


@given(histories())
def test_every_history_has_a_deadline_or_the_reason_why_not(events: tuple[Event, ...]) -> None:
    sla = the_sla(events)
    assert sla.current.is_computable or sla.current.reason
    assert len(forecasts_of(sla.history, SlaRules((GUIDE_POLICY,)), Calendars())) == len(
        sla.history.terms
    )
    assert (project(sla).place is None) is not sla.history.is_open


ODD_VALUES = [
    (K.OPENED, "severity", "terrível"),
    (K.OPENED, "facts", "nenhum"),
    (K.OPENED, "team", 7),
    (K.OPENED, "contract", ["prime"]),
    (K.RECLASSIFIED, "severity", "terrível"),
    (K.TRANSFERRED, "team", 7),
    (K.CONTRACT_CHANGED, "contract", 7),
    (K.ASSIGNED, "assignee", "Ana"),
    (K.FORWARDED, "destination", "lua"),
    (K.FORWARDED, "destination", []),
    (K.STATUS_SET, "kind", "quase"),
    (K.DUE_AGREED, "due", "amanhã"),
    (K.LIMIT_MOVED, "limit_date", "2026-02-30"),
    (K.CLOSED, "closing", "sumiu"),
    (K.MERGED, "into", 42),
]


@pytest.mark.parametrize(("kind", "key", "value"), ODD_VALUES)
def test_a_value_nobody_knows_is_named_and_the_act_stays(
    kind: EventKind, key: str, value: object
) -> None:
    solved = [an_event(K.SOLUTION, "2026-03-02 09:00")] if kind is K.LIMIT_MOVED else []
    odd = an_event(kind, "2026-03-02 10:00", **{key: value})  # type: ignore[arg-type]
    if kind is K.OPENED:
        history = replay([replace(odd, seq=1)])
    else:
        history = a_history("2026-03-02 08:00", *solved, odd)
    assert any(f"{key!r} deste ato não é conhecido" in told.text for told in history.oddities)
    assert history.last_event_at == odd.at


def test_an_act_before_the_opening_opens_the_ticket_with_what_the_opening_says() -> None:
    early = an_event(K.NOTE, "2026-03-02 07:30", seq=9)
    history = a_history("2026-03-02 08:00", early, severity=Severity.HIGH, team="b")
    assert wall(history.opened_at) == "2026-03-02 07:30"
    assert (history.team, history.severity) == ("b", Severity.HIGH)
    assert [(told.seq, told.text[:5]) for told in history.oddities] == [(9, "TKT-2")]


def test_a_log_without_opening_is_read_from_what_was_recorded_first() -> None:
    first = an_event(K.ASSIGNED, "2026-03-02 09:00", seq=1, team="b", severity="low")
    found_later = an_event(K.NOTE, "2026-03-02 08:00", seq=2)
    history = replay([found_later, first])
    assert (history.team, history.severity) == ("b", Severity.LOW)
    assert wall(history.opened_at) == "2026-03-02 08:00"


def test_the_facts_of_the_opening_are_kept() -> None:
    opening = an_event(K.OPENED, "2026-03-02 08:00", seq=1, facts={"client": 4})
    assert replay([opening]).facts == {"client": 4}
    assert replay([an_event(K.OPENED, "2026-03-02 08:00", seq=1)]).facts == {}


def told(history: TicketHistory) -> list[str]:
    return [oddity.text for oddity in history.oddities]


@pytest.mark.parametrize(
    ("acts", "expected", "status"),
    [
        ((K.SOLUTION, K.SOLUTION), "ACC-1: nova solução", Status.AWAITING_ACCEPTANCE),
        ((K.SOLUTION, K.ASSIGNED), "ACC-5: trabalho depois da solução", Status.IN_PROGRESS),
        ((K.SOLUTION, K.PENDING_CLIENT), "ACC-1: pendência", Status.PENDING_CLIENT),
        ((K.ACCEPTED,), "ACC-1: aceite sem solução", Status.CLOSED),
        ((K.REFUSED,), "ACC-5: não há solução", Status.IN_PROGRESS),
        ((K.POSTPONED,), "ACC-4: adiamento fora do aceite", Status.NEW),
        ((K.PENDING_CLIENT, K.PENDING_CLIENT), "SLA-5: o chamado já espera", Status.PENDING_CLIENT),
        ((K.CLOSED, K.SOLUTION), "ACC-3: depois do encerramento", Status.CLOSED),
        ((K.OPENED, K.ASSIGNED, K.OPENED), "TKT-1: o chamado já foi aberto", Status.IN_PROGRESS),
    ],
)
def test_what_the_rules_would_have_refused_is_taken_as_it_happened_and_named(
    acts: tuple[EventKind, ...], expected: str, status: Status
) -> None:
    events = [an_event(kind, f"2026-03-02 1{hour}:00") for hour, kind in enumerate(acts)]
    history = a_history("2026-03-02 08:00", *events)
    assert len(told(history)) == 1
    assert told(history)[0].startswith(expected)
    assert history.status is status


def test_a_second_solution_starts_a_wait_of_its_own() -> None:
    solutions = [an_event(K.SOLUTION, "2026-03-02 09:00"), an_event(K.SOLUTION, "2026-03-04 09:00")]
    history = a_history("2026-03-02 08:00", *solutions)
    assert [wall(pause.start) for pause in history.pauses] == [
        "2026-03-02 09:00",
        "2026-03-04 09:00",
    ]
    assert history.acceptance is not None
    assert f"{history.acceptance.limit_date}" == "2026-03-19"
    assert wall(history.solved_at) == "2026-03-04 09:00"


def test_a_second_pending_keeps_the_beginning_of_the_wait() -> None:
    waits = [an_event(K.PENDING_CLIENT, f"2026-03-0{day} 09:00") for day in (2, 3)]
    history = a_history("2026-03-02 08:00", *waits)
    assert wall(history.status_since) == "2026-03-02 09:00"
    assert [wall(pause.start) for pause in history.pauses] == ["2026-03-02 09:00"]


@pytest.mark.parametrize("before", [K.ASSIGNED, K.IN_MAINTENANCE, K.FORWARDED])
def test_an_answer_brings_the_ticket_back_to_where_it_waited_from(before: EventKind) -> None:
    acts = [
        an_event(before, "2026-03-02 09:00"),
        an_event(K.PENDING_CLIENT, "2026-03-02 10:00"),
        an_event(K.CLIENT_ANSWERED, "2026-03-02 11:00"),
    ]
    where_from = a_history("2026-03-02 08:00", acts[0]).status
    assert a_history("2026-03-02 08:00", *acts).status is where_from


def test_sla_2_a_ticket_that_was_in_maintenance_keeps_the_maintenance_target() -> None:
    acts = [
        an_event(K.IN_MAINTENANCE, "2026-03-02 09:00"),
        an_event(K.BACK_TO_SUPPORT, "2026-03-03 09:00"),
    ]
    history = a_history("2026-03-02 08:00", *acts)
    assert history.status is Status.IN_PROGRESS
    assert history.terms[-1].stage is Stage.MAINTENANCE
    assert wall(the_sla(a_ticket("2026-03-02 08:00", *acts)).due) == "2026-03-06 19:00"


@pytest.mark.parametrize(
    ("destination", "status"),
    [
        ("innovation", Status.IN_INNOVATION),
        ("factory", Status.IN_FACTORY),
        (None, Status.IN_FACTORY),
    ],
)
def test_sla_2_innovation_and_factory_leave_the_last_deadline_standing(
    destination: str | None, status: Status
) -> None:
    sent = an_event(K.FORWARDED, "2026-03-02 09:00", destination=destination)
    sla = the_sla(a_ticket("2026-03-02 08:00", sent))
    assert sla.history.status is status
    assert wall(sla.due) == "2026-03-02 18:00"


def test_tkt_3_a_transfer_is_counted_and_takes_the_ticket_off_the_desk() -> None:
    acts = [
        an_event(K.ASSIGNED, "2026-03-02 09:00", assignee=4),
        an_event(K.TRANSFERRED, "2026-03-02 10:00", team="b"),
        an_event(K.ASSIGNED, "2026-03-02 11:00"),
        an_event(K.TRANSFERRED, "2026-03-02 12:00", team="b"),
    ]
    moved = a_history("2026-03-02 08:00", *acts[:2])
    assert (moved.transfers, moved.assignee, moved.team) == (1, None, "b")
    stayed = a_history("2026-03-02 08:00", *acts)
    assert (stayed.transfers, stayed.assignee) == (1, 7)
    assert len(stayed.terms) == 2


def test_sla_2_another_contract_recomputes_from_the_opening() -> None:
    changed = an_event(K.CONTRACT_CHANGED, "2026-03-02 10:00", contract="prime")
    ended = an_event(K.CONTRACT_CHANGED, "2026-03-02 11:00", contract=None)
    history = a_history("2026-03-02 08:00", changed, ended)
    assert [terms.contract for terms in history.terms] == [None, "prime", None]


def test_a_classification_that_says_nothing_new_makes_no_new_terms() -> None:
    acts = [
        an_event(K.CLASSIFIED, "2026-03-02 09:00", severity="critical"),
        an_event(K.RECLASSIFIED, "2026-03-02 10:00"),
    ]
    assert len(a_history("2026-03-02 08:00", *acts).terms) == 1


def test_only_the_first_public_answer_is_the_first_answer() -> None:
    notes = [an_event(K.NOTE, f"2026-03-02 {hour}:00", public=True) for hour in (10, 11)]
    assert wall(a_history("2026-03-02 08:00", *notes).first_answer_at) == "2026-03-02 10:00"


def test_a_closing_without_reason_was_imported() -> None:
    closed = a_history("2026-03-02 08:00", an_event(K.CLOSED, "2026-03-02 10:00"))
    assert closed.closing is Closing.IMPORTED
    assert closed.settled_at == closed.closed_at == at("2026-03-02 10:00")


def test_notes_after_closing_are_no_oddity() -> None:
    after = [an_event(kind, "2026-03-04 09:00") for kind in (K.NOTE, K.LINKED, K.SURVEY_SENT)]
    history = a_history("2026-03-02 08:00", an_event(K.CLOSED, "2026-03-02 10:00"), *after)
    assert told(history) == []


def test_every_status_says_which_kind_it_is() -> None:
    assert {
        status: status.kind for status in Status if status.kind is not StatusKind.ATTENDANCE
    } == {
        Status.PENDING_CLIENT: StatusKind.PENDING,
        Status.AWAITING_ACCEPTANCE: StatusKind.ACCEPTANCE,
        Status.CLOSED: StatusKind.CLOSED,
    }
