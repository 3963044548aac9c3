"""What the dialogs of the calendar refuse, stop, print and write; who is on duty in the bar."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import QDate, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QFileDialog

from app.domain.calendar_editing import with_own_day, with_recess, with_yearly
from app.domain.calendar_plan import Recess, YearlyDay
from app.domain.errors import DataFailure
from app.domain.roles import Role
from app.domain.roster import Assignment
from app.domain.team_calendar import DayException, DaySource, Window
from app.domain.ticket_events import EventKind
from app.services.calendar_editing import Reasons
from app.services.desk import Desk
from app.services.tickets import Act
from app.storage import names, tables
from tests.desks import Asked, at, open_ticket
from tests.ui.pages.test_calendar_journeys import calendar_of, choose, confirm, rewrite, stand_on
from tests.ui.room import CONTROL, LEFT, SHIFT, Room, RoomOpener, open_windows, the_window
from ui.calendar.acts import CalendarActs
from ui.calendar.bar import Mode
from ui.calendar.blocks import BlockKind
from ui.calendar.day_forms import DayForm, HolidayForm, RecessForm
from ui.calendar.history_dialog import HistoryDialog
from ui.calendar.hours_form import HoursForm
from ui.calendar.oferta_form import OfertaForm
from ui.calendar.page import CalendarPage
from ui.calendar.papers import CalendarPapers
from ui.calendar.roster_forms import AbsenceForm, PersonForm, RotateForm, SwapForm
from ui.calendar.week_sketch import WeekSketch
from ui.calendar.what_if import WhatIfDialog
from ui.dialogs.pdf_preview import PdfPreview, write_document
from ui.duty_watch import DutyWatch

TEAM = "suporte-tecnico"
WEDNESDAY = date(2026, 3, 4)
EVERY_EDIT = Reasons("Teste de todas as mudanças")


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_ticket(sqlite_desk, Asked("2026-03-04 09:00"))
    with sqlite_desk.database.write() as connection:
        names.numbers_of(connection, tables.person, ["Ana Exemplo", "Beto Exemplo"])
    return open_the_room()


def act(page: CalendarPage, text: str) -> None:
    found = next(action for action in page.findChildren(QAction) if action.text() == text)
    found.trigger()


def put_on_duty(room: Room, *windows: tuple[int, int]) -> None:
    ana = room.workspace.roster.people()[0].id
    wanted = [Assignment(WEDNESDAY, *window, ana) for window in windows]
    room.context.bus.publish(room.workspace.roster.assign(TEAM, wanted))


def test_a_date_is_typed_or_picked_and_a_wrong_one_is_said(room: Room) -> None:
    page = calendar_of(room)
    for typed, why in (("amanha", "data"), ("01/01/1999", "vai de 01/01/2010")):
        room.key(Qt.Key.Key_G, CONTROL)
        rewrite(room, page.bar.date, typed)
        room.key(Qt.Key.Key_Return)
        assert why in page.bar.date.accessibleDescription()
        assert page.bar.date.property("refused")
    room.key(Qt.Key.Key_Backspace)
    assert not page.bar.date.property("refused")
    page.bar.pick.click()
    picker = the_window(room.qtbot, QCalendarWidget)
    picker.clicked.emit(QDate(2027, 5, 27))
    room.settle()
    assert page.anchor == date(2027, 5, 27)


def test_the_bar_says_who_is_on_duty_and_where_nobody_is(room: Room) -> None:
    watch = DutyWatch(room.workspace, room.context, room.window.status_bar, room.window)
    duty = room.window.status_bar._duty
    for _second in range(3):
        room.tick_second()
    assert duty.isHidden()
    room.tick("2026-03-04 12:01")
    assert "vago (Suporte Técnico)" in duty.text()
    put_on_duty(room, (720, 810))
    room.settle()
    assert duty.text().startswith("plantão agora: Ana Exemplo (Suporte Técnico)")
    assert duty.text().endswith("até 13:30")
    room.tick("2026-03-04 15:00")
    assert duty.isHidden()
    watch._on_failed(DataFailure("sem conexão"))
    assert duty.isHidden()


def test_what_is_being_worked_out_can_be_left_and_what_is_being_saved_stopped(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    editing = room.workspace.calendar_editing
    plan = editing.plan(TEAM)
    edited = with_own_day(plan, DayException(date(2026, 3, 6), (), "Luto"))
    left = WhatIfDialog(plan, edited, room.workspace, room.context, room.window)
    left.open()
    left.reject()
    room.settle()
    tried = WhatIfDialog(plan, edited, room.workspace, room.context, room.window)
    tried.open()
    room.settle()
    assert tried.table.lines.rows[0][-1] == "mais tarde"
    gate = threading.Event()
    keep = editing.keep

    def slow(*given: object, **named: object) -> object:
        gate.wait(10)
        return keep(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(editing, "keep", slow)
    tried.reason.setText("Luto oficial")
    tried.do_button.click()
    tried.reject()  # asks the saving to stop; the dialog stays until it has
    gate.set()
    room.settle()
    assert tried.isVisible()
    assert tried.refusal_text == "Parado: nada foi salvo."
    assert editing.plan(TEAM).number == 1
    monkeypatch.setattr(editing, "keep", keep)
    editing.keep(edited, EVERY_EDIT)
    tried.do_button.click()
    room.settle()
    assert "utra pessoa mudou" in tried.refusal_text
    tried.reject()


def test_what_cannot_be_tried_says_why(room: Room) -> None:
    plan = room.workspace.calendar_editing.plan(TEAM)
    tried = WhatIfDialog(plan, plan, room.workspace, room.context, room.window)
    tried.open()
    room.settle()
    assert "nada foi mudado" in tried.refusal_text.lower()
    assert not tried.do_button.isEnabled()
    tried.reject()


def test_a_suspended_deadline_and_one_that_cannot_be_computed_are_told(room: Room) -> None:
    editing = room.workspace.calendar_editing
    plan = editing.plan(TEAM)
    closed = plan
    for ahead in range(420):
        day = date.fromordinal(WEDNESDAY.toordinal() + ahead)
        closed = with_own_day(closed, DayException(day, (), "Fechado"))
    tried = WhatIfDialog(plan, closed, room.workspace, room.context, room.window)
    tried.open()
    room.settle()
    assert tried.table.lines.rows[0][3] == "não se calcula"
    assert tried.table.lines.rows[0][4] == ""
    tried.reject()


def test_the_history_draws_every_kind_of_edit(room: Room) -> None:
    page = calendar_of(room)
    editing = room.workspace.calendar_editing
    yearly = YearlyDay("06-24", "Dia da cidade", DaySource.MUNICIPAL, 2026)
    editing.keep(with_yearly(editing.plan(TEAM), yearly), EVERY_EDIT)
    leap = YearlyDay("02-29", "Dia raro", DaySource.MUNICIPAL, 2026)
    editing.keep(with_yearly(editing.plan(TEAM), leap), EVERY_EDIT)
    editing.keep(with_recess(editing.plan(TEAM), Recess((12, 24), (1, 2), "R", 2026)), EVERY_EDIT)
    room.key(Qt.Key.Key_H, CONTROL)
    room.settle()
    history = the_window(room.qtbot, HistoryDialog)
    room.settle()
    assert history.words.text() == "+ todo ano de 24/12 a 02/01 · R: fechado"
    assert history.after.week[3] == ()
    assert history.before.week[3] != ()
    history.table.selectRow(1)
    room.settle()
    assert history.words.text() == "+ todo ano em 29/02 · Dia raro (municipal)"
    history.table.selectRow(2)
    room.settle()
    assert history._captions[1].text() == "Como ficou · semana de 22/06/2026"
    history.grab()
    history.reject()
    assert page.isVisible()


def test_a_day_follows_the_rules_again_and_a_yearly_day_goes_from_every_year(room: Room) -> None:
    editing = room.workspace.calendar_editing
    own = DayException(WEDNESDAY, (Window(480, 720),), "Manhã só")
    plan = with_own_day(editing.plan(TEAM), own)
    recess = Recess((12, 24), (1, 2), "Recesso", 2026)
    yearly = YearlyDay("03-09", "Dia da cidade", DaySource.MUNICIPAL, 2026)
    plan = with_recess(with_yearly(plan, yearly), recess)
    form = DayForm(plan, WEDNESDAY, room.window)
    assert form.lines["name"].text() == "Manhã só"
    texts = {name: line.text() for name, line in form.lines.items()}
    assert form.edited(texts, {"give_back": True}).own == ()
    holiday = HolidayForm(plan, date(2026, 3, 9), room.window)
    box = holiday.choices["act"]
    row = next(row for row in range(box.count()) if box.itemText(row).startswith("Tirar"))
    asked = {"act": str(box.itemData(row)), "date": "09/03/2026", "name": "", "source": "state"}
    assert holiday.edited(asked, {}).yearly == ()
    closing = RecessForm(plan, 2026, room.window)
    taken = {name: line.text() for name, line in closing.lines.items()} | {"act": "remove0"}
    assert closing.edited(taken, {}).recesses == ()
    ended = taken | {"act": "add", "name": "Outro", "until": "2030"}
    assert closing.edited(ended, {}).recesses[-1].until == 2030
    for form_made in (form, holiday, closing):
        form_made.deleteLater()


def test_the_papers_are_drawn_shown_saved_and_printed(room: Room, tmp_path: Path) -> None:
    put_on_duty(room, (420, 480))
    page = calendar_of(room)
    for key, modifier, mode, title, text in (
        (Qt.Key.Key_P, CONTROL, Mode.WEEK, "Calendário · Suporte Técnico · 02/03/2026", "Ana"),
        (Qt.Key.Key_P, CONTROL, Mode.MONTH, "Calendário · Suporte Técnico · mar 2026", "vago"),
        (Qt.Key.Key_P, CONTROL | SHIFT, Mode.WEEK, "Escala · Suporte Técnico · mar 2026", "VAGO"),
    ):
        page.go_to(WEDNESDAY, mode)
        room.settle()
        room.key(key, modifier)
        room.settle()
        preview = the_window(room.qtbot, PdfPreview)
        assert preview.windowTitle() == title
        assert text in preview.document.getAllText(0).text()
        preview.save(tmp_path / "papel.pdf")
        room.settle()
        assert (tmp_path / "papel.pdf").read_bytes().startswith(b"%PDF")
        preview.save(tmp_path / "nenhuma" / "papel.pdf")
        room.settle()
        assert "foi possível gravar" in preview.refusal_text
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "impresso.pdf"))
        preview.print_on(printer)
        assert (tmp_path / "impresso.pdf").stat().st_size > 1000
        preview.reject()
        room.qtbot.waitUntil(lambda: not open_windows(PdfPreview))
    with pytest.raises(DataFailure):
        write_document(b"%PDF", tmp_path / "nenhuma" / "papel.pdf")


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
