"""Who sits at the desk: chosen in the window, some with a PIN, and on every act (ACC-9)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.changes import Changes, Kind
from app.domain.roles import Role
from app.services.desk import Desk
from app.services.desk_people import DeskPeople
from app.services.queue import QueueService
from app.services.tickets import TicketService
from tests.desks import Asked, open_ticket
from tests.ui.room import Room, RoomOpener
from ui.composition import WindowContext
from ui.dialogs.pin import PinDialog

PIN = "2468"


@pytest.fixture
def number(sqlite_desk: Desk) -> int:
    people = DeskPeople(sqlite_desk)
    people.keep(None, "Guto", Role.MANAGER, "1357")
    people.keep(None, "Iris", Role.ADMINISTRATOR, PIN)
    return open_ticket(sqlite_desk, Asked(assignee="Ana"))


def choose(room: Room, name: str) -> None:
    """Choose somebody in the menu of who sits here."""
    menu = room.page.views.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text() == name).trigger()
    room.settle()


def pin_dialog(room: Room) -> PinDialog:
    dialogs = [d for d in room.page.findChildren(PinDialog) if d.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


@pytest.fixture
def ana(context: WindowContext) -> None:
    """Ana sat here last."""
    context.settings.change(last_person="Ana")


def test_who_was_only_guessed_signs_nothing_and_takes_nothing(
    number: int, sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    assert room.page._seat.person.reference is not None
    assert room.workspace.desk.person is None
    told: list[object] = []
    room.context.failures.shown.connect(told.append)
    room.key(Qt.Key.Key_A)
    room.settle()
    assert "diga quem assume" in str(told[0])
    assert TicketService(sqlite_desk).view(number).assignee == "Ana"
    choose(room, "Ana")
    room.key(Qt.Key.Key_A)
    room.settle()
    assert TicketService(sqlite_desk).view(number).lines[-1].actor == "Ana"


def test_who_sat_here_last_sits_here_and_signs(
    number: int, ana: None, sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    desk = room.workspace.desk
    assert (desk.person, desk.role) == ("Ana", Role.ANALYST)
    room.key(Qt.Key.Key_M)
    room.settle()
    assert TicketService(sqlite_desk).view(number).lines[-1].actor == "Ana"


def test_who_sat_here_last_sees_their_tickets_before_the_desk_is_counted(
    number: int, ana: None, open_the_room: RoomOpener, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def listen(name: str) -> None:
        really = getattr(QueueService, name)

        def told(service: QueueService, *questions: object, **named: object) -> object:
            asked.append(name)
            return really(service, *questions, **named)

        monkeypatch.setattr(QueueService, name, told)

    for name in ("numbers", "counts"):
        listen(name)
    room = open_the_room()
    assert asked[:2] == ["numbers", "counts"]
    assert room.shown == [number]


def test_a_manager_sits_down_once_the_pin_is_right(
    number: int, ana: None, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    choose(room, "Guto")
    dialog = pin_dialog(room)
    for typed, said in (("9999", "não confere"), ("1357", "")):
        dialog.lines["pin"].setFocus()
        dialog.lines["pin"].selectAll()
        room.type(typed)
        room.key(Qt.Key.Key_Return)
        room.settle()
        if said:
            assert said in dialog.refusal_of("pin")
            assert room.workspace.desk.person == "Ana"
    assert (room.workspace.desk.person, room.workspace.desk.role) == ("Guto", Role.MANAGER)
    assert room.context.settings.load().last_person == "Guto"


def test_without_the_pin_whoever_sat_here_stays(
    number: int, ana: None, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    choose(room, "Iris")
    pin_dialog(room)
    room.key(Qt.Key.Key_Escape)
    room.settle()
    assert room.workspace.desk.person == "Ana"
    assert room.page._seat.person.reference is not None
    assert room.page._seat.person.reference.name == "Ana"


def test_who_sat_here_last_is_asked_for_the_pin_at_the_start(
    number: int, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    room.context.settings.change(last_person="Iris")
    again = open_the_room()
    dialog = pin_dialog(again)
    assert again.workspace.desk.person is None
    told: list[object] = []
    again.context.notices.posted.connect(told.append)
    dialog.reject()
    again.settle()
    assert "sem nome" in str(told[0])


def test_who_has_shown_the_pin_is_not_asked_again_when_settings_change(
    number: int, ana: None, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    desk, people = room.workspace.desk, DeskPeople(room.workspace.desk)
    ana_id = next(known.id for known in people.colleagues() if known.name == "Ana")
    people.sit_down("Iris", PIN)
    people.keep(ana_id, "Ana Alvorada", Role.MANAGER, "8642")
    people.sit_down(None)
    choose(room, "Ana")  # the menu has not learnt the new name yet
    people.sit_down("Ana Alvorada", "8642")
    for _change in range(3):
        room.context.bus.publish(Changes(frozenset({Kind.SETTING})))
        room.settle()
    assert desk.role is Role.MANAGER
    assert not [d for d in room.page.findChildren(PinDialog) if d.isVisible()]


def test_a_role_that_was_taken_away_is_gone_at_once(
    number: int, ana: None, sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    room = open_the_room()
    desk = room.workspace.desk
    choose(room, "Guto")
    dialog = pin_dialog(room)
    room.qtbot.keyClicks(dialog.lines["pin"], "1357")
    room.click(dialog.do_button)
    assert desk.role is Role.MANAGER
    other = DeskPeople(sqlite_desk)
    guto = next(known.id for known in other.colleagues() if known.name == "Guto")
    other.keep(guto, "Guto Gama", Role.ADMINISTRATOR, "1357")
    for _change in range(3):
        room.notice_others()
        room.settle()
    assert (desk.person, desk.role) == ("Guto Gama", Role.ANALYST)
    assert room.context.settings.load().last_person == "Guto Gama"
    pin_dialog(room).reject()
    room.context.bus.publish(Changes(frozenset({Kind.SETTING})))
    room.settle()
    assert not [d for d in room.page.findChildren(PinDialog) if d.isVisible()]
    assert desk.role is Role.ANALYST
