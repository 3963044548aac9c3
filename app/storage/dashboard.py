"""What the managers' dashboard counts, added up by the database (SLA-10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, false, func, or_, select, true

from app.domain.billing import Verdict
from app.domain.consulting import ConsultingKind
from app.domain.dashboard import Behind, BehindRow, Counted, Grouping
from app.domain.documents import DocumentKind
from app.domain.severity import Severity
from app.domain.survey import SurveyState
from app.domain.ticket_events import Closing
from app.domain.time_entries import Span
from app.domain.urgency import QueueGroup
from app.storage.codes import SEVERITIES, SEVERITY_CODES
from app.storage.compliance import fell_due, is_late
from app.storage.consulting_tables import billed_part, consulting, document, time_entry
from app.storage.queue import late_ones
from app.storage.tables import client, person, product, team, ticket, ticket_text

_kept = ticket.c
_HOUR = 3600
_is_open = _kept.queue_group.is_not(None)


@dataclass(frozen=True, slots=True)
class Scope:
    """Which teams are counted, by number, and the instant that is now."""

    teams: Mapping[int, str]
    now: int

    @property
    def chosen(self) -> ColumnElement[bool]:
        """Choose the tickets of these teams."""
        return _kept.team_id.in_(sorted(self.teams))

    def number_of(self, key: str) -> int:
        """Return the number of a team."""
        return next(number for number, known in self.teams.items() if known == key)


def compliance(
    connection: Connection, span: Span, scope: Scope
) -> list[tuple[int, Severity | None, int, int, int]]:
    """Return by team and severity how many fell due, were late, and were ever late."""
    late = case((is_late(scope.now), 1), else_=0)
    was_late = or_(is_late(scope.now), func.coalesce(_kept.outcome_ever_late, false()))
    ever = case((was_late, 1), else_=0)
    query = (
        select(_kept.team_id, _kept.severity, func.count(), func.sum(late), func.sum(ever))
        .where(fell_due(span, scope.now), scope.chosen)
        .group_by(_kept.team_id, _kept.severity)
        .order_by(_kept.team_id, func.coalesce(_kept.severity, len(SEVERITIES)))
    )
    return [
        (number, _severity(code), int(count), int(late_ones), int(ever_late))
        for number, code, count, late_ones, ever_late in connection.execute(query)
    ]


def by_hour(
    connection: Connection, counted: Counted, span: Span, scope: Scope
) -> list[tuple[int, int]]:
    """Return how many arrived or were solved in each hour since 1970 that has any."""
    instant = _kept.opened_at if counted is Counted.ARRIVED else _kept.solved_at
    hour = instant // _HOUR
    query = (
        select(hour.label("hour"), func.count())
        .where(_within(instant, span), scope.chosen)
        .group_by("hour")
    )
    return [(int(at), int(count)) for at, count in connection.execute(query)]


def open_counts(connection: Connection, spans: Sequence[Span], scope: Scope) -> list[int]:
    """Return how many open tickets were opened in each stretch of time."""
    counts = [
        func.coalesce(func.sum(case((_within(_kept.opened_at, span), 1), else_=0)), 0)
        for span in spans
    ]
    row = connection.execute(select(*counts).where(_is_open, scope.chosen)).one()
    return [int(count) for count in row]


def closings(connection: Connection, span: Span, scope: Scope) -> list[tuple[Closing | None, int]]:
    """Return how the tickets closed in a span were closed."""
    query = (
        select(_kept.closing, func.count())
        .where(_within(_kept.closed_at, span), scope.chosen)
        .group_by(_kept.closing)
        .order_by(func.count().desc(), _kept.closing)
    )
    return [
        (None if name is None else Closing(name), int(count))
        for name, count in connection.execute(query)
    ]


def surveys(connection: Connection, span: Span, scope: Scope) -> tuple[dict[SurveyState, int], int]:
    """Return how the surveys sent in a span stand, and the sum of their scores (ACC-6)."""
    counts = [
        func.coalesce(func.sum(case((_survey_is(state, scope.now), 1), else_=0)), 0)
        for state in SurveyState
    ]
    scores = func.coalesce(func.sum(_kept.survey_score), 0)
    query = select(*counts, scores).where(_within(_kept.survey_sent_at, span), scope.chosen)
    *told, score_sum = connection.execute(query).one()
    return dict(zip(SurveyState, map(int, told), strict=True)), int(score_sum)


def surveys_waiting(connection: Connection, now: int) -> tuple[int, ...]:
    """Return the tickets whose survey may still be answered."""
    is_sent = _kept.survey_sent_at.is_not(None)
    query = select(_kept.id).where(is_sent, _survey_is(SurveyState.WAITING, now))
    return tuple(connection.scalars(query.order_by(_kept.id)))


def satisfaction(
    connection: Connection, span: Span, scope: Scope, grouping: Grouping
) -> list[tuple[int | None, str, int, int]]:
    """Return number, name, answers and sum of scores of each team, analyst or product."""
    column, named = {
        Grouping.TEAM: (_kept.team_id, team),
        Grouping.ANALYST: (_kept.assignee_id, person),
        Grouping.PRODUCT: (_kept.product_id, product),
    }[grouping]
    answers = (
        select(
            column.label("number"),
            func.count().label("answers"),
            func.sum(_kept.survey_score).label("scores"),
        )
        .where(_within(_kept.survey_sent_at, span), scope.chosen, _kept.survey_score.is_not(None))
        .group_by(column)
        .subquery()
    )
    query = select(
        answers.c.number, func.coalesce(named.c.name, ""), answers.c.answers, answers.c.scores
    ).outerjoin(named, named.c.id == answers.c.number)
    rows = [
        (n, str(name), int(count), int(sum_)) for n, name, count, sum_ in connection.execute(query)
    ]
    return sorted(rows, key=lambda row: (-row[2], row[1].casefold(), row[0] or 0))


def loads(connection: Connection, scope: Scope) -> list[tuple[int | None, str, int, int]]:
    """Return number, name, open and late tickets of everybody who has any, nobody's too."""
    late = case((_is_late_now(scope.now), 1), else_=0)
    counts = (
        select(
            _kept.assignee_id.label("number"),
            func.count().label("open"),
            func.sum(late).label("late"),
        )
        .where(_is_open, scope.chosen)
        .group_by(_kept.assignee_id)
        .subquery()
    )
    query = select(
        counts.c.number, func.coalesce(person.c.name, ""), counts.c.open, counts.c.late
    ).outerjoin(person, person.c.id == counts.c.number)
    rows = [
        (n, str(name), int(open_), int(late_))
        for n, name, open_, late_ in connection.execute(query)
    ]
    return sorted(rows, key=lambda row: (-row[2], row[1].casefold()))


def risks(connection: Connection, span: Span, scope: Scope) -> list[tuple[int, int]]:
    """Return how many tickets of each team fall due in a span, their clocks running."""
    query = (
        select(_kept.team_id, func.count())
        .where(_is_running, _within(_kept.queue_at, span), scope.chosen)
        .group_by(_kept.team_id)
        .order_by(func.count().desc(), _kept.team_id)
    )
    return [(int(number), int(count)) for number, count in connection.execute(query)]


def count_of(connection: Connection, behind: Behind, scope: Scope) -> int:
    """Return how many tickets stand behind a number."""
    query = select(func.count()).select_from(ticket)
    return int(connection.execute(query.where(chosen(behind, scope))).scalar_one())


def tickets_behind(
    connection: Connection, behind: Behind, scope: Scope, most: int
) -> tuple[BehindRow, ...]:
    """Return the tickets behind a number, those due first at the top, at most so many."""
    query = (
        select(
            _kept.id,
            func.coalesce(client.c.name, ""),
            ticket_text.c.summary,
            team.c.name,
            _kept.severity,
            func.coalesce(person.c.name, ""),
            _kept.opened_at,
            _kept.due_at,
            _kept.closed_at,
        )
        .join(ticket_text, ticket_text.c.ticket_id == _kept.id)
        .join(team, team.c.id == _kept.team_id)
        .outerjoin(client, client.c.id == _kept.client_id)
        .outerjoin(person, person.c.id == _kept.assignee_id)
        .where(chosen(behind, scope))
        .order_by(func.coalesce(_kept.due_at, 2**62), _kept.id)
        .limit(most)
    )
    return tuple(
        BehindRow(row[0], row[1], row[2], row[3], _severity(row[4]), *row[5:])
        for row in connection.execute(query)
    )


def chosen(behind: Behind, scope: Scope) -> ColumnElement[bool]:
    """Choose the tickets behind a number: the very ones that were counted."""
    span = behind.span or Span(0, 0)
    of_counted: dict[Counted, ColumnElement[bool]] = {
        Counted.FELL_DUE: fell_due(span, scope.now),
        Counted.ARRIVED: _within(_kept.opened_at, span),
        Counted.SOLVED: _within(_kept.solved_at, span),
        Counted.OPEN: _is_open,
        Counted.AT_RISK: and_(_is_running, _within(_kept.queue_at, span)),
        Counted.CLOSED: _within(_kept.closed_at, span),
        Counted.SURVEYED: _within(_kept.survey_sent_at, span),
        Counted.LETTERS: and_(_is_open, _kept.id.in_(_WAITING_FOR_LETTER)),
        Counted.BILLED: _kept.id.in_(_billed_in(behind.month)),
    }
    parts = [of_counted[behind.counted], scope.chosen]
    if behind.counted is Counted.OPEN and behind.span is not None:
        parts.append(_within(_kept.opened_at, span))
    if behind.team is not None:
        parts.append(_kept.team_id == scope.number_of(behind.team))
    if behind.severities is not None:
        codes = [None if s is None else SEVERITY_CODES[s] for s in behind.severities]
        parts.append(_one_of(_kept.severity, codes))
    if behind.is_late is not None:
        is_open = behind.counted is Counted.OPEN
        late = _is_late_now(scope.now) if is_open else is_late(scope.now)
        parts.append(case((late, 1), else_=0) == int(behind.is_late))
    if behind.counted is Counted.CLOSED:
        parts.append(_one_of(_kept.closing, [behind.closing and behind.closing.value]))
    if behind.survey is not None:
        parts.append(_survey_is(behind.survey, scope.now))
    if behind.people is not None:
        parts.append(_one_of(_kept.assignee_id, behind.people))
    if behind.products is not None:
        parts.append(_one_of(_kept.product_id, behind.products))
    return and_(*parts)


_is_running = _kept.queue_group == int(QueueGroup.RUNNING)
_WAITING_FOR_LETTER = select(consulting.c.ticket_id).where(
    consulting.c.has_letter,
    consulting.c.released_at.is_(None),
    consulting.c.kind.in_([kind.value for kind in ConsultingKind if kind.needs_letter]),
)


def _billed_in(month: date | None) -> Select[int]:
    """Choose the tickets on the issued statements of a month."""
    return (
        select(time_entry.c.ticket_id)
        .join(billed_part, billed_part.c.entry_id == time_entry.c.id)
        .join(document, document.c.id == billed_part.c.document_id)
        .where(document.c.kind == DocumentKind.CONSULTING_STATEMENT.value)
        .where(document.c.first == month, billed_part.c.verdict == Verdict.BILLED.value)
    )


def _is_late_now(now: int) -> ColumnElement[bool]:
    return or_(*late_ones(now))


def _survey_is(state: SurveyState, now: int) -> ColumnElement[bool]:
    if state is SurveyState.ANSWERED:
        return _kept.survey_score.is_not(None)
    waits = _kept.survey_until > now if state is SurveyState.WAITING else _kept.survey_until <= now
    return and_(_kept.survey_score.is_(None), waits)


def _within(column: ColumnElement[Any], span: Span) -> ColumnElement[bool]:
    return and_(column >= span.start, column < span.end)


def _one_of(column: ColumnElement[Any], values: Iterable[object]) -> ColumnElement[bool]:
    """Choose values among which there may be none."""
    told = list(values)
    known = [value for value in told if value is not None]
    parts = [column.in_(known)] if known else []
    if None in told:
        parts.append(column.is_(None))
    return or_(*parts) if parts else ~true()


def _severity(code: int | None) -> Severity | None:
    return None if code is None else SEVERITIES[code]
