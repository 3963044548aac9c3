"""What an edit of a calendar would do to the deadlines of open tickets (SLA-11)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.clock import from_epoch, local_date
from app.domain.deadline import Deadline, deadline_for
from app.domain.errors import NotComputable
from app.domain.projection import Projection, project
from app.domain.sla_policy import SlaPolicy
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.domain.urgency import QueueGroup
from app.domain.working_time import WorkingTime
from app.services.cycles import without_cycle_search
from app.services.sla_book import SlaBook
from app.storage import events, open_clocks
from app.storage.database import Connection
from app.storage.open_clocks import OpenClock

Report = Callable[[int, int], None]
"""Told how many of how many; may raise to stop."""
_AT_ONCE = 2_000
_HOUR = 3_600
_FAR = 10 * 366 * 86_400
"""Ten years on no deadline of today stands: a target is 400 business days at most."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The deadline of an open ticket: due instant, or what is left while the client is waited for.

    Neither where it cannot be computed. Instants are epoch seconds.
    """

    due: int | None
    remaining: int | None
    budget: int | None
    is_late: bool


@dataclass(frozen=True, slots=True)
class MovedDeadline:
    """An open ticket whose deadline an edit computes anew, and moves if ``is_shown``."""

    clock: OpenClock
    before: Promise
    after: Promise
    deadline: Deadline | None = field(default=None, compare=False)
    """What it becomes, where it was worked out from the lists alone."""

    @property
    def number(self) -> int:
        """The ticket."""
        return self.clock.number

    @property
    def is_shown(self) -> bool:
        """Whether anybody sees it move: its instant, or what is left, and not its budget alone."""
        before, after = self.before, self.after
        return (before.due, before.remaining) != (after.due, after.remaining)

    @property
    def becomes_late(self) -> bool:
        """Whether the edit makes it late."""
        return self.after.is_late and not self.before.is_late

    @property
    def is_saved(self) -> bool:
        """Whether the edit takes it out of being late."""
        return self.before.is_late and not self.after.is_late


@dataclass(frozen=True, slots=True)
class DeadlineMoves:
    """Every deadline that moves, the most urgent first, and of how many tickets that was asked.

    ``beneath`` are tickets that show the deadline they showed, of which something else changes: a
    deadline computed beneath an agreed one (SLA-13), or when they are warned. ``recounted`` end at
    the instant they ended at with another budget of hours, of which levels are shares (SLA-9).
    ``first_change`` is the first instant that is counted differently; none when none is.
    """

    looked_at: int
    moved: tuple[MovedDeadline, ...] = ()
    beneath: tuple[int, ...] = ()
    recounted: tuple[MovedDeadline, ...] = ()
    first_change: int | None = None

    @property
    def computed(self) -> tuple[MovedDeadline, ...]:
        """Every forecast that is another one, whether anybody sees it move or not."""
        return self.moved + self.recounted

    @property
    def per_team(self) -> Mapping[str, int]:
        """How many deadlines move in each team, by its key."""
        return Counter(moved.clock.team for moved in self.moved)

    @property
    def become_late(self) -> int:
        """How many tickets the edit makes late."""
        return sum(moved.becomes_late for moved in self.moved)

    @property
    def saved(self) -> int:
        """How many tickets the edit takes out of being late."""
        return sum(moved.is_saved for moved in self.moved)


def moves_of(
    connection: Connection, calendar: str, old: SlaBook, new: SlaBook, now: int, report: Report
) -> DeadlineMoves:
    """Work out every deadline that another calendar moves; what it needs lies in the lists.

    The few whose deadline was agreed by hand, or could not be computed, are read whole.
    """
    with without_cycle_search():
        return _moves(connection, calendar, old, new, now, report)


def _moves(
    connection: Connection, calendar: str, old: SlaBook, new: SlaBook, now: int, report: Report
) -> DeadlineMoves:
    clocks = open_clocks.open_clocks(connection, calendar)
    times = old.calendar_of(calendar), new.calendar_of(calendar)
    since = min((clock.opened_at for clock in clocks), default=now)
    first_change = times[0].first_difference(times[1], min(since, now), now + _FAR)
    if first_change is None:
        return DeadlineMoves(len(clocks))
    measure = _Measure(times, new, now)
    moved: list[MovedDeadline] = []
    odd: list[OpenClock] = []
    beneath: list[int] = []
    for place, clock in enumerate(clocks):
        if place % _AT_ONCE == 0:
            report(place, len(clocks))
        if clock.is_agreed or clock.calendar is None:
            if clock.severity is not None:
                odd.append(clock)
        elif (found := measure.moved(clock, first_change)) is not None:
            moved.append(found)
        elif measure.steps_move(clock, first_change):
            beneath.append(clock.number)
    shown, agreed = _read_whole(connection, odd, old, new, now)
    report(len(clocks), len(clocks))
    moved += shown
    moved.sort(key=_urgency)
    return DeadlineMoves(
        len(clocks),
        tuple(found for found in moved if found.is_shown),
        (*beneath, *agreed),
        tuple(found for found in moved if not found.is_shown),
        first_change,
    )


def _urgency(moved: MovedDeadline) -> tuple[bool, bool, int, int]:
    due = moved.after.due
    return (not moved.becomes_late, due is None, due or 0, moved.number)


class _Measure:
    """Measures open tickets by one calendar, the policies looked up once."""

    def __init__(self, times: tuple[WorkingTime, WorkingTime], book: SlaBook, now: int) -> None:
        self._times = times
        self._time = times[1]
        self._rules = book.rules
        self._reminders = book.automatic.pending_reminder_days
        self._now = now
        self._policies: dict[tuple[int, str | None, str], SlaPolicy] = {}

    def moved(self, clock: OpenClock, first_change: int) -> MovedDeadline | None:
        """Return how a deadline is computed anew; none where it stays in all it has."""
        if clock.due_at is not None and max(clock.due_at, clock.status_since) < first_change:
            return None
        assert clock.severity is not None
        target = self._policy_of(clock).target_of(clock.severity, clock.stage)
        try:
            deadline = deadline_for(clock.opened_at, target, clock.pauses, self._time)
        except NotComputable:
            return MovedDeadline(clock, self._kept(clock), Promise(None, None, None, is_late=False))
        stands = clock.remaining_seconds is not None
        left = deadline.remaining(clock.status_since) if stands else None
        kept = (clock.due_at, clock.remaining_seconds, clock.budget_seconds)
        if kept == (deadline.due, left, deadline.budget):
            return None
        after = self._promise(clock, deadline.due, left, deadline.budget)
        return MovedDeadline(clock, self._kept(clock), after, deadline)

    def steps_move(self, clock: OpenClock, first_change: int) -> bool:
        """Tell whether a ticket whose deadline stays may have to take a step at another time.

        Who waits for acceptance follows the calendar of everybody, not the team's (ACC-2). Who
        waits for an answer is reminded on mornings of business days (ACC-11).
        """
        if clock.group is not QueueGroup.PENDING_CLIENT:
            next_step = clock.next_step_at
            is_ahead = next_step is not None and next_step >= first_change
            return is_ahead and clock.group is QueueGroup.RUNNING
        old, new = (self._reminded_on(clock, time) for time in self._times)
        return old != new

    def _reminded_on(self, clock: OpenClock, time: WorkingTime) -> list[date] | None:
        try:
            closings = [
                time.closing_of_business_day(clock.status_since, days) for days in self._reminders
            ]
        except NotComputable:
            return None
        return [local_date(from_epoch(closing - 1)) for closing in closings]

    def _kept(self, clock: OpenClock) -> Promise:
        kept = (clock.due_at, clock.remaining_seconds, clock.budget_seconds)
        return self._promise(clock, *kept)

    def _promise(
        self, clock: OpenClock, due: int | None, left: int | None, budget: int | None
    ) -> Promise:
        at = self._now if left is None else clock.status_since
        return Promise(due, left, budget, is_late=due is not None and at > due)

    def _policy_of(self, clock: OpenClock) -> SlaPolicy:
        # No date changes within an hour of the clock: offsets have been whole hours since 1914.
        key = clock.opened_at // _HOUR, clock.contract, clock.team
        if key not in self._policies:
            opened_on = local_date(from_epoch(clock.opened_at))
            self._policies[key] = self._rules.policy_for(
                opened_on, contract=clock.contract, area=clock.team
            )
        return self._policies[key]


def _read_whole(
    connection: Connection, odd: Sequence[OpenClock], old: SlaBook, new: SlaBook, now: int
) -> tuple[list[MovedDeadline], list[int]]:
    """Return what moves among tickets read with their histories, and what changes beneath."""
    clocks = {clock.number: clock for clock in odd}
    moved, beneath = [], []
    for number, acts in events.histories_of(connection, clocks).items():
        history = replay(acts)
        before, after = (
            project(sla_of(history, book.rules, book.calendar_of), book.automatic)
            for book in (old, new)
        )
        if (before.due_at, before.remaining_seconds) != (after.due_at, after.remaining_seconds):
            pair = _promise_in(before, now), _promise_in(after, now)
            moved.append(MovedDeadline(clocks[number], *pair))
        elif before != after:
            beneath.append(number)
    return moved, beneath


def _promise_in(kept: Projection, now: int) -> Promise:
    at = now if kept.remaining_seconds is None else kept.status_since
    is_late = kept.due_at is not None and at > kept.due_at
    return Promise(kept.due_at, kept.remaining_seconds, kept.budget_seconds, is_late)
