"""The yearly adjustment by the IGP-M (CON-5, G12)."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.igpm import (
    Method,
    NegativePolicy,
    accumulated,
    adjusted,
    months_before,
    next_anniversary,
    published,
    read_month,
    read_percent,
    refuse_adjustment,
)
from app.domain.money import MinuteRate
from resources.locate import resource

RATE = MinuteRate(35_000)


@pytest.fixture(scope="module")
def index() -> dict[date, Decimal]:
    with Path(str(resource("catalog", "igpm.csv"))).open(encoding="utf-8") as table:
        return {read_month(row["month"]): Decimal(row["percent"]) for row in csv.DictReader(table)}


def test_the_twelve_months_lie_before_the_anniversary_month() -> None:
    months = months_before(date(2025, 1, 15))
    assert (months[0], months[-1], len(months)) == (date(2024, 1, 1), date(2024, 12, 1), 12)


def test_2024_raised_and_2025_lowered_prices(index: dict[date, Decimal]) -> None:
    up = accumulated(index, date(2025, 1, 1))
    assert up.rounded == Decimal("6.54")
    assert up.method is Method.PRODUCT
    assert adjusted(RATE, date(2025, 1, 1), up, NegativePolicy.KEEP_RATE).after == MinuteRate(
        37_288
    )
    down = accumulated(index, date(2026, 1, 1))
    assert down.rounded == Decimal("-1.04")  # published: -1.05, from the index numbers
    kept = adjusted(RATE, date(2026, 1, 1), down, NegativePolicy.KEEP_RATE)
    assert (kept.after, kept.is_kept) == (RATE, True)
    applied = adjusted(RATE, date(2026, 1, 1), down, NegativePolicy.APPLY)
    assert (applied.after, applied.is_kept) == (MinuteRate(34_635), False)


def test_a_month_that_is_not_known_is_named(index: dict[date, Decimal]) -> None:
    with pytest.raises(RuleRefusal, match=r"CON-5.*07/2026, 08/2026"):
        accumulated(index, date(2026, 9, 10))
    typed = published(index, date(2026, 9, 10), Decimal("2.15"))
    assert (len(typed.months), typed.method, typed.rounded) == (
        10,
        Method.PUBLISHED,
        Decimal("2.15"),
    )


@pytest.mark.parametrize(
    ("base", "today", "done", "due"),
    [
        ("2024-03-10", "2024-09-01", [], "2025-03-10"),
        ("2024-03-10", "2025-03-10", [], "2025-03-10"),
        ("2024-03-10", "2026-03-09", [], "2025-03-10"),
        ("2024-03-10", "2026-03-10", ["2025-03-10"], "2026-03-10"),
        ("2024-03-10", "2025-09-01", ["2025-03-10"], "2026-03-10"),
        ("2024-03-10", "2026-03-10", ["2025-06-01"], "2027-03-10"),
        ("2024-02-29", "2025-03-01", [], "2025-02-28"),
    ],
)
def test_the_next_anniversary_is_one_that_was_not_used(
    base: str, today: str, done: list[str], due: str
) -> None:
    read = date.fromisoformat
    assert next_anniversary(read(base), read(today), list(map(read, done))) == read(due)


def test_never_early_and_never_twice_within_twelve_months() -> None:
    today = date(2026, 3, 10)
    refuse_adjustment(date(2026, 3, 10), today, [date(2025, 3, 10)])
    with pytest.raises(RuleRefusal, match=r"CON-5.*11/03/2026"):
        refuse_adjustment(date(2026, 3, 11), today, [])
    with pytest.raises(RuleRefusal, match=r"CON-5.*12 meses"):
        refuse_adjustment(date(2026, 3, 10), today, [date(2025, 3, 11)])


@pytest.mark.parametrize(
    ("typed", "value"), [("0,52", "0.52"), ("-0,94 %", "-0.94"), ("−1.2", "-1.2"), ("+3", "3")]
)
def test_a_variation_is_read_as_people_write_it(typed: str, value: str) -> None:
    assert read_percent(typed) == Decimal(value)


@pytest.mark.parametrize("typed", ["", "-", "x", "1,23456", "1234", "1,2x", "--1,", "²"])
def test_a_variation_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput, match="CON-5"):
        read_percent(typed)


@pytest.mark.parametrize("typed", ["2024-03", " 03/2024 ", "3/2024"])
def test_a_month_is_read_as_people_write_it(typed: str) -> None:
    assert read_month(typed) == date(2024, 3, 1)


@pytest.mark.parametrize("typed", ["", "2024", "2024-13", "13/2024", "24-03", "março"])
def test_a_month_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput, match="CON-5"):
        read_month(typed)
