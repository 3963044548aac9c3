"""The order of the queue by urgency (SLA-7) and how near a deadline is (SLA-9)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.deadline import Deadline
    from app.domain.ticket_sla import TicketSla


class QueueGroup(IntEnum):
    """The groups of the queue, most urgent first."""

    NOT_COMPUTABLE = 0
    RUNNING = 1
    AWAITING_ACCEPTANCE = 2
    PENDING_CLIENT = 3


UNCLASSIFIED_RANK = 4
"""Stands for a severity that is not known yet, after every known one."""


@dataclass(frozen=True, slots=True, order=True)
class QueuePlace:
    """A ticket's place; it changes only when something is written, never because time passes.

    ``instant`` is, by group: the opening, the due instant, the acceptance limit, the beginning
    of the wait. Equal places are told apart by the ticket's number.
    """

    group: QueueGroup
    instant: int
    severity_rank: int
    opened_at: int


def place_of(sla: TicketSla) -> QueuePlace | None:
    """Return a ticket's place in the queue; closed tickets have none (SLA-7)."""
    history = sla.history
    if not history.is_open:
        return None
    rank = UNCLASSIFIED_RANK if history.severity is None else history.severity.rank
    group, instant = _group(sla)
    return QueuePlace(group, instant, rank, history.opened_at)


def _group(sla: TicketSla) -> tuple[QueueGroup, int]:
    history = sla.history
    if not sla.current.is_computable:
        return QueueGroup.NOT_COMPUTABLE, history.opened_at
    if history.acceptance is not None:
        return QueueGroup.AWAITING_ACCEPTANCE, history.acceptance.limit
    if sla.due is None or history.waits_for_client:
        return QueueGroup.PENDING_CLIENT, history.status_since
    return QueueGroup.RUNNING, sla.due


class Nearness(Enum):
    """How much of the target is used (SLA-9)."""

    CALM = "calm"
    HALF = "half"
    SOON = "soon"
    VERY_SOON = "very_soon"
    LATE = "late"


_USED_PERCENT = ((90, Nearness.VERY_SOON), (75, Nearness.SOON), (50, Nearness.HALF))


def nearness(remaining_seconds: int, budget_seconds: int) -> Nearness:
    """Tell how near a running deadline is from what is left of its budget."""
    if remaining_seconds < 0:
        return Nearness.LATE
    used = budget_seconds - remaining_seconds
    for percent, level in _USED_PERCENT:
        if 100 * used >= percent * budget_seconds:
            return level
    return Nearness.CALM


@dataclass(frozen=True, slots=True)
class WarningLevel:
    """When to warn: at a share of the target, or counted seconds around the due instant (SLA-9).

    Exactly one of ``share`` and ``offset_seconds`` is given; a negative offset lies before.
    """

    name: str
    share: Fraction | None = None
    offset_seconds: int = 0

    def used_seconds(self, budget_seconds: int) -> int:
        """Return how much of the budget is used when the level is reached."""
        if self.share is None:
            return budget_seconds + self.offset_seconds
        return -(-self.share.numerator * budget_seconds // self.share.denominator)


DEFAULT_LEVELS = (
    WarningLevel("50 %", share=Fraction(1, 2)),
    WarningLevel("75 %", share=Fraction(3, 4)),
    WarningLevel("90 %", share=Fraction(9, 10)),
    WarningLevel("prazo", share=Fraction(1)),
)


@dataclass(frozen=True, slots=True)
class SlaWarning:
    """A warning that falls due at an instant (epoch seconds).

    ``born_short`` marks one whose instant had passed when the ticket was opened (pitfall A10).
    """

    level: WarningLevel
    at: int
    born_short: bool = False


def warnings_of(
    deadline: Deadline, levels: tuple[WarningLevel, ...] = DEFAULT_LEVELS
) -> tuple[SlaWarning, ...]:
    """Return when each level is reached, by instant; none for what a pause holds back.

    Of the levels that had passed at the opening only the highest is kept (SLA-9).
    """
    found: list[SlaWarning] = []
    born: list[SlaWarning] = []
    for level in sorted(levels, key=lambda level: level.used_seconds(deadline.budget)):
        used = level.used_seconds(deadline.budget)
        if used <= 0:
            born = [SlaWarning(level, deadline.opened, born_short=True)]
            continue
        at = deadline.instant_of(used)
        if at is not None:
            found.append(SlaWarning(level, at))
    return (*born, *found)
