"""Minutes worked on tickets: entries in whole seconds, split exactly, never twice (CON-4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.brasilia_days import day_span
from app.domain.clock import format_instant, from_epoch, local_date, to_brasilia
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.queue_view import Reference


class Activity(Enum):
    """What was done; preparing a tool the client asked for is an activity of its own (CON-3)."""

    ANALYSIS = "analysis"
    REMOTE = "remote"
    REMOTE_SETUP = "remote_setup"
    LOCAL_BASE = "local_base"
    PARAMETERS = "parameters"
    MESSAGES = "messages"
    PHONE = "phone"
    REPORT = "report"


class TimeKind(Enum):
    """For whom the time was spent: internal time is never seen by a customer (pitfall E11)."""

    CLIENT = "client"
    INTERNAL = "internal"


class EntryOrigin(Enum):
    """How an entry came to be."""

    TIMER = "timer"
    TYPED = "typed"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of time ``[start, end)`` in epoch seconds; it may be empty."""

    start: int
    end: int

    @property
    def seconds(self) -> int:
        """How long it is."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether both share at least a second; what only touches does not."""
        return max(self.start, other.start) < min(self.end, other.end)

    def cut_at(self, instants: Iterable[int]) -> Iterator[Span]:
        """Give the pieces between the instants that lie inside; together they are the whole."""
        begin = self.start
        for instant in sorted(set(instants)):
            if begin < instant < self.end:
                yield Span(begin, instant)
                begin = instant
        yield Span(begin, self.end)

    def within(self, other: Span) -> Span | None:
        """Return what of it lies inside another stretch; none where they share no second."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None


@dataclass(frozen=True, slots=True)
class Voiding:
    """Who took an entry back, when (epoch seconds), and why."""

    by: str
    at: int
    reason: str


@dataclass(frozen=True, slots=True)
class TimeEntry:
    """Minutes of one person on one ticket; what was voided stays to be read (pitfall E05).

    ``statement`` is the number of the issued statement that fixed it, none while it is free.
    """

    id: int
    ticket: int
    person: Reference
    activity: Activity
    kind: TimeKind
    span: Span
    description: str = ""
    origin: EntryOrigin = EntryOrigin.TYPED
    voided: Voiding | None = None
    statement: int | None = None

    @property
    def is_live(self) -> bool:
        """Whether it counts."""
        return self.voided is None

    @property
    def is_locked(self) -> bool:
        """Whether an issued statement fixed it (CON-7)."""
        return self.statement is not None

    def by_day(self) -> Iterator[tuple[date, Span]]:
        """Give each local date with its part (CON-4)."""
        return by_day(self.span)


def by_day(span: Span) -> Iterator[tuple[date, Span]]:
    """Give the parts of a stretch by the local date they lie on; an empty one lies on its own."""
    begin = span.start
    while True:
        day = local_date(from_epoch(begin))
        end = min(day_span(day)[1], span.end)
        yield day, Span(begin, end)
        if end >= span.end:
            return
        begin = end


def overlap_of(span: Span, others: Iterable[TimeEntry]) -> TimeEntry | None:
    """Return the first live entry that shares a second with a stretch."""
    return next((e for e in others if e.is_live and e.span.overlaps(span)), None)


def refuse_overlap(span: Span, others: Iterable[TimeEntry]) -> None:
    """Refuse a stretch of one person that overlaps another of theirs (CON-4)."""
    other = overlap_of(span, others)
    if other is not None:
        raise RuleRefusal(
            "CON-4",
            f"start: de {wall(other.span.start)} a {wall(other.span.end)} já há um apontamento "
            f"seu no chamado {other.ticket:08d}; ajuste os horários",
        )


def refuse_outside_life(span: Span, opened_at: int, closed_at: int | None, now: int) -> None:
    """Refuse a stretch that is backwards, in the future, or outside the ticket's life (CON-4)."""
    if span.end < span.start:
        raise InvalidInput("CON-4: o fim vem antes do início", field="end")
    if span.end > now:
        raise InvalidInput("CON-4: o fim está no futuro; confira o horário", field="end")
    if span.start < opened_at:
        raise InvalidInput(f"CON-4: o chamado só foi aberto em {wall(opened_at)}", field="start")
    if closed_at is not None and span.end > closed_at:
        raise InvalidInput(f"CON-4: o chamado foi encerrado em {wall(closed_at)}", field="end")


def seconds_of(entries: Iterable[TimeEntry]) -> int:
    """Return how long live entries are together; equal ones count each (pitfall E01)."""
    return sum(entry.span.seconds for entry in entries if entry.is_live)


def gaps_between(entries: Sequence[TimeEntry], span: Span) -> list[Span]:
    """Return the stretches of a span in which nothing was done."""
    gaps, begin = [], span.start
    for entry in sorted((e for e in entries if e.is_live), key=lambda e: e.span.start):
        if begin < min(entry.span.start, span.end):
            gaps.append(Span(begin, min(entry.span.start, span.end)))
        begin = max(begin, entry.span.end)
    if begin < span.end:
        gaps.append(Span(begin, span.end))
    return gaps


def wall(instant: int) -> str:
    """Write an instant as wall time of Brasília, seconds where it has any."""
    local = to_brasilia(from_epoch(instant))
    return f"{local:%d/%m/%Y %H:%M:%S}" if local.second else f"{local:%d/%m/%Y %H:%M}"


def utc(instant: int) -> str:
    """Write an instant as files hold it."""
    return format_instant(from_epoch(instant)) or ""
