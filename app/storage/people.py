"""Clients and their contacts, as they are registered and as they are meant (CLI-1, CLI-3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, insert, select

from app.domain.access import ClientStanding, ContactStanding
from app.storage import tables
from app.storage.search_text import fold


@dataclass(frozen=True, slots=True)
class NewClient:
    """A client to register; ``cnpj`` has 14 characters, without mask."""

    name: str
    cnpj: str
    city: str
    state: str
    contract: str


@dataclass(frozen=True, slots=True)
class NewContact:
    """A contact of a client; ``cpf`` has 11 digits, without mask."""

    client: int
    name: str
    email: str
    phone: str
    cpf: str


def add_clients(connection: Connection, clients: Sequence[NewClient]) -> tuple[int, ...]:
    """Register clients; returns their numbers, in the order given."""
    statement = insert(tables.client).returning(tables.client.c.id, sort_by_parameter_order=True)
    rows = [
        {
            "name": new.name,
            "cnpj": new.cnpj,
            "city": new.city,
            "state": new.state,
            "contract": new.contract,
        }
        for new in clients
    ]
    return tuple(connection.execute(statement, rows).scalars())


def add_contacts(connection: Connection, contacts: Sequence[NewContact]) -> tuple[int, ...]:
    """Register contacts; returns their numbers, in the order given."""
    statement = insert(tables.contact).returning(tables.contact.c.id, sort_by_parameter_order=True)
    rows = [
        {
            "client_id": new.client,
            "name": new.name,
            "email": new.email,
            "phone": new.phone,
            "cpf": new.cpf,
        }
        for new in contacts
    ]
    return tuple(connection.execute(statement, rows).scalars())


def clients_meant(connection: Connection, said: str) -> list[ClientStanding]:
    """Return the clients meant by a CNPJ, or by a name without regard to accents and case."""
    c = tables.client.c
    query = select(c.id, c.name, c.cnpj, c.contract, c.valid_from, c.valid_until, c.is_overdue)
    return [
        ClientStanding(
            row.id, row.name, row.contract, row.valid_from, row.valid_until, row.is_overdue
        )
        for row in connection.execute(query)
        if said in (row.cnpj, row.name) or fold(row.name) == fold(said)
    ]


def contacts_of(connection: Connection, client: int) -> list[ContactStanding]:
    """Return every contact of a client."""
    return [_contact(row) for row in connection.execute(_contacts(client))]


def contacts_meant(connection: Connection, client: int, said: str) -> list[ContactStanding]:
    """Return the contacts of a client meant by an e-mail, a CPF, or a name."""
    return [
        _contact(row)
        for row in connection.execute(_contacts(client))
        if said in (row.email, row.cpf) or fold(row.name) == fold(said)
    ]


def _contacts(client: int) -> Select[Any]:
    c = tables.contact.c
    columns = (c.id, c.client_id, c.name, c.email, c.cpf, c.is_active, c.may_open, c.may_accept)
    return select(*columns).where(c.client_id == client).order_by(c.id)


def _contact(row: Row[*tuple[Any, ...]]) -> ContactStanding:
    return ContactStanding(
        row.id, row.client_id, row.name, row.is_active, row.may_open, row.may_accept
    )


def parties_of(connection: Connection, number: int) -> tuple[int | None, int | None]:
    """Return the client and the requesting contact of a ticket, by number."""
    t = tables.ticket.c
    row = connection.execute(select(t.client_id, t.contact_id).where(t.id == number)).one()
    return row.client_id, row.contact_id
