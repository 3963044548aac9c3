"""What an act changed, as a value that travels to the screens."""

from __future__ import annotations

from app.domain.changes import NO_CHANGES, Changes, Kind, tickets_changed


def test_changes_join_their_kinds_and_tickets() -> None:
    joined = tickets_changed(1, 2) | tickets_changed(3) | Changes(frozenset({Kind.CLIENT}))
    assert joined.tickets == frozenset({1, 2, 3})
    assert joined.touches(Kind.TICKET)
    assert joined.touches(Kind.CLIENT)
    assert not joined.touches(Kind.CALENDAR)


def test_any_ticket_joined_with_some_is_any_ticket() -> None:
    any_ticket = Changes(frozenset({Kind.TICKET}), None)
    assert (any_ticket | tickets_changed(1)).tickets is None
    assert (tickets_changed(1) | any_ticket).tickets is None


def test_no_change_is_false_and_changes_nothing_it_is_joined_to() -> None:
    assert not NO_CHANGES
    assert tickets_changed(1)
    assert (NO_CHANGES | tickets_changed(1)) == tickets_changed(1)
