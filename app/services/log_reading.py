"""Reading a foreign log line by line: good rows go on, bad ones are named with their reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from app.domain.clock import to_epoch, wall_to_instant
from app.domain.errors import DataFailure, InvalidInput
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.log_lines import Lines, Refusal, header_of, opened, records
from app.services.log_mapping import LogMapping

FIRST_YEAR, LAST_YEAR = 1970, 2100
LONGEST_NAME = 200


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
    with opened(path) as (stream, progress):
        lines = Lines(stream, mapping.encoding)
        names, delimiter = header_of(lines, mapping.delimiter, path)
        reader = _RowReader(mapping, _places(names, mapping, path))
        for line, cells in records(lines, delimiter):
            if line % 1000 == 0:
                report(*progress())
            try:
                row = reader.row(line, cells)
            except InvalidInput as error:
                lines.refuse(line, str(error))
                continue
            if row is None:
                contents.ignored += 1
            else:
                contents.rows.append(row)
    contents.refused = sorted(lines.refused, key=lambda refusal: refusal.line)
    return contents


def _places(names: Sequence[str], mapping: LogMapping, path: Path) -> dict[str, int]:
    """Return the place of each column; of two with one name, the first."""
    missing = [column for column in mapping.columns if column not in names]
    if missing:
        raise DataFailure(
            f"{path.name} não tem a coluna {missing[0]!r}; as colunas são: {', '.join(names)}"
        )
    return {name: names.index(name) for name in names}


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
