"""Holidays read from a file: iCalendar, or a table (CSV); every line that cannot be read is told.

A table has the columns ``data`` (or ``date``) and ``nome`` (or ``name``); instead of a date a
``regra`` (or ``rule``) such as 06-24 or E+60, and ``tipo`` (or ``source``) where it is known.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import read_day
from app.domain.errors import DataFailure, InvalidInput
from app.domain.holiday_proposals import Proposal
from app.domain.team_calendar import DaySource
from app.services.calendars import SOURCE_WORDS

if TYPE_CHECKING:
    from icalendar import Component

_LARGEST_BYTES = 2_000_000
_LONGEST_DAYS = 60
_COLUMNS = {
    "data": "date",
    "nome": "name",
    "regra": "rule",
    "tipo": "source",
    "fonte": "source",
}
_SOURCES = {source.value: source for source in DaySource} | {
    word: source for source, word in SOURCE_WORDS.items()
}


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line, or an event, that could not be read, and why."""

    place: int
    why: str


@dataclass(frozen=True, slots=True)
class ReadHolidays:
    """What a file proposes, and what of it could not be read."""

    proposals: tuple[Proposal, ...]
    refused: tuple[RefusedLine, ...]


def read_holidays(path: Path) -> ReadHolidays:
    """Read a file; ``DataFailure`` says why it cannot be, or that there is no holiday in it."""
    try:
        if path.stat().st_size > _LARGEST_BYTES:
            raise DataFailure(f"{path.name} é grande demais para uma lista de feriados")
        body = path.read_bytes()
    except OSError as error:
        raise DataFailure(f"não foi possível ler {path}: {error.strerror}") from error
    if path.suffix.lower() in (".ics", ".ical"):
        found = _read_feed(body, path.name)
    else:
        found = _read_table(body, path.name)
    if not found.proposals and not found.refused:
        raise DataFailure(f"{path.name} não tem nenhum feriado; confira o arquivo")
    return found


def _read_feed(body: bytes, origin: str) -> ReadHolidays:
    from icalendar import Calendar

    try:
        calendar = Calendar.from_ical(body)
    except ValueError as error:
        raise DataFailure(f"{origin} não é um calendário (.ics) que se possa ler") from error
    proposals, refused = [], []
    for place, event in enumerate(calendar.walk("VEVENT"), 1):
        start = event.get("dtstart")
        name = str(event.get("summary", "")).strip()
        if start is None or not name:
            refused.append(RefusedLine(place, "CAL-3: o evento não tem data ou nome"))
            continue
        try:
            rules = _rules_of(event)
        except InvalidInput as error:
            refused.append(RefusedLine(place, error.reason))
            continue
        proposals += [Proposal(0, rule, name, DaySource.MUNICIPAL, origin) for rule in rules]
    return ReadHolidays(tuple(proposals), tuple(refused))


def _rules_of(event: Component) -> list[str]:
    """Return the days of an event as rules: each of several days, or one that comes back yearly."""
    first = _day(event.decoded("dtstart"))
    end = event.decoded("dtend", None)
    # RFC 5545: the end of whole days is the day after the last one.
    is_whole = end is not None and not isinstance(end, datetime)
    last = max(first, end - timedelta(days=1)) if is_whole else first
    if (last - first).days >= _LONGEST_DAYS:
        raise InvalidInput(f"CAL-3: o evento dura mais de {_LONGEST_DAYS} dias")
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    repeats: Mapping[str, list[str]] | None = event.decoded("rrule", None)
    if repeats is None:
        return [day.isoformat() for day in days]
    plain = {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY"}
    if repeats.get("FREQ") != ["YEARLY"] or not set(repeats) <= plain:
        raise InvalidInput("CAL-3: só se lê repetição de todo ano no mesmo dia; inclua-o à mão")
    return [f"{day:%m-%d}" for day in days]


def _day(start: date) -> date:
    return start.date() if isinstance(start, datetime) else start


def _read_table(body: bytes, origin: str) -> ReadHolidays:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", errors="replace")
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    proposals, refused = [], []
    for place, row in enumerate(csv.DictReader(lines, delimiter=delimiter), 2):
        known = {_column(name): (value or "").strip() for name, value in row.items() if name}
        try:
            proposals.append(_proposal(known, origin))
        except InvalidInput as error:
            refused.append(RefusedLine(place, error.reason))
    return ReadHolidays(tuple(proposals), tuple(refused))


def _column(name: str) -> str:
    plain = name.strip().lower()
    return _COLUMNS.get(plain, plain)


def _proposal(row: Mapping[str, str], origin: str) -> Proposal:
    rule = row.get("rule", "") or _date(row.get("date", "")).isoformat()
    word = row.get("source", "").lower()
    if word and word not in _SOURCES:
        known = ", ".join(SOURCE_WORDS.values())
        raise InvalidInput(f"CAL-3: tipo {word!r} desconhecido; os tipos são {known}")
    source = _SOURCES.get(word, DaySource.MUNICIPAL)
    return Proposal(0, rule, row.get("name", ""), source, origin).checked()


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return read_day(text)
