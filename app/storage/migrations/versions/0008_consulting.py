"""Consulting: minutes, timers, rates, and the documents that were issued."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Bring the schema forward."""
    op.add_column("outbox", sa.Column("document_id", _Id))
    _consulting()
    _appointment()
    _time_entry()
    _running_timer()
    _minute_rate()
    _consulting_terms()
    _igpm()
    _document()
    _document_body()
    _billed_part()
    _credit()


def _consulting() -> None:
    op.create_table(
        "consulting",
        sa.Column("ticket_id", _Id, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("released_at", sa.BigInteger()),
        sa.Column("cause", sa.String(length=12)),
        sa.Column("step", sa.SmallInteger(), nullable=False),
        sa.Column("has_letter", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_consulting_ticket_id"),
        sa.PrimaryKeyConstraint("ticket_id", name="pk_consulting"),
    )


def _appointment() -> None:
    op.create_table(
        "appointment",
        sa.Column("ticket_id", _Id, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("start_at", sa.BigInteger(), nullable=False),
        sa.Column("end_at", sa.BigInteger(), nullable=False),
        sa.Column("tool", sa.String(length=100), nullable=False),
        sa.Column("specialist", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_appointment_ticket_id"),
        sa.PrimaryKeyConstraint("ticket_id", "seq", name="pk_appointment"),
    )
    op.create_index("ix_appointment_end_at", "appointment", ["end_at"])


def _time_entry() -> None:
    op.create_table(
        "time_entry",
        sa.Column("id", _Id, nullable=False),
        sa.Column("ticket_id", _Id, nullable=False),
        sa.Column("person_id", _Id, nullable=False),
        sa.Column("activity", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("start_at", sa.BigInteger(), nullable=False),
        sa.Column("end_at", sa.BigInteger(), nullable=False),
        sa.Column("origin", sa.String(length=10), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("source_row", sa.String(length=64)),
        sa.Column("voided_at", sa.BigInteger()),
        sa.Column("voided_by", sa.String(length=200)),
        sa.Column("void_reason", sa.Text()),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_time_entry_ticket_id"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_time_entry_person_id"),
        sa.PrimaryKeyConstraint("id", name="pk_time_entry"),
        sa.UniqueConstraint("source_row", name="uq_time_entry_source_row"),
    )
    op.create_index("ix_time_entry_person_id", "time_entry", ["person_id", "start_at"])
    op.create_index("ix_time_entry_ticket_id", "time_entry", ["ticket_id"])


def _running_timer() -> None:
    op.create_table(
        "running_timer",
        sa.Column("person_id", _Id, nullable=False, autoincrement=False),
        sa.Column("ticket_id", _Id, nullable=False),
        sa.Column("activity", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_running_timer_person_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_running_timer_ticket_id"),
        sa.PrimaryKeyConstraint("person_id", name="pk_running_timer"),
    )
    op.create_index("ix_running_timer_ticket_id", "running_timer", ["ticket_id"])


def _minute_rate() -> None:
    op.create_table(
        "minute_rate",
        sa.Column("id", _Id, nullable=False),
        sa.Column("client_id", _Id, nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("rate", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("adjustment", sa.Text()),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_minute_rate_client_id"),
        sa.PrimaryKeyConstraint("id", name="pk_minute_rate"),
        sa.UniqueConstraint("client_id", "first_day", name="uq_minute_rate_client_id"),
    )


def _consulting_terms() -> None:
    op.create_table(
        "consulting_terms",
        sa.Column("client_id", _Id, nullable=False, autoincrement=False),
        sa.Column("anniversary", sa.Date(), nullable=False),
        sa.Column("negative", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_consulting_terms_client_id"),
        sa.PrimaryKeyConstraint("client_id", name="pk_consulting_terms"),
    )


def _igpm() -> None:
    op.create_table(
        "igpm",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("percent", sa.String(length=12), nullable=False),
        sa.Column("source", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("month", name="pk_igpm"),
    )


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("id", _Id, nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("client_id", _Id),
        sa.Column("ticket_id", _Id),
        sa.Column("first", sa.Date()),
        sa.Column("last", sa.Date()),
        sa.Column("subject", sa.String(length=250), nullable=False),
        sa.Column("issued_at", sa.BigInteger(), nullable=False),
        sa.Column("issued_by", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(length=24), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_document_client_id"),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name="fk_document_ticket_id"),
        sa.PrimaryKeyConstraint("id", name="pk_document"),
        sa.UniqueConstraint("kind", "number", name="uq_document_kind"),
        sa.UniqueConstraint("code", name="uq_document_code"),
    )
    op.create_index("ix_document_client_id", "document", ["client_id"])
    op.create_index("ix_document_digest", "document", ["digest"])


def _document_body() -> None:
    op.create_table(
        "document_body",
        sa.Column("document_id", _Id, nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_document_body_document_id"
        ),
        sa.PrimaryKeyConstraint("document_id", name="pk_document_body"),
    )


def _billed_part() -> None:
    op.create_table(
        "billed_part",
        sa.Column("id", _Id, nullable=False),
        sa.Column("document_id", _Id, nullable=False),
        sa.Column("entry_id", _Id, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=20), nullable=False),
        sa.Column("rate", sa.BigInteger()),
        sa.Column("start_at", sa.BigInteger(), nullable=False),
        sa.Column("end_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name="fk_billed_part_document_id"
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["time_entry.id"], name="fk_billed_part_entry_id"),
        sa.PrimaryKeyConstraint("id", name="pk_billed_part"),
    )
    op.create_index("ix_billed_part_document_id", "billed_part", ["document_id"])
    op.create_index("ix_billed_part_entry_id", "billed_part", ["entry_id"])


def _credit() -> None:
    op.create_table(
        "credit",
        sa.Column("id", _Id, nullable=False),
        sa.Column("document_id", _Id, nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("entry_id", _Id, nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("cents", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("author", sa.String(length=200), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("settled_by", _Id),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_credit_document_id"),
        sa.ForeignKeyConstraint(["entry_id"], ["time_entry.id"], name="fk_credit_entry_id"),
        sa.ForeignKeyConstraint(["settled_by"], ["document.id"], name="fk_credit_settled_by"),
        sa.PrimaryKeyConstraint("id", name="pk_credit"),
        sa.UniqueConstraint("document_id", "line", "entry_id", name="uq_credit_document_id"),
    )
    op.create_index("ix_credit_settled_by", "credit", ["settled_by"])
