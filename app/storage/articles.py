"""Articles: what the desk knows already (TKT-4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select, update

from app.domain.articles import Article
from app.storage.tables import article, person


def articles(connection: Connection, *, offered_alone: bool = False) -> list[Article]:
    """Return the articles, by title."""
    query = (
        select(
            article.c.id,
            article.c.title,
            article.c.body,
            article.c.is_offered,
            person.c.name,
            article.c.changed_at,
        )
        .outerjoin(person, person.c.id == article.c.person_id)
        .order_by(article.c.title, article.c.id)
    )
    if offered_alone:
        query = query.where(article.c.is_offered)
    return [Article(*row) for row in connection.execute(query)]


def write(connection: Connection, number: int | None, values: Mapping[str, Any]) -> int:
    """Write an article, a new one where no number is given; returns its number."""
    if number is None:
        written = connection.execute(insert(article).values(**values).returning(article.c.id))
        return int(written.scalar_one())
    connection.execute(update(article).where(article.c.id == number).values(**values))
    return number
