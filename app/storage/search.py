"""Text search: words folded by us, so that both engines answer alike."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Connection,
    Select,
    Text,
    cast,
    literal_column,
    select,
    text,
)

from app.storage.search_text import words_of

ALL, OPEN = "ticket_search", "open_ticket_search"
NUMBER: ColumnElement[int] = literal_column("rowid", BigInteger())

_LONGEST_KEPT_BEGINNING = 3
_MOST_ENDINGS = 16
_BEHIND_EVERY_LETTER = "{"
_NEXT_ENDING = """
    SELECT {table}_words.term FROM {table}_words
    WHERE {table}_words.term >= {least} AND {table}_words.term < :end
    ORDER BY {table}_words.term LIMIT 1
"""
_ENDINGS = """
    WITH RECURSIVE ending (term) AS (
        SELECT * FROM ({first})
        UNION ALL
        SELECT ({next}) FROM ending WHERE ending.term IS NOT NULL
        LIMIT :most
    )
    SELECT term FROM ending WHERE term IS NOT NULL
"""
"""From word to word: the tickets of a common one are passed over, not counted."""


def add(connection: Connection, texts: Sequence[tuple[int, str, bool]]) -> None:
    """Index tickets that are new: number, text, and whether it is open."""
    sqlite = _is_sqlite(connection)
    values = "(?, ?)" if sqlite else "(%s, array_to_tsvector(%s))"
    indexed = [
        (number, _indexed(sorted(set(words_of(written))), sqlite=sqlite), is_open)
        for number, written, is_open in texts
    ]
    for table, rows in (
        (ALL, [(number, words) for number, words, _is_open in indexed]),
        (OPEN, [(number, words) for number, words, is_open in indexed if is_open]),
    ):
        if rows:
            connection.exec_driver_sql(f"INSERT INTO {table} (rowid, words) VALUES {values}", rows)


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Let tickets be found by their words no more."""
    rows = [{"number": number} for number in numbers]
    for table in (OPEN, ALL) if rows else ():
        connection.execute(text(f"DELETE FROM {table} WHERE rowid = :number"), rows)


def replace(connection: Connection, number: int, written: str, *, is_open: bool) -> None:
    """Index a ticket anew; what is not indexed (OUV-2) stays so."""
    gone = [
        connection.execute(text(f"DELETE FROM {table} WHERE rowid = :number"), {"number": number})
        for table in (OPEN, ALL)
    ]
    if gone[-1].rowcount:
        add(connection, [(number, written, is_open)])


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def _indexed(words: list[str], *, sqlite: bool) -> object:
    return " ".join(words) if sqlite else words


def condition(
    connection: Connection, table: str, number: ColumnElement[int], asked: str
) -> ColumnElement[bool] | None:
    """Return the condition that the ticket of a number has the words asked for.

    None when nothing is asked.
    """
    found = numbers(connection, table, asked)
    return None if found is None else number.in_(found)


def numbers(connection: Connection, table: str, asked: str) -> Select[int] | None:
    """Return the question for the tickets that have the words asked for, in no order.

    Every word has to be there, each as the beginning of a word. None when nothing is asked.
    """
    words = words_of(asked)
    if not words:
        return None
    if _is_sqlite(connection):
        # The table itself stands for all its words: it keeps no positions and no columns apart.
        match = " AND ".join(f"({_beginning(connection, table, word)})" for word in words)
        found = literal_column(table, Text()).op("MATCH", return_type=Boolean())(match)
    else:
        from sqlalchemy.dialects.postgresql import TSQUERY  # imported only where it is spoken

        match = " & ".join(f"'{word}':*" for word in words)
        found = literal_column("words").op("@@", return_type=Boolean())(cast(match, TSQUERY))
    return select(NUMBER).select_from(text(table)).where(found)


def _beginning(connection: Connection, table: str, word: str) -> str:
    """Ask SQLite for all words that begin so.

    The lists of whole words are read as they stand; those behind a beginning would be merged
    first, which takes five times as long unless the index keeps beginnings of that length.
    """
    if len(word) > _LONGEST_KEPT_BEGINNING:
        endings = _endings(connection, table, word)
        if 0 < len(endings) <= _MOST_ENDINGS:
            return " OR ".join(f'"{ending}"' for ending in endings)
    return f'"{word}" *'


def _endings(connection: Connection, table: str, word: str) -> list[str]:
    """Return the words that begin so, or one more than are worth being listed."""
    # The least word behind another ends with the sign that comes first of all.
    query = _ENDINGS.format(
        first=_NEXT_ENDING.format(table=table, least=":word"),
        next=_NEXT_ENDING.format(table=table, least="ending.term || '0'"),
    )
    bounds = {"word": word, "end": word + _BEHIND_EVERY_LETTER, "most": _MOST_ENDINGS + 1}
    return list(connection.exec_driver_sql(query, bounds).scalars())
