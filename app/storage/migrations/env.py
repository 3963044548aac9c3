"""Run by Alembic: migrates the connection that ``schema`` hands over."""

from __future__ import annotations

from alembic import context

from app.storage.consulting_tables import metadata
from app.storage.migrations.naming import include_name

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    include_name=include_name,
    transaction_per_migration=False,
)
context.run_migrations()
