"""Clients and their contacts, as they are registered and as they are meant (CLI-1, CLI-3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    Table,
    false,
    func,
    insert,
    or_,
    select,
    update,
)

from app.domain.access import ClientStanding, ContactStanding
from app.domain.errors import NotFound, RuleRefusal
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


_CLIENTS: Select[Any] = select(
    *(
        tables.client.c[name]
        for name in ("id", "name", "cnpj", "contract", "valid_from", "valid_until", "is_overdue")
    )
)


def clients_meant(connection: Connection, said: str) -> list[ClientStanding]:
    """Return the clients meant by a CNPJ, or by a name without regard to accents and case."""
    return [
        _client(row)
        for row in connection.execute(_CLIENTS)
        if said in (row.cnpj, row.name) or fold(row.name) == fold(said)
    ]


def client_of(connection: Connection, number: int) -> ClientStanding:
    """Return a client by its number, which a ticket holds."""
    return _client(connection.execute(_CLIENTS.where(tables.client.c.id == number)).one())


def _client(row: Row[*tuple[Any, ...]]) -> ClientStanding:
    return ClientStanding(
        row.id, row.name, row.contract, row.valid_from, row.valid_until, row.is_overdue
    )


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
        id=row.id,
        client=row.client_id,
        name=row.name,
        is_active=row.is_active,
        may_open=row.may_open,
        may_accept=row.may_accept,
        email=row.email or "",
    )


def parties_of(connection: Connection, number: int) -> tuple[int | None, int | None]:
    """Return the client and the requesting contact of a ticket; ``NotFound`` for no such ticket."""
    t = tables.ticket.c
    row = connection.execute(select(t.client_id, t.contact_id).where(t.id == number)).first()
    if row is None:
        raise NotFound(f"não há chamado {number:08d}")
    return row.client_id, row.contact_id


def staff_contacts(connection: Connection) -> frozenset[int]:
    """Return the contacts who bear the name of somebody of the desk (pitfall F04)."""
    contact, person = tables.contact.c, tables.person.c
    query = select(contact.id).join(tables.person, person.name == contact.name)
    return frozenset(connection.scalars(query))


@dataclass(frozen=True, slots=True)
class Saved:
    """A client or contact that was kept: its number, and whether it is new or was changed."""

    id: int
    is_new: bool
    is_changed: bool


def save_client(connection: Connection, values: Mapping[str, Any]) -> Saved:
    """Keep a client, known by its CNPJ, else by its name; what is not given stays (CLI-1)."""
    client = tables.client
    by_number = client.c.cnpj == values["cnpj"] if values.get("cnpj") else false()
    query = select(client).where(or_(by_number, client.c.name == values["name"]))
    return _save(connection, client, connection.execute(query).mappings().all(), values)


def save_contact(connection: Connection, owner: int, values: Mapping[str, Any]) -> Saved:
    """Keep a contact, known by its e-mail, which is nobody else's login (CLI-3)."""
    contact = tables.contact
    query = select(contact).where(contact.c.email == values["email"])
    known = connection.execute(query).mappings().all()
    if any(row["client_id"] != owner for row in known):
        raise RuleRefusal("CLI-3", f"email: {values['email']} é o acesso de outro cliente")
    return _save(connection, contact, known, {**values, "client_id": owner})


def _save(
    connection: Connection,
    table: Table,
    known: Sequence[Mapping[Any, Any]],
    values: Mapping[str, Any],
) -> Saved:
    if len(known) > 1:
        raise RuleRefusal("CLI-1", "cnpj: nome e CNPJ são de dois clientes diferentes")
    if not known:
        number = connection.execute(insert(table).values(**values).returning(table.c.id))
        return Saved(number.scalar_one(), is_new=True, is_changed=False)
    (row,) = known
    changed = {name: value for name, value in values.items() if row[name] != value}
    if changed:
        connection.execute(update(table).where(table.c.id == row["id"]).values(**changed))
    return Saved(row["id"], is_new=False, is_changed=bool(changed))


def give_every_client_an_administrator(connection: Connection) -> None:
    """Make the first active contact the administrator of a client that has none (CLI-2)."""
    contact, other = tables.contact, tables.contact.alias()
    has_one = (
        select(other.c.id)
        .where(
            other.c.client_id == contact.c.client_id, other.c.is_administrator, other.c.is_active
        )
        .exists()
    )
    query = (
        select(func.min(contact.c.id))
        .where(contact.c.is_active, ~has_one)
        .group_by(contact.c.client_id)
    )
    first = list(connection.scalars(query))
    if first:
        chosen = contact.c.id.in_(first)
        connection.execute(update(contact).where(chosen).values(is_administrator=True))
