"""The job: every ticket takes its own steps that are due (ACC-7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.changes import tickets_changed
from app.domain.clock import to_epoch
from app.domain.ticket_events import Event
from app.services.automatic_acts import AutomaticActs, Done, automatic_acts
from app.services.desk import Desk
from app.services.notices import queue_notices
from app.services.sla_book import SlaBook
from app.services.ticket_writing import Addition, write_more
from app.storage import change_log, events, ticket_sources, tickets

TICKETS_AT_ONCE = 50
"""One transaction holds so many tickets: nobody else waits long, and a ticket is whole."""


@dataclass(frozen=True, slots=True)
class DoneLine:
    """A step that the job took, on which ticket; ``source`` is its key in an imported log."""

    number: int
    source: str | None
    done: Done


class AutomationService:
    """Takes the steps that are due; safe when several desks do it at once."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def run(self) -> Iterator[DoneLine]:
        """Take every step due now, a few tickets a transaction; gives what was done.

        What another desk did meanwhile is not done again. A run that is cut short leaves whole
        tickets, and the next one goes on.
        """
        now = to_epoch(self._desk.clock.now())
        after = 0
        while True:
            with self._desk.database.read() as connection:
                numbers = tickets.due_for_a_step(connection, now, after, TICKETS_AT_ONCE)
            if not numbers:
                return
            yield from self._take(numbers, now)
            after = numbers[-1]

    def _take(self, numbers: Sequence[int], now: int) -> list[DoneLine]:
        with self._desk.database.write() as connection:
            book = self._desk.book_in(connection)
            # From here on nobody else acts on them: their histories stand still.
            standings = {n: tickets.standing_to_write(connection, n) for n in numbers}
            known = events.histories_of(connection, numbers)
            taken = {number: self._acts_of(known[number], book, now) for number in numbers}
            additions = [
                Addition(standings[number], tuple(acts.events))
                for number, acts in taken.items()
                if acts.events
            ]
            write_more(connection, book, additions)
            for number, acts in taken.items():
                queue_notices(connection, number, acts.notices, now)
            moved = [addition.standing.number for addition in additions]
            if moved:
                change_log.record(connection, tickets_changed(*moved), now)
            sources = ticket_sources.source_keys(connection, moved)
        return [
            DoneLine(number, sources.get(number), done)
            for number, acts in taken.items()
            for done in acts.done
        ]

    def _acts_of(self, known: Sequence[Event], book: SlaBook, now: int) -> AutomaticActs:
        return automatic_acts(known, book, until=now, now=now, desk=self._desk.name)
