"""Columns: moved, hidden, sized, sorted by mouse and by keyboard, and so after a restart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHeaderView
from pytestqt.qtbot import QtBot

from app.domain.severity import Severity
from app.services.desk import Desk
from tests.desks import Asked, open_tickets
from tests.ui.room import CONTROL, LEFT, SHIFT, Room, RoomOpener, the_window
from ui.queue.column_menu import ColumnMenu
from ui.queue.columns import COLUMNS, Column
from ui.queue.page import _SAVE_HEADER_AFTER_MS
from ui.queue.table import QueueTable

TICKETS = (
    Asked("2026-03-02 09:00", Severity.LOW, client="Bela Vista", summary="um"),
    Asked("2026-03-02 09:30", Severity.HIGH, client="Aurora", summary="dois"),
    Asked("2026-03-02 10:00", Severity.CRITICAL, client="Carvalho", summary="três"),
)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, *TICKETS)
    return open_the_room()


def _header(room: Room) -> QHeaderView:
    return room.page.table.horizontalHeader()


def _drag(room: Room, start: QPoint, end: QPoint) -> None:
    viewport, middle = _header(room).viewport(), (start + end) / 2
    room.qtbot.mousePress(viewport, LEFT, pos=start)
    for place in (middle, end, end):
        room.qtbot.mouseMove(viewport, place)
    room.qtbot.mouseRelease(viewport, LEFT, pos=end)


def _edge(room: Room, column: Column) -> QPoint:
    header = _header(room)
    right = header.sectionViewportPosition(column) + header.sectionSize(column)
    return QPoint(right - 1, header.height() // 2)


def _middle(room: Room, column: Column) -> QPoint:
    header = _header(room)
    return _edge(room, column) - QPoint(header.sectionSize(column) // 2, 0)


def _wait_for_saving(room: Room) -> None:
    room.qtbot.wait(_SAVE_HEADER_AFTER_MS + 100)


def _menu(room: Room) -> ColumnMenu:
    room.key(Qt.Key.Key_C, CONTROL | SHIFT)
    return the_window(room.qtbot, ColumnMenu)


def _pick(room: Room, text: str) -> None:
    """Open the menu of columns by key, walk down to an entry, and press Enter."""
    menu = _menu(room)
    entries = [action for action in menu.actions() if action.isEnabled()]
    entries = [action for action in entries if not action.isSeparator()]
    for _ in range([action.text() for action in entries].index(text) + 1):
        room.qtbot.keyClick(menu, Qt.Key.Key_Down)
    room.qtbot.keyClick(menu, Qt.Key.Key_Return)
    room.settle()


def test_a_click_on_a_title_sorts_upwards_and_a_second_one_downwards(room: Room) -> None:
    room.click_header(Column.CLIENT)
    assert room.column(Column.CLIENT) == ["Aurora", "Bela Vista", "Carvalho"]
    room.click_header(Column.CLIENT)
    assert room.column(Column.CLIENT) == ["Carvalho", "Bela Vista", "Aurora"]
    room.click_header(Column.CLIENT)
    assert room.column(Column.CLIENT) == ["Aurora", "Bela Vista", "Carvalho"]


@pytest.mark.parametrize("column", [Column.NUMBER, Column.SUMMARY, Column.OPENED, Column.SEVERITY])
def test_another_title_begins_upwards_again(room: Room, column: Column) -> None:
    _header(room).setSectionHidden(column, False)
    room.page.table.setColumnWidth(Column.SUMMARY, 120)
    room.click_header(Column.CLIENT)
    room.click_header(column)
    assert _header(room).sortIndicatorSection() == column
    assert _header(room).sortIndicatorOrder() is Qt.SortOrder.AscendingOrder


def test_sorting_by_the_deadline_brings_the_order_of_urgency_back(room: Room) -> None:
    before = room.shown
    room.click_header(Column.CLIENT)
    assert room.shown != before
    room.click_header(Column.DUE)
    assert room.shown == before


def test_the_ticket_the_keyboard_stands_on_stays_while_the_order_changes(room: Room) -> None:
    number = room.shown[1]
    room.stand_on(number)
    room.click_header(Column.CLIENT)
    assert room.page.table.current_ticket() == number
    assert room.page.table.selected_tickets() == (number,)


def test_a_column_dragged_elsewhere_stands_there_after_a_restart(
    room: Room, open_the_room: RoomOpener
) -> None:
    _drag(room, _middle(room, Column.SEVERITY), _middle(room, Column.CLIENT) + QPoint(40, 0))
    assert _header(room).visualIndex(Column.SEVERITY) == Column.CLIENT
    _wait_for_saving(room)
    again = open_the_room()
    assert _header(again).visualIndex(Column.SEVERITY) == Column.CLIENT


def test_a_column_pulled_wider_is_as_wide_after_a_restart(
    room: Room, open_the_room: RoomOpener
) -> None:
    edge = _edge(room, Column.CLIENT)
    _drag(room, edge, edge + QPoint(60, 0))
    width = _header(room).sectionSize(Column.CLIENT)
    assert width == COLUMNS[Column.CLIENT].width + 60
    _wait_for_saving(room)
    assert _header(open_the_room()).sectionSize(Column.CLIENT) == width


def test_the_order_a_person_chose_is_there_after_a_restart(
    room: Room, open_the_room: RoomOpener
) -> None:
    room.click_header(Column.CLIENT)
    room.click_header(Column.CLIENT)
    chosen = room.column(Column.CLIENT)
    _wait_for_saving(room)
    assert open_the_room().column(Column.CLIENT) == chosen == ["Carvalho", "Bela Vista", "Aurora"]


def test_columns_are_shown_and_hidden_by_keys_and_so_after_a_restart(
    room: Room, open_the_room: RoomOpener
) -> None:
    _pick(room, "equipe")
    _pick(room, "produto")
    assert not _header(room).isSectionHidden(Column.TEAM)
    assert _header(room).isSectionHidden(Column.PRODUCT)
    _wait_for_saving(room)
    again = open_the_room()
    assert not _header(again).isSectionHidden(Column.TEAM)
    assert _header(again).isSectionHidden(Column.PRODUCT)


def test_the_deadline_cannot_be_hidden(room: Room) -> None:
    entry = next(action for action in _menu(room).actions() if action.data() is Column.DUE)
    assert entry.isChecked()
    assert not entry.isEnabled()


def test_columns_go_back_to_what_they_were_at_first(room: Room) -> None:
    _pick(room, "equipe")
    _drag(room, _middle(room, Column.SEVERITY), _middle(room, Column.CLIENT) + QPoint(40, 0))
    _pick(room, "Restaurar colunas")
    header = _header(room)
    for spec in COLUMNS:
        assert header.visualIndex(spec.column) == spec.column
        assert header.isSectionHidden(spec.column) is not spec.shown_at_first


def test_a_right_click_on_the_titles_opens_the_same_menu(room: Room) -> None:
    _header(room).customContextMenuRequested.emit(QPoint(8, 8))
    assert the_window(room.qtbot, ColumnMenu).isVisible()


def test_the_list_is_sorted_by_keys_alone(room: Room) -> None:
    _pick_sort(room, "cliente")
    assert room.column(Column.CLIENT) == ["Aurora", "Bela Vista", "Carvalho"]
    _pick_sort(room, "cliente")
    assert room.column(Column.CLIENT) == ["Carvalho", "Bela Vista", "Aurora"]


def _pick_sort(room: Room, title: str) -> None:
    menu = _menu(room)
    for _ in menu.actions():
        room.qtbot.keyClick(menu, Qt.Key.Key_Up)
        if menu.activeAction() is menu.sort_menu.menuAction():
            break
    room.qtbot.keyClick(menu, Qt.Key.Key_Right)
    titles = [action.text() for action in menu.sort_menu.actions()]
    for _ in range(titles.index(title)):
        room.qtbot.keyClick(menu.sort_menu, Qt.Key.Key_Down)
    room.qtbot.keyClick(menu.sort_menu, Qt.Key.Key_Return)
    room.settle()


def _unused_width(table: QueueTable) -> int:
    return table.viewport().width() - table.horizontalHeader().length()


def test_the_summary_takes_what_room_is_left_after_a_restart_too(
    room: Room, open_the_room: RoomOpener, qtbot: QtBot
) -> None:
    assert _unused_width(room.page.table) == 0
    _wait_for_saving(room)
    again = open_the_room(size=(1900, 900))
    assert _unused_width(again.page.table) == 0


def test_a_summary_sized_by_hand_stays_as_it_is(room: Room, open_the_room: RoomOpener) -> None:
    room.page._place.hide()
    edge = _edge(room, Column.SUMMARY)
    _drag(room, edge, edge - QPoint(60, 0))
    width = _header(room).sectionSize(Column.SUMMARY)
    _wait_for_saving(room)
    assert _header(open_the_room()).sectionSize(Column.SUMMARY) == width


def test_a_column_is_moved_and_sized_by_keys_and_stays_so(
    room: Room, open_the_room: RoomOpener
) -> None:
    menu = _menu(room)
    room.qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().data() is Column.NUMBER
    room.qtbot.keyClick(menu, Qt.Key.Key_Right, SHIFT)
    room.qtbot.keyClick(menu, Qt.Key.Key_Right, CONTROL)
    room.qtbot.keyClick(menu, Qt.Key.Key_Left, SHIFT)
    room.qtbot.keyClick(menu, Qt.Key.Key_Right, SHIFT)
    room.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    _wait_for_saving(room)
    header = _header(open_the_room())
    assert header.visualIndex(Column.NUMBER) == 2
    assert header.sectionSize(Column.NUMBER) == COLUMNS[Column.NUMBER].width + 16


def test_a_column_moved_by_keys_passes_the_hidden_ones_and_stops_at_the_edge(room: Room) -> None:
    menu = _menu(room)
    menu.setActiveAction(next(a for a in menu.actions() if a.data() is Column.PRODUCT))
    room.qtbot.keyClick(menu, Qt.Key.Key_Right, SHIFT)
    header = _header(room)
    assert header.visualIndex(Column.PRODUCT) == header.visualIndex(Column.ASSIGNEE) + 1
    for _ in COLUMNS:
        room.qtbot.keyClick(menu, Qt.Key.Key_Left, SHIFT)
    assert header.visualIndex(Column.PRODUCT) == 0
    assert menu.isVisible()
