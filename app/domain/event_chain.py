"""The chain that shows whether a history was touched: each event seals the one before it."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.ticket_events import Event

GENESIS = bytes(32)
"""Stands before the first event of a ticket, and before the first anchor."""


def canonical(payload: Mapping[str, Any]) -> str:
    """Write a payload in the one form that is stored and hashed."""
    return json.dumps(payload, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def seal(previous: bytes, ticket: str, event: Event, payload: str) -> bytes:
    """Return the hash of an event, chained to the one recorded before it on the same ticket.

    ``payload`` is the event's payload in canonical form.
    """
    record = (
        f"{ticket}\x1f{event.seq}\x1f{event.kind.value}\x1f{event.at}\x1f{event.recorded_at}"
        f"\x1f{event.actor}\x1f{event.desk}\x1f{event.channel.value}\x1f{payload}"
    )
    return hashlib.sha256(previous + record.encode()).digest()


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain does not hold: the sequence and what is wrong."""

    seq: int
    reason: str


def first_break(ticket: str, sealed: Iterable[tuple[Event, str, bytes]]) -> Break | None:
    """Return the first event that was changed, lost or moved; none when the chain holds.

    ``sealed`` gives events in the order they were recorded, with payload text and stored hash.
    """
    previous = GENESIS
    for expected, (event, payload, stored) in enumerate(sealed, 1):
        if event.seq != expected:
            return Break(expected, f"falta o evento {expected}")
        if seal(previous, ticket, event, payload) != stored:
            return Break(expected, f"o evento {expected} foi alterado")
        previous = stored
    return None


def anchor(previous: bytes, heads: Iterable[tuple[str, int, bytes]]) -> bytes:
    """Return the digest over the heads (ticket, last sequence, hash) moved since the last."""
    digest = hashlib.sha256(previous)
    for ticket, seq, head in heads:
        digest.update(f"{ticket}\x1f{seq}\x1f".encode() + head)
    return digest.digest()


def salted_digest(text: str, salt: bytes) -> str:
    """Return the digest by which an event refers to a text that lies apart (rulebook §9)."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def new_salt() -> bytes:
    """Return a fresh salt, so that a blanked text cannot be guessed back from its digest."""
    return secrets.token_bytes(16)
