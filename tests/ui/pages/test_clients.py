"""Clientes: found, shown, registered and changed by keys; what a rule refuses stays typed."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.changes import NO_CHANGES
from app.domain.registry import ContactRecord, IntakeKind
from app.services.desk import Desk
from app.storage import registry
from tests.desks import Asked, open_tickets
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener, the_window
from ui.clients.forms import ClientForm, ContactForm, ForgetForm, PasswordForm
from ui.clients.page import ClientsPage
from ui.queue.page import QueuePage
from ui.widgets.form_dialog import FormDialog

BOTH = CONTROL | SHIFT


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(
        sqlite_desk,
        Asked("2026-03-04 09:00", client="Escola Pé de Jabuticaba"),
        Asked("2026-03-04 09:00", client="Ótica Olho Vivo"),
    )
    with sqlite_desk.database.write() as connection:
        registry.write_contact(
            connection,
            None,
            {
                "client_id": 1,
                "name": "Vera Sabiá",
                "email": "vera@exemplo.com.br",
                "cpf": "52998224725",
                "is_administrator": True,
                "may_approve": True,
            },
        )
    return open_the_room()


def clients_of(room: Room) -> ClientsPage:
    room.key(Qt.Key.Key_4, CONTROL)
    room.settle()
    page = room.window.current_page
    assert isinstance(page, ClientsPage)
    return page


def search(room: Room, page: ClientsPage, text: str) -> list[str]:
    page.search.setFocus()
    page.search.selectAll()
    room.type(text)
    room.key(Qt.Key.Key_Return)
    room.settle()
    return [row[0] for row in page.table.lines.rows]


def form_of(
    room: Room, kind: type[FormDialog], key: Qt.Key, modifier: Qt.KeyboardModifier
) -> FormDialog:
    room.key(key, modifier)
    form = the_window(room.qtbot, kind)
    form.activateWindow()
    room.qtbot.waitUntil(form.isActiveWindow)
    return form


def save(room: Room, form: FormDialog) -> None:
    room.click(form.do_button)


def contacts(page: ClientsPage) -> tuple[ContactRecord, ...]:
    assert page.shown is not None
    return page.shown.contacts


def test_a_client_is_found_by_what_is_known_and_shown_in_full(room: Room) -> None:
    page = clients_of(room)
    assert [row[0] for row in page.table.lines.rows] == [
        "Escola Pé de Jabuticaba",
        "Ótica Olho Vivo",
    ]
    assert search(room, page, "sabia") == ["Escola Pé de Jabuticaba · Vera Sabiá"]
    assert page.card.contacts.lines.rows[0][3:] == (
        "•••.982.247-••",
        "abre · aceita · aprova · administra",
    )
    assert "CLI-3: confira quem aprova consultoria" in page.card.warning_text
    assert search(room, page, "nenhum") == []
    assert page._stack.currentWidget() is page._vacancy
    assert page.shown is None


def test_a_client_is_registered_by_keys_and_what_is_refused_stays_typed(room: Room) -> None:
    page = clients_of(room)
    form = form_of(room, ClientForm, Qt.Key.Key_N, BOTH)
    room.type("escola pe de jabuticaba")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert form.refusal_of("client") == "CLI-1: já há um cliente com este nome"
    assert form.lines["client"].text() == "escola pe de jabuticaba"
    form.lines["client"].selectAll()
    room.type("Laticinios Vaca Amarela")
    form.lines["valid_until"].setText("31/12/2025")
    form.ticks["overdue"].setChecked(True)
    save(room, form)
    assert page.shown is not None
    assert page.shown.client.name == "Laticinios Vaca Amarela"
    assert "CLI-5: contrato vencido" in page.card.warning_text
    assert "até 31/12/2025" in page.card.facts_text


def test_a_client_is_edited(room: Room) -> None:
    page = clients_of(room)
    form = form_of(room, ClientForm, Qt.Key.Key_E, CONTROL)
    for name, text in (
        ("city", "Natal"), ("state", "RN"), ("ear", "Flora Figueira"), ("valid_from", "01/01/2027"),
    ):  # fmt: skip
        form.lines[name].setText(text)
    save(room, form)
    assert "Natal/RN" in page.card.facts_text
    assert "EAR: Flora Figueira · GAR: —" in page.card.facts_text
    assert "contrato por começar" in page.card.warning_text
    form = form_of(room, ClientForm, Qt.Key.Key_E, CONTROL)
    form.lines["valid_from"].clear()
    form.ticks["overdue"].setChecked(True)
    save(room, form)
    assert "CLI-5: em atraso; só abre chamados para o CST." in page.card.warning_text


def test_a_contact_is_registered_changed_and_the_last_administrator_kept(room: Room) -> None:
    page = clients_of(room)
    form = form_of(room, ContactForm, Qt.Key.Key_P, BOTH)
    form.lines["contact"].setText("Beto Exemplo")
    form.lines["email"].setText("vera@exemplo.com.br")
    save(room, form)
    assert "já é o acesso de Vera Sabiá" in form.refusal_of("email")
    form.lines["email"].setText("beto@exemplo.com.br")
    for tick in form.ticks.values():
        tick.setChecked(False)
    form.ticks["is_active"].setChecked(True)
    save(room, form)
    assert [person.name for person in contacts(page)] == ["Vera Sabiá", "Beto Exemplo"]
    assert page.card.contacts.lines.rows[1][4] == "nenhuma"
    form = form_of(room, ContactForm, Qt.Key.Key_E, BOTH)
    assert form.lines["cpf"].text() == ""
    assert form.lines["cpf"].placeholderText() == "•••.982.247-••"
    form.ticks["is_administrator"].setChecked(False)
    save(room, form)
    assert "CLI-2: Vera Sabiá é o único administrador" in form.refusal_text
    form.reject()
    room.settle()
    page.card.contacts.setCurrentIndex(page.card.contacts.model().index(1, 0))
    form = form_of(room, ContactForm, Qt.Key.Key_E, BOTH)
    form.ticks["is_active"].setChecked(False)
    save(room, form)
    assert page.card.contacts.lines.rows[1][4] == "inativo"
    assert contacts(page)[0].cpf == "52998224725"


def test_a_cpf_is_shown_when_asked_for_and_the_look_is_recorded(room: Room) -> None:
    room.workspace.desk.sit("Ana Alvorada", None)
    page = clients_of(room)
    assert [row[1] for row in page.card.records.lines.rows] == ["chamado 00000001"]
    page.table.setFocus()
    room.key(Qt.Key.Key_V, BOTH)
    room.settle()
    assert "CPF de Vera Sabiá: 529.982.247-25" in page.card.revealed_text
    room.notice_others()
    assert "529.982.247-25" in page.card.revealed_text
    assert page.card._revealed.isVisible(), "the record of the look does not hide it"
    assert page.card.records.lines.rows[0][1:] == (
        "CPF consultado",
        "Vera Sabiá",
        "—",
        "Ana Alvorada",
    )
    assert page.shown is not None
    assert page.shown.records[0].kind is IntakeKind.CPF_SHOWN


def test_a_ticket_in_the_timeline_leads_to_the_queue(room: Room) -> None:
    page = clients_of(room)
    page.card.records.setFocus()
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert room.window.current_page is room.page
    assert room.page.table.current_ticket() == 1


def test_permissions_are_reviewed_from_the_page(room: Room) -> None:
    page = clients_of(room)
    page.table.setFocus()
    room.key(Qt.Key.Key_R, BOTH)
    room.settle()
    assert page.card.warning_text == ""
    assert contacts(page)[0].approval_reviewed_on is not None
    room.clock.move_to(room.clock.now() + timedelta(days=400))
    page.refresh(NO_CHANGES)
    room.settle()
    assert "CLI-3" in page.card.warning_text


def test_the_tickets_of_a_client_are_shown_in_the_queue(room: Room) -> None:
    page = clients_of(room)
    page.table.setFocus()
    room.key(Qt.Key.Key_O, CONTROL)
    room.settle()
    assert isinstance(room.window.current_page, QueuePage)
    assert room.shown == [1]


def test_a_desk_without_clients_offers_the_first_one(open_the_room: RoomOpener) -> None:
    room = open_the_room()
    page = clients_of(room)
    assert page._stack.currentWidget() is page._vacancy
    assert page._vacancy.button.isVisible()
    for act in (
        page._on_edit_client,
        page._on_new_contact,
        page._on_edit_contact,
        page._on_show_cpf,
        page._on_review,
        page._on_tickets,
        page._on_set_password,
        page._on_export,
        page._on_forget,
    ):
        act()
    assert page.dialog is None
    page.search.setFocus()
    room.key(Qt.Key.Key_F, CONTROL)
    assert page.search.hasFocus()


def test_cli_4_a_contact_is_given_its_password(room: Room) -> None:
    clients_of(room).table.setFocus()
    form = form_of(room, PasswordForm, Qt.Key.Key_H, BOTH)
    room.type("curta")
    save(room, form)
    assert form.refusal_of("password") == "CLI-4: são ao menos 8 sinais"
    for name in ("password", "again"):
        form.lines[name].setText("girassol-42")
    save(room, form)
    known = room.workspace.identity.identify("529.982.247-25", "girassol-42")
    assert known.login == "vera@exemplo.com.br"


def test_a_person_is_given_their_data_and_forgotten(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = clients_of(room)
    file = tmp_path / "vera.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(file), ""))
    page.table.setFocus()
    room.key(Qt.Key.Key_D, BOTH)
    room.settle()
    assert json.loads(file.read_text("utf-8"))["contact"]["cpf"] == "52998224725"
    form = form_of(room, ContactForm, Qt.Key.Key_P, BOTH)
    form.lines["contact"].setText("Beto Exemplo")
    form.lines["email"].setText("beto@exemplo.com.br")
    form.ticks["is_administrator"].setChecked(True)
    save(room, form)
    page.card.contacts.setCurrentIndex(page.card.contacts.model().index(0, 0))
    form = form_of(room, ForgetForm, Qt.Key.Key_Delete, BOTH)
    room.type("Vera")
    save(room, form)
    assert form.refusal_of("confirm") == "O nome não confere"
    form.lines["confirm"].setText("Vera Sabiá")
    save(room, form)
    assert [person.name for person in contacts(page)] == ["Beto Exemplo", "Titular nº 1"]
    assert page.card.contacts.lines.rows[1][4] == "inativo"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    page._export.trigger()
    room.settle()
    assert file.exists()
