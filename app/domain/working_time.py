"""Time, compiled: counted seconds and business days by binary search (CAL-1 … CAL-6).

A calendar revision becomes sorted arrays of UTC window edges with running totals of counted
seconds, one part at a time as parts are asked for. Every question is then two searches, whatever
the span. Instants are epoch seconds; the methods that take and give ``datetime`` say so.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime
from itertools import accumulate, islice, zip_longest
from operator import sub

from app.domain.brasilia_days import DAY_SECONDS, date_of, day_span
from app.domain.calendar_parts import CalendarParts, CompiledYears, VariedMonths
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.compiled_years import CompiledDays
from app.domain.errors import InvalidInput, NotComputable
from app.domain.team_calendar import CalendarRevision

FIRST_YEAR, LAST_YEAR = 1900, 2200
MAX_IDLE_DAYS = 400
"""A stretch this long without a counted second has no deadline in it (pitfall A13)."""
_MAX_IDLE_SECONDS = MAX_IDLE_DAYS * DAY_SECONDS


class WorkingTime:
    """A calendar revision compiled for counting."""

    def __init__(self, revision: CalendarRevision, days: CalendarParts | None = None) -> None:
        """Prepare to count by a revision; its days are compiled when first needed."""
        self.revision = revision
        self._days = days or CompiledYears(revision)
        self._parts = range(0)
        """The parts of the calendar that the arrays hold."""
        self._part_starts: list[int] = []
        self._part_ends: list[int] = []
        """Where the stretches of each part begin and end, of those that have any."""
        self.first = self.last = 0
        """The compiled range ``[first, last)`` in epoch seconds; empty at first."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.totals: list[int] = []
        self._origin = 0
        """Counted seconds up to the end of each stretch, from an origin at ``first``."""
        self._business_days: list[int] = []
        self._closings: list[int] = []
        self.idle: list[tuple[int, int]] = []
        """Stretches of 400 days or more without a counted second."""

    def varied(self, revision: CalendarRevision, dates: Iterable[date]) -> WorkingTime:
        """Return the time of a revision that differs from this one on the given dates only.

        It shares the years compiled here.
        """
        return WorkingTime(revision, VariedMonths(self._days, revision, dates))

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
            self._compile_next(start)
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

    def stretches(self, since: int, until: int) -> list[tuple[int, int]]:
        """Return the counted stretches of ``[since, until)``, those at its edges cut."""
        self.cover(since, until)
        first, end = bisect_right(self.ends, since), bisect_left(self.starts, until)
        cut = zip(self.starts[first:end], self.ends[first:end], strict=True)
        return [(max(start, since), min(stop, until)) for start, stop in cut]

    def first_difference(self, other: WorkingTime, since: int, until: int) -> int | None:
        """Return the first second in a span that one of two calendars counts and one does not."""
        pairs = zip_longest(
            self.stretches(since, until), other.stretches(since, until), fillvalue=(until, until)
        )
        for mine, theirs in pairs:
            if mine[0] != theirs[0]:
                return min(mine[0], theirs[0])
            if mine[1] != theirs[1]:
                return min(mine[1], theirs[1])
        return None

    def cover_total(self, start: int, seconds: int) -> None:
        """Compile until so many seconds count after ``start``; ``NotComputable`` if never."""
        self.cover(start, start + 1)
        self._compile_until(start, seconds)

    def cover(self, start: int, end: int) -> None:
        """Compile every part that ``[start, end)`` touches; ``InvalidInput`` outside 1900-2200."""
        if self.first <= start and end <= self.last and self._parts:
            return
        parts = [*self._parts[:1], *self._parts[-1:], self._part_of(start), self._part_of(end)]
        self._join(min(parts), max(parts))

    def _part_of(self, instant: int) -> int:
        return self._days.part_of(_day_of(instant))

    def _part_start(self, part: int) -> int:
        return day_span(self._days.first_day(part))[0]

    def _until(self, instant: int) -> int:
        at = bisect_right(self.starts, instant) - 1
        if at < 0:
            return self._origin
        left = self.ends[at] - instant
        return self.totals[at] - left if left > 0 else self.totals[at]

    def _join(self, first: int, last: int) -> None:
        """Lay parts end to end, before and after those that are there already."""
        there = self._parts or range(first, first)
        for part in reversed(range(first, there.start)):
            self._lay_before(self._days.days_of(part))
        for part in range(there.stop, last + 1):
            self._lay_after(self._days.days_of(part))
        self._parts = range(first, last + 1)
        self.first, self.last = self._part_start(first), self._part_start(last + 1)
        # Within a part no stretch without a counted second is as long as 400 days.
        gaps = zip([self.first, *self._part_ends], self._part_starts, strict=False)
        self.idle = [(since, until) for since, until in gaps if until - since >= _MAX_IDLE_SECONDS]

    def _lay_after(self, part: CompiledDays) -> None:
        if not part.starts:
            return
        total = self.totals[-1] if self.totals else self._origin
        self.totals += islice(accumulate(map(sub, part.ends, part.starts), initial=total), 1, None)
        self.starts += part.starts
        self.ends += part.ends
        self._business_days += part.business_days
        self._closings += part.closings
        self._part_starts.append(part.starts[0])
        self._part_ends.append(part.ends[-1])

    def _lay_before(self, part: CompiledDays) -> None:
        if not part.starts:
            return
        totals = list(accumulate(map(sub, part.ends, part.starts)))
        self._origin -= totals[-1]
        self.totals[:0] = [self._origin + total for total in totals]
        self.starts[:0] = part.starts
        self.ends[:0] = part.ends
        self._business_days[:0] = part.business_days
        self._closings[:0] = part.closings
        self._part_starts.insert(0, part.starts[0])
        self._part_ends.insert(0, part.ends[-1])

    def _compile_until(self, start: int, seconds: int) -> None:
        while not self.totals or self.totals[-1] < self._until(start) + seconds:
            self._compile_next(start)

    def _compile_next(self, start: int) -> None:
        idle_since = max(start, self.ends[-1]) if self.ends else start
        if self.last - idle_since >= _MAX_IDLE_SECONDS:
            raise self._unreachable(idle_since)
        if local_date(from_epoch(self.last)).year > LAST_YEAR:
            raise NotComputable(f"o prazo passa do ano {LAST_YEAR}; confira a meta")
        self._join(self._parts[0], self._parts[-1] + 1)

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


def _day_of(instant: int) -> date:
    try:
        day = local_date(from_epoch(instant))
    except OverflowError:
        day = date.max
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidInput(f"o instante está fora de {FIRST_YEAR}-{LAST_YEAR}")
    return day
