"""Local days as stretches of UTC through the clock changes of Brasília (CAL-6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.brasilia_days import (
    date_of,
    day_number,
    day_span,
    parts_of,
    parts_of_year,
)
from app.domain.clock import from_epoch, to_brasilia
from tests.domain.builders import HOUR, at

DAYS = st.dates(date(1900, 1, 2), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "length", "parts"),
    [
        ("2018-11-04", 23, 1),
        ("2019-02-16", 25, 2),
        ("2019-02-17", 24, 1),
        ("2026-03-02", 24, 1),
        ("2018-11-03", 24, 1),
    ],
)
def test_a_day_is_as_long_as_its_clocks_made_it(day: str, length: int, parts: int) -> None:
    start, end = day_span(date.fromisoformat(day))
    assert (end - start, len(parts_of(date.fromisoformat(day)))) == (length * HOUR, parts)


@given(DAYS)
def test_days_follow_each_other_without_gap(day: date) -> None:
    assert day_span(day)[0] == day_span(day - timedelta(days=1))[1]


@given(DAYS, st.floats(0, 1, exclude_max=True))
def test_every_second_of_a_part_shows_its_wall_time(day: date, share: float) -> None:
    for part in parts_of(day):
        instant = part.start + int((part.end - part.start) * share)
        local = to_brasilia(from_epoch(instant))
        shown = local.hour * HOUR + local.minute * 60 + local.second
        assert local.date() == day
        assert instant - part.midnight == shown


@given(DAYS)
def test_dates_and_their_numbers_are_inverse(day: date) -> None:
    assert date_of(day_number(day)) == day


@pytest.mark.parametrize("year", [1900, 1931, 1963, 2000, 2018, 2019, 2024, 2200])
def test_a_year_holds_each_of_its_days(year: int) -> None:
    days = parts_of_year(year)
    assert len(days) == (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert days[0][0].start == day_span(date(year, 1, 1))[0]
    assert all(parts for parts in days)


def test_a_year_begins_at_midnight_of_brasilia() -> None:
    assert day_span(date(2026, 1, 1))[0] == at("2026-01-01 00:00")
