"""One ticket: everything about it, what if, and recording an act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.clock import to_epoch
from app.domain.explanation import Buckets, Explanation, buckets_of, explain
from app.domain.roles import Right
from app.domain.severity import Severity
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import Forecast, TicketSla, forecast_for, forecasts_of, sla_of
from app.services.acting import Act
from app.services.desk import Desk
from app.services.desk_catalog import read_statuses_of
from app.services.recording import EventLine, Recorded, StaleAct, record
from app.storage import calendars, events, names, ticket_sources, tickets
from app.storage.database import Connection
from app.storage.tickets import TicketCard


@dataclass(frozen=True, slots=True)
class TicketView:
    """Everything a person wants to know of a ticket, at the instant ``now`` (epoch seconds)."""

    now: int
    card: TicketCard
    history: TicketHistory
    assignee: str | None
    team_name: str
    sla: TicketSla
    forecasts: tuple[Forecast, ...]
    explanation: Explanation | None
    buckets: Buckets | None
    lines: tuple[EventLine, ...]
    statuses: tuple[str, ...] = ()
    """The desk's own statuses it may be given (SLA-12)."""
    people: Mapping[int, str] = field(default_factory=dict)
    """The names of the desk's people, by their numbers."""


__all__ = ["Act", "EventLine", "Recorded", "StaleAct", "TicketService", "TicketView"]


class TicketService:
    """Reads tickets and records acts on them."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    @property
    def place(self) -> str:
        """Where the tickets lie, never with a password."""
        return self._desk.database.place

    def number_of_source(self, key: str) -> int:
        """Return the number of an imported ticket; ``NotFound`` when no log had this key."""
        with self._desk.database.read() as connection:
            return ticket_sources.number_of_source(connection, key)

    def view(self, number: int) -> TicketView:
        """Return a ticket with its history and deadline; ``NotFound`` for an unknown number."""
        with self._desk.database.read() as connection:
            card = tickets.card_of(connection, number)
            history_events = events.history_of(connection, number)
            texts = events.texts_of(connection, number)
            people = {person.id: person.name for person in names.people(connection)}
            statuses = tuple(read_statuses_of(connection))
            reasons = _reasons_of_edits(connection, history_events)
        book, now = self._desk.book, to_epoch(self._desk.clock.now())
        history = replay(history_events)
        if history.team == OMBUDSMAN:
            self._desk.require(Right.OMBUDSMAN)
        sla = sla_of(history, book.rules, book.calendar_of)
        deadline = sla.current.deadline
        until = now if history.settled_at is None else history.settled_at
        return TicketView(
            now=now,
            card=card,
            history=history,
            assignee=people.get(history.assignee or 0),
            team_name=book.team(history.team).name,
            sla=sla,
            forecasts=forecasts_of(history, book.rules, book.calendar_of),
            explanation=None if deadline is None else explain(deadline, until),
            buckets=None if deadline is None else buckets_of(deadline, until),
            lines=tuple(
                EventLine(event, people.get(event.actor or 0), (texts | reasons).get(event.seq))
                for event in sorted(history_events, key=lambda event: event.order)
            ),
            statuses=statuses,
            people=people,
        )

    def what_if(
        self, view: TicketView, *, severity: Severity | None = None, team: str | None = None
    ) -> Forecast:
        """Return the forecast a ticket would get under another severity or team (SLA-2)."""
        terms = view.history.terms[-1]
        changed = replace(
            terms, severity=severity or terms.severity, team=team or terms.team, since=view.now
        )
        book = self._desk.book
        pauses = view.history.pauses
        return forecast_for(view.history, changed, pauses, book.rules, book.calendar_of)

    def record(self, number: int, act: Act) -> Recorded:
        """Record an act in one transaction: event, projection, change log.

        Raises the refusal of the rule that forbids it, and ``StaleAct`` when the ticket changed
        under the person and the act is more than a note.
        """
        with self._desk.database.write() as connection:
            return record(connection, self._desk, number, act)


def _reasons_of_edits(connection: Connection, acts: Sequence[Event]) -> dict[int, str | None]:
    """Return why a calendar was edited, for each act by which that moved the deadline (SLA-8)."""
    edits = [act for act in acts if act.kind is EventKind.CALENDAR_CHANGED]
    return {
        act.seq: calendars.reason_of(connection, act.payload["calendar"], act.payload["revision"])
        for act in edits
        if "revision" in act.payload
    }
