"""The outbox: written in the transaction of the act, delivered afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.domain.outbox import Message, MessageState, OutboxLine
from app.storage.tables import contact, outbox, ticket

_MESSAGE_HOST = "bancada.invalid"


def put(connection: Connection, messages: Iterable[Message], now: int) -> None:
    """Queue messages; one without an address stays to be read and copied."""
    rows = [
        {
            "ticket_id": message.ticket,
            "kind": message.kind,
            "subject_at": message.subject_at,
            "recipient": message.recipient,
            "subject": message.subject,
            "body": message.body,
            "message_id": f"<{uuid.uuid4().hex}@{_MESSAGE_HOST}>",
            "state": _first_state(message).value,
            "tries": 0,
            "next_try_at": now if message.recipient else None,
            "created_at": now,
        }
        for message in messages
    ]
    if rows:
        connection.execute(insert(outbox), rows)


def _first_state(message: Message) -> MessageState:
    return MessageState.QUEUED if message.recipient else MessageState.NO_ADDRESS


def lines(connection: Connection) -> tuple[OutboxLine, ...]:
    """Return every message, oldest first."""
    query = select(outbox).order_by(outbox.c.id)
    return tuple(_line(row) for row in connection.execute(query))


def _line(row: Row[*tuple[Any, ...]]) -> OutboxLine:
    return OutboxLine(
        id=row.id,
        message=Message(
            row.ticket_id, row.kind, row.subject_at, row.recipient, row.subject, row.body
        ),
        message_id=row.message_id,
        state=MessageState(row.state),
        tries=row.tries,
        next_try_at=row.next_try_at,
        created_at=row.created_at,
        sent_at=row.sent_at,
        failure=row.failure,
    )


def address_of(connection: Connection, number: int) -> str:
    """Return where a ticket's contact is written to; empty when no address is known."""
    query = (
        select(contact.c.email)
        .join(ticket, ticket.c.contact_id == contact.c.id)
        .where(ticket.c.id == number)
    )
    return connection.execute(query).scalar() or ""
