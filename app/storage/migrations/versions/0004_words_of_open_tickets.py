"""Order the open tickets found by their words without reading a row of theirs."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OPEN = sa.text("queue_group IS NOT NULL")


def upgrade() -> None:
    """Bring the schema forward."""
    op.drop_index("ix_ticket_open_by_number", table_name="ticket")
    op.create_index(
        "ix_ticket_open_by_number",
        "ticket",
        ["id", "queue_group", "queue_at", "severity_rank", "opened_at", "team_id"],
        sqlite_where=_OPEN,
        postgresql_where=_OPEN,
    )
