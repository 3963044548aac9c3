"""Numbers of tickets: sequential, unique, never reused (TKT-1)."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading

from app.storage.database import Database
from app.storage.events import number_text
from app.storage.tickets import take_numbers

WRITERS, TURNS, AT_ONCE = 4, 15, 3


def _take(database: Database, count: int) -> list[int]:
    with database.write() as connection:
        return list(take_numbers(connection, count))


def take_turns(url: str) -> list[int]:
    """Take numbers again and again; run in a process of its own."""
    database = Database(url)
    taken = [number for _turn in range(TURNS) for number in _take(database, AT_ONCE)]
    database.close()
    return taken


def test_numbers_follow_each_other_from_one(database: Database) -> None:
    assert _take(database, 1) == [1]
    assert _take(database, 3) == [2, 3, 4]
    assert _take(database, 1) == [5]


def test_a_number_of_a_ticket_that_was_not_kept_is_given_to_the_next(database: Database) -> None:
    class Refused(Exception):
        pass

    with contextlib.suppress(Refused), database.write() as connection:
        take_numbers(connection, 5)
        raise Refused
    assert _take(database, 2) == [1, 2]


def test_writers_at_the_same_time_never_get_the_same_number(url: str) -> None:
    with multiprocessing.get_context("spawn").Pool(WRITERS) as pool:
        taken = pool.map(take_turns, [url] * WRITERS, chunksize=1)
    everything = [number for numbers in taken for number in numbers]
    assert sorted(everything) == list(range(1, WRITERS * TURNS * AT_ONCE + 1))
    for numbers in taken:
        assert numbers == sorted(numbers)


def test_the_very_first_numbers_are_told_apart_too(database: Database) -> None:
    taken: list[int] = []
    other = threading.Thread(target=lambda: taken.extend(_take(database, 2)))
    with database.write() as connection:
        first = list(take_numbers(connection, 2))
        other.start()
        other.join(0.3)
    other.join()
    assert (first, taken) == ([1, 2], [3, 4])


def test_a_number_is_written_with_eight_digits() -> None:
    assert number_text(1) == "00000001"
    assert number_text(12345678) == "12345678"
