"""The queue as people ask for it: numbers in order, rows, counts, choices, time left."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.brasilia_days import day_span
from app.domain.clock import local_date, to_epoch
from app.domain.errors import BancadaError
from app.domain.queue_view import Choice, QueueFilter, QueueRow, Reference, SortKey
from app.domain.roles import Right
from app.domain.severity import Severity
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import Status
from app.domain.urgency import Nearness, nearness
from app.services.desk import Desk
from app.storage import names, queue, tables


@dataclass(frozen=True, slots=True)
class FilterChoices:
    """What each filter of the queue offers, with the open tickets behind it."""

    teams: tuple[Choice, ...]
    severities: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    products: tuple[Choice, ...]
    clients: tuple[Choice, ...]
    assignees: tuple[Choice, ...]


class QueueService:
    """Reads the queue; every method is one short reading of the database."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def numbers(self, asked: QueueFilter, *, limit: int | None = None) -> array[int]:
        """Return the numbers of the tickets asked for, in order (SLA-7)."""
        with self._desk.database.read() as connection:
            return queue.numbers(connection, self._allowed(asked), limit=limit)

    def rows(self, numbers: Sequence[int]) -> list[QueueRow]:
        """Return the rows of some tickets, in the order given."""
        with self._desk.database.read() as connection:
            found = queue.rows(connection, numbers)
        if self._desk.may(Right.OMBUDSMAN):
            return found
        return [row for row in found if row.team != OMBUDSMAN]

    def counts(self, views: Sequence[QueueFilter]) -> tuple[int, ...]:
        """Count the open tickets of several views at once, in the order asked."""
        with self._desk.database.read() as connection:
            return queue.counts(connection, [self._allowed(view) for view in views])

    def late(self, asked: QueueFilter) -> int:
        """Count the open tickets asked for that are late now (SLA-10)."""
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.read() as connection:
            return queue.late(connection, self._allowed(asked), now)

    def choices(self) -> FilterChoices:
        """Return what the filters offer."""
        with self._desk.database.read() as connection:
            by_severity = queue.severity_counts(connection)
            by_status = queue.status_counts(connection)
            return FilterChoices(
                teams=tuple(
                    choice
                    for choice in queue.choices(connection, SortKey.TEAM)
                    if choice.value != OMBUDSMAN or self._desk.may(Right.OMBUDSMAN)
                ),
                severities=tuple(
                    Choice(s.value, s.value, by_severity.get(s.rank, 0)) for s in Severity
                ),
                statuses=tuple(
                    Choice(s.value, s.value, by_status.get(s, 0))
                    for s in Status
                    if s is not Status.CLOSED
                ),
                products=queue.choices(connection, SortKey.PRODUCT),
                clients=queue.choices(connection, SortKey.CLIENT),
                assignees=queue.choices(connection, SortKey.ASSIGNEE),
            )

    def people(self) -> tuple[Reference, ...]:
        """Return everybody who can be at the desk."""
        with self._desk.database.read() as connection:
            return names.people(connection)

    def named(self, asked: QueueFilter, *, client: str | None, assignee: str | None) -> QueueFilter:
        """Return a filter restricted to a client and an assignee known by name."""
        with self._desk.database.read() as connection:
            if client is not None:
                found = names.matching(connection, tables.client, client)
                asked = replace(asked, clients=found or _NOBODY)
            if assignee is not None:
                found = names.matching(connection, tables.person, assignee)
                asked = replace(asked, assignees=found or _NOBODY)
        return asked

    def remaining(self, row: QueueRow, now: int) -> int | None:
        """Return a row's counted seconds left, negative when overdue; none if not computable."""
        if row.remaining_seconds is not None or row.due_at is None or row.calendar is None:
            return row.remaining_seconds
        working_time = self._desk.book.calendar_of(row.calendar)
        if now <= row.due_at:
            return working_time.seconds_between(now, row.due_at)
        return -working_time.seconds_between(row.due_at, now)

    def nearness(self, row: QueueRow, now: int) -> Nearness:
        """Tell how near a row's deadline is (SLA-9)."""
        if row.is_overdue(now):
            return Nearness.LATE
        left = self.remaining(row, now)
        if left is None or not row.budget_seconds or row.waits_for_client:
            return Nearness.CALM
        return nearness(max(left, 0), row.budget_seconds)

    def resumes_at(self, row: QueueRow, now: int) -> int | None:
        """Return when the row's calendar opens next; none while it is open or has none."""
        if row.calendar is None:
            return None
        try:
            opens = self._desk.book.calendar_of(row.calendar).next_counted(now)
        except BancadaError:
            return None
        return opens if opens > now else None

    def on_duty(self, now: int) -> tuple[str, ...]:
        """Return the keys of the teams whose calendar is open now (view Plantão)."""
        book = self._desk.book
        return tuple(
            team.key
            for team in book.teams
            if team.key != OMBUDSMAN and book.calendar_of(team.key).is_counted(now)
        )

    def _allowed(self, asked: QueueFilter) -> QueueFilter:
        """Leave Ouvidoria out for those who are not of it (OUV-2)."""
        if OMBUDSMAN not in asked.teams or self._desk.may(Right.OMBUDSMAN):
            return asked
        others = tuple(team for team in asked.teams if team != OMBUDSMAN)
        return replace(asked, teams=others or _NO_TEAM)

    def end_of_today(self) -> int:
        """Return the first epoch second of tomorrow in Brasília."""
        return day_span(local_date(self._desk.clock.now()))[1]


_NO_TEAM = ("-",)
_NOBODY = (-1,)
"""Matches no ticket: an unknown name restricts to nothing rather than to everything."""
