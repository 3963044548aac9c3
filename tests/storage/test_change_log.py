"""Other desks learn what changed, and miss nothing."""

from __future__ import annotations

import threading

import pytest

from app.domain.changes import NO_CHANGES, Changes, Kind, tickets_changed
from app.services.desk import Desk
from app.storage import change_log
from app.storage.database import Database


def _record(database: Database, changes: Changes) -> None:
    with database.write() as connection:
        change_log.record(connection, changes, 1)


def _since(database: Database, seen: int) -> tuple[Changes, int]:
    with database.read() as connection:
        return change_log.since(connection, seen)


def test_nothing_recorded_is_no_change(database: Database) -> None:
    assert _since(database, 0) == (NO_CHANGES, 0)
    with database.read() as connection:
        assert change_log.newest(connection) == 0


def test_changed_tickets_are_named(database: Database) -> None:
    _record(database, tickets_changed(3, 5))
    _record(database, tickets_changed(4))
    changes, seen = _since(database, 0)
    assert changes == tickets_changed(3, 4, 5)
    assert _since(database, seen) == (NO_CHANGES, seen)
    with database.read() as connection:
        assert change_log.newest(connection) == seen


def test_only_what_came_after_the_last_look_is_told(database: Database) -> None:
    _record(database, tickets_changed(3))
    _changes, seen = _since(database, 0)
    _record(database, tickets_changed(4))
    assert _since(database, seen)[0] == tickets_changed(4)


def test_other_kinds_name_no_ticket(database: Database) -> None:
    _record(database, Changes(frozenset({Kind.CALENDAR, Kind.TICKET}), frozenset({8})))
    changes, _seen = _since(database, 0)
    assert changes.touches(Kind.CALENDAR)
    assert changes.tickets == frozenset({8})


@pytest.mark.parametrize("named", [None, frozenset(range(1, 2000))])
def test_very_many_tickets_are_told_as_any_of_them(
    database: Database, named: frozenset[int] | None
) -> None:
    _record(database, Changes(frozenset({Kind.TICKET}), named))
    assert _since(database, 0)[0].tickets is None


def test_a_desk_never_misses_what_another_is_still_writing(database: Database) -> None:
    """On a server the later entry could be seen first, and the earlier one never."""
    told: set[int] = set()
    seen = 0

    def look() -> None:
        nonlocal seen
        changes, seen = _since(database, seen)
        told.update(changes.tickets or ())

    second = threading.Thread(target=_record, args=(database, tickets_changed(2)))
    with database.write() as connection:
        change_log.record(connection, tickets_changed(1), 1)
        second.start()
        second.join(0.3)
        look()
    second.join()
    look()
    assert told == {1, 2}


def test_a_desk_hears_of_new_calendars_and_reads_them(desk: Desk) -> None:
    book = desk.book
    _record(desk.database, tickets_changed(1))
    assert desk.look_for_changes() == tickets_changed(1)
    assert desk.book is book
    _record(desk.database, Changes(frozenset({Kind.POLICY})))
    assert desk.look_for_changes().touches(Kind.POLICY)
    assert desk.book is not book
    assert desk.look_for_changes() == NO_CHANGES
