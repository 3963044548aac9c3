"""Seeded cases for `sla`: all teams, every policy, summer time, pauses of every kind.

The same seed gives the same cases. Left out on purpose, because the contract leaves their answer
open: windows of no length, gaps of nearly 400 days, and a day target on a calendar with a window
that a skipped hour may swallow whole.
"""

import itertools
import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from tests.oracle.slow_calendar import ZONE, LocalRule, is_national_holiday
from tests.oracle.slow_deadline import answer
from tests.oracle.slow_reading import WEEKDAYS
from tests.oracle.slow_teams import TEAMS

Json = dict[str, Any]  # a case as JSON holds it
Pauses = list[list[str | None]]

SUMMER_TIME_CHANGES = (
    date(2015, 2, 22),
    date(2015, 10, 18),
    date(2016, 2, 21),
    date(2016, 10, 16),
    date(2017, 2, 19),
    date(2017, 10, 15),
    date(2018, 2, 18),
    date(2018, 11, 4),
    date(2019, 2, 17),
)
CALENDARS_A_POLICY = 4
HOUR_SECONDS = 3600
DAY_SECONDS = 86400
_OFFSETS = (UTC, UTC, UTC, *(timezone(timedelta(hours=hours)) for hours in (-3, -2, 9, 5.5)))


def generate_cases(count: int = 2400, seed: int = 20261120) -> list[Json]:
    """Make valid cases; a third of them over the eleven teams, the rest over inline calendars."""
    dice = random.Random(seed)
    inline = _inline_calendars(dice)
    teams = list(TEAMS)
    cases = []
    for number in range(count):
        calendar: object = (
            teams[number // 3 % len(teams)] if number % 3 == 0 else inline[number % len(inline)]
        )
        cases.append(_case(dice, f"g{number:05d}", calendar))
    return cases


def _inline_calendars(dice: random.Random) -> list[Json]:
    local_rules = [rule.value for rule in LocalRule]
    policies = itertools.product((True, False), ("closed", "open"), local_rules)
    return [
        {
            "windows": _week(dice),
            "counts_plantao": counts_plantao,
            "national_holidays": national,
            "local_holidays": local,
        }
        for counts_plantao, national, local in policies
        for _ in range(CALENDARS_A_POLICY)
    ]


def _week(dice: random.Random) -> Json:
    """Make a week whose Wednesday always has at least four hours outside plantão."""
    week: Json = {}
    for weekday in WEEKDAYS:
        chance = 0.35 if weekday in ("sat", "sun") else 0.9
        if dice.random() < chance:
            week[weekday] = _day(dice)
        elif dice.random() < 0.5:
            week[weekday] = []
    week["wed"] = [
        {"start": "06:10", "end": "08:00", "plantao": True},
        {"start": "08:00", "end": "12:31", "plantao": False},
        *dice.choice(([], [{"start": "21:00", "end": "24:00", "plantao": True}])),
    ]
    dice.shuffle(week["wed"])
    return week


def _day(dice: random.Random) -> list[Json]:
    """Make one to four windows, some touching, in any order, on odd minutes, up to 24:00."""
    marks = sorted(dice.sample(range(1, 1440), 2 * dice.randint(1, 4)))
    if dice.random() < 0.15:
        marks[0] = 0
    if dice.random() < 0.25:
        marks[-1] = 1440
    if dice.random() < 0.5:
        marks = [mark // 30 * 30 for mark in marks]
    windows: list[Json] = []
    for start, end in zip(marks[::2], marks[1::2], strict=True):
        if start < end:
            middle = (start + end) // 2
            pieces = [(start, middle), (middle, end)] if dice.random() < 0.4 else [(start, end)]
            windows += [_window(a, b, plantao=dice.random() < 0.3) for a, b in pieces if a < b]
    dice.shuffle(windows)
    return windows


def _window(start: int, end: int, *, plantao: bool) -> Json:
    return {"start": _clock(start), "end": _clock(end), "plantao": plantao}


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _case(dice: random.Random, name: str, calendar: object) -> Json:
    opened = _opening(dice)
    case: Json = {"id": name, "calendar": calendar}
    near = datetime.fromtimestamp(opened, ZONE).date()
    if dice.random() < 0.5:
        case["local_dates"] = _local_dates(dice, near)
    if dice.random() < 0.4:
        case["exceptions"] = _exceptions(dice, near)
    case["opened_at"] = _instant(dice, opened)
    case["target"] = _target(dice, case)
    pauses = dice.choice(_PAUSE_KINDS)(dice, opened)
    if pauses or dice.random() < 0.5:
        case["pauses"] = pauses
    due = _due_second(case)
    if due is not None and dice.random() < 0.15:
        case["pauses"] = [*pauses, *_pauses_about_due(dice, due)]
        due = _due_second(case)
    if dice.random() < 0.88:
        case["now"] = _instant(dice, _now(dice, opened, due))
    return case


def _opening(dice: random.Random) -> int:
    """Pick an opening: near a change of summer time, in 2015-2019, or in 2024-2027."""
    kind = dice.random()
    if kind < 0.4:
        day = dice.choice(SUMMER_TIME_CHANGES) + timedelta(days=dice.choice((-9, -3, -2, -1, 0, 1)))
    elif kind < 0.65:
        day = date(2015, 1, 1) + timedelta(days=dice.randrange(365 * 5))
    else:
        day = date(2024, 1, 1) + timedelta(days=dice.randrange(365 * 4))
    midnight = int(datetime(day.year, day.month, day.day, 12, tzinfo=ZONE).timestamp()) - 43200
    second = dice.choice(
        (
            dice.randrange(DAY_SECONDS),
            dice.randrange(DAY_SECONDS),
            dice.randrange(1440) * 60,
            dice.choice((7, 8, 9, 12, 13.5, 18, 19, 23, 24)) * HOUR_SECONDS,
            dice.randrange(-7200, 7200),
        )
    )
    return midnight + int(second)


def _instant(dice: random.Random, second: int) -> str:
    zone = dice.choice(_OFFSETS)
    return datetime.fromtimestamp(second, zone).isoformat().replace("+00:00", "Z")


def _local_dates(dice: random.Random, near: date) -> list[str]:
    offsets = dice.sample(range(-2, 20), dice.randint(1, 4))
    days = {near + timedelta(days=offset) for offset in offsets}
    nationals = [day for day in _days_after(near, 60) if is_national_holiday(day)]
    if nationals and dice.random() < 0.4:
        days.add(dice.choice(nationals))
    return [day.isoformat() for day in dice.sample(sorted(days), len(days))]


def _days_after(near: date, count: int) -> list[date]:
    return [near + timedelta(days=offset) for offset in range(count)]


def _exceptions(dice: random.Random, near: date) -> list[Json]:
    exceptions: list[Json] = []
    for day in dice.sample(_days_after(near - timedelta(days=1), 25), dice.randint(1, 4)):
        kind = dice.random()
        windows = _day(dice)
        if kind < 0.4:
            windows = [] if kind < 0.3 else [_window(0, 1440, plantao=False)]
        exceptions.append({"date": day.isoformat(), "windows": windows})
    return exceptions


def _target(dice: random.Random, case: Json) -> Json:
    if dice.random() < 0.3 and not _may_be_swallowed(case):
        value = dice.choice((1, 1, 2, 3, 4, 4, 5, 8, 10, 10, 13, 30, 45))
        return {"unit": "business_days", "value": value}
    if dice.random() < 0.1:
        return {"unit": "hours", "value": dice.choice((0.5, 1.25, 2.75, 0.01, 10.1))}
    return {"unit": "hours", "value": dice.choice((1, 2, 4, 6, 8, 10, 10, 17, 20, 30, 40, 61))}


def _may_be_swallowed(case: Json) -> bool:
    """Say whether a window lies in the first hour of a Sunday or of an exception."""
    laid_out = [item["windows"] for item in case.get("exceptions", [])]
    if isinstance(case["calendar"], dict):
        laid_out.append(case["calendar"]["windows"].get("sun", []))
    return any(window["end"] <= "01:00" for windows in laid_out for window in windows)


def _due_second(case: Json) -> int | None:
    due = answer(case)["due_at"]
    return None if due is None else int(datetime.fromisoformat(str(due)).timestamp())


def _now(dice: random.Random, opened: int, due: int | None) -> int:
    around = [
        opened - dice.randrange(1, 10 * DAY_SECONDS),
        opened,
        opened + dice.randrange(1, DAY_SECONDS),
        opened + dice.randrange(1, 30 * DAY_SECONDS),
    ]
    if due is not None:
        around += [due - 1, due, due + 1, due + dice.randrange(20 * DAY_SECONDS)]
    return dice.choice(around)


def _no_pause(_dice: random.Random, _opened: int) -> Pauses:
    return []


def _pause(dice: random.Random, start: int, seconds: int) -> list[str | None]:
    return [_instant(dice, start), _instant(dice, start + seconds)]


def _length(dice: random.Random) -> int:
    longest = dice.choice((600, HOUR_SECONDS, 8 * HOUR_SECONDS, 2 * DAY_SECONDS, 20 * DAY_SECONDS))
    return dice.randrange(1, longest)


def _one_pause(dice: random.Random, opened: int) -> Pauses:
    return [_pause(dice, opened + dice.randrange(5 * DAY_SECONDS), _length(dice))]


def _many_pauses(dice: random.Random, opened: int) -> Pauses:
    return [
        _pause(dice, opened + dice.randrange(-DAY_SECONDS, 14 * DAY_SECONDS), _length(dice))
        for _ in range(dice.randint(2, 8))
    ]


def _touching_pauses(dice: random.Random, opened: int) -> Pauses:
    start, pauses = opened + dice.randrange(DAY_SECONDS), []
    for _ in range(dice.randint(2, 4)):
        length = _length(dice)
        pauses.append(_pause(dice, start, length))
        start += length
    dice.shuffle(pauses)
    return pauses


def _empty_pauses(dice: random.Random, opened: int) -> Pauses:
    moments = [opened, opened + dice.randrange(3 * DAY_SECONDS), opened - 5]
    return [_pause(dice, moment, 0) for moment in moments] + dice.choice(_SIMPLE)(dice, opened)


def _pauses_before_opening(dice: random.Random, opened: int) -> Pauses:
    over = _pause(dice, opened - 7200, dice.randrange(7200))
    reaching = _pause(dice, opened - 7200, 7200 + _length(dice))
    return dice.choice(([over], [reaching], [reaching, over]))


def _pauses_on_whole_days(dice: random.Random, opened: int) -> Pauses:
    """Pause whole weekends, holidays and nights of a change of summer time."""
    near = datetime.fromtimestamp(opened, ZONE).date()
    days = [
        day
        for day in _days_after(near, 30)
        if day.weekday() > 4 or is_national_holiday(day) or day in SUMMER_TIME_CHANGES
    ]
    pauses = []
    for day in dice.sample(days, min(len(days), 3)):
        noon = int(datetime(day.year, day.month, day.day, 12, tzinfo=ZONE).timestamp())
        start = noon - dice.choice((12, 13, 14, 4)) * HOUR_SECONDS
        pauses.append(_pause(dice, start, dice.choice((1, 2, 3, 8, 24, 36)) * HOUR_SECONDS))
    return pauses


def _open_pause(dice: random.Random, opened: int) -> Pauses:
    start = dice.choice((-3600, 0, 1, 5400, dice.randrange(6 * DAY_SECONDS), 60 * DAY_SECONDS))
    still: list[str | None] = [_instant(dice, opened + start), None]
    pauses = [*dice.choice(_SIMPLE)(dice, opened), still]
    dice.shuffle(pauses)
    return pauses


def _two_open_pauses(dice: random.Random, opened: int) -> Pauses:
    return [*_open_pause(dice, opened), *_open_pause(dice, opened)]


def _pauses_about_due(dice: random.Random, due: int) -> Pauses:
    start = due + dice.choice((-1, 0, 0, 0, 1))
    if dice.random() < 0.5:
        return [[_instant(dice, start), None]]
    return [_pause(dice, start, _length(dice))]


PauseMaker = Callable[[random.Random, int], Pauses]
_SIMPLE: tuple[PauseMaker, ...] = (_no_pause, _one_pause, _many_pauses)
_PAUSE_KINDS: tuple[PauseMaker, ...] = (
    *_SIMPLE,
    _touching_pauses,
    _empty_pauses,
    _pauses_before_opening,
    _pauses_on_whole_days,
    _open_pause,
    _two_open_pauses,
)
