"""One act on many tickets: said beforehand what happens, and nothing done to the others."""

from __future__ import annotations

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput
from app.domain.roles import Role
from app.domain.ticket_events import EventKind, Status
from app.services.bulk_acts import MOST_AT_ONCE, BulkActs
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.desk_people import DeskPeople
from app.services.tickets import TicketService
from tests.databases import NOON
from tests.desks import Asked, Later, open_tickets


@pytest.fixture
def numbers(desk: Desk) -> list[int]:
    """A ticket in progress, one that waits for the client, one closed."""
    desk.clock = FixedClock(NOON)
    solved = Later(EventKind.SOLUTION, "2026-03-02 09:10")
    return open_tickets(
        desk,
        Asked(assignee="Ana", summary="Primeiro"),
        Asked(assignee="Ana", later=[Later(EventKind.PENDING_CLIENT, "2026-03-02 09:10")]),
        Asked(later=[solved, Later(EventKind.ACCEPTED, "2026-03-02 09:20")]),
    )


@pytest.fixture
def bulk(desk: Desk) -> BulkActs:
    return BulkActs(desk, DeskActs(desk))


def test_it_is_said_beforehand_what_will_and_will_not_happen(
    bulk: BulkActs, numbers: list[int]
) -> None:
    lines = bulk.preview(EventKind.PENDING_CLIENT, numbers)
    assert [line.number for line in lines] == numbers
    assert lines[0].summary == "Primeiro"
    assert lines[0].refusal == ""
    assert lines[1].refusal.startswith("SLA-5: o chamado já espera")
    assert lines[2].refusal.startswith("ACC-3: o chamado está encerrado")


def each(entry: dict[str, object], numbers: list[int]) -> list[dict[str, object]]:
    return [{**entry, "number": f"{number:08d}"} for number in numbers]


def test_each_is_done_by_itself_and_one_that_refuses_stops_nobody(
    bulk: BulkActs, numbers: list[int], desk: Desk
) -> None:
    told: list[tuple[int, int]] = []
    outcome = bulk.perform(
        each({"act": "wait", "text": "Qual a versão?"}, numbers),
        lambda done, total: told.append((done, total)) is None,
    )
    assert outcome.done == numbers[:1]
    assert set(outcome.refused) == set(numbers[1:])
    assert outcome.changes.tickets == frozenset(numbers[:1])
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    view = TicketService(desk).view(numbers[0])
    assert view.history.status is Status.PENDING_CLIENT
    assert view.lines[-1].text == "Qual a versão?"


def test_stopped_half_way_what_was_done_stays_done(
    bulk: BulkActs, numbers: list[int], desk: Desk
) -> None:
    notes = each({"act": "note", "text": "x"}, numbers)
    outcome = bulk.perform(notes, lambda done, _total: done < 1)
    assert outcome.done == numbers[:1]
    kinds = [TicketService(desk).view(number).lines[-1].event.kind for number in numbers]
    assert kinds == [EventKind.NOTE, EventKind.PENDING_CLIENT, EventKind.ACCEPTED]


def test_too_many_at_once_are_refused(bulk: BulkActs, numbers: list[int]) -> None:
    with pytest.raises(InvalidInput, match=f"escolha no máximo {MOST_AT_ONCE}"):
        bulk.preview(EventKind.NOTE, range(MOST_AT_ONCE + 1))


def test_ouvidoria_is_left_out_for_others(bulk: BulkActs, numbers: list[int], desk: Desk) -> None:
    (hidden,) = open_tickets(desk, Asked(team="ouvidoria"))
    people = DeskPeople(desk)
    people.keep(None, "Iris", Role.ADMINISTRATOR, "2468")
    assert len(bulk.preview(EventKind.NOTE, [*numbers, hidden])) == 4
    people.sit_down("Ana")
    assert [line.number for line in bulk.preview(EventKind.NOTE, [*numbers, hidden])] == numbers


def test_a_ticket_that_has_the_team_already_keeps_its_owner(
    bulk: BulkActs, numbers: list[int], desk: Desk
) -> None:
    entry = {"act": "transfer", "team": "suporte-tecnico", "reason": "x"}
    outcome = bulk.perform(each(entry, numbers[:1]), lambda _done, _total: True)
    assert outcome.refused == {numbers[0]: "TKT-3: team: o chamado já está com esta equipe"}
    assert TicketService(desk).view(numbers[0]).assignee == "Ana"
    same = {"act": "reclassify", "severity": "medium", "reason": "x"}
    outcome = bulk.perform(each(same, numbers[:1]), lambda _done, _total: True)
    assert outcome.refused[numbers[0]].startswith("SLA-1: severity: o chamado já tem")


def test_what_was_done_on_many_is_taken_back_on_each(
    bulk: BulkActs, numbers: list[int], desk: Desk
) -> None:
    def owners() -> list[str | None]:
        return [TicketService(desk).view(number).assignee for number in numbers]

    before = owners()
    given = bulk.perform(each({"act": "owner", "assignee": "Rui"}, numbers), lambda *_: True)
    assert given.done == numbers[:2]
    assert owners() == ["Rui", "Rui", before[2]]
    bulk.perform(given.undo, lambda *_: True)
    assert owners() == before


def test_g01_what_changed_since_the_preview_is_left_as_it_is(
    bulk: BulkActs, numbers: list[int], desk: Desk
) -> None:
    lines = bulk.preview(EventKind.PENDING_CLIENT, numbers[:1])
    DeskActs(desk).perform({"act": "maintenance", "number": str(numbers[0]), "actor": "Beto"})
    entry = {"act": "wait", "text": "?", "version": lines[0].version}
    outcome = bulk.perform(each(entry, numbers[:1]), lambda *_: True)
    assert "mudou enquanto" in outcome.refused[numbers[0]]
    assert TicketService(desk).view(numbers[0]).history.status is Status.IN_MAINTENANCE
