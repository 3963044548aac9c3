"""Clients and contacts: found, shown, registered and changed (CLI-1 … CLI-3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.changes import Changes, Kind
from app.domain.clock import local_date, to_epoch
from app.domain.desk_rules import DEFAULT_DESK_RULES
from app.domain.documents import IssuedDocument
from app.domain.errors import InvalidInput, NotFound
from app.domain.queue_view import QueueFilter, QueueRow, Scope
from app.domain.registry import (
    ClientRecord,
    ContactRecord,
    IntakeKind,
    IntakeLine,
    needs_review,
    refuse_losing_last_administrator,
)
from app.services.client_fields import CLIENT_FIELDS, CONTACT_FIELDS, read_fields
from app.services.desk import Desk
from app.services.documents import seen_documents
from app.services.parties import client_meant
from app.storage import change_log, names, queue, registry, tickets
from app.storage.database import Connection
from app.storage.search_text import fold

CLIENT_CHANGED = Changes(frozenset({Kind.CLIENT}))
_PERMISSIONS = ("is_active", "may_open", "may_accept", "may_approve", "is_administrator")
_FEWEST_DIGITS = 3
_MOST_TICKETS = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A client that was found, and why: by itself, or by one of its contacts."""

    client: ClientRecord
    by_contact: str = ""


@dataclass(frozen=True, slots=True)
class ClientPage:
    """All there is to see of a client; ``to_review`` may approve consulting unreviewed.

    ``tickets`` are the newest, open ones first; Ouvidoria's are not among them (OUV-2). ``papers``
    were issued for the client.
    """

    client: ClientRecord
    contacts: tuple[ContactRecord, ...]
    to_review: tuple[ContactRecord, ...]
    records: tuple[IntakeLine, ...]
    tickets: tuple[QueueRow, ...] = ()
    papers: tuple[IssuedDocument, ...] = ()
    review_months: int = DEFAULT_DESK_RULES.review_months


class ClientRegistry:
    """Finds, shows and changes clients and their contacts."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def find(self, asked: str) -> tuple[Found, ...]:
        """Return the clients that fit what was typed, by name; all of them for nothing typed.

        Words are looked for in names, accents folded; digits in CNPJ, CPF and phones.
        """
        with self._desk.database.read() as connection:
            clients = registry.clients(connection)
            contacts = registry.contacts(connection)
        words = fold(asked).split()
        by_client: dict[int, list[ContactRecord]] = {}
        for contact in contacts:
            by_client.setdefault(contact.client, []).append(contact)
        found = []
        for client in sorted(clients, key=lambda client: fold(client.name)):
            if all(_is_in(word, (client.name,), (client.cnpj,)) for word in words):
                found.append(Found(client))
                continue
            for contact in by_client.get(client.id, []):
                texts = (client.name, contact.name, contact.email)
                figures = (client.cnpj, contact.cpf, contact.phone)
                if all(_is_in(word, texts, figures) for word in words):
                    found.append(Found(client, contact.name))
                    break
        return tuple(found)

    def meant(self, said: str) -> int:
        """Return the number of the one client that a name or CNPJ means; refuses others (CLI-1)."""
        with self._desk.database.read() as connection:
            return client_meant(connection, said).id

    def page(self, number: int) -> ClientPage:
        """Return all there is to see of a client; ``NotFound`` for a number never given."""
        with self._desk.database.read() as connection:
            client = registry.client_of(connection, number)
            if client is None:
                raise NotFound("este cliente não existe mais; procure de novo")
            contacts = tuple(registry.contacts(connection, number))
            records = tuple(registry.records(connection, number))
            asked = QueueFilter(scope=Scope.ALL, clients=(number,))
            newest = queue.numbers(connection, asked, limit=_MOST_TICKETS)
            rows = tuple(queue.rows(connection, newest))
            papers = seen_documents(self._desk, connection, number)
        today = local_date(self._desk.clock.now())
        months = self._desk.book.desk.review_months
        to_review = tuple(needs_review(contacts, today, months))
        return ClientPage(client, contacts, to_review, records, rows, papers, months)

    def save_client(self, number: int | None, fields: Mapping[str, str]) -> tuple[int, Changes]:
        """Register a client, or change one; an empty field empties what was known.

        ``InvalidInput`` and ``RuleRefusal`` name the field that is wrong.
        """
        values = _values(fields, CLIENT_FIELDS, {"client", "unit", "ear", "gar"})
        if not values.get("name"):
            raise InvalidInput("CLI-1: diga o nome do cliente", field="client")
        begins, ends = values.get("valid_from"), values.get("valid_until")
        if begins is not None and ends is not None and ends < begins:
            raise InvalidInput("CLI-1: o contrato termina antes de começar", field="valid_until")
        with self._desk.database.write() as connection:
            for other in registry.clients(connection):
                if other.id != number:
                    _refuse_twin(values, other)
            before = None if number is None else registry.client_of(connection, number)
            saved = registry.write_client(connection, number, values)
            if before is not None and before.name != values["name"]:
                tickets.index_anew(connection, saved)
            self._tell(connection)
        return saved, CLIENT_CHANGED

    def save_contact(
        self,
        owner: int,
        number: int | None,
        fields: Mapping[str, str],
        permissions: Mapping[str, bool],
    ) -> tuple[int, Changes]:
        """Register a contact of a client, or change one (CLI-2, CLI-3).

        A CPF that is not typed stays as it was: it is masked where it would be typed over.
        """
        given = {name: text for name, text in fields.items() if name != "cpf" or text.strip()}
        values = _values(given, CONTACT_FIELDS, {"contact"})
        for field, column, reason in (
            ("contact", "name", "diga o nome do contato"),
            ("email", "email", "diga o e-mail, que é o acesso do contato"),
        ):
            if not values.get(column):
                raise InvalidInput(f"CLI-3: {reason}", field=field)
        values |= {name: permissions.get(name, False) for name in _PERMISSIONS}
        today = local_date(self._desk.clock.now())
        with self._desk.database.write() as connection:
            everybody = registry.contacts(connection)
            own = [contact for contact in everybody if contact.client == owner]
            for other in everybody:
                if other.id != number and other.email == values["email"]:
                    raise InvalidInput(
                        f"CLI-3: {values['email']} já é o acesso de {other.name}", field="email"
                    )
            before = next((contact for contact in own if contact.id == number), None)
            if before is not None:
                refuse_losing_last_administrator(
                    own, replace(before, **{name: values[name] for name in _PERMISSIONS})
                )
            elif not any(contact.is_administrator and contact.is_active for contact in own):
                values["is_administrator"] = values["is_active"] = True  # CLI-2: the first one is
            if values["may_approve"] and not (before is not None and before.may_approve):
                values["approval_reviewed_on"] = today
            saved = registry.write_contact(connection, number, values | {"client_id": owner})
            self._tell(connection)
        return saved, CLIENT_CHANGED

    def review_approvals(self, owner: int) -> Changes:
        """Write down that who may approve consulting was looked at today (CLI-3)."""
        today = local_date(self._desk.clock.now())
        with self._desk.database.write() as connection:
            for contact in registry.contacts(connection, owner):
                if contact.may_approve:
                    registry.write_contact(connection, contact.id, {"approval_reviewed_on": today})
            self._tell(connection)
        return CLIENT_CHANGED

    def show_cpf(self, contact: ContactRecord, client: str) -> str:
        """Return a contact's whole CPF; that it was looked at is recorded."""
        with self._desk.database.write() as connection:
            self._record_look(connection, contact, client)
            self._tell(connection)
        return contact.cpf

    def _record_look(self, connection: Connection, contact: ContactRecord, client: str) -> None:
        line = IntakeLine(
            IntakeKind.CPF_SHOWN,
            to_epoch(self._desk.clock.now()),
            self._desk.name,
            names.number_of_person(connection, self._desk.person),
            None,
            client,
            contact.name,
            "CLI-3",
            "",
            client_id=contact.client,
        )
        registry.record(connection, line)

    def _tell(self, connection: Connection) -> None:
        change_log.record(connection, CLIENT_CHANGED, to_epoch(self._desk.clock.now()))


def _is_in(word: str, texts: tuple[str, ...], figures: tuple[str, ...]) -> bool:
    if any(word in fold(text) for text in texts):
        return True
    digits = "".join(sign for sign in word if sign.isalnum()).upper()
    return len(digits) >= _FEWEST_DIGITS and any(
        digits in "".join(sign for sign in figure if sign.isalnum()).upper() for figure in figures
    )


def _values(
    fields: Mapping[str, str], readers: Mapping[str, Any], never_null: set[str]
) -> dict[str, Any]:
    """Read every field given; an empty one empties its column."""
    given = {name: text.strip() for name, text in fields.items()}
    values = read_fields({name: text for name, text in given.items() if text}, readers)
    for name, text in given.items():
        if not text:
            values[readers[name][0]] = "" if name in never_null else None
    return values


def _refuse_twin(values: Mapping[str, Any], other: ClientRecord) -> None:
    """Refuse a client that is registered already, by its CNPJ or its name (CLI-1)."""
    if values.get("cnpj") and values["cnpj"] == other.cnpj:
        raise InvalidInput(f"CLI-1: este CNPJ é de {other.name}", field="cnpj")
    if fold(values["name"]) == fold(other.name):
        raise InvalidInput("CLI-1: já há um cliente com este nome", field="client")
