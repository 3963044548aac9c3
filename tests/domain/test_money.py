"""Money and rates: exact, and written as the country writes them (CON-5, rulebook §9)."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput
from app.domain.money import MinuteRate, Money, read_rate, total


def test_amounts_add_and_are_written_for_people_and_for_files() -> None:
    amounts = [Money(123_456_789), Money(-50), Money(5)]
    assert total(amounts) == Money(123_456_744)
    assert total([]) == Money()
    assert (total(amounts)).text == "1234567.44"
    assert total(amounts).in_reais == "R$\u00a01.234.567,44"
    assert (-Money(5)).text == "-0.05"
    assert (Money(5) - Money(10)).in_reais == "-R$\u00a00,05"


@pytest.mark.parametrize(
    ("typed", "units"),
    [
        ("3,50", 35_000),
        ("R$ 3,5", 35_000),
        ("3.5", 35_000),
        ("1.234,0001", 12_340_001),
        ("4", 40_000),
    ],
)
def test_a_rate_is_read_as_people_write_it(typed: str, units: int) -> None:
    assert read_rate(typed).units == units


@pytest.mark.parametrize("typed", ["", "0", "0,00", "3,50001", "-1", "três", "1,2,3", "12.34.5"])
def test_a_rate_that_is_none_is_refused_with_its_rule(typed: str) -> None:
    with pytest.raises(InvalidInput, match="CON-5"):
        read_rate(typed)


def test_a_rate_is_written_with_four_decimals() -> None:
    assert (MinuteRate(35_000)).text == "3.5000"
    assert MinuteRate(12_340_001).in_reais == "R$\u00a01.234,0001"


@given(st.integers(0, 100_000), st.integers(1, 10_000_000))
def test_minutes_times_rate_is_the_decimal_product_rounded_half_up_once(
    minutes: int, units: int
) -> None:
    exact = Decimal(minutes) * Decimal(units) / 10_000
    cents = (exact * 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert MinuteRate(units).of(minutes) == Money(int(cents))
