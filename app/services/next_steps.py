"""When each open ticket takes a step of its own next, worked out anew for all of them (ACC-7)."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.projection import project
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.sla_book import SlaBook
from app.storage import events, open_clocks, tickets
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
        projections = {
            number: project(sla_of(replay(acts), book.rules, book.calendar_of), book.automatic)
            for number, acts in histories.items()
        }
        open_clocks.set_clocks(connection, projections)
        progressed(start + len(chosen), len(numbers))
