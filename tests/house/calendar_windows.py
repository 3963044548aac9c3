"""The page Calendário and its dialogs, with everything they can say at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.calendar_editing import with_own_day
from app.domain.oferta_p import ItemKind
from app.domain.queue_view import Reference
from app.domain.roster import Absence, Assignment
from app.domain.team_calendar import DayException
from app.services.calendar_editing import Reasons
from app.storage import names, tables
from tests.desks import Asked, open_ticket
from tests.house.form_windows import _refused
from tests.house.stage import Stage
from ui.calendar.bar import Mode
from ui.calendar.day_forms import DayForm, HolidayForm, RecessForm
from ui.calendar.history_dialog import HistoryDialog
from ui.calendar.hours_form import HoursForm
from ui.calendar.local_holidays import LocalHolidaysDialog
from ui.calendar.oferta_form import OfertaForm
from ui.calendar.page import CalendarPage
from ui.calendar.roster_forms import (
    AbsenceForm,
    CopyWeekForm,
    DutyDialog,
    PersonForm,
    RotateForm,
    SwapForm,
)
from ui.calendar.what_if import WhatIfDialog
from ui.dialogs.pdf_preview import PdfPreview
from ui.main_window import MainWindow
from ui.page import PageId

TEAM = "suporte-tecnico"
DAY, EDITED = date(2026, 11, 19), date(2026, 11, 24)
ANA = Reference(1, "Ana Exemplo")
WHY = Reasons("A cidade decretou luto oficial", "Decreto 12/2026")


def _fill(stage: Stage) -> None:
    """Put two people on duty, let a ticket fall due, owe a client something."""
    desk = stage.workspace.desk
    if stage.workspace.roster.span(TEAM, DAY, DAY).seconds:
        return  # the stage is used once for each language
    open_ticket(desk, Asked("2026-11-18 10:00", client="Escola Exemplo"))
    with desk.database.write() as connection:
        numbers = names.numbers_of(connection, tables.person, ["Ana Exemplo", "Beto Exemplo"])
    ana, beto = numbers["Ana Exemplo"], numbers["Beto Exemplo"]
    roster = stage.workspace.roster
    roster.assign(TEAM, [Assignment(DAY, 420, 480, ana), Assignment(DAY, 720, 810, beto)])
    roster.assign("first", [Assignment(DAY, 720, 810, beto)])
    asked = {"client": "Escola Exemplo", "day": "18/11/2026", "time": "09:00"}
    stage.workspace.oferta_p.add(ItemKind.BACKUP, asked)


def _calendar(stage: Stage, mode: Mode, team: str = TEAM, day: date = DAY) -> QWidget:
    _fill(stage)
    window, page = stage.page(PageId.CALENDAR)
    assert isinstance(window, MainWindow)
    assert isinstance(page, CalendarPage)
    page.go_to(day, mode, team)
    stage.settle()
    page.view.stand_on(min(4, len(page.view.blocks) - 1))
    return window


def _hours(stage: Stage) -> QWidget:
    plan = stage.workspace.calendar_editing.plan(TEAM)
    return _refused(HoursForm(plan, DAY, stage.context, stage.host()))


def _day(stage: Stage) -> QWidget:
    return _refused(DayForm(stage.workspace.calendar_editing.plan(TEAM), DAY, stage.host()))


def _holiday(stage: Stage) -> QWidget:
    plan = stage.workspace.calendar_editing.plan(TEAM)
    return _refused(HolidayForm(plan, date(2026, 11, 20), stage.host()))


def _recess(stage: Stage) -> QWidget:
    return _refused(RecessForm(stage.workspace.calendar_editing.plan(TEAM), 2026, stage.host()))


def _what_if(stage: Stage) -> QWidget:
    _fill(stage)
    plan = stage.workspace.calendar_editing.plan(TEAM)
    edited = with_own_day(plan, DayException(DAY, (), "Luto oficial"))
    dialog = WhatIfDialog(plan, edited, stage.workspace, stage.context, stage.host())
    stage.settle()
    for field in dialog._fields.values():
        field.refuse("SLA-11: escreva o motivo da mudança")
    dialog._refusal.setText("SLA-11: outra pessoa mudou este calendário")
    dialog._refusal.show()
    return dialog


def _history(stage: Stage) -> QWidget:
    editing = stage.workspace.calendar_editing
    if editing.plan(TEAM).number == 1:
        edited = with_own_day(editing.plan(TEAM), DayException(EDITED, (), "Luto oficial"))
        editing.keep(edited, WHY)
    dialog = HistoryDialog(TEAM, "Suporte Técnico", stage.workspace, stage.context, stage.host())
    stage.settle()
    stage.settle()
    return dialog


def _local_holidays(stage: Stage) -> QWidget:
    stage.workspace.proposals.propose_for_site(TEAM, "MG", "Belo Horizonte")
    dialog = LocalHolidaysDialog(
        TEAM, "Suporte Técnico", stage.workspace, stage.context, stage.host()
    )
    stage.settle()
    dialog.words.setText("3 propostos\nlinha 4: CAL-3: o evento não tem data ou nome")
    dialog._refusal.setText("CAL-3: escolha o estado da equipe")
    dialog._refusal.show()
    return dialog


def _duty(stage: Stage) -> QWidget:
    _fill(stage)
    post = stage.workspace.roster.span(TEAM, DAY, DAY).posts[0]
    dialog = DutyDialog(post, stage.workspace.roster.people(), stage.host())
    dialog._refusal.setText("CAL-7: Ana Exemplo está ausente de 02/03 a 04/03 (Férias)")
    dialog._refusal.show()
    return dialog


def _rotate(stage: Stage) -> QWidget:
    return _refused(RotateForm([ANA], ["Ana Exemplo"], DAY, stage.host()))


def _copy_week(stage: Stage) -> QWidget:
    return _refused(CopyWeekForm(DAY, stage.host()))


def _swap(stage: Stage) -> QWidget:
    _fill(stage)
    posts = stage.workspace.roster.span(TEAM, DAY, DAY).posts
    duties = [duty for post in posts for duty in post.on_duty]
    return _refused(SwapForm(duties, duties[0], stage.host()))


def _absence(stage: Stage) -> QWidget:
    known = [Absence(1, ANA, DAY, DAY, "Consulta")]
    return _refused(AbsenceForm([ANA], known, DAY, stage.host()))


def _person(stage: Stage) -> QWidget:
    return _refused(PersonForm([ANA], DAY, stage.host()))


def _oferta(stage: Stage) -> QWidget:
    return _refused(OfertaForm(["Escola Exemplo"], DAY, "14:30", stage.host()))


def _pdf(stage: Stage) -> QWidget:
    from app.services.calendar_figures import calendar_figures
    from reports import catalog

    span = stage.workspace.calendar_spans.span(TEAM, DAY, DAY)
    pdf = catalog.calendar(calendar_figures(span), stage.context.clock.now())
    preview = PdfPreview("Calendário", "calendario.pdf", pdf, stage.context, stage.host())
    preview._refusal.setText("não foi possível gravar calendario.pdf: disco cheio")
    preview._refusal.show()
    return preview


CALENDAR_WINDOWS: dict[str, Callable[[Stage], QWidget]] = {
    "calendar, week": partial(_calendar, mode=Mode.WEEK),
    "calendar, month": partial(_calendar, mode=Mode.MONTH),
    "calendar, teams": partial(_calendar, mode=Mode.TEAMS),
    "calendar, a skipped hour": partial(
        _calendar, mode=Mode.WEEK, team="cloud", day=date(2018, 11, 4)
    ),
    "calendar hours": _hours,
    "calendar day": _day,
    "calendar holiday": _holiday,
    "calendar recess": _recess,
    "calendar what if": _what_if,
    "calendar history": _history,
    "calendar local holidays": _local_holidays,
    "duty": _duty,
    "duty turns": _rotate,
    "duty copy": _copy_week,
    "duty swap": _swap,
    "duty absence": _absence,
    "duty person": _person,
    "oferta p": _oferta,
    "pdf": _pdf,
}
