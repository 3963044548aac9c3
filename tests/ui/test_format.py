from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import format as fmt


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 h 00"),
        (59, "0 h 00"),
        (60, "0 h 01"),
        (4320, "1 h 12"),
        (72_000, "20 h 00"),
        (360_000, "100 h 00"),
        (36_000_000, "10.000 h 00"),
        (-1, "-0 h 01"),
        (-60, "-0 h 01"),
        (-61, "-0 h 02"),
        (-300, "-0 h 05"),
        (-4320, "-1 h 12"),
    ],
)
def test_working_time_is_hours_and_minutes(seconds: int, text: str) -> None:
    assert fmt.working_time(seconds) == text


@given(st.integers(-(10**8), 10**8))
def test_working_time_never_uses_a_unit_above_the_hour_a15(seconds: int) -> None:
    assert "d" not in fmt.working_time(seconds)
    assert "dia" not in fmt.working_hours(seconds)


@given(st.integers(-(10**8), -1))
def test_what_is_overdue_always_shows_a_minus_sign_and_some_minutes(seconds: int) -> None:
    text = fmt.working_time(seconds)
    assert text.startswith("-")
    assert text != "-0 h 00"


def test_twenty_working_hours_read_alike_on_every_calendar_a15() -> None:
    assert fmt.working_hours(72_000) == "20 h úteis"
    assert fmt.working_hours(73_800) == "20 h 30 úteis"


def test_an_instant_reads_in_brasilia_time() -> None:
    assert fmt.moment(datetime(2026, 11, 20, 17, 0, tzinfo=UTC)) == "sex 20/11 14:00"


def test_an_instant_in_another_year_names_the_year() -> None:
    now = datetime(2027, 1, 2, tzinfo=UTC)
    assert fmt.moment(datetime(2026, 11, 20, 17, 0, tzinfo=UTC), now) == "sex 20/11/2026 14:00"
    assert fmt.moment(datetime(2027, 11, 19, 17, 0, tzinfo=UTC), now) == "sex 19/11 14:00"


def test_the_year_that_counts_is_that_of_brasilia() -> None:
    still_2026 = datetime(2027, 1, 1, 2, 0, tzinfo=UTC)
    assert fmt.moment(still_2026, datetime(2027, 6, 1, tzinfo=UTC)) == "qui 31/12/2026 23:00"


def test_summer_time_of_the_past_is_kept() -> None:
    assert fmt.full_moment(datetime(2018, 12, 3, 12, 0, 5, tzinfo=UTC)) == "03/12/2018 10:00:05"


@pytest.mark.parametrize(
    ("when", "text"),
    [(date(2026, 3, 2), "seg 02/03"), (date(2026, 3, 7), "sáb 07/03")],
)
def test_a_day_carries_its_weekday(when: date, text: str) -> None:
    assert fmt.day(when) == text


def test_a_month_is_named() -> None:
    assert fmt.month(date(2026, 11, 20)) == "nov 2026"


def test_the_time_of_day_is_brasilias() -> None:
    assert fmt.clock_time(datetime(2026, 11, 20, 17, 32, tzinfo=UTC)) == "14:32"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (4580, "4.580"), (-1_000_000, "-1.000.000")]
)
def test_whole_numbers_are_grouped_by_points(number: int, text: str) -> None:
    assert fmt.count(number) == text


@pytest.mark.parametrize(
    ("number", "places", "text"),
    [("1234.5", 2, "1.234,50"), ("0.125", 2, "0,13"), ("2.5", 0, "3"), ("-0.005", 2, "-0,01")],
)
def test_decimals_are_rounded_half_up_before_they_are_written(
    number: str, places: int, text: str
) -> None:
    assert fmt.decimal(Decimal(number), places) == text


def test_a_share_of_nothing_is_a_dash() -> None:
    assert fmt.percent(0, 0) == "–"
    assert fmt.percent(7, 8) == "87,5\u00a0%"


def test_a_running_time_counts_seconds() -> None:
    assert fmt.clock_span(2530) == "00:42:10"
    assert fmt.clock_span(-5) == "00:00:00"
