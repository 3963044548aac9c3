"""What tests of the window stand on: a context of its own, fakes for page and workspace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock
from tests.ui.fakes import FakePage
from ui.application import build_context
from ui.composition import WindowContext
from ui.main_window import MainWindow
from ui.settings import Settings, SettingsFile, ThemeMode

NOON = datetime(2026, 11, 20, 17, 32, tzinfo=UTC)
# The offscreen platform has no window manager to tell such things.
SILENT = r"This plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(SILENT, extend=True))


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def context(qapp: QApplication, clock: FixedClock, tmp_path: Path) -> Iterator[WindowContext]:
    owner = QObject()
    settings = SettingsFile(tmp_path / "settings.toml")
    settings.save(Settings(theme=ThemeMode.LIGHT))
    made = build_context(qapp, clock, settings, owner)
    made.icons.wake()
    yield made
    assert made.jobs.close()
    owner.deleteLater()


@pytest.fixture
def window(qtbot: QtBot, context: WindowContext) -> MainWindow:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def page(window: MainWindow, context: WindowContext) -> FakePage:
    window.open_pages(lambda page_id: FakePage(page_id, context))
    page = window.current_page
    assert isinstance(page, FakePage)
    return page
