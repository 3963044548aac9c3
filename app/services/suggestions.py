"""Articles and solved tickets that resemble what is typed, never who they were about (TKT-4)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.queue_view import QueueFilter, Scope
from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.storage import articles, events, queue, tickets
from app.storage.database import Connection
from app.storage.search_text import words_of

FEWEST_WORDS, SUGGESTIONS = 2, 3
_LOOKED_AT = 40
_SHORTEST_WORD = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A solved ticket or an article: what it is about, and the answer; no client.

    ``number`` is a ticket's, or an article's where ``is_article``.
    """

    number: int
    summary: str
    solution: str
    is_article: bool = False


class SuggestionService:
    """Looks for articles and solved tickets while a summary is typed."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def resembling(self, typed: str) -> tuple[Suggestion, ...]:
        """Return articles and the newest solved tickets with the words typed, three of each.

        Fewer than two words find nothing (TKT-5). Where no ticket has them all, the shortest are
        let go one by one, never below two.
        """
        words = sorted({w for w in words_of(typed) if len(w) >= _SHORTEST_WORD}, key=len)
        with self._desk.database.read() as connection:
            while len(words) >= FEWEST_WORDS:
                found = (*_articles_with(connection, words), *_solved_with(connection, words))
                if found:
                    return found
                words = words[1:]
        return ()


def _articles_with(connection: Connection, words: list[str]) -> tuple[Suggestion, ...]:
    """Return the offered articles that have every word, each as the beginning of one of theirs."""
    found = []
    for article in articles.articles(connection, offered_alone=True):
        theirs = set(words_of(f"{article.title} {article.body}"))
        if all(any(word.startswith(typed) for word in theirs) for typed in words):
            found.append(Suggestion(article.id, article.title, article.body, is_article=True))
    return tuple(found[:SUGGESTIONS])


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
