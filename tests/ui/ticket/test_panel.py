"""The panel: which ticket it shows, its three tabs by key, its title, its clock."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.clock import FixedClock
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.tickets import Act, TicketService
from tests.desks import Asked, Later, at, open_ticket, open_tickets
from tests.ui.room import ALT, Room, RoomOpener

RUNNING = Asked("2026-03-04 09:00", Severity.HIGH, summary="Boleto sai em branco")
LATE = Asked("2026-03-02 08:00", Severity.CRITICAL, summary="Ambiente fora do ar")
PENDING = Asked(
    "2026-03-04 08:00",
    Severity.LOW,
    summary="Falta o anexo",
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-04 10:00"),),
)
AGREED_ALONE = Asked(
    "2026-03-04 09:00",
    None,
    summary="Só o combinado",
    later=(Later(EventKind.DUE_AGREED, "2026-03-04 10:00", {"due": at("2026-03-12 12:00")}),),
)
UNCLASSIFIED = Asked("2026-03-04 09:00", None, summary="Sem severidade")


@pytest.mark.parametrize(
    ("key", "place"), [(Qt.Key.Key_1, 0), (Qt.Key.Key_2, 1), (Qt.Key.Key_3, 2), (Qt.Key.Key_4, 3)]
)
def test_a_tab_is_opened_by_its_number_from_the_list(
    sqlite_desk: Desk, open_the_room: RoomOpener, key: Qt.Key, place: int
) -> None:
    open_ticket(sqlite_desk)
    room = open_the_room()
    room.panel.tabs.setCurrentIndex((place + 1) % 4)
    room.key(key, ALT)
    assert room.panel.tabs.currentIndex() == place


@pytest.mark.parametrize(
    ("asked", "due", "name"),
    [
        (RUNNING, "prazo qui 05/03 17:00 · 17 h 00", "muted"),
        (LATE, "prazo seg 02/03 18:00 · -18 h 00", "late"),
        (PENDING, "parado, restam 38 h 00", "muted"),
        (UNCLASSIFIED, "sem prazo calculado", "muted"),
        (AGREED_ALONE, "qui 12/03 12:00", "muted"),
    ],
)
def test_the_title_tells_the_deadline(
    sqlite_desk: Desk, open_the_room: RoomOpener, asked: Asked, due: str, name: str
) -> None:
    open_ticket(sqlite_desk, asked)
    room = open_the_room()
    assert room.panel.due_text == due
    assert room.panel._due.objectName() == name
    assert room.panel._summary.text() == asked.summary


def test_the_title_counts_down(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_ticket(sqlite_desk, RUNNING)
    room = open_the_room()
    room.tick("2026-03-04 12:30:00")
    assert room.panel.due_text == "prazo qui 05/03 17:00 · 16 h 30"
    assert "Restam 16 h 30 úteis." in room.panel.deadline_tab.words_text


def test_time_stands_in_a_panel_that_nobody_sees(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(sqlite_desk, RUNNING)
    room = open_the_room()
    room.key(Qt.Key.Key_F4)
    assert not room.panel.isVisible()
    room.tick("2026-03-04 12:30:00")
    assert room.panel.due_text.endswith("17 h 00")
    room.key(Qt.Key.Key_F4)
    assert room.panel.isVisible()
    room.tick("2026-03-04 12:30:01")
    assert room.panel.due_text.endswith("16 h 29")


def test_arrow_keys_that_run_through_the_list_fetch_only_the_last_ticket(
    sqlite_desk: Desk, open_the_room: RoomOpener, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_tickets(sqlite_desk, *[RUNNING] * 20)
    room = open_the_room()
    fetched: list[int] = []
    view = TicketService.view

    def counting(self: TicketService, number: int) -> object:
        fetched.append(number)
        return view(self, number)

    monkeypatch.setattr(TicketService, "view", counting)
    for _ in range(10):
        room.key(Qt.Key.Key_Down)
    room.settle()
    assert fetched == [room.shown[10]]
    assert room.panel.view is not None
    assert room.panel.view.card.number == room.shown[10]


def test_what_another_desk_did_to_the_ticket_is_shown(
    sqlite_desk: Desk, open_the_room: RoomOpener, clock: FixedClock
) -> None:
    number = open_ticket(sqlite_desk, RUNNING)
    room = open_the_room()
    other = TicketService(Desk(sqlite_desk.database, clock))
    other.record(number, Act(EventKind.NOTE, at("2026-03-04 11:00"), text="liguei e expliquei"))
    room.notice_others()
    assert "liguei e expliquei" in room.panel.conversation_tab.text.toPlainText()


def test_what_another_desk_did_to_another_ticket_fetches_nothing(
    sqlite_desk: Desk, open_the_room: RoomOpener, clock: FixedClock
) -> None:
    numbers = open_tickets(sqlite_desk, RUNNING, RUNNING)
    room = open_the_room()
    shown = room.panel.view
    TicketService(Desk(sqlite_desk.database, clock)).record(
        numbers[1], Act(EventKind.NOTE, at("2026-03-04 11:00"))
    )
    room.notice_others()
    assert room.panel.view is shown


def test_nothing_is_fetched_while_no_ticket_is_shown(open_the_room: RoomOpener) -> None:
    room = open_the_room()
    room.panel._on_changed(room.workspace.look_for_changes())
    room.panel._fetch()
    room.settle()
    assert room.panel.view is None


def test_an_answer_that_comes_too_late_is_not_shown(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    numbers = open_tickets(sqlite_desk, RUNNING, LATE)
    room = open_the_room()
    room.stand_on(numbers[0])
    old = room.panel.view
    assert old is not None
    room.stand_on(numbers[1])
    room.panel._on_fetched(old)
    assert room.panel.view is not None
    assert room.panel.view.card.number == numbers[1]


def test_a_panel_below_the_list_leaves_room_for_both(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_tickets(sqlite_desk, *[RUNNING] * 40)
    room: Room = open_the_room(size=(1000, 760))
    assert room.page._splitter.orientation() is Qt.Orientation.Vertical
    assert room.page.table.height() > 300
    assert room.panel.height() > 150
