"""What intake does that becomes no ticket: refusals, referrals, deflections (CLI-5, TKT-4)."""

from __future__ import annotations

from enum import Enum

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import BancadaError, InvalidInput, RuleRefusal
from app.domain.outbox import Message
from app.domain.registry import IntakeKind, IntakeLine
from app.services.desk import Desk
from app.services.parties import client_meant, contact_meant
from app.services.spoken_fields import Entry, channel_of, number_of, text_of
from app.services.templates import read_texts
from app.storage import articles, change_log, names, outbox, registry, tables, tickets
from app.storage.database import Connection
from app.storage.events import number_text

RECORDED = Changes(frozenset({Kind.CLIENT, Kind.OUTBOX}))
_LONGEST = 200
_REFUSED_ACCESS = "refused_access"


class Destination(Enum):
    """Who takes what is no ticket of the help desk."""

    CST = "cst"
    EAR = "ear"


_WORDS = {
    Destination.CST: ("CLI-5", "encaminhado ao CST"),
    Destination.EAR: ("CLI-6", "encaminhado ao executivo de contas (EAR)"),
}


def record_refusal(connection: Connection, desk: Desk, entry: Entry, refusal: RuleRefusal) -> None:
    """Record that an opening was refused, and write to the contact where its address is known."""
    _record(connection, desk, entry, IntakeKind.REFUSAL, refusal.rule, refusal.sentence)
    address, name = _address(connection, entry)
    if address:
        now = to_epoch(desk.clock.now())
        facts = {"client": _said(entry, "client"), "contact": name, "reason": refusal.sentence}
        subject, body = read_texts(connection).of(_REFUSED_ACCESS).filled(facts)
        outbox.put(connection, [Message(None, _REFUSED_ACCESS, now, address, subject, body)], now)


class IntakeRecords:
    """Keeps what was refused, referred or solved without a ticket."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def refuse(self, entry: Entry, refusal: RuleRefusal) -> Changes:
        """Record a refusal that a person has seen, and tell the contact (CLI-5)."""
        with self._desk.database.write() as connection:
            record_refusal(connection, self._desk, entry, refusal)
            self._tell(connection)
        return RECORDED

    def refer(self, entry: Entry) -> Changes:
        """Record that a caller was sent on, ``to`` the CST or the account executive (CLI-6)."""
        try:
            destination = Destination(entry.get("to"))
        except ValueError as error:
            raise InvalidInput("diga para onde: cst ou ear", field="to") from error
        rule, words = _WORDS[destination]
        if not _said(entry, "client"):
            raise RuleRefusal(rule, "client: diga de que cliente é a ligação")
        said = text_of(entry, "text")
        with self._desk.database.write() as connection:
            _record(
                connection,
                self._desk,
                entry,
                IntakeKind.REFERRAL,
                rule,
                f"{words}: {said}" if said else words,
            )
            self._tell(connection)
        return RECORDED

    def deflect(self, entry: Entry) -> Changes:
        """Record that a solved ticket, or an article, answered the caller (TKT-4)."""
        with self._desk.database.write() as connection:
            number, words = _answer(connection, entry)
            _record(
                connection, self._desk, entry, IntakeKind.DEFLECTION, "TKT-4", words, ticket=number
            )
            self._tell(connection)
        return RECORDED

    def _tell(self, connection: Connection) -> None:
        change_log.record(connection, RECORDED, to_epoch(self._desk.clock.now()))


def _answer(connection: Connection, entry: Entry) -> tuple[int | None, str]:
    """Return the ticket that answered and what it was about; an article is no ticket."""
    if entry.get("article") is not None:
        known = {article.id: article.title for article in articles.articles(connection)}
        title = known.get(entry["article"])
        if title is None:
            raise InvalidInput("este artigo não existe", field="article")
        return None, f"artigo · {title}"
    number = number_of(entry, "number")
    return number, f"{number_text(number)} · {tickets.card_of(connection, number).summary}"


def _record(  # what a record is made of
    connection: Connection,
    desk: Desk,
    entry: Entry,
    kind: IntakeKind,
    rule: str,
    words: str,
    ticket: int | None = None,
) -> None:
    actor = text_of(desk.signed(entry), "actor")
    known = names.numbers_of(connection, tables.person, [actor] if actor else [])
    client_id, client = _client(connection, entry)
    line = IntakeLine(
        kind,
        to_epoch(desk.clock.now()),
        desk.name,
        known.get(actor or ""),
        _channel(entry),
        client[:_LONGEST],
        _said(entry, "contact")[:_LONGEST],
        rule,
        words,
        ticket,
        client_id,
    )
    registry.record(connection, line)


def _channel(entry: Entry) -> str | None:
    """Return the channel that was said; none where it is not one, for a record is kept anyway."""
    try:
        return channel_of(entry).value
    except InvalidInput:
        return None


def _said(entry: Entry, name: str) -> str:
    return text_of(entry, name) or ""


def _client(connection: Connection, entry: Entry) -> tuple[int | None, str]:
    """Return number and name of the registered client meant, else what was said."""
    said = _said(entry, "client")
    try:
        known = client_meant(connection, said)
    except RuleRefusal:
        return None, said
    return known.id, known.name


def _address(connection: Connection, entry: Entry) -> tuple[str, str]:
    """Return address and name of the contact meant; empty where nobody is known."""
    try:
        client = client_meant(connection, _said(entry, "client"))
        contact = contact_meant(connection, client.id, _said(entry, "contact"))
    except BancadaError:
        return "", ""
    return (contact.email, contact.name) if contact.is_active else ("", "")
