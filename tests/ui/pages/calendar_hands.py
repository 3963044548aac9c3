"""Hands for the page Calendário: going there, typing, choosing, saving with a reason."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from app.domain.roster import Assignment
from app.domain.team_calendar import CalendarRevision
from app.services.desk import Desk
from app.services.health import check
from app.storage import names, tables
from tests.desks import Asked, open_ticket
from tests.ui.room import CONTROL, Room, RoomOpener, the_window
from ui.calendar.blocks import Block
from ui.calendar.page import CalendarPage
from ui.calendar.what_if import WhatIfDialog

TEAM = "suporte-tecnico"
WEDNESDAY = date(2026, 3, 4)


def calendar_of(room: Room) -> CalendarPage:
    room.key(Qt.Key.Key_2, CONTROL)
    room.settle()
    page = room.window.current_page
    assert isinstance(page, CalendarPage)
    return page


def rewrite(room: Room, field: QWidget, text: str) -> None:
    """Go to a field, and type something else into it."""
    field.setFocus()
    room.qtbot.waitUntil(field.hasFocus)
    QTest.keyClick(field, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    for place, line in enumerate(text.split("\n")):
        if place:
            QTest.keyClick(field, Qt.Key.Key_Return)
        room.type(line)


def choose(room: Room, box: QComboBox, text: str) -> None:
    """Choose by typing the beginning of what is offered."""
    box.setFocus()
    row = next(row for row in range(box.count()) if box.itemText(row).startswith(text))
    while box.currentIndex() != row:
        down = box.currentIndex() < row
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)


def confirm(room: Room) -> None:
    """Press Ctrl+Enter in the dialog that is open."""
    active = QApplication.activeModalWidget()
    assert active is not None
    QTest.keyClick(active, Qt.Key.Key_Return, CONTROL)
    room.settle()


def save(room: Room, reason: str, source: str = "") -> str:
    """Give the reason of an edit, and save it; returns what would move."""
    tried = the_window(room.qtbot, WhatIfDialog)
    room.settle()
    verdict = tried.verdict.text()
    rewrite(room, tried.reason, reason)
    rewrite(room, tried.source, source)
    QTest.keyClick(tried, Qt.Key.Key_Return, CONTROL)
    room.settle()
    room.settle()
    return verdict


def post(page: CalendarPage, day: int, start: int) -> Block:
    return next(
        b for b in page.view.blocks if b.post is not None and (b.day.day, b.start) == (day, start)
    )


def stand_on(page: CalendarPage, block: Block) -> None:
    page.view.stand_on(list(page.view.blocks).index(block))
    page.view.setFocus()


def calendar_in(room: Room) -> CalendarRevision:
    return room.workspace.desk.book.team(TEAM).calendar


def whole(room: Room) -> bool:
    return check(room.workspace.desk.database, full=True).faults == ()


def open_room_with_people(desk: Desk, open_the_room: RoomOpener) -> Room:
    """Open the window on a desk with a ticket and two people."""
    open_ticket(desk, Asked("2026-03-04 09:00"))
    with desk.database.write() as connection:
        names.numbers_of(connection, tables.person, ["Ana Exemplo", "Beto Exemplo"])
    return open_the_room()


def put_on_duty(room: Room, *windows: tuple[int, int]) -> None:
    """Put Ana on duty on Wednesday."""
    ana = room.workspace.roster.people()[0].id
    wanted = [Assignment(WEDNESDAY, *window, ana) for window in windows]
    room.context.bus.publish(room.workspace.roster.assign(TEAM, wanted))
