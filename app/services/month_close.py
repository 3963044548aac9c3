"""What a manager checks before a month is issued: per client, and why it is not clear (CON-7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.billing import Verdict
from app.domain.consulting_figures import ConsultingLine
from app.domain.money import Money
from app.services.consulting_statements import WAITS, ConsultingStatements, StatementPreview
from app.services.desk import Desk
from app.storage import consultings, registry


@dataclass(frozen=True, slots=True)
class ClientCheck:
    """A client before its month is issued; ``total`` is how many there are.

    ``remarks`` name what somebody should look at first, each with its ticket and its owner.
    ``has_lines`` tells whether there is anything to issue.
    """

    client: str
    total: int
    minutes: int
    amount: Money
    has_lines: bool
    remarks: tuple[str, ...]


class MonthClose:
    """Goes through the clients of a month; nothing is issued by looking."""

    def __init__(self, desk: Desk, statements: ConsultingStatements) -> None:
        """Stand on a desk."""
        self._desk = desk
        self._statements = statements

    def checks(self, month: date) -> Iterator[ClientCheck]:
        """Give every client that has minutes up to the end of a month, by name."""
        with self._desk.database.read() as connection:
            names = {client.id: client.name for client in registry.clients(connection)}
        numbers = self._statements.clients(month)
        for number in sorted(numbers, key=lambda client: names[client].casefold()):
            preview = self._statements.preview(number, month)
            with self._desk.database.read() as connection:
                rows = consultings.rows(connection, client_number=number)
            owners = {f"{row.ticket:08d}": row.assignee for row in rows}
            figures = preview.figures
            yield ClientCheck(
                names[number],
                len(numbers),
                figures.minutes,
                figures.amount,
                not figures.is_empty,
                tuple(_remarks(preview, owners)),
            )


def _remarks(preview: StatementPreview, owners: dict[str, str]) -> Iterator[str]:
    figures = preview.figures
    for line in preview.held:
        if line.verdict in WAITS:
            yield f"{_named(line, owners)}: {WAITS[line.verdict]}"
    for line in figures.waived:
        if line.verdict is Verdict.NO_LETTER:
            yield f"{_named(line, owners)}: feito sem carta aprovada, não é cobrado"
    for ticket, count in _undescribed((*figures.billed, *preview.held)).items():
        words = "um apontamento" if count == 1 else f"{count} apontamentos"
        yield f"chamado {ticket}: {words} sem dizer o que foi feito"


def _named(line: ConsultingLine, owners: dict[str, str]) -> str:
    owner = owners.get(line.ticket) or "sem dono"
    return f"chamado {line.ticket} ({owner}), {line.minutes} min"


def _undescribed(lines: Iterable[ConsultingLine]) -> Counter[str]:
    return Counter(line.ticket for line in lines for time in line.times if not time.description)
