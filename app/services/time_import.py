"""Minutes from a table: good lines are kept, bad ones named (CON-4, CON-7)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.domain.changes import Changes
from app.domain.clock import BRASILIA, parse_instant, to_epoch, wall_to_instant
from app.domain.consulting import consulting_of
from app.domain.errors import DataFailure, InvalidInput, NotFound, RuleRefusal
from app.domain.roles import Right
from app.domain.time_entries import EntryOrigin, Span, TimeKind
from app.services.desk import Desk
from app.services.log_lines import Lines, Refusal, encoding_of, header_of, opened, records
from app.services.time_entries import TIME_CHANGED
from app.services.time_fields import read_description, read_nature, read_ticket
from app.services.time_keeping import log_in
from app.storage import change_log, events, names, tables, time_entries
from app.storage.database import Connection
from app.storage.time_entries import NewEntry

COLUMNS = ("ticket", "person", "start", "end", "minutes", "activity", "kind", "description")
_NEEDED = ("ticket", "person", "start")
_FORMS = ("%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M")
_LONGEST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A line as a preview shows it; ``note`` says why it is not billable, or is refused."""

    line: int
    ticket: str
    person: str
    seconds: int
    is_kept: bool
    note: str = ""


@dataclass(slots=True)
class TimeImport:
    """What an import came to; ``known`` lines had been imported before."""

    rows: int = 0
    kept: int = 0
    known: int = 0
    not_billable: int = 0
    refused: list[Refusal] = field(default_factory=list)
    lines: list[TimeLine] = field(default_factory=list)
    changes: Changes = TIME_CHANGED


class _OnlyLooked(Exception):
    """Ends a preview without keeping anything."""


class TimeImportService:
    """Imports minutes into a desk's database."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def import_file(self, path: Path, columns: Mapping[str, str] | None = None) -> TimeImport:
        """Import a table whose first line names its columns; the same lines again add nothing.

        ``ticket person start`` and ``end`` or ``minutes`` are needed, ``activity kind
        description`` may be given. ``columns`` says which column of the table is which of these
        where it names them otherwise. Instants are ISO 8601 with offset, or wall time of Brasília.
        Raises ``DataFailure`` for a file that cannot be used.
        """
        self._desk.require(Right.IMPORT)
        with self._desk.database.write() as connection:
            result = self._import(connection, path, columns or {})
            change_log.record(connection, TIME_CHANGED, to_epoch(self._desk.clock.now()))
        return result

    def preview(self, path: Path, columns: Mapping[str, str] | None = None) -> TimeImport:
        """Return what an import would come to; nothing is kept. Raises what the import does."""
        self._desk.require(Right.IMPORT)
        result = TimeImport()
        with suppress(_OnlyLooked), self._desk.database.write() as connection:
            result = self._import(connection, path, columns or {})
            raise _OnlyLooked
        return result

    def _import(self, connection: Connection, path: Path, columns: Mapping[str, str]) -> TimeImport:
        result, seen = TimeImport(), dict[str, int]()
        for line, row in _rows(path, columns, result):
            result.rows += 1
            source = _source(row, seen)
            if time_entries.known_rows(connection, [source]):
                result.known += 1
                continue
            try:
                with connection.begin_nested():
                    seconds, note = self._keep(connection, row, source)
            except (InvalidInput, RuleRefusal, NotFound) as error:
                result.refused.append(Refusal(line, error.sentence))
                shown = (row.get("ticket", ""), row.get("person", ""))
                result.lines.append(TimeLine(line, *shown, 0, is_kept=False, note=error.sentence))
                continue
            result.kept += 1
            result.not_billable += bool(note)
            shown = (row["ticket"], row["person"])
            result.lines.append(TimeLine(line, *shown, seconds, is_kept=True, note=note))
        result.refused.sort(key=lambda refusal: refusal.line)
        return result

    def _keep(self, connection: Connection, row: Mapping[str, str], source: str) -> tuple[int, str]:
        """Keep a line; returns its seconds and why it is not billable, if it is not (CON-7)."""
        for name in _NEEDED:
            if not row.get(name):
                raise InvalidInput("CON-4: falta este dado", field=name)
        number, nature, span = read_ticket(row), read_nature(row), _span(row)
        person = names.numbers_of(connection, tables.person, [row["person"]])[row["person"]]
        new = NewEntry(number, person, *nature, span, EntryOrigin.IMPORTED, source)
        log_in(connection, self._desk, new, read_description(row))
        consulting = consulting_of(events.history_of(connection, number))
        is_free = nature[1] is TimeKind.CLIENT and (
            consulting is None or not consulting.is_released_at(span.start)
        )
        return span.seconds, "CON-7: sem carta de aceite aprovada; não é cobrado" if is_free else ""


def _rows(
    path: Path, columns: Mapping[str, str], result: TimeImport
) -> Iterator[tuple[int, dict[str, str]]]:
    with opened(path) as (stream, _progress):
        lines = Lines(stream, encoding_of(path))
        given, delimiter = header_of(lines, None, path)
        known = {columns.get(name, name): name for name in COLUMNS}
        meant = [known.get(name.strip(), "") for name in given]
        missing = [name for name in _NEEDED if name not in meant]
        if missing or not {"end", "minutes"} & set(meant):
            what = missing[0] if missing else "end"
            raise DataFailure(
                f"{path}: a tabela não tem a coluna {what}; as colunas são {' '.join(COLUMNS)}"
            )
        for line, cells in records(lines, delimiter):
            pairs = zip(meant, cells, strict=False)
            yield line, {name: cell.strip() for name, cell in pairs if name and cell.strip()}
        result.refused += lines.refused


def _source(row: Mapping[str, str], seen: dict[str, int]) -> str:
    """Return how a line is known again: by what it says, and its n-th occurrence."""
    told = "\x1f".join(f"{name}={row.get(name, '')}" for name in COLUMNS)
    seen[told] = seen.get(told, 0) + 1
    return hashlib.sha256(f"{told}\x1f{seen[told]}".encode()).hexdigest()


def _span(row: Mapping[str, str]) -> Span:
    start = _instant(row["start"], "start")
    if row.get("end"):
        return Span(start, _instant(row["end"], "end"))
    minutes = row.get("minutes", "")
    if not (minutes.isascii() and minutes.isdigit() and int(minutes) <= _LONGEST_MINUTES):
        raise InvalidInput(
            f"CON-4: escreva os minutos inteiros, até {_LONGEST_MINUTES}", field="minutes"
        )
    return Span(start, start + 60 * int(minutes))


def _instant(text: str, field: str) -> int:
    for form in _FORMS:
        try:
            wall = datetime.strptime(text, form)  # noqa: DTZ007  # wall time of Brasília
        except ValueError:
            continue
        try:
            return to_epoch(wall_to_instant(wall, BRASILIA))
        except InvalidInput as error:
            raise InvalidInput(error.reason, field=field) from error
    try:
        return to_epoch(parse_instant(text))
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=field) from error
