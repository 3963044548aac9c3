"""One statement in four forms: window, PDF, CSV and JSON say the same sums (CON-4, CON-7)."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.domain.billing import (
    Line,
    RateTable,
    RateVersion,
    RoundingLevel,
    RoundingMode,
    RoundingRule,
    Work,
    lines_of,
    parts_of,
)
from app.domain.consulting import Consulting
from app.domain.consulting_figures import (
    ConsultingLine,
    ConsultingStatement,
    CreditLine,
    statement_of,
)
from app.domain.documents import DocumentKind
from app.domain.figures_data import plain_figures
from app.domain.money import MinuteRate, total
from app.domain.time_entries import Span
from app.services.consulting_cards import ConsultingCard
from app.services.consulting_statements import times_of
from reports.catalog import draw, table
from tests.domain.consulting_builders import a_consulting, an_entry
from tests.reports.paper_builders import CLIENT, CNPJ, FIRST, LAST, SEAL
from tests.reports.reading import Reader, reading
from tests.ui.room import RoomOpener
from ui.ticket.consulting_tab import ConsultingTab

START = an_entry(1, "2026-03-02 08:00", "2026-03-02 09:00").span.start
RULES = st.builds(
    RoundingRule, st.sampled_from(RoundingMode), st.sampled_from(RoundingLevel), st.integers(0, 30)
)
CHANGE = date(2026, 3, 10)


@st.composite
def statements(draw_: st.DrawFn) -> ConsultingStatement:
    """Entries of some tickets, two rates that follow each other, any rounding, maybe a credit."""
    rates = RateTable(
        (
            RateVersion(date(2026, 1, 1), MinuteRate(draw_(st.integers(1, 999_999)))),
            RateVersion(CHANGE, MinuteRate(draw_(st.integers(1, 999_999)))),
        )
    )
    lengths = draw_(st.lists(st.integers(0, 8 * 3600), min_size=1, max_size=8))
    pauses = draw_(st.lists(st.integers(0, 3 * 86_400), min_size=8, max_size=8))
    works, at = [], START
    for number, (seconds, pause) in enumerate(zip(lengths, pauses, strict=False), 1):
        at += pause
        entry = replace(
            an_entry(number, "2026-03-02 08:00", "2026-03-02 09:00"),
            span=Span(at, at + seconds),
            ticket=draw_(st.integers(1, 3)),
        )
        works.append(Work(entry, a_consulting()))
        at += seconds
    rounding = draw_(RULES)
    lines = lines_of([part for work in works for part in parts_of(work, rates)], rounding)
    billed = tuple(_told(line, works[0].consulting) for line in lines)
    credit = MinuteRate(35_000)
    minutes = draw_(st.integers(0, 300))
    back = CreditLine("000011", "00000033", credit, -minutes, -credit.of(minutes), "em dobro")
    credits_given = (back,) if draw_(st.booleans()) else ()
    return statement_of((CLIENT, CNPJ), (FIRST, LAST), rounding, billed, (), credits_given)


def _told(line: Line, consulting: Consulting | None) -> ConsultingLine:
    assert consulting is not None
    return ConsultingLine(
        f"{line.ticket:08d}",
        "Boletos lentos",
        consulting.kind,
        line.verdict,
        line.rate,
        line.seconds,
        line.minutes,
        line.amount,
        tuple(times_of(line.parts)),
    )


@pytest.fixture
def reader(qapp: QApplication) -> Iterator[Reader]:
    with reading(qapp) as reader:
        yield reader


@pytest.fixture
def tab(open_the_room: RoomOpener) -> ConsultingTab:
    return open_the_room().panel.consulting_tab


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(figures=statements())
def test_totals_are_the_sum_of_their_parts_in_every_form(
    tab: ConsultingTab, reader: Reader, figures: ConsultingStatement
) -> None:
    parts = [(line.minutes, line.amount) for line in (*figures.billed, *figures.credits)]
    assert figures.minutes == sum(minutes for minutes, _amount in parts)
    assert figures.amount == total(amount for _minutes, amount in parts)
    assert sum(line.seconds for line in figures.billed) == sum(
        time.seconds for line in figures.billed for time in line.times
    )

    told = json.loads(json.dumps(plain_figures(figures)))
    lines = (*told["billed"], *told["credits"])
    assert told["minutes"] == sum(line["minutes"] for line in lines)
    assert _cents(told["amount"]) == sum(_cents(line["amount"]) for line in lines)
    assert _cents(told["amount"]) == figures.amount.cents

    head, *rows = csv.reader(table(told).decode("utf-8-sig").splitlines(), delimiter=";")
    section, minutes, amount = (head.index(name) for name in ("seção", "minutos", "valor"))
    (last,) = [row for row in rows if row[section] == "total"]
    detail = [row for row in rows if row[section] in ("cobrado", "crédito")]
    assert int(last[minutes]) == sum(int(row[minutes]) for row in detail) == figures.minutes
    assert _cents(last[amount]) == sum(_cents(row[amount]) for row in detail)
    assert _cents(last[amount]) == figures.amount.cents

    pdf = draw(DocumentKind.CONSULTING_STATEMENT, figures, SEAL)
    paper = reader.text(pdf).replace("\u00a0", " ")
    for line in (*figures.billed, *figures.credits):
        assert line.amount.in_reais.replace("\u00a0", " ") in paper
    assert figures.amount.in_reais.replace("\u00a0", " ") in paper

    card = ConsultingCard(1, 1, None, None, (), figures.billed)
    said = tab._totals_of(card)
    shown = re.findall(r"([\d.]+) min × R\$.[\d.,]+ = R\$.([\d.,]+)", said)
    if figures.billed:
        assert sum(int(minutes.replace(".", "")) for minutes, _amount in shown) == sum(
            line.minutes for line in figures.billed
        )
        assert sum(_cents(amount) for _minutes, amount in shown) == card.amount.cents


def _cents(text: str) -> int:
    return int(text.replace(",", "").replace(".", ""))


def test_a_table_of_nothing_has_its_total() -> None:
    figures = statement_of((CLIENT, CNPJ), (FIRST, LAST), RoundingRule(), (), (), ())
    text = table(plain_figures(figures)).decode("utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert rows == [["seção", "minutos", "valor"], ["total", "0", "0,00"]]
