"""How a calendar's plan and a set of holidays are kept: as JSON that says what it holds."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from app.domain.calendar_plan import CalendarPlan, Recess, YearlyDay
from app.domain.team_calendar import (
    CalendarVersion,
    DayException,
    DaySource,
    Holiday,
    HolidayTable,
    ListedHolidays,
    LocalRule,
    NationalRule,
    Window,
)


def write_holidays(holidays: Sequence[Holiday]) -> str:
    """Write a set of holidays."""
    return json.dumps([_pack_day(day) for day in holidays], ensure_ascii=False)


@lru_cache(maxsize=8)
def read_holidays(body: str) -> ListedHolidays:
    """Read a stored set of holidays, once for all who read the same one again."""
    return ListedHolidays(map(_unpack_day, json.loads(body)))


def write_plan(plan: CalendarPlan) -> str:
    """Write a plan without its base; what nobody edited is left out."""
    edits = {
        "added": [_pack_day(day) for day in plan.added],
        "removed": [_pack_day(day) for day in plan.removed],
        "yearly": [[y.rule, y.name, y.source.value, y.since] for y in plan.yearly],
        "recesses": [[*r.first, *r.last, r.name, r.since, r.until] for r in plan.recesses],
    }
    body = {
        "versions": [_pack_version(version) for version in plan.versions],
        "exceptions": [
            {
                "date": exception.date.isoformat(),
                "name": exception.name,
                "windows": [_pack(window) for window in exception.windows],
            }
            for exception in plan.own
        ],
        **{name: made for name, made in edits.items() if made},
    }
    return json.dumps(body, ensure_ascii=False)


def read_plan(key: str, number: int, body: str, base: HolidayTable) -> CalendarPlan:
    """Read a stored plan over its base."""
    kept: Mapping[str, Any] = json.loads(body)
    return CalendarPlan(
        key=key,
        number=number,
        versions=tuple(_unpack_version(version) for version in kept["versions"]),
        base=base,
        own=tuple(
            DayException(
                date.fromisoformat(exception["date"]),
                tuple(_unpack(window) for window in exception["windows"]),
                exception["name"],
            )
            for exception in kept["exceptions"]
        ),
        added=tuple(map(_unpack_day, kept.get("added", ()))),
        removed=tuple(map(_unpack_day, kept.get("removed", ()))),
        yearly=tuple(
            YearlyDay(rule, name, DaySource(source), since)
            for rule, name, source, since in kept.get("yearly", ())
        ),
        recesses=tuple(
            Recess((first_month, first_day), (last_month, last_day), name, since, until)
            for first_month, first_day, last_month, last_day, name, since, until in kept.get(
                "recesses", ()
            )
        ),
    )


def _pack_version(version: CalendarVersion) -> dict[str, Any]:
    return {
        "first_valid": version.first_valid.isoformat(),
        "week": [[_pack(window) for window in day] for day in version.week],
        "counts_plantao": version.counts_plantao,
        "national": version.national.value,
        "local": version.local.value,
    }


def _unpack_version(kept: Mapping[str, Any]) -> CalendarVersion:
    return CalendarVersion(
        first_valid=date.fromisoformat(kept["first_valid"]),
        week=tuple(tuple(_unpack(window) for window in day) for day in kept["week"]),
        counts_plantao=kept["counts_plantao"],
        national=NationalRule(kept["national"]),
        local=LocalRule(kept["local"]),
    )


def _pack(window: Window) -> list[int]:
    return [window.start, window.end, int(window.plantao)]


def _unpack(window: list[int]) -> Window:
    start, end, plantao = window
    return Window(start, end, bool(plantao))


def _pack_day(day: Holiday) -> list[str]:
    return [day.date.isoformat(), day.name, day.source.value]


def _unpack_day(kept: Sequence[str]) -> Holiday:
    day, name, source = kept
    return Holiday(date.fromisoformat(day), name, DaySource(source))
