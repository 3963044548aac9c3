"""The order of the queue: SLA-7 with its ties, and every column a list can be sorted by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.queue_view import QueueFilter, Scope, SortKey
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.storage import queue
from tests.desks import Asked, Later, open_tickets

PENDING = EventKind.PENDING_CLIENT
MONDAY, TUESDAY = "2026-03-02 09:00", "2026-03-03 09:00"


def _numbers(desk: Desk, asked: QueueFilter, *, limit: int | None = None) -> list[int]:
    with desk.database.read() as connection:
        return list(queue.numbers(connection, asked, limit=limit))


def _closed(wall: str) -> Asked:
    return Asked(later=[Later(EventKind.CLOSED, wall, {"closing": "cancelled"})])


def test_groups_stand_in_the_order_of_sla_7(desk: Desk) -> None:
    pending, awaiting, running, unclassified, _closed_one = open_tickets(
        desk,
        Asked(later=[Later(PENDING, TUESDAY)]),
        Asked(later=[Later(EventKind.SOLUTION, TUESDAY)]),
        Asked(severity=Severity.LOW),
        Asked(severity=None),
        _closed(TUESDAY),
    )
    assert _numbers(desk, QueueFilter()) == [unclassified, running, awaiting, pending]


def test_the_running_ones_stand_by_due_instant_the_most_overdue_first(desk: Desk) -> None:
    low, medium, high, critical = open_tickets(
        desk, *[Asked(severity=severity) for severity in reversed(Severity)]
    )
    assert _numbers(desk, QueueFilter()) == [critical, high, medium, low]


def test_the_same_due_instant_is_told_apart_by_severity_then_opening_then_number(
    desk: Desk,
) -> None:
    # 20 h from Monday 09:00 and 10 h from Tuesday 07:00 both end on Tuesday at 17:00; who opens
    # at the weekend starts on Monday 07:00, whatever the hour.
    high, critical, sunday, saturday, saturday_too = open_tickets(
        desk,
        Asked("2026-03-02 09:00", Severity.HIGH),
        Asked("2026-03-03 07:00", Severity.CRITICAL),
        Asked("2026-03-01 10:00", Severity.CRITICAL),
        Asked("2026-02-28 10:00", Severity.CRITICAL),
        Asked("2026-02-28 10:00", Severity.CRITICAL),
    )
    found = _numbers(desk, QueueFilter())
    assert found == [saturday, saturday_too, sunday, critical, high]
    with desk.database.read() as connection:
        due = [row.due_at for row in queue.rows(connection, found)]
    assert due[0] == due[1] == due[2] < due[3]  # type: ignore[operator]
    assert due[3] == due[4]


def test_awaiting_stand_by_limit_and_pending_by_how_long_they_wait(desk: Desk) -> None:
    solved_late, solved_early, waits_short, waits_long = open_tickets(
        desk,
        Asked(later=[Later(EventKind.SOLUTION, "2026-03-04 09:00")]),
        Asked(later=[Later(EventKind.SOLUTION, "2026-03-02 10:00")]),
        Asked(later=[Later(PENDING, "2026-03-04 09:00")]),
        Asked(later=[Later(PENDING, "2026-03-02 10:00")]),
    )
    expected = [solved_early, solved_late, waits_long, waits_short]
    assert _numbers(desk, QueueFilter()) == expected
    assert _numbers(desk, QueueFilter(descending=True)) == expected[::-1]


def test_a_postponed_acceptance_moves_back_in_the_queue(desk: Desk) -> None:
    solution = Later(EventKind.SOLUTION, "2026-03-02 10:00")
    postponed, plain = open_tickets(
        desk,
        Asked(later=[solution, Later(EventKind.POSTPONED, TUESDAY)]),
        Asked(later=[Later(EventKind.SOLUTION, "2026-03-03 10:00")]),
    )
    assert _numbers(desk, QueueFilter()) == [plain, postponed]


def test_a_late_ticket_that_waits_for_the_client_keeps_its_mark_but_not_its_place(
    desk: Desk,
) -> None:
    late, calm = open_tickets(
        desk,
        Asked("2026-02-23 09:00", Severity.CRITICAL, later=[Later(PENDING, TUESDAY)]),
        Asked(severity=Severity.LOW),
    )
    assert _numbers(desk, QueueFilter()) == [calm, late]
    with desk.database.read() as connection:
        (row,) = queue.rows(connection, [late])
    assert row.due_at is not None


def test_closed_tickets_stand_newest_first_and_behind_the_open_ones(desk: Desk) -> None:
    first, second, twin, opened = open_tickets(
        desk,
        _closed("2026-03-02 10:00"),
        _closed("2026-03-03 10:00"),
        _closed("2026-03-03 10:00"),
        Asked(),
    )
    closed = QueueFilter(scope=Scope.CLOSED)
    assert _numbers(desk, closed) == [twin, second, first]
    assert _numbers(desk, replace(closed, descending=True)) == [first, second, twin]
    everything = QueueFilter(scope=Scope.ALL)
    assert _numbers(desk, everything) == [opened, twin, second, first]
    assert _numbers(desk, everything, limit=2) == [opened, twin]
    assert _numbers(desk, everything, limit=1) == [opened]


def test_a_limit_cuts_the_end_off(desk: Desk) -> None:
    numbers = open_tickets(desk, *[Asked() for _ in range(4)])
    for limit in (0, 1, 3, 50):
        assert _numbers(desk, QueueFilter(), limit=limit) == numbers[:limit]


VARIED = (
    Asked("2026-03-02 11:00", Severity.LOW, "vitrine", "Beta", "Nota", "Caio", "cabo solto"),
    Asked("2026-03-02 09:00", Severity.HIGH, "cst", "alfa", "Agenda", "Ana", "Boleto em branco"),
    Asked("2026-03-02 10:00", Severity.CRITICAL, "first", "Gama", "livro", "beto", "acesso negado"),
)
IN_ORDER = {
    SortKey.URGENCY: [3, 2, 1],
    SortKey.NUMBER: [1, 2, 3],
    SortKey.SEVERITY: [3, 2, 1],
    SortKey.CLIENT: [2, 1, 3],
    SortKey.SUMMARY: [3, 2, 1],
    SortKey.PRODUCT: [2, 3, 1],
    SortKey.TEAM: [2, 3, 1],
    SortKey.ASSIGNEE: [2, 3, 1],
    SortKey.OPENED: [2, 3, 1],
}


def test_a_list_is_sorted_by_any_column_either_way(desk: Desk) -> None:
    assert open_tickets(desk, *VARIED) == [1, 2, 3]
    assert {key: _numbers(desk, QueueFilter(sort=key)) for key in IN_ORDER} == IN_ORDER
    for key, expected in IN_ORDER.items():
        assert _numbers(desk, QueueFilter(sort=key, descending=True)) == expected[::-1], key


def test_a_list_sorted_by_status_follows_the_life_of_a_ticket(desk: Desk) -> None:
    awaiting, fresh, pending = open_tickets(
        desk,
        Asked(later=[Later(EventKind.SOLUTION, TUESDAY)]),
        Asked(),
        Asked(later=[Later(PENDING, TUESDAY)]),
    )
    assert _numbers(desk, QueueFilter(sort=SortKey.STATUS)) == [fresh, pending, awaiting]


def test_what_is_missing_stands_last_either_way(desk: Desk) -> None:
    nobody, ana = open_tickets(desk, Asked(severity=None), Asked(assignee="Ana"))
    for key in (SortKey.ASSIGNEE, SortKey.SEVERITY):
        for descending in (False, True):
            asked = QueueFilter(sort=key, descending=descending)
            assert _numbers(desk, asked) == [ana, nobody], key


def test_equal_cells_stand_by_urgency(desk: Desk) -> None:
    low, critical = open_tickets(
        desk, Asked(severity=Severity.LOW), Asked(severity=Severity.CRITICAL)
    )
    for descending in (False, True):
        asked = QueueFilter(sort=SortKey.CLIENT, descending=descending)
        assert _numbers(desk, asked) == [critical, low]


def test_sorting_everything_mixes_open_and_closed(desk: Desk) -> None:
    numbers = open_tickets(desk, Asked(), _closed(TUESDAY), Asked())
    asked = QueueFilter(scope=Scope.ALL, sort=SortKey.NUMBER)
    assert _numbers(desk, asked) == numbers
    assert _numbers(desk, replace(asked, descending=True), limit=2) == numbers[:0:-1]


def test_names_stand_where_a_reader_looks_for_them(desk: Desk) -> None:
    names = ["Zebra", "Água Boa", "abacate", "Éden", "Nove", "Ângela"]
    numbers = open_tickets(desk, *[Asked(client=name, assignee=name) for name in names])
    expected = [numbers[names.index(name)] for name in sorted(names, key=_without_accents)]
    for key in (SortKey.CLIENT, SortKey.ASSIGNEE):
        assert _numbers(desk, QueueFilter(sort=key)) == expected


def _without_accents(name: str) -> str:
    return name.lower().translate(str.maketrans("áâé", "aae"))


def test_rows_come_in_the_order_asked_and_unknown_numbers_are_left_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue, "_CHUNK", 2)
    numbers = open_tickets(desk, *[Asked() for _ in range(5)])
    wanted = [numbers[3], 777, numbers[0], numbers[4], numbers[1]]
    with desk.database.read() as connection:
        found = [row.number for row in queue.rows(connection, wanted)]
        assert queue.rows(connection, []) == []
    assert found == [number for number in wanted if number != 777]
