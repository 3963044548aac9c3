"""How a deadline came about, day by day, as a value that every face draws (SLA-8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.clock import from_epoch, local_date
from app.domain.day_layout import Span, layout_of, spans_of
from app.domain.deadline import Deadline
from app.domain.pauses import Pause, PauseReason
from app.domain.team_calendar import Holiday


class StretchKind(Enum):
    """What a stretch of attendance was for the deadline."""

    NORMAL = "normal"
    PLANTAO = "plantao"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a day's windows, in epoch seconds."""

    start: int
    end: int
    kind: StretchKind

    @property
    def seconds(self) -> int:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class ExplainedDay:
    """One local date of the deadline: its stretches, and the named days that fall on it.

    ``closed_by`` is the holiday or exception that took the day out; none on a day that is closed
    every week.
    """

    date: date
    stretches: tuple[Stretch, ...]
    named_days: tuple[Holiday, ...]
    closed_by: Holiday | None
    is_closed: bool

    def _seconds(self, *kinds: StretchKind) -> int:
        return sum(stretch.seconds for stretch in self.stretches if stretch.kind in kinds)

    @property
    def counted_seconds(self) -> int:
        """Seconds that count on this day, plantão included, pauses left out."""
        return self._seconds(StretchKind.NORMAL, StretchKind.PLANTAO)

    @property
    def plantao_seconds(self) -> int:
        """The plantão share of the counted seconds."""
        return self._seconds(StretchKind.PLANTAO)

    @property
    def paused_seconds(self) -> int:
        """Seconds of attendance taken out by pauses."""
        return self._seconds(StretchKind.PAUSED)


@dataclass(frozen=True, slots=True)
class ExplainedPause:
    """A pause and how much working time it took out."""

    pause: Pause
    counted_seconds: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A deadline's whole arithmetic.

    The counted seconds of ``days`` add up to the budget when there is a due instant, and to the
    time used up to ``until`` while it is suspended.
    """

    deadline: Deadline
    until: int
    days: tuple[ExplainedDay, ...]
    pauses: tuple[ExplainedPause, ...]

    @property
    def counted_seconds(self) -> int:
        """The sum over the days."""
        return sum(day.counted_seconds for day in self.days)

    @property
    def plantao_seconds(self) -> int:
        """The plantão share of that sum."""
        return sum(day.plantao_seconds for day in self.days)

    @property
    def skipped(self) -> tuple[Holiday, ...]:
        """The holidays and exceptions that took days out, in order."""
        return tuple(day.closed_by for day in self.days if day.is_closed and day.closed_by)


def explain(deadline: Deadline, now: int) -> Explanation:
    """Explain a deadline from its opening to its due instant, or to now while suspended."""
    until = max(deadline.opened, now) if deadline.due is None else deadline.due
    pauses = [p for p in deadline.pauses if p.start < until]
    time = deadline.time
    explained = tuple(
        ExplainedPause(p, time.seconds_between(p.start, _end(p, until))) for p in pauses
    )
    days = tuple(_days(deadline, until, pauses))
    return Explanation(deadline, until, days, explained)


def _end(pause: Pause, until: int) -> int:
    return until if pause.end is None else min(pause.end, until)


def _days(deadline: Deadline, until: int, pauses: list[Pause]) -> Iterator[ExplainedDay]:
    day = local_date(from_epoch(deadline.opened))
    last = local_date(from_epoch(max(until - 1, deadline.opened)))
    while day <= last:
        layout = layout_of(deadline.time.revision, day)
        stretches = [
            stretch
            for window in layout.counted
            for span in spans_of(day, window)
            for stretch in _cut(
                (max(span[0], deadline.opened), min(span[1], until)),
                pauses,
                StretchKind.PLANTAO if window.plantao else StretchKind.NORMAL,
                until,
            )
        ]
        yield ExplainedDay(
            day,
            tuple(sorted(stretches, key=lambda stretch: stretch.start)),
            layout.reasons,
            layout.decided_by,
            not layout.is_business_day,
        )
        day += timedelta(days=1)


def _cut(span: Span, pauses: Iterable[Pause], kind: StretchKind, until: int) -> Iterator[Stretch]:
    start, end = span
    for pause in pauses:
        low, high = max(start, pause.start), min(end, _end(pause, until))
        if low >= high:
            continue
        if start < low:
            yield Stretch(start, low, kind)
        yield Stretch(low, high, StretchKind.PAUSED)
        start = high
    if start < end:
        yield Stretch(start, end, kind)


@dataclass(frozen=True, slots=True)
class Buckets:
    """Where a ticket's working time went since it was opened, in counted seconds (B08)."""

    attendance: int
    waiting_for_answer: int
    waiting_for_acceptance: int
    merged: int

    @property
    def total(self) -> int:
        """The working time from the opening."""
        return self.attendance + self.waiting_for_answer + self.waiting_for_acceptance + self.merged


def buckets_of(deadline: Deadline, now: int) -> Buckets:
    """Split the working time from opening to an instant by what the ticket was waiting for."""
    shares = dict.fromkeys(PauseReason, 0)
    for pause in deadline.pauses:
        end = now if pause.end is None else min(pause.end, now)
        shares[pause.reason] += deadline.time.seconds_between(pause.start, end)
    return Buckets(
        attendance=deadline.elapsed(now),
        waiting_for_answer=shares[PauseReason.ANSWER],
        waiting_for_acceptance=shares[PauseReason.ACCEPTANCE],
        merged=shares[PauseReason.MERGED],
    )
