"""A morning without a mouse: find the worst ticket, read why it is late, keep the view, go home."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.clock import FixedClock, parse_instant
from app.domain.severity import Severity
from app.services.desk import Desk
from app.services.sample_data import fill_with_sample
from tests.ui.conftest import SILENT, context
from tests.ui.room import ALT, CONTROL, SHIFT, RoomOpener, the_window
from tests.ui.room_fixtures import open_the_room
from ui.queue.columns import Column
from ui.queue.save_view import SaveViewDialog
from ui.queue.views import ViewId

__all__ = ["context", "open_the_room"]  # fixtures

pytestmark = pytest.mark.qt_log_ignore(SILENT, extend=True)
AFTERNOON = parse_instant("2026-11-18T17:40:00Z")


def test_the_demo_is_worked_by_keys_alone(
    sqlite_desk: Desk, open_the_room: RoomOpener, clock: FixedClock
) -> None:
    clock.move_to(AFTERNOON)
    fill_with_sample(sqlite_desk)
    room = open_the_room()

    # The list has the keyboard; a view is one letter away.
    room.key(Qt.Key.Key_T, ALT)
    room.qtbot.waitUntil(room.page.views.chip(ViewId.ALL_OPEN).isChecked)
    room.settle()
    assert len(room.shown) == 150
    assert room.text(0, Column.DUE).startswith("-")

    # Down, and the ticket beside the list follows; its four tabs are Alt+1 to Alt+4.
    room.page.table.setFocus()
    for _ in range(3):
        room.key(Qt.Key.Key_Down)
    room.settle()
    assert room.panel.view is not None
    assert room.panel.view.card.number == room.shown[3]
    room.key(Qt.Key.Key_2, ALT)
    assert "Vencido há" in room.panel.deadline_tab.words_text
    severity = room.panel.deadline_tab.severity_box
    while QApplication.focusWidget() is not severity:
        room.key(Qt.Key.Key_Tab)
    room.key(Qt.Key.Key_Home)
    if room.panel.view.history.severity is not Severity.CRITICAL:
        assert "E se:" in room.panel.deadline_tab.answer_text

    # Search, narrow, keep it as a view.
    room.key(Qt.Key.Key_F, CONTROL)
    room.type("boleto")
    room.key(Qt.Key.Key_Down)
    room.settle()
    found = room.column(Column.SUMMARY)
    assert 0 < len(found) < 150
    room.key(Qt.Key.Key_S, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, SaveViewDialog)
    room.qtbot.keyClicks(dialog.name_field, "Boletos")
    room.qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    room.settle()

    # Tomorrow it is still there, and says how many there are.
    again = open_the_room()
    saved = again.page.views.views[-1]
    chip = again.page.views.chip(saved)
    assert chip.text() == f"Boletos  {len(found)}"
    chip.setFocus()
    again.key(Qt.Key.Key_Space)
    again.settle()
    assert again.column(Column.SUMMARY) == found
