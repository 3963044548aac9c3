"""What a question to the queue keeps, counts and offers; answered from the index alone."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy.dialects import sqlite

from app.domain.queue_view import Choice, QueueFilter, Scope, SortKey
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.storage import names, queue, tables
from app.storage.database import Connection, Database
from tests.desks import Asked, Later, at, open_tickets

MONDAY, TUESDAY = "2026-03-02 10:00", "2026-03-03 10:00"
CRITICAL, HIGH, LOW = Severity.CRITICAL, Severity.HIGH, Severity.LOW
FORWARDED = Later(EventKind.FORWARDED, MONDAY, {"destination": "innovation"})


@pytest.fixture
def varied(desk: Desk) -> Desk:
    """Six tickets: in progress, new, pending, awaiting, in innovation, closed."""
    closed = Later(EventKind.CLOSED, TUESDAY, {"closing": "cancelled"})
    numbers = open_tickets(
        desk,
        Asked(severity=CRITICAL, client="Alfa", product="Agenda", assignee="Ana"),
        Asked(severity=HIGH, team="cst", client="Beta", product="Boleto"),
        Asked(severity=LOW, client="Alfa", later=[Later(EventKind.PENDING_CLIENT, MONDAY)]),
        Asked(severity=LOW, assignee="Beto", later=[Later(EventKind.SOLUTION, MONDAY)]),
        Asked(severity=HIGH, team="vitrine", assignee="Ana", later=[FORWARDED]),
        Asked(severity=LOW, client="Alfa", assignee="Ana", later=[closed]),
    )
    assert numbers == [1, 2, 3, 4, 5, 6]
    return desk


def _found(desk: Desk, asked: QueueFilter) -> set[int]:
    with desk.database.read() as connection:
        return set(queue.numbers(connection, asked))


def _named(connection: Connection, *wanted: str) -> tuple[int, ...]:
    return tuple(n for name in wanted for n in names.matching(connection, tables.client, name))


KEPT = [
    (QueueFilter(), {1, 2, 3, 4, 5}),
    (QueueFilter(scope=Scope.CLOSED), {6}),
    (QueueFilter(scope=Scope.ALL), {1, 2, 3, 4, 5, 6}),
    (QueueFilter(teams=("cst",)), {2}),
    (QueueFilter(teams=("cst", "vitrine")), {2, 5}),
    (QueueFilter(teams=("ouvidoria",)), set()),
    (QueueFilter(teams=("no-such-team",)), set()),
    (QueueFilter(severities=(CRITICAL,)), {1}),
    (QueueFilter(severities=(CRITICAL, LOW)), {1, 3, 4}),
    (QueueFilter(statuses=(Status.NEW,)), {2}),
    (QueueFilter(statuses=(Status.IN_PROGRESS, Status.IN_INNOVATION)), {1, 5}),
    (QueueFilter(statuses=(Status.AWAITING_ACCEPTANCE,)), {4}),
    (QueueFilter(unassigned=True), {2, 3}),
    (QueueFilter(waiting=True), {3, 4}),
    (QueueFilter(scope=Scope.ALL, severities=(LOW,)), {3, 4, 6}),
    (QueueFilter(severities=(HIGH,), teams=("cst",), unassigned=True), {2}),
    (QueueFilter(severities=(CRITICAL,), unassigned=True), set()),
]


def test_a_filter_keeps_what_it_names(varied: Desk) -> None:
    assert [(asked, _found(varied, asked)) for asked, _kept in KEPT] == KEPT


def test_clients_products_and_people_are_meant_by_number(varied: Desk) -> None:
    with varied.database.read() as connection:
        alfa, beta = _named(connection, "Alfa", "Beta")
        (agenda,) = names.matching(connection, tables.product, "Agenda")
        ana = next(p.id for p in names.people(connection) if p.name == "Ana")
    assert _found(varied, QueueFilter(clients=(alfa,))) == {1, 3}
    assert _found(varied, QueueFilter(clients=(alfa, beta))) == {1, 2, 3}
    assert _found(varied, QueueFilter(clients=(alfa,), scope=Scope.ALL)) == {1, 3, 6}
    assert _found(varied, QueueFilter(products=(agenda,))) == {1}
    assert _found(varied, QueueFilter(assignees=(ana,))) == {1, 5}
    assert _found(varied, QueueFilter(assignees=(-1,))) == set()


def test_due_before_keeps_the_running_ones_due_before_an_instant(varied: Desk) -> None:
    # The critical one is due on Monday at 19:00, the high one of CST on Wednesday at 12:00.
    due = at("2026-03-02 19:00")
    assert _found(varied, QueueFilter(due_before=due)) == set()
    assert _found(varied, QueueFilter(due_before=due + 1)) == {1}
    assert _found(varied, QueueFilter(due_before=at("2026-12-01 12:00"))) == {1, 2, 5}


def test_views_are_counted_at_once_each_by_its_own_filters_and_words(varied: Desk) -> None:
    views = [
        QueueFilter(),
        QueueFilter(teams=("cst",)),
        QueueFilter(waiting=True, severities=(LOW,)),
        QueueFilter(text="alfa"),
        QueueFilter(text="beta"),
        QueueFilter(unassigned=True, text="alfa"),
        QueueFilter(text="gama"),
    ]
    with varied.database.read() as connection:
        assert queue.counts(connection, views) == (5, 1, 2, 2, 1, 1, 0)


def test_the_late_ones_are_counted_as_each_row_tells(varied: Desk) -> None:
    late = {
        "2026-03-02 19:00:00": 0,
        "2026-03-02 19:00:01": 1,
        "2026-03-03 18:00:00": 1,
        "2026-12-01 12:00:00": 3,
    }
    with varied.database.read() as connection:
        rows = queue.rows(connection, queue.numbers(connection, QueueFilter()))
        counted = {now: queue.late(connection, QueueFilter(), at(now)) for now in late}
    assert counted == late
    assert {now: sum(row.is_overdue(at(now)) for row in rows) for now in late} == late


def test_a_late_ticket_that_waits_is_counted_as_each_row_tells(desk: Desk) -> None:
    opened = "2026-02-23 09:00"
    open_tickets(
        desk,
        Asked(opened, CRITICAL, later=[Later(EventKind.PENDING_CLIENT, "2026-02-24 09:00")]),
        Asked(opened, CRITICAL, later=[Later(EventKind.SOLUTION, "2026-02-24 09:00")]),
        # Solved at the very instant it was due: in time for ever.
        Asked(opened, CRITICAL, later=[Later(EventKind.SOLUTION, "2026-02-23 19:00")]),
        Asked(opened, CRITICAL, later=[Later(EventKind.SOLUTION, "2026-02-23 18:00")]),
    )
    now = at("2026-03-04 12:00")
    with desk.database.read() as connection:
        rows = queue.rows(connection, [1, 2, 3, 4])
        assert [row.is_overdue(now) for row in rows] == [True, True, False, False]
        assert queue.late(connection, QueueFilter(), now) == 2
        asked = QueueFilter(statuses=(Status.PENDING_CLIENT,))
        assert queue.late(connection, asked, now) == 1


def test_filters_offer_what_there_is_the_most_frequent_first(varied: Desk) -> None:
    with varied.database.read() as connection:
        teams = queue.choices(connection, SortKey.TEAM)
        clients = queue.choices(connection, SortKey.CLIENT)
        people = queue.choices(connection, SortKey.ASSIGNEE)
        products = queue.choices(connection, SortKey.PRODUCT)
        assert queue.status_counts(connection) == {
            Status.IN_PROGRESS: 1,
            Status.NEW: 1,
            Status.PENDING_CLIENT: 1,
            Status.AWAITING_ACCEPTANCE: 1,
            Status.IN_INNOVATION: 1,
        }
        assert queue.severity_counts(connection) == {0: 1, 1: 2, 3: 2}
    assert teams[0] == Choice("suporte-tecnico", "Suporte Técnico", 3)
    assert len(teams) == 11
    assert [choice.count for choice in teams] == sorted((c.count for c in teams), reverse=True)
    assert _pairs(clients) == [("Alfa", 2), ("Escola Exemplo", 2), ("Beta", 1)]
    assert _pairs(people) == [("Ana", 2), ("Beto", 1)]
    assert sum(choice.count for choice in products) == 5


def _pairs(offered: Sequence[Choice]) -> list[tuple[str, int]]:
    return [(choice.name, choice.count) for choice in offered]


def test_a_row_says_everything_a_list_shows(varied: Desk) -> None:
    with varied.database.read() as connection:
        working, _new, _pending, awaiting, _away, closed = queue.rows(connection, range(1, 7))
    assert (working.client, working.product, working.assignee) == ("Alfa", "Agenda", "Ana")
    assert (working.team, working.team_name) == ("suporte-tecnico", "Suporte Técnico")
    assert working.due_at == at("2026-03-02 19:00")
    assert working.remaining_seconds is None
    assert awaiting.remaining_seconds == 39 * 3600
    assert awaiting.acceptance_limit == at("2026-03-17 23:59:59")
    assert closed.closed_at == at(TUESDAY)
    assert closed.outcome_breached is False
    assert closed.summary == "O relatório não abre"


@pytest.mark.parametrize(
    "asked",
    [
        QueueFilter(),
        QueueFilter(descending=True),
        QueueFilter(teams=("cst", "vitrine")),
        QueueFilter(severities=(CRITICAL, HIGH)),
        QueueFilter(statuses=(Status.NEW,)),
        QueueFilter(products=(1, 2)),
        QueueFilter(clients=(1,)),
        QueueFilter(assignees=(1,)),
        QueueFilter(unassigned=True),
        QueueFilter(waiting=True),
        QueueFilter(due_before=1),
        QueueFilter(teams=("cst",), severities=(LOW,), assignees=(1,), statuses=(Status.NEW,)),
    ],
)
def test_every_filter_is_answered_from_the_covering_index(
    sqlite_database: Database, asked: QueueFilter
) -> None:
    with sqlite_database.read() as connection:
        query = queue._ordered(connection, asked, Scope.OPEN)
        compiled = query.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}").all()
    steps = [row[3] for row in plan]
    assert any("ticket USING COVERING INDEX ix_ticket_queue" in step for step in steps), steps
    assert not any("TEMP B-TREE" in step for step in steps), steps
