"""The consulting of a ticket as its tab shows it: minutes, and what they come to (CON-4)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.clock import local_date
from app.domain.consulting import Consulting, Stage, consulting_of
from app.domain.consulting_figures import ConsultingLine
from app.domain.money import Money, total
from app.domain.time_entries import TimeEntry
from app.services.consulting_stages import stage_of
from app.services.consulting_statements import ConsultingStatements
from app.services.desk import Desk
from app.storage import consultings, events, people, time_entries
from app.storage.events import number_text


@dataclass(frozen=True, slots=True)
class ConsultingCard:
    """What there is to see of a ticket's consulting; ``lines`` are not on a statement yet."""

    ticket: int
    client: int | None
    consulting: Consulting | None
    stage: Stage | None
    entries: tuple[TimeEntry, ...]
    lines: tuple[ConsultingLine, ...]

    @property
    def amount(self) -> Money:
        """What its minutes would cost if they were billed now."""
        return total(line.amount for line in self.lines)


class ConsultingCards:
    """Shows the consulting of single tickets."""

    def __init__(self, desk: Desk, statements: ConsultingStatements) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._statements = statements

    def card(self, number: int) -> ConsultingCard:
        """Return all there is to see of a ticket's consulting and minutes."""
        with self._desk.database.read() as connection:
            consulting = consulting_of(events.history_of(connection, number))
            row = next(iter(consultings.rows(connection, number=number)), None)
            entries = time_entries.of_ticket(connection, number)
            client, _contact = people.parties_of(connection, number)
        lines: tuple[ConsultingLine, ...] = ()
        if client is not None and entries:
            lines = self._lines(client, number)
        stage = None if row is None else stage_of(row)
        return ConsultingCard(number, client, consulting, stage, entries, lines)

    def _lines(self, client: int, number: int) -> tuple[ConsultingLine, ...]:
        preview = self._statements.preview(client, local_date(self._desk.clock.now()))
        figures, ticket = preview.figures, number_text(number)
        told = (*figures.billed, *figures.waived, *preview.held)
        return tuple(line for line in told if line.ticket == ticket)
