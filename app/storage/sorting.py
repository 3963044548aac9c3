"""Names stand where a reader looks for them: without accents and case, alike on both engines."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from app.storage.search_text import fold

_ACCENTED = "áàâãäéèêëíìîïóòôõöúùûüçñ"
_PLAIN = "aaaaaeeeeiiiiooooouuuucn"


class folded(FunctionElement[str]):  # noqa: N801  # reads like the SQL function it is
    """A text as it is sorted; SQLite alone would put Água behind Zebra."""

    type = Text()
    inherit_cache = True


@compiles(folded, "sqlite")
def _on_sqlite(element: folded, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    return f"bancada_fold({compiler.process(element.clauses, **options)})"


@compiles(folded, "postgresql")
def _on_postgresql(element: folded, compiler: SQLCompiler, **options: Any) -> str:  # noqa: ANN401
    text = compiler.process(element.clauses, **options)
    return f"translate(lower({text}), '{_ACCENTED}', '{_PLAIN}') COLLATE \"C\""


def teach_folding(connection: sqlite3.Connection) -> None:
    """Give a connection of SQLite the function that ``folded`` calls."""
    connection.create_function("bancada_fold", 1, _fold, deterministic=True)


def _fold(text: str | None) -> str | None:
    return None if text is None else fold(text)
