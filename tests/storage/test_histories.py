"""Histories: appended, chained, read back as they were written (ACC-9)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.domain.errors import DataFailure, NotFound
from app.domain.event_chain import GENESIS, first_break, salted_digest
from app.domain.ticket_events import Channel, Event, EventKind
from app.services.desk import Desk
from app.services.ticket_writing import Addition, salted, write_more
from app.storage import events, ticket_sources, tickets
from app.storage.events import Appended, Head
from app.storage.tables import event_text, ticket
from tests.desks import Asked, Later, at, open_ticket, open_tickets, person


def _note(seq: int, payload: dict[str, object] | None = None, actor: int | None = None) -> Event:
    when = at("2026-03-02 10:00")
    return Event(
        seq, EventKind.NOTE, when, when + 60, actor, "mesa 2", Channel.PHONE, payload or {}
    )


def _append(desk: Desk, number: int, *acts: Event, texts: bool = False) -> None:
    kept = None
    if texts:
        kept = {}
        for act in acts:
            kept[act.seq], act.payload["text"] = salted(f"texto {act.seq}")  # type: ignore[index]
    with desk.database.write() as connection:
        standing = tickets.standing_to_write(connection, number)
        write_more(connection, desk.book, [Addition(standing, acts, texts=kept)])


def test_events_come_back_as_they_were_written(desk: Desk) -> None:
    number = open_ticket(desk)
    ana = person(desk.database, "Ana Exemplo")
    written = _note(2, {"public": True, "motivo": "ligação às 10h", "n": [1, None]}, ana)
    _append(desk, number, written)
    with desk.database.read() as connection:
        opening, note = events.history_of(connection, number)
    assert note == written
    assert opening.kind is EventKind.OPENED
    assert opening.seq == 1


def test_events_come_back_in_the_order_they_were_recorded(desk: Desk) -> None:
    number = open_ticket(desk)
    late, early = _note(2), Event(3, EventKind.NOTE, at("2026-03-02 09:30"), at("2026-03-04 09:00"))
    _append(desk, number, late, early)
    with desk.database.read() as connection:
        assert [e.seq for e in events.history_of(connection, number)] == [1, 2, 3]


def test_many_histories_are_read_at_once_each_in_its_order(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_CHUNK", 2)
    numbers = open_tickets(desk, *[Asked() for _ in range(5)])
    _append(desk, numbers[3], _note(2))
    with desk.database.read() as connection:
        found = events.histories_of(connection, [*reversed(numbers), 999])
    assert list(found) == [*numbers, 999]
    assert [len(history) for history in found.values()] == [1, 1, 1, 2, 1, 0]


def test_every_event_seals_the_one_recorded_before_it(desk: Desk) -> None:
    number = open_ticket(desk)
    _append(desk, number, _note(2), _note(3))
    with desk.database.read() as connection:
        (history,) = events.sealed_histories(connection)
        standing = tickets.standing_to_write(connection, number)
    assert first_break(events.number_text(number), history.sealed) is None
    assert standing.head == Head(3, history.sealed[-1][2])
    assert len({stored for _event, _payload, stored in history.sealed}) == 3


def test_chains_are_given_ticket_by_ticket_in_the_order_of_their_numbers(desk: Desk) -> None:
    numbers = open_tickets(desk, *[Asked() for _ in range(4)])
    with desk.database.read() as connection:
        found = [history.ticket for history in events.sealed_histories(connection)]
    assert found == numbers


def test_no_chain_at_all_is_no_failure(desk: Desk) -> None:
    with desk.database.read() as connection:
        assert list(events.sealed_histories(connection)) == []


def test_the_same_place_in_a_history_is_never_filled_twice(desk: Desk) -> None:
    number = open_ticket(desk)
    twice = events.sealed(Appended(number, Head(), (_note(1),)))
    with pytest.raises(DataFailure), desk.database.write() as connection:
        events.append(connection, [twice])
    with desk.database.read() as connection:
        assert len(events.history_of(connection, number)) == 1


def test_nothing_to_append_writes_nothing(desk: Desk) -> None:
    empty = events.sealed(Appended(1, Head(), ()))
    assert empty.head == Head(0, GENESIS)
    with desk.database.write() as connection:
        events.append(connection, [empty])
        assert events.history_of(connection, 1) == ()


def test_texts_lie_apart_and_the_event_holds_their_digest(desk: Desk) -> None:
    number = open_ticket(desk)
    _append(desk, number, _note(2), _note(3), texts=True)
    with desk.database.read() as connection:
        assert events.texts_of(connection, number) == {2: "texto 2", 3: "texto 3"}
        note = events.history_of(connection, number)[1]
        salts = list(connection.scalars(select(event_text.c.salt).order_by(event_text.c.event_id)))
    assert note.payload == {"text": salted_digest("texto 2", bytes(salts[0]))}
    assert salts[0] != salts[1]


def test_imported_rows_are_known_by_their_tickets(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_CHUNK", 1)
    first, second = open_tickets(desk, Asked(), Asked())
    with desk.database.write() as connection:
        for number, row in ((first, "a" * 32), (second, "b" * 32)):
            standing = tickets.standing_to_write(connection, number)
            addition = Addition(standing, (_note(2),), (row,))
            write_more(connection, desk.book, [addition])
    with desk.database.read() as connection:
        assert events.source_rows_of(connection, [first, second]) == {"a" * 32, "b" * 32}
        assert events.source_rows_of(connection, [second]) == {"b" * 32}
        assert events.source_rows_of(connection, []) == set()


def test_a_ticket_moves_to_the_version_of_its_last_act(desk: Desk) -> None:
    number = open_ticket(desk)
    _append(desk, number, _note(2), _note(3))
    with desk.database.read() as connection:
        assert tickets.standing_to_write(connection, number).version == 3


def test_what_was_never_there_is_not_found(desk: Desk) -> None:
    with desk.database.read() as connection:
        for look in (tickets.standing_to_write, tickets.card_of):
            with pytest.raises(NotFound, match="não há chamado 00000007"):
                look(connection, 7)
        with pytest.raises(NotFound, match="'Case 7'"):
            ticket_sources.number_of_source(connection, "Case 7")


def test_rewriting_no_ticket_changes_none(desk: Desk) -> None:
    number = open_ticket(desk)
    with desk.database.write() as connection:
        tickets.rewrite(connection, [])
        assert tickets.standing_to_write(connection, number).version == 1


def test_open_and_all_tickets_are_told_apart(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tickets, "_CHUNK", 1)
    closed = Asked(later=[Later(EventKind.CLOSED, "2026-03-02 11:00", {"closing": "cancelled"})])
    first, second, third = open_tickets(desk, Asked(), closed, Asked())
    with desk.database.read() as connection:
        assert tickets.all_numbers(connection) == [first, second, third]
        assert tickets.count_open(connection, [second, third]) == 1
        assert tickets.count_open(connection, []) == 0
        closing = connection.scalar(select(ticket.c.closing).where(ticket.c.id == second))
    assert closing == "cancelled"
