"""A ticket's whole life by keys: the caller, the work, the refusal, the acceptance, the opinion."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget

from app.domain.clock import FixedClock, from_epoch
from app.domain.queue_view import QueueFilter, Scope
from app.domain.registry import IntakeKind
from app.domain.ticket_events import Channel, Closing, EventKind, Status
from app.services.desk import Desk
from app.storage import people, registry
from app.storage.people import NewClient, NewContact
from tests.desks import Asked, at, open_ticket
from tests.ui.conftest import SILENT, context
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener, open_windows, the_window
from tests.ui.room_fixtures import open_the_room
from ui.dialogs.manifestation import ManifestationDialog
from ui.dialogs.new_ticket import NewTicketDialog
from ui.queue.views import ViewId
from ui.ticket.act_dialog import ActDialog

__all__ = ["context", "open_the_room"]  # fixtures

pytestmark = pytest.mark.qt_log_ignore(SILENT, extend=True)
KEYS_A_MINUTE = 60 * 5
"""What somebody types who looks at the keyboard now and then: five keys a second."""
K = Qt.Key


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    """Ana sits at the desk; Escola Aurora is known, with Lia who calls."""
    with sqlite_desk.database.write() as connection:
        (aurora,) = people.add_clients(
            connection, [NewClient("Escola Aurora", "11222333000181", "", "", "Padrao")]
        )
        people.add_contacts(
            connection,
            [NewContact(aurora, "Lia Lima", "lia@example.com", "(47) 3003-2111", "52998224725")],
        )
    open_ticket(sqlite_desk, Asked("2026-03-04 09:00", assignee="Ana", summary="Outro assunto"))
    return open_the_room()


class Hands:
    """Two hands on the keyboard: they press keys where the focus is, and are counted."""

    def __init__(self, room: Room) -> None:
        """Have pressed nothing yet."""
        self.room = room
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.pressed += 1
        self.room.key(key, modifier)

    def write(self, text: str) -> None:
        self.pressed += len(text)
        self.room.type(text)

    def tab_to(self, box: QWidget) -> None:
        """Press Tab until a field has the focus."""
        for _step in range(40):
            focus = QApplication.focusWidget()
            if focus is not None and (focus is box or box.isAncestorOf(focus)):
                return
            self.press(K.Key_Tab)
        raise AssertionError("Tab never came there")

    def fill(self, box: QWidget, text: str) -> None:
        self.tab_to(box)
        self.write(text)

    def dialog(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> ActDialog:
        """Begin an act of the ticket by its letter."""
        self.room.page.table.setFocus()
        self.press(key, modifier)
        return self._awake(the_window(self.room.qtbot, ActDialog))

    def _awake(self, dialog: ActDialog) -> ActDialog:
        dialog.activateWindow()
        self.room.qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    def done(self, dialog: QDialog) -> None:
        """Do what the dialog asks, wait until it is done, and let a minute pass."""
        self.press(K.Key_Return, CONTROL)
        self.room.settle()
        self.room.qtbot.waitUntil(lambda: not _is_open(dialog))
        self.room.clock.move_to(self.room.clock.now() + timedelta(minutes=1))
        self.room.window.activateWindow()
        self.room.settle()


def _is_open(dialog: QDialog) -> bool:
    return dialog in QApplication.topLevelWidgets() and dialog.isVisible()


def identify(hands: Hands) -> NewTicketDialog:
    """Take the call: find out who it is."""
    room = hands.room
    room.page.table.setFocus()
    hands.press(K.Key_N, CONTROL)
    dialog = the_window(room.qtbot, NewTicketDialog)
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    hands.write("escola aurora")
    room.qtbot.waitUntil(lambda: not dialog._pause.isActive())
    room.settle()
    assert dialog.field("contact").value() == "lia@example.com"
    hands.press(K.Key_Return, CONTROL)
    return dialog


def call_in(hands: Hands) -> None:
    """Take the call: who it is, what is wrong, confirm."""
    room = hands.room
    dialog = identify(hands)
    hands.write("Rematricula grava em dobro")
    for name, text in (
        ("description", "Cada aluno aparece duas vezes."),
        ("product_line", "RM"),
        ("module", "Educacional"),
        ("routine", "Rematricula"),
        ("version", "12.1.33"),
    ):
        hands.fill(dialog.field(name).box, text)
    effect = dialog.field("effect").box
    assert isinstance(effect, QComboBox)
    hands.tab_to(effect)
    hands.press(K.Key_Home)
    hands.press(K.Key_Return, CONTROL)
    room.settle()
    assert "pela tabela (SLA-1)" in dialog.outcome_text
    hands.done(dialog)


def status(room: Room) -> Status:
    return room.workspace.tickets.view(2).history.status


def work_on_it(hands: Hands, clock: FixedClock) -> None:
    """Take it, ask, hear the answer at its true instant, send it to maintenance, solve it."""
    room = hands.room
    room.page.table.setFocus()
    hands.press(K.Key_A)
    room.settle()
    assert room.workspace.tickets.view(2).assignee == "Ana"
    dialog = hands.dialog(K.Key_P)
    hands.write("Em qual turma isso acontece?")
    hands.done(dialog)
    assert status(room) is Status.PENDING_CLIENT

    clock.move_to(from_epoch(at("2026-03-04 15:00")))
    dialog = hands.dialog(K.Key_R)
    hands.write("Na turma 3B.")
    hands.fill(dialog.fields["at"].box, "04/03/2026 14:00")
    hands.done(dialog)
    assert status(room) is Status.IN_PROGRESS

    room.page.table.setFocus()
    hands.press(K.Key_M)
    room.settle()
    assert status(room) is Status.IN_MAINTENANCE
    dialog = hands.dialog(K.Key_S)
    hands.write("Atualize para a 12.1.34.")
    hands.done(dialog)
    assert status(room) is Status.AWAITING_ACCEPTANCE


def decide_on_it(hands: Hands, clock: FixedClock) -> None:
    """The client refuses, gets another solution, puts it off, accepts it."""
    room = hands.room
    clock.move_to(from_epoch(at("2026-03-05 10:00")))
    dialog = hands.dialog(K.Key_R, SHIFT)
    hands.write("Ainda grava em dobro.")
    hands.fill(dialog.fields["recording"].box, "grav-77")
    hands.done(dialog)
    assert status(room) is Status.IN_PROGRESS
    dialog = hands.dialog(K.Key_S)
    hands.write("Corrigido na 12.1.35.")
    hands.done(dialog)
    hands.done(hands.dialog(K.Key_P, SHIFT))
    acceptance = room.workspace.tickets.view(2).history.acceptance
    assert acceptance is not None
    assert f"{acceptance.limit_date:%d/%m/%Y}" == "04/05/2026"
    room.page.table.setFocus()
    hands.press(K.Key_P, SHIFT)
    assert open_windows(ActDialog) == [], "only once: the act is grey (ACC-4)"
    hands.done(hands.dialog(K.Key_A, SHIFT))
    assert status(room) is Status.CLOSED


def ask_for_an_opinion(hands: Hands, clock: FixedClock) -> None:
    """The survey goes out by itself; its answer is written down."""
    room = hands.room
    clock.move_to(from_epoch(at("2026-03-05 11:00")))
    room.notice_others()  # the minute's turn
    room.page.show_view(ViewId.CLOSED)
    room.settle()
    room.stand_on(2)
    dialog = hands.dialog(K.Key_O, SHIFT)
    hands.press(K.Key_Home)  # the best mark
    hands.fill(dialog.fields["comment"].box, "Resolveu bem.")
    hands.done(dialog)


def test_a_phone_call_becomes_a_ticket_that_lives_its_whole_life(
    room: Room, clock: FixedClock
) -> None:
    hands = Hands(room)
    room.workspace.people.sit_down("Ana")
    call_in(hands)
    assert status(room) is Status.NEW
    assert room.window.toasts.texts == ["Chamado 00000002 aberto"]
    room.context.routes.show_ticket(2)
    room.settle()
    assert room.shown == [2]
    work_on_it(hands, clock)
    decide_on_it(hands, clock)
    ask_for_an_opinion(hands, clock)

    view = room.workspace.tickets.view(2)
    answered = next(e.event for e in view.lines if e.event.kind is EventKind.SURVEY_ANSWERED)
    assert answered.payload["score"] == 5
    assert view.history.closing is Closing.ACCEPTED
    refused = next(e.event for e in view.lines if e.event.kind is EventKind.REFUSED)
    assert (refused.channel, refused.payload["recording"]) == (Channel.PHONE, "grav-77")
    assert refused.payload["contact"] == 1
    told = {line.message.kind for line in room.workspace.outbox.lines()}
    assert told == {"opened", "waiting", "solution", "survey"}


def test_a_known_client_s_call_is_taken_in_less_than_a_minute_of_keys(room: Room) -> None:
    hands = Hands(room)
    call_in(hands)
    assert hands.pressed < KEYS_A_MINUTE
    assert room.workspace.tickets.view(2).card.contact == "Lia Lima"


def test_a_blocked_client_is_sent_to_the_cst(room: Room) -> None:
    with room.workspace.desk.database.write() as connection:
        registry.write_client(connection, 1, {"is_overdue": True})
    hands = Hands(room)
    with pytest.raises(AssertionError):
        call_in(hands)
    dialog = the_window(room.qtbot, NewTicketDialog)
    assert "CLI-5: Escola Aurora tem pagamentos em atraso" in dialog.refusal_text
    hands.tab_to(dialog._refer)
    dialog._refer.menu().popup(dialog._refer.mapToGlobal(dialog._refer.rect().center()))
    menu = dialog._refer.menu()
    room.qtbot.keyClick(menu, K.Key_Down)
    room.qtbot.keyClick(menu, K.Key_Return)
    room.settle()
    page = room.workspace.registry.page(1)
    assert [line.kind for line in page.records] == [IntakeKind.REFERRAL, IntakeKind.REFUSAL]
    everything = room.workspace.queue.numbers(QueueFilter(scope=Scope.ALL))
    assert list(everything) == [1], "no ticket was opened"


def test_a_solved_ticket_answers_the_caller(room: Room) -> None:
    room.workspace.acts.perform(
        {"act": "solve", "number": "1", "text": "Limpe o cache do navegador.", "actor": "Ana"}
    )
    hands = Hands(room)
    dialog = identify(hands)
    hands.write("outro assunto")
    room.qtbot.waitUntil(lambda: not dialog.suggestions.is_waiting)
    room.settle()
    assert dialog.suggestions.solution_text == "Limpe o cache do navegador."
    hands.tab_to(dialog.suggestions.answer_button)
    hands.press(K.Key_Space)
    room.settle()
    assert [line.kind for line in room.workspace.registry.page(1).records] == [
        IntakeKind.DEFLECTION
    ]
    everything = room.workspace.queue.numbers(QueueFilter(scope=Scope.ALL))
    assert list(everything) == [1], "no ticket was opened"


def test_ouv_1_a_complaint_without_proof_is_not_saved(room: Room) -> None:
    hands = Hands(room)
    room.page.table.setFocus()
    hands.press(K.Key_G, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, ManifestationDialog)
    dialog.activateWindow()
    room.qtbot.waitUntil(dialog.isActiveWindow)
    for name, text in (("client", "Escola Aurora"), ("contact", "lia@example.com")):
        hands.fill(dialog.lines[name], text)
    hands.fill(dialog.texts["text"], "Ninguem me respondeu.")
    hands.press(K.Key_Return, CONTROL)
    room.settle()
    assert dialog.refusal_of("tickets").startswith("OUV-1: Uma reclamação precisa do número")
    assert dialog.texts["text"].toPlainText() == "Ninguem me respondeu."
    everything = QueueFilter(scope=Scope.ALL, teams=("ouvidoria",))
    assert list(room.workspace.queue.numbers(everything)) == []
    hands.fill(dialog.lines["document"], "carta.pdf")
    hands.done(dialog)
    assert list(room.workspace.queue.numbers(everything)) == [2]
    assert room.window.toasts.texts == ["Manifestação registrada: chamado 00000002 da Ouvidoria"]
