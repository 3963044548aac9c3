"""Answers of many rows, read without waiting for the interpreter between two of them.

The driver of SQLite lets go of the interpreter with every row and has to wait for it again while
the window works; one row that holds them all is waited for once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import ColumnElement, Connection, Select, func, select

_PIECE = 4096


def first_column(connection: Connection, query: Select[Any]) -> list[int]:
    """Return the numbers in the only column of a query."""
    if connection.dialect.name == "sqlite":
        (column,) = query.subquery().c
        listed = connection.execute(select(func.group_concat(column))).scalar()
        found: list[int] = orjson.loads(f"[{listed or ''}]")
        return found
    # Straight from the driver, in pieces: 60,000 Row objects would cost four times the query.
    result = connection.execute(query)
    cursor = result.cursor
    found = []
    while cursor is not None and (piece := cursor.fetchmany(_PIECE)):
        found += [row[0] for row in piece]
    result.close()
    return found


class WholeRows:
    """A query of numbers and texts, answered with all its rows; a yes or no is 1 or 0 on SQLite."""

    def __init__(self, query: Select[Any]) -> None:
        """Prepare the query for either engine, once."""
        self._apart = query
        row = func.json_array(*query.selected_columns)
        self._listed = query.with_only_columns(func.json_group_array(row))

    def where(
        self, connection: Connection, condition: ColumnElement[bool]
    ) -> Sequence[Sequence[Any]]:
        """Return the rows for which a condition holds, in no order."""
        if connection.dialect.name == "sqlite":
            listed = connection.execute(self._listed.where(condition)).scalar_one()
            found: list[list[Any]] = orjson.loads(listed)
            return found
        return connection.execute(self._apart.where(condition)).all()
