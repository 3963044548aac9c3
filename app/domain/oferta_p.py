"""What Oferta P owes and when: environments, update evenings, backups (OFP-1 … OFP-3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum

from app.domain.brasilia_days import day_span
from app.domain.clock import from_epoch, instant_of_day, local_date

ENVIRONMENT_DAYS = 15
BACKUP_HOURS = 48
EVENING = time(18)
_FRIDAY = 4
_A_DAY = timedelta(days=1)
_REMINDER_SECONDS = 24 * 3600
IsBusinessDay = Callable[[date], bool]


class ItemKind(Enum):
    """What is owed."""

    ENVIRONMENT = "environment"
    UPDATE = "update"
    BACKUP = "backup"


class ReleaseKind(Enum):
    """What a release mends; that decides the evening on which it is applied (OFP-2)."""

    EMERGENCY = "emergency"
    SERIOUS = "serious"
    MINOR = "minor"


class ItemState(Enum):
    """Whether it is still owed."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class OfertaItem:
    """Something owed until an instant (epoch seconds); ``why`` says by which reckoning."""

    id: int
    kind: ItemKind
    title: str
    client: str
    basis_at: int
    due_at: int
    why: str
    state: ItemState = ItemState.OPEN

    def is_late(self, now: int) -> bool:
        """Tell whether it is still owed after its instant; an update may take the evening."""
        until = self.due_at
        if self.kind is ItemKind.UPDATE:
            until = day_span(local_date(from_epoch(self.due_at)))[1] - 1
        return self.state is ItemState.OPEN and now > until

    def is_near(self, now: int) -> bool:
        """Tell whether it falls due within a day, or has done so: time to be reminded."""
        return self.state is ItemState.OPEN and now >= self.due_at - _REMINDER_SECONDS


def environment_due(signed_on: date) -> int:
    """Return the last second of the 15th day after the contract was signed (OFP-1)."""
    return day_span(signed_on + timedelta(days=ENVIRONMENT_DAYS))[1] - 1


def update_evening(kind: ReleaseKind, released_at: int, is_business_day: IsBusinessDay) -> int:
    """Return the instant from which a release is applied: 18:00 of its evening (OFP-2).

    An emergency goes the same day, at once where it is evening already. Serious fixes go the next
    Friday, the same one before 18:00; minor ones the Friday of the week after. A closed Friday
    gives way to the next business evening.
    """
    released_on = local_date(from_epoch(released_at))
    if kind is ReleaseKind.EMERGENCY:
        return max(instant_of_day(released_on, EVENING), released_at)
    monday = released_on - timedelta(days=released_on.weekday())
    friday = monday + timedelta(days=_FRIDAY)
    if kind is ReleaseKind.MINOR or instant_of_day(friday, EVENING) <= released_at:
        friday += timedelta(weeks=1)
    return instant_of_day(_business_day_from(friday, is_business_day), EVENING)


def _business_day_from(day: date, is_business_day: IsBusinessDay) -> date:
    for later in range(60):
        if is_business_day(day + timedelta(days=later)):
            return day + timedelta(days=later)
    return day  # a calendar closed for two months says nothing of evenings


def backup_due(requested_at: int) -> int:
    """Return the instant 48 hours after a backup was asked for (OFP-3)."""
    return requested_at + BACKUP_HOURS * 3600
