"""One person's data: given to them whole, or taken away while tickets and billing stay (LGPD)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, to_epoch
from app.domain.errors import NotFound
from app.domain.registry import ContactRecord, refuse_losing_last_administrator
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_replay import replay
from app.services.attachments import discard_unnamed
from app.services.desk import Desk
from app.services.ticket_writing import Addition, write_more
from app.storage import change_log, events, names, outbox, privacy, registry, ticket_teams, tickets
from app.storage.database import Connection
from app.storage.events import number_text

FORGOTTEN = Changes(frozenset({Kind.CLIENT, Kind.TICKET, Kind.OUTBOX}), None)
_SAID_BY_CLIENT = frozenset(
    {
        EventKind.ACCEPTED,
        EventKind.ATTACHED,
        EventKind.CLOSED,
        EventKind.LETTER_APPROVED,
        EventKind.REFUSED,
        EventKind.POSTPONED,
        EventKind.CLIENT_ANSWERED,
        EventKind.CLIENT_WROTE,
        EventKind.SURVEY_ANSWERED,
    }
)


class PrivacyService:
    """Reads and forgets what is kept of a contact."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def export(self, contact: int) -> dict[str, Any]:
        """Return everything kept of a contact, ready for JSON; ``NotFound`` where there is none."""
        self._desk.require(Right.PERSONAL_DATA)
        with self._desk.database.read() as connection:
            person, client = self._person(connection, contact)
            numbers = privacy.tickets_of(connection, contact)
            shown = [number for number in numbers if self._may_see(connection, number)]
            return {
                "contact": {
                    "name": person.name,
                    "email": person.email,
                    "phone": person.phone,
                    "cpf": person.cpf,
                    "client": client,
                    "active": person.is_active,
                    "opens_tickets": person.may_open,
                    "accepts_solutions": person.may_accept,
                    "approves_consulting": person.may_approve,
                    "administers_contacts": person.is_administrator,
                },
                "tickets": [self._ticket(connection, number) for number in shown],
                "left_out": self._left_out(len(numbers) - len(shown)),
                "messages": [
                    {
                        "subject": line.message.subject,
                        "body": line.message.body,
                        "state": line.state.value,
                        "created_at": _instant(line.created_at),
                    }
                    for line in outbox.lines(connection)
                    if person.email and line.message.recipient == person.email
                ],
                "records": [
                    {"kind": line.kind.value, "at": _instant(line.at), "words": line.words}
                    for line in registry.records(connection, person.client, limit=10_000)
                    if line.contact in (person.name, person.email)
                ],
            }

    def _may_see(self, connection: Connection, number: int) -> bool:
        hidden = ticket_teams.team_of(connection, number) == OMBUDSMAN
        return not hidden or self._desk.may(Right.OMBUDSMAN)

    def _left_out(self, tickets_left_out: int) -> str:
        """Say that something is missing, and who can add it."""
        if not tickets_left_out:
            return ""
        return f"OUV-2: {tickets_left_out} manifestações à Ouvidoria; peça à Ouvidoria a sua parte"

    def forget(self, contact: int) -> Changes:
        """Anonymise a contact: tickets and figures stay, name, numbers and words go.

        Refused for a client's last administrator (CLI-2). Cannot be undone.
        """
        self._desk.require(Right.PERSONAL_DATA)
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            person, _client = self._person(connection, contact)
            gone = replace(person, is_active=False, is_administrator=False)
            refuse_losing_last_administrator(registry.contacts(connection, person.client), gone)
            who = names.number_of_person(connection, self._desk.person)
            numbers = privacy.tickets_of(connection, contact)
            for number in numbers:
                self._blank(connection, number, now, who)
            privacy.blank_messages(connection, numbers, person.email)
            unnamed = f"Titular nº {person.id}"
            said = (person.name, person.email, person.cpf)
            privacy.rename_in_records(connection, said, unnamed)
            registry.write_contact(connection, contact, _without_traces(unnamed))
            change_log.record(connection, FORGOTTEN, now)
        discard_unnamed(self._desk)
        return FORGOTTEN

    def _person(self, connection: Connection, contact: int) -> tuple[ContactRecord, str]:
        person = next((c for c in registry.contacts(connection) if c.id == contact), None)
        client = None if person is None else registry.client_of(connection, person.client)
        if person is None or client is None:
            raise NotFound("este contato não existe mais; procure de novo")
        return person, client.name

    def _ticket(self, connection: Connection, number: int) -> dict[str, Any]:
        card = tickets.card_of(connection, number)
        texts = events.texts_of(connection, number)
        history = events.history_of(connection, number)
        return {
            "number": number_text(number),
            "opened_at": _instant(history[0].at),
            "summary": card.summary,
            "description": card.description,
            "texts": [
                {"at": _instant(event.at), "kind": event.kind.value, "text": texts[event.seq]}
                for event in history
                if texts.get(event.seq) is not None
            ],
        }

    def _blank(self, connection: Connection, number: int, now: int, actor: int | None) -> None:
        """Blank what the client said in a ticket, with the events that say so (rulebook §9)."""
        book = self._desk.book_in(connection)
        standing = tickets.standing_to_write(connection, number)
        known = events.history_of(connection, number)
        texts = events.texts_of(connection, number)
        said = [e.seq for e in known if texts.get(e.seq) is not None and _is_of_client(e)]
        last = max(event.seq for event in known)
        blanked = tuple(
            Event(
                last + place,
                EventKind.TEXT_BLANKED,
                now,
                now,
                actor,
                self._desk.name,
                payload={"seq": seq, "reason": "LGPD"},
            )
            for place, seq in enumerate(said, 1)
        )
        if blanked:
            privacy.blank_texts(connection, number, said)
            write_more(connection, book, [Addition(standing, blanked)])
        card = tickets.card_of(connection, number)
        privacy.blank_description(connection, card, is_open=replay(known).is_open)


def _is_of_client(event: Event) -> bool:
    return event.kind in _SAID_BY_CLIENT or event.payload.get("by") == "client"


def _without_traces(unnamed: str) -> dict[str, Any]:
    never = dict.fromkeys(("is_active", "may_open", "may_accept", "may_approve"), False)
    nothing = dict.fromkeys(("email", "phone", "cpf", "password_hash", "locked_until"))
    return {"name": unnamed, "is_administrator": False, **never, **nothing}


def _instant(epoch: int) -> str:
    return from_epoch(epoch).isoformat()
