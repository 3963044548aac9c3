"""Clients and their contacts, as they are registered (CLI-1, CLI-3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, insert

from app.storage import tables


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
