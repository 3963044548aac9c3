"""What a desk at work has beside its tickets: messages that went out, standings of clients."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.message_state import MessageState
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_replay import replay
from app.services.act_notices import notice_of_opening
from app.services.notices import Notice, queue_notices
from app.services.sample_registry import Registry
from app.services.sla_book import SlaBook
from app.services.ticket_writing import TicketDraft
from app.storage import articles, outbox, registry
from app.storage.database import Connection
from resources.locate import resource

_ACCOUNT_EXECUTIVES = ("Flora Figueira", "Gil Gaivota", "Iara Ipanema")
_ABOVE_THEM = "Otto Orvalho"
_OVERDUE_EVERY, _ENDED_EVERY = 19, 23
_MESSAGES = 60
_TOLD = {
    EventKind.OPENED: "opened",
    EventKind.PENDING_CLIENT: "waiting",
    EventKind.SOLUTION: "solution",
}
_SENT_AFTER = 40
_TROUBLES = {
    7: (MessageState.FAILED, "550 5.1.1 caixa postal desconhecida"),
    13: (MessageState.UNCERTAIN, "a linha caiu depois do texto; não se sabe se ela chegou"),
}


def give_standings(
    connection: Connection, known: Registry, today: date, dice: random.Random
) -> None:
    """Give clients their executives; some pay late, the contract of some has ended (CLI-5)."""
    for place, client in enumerate(known.clients, 1):
        began = today - timedelta(days=dice.randrange(400, 2500))
        ended = today - timedelta(days=20) if place % _ENDED_EVERY == 0 else None
        standing = {
            "ear": dice.choice(_ACCOUNT_EXECUTIVES),
            "gar": _ABOVE_THEM,
            "valid_from": began,
            "valid_until": ended,
            "is_overdue": place % _OVERDUE_EVERY == 0,
        }
        registry.write_client(connection, client.id, standing)
        first = client.contacts[0]
        reviewed = today - timedelta(days=dice.randrange(30, 500))
        approves = {"is_administrator": True, "may_approve": True}
        registry.write_contact(connection, first.id, approves | {"approval_reviewed_on": reviewed})


def write_articles(connection: Connection, now: int) -> None:
    """Write what the desk knows already (TKT-4)."""
    text = resource("catalog", "demo", "articles.toml").read_text(encoding="utf-8")
    for entry in tomllib.loads(text)["article"]:
        values = {"title": entry["title"], "body": entry["body"].strip(), "is_offered": True}
        articles.write(connection, None, values | {"changed_at": now})


def tell_clients(
    connection: Connection, book: SlaBook, drafts: Sequence[TicketDraft], now: int
) -> None:
    """Put the newest messages of the desk into the outbox, as its mail server left them."""
    told = [(event, draft) for draft in drafts for event in draft.events if event.kind in _TOLD]
    told.sort(key=lambda pair: pair[0].at)
    for event, draft in told[-_MESSAGES:]:
        queue_notices(connection, draft.new.number, [_notice(event, draft, book)], event.at)
    newest = len(outbox.lines(connection)) - 1
    for place in range(newest, 0, -1):  # the newest one waits for the server's next turn
        line = outbox.claim(connection, now, now)
        assert line is not None  # every contact of the demo has an address
        state, failure = _TROUBLES.get(place, (MessageState.SENT, ""))
        sent_at = min(line.created_at + _SENT_AFTER, now)
        outbox.settle(
            connection,
            line.id,
            state,
            expected=[MessageState.QUEUED],
            sent_at=sent_at if state is MessageState.SENT else None,
            failure=failure,
        )


def _notice(event: Event, draft: TicketDraft, book: SlaBook) -> Notice:
    if event.kind is EventKind.OPENED:
        return notice_of_opening(event, book)
    said = (draft.texts or {}).get(event.seq)
    acceptance = replay([e for e in draft.events if e.seq <= event.seq]).acceptance
    limit = None if acceptance is None else acceptance.limit
    return Notice(_TOLD[event.kind], event.at, "" if said is None else said.body, limit=limit)
