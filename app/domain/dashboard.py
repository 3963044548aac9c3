"""The figures of the managers' dashboard: each number knows which tickets it counts (SLA-10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.money import Money
from app.domain.queue_view import Reference
from app.domain.severity import Severity
from app.domain.statement_figures import share_text
from app.domain.survey import SurveyState, SurveyTally
from app.domain.ticket_events import Closing
from app.domain.time_entries import Span

DAY_SECONDS = 86_400
AGE_DAYS = (1, 3, 7, 15, 30)
"""Open tickets are told apart by these ages, in whole days since the opening."""


class Counted(Enum):
    """What a number of the dashboard counts."""

    FELL_DUE = "fell_due"
    ARRIVED = "arrived"
    SOLVED = "solved"
    OPEN = "open"
    LATE_NOW = "late_now"
    AT_RISK = "at_risk"
    CLOSED = "closed"
    SURVEYED = "surveyed"
    LETTERS = "letters"


@dataclass(frozen=True, slots=True)
class Behind:
    """Which tickets stand behind a number; what is none narrows nothing.

    ``span`` holds the instant that is counted on: due, opening, solution, closing, survey sent.
    ``severities`` may name ``None``, a ticket never classified, and ``people`` nobody at all.
    """

    counted: Counted
    span: Span | None = None
    team: str | None = None
    severities: tuple[Severity | None, ...] | None = None
    is_late: bool | None = None
    closing: Closing | None = None
    survey: SurveyState | None = None
    people: tuple[int | None, ...] | None = None
    products: tuple[int | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the tickets it counts."""

    count: int
    behind: Behind


@dataclass(frozen=True, slots=True)
class ComplianceFigures:
    """How what fell due in a team and severity ended (SLA-10)."""

    team: str
    severity: Severity | None
    in_time: Figure
    late: Figure
    ever_late: int

    @property
    def total(self) -> int:
        """How many fell due."""
        return self.in_time.count + self.late.count

    @property
    def share(self) -> str:
        """The share in time."""
        return share_text(self.in_time.count, self.total)


@dataclass(frozen=True, slots=True)
class DayFigures:
    """What came in and what was solved on a local date."""

    day: date
    arrived: Figure
    solved: Figure


@dataclass(frozen=True, slots=True)
class AgeFigures:
    """Open tickets of an age of at least ``days`` and less than ``below``, in whole days."""

    days: int
    below: int | None
    open: Figure


@dataclass(frozen=True, slots=True)
class ClosingFigures:
    """How many tickets were closed in one way."""

    closing: Closing | None
    closed: Figure


class Grouping(Enum):
    """By what satisfaction is told."""

    TEAM = "team"
    ANALYST = "analyst"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True)
class SatisfactionFigures:
    """What clients thought of a team, an analyst, a product; an empty name is nobody, nothing."""

    grouping: Grouping
    name: str
    answered: Figure
    score_sum: int

    @property
    def mean(self) -> str:
        """The mean score with one decimal, as ``4,5``; empty where nobody answered."""
        return mean_text(self.score_sum, self.answered.count)


@dataclass(frozen=True, slots=True)
class LoadFigures:
    """What somebody has open, and what of it is late; a nameless one is nobody's."""

    person: Reference | None
    open: Figure
    late: Figure


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """What of a team falls due until the end of tomorrow."""

    team: str
    due: Figure


@dataclass(frozen=True, slots=True)
class BilledMonth:
    """What the issued statements of a month come to, credits taken off."""

    month: date
    statements: int
    minutes: int
    amount: Money


@dataclass(frozen=True, slots=True)
class DutyShare:
    """How long somebody was on duty in the period, in seconds (CAL-7)."""

    person: Reference
    seconds: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What a manager looks at: a period, both ends included, and how things stand now."""

    first: date
    last: date
    team: str
    compliance: tuple[ComplianceFigures, ...]
    days: tuple[DayFigures, ...]
    ages: tuple[AgeFigures, ...]
    closings: tuple[ClosingFigures, ...]
    surveys: tuple[tuple[SurveyState, Figure], ...]
    score_sum: int
    satisfaction: tuple[SatisfactionFigures, ...]
    loads: tuple[LoadFigures, ...]
    risks: tuple[RiskFigures, ...]
    letters: Figure
    billed: tuple[BilledMonth, ...]
    duties: tuple[DutyShare, ...]

    @property
    def tally(self) -> SurveyTally:
        """How the surveys of the period ended."""
        counts = {state: figure.count for state, figure in self.surveys}
        return SurveyTally(
            counts[SurveyState.ANSWERED],
            counts[SurveyState.EXPIRED],
            counts[SurveyState.WAITING],
            self.score_sum,
        )

    @property
    def in_time(self) -> int:
        """How many of what fell due were in time."""
        return sum(row.in_time.count for row in self.compliance)

    @property
    def fell_due(self) -> int:
        """How many fell due."""
        return sum(row.total for row in self.compliance)

    @property
    def open(self) -> int:
        """How many tickets are open now."""
        return sum(age.open.count for age in self.ages)

    def figures(self) -> Iterator[Figure]:
        """Give every number that tickets stand behind."""
        for row in self.compliance:
            yield from (row.in_time, row.late)
        for day in self.days:
            yield from (day.arrived, day.solved)
        yield from (age.open for age in self.ages)
        yield from (closing.closed for closing in self.closings)
        yield from (figure for _state, figure in self.surveys)
        yield from (group.answered for group in self.satisfaction)
        for load in self.loads:
            yield from (load.open, load.late)
        yield from (risk.due for risk in self.risks)
        yield self.letters


def mean_text(score_sum: int, count: int) -> str:
    """Write a mean score with one decimal, half-up; empty of nothing."""
    if not count:
        return ""
    tenths = (20 * score_sum + count) // (2 * count)
    return f"{tenths // 10},{tenths % 10}"


def age_spans(now: int) -> Iterator[tuple[int, int | None, Span]]:
    """Give each age as days, days it stays below, and when tickets of that age were opened."""
    edges = [0, *AGE_DAYS]
    ends = [now + 1, *(now - days * DAY_SECONDS + 1 for days in AGE_DAYS)]
    for place, days in enumerate(edges):
        is_last = place == len(AGE_DAYS)
        start = _EVER if is_last else ends[place + 1]
        yield days, None if is_last else edges[place + 1], Span(start, ends[place])


_EVER = -(2**40)
"""Before every ticket, in epoch seconds."""


def by_local_day(hours: Iterable[tuple[int, int]], days: Iterable[tuple[date, Span]]) -> list[int]:
    """Add counts of epoch hours up to local days: Brasília's offsets are whole hours (CAL-6)."""
    counts = dict(hours)
    return [
        sum(counts.get(hour, 0) for hour in range(span.start // 3600, -(-span.end // 3600)))
        for _day, span in days
    ]
