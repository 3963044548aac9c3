"""What tests on a real window stand on: a seeded file, a desk, and the room that opens on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock
from app.services.desk import Desk
from tests.databases import NOON, seeded_file, sqlite_database, sqlite_desk, sqlite_file
from tests.ui.room import Room, RoomOpener, open_room
from ui.application import install_translator
from ui.composition import WindowContext
from ui.settings import Language

__all__ = [
    "clock",
    "open_the_room",
    "own_views",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
]


@pytest.fixture
def clock() -> FixedClock:
    """Wednesday 4 March 2026, twelve o'clock in Brasília."""
    return FixedClock(NOON)


@pytest.fixture
def own_views(own_home: Path) -> Path:
    """Where this test's saved views go."""
    return own_home / "config" / "bancada" / "views.toml"


@pytest.fixture
def open_the_room(
    qapp: QApplication,
    qtbot: QtBot,
    sqlite_desk: Desk,
    context: WindowContext,
    clock: FixedClock,
) -> Iterator[RoomOpener]:
    """Opens the window on the desk; a second call is a restart."""
    rooms: list[Room] = []
    translators: list[QTranslator] = []

    def leave() -> None:
        while rooms:
            room = rooms.pop()
            room.settle()
            room.window.close()
            room.window.deleteLater()
        while translators:
            qapp.removeTranslator(translators.pop())

    def open_it(
        *, size: tuple[int, int] = (1366, 768), language: Language = Language.PORTUGUESE
    ) -> Room:
        leave()
        translators.append(install_translator(qapp, language))
        rooms.append(open_room(qtbot, context, clock, sqlite_desk, size))
        return rooms[-1]

    yield open_it
    leave()
