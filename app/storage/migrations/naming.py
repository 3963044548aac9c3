"""Which tables Alembic compares with the program's own."""

from __future__ import annotations

from app.storage import search


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Keep the search tables out: plain DDL makes them, and FTS5 adds shadow tables of its own."""
    return not (kind == "table" and name is not None and name.startswith((search.ALL, search.OPEN)))
