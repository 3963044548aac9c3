"""What the page shows when it opens: every open ticket, in SLA-7 order, with its clock."""

from __future__ import annotations

from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from tests.desks import Asked, Later, open_ticket, open_tickets
from tests.ui.room import RoomOpener
from ui.queue.columns import Column

# It is Wednesday 4 March 2026, 12:00. High is 20 working hours of Suporte Técnico, 7 to 19.
LATE = Asked("2026-03-02 08:00", Severity.HIGH, summary="Rematrícula grava em dobro")
SOON = Asked("2026-03-03 08:00", Severity.HIGH, summary="Boleto sai em branco")
CALM = Asked("2026-03-04 11:00", Severity.LOW, summary="Título com acento errado")
UNCLASSIFIED = Asked("2026-03-04 11:30", None, summary="Ainda sem severidade")
PENDING = Asked(
    "2026-03-02 09:00",
    Severity.MEDIUM,
    summary="Falta o anexo",
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-02 10:00"),),
)
PENDING_LATER = Asked(
    "2026-03-02 09:00",
    Severity.CRITICAL,
    summary="Falta a versão",
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-03 10:00"),),
)
SOLVED = Asked(
    "2026-03-02 09:00",
    Severity.MEDIUM,
    summary="Resolvido ontem",
    later=(Later(EventKind.SOLUTION, "2026-03-03 10:00"),),
)
CLOSED = Asked(
    "2026-03-02 09:00",
    Severity.CRITICAL,
    summary="Já encerrado",
    later=(Later(EventKind.CLOSED, "2026-03-03 10:00", {"closing": "cancelled"}),),
)
ALL = (CALM, CLOSED, PENDING_LATER, SOLVED, UNCLASSIFIED, PENDING, SOON, LATE)
IN_ORDER = (UNCLASSIFIED, LATE, SOON, CALM, SOLVED, PENDING, PENDING_LATER)


def test_the_queue_stands_in_the_order_of_urgency(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_tickets(sqlite_desk, *ALL)
    room = open_the_room()
    assert room.column(Column.SUMMARY) == [ticket.summary for ticket in IN_ORDER]


def test_the_first_column_tells_each_clock(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    open_tickets(sqlite_desk, *ALL)
    room = open_the_room()
    assert room.column(Column.DUE) == [
        "? sem prazo", "-8 h 00", "4 h 00", "39 h 00", "aceite 14 d", "cliente 2 d", "cliente 1 d",
    ]  # fmt: skip


def test_the_list_says_how_many_tickets_there_are_and_how_many_are_late(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_tickets(sqlite_desk, *ALL)
    assert open_the_room().page.filters.summary_text == "7 chamados · 2 vencidos"


def test_the_keyboard_stands_on_the_most_urgent_ticket_and_the_panel_shows_it(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_tickets(sqlite_desk, *ALL)
    room = open_the_room()
    assert room.page.table.hasFocus()
    assert room.page.table.current_ticket() == room.shown[0]
    assert room.panel.view is not None
    assert room.panel.view.card.number == room.shown[0]


def test_a_cell_says_what_the_desk_calls_things(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    number = open_ticket(sqlite_desk, Asked(severity=Severity.CRITICAL, assignee="Ana"))
    room = open_the_room()
    assert [room.text(0, column) for column in Column][1:] == [
        f"{number:08d}", "◆ Crítica", "Escola Exemplo", "O relatório não abre", "Boletim",
        "Suporte Técnico", "em atendimento", "Ana", "seg 02/03 09:00",
    ]  # fmt: skip
