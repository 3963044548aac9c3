"""The week sheet, the import and the export of minutes, by keys (CON-4, CON-7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.services.desk import Desk
from tests.services.consulting_desk import MARINA, Consultancy, consultancy
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener, the_window
from ui.consulting.page import ConsultingPage
from ui.dialogs.export_times import ExportTimesForm
from ui.dialogs.import_times import ImportTimesDialog
from ui.dialogs.time_forms import TimeForm, VoidForm
from ui.dialogs.week_sheet import WeekDialog

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def at_work(sqlite_desk: Desk) -> Consultancy:
    at_work = consultancy(sqlite_desk)
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "11:30", description="Rastreio")
    return at_work


@pytest.fixture
def room(at_work: Consultancy, open_the_room: RoomOpener) -> Room:
    room = open_the_room()
    room.workspace.people.sit_down(MARINA)
    room.key(K.Key_3, CONTROL)
    room.settle()
    assert isinstance(room.window.current_page, ConsultingPage)
    return room


def _week(room: Room) -> WeekDialog:
    room.key(K.Key_S, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, WeekDialog)
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    room.qtbot.waitUntil(lambda: dialog.sheet is not None)
    room.settle()
    return dialog


def _form(room: Room, dialog: WeekDialog, kind: type[TimeForm | VoidForm]) -> TimeForm | VoidForm:
    form = the_window(room.qtbot, kind)
    form.activateWindow()
    room.qtbot.waitUntil(form.isActiveWindow)
    return form


def _grid(dialog: WeekDialog) -> dict[str, tuple[str, ...]]:
    return {row[0]: tuple(row[1:]) for row in dialog.grid.lines.rows}


def test_a_week_is_filled_corrected_and_taken_back_by_keys(room: Room) -> None:
    dialog = _week(room)
    assert dialog.title.text() == "seg 02/03 a dom 08/03 · 1:30 apontadas"
    assert _grid(dialog) == {
        "00000001": ("", "1:30", "", "", "", "", "", "1:30"),
        "total do dia": ("", "1:30", "", "", "", "", "", "1:30"),
        "sem apontamento": ("10:00", "8:30", "4:00", "", "", "", "", "22:30"),
    }
    assert dialog.grid.hasFocus()
    assert dialog.day_title.text() == "qua 04/03"  # today
    room.key(K.Key_Left)
    assert [row[:4] for row in dialog.table.lines.rows] == [
        ("08:00", "10:00", "2:00", "sem apontamento"),
        ("10:00", "11:30", "1:30", "00000001"),
        ("11:30", "18:00", "6:30", "sem apontamento"),
    ]
    room.key(K.Key_Return)
    form = _form(room, dialog, TimeForm)
    assert {name: line.text() for name, line in form.lines.items()} == {
        "ticket": "00000001",
        "day": "03/03/2026",
        "start": "08:00",
        "end": "10:00",
    }
    form.lines["end"].setText("11:00")
    room.key(K.Key_Return, CONTROL)
    room.settle()
    assert "CON-4" in form.refusal_of("start")
    form.lines["end"].setText("09:00")
    room.key(K.Key_Return, CONTROL)
    room.settle()
    assert _grid(dialog)["00000001"][1] == "2:30"
    assert dialog.grid.currentIndex().column() == 2
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    room.key(K.Key_Return)
    form = _form(room, dialog, TimeForm)
    form.lines["end"].setText("09:30")
    form.lines["reason"].setText("esqueci meia hora")
    room.key(K.Key_Return, CONTROL)
    room.settle()
    assert _grid(dialog)["00000001"][1] == "3:00"
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    room.key(K.Key_Delete)
    void = _form(room, dialog, VoidForm)
    void.lines["reason"].setText("não era este chamado")
    room.key(K.Key_Return, CONTROL)
    room.settle()
    assert _grid(dialog)["00000001"][1] == "1:30"
    assert "anulado: não era este chamado" in [row[5] for row in dialog.table.lines.rows]


def test_free_time_is_accounted_for_on_any_ticket_and_weeks_are_walked(room: Room) -> None:
    dialog = _week(room)
    room.key(K.Key_Down)
    room.key(K.Key_Down)
    room.key(K.Key_Return)
    form = _form(room, dialog, TimeForm)
    assert form.lines["ticket"].text() == ""
    assert (form.lines["start"].text(), form.lines["end"].text()) == ("08:00", "12:00")
    room.type("00000009")
    room.key(K.Key_Return, CONTROL)
    room.settle()
    assert form.isVisible()
    room.key(K.Key_Escape)
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    room.key(K.Key_Left, ALT)
    room.settle()
    assert dialog.title.text() == "seg 23/02 a dom 01/03 · 0:00 apontadas"
    room.key(K.Key_Right, ALT)
    room.settle()
    assert dialog.title.text().startswith("seg 02/03")
    room.key(K.Key_Escape)


def test_minutes_are_imported_with_their_columns_named_and_refusals_shown(
    room: Room, at_work: Consultancy, tmp_path: Path
) -> None:
    path = tmp_path / "tempos.csv"
    path.write_text(
        "chamado;quem;início;minutos\n"
        f"00000001;{MARINA};02/03/2026 10:00;45\n"
        f"00000001;{MARINA};03/03/2026 10:30;45\n"
        f"00000001;{MARINA};ontem;45\n",
        "utf-8",
    )
    room.key(K.Key_I, CONTROL)
    dialog = the_window(room.qtbot, ImportTimesDialog)
    dialog.show_file(path)
    room.settle()
    assert "não tem a coluna" in dialog.verdict.text()
    assert not dialog.do_button.isEnabled()
    named = {"ticket": "chamado", "person": "quem", "start": "início", "minutes": "minutos"}
    for name, given in named.items():
        box = dialog.columns[name]
        box.setCurrentIndex(box.findData(given))
        box.activated.emit(box.currentIndex())
    room.settle()
    assert dialog.verdict.text() == "1 apontamento novo · 2 linhas recusadas"
    assert [row[0] for row in dialog.table.lines.rows] == ["2", "3", "4"]
    assert dialog.table.lines.rows[0][3:] == ("00:45:00", "novo")
    assert set(dialog.table.lines.marks) == {(1, 4), (2, 4)}
    room.click(dialog.do_button)
    room.settle()
    assert len(at_work.work.time_entries.of_ticket(1)) == 2
    assert dialog.verdict.text().startswith("2 linhas ficaram de fora")
    assert [row[0] for row in dialog.table.lines.rows] == ["3", "4"]
    dialog.reject()


def test_an_import_is_stopped_by_closing_and_what_went_in_stays(
    room: Room, at_work: Consultancy, tmp_path: Path
) -> None:
    path = tmp_path / "muitos.csv"
    lines = [f"00000001,{MARINA},2026-03-02 10:{n:02d},1" for n in range(60)]
    path.write_text("\n".join(("ticket,person,start,minutes", *lines)), "utf-8")
    room.key(K.Key_I, CONTROL)
    dialog = the_window(room.qtbot, ImportTimesDialog)
    dialog.show_file(path)
    room.qtbot.waitUntil(dialog.do_button.isEnabled, timeout=20_000)
    assert "60 apontamentos novos" in dialog.verdict.text()
    dialog.do_button.click()
    assert not dialog.choose_button.isEnabled()
    dialog.show_file(tmp_path / "outro.csv")  # dropped meanwhile: nothing is interrupted by it
    dialog.reject()
    room.settle()
    assert dialog.isVisible()
    assert room.window.toasts.texts[-1].startswith("Importação interrompida")
    room.qtbot.waitUntil(dialog.do_button.isEnabled, timeout=20_000)
    kept = len(at_work.work.time_entries.of_ticket(1)) - 1
    assert kept < 60
    assert f"{60 - kept} apontamentos novos" in dialog.verdict.text()
    dialog.reject()


def test_a_column_that_is_not_to_be_read_is_not(
    room: Room, at_work: Consultancy, tmp_path: Path
) -> None:
    path = tmp_path / "particular.csv"
    path.write_text(
        "ticket,person,start,end,minutes,kind,description\n"
        f"00000001,{MARINA},2026-03-02 10:00,2026-03-02 12:00,30,outra coisa,particular\n",
        "utf-8",
    )
    room.key(K.Key_I, CONTROL)
    dialog = the_window(room.qtbot, ImportTimesDialog)
    dialog.show_file(path)
    room.settle()
    assert dialog.verdict.text() == "1 linha recusada"
    for name in ("end", "kind", "description"):
        dialog.columns[name].setCurrentIndex(0)
        dialog.columns[name].activated.emit(0)
    room.settle()
    room.click(dialog.do_button)
    room.settle()
    entry = at_work.work.time_entries.of_ticket(1)[0]
    assert (entry.span.seconds, entry.description) == (1800, "")


def test_what_is_exported_comes_in_again(room: Room, at_work: Consultancy, tmp_path: Path) -> None:
    room.key(K.Key_Y, CONTROL | SHIFT)
    form = the_window(room.qtbot, ExportTimesForm)
    assert (form.lines["first"].text(), form.lines["last"].text()) == ("01/02/2026", "28/02/2026")
    form.lines["last"].setText("31/01/2026")
    room.click(form.do_button)
    assert "termina antes" in form.refusal_of("last")
    form.lines["last"].setText("31/03/2026")
    path = tmp_path / "tempos.csv"
    form.lines["path"].setText(str(path))
    room.click(form.do_button)
    room.settle()
    assert room.window.toasts.texts[-1] == f"1 apontamento exportado: {path}"
    (entry,) = at_work.work.time_entries.of_ticket(1)
    at_work.work.time_entries.void(entry.id, "sai e volta")
    assert at_work.work.time_import.import_file(path).kept == 1
    again = at_work.work.time_entries.of_ticket(1)[-1]
    assert (again.span, again.description, again.activity) == (
        entry.span,
        entry.description,
        entry.activity,
    )
    assert at_work.work.time_entries.week(date(2026, 3, 2)).tickets == (1,)
