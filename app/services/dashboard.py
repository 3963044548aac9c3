"""The managers' dashboard: how a period ended, how things stand, what is behind (SLA-10)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from app.domain.brasilia_days import day_span
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.dashboard import (
    AgeFigures,
    Behind,
    BehindRow,
    BilledMonth,
    ClosingFigures,
    ComplianceFigures,
    Counted,
    Dashboard,
    DayFigures,
    DutyShare,
    Figure,
    Grouping,
    LoadFigures,
    RiskFigures,
    SatisfactionFigures,
    age_spans,
    by_local_day,
)
from app.domain.errors import InvalidInput
from app.domain.money import read_kept, total
from app.domain.queue_view import Reference
from app.domain.roles import Right
from app.domain.survey import SurveyState
from app.domain.teams import OMBUDSMAN
from app.domain.time_entries import Span
from app.services.deadline_papers import Period
from app.services.desk import Desk
from app.services.roster import RosterService
from app.storage import dashboard, documents, roster, tickets
from app.storage.dashboard import Scope
from app.storage.database import Connection

MOST_BEHIND = 500
"""So many tickets behind a number are listed; the count always tells all of them."""
_LONGEST_DAYS = 366
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class TicketsBehind:
    """The tickets behind a number: how many, and the first of them."""

    count: int
    rows: tuple[BehindRow, ...]


class DashboardService:
    """Counts for managers; every number can be asked for its tickets."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def figures(self, period: Period, team: str | None = None) -> Dashboard:
        """Return what a period came to and how things stand, of a team or of all.

        ``InvalidInput`` for more than a year, ``NotFound`` for no team.
        """
        self._desk.require(Right.DASHBOARD)
        if (period.last - period.first).days >= _LONGEST_DAYS:
            raise InvalidInput("o painel conta até um ano; escolha um período menor", field="to")
        with self._desk.database.read() as connection:
            return self._figures(connection, period, team)

    def behind(self, behind: Behind, most: int = MOST_BEHIND) -> TicketsBehind:
        """Return the tickets that a number counts."""
        self._desk.require(Right.DASHBOARD)
        with self._desk.database.read() as connection:
            scope = self._scope(connection, behind.team)
            count = dashboard.count_of(connection, behind, scope)
            return TicketsBehind(count, dashboard.tickets_behind(connection, behind, scope, most))

    def _figures(self, connection: Connection, period: Period, team: str | None) -> Dashboard:
        scope, span = self._scope(connection, team), period.span
        standing, score_sum = dashboard.surveys(connection, span, scope)
        letters = Behind(Counted.LETTERS, team=team)
        return Dashboard(
            scope.now,
            period.first,
            period.last,
            span,
            "" if team is None else self._name(team),
            team,
            tuple(self._compliance(connection, span, scope)),
            tuple(_days(connection, period, scope, team)),
            tuple(_ages(connection, scope, team)),
            tuple(
                ClosingFigures(how, Figure(count, Behind(Counted.CLOSED, span, team, closing=how)))
                for how, count in dashboard.closings(connection, span, scope)
            ),
            tuple(
                (state, Figure(count, Behind(Counted.SURVEYED, span, team, survey=state)))
                for state, count in standing.items()
            ),
            score_sum,
            tuple(self._satisfaction(connection, span, scope, team)),
            tuple(_loads(connection, scope, team)),
            tuple(self._risks(connection, scope)),
            Figure(dashboard.count_of(connection, letters, scope), letters),
            tuple(_billed(connection, period.last)) if team is None else (),
            tuple(self._duties(connection, period, scope)),
        )

    def _scope(self, connection: Connection, team: str | None) -> Scope:
        """Return the teams that are counted: what was told to Ouvidoria only for its own."""
        if team == OMBUDSMAN:
            self._desk.require(Right.OMBUDSMAN)
        keys = {known.key for known in self._desk.book.teams} - {OMBUDSMAN}
        if team is not None:
            keys = {self._desk.book.team(team).key}
        numbers = tickets.team_numbers(connection)
        now = to_epoch(self._desk.clock.now())
        return Scope({numbers[key]: key for key in keys if key in numbers}, now)

    def _name(self, key: str) -> str:
        return self._desk.book.team(key).name

    def _compliance(
        self, connection: Connection, span: Span, scope: Scope
    ) -> Iterator[ComplianceFigures]:
        for number, severity, count, late, ever in dashboard.compliance(connection, span, scope):
            key = scope.teams[number]
            in_time, was_late = (
                Behind(Counted.FELL_DUE, span, key, severities=(severity,), is_late=is_late)
                for is_late in (False, True)
            )
            yield ComplianceFigures(
                self._name(key),
                severity,
                Figure(count - late, in_time),
                Figure(late, was_late),
                ever,
            )

    def _satisfaction(
        self, connection: Connection, span: Span, scope: Scope, team: str | None
    ) -> Iterator[SatisfactionFigures]:
        for grouping in Grouping:
            for number, name, count, scores in dashboard.satisfaction(
                connection, span, scope, grouping
            ):
                behind = Behind(
                    Counted.SURVEYED,
                    span,
                    team=scope.teams[number or 0] if grouping is Grouping.TEAM else team,
                    survey=SurveyState.ANSWERED,
                    people=(number,) if grouping is Grouping.ANALYST else None,
                    products=(number,) if grouping is Grouping.PRODUCT else None,
                )
                yield SatisfactionFigures(grouping, name, Figure(count, behind), scores)

    def _risks(self, connection: Connection, scope: Scope) -> Iterator[RiskFigures]:
        tomorrow = local_date(from_epoch(scope.now)) + timedelta(days=1)
        span = Span(scope.now, day_span(tomorrow)[1])
        for number, count in dashboard.risks(connection, span, scope):
            key = scope.teams[number]
            yield RiskFigures(self._name(key), Figure(count, Behind(Counted.AT_RISK, span, key)))

    def _duties(self, connection: Connection, period: Period, scope: Scope) -> Iterator[DutyShare]:
        """Add up who was on duty, in every team that has a roster in the period (CAL-7)."""
        seconds = Counter[Reference]()
        counted = set(scope.teams.values())
        rostered = {duty.team for duty in roster.duties(connection, period.first, period.last)}
        for key in sorted(counted & rostered):
            span = RosterService(self._desk).span_in(connection, key, period.first, period.last)
            seconds.update(span.seconds)
        for person, duty in seconds.most_common():
            yield DutyShare(person, duty)


def _days(
    connection: Connection, period: Period, scope: Scope, team: str | None
) -> Iterator[DayFigures]:
    count = (period.last - period.first).days + 1
    dates = [period.first + timedelta(days=place) for place in range(count)]
    days = [(day, Span(*day_span(day))) for day in dates]
    told = {
        counted: by_local_day(dashboard.by_hour(connection, counted, period.span, scope), days)
        for counted in (Counted.ARRIVED, Counted.SOLVED)
    }
    for place, (day, span) in enumerate(days):
        arrived, solved = (
            Figure(counts[place], Behind(counted, span, team)) for counted, counts in told.items()
        )
        yield DayFigures(day, day, arrived, solved)


def _ages(connection: Connection, scope: Scope, team: str | None) -> Iterator[AgeFigures]:
    ages = list(age_spans(scope.now))
    counts = dashboard.open_counts(connection, [span for *_days, span in ages], scope)
    for (days, below, span), count in zip(ages, counts, strict=True):
        yield AgeFigures(days, below, Figure(count, Behind(Counted.OPEN, span, team)))


def _loads(connection: Connection, scope: Scope, team: str | None) -> Iterator[LoadFigures]:
    for number, name, count, late in dashboard.loads(connection, scope):
        mine = Behind(Counted.OPEN, team=team, people=(number,))
        yield LoadFigures(
            None if number is None else Reference(number, name),
            Figure(count, mine),
            Figure(count - late, replace(mine, is_late=False)),
            Figure(late, replace(mine, is_late=True)),
        )


def _billed(connection: Connection, last: date) -> Iterator[BilledMonth]:
    """Add up the issued statements of the twelve months up to a date."""
    newest = last.replace(day=1)
    months = [newest - relativedelta(months=ago) for ago in reversed(range(_MONTHS))]
    told: dict[date, list[dict[str, object]]] = {month: [] for month in months}
    for month, figures in documents.statement_figures(connection, months[0], newest):
        told[month].append(json.loads(figures))
    for month, statements in told.items():
        minutes = sum(int(str(one["minutes"])) for one in statements)
        amount = total(read_kept(str(one["amount"])) for one in statements)
        behind = Behind(Counted.BILLED, month=month)
        yield BilledMonth(month, len(statements), minutes, amount, behind)
