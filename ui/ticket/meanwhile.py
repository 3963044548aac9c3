"""What others did to a ticket while somebody read it, in one line (pitfall G01)."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.clock import from_epoch
from app.services.tickets import EventLine
from ui.desk_words import word
from ui.format import clock_time


def told_of(lines: Sequence[EventLine]) -> str:
    """Return who did what when, the oldest first."""
    told = (
        (clock_time(from_epoch(line.event.recorded_at)), line.actor, word(line.event.kind))
        for line in lines
    )
    return " · ".join(" ".join(filter(None, parts)) for parts in told)
