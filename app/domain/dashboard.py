"""The figures of the managers' dashboard: each number knows which tickets it counts (SLA-10)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
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
    AT_RISK = "at_risk"
    CLOSED = "closed"
    SURVEYED = "surveyed"
    LETTERS = "letters"
    BILLED = "billed"


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
    month: date | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the tickets it counts."""

    count: int
    behind: Behind


@dataclass(frozen=True, slots=True)
class BehindRow:
    """A ticket behind a number; instants are epoch seconds."""

    number: int
    client: str
    summary: str
    team: str
    severity: Severity | None
    assignee: str
    opened_at: int
    due_at: int | None
    closed_at: int | None


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
    """What came in and what was solved from one local date to another, both included."""

    day: date
    last: date
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
    """What somebody has open, and what of it is late or not; without a person it is nobody's."""

    person: Reference | None
    open: Figure
    in_time: Figure
    late: Figure


@dataclass(frozen=True, slots=True)
class RiskFigures:
    """What of a team falls due until the end of tomorrow."""

    team: str
    due: Figure


@dataclass(frozen=True, slots=True)
class BilledMonth:
    """What the issued statements of a month come to, credits taken off; of all teams alone."""

    month: date
    statements: int
    minutes: int
    amount: Money
    behind: Behind


@dataclass(frozen=True, slots=True)
class DutyShare:
    """How long somebody was on duty in the period, in seconds (CAL-7)."""

    person: Reference
    seconds: int


@dataclass(frozen=True, slots=True)
class Dashboard:
    """What a manager looks at: a period, both ends included, and how things stand now.

    ``counted_at`` is the instant that is now, in epoch seconds. ``team`` and ``team_key`` are those
    of one team; empty and none for all that are counted.
    """

    counted_at: int
    first: date
    last: date
    span: Span
    team: str
    team_key: str | None
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
    def fell_due(self) -> Figure:
        """What fell due."""
        count = sum(row.total for row in self.compliance)
        return Figure(count, Behind(Counted.FELL_DUE, self.span, self.team_key))

    @property
    def share(self) -> str:
        """The share of what fell due that was in time; empty where nothing did."""
        return share_text(self.in_time, self.fell_due.count)

    @property
    def by_team(self) -> tuple[ComplianceFigures, ...]:
        """How each team did, all severities together."""
        teams = dict.fromkeys(row.team for row in self.compliance)
        return tuple(
            _together([row for row in self.compliance if row.team == team], _any_severity)
            for team in teams
        )

    @property
    def by_severity(self) -> tuple[ComplianceFigures, ...]:
        """How each severity did, the gravest first, all counted teams together."""
        severities = sorted({row.severity for row in self.compliance}, key=_rank)
        return tuple(
            _together(
                [row for row in self.compliance if row.severity is severity],
                lambda behind: replace(behind, team=self.team_key),
            )
            for severity in severities
        )

    @property
    def open(self) -> Figure:
        """What is open now."""
        count = sum(age.open.count for age in self.ages)
        return Figure(count, Behind(Counted.OPEN, team=self.team_key))

    @property
    def late(self) -> Figure:
        """What is open and late now."""
        count = sum(load.late.count for load in self.loads)
        return Figure(count, Behind(Counted.OPEN, team=self.team_key, is_late=True))

    @property
    def at_risk(self) -> Figure | None:
        """What falls due until the end of tomorrow; none where nothing does."""
        if not self.risks:
            return None
        count = sum(risk.due.count for risk in self.risks)
        return Figure(count, replace(self.risks[0].due.behind, team=self.team_key))

    @property
    def answered(self) -> Figure:
        """The surveys of the period that were answered."""
        return dict(self.surveys)[SurveyState.ANSWERED]

    @property
    def mean(self) -> str:
        """The mean score of the period; empty where nobody answered."""
        return mean_text(self.score_sum, self.answered.count)

    def figures(self) -> Iterator[Figure]:
        """Give every number that tickets stand behind."""
        for row in (*self.compliance, *self.by_team, *self.by_severity):
            yield from (row.in_time, row.late)
        for day in self.days:
            yield from (day.arrived, day.solved)
        yield from (age.open for age in self.ages)
        yield from (closing.closed for closing in self.closings)
        yield from (figure for _state, figure in self.surveys)
        yield from (group.answered for group in self.satisfaction)
        for load in self.loads:
            yield from (load.open, load.in_time, load.late)
        yield from (risk.due for risk in self.risks)
        yield from (self.fell_due, self.open, self.late, self.letters)
        if self.at_risk is not None:
            yield self.at_risk


def _rank(severity: Severity | None) -> int:
    return len(Severity) if severity is None else severity.rank


def _any_severity(behind: Behind) -> Behind:
    return replace(behind, severities=None)


def _together(
    rows: Sequence[ComplianceFigures], widened: Callable[[Behind], Behind]
) -> ComplianceFigures:
    """Add rows up; what they differ in is no longer asked of the tickets behind them."""
    first = rows[0]
    return ComplianceFigures(
        first.team,
        first.severity,
        Figure(sum(row.in_time.count for row in rows), widened(first.in_time.behind)),
        Figure(sum(row.late.count for row in rows), widened(first.late.behind)),
        sum(row.ever_late for row in rows),
    )


_DAYS_APART, _WEEKS_APART = 45, 190
"""Up to so many days each stands for itself, up to so many by weeks, more than that by months."""


def folded(days: Sequence[DayFigures]) -> tuple[DayFigures, ...]:
    """Put days together, by weeks that begin on Monday or by months, where there are many."""
    if len(days) <= _DAYS_APART:
        return tuple(days)
    together: dict[date, list[DayFigures]] = {}
    for day in days:
        monday = day.day - timedelta(days=day.day.weekday())
        key = monday if len(days) <= _WEEKS_APART else day.day.replace(day=1)
        together.setdefault(key, []).append(day)
    return tuple(
        DayFigures(
            some[0].day,
            some[-1].last,
            _joined([day.arrived for day in some]),
            _joined([day.solved for day in some]),
        )
        for some in together.values()
    )


def _joined(figures: Sequence[Figure]) -> Figure:
    first, last = figures[0].behind, figures[-1].behind
    assert first.span is not None
    assert last.span is not None
    span = Span(first.span.start, last.span.end)
    return Figure(sum(figure.count for figure in figures), replace(first, span=span))


def mean_text(score_sum: int, count: int) -> str:
    """Write a mean score with one decimal, half-up; empty of nothing."""
    if not count:
        return ""
    tenths = (20 * score_sum + count) // (2 * count)
    return f"{tenths // 10},{tenths % 10}"


def age_spans(now: int) -> Iterator[tuple[int, int | None, Span]]:
    """Give each age as days, days it stays below, and when tickets of that age were opened."""
    edges = [0, *AGE_DAYS]
    ends = [_EVER_AFTER, *(now - days * DAY_SECONDS + 1 for days in AGE_DAYS)]
    for place, days in enumerate(edges):
        is_last = place == len(AGE_DAYS)
        start = _EVER if is_last else ends[place + 1]
        yield days, None if is_last else edges[place + 1], Span(start, ends[place])


_EVER, _EVER_AFTER = -(2**40), 2**40
"""Before and after every ticket, in epoch seconds: another desk's clock may run ahead."""


def by_local_day(hours: Iterable[tuple[int, int]], days: Iterable[tuple[date, Span]]) -> list[int]:
    """Add counts of epoch hours up to local days: Brasília's offsets are whole hours (CAL-6)."""
    counts = dict(hours)
    return [
        sum(counts.get(hour, 0) for hour in range(span.start // 3600, -(-span.end // 3600)))
        for _day, span in days
    ]
