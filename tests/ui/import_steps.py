"""What tests of the import share: a small log, its mapping, and the hands to import it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.services.importing import ImportingService, ImportSummary, Report
from app.services.log_mapping import LogMapping
from tests.ui.room import Room, RoomOpener, open_windows
from tests.ui.room_fixtures import (
    clock,
    open_the_room,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
)
from ui.actions import ActionId
from ui.dialogs.import_log import ImportDialog
from ui.notices import Notice

__all__ = [
    "clock",
    "gate",
    "log",
    "mapping",
    "notices",
    "open_the_room",
    "room",
    "running",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
]

LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 10_000
MEANING, FIRST_CELL = 1, 2
HEADER = "id,quando,ato,quem,grau,casa,sobra\n"
ROWS = (
    "1,02/03/2026 09:00,abriu,Ana,A,Escola Aurora,x\n",
    "1,02/03/2026 10:00,pegou,Ana,A,Escola Aurora,x\n",
    "2,03/03/2026 09:00,abriu,Beto,B,Escola Boreal,x\n",
)
MAPPING = """
ticket = "id"
time = "quando"
time_format = "%d/%m/%Y %H:%M"
activity = "ato"
analyst = "quem"
severity = "grau"
client = "casa"
team = "suporte-tecnico"
[activities]
abriu = "opened"
pegou = "assigned"
resolveu = "solution"
[severities]
A = "high"
B = "low"
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "registro.csv"
    path.write_text(HEADER + "".join(ROWS), encoding="utf-8")
    return path


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "mapa.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


@pytest.fixture
def room(open_the_room: RoomOpener) -> Room:
    return open_the_room()


@pytest.fixture
def notices(room: Room) -> list[Notice]:
    posted: list[Notice] = []
    room.context.notices.posted.connect(posted.append)
    return posted


def ask(room: Room) -> ImportDialog:
    """Ask for the import as a person does, by its key's action."""
    assert room.window.trigger(ActionId.IMPORT_LOG)
    (dialog,) = open_windows(ImportDialog)
    room.settle()
    return dialog


def fill(room: Room, dialog: ImportDialog, log: Path, mapping: Path) -> None:
    dialog.form.show_mapping(mapping)
    dialog.form.show_log(log)
    room.settle()


def ready(room: Room, log: Path, mapping: Path) -> ImportDialog:
    dialog = ask(room)
    fill(room, dialog, log, mapping)
    assert dialog.import_button.isEnabled()
    return dialog


def do_import(room: Room, dialog: ImportDialog) -> None:
    room.click(dialog.import_button)
    room.qtbot.waitUntil(lambda: not dialog.is_importing, timeout=PATIENCE_MS)
    room.settle()


def lines_of(dialog: ImportDialog) -> list[list[str]]:
    return [list(row) for row in dialog.preview.table.lines.rows]


def choose(path: Path) -> None:
    """Choose a file in the open file dialog."""
    (dialog,) = open_windows(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    QApplication.sendPostedEvents()


class Gate(ImportingService):
    """An import that waits before its first ticket to be stopped, or let go on.

    While ``is_deaf`` it does not ask whether it should stop.
    """

    def __init__(self, importing: ImportingService) -> None:
        super().__init__(importing._desk)
        self.opened = Event()
        self.is_deaf = False

    def import_log(
        self, path: Path, mapping: LogMapping, *, until: int | None, report: Report
    ) -> ImportSummary:
        while not self.opened.is_set():
            if not self.is_deaf:
                report("write", 1, 4)
            time.sleep(0.002)
        return super().import_log(path, mapping, until=until, report=lambda *_step: None)


def with_service(room: Room, importing: ImportingService) -> ImportDialog:
    dialog = ImportDialog(importing, room.context, room.page)
    dialog.open()
    room.settle()
    return dialog


@pytest.fixture
def gate(room: Room) -> Iterator[Gate]:
    gate = Gate(room.workspace.importing)
    yield gate
    gate.opened.set()


@pytest.fixture
def running(room: Room, gate: Gate, log: Path, mapping: Path) -> ImportDialog:
    dialog = with_service(room, gate)
    fill(room, dialog, log, mapping)
    dialog.form.until_field.setText("05/03/2026")
    room.qtbot.mouseClick(dialog.import_button, LEFT)
    room.qtbot.waitUntil(lambda: "25 %" in dialog.progress_text)
    return dialog
