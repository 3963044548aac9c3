"""How an act is taken back while it is fresh: by the act that brings back what was so before it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.clock import format_instant, from_epoch
from app.domain.ticket_events import EventKind, Status
from app.domain.ticket_history import TicketHistory

_REASON = "desfeito logo em seguida"

UNDOABLE = frozenset(
    {
        EventKind.ASSIGNED,
        EventKind.OWNER_SET,
        EventKind.RECLASSIFIED,
        EventKind.MERGED,
        EventKind.DUE_AGREED,
    }
)
Undo = Mapping[str, Any]
"""An act as it is said, without the number of its ticket."""


def undo_of(kind: EventKind, before: TicketHistory, people: Mapping[int, str]) -> Undo | None:
    """Return the act that takes another back, none where what it did cannot be taken back.

    ``people`` gives the names of the desk. What was told to a client is never taken back.
    """
    if kind is EventKind.ASSIGNED and before.status is not Status.IN_PROGRESS:
        return None  # work began, or a pause ended: that cannot be made not to have been
    if kind in (EventKind.ASSIGNED, EventKind.OWNER_SET):
        return _owner(before, people)
    if kind is EventKind.RECLASSIFIED:
        return _severity(before)
    if kind is EventKind.DUE_AGREED:
        return _due(before)
    return {"act": "unmerge"} if kind is EventKind.MERGED else None


def _owner(before: TicketHistory, people: Mapping[int, str]) -> Undo:
    owner = people.get(before.assignee or 0)
    return {"act": "owner"} | ({} if owner is None else {"assignee": owner})


def _severity(before: TicketHistory) -> Undo | None:
    if before.severity is None:
        return None
    return {"act": "reclassify", "severity": before.severity.value, "reason": _REASON}


def _due(before: TicketHistory) -> Undo:
    due = before.terms[-1].agreed_due
    if due is None:
        return {"act": "clear_due"}
    return {"act": "agree_due", "due": format_instant(from_epoch(due)), "reason": _REASON}
