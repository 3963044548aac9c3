"""The acts of consulting as people say them (CON-1 … CON-8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.domain.consulting import Cause, ConsultingKind, Scope
from app.domain.errors import InvalidInput
from app.domain.ticket_events import EventKind
from app.services.spoken_fields import (
    Entry,
    Need,
    SpokenAct,
    choice_of,
    flag_of,
    instant_of,
    text_of,
)

_K = EventKind
CONSULTING_ACTS: Mapping[str, SpokenAct] = {
    "consulting": SpokenAct(
        _K.CONSULTING_SET,
        (Need("kind", "CON-1", "diga o tipo da consultoria"),),
        frozenset({"scope", "referral"}),
    ),
    "support": SpokenAct(
        _K.CONSULTING_ENDED,
        (Need("reason", "CON-1", "escreva por que deixa de ser consultoria"),),
        words="reason",
    ),
    "approve_letter": SpokenAct(
        _K.LETTER_APPROVED,
        (Need("contact", "CON-1", "diga qual contato aprovou a carta"),),
        by_client=True,
    ),
    "cause": SpokenAct(
        _K.CAUSE_DECIDED,
        (
            Need("cause", "CON-1", "diga a causa encontrada"),
            Need("reason", "CON-1", "escreva como se chegou à causa"),
        ),
        words="reason",
    ),
    "appointment": SpokenAct(
        _K.APPOINTMENT_AGREED,
        (
            Need("start", "CON-8", "diga quando começa"),
            Need("end", "CON-8", "diga quando termina"),
        ),
        frozenset({"tool", "other_tool", "specialist"}),
    ),
    "cancel_appointment": SpokenAct(
        _K.APPOINTMENT_CANCELLED,
        (
            Need("appointment", "CON-8", "diga qual agendamento"),
            Need("reason", "CON-8", "escreva por que foi cancelado"),
        ),
        words="reason",
    ),
}


def _set(entry: Entry) -> dict[str, Any]:
    scope = None if entry.get("scope") is None else choice_of(entry, "scope", Scope).value
    kind = choice_of(entry, "kind", ConsultingKind).value
    return {"kind": kind, "scope": scope, "referral": text_of(entry, "referral")}


def _appointment(entry: Entry) -> dict[str, Any]:
    return {
        "start": instant_of(entry, "start", 0),
        "end": instant_of(entry, "end", 0),
        "tool": text_of(entry, "tool"),
        "other_tool": flag_of(entry, "other_tool"),
        "specialist": text_of(entry, "specialist"),
    }


def _cancelled(entry: Entry) -> dict[str, Any]:
    number = entry["appointment"]
    if isinstance(number, bool) or not isinstance(number, int):
        raise InvalidInput("precisa ser o número do agendamento", field="appointment")
    return {"appointment": number}


CONSULTING_READERS: Mapping[EventKind, Callable[[Entry], dict[str, Any]]] = {
    _K.CONSULTING_SET: _set,
    _K.CAUSE_DECIDED: lambda entry: {"cause": choice_of(entry, "cause", Cause).value},
    _K.APPOINTMENT_AGREED: _appointment,
    _K.APPOINTMENT_CANCELLED: _cancelled,
}
