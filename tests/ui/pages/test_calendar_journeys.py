"""What a manager does to calendars and roster in a month, by keys and clicks alone (issue lines).

Each journey ends with a look at the database: the figures, the histories, the whole check.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.severity import Severity
from app.domain.team_calendar import DaySource
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.tickets import TicketService
from app.storage import names, tables
from tests.desks import Asked, at, open_tickets
from tests.ui.pages.calendar_hands import (
    TEAM,
    calendar_in,
    calendar_of,
    choose,
    confirm,
    post,
    rewrite,
    save,
    stand_on,
    whole,
)
from tests.ui.room import CONTROL, LEFT, SHIFT, Room, RoomOpener, open_windows, the_window
from ui.calendar.blocks import BlockKind
from ui.calendar.day_forms import DayForm, HolidayForm, RecessForm
from ui.calendar.history_dialog import HistoryDialog
from ui.calendar.hours_form import HoursForm
from ui.calendar.local_holidays import LocalHolidaysDialog
from ui.calendar.page import CalendarPage
from ui.calendar.roster_forms import AbsenceForm, CopyWeekForm, DutyDialog, RotateForm, SwapForm
from ui.calendar.what_if import WhatIfDialog

PEOPLE = ["Ana Exemplo", "Beto Exemplo", "Caio Exemplo"]
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(
        sqlite_desk,
        Asked("2026-03-04 09:00", Severity.LOW, summary="Espera"),
        Asked("2026-03-04 10:00", Severity.CRITICAL, summary="Não abre"),
    )
    with sqlite_desk.database.write() as connection:
        names.numbers_of(connection, tables.person, PEOPLE)
    return open_the_room()


def _be_away(room: Room) -> None:
    """Take note that Caio is away on two days."""
    room.key(Qt.Key.Key_A, CONTROL | SHIFT)
    room.settle()
    absence = the_window(room.qtbot, AbsenceForm)
    choose(room, absence.choices["person"], "Caio")
    rewrite(room, absence.lines["first"], "16/03/2026")
    rewrite(room, absence.lines["last"], "17/03/2026")
    rewrite(room, absence.lines["reason"], "Consulta")
    confirm(room)


def _take_turns(room: Room) -> None:
    """Fill the month by turns of a week; a name nobody bears is refused first."""
    room.key(Qt.Key.Key_R, CONTROL)
    room.settle()
    turns = the_window(room.qtbot, RotateForm)
    rewrite(room, turns.texts["people"], "Ana Exemplo\nNinguem\nCaio Exemplo")
    confirm(room)
    assert turns.refusal_of("people") == "CAL-7: não há 'Ninguem' na mesa"
    rewrite(room, turns.texts["people"], "\n".join(PEOPLE))
    rewrite(room, turns.lines["first"], "02/03/2026")
    confirm(room)


def _swap_thursday(room: Room, page: CalendarPage) -> None:
    """Swap a duty of Ana's with one of Beto's; without his word it is refused first."""
    stand_on(page, post(page, 5, 420))
    assert page.view.current_block is not None
    assert page.view.current_block.lines == ("Ana Exemplo",)
    room.key(Qt.Key.Key_T, CONTROL | SHIFT)
    room.settle()
    swap = the_window(room.qtbot, SwapForm)
    assert swap.choices["mine"].currentText() == "qui 05/03 07:00–08:00 · Ana Exemplo"
    choose(room, swap.choices["theirs"], "seg 09/03 18:00")
    confirm(room)
    assert "concordou" in swap.refusal_of("words")
    rewrite(room, swap.lines["words"], "Beto concordou pelo chat, 4/3")
    confirm(room)


def _fill_by_hand(room: Room, page: CalendarPage) -> None:
    """Tick who is on duty on a day Caio is away; he himself is refused first."""
    stand_on(page, post(page, 16, 420))
    room.key(Qt.Key.Key_Return)
    room.settle()
    duty = the_window(room.qtbot, DutyDialog)
    duty.people.setFocus()
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Space)
    duty.do_button.click()
    room.settle()
    assert "Caio Exemplo está ausente" in duty.refusal_text
    room.key(Qt.Key.Key_Space)
    rewrite(room, duty.filter, "beto")
    assert [duty.people.item(row).isHidden() for row in range(3)] == [True, False, True]
    duty.people.setFocus()
    room.key(Qt.Key.Key_Up)
    room.key(Qt.Key.Key_Space)
    duty.do_button.click()
    room.settle()


def test_a_month_s_roster_with_a_swap_and_an_absence(room: Room) -> None:
    page = calendar_of(room)
    _be_away(room)
    _take_turns(room)
    month = (TEAM, date(2026, 3, 1), date(2026, 3, 31))
    span = room.workspace.roster.span(*month)
    assert [hole.day.day for hole in span.holes] == [16] * 3 + [17] * 3  # Caio is away
    assert page.summary.text() == "1 vence"
    _swap_thursday(room, page)
    assert post(page, 5, 420).lines == ("Beto Exemplo (troca: Beto concordou pelo chat, 4/3)",)
    page.view.setFocus()
    room.key(Qt.Key.Key_PageDown)
    room.key(Qt.Key.Key_PageDown)
    room.settle()
    _fill_by_hand(room, page)
    assert post(page, 16, 420).lines == ("Beto Exemplo",)
    room.key(Qt.Key.Key_C, CONTROL | SHIFT)
    room.settle()
    copied = the_window(room.qtbot, CopyWeekForm)
    rewrite(room, copied.lines["source"], "23/03/2026")
    rewrite(room, copied.lines["target"], "16/03/2026")
    confirm(room)
    span = room.workspace.roster.span(*month)
    assert not span.holes
    assert sum(span.seconds.values()) == 77 * 3600


def test_ash_wednesday_gets_its_own_windows(room: Room) -> None:
    page = calendar_of(room)
    room.key(Qt.Key.Key_G, CONTROL)
    room.type("10/02/2027")
    room.key(Qt.Key.Key_Return)
    room.settle()
    room.key(Qt.Key.Key_D, CONTROL)
    room.settle()
    form = the_window(room.qtbot, DayForm)
    assert form.lines["date"].text() == "10/02/2027"
    rewrite(room, form.lines["windows"], "13:30-12:00")
    confirm(room)
    assert "termina antes de começar" in form.refusal_of("windows")
    rewrite(room, form.lines["windows"], "13:30-18:00, 18:00-19:00 plantao")
    rewrite(room, form.lines["name"], "Quarta-feira de Cinzas")
    confirm(room)
    verdict = save(room, "Costume da casa", "Ata 3/2026")
    assert verdict == "Nenhum prazo muda, de 2 chamados em aberto."
    room.qtbot.waitUntil(lambda: not open_windows(DayForm))
    timed = [b for b in page.view.blocks if b.day == date(2027, 2, 10) and b.end]
    assert [(b.text, b.kind) for b in timed] == [
        ("13:30-18:00", BlockKind.NORMAL),
        ("18:00-19:00", BlockKind.HOLE),
    ]
    revision = room.workspace.calendar_editing.history(TEAM)[0]
    assert (revision.reason, revision.source) == ("Costume da casa", "Ata 3/2026")
    assert whole(room)


def test_a_team_moves_to_new_hours_from_a_date_on(room: Room) -> None:
    page = calendar_of(room)
    room.key(Qt.Key.Key_H, CONTROL | SHIFT)
    room.settle()
    form = the_window(room.qtbot, HoursForm)
    rewrite(room, form.lines["first_valid"], "09/03/2026")
    for field in ("mon", "tue", "wed", "thu", "fri"):
        rewrite(room, form.lines[field], "09:00-12:00, 13:00-17:00")
    rewrite(room, form.lines["sat"], "09:00-1")
    assert form.sketch.week[5] == ()  # what cannot be read yet keeps its drawing
    room.type("2:00")
    start = form.sketch.point_of(5, 12 * 60)
    end = form.sketch.point_of(5, 13 * 60 + 2)
    QTest.mousePress(form.sketch, LEFT, pos=start.toPoint())
    for place in (start + QPointF(0, 4), end):
        QTest.mouseMove(form.sketch, place.toPoint())
    QTest.mouseRelease(form.sketch, LEFT, pos=end.toPoint())
    assert form.lines["sat"].text().startswith("09:00-13:")
    rewrite(room, form.lines["sat"], "")
    confirm(room)
    tried = the_window(room.qtbot, WhatIfDialog)
    room.settle()
    assert tried.verdict.text() == "1 prazo muda (Suporte Técnico 1)"
    assert tried.table.lines.rows[0][2:] == ("seg 09/03 13:00", "seg 09/03 16:00", "mais tarde")
    QTest.keyClick(tried, Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert "motivo" in tried.refusal_of("reason")
    save(room, "Novo contrato de atendimento")
    view = TicketService(room.workspace.desk).view(1)
    assert view.sla.due == at("2026-03-09 16:00")
    assert view.lines[-1].event.kind is EventKind.CALENDAR_CHANGED
    assert view.lines[-1].text == "Novo contrato de atendimento"
    assert [block.text for block in page.view.blocks if block.day == date(2026, 3, 6)][1:] == [
        "07:00-08:00",
        "08:00-12:00",
        "12:00-13:30",
        "13:30-18:00",
        "18:00-19:00",
    ]
    room.key(Qt.Key.Key_PageDown)
    room.settle()
    assert [b.text for b in page.view.blocks if b.day == date(2026, 3, 9) and b.end] == [
        "09:00-12:00",
        "13:00-17:00",
        "○ 00000001",
    ]
    assert whole(room)
    _undo_in_the_history(room)


def _undo_in_the_history(room: Room) -> None:
    """Look at what was changed, and take it back."""
    room.key(Qt.Key.Key_H, CONTROL)
    room.settle()
    history = the_window(room.qtbot, HistoryDialog)
    room.settle()
    assert [row[3] for row in history.table.lines.rows] == [
        "Novo contrato de atendimento",
        "Calendário do guia de relacionamento",
    ]
    assert history.words.text().startswith("+ A partir de 09/03/2026: novos horários")
    assert history.before.week != history.after.week
    history.table.selectRow(1)
    room.settle()
    assert history.words.text() == "O calendário com que a mesa começou."
    history.undo_button.click()
    room.settle()
    save(room, "Foi engano")
    assert TicketService(room.workspace.desk).view(1).sla.due == at("2026-03-09 13:00")
    assert len(history.table.lines.rows) == 3
    assert whole(room)


def test_holidays_of_a_city_are_proposed_and_two_of_three_confirmed(
    room: Room, tmp_path: Path
) -> None:
    page = calendar_of(room)
    room.key(Qt.Key.Key_I, CONTROL)
    room.settle()
    dialog = the_window(room.qtbot, LocalHolidaysDialog)
    room.settle()
    assert "Nada à espera" in dialog.words.text()
    dialog.propose.click()
    room.settle()
    assert "escolha o estado" in dialog.refusal_text
    choose(room, dialog.state, "MG")
    choose(room, dialog.city, "Belo Horizonte")
    dialog.propose.click()
    room.settle()
    rows = [row[:3] for row in dialog.table.lines.rows if row[2] == "municipal"]
    assert rows == [
        ("15/08", "Assunção de Nossa Senhora (padroeira)", "municipal"),
        ("08/12", "Imaculada Conceição", "municipal"),
        ("Páscoa +60 dias", "Corpus Christi", "municipal"),
    ]
    names_of = [row[1] for row in dialog.table.lines.rows]
    for name in ("Assunção de Nossa Senhora (padroeira)", "Corpus Christi"):
        dialog.table.selectRow([row[1] for row in dialog.table.lines.rows].index(name))
        dialog.confirm.click()
        room.settle()
        tried = the_window(room.qtbot, WhatIfDialog)
        room.settle()
        assert tried.reason.text() == f"Feriado confirmado: {name}"
        QTest.keyClick(tried, Qt.Key.Key_Return, CONTROL)
        room.settle()
        room.settle()
    dialog.table.selectRow([r[1] for r in dialog.table.lines.rows].index("Imaculada Conceição"))
    dialog.dismiss.click()
    room.settle()
    left = [row[1] for row in dialog.table.lines.rows]
    assert len(left) == len(names_of) - 3
    calendar = room.workspace.desk.book.team(TEAM).calendar
    for day, is_there in (
        (date(2026, 8, 15), True),
        (date(2027, 8, 15), True),
        (date(2026, 6, 4), True),
        (date(2026, 12, 8), False),
    ):
        sources = {named.source for named in calendar.holidays_on(day)}
        assert (DaySource.MUNICIPAL in sources) == is_there
    table = tmp_path / "cidade.csv"
    table.write_text("data;nome\n09/03/2026;Aniversário\nontem;Nada\n", encoding="utf-8")
    dialog.import_file(table)
    room.settle()
    assert dialog.words.text().splitlines()[0] == "1 proposto"
    assert dialog.words.text().splitlines()[1].startswith("linha 3:")
    dialog.import_file(tmp_path / "nenhum.csv")
    room.settle()
    assert "foi possível ler" in dialog.refusal_text
    assert page.team == TEAM
    assert whole(room)


def test_a_holiday_is_put_in_moved_and_taken_out_and_a_recess_closes(room: Room) -> None:
    page = calendar_of(room)
    for act, day, name in (
        ("Incluir", "10/03/2026", "Dia da cidade"),
        ("Mudar", "11/03/2026", ""),
        ("Tirar", "11/03/2026", ""),
    ):
        day_shown = date(2026, 3, 11) if act == "Tirar" else date(2026, 3, 10)
        page.go_to(day_shown)
        room.settle()
        stand_on(page, next(b for b in page.view.blocks if b.day == day_shown))
        room.key(Qt.Key.Key_F, CONTROL | SHIFT)
        room.settle()
        form = the_window(room.qtbot, HolidayForm)
        choose(room, form.choices["act"], act)
        rewrite(room, form.lines["date"], day)
        rewrite(room, form.lines["name"], name)
        confirm(room)
        save(room, f"{act} o feriado")
        room.qtbot.waitUntil(lambda: not open_windows(HolidayForm))
        named = [d.name for d in calendar_in(room).holidays_on(date(2026, 3, 11))]
        assert named == (["Dia da cidade"] if act == "Mudar" else [])
    actions = {action.text(): action for action in page.actions()}
    actions["Recesso de todo ano…"].trigger()
    room.settle()
    recess = the_window(room.qtbot, RecessForm)
    rewrite(room, recess.lines["first"], "natal")
    confirm(room)
    assert "24/12" in recess.refusal_of("first")
    rewrite(room, recess.lines["first"], "24/12")
    rewrite(room, recess.lines["since"], "logo")
    confirm(room)
    assert "ano" in recess.refusal_of("since")
    rewrite(room, recess.lines["since"], "2026")
    confirm(room)
    save(room, "Recesso coletivo")
    assert calendar_in(room).exceptions[date(2027, 1, 2)].windows == ()
    assert whole(room)
