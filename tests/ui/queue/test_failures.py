"""The database goes away: it is said, what was typed stays, and work goes on later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.severity import Severity
from app.services.desk import Desk
from tests.desks import Asked, open_ticket, open_tickets, tamper
from tests.ui.room import CONTROL, Room, RoomOpener
from ui.queue.columns import Column

TICKETS = (
    Asked("2026-03-04 09:00", Severity.HIGH, summary="primeiro"),
    Asked("2026-03-04 10:00", Severity.HIGH, summary="segundo"),
)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, *TICKETS)
    return open_the_room()


def _take_away(desk: Desk) -> None:
    tamper(desk.database, "ALTER TABLE ticket_text RENAME TO gone")


def _bring_back(desk: Desk) -> None:
    tamper(desk.database, "ALTER TABLE gone RENAME TO ticket_text")


def test_a_database_that_is_gone_is_told_and_what_was_typed_stays(
    room: Room, sqlite_desk: Desk
) -> None:
    _take_away(sqlite_desk)
    room.key(Qt.Key.Key_F, CONTROL)
    room.type("segundo")
    room.qtbot.waitUntil(lambda: bool(room.window.banner.text))
    room.settle()
    assert "ainda não tem as tabelas" in room.window.banner.text
    assert "Traceback" not in room.window.banner.text
    assert room.page.filters.search_field.text() == "segundo"
    assert room.column(Column.SUMMARY) == ["primeiro", "segundo"]
    _bring_back(sqlite_desk)
    room.key(Qt.Key.Key_F5)
    room.settle()
    assert room.column(Column.SUMMARY) == ["segundo"]


def test_a_ticket_that_cannot_be_fetched_leaves_the_last_one_with_its_number(
    room: Room, sqlite_desk: Desk
) -> None:
    first = room.shown[0]
    _take_away(sqlite_desk)
    room.stand_on(room.shown[1])
    assert "ainda não tem as tabelas" in room.window.banner.text
    assert room.panel._number_label.text() == f"{first:08d}"
    _bring_back(sqlite_desk)
    room.key(Qt.Key.Key_Up)
    room.key(Qt.Key.Key_Down)
    room.settle()
    assert room.panel._number_label.text() == f"{room.shown[1]:08d}"


def test_a_minute_that_fails_does_not_stop_the_next(room: Room, sqlite_desk: Desk) -> None:
    _take_away(sqlite_desk)
    room.tick("2026-03-04 12:01:00")
    _bring_back(sqlite_desk)
    open_ticket(sqlite_desk, TICKETS[0])
    room.tick("2026-03-04 12:02:00")
    assert len(room.shown) == 3
