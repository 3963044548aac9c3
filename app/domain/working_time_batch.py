"""Working time for many tickets at once: searches become look-ups in a table of time slots.

All edges of a compiled calendar lie on a grid (half an hour for the guide's teams), so every slot
of that grid is wholly counted or wholly not. Counting is then one division and two look-ups.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.domain.errors import NotComputable
from app.domain.working_time import WorkingTime

Instants = npt.NDArray[np.int64]
"""Epoch seconds, one per ticket."""
Seconds = npt.NDArray[np.int64]
OPEN_END = np.iinfo(np.int64).max // 4
"""The end of a pause that is still open."""
SUSPENDED = -1
"""Stands in place of a due instant while the client is waited for (SLA-5)."""


@dataclass(frozen=True, slots=True)
class PauseTable:
    """Pauses of many tickets as three columns; ``ticket`` is a position, in rising order.

    Within a ticket they may come in any order, overlap, touch or be empty.
    """

    ticket: npt.NDArray[np.int64]
    start: Instants
    end: Instants


@dataclass(frozen=True, slots=True)
class BatchDeadlines:
    """Due instants (``SUSPENDED`` where the client is waited for) and budgets with pauses added.

    ``totals`` are the counted seconds from the range's beginning to each deadline, the measure
    in which the remaining time of a suspended ticket is told.
    """

    due: Instants
    totals: Seconds


class BatchWorkingTime:
    """A compiled calendar as a table indexed by time slot."""

    def __init__(self, working_time: WorkingTime, first: int, last: int) -> None:
        """Tabulate the years that hold ``[first, last)``; ``NotComputable`` if it lies idle."""
        self._working_time = working_time
        working_time.cover(first, last)
        self._tabulate()

    def counted_until(self, instants: Instants) -> Seconds:
        """Return the counted seconds from the range's beginning to each instant."""
        elapsed = instants - self._first
        slot = elapsed // self._slot
        counted: Seconds = self._before[slot]
        elapsed -= slot * self._slot
        elapsed *= self._open[slot]
        counted += elapsed
        return counted

    def seconds_between(self, starts: Instants, ends: Instants) -> Seconds:
        """Return the counted seconds of each ``[start, end)``; 0 when empty or backwards."""
        self._cover(starts, ends)
        counted = self.counted_until(ends)
        counted -= self.counted_until(starts)
        return np.maximum(counted, 0, out=counted)

    def instants_after(self, starts: Instants, seconds: Seconds) -> Instants:
        """Return the earliest instant with so many counted seconds since each start (SLA-3)."""
        self._cover(starts, starts)
        self._cover_totals(starts, seconds)
        if int(seconds.min(initial=1)) > 0:
            return self._instant_at(self.counted_until(starts) + seconds)
        found = self._instant_at(self.counted_until(starts) + np.maximum(seconds, 1))
        return np.where(seconds > 0, found, starts)

    def deadlines(self, opened: Instants, budgets: Seconds, pauses: PauseTable) -> BatchDeadlines:
        """Work out every due instant, always counted from the opening, pauses left out (SLA-5).

        ``budgets`` are counted seconds, greater than zero.
        """
        self._cover(opened, opened)
        totals = self.counted_until(opened) + budgets
        suspended = np.zeros(len(opened), dtype=bool)
        if len(pauses.ticket):
            self._push_forward(totals, suspended, opened, pauses)
        self._cover_totals(opened, totals - self.counted_until(opened))
        due = np.full(len(opened), SUSPENDED, dtype=np.int64)
        due[~suspended] = self._instant_at(totals[~suspended])
        return BatchDeadlines(due, totals)

    def _push_forward(
        self,
        totals: Seconds,
        suspended: npt.NDArray[np.bool_],
        opened: Instants,
        pauses: PauseTable,
    ) -> None:
        ticket, start, end, is_open = _disjoint(pauses, opened)
        self._cover(start, end)
        from_total, until_total = self.counted_until(start), self.counted_until(end)
        rank = np.arange(len(ticket)) - np.searchsorted(ticket, ticket)
        by_rank = np.argsort(rank, kind="stable")
        for chosen in np.split(by_rank, np.cumsum(np.bincount(rank))[:-1]):
            which = ticket[chosen]
            applies = from_total[chosen] < totals[which]
            totals[which] += np.where(applies, until_total[chosen] - from_total[chosen], 0)
            suspended[which] |= applies & is_open[chosen]

    def _instant_at(self, totals: Seconds) -> Instants:
        before = totals - 1
        slot = before // self._slot
        before -= slot * self._slot
        before += self._slot_starts[slot]
        before += 1
        return before

    def _cover(self, starts: Instants, ends: Instants) -> None:
        if not len(starts):
            return
        first = min(int(starts.min()), int(ends.min()))
        last = max(int(starts.max()), int(ends.max()))
        if first < self._first or last >= self._last:
            self._working_time.cover(first, last + 1)
            self._tabulate()

    def _cover_totals(self, starts: Instants, seconds: Seconds) -> None:
        if not len(starts):
            return
        latest = int((self.counted_until(starts) + seconds).max())
        if latest > self._total:
            self._working_time.cover_total(self._first, latest)
            self._tabulate()

    def _tabulate(self) -> None:
        working_time = self._working_time
        if working_time.idle or not working_time.starts:
            raise NotComputable(
                f"o calendário {working_time.revision.key} tem períodos sem nenhuma janela; "
                "calcule seus chamados um a um"
            )
        self._first, self._last = working_time.first, working_time.last
        starts = np.array(working_time.starts, dtype=np.int64) - self._first
        ends = np.array(working_time.ends, dtype=np.int64) - self._first
        self._slot = int(np.gcd.reduce(np.concatenate([starts, ends, [self._last - self._first]])))
        count = (self._last - self._first) // self._slot
        edges = np.zeros(count + 1, dtype=np.int64)
        edges[starts // self._slot] = 1
        edges[ends // self._slot] -= 1
        self._open = np.cumsum(edges)
        open_slots = np.flatnonzero(self._open)
        self._slot_starts = open_slots * self._slot + self._first
        self._before = np.zeros(count + 1, dtype=np.int64)
        np.cumsum(self._open[:-1] * self._slot, out=self._before[1:])
        self._total = int(self._before[-1])


def _disjoint(
    pauses: PauseTable, opened: Instants
) -> tuple[npt.NDArray[np.int64], Instants, Instants, npt.NDArray[np.bool_]]:
    """Sort the pauses of each ticket and cut away what overlaps or lies before its opening.

    An open pause comes back empty, marked by the last column: it suspends and adds nothing.
    """
    order = np.lexsort((pauses.start, pauses.ticket))
    ticket, end = pauses.ticket[order], pauses.end[order]
    start = np.maximum(pauses.start[order], opened[ticket])
    is_open = end >= OPEN_END
    beyond = max(int(start.max()), int(end[~is_open].max(initial=0))) + 1
    end = np.maximum(np.where(is_open, beyond, end), start)
    # Tickets are told apart by whole multiples of a step no two instants are apart, so that one
    # running maximum serves them all; instants before 1970 are negative.
    step = beyond - min(0, int(start.min()))
    running = np.maximum.accumulate(end + ticket * step) - ticket * step
    same_ticket = ticket[1:] == ticket[:-1]
    start[1:] = np.where(same_ticket, np.maximum(start[1:], running[:-1]), start[1:])
    return ticket, start, np.where(is_open, start, np.maximum(end, start)), is_open
