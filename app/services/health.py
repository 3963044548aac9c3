"""Whether a database is whole: file, references, chains, anchors, and every history replayed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.projection import project
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.attachments import missing_files
from app.services.maintenance import Report, unreported
from app.services.sla_settings import read_book
from app.storage import anchors, events, integrity, schema, tickets
from app.storage.database import Connection, Database

_TICKETS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found; no fault means that the database is whole."""

    tickets: int
    faults: tuple[str, ...]


def check(database: Database, *, full: bool = False, report: Report = unreported) -> Health:
    """Check file, references, chains and anchors; ``full`` replays every history too."""
    with database.read() as connection:
        schema.refuse_newer(schema.schema_version(connection))
        numbers = tickets.all_numbers(connection)
        faults = integrity.file_faults(connection)
        faults += integrity.chain_faults(connection, report)
        faults += anchors.faults(connection)
        faults += integrity.text_faults(connection)
        if full:
            faults += missing_files(database, connection)
            faults += _projection_faults(connection, numbers, report)
    return Health(len(numbers), tuple(faults))


def _projection_faults(connection: Connection, numbers: Sequence[int], report: Report) -> list[str]:
    """Replay every history and compare it with the row that stands for it in lists."""
    book = read_book(connection)
    faults = []
    for start in range(0, len(numbers), _TICKETS_AT_ONCE):
        chosen = numbers[start : start + _TICKETS_AT_ONCE]
        report(start, len(numbers))
        for number, history in events.histories_of(connection, chosen).items():
            projection = project(
                sla_of(replay(history), book.rules, book.calendar_of), book.automatic
            )
            faults += [
                f"chamado {events.number_text(number)}: {column} não confere"
                for column in tickets.differing_columns(connection, number, projection)
            ]
    return faults
