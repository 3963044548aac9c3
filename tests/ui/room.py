"""A desk at work in a real window: a small database, the page Fila, and hands to use them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock, from_epoch
from app.services.desk import Desk
from app.services.workspace import Workspace
from main import Composition, compose
from tests.desks import at
from ui.composition import WindowContext
from ui.main_window import MainWindow
from ui.queue.columns import Column
from ui.queue.page import QueuePage
from ui.ticket.panel import TicketPanel
from ui.watch import DatabaseWatch
from ui.workbench import WindowComposition

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PATIENCE_MS = 10_000
W = TypeVar("W", bound=QWidget)


@dataclass
class Room:
    """The window on a desk's database, and what a person and the time do to it."""

    qtbot: QtBot
    context: WindowContext
    clock: FixedClock
    workspace: Workspace
    window: MainWindow
    page: QueuePage

    @property
    def panel(self) -> TicketPanel:
        panel = self.page.panel
        assert isinstance(panel, TicketPanel)
        return panel

    @property
    def shown(self) -> list[int]:
        """The numbers in the list, in order."""
        return list(self.page.model.numbers)

    def text(self, row: int, column: Column) -> str:
        return str(self.page.model.index(row, column).data())

    def column(self, column: Column) -> list[str]:
        return [self.text(row, column) for row in range(len(self.shown))]

    def settle(self) -> None:
        """Wait until every question that was asked is answered and shown."""
        jobs = self.context.jobs

        def is_still() -> bool:
            waiting = (self.panel._settle, self.page._loader._late_soon)
            return not jobs._live and not any(timer.isActive() for timer in waiting)

        self.qtbot.waitUntil(is_still, timeout=PATIENCE_MS)
        QApplication.sendPostedEvents()
        self.qtbot.waitUntil(is_still, timeout=PATIENCE_MS)

    def stand_on(self, number: int) -> None:
        """Click a ticket."""
        row = self.page.model.row_of(number)
        assert row is not None
        table = self.page.table
        place = table.visualRect(self.page.model.index(row, Column.NUMBER)).center()
        self.qtbot.mouseClick(table.viewport(), LEFT, pos=place)
        self.settle()

    def click(self, button: QAbstractButton) -> None:
        self.qtbot.mouseClick(button, LEFT)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the keyboard is."""
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():
            # Without a window manager nobody gives the keyboard back when a menu closes.
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)
        target = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, text: str) -> None:
        target = QApplication.focusWidget()
        assert target is not None
        self.qtbot.keyClicks(target, text)

    def click_header(self, column: Column) -> None:
        header = self.page.table.horizontalHeader()
        left = header.sectionViewportPosition(column)
        place = QPoint(left + header.sectionSize(column) // 2, header.height() // 2)
        self.qtbot.mouseClick(header.viewport(), LEFT, pos=place)
        self.settle()

    def tick(self, wall: str) -> None:
        """Let the clock show a wall time of Brasília, and let the window notice."""
        self.clock.move_to(from_epoch(at(wall)))
        self.context.ticker.ticked.emit(self.clock.now())
        self.settle()

    def tick_second(self) -> None:
        self.clock.move_to(self.clock.now() + timedelta(seconds=1))
        self.context.ticker.ticked.emit(self.clock.now())

    def notice_others(self) -> None:
        """Look for what other desks wrote, as the frame does every two seconds."""
        watch = DatabaseWatch(self.workspace, self.context.jobs, self.context.bus)
        watch.look()
        self.settle()
        watch.stop()
        watch.deleteLater()
        self.settle()


def open_room(
    qtbot: QtBot, context: WindowContext, clock: FixedClock, desk: Desk, size: tuple[int, int]
) -> Room:
    """Open the window on a desk and wait until the queue stands in it."""
    workspace = compose(desk.database, clock)
    workspace.people.sit_down(None)  # as whoever opens a database for the window does
    composition = WindowComposition(Composition(), clock)
    window = MainWindow(context)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_pages(lambda page_id: composition.build_page(page_id, workspace, context))
    page = window.current_page
    assert isinstance(page, QueuePage)
    room = Room(qtbot, context, clock, workspace, window, page)
    room.settle()
    return room


def open_windows(kind: type[W]) -> list[W]:
    widgets = QApplication.topLevelWidgets()
    return [widget for widget in widgets if isinstance(widget, kind) and widget.isVisible()]


def the_window(qtbot: QtBot, kind: type[W]) -> W:
    """Wait for the one open window of a kind."""
    qtbot.waitUntil(lambda: len(open_windows(kind)) == 1)
    return open_windows(kind)[0]


RoomOpener = Callable[..., Room]
