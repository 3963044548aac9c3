"""What the dialogs of the roster ask, write and refuse; rights; Oferta P; the drawn week."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.domain.roles import Role
from app.domain.team_calendar import Window
from app.domain.ticket_events import EventKind
from app.services.calendar_editing import Reasons
from app.services.desk import Desk
from app.services.tickets import Act
from tests.desks import at
from tests.ui.pages.calendar_hands import (
    TEAM,
    WEDNESDAY,
    calendar_of,
    choose,
    confirm,
    open_room_with_people,
    put_on_duty,
    rewrite,
    stand_on,
)
from tests.ui.room import CONTROL, LEFT, SHIFT, Room, RoomOpener, open_windows, the_window
from ui.calendar.acts import CalendarActs
from ui.calendar.blocks import BlockKind
from ui.calendar.day_forms import DayForm
from ui.calendar.history_dialog import HistoryDialog
from ui.calendar.hours_form import HoursForm
from ui.calendar.oferta_form import OfertaForm
from ui.calendar.page import CalendarPage
from ui.calendar.papers import CalendarPapers
from ui.calendar.roster_forms import AbsenceForm, PersonForm, RotateForm, SwapForm
from ui.calendar.week_sketch import WeekSketch
from ui.calendar.what_if import WhatIfDialog

EVERY_EDIT = Reasons("Teste de todas as mudanças")


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    return open_room_with_people(sqlite_desk, open_the_room)


def act(page: CalendarPage, text: str) -> None:
    found = next(action for action in page.findChildren(QAction) if action.text() == text)
    found.trigger()


@pytest.fixture
def chosen_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    def answer(name: str) -> Path:
        path = tmp_path / name
        monkeypatch.setattr(
            QFileDialog, "getSaveFileName", staticmethod(lambda *_given: (str(path), ""))
        )
        return path

    return answer


def test_calendar_and_duties_are_exported(room: Room, chosen_file: Callable[[str], Path]) -> None:
    put_on_duty(room, (420, 480))
    page = calendar_of(room)
    feed = chosen_file("equipe.ics")
    room.key(Qt.Key.Key_E, CONTROL | SHIFT)
    room.settle()
    found = [str(e["summary"]) for e in Calendar.from_ical(feed.read_bytes()).walk("VEVENT")]
    assert "Suporte Técnico · plantão" in found
    duties = chosen_file("ana.ics")
    act(page, "Exportar os plantões de uma pessoa (.ics)…")
    room.settle()
    form = the_window(room.qtbot, PersonForm)
    choose(room, form.choices["person"], "Ana")
    rewrite(room, form.lines["first"], "agora")
    confirm(room)
    assert form.refusal_of("first")
    rewrite(room, form.lines["first"], "01/03/2026")
    confirm(room)
    (event,) = Calendar.from_ical(duties.read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == "Plantão · Suporte Técnico"
    papers = page.findChild(CalendarPapers)
    assert isinstance(papers, CalendarPapers)


def test_who_chooses_no_file_writes_none(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_given: ("", "")))
    page = calendar_of(room)
    room.key(Qt.Key.Key_E, CONTROL | SHIFT)
    act(page, "Exportar os plantões de uma pessoa (.ics)…")
    room.settle()
    form = the_window(room.qtbot, PersonForm)
    confirm(room)
    assert form.isVisible()
    form.reject()


def test_an_absence_is_taken_back(room: Room) -> None:
    ana = room.workspace.roster.people()[0].id
    room.workspace.roster.add_absence(ana, WEDNESDAY, WEDNESDAY, "Consulta")
    calendar_of(room)
    room.key(Qt.Key.Key_A, CONTROL | SHIFT)
    room.settle()
    form = the_window(room.qtbot, AbsenceForm)
    choose(room, form.choices["act"], "Desfazer: Ana")
    confirm(room)
    assert room.workspace.roster.span(TEAM, WEDNESDAY, WEDNESDAY).absences == ()


def test_without_duties_nothing_is_swapped_and_without_a_window_nobody_is_put_on(
    room: Room,
) -> None:
    page = calendar_of(room)
    said: list[str] = []
    room.context.notices.posted.connect(lambda notice: said.append(notice.text))
    room.key(Qt.Key.Key_T, CONTROL | SHIFT)
    room.settle()
    page.view.stand_on(0)
    page.view.setFocus()
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert said == [
        "Não há plantões para trocar nestas semanas.",
        "Escolha antes um plantão na semana.",
    ]
    assert not open_windows(SwapForm)
    hole = next(block for block in page.view.blocks if block.kind is BlockKind.HOLE)
    stand_on(page, hole)
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert page.window() is room.window


def test_an_analyst_sees_and_is_told_who_may_change(room: Room) -> None:
    page = calendar_of(room)
    said: list[str] = []
    room.context.notices.posted.connect(lambda notice: said.append(notice.text))
    room.workspace.desk.sit("Ana Exemplo", Role.ANALYST)
    hole = next(block for block in page.view.blocks if block.kind is BlockKind.HOLE)
    stand_on(page, hole)
    room.key(Qt.Key.Key_D, CONTROL)
    room.key(Qt.Key.Key_R, CONTROL)
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert [text.partition(" ")[0] for text in said] == ["SLA-11:", "CAL-7:", "CAL-7:"]
    assert not open_windows(DayForm)
    room.key(Qt.Key.Key_H, CONTROL)
    room.settle()
    the_window(room.qtbot, HistoryDialog).reject()


def test_hours_that_closed_tickets_were_counted_by_are_refused_at_their_field(room: Room) -> None:
    acts = (EventKind.ASSIGNED, EventKind.SOLUTION, EventKind.ACCEPTED)
    for minute, kind in enumerate(acts):
        done = Act(kind, at(f"2026-03-04 11:0{minute}"))
        room.workspace.tickets.record(1, done)
    calendar_of(room)
    room.key(Qt.Key.Key_H, CONTROL | SHIFT)
    room.settle()
    form = the_window(room.qtbot, HoursForm)
    rewrite(room, form.lines["sat"], "09:00-12:00")
    confirm(room)
    assert form.refusal_of("first_valid").endswith("escolha um dia a partir de 05/03/2026")
    assert form.lines["sat"].text() == "09:00-12:00"
    assert not open_windows(WhatIfDialog)
    form.reject()


def test_turns_begin_with_who_took_them_before(room: Room) -> None:
    put_on_duty(room, (420, 480))
    calendar_of(room)
    room.key(Qt.Key.Key_R, CONTROL)
    room.settle()
    form = the_window(room.qtbot, RotateForm)
    assert form.texts["people"].toPlainText() == "Ana Exemplo"
    form.reject()


def test_what_oferta_p_owes_is_asked_for_and_refused_at_its_field(room: Room) -> None:
    page = calendar_of(room)
    room.key(Qt.Key.Key_N, CONTROL | SHIFT)
    room.settle()
    form = the_window(room.qtbot, OfertaForm)
    confirm(room)
    assert "versão" in form.refusal_of("title")
    choose(room, form.choices["kind"], "Ambiente")
    rewrite(room, form.lines["client"], "Escola Exemplo")
    confirm(room)
    (owed,) = room.workspace.oferta_p.still_open()
    assert owed.client == "Escola Exemplo"
    assert page.isVisible()


def test_enter_on_a_day_asks_for_its_hours(room: Room) -> None:
    page = calendar_of(room)
    stand_on(page, page.view.blocks[0])
    room.key(Qt.Key.Key_Return)
    room.settle()
    form = the_window(room.qtbot, DayForm)
    assert form.lines["date"].text() == "02/03/2026"
    form.reject()
    assert isinstance(page.findChild(CalendarActs), CalendarActs)


def test_an_edge_never_crosses_its_neighbour_nor_leaves_the_day(room: Room) -> None:
    sketch = WeekSketch("Janelas", room.context.theme, room.window, editable=True)
    sketch.resize(420, 300)
    sketch.show_week([(Window(480, 720), Window(810, 1080)), *[()] * 6])
    sketch.show()
    for edge, aim, moved in (
        (720, 1000, (Window(480, 810), Window(810, 1080))),
        (1080, 1500, (Window(480, 810), Window(810, 1440))),
        (480, 805, (Window(805, 810), Window(810, 1440))),
    ):
        held = sketch.point_of(0, edge)
        QTest.mousePress(sketch, LEFT, pos=held.toPoint())
        QTest.mouseMove(sketch, (held + QPointF(0, 3)).toPoint())
        QTest.mouseMove(sketch, sketch.point_of(0, aim).toPoint())
        QTest.mouseRelease(sketch, LEFT, pos=sketch.point_of(0, aim).toPoint())
        assert sketch.week[0] == moved
    assert sketch.edge_at(QPointF(1, 1)) is None
    assert sketch.sizeHint() == sketch.minimumSizeHint()
    QTest.mouseMove(sketch, QPointF(5, 5).toPoint())
    still = WeekSketch("Janelas", room.context.theme, room.window, editable=False)
    still.show_week([(Window(480, 720),), *[()] * 6])
    still.show()
    QTest.mousePress(still, LEFT, pos=still.point_of(0, 720).toPoint())
    QTest.mouseMove(still, still.point_of(0, 600).toPoint())
    assert still.week[0] == (Window(480, 720),)
    for made in (sketch, still):
        made.deleteLater()
