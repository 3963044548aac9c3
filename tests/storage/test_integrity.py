"""Nothing is silently changed: whatever is done behind the program's back is found (ACC-9)."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from datetime import date, timedelta

import pytest

from app.domain.clock import local_date
from app.domain.ticket_events import Event, EventKind
from app.services.desk import Desk
from app.services.health import Health, check
from app.services.ticket_writing import Addition, write_more
from app.services.tickets import Act, TicketService
from app.storage import anchors, tickets
from app.storage.database import Connection, Database
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_tickets, tamper

TODAY = local_date(NOON)
SOLVED = Later(EventKind.SOLUTION, "2026-03-02 11:00")


@pytest.fixture
def worked(desk: Desk) -> Desk:
    """A desk with three tickets, the second solved, a text, and an anchor over them all."""
    _first, second, third = open_tickets(desk, Asked(), Asked(later=[SOLVED]), Asked())
    assert (second, third) == (2, 3)
    note = Act(EventKind.NOTE, at("2026-03-03 09:00"), text="O cliente ligou")
    TicketService(desk).record(third, note)
    _drop(desk.database, TODAY)
    return desk


def _drop(database: Database, day: date) -> None:
    with database.write() as connection:
        anchors.drop(connection, day)


def _faults(desk: Desk, *, full: bool = False) -> str:
    return "\n".join(check(desk.database, full=full).faults)


def test_a_database_that_nobody_touched_is_whole(worked: Desk) -> None:
    assert check(worked.database, full=True) == Health(3, ())


def test_an_empty_database_is_whole(desk: Desk) -> None:
    assert check(desk.database, full=True) == Health(0, ())


@pytest.mark.parametrize(
    "change",
    [
        'payload = \'{"severity":"low","team":"cst"}\'',
        "at = at - 3600",
        "recorded_at = recorded_at + 1",
        "desk = 'outra mesa'",
        "channel = 'phone'",
        "kind = 'note'",
    ],
)
def test_a_changed_event_is_found(worked: Desk, change: str) -> None:
    tamper(worked.database, f"UPDATE event SET {change} WHERE ticket_id = 2 AND seq = 1")
    assert "chamado 00000002: o evento 1 foi alterado" in _faults(worked)


def test_an_event_given_to_another_ticket_is_found(worked: Desk) -> None:
    tamper(worked.database, "UPDATE event SET ticket_id = 1 WHERE ticket_id = 2 AND seq = 2")
    assert "chamado 00000001: o evento 2 foi alterado" in _faults(worked)
    assert "chamado 00000002: o fim da história não confere" in _faults(worked)


def test_a_gap_in_a_history_is_found(worked: Desk) -> None:
    tamper(worked.database, "DELETE FROM event WHERE ticket_id = 2 AND seq = 1")
    assert "chamado 00000002: falta o evento 1" in _faults(worked)


def test_a_cut_tail_is_found_by_the_ticket(worked: Desk) -> None:
    tamper(worked.database, "DELETE FROM event WHERE ticket_id = 2 AND seq = 2")
    assert "chamado 00000002: o fim da história não confere com o chamado" in _faults(worked)


def test_a_tail_cut_with_care_is_found_by_the_anchor(worked: Desk) -> None:
    tamper(worked.database, "DELETE FROM event WHERE ticket_id = 2 AND seq = 2")
    tamper(
        worked.database,
        "UPDATE ticket SET head_seq = 1, version = 1, head_hash = "
        "(SELECT hash FROM event WHERE ticket_id = 2 AND seq = 1) WHERE id = 2",
    )
    assert _faults(worked) == "âncora de 04/03/2026: eventos foram alterados ou faltam"


def test_a_whole_ticket_taken_away_is_found_by_the_anchor(worked: Desk) -> None:
    for table, column in (("event", "ticket_id"), ("ticket_text", "ticket_id"), ("ticket", "id")):
        tamper(worked.database, f"DELETE FROM {table} WHERE {column} = 2")
    assert _faults(worked) == "âncora de 04/03/2026: eventos foram alterados ou faltam"


def test_a_history_taken_away_leaves_its_ticket_named(worked: Desk) -> None:
    tamper(worked.database, "DELETE FROM event WHERE ticket_id = 2")
    assert "chamado 00000002: não tem história" in _faults(worked)


def test_a_changed_anchor_is_found(worked: Desk) -> None:
    tamper(worked.database, "UPDATE anchor SET last_event_id = last_event_id - 1")
    assert "âncora de 04/03/2026" in _faults(worked)


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ("due_at = due_at + 60", "due_at"),
        ("status = 7", "status"),
        ("severity = NULL", "severity"),
        ("queue_group = 0", "queue_group"),
        ("team_id = 1", "team_id"),
        ("closed_at = 5", "closed_at"),
    ],
)
def test_a_changed_projection_is_found_by_the_full_check(
    worked: Desk, change: str, column: str
) -> None:
    tamper(worked.database, f"UPDATE ticket SET {change} WHERE id = 1")
    assert _faults(worked) == ""
    assert f"chamado 00000001: {column} não confere" in _faults(worked, full=True)


def test_a_changed_text_is_found(worked: Desk) -> None:
    tamper(worked.database, "UPDATE event_text SET body = 'O cliente desistiu'")
    assert _faults(worked) == "chamado 00000003: o texto do evento 2 foi alterado"


def test_a_text_taken_away_is_found(worked: Desk) -> None:
    tamper(worked.database, "DELETE FROM event_text")
    assert _faults(worked) == "chamado 00000003: o texto do evento 2 foi alterado"


def test_a_blanked_text_is_accepted_only_with_the_event_that_says_so(worked: Desk) -> None:
    tamper(worked.database, "UPDATE event_text SET body = NULL")
    assert "o texto do evento 2 foi alterado" in _faults(worked)
    blanked = Act(EventKind.TEXT_BLANKED, at("2026-03-04 09:00"), payload={"seq": 2})
    TicketService(worked).record(3, blanked)
    assert _faults(worked, full=True) == ""
    assert TicketService(worked).view(3).lines[1].text is None


def test_a_blanked_text_that_comes_back_changed_is_found(worked: Desk) -> None:
    blanked = Act(EventKind.TEXT_BLANKED, at("2026-03-04 09:00"), payload={"seq": 2})
    TicketService(worked).record(3, blanked)
    tamper(worked.database, "UPDATE event_text SET body = 'outra coisa'")
    assert "o texto do evento 2 foi alterado" in _faults(worked)


def test_anchors_follow_each_other_day_by_day(worked: Desk) -> None:
    for day in range(1, 4):
        note = Act(EventKind.NOTE, at("2026-03-03 10:00"))
        TicketService(worked).record(1 + day % 2, note)
        _drop(worked.database, TODAY + timedelta(days=day))
    assert check(worked.database).faults == ()
    tamper(worked.database, "DELETE FROM anchor WHERE id = 2")
    assert "âncora de 06/03/2026" in _faults(worked)


def test_an_anchor_is_due_once_a_day_when_something_was_recorded(desk: Desk) -> None:
    def is_due(day: date) -> bool:
        with desk.database.read() as connection:
            return anchors.is_due(connection, day)

    assert not is_due(TODAY)
    open_tickets(desk, Asked())
    assert is_due(TODAY)
    _drop(desk.database, TODAY)
    open_tickets(desk, Asked())
    assert not is_due(TODAY)
    assert is_due(TODAY + timedelta(days=1))


def test_an_anchor_waits_for_what_is_still_being_written(desk: Desk) -> None:
    """On a server an event numbered before the anchor could else be kept after it."""
    slow, quick = open_tickets(desk, Asked(), Asked())
    dropping = threading.Thread(target=_drop, args=(desk.database, TODAY))
    with desk.database.write() as connection:
        _add_note(connection, desk, slow)
        if not desk.database.is_sqlite:
            with desk.database.write() as other:
                _add_note(other, desk, quick)
        dropping.start()
        dropping.join(0.3)
    dropping.join()
    assert _faults(desk) == ""


def _add_note(connection: Connection, desk: Desk, number: int) -> None:
    when = at("2026-03-03 10:00")
    standing = tickets.standing_to_write(connection, number)
    write_more(connection, desk.book, [Addition(standing, (Event(2, EventKind.NOTE, when, when),))])


def test_the_check_tells_how_far_it_is(worked: Desk) -> None:
    told: list[tuple[int, int]] = []
    check(worked.database, full=True, report=lambda done, total: told.append((done, total)))
    assert told[:3] == [(1, 3), (2, 3), (3, 3)]
    assert told[-1] == (0, 3)


def test_a_broken_reference_in_the_file_is_found(sqlite_desk: Desk) -> None:
    open_tickets(sqlite_desk, Asked())
    path = sqlite_desk.database.path
    assert path is not None
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE ticket SET client_id = 99")
    assert "referência quebrada em ticket, linha 1" in _faults(sqlite_desk)
