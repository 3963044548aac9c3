"""How dates, hours and counts are written, and which signs a font can draw."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures import SheetDay
from reports import words
from reports.calendar_grid import stretched
from reports.styles import FACES, REGULAR
from reports.texts import cut, cut_to_width, printable
from reports.weeks import weeks_of


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (date(2026, 11, 1), date(2026, 11, 30), "novembro de 2026"),
        (date(2028, 2, 1), date(2028, 2, 29), "fevereiro de 2028"),
        (date(2026, 11, 1), date(2026, 11, 29), "01/11/2026 a 29/11/2026"),
        (date(2026, 11, 1), date(2026, 12, 31), "01/11/2026 a 31/12/2026"),
        (date(2026, 11, 21), date(2026, 11, 21), "sábado, 21/11/2026"),
    ],
)
def test_a_whole_month_goes_by_its_name(first: date, last: date, told: str) -> None:
    assert words.period(first, last) == told


def test_an_instant_is_told_in_brasilia_time() -> None:
    assert words.instant(datetime(2027, 1, 1, 2, 59, 59, tzinfo=UTC)) == "31/12/2026 23:59:59"


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "0 h 00"), (59, "0 h 00"), (5400, "1 h 30"), (3_600_000, "1.000 h 00")],
)
def test_hours_are_told_with_minutes(seconds: int, told: str) -> None:
    assert words.hours(seconds).replace("\u00a0", " ") == told


@pytest.mark.parametrize(("count", "told"), [(0, "0 dias"), (1, "1 dia"), (1234, "1.234 dias")])
def test_one_is_told_in_the_singular(count: int, told: str) -> None:
    assert words.counted(count, "dia", "dias") == told


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(1, 60))
def test_weeks_hold_each_day_once_below_its_weekday(first: date, length: int) -> None:
    days = [SheetDay(date.fromordinal(first.toordinal() + place)) for place in range(length)]
    weeks = weeks_of(reversed(days))
    assert [day for week in weeks for day in week if day] == days
    for week in weeks:
        assert [day.date.weekday() for day in week if day] == [
            place for place, day in enumerate(week) if day
        ]


@given(st.lists(st.floats(10, 300), min_size=1, max_size=8), st.floats(50, 600))
def test_rows_fill_the_room_and_never_cut_what_is_in_them(
    natural: list[float], room: float
) -> None:
    heights = stretched(natural, room)
    assert all(height >= least for height, least in zip(heights, natural, strict=True))
    if sum(natural) <= room:
        assert sum(heights) == pytest.approx(room)
    else:
        assert heights == natural


@given(st.text())
def test_every_text_is_brought_into_signs_that_the_font_has(text: str) -> None:
    known = FACES[REGULAR].face.charToGlyph
    assert all(ord(sign) in known for sign in printable(text))


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Conceic\u0327a\u0303o", "Conceição"),
        ("Ő", "O"),
        ("Ana \U0001f642", "Ana ?"),
        (" a\n\tb ", "a b"),
        ("12\u00a0h", "12\u00a0h"),
    ],
)
def test_a_sign_that_the_font_lacks_loses_its_accent_or_is_asked_about(
    text: str, drawn: str
) -> None:
    assert printable(text) == drawn


@given(st.text(max_size=40), st.integers(1, 30))
def test_a_cut_text_is_never_longer_than_agreed(text: str, most: int) -> None:
    shown = cut(text, most)
    assert len(shown) <= most
    assert shown == text if len(text) <= most else shown.endswith("…")


def test_a_text_that_fits_is_not_cut() -> None:
    assert cut_to_width("Suporte Técnico", REGULAR, 10, 200) == "Suporte Técnico"
    assert cut_to_width("Suporte Técnico", REGULAR, 10, 60).endswith("…")
    assert cut_to_width("Suporte Técnico", REGULAR, 10, 1) == "…"
