"""Time passes and nobody writes: rows count down, turn late, and only what must is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

import ui.queue.page as page_module
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from tests.desks import Asked, Later, open_ticket, open_tickets
from tests.ui.room import Room, RoomOpener
from ui.queue.columns import Column
from ui.queue.model import LATE_ROLE
from ui.queue.views import ViewId

# Critical is 10 working hours; opened at 13:00 the day before, at 12:00 there is one hour left.
DUE_AT_ONE = Asked("2026-03-03 15:00", Severity.CRITICAL, summary="vence às 13:00")
DUE_LATER = Asked("2026-03-04 08:00", Severity.LOW, summary="vence depois")


def _paint_of(room: Room, row: int, column: Column, role: Qt.ItemDataRole) -> object:
    return room.page.model.index(row, column).data(role)


def _colour(room: Room, row: int) -> str:
    colour = _paint_of(room, row, Column.DUE, Qt.ItemDataRole.ForegroundRole)
    return colour.name() if isinstance(colour, QColor) else ""


def _repaints(room: Room) -> list[tuple[int, int, int, int]]:
    """Remember which cells are painted anew from now on: first row and column, last ones."""
    found: list[tuple[int, int, int, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        found.append((first.row(), first.column(), last.row(), last.column()))

    room.page.model.dataChanged.connect(note)
    return found


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, DUE_AT_ONE, DUE_LATER)
    room = open_the_room()
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    return room


def test_a_row_counts_down_by_the_minute(room: Room) -> None:
    assert room.text(0, Column.DUE) == "1 h 00"
    room.tick("2026-03-04 12:00:01")
    assert room.text(0, Column.DUE) == "0 h 59"
    room.tick("2026-03-04 12:30:01")
    assert room.text(0, Column.DUE) == "0 h 29"


def test_c06_a_row_turns_late_while_one_looks_and_selection_and_scroll_stay(room: Room) -> None:
    later = room.shown[1]
    room.stand_on(later)
    assert room.page.filters.summary_text == "2 chamados"
    room.tick("2026-03-04 13:00:00")
    assert room.text(0, Column.DUE) == "0 h 00"
    assert not _paint_of(room, 0, Column.DUE, LATE_ROLE)
    room.tick("2026-03-04 13:00:01")
    assert room.text(0, Column.DUE) == "-0 h 01"
    assert _paint_of(room, 0, Column.DUE, LATE_ROLE)
    assert _colour(room, 0) == room.context.theme.colours.late
    assert room.page.filters.summary_text == "2 chamados · 1 vencido"
    assert room.page.table.current_ticket() == later
    assert room.page.table.selected_tickets() == (later,)


def test_c06_a_screen_reader_hears_of_a_ticket_that_turned_late_once(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(page_module, "announce", lambda _source, text: heard.append(text))
    for wall in ("12:30:01", "13:00:01", "13:01:01", "13:02:01"):
        room.tick(f"2026-03-04 {wall}")
    assert heard == ["1 vencido"]


def test_the_view_of_today_counts_without_anybody_writing(room: Room) -> None:
    chip = room.page.views.chip(ViewId.DUE_TODAY)
    assert chip.text().endswith("  1")
    room.tick("2026-03-09 12:00:01")
    assert chip.text().endswith("  2")


def test_a_minute_that_no_tick_hits_exactly_is_not_missed(room: Room) -> None:
    room.tick("2026-03-04 12:59:58")
    room.tick("2026-03-04 13:00:03")
    assert room.page.filters.summary_text == "2 chamados · 1 vencido"


def test_nothing_is_painted_anew_within_a_minute(room: Room) -> None:
    room.tick("2026-03-04 12:00:02")
    painted = _repaints(room)
    for _ in range(30):
        room.tick_second()
    assert painted == []


def test_a_minute_paints_the_deadlines_of_the_visible_rows_alone(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_tickets(sqlite_desk, *[DUE_LATER] * 200)
    room = open_the_room()
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    room.page.table.verticalScrollBar().setValue(100)
    room.settle()
    first, last = room.page.table.visible_rows()
    painted = _repaints(room)
    room.page.model.tick(room.page.model._now + 60, first, last)
    assert painted == [(first, Column.DUE, last, Column.DUE)]
    assert (first, last - first < 40) == (100, True)


def test_at_night_only_the_clocks_that_run_are_painted(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    severities = (Severity.CRITICAL, Severity.HIGH, Severity.LOW)
    cloud = [
        Asked("2026-03-04 08:00", severity, "cloud", summary="cloud") for severity in severities
    ]
    cst = [Asked("2026-03-04 08:00", severity, "cst", summary="cst") for severity in severities]
    open_tickets(sqlite_desk, *cloud, *cst)
    room = open_the_room()
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    room.tick("2026-03-04 22:00:30")
    room.page.table.viewport().repaint()
    runs = [row for row, text in enumerate(room.column(Column.SUMMARY)) if text == "cloud"]
    assert len(runs) == len(cloud)
    assert runs[-1] - runs[0] >= len(cloud)
    painted = _repaints(room)
    room.page.model.tick(room.page.model._now + 60, *room.page.table.visible_rows())
    rows = [row for first, _, last, _ in painted for row in range(first, last + 1)]
    assert rows == runs


def test_a_hidden_page_lets_time_pass_and_knows_it_when_it_is_shown(room: Room) -> None:
    room.window.show_state("", "")
    room.tick("2026-03-04 13:00:01")
    assert room.text(0, Column.DUE) == "1 h 00"
    room.window.show_page(room.page.page_id)
    room.tick("2026-03-04 13:00:02")
    assert room.text(0, Column.DUE) == "-0 h 01"


@pytest.mark.parametrize(
    ("wall", "tone"),
    [("05:00", ""), ("07:00:01", ""), ("10:30:00", "soon"), ("12:30:00", "soon"),
     ("13:00:00", "soon"), ("13:00:01", "late")],
)  # fmt: skip
def test_a_deadline_that_comes_near_looks_so(room: Room, wall: str, tone: str) -> None:
    room.tick(f"2026-03-04 {wall}")
    assert _colour(room, 0) == (getattr(room.context.theme.colours, tone) if tone else "")


def test_outside_the_hours_the_clock_stands_and_says_when_it_goes_on(room: Room) -> None:
    room.tick("2026-03-04 22:00:00")
    told = _paint_of(room, 1, Column.DUE, Qt.ItemDataRole.ToolTipRole)
    assert room.text(1, Column.DUE) == "29 h 00"
    assert told == "Prazo: 09/03/2026 12:00:00\nFora do horário: volta qui 05/03 07:00"
    room.tick("2026-03-05 06:59:59")
    assert room.text(1, Column.DUE) == "29 h 00"


@pytest.mark.parametrize(
    ("later", "text", "told"),
    [
        (
            Later(EventKind.PENDING_CLIENT, "2026-03-04 10:00"),
            "cliente 0 d",
            "O relógio está parado; restam 38 h 00 úteis\n"
            "À espera do cliente desde qua 04/03 10:00",
        ),
        (
            Later(EventKind.SOLUTION, "2026-03-04 10:00"),
            "aceite 15 d",
            "O relógio está parado; restam 38 h 00 úteis\nAceite até qui 19/03 23:59",
        ),
    ],
)
def test_a_ticket_that_waits_shows_a_standing_clock(
    sqlite_desk: Desk, open_the_room: RoomOpener, later: Later, text: str, told: str
) -> None:
    open_ticket(sqlite_desk, Asked("2026-03-04 08:00", Severity.LOW, later=(later,)))
    room = open_the_room()
    assert room.text(0, Column.DUE) == text
    assert _paint_of(room, 0, Column.DUE, Qt.ItemDataRole.ToolTipRole) == told
    mark = _paint_of(room, 0, Column.DUE, Qt.ItemDataRole.DecorationRole)
    assert isinstance(mark, QIcon)
    assert not mark.isNull()
    room.tick("2026-03-04 18:00:01")
    assert room.text(0, Column.DUE) == text


def test_a_waiting_ticket_that_was_late_before_keeps_its_mark(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_ticket(
        sqlite_desk,
        Asked(
            "2026-03-02 08:00",
            Severity.CRITICAL,
            later=(Later(EventKind.PENDING_CLIENT, "2026-03-04 10:00"),),
        ),
    )
    room = open_the_room()
    assert _paint_of(room, 0, Column.DUE, LATE_ROLE)
    told = _paint_of(room, 0, Column.DUE, Qt.ItemDataRole.ToolTipRole)
    assert isinstance(told, str)
    assert "Vencido" in told.splitlines()


def test_a_ticket_without_a_deadline_says_so_on_top(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    open_tickets(sqlite_desk, DUE_AT_ONE, Asked("2026-03-04 11:00", None))
    room = open_the_room()
    assert room.text(0, Column.DUE) == "? sem prazo"
    told = _paint_of(room, 0, Column.DUE, Qt.ItemDataRole.ToolTipRole)
    assert told == "Não há prazo calculado; veja a aba Prazo"
    assert "SLA-1: o chamado ainda não foi classificado" in room.panel.deadline_tab.words_text


def test_a_closed_ticket_says_how_it_ended(sqlite_desk: Desk, open_the_room: RoomOpener) -> None:
    closing = Later(EventKind.CLOSED, "2026-03-04 11:00", {"closing": "cancelled"})
    open_tickets(
        sqlite_desk,
        Asked("2026-03-04 08:00", Severity.LOW, summary="em tempo", later=(closing,)),
        Asked("2026-03-02 08:00", Severity.CRITICAL, summary="fora", later=(closing,)),
    )
    room = open_the_room()
    room.click(room.page.views.chip(ViewId.CLOSED))
    assert set(room.column(Column.DUE)) == {"encerrado"}
    late = room.column(Column.SUMMARY).index("fora")
    assert _paint_of(room, late, Column.DUE, LATE_ROLE)
    told = _paint_of(room, late, Column.DUE, Qt.ItemDataRole.ToolTipRole)
    assert isinstance(told, str)
    assert "encerrado fora do prazo" in told
