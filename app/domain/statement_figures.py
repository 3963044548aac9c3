"""The figures of the ticket statement and of the SLA report (rulebook §10, SLA-10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from app.domain.severity import Severity


class Outcome(Enum):
    """How a ticket stands to its due instant (SLA-10)."""

    IN_TIME = "in_time"
    LATE = "late"
    RUNNING = "running"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatementTicket:
    """A ticket as its client reads it; what is not so yet is None.

    ``paused_seconds`` is how long the client was waited for, in real seconds.
    """

    number: str
    summary: str
    severity: Severity | None
    opened: datetime
    due: datetime | None
    solved: datetime | None
    outcome: Outcome
    was_ever_late: bool
    pauses: int
    paused_seconds: int
    ending: str
    score: int | None = None


@dataclass(frozen=True, slots=True)
class TicketStatement:
    """The tickets of a client that were opened, solved or open in a period, both ends included."""

    client: str
    cnpj: str
    first: date
    last: date
    tickets: tuple[StatementTicket, ...]

    def count(self, outcome: Outcome) -> int:
        """Return how many tickets stand so."""
        return sum(ticket.outcome is outcome for ticket in self.tickets)


@dataclass(frozen=True, slots=True)
class ComplianceRow:
    """How many tickets of a team and severity fell due, and how they ended (SLA-10)."""

    team: str
    severity: Severity | None
    in_time: int
    late: int
    ever_late: int

    @property
    def total(self) -> int:
        """How many fell due."""
        return self.in_time + self.late

    @property
    def share(self) -> str:
        """The share in time, in percent with one decimal; empty where nothing fell due."""
        return share_text(self.in_time, self.total)


def share_text(part: int, whole: int) -> str:
    """Write a share in percent with one decimal, half-up, as ``93,8 %``; empty of nothing."""
    if not whole:
        return ""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10},{tenths % 10}\u00a0%"


@dataclass(frozen=True, slots=True)
class LateTicket:
    """A ticket that ended late or is late, with what it was late by."""

    number: str
    client: str
    team: str
    severity: Severity | None
    due: datetime
    solved: datetime | None
    late_seconds: int


@dataclass(frozen=True, slots=True)
class SlaReport:
    """Compliance of a period by due instant, final team and severity; the last solution decides."""

    first: date
    last: date
    team: str
    rows: tuple[ComplianceRow, ...]
    late: tuple[LateTicket, ...]

    @property
    def in_time(self) -> int:
        """How many were in time."""
        return sum(row.in_time for row in self.rows)

    @property
    def late_count(self) -> int:
        """How many were late."""
        return sum(row.late for row in self.rows)

    @property
    def share(self) -> str:
        """The share in time of all of them."""
        return share_text(self.in_time, self.in_time + self.late_count)


def by_team(rows: Iterable[ComplianceRow]) -> list[ComplianceRow]:
    """Return the sums of each team, in the order the teams come."""
    sums: dict[str, ComplianceRow] = {}
    for row in rows:
        so_far = sums.get(row.team, ComplianceRow(row.team, None, 0, 0, 0))
        sums[row.team] = ComplianceRow(
            row.team,
            None,
            so_far.in_time + row.in_time,
            so_far.late + row.late,
            so_far.ever_late + row.ever_late,
        )
    return list(sums.values())
