"""When each open ticket takes a step of its own next, worked out anew for all of them (ACC-7)."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.automatic_steps import next_instant
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.sla_book import SlaBook
from app.storage import events, tickets
from app.storage.database import Connection

_TICKETS_AT_ONCE = 500


def renew_next_steps(
    connection: Connection,
    book: SlaBook,
    progressed: Callable[[int, int], None] = lambda _done, _total: None,
) -> None:
    """Write the next step of every open ticket; ``progressed`` hears how many of how many."""
    numbers = tickets.open_numbers(connection)
    for start in range(0, len(numbers), _TICKETS_AT_ONCE):
        chosen = numbers[start : start + _TICKETS_AT_ONCE]
        histories = events.histories_of(connection, chosen)
        slas = {n: sla_of(replay(h), book.rules, book.calendar_of) for n, h in histories.items()}
        instants = {number: next_instant(sla, book.automatic) for number, sla in slas.items()}
        tickets.set_next_steps(connection, instants)
        progressed(start + len(chosen), len(numbers))
