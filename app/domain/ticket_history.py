"""The state of a ticket as its history tells it (rulebook §5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.acceptance import Acceptance
from app.domain.pauses import Pause
from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.domain.ticket_events import Closing, Event, Status, StatusKind


@dataclass(frozen=True, slots=True)
class SlaTerms:
    """What decides the deadline, in force from an instant on, and the event that set it (SLA-2)."""

    since: int
    cause: Event
    severity: Severity | None
    team: str
    stage: Stage
    contract: str | None
    agreed_due: int | None = None


@dataclass(frozen=True, slots=True)
class Oddity:
    """An event the rules would have refused, and what was made of it."""

    seq: int
    text: str


Notice = tuple[str, int, str]
"""What was sent: its kind, the instant it is for, and the level of a warning."""


@dataclass(frozen=True, slots=True)
class Automatic:
    """What the ticket's own automatic steps have to know; instants are epoch seconds.

    ``held_since`` is set while the client's words wait to be marked: nothing is closed meanwhile
    (ACC-3). ``imported_until`` is the last imported event: nothing is caught up for before it.
    """

    notices: frozenset[Notice] = frozenset()
    held_since: int | None = None
    imported_until: int | None = None
    closed_by_import: bool = False
    survey_sent: bool = False


@dataclass(frozen=True, slots=True)
class TicketHistory:
    """The state of a ticket as its events tell it; instants are epoch seconds.

    ``terms`` holds every change of what decides the deadline, the last one in force.
    ``solved_at`` is the last solution that stands: none after a refusal.
    """

    opened_at: int
    status: Status
    status_name: str | None
    status_since: int
    assignee: int | None
    facts: Mapping[str, Any]
    terms: tuple[SlaTerms, ...]
    pauses: tuple[Pause, ...]
    acceptance: Acceptance | None
    has_postponed: bool
    solved_at: int | None
    solutions: int
    first_answer_at: int | None
    closed_at: int | None
    closing: Closing | None
    merged_into: str | None
    transfers: int
    last_event_at: int
    oddities: tuple[Oddity, ...]
    automatic: Automatic

    @property
    def severity(self) -> Severity | None:
        """The severity in force; none when the ticket was never classified."""
        return self.terms[-1].severity

    @property
    def team(self) -> str:
        """The key of the team in charge."""
        return self.terms[-1].team

    @property
    def is_open(self) -> bool:
        """Whether the ticket is not closed."""
        return self.status is not Status.CLOSED

    @property
    def waits_for_client(self) -> bool:
        """Whether the clock stands because the client is waited for (SLA-5)."""
        return self.status.kind in (StatusKind.PENDING, StatusKind.ACCEPTANCE)

    @property
    def settled_at(self) -> int | None:
        """When the desk's part was done: the standing solution, else the closing (SLA-10)."""
        return self.closed_at if self.solved_at is None else self.solved_at
