"""Writing histories: events, projection and search words in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.event_chain import new_salt, salted_digest
from app.domain.projection import project
from app.domain.ticket_events import EDITION, ENDS_A_FORECAST, FIRST_EDITION, Event
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import TicketSla, sla_of
from app.services.sla_book import SlaBook
from app.storage import events, tickets
from app.storage.events import Appended, Head, SaltedText
from app.storage.tickets import NewTicket, Standing

if TYPE_CHECKING:
    from app.storage.database import Connection


@dataclass(frozen=True, slots=True)
class TicketDraft:
    """A ticket about to be added, with its first events."""

    new: NewTicket
    events: tuple[Event, ...]
    source_rows: tuple[str, ...] = ()
    texts: Mapping[int, SaltedText] | None = None


@dataclass(frozen=True, slots=True)
class Addition:
    """Events about to be added to a ticket that exists, numbered on from its head."""

    standing: Standing
    events: tuple[Event, ...]
    source_rows: tuple[str, ...] = ()
    texts: Mapping[int, SaltedText] | None = None


def salted(text: str) -> tuple[SaltedText, str]:
    """Return a text with a fresh salt, and the digest by which its event refers to it."""
    salt = new_salt()
    return SaltedText(text, salt), salted_digest(text, salt)


def _stamped(acts: Sequence[Event], book: SlaBook) -> tuple[Event, ...]:
    """Let every act that ends a forecast say by which calendars it was measured (SLA-11)."""
    if book.edition == FIRST_EDITION:
        return tuple(acts)
    stamp = {EDITION: book.edition}
    return tuple(
        replace(act, payload={**stamp, **act.payload}) if act.kind in ENDS_A_FORECAST else act
        for act in acts
    )


def write_new(
    connection: Connection,
    book: SlaBook,
    drafts: Sequence[TicketDraft],
    client_names: Mapping[int, str],
) -> list[TicketSla]:
    """Add tickets with their histories; returns each one's deadline, in the order given."""
    drafts = [replace(draft, events=_stamped(draft.events, book)) for draft in drafts]
    slas = [sla_of(replay(draft.events), book.rules, book.calendar_of) for draft in drafts]
    # The ticket row goes first, for the events refer to it; its head is known beforehand.
    batches = [
        Appended(draft.new.number, Head(), draft.events, draft.source_rows, draft.texts)
        for draft in drafts
    ]
    sealed = [events.sealed(batch) for batch in batches]
    tickets.add(
        connection,
        [
            (draft.new, project(sla, book.automatic), chain.head)
            for draft, sla, chain in zip(drafts, slas, sealed, strict=True)
        ],
        client_names,
    )
    events.append(connection, sealed)
    return slas


def write_more(
    connection: Connection, book: SlaBook, additions: Sequence[Addition]
) -> list[TicketSla]:
    """Add events to tickets and write their projections anew; returns each one's deadline."""
    additions = [replace(a, events=_stamped(a.events, book)) for a in additions]
    known = events.histories_of(connection, [a.standing.number for a in additions])
    slas = [
        sla_of(
            replay([*known[addition.standing.number], *addition.events]),
            book.rules,
            book.calendar_of,
        )
        for addition in additions
    ]
    sealed = [
        events.sealed(
            Appended(a.standing.number, a.standing.head, a.events, a.source_rows, a.texts)
        )
        for a in additions
    ]
    events.append(connection, sealed)
    tickets.rewrite(
        connection,
        [
            (addition.standing.number, project(sla, book.automatic), chain.head)
            for addition, sla, chain in zip(additions, slas, sealed, strict=True)
        ],
    )
    return slas
