"""Automatic steps: when a ticket has one to take, what goes out for it, and the settings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("ticket", sa.Column("next_step_at", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_ticket_next_step_at",
        "ticket",
        ["next_step_at", "id"],
        sqlite_where=sa.text("next_step_at IS NOT NULL"),
        postgresql_where=sa.text("next_step_at IS NOT NULL"),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", _Id, nullable=False),
        sa.Column("ticket_id", _Id, nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("subject_at", sa.BigInteger(), nullable=False),
        sa.Column("recipient", sa.String(length=200), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("message_id", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try_at", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("sent_at", sa.BigInteger(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=False, server_default=""),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_outbox_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("ticket_id", "kind", "subject_at", name=op.f("uq_outbox_ticket_id")),
    )
    _client_standing()


def _client_standing() -> None:
    """Give clients and contacts what intake asks of them (CLI-3 … CLI-5)."""
    for column in (
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("is_overdue", sa.Boolean(), nullable=False, server_default=sa.false()),
    ):
        op.add_column("client", column)
    for column in (
        sa.Column("is_active", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("may_open", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("may_accept", sa.Boolean(), nullable=False, server_default=sa.true()),
        sa.Column("may_approve", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("is_administrator", sa.Boolean(), nullable=False, server_default=sa.false()),
    ):
        op.add_column("contact", column)
