"""The dashboard on paper and in its table: every figure, once (rulebook §10)."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date

from app.domain.clock import to_epoch
from app.domain.dashboard import (
    AgeFigures,
    Behind,
    BilledMonth,
    ClosingFigures,
    ComplianceFigures,
    Counted,
    Dashboard,
    DayFigures,
    DutyShare,
    Figure,
    Grouping,
    LoadFigures,
    RiskFigures,
    SatisfactionFigures,
)
from app.domain.money import Money
from app.domain.queue_view import Reference
from app.domain.severity import Severity
from app.domain.survey import SurveyState
from app.domain.ticket_events import Closing
from app.domain.time_entries import Span
from reports.catalog import dashboard, dashboard_table
from reports.dashboard_rows import rows_of
from tests.reports.builders import ISSUED, LONG_NAME
from tests.reports.reading import Reader

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def _f(count: int) -> Figure:
    return Figure(count, Behind(Counted.OPEN))


def _loads(name: str, people: int) -> list[LoadFigures]:
    return [
        LoadFigures(Reference(number, f"{name} {number}"), _f(9), _f(6), _f(3))
        for number in range(people)
    ]


def a_dashboard(name: str = "Suporte Técnico", people: int = 2) -> Dashboard:
    return Dashboard(
        to_epoch(ISSUED),
        FIRST,
        LAST,
        Span(0, 1),
        "",
        None,
        (
            ComplianceFigures(name, Severity.HIGH, _f(30), _f(2), 5),
            ComplianceFigures(name, None, _f(1), _f(1), 1),
        ),
        (DayFigures(FIRST, FIRST, _f(4), _f(3)),),
        (AgeFigures(0, 1, _f(7)), AgeFigures(1, 3, _f(5)), AgeFigures(30, None, _f(1234))),
        (ClosingFigures(Closing.ACCEPTED, _f(8)), ClosingFigures(None, _f(1))),
        tuple(zip(SurveyState, (_f(2), _f(4), _f(6)), strict=True)),
        17,
        (
            SatisfactionFigures(Grouping.TEAM, name, _f(4), 17),
            SatisfactionFigures(Grouping.ANALYST, "", _f(4), 17),
        ),
        (*_loads(name, people), LoadFigures(None, _f(2), _f(2), _f(0))),
        (RiskFigures(name, _f(11)),),
        _f(2),
        (BilledMonth(FIRST, 3, 1200, Money(420_000), Behind(Counted.BILLED, month=FIRST)),),
        (DutyShare(Reference(1, name), 5400),),
    )


def test_the_paper_tells_every_row(reader: Reader) -> None:
    figures = a_dashboard()
    text = " ".join(" ".join(reader.pages(dashboard(figures))).split())
    assert "34 prazos venceram · 91,2 % no prazo · 1.246 em aberto" in text.replace("\u00a0", " ")
    for told in rows_of(figures):
        for word in (told.group, told.name, told.detail, told.value):
            assert word.replace("\u00a0", " ") in text.replace("\u00a0", " ")
    assert "R$ 4.200,00" in text.replace("\u00a0", " ")
    assert "1 h 30" in text.replace("\u00a0", " ")


def test_the_table_has_the_very_rows_of_the_paper() -> None:
    figures = a_dashboard()
    text = dashboard_table(figures).decode("utf-8-sig")
    head, *rows = csv.reader(text.splitlines(), delimiter=";")
    assert head == ["assunto", "item", "medida", "valor"]
    assert [tuple(row) for row in rows] == [
        (t.group, t.name, t.detail, t.value.replace("\u00a0", " ")) for t in rows_of(figures)
    ]


def test_the_same_figures_are_the_same_bytes_and_long_names_stay_within(reader: Reader) -> None:
    figures = a_dashboard(LONG_NAME * 3, people=120)
    pdf = dashboard(figures)
    assert pdf == dashboard(figures)
    pages = reader.pages(pdf)
    assert len(pages) > 3
    assert all("Medida" in page for page in pages)


def test_a_period_in_which_nothing_was(reader: Reader) -> None:
    nothing = replace(a_dashboard(people=0), compliance=(), days=(), ages=(), loads=())
    text = " ".join(reader.pages(dashboard(nothing)))
    assert "0 prazos venceram" in text
