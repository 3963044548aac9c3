"""Minutes as a table, in the columns of the import: what goes out can come in again (CON-7)."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

from app.domain.brasilia_days import day_span
from app.domain.clock import format_instant, from_epoch
from app.domain.roles import Right
from app.domain.spreadsheet import marked
from app.domain.time_entries import Span, TimeEntry
from app.services.desk import Desk
from app.services.documents import write_file
from app.services.time_entries import hidden_tickets
from app.services.time_import import COLUMNS
from app.storage import time_entries

_HEAD = (*(name for name in COLUMNS if name != "minutes"), "statement")


class TimeExportService:
    """Writes minutes; only live ones, those of a statement with its number."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def export(self, first: date, last: date, path: Path) -> int:
        """Write the minutes begun from one date to another, both included; returns how many.

        UTF-8 with its mark, semicolons, instants in ISO 8601. Whoever may not bill gets their own.
        """
        span = Span(day_span(first)[0], day_span(last + timedelta(days=1))[0])
        with self._desk.database.read() as connection:
            kept = time_entries.begun_in(connection, span)
            hidden = hidden_tickets(self._desk, connection, kept)
        found = tuple(entry for entry in kept if entry.ticket not in hidden)
        if not self._desk.may(Right.BILLING):
            found = tuple(entry for entry in found if entry.person.name == self._desk.person)
        stream = StringIO()
        writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
        writer.writerow(_HEAD)
        writer.writerows(map(_row, found))
        write_file(path, stream.getvalue().encode("utf-8-sig"))
        return len(found)


def _row(entry: TimeEntry) -> tuple[str | None, ...]:
    statement = "" if entry.statement is None else f"{entry.statement:06d}"
    return (
        f"{entry.ticket:08d}",
        marked(entry.person.name),
        format_instant(from_epoch(entry.span.start)),
        format_instant(from_epoch(entry.span.end)),
        entry.activity.value,
        entry.kind.value,
        marked(entry.description),
        statement,
    )
