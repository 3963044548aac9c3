"""The analyst's day in the window: acts by key, their dialogs, what is refused (rulebook §5)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from app.domain.clock import format_instant, from_epoch
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, EventKind, Status
from app.services.desk import Desk
from app.storage import people, tables
from app.storage.people import NewClient, NewContact
from tests.desks import Asked, Later, at, open_ticket
from tests.ui.room import CONTROL, Room, RoomOpener, the_window
from ui.queue.views import ViewId
from ui.settings import Language
from ui.ticket.act_dialog import ActDialog
from ui.ticket.act_fields import ActField
from ui.ticket_acts import TICKET_ACTS

SHIFT = Qt.KeyboardModifier.ShiftModifier
OPENED = Asked("2026-03-04 09:00", Severity.LOW, assignee="Ana", summary="Boletim não abre")
SOLVED = Later(EventKind.SOLUTION, "2026-03-04 11:00")


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    """One open ticket of Ana, who sits at the desk."""
    open_ticket(sqlite_desk, OPENED)
    return standing(open_the_room())


def standing(room: Room) -> Room:
    room.workspace.people.sit_down("Ana")
    room.stand_on(room.shown[0])
    room.page.table.setFocus()
    room.settle()
    return room


def dialog_of(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> ActDialog:
    room.page.table.setFocus()
    room.key(key, modifier)
    dialog = the_window(room.qtbot, ActDialog)
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def type_into(field: ActField, text: str) -> None:
    assert isinstance(field.box, QPlainTextEdit | QLineEdit)
    if isinstance(field.box, QLineEdit):
        field.box.clear()
    field.box.setFocus()
    if isinstance(field.box, QLineEdit):
        field.box.setText(text)
    else:
        field.box.setPlainText(text)


def do(room: Room) -> None:
    """Press Ctrl+Enter in the dialog, and wait for its answer."""
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    room.tick_second()  # what is done next, is done later


def status(room: Room) -> Status:
    view = room.panel.view
    assert view is not None
    return view.history.status


def test_the_bar_offers_what_the_ticket_allows(room: Room) -> None:
    assert room.panel.act_bar.offered == [
        "Assumir", "Interagir", "Pendenciar", "Enviar à manutenção", "Registrar solução",
    ]  # fmt: skip


def test_a_key_in_the_list_takes_the_ticket(room: Room) -> None:
    room.key(Qt.Key.Key_M)
    room.settle()
    assert status(room) is Status.IN_MAINTENANCE
    room.tick_second()
    room.page.table.setFocus()
    room.key(Qt.Key.Key_A)
    room.settle()
    assert status(room) is Status.IN_PROGRESS
    assert room.panel.view is not None
    assert room.panel.view.assignee == "Ana"
    assert room.window.toasts.texts[-1] == f"Assumir: chamado {room.shown[0]:08d}"


def test_letters_act_only_where_the_list_has_the_focus(room: Room) -> None:
    room.key(Qt.Key.Key_F, CONTROL)
    room.type("ms")
    room.settle()
    assert status(room) is Status.IN_PROGRESS


def test_a_solution_is_typed_and_goes_to_acceptance(room: Room) -> None:
    dialog = dialog_of(room, Qt.Key.Key_S)
    type_into(dialog.fields["text"], "Índice refeito")
    do(room)
    assert status(room) is Status.AWAITING_ACCEPTANCE
    assert "Registrar aceite" in room.panel.act_bar.offered
    assert room.panel.view is not None
    assert room.panel.view.lines[-1].text == "Índice refeito"


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(room: Room) -> None:
    (number,) = room.shown
    dialog = dialog_of(room, Qt.Key.Key_T)
    do(room)
    assert dialog.fields["reason"].refusal == "TKT-3: Escreva o motivo"
    assert dialog.fields["reason"].box.hasFocus()
    type_into(dialog.fields["reason"], "É da Vitrine")
    assert dialog.fields["reason"].refusal == ""
    do(room)
    assert room.workspace.tickets.view(number).history.transfers == 1
    assert room.shown == []  # it is nobody's now


def test_the_new_deadline_is_shown_before_anything_is_kept(room: Room) -> None:
    dialog = dialog_of(room, Qt.Key.Key_E)
    box = dialog.fields["severity"].box
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData("critical"))
    assert dialog.outcome_text == "Com isso o prazo seria 04/03/2026 19:00:00."
    assert status(room) is Status.IN_PROGRESS
    dialog.reject()
    room.settle()
    assert room.panel.acts.dialog is None


def test_a_note_is_internal_unless_one_says_otherwise(room: Room) -> None:
    dialog = dialog_of(room, Qt.Key.Key_I)
    type_into(dialog.fields["text"], "Ver com a equipe")
    do(room)
    dialog = dialog_of(room, Qt.Key.Key_I)
    box = dialog.fields["public"].box
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    type_into(dialog.fields["text"], "Já estamos vendo")
    do(room)
    assert room.panel.view is not None
    notes = [line.event.payload["public"] for line in room.panel.view.lines[-2:]]
    assert notes == [False, True]


def test_an_answer_keeps_its_own_instant_and_channel(room: Room) -> None:
    dialog = dialog_of(room, Qt.Key.Key_P)
    type_into(dialog.fields["text"], "Mande o log")
    do(room)
    dialog = dialog_of(room, Qt.Key.Key_R)
    type_into(dialog.fields["at"], "ontem")
    do(room)
    assert dialog.fields["at"].refusal.startswith("Escreva dia e hora")
    type_into(dialog.fields["at"], "04/03/2026 12:00")
    type_into(dialog.fields["recording"], "REC-7")
    type_into(dialog.fields["text"], "Segue")
    do(room)
    assert room.panel.view is not None
    (answer,) = [
        line.event for line in room.panel.view.lines if line.event.kind is EventKind.CLIENT_ANSWERED
    ]
    assert format_instant(from_epoch(answer.at)) == "2026-03-04T15:00:00Z"
    assert (answer.channel, answer.payload["recording"]) == (Channel.PHONE, "REC-7")


@pytest.fixture
def accepting(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    """A ticket of Lia that awaits her acceptance."""
    number = open_ticket(sqlite_desk, Asked(opened="2026-03-04 09:00", later=(SOLVED,)))
    with sqlite_desk.database.write() as connection:
        (client,) = people.add_clients(connection, [NewClient("Aurora", "", "", "", "Padrão")])
        (lia,) = people.add_contacts(connection, [NewContact(client, "Lia", "lia@x.com", "", "")])
        owned = tables.ticket.update().where(tables.ticket.c.id == number)
        connection.execute(owned.values(client_id=client, contact_id=lia))
    return standing(open_the_room())


def test_d10_an_acceptance_that_complains_asks_once_more(accepting: Room) -> None:
    dialog = dialog_of(accepting, Qt.Key.Key_A, SHIFT)
    contact = dialog.fields["contact"].box
    assert isinstance(contact, QLineEdit)
    assert contact.text() == "lia@x.com"
    type_into(dialog.fields["comment"], "Resolveu em parte")
    do(accepting)
    assert "contradiz o aceite" in dialog.refusal_text
    assert dialog.confirm_box.isVisible()
    dialog.confirm_box.click()
    do(accepting)
    assert accepting.shown == []


def test_an_unknown_contact_is_refused_at_its_field(accepting: Room) -> None:
    dialog = dialog_of(accepting, Qt.Key.Key_R, SHIFT)
    type_into(dialog.fields["reason"], "Ainda falha")
    type_into(dialog.fields["contact"], "ninguem@x.com")
    do(accepting)
    assert "não é um contato registrado" in dialog.fields["contact"].refusal
    type_into(dialog.fields["contact"], "lia@x.com")
    do(accepting)
    assert status(accepting) is Status.IN_PROGRESS


def test_an_act_without_a_dialog_that_fails_is_told(room: Room) -> None:
    with room.workspace.desk.database.write() as connection:
        connection.exec_driver_sql("DROP TABLE outbox")
        connection.exec_driver_sql("DROP TABLE event_text")
        connection.exec_driver_sql("ALTER TABLE change_log RENAME TO lost")
    room.key(Qt.Key.Key_M)
    room.settle()
    assert room.window.banner.isVisible()


def test_without_a_ticket_no_key_acts(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    del sqlite_desk
    room = open_the_room()
    for act in ("take", "solve"):
        room.panel.acts.begin(next(a for a in TICKET_ACTS if a.name == act))
    assert room.panel.acts.dialog is None


def test_the_acts_speak_english(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_ticket(sqlite_desk, OPENED)
    room = standing(open_the_room(language=Language.ENGLISH))
    assert room.panel.act_bar.offered[0] == "Take"


def test_sla_13_a_deadline_is_agreed_and_taken_back(room: Room) -> None:
    dialog = dialog_of(room, Qt.Key.Key_D, SHIFT)
    room.type("amanha")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert "dia e hora" in dialog.fields["due"].refusal
    box = dialog.fields["due"].box
    assert isinstance(box, QLineEdit)
    box.setText("06/03/2026 18:00")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert dialog.fields["reason"].refusal == "SLA-13: Escreva o motivo"
    dialog.fields["reason"].box.setFocus()
    room.type("O cliente pediu")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    agreed = room.workspace.tickets.view(1)
    assert agreed.sla.due == at("2026-03-06 18:00")
    room.page.table.setFocus()
    room.key(Qt.Key.Key_V, SHIFT)
    room.settle()
    assert room.workspace.tickets.view(1).sla.due != at("2026-03-06 18:00")


def test_tkt_8_a_duplicate_joins_its_survivor_and_leaves_it_again(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(sqlite_desk, OPENED)
    open_ticket(sqlite_desk, OPENED)
    room = open_the_room()
    standing(room)
    number = room.shown[0]
    other = ({1, 2} - {number}).pop()
    dialog = dialog_of(room, Qt.Key.Key_U, SHIFT)
    room.type(str(number))
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert dialog.refusal_text == "TKT-8: Um chamado não se une a ele mesmo"
    box = dialog.fields["into"].box
    assert isinstance(box, QLineEdit)
    box.setText("x")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert "inválido" in dialog.fields["into"].refusal
    box.setText(f"{other:08d}")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert room.shown == [other]
    toast = next(t for t in room.window.toasts.findChildren(QPushButton) if t.text() == "Desfazer")
    room.click(toast)
    assert sorted(room.shown) == [1, 2]
    room.clock.move_to(room.clock.now() + timedelta(minutes=1))
    room.workspace.acts.perform({"act": "merge", "number": str(number), "into": str(other)})
    room.notice_others()
    room.page.show_view(ViewId.CLOSED)
    room.settle()
    room.stand_on(number)
    room.page.table.setFocus()
    room.key(Qt.Key.Key_X, SHIFT)
    room.settle()
    assert room.workspace.tickets.view(number).history.is_open


def test_a_ticket_is_linked_to_another(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_ticket(sqlite_desk, OPENED)
    open_ticket(sqlite_desk, OPENED)
    room = standing(open_the_room())
    number = room.shown[0]
    dialog_of(room, Qt.Key.Key_L, SHIFT)
    room.type("2" if number == 1 else "1")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert EventKind.LINKED in [
        line.event.kind for line in room.workspace.tickets.view(number).lines
    ]


def test_what_was_typed_into_an_act_comes_back_after_esc(room: Room) -> None:
    dialog_of(room, Qt.Key.Key_S)
    room.type("Corrigido na 12.1.35, falta testar")
    room.key(Qt.Key.Key_Escape)
    room.settle()
    dialog = dialog_of(room, Qt.Key.Key_S)
    assert dialog.fields["text"].value() == "Corrigido na 12.1.35, falta testar"
    assert room.window.toasts.texts == ["Retomamos o que você tinha digitado"]


def test_an_act_that_ends_late_closes_no_other_dialog(room: Room) -> None:
    room.page.table.setFocus()
    room.key(Qt.Key.Key_A)
    dialog = dialog_of(room, Qt.Key.Key_I)
    dialog.fields["text"].box.setFocus()
    room.type("meio escrito")
    room.settle()
    assert dialog.isVisible()
    assert dialog.fields["text"].value() == "meio escrito"


def test_a_ready_answer_goes_into_the_text_with_the_ticket_s_facts(room: Room) -> None:
    room.workspace.articles.keep(None, "Senha", "Chamado {chamado}: use o portal.", is_offered=True)
    room.page.table.setFocus()
    room.key(Qt.Key.Key_I)
    room.settle()
    dialog = room.panel.acts.dialog
    assert dialog is not None
    assert dialog._answers is not None
    (action,) = dialog._answers.menu().actions()
    action.trigger()
    number = room.page.table.current_ticket()
    assert dialog.fields["text"].value() == f"Chamado {number:08d}: use o portal."
    dialog.reject()
    room.settle()


def test_a_status_of_the_desk_s_own_pauses_as_its_kind_says(room: Room) -> None:
    action = next(a for a in room.page.table.actions() if a.text() == "Mudar situação…")
    assert not action.isEnabled()
    assert action.statusTip().startswith("SLA-12: a mesa não tem situações próprias")
    changes = room.workspace.catalog.keep_statuses("Aguardando a Receita = pendente")
    room.context.bus.publish(changes)
    room.settle()
    room.page.table.setFocus()
    room.key(Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)
    dialog = room.panel.acts.dialog
    assert dialog is not None
    room.click(dialog.do_button)
    number = room.page.table.current_ticket()
    assert number is not None
    history = room.workspace.tickets.view(number).history
    assert history.status_name == "Aguardando a Receita"
    assert history.status is Status.PENDING_CLIENT
