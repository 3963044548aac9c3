"""Opening a ticket by keyboard: who, what, confirm; refusals at their field (CLI-5, TKT-2)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from app.domain.queue_view import QueueFilter, Scope
from app.domain.registry import IntakeKind
from app.domain.severity import Severity
from app.services.desk import Desk
from app.storage import people, registry, tables
from app.storage.people import NewClient, NewContact
from tests.desks import Asked, open_tickets
from tests.ui.room import CONTROL, Room, RoomOpener, the_window
from tests.ui.ticket.test_attachments import drop_on
from ui.dialogs.identify import IdentifyDialog
from ui.dialogs.new_ticket import NewTicketDialog

SAID = {
    "effect": "impede a operação",
    "summary": "Rematrícula grava em dobro",
    "description": "Cada aluno aparece duas vezes.",
    "module": "Educacional",
    "routine": "Rematrícula",
    "version": "12.1.33",
}


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    """A desk that knows Escola Aurora, with Lia, and Rui who may not open tickets."""
    with sqlite_desk.database.write() as connection:
        (aurora,) = people.add_clients(
            connection, [NewClient("Escola Aurora", "11222333000181", "", "", "Padrão")]
        )
        people.add_contacts(
            connection,
            [
                NewContact(aurora, "Lia Lima", "lia@example.com", "", ""),
                NewContact(aurora, "Rui Rocha", "", "", ""),
            ],
        )
        rui = tables.contact.update().where(tables.contact.c.name == "Rui Rocha")
        connection.execute(rui.values(may_open=False))
    return open_the_room()


def open_dialog(room: Room) -> NewTicketDialog:
    room.key(Qt.Key.Key_N, CONTROL)
    dialog = the_window(room.qtbot, NewTicketDialog)
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    room.settle()
    return dialog


def say(dialog: NewTicketDialog, name: str, text: str) -> None:
    box = dialog.field(name).box
    if isinstance(box, QLineEdit):
        box.setText(text)
    elif isinstance(box, QPlainTextEdit):
        box.setPlainText(text)
    else:
        assert isinstance(box, QComboBox)
        box.setCurrentText(text)


def say_what(dialog: NewTicketDialog) -> None:
    """Fill the second step whole."""
    for name, text in SAID.items():
        say(dialog, name, text)
    say(dialog, "product_line", "RM")


def forward(room: Room) -> None:
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()


def name_client(room: Room, dialog: NewTicketDialog, text: str) -> None:
    say(dialog, "client", text)
    room.qtbot.waitUntil(lambda: not dialog._pause.isActive())
    room.settle()


def test_a_ticket_is_opened_in_three_steps(room: Room) -> None:
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    assert dialog.field("contact").value() == "lia@example.com"
    forward(room)
    assert dialog.step == 1
    say_what(dialog)
    forward(room)
    assert dialog.step == 2
    assert "Suporte Técnico, pela regra todos os outros" in dialog.outcome_text
    assert "◆ Crítica, pela tabela (SLA-1)" in dialog.outcome_text
    assert "(10 h úteis)" in dialog.outcome_text
    forward(room)
    opened = room.workspace.tickets.view(1)
    assert (opened.card.client, opened.card.summary) == ("Escola Aurora", SAID["summary"])
    assert opened.card.contact == "Lia Lima"
    assert room.window.toasts.texts == ["Chamado 00000001 aberto"]
    assert room.shown == [1]


def test_another_severity_needs_its_reason_and_shows_its_forecast_first(room: Room) -> None:
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say_what(dialog)
    forward(room)
    assert not dialog.field("severity_reason").isVisible()
    say(dialog, "severity", "○ Baixa")
    room.settle()
    assert "○ Baixa, escolhida em vez da tabela (SLA-1)" in dialog.outcome_text
    assert "(40 h úteis)" in dialog.outcome_text
    forward(room)
    assert "SLA-1: Escreva por que a severidade" in dialog.field("severity_reason").refusal
    assert dialog.field("severity_reason").box.hasFocus()
    say(dialog, "severity_reason", "O cliente só usa o relatório no fim do ano")
    forward(room)
    opened = room.workspace.tickets.view(1)
    assert opened.history.severity is Severity.LOW
    assert "fim do ano" in str(opened.lines[0].text)


def test_the_table_s_severity_may_be_taken_again(room: Room) -> None:
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say_what(dialog)
    forward(room)
    for chosen in ("○ Baixa", "a da tabela"):
        say(dialog, "severity", chosen)
        room.settle()
    assert "◆ Crítica, pela tabela (SLA-1)" in dialog.outcome_text
    assert not dialog.field("severity_reason").isVisible()
    forward(room)
    assert room.workspace.tickets.view(1).history.severity is Severity.CRITICAL


def test_a_new_ticket_takes_its_files_along(room: Room, tmp_path: Path) -> None:
    picture = tmp_path / "tela.png"
    picture.write_bytes(b"\x89PNG")
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say_what(dialog)
    dialog.files.add([picture, picture])
    room.click(dialog.files.clear_button)
    assert dialog.files.paths == []
    dialog.files._on_chosen([str(picture)])
    QGuiApplication.clipboard().clear()  # other tests copy pictures
    room.click(dialog.files.paste_button)
    forward(room)
    forward(room)
    assert [a.name for a in room.workspace.attachments.of(1)] == ["tela.png"]


def test_what_is_missing_is_said_at_its_field_and_stays_typed(room: Room) -> None:
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say(dialog, "summary", "Boletim")
    forward(room)
    assert dialog.field("product_line").refusal == "TKT-2: Diga a linha de produto"
    assert dialog.field("product_line").box.hasFocus()
    say(dialog, "product_line", "RM")
    assert dialog.field("product_line").refusal == ""
    assert dialog.field("summary").value() == "Boletim"


def test_the_effect_is_answered_and_never_assumed(room: Room) -> None:
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    for name, text in SAID.items():
        if name != "effect":
            say(dialog, name, text)
    say(dialog, "product_line", "RM")
    forward(room)
    assert dialog.step == 1
    assert dialog.field("effect").refusal == "TKT-2: Diga o efeito"


def test_an_unknown_client_and_a_contact_who_may_not_are_told_at_once(room: Room) -> None:
    dialog = open_dialog(room)
    name_client(room, dialog, "Colégio Que Não Há")
    assert "não é um cliente registrado" in dialog.field("client").refusal
    say(dialog, "contact", "Rui Rocha")
    name_client(room, dialog, "11222333000181")
    assert dialog.field("client").refusal == ""
    assert "não pode abrir chamados" in dialog.field("contact").refusal


def test_who_is_refused_at_the_end_leads_back_to_the_first_step(room: Room) -> None:
    dialog = open_dialog(room)
    forward(room)
    say_what(dialog)
    forward(room)
    assert dialog.step == 0
    assert dialog.field("client").refusal == "TKT-2: Diga o cliente"


def test_a_blocked_client_is_sent_to_cst(room: Room) -> None:
    with room.workspace.desk.database.write() as connection:
        connection.execute(tables.client.update().values(is_overdue=True))
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say_what(dialog)
    forward(room)
    assert "encaminhe a ligação ao CST" in dialog.refusal_text
    say(dialog, "product_line", "CST")
    forward(room)
    assert dialog.step == 2
    room.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.step == 1
    assert dialog.refusal_text == ""
    for _ in range(2):
        room.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert dialog.step == 0


def test_tkt_4_a_solved_ticket_answers_the_caller_and_none_is_opened(room: Room) -> None:
    desk = room.workspace.desk
    (known,) = open_tickets(desk, Asked("2026-03-02 09:00", summary="Boletim em dobro"))
    room.workspace.acts.perform(
        {"act": "solve", "number": str(known), "text": "Atualize para a 12.1.10.", "actor": "Ana"}
    )
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say(dialog, "summary", "boletim dobro")
    room.qtbot.waitUntil(lambda: not dialog.suggestions.is_waiting)
    room.settle()
    assert dialog.suggestions.isVisible()
    assert dialog.suggestions.list.item(0).text() == "00000001 · Boletim em dobro"
    assert dialog.suggestions.solution_text == "Atualize para a 12.1.10."
    room.click(dialog.suggestions.answer_button)
    assert list(room.workspace.queue.numbers(QueueFilter(scope=Scope.ALL))) == [known]
    (record,) = room.workspace.registry.page(1).records
    assert (record.kind, record.ticket) == (IntakeKind.DEFLECTION, known)
    assert room.window.toasts.texts == ["Resolvido pelo chamado 00000001, sem abrir outro"]


def test_what_resembles_nothing_offers_nothing(room: Room) -> None:
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say(dialog, "summary", "boletim dobro")
    room.qtbot.waitUntil(lambda: not dialog.suggestions.is_waiting)
    room.settle()
    assert not dialog.suggestions.isVisible()
    dialog.suggestions._on_answered()
    assert dialog.isVisible()


def test_cli_5_a_blocked_client_is_refused_recorded_and_sent_to_the_cst(room: Room) -> None:
    with room.workspace.desk.database.write() as connection:
        registry.write_client(connection, 1, {"is_overdue": True})
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    say_what(dialog)
    forward(room)
    assert dialog.refusal_text.startswith("CLI-5: Escola Aurora tem pagamentos em atraso")
    forward(room)
    assert [line.kind for line in room.workspace.registry.page(1).records] == [IntakeKind.REFUSAL]
    dialog._refer.setFocus()
    menu = dialog._refer.menu()
    menu.actions()[0].trigger()
    room.settle()
    newest = room.workspace.registry.page(1).records[0]
    assert newest.words == f"encaminhado ao CST: {SAID['summary']}"
    assert room.window.toasts.texts == ["Encaminhamento registrado"]
    assert list(room.workspace.queue.numbers(QueueFilter(scope=Scope.ALL))) == []


def test_a_referral_without_a_client_is_refused_at_its_field(room: Room) -> None:
    dialog = open_dialog(room)
    dialog._refer.menu().actions()[1].trigger()
    room.settle()
    assert dialog.field("client").refusal == "CLI-6: Diga de que cliente é a ligação"


def test_cli_4_a_caller_is_identified_by_cpf_and_password(room: Room) -> None:
    with room.workspace.desk.database.write() as connection:
        registry.write_contact(connection, 1, {"cpf": "52998224725"})
    room.workspace.identity.set_password(1, "girassol-42", "girassol-42")
    dialog = open_dialog(room)
    room.click(dialog._identify)
    asking = the_window(room.qtbot, IdentifyDialog)
    asking.lines["cpf"].setText("529.982.247-25")
    asking.lines["password"].setText("margarida-42")
    room.click(asking.do_button)
    assert asking.refusal_of("password").startswith("CLI-4: CPF ou senha não conferem")
    asking.lines["password"].setText("girassol-42")
    room.click(asking.do_button)
    room.qtbot.waitUntil(lambda: not dialog._pause.isActive())
    room.settle()
    assert dialog.field("client").value() == "Escola Aurora"
    assert dialog.field("contact").value() == "lia@example.com"
    assert room.window.toasts.texts == ["Lia Lima identificou-se"]


def test_what_the_dialog_fills_in_by_itself_is_no_draft(room: Room) -> None:
    for _time in range(2):
        dialog = open_dialog(room)
        assert dialog.field("environment").value() == "Produção"
        room.key(Qt.Key.Key_Escape)
        room.settle()
    assert room.window.toasts.texts == []


def test_a_file_dropped_on_a_text_is_attached_and_not_written_down(
    room: Room, tmp_path: Path
) -> None:
    picture = tmp_path / "tela.png"
    picture.write_bytes(b"\x89PNG")
    dialog = open_dialog(room)
    name_client(room, dialog, "escola aurora")
    forward(room)
    box = dialog.field("description").box
    assert isinstance(box, QPlainTextEdit)
    drop_on(box.viewport(), picture)
    assert dialog.files.paths == [picture]
    assert box.toPlainText() == ""
    dialog.reject()
    room.settle()
    again = open_dialog(room)
    assert again.files.paths == [picture]
    again.reject()
    room.settle()
    picture.unlink()
    assert open_dialog(room).files.paths == []
