"""The page Calendário with real clicks and keys: what it shows, and where Enter leads."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.oferta_p import ItemKind
from app.domain.roster import Assignment
from app.domain.severity import Severity
from app.services.desk import Desk
from app.storage import names, tables
from tests.desks import Asked, open_tickets
from tests.ui.pages.calendar_hands import calendar_of, stand_on
from tests.ui.room import ALT, CONTROL, LEFT, Room, RoomOpener
from ui.calendar.bar import Mode
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.page import CalendarPage
from ui.calendar.painted_view import PERSON_MIME
from ui.page import PageId

TEAM = "suporte-tecnico"
WEDNESDAY = date(2026, 3, 4)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(
        sqlite_desk,
        Asked("2026-03-04 10:00", Severity.CRITICAL, summary="Não abre"),
        Asked("2026-03-04 09:50", Severity.CRITICAL, summary="Não salva"),
        Asked("2026-03-04 09:00", Severity.HIGH),
        Asked("2026-03-03 07:00", Severity.CRITICAL),
    )
    with sqlite_desk.database.write() as connection:
        names.numbers_of(connection, tables.person, ["Ana Exemplo", "Beto Exemplo"])
    return open_the_room()


def blocks(page: CalendarPage, kind: BlockKind) -> list[Block]:
    return [block for block in page.view.blocks if block.kind is kind]


def test_the_week_of_today_is_shown_with_what_falls_due(room: Room) -> None:
    page = calendar_of(room)
    assert page.bar.span.text() == "2–8 mar 2026"
    days = blocks(page, BlockKind.DAY)
    assert [block.day for block in days] == [date(2026, 3, 2) + timedelta(n) for n in range(7)]
    assert days[5].lines == ("fechado",)
    assert len(blocks(page, BlockKind.HOLE)) == 15
    assert [(b.text, b.start, b.is_late) for b in blocks(page, BlockKind.DUE)] == [
        ("◆ 00000004", 16 * 60 + 30, True),
        ("◆ 2", 7 * 60 + 30, False),
        ("▲ 00000003", 16 * 60 + 30, False),
    ]
    assert page.summary.text() == "15 plantões vagos · 4 vencem"
    assert page.panel.people.count() == 2


def test_every_block_has_a_name_and_a_place_for_who_does_not_see_it(room: Room) -> None:
    page = calendar_of(room)
    interface = QAccessible.queryAccessibleInterface(page.view)
    assert interface.childCount() == len(page.view.blocks)
    hole = blocks(page, BlockKind.HOLE)[0]
    spoken = interface.child(list(page.view.blocks).index(hole)).text(QAccessible.Text.Name)
    assert spoken == "02/03/2026, 07:00-08:00 plantão, vago"
    rect = page.view.visualRect(page.view.model().index(0, 0))
    assert rect.isValid()


def test_arrows_walk_from_block_to_block_and_pages_from_week_to_week(room: Room) -> None:
    page = calendar_of(room)
    room.key(Qt.Key.Key_Home)
    assert page.view.current_block == page.view.blocks[0]
    room.key(Qt.Key.Key_Right)
    assert page.view.current_block is not None
    assert page.view.current_block.day == date(2026, 3, 3)
    room.key(Qt.Key.Key_Down)
    assert page.view.current_block.start == 420
    assert page.detail.text() == "ter 03/03 · 07:00-08:00 plantão · vago"
    room.key(Qt.Key.Key_Up)
    room.key(Qt.Key.Key_Left)
    assert page.view.current_block == page.view.blocks[0]
    room.key(Qt.Key.Key_End)
    assert page.view.current_block == page.view.blocks[-1]
    room.key(Qt.Key.Key_PageDown)
    room.settle()
    assert page.anchor == date(2026, 3, 11)
    room.key(Qt.Key.Key_PageUp)
    room.settle()
    assert page.anchor == WEDNESDAY


def test_keys_choose_the_view_the_period_and_the_day(room: Room) -> None:
    page = calendar_of(room)
    for key, mode in (
        (Qt.Key.Key_2, Mode.MONTH),
        (Qt.Key.Key_3, Mode.TEAMS),
        (Qt.Key.Key_1, Mode.WEEK),
    ):
        room.key(key, ALT)
        room.settle()
        assert page.mode is mode
    room.key(Qt.Key.Key_Right, ALT)
    room.key(Qt.Key.Key_Right, ALT)
    room.settle()
    assert page.anchor == date(2026, 3, 18)
    room.key(Qt.Key.Key_Left, ALT)
    room.settle()
    assert page.anchor == date(2026, 3, 11)
    room.key(Qt.Key.Key_Home, ALT)
    room.settle()
    assert page.anchor == WEDNESDAY
    room.key(Qt.Key.Key_G, CONTROL)
    assert page.bar.date.hasFocus()
    room.type("04/11/2018")
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert page.anchor == date(2018, 11, 4)
    assert blocks(page, BlockKind.DAY)[6].lines[0].startswith("dia de 23 horas")
    room.click(page.bar.today)
    assert page.anchor == WEDNESDAY
    room.click(page.bar.ahead)
    room.click(page.bar.modes[Mode.MONTH])
    room.click(page.bar.back)
    assert (page.anchor, page.bar.span.text()) == (date(2026, 2, 1), "fev 2026")


def test_the_team_is_chosen_and_remembered(room: Room, open_the_room: RoomOpener) -> None:
    page = calendar_of(room)
    room.key(Qt.Key.Key_E, CONTROL)
    room.type("Cloud")
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert page.team == "cloud"
    room.key(Qt.Key.Key_2, ALT)
    room.settle()
    again = calendar_of(open_the_room())
    assert (again.team, again.mode) == ("cloud", Mode.MONTH)


def test_enter_opens_the_ticket_that_falls_due_or_asks_which(room: Room) -> None:
    page = calendar_of(room)
    several = next(b for b in blocks(page, BlockKind.DUE) if len(b.tickets) == 2)
    stand_on(page, several)
    room.key(Qt.Key.Key_Return)
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    assert [action.text()[:16] for action in menu.actions()] == [
        "07:50 · 00000002",
        "08:00 · 00000001",
    ]
    menu.close()
    stand_on(page, next(b for b in blocks(page, BlockKind.DUE) if b.tickets == (3,)))
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert room.window.current_page is room.page
    assert room.page.table.currentIndex().row() == room.page.model.row_of(3)


def test_a_month_leads_to_its_weeks_and_the_teams_to_theirs(room: Room) -> None:
    page = calendar_of(room)
    room.key(Qt.Key.Key_2, ALT)
    room.settle()
    cells = blocks(page, BlockKind.CELL)
    assert len(cells) == 42
    thursday = next(cell for cell in cells if cell.day == date(2026, 3, 5))
    assert "3 vencem" in thursday.lines
    assert thursday.weight == 1.0
    stand_on(page, thursday)
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert (page.mode, page.anchor) == (Mode.WEEK, date(2026, 3, 5))
    room.key(Qt.Key.Key_Home, ALT)
    room.key(Qt.Key.Key_3, ALT)
    room.settle()
    assert not page.panel.isVisible()
    teams = blocks(page, BlockKind.TEAM)
    assert [team.text for team in teams][:3] == ["CST", "E-learning", "Cloud Computing"]
    assert teams[2].lines[0] == "aberta sempre"
    assert teams[4].lines[0].startswith("em plantão até")
    assert "abertas agora" in page.summary.text()
    stand_on(page, teams[0])
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert (page.mode, page.team) == (Mode.WEEK, "cst")


def test_the_pointer_chooses_and_a_double_click_opens(room: Room) -> None:
    page = calendar_of(room)
    due = next(b for b in blocks(page, BlockKind.DUE) if b.tickets == (3,))
    row = list(page.view.blocks).index(due)
    place = page.view.visualRect(page.view.model().index(row, 0)).center()
    room.qtbot.mouseClick(page.view.viewport(), LEFT, pos=place)
    assert page.view.current_block == due
    room.qtbot.mouseDClick(page.view.viewport(), LEFT, pos=place)
    room.settle()
    assert room.window.current_page is room.page
    assert not page.view.indexAt(QPoint(-5, -5)).isValid()
    assert (
        page.view.visualRegionForSelection(page.view.selectionModel().selection()).isEmpty()
        is False
    )


def test_hours_grow_by_key_and_wheel(room: Room) -> None:
    page = calendar_of(room)
    least = page.view.minimumHeight()
    room.key(Qt.Key.Key_Plus, CONTROL)
    grown = page.view.minimumHeight()
    assert grown > least

    def turn(steps: int, modifier: Qt.KeyboardModifier) -> bool:
        nothing = QPoint()
        wheel = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            nothing,
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # Qt's own
        )
        page.view.wheelEvent(wheel)
        return wheel.isAccepted()

    assert turn(1, CONTROL)
    assert page.view.minimumHeight() > grown
    assert not turn(1, Qt.KeyboardModifier.NoModifier)
    for _ in range(3):
        room.key(Qt.Key.Key_Minus, CONTROL)
    assert page.view.minimumHeight() == least


def _drop(page: CalendarPage, block: Block, number: int) -> bool:
    row = list(page.view.blocks).index(block)
    place = QPointF(page.view.visualRect(page.view.model().index(row, 0)).center())
    carried = QMimeData()
    carried.setData(PERSON_MIME, str(number).encode())
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, carried, LEFT, keys)
    page.view.dragEnterEvent(enter)
    move = QDragMoveEvent(place.toPoint(), copy, carried, LEFT, keys)
    page.view.dragMoveEvent(move)
    page.view.dropEvent(QDropEvent(place, copy, carried, LEFT, keys))
    return enter.isAccepted() and move.isAccepted()


def test_a_person_is_dragged_onto_a_window(room: Room) -> None:
    page = calendar_of(room)
    item = page.panel.people.item(0)
    carried = page.panel.people.mimeData([item])
    number = int(bytes(carried.data(PERSON_MIME).data()))
    assert not page.panel.people.mimeData([]).hasFormat(PERSON_MIME)
    hole = blocks(page, BlockKind.HOLE)[0]
    assert _drop(page, hole, number)
    room.settle()
    (held,) = blocks(page, BlockKind.PLANTAO)
    assert held.lines == ("Ana Exemplo",)
    assert page.panel.people.item(0).text() == "1 h 00   Ana Exemplo"
    assert not _drop(page, blocks(page, BlockKind.DAY)[0], number)
    _drop(page, held, number)  # who is on duty is not put on duty again
    room.settle()
    assert len(blocks(page, BlockKind.PLANTAO)) == 1


def test_what_oferta_p_owes_is_shown_reminds_and_is_done(room: Room) -> None:
    oferta = room.workspace.oferta_p
    asked = {"client": "Escola Exemplo", "day": "03/03/2026", "time": "09:00"}
    room.context.bus.publish(oferta.add(ItemKind.BACKUP, asked))
    signed = {"client": "Escola Exemplo", "day": "15/02/2026"}
    room.context.bus.publish(oferta.add(ItemKind.ENVIRONMENT, signed))
    page = calendar_of(room)
    assert page.reminder.text() == (
        "Oferta P, para hoje: Ambiente · Escola Exemplo · Cópia do banco · Escola Exemplo"
    )
    late, backup = blocks(page, BlockKind.ITEM)
    assert (late.is_late, late.start) == (True, 420)
    stand_on(page, backup)
    room.key(Qt.Key.Key_Return)
    menu = next(m for m in page.findChildren(QMenu) if m.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    room.settle()
    assert [item.kind for item in oferta.still_open()] == [ItemKind.ENVIRONMENT]


def test_a_stray_duty_and_a_double_one_are_told(room: Room) -> None:
    roster, people = room.workspace.roster, room.workspace.roster.people()
    roster.assign(TEAM, [Assignment(WEDNESDAY, 720, 810, people[0].id)])
    roster.assign("first", [Assignment(WEDNESDAY, 720, 810, people[0].id)])
    page = calendar_of(room)
    assert "1 em dobro" in page.summary.text()
    from app.domain.calendar_editing import with_own_day
    from app.domain.team_calendar import DayException
    from app.services.calendar_editing import Reasons

    editing = room.workspace.calendar_editing
    closed = with_own_day(editing.plan(TEAM), DayException(WEDNESDAY, (), "Luto"))
    room.context.bus.publish(editing.keep(closed, Reasons("Luto")).changes)
    room.settle()
    (stray,) = blocks(page, BlockKind.STRAY)
    assert stray.text == "Ana Exemplo"
    page.view.grab()


def test_time_passes_over_the_page_and_both_palettes_dress_it(room: Room) -> None:
    page = calendar_of(room)
    for team, day in (("cloud", date(2018, 11, 4)), (TEAM, date(2026, 11, 18)), (TEAM, WEDNESDAY)):
        for mode in Mode:
            page.go_to(day, mode, team)
            room.settle()
            page.view.grab()
    room.tick("2026-03-04 12:01")
    room.key(Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    page.view.grab()
    assert page.mode is Mode.TEAMS


def test_going_back_to_the_page_puts_the_keyboard_into_the_calendar(room: Room) -> None:
    page = calendar_of(room)
    room.window.show_page(PageId.QUEUE)
    room.settle()
    assert QApplication.focusWidget() is not page.view
    room.window.show_page(PageId.CALENDAR)
    room.settle()
    assert QApplication.focusWidget() is page.view
