"""Reading a foreign log line by line: good rows go on, bad ones are named with their reason."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.clock import to_epoch, wall_to_instant
from app.domain.errors import DataFailure, InvalidInput
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.log_mapping import LogMapping

MAX_LINE_BYTES = 1 << 20
"""A longer line is refused without being read into memory."""
FIRST_YEAR, LAST_YEAR = 1970, 2100
LONGEST_NAME = 200
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of a log that means something; ``at`` in epoch seconds."""

    line: int
    ticket: str
    at: int
    activity: str
    kind: EventKind
    analyst: str
    severity: Severity | None
    team: str
    client: str
    product: str
    summary: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A line that could not be used, and why."""

    line: int
    reason: str


@dataclass(slots=True)
class LogContents:
    """What a log holds: usable rows in file order, refused lines, and how many meant nothing."""

    rows: list[LogRow] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    ignored: int = 0


def read_log(path: Path, mapping: LogMapping, report: Callable[[int, int], None]) -> LogContents:
    """Read a log (CSV, plain or .gz); ``report`` is told bytes read and in all.

    Raises ``DataFailure`` when the file cannot be read or lacks a column of the mapping.
    """
    contents = LogContents()
    with _opened(path) as (stream, progress):
        lines = _Lines(stream, mapping.encoding, contents.refused)
        header, delimiter = _header(lines, mapping, path)
        reader = _RowReader(mapping, header)
        for line, cells in _records(lines, delimiter, contents.refused):
            if line % 1000 == 0:
                report(*progress())
            try:
                row = reader.row(line, cells)
            except InvalidInput as error:
                contents.refused.append(Refusal(line, str(error)))
                continue
            if row is None:
                contents.ignored += 1
            else:
                contents.rows.append(row)
    contents.refused.sort(key=lambda refusal: refusal.line)
    return contents


class _Bytes(Protocol):
    """Something that gives lines of bytes, plain or unpacked."""

    def readline(self, size: int = ..., /) -> bytes: ...


@contextmanager
def _opened(path: Path) -> Iterator[tuple[_Bytes, Callable[[], tuple[int, int]]]]:
    try:
        size = path.stat().st_size
        with path.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            stream = gzip.GzipFile(fileobj=raw) if packed else raw
            yield stream, lambda: (raw.tell(), size)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DataFailure(f"o arquivo {path} está danificado: {error}") from error
    except OSError as error:
        raise DataFailure(f"não foi possível ler {path}: {error.strerror or error}") from error


class _Lines:
    """Lines of text, with those that are too long or wrongly encoded refused and left out."""

    def __init__(self, stream: _Bytes, encoding: str, refused: list[Refusal]) -> None:
        self._stream = stream
        self._encoding = encoding
        self._refused = refused
        self.number = 0
        self.begun = 0
        """The first line of the record being read; set to 0 before the next one."""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            line = self._stream.readline(MAX_LINE_BYTES)
            if not line:
                raise StopIteration
            self.number += 1
            if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
                self._skip_rest()
                continue
            try:
                text = line.decode(self._encoding)
            except UnicodeDecodeError:
                self._refuse(
                    f"a linha não está em {self._encoding}; diga a codificação certa em encoding"
                )
                continue
            if "\0" in text:
                self._refuse("a linha tem um byte nulo")
                continue
            self.begun = self.begun or self.number
            return text.removeprefix("\ufeff") if self.number == 1 else text

    def first_refusal(self) -> str | None:
        """Return why the first line was refused, if it was."""
        return self._refused[0].reason if self._refused else None

    def _skip_rest(self) -> None:
        while True:
            more = self._stream.readline(MAX_LINE_BYTES)
            if not more or more.endswith(b"\n"):
                break
        self._refuse(f"a linha passa de {MAX_LINE_BYTES // 1024} KiB")

    def _refuse(self, reason: str) -> None:
        self._refused.append(Refusal(self.number, reason))


def _header(lines: _Lines, mapping: LogMapping, path: Path) -> tuple[Mapping[str, int], str]:
    first = next(lines, None)
    reason = lines.first_refusal()
    if reason is not None:
        raise DataFailure(f"{path}: {reason}")
    if first is None:
        raise DataFailure(f"o arquivo {path} está vazio")
    delimiter = mapping.delimiter or max(_DELIMITERS, key=first.count)
    try:
        names = next(csv.reader([first], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise DataFailure(f"{path}: a primeira linha não é CSV: {error}") from error
    columns: dict[str, int] = {}
    for place, name in enumerate(names):
        columns.setdefault(name.strip(), place)
    missing = [column for column in mapping.columns if column not in columns]
    if missing:
        raise DataFailure(
            f"{path.name} não tem a coluna {missing[0]!r}; as colunas são: {', '.join(columns)}"
        )
    return columns, delimiter


def _records(
    lines: _Lines, delimiter: str, refused: list[Refusal]
) -> Iterator[tuple[int, list[str]]]:
    """Give each record with its first line; a quote left open must not swallow any in silence."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        lines.begun = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            first, last = lines.begun, lines.number
            what = "a linha não é" if first == last else f"as linhas {first} a {last} não são"
            refused.append(Refusal(first, f"{what} CSV: {error}"))
            continue
        if cells:
            yield lines.begun, cells


class _RowReader:
    """Turns cells into a row by a mapping."""

    def __init__(self, mapping: LogMapping, columns: Mapping[str, int]) -> None:
        self._mapping = mapping
        self._width = max(columns[column] for column in mapping.columns) + 1

        def place(column: str | None) -> int | None:
            return None if column is None else columns[column]

        self._ticket, self._time = columns[mapping.ticket], columns[mapping.time]
        self._activity = columns[mapping.activity]
        self._analyst, self._severity = place(mapping.analyst), place(mapping.severity)
        self._client, self._product = place(mapping.client), place(mapping.product)
        self._summary, self._team = place(mapping.summary), place(mapping.team.column)

    def row(self, line: int, cells: list[str]) -> LogRow | None:
        """Read a row; none for an activity to be ignored, ``InvalidInput`` for a bad one."""
        if len(cells) < self._width:
            raise InvalidInput(f"a linha tem {len(cells)} colunas, faltam colunas do mapeamento")

        def cell(place: int | None) -> str:
            return "" if place is None else cells[place].strip()

        mapping, activity = self._mapping, cell(self._activity)
        if activity not in mapping.kinds:
            table = "states" if mapping.is_state_log else "activities"
            raise InvalidInput(f"{activity!r} não está em [{table}]", field=mapping.activity)
        kind = mapping.kinds[activity]
        if kind is None:
            return None
        ticket = _name(cell(self._ticket), mapping.ticket)
        if not ticket:
            raise InvalidInput("falta a chave do chamado", field=mapping.ticket)
        return LogRow(
            line=line,
            ticket=ticket,
            at=self._instant(cell(self._time)),
            activity=activity,
            kind=kind,
            analyst=_name(cell(self._analyst), mapping.analyst),
            severity=self._severity_of(cell(self._severity)),
            team=mapping.team.of(cell(self._team)),
            client=_name(cell(self._client), mapping.client),
            product=_name(cell(self._product), mapping.product),
            summary=cell(self._summary),
        )

    def _instant(self, text: str) -> int:
        for time_format in self._mapping.time_formats:
            try:
                wall = datetime.strptime(text, time_format)  # noqa: DTZ007  # the zone comes next
            except ValueError:
                continue
            if not FIRST_YEAR <= wall.year <= LAST_YEAR:
                raise InvalidInput(
                    f"a data {text!r} está fora de {FIRST_YEAR}-{LAST_YEAR}",
                    field=self._mapping.time,
                )
            if wall.tzinfo is not None:
                return to_epoch(wall)
            return to_epoch(wall_to_instant(wall.replace(microsecond=0), self._mapping.zone))
        raise InvalidInput(
            f"data inválida {text!r}; o formato é {' ou '.join(self._mapping.time_formats)}",
            field=self._mapping.time,
        )

    def _severity_of(self, value: str) -> Severity | None:
        if not value:
            return None
        if value not in self._mapping.severities:
            raise InvalidInput(f"{value!r} não está em [severities]", field=self._mapping.severity)
        return self._mapping.severities[value]


def _name(text: str, column: str | None) -> str:
    if len(text) > LONGEST_NAME:
        raise InvalidInput(f"passa de {LONGEST_NAME} letras", field=column)
    return text
