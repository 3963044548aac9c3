"""Opening a ticket: who, what, which team, how severe; and the follow-up of a closed one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.domain.access import ClientStanding, ContactStanding, refuse_opening
from app.domain.changes import Changes, tickets_changed
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.errors import RuleRefusal
from app.domain.severity import Effect, Origin, Severity, SeverityTable, Statement
from app.domain.ticket_events import Channel, Event, EventKind
from app.domain.ticket_replay import replay
from app.services.act_notices import notice_of_opening
from app.services.acting import Act
from app.services.desk import Desk
from app.services.desk_catalog import read_catalog
from app.services.notices import queue_notices
from app.services.parties import client_meant, contact_meant
from app.services.recording import record
from app.services.spoken_fields import Entry, channel_of, choice_of, flag_of, instant_of, text_of
from app.services.ticket_writing import TicketDraft, salted, write_new
from app.storage import change_log, events, names, people, tables, tickets
from app.storage.database import Connection
from app.storage.events import SaltedText, number_text
from app.storage.tickets import NewTicket

_REQUIRED = {
    "product_line": "diga a linha de produto",
    "module": "diga o módulo ou produto",
    "routine": "diga o processo ou a rotina",
    "version": "diga a versão",
    "environment": "diga o ambiente",
    "country": "diga o país",
    "category": "diga a categoria",
    "summary": "escreva o resumo",
    "description": "descreva o que acontece",
}
_BY_ITS_OWN = frozenset({Channel.DESK, Channel.JOB, Channel.IMPORT})
_ROUTED_BY = ("product_line", "module", "routine", "version", "environment", "category")


@dataclass(frozen=True, slots=True)
class Considered:
    """An opening that no rule forbids: who, and what the ticket would begin with."""

    client: ClientStanding
    contact: ContactStanding
    stated: Mapping[str, str]
    severity: Severity
    payload: dict[str, Any]


def consider(connection: Connection, desk: Desk, entry: Entry) -> Considered:
    """Hold an opening against the rules; raises the refusal of the one that forbids it.

    CLI-3, CLI-5, TKT-2, TKT-3, SLA-1.
    """
    now = to_epoch(desk.clock.now())
    opened = instant_of(entry, "at", now)
    if opened > now:
        raise RuleRefusal("ACC-9", "a abertura está no futuro; confira o horário")
    client = client_meant(connection, _required(entry, "client", "diga o cliente"))
    contact = _contact(connection, client, entry)
    stated = {name: _required(entry, name, reason) for name, reason in _REQUIRED.items()}
    if channel_of(entry) in _BY_ITS_OWN:
        raise RuleRefusal("TKT-2", "channel: diga por onde o cliente chegou (phone, portal, …)")
    routed = {name: stated[name] for name in _ROUTED_BY} | {"contract": client.contract or ""}
    catalog = read_catalog(connection)
    rule = catalog.routing.rule_for(routed)
    refuse_opening(client, contact, team=rule.team, day=local_date(from_epoch(opened)))
    severity, why = _severity(entry, catalog.severity)
    told = (name for name in _REQUIRED if name not in ("summary", "description"))
    payload: dict[str, Any] = {
        "facts": {
            "client": client.id,
            "contact": contact.id,
            "channel": channel_of(entry).value,
            "effect": entry["effect"],
            "origin": entry["origin"],
            **{name: stated[name] for name in told},
        },
        "team": rule.team,
        "route": rule.reason,
        "severity": severity.value,
        "severity_reason": why,
        "contract": client.contract,
    }
    return Considered(client, contact, stated, severity, payload)


def open_ticket(connection: Connection, desk: Desk, entry: Entry) -> tuple[int, int, Changes]:
    """Open a ticket in a transaction; returns its number, the event's, and what changed.

    Raises what ``consider`` does.
    """
    considered = consider(connection, desk, entry)
    stated, client = considered.stated, considered.client
    product = f"{stated['product_line']} · {stated['module']}"
    product_id = names.numbers_of(connection, tables.product, [product])[product]
    considered.payload["facts"]["product"] = product_id
    summary, description = stated["summary"], stated["description"]
    new = NewTicket(0, client.id, product_id, summary, description, considered.contact.id)
    said = text_of(entry, "severity_reason")
    return _write(connection, desk, entry, new, considered.payload, said, client.name)


def _write(  # what a new ticket is made of
    connection: Connection,
    desk: Desk,
    entry: Entry,
    new: NewTicket,
    payload: dict[str, Any],
    said: str | None,
    client_name: str,
) -> tuple[int, int, Changes]:
    """Write a new ticket with its opening; its number is taken here (TKT-1)."""
    now = to_epoch(desk.clock.now())
    texts: dict[int, SaltedText] = {}
    if said is not None:
        texts[1], payload["text"] = salted(said)
    actor = text_of(entry, "actor")
    actors = names.numbers_of(connection, tables.person, [actor] if actor else [])
    opening = Event(
        seq=1,
        kind=EventKind.OPENED,
        at=instant_of(entry, "at", now),
        recorded_at=now,
        actor=actors.get(actor or ""),
        desk=desk.name,
        channel=channel_of(entry),
        payload=payload,
    )
    book = desk.book_in(connection)
    (number,) = tickets.take_numbers(connection, 1)
    draft = TicketDraft(replace(new, number=number), (opening,), (), texts)
    write_new(connection, book, [draft], {new.client or 0: client_name})
    queue_notices(connection, number, [notice_of_opening(opening, book)], now)
    changes = tickets_changed(number)
    change_log.record(connection, changes, now)
    return number, 1, changes


def open_follow_up(
    connection: Connection, desk: Desk, number: int, entry: Entry
) -> tuple[int, int, Changes]:
    """Open a ticket that goes on where a closed one ended, each linked to the other (ACC-3)."""
    now = to_epoch(desk.clock.now())
    tickets.standing_to_write(connection, number)
    history = replay(events.history_of(connection, number))
    if history.is_open:
        raise RuleRefusal("ACC-3", "o chamado ainda está aberto; interaja nele mesmo")
    card = tickets.card_of(connection, number)
    client, contact = people.parties_of(connection, number)
    payload: dict[str, Any] = {
        "facts": dict(history.facts),
        "team": history.team,
        "severity": None if history.severity is None else history.severity.value,
        "contract": history.terms[-1].contract,
        "follows": number_text(number),
    }
    said = text_of(entry, "text")
    summary = text_of(entry, "summary") or f"Continuação: {card.summary}"
    new = NewTicket(0, client, history.facts.get("product"), summary, said or "", contact)
    opened = _write(connection, desk, entry, new, payload, said, card.client or "")
    link = {"to": number_text(opened[0]), "relation": "followed_by"}
    linked = record(connection, desk, number, Act(EventKind.LINKED, now, payload=link))
    return opened[0], opened[1], opened[2] | linked.changes


def refuse_follow_up(connection: Connection, desk: Desk, number: int) -> None:
    """Refuse to go on with a ticket for whoever may open none now (CLI-3, CLI-5).

    What a client writes of a closed ticket is never refused so: it would be lost.
    """
    history = replay(events.history_of(connection, number))
    if history.merged_into is not None:
        raise RuleRefusal("TKT-8", f"o chamado foi unido ao {history.merged_into}; vá a ele")
    client, requester = people.parties_of(connection, number)
    if client is None:
        return
    contacts = people.contacts_of(connection, client)
    contact = next((known for known in contacts if known.id == requester), None)
    if contact is not None:
        standing, day = people.client_of(connection, client), local_date(desk.clock.now())
        refuse_opening(standing, contact, team=history.team, day=day)


def _required(entry: Entry, name: str, reason: str) -> str:
    value = text_of(entry, name)
    if value is None:
        raise RuleRefusal("TKT-2", f"{name}: {reason}")
    return value


def _contact(connection: Connection, client: ClientStanding, entry: Entry) -> ContactStanding:
    return contact_meant(connection, client.id, _required(entry, "contact", "diga quem pede"))


def _severity(entry: Entry, table: SeverityTable) -> tuple[Severity, str]:
    """Return the severity the table gives, or the one chosen instead with its reason (SLA-1)."""
    for name, reason in (("effect", "diga o efeito"), ("origin", "diga a origem")):
        _required(entry, name, reason)
    statement = Statement(
        choice_of(entry, "effect", Effect),
        choice_of(entry, "origin", Origin),
        flag_of(entry, "workaround"),
        flag_of(entry, "corruption"),
    )
    severity = table.rule_for(statement).severity
    if entry.get("severity") is None:
        return severity, "table"
    chosen: Severity = choice_of(entry, "severity", Severity)
    if text_of(entry, "severity_reason") is None:
        raise RuleRefusal(
            "SLA-1", "severity_reason: escreva por que a severidade não é a da tabela"
        )
    return chosen, "chosen"
