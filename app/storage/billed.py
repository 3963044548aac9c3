"""What issued statements fixed, and what they give back (CON-7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select, update

from app.domain.billing import CreditAmount, Part, Verdict
from app.domain.money import MinuteRate, Money
from app.storage.consulting_tables import billed_part, credit, document, time_entry
from app.storage.roster import Written


@dataclass(frozen=True, slots=True)
class FixedPart:
    """A part of an entry on a line of a statement."""

    document: int
    line: int
    entry: int
    verdict: str
    rate: MinuteRate | None
    seconds: int
    is_voided: bool


@dataclass(frozen=True, slots=True)
class OpenCredit:
    """What is to be given back with the next statement of a client."""

    id: int
    statement: int
    line: int
    ticket: int
    entry: int
    rate: MinuteRate
    minutes: int
    amount: Money
    reason: str


def fix(connection: Connection, number: int, lines: Iterable[tuple[int, Iterable[Part]]]) -> None:
    """Keep what a statement fixed, by the place of its lines."""
    rows = [
        {
            "document_id": number,
            "entry_id": part.entry.id,
            "line": place,
            "verdict": part.verdict.value,
            "rate": None if part.rate is None else part.rate.units,
            "start_at": part.span.start,
            "end_at": part.span.end,
        }
        for place, parts in lines
        for part in parts
    ]
    if rows:
        connection.execute(insert(billed_part), rows)


def statements_with(connection: Connection, entry: int) -> tuple[int, ...]:
    """Return the documents that fixed an entry."""
    part = billed_part.c
    query = select(part.document_id).where(part.entry_id == entry).distinct()
    return tuple(sorted(connection.scalars(query)))


def has_decided(connection: Connection, ticket: int) -> bool:
    """Tell whether a statement said of live minutes of a ticket that they cost, or do not (G12)."""
    told = billed_part.c.verdict.in_([Verdict.BILLED.value, Verdict.DEFECT.value])
    query = (
        select(billed_part.c.id)
        .join(time_entry, time_entry.c.id == billed_part.c.entry_id)
        .where(time_entry.c.ticket_id == ticket, time_entry.c.voided_at.is_(None), told)
    )
    return connection.execute(query.limit(1)).first() is not None


def clients_with_credits(connection: Connection) -> tuple[int, ...]:
    """Return the clients to whom something is still to be given back."""
    query = (
        select(document.c.client_id)
        .join(credit, credit.c.document_id == document.c.id)
        .where(credit.c.settled_by.is_(None))
        .distinct()
    )
    return tuple(sorted(connection.scalars(query)))


def fixed_by(connection: Connection, number: int) -> tuple[FixedPart, ...]:
    """Return what a statement fixed, with which of it was voided since."""
    part = billed_part.c
    query = (
        select(billed_part, time_entry.c.voided_at)
        .join(time_entry, time_entry.c.id == part.entry_id)
        .where(part.document_id == number)
        .order_by(part.line, part.start_at, part.id)
    )
    return tuple(
        FixedPart(
            number,
            row.line,
            row.entry_id,
            row.verdict,
            None if row.rate is None else MinuteRate(row.rate),
            row.end_at - row.start_at,
            row.voided_at is not None,
        )
        for row in connection.execute(query)
    )


def give_credit(
    connection: Connection,
    number: int,
    entry: int,
    amount: CreditAmount,
    reason: str,
    written: Written,
) -> None:
    """Keep what a statement gives back for an entry on a line."""
    row = {
        "document_id": number,
        "line": amount.line,
        "entry_id": entry,
        "minutes": amount.minutes,
        "cents": amount.amount.cents,
        "reason": reason,
        "author": written.author,
        "recorded_at": written.at,
    }
    connection.execute(insert(credit), row)


def credited(connection: Connection, number: int) -> set[tuple[int, int]]:
    """Return the lines and entries for which a statement has given back already."""
    query = select(credit.c.line, credit.c.entry_id).where(credit.c.document_id == number)
    return {(line, entry) for line, entry in connection.execute(query)}


def open_credits(connection: Connection, client: int) -> tuple[OpenCredit, ...]:
    """Return what is still to be given back to a client, in order."""
    return _credits(connection, credit.c.settled_by.is_(None) & (document.c.client_id == client))


def settle(connection: Connection, numbers: Iterable[int], by: int) -> None:
    """Take note that a statement gave something back."""
    chosen = credit.c.id.in_(list(numbers))
    connection.execute(update(credit).where(chosen).values(settled_by=by))


def _credits(connection: Connection, chosen: ColumnElement[bool]) -> tuple[OpenCredit, ...]:
    rate = (
        select(billed_part.c.rate)
        .where(
            billed_part.c.document_id == credit.c.document_id,
            billed_part.c.line == credit.c.line,
        )
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(credit, document.c.number, time_entry.c.ticket_id, rate.label("rate"))
        .join(document, document.c.id == credit.c.document_id)
        .join(time_entry, time_entry.c.id == credit.c.entry_id)
        .where(chosen)
        .order_by(credit.c.id)
    )
    return tuple(
        OpenCredit(
            row.id,
            row.number,
            row.line,
            row.ticket_id,
            row.entry_id,
            MinuteRate(row.rate or 0),
            row.minutes,
            Money(row.cents),
            row.reason,
        )
        for row in connection.execute(query)
    )
