"""Believable instants for the demo: where in a team's working days things happen."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.brasilia_days import DAY_SECONDS, day_span
from app.domain.clock import from_epoch, local_date
from app.domain.working_time import WorkingTime

MIN_GAP_SECONDS = 60
"""Two acts on a ticket lie at least so far apart, where the day leaves room for it."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A team's working time around today; instants are epoch seconds.

    ``time`` counts for the deadline, ``pace`` says when people act: they differ where a team
    attends day and night. ``today`` is midnight of the day on which the demo is opened.
    """

    time: WorkingTime
    pace: WorkingTime
    today: int
    now: int

    @property
    def day_seconds(self) -> int:
        """Counted seconds of the team's next business day, today included."""
        closing = self.time.closing_of_business_day(self.today - 1, 1)
        return self.time.seconds_between(self.today, closing)

    def before(self, end: int, seconds: int) -> int:
        """Return the last instant from which so many counted seconds lie before an end."""
        reach = max(4 * seconds, 3 * DAY_SECONDS)
        while self.time.seconds_between(end - reach, end) < seconds:
            reach *= 2
        low, high = end - reach, end
        while high - low > 1:
            middle = (low + high) // 2
            if self.time.seconds_between(middle, end) >= seconds:
                low = middle
            else:
                high = middle
        return low

    def lately(self, share: float) -> int:
        """Return an instant of today, or of the working day before when it has not come yet."""
        seconds = self.pace.seconds_between(*day_span(self._today_date))
        planned = self.pace.instant_after(self.today, round(share * seconds))
        if seconds and planned <= self.now:
            return planned
        return self.on_a_working_day(1, share)

    def on_a_working_day(self, days_ago: int, share: float, step_days: int = 1) -> int:
        """Return an instant of the working day so long ago, or of the next one back.

        ``share`` says where in the day; ``step_days`` of -1 looks for a later day instead.
        """
        while True:
            start, end = day_span(self._today_date - timedelta(days=days_ago))
            seconds = self.pace.seconds_between(start, end)
            if seconds:
                return self.pace.instant_after(start, 1 + round(share * (seconds - 1)))
            days_ago += step_days

    def spread(self, opened: int, end: int, shares: list[float]) -> list[int]:
        """Return one instant per share of the working time between two, in rising order."""
        room = (len(shares) + 1) * MIN_GAP_SECONDS
        axis = self.pace if self.pace.seconds_between(opened, end) >= room else self.time
        seconds, offset, found = axis.seconds_between(opened, end), 0, []
        for share in shares:
            offset = max(offset + MIN_GAP_SECONDS, round(share * seconds))
            found.append(axis.instant_after(opened, offset))
        return found

    def after(self, start: int, dice: random.Random, *, until: int, days: float) -> int:
        """Return a working instant after another, within so many days and before an end."""
        room = self.pace.seconds_between(start, until)
        most = min(room, round(days * self.day_seconds))
        return self.pace.instant_after(start, max(1, round(dice.uniform(0.05, 0.95) * most)))

    @property
    def _today_date(self) -> date:
        return local_date(from_epoch(self.today))
