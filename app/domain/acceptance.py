"""The acceptance of a solution: limit, reminder, one postponement (ACC-1, ACC-2, ACC-4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from app.domain.clock import from_epoch, instant_of_day, local_date

ACCEPTANCE_DAYS = 15
POSTPONEMENT_DAYS = 45
REMINDER_DAYS_BEFORE = 4
_LAST_SECOND = time(23, 59, 59)
_REMINDER_HOUR = time(8)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One wait for the client's word on a solution; ``since`` is in epoch seconds."""

    since: int
    limit_date: date
    reminder_date: date

    @property
    def limit(self) -> int:
        """The last second in which the client may answer, in epoch seconds (ACC-1)."""
        return instant_of_day(self.limit_date, _LAST_SECOND)

    @property
    def reminder(self) -> int:
        """When the client is reminded, in epoch seconds (ACC-2)."""
        return instant_of_day(self.reminder_date, _REMINDER_HOUR)

    def postponed(self) -> Acceptance:
        """Return the wait with 45 more calendar days, counted from the running limit (ACC-4)."""
        return _until(self.since, self.limit_date + timedelta(days=POSTPONEMENT_DAYS))

    def moved_to(self, limit_date: date) -> Acceptance:
        """Return the wait with another last day; its reminder has gone already (ACC-7a)."""
        return replace(self, limit_date=limit_date)


def acceptance_from(since: int) -> Acceptance:
    """Open the wait for a solution registered at an instant: 15 calendar days (ACC-1)."""
    return _until(since, local_date(from_epoch(since)) + timedelta(days=ACCEPTANCE_DAYS))


def _until(since: int, limit_date: date) -> Acceptance:
    return Acceptance(since, limit_date, limit_date - timedelta(days=REMINDER_DAYS_BEFORE))
