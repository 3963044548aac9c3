"""What can happen to a ticket: the events that are its history (rulebook §5, ACC-9)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any


class EventKind(Enum):
    """Every act of a ticket's life, in the order in which acts of one second are read."""

    OPENED = "opened"
    CLASSIFIED = "classified"
    RECLASSIFIED = "reclassified"
    TRANSFERRED = "transferred"
    CONTRACT_CHANGED = "contract_changed"
    CALENDAR_CHANGED = "calendar_changed"
    ASSIGNED = "assigned"
    OWNER_SET = "owner_set"
    IN_MAINTENANCE = "in_maintenance"
    FORWARDED = "forwarded"
    BACK_TO_SUPPORT = "back_to_support"
    CLIENT_ANSWERED = "client_answered"
    CLIENT_WROTE = "client_wrote"
    NOTE = "note"
    ATTACHED = "attached"
    LINKED = "linked"
    STATUS_SET = "status_set"
    DUE_AGREED = "due_agreed"
    DUE_CLEARED = "due_cleared"
    PENDING_CLIENT = "pending_client"
    SOLUTION = "solution"
    REFUSED = "refused"
    POSTPONED = "postponed"
    COMMENT_MARKED = "comment_marked"
    ACCEPTED = "accepted"
    WARNED = "warned"
    REMINDED = "reminded"
    LIMIT_MOVED = "limit_moved"
    MERGED = "merged"
    UNMERGED = "unmerged"
    CLOSED = "closed"
    CLOSING_ANNULLED = "closing_annulled"
    SURVEY_SENT = "survey_sent"
    SURVEY_ANSWERED = "survey_answered"
    CONSULTING_SET = "consulting_set"
    CONSULTING_ENDED = "consulting_ended"
    LETTER_ISSUED = "letter_issued"
    LETTER_APPROVED = "letter_approved"
    APPOINTMENT_AGREED = "appointment_agreed"
    APPOINTMENT_CANCELLED = "appointment_cancelled"
    TIME_LOGGED = "time_logged"
    TIME_CORRECTED = "time_corrected"
    TIME_VOIDED = "time_voided"
    CAUSE_DECIDED = "cause_decided"
    TEXT_BLANKED = "text_blanked"


KIND_ORDER = {kind: place for place, kind in enumerate(EventKind)}


class Channel(Enum):
    """The way an act reached the desk (TKT-2, ACC-8)."""

    DESK = "desk"
    PORTAL = "portal"
    PHONE = "phone"
    CHAT = "chat"
    EMAIL = "email"
    JOB = "job"
    IMPORT = "import"


class Status(Enum):
    """The states of a ticket (rulebook §5)."""

    NEW = "new"
    IN_PROGRESS = "in_progress"
    PENDING_CLIENT = "pending_client"
    IN_MAINTENANCE = "in_maintenance"
    IN_INNOVATION = "in_innovation"
    IN_FACTORY = "in_factory"
    AWAITING_ACCEPTANCE = "awaiting_acceptance"
    CLOSED = "closed"

    @property
    def kind(self) -> StatusKind:
        """What the status means for the clock; never guessed from a name (SLA-12)."""
        return _STATUS_KINDS.get(self, StatusKind.ATTENDANCE)


class StatusKind(Enum):
    """What a status means for the clock (SLA-12)."""

    ATTENDANCE = "attendance"
    PENDING = "pending"
    ACCEPTANCE = "acceptance"
    CLOSED = "closed"


_STATUS_KINDS = {
    Status.PENDING_CLIENT: StatusKind.PENDING,
    Status.AWAITING_ACCEPTANCE: StatusKind.ACCEPTANCE,
    Status.CLOSED: StatusKind.CLOSED,
}


class Closing(Enum):
    """Why a ticket was closed (rulebook §5)."""

    ACCEPTED = "accepted"
    AUTOMATIC = "automatic"
    DUPLICATE = "duplicate"
    CANCELLED = "cancelled"
    IMPORTED = "imported"


FORWARD_STATUSES = {"innovation": Status.IN_INNOVATION, "factory": Status.IN_FACTORY}
"""Destinations of ``FORWARDED`` and the states they lead to."""


ENDS_A_FORECAST = frozenset(
    {
        EventKind.CLASSIFIED,
        EventKind.RECLASSIFIED,
        EventKind.TRANSFERRED,
        EventKind.CONTRACT_CHANGED,
        EventKind.CALENDAR_CHANGED,
        EventKind.IN_MAINTENANCE,
        EventKind.STATUS_SET,
        EventKind.DUE_AGREED,
        EventKind.DUE_CLEARED,
        EventKind.ACCEPTED,
        EventKind.MERGED,
        EventKind.CLOSED,
    }
)
"""Acts after which the forecast before them moves no more, whatever becomes of the calendars."""
EDITION = "edition"
"""Where such an act says which edition of the calendars was in force; none: the first (SLA-11)."""
FIRST_EDITION = 0
NOTICES = frozenset({EventKind.WARNED, EventKind.REMINDED})
"""Sent by the ticket itself, perhaps for an instant at which it was merged (TKT-8)."""


@dataclass(frozen=True, slots=True)
class Event:
    """One act, appended and never changed.

    ``at`` is when it happened and ``recorded_at`` when it was typed in, both epoch seconds;
    ``actor`` is the number of a person, never a name, and ``payload`` holds references and
    digests only (rulebook §9).
    """

    seq: int
    kind: EventKind
    at: int
    recorded_at: int
    actor: int | None = None
    desk: str = ""
    channel: Channel = Channel.DESK
    payload: Mapping[str, Any] = field(default_factory=dict)

    @property
    def order(self) -> tuple[int, int, int]:
        """Sorts events as they happened: instant, then kind, then sequence."""
        return (self.at, KIND_ORDER[self.kind], self.seq)
