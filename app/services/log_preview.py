"""A first look at a foreign log: its columns, its first lines, and what a mapping makes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from app.domain.clock import wall_to_instant
from app.domain.errors import InvalidInput
from app.domain.ticket_events import EventKind
from app.services.log_lines import MAX_LINE_BYTES, Lines, Look, header_of, opened, records
from app.services.log_mapping import LogMapping

SHOWN_LINES = 20
LOOK_LINES = 1000
"""So many lines are searched for values the mapping does not know."""
_LOOK_BYTES = 2 * MAX_LINE_BYTES


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
    with opened(path) as (stream, _progress):
        head = Lines(stream, mapping.encoding, Look(LOOK_LINES, _LOOK_BYTES))
        names, delimiter = header_of(head, mapping.delimiter, path)
        judge = _Judge(mapping, names)
        lines = [judge.line(line, cells) for line, cells in records(head, delimiter)]
    lines += [PreviewLine(refusal.line, (), trouble=refusal.reason) for refusal in head.refused]
    lines.sort(key=lambda line: line.line)
    return LogPreview(
        columns=tuple(PreviewColumn(name, judge.parts_at(at)) for at, name in enumerate(names)),
        lines=tuple(lines[:SHOWN_LINES]),
        missing=judge.missing,
        unknown=judge.unknown(),
        looked_at=len(lines),
    )


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
