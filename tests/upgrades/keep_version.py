"""Keeps a small desk as this version of the program writes it: ``python -m`` this module.

To be run once for every new migration, when it is released; the file is never written again.
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from app.domain.clock import FixedClock
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.maintenance import backup, open_database, sqlite_url
from app.services.tickets import Act, TicketService
from app.storage import schema
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_tickets

FOLDER = Path(__file__).parent
SUMMARIES = ("Ligação cai", "Boleto em dobro", "Nota recusada")


def kept_file(version: str) -> Path:
    """Return where the desk of a version is kept."""
    return FOLDER / f"desk_{version}.db.gz"


def fill(url: str) -> None:
    """Write three tickets: one in progress with a text, one that awaits acceptance, one closed."""
    clock = FixedClock(NOON)
    database = open_database(url, clock)
    desk = Desk(database, clock)
    desk.name = "mesa"
    solved = Later(EventKind.SOLUTION, "2026-03-03 10:00")
    accepted = Later(EventKind.ACCEPTED, "2026-03-03 15:00")
    open_tickets(
        desk,
        Asked(severity=Severity.CRITICAL, assignee="Ana Exemplo", summary=SUMMARIES[0]),
        Asked(severity=Severity.HIGH, team="cst", summary=SUMMARIES[1], later=[solved]),
        Asked(severity=Severity.LOW, summary=SUMMARIES[2], later=[solved, accepted]),
    )
    note = Act(EventKind.NOTE, at("2026-03-03 09:00"), text="O cliente ligou de novo")
    TicketService(desk).record(1, note)
    database.close()


def keep() -> Path:
    """Write the file of the newest version; an existing one is refused."""
    target = kept_file(schema.HEAD)
    if target.exists():
        sys.exit(f"{target.name} stands already: what was released is never written again")
    with tempfile.TemporaryDirectory() as folder:
        url, copy = sqlite_url(Path(folder) / "desk.db"), Path(folder) / "copy.db"
        fill(url)
        with closing(open_database(url, FixedClock(NOON))) as database:
            backup(database, copy)
        target.write_bytes(gzip.compress(copy.read_bytes(), mtime=0))
    return target


if __name__ == "__main__":
    print(keep().name)
