"""Recording an act: the ticket's own steps first, then the rules, then the event (ACC-7b)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.automatic_steps import BEFORE_AN_ACT
from app.domain.errors import RuleRefusal
from app.domain.ticket_events import Channel, Closing, Event, EventKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_moves import refusal_of
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.automatic_acts import AutomaticActs, automatic_acts
from app.services.sla_book import SlaBook
from app.services.ticket_writing import salted
from app.storage.events import SaltedText

_OF_THE_CLIENT = frozenset(
    {
        EventKind.ACCEPTED,
        EventKind.REFUSED,
        EventKind.POSTPONED,
        EventKind.CLIENT_ANSWERED,
        EventKind.CLIENT_WROTE,
    }
)
_ANNULLED = "ACC-7b: o cliente agiu dentro do limite; o ato só foi registrado depois"


@dataclass(frozen=True, slots=True)
class Act:
    """Something a person does to a ticket.

    ``version`` is the one the person saw; an act on an older one is refused, but a note is kept
    (pitfall G01). What takes another act back allows nothing since, not even of the same person.
    """

    kind: EventKind
    at: int
    actor: int | None = None
    channel: Channel = Channel.DESK
    payload: Mapping[str, Any] | None = None
    text: str | None = None
    version: int | None = None
    takes_back: bool = False


@dataclass(slots=True)
class Acting:
    """The events an act comes to: the ticket's own steps, an annulment, the act itself."""

    events: list[Event]
    texts: dict[int, SaltedText]
    automatic: AutomaticActs = field(default_factory=AutomaticActs)


def act_on(known: Sequence[Event], act: Act, book: SlaBook, *, now: int, desk: str) -> Acting:
    """Work out what an act on a ticket comes to; raises the refusal of the rule that forbids it.

    Before it, the ticket takes its own steps due by the act's instant. An act of the client within
    the limit that is typed in after the automatic closing annuls it, for some business days.
    """
    automatic = automatic_acts(known, book, until=act.at, now=now, desk=desk, kinds=BEFORE_AN_ACT)
    events = list(automatic.events)
    story = [*known, *events]
    annulment = _annulment(story, act, book, now, desk)
    if annulment is not None:
        events.append(annulment)
        story.append(annulment)
    _refuse(story, act)
    event, texts = _event_of(act, max(e.seq for e in story) + 1, now, desk)
    return Acting([*events, event], texts, automatic)


def _annulment(
    story: Sequence[Event], act: Act, book: SlaBook, now: int, desk: str
) -> Event | None:
    """Return the event that annuls an automatic closing the act came before (ACC-7b)."""
    history = replay(story)
    if act.kind not in _OF_THE_CLIENT or history.closing is not Closing.AUTOMATIC:
        return None
    closing = next(
        event
        for event in reversed(story)
        if event.kind is EventKind.CLOSED and event.at == history.closed_at
    )
    if act.at > closing.at:
        return None
    if now > _last_instant_to_annul(history, closing, book):
        raise RuleRefusal(
            "ACC-7b",
            f"o chamado foi encerrado sozinho há mais de {book.desk.annulment_days} dias úteis; "
            "abra um chamado de continuação",
        )
    payload = {"annuls": closing.seq, "reason": _ANNULLED}
    seq = max(event.seq for event in story) + 1
    return Event(seq, EventKind.CLOSING_ANNULLED, closing.at, now, act.actor, desk, payload=payload)


def _last_instant_to_annul(history: TicketHistory, closing: Event, book: SlaBook) -> int:
    deadline = sla_of(history, book.rules, book.calendar_of).current.deadline
    if deadline is None:
        return closing.at
    return deadline.time.closing_of_business_day(closing.at, book.desk.annulment_days)


def _refuse(story: Sequence[Event], act: Act) -> None:
    """Refuse an act that its own instant does not allow; a closed ticket allows none (SLA-12).

    An act typed in later is held against what had happened by then, not against today.
    """
    today = replay(story)
    by_then = [event for event in story if event.at <= act.at]
    state = replay(by_then) if by_then and today.is_open else today
    refusal = refusal_of(state, act.kind, act.at)
    if refusal is not None:
        raise refusal


def _event_of(act: Act, seq: int, now: int, desk: str) -> tuple[Event, dict[int, SaltedText]]:
    payload = dict(act.payload or {})
    texts = {}
    if act.text is not None:
        texts[seq], payload["text"] = salted(act.text)
    return Event(seq, act.kind, act.at, now, act.actor, desk, act.channel, payload), texts
