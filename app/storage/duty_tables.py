"""The tables of the team calendar besides its revisions: roster, proposals, Oferta P."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
)

from app.storage.tables import metadata

__all__ = ["absence", "duty", "duty_swap", "holiday_proposal", "metadata", "oferta_item"]

_Id = BigInteger().with_variant(Integer, "sqlite")

duty_swap = Table(
    "duty_swap",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("author", String(200), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("agreed_by", ForeignKey("person.id"), nullable=False),
    Column("agreed_at", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
)
"""Who agreed to a swap, when, and how it was told (CAL-7)."""

duty = Table(
    "duty",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("team_id", ForeignKey("team.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("start", SmallInteger, nullable=False),
    Column("end", SmallInteger, nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("author", String(200), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("swap_id", ForeignKey("duty_swap.id")),
    Column("ended_at", BigInteger),
    Column("ended_by", String(200)),
    Index("ix_duty_day", "day", "team_id"),
)
"""Who is on duty; a row is never taken away, it ends (CAL-7). Minutes since midnight."""

absence = Table(
    "absence",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    Column("reason", String(200), nullable=False),
    Column("author", String(200), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("ended_at", BigInteger),
    Column("ended_by", String(200)),
)

holiday_proposal = Table(
    "holiday_proposal",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("team_id", ForeignKey("team.id"), nullable=False),
    Column("rule", String(20), nullable=False),
    Column("name", String(200), nullable=False),
    Column("kind", String(20), nullable=False),
    Column("origin", String(200), nullable=False),
    Column("author", String(200), nullable=False),
    Column("proposed_at", BigInteger, nullable=False),
    Column("state", String(12), nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by", String(200)),
)
"""Imported holidays: nothing until somebody confirms them (pitfall A05)."""

oferta_item = Table(
    "oferta_item",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("client_id", ForeignKey("client.id")),
    Column("title", String(200), nullable=False),
    Column("basis_at", BigInteger, nullable=False),
    Column("due_at", BigInteger, nullable=False, index=True),
    Column("why", Text, nullable=False),
    Column("state", String(12), nullable=False),
    Column("author", String(200), nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("decided_at", BigInteger),
    Column("decided_by", String(200)),
)
"""What Oferta P owes, and until when (OFP-1 … OFP-3)."""
