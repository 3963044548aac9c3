"""Text search: words folded by us, so that both engines answer alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from app.storage.search_text import words_of

ALL, OPEN = "ticket_search", "open_ticket_search"
_CHUNK = 500


def index(connection: Connection, texts: Sequence[tuple[int, str, bool]]) -> None:
    """Index tickets anew: number, text, and whether it is open."""
    numbers = [number for number, _text, _is_open in texts]
    _remove(connection, ALL, numbers)
    _remove(connection, OPEN, numbers)
    value = ":words" if _is_sqlite(connection) else "array_to_tsvector(:words)"
    for table in (ALL, OPEN):
        rows = [
            {"rowid": number, "words": _indexed(connection, written)}
            for number, written, is_open in texts
            if is_open or table == ALL
        ]
        if rows:
            connection.execute(
                text(f"INSERT INTO {table} (rowid, words) VALUES (:rowid, {value})"), rows
            )


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _indexed(connection: Connection, written: str) -> object:
    words = sorted(set(words_of(written)))
    return " ".join(words) if _is_sqlite(connection) else words


def _remove(connection: Connection, table: str, numbers: Iterable[int]) -> None:
    connection.execute(
        text(f"DELETE FROM {table} WHERE rowid = :number"),
        [{"number": number} for number in numbers],
    )


def condition(connection: Connection, table: str, asked: str) -> tuple[str, str] | None:
    """Return an SQL condition on ``ticket.id`` and the value of its ``:match``.

    Every word has to be there, each as the beginning of a word. None when nothing is asked.
    """
    words = words_of(asked)
    if not words:
        return None
    if _is_sqlite(connection):
        match = " AND ".join(f'"{word}" *' for word in words)
        return f"ticket.id IN (SELECT rowid FROM {table} WHERE words MATCH :match)", match
    match = " & ".join(f"{word}:*" for word in words)
    return (
        f"ticket.id IN (SELECT rowid FROM {table} WHERE words @@ to_tsquery('simple', :match))",
        match,
    )
