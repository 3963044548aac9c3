"""One ticket: everything about it, what if, and recording an act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.changes import Changes, tickets_changed
from app.domain.clock import to_epoch
from app.domain.errors import BancadaError, RuleRefusal
from app.domain.explanation import Buckets, Explanation, buckets_of, explain
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Event, EventKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_moves import refusal_of
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import Forecast, TicketSla, forecast_for, forecasts_of, sla_of
from app.services.desk import Desk
from app.services.ticket_writing import Addition, salted, write_more
from app.storage import change_log, events, names, tickets
from app.storage.database import Connection
from app.storage.tickets import TicketCard


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as it is read: who by name, and its text where it has one."""

    event: Event
    actor: str | None
    text: str | None


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


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does to a ticket.

    ``version`` is the one the person saw; an act on an older one is refused, but a note is kept
    (pitfall G01).
    """

    kind: EventKind
    at: int
    actor: int | None = None
    channel: Channel = Channel.DESK
    payload: Mapping[str, Any] | None = None
    text: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act came to, and what others had done meanwhile, in words."""

    number: int
    seq: int
    changes: Changes
    meanwhile: tuple[EventLine, ...] = ()


class StaleAct(BancadaError):
    """Somebody else acted on the ticket first; ``meanwhile`` says what they did."""

    def __init__(self, number: int, meanwhile: tuple[EventLine, ...]) -> None:
        """Keep what changed since the person looked."""
        super().__init__(
            f"o chamado {events.number_text(number)} mudou enquanto você o lia; "
            "confira o que mudou e repita o ato"
        )
        self.meanwhile = meanwhile


class TicketService:
    """Reads tickets and records acts on them."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def number_of_source(self, key: str) -> int:
        """Return the number of an imported ticket; ``NotFound`` when no log had this key."""
        with self._desk.database.read() as connection:
            return tickets.number_of_source(connection, key)

    def view(self, number: int) -> TicketView:
        """Return a ticket with its history and deadline; ``NotFound`` for an unknown number."""
        with self._desk.database.read() as connection:
            card = tickets.card_of(connection, number)
            history_events = events.history_of(connection, number)
            texts = events.texts_of(connection, number)
            people = {person.id: person.name for person in names.people(connection)}
        book, now = self._desk.book, to_epoch(self._desk.clock.now())
        history = replay(history_events)
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
                EventLine(event, people.get(event.actor or 0), texts.get(event.seq))
                for event in sorted(history_events, key=lambda event: event.order)
            ),
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
        now = to_epoch(self._desk.clock.now())
        if act.at > now:
            raise RuleRefusal("ACC-9", "o ato está no futuro; confira o horário")
        with self._desk.database.write() as connection:
            standing = tickets.standing_to_write(connection, number)
            known = events.history_of(connection, number)
            meanwhile: tuple[EventLine, ...] = ()
            if act.version is not None and act.version != standing.version:
                meanwhile = self._since(connection, number, known, act.version)
                if act.kind is not EventKind.NOTE:
                    raise StaleAct(number, meanwhile)
            _refuse(known, act)
            if act.kind is EventKind.TRANSFERRED:
                self._desk.book.team((act.payload or {}).get("team", ""))
            event, texts = _event_of(act, standing.head.seq + 1, now, self._desk.name)
            write_more(connection, self._desk.book, [Addition(standing, (event,), (), texts)])
            changes = tickets_changed(number)
            change_log.record(connection, changes, now)
        return Recorded(number, event.seq, changes, meanwhile)

    def _since(
        self, connection: Connection, number: int, known: tuple[Event, ...], version: int
    ) -> tuple[EventLine, ...]:
        """Return the events recorded after the version a person saw."""
        people = {person.id: person.name for person in names.people(connection)}
        texts = events.texts_of(connection, number)
        return tuple(
            EventLine(event, people.get(event.actor or 0), texts.get(event.seq))
            for event in known
            if event.seq > version
        )


def _refuse(known: tuple[Event, ...], act: Act) -> None:
    """Refuse an act that its own instant does not allow; a closed ticket allows none (SLA-12).

    An act typed in later is held against what had happened by then, not against today.
    """
    today = replay(known)
    by_then = [event for event in known if event.at <= act.at]
    state = replay(by_then) if by_then and today.is_open else today
    refusal = refusal_of(state, act.kind, act.at)
    if refusal is not None:
        raise refusal


def _event_of(
    act: Act, seq: int, now: int, desk: str
) -> tuple[Event, dict[int, events.SaltedText]]:
    payload = dict(act.payload or {})
    texts = {}
    if act.text is not None:
        texts[seq], payload["text"] = salted(act.text)
    return Event(seq, act.kind, act.at, now, act.actor, desk, act.channel, payload), texts
