"""The outbox: written in the transaction of the act, delivered afterwards."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from itertools import count
from typing import Any

from sqlalchemy import Connection, Row, insert, or_, select, update

from app.domain.message_state import MessageState
from app.domain.outbox import Message, OutboxLine
from app.storage.tables import contact, outbox, team, ticket

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
            "document_id": message.document,
        }
        for message in messages
    ]
    if rows:
        connection.execute(insert(outbox), rows)


def _first_state(message: Message) -> MessageState:
    return MessageState.QUEUED if message.recipient else MessageState.NO_ADDRESS


def lines(
    connection: Connection, *, newest: int | None = None, without_team: str | None = None
) -> tuple[OutboxLine, ...]:
    """Return every message, oldest first; or some of the newest, newest first.

    Those about the tickets of a team may be left out.
    """
    query = select(outbox).order_by(outbox.c.id)
    if newest is not None:
        query = select(outbox).order_by(outbox.c.id.desc()).limit(newest)
    if without_team is not None:
        theirs = select(ticket.c.id).join(team, team.c.id == ticket.c.team_id)
        hidden = outbox.c.ticket_id.in_(theirs.where(team.c.key == without_team))
        query = query.where(or_(outbox.c.ticket_id.is_(None), ~hidden))
    return tuple(_line(row) for row in connection.execute(query))


def free_instant(connection: Connection, ticket: int, kind: str, at: int) -> int:
    """Return the first instant from one on for which a ticket has no message of a kind.

    Two answers within a second are two messages.
    """
    query = select(outbox.c.subject_at).where(
        outbox.c.ticket_id == ticket, outbox.c.kind == kind, outbox.c.subject_at >= at
    )
    taken = set(connection.scalars(query))
    return next(instant for instant in count(at) if instant not in taken)


def has_work(connection: Connection, now: int) -> bool:
    """Tell whether a message's turn has come, or one was left on its way."""
    states = (MessageState.QUEUED.value, MessageState.SENDING.value)
    query = select(outbox.c.id).where(outbox.c.state.in_(states), outbox.c.next_try_at <= now)
    return connection.execute(query.limit(1)).first() is not None


def claim(connection: Connection, now: int, until: int) -> OutboxLine | None:
    """Take the oldest message whose turn has come, for a while that ends at ``until``.

    Nobody else takes it meanwhile; what a desk that died had taken is free again afterwards.
    """
    due = (outbox.c.state == MessageState.QUEUED.value, outbox.c.next_try_at <= now)
    first = select(outbox.c.id).where(*due).order_by(outbox.c.id).limit(1)
    first = first.with_for_update(skip_locked=True)
    number = connection.execute(first).scalar()
    if number is None:
        return None
    taken = {"next_try_at": until, "tries": outbox.c.tries + 1}
    row = connection.execute(
        update(outbox).where(outbox.c.id == number).values(taken).returning(outbox)
    ).one()
    return _line(row)


def settle(
    connection: Connection,
    number: int,
    state: MessageState,
    *,
    expected: Iterable[MessageState],
    next_try_at: int | None = None,
    sent_at: int | None = None,
    failure: str = "",
) -> bool:
    """Write where a message stands now; tells whether it stood where it was expected to."""
    values = {
        "state": state.value,
        "next_try_at": next_try_at,
        "sent_at": sent_at,
        "failure": failure,
    }
    stood = outbox.c.state.in_([before.value for before in expected])
    done = connection.execute(update(outbox).where(outbox.c.id == number, stood).values(values))
    return done.rowcount == 1


def begin_anew(connection: Connection, number: int, recipient: str) -> None:
    """Address a message, and forget how often it was tried."""
    values = {"recipient": recipient, "tries": 0}
    connection.execute(update(outbox).where(outbox.c.id == number).values(values))


def doubt_left_ones(connection: Connection, now: int, failure: str) -> int:
    """Call the messages uncertain over which a desk died while they went; returns how many."""
    left = (outbox.c.state == MessageState.SENDING.value, outbox.c.next_try_at <= now)
    values = {"state": MessageState.UNCERTAIN.value, "next_try_at": None, "failure": failure}
    return connection.execute(update(outbox).where(*left).values(values)).rowcount


def _line(row: Row[*tuple[Any, ...]]) -> OutboxLine:
    return OutboxLine(
        id=row.id,
        message=Message(
            row.ticket_id,
            row.kind,
            row.subject_at,
            row.recipient,
            row.subject,
            row.body,
            row.document_id,
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
