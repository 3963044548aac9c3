"""Which ticket each desk shows just now, and words listed without counting their tickets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "presence",
        sa.Column("desk", sa.String(length=120), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("desk", name="pk_presence"),
    )
    op.create_index("ix_presence_ticket_id", "presence", ["ticket_id"])
    if op.get_bind().dialect.name == "sqlite":
        for table in ("ticket_search", "open_ticket_search"):
            op.execute(f"DROP TABLE {table}_words")
            op.execute(f"CREATE VIRTUAL TABLE {table}_words USING fts5vocab({table}, instance)")
