"""Every act in every state: allowed, or refused with the rule that forbids it (rulebook §5)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.acceptance import acceptance_from
from app.domain.ticket_events import Closing, Event, EventKind, Status
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_moves import refusal_of
from app.domain.ticket_replay import replay
from tests.domain.builders import a_ticket, an_event, at

K = EventKind
NOW = "2026-03-03 12:00"

STORIES: dict[str, tuple[Event, ...]] = {
    "new": (),
    "in_progress": (an_event(K.ASSIGNED, "2026-03-02 09:00"),),
    "pending_client": (an_event(K.PENDING_CLIENT, "2026-03-02 09:00"),),
    "in_maintenance": (an_event(K.IN_MAINTENANCE, "2026-03-02 09:00"),),
    "in_innovation": (an_event(K.FORWARDED, "2026-03-02 09:00", destination="innovation"),),
    "in_factory": (an_event(K.FORWARDED, "2026-03-02 09:00", destination="factory"),),
    "awaiting_acceptance": (an_event(K.SOLUTION, "2026-03-02 09:00"),),
    "closed": (
        an_event(K.SOLUTION, "2026-03-02 09:00"),
        an_event(K.ACCEPTED, "2026-03-02 10:00"),
    ),
}
LETTERS = dict(
    zip(
        "npwmifac",
        (
            "new",
            "in_progress",
            "pending_client",
            "in_maintenance",
            "in_innovation",
            "in_factory",
            "awaiting_acceptance",
            "closed",
        ),
        strict=True,
    )
)
ALWAYS = "npwmifac"
OPEN = "npwmifa"

ALLOWED = {
    K.OPENED: "n",
    K.CLASSIFIED: OPEN,
    K.RECLASSIFIED: OPEN,
    K.TRANSFERRED: OPEN,
    K.CONTRACT_CHANGED: OPEN,
    K.CALENDAR_CHANGED: OPEN,
    K.DUE_AGREED: OPEN,
    K.DUE_CLEARED: OPEN,
    K.CLOSED: OPEN,
    K.MERGED: OPEN,
    K.WARNED: OPEN,
    K.ASSIGNED: "npwmif",
    K.OWNER_SET: OPEN,
    K.FORWARDED: "npwmif",
    K.SOLUTION: "npwmif",
    K.STATUS_SET: "npwmif",
    K.PENDING_CLIENT: "npmif",
    K.IN_MAINTENANCE: "npwif",
    K.BACK_TO_SUPPORT: "mif",
    K.CLIENT_ANSWERED: "wa",
    K.CLIENT_WROTE: OPEN,
    K.COMMENT_MARKED: "",
    K.REMINDED: "wa",
    K.ACCEPTED: "a",
    K.REFUSED: "a",
    K.POSTPONED: "a",
    K.LIMIT_MOVED: "a",
    K.SURVEY_SENT: "c",
    K.NOTE: ALWAYS,
    K.ATTACHED: ALWAYS,
    K.LINKED: ALWAYS,
    K.SURVEY_ANSWERED: ALWAYS,
    K.TEXT_BLANKED: ALWAYS,
    K.CONSULTING_SET: OPEN,
    K.CONSULTING_ENDED: OPEN,
    K.LETTER_ISSUED: OPEN,
    K.LETTER_APPROVED: OPEN,
    K.APPOINTMENT_AGREED: OPEN,
    K.APPOINTMENT_CANCELLED: OPEN,
    K.TIME_LOGGED: ALWAYS,
    K.TIME_CORRECTED: ALWAYS,
    K.TIME_VOIDED: ALWAYS,
    K.CAUSE_DECIDED: ALWAYS,
    K.UNMERGED: "",
    K.CLOSING_ANNULLED: "",
}
REFUSED_BY = {
    K.OPENED: "TKT-1",
    K.ASSIGNED: "ACC-5",
    K.PENDING_CLIENT: "SLA-5",
    K.CLIENT_ANSWERED: "SLA-12",
    K.COMMENT_MARKED: "ACC-3",
    K.IN_MAINTENANCE: "SLA-2",
    K.FORWARDED: "SLA-2",
    K.BACK_TO_SUPPORT: "SLA-2",
    K.STATUS_SET: "ACC-5",
    K.SOLUTION: "ACC-1",
    K.ACCEPTED: "ACC-1",
    K.REFUSED: "ACC-5",
    K.POSTPONED: "ACC-4",
    K.REMINDED: "ACC-2",
    K.LIMIT_MOVED: "ACC-7a",
    K.SURVEY_SENT: "ACC-6",
    K.UNMERGED: "TKT-8",
    K.CLOSING_ANNULLED: "ACC-7b",
}
PAYLOADS: dict[EventKind, dict[str, object]] = {
    K.STATUS_SET: {"kind": "attendance", "status": "Em testes"},
    K.FORWARDED: {"destination": "factory"},
    K.LIMIT_MOVED: {"limit_date": "2026-03-20"},
    K.CLOSED: {"closing": "cancelled"},
}


def story(state: str) -> TicketHistory:
    history = replay(a_ticket("2026-03-02 08:00", *STORIES[state]))
    assert history.status is Status(state)
    return history


def test_the_table_knows_every_act_and_every_state() -> None:
    assert set(ALLOWED) == set(EventKind)
    assert set(LETTERS.values()) == {status.value for status in Status} == set(STORIES)


@pytest.mark.parametrize("kind", EventKind, ids=lambda kind: kind.value)
@pytest.mark.parametrize("letter", LETTERS)
def test_every_act_in_every_state_is_allowed_or_refused_by_its_rule(
    letter: str, kind: EventKind
) -> None:
    refusal = refusal_of(story(LETTERS[letter]), kind, at(NOW))
    if letter in ALLOWED[kind]:
        assert refusal is None
        return
    undoing = kind in (K.UNMERGED, K.CLOSING_ANNULLED)
    assert refusal is not None
    assert refusal.rule == ("ACC-3" if letter == "c" and not undoing else REFUSED_BY[kind])
    assert refusal.sentence == f"{refusal.rule}: {refusal.reason}"


@pytest.mark.parametrize("kind", EventKind, ids=lambda kind: kind.value)
@pytest.mark.parametrize("letter", LETTERS)
def test_what_was_allowed_replays_without_oddity_and_what_was_refused_is_named(
    letter: str, kind: EventKind
) -> None:
    act = an_event(kind, NOW, **PAYLOADS.get(kind, {}))  # type: ignore[arg-type]
    told = replay(a_ticket("2026-03-02 08:00", *STORIES[LETTERS[letter]], act)).oddities
    assert bool(told) is (letter not in ALLOWED[kind])


@pytest.mark.parametrize(
    ("closing", "undone_by"),
    [(closing, kind) for closing in Closing for kind in (K.UNMERGED, K.CLOSING_ANNULLED)],
)
def test_only_a_merge_and_an_automatic_closing_are_ever_taken_back(
    closing: Closing, undone_by: EventKind
) -> None:
    closed = an_event(K.CLOSED, "2026-03-02 10:00", closing=closing.value)
    events = a_ticket("2026-03-02 08:00", closed, an_event(undone_by, NOW))
    allowed = (closing, undone_by) in {
        (Closing.DUPLICATE, K.UNMERGED),
        (Closing.AUTOMATIC, K.CLOSING_ANNULLED),
    }
    refusal = refusal_of(replay(events[:-1]), undone_by, at(NOW))
    assert (refusal is None) is allowed
    after = replay(events)
    assert after.is_open is allowed
    assert bool(after.oddities) is not allowed


def test_a_taken_back_closing_brings_the_status_of_the_manager_back() -> None:
    named = an_event(K.STATUS_SET, "2026-03-02 09:00", kind="attendance", status="Em testes")
    merged = an_event(K.MERGED, "2026-03-02 10:00", into="00000042")
    back = an_event(K.UNMERGED, "2026-03-02 11:00")
    history = replay(a_ticket("2026-03-02 08:00", named, merged, back))
    assert (history.status, history.status_name) == (Status.IN_PROGRESS, "Em testes")


def test_the_client_s_words_are_marked_as_a_comment_once() -> None:
    wrote = an_event(K.CLIENT_WROTE, "2026-03-03 09:00")
    marked = an_event(K.COMMENT_MARKED, "2026-03-04 09:00")
    told = a_ticket("2026-03-02 08:00", *STORIES["awaiting_acceptance"], wrote, marked)
    held, after = replay(told[:-1]), replay(told)
    assert refusal_of(held, K.COMMENT_MARKED, at(NOW)) is None
    assert (held.automatic.held_since, after.automatic.held_since) == (wrote.at, None)
    assert after.acceptance == acceptance_from(marked.at)
    assert not after.oddities


def test_an_act_before_the_opening_is_refused() -> None:
    refusal = refusal_of(story("new"), K.NOTE, at("2026-03-02 08:00") - 1)
    assert refusal is not None
    assert refusal.rule == "ACC-9"
    assert refusal_of(story("new"), K.NOTE, at("2026-03-02 08:00")) is None


def test_a_postponement_is_refused_the_second_time() -> None:
    history = replace(story("awaiting_acceptance"), has_postponed=True)
    refusal = refusal_of(history, K.POSTPONED, at(NOW))
    assert refusal is not None
    assert refusal.rule == "ACC-4"
