"""The windows of consulting and of papers, with everything they can say at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.domain.changes import NO_CHANGES
from app.domain.clock import to_epoch
from app.domain.queue_view import Reference
from app.domain.time_entries import Activity, TimeKind
from app.domain.timer import RunningTimer
from app.services.deadline_papers import Period
from app.services.minute_rates import ContractRates
from main import Composition
from tests.domain.consulting_builders import an_entry
from tests.house.stage import Stage
from tests.services.consulting_desk import consultancy
from ui.consulting.page import ConsultingPage
from ui.dashboard.page import DashboardPage
from ui.dialogs.export_times import ExportTimesForm
from ui.dialogs.import_times import ImportTimesDialog
from ui.dialogs.paper_dialog import IssuedPaper, PaperDialog
from ui.dialogs.rate_forms import AdjustForm, IndexForm, RateForm, TermsForm
from ui.dialogs.rates import RatesDialog
from ui.dialogs.time_forms import TimeForm, VoidForm
from ui.dialogs.timer_question import TimerQuestion
from ui.dialogs.week_sheet import WeekDialog
from ui.page import Page, PageId
from ui.reports.batch_dialog import BatchDialog
from ui.reports.mail_form import MailForm
from ui.reports.page import ReportsPage
from ui.reports.sign_form import SignForm
from ui.ticket.panel import TicketPanel
from ui.widgets.form_dialog import FormDialog
from ui.workbench import WindowComposition

CLIENT = "Escola do Demonstrativo"


def _refused(form: FormDialog) -> QWidget:
    for field in form._fields.values():
        field.refuse("diga o que falta")
    form._refusal.setText("CON-1: a carta de aceite ainda não foi aprovada")
    form._refusal.show()
    return form


def _page(stage: Stage, page_id: PageId) -> tuple[QWidget, Page]:
    if not stage.workspace.consulting.rows():
        at_work = consultancy(stage.workspace.desk, CLIENT)
        at_work.go_to("2026-03-02 09:05")
        at_work.act("consulting", kind="telephone")
        at_work.desk.clock = stage.context.clock
        at_work.log("03/03/2026", "10:00", "11:00", description="Rastreio da rotina")
    composition = WindowComposition(Composition(), stage.context.clock)
    window = stage.main_window()
    window.open_pages(lambda wanted: composition.build_page(wanted, stage.workspace, stage.context))
    window.status_bar.set_timer("⏱ 00:42:10 chamado 00000001")
    window.show()
    page = window.show_page(page_id)
    assert page is not None
    return window, page


def _consulting(stage: Stage) -> QWidget:
    """The page Consultoria with the minutes of a ticket beside the list."""
    window, page = _page(stage, PageId.CONSULTING)
    assert isinstance(page, ConsultingPage)
    panel = page.findChild(TicketPanel)
    assert panel is not None
    stage.wait_until(lambda: bool(panel.consulting_tab.table.lines.rows))
    return window


def _reports(stage: Stage) -> QWidget:
    """The page Relatórios with a document, everything refused."""
    window, page = _page(stage, PageId.REPORTS)
    assert isinstance(page, ReportsPage)
    page.client.setText(CLIENT)
    page.first.setText("01/03/2026")
    page.last.setText("31/03/2026")
    page.preview()
    stage.wait_until(page.paper.isVisible)
    for field in page.fields.values():
        field.refuse("CLI-1: diga qual cliente")
    return window


def _dashboard(stage: Stage) -> QWidget:
    """The page Painel with the tickets behind a bar, everything refused."""
    window, page = _page(stage, PageId.DASHBOARD)
    assert isinstance(page, DashboardPage)
    stage.wait_until(lambda: page.is_drawn)
    current = page.grid.cards["ages"].chart.current
    assert current is not None
    page._on_opened("ages", *current)
    stage.wait_until(lambda: page.behind.currentIndex() == 1)
    for field in page.asked.fields.values():
        field.refuse("o período termina antes de começar")
    return window


def _paper(stage: Stage) -> QWidget:
    pdf = stage.workspace.papers.report_drawn
    drawn = pdf(Period(date(2026, 11, 1), date(2026, 11, 30)))
    issued = IssuedPaper("000001", "ABCD-EFGH-2345-JKLM-N67P", drawn, NO_CHANGES)
    dialog = PaperDialog("Relatório", "r.pdf", drawn, lambda: issued, stage.context, stage.host())
    dialog._on_issued(issued)
    dialog.issue_button.show()
    dialog.refuse(ValueError("disco cheio"))
    return dialog


def _timer_question(stage: Stage) -> QWidget:
    now = to_epoch(stage.context.clock.now())
    person = Reference(1, "Marina Maré")
    kinds = (Activity.ANALYSIS, TimeKind.CLIENT)
    timer = RunningTimer(person, 42, *kinds, "", now - 50_400, now - 49_200)
    return TimerQuestion(timer, now - 49_200, now, stage.host())


def _time_form(stage: Stage) -> QWidget:
    entry = an_entry(1, "2026-03-03 10:00:07", "2026-03-03 11:35")
    return _refused(TimeForm(entry, stage.context.clock.now(), stage.host()))


def _week(stage: Stage) -> QWidget:
    """The week of somebody who has minutes and gaps."""
    _page(stage, PageId.CONSULTING)
    stage.workspace.desk.sit("Marina Maré", None)
    dialog = WeekDialog(stage.workspace, stage.context, stage.host())
    dialog._monday = date(2026, 3, 2)
    dialog.read()
    stage.wait_until(lambda: dialog.sheet is not None and dialog.sheet.monday.month == 3)
    return dialog


def _import_times(stage: Stage) -> QWidget:
    """A table of minutes with a line of every fate."""
    table = stage.folder / "tempos.csv"
    lines = ("ticket,person,start,minutes", "00000001,Bia,2026-03-03 10:00,45", "9,Bia,ontem,1")
    table.write_text("\n".join(lines), encoding="utf-8")
    dialog = ImportTimesDialog(stage.workspace.time_import, stage.context, stage.host())
    dialog.show_file(table)
    stage.wait_until(lambda: bool(dialog.verdict.text()))
    return dialog


def _export_times(stage: Stage) -> QWidget:
    return _refused(ExportTimesForm(date(2026, 11, 20), stage.host()))


def _void_form(stage: Stage) -> QWidget:
    return _refused(VoidForm(an_entry(1, "2026-03-03 10:00", "2026-03-03 11:35"), stage.host()))


def _rates(stage: Stage) -> QWidget:
    """The rates of a client whose adjustment is due."""
    _page(stage, PageId.CONSULTING)
    client = stage.workspace.registry.meant(CLIENT)
    dialog = RatesDialog(stage.workspace, client, stage.context, stage.host())
    stage.wait_until(lambda: dialog.contract is not None)
    return dialog


def _contract(stage: Stage) -> ContractRates:
    _page(stage, PageId.CONSULTING)
    return stage.workspace.rates.of(stage.workspace.registry.meant(CLIENT))


def _rate_form(stage: Stage) -> QWidget:
    return _refused(RateForm(date(2026, 11, 20), stage.host()))


def _terms_form(stage: Stage) -> QWidget:
    return _refused(TermsForm(_contract(stage), date(2026, 11, 20), stage.host()))


def _adjust_form(stage: Stage) -> QWidget:
    return _refused(AdjustForm(_contract(stage), stage.host()))


def _index_form(stage: Stage) -> QWidget:
    return _refused(IndexForm(date(2026, 6, 1), stage.host()))


def _mail_form(stage: Stage) -> QWidget:
    issued = stage.workspace.papers.issue_report(Period(date(2026, 11, 1), date(2026, 11, 30)))
    return _refused(MailForm(issued, stage.host()))


def _sign_form(stage: Stage) -> QWidget:
    issued = stage.workspace.papers.issue_report(Period(date(2026, 11, 1), date(2026, 11, 30)))
    return _refused(SignForm(issued, stage.host()))


def _batch(stage: Stage) -> QWidget:
    dialog = BatchDialog(stage.workspace, date(2026, 3, 1), stage.context, stage.host())
    stage.wait_until(lambda: dialog._job is None)
    return dialog


CONSULTING_WINDOWS: dict[str, Callable[[Stage], QWidget]] = {
    "consultings": _consulting,
    "reports": _reports,
    "dashboard": _dashboard,
    "paper": _paper,
    "timer question": _timer_question,
    "time entry": _time_form,
    "void entry": _void_form,
    "week": _week,
    "import minutes": _import_times,
    "export minutes": _export_times,
    "batch": _batch,
    "mail a paper": _mail_form,
    "sign a paper": _sign_form,
    "rates": _rates,
    "rate": _rate_form,
    "terms": _terms_form,
    "adjustment": _adjust_form,
    "index": _index_form,
}
