"""Praise and complaints, taken by Ouvidoria as tickets of its own (OUV-1, OUV-2)."""

from __future__ import annotations

from enum import Enum
from typing import Any

from app.domain.changes import Changes, tickets_changed
from app.domain.clock import to_epoch
from app.domain.errors import NotFound, RuleRefusal
from app.domain.severity import Severity
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import Channel, Event, EventKind
from app.services.desk import Desk
from app.services.parties import client_meant, contact_meant
from app.services.spoken_fields import Entry, channel_of, instant_of, number_of, text_of
from app.services.ticket_writing import TicketDraft, write_new
from app.storage import change_log, names, people, tables, tickets
from app.storage.database import Connection
from app.storage.events import number_text
from app.storage.tickets import NewTicket

_PRODUCT = "Ouvidoria"


class Manifestation(Enum):
    """What somebody tells Ouvidoria; only a complaint needs proof."""

    PRAISE = "praise"
    COMPLAINT = "complaint"


_SUMMARIES = {Manifestation.PRAISE: "Elogio", Manifestation.COMPLAINT: "Reclamação"}


def take_manifestation(
    connection: Connection, desk: Desk, entry: Entry, kind: Manifestation
) -> tuple[int, int, Changes]:
    """Open Ouvidoria's ticket; returns its number, the event's, and what changed.

    A complaint names the tickets in which the area was called, or a document (OUV-1). Payments
    are not asked for: who owes may complain all the same.
    """
    now = to_epoch(desk.clock.now())
    client = client_meant(connection, _needed(entry, "client", "diga o cliente"))
    contact = contact_meant(connection, client.id, _needed(entry, "contact", "diga quem fala"))
    if not contact.is_active:
        raise RuleRefusal("CLI-3", f"contact: {contact.name} não é mais um contato ativo")
    text = _needed(entry, "text", "escreva o que a pessoa disse")
    channel = channel_of(entry)
    if channel in (Channel.DESK, Channel.JOB, Channel.IMPORT):
        raise RuleRefusal("TKT-2", "channel: diga por onde o cliente chegou (phone, portal, …)")
    proof = _proof(connection, client.id, entry)
    if kind is Manifestation.COMPLAINT and not proof:
        raise RuleRefusal(
            "OUV-1",
            "tickets: uma reclamação precisa do número de um chamado em que a área foi procurada, "
            "ou de um documento",
        )
    product = names.numbers_of(connection, tables.product, [_PRODUCT])[_PRODUCT]
    actor = text_of(entry, "actor")
    actors = names.numbers_of(connection, tables.person, [actor] if actor else [])
    facts: dict[str, Any] = {
        "client": client.id,
        "contact": contact.id,
        "channel": channel.value,
        "product": product,
        "category": kind.value,
        **proof,
    }
    payload = {
        "facts": facts,
        "team": OMBUDSMAN,
        "route": "OUV-2",
        "severity": Severity.MEDIUM.value,
        "contract": client.contract,
    }
    opening = Event(
        seq=1,
        kind=EventKind.OPENED,
        at=instant_of(entry, "at", now),
        recorded_at=now,
        actor=actors.get(actor or ""),
        desk=desk.name,
        channel=channel,
        payload=payload,
    )
    book = desk.book_in(connection)
    (number,) = tickets.take_numbers(connection, 1)
    new = NewTicket(number, client.id, product, _SUMMARIES[kind], text, contact.id)
    write_new(connection, book, [TicketDraft(new, (opening,))], {client.id: client.name})
    changes = tickets_changed(number)
    change_log.record(connection, changes, now)
    return number, 1, changes


def _needed(entry: Entry, name: str, reason: str) -> str:
    value = text_of(entry, name)
    if value is None:
        raise RuleRefusal("OUV-1", f"{name}: {reason}")
    return value


def _proof(connection: Connection, client: int, entry: Entry) -> dict[str, Any]:
    """Return the tickets and the document that show the area was called before."""
    proof: dict[str, Any] = {}
    said = (text_of(entry, "tickets") or "").replace(",", " ").replace(";", " ").split()
    numbers = [_ticket_of(connection, client, number) for number in said]
    if numbers:
        proof["proof_tickets"] = numbers
    document = text_of(entry, "document")
    if document is not None:
        proof["proof_document"] = document
    return proof


def _ticket_of(connection: Connection, client: int, said: str) -> str:
    number = number_of({"tickets": said}, "tickets")
    try:
        owner, _contact = people.parties_of(connection, number)
    except NotFound:
        owner = None
    if owner != client:
        raise RuleRefusal("OUV-1", f"tickets: o chamado {number_text(number)} não é deste cliente")
    return number_text(number)
