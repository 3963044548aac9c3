"""Minutes from a table: good lines are kept, bad ones named (CON-4, CON-7)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.domain.changes import Changes
from app.domain.clock import BRASILIA, parse_instant, to_epoch, wall_to_instant
from app.domain.consulting import consulting_of
from app.domain.errors import DataFailure, InvalidInput, NotFound, RuleRefusal
from app.domain.queue_view import Reference
from app.domain.roles import Right
from app.domain.spreadsheet import unmarked
from app.domain.time_entries import EntryOrigin, Span, TimeEntry, TimeKind, refuse_overlap
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
    """Ends the transaction of a preview without keeping anything."""


Told = Callable[[int], None]
"""Is told how many lines are done; what it raises ends the import, and what was kept stays."""


class TimeImportService:
    """Imports minutes into a desk's database."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def import_file(
        self, path: Path, columns: Mapping[str, str] | None = None, told: Told | None = None
    ) -> TimeImport:
        """Import a table whose first line names its columns; the same lines again add nothing.

        ``ticket person start`` and ``end`` or ``minutes`` are needed, ``activity kind
        description`` may be given. ``columns`` says which column of the table is which of these
        where it names them otherwise, and is empty for one that is not to be read. Instants are
        ISO 8601 with offset, or wall time of Brasília.
        Every line is kept by itself. Raises ``DataFailure`` for a file that cannot be used.
        """
        return self._go_through(path, columns or {}, told, self._keep)

    def header(self, path: Path) -> tuple[str, ...]:
        """Return how a table names its columns; raises ``DataFailure`` as the import does."""
        with opened(path) as (stream, _progress):
            given, _delimiter = header_of(Lines(stream, encoding_of(path)), None, path)
        return tuple(name.strip() for name in given)

    def preview(
        self, path: Path, columns: Mapping[str, str] | None = None, told: Told | None = None
    ) -> TimeImport:
        """Return what an import would come to; nothing is kept. Raises what the import does."""
        looked = _Looked(self._keep)
        return self._go_through(path, columns or {}, told, looked.take)

    def _go_through(
        self, path: Path, columns: Mapping[str, str], told: Told | None, take: _Take
    ) -> TimeImport:
        self._desk.require(Right.IMPORT)
        result, seen = TimeImport(), dict[str, int]()
        for line, row in _rows(path, columns, result):
            result.rows += 1
            shown = (row.get("ticket", ""), row.get("person", ""))
            try:
                kept = take(row, _source(row, seen))
            except (InvalidInput, RuleRefusal, NotFound) as error:
                result.refused.append(Refusal(line, error.sentence))
                result.lines.append(TimeLine(line, *shown, 0, is_kept=False, note=error.sentence))
            else:
                if kept is None:
                    result.known += 1
                else:
                    result.kept += 1
                    result.not_billable += bool(kept.note)
                    seconds = kept.new.span.seconds
                    result.lines.append(
                        TimeLine(line, *shown, seconds, is_kept=True, note=kept.note)
                    )
            if told is not None:
                told(result.rows)
        result.refused.sort(key=lambda refusal: refusal.line)
        return result

    def _keep(self, row: Mapping[str, str], source: str, *, is_look: bool = False) -> _Kept | None:
        """Keep a line; none where it was imported before."""
        new: NewEntry | None = None
        with suppress(_OnlyLooked), self._desk.database.write() as connection:
            if time_entries.known_rows(connection, [source]):
                return None
            new = self._log(connection, row, source)
            note = "" if self._is_billable(connection, new) else _NOT_BILLABLE
            change_log.record(connection, TIME_CHANGED, to_epoch(self._desk.clock.now()))
            if is_look:
                raise _OnlyLooked
        assert new is not None
        return _Kept(new, note)

    def _log(self, connection: Connection, row: Mapping[str, str], source: str) -> NewEntry:
        for name in _NEEDED:
            if not row.get(name):
                raise InvalidInput("CON-4: falta este dado", field=name)
        number, nature, span = read_ticket(row), read_nature(row), _span(row)
        person = names.numbers_of(connection, tables.person, [row["person"]])[row["person"]]
        new = NewEntry(number, person, *nature, span, EntryOrigin.IMPORTED, source)
        log_in(connection, self._desk, new, read_description(row))
        return new

    def _is_billable(self, connection: Connection, new: NewEntry) -> bool:
        """Tell whether a letter allows the minutes; internal ones need none (CON-7)."""
        if new.kind is TimeKind.INTERNAL:
            return True
        consulting = consulting_of(events.history_of(connection, new.ticket))
        return consulting is not None and consulting.is_released_at(new.span.start)


_NOT_BILLABLE = "CON-7: sem carta de aceite aprovada; não é cobrado"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A line that was kept; ``note`` says why it is not billed, if it is not."""

    new: NewEntry
    note: str


_Take = Callable[[Mapping[str, str], str], _Kept | None]


class _Looked:
    """Looks at line after line, and holds each against those before it as well (CON-4)."""

    def __init__(self, keep: Callable[..., _Kept | None]) -> None:
        self._keep = keep
        self._of_person: dict[str, list[TimeEntry]] = {}

    def take(self, row: Mapping[str, str], source: str) -> _Kept | None:
        kept = self._keep(row, source, is_look=True)
        if kept is not None:
            before = self._of_person.setdefault(row["person"], [])
            new, person = kept.new, Reference(kept.new.person, row["person"])
            refuse_overlap(new.span, before)
            before.append(TimeEntry(0, new.ticket, person, new.activity, new.kind, new.span))
        return kept


def _rows(
    path: Path, columns: Mapping[str, str], result: TimeImport
) -> Iterator[tuple[int, dict[str, str]]]:
    with opened(path) as (stream, _progress):
        lines = Lines(stream, encoding_of(path))
        given, delimiter = header_of(lines, None, path)
        known = {given_: name for name in COLUMNS if (given_ := columns.get(name, name))}
        meant = [known.get(name.strip(), "") for name in given]
        missing = [name for name in _NEEDED if name not in meant]
        if missing or not {"end", "minutes"} & set(meant):
            what = missing[0] if missing else "end"
            raise DataFailure(
                f"{path}: a tabela não tem a coluna {what}; as colunas são {' '.join(COLUMNS)}"
            )
        for line, cells in records(lines, delimiter):
            pairs = zip(meant, cells, strict=False)
            told = ((name, unmarked(cell.strip())) for name, cell in pairs if name)
            yield line, {name: cell for name, cell in told if cell}
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
