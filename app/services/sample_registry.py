"""The people of the demo in the database: analysts, clients, contacts, products (CLI-1, CLI-3)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.services.sample_catalog import SampleCatalog, SampleClient
from app.storage import names, people, tables
from app.storage.people import NewClient, NewContact
from app.storage.search_text import words_of

if TYPE_CHECKING:
    from app.storage.database import Connection

_MAIL_DOMAIN = "example.com"
_CPF_BASE = 999_000_000
_CNPJ_BASE = 99_000_000
_LETTERED_EVERY = 6
"""One client in so many carries one of the alphanumeric CNPJs given out since 2026."""


@dataclass(frozen=True, slots=True)
class RegisteredContact:
    """A contact by number and first name."""

    id: int
    first_name: str


@dataclass(frozen=True, slots=True)
class RegisteredClient:
    """A client of the demo by number, with its contacts."""

    id: int
    client: SampleClient
    contacts: tuple[RegisteredContact, ...]


@dataclass(frozen=True, slots=True)
class Registry:
    """Everybody of the demo by number."""

    clients: tuple[RegisteredClient, ...]
    analysts: Mapping[str, int]
    products: Mapping[str, int]


def register(connection: Connection, catalog: SampleCatalog, dice: random.Random) -> Registry:
    """Write the people, clients, contacts and products of the demo."""
    new_clients = [_new_client(client, n) for n, client in enumerate(catalog.clients, 1)]
    ids = people.add_clients(connection, new_clients)
    contacts = list(_new_contacts(catalog, ids, dice))
    contact_ids = people.add_contacts(connection, contacts)
    by_client: dict[int, list[RegisteredContact]] = {number: [] for number in ids}
    for number, contact in zip(contact_ids, contacts, strict=True):
        first_name = contact.name.partition(" ")[0]
        by_client[contact.client].append(RegisteredContact(number, first_name))
    subjects = (subject for own in catalog.subjects.values() for subject in own)
    return Registry(
        clients=tuple(
            RegisteredClient(number, client, tuple(by_client[number]))
            for number, client in zip(ids, catalog.clients, strict=True)
        ),
        analysts=names.numbers_of(connection, tables.person, (a.name for a in catalog.analysts)),
        products=names.numbers_of(connection, tables.product, (s.product for s in subjects)),
    )


def _new_client(client: SampleClient, serial: int) -> NewClient:
    # "EXEMPL" says in the number itself that there is no such company.
    lettered = serial % _LETTERED_EVERY == 0
    root = f"EXEMPL{serial:02d}" if lettered else f"{_CNPJ_BASE + 137 * serial:08d}"
    return NewClient(
        client.name, cnpj_from(f"{root}0001"), client.city, client.state, client.contract
    )


def _new_contacts(
    catalog: SampleCatalog, ids: Sequence[int], dice: random.Random
) -> Iterator[NewContact]:
    serial = 0
    for number, client in zip(ids, catalog.clients, strict=True):
        for first in dice.sample(catalog.first_names, dice.choice((1, 2, 2, 3))):
            serial += 1
            last = dice.choice(catalog.last_names)
            host = "-".join(words_of(client.name))
            local = ".".join(words_of(first) + words_of(last))
            yield NewContact(
                client=number,
                name=f"{first} {last}",
                email=f"{local}@{host}.{_MAIL_DOMAIN}",
                # No subscriber's number begins with 1: nobody is called by mistake.
                phone=f"({client.area_code}) 1{serial:03d}-{dice.randrange(10_000):04d}",
                cpf=cpf_from(f"{_CPF_BASE + 37 * serial:09d}"),
            )


def cpf_from(base: str) -> str:
    """Return the CPF whose first nine digits are given, with its two check digits."""
    for first_weight in (10, 11):
        total = sum(int(d) * w for d, w in zip(base, range(first_weight, 1, -1), strict=True))
        base += _check_digit(total)
    return base


def cnpj_from(base: str) -> str:
    """Return the CNPJ whose first twelve characters are given, with its two check digits.

    A letter counts as its place in ASCII minus 48, as the tax office decided for 2026.
    """
    for length in (12, 13):
        weights = (2 + place % 8 for place in range(length))
        total = sum((ord(c) - 48) * w for c, w in zip(reversed(base), weights, strict=True))
        base += _check_digit(total)
    return base


def _check_digit(total: int) -> str:
    return str(-total % 11 % 10)
