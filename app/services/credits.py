"""Credits: what an issued statement gives back with the next one (CON-7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.billing import (
    IssuedPart,
    RoundingLevel,
    RoundingMode,
    RoundingRule,
    Verdict,
    credits_for,
)
from app.domain.clock import to_epoch
from app.domain.time_entries import TimeEntry
from app.services.desk import Desk
from app.storage import billed, documents
from app.storage.database import Connection
from app.storage.roster import Written


def give_credits(connection: Connection, desk: Desk, entry: TimeEntry, reason: str) -> None:
    """Credit an entry on every statement that billed it, at the old rate and rounding.

    What was credited before is left out: an entry is given back once.
    """
    written = Written(desk.person or desk.name, to_epoch(desk.clock.now()))
    for number in billed.statements_with(connection, entry.id):
        figures, _pdf = documents.body_of(connection, number)
        given = billed.credited(connection, number)
        parts = [part for part in billed.fixed_by(connection, number) if part.rate is not None]
        issued = [
            IssuedPart(
                part.entry,
                part.line,
                part.seconds,
                part.is_voided or (part.line, part.entry) in given,
            )
            for part in parts
            if part.verdict == Verdict.BILLED.value
        ]
        if any(line_entry[1] == entry.id for line_entry in given):
            continue
        rates = {part.line: part.rate for part in parts if part.rate is not None}
        for amount in credits_for(entry.id, issued, rates, read_rounding(figures["rounding"])):
            billed.give_credit(connection, number, entry.id, amount, reason, written)


def read_rounding(told: Mapping[str, Any]) -> RoundingRule:
    """Return a rule of rounding as figures and settings hold it."""
    return RoundingRule(
        RoundingMode(told["mode"]), RoundingLevel(told["level"]), int(told["minimum"])
    )
