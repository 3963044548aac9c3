"""Roles and PINs of the desk's people, and articles that answer before a ticket is opened."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_Id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Bring the schema forward."""
    of_person: tuple[sa.Column[Any], ...] = (
        sa.Column("role", sa.String(length=20), nullable=False, server_default="analyst"),
        sa.Column("pin_hash", sa.String(length=200), nullable=True),
        sa.Column("wrong_tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("locked_until", sa.BigInteger(), nullable=True),
    )
    for column in of_person:
        op.add_column("person", column)
    op.create_table(
        "article",
        sa.Column("id", _Id, nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
        sa.Column("person_id", _Id, nullable=True),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_article_person_id_person"),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
    )
