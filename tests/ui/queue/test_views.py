"""Views: what each one shows, its live count, whose queue it is, and why one is empty."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from tests.desks import Asked, Later, open_ticket, open_tickets
from tests.ui.room import ALT, Room, RoomOpener
from ui.actions import ActionId
from ui.queue.columns import Column
from ui.queue.views import ViewId
from ui.widgets.empty_state import EmptyState

# It is Wednesday 4 March 2026, 12:00: CST has its lunch, Suporte Técnico its plantão.
ANA_TODAY = Asked("2026-03-03 08:00", Severity.HIGH, assignee="Ana", summary="de Ana, hoje")
ANA_LATER = Asked("2026-03-04 08:00", Severity.LOW, assignee="Ana", summary="de Ana, depois")
BETO = Asked("2026-03-04 09:00", Severity.LOW, team="cst", assignee="Beto", summary="de Beto")
NOBODY = Asked("2026-03-04 10:00", Severity.LOW, team="cst", summary="de ninguém")
PENDING = Asked(
    "2026-03-02 09:00",
    Severity.LOW,
    assignee="Ana",
    summary="de Ana, pendente",
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-03 10:00"),),
)
CLOSED = Asked(
    "2026-03-02 09:00",
    Severity.LOW,
    assignee="Ana",
    summary="de Ana, encerrado",
    later=(Later(EventKind.CLOSED, "2026-03-03 10:00", {"closing": "cancelled"}),),
)
SHOWN = {
    ViewId.MINE: ["de Ana, hoje", "de Ana, depois", "de Ana, pendente"],
    ViewId.TEAM: ["de Ana, hoje", "de Ana, depois", "de Ana, pendente"],
    ViewId.DUE_TODAY: ["de Ana, hoje"],
    ViewId.UNASSIGNED: ["de ninguém"],
    ViewId.ON_DUTY: ["de Ana, hoje", "de Ana, depois", "de Ana, pendente"],
    ViewId.PENDING: ["de Ana, pendente"],
    ViewId.ALL_OPEN: [
        "de Ana, hoje", "de Ana, depois", "de Beto", "de ninguém", "de Ana, pendente",
    ],
    ViewId.CLOSED: ["de Ana, encerrado"],
}  # fmt: skip


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, ANA_TODAY, ANA_LATER, BETO, NOBODY, PENDING, CLOSED)
    return open_the_room()


def _sit_down(room: Room, name: str) -> None:
    """Pick a person or a team in the menu that says who looks."""
    next(action for action in room.page.views._menu.actions() if action.text() == name).trigger()
    room.settle()


def _who(room: Room) -> str:
    return room.page.views._who.text()


def _vacancy(room: Room) -> EmptyState:
    vacancy = room.page._vacancy
    assert vacancy.isVisible()
    return vacancy


@pytest.mark.parametrize("view", ViewId)
def test_each_view_shows_its_tickets(room: Room, view: ViewId) -> None:
    room.click(room.page.views.chip(view))
    assert room.column(Column.SUMMARY) == SHOWN[view]
    assert room.page.views.chip(view).isChecked()


def test_each_view_tells_how_many_tickets_it_has(room: Room) -> None:
    for view, shown in SHOWN.items():
        text = room.page.views.chip(view).text()
        wanted = view.title if view is ViewId.CLOSED else f"{view.title}  {len(shown)}"
        assert text == wanted


def test_a_screen_reader_hears_the_count_of_a_view(room: Room) -> None:
    assert room.page.views.chip(ViewId.MINE).accessibleName() == "Minha fila, 3"


@pytest.mark.parametrize(
    ("key", "view"), [(Qt.Key.Key_T, ViewId.ALL_OPEN), (Qt.Key.Key_N, ViewId.PENDING)]
)
def test_a_view_is_opened_by_its_letter(room: Room, key: Qt.Key, view: ViewId) -> None:
    room.key(key, ALT)
    room.qtbot.waitUntil(room.page.views.chip(view).isChecked)
    room.settle()
    assert room.column(Column.SUMMARY) == SHOWN[view]


def test_who_has_most_tickets_sits_here_at_first_and_sees_their_own(room: Room) -> None:
    assert _who(room) == "Ana · Suporte Técnico"
    assert room.column(Column.SUMMARY) == SHOWN[ViewId.MINE]


def test_somebody_else_sits_down_and_is_remembered(room: Room, open_the_room: RoomOpener) -> None:
    _sit_down(room, "Beto")
    assert room.column(Column.SUMMARY) == ["de Beto"]
    _sit_down(room, "CST")
    room.click(room.page.views.chip(ViewId.TEAM))
    assert room.column(Column.SUMMARY) == ["de Beto", "de ninguém"]
    again = open_the_room()
    assert _who(again) == "Beto · CST"
    assert again.column(Column.SUMMARY) == ["de Beto"]


def test_a_desk_without_people_shows_every_ticket(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(sqlite_desk, NOBODY)
    room = open_the_room()
    assert _who(room).startswith("Quem é você?")
    assert room.page.views.chip(ViewId.ALL_OPEN).isChecked()
    assert room.column(Column.SUMMARY) == ["de ninguém"]


def test_people_who_come_later_can_be_chosen(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    room = open_the_room()
    open_tickets(sqlite_desk, ANA_LATER, BETO)
    room.key(Qt.Key.Key_F5)
    room.settle()
    assert room.column(Column.SUMMARY) == ["de Ana, depois", "de Beto"]
    _sit_down(room, "Beto")
    room.click(room.page.views.chip(ViewId.MINE))
    assert room.column(Column.SUMMARY) == ["de Beto"]


def test_counts_change_with_the_tickets(room: Room, sqlite_desk: Desk) -> None:
    open_ticket(sqlite_desk, NOBODY)
    room.key(Qt.Key.Key_F5)
    room.settle()
    assert room.page.views.chip(ViewId.UNASSIGNED).text().endswith("  2")


def test_the_teams_on_duty_change_with_the_hour(room: Room) -> None:
    room.click(room.page.views.chip(ViewId.ON_DUTY))
    assert room.column(Column.SUMMARY) == SHOWN[ViewId.ON_DUTY]
    room.tick("2026-03-04 14:00:00")
    assert room.column(Column.SUMMARY) == SHOWN[ViewId.ALL_OPEN]
    assert room.page.views.chip(ViewId.ON_DUTY).text().endswith("  5")
    room.tick("2026-03-04 22:00:00")
    assert room.shown == []


def test_an_empty_desk_offers_to_import(open_the_room: RoomOpener) -> None:
    room = open_the_room()
    vacancy = _vacancy(room)
    assert vacancy._title.text() == "Ainda não há chamados aqui"
    assert vacancy.button.text() == "Importar registro de chamados"
    with room.qtbot.waitSignal(room.page.import_asked):
        room.qtbot.mouseClick(vacancy.button, Qt.MouseButton.LeftButton)


def test_an_empty_view_offers_all_tickets(room: Room) -> None:
    room.tick("2026-03-04 22:00:00")
    room.click(room.page.views.chip(ViewId.ON_DUTY))
    vacancy = _vacancy(room)
    assert vacancy._title.text() == "Nada nesta visão"
    room.click(vacancy.button)
    assert room.page.views.chip(ViewId.ALL_OPEN).isChecked()
    assert room.column(Column.SUMMARY) == SHOWN[ViewId.ALL_OPEN]


def test_the_panel_says_so_when_the_view_is_empty(room: Room) -> None:
    room.tick("2026-03-04 22:00:00")
    room.click(room.page.views.chip(ViewId.ON_DUTY))
    assert room.panel.view is None
    assert room.panel._vacancy.isVisible()


def test_the_palette_shows_all_tickets(room: Room) -> None:
    assert room.window.trigger(ActionId.SHOW_ALL_OPEN)
    room.settle()
    assert room.column(Column.SUMMARY) == SHOWN[ViewId.ALL_OPEN]


def test_the_ticket_one_stands_on_is_kept_where_the_next_view_has_it(room: Room) -> None:
    number = room.shown[-1]
    room.stand_on(number)
    room.click(room.page.views.chip(ViewId.PENDING))
    assert room.page.table.current_ticket() == number
    assert room.panel.view is not None
    assert room.panel.view.card.number == number
