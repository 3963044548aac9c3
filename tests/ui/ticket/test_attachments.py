"""Files of a ticket in the window: dragged, pasted, opened, saved (TKT-2)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from tests.desks import open_ticket
from tests.ui.room import Room, RoomOpener

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "tela.png"
    path.write_bytes(b"\x89PNG and what follows")
    return path


def drop_on(widget: QWidget, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), action, data, LEFT, none)
    QApplication.sendEvent(widget, enter)
    assert enter.isAccepted() == bool(paths)
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), action, data, LEFT, none))


def rows(room: Room) -> list[tuple[str, ...]]:
    return [tuple(row) for row in room.panel.attachments_tab.table.lines.rows]


def test_a_dragged_file_is_kept_and_shown(
    sqlite_desk: Desk, open_the_room: RoomOpener, picture: Path, qtbot: QtBot
) -> None:
    open_ticket(sqlite_desk)
    room = open_the_room()
    tab = room.panel.attachments_tab
    room.panel.tabs.setCurrentWidget(tab)
    drop_on(tab, picture)
    qtbot.waitUntil(lambda: len(rows(room)) == 1)
    assert rows(room)[0][:2] == ("tela.png", "1\u00a0kB")
    assert "tela.png" in room.panel.conversation_tab.text.toPlainText()
    assert "INTERNO" not in room.panel.conversation_tab.text.toPlainText()


def test_text_that_is_dragged_goes_its_way(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_ticket(sqlite_desk)
    room = open_the_room()
    drop_on(room.panel.attachments_tab)
    assert rows(room) == []


def test_a_copied_picture_is_pasted(
    sqlite_desk: Desk, open_the_room: RoomOpener, qtbot: QtBot
) -> None:
    open_ticket(sqlite_desk)
    room = open_the_room()
    tab = room.panel.attachments_tab
    room.panel.tabs.setCurrentWidget(tab)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("só texto")
    assert not tab.drop.paste(room.context.clock.now())
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    clipboard.setImage(picture)
    tab.setFocus()
    qtbot.keyClick(tab.focusWidget() or tab, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(rows(room)) == 1)
    assert rows(room)[0][0].startswith("tela-2026-")


def test_a_file_is_opened_from_a_copy_and_saved_where_a_person_wants_it(
    sqlite_desk: Desk,
    open_the_room: RoomOpener,
    picture: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    open_ticket(sqlite_desk)
    room = open_the_room()
    tab = room.panel.attachments_tab
    room.panel.tabs.setCurrentWidget(tab)
    drop_on(tab, picture)
    qtbot.waitUntil(lambda: len(rows(room)) == 1)
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(opened) == 1)
    copy = Path(opened[0].toLocalFile())
    assert copy.read_bytes() == picture.read_bytes()
    room.key(Qt.Key.Key_W, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = tab.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "saved.png"))
    dialog.close()
    room.settle()  # it is there before it is whole
    assert (tmp_path / "saved.png").read_bytes() == picture.read_bytes()


def test_what_may_run_something_is_refused_with_its_rule(
    sqlite_desk: Desk, open_the_room: RoomOpener, picture: Path, qtbot: QtBot
) -> None:
    open_ticket(sqlite_desk)
    room = open_the_room()
    program = picture.rename(picture.with_suffix(".exe"))
    drop_on(room.panel.attachments_tab, program)
    qtbot.waitUntil(lambda: len(rows(room)) == 1)
    told: list[object] = []
    room.context.failures.shown.connect(told.append)
    room.key(Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "pode executar algo" in str(told[0])


def test_without_a_ticket_there_is_nothing_to_attach_to(open_the_room: RoomOpener) -> None:
    room = open_the_room()
    room.panel.acts.attach([Path("tela.png")])
    assert rows(room) == []
