"""The running timer: one a person, alive by its heartbeat, never inventing a minute (CON-4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.queue_view import Reference
from app.domain.time_entries import Activity, Span, TimeKind

HEARTBEAT_SECONDS = 10
"""So often a window gives a sign of life; so much at most is lost with a machine that dies."""
PATIENCE_SECONDS = 120
"""After so long without a sign nobody knows whether the person was at work (pitfall E10)."""


class Silence(Enum):
    """What becomes of a stretch in which nobody gave a sign of life."""

    KEEP = "keep"
    CUT = "cut"
    SPLIT = "split"


@dataclass(frozen=True, slots=True)
class RunningTimer:
    """A timer as the database holds it from its first second; instants are epoch seconds."""

    person: Reference
    ticket: int
    activity: Activity
    kind: TimeKind
    description: str
    started_at: int
    seen_at: int

    def is_silent(self, now: int) -> bool:
        """Tell whether there was no sign of life for too long: the person has to be asked."""
        return now - self.seen_at > PATIENCE_SECONDS

    def lived(self, now: int) -> int:
        """Return the end of what was lived through: now, or later where the clock was set back."""
        return max(now, self.seen_at)

    def until(self, end: int) -> Span:
        """Return the stretch that ends at an instant; it never runs backwards."""
        return Span(self.started_at, max(self.started_at, end))

    def proposal(self) -> Span:
        """Return what is proposed after a silence: up to the last sign of life."""
        return self.until(self.seen_at)

    def seconds(self, now: int) -> int:
        """Return how long it has run, as the status bar counts."""
        return self.until(self.lived(now)).seconds
