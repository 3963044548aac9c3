"""What intake records beside tickets, what a client's page shows, and quicker words."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema forward."""
    _words()
    _hide_words_of_ombudsman()
    with op.batch_alter_table("outbox") as outbox:
        outbox.alter_column("ticket_id", existing_type=_Id, nullable=True)
    op.create_table(
        "intake_record",
        sa.Column("id", _Id, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("desk", sa.String(length=100), nullable=False),
        sa.Column("person_id", _Id, nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("client_id", _Id, nullable=True),
        sa.Column("client", sa.String(length=200), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("rule", sa.String(length=20), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("ticket_id", _Id, nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_intake_record_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_intake_record_client_id_client")
        ),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["ticket.id"], name=op.f("fk_intake_record_ticket_id_ticket")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_record")),
    )
    of_client: tuple[sa.Column[Any], ...] = (
        sa.Column("unit", sa.String(length=100), nullable=False, server_default=""),
        sa.Column("ear", sa.String(length=200), nullable=False, server_default=""),
        sa.Column("gar", sa.String(length=200), nullable=False, server_default=""),
    )
    of_contact: tuple[sa.Column[Any], ...] = (
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("wrong_tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("locked_until", sa.BigInteger(), nullable=True),
        sa.Column("approval_reviewed_on", sa.Date(), nullable=True),
    )
    for table, columns in (("client", of_client), ("contact", of_contact)):
        for column in columns:
            op.add_column(table, column)


def _hide_words_of_ombudsman() -> None:
    """Let nobody's words find what Ouvidoria was told (OUV-2)."""
    theirs = "SELECT id FROM ticket WHERE team_id IN (SELECT id FROM team WHERE key = 'ouvidoria')"
    for table in ("ticket_search", "open_ticket_search"):
        op.execute(f"DELETE FROM {table} WHERE rowid IN ({theirs})")


def _words() -> None:
    """List the words behind a beginning; order the open tickets found without their rows."""
    op.drop_index("ix_ticket_closed_by_number", table_name="ticket")
    op.create_index(
        "ix_ticket_open_by_number",
        "ticket",
        ["id", "queue_group", "queue_at", "severity_rank", "opened_at"],
        sqlite_where=sa.text("queue_group IS NOT NULL"),
        postgresql_where=sa.text("queue_group IS NOT NULL"),
    )
    if op.get_bind().dialect.name == "sqlite":
        for table in ("ticket_search", "open_ticket_search"):
            op.execute(f"CREATE VIRTUAL TABLE {table}_words USING fts5vocab({table}, row)")
