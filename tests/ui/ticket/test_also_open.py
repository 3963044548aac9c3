"""The line of the panel that says who else has the ticket open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.services.desk import Desk
from app.services.presence import PresenceService
from tests.desks import open_ticket, tamper
from tests.ui.room import Room, RoomOpener
from ui.ticket import also_open


@pytest.fixture
def colleague(sqlite_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> PresenceService:
    """Another desk; a ticket counts as open as soon as it is shown."""
    monkeypatch.setattr(also_open, "_RESTED_MS", 0)
    other = Desk(sqlite_desk.database, sqlite_desk.clock)
    other.sit("Rui Modelo", None)
    return PresenceService(other)


def seen(room: Room) -> str:
    """Let the line look once more, and return what it says."""
    room.panel.also_open._timer.timeout.emit()
    room.settle()
    line = room.panel.also_open
    return line.text() if line.isVisible() else ""


def test_it_names_who_has_the_same_ticket_open(
    sqlite_desk: Desk, open_the_room: RoomOpener, colleague: PresenceService
) -> None:
    first, second = open_ticket(sqlite_desk), open_ticket(sqlite_desk)
    room = open_the_room()
    room.stand_on(first)
    assert seen(room) == ""
    assert colleague.look(first) == (room.workspace.desk.name,)
    assert seen(room) == "Também aberto por Rui Modelo"
    room.stand_on(second)
    assert seen(room) == ""
    assert colleague.look(first) == ()
    colleague.look(second)
    assert seen(room) == "Também aberto por Rui Modelo"
    colleague.leave()
    assert seen(room) == ""


def test_a_ticket_that_leaves_the_screen_is_open_no_more(
    sqlite_desk: Desk, open_the_room: RoomOpener, colleague: PresenceService
) -> None:
    number = open_ticket(sqlite_desk)
    room = open_the_room()
    room.stand_on(number)
    seen(room)
    room.key(Qt.Key.Key_F4)
    assert not room.panel.isVisible()
    room.panel.show_ticket(None)
    room.settle()
    assert colleague.look(number) == ()
    seen(room)
    assert colleague.look(number) == ()


def test_a_panel_nobody_sees_tells_nobody(
    sqlite_desk: Desk, open_the_room: RoomOpener, colleague: PresenceService
) -> None:
    number = open_ticket(sqlite_desk)
    room = open_the_room()
    room.key(Qt.Key.Key_F4)
    room.panel.show_ticket(number)
    seen(room)
    assert colleague.look(number) == ()


def test_closing_the_database_leaves_the_ticket(
    sqlite_desk: Desk, open_the_room: RoomOpener, colleague: PresenceService
) -> None:
    number = open_ticket(sqlite_desk)
    room = open_the_room()
    room.stand_on(number)
    seen(room)
    assert colleague.look(number) != ()
    room.workspace.close()
    assert colleague.look(number) == ()


def test_what_cannot_be_asked_is_not_said(
    sqlite_desk: Desk, open_the_room: RoomOpener, colleague: PresenceService
) -> None:
    number = open_ticket(sqlite_desk)
    room = open_the_room()
    room.stand_on(number)
    colleague.look(number)
    assert seen(room) != ""
    tamper(sqlite_desk.database, "DROP TABLE presence")
    assert seen(room) == ""
