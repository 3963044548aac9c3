"""A team's calendar on paper: the grid of a month, the list of a week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.domain.figures import CalendarFigures, SheetDay, SheetWindow
from reports.calendar_sheet import calendar_pdf
from tests.reports.builders import (
    ISSUED,
    LONG_NAME,
    MANY,
    NAMED,
    PEOPLE,
    WINDOWS,
    a_calendar,
)
from tests.reports.reading import Reader

WEEK = (date(2026, 11, 23), date(2026, 11, 29))
TUESDAY = date(2026, 11, 10)
NAMED_DAY = date(2026, 11, 20)


def _text(reader: Reader, figures: CalendarFigures) -> str:
    return reader.text(calendar_pdf(figures, ISSUED))


def _with_day(figures: CalendarFigures, day: SheetDay) -> CalendarFigures:
    days = tuple(day if known.date == day.date else known for known in figures.days)
    return replace(figures, days=days)


@pytest.mark.parametrize("span", [(date(2026, 11, 1), date(2026, 11, 30)), WEEK])
def test_totals_and_revision_are_told(reader: Reader, span: tuple[date, date]) -> None:
    figures = a_calendar(*span)
    text = _text(reader, figures)
    hours = figures.business_days * 12
    assert f"{figures.business_days} dias úteis · {hours} h 00 que contam no prazo" in text
    assert f"{figures.due_count} chamados vencem · 1 item da Oferta P" in text
    assert "revisão 7 do calendário" in text


def test_a_month_tells_every_named_day_with_its_source(reader: Reader) -> None:
    text = _text(reader, a_calendar())
    assert all(name in text for names in NAMED.values() for name in names)


def test_a_month_that_begins_on_a_sunday_takes_six_weeks_on_one_page(reader: Reader) -> None:
    (page,) = reader.pages(calendar_pdf(a_calendar(), ISSUED))
    assert "novembro de 2026" in page
    assert "domingo 1 nov fechado 2 Finados (nacional) fechado 3 12 h 00" in page
    assert "30 12 h 00" in page


def test_a_month_of_four_whole_weeks_begins_on_its_monday(reader: Reader) -> None:
    (page,) = reader.pages(calendar_pdf(a_calendar(date(2021, 2, 1), date(2021, 2, 28)), ISSUED))
    assert "domingo 1 fev 12 h 00" in page


def test_a_day_of_a_month_tells_its_windows_in_short(reader: Reader) -> None:
    text = _text(reader, a_calendar())
    assert "3 12 h 00 07:00-19:00 plantão 07:00-08:00, 12:00-13:30, 18:00-19:00" in text


@pytest.mark.parametrize(
    ("windows", "told"),
    [
        ((), "10 fechado"),
        ((SheetWindow("00:00-24:00"),), "10 00:00-24:00 11"),
        ((SheetWindow("08:00-12:00"), SheetWindow("13:30-18:00")), "08:00-12:00, 13:30-18:00 11"),
        (
            (SheetWindow("07:00-08:00", True, PEOPLE), SheetWindow("08:00-12:00", True, PEOPLE)),
            "10 só plantão 07:00-12:00 11",
        ),
    ],
)
def test_windows_that_follow_each_other_are_one_stretch(
    reader: Reader, windows: tuple[SheetWindow, ...], told: str
) -> None:
    assert told in _text(reader, _with_day(a_calendar(), SheetDay(TUESDAY, windows)))


def test_a_month_counts_what_is_vacant_and_what_falls_due(reader: Reader) -> None:
    text = _text(reader, a_calendar())
    assert text.count("1 plantão vago") == 2
    assert "1 chamado vence" in text
    assert "2 chamados vencem" in text
    assert "18:00 Atualização 12.1 (OFP-2)" in text


def test_a_full_day_of_a_month_says_how_much_more_there_is(reader: Reader) -> None:
    day = SheetDay(
        TUESDAY,
        tuple(SheetWindow(f"{hour:02d}:00-{hour:02d}:30", True, MANY) for hour in range(24)),
        tuple(f"Feriado muito comprido {number} {LONG_NAME}" for number in range(8)),
        12_345,
        tuple(f"18:00 Atualização {number} {LONG_NAME}" for number in range(9)),
        43_200,
    )
    text = _text(reader, _with_day(a_calendar(), day))
    assert "e mais 3" in text
    assert "12.345 chamados vencem" in text
    assert "18:00 Atualização 5" in text
    assert "18:00 Atualização 6" not in text
    assert "…" in text


def test_a_span_of_months_names_the_month_of_each_week(reader: Reader) -> None:
    text = _text(reader, a_calendar(date(2026, 11, 1), date(2027, 1, 31)))
    assert "01/11/2026 a 31/01/2027" in text
    assert all(mark in text for mark in ("1 nov", "9 nov", "1 dez", "28 dez", "1 jan 2027"))


def test_a_week_lists_each_window_with_its_kind_and_people(reader: Reader) -> None:
    figures = a_calendar(*WEEK)
    text = _text(reader, figures)
    assert "seg 23/11 07:00-08:00 plantão Ana Exemplo 08:00-12:00 atendimento" in text
    assert all(text.count(window) == 5 for window in WINDOWS)
    assert "sáb 28/11 fechado" in text
    assert text.count("12 h 00") == 5


def test_a_week_says_which_plantao_is_vacant(reader: Reader) -> None:
    text = _text(reader, a_calendar(*WEEK))
    assert "qui 26/11 07:00-08:00 plantão VAGO" in text


def test_a_week_tells_named_days_due_tickets_and_items(reader: Reader) -> None:
    text = _text(reader, a_calendar(date(2026, 11, 16), date(2026, 11, 29)))
    assert "sex 20/11 Consciência Negra (nacional) fechado" in text
    assert "18:00 Atualização 12.1 (OFP-2)" in text
    assert "1 chamado vence" in text


def test_one_day_is_told_with_its_weekday(reader: Reader) -> None:
    assert "sexta-feira, 20/11/2026" in _text(reader, a_calendar(NAMED_DAY, NAMED_DAY))


@pytest.mark.parametrize("days", [14, 15])
def test_up_to_fourteen_days_are_a_list(reader: Reader, days: int) -> None:
    text = _text(reader, a_calendar(date(2026, 11, 1), date(2026, 11, days)))
    assert ("Janelas e quem está de plantão" in text) == (days == 14)
    assert ("segunda-feira" in text) == (days == 15)


def test_forty_people_on_duty_in_a_week_are_all_named(reader: Reader) -> None:
    day = SheetDay(date(2026, 11, 24), (SheetWindow("00:00-24:00", True, MANY),) * 3)
    text = _text(reader, _with_day(a_calendar(*WEEK), day))
    assert all(text.count(name) == 3 for name in MANY)


def test_a_day_that_outgrows_a_page_goes_on_with_the_headings(reader: Reader) -> None:
    items = tuple(f"18:00 Atualização {number}. " + LONG_NAME for number in range(90))
    pages = reader.pages(calendar_pdf(_one(SheetDay(TUESDAY, items=items)), ISSUED))
    assert len(pages) > 2
    assert all("Vencimentos e itens" in page for page in pages)
    assert all(f"Atualização {number}." in " ".join(pages) for number in range(90))


def test_a_day_of_twenty_five_hours_says_why(reader: Reader) -> None:
    day = SheetDay(date(2018, 2, 17), (SheetWindow("00:00-24:00"),), counted_seconds=90_000)
    text = _text(reader, _one(day))
    assert "dia de 25 horas: o relógio foi atrasado" in text
    assert "25 h 00" in text
    month = a_calendar(date(2018, 2, 1), date(2018, 2, 28))
    assert "dia de 25 horas" in _text(reader, _with_day(month, day))


def _one(day: SheetDay) -> CalendarFigures:
    return CalendarFigures("Cloud Computing", day.date, day.date, 1, (day,))
