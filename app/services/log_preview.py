"""A first look at a foreign log: its columns, its first lines, and what a mapping makes of them."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from io import BufferedIOBase
from pathlib import Path

from app.domain.clock import wall_to_instant
from app.domain.errors import DataFailure, InvalidInput
from app.domain.ticket_events import EventKind
from app.services.log_mapping import LogMapping
from app.services.log_reading import MAX_LINE_BYTES

SHOWN_LINES = 20
LOOK_LINES = 1000
"""So many lines are searched for values the mapping does not know."""
_LOOK_BYTES = 2 * MAX_LINE_BYTES
_DELIMITERS = ",;\t|"


class Part(Enum):
    """What a column of the log is for."""

    TICKET = "ticket"
    TIME = "time"
    ACTIVITY = "activity"
    STATE = "state"
    ANALYST = "analyst"
    SEVERITY = "severity"
    CLIENT = "client"
    PRODUCT = "product"
    TEAM = "team"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column of the file and the parts it plays; none for one that is left aside."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A cell the mapping cannot read (its column, from 0), and what to do about it."""

    column: int
    reason: str


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """A line of the file with as many cells as there are columns.

    ``event`` is what the line means, none when it is ignored or refused. ``trouble`` says why the
    line as a whole cannot be used; empty for most.
    """

    line: int
    cells: tuple[str, ...]
    event: EventKind | None = None
    doubts: tuple[Doubt, ...] = ()
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class UnknownValue:
    """A value the mapping does not know, and on how many of the looked-at lines it stands."""

    part: Part
    value: str
    lines: int


@dataclass(frozen=True, slots=True)
class LogPreview:
    """The head of a log. With ``missing`` columns the mapping does not fit the file."""

    columns: tuple[PreviewColumn, ...]
    lines: tuple[PreviewLine, ...]
    missing: tuple[str, ...]
    unknown: tuple[UnknownValue, ...]
    looked_at: int


def preview_log(path: Path, mapping: LogMapping) -> LogPreview:
    """Look at the first lines of a log (CSV, plain or .gz) through a mapping.

    Raises ``DataFailure`` when the file cannot be read or has no usable header.
    """
    with _opened(path) as stream:
        head = _Head(stream, mapping.encoding)
        names, delimiter = _header(head, mapping, path)
        judge = _Judge(mapping, names)
        lines = list(_lines(head, delimiter, judge))
    lines = sorted(lines + head.refused, key=lambda line: line.line)
    return LogPreview(
        columns=tuple(PreviewColumn(name, judge.parts_at(at)) for at, name in enumerate(names)),
        lines=tuple(lines[:SHOWN_LINES]),
        missing=judge.missing,
        unknown=judge.unknown(),
        looked_at=len(lines),
    )


@contextmanager
def _opened(path: Path) -> Iterator[BufferedIOBase]:
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == b"\x1f\x8b"
            raw.seek(0)
            yield gzip.GzipFile(fileobj=raw) if packed else raw
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DataFailure(f"o arquivo {path} está danificado: {error}") from error
    except OSError as error:
        raise DataFailure(f"não foi possível ler {path}: {error.strerror or error}") from error


class _Head:
    """The first lines of a file as text; those that cannot be read are set apart."""

    def __init__(self, stream: BufferedIOBase, encoding: str) -> None:
        self._stream = stream
        self._encoding = encoding
        self._left = _LOOK_BYTES
        self.number = 0
        self.begun = 0
        """The first line of the record being read; set to 0 before the next one."""
        self.was_cut = False
        self.refused: list[PreviewLine] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        while True:
            if self._left <= 0 or self.number > LOOK_LINES:
                self.was_cut = True
                raise StopIteration
            line = self._stream.readline(MAX_LINE_BYTES)
            if not line:
                raise StopIteration
            self._left -= len(line)
            self.number += 1
            try:
                text = line.decode(self._encoding)
            except UnicodeDecodeError:
                self._refuse(
                    f"a linha não está em {self._encoding}; diga a codificação certa em encoding"
                )
                continue
            if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
                # What follows is not worth the time it takes to skip it.
                self._left = 0
                self._refuse(f"a linha passa de {MAX_LINE_BYTES // 1024} KiB")
                continue
            if "\0" in text:
                self._refuse("a linha tem um byte nulo")
                continue
            self.begun = self.begun or self.number
            return text.removeprefix("\ufeff") if self.number == 1 else text

    def _refuse(self, reason: str) -> None:
        self.refused.append(PreviewLine(self.number, (), trouble=reason))


def _header(head: _Head, mapping: LogMapping, path: Path) -> tuple[tuple[str, ...], str]:
    first = next(head, None)
    if head.refused:
        raise DataFailure(f"{path}: {head.refused[0].trouble}")
    if first is None:
        raise DataFailure(f"o arquivo {path} está vazio")
    delimiter = mapping.delimiter or max(_DELIMITERS, key=first.count)
    try:
        names = next(csv.reader([first], delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise DataFailure(f"{path}: a primeira linha não é CSV: {error}") from error
    return tuple(name.strip() for name in names), delimiter


def _lines(head: _Head, delimiter: str, judge: _Judge) -> Iterator[PreviewLine]:
    reader = csv.reader(head, delimiter=delimiter, strict=True)
    while True:
        head.begun = 0
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            # The record at the cut lacks its end: nothing can be said of it.
            if not head.was_cut:
                yield PreviewLine(head.begun, (), trouble=f"a linha não é CSV: {error}")
            continue
        if cells:
            yield judge.line(head.begun, cells)


class _Judge:
    """Says of each line what the import will make of it."""

    def __init__(self, mapping: LogMapping, names: Sequence[str]) -> None:
        activity = Part.STATE if mapping.is_state_log else Part.ACTIVITY
        self._mapping = mapping
        self._activity = activity
        self._table = "states" if mapping.is_state_log else "activities"
        self._width = len(names)
        wanted = {
            Part.TICKET: mapping.ticket,
            Part.TIME: mapping.time,
            activity: mapping.activity,
            Part.ANALYST: mapping.analyst,
            Part.SEVERITY: mapping.severity,
            Part.CLIENT: mapping.client,
            Part.PRODUCT: mapping.product,
            Part.TEAM: mapping.team.column,
            Part.SUMMARY: mapping.summary,
        }
        columns = {part: name for part, name in wanted.items() if name is not None}
        self._places = {part: names.index(name) for part, name in columns.items() if name in names}
        self._unknown: Counter[tuple[Part, str]] = Counter()
        self.missing = tuple(dict.fromkeys(n for n in columns.values() if n not in names))

    def parts_at(self, place: int) -> tuple[Part, ...]:
        """Return what the column at a place is for."""
        return tuple(part for part, at in self._places.items() if at == place)

    def unknown(self) -> tuple[UnknownValue, ...]:
        """Return the values nobody explained, the most frequent first."""
        return tuple(UnknownValue(*known, lines) for known, lines in self._unknown.most_common())

    def line(self, number: int, cells: Sequence[str]) -> PreviewLine:
        """Judge a line; without the columns of the mapping there is nothing to say."""
        shown = tuple(cells[: self._width]) + ("",) * (self._width - len(cells))
        if len(cells) <= max(self._places.values(), default=-1):
            trouble = f"a linha tem {len(cells)} colunas, faltam colunas do mapeamento"
            return PreviewLine(number, shown, trouble=trouble)
        values = {part: cells[at].strip() for part, at in self._places.items()}
        activity = values.get(self._activity)
        kind = None if activity is None else self._mapping.kinds.get(activity)
        if activity in self._mapping.kinds and kind is None:
            return PreviewLine(number, shown)
        doubts = tuple(self._doubts(values))
        return PreviewLine(number, shown, None if doubts else kind, doubts)

    def _doubts(self, values: dict[Part, str]) -> Iterator[Doubt]:
        for part, value in values.items():
            reason = self._reason(part, value)
            if reason:
                yield Doubt(self._places[part], reason)

    def _reason(self, part: Part, value: str) -> str:
        mapping = self._mapping
        if part is Part.TICKET:
            return "" if value else "falta a chave do chamado"
        if part is Part.TIME:
            return self._reason_against_time(value)
        if part is self._activity and value not in mapping.kinds:
            self._unknown[part, value] += 1
            return f'{value!r} não está em [{self._table}]; inclua-o, ou marque-o como "ignore"'
        if part is Part.SEVERITY and value and value not in mapping.severities:
            self._unknown[part, value] += 1
            return f"{value!r} não está em [severities]; inclua-o no mapeamento"
        if part is Part.TEAM:
            return self._reason_against_team(value)
        return ""

    def _reason_against_time(self, value: str) -> str:
        formats = self._mapping.time_formats
        for time_format in formats:
            try:
                wall = datetime.strptime(value, time_format)  # noqa: DTZ007  # the zone comes next
            except ValueError:
                continue
            try:
                if wall.tzinfo is None:
                    wall_to_instant(wall.replace(microsecond=0), self._mapping.zone)
            except InvalidInput as error:
                return error.reason
            return ""
        return f"data inválida {value!r}; o formato é {' ou '.join(formats)}"

    def _reason_against_team(self, value: str) -> str:
        try:
            self._mapping.team.of(value)
        except InvalidInput as error:
            self._unknown[Part.TEAM, value] += 1
            return error.reason
        return ""
