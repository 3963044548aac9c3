"""Seeded cases that `sla` must refuse: one rule of the contract broken in each."""

import copy
import random
from collections.abc import Callable
from typing import Any

from tests.oracle.cases import Json

CASES_A_FLAW = 5
# JSON of unknown shape is cut and bent here, which typed values would only hide.
Flaw = Callable[[dict[str, Any]], object]
_MORNING = {"start": "08:00", "end": "12:00", "plantao": False}
_CROSSING = {"start": "11:59", "end": "13:00", "plantao": False}
_BACKWARDS = {"start": "12:00", "end": "08:00", "plantao": False}
_ONLY_PLANTAO = {"start": "08:00", "end": "12:00", "plantao": True}


def _put(*path: str, value: object) -> Flaw:
    def bend(case: dict[str, Any]) -> None:
        inner = case
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value

    return bend


def _drop(key: str) -> Flaw:
    return lambda case: case.pop(key)


def _windows(*windows: Json) -> Flaw:
    return _put("calendar", "windows", "tue", value=list(windows))


def _exceptions(*exceptions: object) -> Flaw:
    return _put("exceptions", value=list(exceptions))


def _pause(start: object, end: object) -> Flaw:
    return _put("pauses", value=[["2026-03-02T12:00:00Z", "2026-03-02T13:00:00Z"], [start, end]])


def _target(unit: object, value: object) -> Flaw:
    return _put("target", value={"unit": unit, "value": value})


def _no_second_counts(case: dict[str, Any]) -> None:
    case["calendar"]["windows"] = {"mon": [_ONLY_PLANTAO]}
    case["calendar"]["counts_plantao"] = False


def _one_short_day_only(case: dict[str, Any]) -> None:
    case["calendar"]["windows"] = {}
    case["exceptions"] = [{"date": "2026-03-05", "windows": [_MORNING]}]


def _days_that_never_come(case: dict[str, Any]) -> None:
    _no_second_counts(case)
    case["target"] = {"unit": "business_days", "value": 2}


FLAWS: dict[str, Flaw] = {
    "overlapping windows": _windows(_MORNING, _CROSSING),
    "overlapping windows out of order": _windows(_CROSSING, _MORNING),
    "the same window twice": _windows(_MORNING, _MORNING),
    "backwards window": _windows(_BACKWARDS),
    "no such time of day": _windows({"start": "08:00", "end": "24:01", "plantao": False}),
    "no such minute": _windows({"start": "08:60", "end": "12:00", "plantao": False}),
    "unknown key in a window": _windows({**_MORNING, "lunch": True}),
    "unknown weekday": _put("calendar", "windows", "segunda", value=[_MORNING]),
    "unknown key in the calendar": _put("calendar", "zone", value="UTC"),
    "unknown key in the case": _put("priority", value="high"),
    "unknown team": _put("calendar", value="suporte-tecnico-2"),
    "unknown national rule": _put("calendar", "national_holidays", value="sometimes"),
    "unknown local rule": _put("calendar", "local_holidays", value="plantao"),
    "no such local date": _put("local_dates", value=["2026-02-29"]),
    "two exceptions for a date": _exceptions(
        {"date": "2026-03-04", "windows": []}, {"date": "2026-03-04", "windows": [_MORNING]}
    ),
    "overlap in an exception": _exceptions(
        {"date": "2026-03-04", "windows": [_MORNING, _CROSSING]}
    ),
    "backwards exception": _exceptions({"date": "2026-03-04", "windows": [_BACKWARDS]}),
    "unknown key in an exception": _exceptions({"date": "2026-03-04", "windows": [], "name": "x"}),
    "no such exception date": _exceptions({"date": "2026-04-31", "windows": []}),
    "opening without offset": _put("opened_at", value="2026-03-02T12:00:00"),
    "opening with fractions": _put("opened_at", value="2026-03-02T12:00:00.500Z"),
    "opening that is no instant": _put("opened_at", value="yesterday"),
    "no opening": _drop("opened_at"),
    "no target": _drop("target"),
    "no calendar": _drop("calendar"),
    "now without offset": _put("now", value="2026-03-02T12:00:00"),
    "now with fractions": _put("now", value="2026-03-02T12:00:00.25-03:00"),
    "pause without offset": _pause("2026-03-02T12:00:00", "2026-03-02T13:00:00Z"),
    "pause with fractions": _pause("2026-03-02T12:00:00Z", "2026-03-02T13:00:00.125Z"),
    "pause ending before it starts": _pause("2026-03-02T13:00:01Z", "2026-03-02T13:00:00Z"),
    "target of nothing": _target("hours", 0),
    "negative target": _target("hours", -4),
    "no days": _target("business_days", 0),
    "half days": _target("business_days", 2.5),
    "unknown unit": _target("minutes", 30),
    "target in words": _target("hours", "ten"),
    "unknown key in the target": _put("target", "calendar", value="civil"),
    "no second counts": _no_second_counts,
    "only one short day ever": _one_short_day_only,
    "business days that never come": _days_that_never_come,
}


def generate_invalid_cases(seed: int = 20261120) -> list[Json]:
    """Make cases that break one rule each; the id names the rule."""
    dice = random.Random(seed)
    return [
        _broken(dice, f"{name} {number}", flaw)
        for name, flaw in FLAWS.items()
        for number in range(CASES_A_FLAW)
    ]


def _broken(dice: random.Random, name: str, flaw: Flaw) -> Json:
    case: Json = {
        "id": name,
        "calendar": {
            "windows": {"mon": [_MORNING], "wed": [_MORNING], "thu": [_ONLY_PLANTAO]},
            "counts_plantao": dice.random() < 0.5,
            "national_holidays": dice.choice(("open", "closed")),
            "local_holidays": dice.choice(("open", "closed", "plantao_only", "plantao_all_day")),
        },
        "opened_at": f"2026-03-02T{dice.randrange(10, 20)}:00:00Z",
        "target": {"unit": "hours", "value": dice.choice((10, 20, 30))},
        "pauses": [],
        "now": f"2026-03-{dice.randrange(3, 30):02d}T15:00:00Z",
    }
    case = copy.deepcopy(case)
    flaw(case)
    return case
