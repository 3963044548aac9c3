"""Time, compiled: counted seconds and business days by binary search (CAL-1 … CAL-6).

A calendar revision becomes sorted arrays of UTC window edges with running totals of counted
seconds, one year at a time as years are asked for. Every question is then two searches, whatever
the span. Instants are epoch seconds; the methods that take and give ``datetime`` say so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime
from itertools import accumulate
from operator import sub

from app.domain.brasilia_days import DAY_SECONDS, date_of, year_start
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.compiled_years import CompiledYear, compile_year, varied_year
from app.domain.errors import InvalidInput, NotComputable
from app.domain.team_calendar import CalendarRevision

FIRST_YEAR, LAST_YEAR = 1900, 2200
MAX_IDLE_DAYS = 400
"""A stretch this long without a counted second has no deadline in it (pitfall A13)."""
_MAX_IDLE_SECONDS = MAX_IDLE_DAYS * DAY_SECONDS


class WorkingTime:
    """A calendar revision compiled for counting."""

    def __init__(
        self,
        revision: CalendarRevision,
        *,
        base: tuple[WorkingTime, frozenset[date]] | None = None,
    ) -> None:
        """Prepare to count by a revision; years are compiled when first needed.

        ``base`` is a time to start from, and the only dates on which the revision differs.
        """
        self.revision = revision
        self._base = base
        self._years: dict[int, CompiledYear] = {}
        self.first = self.last = 0
        """The compiled range ``[first, last)`` in epoch seconds; empty at first."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.totals: list[int] = []
        """Counted seconds from ``first`` to the end of each stretch."""
        self._business_days: list[int] = []
        self._closings: list[int] = []
        self.idle: list[tuple[int, int]] = []
        """Stretches of 400 days or more without a counted second."""

    def varied(self, revision: CalendarRevision, dates: Iterable[date]) -> WorkingTime:
        """Return the time of a revision that differs from this one on the given dates only."""
        return WorkingTime(revision, base=(self, frozenset(dates)))

    def seconds_between(self, start: int, end: int) -> int:
        """Return the counted seconds in ``[start, end)``; 0 when it is empty or backwards."""
        if end <= start:
            return 0
        if start < self.first or end > self.last:
            self.cover(start, end)
        return self._until(end) - self._until(start)

    def instant_after(self, start: int, seconds: int) -> int:
        """Return the earliest instant at which so many seconds were counted since ``start``.

        A count reached exactly at a window's end answers that end (SLA-3). Raises
        ``NotComputable`` when no second counts for 400 days on the way.
        """
        if seconds <= 0:
            return start
        if not self.first <= start < self.last:
            self.cover(start, start + 1)
        wanted = self._until(start) + seconds
        if not self.totals or self.totals[-1] < wanted:
            self._compile_until(start, seconds)
        at = bisect_left(self.totals, wanted)
        found = self.ends[at] - (self.totals[at] - wanted)
        if self.idle:
            self._refuse_idle(start, found)
        return found

    def closing_of_business_day(self, start: int, count: int) -> int:
        """Return the end of the n-th business day's last counted window (SLA-4).

        The local day of ``start`` is excluded, the n-th business day after it included.
        """
        if not self.first <= start < self.last:
            self.cover(start, start + 1)
        opening_day = (local_date(from_epoch(start)) - date_of(0)).days
        while True:
            at = bisect_right(self._business_days, opening_day) + count - 1
            if at < len(self._business_days):
                break
            self._compile_next_year(start)
        if self.idle:
            self._refuse_idle(start, self._closings[at])
        return self._closings[at]

    def is_counted(self, instant: int) -> bool:
        """Tell whether the second that begins at an instant counts."""
        return self.seconds_between(instant, instant + 1) == 1

    def next_counted(self, instant: int) -> int:
        """Return the first counted second at or after an instant."""
        return self.instant_after(instant, 1) - 1

    def seconds_between_instants(self, start: datetime, end: datetime) -> int:
        """Return the counted seconds between two aware instants."""
        return self.seconds_between(to_epoch(start), to_epoch(end))

    def deadline(self, start: datetime, seconds: int) -> datetime:
        """Return the aware instant (UTC) that lies so many counted seconds after another."""
        return from_epoch(self.instant_after(to_epoch(start), seconds))

    def cover_total(self, start: int, seconds: int) -> None:
        """Compile until so many seconds count after ``start``; ``NotComputable`` if never."""
        self.cover(start, start + 1)
        self._compile_until(start, seconds)

    def cover(self, start: int, end: int) -> None:
        """Compile every year that ``[start, end)`` touches; ``InvalidInput`` outside 1900-2200."""
        if self.first <= start and end <= self.last and self._years:
            return
        years = sorted({*self._years, _year_of(start), _year_of(end)})
        self._join(years[0], years[-1])

    def compiled_year(self, year: int) -> CompiledYear:
        """Return one compiled year."""
        if year not in self._years:
            self._years[year] = self._compiled(year)
        return self._years[year]

    def _until(self, instant: int) -> int:
        at = bisect_right(self.starts, instant) - 1
        if at < 0:
            return 0
        left = self.ends[at] - instant
        return self.totals[at] - left if left > 0 else self.totals[at]

    def _join(self, first_year: int, last_year: int) -> None:
        self.starts, self.ends, self._business_days, self._closings = [], [], [], []
        self.first, self.last = year_start(first_year), year_start(last_year + 1)
        self.idle = []
        for year in range(first_year, last_year + 1):
            self._add_year(self.compiled_year(year))
        self.totals = list(accumulate(map(sub, self.ends, self.starts)))

    def _add_year(self, year: CompiledYear) -> None:
        self._business_days += year.business_days
        self._closings += year.closings
        if not year.starts:
            return
        # Within a year no stretch without a counted second is as long as 400 days.
        idle_since = self.ends[-1] if self.ends else self.first
        if year.starts[0] - idle_since >= _MAX_IDLE_SECONDS:
            self.idle.append((idle_since, year.starts[0]))
        self.starts += year.starts
        self.ends += year.ends

    def _compiled(self, year: int) -> CompiledYear:
        if self._base is None:
            return compile_year(self.revision, year)
        base, dates = self._base
        changed = [day for day in dates if day.year == year]
        compiled = base.compiled_year(year)
        return varied_year(compiled, self.revision, changed) if changed else compiled

    def _compile_until(self, start: int, seconds: int) -> None:
        while not self.totals or self.totals[-1] < self._until(start) + seconds:
            self._compile_next_year(start)

    def _compile_next_year(self, start: int) -> None:
        idle_since = max(start, self.ends[-1]) if self.ends else start
        if self.last - idle_since >= _MAX_IDLE_SECONDS:
            raise self._unreachable(idle_since)
        next_year = max(self._years) + 1
        if next_year > LAST_YEAR:
            raise NotComputable(f"o prazo passa do ano {LAST_YEAR}; confira a meta")
        self._join(min(self._years), next_year)

    def _refuse_idle(self, start: int, found: int) -> None:
        for idle_since, idle_until in self.idle:
            since = max(start, idle_since)
            if idle_until <= found and idle_until - since >= _MAX_IDLE_SECONDS:
                raise self._unreachable(since)

    def _unreachable(self, since: int) -> NotComputable:
        day = local_date(from_epoch(since))
        return NotComputable(
            f"o calendário {self.revision.key} não conta nenhum segundo por {MAX_IDLE_DAYS} dias "
            f"a partir de {day:%d/%m/%Y}; confira suas janelas e exceções"
        )


def _year_of(instant: int) -> int:
    try:
        year = local_date(from_epoch(instant)).year
    except OverflowError:
        year = LAST_YEAR + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput(f"o instante está fora de {FIRST_YEAR}-{LAST_YEAR}")
    return year
