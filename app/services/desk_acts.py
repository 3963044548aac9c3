"""Every act of a ticket's life as the desk does it, by window and command alike (rulebook §5)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from app.domain.acceptance import DEFAULT_TERMS, terms_of
from app.domain.access import refuse_acceptance
from app.domain.changes import NO_CHANGES, Changes
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.consulting import CONSULTING_EVENTS
from app.domain.desk_rules import DEFAULT_DESK_RULES, DeskRules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.inbound import is_automatic
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import EventKind, StatusKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_replay import replay
from app.services.acting import Act
from app.services.attachments import KeptFile, keep_files
from app.services.desk import Desk
from app.services.desk_catalog import read_statuses_of
from app.services.intake_records import record_refusal
from app.services.ombudsman import Manifestation, take_manifestation
from app.services.opening import open_follow_up, open_ticket, refuse_follow_up
from app.services.parties import contact_meant
from app.services.recording import EventLine, record
from app.services.spoken_acts import act_of, spoken
from app.services.spoken_fields import Entry, SpokenAct, channel_of, instant_of, number_of, text_of
from app.services.undoing import UNDOABLE, Undo, undo_of
from app.storage import documents, events, names, people, tables, tickets
from app.storage.database import Connection
from app.storage.events import number_text

_OPENINGS = frozenset({"open", "opened"})
_MANIFESTATIONS = frozenset(kind.value for kind in Manifestation)
_GOES_ON = frozenset({EventKind.REFUSED, EventKind.CLIENT_ANSWERED})
_DECIDES = frozenset({EventKind.ACCEPTED, EventKind.REFUSED, EventKind.POSTPONED})


@dataclass(frozen=True, slots=True)
class Performed:
    """What an act came to: the ticket, the event, and what screens have to show anew."""

    number: int
    seq: int
    changes: Changes
    undo: Entry | None = None
    """What takes it back, as long as nothing else is done to the ticket."""
    meanwhile: tuple[EventLine, ...] = ()
    """What others did since the version that was seen (pitfall G01)."""


class DeskActs:
    """Performs acts that are said by name and fields."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def perform(self, entry: Entry) -> Performed:
        """Perform one act in one transaction; raises what forbids it, with rule or field.

        A refused act of the client stays in the ticket's history (pitfall D06).
        """
        entry = self._desk.signed(entry)
        kept = keep_files(self._desk, entry)
        said = {name: value for name, value in entry.items() if name != "files"}
        try:
            with self._desk.database.write() as connection:
                return self._attach(connection, said, kept)
        except RuleRefusal as refusal:
            self._keep_refusal(said, refusal)
            raise

    def _attach(self, connection: Connection, entry: Entry, kept: Sequence[KeptFile]) -> Performed:
        """Perform an act with the files that go with it; ``attach`` is nothing but files."""
        if entry.get("act") == "attach":
            if not kept:
                raise RuleRefusal("TKT-2", "files: diga o arquivo a anexar")
            performed = Performed(number_of(entry, "number"), 0, NO_CHANGES)
        else:
            performed = self._perform(connection, entry)
        who = _people(connection, entry).get(str(entry.get("actor")))
        for file in kept:
            act = Act(EventKind.ATTACHED, self._now, who, payload=file.payload, text=file.name)
            of_opening = entry.get("act") in _OPENINGS | _MANIFESTATIONS
            attached = record(connection, self._desk, performed.number, act, of_opening=of_opening)
            seq, changes = performed.seq or attached.seq, performed.changes | attached.changes
            performed = replace(performed, number=attached.number, seq=seq, changes=changes)
        return performed

    def _perform(self, connection: Connection, entry: Entry) -> Performed:
        name = entry.get("act")
        if name in _OPENINGS | _MANIFESTATIONS | {"follow_up"}:
            return Performed(*self._open(connection, entry))
        if name == "message":
            return self._take_message(connection, entry)
        number = number_of(entry, "number")
        entry = _with_kind(connection, entry)
        known = _spoken_in(connection, entry)
        act = act_of(entry, known, now=self._now, people=_people(connection, entry))
        self._refuse_nobody(act)
        act = self._with_promise(connection, number, act)
        if known.by_client:
            act = _said_by_contact(connection, number, entry, act)
        if known.kind is EventKind.MERGED:
            self._refuse_merge(connection, number, number_of(entry, "into"))
        if known.kind is EventKind.LINKED:
            tickets.standing_to_write(connection, number_of(entry, "to"))
        if known.kind is EventKind.SURVEY_ANSWERED:
            self._refuse_late_answer(connection, number, act.at)
        undo = self._undo(connection, number, act)
        try:
            performed = self._record(connection, number, act)
        except RuleRefusal as refusal:
            if refusal.rule != "ACC-7b" or known.kind not in _GOES_ON:
                raise
            # Too late to annul the closing: what the client says goes on in a new ticket.
            said = {"text": act.text} if act.text else {}
            follow_up = {**said, "channel": act.channel.value, "actor": entry.get("actor")}
            return Performed(*open_follow_up(connection, self._desk, number, follow_up))
        if undo is not None:
            seen = {"number": number_text(number), "version": performed.seq, "takes_back": True}
            undo = {**undo, **seen}
        return replace(performed, undo=undo)

    def _undo(self, connection: Connection, number: int, act: Act) -> Undo | None:
        """Return what would take an act back, before it is done."""
        if act.kind not in UNDOABLE:
            return None
        known = {person.id: person.name for person in names.people(connection)}
        return undo_of(act.kind, _history(connection, number), known)

    def _refuse_nobody(self, act: Act) -> None:
        """Refuse to take a ticket for nobody: it would only lose who has it."""
        is_taken = act.kind is EventKind.ASSIGNED and (act.payload or {}).get("assignee") is None
        if is_taken and self._desk.has_seat:
            raise RuleRefusal(
                "ACC-9", "actor: diga quem assume; escolha quem está à mesa, ao lado das visões"
            )

    def _with_promise(self, connection: Connection, number: int, act: Act) -> Act:
        """Return a solution with what it promises, a postponement held against that."""
        if act.kind is EventKind.SOLUTION:
            return replace(act, payload=_promised(act, self._desk.book.desk))
        return _postponing(connection, number, act) if act.kind is EventKind.POSTPONED else act

    def _open(self, connection: Connection, entry: Entry) -> tuple[int, int, Changes]:
        """Open what an act asks for: a ticket, its follow-up, or one of Ouvidoria."""
        name = entry["act"]
        if name in _OPENINGS:
            return open_ticket(connection, self._desk, entry)
        if name in _MANIFESTATIONS:
            return take_manifestation(connection, self._desk, entry, Manifestation(name))
        number = number_of(entry, "number")
        refuse_follow_up(connection, self._desk, number)
        return open_follow_up(connection, self._desk, number, entry)

    @property
    def _now(self) -> int:
        return to_epoch(self._desk.clock.now())

    def _record(self, connection: Connection, number: int, act: Act) -> Performed:
        recorded = record(connection, self._desk, number, act)
        return Performed(
            recorded.number, recorded.seq, recorded.changes, meanwhile=recorded.meanwhile
        )

    def _take_message(self, connection: Connection, entry: Entry) -> Performed:
        """Take a message of the client and do what it means where the ticket stands (ACC-3)."""
        number = number_of(entry, "number")
        history = _history(connection, number)
        while history.merged_into is not None:
            number = int(history.merged_into)
            history = _history(connection, number)
        text = text_of(entry, "text")
        headers = entry.get("headers", {})
        if not isinstance(headers, Mapping):
            raise InvalidInput("precisa ser um objeto", field="headers")
        act = Act(
            EventKind.CLIENT_WROTE,
            instant_of(entry, "at", self._now),
            channel=channel_of(entry),
            payload={"by": "client"},
            text=text,
        )
        if is_automatic({str(name): str(value) for name, value in headers.items()}):
            payload = {"by": "client", "automatic": True, "public": False}
            act = replace(act, kind=EventKind.NOTE, payload=payload)
        elif not history.is_open:
            return Performed(*open_follow_up(connection, self._desk, number, entry))
        elif history.status.kind is StatusKind.PENDING:
            act = replace(act, kind=EventKind.CLIENT_ANSWERED)
        elif history.acceptance is not None and entry.get("meaning") == "refusal" and text:
            act = replace(act, kind=EventKind.REFUSED)
        return self._record(connection, number, act)

    def _refuse_merge(self, connection: Connection, number: int, into: int) -> None:
        if number == into:
            raise RuleRefusal("TKT-8", "um chamado não se une a ele mesmo")
        survivor = _history(connection, into)
        if survivor.team == OMBUDSMAN:
            self._desk.require(Right.OMBUDSMAN)
        if not survivor.is_open:
            raise RuleRefusal(
                "TKT-8",
                f"o chamado {number_text(into)} está encerrado; una a um que esteja aberto",
            )

    def _refuse_late_answer(self, connection: Connection, number: int, at: int) -> None:
        """Refuse a second opinion, and one that comes when nobody counts it any more (ACC-6)."""
        history = events.history_of(connection, number)
        sent = [event for event in history if event.kind is EventKind.SURVEY_SENT]
        if not sent:
            raise RuleRefusal("ACC-6", "a pesquisa deste chamado ainda não foi enviada")
        if any(event.kind is EventKind.SURVEY_ANSWERED for event in history):
            raise RuleRefusal("ACC-6", "a pesquisa deste chamado já foi respondida")
        days = int(sent[0].payload.get("days", DEFAULT_DESK_RULES.survey_days))
        if local_date(from_epoch(at)) > local_date(from_epoch(sent[0].at)) + timedelta(days=days):
            raise RuleRefusal(
                "ACC-6", f"a pesquisa valia {days} dias corridos; registre a opinião como interação"
            )

    def _keep_refusal(self, entry: Entry, refusal: RuleRefusal) -> None:
        """Write a refused act of the client into the history of its ticket (ACC-9).

        Who was refused a ticket is recorded beside them (CLI-5).
        """
        if entry.get("act") in _OPENINGS and refusal.rule.startswith("CLI"):
            with self._desk.database.write() as connection:
                record_refusal(connection, self._desk, entry, refusal)
            return
        try:
            known, number = spoken(entry), number_of(entry, "number")
        except (RuleRefusal, InvalidInput):
            return
        if not known.by_client:
            return
        payload: dict[str, Any] = {"refused": known.kind.value, "rule": refusal.rule}
        with self._desk.database.write() as connection:
            note = Act(
                EventKind.NOTE,
                self._now,
                _people(connection, entry).get(str(entry.get("actor"))),
                channel_of(entry),
                payload | {"public": False},
                refusal.sentence,
            )
            record(connection, self._desk, number, note)


def _spoken_in(connection: Connection, entry: Entry) -> SpokenAct:
    """Return what an act means; while a consulting is changed nobody bills by it (CON-7)."""
    known = spoken(entry)
    if known.kind in CONSULTING_EVENTS:
        documents.take_turn(connection)
    return known


def _promised(act: Act, rules: DeskRules) -> dict[str, Any]:
    """Return what a solution holds, with what it promises where that is not the default's."""
    terms = terms_of(rules)
    promise = {} if terms == DEFAULT_TERMS else {"acceptance": terms.written}
    return {**(act.payload or {}), **promise}


def _postponing(connection: Connection, number: int, act: Act) -> Act:
    """Hold the days that are asked for against those the client was promised (ACC-4)."""
    payload = dict(act.payload or {})
    asked, acceptance = payload.pop("days", None), _history(connection, number).acceptance
    days = (DEFAULT_TERMS if acceptance is None else acceptance.terms).postponement_days
    if asked not in (None, days):
        raise RuleRefusal("ACC-4", f"o aceite só se adia por {days} dias corridos, uma única vez")
    return replace(act, payload=payload)


def _with_kind(connection: Connection, entry: Entry) -> Entry:
    """Return an act that names one of the desk's own statuses with the kind it is (SLA-12)."""
    if entry.get("act") != "status" or entry.get("kind") is not None:
        return entry
    kind = read_statuses_of(connection).get(str(entry.get("status")))
    return entry if kind is None else {**entry, "kind": kind.value}


def _people(connection: Connection, entry: Entry) -> dict[str, int]:
    """Give a number to everybody of the desk whom an act names."""
    named = [text_of(entry, name) for name in ("actor", "assignee")]
    return names.numbers_of(connection, tables.person, [name for name in named if name])


def _history(connection: Connection, number: int) -> TicketHistory:
    tickets.standing_to_write(connection, number)
    return replay(events.history_of(connection, number))


def _said_by_contact(connection: Connection, number: int, entry: Entry, act: Act) -> Act:
    """Hold an act of the client against who said it (CLI-3, ACC-8, pitfall D12)."""
    client, requester = people.parties_of(connection, number)
    said = text_of(entry, "contact")
    if said is None:
        if act.kind in _DECIDES and client is not None and people.contacts_of(connection, client):
            raise RuleRefusal("ACC-8", "contact: diga qual contato do cliente decidiu")
        return act
    contact = contact_meant(connection, client, said)
    if act.kind in _DECIDES:
        refuse_acceptance(contact, requester=requester)
    return replace(act, payload={**(act.payload or {}), "contact": contact.id})
