"""Importing clients from the window: look first, keep the good lines, read the bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.roles import Role
from app.services.desk import Desk
from app.services.desk_people import DeskPeople
from tests.ui.room import CONTROL, Room, RoomOpener, the_window
from ui.clients.import_dialog import ImportClientsDialog
from ui.widgets.file_drop import FileDrop

HEAD = "client;cnpj;contact;email"
GOOD = "Escola Aurora;11.222.333/0001-81;Lia Lima;lia@example.com"
BAD = "Colégio Torto;123;;"


@pytest.fixture
def dialog(room: Room) -> ImportClientsDialog:
    room.key(Qt.Key.Key_4, CONTROL)
    room.settle()
    room.key(Qt.Key.Key_I, CONTROL)
    return the_window(room.qtbot, ImportClientsDialog)


@pytest.fixture
def room(open_the_room: RoomOpener) -> Room:
    return open_the_room()


def table(folder: Path, *lines: str) -> Path:
    path = folder / "clientes.csv"
    path.write_text("\n".join([HEAD, *lines]), encoding="utf-8")
    return path


def test_good_lines_are_kept_and_bad_ones_stay_to_be_read(
    room: Room, dialog: ImportClientsDialog, tmp_path: Path
) -> None:
    room.click(dialog.choose_button)
    chooser = dialog.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(table(tmp_path, GOOD, BAD)))
    chooser.close()
    room.settle()
    assert dialog.table.lines.rows[0][3] == "novo"
    assert "CNPJ" in dialog.table.lines.rows[1][3]
    assert dialog.verdict.text() == ("1 cliente novo · 1 contato novo · 1 linha recusada")
    assert room.workspace.registry.find("") == ()
    dialog.activateWindow()
    room.click(dialog.do_button)
    (found,) = room.workspace.registry.find("aurora")
    assert found.client.cnpj == "11222333000181"
    assert [row[1] for row in dialog.table.lines.rows] == ["Colégio Torto"]
    assert "1 linha ficou de fora" in dialog.verdict.text()
    dialog.reject()


def test_a_whole_table_closes_the_dialog_and_the_same_again_changes_nothing(
    room: Room, dialog: ImportClientsDialog, tmp_path: Path
) -> None:
    dialog.findChild(FileDrop).dropped.emit([table(tmp_path, GOOD)])
    room.settle()
    room.click(dialog.do_button)
    assert "Importado: 1 cliente novo · 1 contato novo" in room.window.toasts.texts
    room.key(Qt.Key.Key_I, CONTROL)
    again = the_window(room.qtbot, ImportClientsDialog)
    again.show_file(table(tmp_path, GOOD))
    room.settle()
    assert again.verdict.text() == "nada muda: tudo já estava aqui"
    assert not again.do_button.isEnabled()
    again.reject()


def test_a_table_that_cannot_be_used_says_why(
    room: Room, dialog: ImportClientsDialog, tmp_path: Path
) -> None:
    path = tmp_path / "outra.csv"
    path.write_text("nome;cor\n", encoding="utf-8")
    dialog.show_file(path)
    room.settle()
    assert "não conhece a coluna 'nome'" in dialog.verdict.text()
    assert not dialog.do_button.isEnabled()
    dialog.reject()


def test_who_may_not_import_is_told_by_its_rule(
    sqlite_desk: Desk, room: Room, dialog: ImportClientsDialog, tmp_path: Path
) -> None:
    DeskPeople(sqlite_desk).keep(None, "Iris", Role.ADMINISTRATOR, "2468")
    room.workspace.people.sit_down(None)
    dialog.show_file(table(tmp_path, GOOD))
    room.settle()
    assert "ACC-9: Só gerente ou administrador pode importar" in dialog.verdict.text()
    dialog.reject()
