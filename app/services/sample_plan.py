"""How many tickets of the demo end how, how near their deadlines, and by which detours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

PRODUCT_TEAMS = ("suporte-tecnico", "vitrine", "first")
"""Teams whose tickets can go to maintenance."""


class Ending(Enum):
    """Where a ticket of the demo stands today (rulebook §5)."""

    NEW = auto()
    IN_PROGRESS = auto()
    PENDING = auto()
    MAINTENANCE = auto()
    INNOVATION = auto()
    FACTORY = auto()
    AWAITING = auto()
    ACCEPTED = auto()
    AUTOMATIC = auto()
    DUPLICATE = auto()
    CANCELLED = auto()

    @property
    def is_solved(self) -> bool:
        """Whether the desk registered a solution that stands."""
        return self in (Ending.AWAITING, Ending.ACCEPTED, Ending.AUTOMATIC)


class Timing(Enum):
    """How much of its target a ticket has used; fresh ones were opened in the last working day."""

    FRESH = auto()
    CALM = auto()
    SOON = auto()
    TODAY = auto()
    LATE = auto()


class Detour(Enum):
    """What happened to a ticket on its way."""

    ASKED = auto()
    TRANSFERRED = auto()
    UNCLAIMED = auto()
    RECLASSIFIED = auto()
    MAINTAINED = auto()
    REFUSED = auto()
    AGREED = auto()
    POSTPONED = auto()
    NEAR_LIMIT = auto()


@dataclass(frozen=True, slots=True)
class Plan:
    """So many tickets of one kind."""

    count: int
    ending: Ending
    timing: Timing
    detours: frozenset[Detour] = frozenset()

    @property
    def needs_maintenance(self) -> bool:
        """Whether only the team of a product can have such a ticket."""
        away = (Ending.MAINTENANCE, Ending.INNOVATION, Ending.FACTORY)
        return self.ending in away or Detour.MAINTAINED in self.detours


def _plan(count: int, ending: Ending, timing: Timing, *detours: Detour) -> Plan:
    return Plan(count, ending, timing, frozenset(detours))


PLANS = (
    _plan(14, Ending.NEW, Timing.FRESH),
    _plan(4, Ending.NEW, Timing.CALM),
    _plan(3, Ending.NEW, Timing.SOON),
    _plan(3, Ending.NEW, Timing.LATE),
    _plan(8, Ending.IN_PROGRESS, Timing.FRESH),
    _plan(9, Ending.IN_PROGRESS, Timing.TODAY),
    _plan(6, Ending.IN_PROGRESS, Timing.LATE),
    _plan(3, Ending.IN_PROGRESS, Timing.LATE, Detour.ASKED),
    _plan(8, Ending.IN_PROGRESS, Timing.CALM),
    _plan(5, Ending.IN_PROGRESS, Timing.CALM, Detour.ASKED),
    _plan(4, Ending.IN_PROGRESS, Timing.SOON),
    _plan(3, Ending.IN_PROGRESS, Timing.CALM, Detour.TRANSFERRED, Detour.UNCLAIMED),
    _plan(2, Ending.IN_PROGRESS, Timing.CALM, Detour.TRANSFERRED),
    _plan(3, Ending.IN_PROGRESS, Timing.SOON, Detour.RECLASSIFIED),
    _plan(3, Ending.IN_PROGRESS, Timing.CALM, Detour.REFUSED),
    _plan(3, Ending.IN_PROGRESS, Timing.CALM, Detour.AGREED),
    _plan(3, Ending.IN_PROGRESS, Timing.CALM, Detour.MAINTAINED),
    _plan(10, Ending.PENDING, Timing.CALM),
    _plan(6, Ending.PENDING, Timing.SOON, Detour.ASKED),
    _plan(3, Ending.PENDING, Timing.LATE),
    _plan(10, Ending.MAINTENANCE, Timing.CALM),
    _plan(2, Ending.MAINTENANCE, Timing.CALM, Detour.ASKED),
    _plan(3, Ending.MAINTENANCE, Timing.LATE),
    _plan(3, Ending.INNOVATION, Timing.CALM),
    _plan(3, Ending.FACTORY, Timing.CALM),
    _plan(12, Ending.AWAITING, Timing.CALM),
    _plan(3, Ending.AWAITING, Timing.LATE),
    _plan(2, Ending.AWAITING, Timing.SOON, Detour.REFUSED),
    _plan(6, Ending.AWAITING, Timing.CALM, Detour.NEAR_LIMIT),
    _plan(2, Ending.AWAITING, Timing.CALM, Detour.POSTPONED),
    _plan(1, Ending.AWAITING, Timing.SOON, Detour.RECLASSIFIED),
    _plan(90, Ending.ACCEPTED, Timing.CALM),
    _plan(14, Ending.ACCEPTED, Timing.CALM, Detour.ASKED),
    _plan(18, Ending.ACCEPTED, Timing.SOON),
    _plan(14, Ending.ACCEPTED, Timing.LATE),
    _plan(12, Ending.ACCEPTED, Timing.CALM, Detour.TRANSFERRED),
    _plan(10, Ending.ACCEPTED, Timing.CALM, Detour.RECLASSIFIED),
    _plan(10, Ending.ACCEPTED, Timing.CALM, Detour.REFUSED),
    _plan(6, Ending.ACCEPTED, Timing.SOON, Detour.REFUSED, Detour.ASKED),
    _plan(14, Ending.ACCEPTED, Timing.CALM, Detour.MAINTAINED),
    _plan(2, Ending.ACCEPTED, Timing.LATE, Detour.MAINTAINED),
    _plan(26, Ending.AUTOMATIC, Timing.CALM),
    _plan(6, Ending.AUTOMATIC, Timing.LATE),
    _plan(2, Ending.AUTOMATIC, Timing.CALM, Detour.POSTPONED),
    _plan(14, Ending.CANCELLED, Timing.CALM),
    # Last, for each of them repeats one that is already there.
    _plan(12, Ending.DUPLICATE, Timing.CALM),
)
"""The 400 tickets of the demo, 150 of them open."""
