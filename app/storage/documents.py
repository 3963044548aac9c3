"""Documents that were issued: number, row and body together, and never changed (CON-7)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, insert, select, text, update

from app.domain.documents import DocumentKind, IssuedDocument
from app.storage.consulting_tables import document, document_body
from app.storage.tables import client, counter

_kept = document.c


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document about to be kept."""

    kind: DocumentKind
    number: int
    subject: str
    client: int | None
    ticket: int | None
    first: date | None
    last: date | None
    issued_at: int
    issued_by: str
    code: str
    digest: bytes
    figures: Mapping[str, Any]
    pdf: bytes


_TURN = 20_261_126
"""The lock under which desks on a server bill one after the other; SQLite has one writer."""


def take_turn(connection: Connection) -> None:
    """Let nobody else issue, void or correct minutes until the transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_TURN)))


def _counter(kind: DocumentKind) -> str:
    return f"document {kind.value}"


def next_number(connection: Connection, kind: DocumentKind) -> int:
    """Return the number that the next document of a kind has; nothing is taken yet."""
    query = select(counter.c.value).where(counter.c.name == _counter(kind))
    return int(connection.execute(query).scalar() or 0) + 1


def take_number(connection: Connection, kind: DocumentKind) -> int:
    """Take the next number: gapless, for it is given back with the transaction (CON-7).

    Whoever comes second waits here until the first has kept its document.
    """
    begin = "INSERT INTO counter (name, value) VALUES (:name, 0) ON CONFLICT DO NOTHING"
    connection.execute(text(begin), {"name": _counter(kind)})
    statement = (
        update(counter)
        .where(counter.c.name == _counter(kind))
        .values(value=counter.c.value + 1)
        .returning(counter.c.value)
    )
    return int(connection.execute(statement).scalar_one())


def add(connection: Connection, new: NewDocument) -> int:
    """Keep a document whole; returns its number in this database, not the one printed on it."""
    row = {
        "kind": new.kind.value,
        "number": new.number,
        "client_id": new.client,
        "ticket_id": new.ticket,
        "first": new.first,
        "last": new.last,
        "subject": new.subject,
        "issued_at": new.issued_at,
        "issued_by": new.issued_by,
        "code": new.code,
        "digest": new.digest,
    }
    added = connection.execute(insert(document).values(row).returning(_kept.id)).scalar_one()
    body = {"document_id": added, "figures": json.dumps(dict(new.figures)), "pdf": new.pdf}
    connection.execute(insert(document_body), body)
    return int(added)


def by_digest(connection: Connection, digest: bytes) -> IssuedDocument | None:
    """Return the document whose bytes have a digest."""
    return next(iter(_documents(connection, _kept.digest == digest)), None)


def by_codes(connection: Connection, codes: Sequence[str]) -> IssuedDocument | None:
    """Return the first document that bears one of some verification codes."""
    return next(iter(_documents(connection, _kept.code.in_(list(codes)))), None)


def document_of(connection: Connection, number: int) -> IssuedDocument | None:
    """Return a document by its number in this database."""
    return next(iter(_documents(connection, _kept.id == number)), None)


def issued_at(
    connection: Connection, kind: DocumentKind, instant: int
) -> tuple[IssuedDocument, ...]:
    """Return the documents of a kind that were issued at an instant (epoch seconds)."""
    return _documents(connection, (_kept.kind == kind.value) & (_kept.issued_at == instant))


def of_kind(
    connection: Connection, kind: DocumentKind, client_number: int | None = None
) -> tuple[IssuedDocument, ...]:
    """Return the documents of a kind, the newest first."""
    chosen = _kept.kind == kind.value
    if client_number is not None:
        chosen &= _kept.client_id == client_number
    return _documents(connection, chosen)


def issued(connection: Connection, client_number: int | None = None) -> tuple[IssuedDocument, ...]:
    """Return every document, of one client or of all, the newest first."""
    return _documents(connection, _kept.client_id == client_number if client_number else None)


def body_of(connection: Connection, number: int) -> tuple[Mapping[str, Any], bytes]:
    """Return the figures and the bytes of a document."""
    query = select(document_body.c.figures, document_body.c.pdf)
    row = connection.execute(query.where(document_body.c.document_id == number)).one()
    return json.loads(row.figures), bytes(row.pdf)


def _documents(
    connection: Connection, chosen: ColumnElement[bool] | None
) -> tuple[IssuedDocument, ...]:
    query = (
        select(document, client.c.name)
        .outerjoin(client, client.c.id == _kept.client_id)
        .order_by(_kept.id.desc())
    )
    if chosen is not None:
        query = query.where(chosen)
    return tuple(
        IssuedDocument(
            row.id,
            DocumentKind(row.kind),
            row.number,
            row.subject,
            row.client_id,
            row.name or "",
            row.ticket_id,
            row.first,
            row.last,
            row.issued_at,
            row.issued_by,
            row.code,
            bytes(row.digest),
        )
        for row in connection.execute(query)
    )


def statement_figures(
    connection: Connection, first: date, last: date
) -> tuple[tuple[date, str], ...]:
    """Return the figures, as JSON, of the consulting statements whose months begin in a span."""
    query = (
        select(_kept.first, document_body.c.figures)
        .join(document_body, document_body.c.document_id == _kept.id)
        .where(_kept.kind == DocumentKind.CONSULTING_STATEMENT.value)
        .where(_kept.first >= first, _kept.first <= last)
        .order_by(_kept.id)
    )
    return tuple((month, figures) for month, figures in connection.execute(query))
