"""A consulting is what its ticket's events say (CON-1 … CON-3, CON-8)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.consulting import (
    Cause,
    Consulting,
    ConsultingKind,
    Scope,
    consulting_of,
    refuse_cause,
    refuse_change,
    refuse_minutes,
)
from app.domain.errors import RuleRefusal
from app.domain.ticket_events import Channel, Event, EventKind
from tests.desks import at
from tests.domain.consulting_builders import a_consulting, an_event, span

SET = an_event(
    2, EventKind.CONSULTING_SET, "2026-03-02 09:00", kind="performance", scope="own_base"
)
ISSUED = an_event(3, EventKind.LETTER_ISSUED, "2026-03-02 09:30", document=17)
APPROVED = an_event(
    4, EventKind.LETTER_APPROVED, "2026-03-02 10:00", Channel.PHONE, contact=7, recording="r-1"
)
AGREED = an_event(
    5,
    EventKind.APPOINTMENT_AGREED,
    "2026-03-02 10:05",
    start=at("2026-03-03 19:00"),
    end=at("2026-03-03 21:00"),
    tool="acesso remoto do cliente",
    other_tool=True,
    specialist="Marina Maré",
)
NOT_FOUND = an_event(6, EventKind.CAUSE_DECIDED, "2026-03-04 09:00", cause="not_found")
FOUND = an_event(7, EventKind.CAUSE_DECIDED, "2026-03-05 09:00", cause="defect")
CANCELLED = an_event(8, EventKind.APPOINTMENT_CANCELLED, "2026-03-05 09:30", appointment=5)
LIFE = [SET, ISSUED, APPROVED, AGREED, NOT_FOUND, FOUND, CANCELLED]
NIGHT = span("2026-03-03 20:00", "2026-03-03 22:00")


def _consulting(events: list[Event]) -> Consulting:
    consulting = consulting_of(events)
    assert consulting is not None
    return consulting


def test_a_ticket_without_such_events_is_no_consulting() -> None:
    assert consulting_of([an_event(1, EventKind.OPENED, "2026-03-02 08:00")]) is None
    assert (
        consulting_of([an_event(3, EventKind.LETTER_ISSUED, "2026-03-02 08:00", document=1)])
        is None
    )
    ended = an_event(9, EventKind.CONSULTING_ENDED, "2026-03-06 08:00")
    assert consulting_of([*LIFE, ended]) is None


def test_the_letter_releases_and_the_cause_decides() -> None:
    begun = _consulting(LIFE[:2])
    assert (begun.scope, begun.letters, begun.is_released) == (Scope.OWN_BASE, (17,), False)
    released = _consulting(LIFE[:4])
    assert released.is_released
    assert released.approval is not None
    assert (released.approval.channel, released.approval.recording) == ("phone", "r-1")
    assert not released.is_released_at(at("2026-03-02 09:59"))
    assert (released.cause, released.is_decided, released.step) == (None, False, 1)
    assert released.agreed(NIGHT) == [span("2026-03-03 20:00", "2026-03-03 21:00")]
    second = _consulting(LIFE[:5])
    assert (second.cause, second.is_decided, second.step) == (Cause.NOT_FOUND, False, 2)
    done = _consulting(LIFE)
    assert (done.cause, done.is_decided, done.appointments) == (Cause.DEFECT, True, ())


def test_the_first_approval_stands() -> None:
    again = an_event(9, EventKind.LETTER_APPROVED, "2026-03-06 08:00", contact=8)
    approval = _consulting([*LIFE, again]).approval
    assert approval is not None
    assert approval.contact == 7


def test_a_changed_kind_keeps_letter_and_appointments() -> None:
    changed = an_event(9, EventKind.CONSULTING_SET, "2026-03-02 11:00", kind="investigative")
    consulting = _consulting([*LIFE[:4], changed])
    assert consulting.kind is ConsultingKind.INVESTIGATIVE
    assert (consulting.scope, len(consulting.appointments)) == (Scope.OWN_BASE, 1)
    assert consulting.is_released


@given(st.permutations(LIFE))
def test_the_order_in_which_events_are_read_does_not_matter(events: list[Event]) -> None:
    assert consulting_of(events) == consulting_of(LIFE)


@pytest.mark.parametrize(
    ("consulting", "words"),
    [
        (None, "não é consultoria"),
        (a_consulting(ConsultingKind.IN_LOCO), "in loco"),
        (a_consulting(is_approved=False), "carta de aceite"),
        (a_consulting(), "só foi aprovada depois"),
    ],
)
def test_minutes_that_are_not_allowed_are_refused(
    consulting: Consulting | None, words: str
) -> None:
    with pytest.raises(RuleRefusal, match=f"CON-1.*{words}"):
        refuse_minutes(consulting, at("2026-03-02 07:59"))


def test_minutes_are_allowed_by_telephone_and_after_the_letter() -> None:
    refuse_minutes(a_consulting(), at("2026-03-02 08:00"))
    refuse_minutes(a_consulting(ConsultingKind.TELEPHONE), at("2026-03-01 08:00"))


def test_the_second_step_waits_for_its_specialist() -> None:
    without = [event for event in LIFE[:5] if event is not AGREED]
    with pytest.raises(RuleRefusal, match=r"CON-1.*especialista"):
        refuse_minutes(_consulting(without), at("2026-03-04 10:00"))
    refuse_minutes(_consulting(LIFE[:5]), at("2026-03-04 10:00"))


def test_telephone_is_chosen_at_opening_and_no_kind_twice() -> None:
    refuse_change(None, ConsultingKind.TELEPHONE, is_begun=False)
    refuse_change(a_consulting(), ConsultingKind.PERFORMANCE, is_begun=True)
    with pytest.raises(RuleRefusal, match="abertura"):
        refuse_change(None, ConsultingKind.TELEPHONE, is_begun=True)
    with pytest.raises(RuleRefusal, match="já é deste tipo"):
        refuse_change(a_consulting(), ConsultingKind.INVESTIGATIVE, is_begun=True)


@pytest.mark.parametrize(
    ("consulting", "cause"),
    [
        (None, Cause.DEFECT),
        (a_consulting(ConsultingKind.TELEPHONE), Cause.DEFECT),
        (a_consulting(), Cause.NOT_FOUND),
        (_consulting(LIFE[:5]), Cause.NOT_FOUND),
    ],
)
def test_a_cause_that_cannot_be_is_refused(consulting: Consulting | None, cause: Cause) -> None:
    with pytest.raises(RuleRefusal, match="CON-1"):
        refuse_cause(consulting, cause)


def test_causes_that_can_be_are_taken() -> None:
    refuse_cause(a_consulting(), Cause.DEFECT)
    refuse_cause(a_consulting(ConsultingKind.PERFORMANCE), Cause.NOT_FOUND)
