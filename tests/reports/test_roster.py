"""The duty roster on paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.figures import PersonHours, RosterAbsence, RosterDay, RosterFigures, RosterPost
from reports.roster import roster_pdf
from tests.reports.builders import (
    HOLES,
    ISSUED,
    LONG_NAME,
    MANY,
    NAMED,
    PEOPLE,
    PLANTAO,
    a_roster,
)
from tests.reports.reading import Reader

WEEK = (date(2026, 11, 9), date(2026, 11, 15))


def _text(reader: Reader, figures: RosterFigures) -> str:
    return reader.text(roster_pdf(figures, ISSUED))


def _one_day(*posts: RosterPost, day: date = date(2026, 11, 10)) -> RosterFigures:
    return RosterFigures("PRIME", day, day, (RosterDay(day, (), posts),))


def test_every_name_window_and_holiday_is_told(reader: Reader) -> None:
    text = _text(reader, a_roster())
    named = [name for names in NAMED.values() for name in names]
    for told in (*PEOPLE, *PLANTAO, *named, "seg 02/11", "dom 29/11", "novembro de 2026"):
        assert told in text


def test_each_post_names_who_is_on_duty(reader: Reader) -> None:
    figures = a_roster(*WEEK)
    text = _text(reader, figures)
    grid, _title, hours = text.partition("Horas de plantão por pessoa")
    held = [name for day in figures.days for post in day.posts for name in post.names]
    for name in PEOPLE:
        assert grid.count(name) == held.count(name)
        assert name in hours


def test_each_hole_is_said_in_words_and_they_are_counted(reader: Reader) -> None:
    text = _text(reader, a_roster())
    assert "2 plantões vagos" in text
    assert text.count("VAGO") == len(HOLES) + 1  # the legend says what the word means
    assert "VAGO: ninguém de plantão" in text


def test_a_roster_without_holes_says_so(reader: Reader) -> None:
    text = _text(reader, a_roster(*WEEK))
    assert "nenhum plantão vago" in text
    assert "VAGO" not in text


def test_who_came_by_a_swap_bears_an_asterisk_that_is_explained(reader: Reader) -> None:
    text = _text(reader, a_roster(*WEEK))
    assert text.count("Ana Exemplo*") == 1
    assert "*: veio por troca" in text


def test_without_a_swap_no_asterisk_is_explained(reader: Reader) -> None:
    text = _text(reader, a_roster(date(2026, 11, 16), date(2026, 11, 22)))
    assert "*" not in text


def test_hours_are_told_per_person_and_in_sum(reader: Reader) -> None:
    text = _text(reader, a_roster())
    assert "Horas de plantão por pessoa · total 71 h 00" in text
    assert "Ana Exemplo 17 h 00 Bruno Modelo 17 h 30" in text


def test_absences_are_told_with_their_days_and_reasons(reader: Reader) -> None:
    one_day = RosterAbsence(PEOPLE[3], date(2026, 11, 17), date(2026, 11, 17), "consulta médica")
    figures = a_roster()
    text = _text(reader, replace(figures, absences=(*figures.absences, one_day)))
    assert "Bruno Modelo 30/11/2026 a 11/12/2026 férias" in text
    assert "Davi Ilustração 17/11/2026 consulta médica" in text


def test_double_duties_are_told(reader: Reader) -> None:
    assert "qui 12/11 18:00-19:00: Carla Amostra, também em PRIME" in _text(reader, a_roster())


def test_what_there_is_none_of_is_told_too(reader: Reader) -> None:
    text = _text(reader, _one_day())
    assert "sem plantão nesta semana" in text
    assert "Ninguém está de plantão no período." in text
    assert "Ausências Nenhuma no período." in text
    assert "ao mesmo tempo Nenhuma no período." in text


def test_forty_people_at_one_post_are_all_named(reader: Reader) -> None:
    figures = _one_day(RosterPost("07:00-08:00", MANY, MANY[:1]), RosterPost("18:00-19:00"))
    people = tuple(PersonHours(name, 3600) for name in MANY)
    pages = reader.pages(roster_pdf(replace(figures, hours=people), ISSUED))
    for name in MANY:
        assert " ".join(pages).count(name) == 2
    assert "Pessoa Inventada 00*" in pages[0]


def test_a_post_that_outgrows_a_page_goes_on_below_the_same_dates(reader: Reader) -> None:
    crowd = tuple(f"Pessoa Inventada {number:03d}" for number in range(300))
    pages = reader.pages(roster_pdf(_one_day(RosterPost("07:00-08:00", crowd)), ISSUED))
    assert len(pages) > 2
    assert all("ter 10/11" in page for page in pages if "Inventada" in page)
    assert all(name in " ".join(pages) for name in crowd)


def test_a_long_name_wraps_and_a_longer_one_ends_in_an_ellipsis(reader: Reader) -> None:
    posts = (RosterPost("07:00-08:00", (LONG_NAME[:70],)), RosterPost("18:00-19:00", ("W" * 300,)))
    text = _text(reader, _one_day(*posts))
    assert LONG_NAME[:70] in text
    assert "…" in text


@pytest.mark.parametrize("name", ["<b>Ana</b> & Filhos", "Zoë O'Exemplo", "Łucja Müller-Sá"])
def test_a_name_stands_as_it_is_written(reader: Reader, name: str) -> None:
    text = _text(reader, _one_day(RosterPost("07:00-08:00", (name,))))
    # The library takes the signs of markup for words of their own.
    assert name.replace(" ", "") in text.replace(" ", "")


def test_a_day_on_which_the_clock_changes_says_how_long_it_is(reader: Reader) -> None:
    long_day = _one_day(RosterPost("18:00-24:00", PEOPLE), day=date(2018, 2, 17))
    assert "dia de 25 horas: o relógio foi atrasado" in _text(reader, long_day)
    short_day = _one_day(day=date(2018, 11, 4))
    assert "dia de 23 horas: o relógio foi adiantado" in _text(reader, short_day)


def test_a_week_is_not_torn_apart_by_the_end_of_a_page(reader: Reader) -> None:
    year = replace(a_roster(date(2026, 1, 1), date(2026, 12, 31)), double_duties=())
    pages = reader.pages(roster_pdf(year, ISSUED))
    assert len(pages) > 5
    for page in pages:
        assert len({page.count(window) for window in PLANTAO}) == 1
