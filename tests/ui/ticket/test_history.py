"""Histórico: every act with who, when and where, what is odd about it, nothing to change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem

from app.domain.clock import FixedClock
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.tickets import Act, TicketService
from tests.desks import Asked, Later, at, open_ticket, person
from tests.ui.room import Room, RoomOpener


def _items(room: Room) -> list[QTreeWidgetItem]:
    tree = room.panel.history_tab
    return [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]


def _texts(room: Room) -> list[list[str]]:
    return [[item.text(column) for column in range(4)] for item in _items(room)]


def test_every_act_is_a_line_the_newest_first(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_ticket(
        sqlite_desk,
        Asked(
            "2026-03-03 08:00",
            Severity.MEDIUM,
            assignee="Ana",
            later=(
                Later(EventKind.RECLASSIFIED, "2026-03-03 09:00",
                      {"severity": "high", "reason": "parou <tudo>"}),
                Later(EventKind.TRANSFERRED, "2026-03-03 10:00",
                      {"team": "cst", "reason": "é fatura"}),
                Later(EventKind.DUE_AGREED, "2026-03-03 11:00",
                      {"due": at("2026-03-06 12:00"), "reason": "combinado"}),
            ),
        ),
    )  # fmt: skip
    assert _texts(open_the_room()) == [
        ["03/03/2026 11:00:00", "combinou o prazo com o cliente combinado · 06/03/2026 12:00:00",
         "", "balcão"],
        ["03/03/2026 10:00:00", "transferiu para outra equipe CST · é fatura", "", "balcão"],
        ["03/03/2026 09:00:00", "mudou a severidade ▲ Alta · parou <tudo>", "", "balcão"],
        ["03/03/2026 08:00:00", "assumiu o atendimento", "Ana", "balcão"],
        ["03/03/2026 08:00:00", "abriu o chamado ● Média · Suporte Técnico", "", "balcão"],
    ]  # fmt: skip


def test_an_act_recorded_later_tells_when(
    sqlite_desk: Desk, open_the_room: RoomOpener, clock: FixedClock
) -> None:
    number = open_ticket(sqlite_desk, Asked("2026-03-03 08:00"))
    tickets = TicketService(Desk(sqlite_desk.database, clock))
    ana = person(sqlite_desk.database, "Ana")
    tickets.record(number, Act(EventKind.NOTE, at("2026-03-04 09:00"), ana))
    newest, opening = _items(open_the_room())
    assert "registrado em 04/03/2026 12:00:00" in newest.toolTip(0)
    assert "registrado em" not in opening.toolTip(0)
    assert "evento 1, mesa mesa" in opening.toolTip(0)
    assert newest.data(0, Qt.ItemDataRole.AccessibleDescriptionRole) == newest.toolTip(0)


def test_what_the_rules_would_have_refused_is_marked(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(
        sqlite_desk,
        Asked("2026-03-03 08:00", later=(Later(EventKind.ACCEPTED, "2026-03-03 09:00"),)),
    )
    room = open_the_room()
    room.page.show_view(list(room.page.views.views)[7])
    room.settle()
    odd = _items(room)[0]
    assert odd.text(1).startswith("⚠ o cliente aceitou a solução")
    assert "ACC-1" in odd.toolTip(1)


def test_the_line_one_reads_stays_when_nothing_happened(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(sqlite_desk, Asked("2026-03-03 08:00", assignee="Ana"))
    room = open_the_room()
    tree = room.panel.history_tab
    tree.setCurrentItem(_items(room)[1])
    room.tick("2026-03-04 12:01:00")
    assert tree.currentItem() is _items(room)[1]


def test_nothing_can_be_edited(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_ticket(sqlite_desk)
    for item in _items(open_the_room()):
        assert not item.flags() & Qt.ItemFlag.ItemIsEditable
