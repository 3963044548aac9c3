"""A date after every rule of its calendar (CAL-1 … CAL-5)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.day_layout import DayLayout, layout_of, spans_of
from app.domain.team_calendar import (
    DaySource,
    Holiday,
    LocalRule,
    NationalRule,
    Weekday,
    Window,
)
from app.domain.working_time import WorkingTime
from tests.domain.builders import (
    HOUR,
    SUPPORT_WEEK,
    WHOLE_WEEK,
    a_calendar,
    a_holiday,
    an_exception,
    at,
    every,
    windows,
)

MONDAY = "2026-03-02"
NORMAL = windows("08:00-12:00", "13:30-18:00")
PLANTAO = windows("07:00-08:00p", "12:00-13:30p", "18:00-19:00p")
EVERY = tuple(sorted([*NORMAL, *PLANTAO]))
ALL_DUTY = tuple(Window(window.start, window.end, plantao=True) for window in EVERY)


def laid_out(
    *holidays: Holiday,
    national: NationalRule = NationalRule.CLOSED,
    local: LocalRule = LocalRule.OPEN,
    day: str = MONDAY,
) -> DayLayout:
    calendar = a_calendar(SUPPORT_WEEK, holidays=holidays, national=national, local=local)
    return layout_of(calendar, date.fromisoformat(day))


STATE = a_holiday(MONDAY, "Do estado", DaySource.STATE)
CITY = a_holiday(MONDAY, "Da cidade", DaySource.MUNICIPAL)
NATION = a_holiday(MONDAY, "Da nação", DaySource.NATIONAL)
OPTIONAL = a_holiday(MONDAY, "Facultativo", DaySource.OPTIONAL)


@pytest.mark.parametrize("holiday", [STATE, CITY])
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (LocalRule.OPEN, EVERY),
        (LocalRule.PLANTAO_ONLY, PLANTAO),
        (LocalRule.PLANTAO_ALL_DAY, ALL_DUTY),
        (LocalRule.CLOSED, ()),
    ],
)
def test_cal_4_a_local_holiday_follows_the_teams_rule(
    holiday: Holiday, rule: LocalRule, expected: tuple[Window, ...]
) -> None:
    layout = laid_out(holiday, local=rule)
    assert layout.windows == expected
    assert layout.reasons == (holiday,)
    assert layout.decided_by == (None if rule is LocalRule.OPEN else holiday)
    assert layout.is_business_day is bool(expected)


def test_cal_4_national_wins_over_local_where_national_days_are_closed() -> None:
    layout = laid_out(CITY, NATION, local=LocalRule.PLANTAO_ONLY)
    assert (layout.windows, layout.decided_by) == ((), NATION)
    assert layout.reasons == (CITY, NATION)


def test_cal_4_the_local_rule_applies_where_national_days_are_open() -> None:
    layout = laid_out(NATION, CITY, national=NationalRule.OPEN, local=LocalRule.PLANTAO_ONLY)
    assert (layout.windows, layout.decided_by) == (PLANTAO, CITY)


def test_cal_4_plantao_only_means_closed_for_a_team_without_plantao() -> None:
    calendar = a_calendar(
        every(WHOLE_WEEK, "08:00-18:00"), holidays=[CITY], local=LocalRule.PLANTAO_ONLY
    )
    assert not layout_of(calendar, date.fromisoformat(MONDAY)).is_business_day


def test_cal_3_an_optional_day_is_an_ordinary_working_day() -> None:
    layout = laid_out(OPTIONAL, local=LocalRule.CLOSED)
    assert (layout.windows, layout.decided_by, layout.reasons) == (EVERY, None, (OPTIONAL,))


@pytest.mark.parametrize("texts", [(), ("13:00-18:00",)])
def test_cal_3_own_windows_replace_every_other_rule(texts: tuple[str, ...]) -> None:
    own = an_exception(MONDAY, *texts)
    calendar = a_calendar(SUPPORT_WEEK, holidays=[NATION, CITY], exceptions=[own])
    layout = layout_of(calendar, own.date)
    assert layout.windows == windows(*texts)
    assert layout.decided_by is not None
    assert (layout.decided_by.source, layout.decided_by.name) == (DaySource.OWN, own.name)
    assert layout.reasons == (NATION, CITY, layout.decided_by)


def test_a_holiday_on_a_day_that_is_closed_every_week_takes_nothing_out() -> None:
    sunday = a_holiday("2026-11-15", "Proclamação da República")
    layout = laid_out(sunday, day="2026-11-15")
    assert (layout.windows, layout.decided_by, layout.reasons) == ((), None, (sunday,))


def test_cal_2_plantao_counts_unless_the_team_says_otherwise() -> None:
    day = date.fromisoformat(MONDAY)
    counted = layout_of(a_calendar(SUPPORT_WEEK), day)
    uncounted = layout_of(a_calendar(SUPPORT_WEEK, counts_plantao=False), day)
    assert counted.counted == EVERY
    assert uncounted.counted == NORMAL
    assert uncounted.windows == EVERY


def test_cal_5_a_day_of_plantao_alone_is_a_business_day_only_where_plantao_counts() -> None:
    day = date.fromisoformat(MONDAY)
    week = every([Weekday.MON], "08:00-12:00p")
    assert layout_of(a_calendar(week), day).is_business_day
    assert not layout_of(a_calendar(week, counts_plantao=False), day).is_business_day


SKIPPED_HOUR = every([Weekday.SUN], "00:00-01:00") | every([Weekday.WED], "08:00-12:00")


def test_cal_6_a_day_whose_only_window_was_skipped_is_no_business_day() -> None:
    calendar = a_calendar(SKIPPED_HOUR)
    assert not layout_of(calendar, date(2018, 11, 4)).is_business_day
    assert layout_of(calendar, date(2018, 11, 11)).is_business_day
    closing = WorkingTime(calendar).closing_of_business_day(at("2018-11-03 12:00"), 1)
    assert closing == at("2018-11-07 12:00")


@pytest.mark.parametrize(
    ("day", "text", "seconds"),
    [
        ("2018-11-04", "00:00-24:00", 23 * HOUR),
        ("2018-11-04", "00:30-02:00", HOUR),
        ("2019-02-16", "00:00-24:00", 25 * HOUR),
        ("2019-02-16", "22:30-23:30", HOUR + HOUR // 2),
        ("2019-02-17", "00:00-24:00", 24 * HOUR),
    ],
)
def test_cal_6_a_window_lasts_as_long_as_its_clocks_showed_it(
    day: str, text: str, seconds: int
) -> None:
    (window,) = windows(text)
    spans = spans_of(date.fromisoformat(day), window)
    assert sum(end - start for start, end in spans) == seconds
