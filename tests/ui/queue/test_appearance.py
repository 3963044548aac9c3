"""How the page looks and speaks: sixteen rows on a small screen, both themes, English."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from tests.desks import Asked, Later, open_tickets
from tests.ui.room import ALT, CONTROL, Room, RoomOpener
from ui.queue.columns import Column
from ui.queue.views import ViewId
from ui.settings import Density, Language, ThemeMode

LATE = Asked("2026-03-02 08:00", Severity.CRITICAL, assignee="Ana", summary="atrasado")
CALM = Asked("2026-03-04 08:00", Severity.LOW, assignee="Ana", summary="tranquilo")
WAITING = Asked(
    "2026-03-04 08:00",
    Severity.LOW,
    assignee="Ana",
    summary="à espera",
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-04 09:00"),),
)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, LATE, CALM, *[WAITING] * 40)
    return open_the_room()


def _whole_rows(room: Room) -> int:
    table = room.page.table
    return table.viewport().height() // table.verticalHeader().defaultSectionSize()


def _colours_in(room: Room, row: int, column: Column) -> set[str]:
    table = room.page.table
    area = table.visualRect(room.page.model.index(row, column))
    image = table.viewport().grab(area).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


def test_a_small_screen_shows_sixteen_rows_beside_the_panel(room: Room) -> None:
    assert room.window.size().toTuple() == (1366, 768)
    assert room.panel.isVisible()
    assert _whole_rows(room) >= 16
    room.context.theme.set_density(Density.COMFORTABLE)
    assert _whole_rows(room) >= 16


def test_nothing_has_to_be_scrolled_sideways_on_a_small_screen(room: Room) -> None:
    assert not room.page.table.horizontalScrollBar().isVisible()
    assert room.page.table.verticalScrollBar().isVisible()


@pytest.mark.parametrize("theme", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_a_late_row_bears_its_mark_in_both_themes_selected_or_not(
    room: Room, theme: ThemeMode
) -> None:
    room.context.theme.apply(theme)
    colours = room.context.theme.colours
    for row in (0, 1):
        room.stand_on(room.shown[row])
        assert colours.late in _colours_in(room, 0, Column.DUE)
        assert colours.late not in _colours_in(room, 1, Column.DUE)


@pytest.mark.parametrize("theme", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_the_selected_row_stands_out_in_both_themes(room: Room, theme: ThemeMode) -> None:
    room.context.theme.apply(theme)
    room.stand_on(room.shown[1])
    assert room.context.theme.colours.accent_soft in _colours_in(room, 1, Column.SUMMARY)
    assert room.context.theme.colours.accent_soft not in _colours_in(room, 0, Column.SUMMARY)


def test_a_waiting_row_bears_the_sign_of_a_pause(room: Room) -> None:
    muted = QColor(room.context.theme.colours.muted)
    left = {QColor(name).lightness() for name in _colours_in(room, 2, Column.DUE)}
    assert min(left) <= muted.lightness() + 8


def test_the_screens_speak_english(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_tickets(sqlite_desk, LATE, CALM)
    room = open_the_room(language=Language.ENGLISH)
    assert room.page.filters.summary_text == "2 tickets · 1 overdue"
    titles = [room.page.model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert "ticket" in titles
    assert "client" in titles
    assert room.text(0, Column.SEVERITY) == "◆ Critical"
    assert not any("fila" in view.title.lower() for view in ViewId)
    assert [room.panel.tabs.tabText(n).replace("&", "") for n in range(5)] == [
        "Conversation", "Deadline", "Consulting", "Files", "History",
    ]  # fmt: skip
    room.key(Qt.Key.Key_2, ALT)
    assert "Prazo" not in room.panel.deadline_tab.words_text


def test_the_numbers_selected_are_copied(room: Room) -> None:
    room.key(Qt.Key.Key_A, CONTROL)
    room.key(Qt.Key.Key_C, CONTROL)
    copied = QApplication.clipboard().text().splitlines()
    assert copied == [f"{number:08d}" for number in room.shown]
    assert room.window.toasts.texts == ["Número copiado"]


def test_nothing_is_copied_where_nothing_is_selected(room: Room) -> None:
    QApplication.clipboard().setText("antes")
    room.page.table.clearSelection()
    room.key(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "antes"


def test_the_space_between_list_and_panel_is_kept(room: Room, open_the_room: RoomOpener) -> None:
    room.page._splitter.setSizes([900, 466])
    room.page._splitter.splitterMoved.emit(900, 1)
    room.qtbot.wait(700)
    shared = room.page._splitter.sizes()
    assert open_the_room().page._splitter.sizes() == shared


def test_a_narrow_window_puts_the_panel_below_and_back(room: Room) -> None:
    splitter = room.page._splitter
    assert splitter.orientation() is Qt.Orientation.Horizontal
    room.window.resize(1000, 768)
    room.qtbot.waitUntil(lambda: splitter.orientation() is Qt.Orientation.Vertical)
    room.window.resize(1500, 768)
    room.qtbot.waitUntil(lambda: splitter.orientation() is Qt.Orientation.Horizontal)
