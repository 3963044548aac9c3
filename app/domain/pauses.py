"""Pauses: the stretches in which the client is waited for and the clock stands (SLA-5, SLA-12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from app.domain.errors import InvalidInput


class PauseReason(Enum):
    """Why the clock stands: the client is waited for, or the ticket was merged (TKT-8)."""

    ANSWER = "answer"
    ACCEPTANCE = "acceptance"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch ``[start, end)`` in epoch seconds; no end while it is still open."""

    start: int
    end: int | None
    reason: PauseReason = PauseReason.ANSWER

    def __post_init__(self) -> None:
        """Refuse a pause that ends before it starts."""
        if self.end is not None and self.end < self.start:
            raise InvalidInput("SLA-5: a pausa termina antes de começar")


def disjoint(pauses: Iterable[Pause], since: int) -> tuple[Pause, ...]:
    """Return the pauses in order, cut at the opening, each second paused once (SLA-5).

    Where two overlap, the one that began first keeps the common part.
    """
    result: list[Pause] = []
    free_from = since
    for pause in sorted(pauses, key=lambda pause: pause.start):
        start = max(pause.start, free_from)
        if pause.end is None:
            result.append(Pause(start, None, pause.reason))
            break
        if pause.end > start:
            is_whole = start == pause.start
            result.append(pause if is_whole else Pause(start, pause.end, pause.reason))
            free_from = pause.end
    return tuple(result)
