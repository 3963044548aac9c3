"""The directory of service areas in the window (TKT-7)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.room import CONTROL, SHIFT, RoomOpener, the_window
from ui.dialogs.directory import DirectoryDialog


def test_an_area_is_found_and_its_phone_copied(open_the_room: RoomOpener) -> None:
    room = open_the_room()
    room.key(Qt.Key.Key_T, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, DirectoryDialog)
    room.qtbot.keyClicks(dialog.search, "educacional")
    assert [row[2] for row in dialog.table.lines.rows] == ["2-2-3-9-9-1"]
    assert dialog.table.lines.rows[0][3] == "agora"
    room.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "4003-0015, 2-2-3-9-9-1"
    assert dialog.isVisible()
    dialog.search.setText("bpo")
    QGuiApplication.clipboard().setText("antes")
    room.qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "antes"  # its line stands in the contract
    dialog.reject()
    room.settle()
