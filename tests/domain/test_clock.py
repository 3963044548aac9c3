"""Instants: read, written, and turned from wall time into UTC (CAL-6)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from app.domain.clock import (
    FixedClock,
    SystemClock,
    format_instant,
    from_epoch,
    local_date,
    parse_instant,
    to_brasilia,
    to_epoch,
    wall_to_instant,
)
from app.domain.errors import InvalidInput
from tests.domain.strategies import instants


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20T17:00:00Z",
        "2026-11-20t17:00:00z",
        "2026-11-20 14:00:00-03:00",
        "2026-11-20T14:00-0300",
        "2026-11-21T02:00:00+09:00",
    ],
)
def test_an_instant_is_read_with_its_offset(text: str) -> None:
    assert format_instant(parse_instant(text)) == "2026-11-20T17:00:00Z"


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20T17:00:00",
        "2026-11-20",
        "20/11/2026 17:00Z",
        "2026-11-20T17Z",
        "",
        "2026-11-20T17:00:00Z ",
        "2026-11-20T17:00:00 America/Sao_Paulo",
        None,
        1763658000,
    ],
)
def test_an_instant_without_offset_or_form_is_refused(text: object) -> None:
    with pytest.raises(InvalidInput, match="ISO 8601 com deslocamento"):
        parse_instant(text)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["2026-11-20T17:00:00.5Z", "2026-11-20T17:00:00,000-03:00"])
def test_a_fraction_of_a_second_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="fração de segundo"):
        parse_instant(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-11-20T25:00:00Z",
        "2026-11-20T12:00:60Z",
        "9999-12-31T23:59:59-03:00",
        "0001-01-01T00:00:00+03:00",
    ],
)
def test_an_instant_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="não existe no calendário"):
        parse_instant(text)


def test_no_instant_is_written_as_none() -> None:
    assert format_instant(None) is None


def test_an_instant_needs_its_offset_to_become_seconds() -> None:
    with pytest.raises(InvalidInput, match="não diz o fuso"):
        to_epoch(datetime(2026, 3, 2, 9))  # noqa: DTZ001  # the very mistake


@given(instants())
def test_seconds_and_instants_are_inverse(epoch: int) -> None:
    assert to_epoch(from_epoch(epoch)) == epoch
    assert to_epoch(to_brasilia(from_epoch(epoch)).replace(microsecond=999_999)) == epoch


@given(instants())
def test_wall_time_and_instants_are_inverse(epoch: int) -> None:
    local = to_brasilia(from_epoch(epoch))
    assert to_epoch(wall_to_instant(local.replace(tzinfo=None))) == epoch


def naive(text: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(fold=fold)


@pytest.mark.parametrize("text", ["2018-11-04 00:00:00", "2018-11-04 00:30", "2018-11-04 00:59:59"])
def test_a_wall_time_in_a_skipped_hour_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"CAL-6: 04/11/2018 .* não existiu"):
        wall_to_instant(naive(text))


@pytest.mark.parametrize(
    ("text", "utc"),
    [("2018-11-03 23:59:59", "2018-11-04T02:59:59Z"), ("2018-11-04 01:00", "2018-11-04T03:00:00Z")],
)
def test_the_skipped_hour_ends_where_it_began(text: str, utc: str) -> None:
    assert format_instant(wall_to_instant(naive(text))) == utc


def test_a_repeated_hour_is_its_first_pass_unless_told() -> None:
    assert format_instant(wall_to_instant(naive("2019-02-16 23:30"))) == "2019-02-17T01:30:00Z"
    second = wall_to_instant(naive("2019-02-16 23:30", fold=1))
    assert format_instant(second) == "2019-02-17T02:30:00Z"


def test_wall_time_of_another_zone_follows_its_own_clocks() -> None:
    lisbon = ZoneInfo("Europe/Lisbon")
    with pytest.raises(InvalidInput, match="Europe/Lisbon"):
        wall_to_instant(naive("2026-03-29 01:30"), lisbon)
    assert format_instant(wall_to_instant(naive("2026-07-01 12:00"), lisbon)) == (
        "2026-07-01T11:00:00Z"
    )


def test_a_wall_time_past_the_last_year_is_refused() -> None:
    with pytest.raises(InvalidInput, match="limite do calendário"):
        wall_to_instant(naive("9999-12-31 23:00"))


def test_the_date_is_that_of_brasilia() -> None:
    assert f"{local_date(parse_instant('2026-03-07T01:30:00Z'))}" == "2026-03-06"


def test_the_clock_of_the_machine_tells_whole_seconds_of_utc() -> None:
    before = to_epoch(datetime.fromtimestamp(0, UTC))
    now = SystemClock().now()
    assert now.tzinfo is UTC
    assert now.microsecond == 0
    assert to_epoch(now) > before


def test_a_fixed_clock_stands_until_it_is_moved() -> None:
    brasilia = timezone(timedelta(hours=-3))
    clock = FixedClock(datetime(2026, 3, 2, 9, tzinfo=brasilia))
    assert (clock.now(), clock.now().tzinfo) == (datetime(2026, 3, 2, 12, tzinfo=UTC), UTC)
    clock.move_to(datetime(2026, 3, 2, 10, tzinfo=brasilia))
    assert clock.now() == datetime(2026, 3, 2, 13, tzinfo=UTC)
