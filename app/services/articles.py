"""Articles as people write them; those offered answer callers before a ticket is opened (TKT-4)."""

from __future__ import annotations

from app.domain.articles import Article
from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import InvalidInput
from app.services.desk import Desk
from app.storage import articles, change_log, names

ARTICLES_CHANGED = Changes(frozenset({Kind.SETTING}))
_LONGEST_TITLE, _LONGEST_BODY = 200, 20_000


class ArticleService:
    """Keeps the articles; whoever answers callers may write one."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def all(self) -> list[Article]:
        """Return every article, by title."""
        with self._desk.database.read() as connection:
            return articles.articles(connection)

    def keep(self, number: int | None, title: str, body: str, *, is_offered: bool) -> Changes:
        """Keep an article, a new one where no number is given; raises the field that is wrong."""
        title, body = title.strip(), body.strip()
        if not title or len(title) > _LONGEST_TITLE:
            raise InvalidInput(
                f"TKT-4: escreva um título de até {_LONGEST_TITLE} sinais", field="title"
            )
        if not body or len(body) > _LONGEST_BODY:
            raise InvalidInput("TKT-4: escreva a resposta", field="body")
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            values = {
                "title": title,
                "body": body,
                "is_offered": is_offered,
                "person_id": names.number_of_person(connection, self._desk.person),
                "changed_at": now,
            }
            articles.write(connection, number, values)
            change_log.record(connection, ARTICLES_CHANGED, now)
        return ARTICLES_CHANGED
