"""Calendars that are edited, the roster, proposed holidays, and the items of Oferta P."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column(
        "calendar_revision",
        sa.Column("source", sa.String(length=200), nullable=False, server_default=""),
    )
    op.add_column(
        "ticket", sa.Column("stage", sa.SmallInteger(), nullable=False, server_default="0")
    )
    op.add_column("ticket", sa.Column("pauses", sa.Text()))
    op.add_column(
        "ticket", sa.Column("is_agreed", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    _roster()
    _proposals()
    _oferta_p()


def _roster() -> None:
    op.create_table(
        "duty_swap",
        sa.Column("id", _Id, nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("agreed_by", _Id, nullable=False),
        sa.Column("agreed_at", sa.BigInteger(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["agreed_by"], ["person.id"], name="fk_duty_swap_agreed_by"),
        sa.PrimaryKeyConstraint("id", name="pk_duty_swap"),
    )
    op.create_table(
        "duty",
        sa.Column("id", _Id, nullable=False),
        sa.Column("team_id", _Id, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.SmallInteger(), nullable=False),
        sa.Column("end", sa.SmallInteger(), nullable=False),
        sa.Column("person_id", _Id, nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("swap_id", _Id),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("ended_by", sa.String(length=200)),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_duty_team_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_duty_person_id"),
        sa.ForeignKeyConstraint(["swap_id"], ["duty_swap.id"], name="fk_duty_swap_id"),
        sa.PrimaryKeyConstraint("id", name="pk_duty"),
    )
    op.create_index("ix_duty_day", "duty", ["day", "team_id"])
    op.create_table(
        "absence",
        sa.Column("id", _Id, nullable=False),
        sa.Column("person_id", _Id, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger()),
        sa.Column("ended_by", sa.String(length=200)),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_absence_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_absence"),
    )


def _proposals() -> None:
    op.create_table(
        "holiday_proposal",
        sa.Column("id", _Id, nullable=False),
        sa.Column("team_id", _Id, nullable=False),
        sa.Column("rule", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("origin", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("proposed_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("decided_at", sa.BigInteger()),
        sa.Column("decided_by", sa.String(length=200)),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_holiday_proposal_team_id"),
        sa.PrimaryKeyConstraint("id", name="pk_holiday_proposal"),
    )


def _oferta_p() -> None:
    op.create_table(
        "oferta_item",
        sa.Column("id", _Id, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("client_id", _Id),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("basis_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_at", sa.BigInteger()),
        sa.Column("decided_by", sa.String(length=200)),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_oferta_item_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_oferta_item"),
    )
    op.create_index("ix_oferta_item_due_at", "oferta_item", ["due_at"])
