"""The page Relatórios by keys and clicks: preview, issue, batch, check (rulebook §10, CON-7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from app.services.desk import Desk
from tests.services.certificates import PASSWORD, a_certificate
from tests.services.consulting_desk import CLIENT, MARINA, Consultancy, consultancy
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener, the_window
from ui.actions import ActionId
from ui.clients.page import ClientsPage
from ui.dialogs.pdf_preview import PdfPreview
from ui.reports.batch_dialog import BatchDialog
from ui.reports.mail_form import MailForm
from ui.reports.page import ReportsPage
from ui.reports.sign_form import SignForm
from ui.widgets.printing import print_on

K = Qt.Key


@pytest.fixture
def at_work(sqlite_desk: Desk) -> Consultancy:
    at_work = consultancy(sqlite_desk)
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "11:00")
    return at_work


@pytest.fixture
def room(at_work: Consultancy, open_the_room: RoomOpener) -> Room:
    room = open_the_room()
    room.workspace.people.sit_down(MARINA)
    return room


def _page(room: Room) -> ReportsPage:
    room.key(K.Key_5, CONTROL)
    room.settle()
    page = room.window.current_page
    assert isinstance(page, ReportsPage)
    return page


def _ask(room: Room, page: ReportsPage, client: str = CLIENT) -> None:
    """Ask for March 2026, of which the clock of the room shows the fourth."""
    page.client.setText(client)
    page.first.setText("01/03/2026")
    page.last.setText("31/03/2026")


def _text(page: ReportsPage) -> str:
    document = page.paper.document
    texts = (document.getAllText(n).text() for n in range(document.pageCount()))
    return " ".join(" ".join(texts).split())


def test_the_month_before_is_asked_for_at_first(room: Room) -> None:
    page = _page(room)
    assert (page.first.text(), page.last.text()) == ("01/02/2026", "28/02/2026")
    assert page.kind.hasFocus()
    assert not page.paper.isVisible()


def test_a_preview_is_searched_issued_saved_and_checked(room: Room, tmp_path: Path) -> None:
    page = _page(room)
    _ask(room, page)
    room.key(K.Key_Return, CONTROL)
    room.settle()
    assert "prévia: sem número" in _text(page)
    page.paper.search.setText("minutos")
    room.qtbot.waitUntil(lambda: page.paper.count.text() != "")
    room.qtbot.waitUntil(lambda: page.paper.count.text() != "0 lugares")
    page.paper.show_next()
    page.paper.zoom(1.2)
    room.key(K.Key_E, CONTROL)
    room.settle()
    assert "Demonstrativo de consultoria nº 000001" in _text(page)
    assert [row[:3] for row in page.table.lines.rows] == [
        ("Demonstrativo de consultoria", "000001", CLIENT)
    ]
    room.key(K.Key_E, CONTROL | SHIFT)
    form = the_window(room.qtbot, MailForm)
    form.lines["recipient"].setText("sem arroba")
    room.click(form.do_button)
    assert "endereço inválido" in form.refusal_of("recipient").lower()
    form.lines["recipient"].setText("financeiro@aurora.example")
    room.click(form.do_button)
    (line,) = room.workspace.outbox.lines()
    assert (line.message.recipient, line.message.document) == ("financeiro@aurora.example", 1)
    path = tmp_path / "demonstrativo.pdf"
    page.save(path)
    room.settle()
    page.save_table(tmp_path / "demonstrativo.csv")
    room.settle()
    table = (tmp_path / "demonstrativo.csv").read_text("utf-8-sig").splitlines()
    assert table[-1].split(";")[-2:] == ["60", "210,00"]
    page.check(str(path))
    room.settle()
    assert _notice(room).startswith("Válido: Demonstrativo de consultoria nº 000001")
    path.write_bytes(path.read_bytes() + b" ")
    page.check(str(path))
    room.settle()
    assert _notice(room).startswith("Alterado")
    path.write_bytes(b"outro")
    page.check(str(path))
    room.settle()
    assert _notice(room) == "Este arquivo não foi emitido aqui"


def _notice(room: Room) -> str:
    return room.window.toasts.texts[-1]


def test_what_was_issued_is_opened_again(room: Room) -> None:
    page = _page(room)
    _ask(room, page)
    page.issue()
    room.settle()
    page.kind.setCurrentIndex(2)
    page.preview()
    room.settle()
    assert "Relatório de SLA" in _text(page)
    page.table.setFocus()
    page.table.activated.emit(page.table.currentIndex())
    room.settle()
    assert "nº 000001" in _text(page)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("client", "ninguém", "CLI-1"),
        ("first", "ontem", "ata inválida"),
        ("last", "01/01/2020", "termina antes de começar"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(room: Room, field: str, text: str, words: str) -> None:
    page = _page(room)
    _ask(room, page)
    getattr(page, field).setText(text)
    page.preview()
    room.settle()
    assert words in page.fields[field].refusal
    _ask(room, page)
    page.preview()
    room.settle()
    assert page.fields[field].refusal == ""


def test_a_refused_issue_says_why_beside_the_document(room: Room) -> None:
    page = _page(room)
    _ask(room, page)
    page.issue()
    room.settle()
    page.issue()
    room.settle()
    assert "CON-7" in page.fields["kind"].refusal


def test_tickets_and_teams_have_their_own_fields(room: Room) -> None:
    page = _page(room)
    page.kind.setCurrentIndex(1)
    _ask(room, page)
    page.preview()
    room.settle()
    assert "Extrato de chamados" in _text(page)
    page.kind.setCurrentIndex(2)
    assert not page.client.isVisible()
    page.team.setCurrentIndex(page.team.findData("consultoria"))
    page.issue()
    room.settle()
    assert "Relatório de SLA nº 000001" in _text(page)


def test_a_month_for_sixty_clients_with_two_failures_that_are_explained(
    room: Room, at_work: Consultancy
) -> None:
    for number in range(60):
        _another_client(at_work, number, has_rate=number not in (17, 41))
    page = _page(room)
    page.last.setText("março")
    room.window.trigger(ActionId.PAPER_BATCH)
    assert "ata inválida" in page.fields["last"].refusal
    page.last.setText("31/03/2026")
    room.window.trigger(ActionId.PAPER_BATCH)
    dialog = the_window(room.qtbot, BatchDialog)
    room.qtbot.waitUntil(dialog.issue_button.isEnabled, timeout=90_000)
    assert "61 clientes com minutos" in dialog.verdict.text()
    assert "61 com algo a conferir" in dialog.verdict.text()
    rows = {row[0]: row for row in dialog.table.lines.rows}
    assert "(sem dono), 30 min: falta a tarifa por minuto (CON-5)" in rows["Escola 17"][3]
    assert rows["Escola 18"][1:] == ("30", "R$\u00a0105,00", rows["Escola 18"][3])
    assert "sem dizer o que foi feito" in rows["Escola 18"][3]
    assert room.workspace.documents.issued() == ()
    dialog.activateWindow()
    room.key(K.Key_Return)
    room.qtbot.waitUntil(lambda: dialog._job is None, timeout=90_000)
    room.settle()
    assert dialog.verdict.text() == "59 emitidos, 2 não emitidos"
    failed = [row for row in dialog.table.lines.rows if row[1].startswith("CON-7")]
    assert [row[0] for row in failed] == ["Escola 17", "Escola 41"]
    assert all("falta a tarifa por minuto (CON-5)" in row[1] for row in failed)
    room.click(dialog.close_button)
    assert len(page.table.lines.rows) == 59


def _another_client(at_work: Consultancy, number: int, *, has_rate: bool) -> None:
    ticket = at_work.open(f"Escola {number:02d}")
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", ticket, kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    at_work.desk.sit(f"Consultor {number:02d}", None)
    typed = {"ticket": f"{ticket:08d}", "day": "03/03/2026", "start": "10:00", "end": "10:30"}
    at_work.work.time_entries.log(typed)
    if has_rate:
        rate = {"rate": "3,50", "first_day": "01/01/2026", "reason": "contrato"}
        at_work.work.rates.add(at_work.work.registry.meant(f"Escola {number:02d}"), rate)


def test_a_batch_that_is_cancelled_keeps_what_was_issued(room: Room, at_work: Consultancy) -> None:
    for number in range(12):
        _another_client(at_work, number, has_rate=True)
    page = _page(room)
    dialog = BatchDialog(room.workspace, date(2026, 3, 1), room.context, page)
    dialog.open()
    room.qtbot.waitUntil(dialog.issue_button.isEnabled)
    dialog.issue()
    room.click(dialog.close_button)
    room.settle()
    assert dialog.verdict.text().startswith("Cancelado")
    kept = room.workspace.documents.issued()
    assert len(kept) < 13
    assert f"{len(kept)} emitidos ficam" in dialog.verdict.text()
    dialog.reject()


def test_what_is_shown_is_printed_and_stands_on_the_page_of_its_client(
    room: Room, tmp_path: Path
) -> None:
    page = _page(room)
    _ask(room, page)
    room.key(K.Key_P, CONTROL)
    assert page.print_dialog is None  # there is nothing to print yet
    room.key(K.Key_E, CONTROL)
    room.settle()
    room.key(K.Key_P, CONTROL)
    dialog = page.print_dialog
    assert dialog is not None
    dialog.reject()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "impresso.pdf"))
    print_on(page.paper.document, printer)
    assert (tmp_path / "impresso.pdf").stat().st_size > 1000
    room.key(K.Key_4, CONTROL)
    room.settle()
    clients = room.window.current_page
    assert isinstance(clients, ClientsPage)
    rows = clients.card.records.lines.rows
    assert rows[0][1:4] == ("documento", "—", "Demonstrativo de consultoria nº 000001")
    clients.card.records.setFocus()
    clients.card.records.selectRow(0)
    room.key(K.Key_Return)
    room.settle()
    preview = the_window(room.qtbot, PdfPreview)
    assert preview.windowTitle() == "Demonstrativo de consultoria nº 000001"
    assert preview.document.pageCount() == 1
    room.key(K.Key_Escape)


def test_a_signed_copy_is_made_by_keys_and_known_again(room: Room, tmp_path: Path) -> None:
    page = _page(room)
    _ask(room, page)
    room.key(K.Key_E, CONTROL)
    room.settle()
    room.key(K.Key_A, CONTROL | SHIFT)
    form = the_window(room.qtbot, SignForm)
    path = tmp_path / "assinado.pdf"
    form.lines["certificate"].setText(str(a_certificate(tmp_path / "eu.p12")))
    form.lines["path"].setText(str(path))
    form.lines["password"].setText("outra")
    room.click(form.do_button)
    assert "não abre este certificado" in form.refusal_of("password")
    form.lines["password"].setText(PASSWORD)
    room.click(form.do_button)
    room.settle()
    assert _notice(room) == "Assinado e salvo: assinado.pdf"
    page.check(str(path))
    room.settle()
    assert _notice(room).startswith("Válido: Demonstrativo de consultoria nº 000001")
    assert _notice(room).endswith(", assinado por Gil Garoa")
