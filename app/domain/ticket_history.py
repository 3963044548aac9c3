"""The state of a ticket as its history tells it (rulebook §5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.acceptance import Acceptance
from app.domain.pauses import Pause
from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.domain.ticket_events import EDITION, FIRST_EDITION, Closing, Event, Status, StatusKind


@dataclass(frozen=True, slots=True)
class SlaTerms:
    """What decides the deadline, in force from an instant on, and the event that set it (SLA-2).

    ``edition`` is set once they ended: they were measured by the calendars as they stood in that
    edition, and no later edit moves them (SLA-11). None are those in force: by the newest.
    """

    since: int
    cause: Event
    severity: Severity | None
    team: str
    stage: Stage
    contract: str | None
    agreed_due: int | None = None
    edition: int | None = None


def settled_terms(
    terms: Sequence[SlaTerms], closed_by: Event | None = None, edits: Sequence[Event] = ()
) -> tuple[SlaTerms, ...]:
    """Name for each set of terms that ended the calendars it was measured by (SLA-11).

    What ended it says so: the act that set the next ones, or the closing. Where that was typed in
    after an edit of the calendar but happened before it, the edit says what held until then.
    """
    enders = [*(later.cause for later in terms[1:]), closed_by]
    return tuple(
        ended if ender is None else replace(ended, edition=_edition_until(ender, edits))
        for ended, ender in zip(terms, enders, strict=True)
    )


def _edition_until(ender: Event, edits: Sequence[Event]) -> int:
    later = (edition_at(edit) for edit in edits if edit.order > ender.order)
    return min(later, default=edition_at(ender))


def edition_at(ender: Event) -> int:
    """Return the edition of the calendars until an act; the first where it names none."""
    edition = ender.payload.get(EDITION)
    return edition if isinstance(edition, int) else FIRST_EDITION


@dataclass(frozen=True, slots=True)
class Oddity:
    """An event the rules would have refused, and what was made of it."""

    seq: int
    text: str


Notice = tuple[str, int, str]
"""What was sent: its kind, the instant it is for, and the level of a warning."""


@dataclass(frozen=True, slots=True)
class SentSurvey:
    """A survey as its ticket's row tells it: it may be answered before ``until`` (ACC-6).

    ``score`` stands once it was answered; zero where the answer told none.
    """

    sent_at: int
    until: int
    score: int | None = None


@dataclass(frozen=True, slots=True)
class Automatic:
    """What the ticket's own automatic steps have to know; instants are epoch seconds.

    ``held_since`` is set while the client's words wait to be marked: nothing is closed meanwhile
    (ACC-3). ``imported_until`` is the last imported event: nothing is caught up for before it.
    ``survey`` is the survey that was sent (ACC-6).
    """

    notices: frozenset[Notice] = frozenset()
    held_since: int | None = None
    imported_until: int | None = None
    closed_by_import: bool = False
    survey: SentSurvey | None = None


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

    def team_at(self, instant: int) -> str:
        """Return the key of the team that was in charge at an instant; the first one before it."""
        begun = [terms.team for terms in self.terms if terms.since <= instant]
        return begun[-1] if begun else self.terms[0].team

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
