"""Solved tickets that resemble what is being typed, without who they were about (TKT-4, TKT-5)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.queue_view import QueueFilter, Scope
from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.storage import events, queue, tickets
from app.storage.database import Connection
from app.storage.search_text import words_of

FEWEST_WORDS, SUGGESTIONS = 2, 3
_LOOKED_AT = 40
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A solved ticket: its number, what it was about, and how it was solved; no client."""

    number: int
    summary: str
    solution: str


class SuggestionService:
    """Looks for solved tickets while a summary is typed."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def resembling(self, typed: str) -> tuple[Suggestion, ...]:
        """Return the newest solved tickets with the words typed, at most three.

        Fewer than two words find nothing (TKT-5). Where no ticket has them all, the shortest are
        let go one by one, never below two.
        """
        words = sorted({w for w in words_of(typed) if len(w) >= _SHORTEST_WORD}, key=len)
        with self._desk.database.read() as connection:
            while len(words) >= FEWEST_WORDS:
                found = _solved_with(connection, words)
                if found:
                    return found
                words = words[1:]
        return ()


def _solved_with(connection: Connection, words: list[str]) -> tuple[Suggestion, ...]:
    typed = " ".join(words)
    closed = QueueFilter(scope=Scope.CLOSED, text=typed)
    waiting = QueueFilter(statuses=(Status.AWAITING_ACCEPTANCE,), text=typed)
    numbers = [
        number
        for asked in (closed, waiting)
        for number in queue.numbers(connection, asked, limit=_LOOKED_AT)
    ]
    found: list[Suggestion] = []
    histories = events.histories_of(connection, numbers)
    for number in sorted(histories, reverse=True):
        solutions = [event for event in histories[number] if event.kind is EventKind.SOLUTION]
        if not solutions or len(found) == SUGGESTIONS:
            continue
        text = events.texts_of(connection, number).get(solutions[-1].seq)
        if text:
            summary = tickets.card_of(connection, number).summary
            found.append(Suggestion(number, summary, text))
    return tuple(found)
