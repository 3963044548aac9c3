"""Clients and contacts as their page shows them, and what intake recorded of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select, update

from app.domain.registry import ClientRecord, ContactRecord, IntakeKind, IntakeLine
from app.storage.tables import client, contact, intake_record, person

_CLIENT = (
    client.c.id,
    client.c.name,
    *(func.coalesce(client.c[name], "") for name in ("cnpj", "city", "state", "contract")),
    client.c.valid_from,
    client.c.valid_until,
    client.c.is_overdue,
    client.c.unit,
    client.c.ear,
    client.c.gar,
)
_CONTACT = (
    contact.c.id,
    contact.c.client_id,
    contact.c.name,
    *(func.coalesce(contact.c[name], "") for name in ("email", "phone", "cpf")),
    contact.c.is_active,
    contact.c.may_open,
    contact.c.may_accept,
    contact.c.may_approve,
    contact.c.is_administrator,
    contact.c.approval_reviewed_on,
)


def clients(connection: Connection) -> list[ClientRecord]:
    """Return every client."""
    return [ClientRecord(*row) for row in connection.execute(select(*_CLIENT))]


def contracts(connection: Connection) -> list[str]:
    """Return the contracts that clients have, each once."""
    query = select(client.c.contract).where(func.coalesce(client.c.contract, "") != "").distinct()
    return list(connection.execute(query).scalars())


def client_of(connection: Connection, number: int) -> ClientRecord | None:
    """Return a client by its number."""
    row = connection.execute(select(*_CLIENT).where(client.c.id == number)).first()
    return None if row is None else ClientRecord(*row)


def contacts(connection: Connection, owner: int | None = None) -> list[ContactRecord]:
    """Return the contacts of a client, or of all clients; active ones first."""
    query = select(*_CONTACT).order_by(contact.c.is_active.desc(), contact.c.id)
    if owner is not None:
        query = query.where(contact.c.client_id == owner)
    return [ContactRecord(*row) for row in connection.execute(query)]


def contact_of(connection: Connection, number: int) -> ContactRecord | None:
    """Return a contact by its number."""
    row = connection.execute(select(*_CONTACT).where(contact.c.id == number)).first()
    return None if row is None else ContactRecord(*row)


@dataclass(frozen=True, slots=True)
class Credential:
    """What an active contact is identified by; ``locked_until`` is in epoch seconds."""

    id: int
    client: str
    login: str
    name: str
    password_hash: str
    wrong_tries: int
    locked_until: int | None


def credentials_of(connection: Connection, cpf: str) -> list[Credential]:
    """Return the active contacts of a CPF that have a password; one person may serve two clients.

    On a server nobody else tries them meanwhile.
    """
    query = (
        select(
            contact.c.id,
            client.c.name,
            func.coalesce(contact.c.email, contact.c.name),
            contact.c.name,
            contact.c.password_hash,
            contact.c.wrong_tries,
            contact.c.locked_until,
        )
        .join(client, client.c.id == contact.c.client_id)
        .where(contact.c.cpf == cpf, contact.c.is_active, contact.c.password_hash.is_not(None))
        .order_by(contact.c.id)
        .with_for_update(of=contact)
    )
    return [Credential(*row) for row in connection.execute(query)]


def write_client(connection: Connection, number: int | None, values: Mapping[str, Any]) -> int:
    """Write a client, a new one where no number is given; returns its number."""
    return _write(connection, client, number, values)


def write_contact(connection: Connection, number: int | None, values: Mapping[str, Any]) -> int:
    """Write a contact, a new one where no number is given; returns its number."""
    return _write(connection, contact, number, values)


def _write(
    connection: Connection, table: Table, number: int | None, values: Mapping[str, Any]
) -> int:
    if number is None:
        written = connection.execute(insert(table).values(**values).returning(table.c.id))
        return int(written.scalar_one())
    connection.execute(update(table).where(table.c.id == number).values(**values))
    return number


def record(connection: Connection, line: IntakeLine) -> None:
    """Keep what intake did that became no ticket."""
    connection.execute(
        insert(intake_record).values(
            kind=line.kind.value,
            at=line.at,
            desk=line.desk,
            person_id=line.person,
            channel=line.channel,
            client_id=line.client_id,
            client=line.client,
            contact=line.contact,
            rule=line.rule,
            words=line.words,
            ticket_id=line.ticket,
        )
    )


def records(
    connection: Connection, owner: int | None = None, *, limit: int = 200
) -> list[IntakeLine]:
    """Return what intake recorded, of one client or of all, newest first."""
    query = (
        select(intake_record, person.c.name.label("person_name"))
        .outerjoin(person, person.c.id == intake_record.c.person_id)
        .order_by(intake_record.c.id.desc())
        .limit(limit)
    )
    if owner is not None:
        query = query.where(intake_record.c.client_id == owner)
    return [
        IntakeLine(
            IntakeKind(row.kind),
            row.at,
            row.desk,
            row.person_id,
            row.channel,
            row.client,
            row.contact,
            row.rule,
            row.words,
            row.ticket_id,
            row.client_id,
            row.person_name,
        )
        for row in connection.execute(query)
    ]
