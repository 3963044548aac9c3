"""The tables, as SQLAlchemy sees them. Instants are epoch seconds in UTC (rulebook §9)."""

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
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    true,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_Id = BigInteger().with_variant(Integer, "sqlite")

counter = Table(
    "counter",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", BigInteger, nullable=False),
)

person = Table(
    "person",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("role", String(20), nullable=False, server_default="analyst"),
    Column("pin_hash", String(200)),
    Column("wrong_tries", Integer, nullable=False, server_default="0"),
    Column("locked_until", BigInteger),
)

client = Table(
    "client",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("cnpj", String(14)),
    Column("city", String(100)),
    Column("state", String(2)),
    Column("contract", String(40)),
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("is_overdue", Boolean, nullable=False, server_default=false()),
    Column("unit", String(100), nullable=False, server_default=""),
    Column("ear", String(200), nullable=False, server_default=""),
    Column("gar", String(200), nullable=False, server_default=""),
)

contact = Table(
    "contact",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("client_id", ForeignKey("client.id"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("email", String(200)),
    Column("phone", String(40)),
    Column("cpf", String(11)),
    Column("is_active", Boolean, nullable=False, server_default=true()),
    Column("may_open", Boolean, nullable=False, server_default=true()),
    Column("may_accept", Boolean, nullable=False, server_default=true()),
    Column("may_approve", Boolean, nullable=False, server_default=false()),
    Column("is_administrator", Boolean, nullable=False, server_default=false()),
    Column("password_hash", String(200)),
    Column("wrong_tries", Integer, nullable=False, server_default="0"),
    Column("locked_until", BigInteger),
    Column("approval_reviewed_on", Date),
)

product = Table(
    "product",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
)

source = Table(
    "source",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("name", String(100), nullable=False, unique=True),
)

holiday_set = Table(
    "holiday_set",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("origin", String(100), nullable=False),
    Column("body", Text, nullable=False),
)

team = Table(
    "team",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("key", String(40), nullable=False, unique=True),
    Column("name", String(100), nullable=False),
    Column("state", String(2)),
    Column("city", String(100)),
)

calendar_revision = Table(
    "calendar_revision",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("calendar", String(40), nullable=False),
    Column("number", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Column("holidays", ForeignKey("holiday_set.digest"), nullable=False),
    Column("author", String(200), nullable=False),
    Column("reason", Text, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("source", String(200), nullable=False, server_default=""),
    UniqueConstraint("calendar", "number"),
)

sla_policy = Table(
    "sla_policy",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("key", String(40), nullable=False),
    Column("version", Integer, nullable=False),
    Column("name", String(200), nullable=False),
    Column("targets", Text, nullable=False),
    Column("calendar", String(40)),
    Column("valid_from", Date, nullable=False),
    Column("valid_until", Date),
    Column("contract", String(40)),
    Column("area", String(40)),
    UniqueConstraint("key", "version"),
)

ticket = Table(
    "ticket",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
    Column("source_id", ForeignKey("source.id")),
    Column("source_key", String(200)),
    Column("team_id", ForeignKey("team.id"), nullable=False),
    Column("client_id", ForeignKey("client.id")),
    Column("contact_id", ForeignKey("contact.id")),
    Column("product_id", ForeignKey("product.id")),
    Column("assignee_id", ForeignKey("person.id")),
    Column("severity", SmallInteger),
    Column("status", SmallInteger, nullable=False),
    Column("status_name", String(100)),
    Column("contract", String(40)),
    Column("opened_at", BigInteger, nullable=False),
    Column("status_since", BigInteger, nullable=False),
    Column("last_event_at", BigInteger, nullable=False),
    Column("solved_at", BigInteger),
    Column("closed_at", BigInteger),
    Column("due_at", BigInteger),
    Column("acceptance_limit", BigInteger),
    Column("calendar", String(40)),
    Column("budget_seconds", BigInteger),
    Column("remaining_seconds", BigInteger),
    Column("queue_group", SmallInteger),
    Column("queue_at", BigInteger),
    Column("severity_rank", SmallInteger),
    Column("head_seq", Integer, nullable=False),
    Column("head_hash", LargeBinary(32), nullable=False),
    Column("closing", String(20)),
    Column("outcome_breached", Boolean),
    Column("outcome_ever_late", Boolean),
    Column("outcome_overrun_seconds", BigInteger),
    Column("outcome_policy", String(60)),
    Column("outcome_revision", Integer),
    Column("next_step_at", BigInteger),
    Column("stage", SmallInteger, nullable=False, server_default="0"),
    Column("pauses", Text),
    Column("is_agreed", Boolean, nullable=False, server_default=false()),
    Column("survey_sent_at", BigInteger),
    Column("survey_until", BigInteger),
    Column("survey_score", SmallInteger),
    UniqueConstraint("source_id", "source_key"),
)
"""The projection of each ticket's history. ``id`` is its number; ``remaining_seconds`` is kept
only while the clock stands, because while it runs it follows from ``due_at`` and the calendar."""

QUEUE_ORDER = (
    ticket.c.queue_group,
    ticket.c.queue_at,
    ticket.c.severity_rank,
    ticket.c.opened_at,
    ticket.c.id,
)
"""SLA-7, as plain columns."""

# The migrations make these indexes partial on PostgreSQL too. Naming that engine here would import
# its dialect at every start.
Index(
    "ix_ticket_queue",
    *QUEUE_ORDER,
    ticket.c.due_at,
    ticket.c.team_id,
    ticket.c.severity,
    ticket.c.status,
    ticket.c.product_id,
    ticket.c.assignee_id,
    ticket.c.client_id,
    ticket.c.status_since,
    sqlite_where=ticket.c.queue_group.is_not(None),
)
Index(
    "ix_ticket_closed",
    ticket.c.closed_at,
    ticket.c.id,
    ticket.c.closing,
    ticket.c.team_id,
    sqlite_where=ticket.c.closed_at.is_not(None),
)
OPEN_BY_NUMBER = "ix_ticket_open_by_number"
"""Orders open tickets found by their words without reading their wide rows."""
Index(
    OPEN_BY_NUMBER,
    ticket.c.id,
    ticket.c.queue_group,
    ticket.c.queue_at,
    ticket.c.severity_rank,
    ticket.c.opened_at,
    ticket.c.team_id,
    sqlite_where=ticket.c.queue_group.is_not(None),
)

Index(
    "ix_ticket_next_step_at",
    ticket.c.next_step_at,
    ticket.c.id,
    sqlite_where=ticket.c.next_step_at.is_not(None),
)


def _counted(name: str, *columns: str) -> None:
    """Index what the dashboard counts by the instant it is counted on: no wide row is read."""
    first = ticket.c[columns[0]]
    where = None if not first.nullable else first.is_not(None)
    Index(f"ix_ticket_{name}", *(ticket.c[column] for column in columns), sqlite_where=where)


_counted("opened", "opened_at", "team_id")
_counted("solved", "solved_at", "team_id")
_counted(
    *("due", "due_at", "team_id", "severity", "closed_at", "solved_at", "closing"),
    *("outcome_breached", "outcome_ever_late"),
)
_counted(
    *("survey", "survey_sent_at", "survey_until", "survey_score", "team_id", "assignee_id"),
    "product_id",
)

ticket_text = Table(
    "ticket_text",
    metadata,
    Column("ticket_id", ForeignKey("ticket.id"), primary_key=True),
    Column("summary", Text, nullable=False),
    Column("description", Text, nullable=False, server_default=""),
)

event = Table(
    "event",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("actor_id", ForeignKey("person.id")),
    Column("desk", String(100), nullable=False),
    Column("channel", String(10), nullable=False),
    Column("payload", Text, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Column("source_row", String(32)),
    UniqueConstraint("ticket_id", "seq"),
    sqlite_autoincrement=True,
)

event_text = Table(
    "event_text",
    metadata,
    Column("event_id", ForeignKey("event.id"), primary_key=True),
    Column("body", Text),
    Column("salt", LargeBinary(16), nullable=False),
)

anchor = Table(
    "anchor",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("day", Date, nullable=False),
    Column("last_event_id", BigInteger, nullable=False),
    Column("digest", LargeBinary(32), nullable=False),
)

change_log = Table(
    "change_log",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("ticket_id", BigInteger),
    Column("at", BigInteger, nullable=False),
    sqlite_autoincrement=True,
)

setting = Table(
    "setting",
    metadata,
    Column("key", String(60), primary_key=True),
    Column("value", Text, nullable=False),
)
"""What people changed from its default, as JSON."""

intake_record = Table(
    "intake_record",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("desk", String(100), nullable=False),
    Column("person_id", ForeignKey("person.id")),
    Column("channel", String(20)),
    Column("client_id", ForeignKey("client.id")),
    Column("client", String(200), nullable=False),
    Column("contact", String(200), nullable=False),
    Column("rule", String(20), nullable=False),
    Column("words", Text, nullable=False),
    Column("ticket_id", ForeignKey("ticket.id")),
)
"""What intake did that became no ticket: refusals, referrals, deflections (CLI-5, CLI-6, TKT-4)."""

article = Table(
    "article",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("title", String(200), nullable=False),
    Column("body", Text, nullable=False),
    Column("is_offered", Boolean, nullable=False),
    Column("person_id", ForeignKey("person.id")),
    Column("changed_at", BigInteger, nullable=False),
)
"""What the desk knows already, offered while a summary is typed (TKT-4)."""

outbox = Table(
    "outbox",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("ticket_id", ForeignKey("ticket.id")),
    Column("kind", String(30), nullable=False),
    Column("subject_at", BigInteger, nullable=False),
    Column("recipient", String(200), nullable=False),
    Column("subject", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("message_id", String(100), nullable=False),
    Column("state", String(20), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("next_try_at", BigInteger),
    Column("created_at", BigInteger, nullable=False),
    Column("sent_at", BigInteger),
    Column("failure", Text, nullable=False, server_default=""),
    Column("document_id", _Id),
    UniqueConstraint("ticket_id", "kind", "subject_at"),
)

presence = Table(
    "presence",
    metadata,
    Column("desk", String(120), primary_key=True),
    Column("ticket_id", BigInteger, nullable=False, index=True),
    Column("person", String(200), nullable=False),
    Column("seen_at", BigInteger, nullable=False),
)
"""Which ticket each desk shows just now; it holds no promise and is part of no history."""
