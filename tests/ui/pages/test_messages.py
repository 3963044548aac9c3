"""Mensagens: what waits for a person is seen, read, copied, sent again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.message_state import MessageState
from app.domain.outbox import Message
from app.services.desk import Desk
from app.storage import outbox
from tests.desks import Asked, open_ticket
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener
from ui.messages.page import MessagesPage
from ui.queue.page import QueuePage

TROUBLES = {
    1: (MessageState.SENT, ""),
    2: (MessageState.FAILED, "550 no such user"),
    3: (MessageState.UNCERTAIN, "a linha caiu depois do texto"),
}


def write(desk: Desk) -> None:
    """Leave five messages: queued, sent, failed, uncertain, without address."""
    number = open_ticket(desk, Asked("2026-03-04 09:00", summary="Boletim não abre"))
    recipients = [*(f"pessoa{place}@exemplo.com.br" for place in range(4)), ""]
    messages = [
        Message(number, "answered", place, recipient, f"Assunto {place}", f"Texto {place}")
        for place, recipient in enumerate(recipients)
    ]
    with desk.database.write() as connection:
        outbox.put(connection, messages, 1_772_600_000)
        for line in outbox.lines(connection):
            if line.message.subject_at in TROUBLES:
                state, failure = TROUBLES[line.message.subject_at]
                sent_at = 1_772_600_040 if state is MessageState.SENT else None
                outbox.settle(
                    connection,
                    line.id,
                    state,
                    expected=[MessageState.QUEUED],
                    sent_at=sent_at,
                    failure=failure,
                )


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    write(sqlite_desk)
    return open_the_room()


def messages_of(room: Room) -> MessagesPage:
    room.key(Qt.Key.Key_8, CONTROL)
    room.settle()
    page = room.window.current_page
    assert isinstance(page, MessagesPage)
    return page


def stand_on(room: Room, page: MessagesPage, subject: str) -> None:
    row = next(n for n, line in enumerate(page.table.lines.rows) if line[3] == subject)
    page.table.setCurrentIndex(page.table.model().index(row, 0))
    room.settle()


def states(room: Room) -> dict[str, MessageState]:
    return {line.message.subject: line.state for line in room.workspace.outbox.lines()}


def test_messages_are_listed_newest_first_and_those_that_wait_are_marked(room: Room) -> None:
    page = messages_of(room)
    rows = page.table.lines.rows
    assert [row[0] for row in rows] == [
        "sem endereço",
        "destino incerto",
        "falhou",
        "enviada",
        "na fila",
    ]
    assert page.table.lines.marks == {
        (0, 0): "O contato não tem endereço registrado",
        (1, 0): "a linha caiu depois do texto",
        (2, 0): "550 no such user",
    }
    assert page._summary.text() == "5 mensagens · 3 esperam por uma pessoa"
    assert page._body.toPlainText() == "Texto 4"
    stand_on(room, page, "Assunto 1")
    assert "enviada em 04/03/2026" in page._facts.text()
    assert not page._recipient.isVisible()
    assert not page._again.isEnabled()


def test_a_message_gets_an_address_by_keys_and_goes_again(room: Room) -> None:
    page = messages_of(room)
    assert page._recipient_box.text() == ""
    page._recipient_box.setFocus()
    room.type("pessoa exemplo")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    assert "Endereço inválido" in page._recipient.refusal
    assert page._recipient_box.text() == "pessoa exemplo"
    page._recipient_box.clear()
    room.type("nova@exemplo.com.br")
    room.key(Qt.Key.Key_Return)
    room.settle()
    assert states(room)["Assunto 4"] is MessageState.QUEUED
    assert page.table.lines.rows[0][2] == "nova@exemplo.com.br"


def test_an_uncertain_message_is_called_arrived(room: Room) -> None:
    page = messages_of(room)
    stand_on(room, page, "Assunto 3")
    assert page._arrived.isEnabled()
    page.table.setFocus()
    room.key(Qt.Key.Key_Return, CONTROL | SHIFT)
    room.settle()
    assert states(room)["Assunto 3"] is MessageState.SENT
    assert page.chosen is not None
    assert page.chosen.message.subject == "Assunto 3", "the one looked at stays in sight"


def test_what_another_desk_did_first_is_said(room: Room) -> None:
    page = messages_of(room)
    stand_on(room, page, "Assunto 3")
    line = page.chosen
    assert line is not None
    room.workspace.outbox.call_arrived(line.id)
    page._again.trigger()
    room.settle()
    assert "já mudou de estado" in room.window.banner.text
    assert page.table.lines.rows[1][0] == "enviada"


def test_a_message_is_copied_whole(room: Room) -> None:
    page = messages_of(room)
    stand_on(room, page, "Assunto 2")
    room.key(Qt.Key.Key_M, CONTROL | SHIFT)
    assert QApplication.clipboard().text() == "pessoa2@exemplo.com.br\nAssunto 2\n\nTexto 2"


def test_the_ticket_of_a_message_is_shown_in_the_queue(room: Room) -> None:
    page = messages_of(room)
    page.table.setFocus()
    room.key(Qt.Key.Key_O, CONTROL)
    room.settle()
    assert isinstance(room.window.current_page, QueuePage)
    assert room.shown == [1]
    assert room.page.filters.search_field.text() == "00000001"


def test_a_message_that_was_tried_says_when_it_is_tried_again(room: Room) -> None:
    with room.workspace.desk.database.write() as connection:
        line = outbox.claim(connection, 1_772_600_000, 1_772_600_060)
    assert line is not None
    page = messages_of(room)
    stand_on(room, page, "Assunto 0")
    assert "próxima tentativa em" in page._facts.text()


def test_a_desk_without_messages_says_what_would_stand_here(open_the_room: RoomOpener) -> None:
    room = open_the_room()
    page = messages_of(room)
    assert page._stack.currentWidget() is page._vacancy
    assert page._summary.text() == "nenhuma mensagem"
    for action in (page._again, page._arrived, page._copy, page._open):
        assert not action.isEnabled()
        action.trigger()
    page._on_again()
    page._on_arrived()
    page._on_copy()
    page._on_open()
    assert page.chosen is None


def test_messages_written_while_one_looks_appear(room: Room) -> None:
    page = messages_of(room)
    room.workspace.acts.perform(
        {"act": "note", "number": "1", "text": "Achamos a causa.", "public": True, "actor": "Ana"}
    )
    room.notice_others()
    assert page.table.lines.rows[0][1] == "resposta"
    assert len(page.table.lines.rows) == 6


def test_an_address_that_is_being_typed_stays_while_others_write(room: Room) -> None:
    page = messages_of(room)
    stand_on(room, page, "Assunto 2")
    page._recipient_box.setText("certo@exemplo.com.br")
    room.workspace.acts.perform(
        {"act": "note", "number": "1", "text": "Outra mesa.", "public": True, "actor": "Ana"}
    )
    room.notice_others()
    assert page._recipient_box.text() == "certo@exemplo.com.br"
    page._again.trigger()
    room.settle()
    sent = {line.message.subject: line.message.recipient for line in room.workspace.outbox.lines()}
    assert sent["Assunto 2"] == "certo@exemplo.com.br"
