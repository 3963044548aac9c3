"""What the rules of consulting forbid, asked before an act is recorded (CON-1 … CON-8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from app.domain.consulting import (
    CONSULTING_EVENTS,
    Cause,
    Consulting,
    ConsultingKind,
    consulting_of,
    refuse_cause,
    refuse_change,
)
from app.domain.errors import RuleRefusal
from app.domain.roles import Right
from app.domain.ticket_events import Channel, Event, EventKind, Status
from app.domain.ticket_replay import replay
from app.domain.time_entries import TimeKind
from app.services.acting import Act
from app.services.credits import give_credits
from app.services.desk import Desk
from app.storage import billed, consultings, registry, time_entries, timers
from app.storage.database import Connection


def refuse_consulting_act(
    connection: Connection, number: int, known: Sequence[Event], act: Act
) -> None:
    """Refuse an act that its consulting does not allow; others are none of its business.

    An act typed in later is held against what had happened by then.
    """
    refuse = _GATES.get(act.kind)
    if refuse is not None:
        refuse(connection, number, [event for event in known if event.at <= act.at], act)


def _set(connection: Connection, number: int, known: Sequence[Event], act: Act) -> None:
    """Hold a kind against what was begun; one with billed minutes stays what it is (CON-7)."""
    before = consulting_of(known)
    payload = act.payload or {}
    kind = ConsultingKind(payload["kind"])
    is_begun = replay(known).status is not Status.NEW
    refuse_change(before, kind, is_begun=is_begun)
    if kind is ConsultingKind.IN_LOCO and not payload.get("referral"):
        raise RuleRefusal("CON-1", "referral: diga a unidade ou franquia que faz a consultoria")
    if before is not None and (
        kind is ConsultingKind.IN_LOCO or kind.needs_letter is not before.kind.needs_letter
    ):
        _refuse_worked(connection, number)


def _end(connection: Connection, number: int, known: Sequence[Event], act: Act) -> None:
    """Let a consulting end only while nobody has worked for the client under it."""
    del act
    _standing(known)
    _refuse_worked(connection, number)


def _refuse_worked(connection: Connection, number: int) -> None:
    """Refuse while somebody has worked for the client, or does just now, by the rules so far."""
    minutes = time_entries.of_ticket(connection, number)
    running = timers.of_ticket(connection, number)
    if any(entry.is_live and entry.kind is TimeKind.CLIENT for entry in minutes) or any(
        timer.kind is TimeKind.CLIENT for timer in running
    ):
        raise RuleRefusal(
            "CON-7", "há minutos apontados para o cliente; anule-os antes, com o motivo"
        )


def _standing(known: Sequence[Event]) -> Consulting:
    consulting = consulting_of(known)
    if consulting is None:
        raise RuleRefusal("CON-1", "este chamado não é consultoria; comece-a antes")
    return consulting


def _letter(connection: Connection, number: int, known: Sequence[Event], act: Act) -> None:
    del connection, number, act
    if not _standing(known).kind.needs_letter:
        raise RuleRefusal("CON-1", "este tipo de consultoria não pede carta de aceite")


def _approve(connection: Connection, number: int, known: Sequence[Event], act: Act) -> None:
    """Hold an approval against who gave it and how (CON-1, CLI-3, ACC-8)."""
    _letter(connection, number, known, act)
    consulting, payload = _standing(known), act.payload or {}
    if consulting.approval is not None:
        raise RuleRefusal("CON-1", "a carta de aceite já foi aprovada")
    if not consulting.letters:
        raise RuleRefusal("CON-1", "emita antes a carta de aceite, que diz tarifa e escopo")
    contact = registry.contact_of(connection, int(payload["contact"]))
    if contact is None or not (contact.may_approve and contact.is_active):
        name = str(payload["contact"]) if contact is None else contact.name
        raise RuleRefusal(
            "CON-1",
            f"contact: {name} não pode aprovar consultoria; "
            "fale com um contato que tenha essa permissão",
        )
    if act.channel is Channel.PHONE and not payload.get("recording"):
        raise RuleRefusal("ACC-8", "recording: diga a referência da gravação da ligação")


def _decide(connection: Connection, number: int, known: Sequence[Event], act: Act) -> None:
    """Let a cause be decided, and once billed only turn into a defect: that is credited (CON-7)."""
    consulting = consulting_of(known)
    cause = Cause((act.payload or {})["cause"])
    refuse_cause(consulting, cause)
    if cause is not Cause.DEFECT and billed.has_decided(connection, number):
        raise RuleRefusal(
            "CON-7", "cause: o demonstrativo emitido já disse o que foi cobrado; ele não muda"
        )


def _agree(connection: Connection, number: int, known: Sequence[Event], act: Act) -> None:
    del connection, number
    _standing(known)
    payload: Mapping[str, object] = act.payload or {}
    if int(str(payload["end"])) <= int(str(payload["start"])):
        raise RuleRefusal("CON-8", "end: o agendamento termina antes de começar")


def _cancel(connection: Connection, number: int, known: Sequence[Event], act: Act) -> None:
    del connection, number
    said = (act.payload or {}).get("appointment")
    if all(agreed.seq != said for agreed in _standing(known).appointments):
        raise RuleRefusal("CON-8", "appointment: não há esse agendamento; confira o número")


def keep_consulting(
    connection: Connection, desk: Desk, number: int, history: Sequence[Event], act: Act
) -> None:
    """Write what an act changed of a consulting; a late defect gives back what was billed."""
    if act.kind not in CONSULTING_EVENTS:
        return
    now = consulting_of(history)
    consultings.write(connection, number, now)
    if act.kind is not EventKind.CAUSE_DECIDED or now is None or now.cause is not Cause.DEFECT:
        return
    for entry in time_entries.of_ticket(connection, number):
        if entry.is_live and entry.is_locked:
            desk.require(Right.BILLING)
            give_credits(connection, desk, entry, "a causa foi um defeito do produto padrão")


_Gate = Callable[[Connection, int, Sequence[Event], Act], None]
_GATES: dict[EventKind, _Gate] = {
    EventKind.CONSULTING_SET: _set,
    EventKind.CONSULTING_ENDED: _end,
    EventKind.LETTER_ISSUED: _letter,
    EventKind.LETTER_APPROVED: _approve,
    EventKind.CAUSE_DECIDED: _decide,
    EventKind.APPOINTMENT_AGREED: _agree,
    EventKind.APPOINTMENT_CANCELLED: _cancel,
}
