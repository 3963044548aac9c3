"""Other desks write: rows change and vanish under the person, whose place never jumps."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from app.domain.clock import FixedClock
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.tickets import Act, TicketService
from tests.desks import Asked, at, open_tickets
from tests.ui.room import Room, RoomOpener
from ui.queue.columns import Column
from ui.queue.views import ViewId

TICKETS = [
    Asked(f"2026-03-04 0{7 + n // 60}:{n % 60:02d}", Severity.MEDIUM, summary=f"n.º {n}")
    for n in range(60)
]


class OtherDesk:
    """A colleague at another desk of the same database."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self._tickets = TicketService(Desk(desk.database, clock))

    def act(self, number: int, kind: EventKind, **payload: object) -> None:
        self._tickets.record(number, Act(kind, at("2026-03-04 11:59"), payload=payload))

    def classify(self, number: int, severity: Severity) -> None:
        self.act(number, EventKind.RECLASSIFIED, severity=severity.value)

    def close(self, number: int) -> None:
        self.act(number, EventKind.CLOSED, closing="cancelled")


@pytest.fixture
def other(sqlite_desk: Desk, clock: FixedClock) -> OtherDesk:
    return OtherDesk(sqlite_desk, clock)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, *TICKETS)
    return open_the_room()


def _scroll(room: Room) -> int:
    return room.page.table.verticalScrollBar().value()


def _select(room: Room, *rows: int) -> None:
    model = room.page.table.selectionModel()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        model.select(room.page.model.index(row, 0), flags)


def test_a_row_that_changed_shows_it_and_pulses_once(
    room: Room, other: OtherDesk, sqlite_desk: Desk
) -> None:
    number = room.shown[3]
    pulsed: list[tuple[int, ...]] = []
    pulse = room.page.table.pulse
    room.page.table.pulse = lambda numbers: (pulsed.append(numbers), pulse(numbers))[1]
    other.act(number, EventKind.IN_MAINTENANCE)
    other.act(number, EventKind.BACK_TO_SUPPORT)
    room.notice_others()
    room.notice_others()
    assert [numbers for numbers in pulsed if numbers] == [(number,)]
    row = room.page.model.row_of(number)
    assert row is not None
    assert room.text(row, Column.STATUS) == "em atendimento"


def test_a_note_changes_no_order_and_pulses_too(room: Room, other: OtherDesk) -> None:
    number, before = room.shown[3], room.shown
    other.act(number, EventKind.NOTE)
    room.notice_others()
    assert room.shown == before
    assert room.page.model.pulsing == {number}
    lit = room.page.model.index(3, 0).data(Qt.ItemDataRole.BackgroundRole)
    assert lit.name() == room.context.theme.colours.accent_soft
    room.qtbot.waitUntil(lambda: room.page.model.pulsing == frozenset())


def test_nothing_pulses_when_the_system_asks_for_less_motion(
    room: Room, other: OtherDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(room.context.theme), "pulse_ms", 0)
    other.act(room.shown[3], EventKind.NOTE)
    room.notice_others()
    assert room.page.model.pulsing == frozenset()


def test_the_pulse_ends_by_itself(room: Room) -> None:
    room.page.table.pulse((room.shown[0],))
    assert room.page.model.pulsing == {room.shown[0]}
    room.qtbot.waitUntil(lambda: room.page.model.pulsing == frozenset())


def test_selection_scroll_and_ticket_stay_when_rows_move_past_them(
    room: Room, other: OtherDesk
) -> None:
    _select(room, 30, 31, 40)
    room.page.table.scrollTo(room.page.model.index(30, 0), room.page.table.ScrollHint.PositionAtTop)
    room.stand_on(room.shown[32])
    _select(room, 30, 31, 40)
    current, selected = room.page.table.current_ticket(), room.page.table.selected_tickets()
    top = room.page.model.number_at(_scroll(room))
    for number in room.shown[50:53]:
        other.classify(number, Severity.CRITICAL)
    room.notice_others()
    assert room.page.table.current_ticket() == current
    assert set(room.page.table.selected_tickets()) == set(selected)
    assert room.page.model.number_at(_scroll(room)) == top
    assert room.panel.view is not None
    assert room.panel.view.card.number == current


def test_many_selected_tickets_stay_selected_when_rows_move(room: Room, other: OtherDesk) -> None:
    room.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    selected = set(room.page.table.selected_tickets())
    assert len(selected) == 60
    other.classify(room.shown[50], Severity.CRITICAL)
    room.notice_others()
    assert set(room.page.table.selected_tickets()) == selected


def test_a_new_ticket_appears_without_moving_the_person(
    room: Room, sqlite_desk: Desk, other: OtherDesk
) -> None:
    room.stand_on(room.shown[5])
    current = room.page.table.current_ticket()
    (number,) = open_tickets(sqlite_desk, Asked("2026-03-02 08:00", Severity.CRITICAL))
    other.act(number, EventKind.NOTE)
    room.notice_others()
    assert room.shown[0] == number
    assert room.page.table.current_ticket() == current
    assert room.page.views.chip(ViewId.ALL_OPEN).text().endswith("  61")


def test_many_new_tickets_above_do_not_move_the_person_either(
    room: Room, sqlite_desk: Desk, other: OtherDesk
) -> None:
    room.page.table.scrollToBottom()
    room.stand_on(room.shown[-1])
    top = room.page.model.number_at(_scroll(room))
    numbers = open_tickets(sqlite_desk, *[Asked("2026-03-02 08:00", Severity.CRITICAL)] * 40)
    other.act(numbers[0], EventKind.NOTE)
    room.notice_others()
    assert len(room.shown) == 100
    assert room.page.model.number_at(_scroll(room)) == top


def test_when_the_current_ticket_vanishes_the_next_one_takes_its_place(
    room: Room, other: OtherDesk
) -> None:
    room.page.table.verticalScrollBar().setValue(20)
    room.stand_on(room.shown[25])
    gone, after, top = room.shown[25], room.shown[26], _scroll(room)
    other.close(gone)
    room.notice_others()
    assert gone not in room.shown
    assert room.page.table.current_ticket() == after
    assert room.page.table.selected_tickets() == (after,)
    assert _scroll(room) == top
    assert room.panel.view is not None
    assert room.panel.view.card.number == after


def test_when_the_last_ticket_vanishes_the_one_before_takes_its_place(
    room: Room, other: OtherDesk
) -> None:
    last, before = room.shown[-1], room.shown[-2]
    room.page.table.scrollToBottom()
    room.stand_on(last)
    other.close(last)
    room.notice_others()
    assert room.page.table.current_ticket() == before


def test_what_else_is_selected_stays_when_one_of_them_vanishes(
    room: Room, other: OtherDesk
) -> None:
    room.stand_on(room.shown[4])
    _select(room, 6, 8)
    kept = {room.shown[6], room.shown[8]}
    other.close(room.shown[4])
    room.notice_others()
    assert kept <= set(room.page.table.selected_tickets())


def test_the_last_ticket_of_a_view_leaves_an_empty_one(
    sqlite_desk: Desk, open_the_room: RoomOpener, other: OtherDesk
) -> None:
    (number,) = open_tickets(sqlite_desk, Asked())
    room = open_the_room()
    other.close(number)
    room.notice_others()
    assert room.shown == []
    assert room.page._vacancy.isVisible()
    assert room.panel.view is None


def test_a_hidden_page_is_fresh_when_it_is_shown(room: Room, other: OtherDesk) -> None:
    number = room.shown[0]
    room.window.show_state("", "")
    other.close(number)
    room.notice_others()
    assert number in room.shown
    room.window.show_page(room.page.page_id)
    room.settle()
    assert number not in room.shown


def test_what_is_being_tried_in_the_panel_survives_the_changes_of_others(
    room: Room, other: OtherDesk
) -> None:
    room.stand_on(room.shown[5])
    room.key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    tab = room.panel.deadline_tab
    tab.severity_box.setCurrentIndex(Severity.CRITICAL.rank)
    tried = tab.answer_text
    assert tried
    other.classify(room.shown[50], Severity.CRITICAL)
    room.notice_others()
    assert tab.answer_text == tried
