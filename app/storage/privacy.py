"""What lies anywhere of one person, read for them and blanked for them (LGPD, rulebook §9)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, select, update

from app.domain.message_state import MessageState
from app.storage import search
from app.storage.tables import event, event_text, intake_record, outbox, ticket, ticket_text
from app.storage.tickets import TicketCard, search_words

BLANK = "(apagado a pedido do titular)"


def tickets_of(connection: Connection, contact: int) -> list[int]:
    """Return the tickets that a contact asked for."""
    query = select(ticket.c.id).where(ticket.c.contact_id == contact).order_by(ticket.c.id)
    return list(connection.scalars(query))


def blank_texts(connection: Connection, number: int, seqs: Collection[int]) -> None:
    """Blank the texts of some events; the events that say so are the caller's to append."""
    chosen = select(event.c.id).where(event.c.ticket_id == number, event.c.seq.in_(list(seqs)))
    connection.execute(
        update(event_text).where(event_text.c.event_id.in_(chosen)).values(body=None)
    )


def blank_description(connection: Connection, card: TicketCard, *, is_open: bool) -> None:
    """Blank what a ticket was described with, and find it by those words no more."""
    ours = ticket_text.c.ticket_id == card.number
    connection.execute(update(ticket_text).where(ours).values(description=BLANK))
    words = search_words(card.number, card.source_key, card.client, card.summary, "")
    search.replace(connection, card.number, words, is_open=is_open)


def blank_messages(connection: Connection, tickets: Sequence[int], email: str) -> None:
    """Take address and text from the messages to a person; what has not gone never goes."""
    to_them = outbox.c.recipient == email if email else outbox.c.ticket_id.in_(list(tickets))
    unsent = (MessageState.QUEUED.value, MessageState.FAILED.value, MessageState.UNCERTAIN.value)
    connection.execute(
        update(outbox)
        .where(to_them, outbox.c.state.in_(unsent))
        .values(state=MessageState.NO_ADDRESS.value, next_try_at=None)
    )
    connection.execute(update(outbox).where(to_them).values(recipient="", body=BLANK))


def rename_in_records(connection: Connection, names: Collection[str], name: str) -> None:
    """Put another name for a person into what intake recorded of them."""
    theirs = intake_record.c.contact.in_([known for known in names if known])
    connection.execute(update(intake_record).where(theirs).values(contact=name, words=BLANK))
