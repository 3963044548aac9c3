"""Reads one case of the command's contract, refusing what the contract calls invalid."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from tests.oracle.slow_calendar import LocalRule, SlowCalendar, WeeklyRules, Window
from tests.oracle.slow_teams import TEAMS

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


class InvalidCase(Exception):
    """The case breaks the contract; the message says where."""


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch that does not count, in epoch seconds; no end means that it is still open."""

    start: int
    end: int | None

    def covers(self, second: int) -> bool:
        """Say whether the second lies in the half-open stretch."""
        return self.start <= second and (self.end is None or second < self.end)


@dataclass(frozen=True, slots=True)
class SlowCase:
    """One case, read: exactly one of the two targets is set."""

    calendar: SlowCalendar
    opened: int
    hour_budget_seconds: int | None
    business_days: int | None
    pauses: tuple[Pause, ...]
    now: int | None


def read_case(raw: object) -> SlowCase:
    """Read a case; raises `InvalidCase` for everything the contract refuses."""
    case = _object(
        raw,
        required={"id", "calendar", "opened_at", "target"},
        optional={"local_dates", "exceptions", "pauses", "now"},
    )
    budget, days = _target(case["target"])
    return SlowCase(
        calendar=SlowCalendar(
            rules=_rules(case["calendar"]),
            local_dates=frozenset(_date(day) for day in _list(case.get("local_dates", []))),
            exceptions=_exceptions(case.get("exceptions", [])),
        ),
        opened=_instant(case["opened_at"]),
        hour_budget_seconds=budget,
        business_days=days,
        pauses=tuple(_pause(pair) for pair in _list(case.get("pauses", []))),
        now=_instant(case["now"]) if "now" in case else None,
    )


def _object(raw: object, *, required: set[str], optional: set[str]) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise InvalidCase(f"not an object: {raw!r}")
    if missing := required - raw.keys():
        raise InvalidCase(f"missing {sorted(missing)}")
    if unknown := raw.keys() - required - optional:
        raise InvalidCase(f"unknown key {sorted(unknown)}")
    return raw


def _list(raw: object) -> list[object]:
    if not isinstance(raw, list):
        raise InvalidCase(f"not a list: {raw!r}")
    return raw


def _flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise InvalidCase(f"neither true nor false: {raw!r}")
    return raw


def _rules(raw: object) -> WeeklyRules:
    if isinstance(raw, str):
        if raw not in TEAMS:
            raise InvalidCase(f"unknown team {raw!r}")
        return TEAMS[raw]
    calendar = _object(
        raw,
        required={"windows", "counts_plantao", "national_holidays", "local_holidays"},
        optional=set(),
    )
    week = _object(calendar["windows"], required=set(), optional=set(WEEKDAYS))
    if calendar["national_holidays"] not in ("closed", "open"):
        raise InvalidCase(f"national_holidays: {calendar['national_holidays']!r}")
    try:
        local_rule = LocalRule(calendar["local_holidays"])
    except ValueError as error:
        raise InvalidCase(str(error)) from error
    return WeeklyRules(
        week=tuple(_windows(week.get(weekday, [])) for weekday in WEEKDAYS),
        counts_plantao=_flag(calendar["counts_plantao"]),
        national_closed=calendar["national_holidays"] == "closed",
        local_rule=local_rule,
    )


def _windows(raw: object) -> tuple[Window, ...]:
    windows = sorted((_window(item) for item in _list(raw)), key=lambda item: item.start_minute)
    for earlier, later in itertools.pairwise(windows):
        if later.start_minute < earlier.end_minute:
            raise InvalidCase("windows overlap")
    return tuple(windows)


def _window(raw: object) -> Window:
    window = _object(raw, required={"start", "end", "plantao"}, optional=set())
    start, end = _minute(window["start"]), _minute(window["end"])
    if end <= start:
        raise InvalidCase("a window ends before it begins")
    return Window(start, end, _flag(window["plantao"]))


def _exceptions(raw: object) -> dict[date, tuple[Window, ...]]:
    laid_out: dict[date, tuple[Window, ...]] = {}
    for item in _list(raw):
        exception = _object(item, required={"date"}, optional={"windows"})
        day = _date(exception["date"])
        if day in laid_out:
            raise InvalidCase(f"two exceptions for {day}")
        laid_out[day] = _windows(exception.get("windows", []))
    return laid_out


def _target(raw: object) -> tuple[int | None, int | None]:
    target = _object(raw, required={"unit", "value"}, optional=set())
    value = target["value"]
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidCase(f"not a number: {value!r}")
    exact = Fraction(str(value))
    if exact <= 0:
        raise InvalidCase("the target must be above zero")
    if target["unit"] == "hours":
        return _whole(exact * 3600), None
    if target["unit"] == "business_days":
        return None, _whole(exact)
    raise InvalidCase(f"unknown unit {target['unit']!r}")


def _whole(value: Fraction) -> int:
    if value.denominator != 1:
        raise InvalidCase(f"not whole: {value}")
    return int(value)


def _pause(raw: object) -> Pause:
    pair = _list(raw)
    if len(pair) != len(("start", "end")):
        raise InvalidCase("a pause has a start and an end")
    start = _instant(pair[0])
    end = None if pair[1] is None else _instant(pair[1])
    if end is not None and end < start:
        raise InvalidCase("a pause ends before it starts")
    return Pause(start, end)


def _instant(raw: object) -> int:
    if not isinstance(raw, str) or not _INSTANT.fullmatch(raw):
        raise InvalidCase(f"not an instant with offset and whole seconds: {raw!r}")
    try:
        return int(datetime.fromisoformat(raw).timestamp())
    except ValueError as error:
        raise InvalidCase(str(error)) from error


def _date(raw: object) -> date:
    if not isinstance(raw, str) or not _DATE.fullmatch(raw):
        raise InvalidCase(f"not a date: {raw!r}")
    try:
        return date.fromisoformat(raw)
    except ValueError as error:
        raise InvalidCase(str(error)) from error


def _minute(raw: object) -> int:
    if not isinstance(raw, str) or not _CLOCK.fullmatch(raw):
        raise InvalidCase(f"not a time of day: {raw!r}")
    hours, minutes = raw.split(":")
    return int(hours) * 60 + int(minutes)
