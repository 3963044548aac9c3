"""Acts on several tickets in the window: preview, result, one step back."""

from __future__ import annotations

import time
from collections.abc import Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton

from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.services.tickets import Act, TicketService
from tests.desks import Asked, Later, at, open_tickets
from tests.ui.room import CONTROL, Room, RoomOpener, the_window
from ui.ticket.bulk_dialog import BulkDialog


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    """Three tickets of Ana's, one of them waiting for the client, all selected."""
    open_tickets(
        sqlite_desk,
        Asked(assignee="Ana", summary="Primeiro"),
        Asked(assignee="Ana", summary="Segundo"),
        Asked(
            assignee="Ana",
            summary="Espera",
            later=[Later(EventKind.PENDING_CLIENT, "2026-03-02 10:00")],
        ),
    )
    room = open_the_room()
    room.page.table.setFocus()
    room.key(Qt.Key.Key_A, CONTROL)
    room.settle()
    assert len(room.page.table.selected_tickets()) == 3
    return room


def begin(room: Room, key: Qt.Key, shift: bool = False) -> BulkDialog:  # noqa: FBT001, FBT002
    room.key(key, Qt.KeyboardModifier.ShiftModifier if shift else None)
    dialog = the_window(room.qtbot, BulkDialog)
    dialog.activateWindow()
    room.settle()
    return dialog


def happens(dialog: BulkDialog) -> dict[str, str]:
    return {str(row[0]): str(row[3]) for row in dialog.table.lines.rows}


def test_what_will_and_will_not_happen_is_shown_before(room: Room) -> None:
    dialog = begin(room, Qt.Key.Key_P)
    assert happens(dialog)["00000001"] == "muda"
    assert happens(dialog)["00000003"].startswith("SLA-5")
    assert dialog.verdict.text() == "2 chamados mudam · 1 fica como está"
    dialog.fields["text"].box.setFocus()
    room.type("Qual a vers")
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    statuses = [room.workspace.tickets.view(n).history.status for n in (1, 2, 3)]
    assert statuses == [Status.PENDING_CLIENT] * 3
    assert "Pendenciar: 2 chamados" in room.window.toasts.texts


def test_nothing_happens_where_every_ticket_refuses(room: Room) -> None:
    dialog = begin(room, Qt.Key.Key_V)
    assert not dialog.do_button.isEnabled()
    room.key(Qt.Key.Key_Escape)
    room.settle()
    assert room.workspace.tickets.view(1).lines[-1].event.kind is EventKind.ASSIGNED


def test_what_every_ticket_misses_is_said_at_its_field(room: Room) -> None:
    dialog = begin(room, Qt.Key.Key_T)
    room.click(dialog.do_button)
    assert "TKT-3: escreva o motivo" in dialog.fields["reason"].refusal
    assert dialog.fields["reason"].box.hasFocus()
    assert room.workspace.tickets.view(1).history.team == "suporte-tecnico"


def test_a_union_is_taken_back_in_one_step(room: Room, sqlite_desk: Desk) -> None:
    (survivor,) = open_tickets(sqlite_desk, Asked(summary="O que fica"))
    dialog = begin(room, Qt.Key.Key_U, shift=True)
    dialog.fields["into"].box.setFocus()
    room.type(str(survivor))
    room.key(Qt.Key.Key_Return, CONTROL)
    room.settle()
    merged = [room.workspace.tickets.view(n).history.merged_into for n in (1, 2, 3)]
    assert merged == [f"{survivor:08d}"] * 3
    undo = next(b for b in room.window.findChildren(QPushButton) if b.text() == "Desfazer")
    room.click(undo)
    assert [room.workspace.tickets.view(n).history.merged_into for n in (1, 2, 3)] == [None] * 3


def test_what_changed_meanwhile_is_told_ticket_by_ticket(room: Room, sqlite_desk: Desk) -> None:
    dialog = begin(room, Qt.Key.Key_M)
    TicketService(sqlite_desk).record(1, Act(EventKind.IN_MAINTENANCE, at("2026-03-04 11:00")))
    room.click(dialog.do_button)
    assert "mudou enquanto você o lia" in happens(dialog)["00000001"]
    assert happens(dialog)["00000002"] == "feito"
    assert dialog.verdict.text() == "2 feitos · 1 recusado"


def test_acts_of_the_client_are_said_one_by_one(room: Room) -> None:
    action = next(a for a in room.page.table.actions() if a.text() == "Registrar solução…")
    assert action.isEnabled()
    action.trigger()
    assert not room.panel.findChildren(BulkDialog)
    assert room.panel.acts.dialog is not None
    room.panel.acts.dialog.reject()


def test_closing_the_dialog_stops_between_two_and_tells_what_was_done(room: Room) -> None:
    dialog = begin(room, Qt.Key.Key_I)
    dialog.fields["text"].box.setFocus()
    room.type("Aviso geral")
    perform = room.workspace.acts.perform
    done: list[object] = []

    def slowly(entry: Mapping[str, object]) -> object:
        done.append(entry)
        if len(done) == 1:
            while dialog._job is None:  # the work may begin before its handing in has come back
                time.sleep(0.001)
            dialog._job.cancel()
        return perform(entry)

    room.workspace.bulk._acts.perform = slowly  # type: ignore[method-assign, assignment]
    room.click(dialog.do_button)
    assert len(done) == 1
    assert "Interagir: 1 chamado" in room.window.toasts.texts
    assert dialog.verdict.text().startswith("1 feito")
    assert sorted(happens(dialog).values()) == ["feito", "ficou como estava", "ficou como estava"]
    room.key(Qt.Key.Key_Escape)


def test_what_was_typed_comes_back_the_next_time(room: Room) -> None:
    dialog = begin(room, Qt.Key.Key_I)
    room.qtbot.keyClicks(dialog.fields["text"].box, "Aviso geral")
    dialog.reject()
    room.settle()
    again = begin(room, Qt.Key.Key_I)
    assert again.fields["text"].value() == "Aviso geral"
    again.reject()


def test_what_this_ticket_has_already_is_offered_for_the_others(room: Room) -> None:
    dialog = begin(room, Qt.Key.Key_T)
    box = dialog.fields["team"].box
    assert isinstance(box, QComboBox)
    assert box.findData("suporte-tecnico") >= 0
    dialog.reject()
