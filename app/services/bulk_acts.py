"""One act on many tickets: what it will and will not do, then each in its own transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from app.domain.changes import NO_CHANGES, Changes
from app.domain.clock import to_epoch
from app.domain.errors import BancadaError, InvalidInput
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import EventKind
from app.domain.ticket_moves import refusal_of
from app.domain.ticket_replay import replay
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.spoken_fields import Entry
from app.storage import events, tickets

MOST_AT_ONCE = 500
GoesOn = Callable[[int, int], bool]
"""Told how many of how many are done; answers whether to go on."""


@dataclass(frozen=True, slots=True)
class BulkLine:
    """What an act would come to on one ticket; no refusal means that it will happen.

    ``version`` is the one that was looked at (pitfall G01).
    """

    number: int
    version: int
    client: str
    summary: str
    refusal: str = ""


@dataclass(slots=True)
class BulkOutcome:
    """What an act came to: the tickets it was done on, and why not on the others."""

    done: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)
    changes: Changes = NO_CHANGES
    undo: list[Entry] = field(default_factory=list)
    """What takes it back, an act per ticket that allows that."""


class BulkActs:
    """Does one act on every ticket that allows it; nothing is done to the others."""

    def __init__(self, desk: Desk, acts: DeskActs) -> None:
        """Act through the acts of a desk."""
        self._desk = desk
        self._acts = acts

    def preview(self, kind: EventKind, numbers: Sequence[int]) -> list[BulkLine]:
        """Return what an act would come to on each ticket now, in the order given.

        More than 500 at once are refused (``InvalidInput``).
        """
        if len(numbers) > MOST_AT_ONCE:
            raise InvalidInput(
                f"são {len(numbers)} chamados; escolha no máximo {MOST_AT_ONCE} de uma vez"
            )
        now = to_epoch(self._desk.clock.now())
        lines = []
        with self._desk.database.read() as connection:
            histories = events.histories_of(connection, numbers)
            for number in numbers:
                history = replay(histories[number])
                if history.team == OMBUDSMAN and not self._desk.may(Right.OMBUDSMAN):
                    continue
                card = tickets.card_of(connection, number)
                refusal = refusal_of(history, kind, now)
                lines.append(
                    BulkLine(
                        number,
                        card.version,
                        card.client or "",
                        card.summary,
                        "" if refusal is None else refusal.sentence,
                    )
                )
        return lines

    def perform(self, entries: Sequence[Entry], goes_on: GoesOn) -> BulkOutcome:
        """Do an act on each ticket; one that refuses it does not stop the rest.

        Each is a transaction of its own: stopped half-way, what was done stays done.
        """
        outcome = BulkOutcome()
        for place, entry in enumerate(entries):
            if not goes_on(place, len(entries)):
                return outcome
            number = int(entry["number"])
            try:
                performed = self._acts.perform(entry)
            except BancadaError as error:
                outcome.refused[number] = error.sentence
                continue
            outcome.done.append(number)
            outcome.changes |= performed.changes
            if performed.undo is not None:
                outcome.undo.append(performed.undo)
        goes_on(len(entries), len(entries))
        return outcome
