"""Run by Alembic: migrates the connection that ``schema`` hands over."""

from __future__ import annotations

from alembic import context

from app.storage.tables import metadata

HIDDEN_PREFIXES = ("ticket_search", "open_ticket_search")
"""Search tables are made by plain DDL; FTS5 adds shadow tables of its own."""


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Keep the search tables and what belongs to them out of autogenerate."""
    return not (kind == "table" and name is not None and name.startswith(HIDDEN_PREFIXES))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=include_name,
    transaction_per_migration=False,
)
context.run_migrations()
