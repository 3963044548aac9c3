"""Calendars as people write them, and what is refused in them (CAL-1)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import InvalidInput
from app.domain.team_calendar import (
    ListedHolidays,
    Weekday,
    Window,
    format_minute,
    parse_minute,
    refuse_without_windows,
    revision_of,
)
from app.domain.teams import Site, Team
from tests.domain.builders import a_calendar, a_holiday, a_version, an_exception, every, windows


@pytest.mark.parametrize("text", ["00:00", "07:30", "12:05", "23:59", "24:00"])
def test_a_time_of_the_day_is_read_and_written_alike(text: str) -> None:
    assert format_minute(parse_minute(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "24:01",
        "12:60",
        "7:30",
        "0730",
        "07:3",
        "ab:cd",
        "",
        "-1:00",
        "²³:00",
        "07:30:00",
        None,
        730,
    ],
)
def test_a_time_that_is_none_is_refused(text: object) -> None:
    with pytest.raises(InvalidInput, match="horário inválido"):
        parse_minute(text)  # type: ignore[arg-type]


@pytest.mark.parametrize(("start", "end"), [(600, 600), (600, 540), (-1, 60), (1400, 1441)])
def test_a_window_that_runs_backwards_or_leaves_its_day_is_refused(start: int, end: int) -> None:
    with pytest.raises(InvalidInput, match="CAL-1: a janela"):
        Window(start, end)


def test_windows_that_touch_are_no_overlap() -> None:
    calendar = a_calendar(every([Weekday.MON], "12:00-13:30p", "08:00-12:00"))
    assert calendar.versions[0].week[Weekday.MON] == windows("08:00-12:00", "12:00-13:30p")


def test_a_day_that_is_not_named_is_closed() -> None:
    week = a_calendar(every([Weekday.MON], "08:00-12:00")).versions[0].week
    assert [bool(day) for day in week] == [True, False, False, False, False, False, False]


def test_an_exception_with_overlapping_windows_is_refused() -> None:
    with pytest.raises(InvalidInput, match="se sobrepõem"):
        an_exception("2026-02-18", "13:00-18:00", "12:00-13:01")


def test_two_exceptions_for_a_date_are_refused() -> None:
    with pytest.raises(InvalidInput, match="CAL-3: duas exceções para 18/02/2026"):
        a_calendar(exceptions=[an_exception("2026-02-18"), an_exception("2026-02-18")])


def test_a_calendar_without_version_is_refused() -> None:
    with pytest.raises(InvalidInput, match="ao menos uma versão"):
        revision_of("vazio", [])


def test_two_versions_from_one_date_are_refused() -> None:
    with pytest.raises(InvalidInput, match="duas versões começam em 01/01/2000"):
        revision_of("duplo", [a_version(), a_version()])


VERSIONS = [
    a_version(every([Weekday.TUE], "08:00-12:00"), first_valid="2026-03-10"),
    a_version(every([Weekday.MON], "08:00-12:00"), first_valid="2020-01-01"),
    a_version(every([Weekday.WED], "08:00-12:00"), first_valid="2026-05-01"),
]


@pytest.mark.parametrize(
    ("day", "open_on"),
    [
        ("1999-01-01", Weekday.MON),
        ("2026-03-09", Weekday.MON),
        ("2026-03-10", Weekday.TUE),
        ("2026-04-30", Weekday.TUE),
        ("2026-05-01", Weekday.WED),
        ("2030-01-01", Weekday.WED),
    ],
)
def test_a_version_is_in_force_from_its_first_valid_date(day: str, open_on: Weekday) -> None:
    version = revision_of("três", VERSIONS).version_on(date.fromisoformat(day))
    assert [weekday for weekday in Weekday if version.week[weekday]] == [open_on]


def test_a_version_without_windows_is_refused_even_among_others() -> None:
    with pytest.raises(InvalidInput, match="a partir de 01/06/2026"):
        refuse_without_windows(
            revision_of("meio", [*VERSIONS, a_version({}, first_valid="2026-06-01")])
        )


def test_holidays_of_one_date_keep_their_order() -> None:
    first, second = a_holiday("2026-01-25", "Um"), a_holiday("2026-01-25", "Dois")
    table = ListedHolidays([first, a_holiday("2026-01-01"), second])
    assert table.of_year(2026)[date(2026, 1, 25)] == (first, second)
    assert table.of_year(2027) == {}


def test_a_team_keeps_the_calendar_and_site_it_was_given() -> None:
    team = Team("suporte-tecnico", "Suporte Técnico", a_calendar(), Site("SP", "São Paulo"))
    assert (team.site.state, team.site.city, team.calendar.key) == ("SP", "São Paulo", "teste")
    assert Team("bpo", "BPO", a_calendar()).site == Site(None, None)
