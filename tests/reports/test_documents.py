"""What every document keeps: its frame, its fonts, its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from reports import catalog
from tests.reports.builders import ISSUED, LONG_NAME, MANY, a_calendar, a_roster
from tests.reports.reading import Reader

A4 = (595, 841)
WEEK = (date(2026, 11, 16), date(2026, 11, 22))
YEAR = (date(2026, 1, 1), date(2026, 12, 31))
DOCUMENTS: dict[str, Callable[[], bytes]] = {
    "roster": lambda: catalog.roster(a_roster(), ISSUED),
    "roster of a year": lambda: catalog.roster(a_roster(*YEAR), ISSUED),
    "month": lambda: catalog.calendar(a_calendar(), ISSUED),
    "week": lambda: catalog.calendar(a_calendar(*WEEK), ISSUED),
    "year": lambda: catalog.calendar(a_calendar(*YEAR), ISSUED),
}
every_document = pytest.mark.parametrize("draw", DOCUMENTS.values(), ids=DOCUMENTS)


@every_document
def test_a_page_tells_its_number_and_how_many_there_are(
    reader: Reader, draw: Callable[[], bytes]
) -> None:
    pages = reader.pages(draw())
    for number, page in enumerate(pages, 1):
        assert f"página {number} de {len(pages)}" in page


@every_document
def test_a_page_tells_program_team_and_the_instant_of_issue_in_brasilia(
    reader: Reader, draw: Callable[[], bytes]
) -> None:
    for page in reader.pages(draw()):
        assert "Bancada · emitido em 20/11/2026 14:00:05, horário de Brasília" in page
        assert "Suporte Técnico" in page


@every_document
def test_only_embedded_fonts_are_used(draw: Callable[[], bytes]) -> None:
    pdf = draw()
    fonts = set(re.findall(rb"/BaseFont\s*/(\S+)", pdf))
    assert {name.partition(b"+")[2] for name in fonts} == {
        b"BitstreamVeraSans-Roman",
        b"BitstreamVeraSans-Bold",
    }
    assert pdf.count(b"/FontFile2") == len(fonts)
    assert b"Helvetica" not in pdf


@every_document
def test_the_same_figures_give_the_same_bytes(draw: Callable[[], bytes]) -> None:
    assert draw() == draw()


def test_another_instant_of_issue_gives_another_document() -> None:
    later = ISSUED.replace(hour=18)
    assert catalog.roster(a_roster(), ISSUED) != catalog.roster(a_roster(), later)


@every_document
def test_nothing_leaves_the_margins(reader: Reader, draw: Callable[[], bytes]) -> None:
    _assert_within_margins(reader, draw())


def test_nothing_leaves_the_margins_however_long_a_text_is(reader: Reader) -> None:
    word = "X" * 400
    roster = a_roster()
    days = tuple(
        replace(
            day,
            named=(LONG_NAME * 3, word),
            posts=tuple(replace(post, names=(LONG_NAME, word, *MANY)) for post in day.posts),
        )
        for day in roster.days
    )
    absences = tuple(replace(away, name=word, reason=word) for away in roster.absences)
    hard = replace(
        roster, team=word, days=days, absences=absences, double_duties=(word, LONG_NAME * 9)
    )
    _assert_within_margins(reader, catalog.roster(hard, ISSUED))
    calendar = a_calendar()
    sheet_days = tuple(
        replace(day, named=(word, LONG_NAME), items=(word, LONG_NAME * 4)) for day in calendar.days
    )
    for days_told in (sheet_days, sheet_days[:9]):
        pdf = catalog.calendar(replace(calendar, team=word, days=days_told), ISSUED)
        _assert_within_margins(reader, pdf)


def test_rosters_and_months_lie_on_their_side_a_week_stands(reader: Reader) -> None:
    across = (A4[1], A4[0])
    assert reader.sizes(DOCUMENTS["roster"]()) == {across}
    assert reader.sizes(DOCUMENTS["month"]()) == {across}
    assert reader.sizes(DOCUMENTS["week"]()) == {A4}


def test_what_a_reader_shows_as_title_names_document_team_and_period(reader: Reader) -> None:
    document = reader.open(DOCUMENTS["roster"]())
    title = document.metaData(document.MetaDataField.Title)
    assert title == "Escala de plantão – Suporte Técnico – novembro de 2026"


def _assert_within_margins(reader: Reader, pdf: bytes) -> None:
    document = reader.open(pdf)
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        text = document.getAllText(page).boundingRectangle()
        assert text.left() >= 33
        assert text.right() <= size.width() - 33
        assert text.top() >= 33
        assert text.bottom() <= size.height() - 30
