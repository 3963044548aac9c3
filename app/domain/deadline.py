"""When a ticket is due: budget, pauses, suspension, what is left (SLA-3 … SLA-5, SLA-10)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from fractions import Fraction

from app.domain.clock import from_epoch
from app.domain.errors import InvalidInput
from app.domain.pauses import Pause, disjoint
from app.domain.working_time import WorkingTime

SECONDS_PER_HOUR = 3600


class TargetUnit(Enum):
    """How a target is counted."""

    HOURS = "hours"
    BUSINESS_DAYS = "business_days"


@dataclass(frozen=True, slots=True)
class Target:
    """A promise: so many working hours, or so many business days."""

    unit: TargetUnit
    value: Fraction

    def __post_init__(self) -> None:
        """Refuse a target that is not positive, or not whole seconds, or not whole days."""
        if self.value <= 0:
            raise InvalidInput("SLA-3: a meta precisa ser maior que zero")
        if self.unit is TargetUnit.BUSINESS_DAYS and self.value.denominator != 1:
            raise InvalidInput("SLA-4: a meta em dias úteis precisa ser um número inteiro de dias")
        if (self.value * SECONDS_PER_HOUR).denominator != 1:
            raise InvalidInput("SLA-3: a meta em horas precisa dar segundos inteiros")

    def budget_from(self, opened: int, time: WorkingTime) -> int:
        """Return the counted seconds that the target gives a ticket opened at an instant.

        For business days: from the opening to the end of the n-th business day's last counted
        window (SLA-4).
        """
        if self.unit is TargetUnit.HOURS:
            return self.value.numerator * SECONDS_PER_HOUR // self.value.denominator
        return time.seconds_between(opened, time.closing_of_business_day(opened, int(self.value)))


def hours(value: int) -> Target:
    """Return a target in working hours."""
    return Target(TargetUnit.HOURS, Fraction(value))


def business_days(value: int) -> Target:
    """Return a target in business days."""
    return Target(TargetUnit.BUSINESS_DAYS, Fraction(value))


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed deadline; instants are epoch seconds.

    ``due`` is none while it is suspended: the client is waited for and only working seconds are
    left (SLA-5). ``pauses`` are disjoint and in order.
    """

    opened: int
    budget: int
    pauses: tuple[Pause, ...]
    due: int | None
    time: WorkingTime

    @property
    def is_suspended(self) -> bool:
        """Whether a pause without end began before the deadline."""
        return self.due is None

    @property
    def due_at(self) -> datetime | None:
        """The due instant in UTC."""
        return None if self.due is None else from_epoch(self.due)

    def elapsed(self, now: int) -> int:
        """Return the counted seconds from the opening to an instant, pauses left out."""
        return self.time.seconds_between(self.opened, now) - self.paused(now)

    def paused(self, now: int) -> int:
        """Return the counted seconds that lie in pauses up to an instant."""
        return sum(
            self.time.seconds_between(p.start, now if p.end is None else min(p.end, now))
            for p in self.pauses
        )

    def remaining(self, now: int) -> int:
        """Return the counted seconds left at an instant; negative when overdue."""
        return self.budget - self.elapsed(now)

    def is_breached(self, now: int) -> bool:
        """Tell whether an instant lies after the due one; at it, the ticket is in time (SLA-10)."""
        return self.due is not None and now > self.due

    def instant_of(self, used_seconds: int) -> int | None:
        """Return when so much of the budget is used; none where an open pause holds it back."""
        return _reached(self.opened, used_seconds, self.pauses, self.time)

    @property
    def start(self) -> int:
        """The first second that counts for the ticket (pitfall C15)."""
        return self.time.next_counted(self.opened)


def deadline_for(
    opened: int, target: Target, pauses: Iterable[Pause], time: WorkingTime
) -> Deadline:
    """Work out when a ticket is due, always counted from its opening (SLA-2 … SLA-5).

    Raises ``NotComputable`` when the target is never reached. A pause that began at or after the
    due instant changes nothing.
    """
    budget = target.budget_from(opened, time)
    cut = disjoint(pauses, opened)
    return Deadline(opened, budget, cut, _reached(opened, budget, cut, time), time)


def _reached(opened: int, budget: int, pauses: tuple[Pause, ...], time: WorkingTime) -> int | None:
    resumed, left = opened, budget
    for pause in pauses:
        worked = time.seconds_between(resumed, pause.start)
        if worked >= left:
            break
        if pause.end is None:
            time.instant_after(opened, 1)  # refuses a calendar that never counts
            return None
        left -= worked
        resumed = pause.end
    return time.instant_after(resumed, left)
