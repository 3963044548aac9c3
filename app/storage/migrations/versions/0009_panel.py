"""What the panel of managers counts: surveys in the ticket's row, and indexes by instant."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_BRASILIA = ZoneInfo("America/Sao_Paulo")
_DEFAULT_DAYS = 30


def upgrade() -> None:
    """Bring the schema forward."""
    for name, kind in (
        ("survey_sent_at", sa.BigInteger()),
        ("survey_until", sa.BigInteger()),
        ("survey_score", sa.SmallInteger()),
    ):
        op.add_column("ticket", sa.Column(name, kind))
    _fill_surveys(op.get_bind())
    op.drop_index("ix_ticket_closed", table_name="ticket")
    _index("closed", "closed_at", "id", "closing", "team_id")
    op.create_index("ix_ticket_opened", "ticket", ["opened_at", "team_id"])
    _index("solved", "solved_at", "team_id")
    _index(
        "due",
        "due_at",
        "team_id",
        "severity",
        "closed_at",
        "solved_at",
        "closing",
        "outcome_breached",
        "outcome_ever_late",
    )
    _index(
        "survey",
        "survey_sent_at",
        "survey_until",
        "survey_score",
        "team_id",
        "assignee_id",
        "product_id",
    )


def _index(name: str, first: str, *others: str) -> None:
    where = sa.text(f"{first} IS NOT NULL")
    op.create_index(
        f"ix_ticket_{name}",
        "ticket",
        [first, *others],
        sqlite_where=where,
        postgresql_where=where,
    )


def _fill_surveys(connection: sa.Connection) -> None:
    """Read what was sent and answered from the histories."""
    query = sa.text(
        "SELECT ticket_id, kind, at, payload FROM event"
        " WHERE kind IN ('survey_sent', 'survey_answered') ORDER BY ticket_id, at, seq"
    )
    rows: dict[int, dict[str, int | None]] = {}
    for number, kind, at, payload in connection.execute(query):
        said = json.loads(payload)
        if kind == "survey_sent" and number not in rows:
            until = _end_of_last_day(at, said.get("days", _DEFAULT_DAYS))
            rows[number] = {"number": number, "sent": at, "until": until, "score": None}
        elif kind == "survey_answered" and number in rows and rows[number]["score"] is None:
            rows[number]["score"] = said.get("score") or 0
    if rows:
        change = sa.text(
            "UPDATE ticket SET survey_sent_at = :sent, survey_until = :until,"
            " survey_score = :score WHERE id = :number"
        )
        connection.execute(change, list(rows.values()))


def _end_of_last_day(sent_at: int, days: int) -> int:
    day: date = datetime.fromtimestamp(sent_at, UTC).astimezone(_BRASILIA).date()
    after = datetime.combine(day + timedelta(days=days + 1), datetime.min.time(), _BRASILIA)
    return int(after.timestamp())
