"""Configurações: the mail server, the texts, the reminders; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from app.domain.billing import DEFAULT_ROUNDING, RoundingLevel, RoundingMode, RoundingRule
from app.domain.errors import DataFailure
from app.domain.outbox import Message
from app.domain.roles import Role
from app.mail import passwords
from app.services.mail_settings import MailServer, Security
from app.services.templates import Language, Template, shipped
from app.storage import outbox
from tests.desks import Asked, open_ticket, tamper
from tests.mail_server import Mood, MoodyServer, moody_server
from tests.ui.room import CONTROL, Room, RoomOpener
from ui.configuration.articles_form import ArticlesForm
from ui.configuration.catalog_forms import StatusesForm
from ui.configuration.mail_form import MailForm
from ui.configuration.page import ConfigurationPage
from ui.configuration.people_form import PeopleForm
from ui.configuration.policies_form import PoliciesForm
from ui.configuration.reminders_form import RemindersForm
from ui.configuration.rounding_form import RoundingForm
from ui.configuration.rules_form import RulesForm
from ui.configuration.section import Section
from ui.configuration.texts_form import TextsForm
from ui.jobs import Lane
from ui.watch import DatabaseWatch


@pytest.fixture
def room(open_the_room: RoomOpener, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.setenv(passwords.VARIABLE, "segredo")
    return open_the_room()


@pytest.fixture(scope="module")
def server() -> Iterator[MoodyServer]:
    with moody_server() as running:
        yield running


def page_of(room: Room) -> ConfigurationPage:
    room.key(Qt.Key.Key_9, CONTROL)
    room.settle()
    page = room.window.current_page
    assert isinstance(page, ConfigurationPage)
    return page


def form_of(room: Room, kind: type[Section], row: int) -> Section:
    page = page_of(room)
    page.sections.setCurrentRow(row)
    return page.form(kind)


def mail_of(room: Room) -> MailForm:
    form = form_of(room, MailForm, 0)
    assert isinstance(form, MailForm)
    return form


def texts_of(room: Room) -> TextsForm:
    form = form_of(room, TextsForm, 1)
    assert isinstance(form, TextsForm)
    return form


def reminders_of(room: Room) -> RemindersForm:
    form = form_of(room, RemindersForm, 2)
    assert isinstance(form, RemindersForm)
    return form


# ---------------------------------------------------------------- mail


def test_the_server_is_typed_tested_and_saved(room: Room, server: MoodyServer) -> None:
    form = mail_of(room)
    assert (form.port.line.text(), form.forget.isEnabled()) == ("587", False)
    room.click(form.save)
    assert "Diga o nome do servidor" in form.host.refusal
    for field, text in (
        (form.host, "127.0.0.1"),
        (form.address, "suporte@exemplo.com.br"),
        (form.shown_name, "Suporte Exemplo"),
    ):
        field.line.setFocus()
        room.type(text)
    form._protection.setCurrentIndex(2)
    form._protection.activated.emit(2)
    assert form.port.line.text() == "25"
    form.port.line.setText(str(server.port))
    room.click(form.test)
    assert "aceitou o acesso" in form.note
    room.click(form.save)
    assert room.workspace.mail.server() == MailServer(
        "127.0.0.1",
        server.port,
        Security.NONE,
        "",
        "suporte@exemplo.com.br",
        "Suporte Exemplo",
        15.0,
    )
    assert form.forget.isEnabled()
    room.click(form.forget)
    assert room.workspace.mail.server() is None


def test_what_the_server_answered_to_the_test_is_said(room: Room, server: MoodyServer) -> None:
    form = mail_of(room)
    form.host.line.setText("127.0.0.1")
    form.address.line.setText("suporte@exemplo.com.br")
    form.port.line.setText(str(server.port))
    room.click(form.test)
    assert "não aceitou" in form.note
    assert form.test.isEnabled()
    form.host.line.clear()
    room.click(form.test)
    assert "Diga o nome do servidor" in form.host.refusal


def test_the_window_never_waits_for_a_server_that_hangs(room: Room, server: MoodyServer) -> None:
    form = mail_of(room)
    server.mood = Mood.HANG
    room.workspace.mail.keep(
        MailServer("127.0.0.1", server.port, Security.NONE, "", "a@exemplo.com.br", "", 2.0), None
    )
    number = open_ticket(room.workspace.desk, Asked("2026-03-04 09:00"))
    with room.workspace.desk.database.write() as connection:
        outbox.put(connection, [Message(number, "answered", 1, "ana@exemplo.com.br", "A", "B")], 1)
    watch = DatabaseWatch(room.workspace, room.context.jobs, room.context.bus)
    watch.look()
    room.qtbot.waitUntil(lambda: room.workspace.outbox.lines()[0].tries == 1)
    form.host.line.setFocus()
    room.type("outro")
    assert form.host.line.text().endswith("outro"), "typing goes on while the server hangs"
    room.workspace.reminders.keep("prazo", "4")  # and so does the work of the desk
    assert room.context.jobs.is_busy(Lane.MAIL), "the server still hangs"
    room.settle()
    server.mood = Mood.TAKE
    watch.stop()
    watch.deleteLater()
    assert room.workspace.outbox.lines()[0].failure


# ---------------------------------------------------------------- texts


def test_a_text_is_changed_with_its_preview_and_taken_back(room: Room) -> None:
    form = texts_of(room)
    assert form.preview.startswith("Chamado 00000042 aberto: O boleto sai em branco")
    assert not form.back.isEnabled()
    form.subject.line.selectAll()
    form.subject.line.setFocus()
    room.type("Aberto {number}")
    assert form.preview.startswith("Aberto 00000042\n")
    room.type(" {numero}")
    assert "{numero} não é um dado desta mensagem" in form.subject.refusal
    assert form.preview == ""
    room.click(form.save)
    assert "{numero}" in form.subject.refusal
    form.subject.line.setText("Aberto {number}")
    form.subject.changed.emit()
    room.click(form.save)
    assert room.workspace.templates.texts().of("opened").subject == "Aberto {number}"
    assert form.back.isEnabled()
    room.click(form.back)
    assert room.workspace.templates.texts().of("opened") == shipped(Language.PORTUGUESE)["opened"]
    assert form.subject.line.text() == "Chamado {number} aberto: {summary}"


def test_what_was_typed_waits_while_another_text_is_looked_at(room: Room) -> None:
    form = texts_of(room)
    form.body_box.setPlainText("Olá {summary}")
    form._kind.setCurrentIndex(2)
    form._kind.activated.emit(2)
    assert form.subject.line.text() == "Chamado {number}: precisamos de você"
    form._kind.setCurrentIndex(0)
    form._kind.activated.emit(0)
    assert form.body_box.toPlainText() == "Olá {summary}"
    assert form.is_typed_in


def test_the_language_of_the_messages_is_chosen(room: Room) -> None:
    form = texts_of(room)
    form._language.setCurrentIndex(1)
    form._language.activated.emit(1)
    room.settle()
    assert room.workspace.templates.texts().language is Language.ENGLISH
    assert form.subject.line.text() == "Ticket {number} opened: {summary}"


def test_what_another_desk_sets_does_not_overwrite_typing(room: Room) -> None:
    form = texts_of(room)
    form.body_box.setPlainText("Meu texto")
    room.workspace.templates.change(Language.PORTUGUESE, "opened", Template("Deles", "Texto deles"))
    room.notice_others()
    assert form.body_box.toPlainText() == "Meu texto"
    reminders = reminders_of(room)
    room.workspace.reminders.keep("prazo", "4")
    room.notice_others()
    assert reminders.days.line.text() == "4"


# ---------------------------------------------------------------- reminders


def test_reminders_are_saved_refused_and_taken_back(room: Room) -> None:
    form = reminders_of(room)
    assert (form.levels.line.text(), form.days.line.text()) == ("50 %; 75 %; 90 %; prazo", "5; 10")
    form.days.line.setFocus()
    form.days.line.selectAll()
    room.type("dez")
    room.click(form.save)
    assert "ACC-11" in form.days.refusal
    assert form.days.line.text() == "dez"
    form.days.line.selectAll()
    room.type("7")
    room.click(form.save)
    assert room.workspace.reminders.rules().pending_reminder_days == (7,)
    room.click(form.back)
    assert form.days.line.text() == "5; 10"
    room.click(form.save)
    assert room.workspace.reminders.rules().pending_reminder_days == (5, 10)


def test_the_rounding_of_billed_minutes_is_chosen_refused_and_taken_back(room: Room) -> None:
    form = form_of(room, RoundingForm, 4)
    assert isinstance(form, RoundingForm)
    rules = room.workspace.billing_rules
    assert (form.mode.currentText(), form.minimum.line.text()) == ("para cima", "0")
    form.minimum.line.setFocus()
    form.minimum.line.selectAll()
    room.type("muito")
    room.click(form.save)
    assert "CON-4" in form.minimum.refusal
    form.minimum.line.selectAll()
    room.type("15")
    form.level.setFocus()
    room.key(Qt.Key.Key_Down)
    room.click(form.save)
    assert rules.rounding() == RoundingRule(RoundingMode.UP, RoundingLevel.ENTRY, 15)
    room.click(form.back)
    room.click(form.save)
    assert rules.rounding() == DEFAULT_ROUNDING


def test_a_failure_of_the_database_is_said_below_the_fields(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = reminders_of(room)

    def fail(*_what: object) -> None:
        raise DataFailure("o disco está cheio")

    monkeypatch.setattr(room.workspace.reminders, "keep", fail)
    room.click(form.save)
    assert form.note == "O disco está cheio"

    def crash(*_what: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(room.workspace.reminders, "keep", crash)
    room.click(form.save)
    assert room.window.banner.isVisible()


def people_of(room: Room) -> PeopleForm:
    form = form_of(room, PeopleForm, 11)
    assert isinstance(form, PeopleForm)
    return form


def test_people_are_named_and_changed_with_what_is_wrong_at_its_field(room: Room) -> None:
    form = people_of(room)
    assert not form.edit.isEnabled()
    room.click(form.add)
    assert form.dialog is not None
    room.qtbot.keyClicks(form.dialog.lines["name"], "Iris")
    box = form.dialog.choices["role"]
    box.setCurrentIndex(box.findData(Role.ADMINISTRATOR.value))
    room.click(form.dialog.do_button)
    assert "ACC-9: este papel pede um PIN" in form.dialog.refusal_of("pin")
    form.dialog.lines["pin"].setText("2468")
    room.click(form.dialog.do_button)
    assert form.table.lines.rows == [("Iris", "administrador", "sim")]
    form.table.setFocus()
    room.key(Qt.Key.Key_Return)
    assert form.dialog.lines["name"].text() == "Iris"
    assert form.dialog.lines["pin"].text() == ""
    form.dialog.reject()


def test_who_may_not_change_rules_is_told_which_rule_says_so(room: Room) -> None:
    room.workspace.people.keep(None, "Iris", Role.ADMINISTRATOR, "2468")
    room.workspace.people.sit_down(None)
    form = form_of(room, RemindersForm, 2)
    assert isinstance(form, RemindersForm)
    room.click(form.save)
    assert form.note.startswith("SLA-11: só gerente ou administrador")


def rules_of(room: Room) -> RulesForm:
    form = form_of(room, RulesForm, 3)
    assert isinstance(form, RulesForm)
    return form


def test_a_figure_out_of_bounds_is_refused_at_its_field_and_the_rest_stays_typed(
    room: Room,
) -> None:
    form = rules_of(room)
    room.settle()
    line = form.line_of("acceptance_days").line
    assert line.text() == "15"
    line.setFocus()
    line.selectAll()
    room.type("0")
    room.click(form.save)
    assert form.line_of("acceptance_days").refusal == "ACC-1: escreva um número de 2 a 365"
    line.selectAll()
    room.type("20")
    room.click(form.save)
    assert room.workspace.desk.book.desk.acceptance_days == 20
    room.click(form.back)
    assert line.text() == "15"
    room.click(form.save)
    assert room.workspace.desk.book.desk.acceptance_days == 15


def test_articles_are_written_and_changed(room: Room) -> None:
    form = form_of(room, ArticlesForm, 10)
    assert isinstance(form, ArticlesForm)
    room.click(form.add)
    assert form.dialog is not None
    room.click(form.dialog.do_button)
    assert "TKT-4: escreva um título" in form.dialog.refusal_of("title")
    room.qtbot.keyClicks(form.dialog.lines["title"], "Senha esquecida")
    room.qtbot.keyClicks(form.dialog.texts["body"], "Use o portal.")
    room.click(form.dialog.do_button)
    assert [row[0] for row in form.table.lines.rows] == ["Senha esquecida"]
    form.table.setFocus()
    room.key(Qt.Key.Key_Return)
    form.dialog.ticks["is_offered"].setChecked(False)
    room.click(form.dialog.do_button)
    assert [row[1] for row in form.table.lines.rows] == [""]


def test_promises_are_changed_from_a_day_to_come(room: Room) -> None:
    tamper(
        room.workspace.desk.database,
        "INSERT INTO client (name, contract, is_overdue) VALUES ('Escola Exemplo', 'PRIME', false)",
    )
    form = form_of(room, PoliciesForm, 5)
    assert isinstance(form, PoliciesForm)
    guide = ("01/01/2000", "", "10 h / 4 d", "20 h / 10 d", "30 h / 30 d", "40 h / 45 d")
    assert form.table.lines.rows == [("Todos os outros", *guide)]
    form.table.setFocus()
    room.key(Qt.Key.Key_Return)
    dialog = form.dialog
    assert dialog is not None
    dialog.choices["scope"].setCurrentIndex(dialog.choices["scope"].findText("Equipe CST"))
    dialog.lines["critical"].selectAll()
    room.qtbot.keyClicks(dialog.lines["critical"], "5 minutos")
    room.click(dialog.do_button)
    assert dialog.refusal_of("critical").startswith("SLA-6: escreva a meta do suporte")
    dialog.lines["critical"].selectAll()
    room.qtbot.keyClicks(dialog.lines["critical"], "2:30 h / 1 d")
    room.click(dialog.do_button)
    row = ("05/03/2026", "", "2:30 h / 1 d", "20 h / 10 d", "30 h / 30 d", "40 h / 45 d")
    assert form.table.lines.rows == [("Todos os outros", *guide), ("Equipe CST", *row)]
    room.click(form.add)
    assert form.dialog is not None
    assert form.dialog.lines["critical"].text() == ""
    contracts = form.dialog.choices["scope"]
    assert [contracts.itemText(i) for i in range(2)] == ["Todos os outros", "Contrato PRIME"]


def test_statuses_are_added_and_given_to_a_ticket(room: Room) -> None:
    form = form_of(room, StatusesForm, 8)
    assert isinstance(form, StatusesForm)
    form.table.text.setPlainText("Aguardando a Receita")
    room.click(form.save)
    assert form.table.refusal.startswith("SLA-12: linha 1: diga de que tipo")
    form.table.text.setPlainText("Aguardando a Receita = pendente\nEm laboratório = atendimento")
    room.click(form.save)
    assert list(room.workspace.catalog.known().statuses) == [
        "Aguardando a Receita",
        "Em laboratório",
    ]
