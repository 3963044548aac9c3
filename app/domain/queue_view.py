"""What a person asks of the queue, and the rows that answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.severity import Severity
from app.domain.ticket_events import Status


class Scope(Enum):
    """Which tickets are meant."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


class SortKey(Enum):
    """By what a list is ordered; urgency is SLA-7."""

    URGENCY = "urgency"
    NUMBER = "number"
    SEVERITY = "severity"
    CLIENT = "client"
    SUMMARY = "summary"
    PRODUCT = "product"
    TEAM = "team"
    STATUS = "status"
    ASSIGNEE = "assignee"
    OPENED = "opened"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """A question to the queue; an empty tuple does not restrict.

    ``due_before`` keeps running tickets due before an epoch second; ``waiting`` those that wait
    for the client; ``unassigned`` those nobody took.
    """

    scope: Scope = Scope.OPEN
    teams: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    statuses: tuple[Status, ...] = ()
    products: tuple[int, ...] = ()
    clients: tuple[int, ...] = ()
    assignees: tuple[int, ...] = ()
    unassigned: bool = False
    waiting: bool = False
    due_before: int | None = None
    text: str = ""
    sort: SortKey = SortKey.URGENCY
    descending: bool = False


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One line of a list; instants are epoch seconds, ``number`` is the ticket's."""

    number: int
    version: int
    source_key: str | None
    severity: Severity | None
    status: Status
    status_name: str | None
    team: str
    team_name: str
    client: str
    client_place: str
    product: str
    assignee: str | None
    summary: str
    opened_at: int
    status_since: int
    closed_at: int | None
    due_at: int | None
    acceptance_limit: int | None
    calendar: str | None
    budget_seconds: int | None
    remaining_seconds: int | None
    outcome_breached: bool | None

    @property
    def waits_for_client(self) -> bool:
        """Whether the clock stands because the client is waited for (SLA-5)."""
        return self.status in (Status.PENDING_CLIENT, Status.AWAITING_ACCEPTANCE)

    def is_overdue(self, now: int) -> bool:
        """Tell whether the ticket is late, or ended late (SLA-10)."""
        if self.outcome_breached is not None:
            return self.outcome_breached
        if self.due_at is None:
            return False
        settled = self.status is Status.AWAITING_ACCEPTANCE
        return (self.status_since if settled else now) > self.due_at


@dataclass(frozen=True, slots=True)
class Choice:
    """A value a filter offers, with its name and how many open tickets it would keep."""

    value: int | str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A person, client or product by number and name."""

    id: int
    name: str
