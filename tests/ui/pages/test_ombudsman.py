"""The page Ouvidoria: seen by its people alone; anybody takes a manifestation (OUV-1, OUV-2)."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.roles import Role
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.desk_people import DeskPeople
from tests.desks import Asked, Later, open_tickets
from tests.ui.room import CONTROL, Room, RoomOpener, the_window
from ui.dialogs.manifestation import ManifestationDialog
from ui.ombudsman.page import OmbudsmanPage
from ui.ticket.panel import TicketPanel

SOLVED = Later(EventKind.SOLUTION, "2026-03-02 09:30")


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(
        sqlite_desk,
        Asked(team="ouvidoria", summary="Reclamação", client="Escola Aurora"),
        Asked(
            team="ouvidoria",
            summary="Elogio",
            later=[SOLVED, Later(EventKind.ACCEPTED, "2026-03-02 09:40")],
        ),
        Asked(assignee="Ana"),
    )
    people = DeskPeople(sqlite_desk)
    people.keep(None, "Olga", Role.OMBUDSMAN, "97531")
    return open_the_room()


def page_of(room: Room) -> OmbudsmanPage:
    room.key(Qt.Key.Key_7, CONTROL)
    room.settle()
    page = room.window.current_page
    assert isinstance(page, OmbudsmanPage)
    return page


def panel_of(page: OmbudsmanPage) -> TicketPanel:
    panel = page._panel
    assert isinstance(panel, TicketPanel)
    return panel


def test_open_ones_stand_first_and_the_chosen_one_beside(room: Room) -> None:
    page = page_of(room)
    assert [row[1] for row in page.table.lines.rows] == ["Reclamação", "Elogio"]
    assert page._summary.text() == "1 em aberto"
    panel = panel_of(page)
    room.qtbot.waitUntil(lambda: panel.view is not None)
    assert panel.view is not None
    assert panel.view.card.client == "Escola Aurora"
    page.table.setFocus()
    room.key(Qt.Key.Key_M)
    room.settle()
    assert room.workspace.tickets.view(1).lines[-1].event.kind is EventKind.IN_MAINTENANCE


def test_others_are_told_why_they_see_nothing(room: Room, sqlite_desk: Desk) -> None:
    room.workspace.people.sit_down(None)
    page = page_of(room)
    DeskPeople(sqlite_desk).keep(None, "Iris", Role.ADMINISTRATOR, "2468")
    room.notice_others()
    room.settle()
    assert page.table.lines.rows == []
    assert "vista só pelos seus" in page._vacancy._title.text()
    assert not page._panel.isVisible()
    room.workspace.people.sit_down("Olga", "97531")
    room.key(Qt.Key.Key_1, CONTROL)
    page = page_of(room)
    page.refresh(room.workspace.look_for_changes())
    room.settle()
    assert len(page.table.lines.rows) == 2


def test_anybody_takes_a_manifestation_from_here(room: Room) -> None:
    page = page_of(room)
    room.click(page._button)
    the_window(room.qtbot, ManifestationDialog).reject()


def test_an_empty_one_says_what_would_stand_here(open_the_room: RoomOpener) -> None:
    page = page_of(open_the_room())
    assert page._vacancy._title.text() == "Nenhuma manifestação"
