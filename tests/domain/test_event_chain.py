"""The chain finds whatever was done to a history behind its back (ACC-9)."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.event_chain import (
    GENESIS,
    Break,
    anchor,
    canonical,
    first_break,
    new_salt,
    salted_digest,
    seal,
)
from app.domain.ticket_events import Channel, Event, EventKind
from tests.domain.builders import a_ticket, an_event
from tests.domain.strategies import histories

TICKET = "00000042"
Sealed = list[tuple[Event, str, bytes]]


def sealed(events: tuple[Event, ...], ticket: str = TICKET) -> Sealed:
    found: Sealed = []
    previous = GENESIS
    for event in events:
        payload = canonical(event.payload)
        previous = seal(previous, ticket, event, payload)
        found.append((event, payload, previous))
    return found


STORY = sealed(
    a_ticket(
        "2026-03-02 08:00",
        an_event(EventKind.ASSIGNED, "2026-03-02 09:00", assignee=4),
        an_event(EventKind.NOTE, "2026-03-02 10:00", text="c0ffee"),
        an_event(EventKind.SOLUTION, "2026-03-02 11:00"),
    )
)


def head(chain: Sealed) -> tuple[int, bytes]:
    return chain[-1][0].seq, chain[-1][2]


@given(histories())
def test_a_history_that_was_not_touched_holds(events: tuple[Event, ...]) -> None:
    assert first_break(TICKET, sealed(events)) is None


CHANGES: dict[str, Any] = {
    "kind": EventKind.REFUSED,
    "at": 1,
    "recorded_at": 1,
    "actor": None,
    "desk": "outra mesa",
    "channel": Channel.PHONE,
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("place", range(4))
def test_any_changed_field_is_found_where_it_is(name: str, place: int) -> None:
    event, payload, stored = STORY[place]
    changed = (replace(event, **{name: CHANGES[name]}), payload, stored)
    touched = [*STORY[:place], changed, *STORY[place + 1 :]]
    assert first_break(TICKET, touched) == Break(place + 1, f"o evento {place + 1} foi alterado")


@pytest.mark.parametrize("place", range(4))
def test_a_changed_payload_or_seal_is_found(place: int) -> None:
    event, payload, stored = STORY[place]
    for changed in ((event, payload[:-1] + ',"x":1}', stored), (event, payload, bytes(32))):
        found = first_break(TICKET, [*STORY[:place], changed, *STORY[place + 1 :]])
        assert found is not None
        assert found.seq == place + 1


@pytest.mark.parametrize("place", range(3))
def test_a_lost_event_is_found(place: int) -> None:
    touched = [*STORY[:place], *STORY[place + 1 :]]
    assert first_break(TICKET, touched) == Break(place + 1, f"falta o evento {place + 1}")


@pytest.mark.parametrize("place", range(3))
def test_a_lost_event_is_found_even_when_the_rest_is_numbered_anew(place: int) -> None:
    rest = [*STORY[:place], *STORY[place + 1 :]]
    touched = [(replace(event, seq=n), *others) for n, (event, *others) in enumerate(rest, 1)]
    assert first_break(TICKET, touched) is not None  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), list(combinations(range(4), 2)))
def test_two_events_that_changed_places_are_found(one: int, other: int) -> None:
    touched = list(STORY)
    touched[one], touched[other] = touched[other], touched[one]
    assert first_break(TICKET, touched) is not None
    numbered = [(replace(event, seq=n), *others) for n, (event, *others) in enumerate(touched, 1)]
    assert first_break(TICKET, numbered) is not None  # type: ignore[arg-type]


def test_an_event_put_between_two_others_is_found() -> None:
    extra = an_event(EventKind.NOTE, "2026-03-02 09:30", seq=3)
    payload = canonical(extra.payload)
    forged = (extra, payload, seal(STORY[1][2], TICKET, extra, payload))
    later = [(replace(event, seq=event.seq + 1), text, kept) for event, text, kept in STORY[2:]]
    assert first_break(TICKET, [*STORY[:2], forged, *later]) == Break(4, "o evento 4 foi alterado")


@pytest.mark.parametrize("kept", [1, 2, 3])
def test_a_cut_tail_holds_by_itself_and_differs_from_its_head(kept: int) -> None:
    assert first_break(TICKET, STORY[:kept]) is None
    assert head(STORY[:kept]) != head(STORY)


def test_a_history_does_not_hold_under_another_ticket() -> None:
    assert first_break("00000043", STORY) == Break(1, "o evento 1 foi alterado")


@given(st.dictionaries(st.text(max_size=4), st.one_of(st.integers(), st.text(), st.none())))
def test_a_payload_has_one_written_form(payload: dict[str, object]) -> None:
    backwards = dict(reversed(payload.items()))
    assert canonical(payload) == canonical(backwards)
    assert json.loads(canonical(payload)) == payload


def test_accents_are_written_as_they_are() -> None:
    assert canonical({"b": "ação", "a": 1}) == '{"a":1,"b":"ação"}'


HEADS = [("00000001", 3, b"a" * 32), ("00000002", 1, b"b" * 32)]


@pytest.mark.parametrize(
    "touched",
    [
        HEADS[:1],
        HEADS[::-1],
        [("00000001", 2, b"a" * 32), HEADS[1]],
        [("00000001", 3, b"c" * 32), HEADS[1]],
        [("00000003", 3, b"a" * 32), HEADS[1]],
    ],
)
def test_an_anchor_covers_every_head_and_their_order(touched: list[tuple[str, int, bytes]]) -> None:
    assert anchor(GENESIS, HEADS) == anchor(GENESIS, iter(HEADS))
    assert anchor(GENESIS, touched) != anchor(GENESIS, HEADS)


def test_an_anchor_stands_on_the_one_before() -> None:
    assert anchor(b"x" * 32, HEADS) != anchor(GENESIS, HEADS)


def test_a_text_is_referred_to_by_a_digest_nobody_can_guess_back() -> None:
    salt, other = new_salt(), new_salt()
    assert len(salt) == 16
    assert salt != other
    assert salted_digest("não acessa", salt) == salted_digest("não acessa", salt)
    assert salted_digest("não acessa", salt) != salted_digest("não acessa", other)
    assert salted_digest("não acessa", salt) != salted_digest("nao acessa", salt)
