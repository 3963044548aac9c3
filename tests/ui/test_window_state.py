from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from ui.window_state import WindowState


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "window.ini"


def _table(qtbot: QtBot) -> QTableView:
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(QStandardItemModel(1, 3, table))
    return table


def test_nothing_is_known_at_first(qtbot: QtBot, path: Path) -> None:
    state = WindowState(path)
    table = _table(qtbot)
    assert not state.restore_window(table)
    assert not state.restore_header("queue", table.horizontalHeader())


def test_columns_come_back_as_they_were_left(qtbot: QtBot, path: Path) -> None:
    first, second = _table(qtbot), _table(qtbot)
    header = first.horizontalHeader()
    header.moveSection(0, 2)
    header.resizeSection(1, 234)
    header.hideSection(2)
    state = WindowState(path)
    state.save_header("queue", header)
    state.flush()
    again = second.horizontalHeader()
    assert WindowState(path).restore_header("queue", again)
    assert again.visualIndex(0) == 2
    assert again.sectionSize(1) == 234
    assert again.isSectionHidden(2)


def test_a_splitter_shares_its_space_as_before(qtbot: QtBot, path: Path) -> None:
    def splitter() -> QSplitter:
        made = QSplitter(Qt.Orientation.Vertical)
        qtbot.addWidget(made)
        made.addWidget(QWidget())
        made.addWidget(QWidget())
        made.resize(100, 405)
        return made

    first = splitter()
    first.show()
    first.setSizes([300, 100])
    sizes = first.sizes()
    state = WindowState(path)
    state.save_splitter("queue", first)
    second = splitter()
    assert state.restore_splitter("queue", second)
    second.show()
    assert second.sizes() == sizes


def test_a_broken_file_is_as_good_as_none(qtbot: QtBot, path: Path) -> None:
    path.write_text("[window]\ngeometry=rubbish\n", encoding="utf-8")
    assert not WindowState(path).restore_window(_table(qtbot))
