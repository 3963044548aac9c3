"""The fields of an act as it is said: texts, flags, instants, numbers, choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.clock import parse_instant, to_epoch
from app.domain.errors import InvalidInput
from app.domain.ticket_events import Channel, EventKind

Entry = Mapping[str, Any]
"""An act as it was said: texts, numbers and flags by the name of their field."""


@dataclass(frozen=True, slots=True)
class Need:
    """A field that an act cannot do without, the rule that asks for it, and why."""

    field: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class SpokenAct:
    """What a name means: the event, what it needs and takes, and what always goes with it.

    ``words`` is the field whose free text is kept apart from the event (rulebook §9).
    """

    kind: EventKind
    needs: tuple[Need, ...] = ()
    takes: frozenset[str] = frozenset()
    words: str = "text"
    payload: Mapping[str, Any] = field(default_factory=dict)
    by_client: bool = False


def text_of(entry: Entry, name: str) -> str | None:
    """Return a text without the space around it; none where it is missing or blank."""
    value = entry.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise InvalidInput("precisa ser um texto", field=name)
    return value.strip() or None


def flag_of(entry: Entry, name: str) -> bool:
    """Return a flag, false where it is missing."""
    value = entry.get(name, False)
    if not isinstance(value, bool):
        raise InvalidInput("precisa ser true ou false", field=name)
    return value


def instant_of(entry: Entry, name: str, default: int) -> int:
    """Return an instant in epoch seconds, or the default where it is missing."""
    value = entry.get(name)
    if value is None:
        return default
    try:
        return to_epoch(parse_instant(value))
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=name) from error


def number_of(entry: Entry, name: str) -> int:
    """Return the number of a ticket (TKT-1)."""
    text = str(entry.get(name, ""))
    if text.isascii() and text.isdigit() and len(text) <= 8:
        return int(text)
    raise InvalidInput(f"número de chamado inválido {text!r}; são oito dígitos", field=name)


def choice_of(entry: Entry, name: str, kind: type[Any]) -> Any:  # noqa: ANN401  # an enum
    """Return the member of an enum that a field names."""
    for member in kind:
        if member.value == entry.get(name):
            return member
    choices = ", ".join(member.value for member in kind)
    raise InvalidInput(f"{entry.get(name)!r} não é uma opção; use {choices}", field=name)


def channel_of(entry: Entry) -> Channel:
    """Return the channel of an act; the desk's own where none is named."""
    return Channel.DESK if entry.get("channel") is None else choice_of(entry, "channel", Channel)
