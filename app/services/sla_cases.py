"""Deadlines of cases given as JSON lines: the ``sla`` command."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any, NoReturn, TypeVar

from app.domain.clock import format_instant, parse_instant, to_epoch
from app.domain.deadline import Target, TargetUnit, deadline_for
from app.domain.errors import BancadaError, InvalidInput
from app.domain.holidays_br import PackageHolidays
from app.domain.pauses import Pause
from app.domain.team_calendar import (
    CalendarRevision,
    CalendarVersion,
    DayException,
    DaySource,
    Holiday,
    HolidaysByDate,
    HolidayTable,
    LocalRule,
    NationalRule,
    Weekday,
    Window,
    parse_minute,
    revision_of,
    weekly_windows,
)
from app.domain.working_time import WorkingTime
from app.services.cycles import without_cycle_search

Answer = dict[str, Any]
Identity = str | int | float | None
_CASE_FIELDS = {
    "id",
    "calendar",
    "local_dates",
    "exceptions",
    "opened_at",
    "target",
    "pauses",
    "now",
}
_CALENDAR_FIELDS = {"windows", "counts_plantao", "national_holidays", "local_holidays"}
_Rule = TypeVar("_Rule", NationalRule, LocalRule)
_MAGNITUDE = 30
"""Powers of ten that a number may have; 1e400000000 as a fraction would fill the memory."""
_START_OF_TIME = date(1900, 1, 1)


class SlaCases:
    """Answers cases one by one; equal calendars are compiled once."""

    def __init__(self, team_calendar: Callable[[str], CalendarRevision]) -> None:
        """Take where the calendars of team keys come from."""
        self._team_calendar = team_calendar
        self._bases: dict[str, WorkingTime] = {}

    def answer_lines(self, lines: Iterable[str | bytes]) -> Iterator[Answer]:
        """Answer every case in order; an invalid one answers with its error."""
        return self.answer_numbered(enumerate(lines, 1))

    def answer_numbered(self, lines: Iterable[tuple[int, str | bytes]]) -> Iterator[Answer]:
        """Answer the cases of lines that bring their numbers along."""
        with without_cycle_search():
            for number, line in lines:
                if line.strip():
                    yield self._answer_line(number, line)

    def _answer_line(self, number: int, line: str | bytes) -> Answer:
        try:
            case = _read_json(line)
        except (ValueError, RecursionError) as error:
            return {"id": None, "line": number, "error": f"a linha não é JSON: {error}"}
        if not isinstance(case, dict):
            return {"id": None, "line": number, "error": "a linha não é um objeto JSON"}
        return self.answer(case)

    def answer(self, case: Mapping[str, Any]) -> Answer:
        """Answer one case, or say what is wrong with it."""
        identity: Identity = None
        try:
            identity = _identity(case.get("id"))
            return {"id": identity, **self._compute(case)}
        except BancadaError as error:
            return {"id": identity, "error": error.sentence}

    def _compute(self, case: Mapping[str, Any]) -> Answer:
        _known_fields(case, _CASE_FIELDS)
        time = self._time_of(case)
        opened = to_epoch(parse_instant(_required(case, "opened_at")))
        pauses = [_pause(entry) for entry in _list(case, "pauses")]
        now = case.get("now")
        now_epoch = None if now is None else to_epoch(parse_instant(now))
        deadline = deadline_for(opened, _target(_required(case, "target")), pauses, time)
        elapsed = None if now_epoch is None else deadline.elapsed(now_epoch)
        return {
            "due_at": format_instant(deadline.due_at),
            "suspended": deadline.is_suspended,
            "remaining_seconds": None if elapsed is None else deadline.budget - elapsed,
            "elapsed_seconds": elapsed,
        }

    def _time_of(self, case: Mapping[str, Any]) -> WorkingTime:
        """Return the time of a case: the months it needs, cut out of its compiled calendar."""
        base = self._base_of(_required(case, "calendar"))
        calendar = base.revision
        local = [_date(text) for text in _list(case, "local_dates")]
        exceptions = [_exception(entry) for entry in _list(case, "exceptions")]
        if local or exceptions:
            own = {exception.date for exception in exceptions}
            kept = [e for e in calendar.exceptions.values() if e.date not in own]
            calendar = revision_of(
                calendar.key,
                calendar.versions,
                number=calendar.number,
                holidays=WithLocalDates(calendar.holidays, local),
                exceptions=[*kept, *exceptions],
            )
            return base.varied(calendar, {*local, *own})
        return base.varied(calendar, ())

    def _base_of(self, calendar: object) -> WorkingTime:
        """Return the calendar of a case without what the case itself adds."""
        key = repr(calendar)  # the same keys in another order are compiled once more, no harm
        if key not in self._bases:
            if isinstance(calendar, str):
                revision = self._team_calendar(calendar)
            else:
                revision = revision_of("do caso", [_version(calendar)], holidays=PackageHolidays())
            self._bases[key] = WorkingTime(revision)
        return self._bases[key]


class WithLocalDates:
    """A table of holidays with the local dates of a case added."""

    def __init__(self, base: HolidayTable, dates: Iterable[date]) -> None:
        """Add local holidays on the given dates to a table."""
        self._base = base
        self._dates = sorted(set(dates))
        self._years: dict[int, HolidaysByDate] = {}

    def of_year(self, year: int) -> HolidaysByDate:
        """Return the holidays of a year by date, local dates last."""
        if year not in self._years:
            days = dict(self._base.of_year(year))
            for day in self._dates:
                if day.year == year:
                    local = Holiday(day, "Feriado local", DaySource.MUNICIPAL)
                    days[day] = (*days.get(day, ()), local)
            self._years[year] = days
        return self._years[year]


def _refuse_constant(text: str) -> NoReturn:
    raise ValueError(f"{text} não é um número")


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError as error:
        raise ValueError(f"{text} não é um número") from error


_decoder = json.JSONDecoder(parse_float=_decimal, parse_constant=_refuse_constant)


def _read_json(line: str | bytes) -> object:
    if isinstance(line, bytes):
        line = line.decode(json.detect_encoding(line), "surrogatepass")
    return _decoder.decode(line)


def _identity(value: object) -> Identity:
    """Return what an answer is known by, as it will be written again."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Decimal) and math.isfinite(float(value)):
        return float(value)
    raise InvalidInput("precisa ser um texto ou um número", field="id")


def _required(case: Mapping[str, Any], field: str) -> Any:  # noqa: ANN401  # JSON
    if case.get(field) is None:
        raise InvalidInput("falta este campo", field=field)
    return case[field]


def _list(case: Mapping[str, Any], field: str) -> list[Any]:
    value = case.get(field)
    if value is None:
        return []
    if not isinstance(value, list):
        raise InvalidInput("precisa ser uma lista", field=field)
    return value


def _known_fields(entry: Mapping[str, Any], known: set[str]) -> None:
    unknown = sorted(set(entry) - known)
    if unknown:
        raise InvalidInput(f"chave desconhecida {unknown[0]!r}; as chaves são {sorted(known)}")


def _object(value: object, field: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InvalidInput("precisa ser um objeto", field=field)
    return value


def _date(text: object) -> date:
    try:
        if isinstance(text, str) and (day := date.fromisoformat(text)).isoformat() == text:
            return day
    except ValueError:
        pass
    raise InvalidInput(f"data inválida {text!r}; use AAAA-MM-DD")


def _flag(entry: Mapping[str, Any], field: str, default: bool) -> bool:  # noqa: FBT001
    value = entry.get(field, default)
    if not isinstance(value, bool):
        raise InvalidInput("precisa ser true ou false", field=field)
    return value


def _windows(entries: object, field: str) -> list[Window]:
    if entries is None:
        return []
    if not isinstance(entries, list):
        raise InvalidInput("precisa ser uma lista de janelas", field=field)
    windows = []
    for entry in entries:
        window = _object(entry, field)
        _known_fields(window, {"start", "end", "plantao"})
        start, end = parse_minute(window.get("start", "")), parse_minute(window.get("end", ""))
        windows.append(Window(start, end, _flag(window, "plantao", False)))  # noqa: FBT003
    return windows


def _version(calendar: object) -> CalendarVersion:
    entry = _object(calendar, "calendar")
    _known_fields(entry, _CALENDAR_FIELDS)
    by_day = _object({} if entry.get("windows") is None else entry["windows"], "windows")
    _known_fields(by_day, {day.name.lower() for day in Weekday})
    return CalendarVersion(
        first_valid=_START_OF_TIME,
        week=weekly_windows(
            {day: _windows(by_day.get(day.name.lower()), "windows") for day in Weekday}
        ),
        counts_plantao=_flag(entry, "counts_plantao", True),  # noqa: FBT003
        national=_choice(NationalRule, entry.get("national_holidays", "closed")),
        local=_choice(LocalRule, entry.get("local_holidays", "open")),
    )


def _choice(kind: type[_Rule], value: object) -> _Rule:
    for member in kind:
        if member.value == value:
            return member
    choices = ", ".join(member.value for member in kind)
    raise InvalidInput(f"{value!r} não é uma política; use {choices}")


def _exception(value: object) -> DayException:
    entry = _object(value, "exceptions")
    _known_fields(entry, {"date", "windows"})
    return DayException(
        _date(entry.get("date")), tuple(_windows(entry.get("windows"), "exceptions"))
    )


def _target(value: object) -> Target:
    entry = _object(value, "target")
    _known_fields(entry, {"unit", "value"})
    number = entry.get("value")
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise InvalidInput("precisa ser um número", field="target.value")
    if isinstance(number, Decimal) and abs(number.adjusted()) > _MAGNITUDE:
        raise InvalidInput("é grande ou pequeno demais", field="target.value")
    for unit in TargetUnit:
        if unit.value == entry.get("unit"):
            return _target_of(unit, number)
    raise InvalidInput("precisa ser hours ou business_days", field="target.unit")


@lru_cache(maxsize=1024)
def _target_of(unit: TargetUnit, number: int | Decimal) -> Target:
    return Target(unit, Fraction(number))


def _pause(entry: object) -> Pause:
    if not isinstance(entry, list) or len(entry) != 2:
        raise InvalidInput("cada pausa é um par [início, fim]", field="pauses")
    start, end = entry
    return Pause(
        to_epoch(parse_instant(start)), None if end is None else to_epoch(parse_instant(end))
    )
