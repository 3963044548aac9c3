"""Tickets given away and taken back, and acts on tickets that changed meanwhile (pitfall G01)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.services.tickets import Act, TicketService
from tests.desks import Asked, Later, open_ticket, person
from tests.ui.room import CONTROL, Room, RoomOpener
from tests.ui.ticket.test_acts import OPENED, SHIFT, dialog_of, standing, type_into
from ui.queue.views import ViewId

CLOSED = Asked(
    "2026-03-03 09:00",
    Severity.LOW,
    summary="Resolvido",
    later=(
        Later(EventKind.SOLUTION, "2026-03-03 11:00"),
        Later(EventKind.ACCEPTED, "2026-03-03 12:00"),
    ),
)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    """One open ticket of Ana, who sits at the desk."""
    open_ticket(sqlite_desk, OPENED)
    return standing(open_the_room())


def test_a_ticket_is_given_to_a_colleague_and_taken_back(room: Room, sqlite_desk: Desk) -> None:
    person(sqlite_desk.database, "Rui")
    room.page.show_view(ViewId.ALL_OPEN)
    room.settle()
    room.context.bus.publish(Changes(frozenset({Kind.TICKET}), None))
    room.settle()
    (number,) = room.shown
    dialog = dialog_of(room, Qt.Key.Key_D)
    box = dialog.fields["assignee"].box
    assert isinstance(box, QComboBox)
    assert [box.itemText(i) for i in range(box.count())] == [
        "Rui",
        "Ninguém: volta a ficar sem dono",
    ]
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert room.workspace.tickets.view(number).assignee == "Rui"
    assert "mudou o dono Rui" in room.panel.history_tab.topLevelItem(0).text(1)
    undo = next(b for b in room.window.toasts.findChildren(QPushButton) if b.text() == "Desfazer")
    room.click(undo)
    assert room.workspace.tickets.view(number).assignee == "Ana"


def test_what_cannot_be_taken_back_any_more_says_why(room: Room, sqlite_desk: Desk) -> None:
    number = room.shown[0]
    dialog_of(room, Qt.Key.Key_D)
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    record(sqlite_desk, number, Act(EventKind.NOTE, to_epoch(room.clock.now()), text="x"))
    undo = next(b for b in room.window.toasts.findChildren(QPushButton) if b.text() == "Desfazer")
    room.click(undo)
    assert room.workspace.tickets.view(number).assignee is None
    assert any("já teve outro ato depois" in text for text in told(room))


def test_g01_an_act_on_a_ticket_that_changed_is_refused_and_told_what_changed(
    room: Room, sqlite_desk: Desk
) -> None:
    number = room.shown[0]
    dialog = dialog_of(room, Qt.Key.Key_P)
    type_into(dialog.fields["text"], "Qual a versão?")
    beto = person(sqlite_desk.database, "Beto")
    now = to_epoch(room.clock.now())
    record(sqlite_desk, number, Act(EventKind.IN_MAINTENANCE, now, beto))
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert "mudou enquanto você o lia" in dialog.refusal_text
    assert "Beto encaminhou à manutenção" in dialog.refusal_text
    assert room.workspace.tickets.view(number).history.status is Status.IN_MAINTENANCE
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert room.workspace.tickets.view(number).history.status is Status.PENDING_CLIENT


def test_g01_a_note_is_kept_and_told_what_changed_meanwhile(room: Room, sqlite_desk: Desk) -> None:
    number = room.shown[0]
    dialog = dialog_of(room, Qt.Key.Key_I)
    type_into(dialog.fields["text"], "Vou ligar")
    now = to_epoch(room.clock.now())
    record(sqlite_desk, number, Act(EventKind.IN_MAINTENANCE, now))
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    view = room.workspace.tickets.view(number)
    assert (view.history.status, view.lines[-1].text) == (Status.IN_MAINTENANCE, "Vou ligar")
    assert any("Enquanto você escrevia" in text for text in told(room))


def test_ones_own_last_act_makes_the_next_one_no_stale(room: Room) -> None:
    room.page.table.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_M):
        room.key(key)
    room.settle()
    kinds = [line.event.kind for line in room.workspace.tickets.view(room.shown[0]).lines]
    assert kinds[-2:] == [EventKind.ASSIGNED, EventKind.IN_MAINTENANCE]


def test_what_comes_after_the_end_goes_on_in_a_ticket_of_its_own(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    ended = open_ticket(sqlite_desk, CLOSED)
    room = open_the_room()
    room.page.show_view(ViewId.CLOSED)
    room.settle()
    room.stand_on(ended)
    dialog = dialog_of(room, Qt.Key.Key_N, SHIFT)
    type_into(dialog.fields["text"], "Voltou a falhar")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    room.click(next(b for b in room.window.toasts.findChildren(QPushButton) if b.text() == "Ver"))
    view = room.panel.view
    assert view is not None
    assert view.card.number == ended + 1
    assert (view.card.summary, view.card.description) == (
        "Continuação: Resolvido",
        "Voltou a falhar",
    )
    kinds = [line.event.kind for line in room.workspace.tickets.view(ended).lines]
    assert kinds[-1] is EventKind.LINKED


def test_an_open_ticket_needs_no_continuation(room: Room) -> None:
    action = next(a for a in room.page.table.actions() if a.text() == "Abrir continuação…")
    assert not action.isEnabled()
    assert action.statusTip().startswith("ACC-3: o chamado ainda está aberto")


def record(desk: Desk, number: int, act: Act) -> None:
    """Act on a ticket from another desk, which this window has not noticed yet."""
    TicketService(desk).record(number, act)


def told(room: Room) -> list[str]:
    return [label.text() for label in room.window.toasts.findChildren(QLabel)]
