"""The stage on which every window of a test stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock
from app.storage.database import Database
from main import Composition, compose
from tests.databases import seeded_file, sqlite_database, sqlite_desk, sqlite_file
from ui.application import build_context
from ui.composition import WindowContext
from ui.main_window import MainWindow
from ui.page import Page, PageId
from ui.settings import SettingsFile
from ui.workbench import WindowComposition

__all__ = [
    "clock",
    "context",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
]


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 11, 20, 17, 32, tzinfo=UTC))


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path, clock: FixedClock) -> Iterator[WindowContext]:
    owner = QObject()
    made = build_context(qapp, clock, SettingsFile(tmp_path / "settings.toml"), owner)
    made.icons.wake()
    yield made
    made.jobs.close()
    owner.deleteLater()


class Stage:
    """Holds the windows of one test: a dialog alone does not keep its parent alive."""

    def __init__(
        self, context: WindowContext, qtbot: QtBot, database: Database, folder: Path
    ) -> None:
        self.context = context
        self.folder = folder
        self.workspace = compose(database, context.clock)
        self._qtbot = qtbot
        self._kept: list[QWidget] = []

    def main_window(self) -> MainWindow:
        window = MainWindow(self.context)
        self._keep(window)
        return window

    def page(self, page_id: PageId) -> tuple[MainWindow, Page]:
        """Return the window on a page, and the page."""
        composition = WindowComposition(Composition(), self.context.clock)
        window = self.main_window()
        window.open_pages(lambda asked: composition.build_page(asked, self.workspace, self.context))
        window.show()
        page = window.show_page(page_id)
        assert page is not None
        self.settle()
        return window, page

    def settle(self) -> None:
        """Wait until every question that was asked is answered."""
        self.wait_until(lambda: not self.context.jobs._live)

    def host(self) -> QMainWindow:
        host = QMainWindow()
        self._keep(host)
        return host

    def wait_until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened)

    def _keep(self, window: QWidget) -> None:
        self._qtbot.addWidget(window)
        self._kept.append(window)
        window.resize(1366, 768)


@pytest.fixture
def stage(
    context: WindowContext, qtbot: QtBot, sqlite_database: Database, tmp_path: Path
) -> Iterator[Stage]:
    yield Stage(context, qtbot, sqlite_database, tmp_path)
    # What is still asked of the database is asked before it closes.
    context.jobs.close()
