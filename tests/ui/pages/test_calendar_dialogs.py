"""What the dialogs of the calendar refuse, stop, print and write; who is on duty in the bar."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCalendarWidget

from app.domain.calendar_editing import with_own_day, with_recess, with_yearly
from app.domain.calendar_plan import Recess, YearlyDay
from app.domain.errors import DataFailure
from app.domain.team_calendar import DayException, DaySource, Window
from app.services.calendar_editing import Reasons
from app.services.desk import Desk
from app.services.documents import write_file
from tests.ui.pages.calendar_hands import (
    TEAM,
    WEDNESDAY,
    calendar_of,
    open_room_with_people,
    put_on_duty,
    rewrite,
)
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener, open_windows, the_window
from ui.calendar.bar import Mode
from ui.calendar.day_forms import DayForm, HolidayForm, RecessForm
from ui.calendar.history_dialog import HistoryDialog
from ui.calendar.what_if import WhatIfDialog
from ui.dialogs.pdf_preview import PdfPreview
from ui.duty_watch import DutyWatch
from ui.widgets.printing import print_on

EVERY_EDIT = Reasons("Teste de todas as mudanças")


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    return open_room_with_people(sqlite_desk, open_the_room)


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
    calendar_of(room)
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
        print_on(preview.document, printer)
        assert (tmp_path / "impresso.pdf").stat().st_size > 1000
        preview.reject()
        room.qtbot.waitUntil(lambda: not open_windows(PdfPreview))
    with pytest.raises(DataFailure):
        write_file(tmp_path / "nenhuma" / "papel.pdf", b"%PDF")
