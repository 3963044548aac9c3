"""Every window there is, with as much on it as it can show at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.errors import RuleRefusal
from app.domain.outbox import Message
from app.domain.queue_view import QueueFilter
from app.domain.ticket_events import EventKind
from app.services.importing import ImportSummary, Violation
from app.services.log_lines import Refusal
from app.storage import outbox, people, registry
from app.storage.people import NewContact
from main import Composition
from tests.desks import Asked, Later, open_tickets
from tests.house.calendar_windows import CALENDAR_WINDOWS
from tests.house.consulting_windows import CONSULTING_WINDOWS
from tests.house.form_windows import FORMS
from tests.house.stage import (
    Stage,
    clock,
    context,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
    stage,
)
from tests.services.test_desk_acts import AURORA, OPENING
from tests.ui.fakes import FakePage
from ui.actions import ActionId
from ui.clients.import_dialog import ImportClientsDialog
from ui.clients.page import ClientsPage
from ui.configuration.page import ConfigurationPage
from ui.dialogs.failure_details import FailureDetails
from ui.dialogs.import_log import ImportDialog
from ui.dialogs.new_ticket import NewTicketDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.welcome import WelcomeDialog, WelcomeWay
from ui.failures import Failure, FailureKind
from ui.jobs import Job, Lane, Progress
from ui.main_window import MainWindow
from ui.messages.page import MessagesPage
from ui.ombudsman.page import OmbudsmanPage
from ui.page import PAGES, Page, PageId
from ui.queue.page import QueuePage
from ui.queue.save_view import SaveViewDialog
from ui.ticket.act_dialog import ActDialog
from ui.ticket.bulk_dialog import BulkDialog
from ui.ticket.panel import TicketPanel
from ui.ticket_acts import TICKET_ACTS
from ui.widgets.chips import Choice, ChoiceChip
from ui.widgets.choice_popup import ChoicePopup
from ui.workbench import WindowComposition

__all__ = [
    "clock",
    "context",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
    "stage",
]

FAILURE = Failure(
    FailureKind.BUG, "Algo falhou.", details="ValueError", log_path=Path("bancada.log")
)
MAPPING = """
ticket = "id"
time = "hora"
time_format = "%H:%M"
activity = "ato"
team = "first"
activities = { abriu = "opened" }
"""
OVERDUE = {"is_overdue": True, "ear": "Flora Figueira", "gar": "Otto Orvalho"}
CONTACT = {
    "client_id": 1,
    "name": "Ana Exemplo",
    "email": "ana@exemplo.com.br",
    "phone": "4003-0015",
    "cpf": "52998224725",
    "may_approve": True,
}
TICKETS = (
    Asked(opened="2026-11-19 09:00", assignee="Ana", description="O relatório não abre."),
    Asked(
        opened="2026-11-18 09:00",
        later=(Later(EventKind.PENDING_CLIENT, "2026-11-18 15:00"),),
    ),
)


def _main_window(stage: Stage) -> QWidget:
    window = stage.main_window()
    window.open_pages(lambda page_id: FakePage(page_id, stage.context))
    window.banner.show_failure(FAILURE)
    stage.context.notices.trouble("O chamado 00012377 continua sem dono.")
    job = Job(window, "Importando", Lane.WRITE)
    job.progress = Progress(print)
    window.status_bar.show_job(job)
    window.status_bar.set_duty("plantão agora: Ana · até 13:30")
    return window


def _vacant_window(stage: Stage) -> QWidget:
    window = stage.main_window()
    act = next(a for a in window.actions() if a.data() is ActionId.OPEN_DATABASE)
    window.show_state("Nenhum banco de dados aberto", "Aqui fica a fila de chamados.", act)
    return window


def _palette(stage: Stage) -> QWidget:
    window = stage.main_window()
    window.show()
    window.palette_dialog.open_at_top()
    return window.palette_dialog


def _welcome(stage: Stage) -> QWidget:
    dialog = WelcomeDialog(stage.context.icons, stage.host())
    dialog.button(WelcomeWay.CONNECT).click()
    dialog._on_connect()
    return dialog


def _shortcuts(stage: Stage) -> QWidget:
    return ShortcutsDialog(PAGES[0], stage.host())


def _details(stage: Stage) -> QWidget:
    return FailureDetails(FAILURE, stage.host())


def _choices(stage: Stage) -> QWidget:
    icons = stage.context.icons
    chip = ChoiceChip("cliente", icons, stage.host())
    choices = [Choice(number, f"Cliente {number}", number) for number in range(20)]
    return ChoicePopup("cliente", choices, (3,), icons, chip)


def _queue(stage: Stage) -> QWidget:
    """The queue with the ticket beside it, on the tab of the deadline."""
    if not stage.workspace.queue.numbers(QueueFilter()):
        open_tickets(stage.workspace.desk, *TICKETS)
    composition = WindowComposition(Composition(), stage.context.clock)
    window = stage.main_window()
    window.open_pages(
        lambda page_id: composition.build_page(page_id, stage.workspace, stage.context)
    )
    window.show()
    page = window.current_page
    assert isinstance(page, QueuePage)
    panel = page.panel
    assert isinstance(panel, TicketPanel)
    stage.wait_until(lambda: panel.view is not None)
    panel.tabs.setCurrentIndex(1)
    return window


def _files(stage: Stage) -> QWidget:
    """The queue with the files of a ticket beside it."""
    window = _queue(stage)
    assert isinstance(window, MainWindow)
    page = window.current_page
    assert isinstance(page, QueuePage)
    panel = page.panel
    assert isinstance(panel, TicketPanel)
    names = ("tela do erro na matrícula.png", "gravação da ligação de ontem.mp4", "notas.exe")
    for size, name in enumerate(names):
        (stage.folder / name).write_bytes(b"x" * (1 + 2_300_000 * size))
    panel.tabs.setCurrentWidget(panel.attachments_tab)
    panel.acts.attach([stage.folder / name for name in names])
    stage.wait_until(lambda: len(panel.attachments_tab.table.lines.rows) == len(names))
    return window


def _act(stage: Stage, name: str) -> QWidget:
    """The dialog of an act with everything it can say at once."""
    if not stage.workspace.queue.numbers(QueueFilter()):
        open_tickets(stage.workspace.desk, *TICKETS)
    act = next(act for act in TICKET_ACTS if act.name == name)
    teams = stage.workspace.desk.book.teams
    tickets = stage.workspace.tickets
    dialog = ActDialog(act, tickets.view(1), teams, tickets, stage.context, stage.host())
    dialog.refuse(RuleRefusal("ACC-10", "o comentário contradiz o aceite; pergunte ao cliente"))
    for ask in act.asks:
        dialog.fields[ask.name].refuse("Escreva o motivo")
    return dialog


def _bulk(stage: Stage) -> QWidget:
    """An act on several tickets, one of which refuses it."""
    if not stage.workspace.queue.numbers(QueueFilter()):
        open_tickets(stage.workspace.desk, *TICKETS)
    act = next(act for act in TICKET_ACTS if act.name == "wait")
    view = stage.workspace.tickets.view(1)
    dialog = BulkDialog(act, view, (1, 2), stage.workspace, stage.context, stage.host())
    stage.wait_until(lambda: bool(dialog.verdict.text()))
    for field in dialog.fields.values():
        field.refuse("Escreva o motivo")
    dialog._refusal.setText("SLA-5: o chamado já espera pelo cliente")
    dialog._refusal.show()
    return dialog


def _new_ticket(stage: Stage, step: int) -> NewTicketDialog:
    """A step of the new ticket, every field of it refused."""
    dialog = NewTicketDialog(stage.workspace, stage.context, stage.host())
    dialog._show_step(step)
    for form in (dialog.who, dialog.what):
        for field in form.fields.values():
            field.refuse("diga o que falta")
    return dialog


def _new_ticket_confirmed(stage: Stage) -> QWidget:
    """The last step: another severity than the table's, its reason refused."""
    with stage.workspace.desk.database.write() as connection:
        (client,) = people.add_clients(connection, [AURORA])
        people.add_contacts(connection, [NewContact(client, "Lia", "lia@example.com", "", "")])
    entry = OPENING | {"severity": "medium", "severity_reason": "Só um aluno"}
    dialog = _new_ticket(stage, step=1)
    severity = dialog.field("severity").box
    assert isinstance(severity, QComboBox)
    severity.setCurrentIndex(severity.findData("medium"))
    dialog._on_previewed(stage.workspace.intake.preview(entry))
    dialog.field("severity_reason").refuse("SLA-1: diga por que a severidade é outra")
    return dialog


def _page(stage: Stage, page_id: PageId) -> tuple[MainWindow, Page]:
    """A page of the window on a desk with a client, a contact and a message."""
    if not stage.workspace.queue.numbers(QueueFilter()):
        open_tickets(stage.workspace.desk, *TICKETS)
        with stage.workspace.desk.database.write() as connection:
            registry.write_client(connection, 1, OVERDUE)
            registry.write_contact(connection, None, CONTACT)
            outbox.put(connection, [Message(1, "answered", 1, "", "Assunto", "Texto")], 1)
    return stage.page(page_id)


def _clients(stage: Stage) -> QWidget:
    window, page = _page(stage, PageId.CLIENTS)
    assert isinstance(page, ClientsPage)
    stage.wait_until(lambda: page.shown is not None)
    return window


def _messages(stage: Stage) -> QWidget:
    window, page = _page(stage, PageId.MESSAGES)
    assert isinstance(page, MessagesPage)
    page._recipient.refuse("CLI-3: endereço inválido 'ana'")
    return window


def _ombudsman(stage: Stage) -> QWidget:
    """The page Ouvidoria with a manifestation."""
    if not stage.workspace.queue.numbers(QueueFilter()):
        open_tickets(stage.workspace.desk, Asked(team="ouvidoria", summary="Reclamação"))
    window, page = _page(stage, PageId.OMBUDSMAN)
    assert isinstance(page, OmbudsmanPage)
    return window


def _configuration(stage: Stage, section: int) -> QWidget:
    """A section of the settings, every field of it refused."""
    window, page = _page(stage, PageId.CONFIGURATION)
    assert isinstance(page, ConfigurationPage)
    page.sections.setCurrentRow(section)
    for form in page._forms:
        for field in form.fields.values():
            field.refuse("diga o que falta")
        form.say("o servidor não aceitou: 535 senha errada", trouble=True)
    return window


def _import_clients(stage: Stage) -> QWidget:
    """The import of clients with a line of every fate."""
    table = stage.folder / "clientes.csv"
    lines = ("client;cnpj;contact;email", "Escola Aurora;;Lia Lima;lia@example.com", "Torto;12;;")
    table.write_text("\n".join(lines), encoding="utf-8")
    dialog = ImportClientsDialog(stage.workspace.client_import, stage.context, stage.host())
    dialog.show_file(table)
    stage.wait_until(lambda: bool(dialog.verdict.text()))
    return dialog


def _save_view(stage: Stage) -> QWidget:
    dialog = SaveViewDialog(["Minhas críticas"], print, stage.host())
    dialog.name_field.setText("Minhas críticas")
    return dialog


def _import_form(stage: Stage) -> ImportDialog:
    """The import with everything it can say at once: doubts, refusals, a failure."""
    log, mapping = stage.folder / "registro.csv", stage.folder / "mapa.toml"
    log.write_text("id,ato,hora\n1,caiu,agora\n", encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    dialog = ImportDialog(stage.workspace.importing, stage.context, stage.host())
    dialog.form.show_mapping(mapping)
    dialog.form.show_log(log)
    stage.wait_until(lambda: bool(dialog.preview.verdict))
    dialog.preview.table.selectRow(0)
    dialog.form.until_field.setText("amanhã")
    dialog.banner.show_failure(FAILURE)
    return dialog


def _import_run(stage: Stage) -> QWidget:
    dialog = _import_form(stage)
    dialog._show_running(running=True)
    return dialog


def _import_outcome(stage: Stage) -> QWidget:
    dialog = _import_form(stage)
    summary = ImportSummary(rows=4_580, tickets=1, events=1_234, known=9, open=1)
    summary.kinds["opened"] = 1_234
    summary.refused.append(Refusal(3, "data inválida"))
    summary.violations.append(Violation("Case 1", 1, "TKT-2: começa sem abertura"))
    dialog.show()  # one that was closed meanwhile shows no outcome
    dialog._on_imported(summary)
    return dialog


WINDOWS: dict[str, Callable[[Stage], QWidget]] = {
    "main": _main_window,
    "vacant": _vacant_window,
    "palette": _palette,
    "welcome": _welcome,
    "shortcuts": _shortcuts,
    "details": _details,
    "choices": _choices,
    "queue": _queue,
    "files": _files,
    "save view": _save_view,
    "new ticket, who": partial(_new_ticket, step=0),
    "new ticket, what": partial(_new_ticket, step=1),
    "new ticket, confirm": _new_ticket_confirmed,
    **{act.name: partial(_act, name=act.name) for act in TICKET_ACTS if act.asks},
    "bulk": _bulk,
    **FORMS,
    **CALENDAR_WINDOWS,
    **CONSULTING_WINDOWS,
    "clients": _clients,
    "import clients": _import_clients,
    "messages": _messages,
    "ombudsman": _ombudsman,
    "mail": partial(_configuration, section=0),
    "texts": partial(_configuration, section=1),
    "reminders": partial(_configuration, section=2),
    "rules": partial(_configuration, section=3),
    "rounding": partial(_configuration, section=4),
    "policies": partial(_configuration, section=5),
    "routing": partial(_configuration, section=6),
    "severity": partial(_configuration, section=7),
    "statuses": partial(_configuration, section=8),
    "catalog": partial(_configuration, section=9),
    "articles": partial(_configuration, section=10),
    "people": partial(_configuration, section=11),
    "import": _import_form,
    "import running": _import_run,
    "import outcome": _import_outcome,
}
