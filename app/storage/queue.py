"""The queue: ordered numbers from one covering index, and rows a page at a time (SLA-7)."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import filterfalse
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal_column, select

from app.domain.queue_view import Choice, QueueFilter, QueueRow, Scope, SortKey
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import Status
from app.domain.urgency import QueueGroup
from app.storage import search
from app.storage.codes import SEVERITIES, SEVERITY_CODES, STATUS_CODES, STATUSES
from app.storage.names import place_name
from app.storage.search_text import words_of
from app.storage.sorting import folded
from app.storage.tables import (
    OPEN_BY_NUMBER,
    QUEUE_ORDER,
    client,
    person,
    product,
    team,
    ticket,
    ticket_text,
)
from app.storage.whole_answers import WholeRows, first_column

_OMBUDSMAN = select(team.c.id).where(team.c.key == literal_column(f"'{OMBUDSMAN}'"))
_CHUNK = 500
_WAITING = (int(QueueGroup.AWAITING_ACCEPTANCE), int(QueueGroup.PENDING_CLIENT))
_IS_OPEN = ticket.c.queue_group.is_not(None)

_SORT_COLUMNS: dict[SortKey, ColumnElement[Any]] = {
    SortKey.NUMBER: ticket.c.id,
    SortKey.SEVERITY: ticket.c.severity,
    SortKey.CLIENT: folded(client.c.name),
    SortKey.SUMMARY: folded(ticket_text.c.summary),
    SortKey.PRODUCT: folded(product.c.name),
    SortKey.TEAM: folded(team.c.name),
    SortKey.STATUS: ticket.c.status,
    SortKey.ASSIGNEE: folded(person.c.name),
    SortKey.OPENED: ticket.c.opened_at,
}
_SORT_TABLES = {
    SortKey.CLIENT: (client, client.c.id == ticket.c.client_id),
    SortKey.SUMMARY: (ticket_text, ticket_text.c.ticket_id == ticket.c.id),
    SortKey.PRODUCT: (product, product.c.id == ticket.c.product_id),
    SortKey.TEAM: (team, team.c.id == ticket.c.team_id),
    SortKey.ASSIGNEE: (person, person.c.id == ticket.c.assignee_id),
}


def numbers(connection: Connection, asked: QueueFilter, *, limit: int | None = None) -> array[int]:
    """Return the numbers of the tickets asked for, in order; open ones before closed ones.

    Closed ones stand by their closing, newest first; found by words, by their number.
    """
    if asked.scope is not Scope.OPEN and _asks_for_words_alone(asked):
        return _found_by_words_alone(connection, asked)[:limit]
    found = array("q")
    scopes = [Scope.OPEN, Scope.CLOSED] if asked.scope is Scope.ALL else [asked.scope]
    if asked.scope is Scope.ALL and asked.sort is not SortKey.URGENCY:
        scopes = [Scope.ALL]
    for scope in scopes:
        if limit is not None and len(found) >= limit:
            break
        query = _ordered(connection, asked, scope)
        if limit is not None:
            query = query.limit(limit - len(found))
        found.extend(first_column(connection, query))
    return found


def _asks_for_words_alone(asked: QueueFilter) -> bool:
    plain = QueueFilter(scope=asked.scope, text=asked.text, descending=asked.descending)
    return asked == plain and bool(words_of(asked.text))


def _found_by_words_alone(connection: Connection, asked: QueueFilter) -> array[int]:
    """Answer from the index of words; of 54,000 closed tickets no row and no closing is read."""
    opened = first_column(connection, _ordered(connection, asked, Scope.OPEN))
    query = search.numbers(connection, search.ALL, asked.text)
    assert query is not None
    closed = first_column(connection, query)
    closed.sort()
    if opened:
        # What is older than every open ticket is closed: most of the numbers need no look.
        oldest = bisect_left(closed, min(opened))
        newer = closed[oldest:]
        del closed[oldest:]
        closed += filterfalse(set(opened).__contains__, newer)
    if not asked.descending:
        closed.reverse()
    found = array("q", opened if asked.scope is Scope.ALL else ())
    found.fromlist(closed)
    return found


def _ordered(connection: Connection, asked: QueueFilter, scope: Scope) -> Select[Any]:
    if scope is Scope.OPEN and _asks_for_words_alone(asked):
        query = _open_by_words_alone(connection, asked)
    else:
        query = select(ticket.c.id).where(*_conditions(connection, asked, scope))
    if asked.sort is SortKey.URGENCY:
        if scope is Scope.CLOSED:
            closing = () if words_of(asked.text) else (ticket.c.closed_at,)
            columns = (*closing, ticket.c.id)
            return query.order_by(*(c.asc() if asked.descending else c.desc() for c in columns))
        order = [column.desc() for column in QUEUE_ORDER] if asked.descending else QUEUE_ORDER
        return query.order_by(*order)
    if asked.sort in _SORT_TABLES:
        table, on = _SORT_TABLES[asked.sort]
        query = query.outerjoin(table, on)
    column = _SORT_COLUMNS[asked.sort]
    first = column.desc().nulls_last() if asked.descending else column.asc().nulls_last()
    return query.order_by(first, *(column.asc().nulls_last() for column in QUEUE_ORDER))


def _open_by_words_alone(connection: Connection, asked: QueueFilter) -> Select[Any]:
    """Walk the numbers found; whatever orders them stands in one narrow index."""
    numbered = search.numbers(connection, search.OPEN, asked.text)
    assert numbered is not None
    found = numbered.subquery()
    conditions = _conditions(connection, replace(asked, text=""), Scope.OPEN)
    query = select(ticket.c.id).join_from(found, ticket, ticket.c.id == found.c.rowid)
    return query.where(*conditions).with_hint(ticket, f"INDEXED BY {OPEN_BY_NUMBER}", "sqlite")


def _conditions(
    connection: Connection, asked: QueueFilter, scope: Scope
) -> list[ColumnElement[bool]]:
    conditions = _scope_conditions(scope)
    for column, values in (
        (ticket.c.severity, [SEVERITY_CODES[severity] for severity in asked.severities]),
        (ticket.c.status, [STATUS_CODES[status] for status in asked.statuses]),
        (ticket.c.product_id, list(asked.products)),
        (ticket.c.client_id, list(asked.clients)),
        (ticket.c.assignee_id, list(asked.assignees)),
    ):
        if values:
            conditions.append(column.in_(values))
    if not asked.teams:
        # One number, found once: a list would be looked into for each of 60,000 rows.
        conditions.append(ticket.c.team_id.is_distinct_from(_OMBUDSMAN.scalar_subquery()))
    if asked.teams:
        conditions.append(
            ticket.c.team_id.in_(select(team.c.id).where(team.c.key.in_(asked.teams)))
        )
    if asked.unassigned:
        conditions.append(ticket.c.assignee_id.is_(None))
    if asked.waiting:
        conditions.append(ticket.c.queue_group.in_(_WAITING))
    if asked.due_before is not None:
        conditions.append(ticket.c.queue_group == int(QueueGroup.RUNNING))
        conditions.append(ticket.c.queue_at < asked.due_before)
    table = search.OPEN if scope is Scope.OPEN else search.ALL
    matched = search.condition(connection, table, ticket.c.id, asked.text)
    if matched is not None:
        conditions.append(matched)
    return conditions


def _scope_conditions(scope: Scope) -> list[ColumnElement[bool]]:
    if scope is Scope.OPEN:
        return [_IS_OPEN]
    if scope is Scope.CLOSED:
        return [ticket.c.closed_at.is_not(None)]
    return []


_ROWS = WholeRows(
    select(
        ticket.c.id,
        ticket.c.version,
        ticket.c.source_key,
        ticket.c.severity,
        ticket.c.status,
        ticket.c.status_name,
        team.c.key,
        team.c.name,
        client.c.name,
        client.c.city,
        client.c.state,
        product.c.name,
        person.c.name,
        ticket_text.c.summary,
        ticket.c.opened_at,
        ticket.c.status_since,
        ticket.c.closed_at,
        ticket.c.due_at,
        ticket.c.acceptance_limit,
        ticket.c.calendar,
        ticket.c.budget_seconds,
        ticket.c.remaining_seconds,
        ticket.c.outcome_breached,
    )
    .select_from(ticket)
    .join(team, team.c.id == ticket.c.team_id)
    .join(ticket_text, ticket_text.c.ticket_id == ticket.c.id)
    .outerjoin(client, client.c.id == ticket.c.client_id)
    .outerjoin(product, product.c.id == ticket.c.product_id)
    .outerjoin(person, person.c.id == ticket.c.assignee_id)
)


def rows(connection: Connection, wanted: Sequence[int]) -> list[QueueRow]:
    """Return the rows of some tickets, in the order of the numbers given."""
    found: dict[int, QueueRow] = {}
    for start in range(0, len(wanted), _CHUNK):
        chunk = ticket.c.id.in_(list(wanted[start : start + _CHUNK]))
        for row in _ROWS.where(connection, chunk):
            found[row[0]] = _row(row)
    return [found[number] for number in wanted if number in found]


def _row(values: Sequence[Any]) -> QueueRow:
    number, version, source_key, severity, status, status_name, *names = values[:14]
    team_key, team_name, client_name, city, state, product_name, assignee, summary = names
    opened, since, closed, due, limit, calendar, budget, remaining, breached = values[14:]
    return QueueRow(
        number=number,
        version=version,
        source_key=source_key,
        severity=SEVERITIES.get(severity),
        status=STATUSES[status],
        status_name=status_name,
        team=team_key,
        team_name=team_name,
        client=client_name or "",
        client_place=place_name(city, state),
        product=product_name or "",
        assignee=assignee,
        summary=summary,
        opened_at=opened,
        status_since=since,
        closed_at=closed,
        due_at=due,
        acceptance_limit=limit,
        calendar=calendar,
        budget_seconds=budget,
        remaining_seconds=remaining,
        outcome_breached=None if breached is None else bool(breached),
    )


def counts(connection: Connection, asked: Sequence[QueueFilter]) -> tuple[int, ...]:
    """Count several views of the open queue in one pass."""
    columns = [
        func.count().filter(and_(*_conditions(connection, view, Scope.OPEN))).label(f"view_{place}")
        for place, view in enumerate(asked)
    ]
    return tuple(connection.execute(select(*columns).where(_IS_OPEN)).one())


def late(connection: Connection, asked: QueueFilter, now: int) -> int:
    """Count the tickets asked for that are open and late at an instant (SLA-10)."""
    conditions = _conditions(connection, asked, Scope.OPEN)
    # No ticket is in two of them; one sum is answered by one walk over the index.
    columns = [func.count().filter(is_late) for is_late in late_ones(now)]
    return sum(connection.execute(select(*columns).where(*conditions)).one())


def late_ones(now: int) -> tuple[ColumnElement[bool], ...]:
    """Give the ways in which an open ticket is late at an instant; none is so in two (SLA-10)."""
    return (
        and_(ticket.c.queue_group == int(QueueGroup.RUNNING), ticket.c.queue_at < now),
        and_(ticket.c.status == STATUS_CODES[Status.PENDING_CLIENT], ticket.c.due_at < now),
        and_(
            ticket.c.status == STATUS_CODES[Status.AWAITING_ACCEPTANCE],
            ticket.c.due_at < ticket.c.status_since,
        ),
    )


def choices(connection: Connection, column: SortKey) -> tuple[Choice, ...]:
    """Return what a filter on a column offers, most frequent first among the open tickets."""
    table, key, own = {
        SortKey.TEAM: (team, team.c.key, ticket.c.team_id),
        SortKey.CLIENT: (client, client.c.id, ticket.c.client_id),
        SortKey.PRODUCT: (product, product.c.id, ticket.c.product_id),
        SortKey.ASSIGNEE: (person, person.c.id, ticket.c.assignee_id),
    }[column]
    counted = (
        select(own.label("number"), func.count().label("count"))
        .where(_IS_OPEN)
        .group_by(own)
        .subquery()
    )
    query = (
        select(key, table.c.name, func.coalesce(counted.c.count, 0))
        .select_from(table)
        .outerjoin(counted, counted.c.number == table.c.id)
        .order_by(func.coalesce(counted.c.count, 0).desc(), folded(table.c.name))
    )
    return tuple(Choice(*row) for row in connection.execute(query))


def status_counts(connection: Connection) -> dict[Status, int]:
    """Count the open tickets by status."""
    query = select(ticket.c.status, func.count()).where(_IS_OPEN).group_by(ticket.c.status)
    return {STATUSES[code]: count for code, count in connection.execute(query)}


def severity_counts(connection: Connection) -> dict[int, int]:
    """Count the open tickets by the rank of their severity."""
    query = select(ticket.c.severity_rank, func.count()).where(_IS_OPEN)
    return dict(connection.execute(query.group_by(ticket.c.severity_rank)).all())
