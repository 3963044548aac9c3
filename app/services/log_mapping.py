"""How a foreign log is read: which columns hold what, and what its values mean."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.domain.errors import DataFailure, InvalidInput
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from resources.locate import resource

IGNORE = "ignore"
LONGEST_SOURCE = 100
_PROBE = datetime(2013, 5, 17, 14, 30, 59, tzinfo=UTC)
"""A format that cannot read what it writes of this is no format."""
IMPORTED_KINDS = {
    kind.value: kind
    for kind in (
        EventKind.OPENED,
        EventKind.CLASSIFIED,
        EventKind.RECLASSIFIED,
        EventKind.TRANSFERRED,
        EventKind.ASSIGNED,
        EventKind.PENDING_CLIENT,
        EventKind.CLIENT_ANSWERED,
        EventKind.IN_MAINTENANCE,
        EventKind.BACK_TO_SUPPORT,
        EventKind.SOLUTION,
        EventKind.ACCEPTED,
        EventKind.REFUSED,
        EventKind.POSTPONED,
        EventKind.CLOSED,
        EventKind.NOTE,
    )
}
_FIELDS = {
    "source", "ticket", "time", "time_format", "time_zone", "activity", "state", "analyst",
    "severity", "client", "product", "team", "summary", "encoding", "delimiter", "activities",
    "states", "severities",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TeamReading:
    """Where the team comes from: always the same, or a column and what its values mean."""

    fixed: str | None = None
    column: str | None = None
    values: Mapping[str, str] | None = None

    @property
    def keys(self) -> frozenset[str]:
        """Every team the mapping can name."""
        return frozenset((self.values or {}).values() if self.fixed is None else {self.fixed})

    def of(self, value: str) -> str:
        """Return the team's key; ``InvalidInput`` for a value the mapping does not know."""
        if self.fixed is not None:
            return self.fixed
        known = self.values or {}
        if value not in known:
            raise InvalidInput(f"equipe desconhecida {value!r}; inclua-a em team.values")
        return known[value]


@dataclass(frozen=True, slots=True)
class LogMapping:
    """A mapping, checked.

    ``kinds`` gives the event of each value of the activity (or state) column, none for values to
    be ignored. With ``is_state_log`` a row carries the ticket's state, and an unchanged one is no
    event.
    """

    source: str
    ticket: str
    time: str
    time_formats: tuple[str, ...]
    zone: ZoneInfo
    activity: str
    is_state_log: bool
    kinds: Mapping[str, EventKind | None]
    severities: Mapping[str, Severity]
    team: TeamReading
    analyst: str | None
    severity: str | None
    client: str | None
    product: str | None
    summary: str | None
    encoding: str
    delimiter: str | None

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column the log has to have."""
        named = (
            self.ticket, self.time, self.activity, self.analyst, self.severity, self.client,
            self.product, self.summary, self.team.column,
        )  # fmt: skip
        return tuple(column for column in named if column is not None)


def shipped_mapping() -> LogMapping:
    """Return the mapping of the public help-desk log, which ships with the program."""
    return read_mapping(resource("catalog", "helpdesk_log.toml"))


def read_mapping(path: Path) -> LogMapping:
    """Read a mapping file; the error names the key that is wrong and what to write there."""
    try:
        entry = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataFailure(f"não foi possível ler o mapeamento {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise DataFailure(f"o mapeamento {path} não está em UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise DataFailure(f"o mapeamento {path} não é TOML: {error}") from error
    try:
        return mapping_from(entry, default_source=path.stem)
    except InvalidInput as error:
        raise DataFailure(f"mapeamento {path.name}: {error}") from error


def mapping_from(entry: Mapping[str, Any], *, default_source: str) -> LogMapping:
    """Check a mapping; ``InvalidInput`` names the key."""
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise InvalidInput("chave desconhecida", field=unknown[0])
    is_state_log = "state" in entry
    if is_state_log and "activity" in entry:
        raise InvalidInput("diga activity ou state, não os dois", field="state")
    meanings = _table(entry, "states") or _table(entry, "activities")
    if not meanings:
        field = "states" if is_state_log else "activities"
        raise InvalidInput("diga o que significa cada valor", field=field)
    return LogMapping(
        source=_source(_text(entry, "source") or default_source),
        ticket=_required(entry, "ticket"),
        time=_required(entry, "time"),
        time_formats=_formats(entry),
        zone=_zone(_text(entry, "time_zone") or "America/Sao_Paulo"),
        activity=_required(entry, "state" if is_state_log else "activity"),
        is_state_log=is_state_log,
        kinds={value: _kind(value, kind) for value, kind in meanings.items()},
        severities={v: _severity(v, s) for v, s in _table(entry, "severities").items()},
        team=_team(entry.get("team")),
        analyst=_text(entry, "analyst"),
        severity=_text(entry, "severity"),
        client=_text(entry, "client"),
        product=_text(entry, "product"),
        summary=_text(entry, "summary"),
        encoding=_encoding(_text(entry, "encoding") or "utf-8"),
        delimiter=_delimiter(_text(entry, "delimiter")),
    )


def _text(entry: Mapping[str, Any], field: str) -> str | None:
    value = entry.get(field)
    if value is not None and (not isinstance(value, str) or not value):
        raise InvalidInput("precisa ser um texto", field=field)
    return value


def _required(entry: Mapping[str, Any], field: str) -> str:
    value = _text(entry, field)
    if value is None:
        raise InvalidInput("falta dizer qual é esta coluna", field=field)
    return value


def _table(entry: Mapping[str, Any], field: str) -> Mapping[str, Any]:
    value = entry.get(field, {})
    if not isinstance(value, dict):
        raise InvalidInput("precisa ser uma tabela valor = significado", field=field)
    return value


def _formats(entry: Mapping[str, Any]) -> tuple[str, ...]:
    value = entry.get("time_format")
    formats = [value] if isinstance(value, str) else value
    if not isinstance(formats, list) or not formats or not all(isinstance(f, str) for f in formats):
        raise InvalidInput("diga o formato da data, como %d/%m/%Y %H:%M:%S", field="time_format")
    for time_format in formats:
        try:
            datetime.strptime(_PROBE.strftime(time_format), time_format)  # noqa: DTZ007  # thrown away
        except ValueError as error:
            raise InvalidInput(
                f"formato desconhecido {time_format!r}; use um como %d/%m/%Y %H:%M:%S",
                field="time_format",
            ) from error
    return tuple(formats)


def _source(name: str) -> str:
    if len(name) > LONGEST_SOURCE:
        raise InvalidInput(f"passa de {LONGEST_SOURCE} letras", field="source")
    return name


def _delimiter(sign: str | None) -> str | None:
    if sign is not None and (len(sign) != 1 or sign in '"\r\n'):
        raise InvalidInput("precisa ser um só sinal, como ; ou ,", field="delimiter")
    return sign


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:  # OSError for a folder of zones
        raise InvalidInput(f"fuso desconhecido {name!r}", field="time_zone") from error


def _encoding(name: str) -> str:
    try:
        splits_lines = b",\n".decode(name) == ",\n"
    except LookupError as error:
        raise InvalidInput(f"codificação desconhecida {name!r}", field="encoding") from error
    except UnicodeError:
        splits_lines = False
    if not splits_lines:
        raise InvalidInput(f"{name!r} não separa as linhas; grave o log em utf-8", field="encoding")
    return name


def _kind(value: str, kind: object) -> EventKind | None:
    if kind == IGNORE:
        return None
    if not isinstance(kind, str) or kind not in IMPORTED_KINDS:
        known = " ".join([*IMPORTED_KINDS, IGNORE])
        raise InvalidInput(f"evento desconhecido {kind!r}; use um de: {known}", field=value)
    return IMPORTED_KINDS[kind]


def _severity(value: str, severity: object) -> Severity:
    for known in Severity:
        if known.value == severity:
            return known
    choices = " ".join(known.value for known in Severity)
    raise InvalidInput(f"severidade desconhecida {severity!r}; use {choices}", field=value)


def _team(value: object) -> TeamReading:
    if isinstance(value, str) and value:
        return TeamReading(fixed=value)
    if isinstance(value, dict) and isinstance(value.get("column"), str):
        values = value.get("values")
        if isinstance(values, dict) and all(isinstance(key, str) for key in values.values()):
            return TeamReading(column=value["column"], values=values)
    raise InvalidInput(
        'diga uma equipe, ou { column = "…", values = { valor = "equipe" } }', field="team"
    )
