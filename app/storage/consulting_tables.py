"""The tables of consulting: minutes, timers, rates, and the documents that were issued."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from app.storage.duty_tables import metadata

__all__ = [
    "appointment",
    "billed_part",
    "consulting",
    "consulting_terms",
    "credit",
    "document",
    "document_body",
    "igpm",
    "metadata",
    "minute_rate",
    "running_timer",
    "time_entry",
]

_Id = BigInteger().with_variant(Integer, "sqlite")

consulting = Table(
    "consulting",
    metadata,
    Column("ticket_id", ForeignKey("ticket.id"), primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("released_at", BigInteger),
    Column("cause", String(12)),
    Column("step", SmallInteger, nullable=False),
    Column("has_letter", Boolean, nullable=False, server_default=false()),
)
"""The projection of each ticket that is a consulting (CON-1)."""

appointment = Table(
    "appointment",
    metadata,
    Column("ticket_id", ForeignKey("ticket.id"), primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("start_at", BigInteger, nullable=False),
    Column("end_at", BigInteger, nullable=False, index=True),
    Column("tool", String(100), nullable=False),
    Column("specialist", String(200), nullable=False),
)
"""The projection of what was agreed with clients; ``seq`` is its event (CON-8)."""

time_entry = Table(
    "time_entry",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("activity", String(20), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("start_at", BigInteger, nullable=False),
    Column("end_at", BigInteger, nullable=False),
    Column("origin", String(10), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("source_row", String(64), unique=True),
    Column("voided_at", BigInteger),
    Column("voided_by", String(200)),
    Column("void_reason", Text),
    Index("ix_time_entry_person_id", "person_id", "start_at"),
)
"""Minutes as the history of their ticket tells them; ``seq`` is the event whose text describes
them (rulebook §9). Whole seconds, never rounded here (CON-4)."""

running_timer = Table(
    "running_timer",
    metadata,
    Column("person_id", ForeignKey("person.id"), primary_key=True, autoincrement=False),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False, index=True),
    Column("activity", String(20), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("description", Text, nullable=False),
    Column("started_at", BigInteger, nullable=False),
    Column("seen_at", BigInteger, nullable=False),
)
"""One a person: its key says so (CON-4)."""

minute_rate = Table(
    "minute_rate",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("client_id", ForeignKey("client.id"), nullable=False),
    Column("first_day", Date, nullable=False),
    Column("rate", BigInteger, nullable=False),
    Column("author", String(200), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("adjustment", Text),
    UniqueConstraint("client_id", "first_day"),
)
"""Rates per minute in ten-thousandths of a real; ``adjustment`` is its composition (CON-5)."""

consulting_terms = Table(
    "consulting_terms",
    metadata,
    Column("client_id", ForeignKey("client.id"), primary_key=True, autoincrement=False),
    Column("anniversary", Date, nullable=False),
    Column("negative", String(10), nullable=False),
)
"""What a contract says of its yearly adjustment (CON-5)."""

igpm = Table(
    "igpm",
    metadata,
    Column("month", Date, primary_key=True),
    Column("percent", String(12), nullable=False),
    Column("source", String(200), nullable=False),
    Column("author", String(200), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
)
"""Months that were typed or imported; they go before what is shipped (CON-5)."""

document = Table(
    "document",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", String(30), nullable=False),
    Column("number", Integer, nullable=False),
    Column("client_id", ForeignKey("client.id"), index=True),
    Column("ticket_id", ForeignKey("ticket.id")),
    Column("first", Date),
    Column("last", Date),
    Column("subject", String(250), nullable=False),
    Column("issued_at", BigInteger, nullable=False),
    Column("issued_by", String(200), nullable=False),
    Column("code", String(24), nullable=False, unique=True),
    Column("digest", LargeBinary(32), nullable=False, index=True),
    UniqueConstraint("kind", "number"),
)
"""What was issued; a row and its body are written together and never changed (CON-7)."""

document_body = Table(
    "document_body",
    metadata,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    Column("figures", Text, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
)

billed_part = Table(
    "billed_part",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False, index=True),
    Column("entry_id", ForeignKey("time_entry.id"), nullable=False, index=True),
    Column("line", Integer, nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("rate", BigInteger),
    Column("start_at", BigInteger, nullable=False),
    Column("end_at", BigInteger, nullable=False),
)
"""What an issued statement fixed (CON-7)."""

credit = Table(
    "credit",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("line", Integer, nullable=False),
    Column("entry_id", ForeignKey("time_entry.id"), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("cents", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("settled_by", ForeignKey("document.id"), index=True),
    UniqueConstraint("document_id", "line", "entry_id"),
)
"""What an issued statement gives back; the next one settles it (CON-7)."""
