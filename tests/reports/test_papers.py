"""The numbered papers, read back from their PDF: figures, seals, breaks (rulebook §10)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from app.domain.billing import RoundingLevel, RoundingMode, RoundingRule
from app.domain.documents import DocumentKind, codes_in
from reports.catalog import draw
from reports.tables import Column, Row, RowKind, broken, long_table
from tests.reports.builders import LONG_NAME
from tests.reports.paper_builders import (
    SEAL,
    WORDS,
    a_letter,
    a_line,
    a_statement,
    a_term,
    an_empty_statement,
    compliance,
    tickets,
)
from tests.reports.reading import Reader

K = DocumentKind
WORD = "Ç" * 400
FORTY = a_statement(*(a_line(number, 12) for number in range(90)))
PAPERS: dict[str, tuple[DocumentKind, object]] = {
    "statement": (K.CONSULTING_STATEMENT, a_statement()),
    "empty statement": (K.CONSULTING_STATEMENT, an_empty_statement()),
    "statement of forty pages": (K.CONSULTING_STATEMENT, FORTY),
    "statement with long words": (
        K.CONSULTING_STATEMENT,
        replace(a_statement(a_line(1, 3, summary=LONG_NAME * 4, words=WORD)), client=LONG_NAME * 3),
    ),
    "letter": (K.ACCEPTANCE_LETTER, a_letter()),
    "letter to a long name": (K.ACCEPTANCE_LETTER, a_letter(LONG_NAME * 3)),
    "term": (K.SOLUTION_TERM, a_term()),
    "term of many times": (K.SOLUTION_TERM, a_term(200)),
    "tickets": (K.TICKET_STATEMENT, tickets(45)),
    "no tickets": (K.TICKET_STATEMENT, tickets(0)),
    "tickets with long words": (K.TICKET_STATEMENT, tickets(3, WORD)),
    "compliance": (K.SLA_REPORT, compliance(120)),
    "no compliance": (K.SLA_REPORT, replace(compliance(0), rows=())),
    "all in time": (K.SLA_REPORT, compliance(0)),
}
every_paper = pytest.mark.parametrize(("kind", "figures"), PAPERS.values(), ids=PAPERS)


@every_paper
def test_a_paper_bears_its_number_its_code_and_its_pages(
    reader: Reader, kind: DocumentKind, figures: object
) -> None:
    pdf = draw(kind, figures, SEAL)
    pages = reader.pages(pdf)
    for number, page in enumerate(pages, 1):
        assert f"página {number} de {len(pages)}" in page
        assert f"nº 000012 · {SEAL.code} · emitido em 20/11/2026 14:00:05" in page
    assert f"{kind.title} nº 000012" in pages[-1]
    assert "emitido por Gil Garoa" in pages[-1]
    assert codes_in(pdf) == (SEAL.code,)


@every_paper
def test_a_preview_says_that_it_is_one(reader: Reader, kind: DocumentKind, figures: object) -> None:
    pdf = draw(kind, figures, None)
    assert all("prévia: sem número, sem código" in page for page in reader.pages(pdf))
    assert codes_in(pdf) == ()


@every_paper
def test_the_same_figures_give_the_same_bytes_and_only_embedded_fonts(
    kind: DocumentKind, figures: object
) -> None:
    pdf = draw(kind, figures, SEAL)
    assert draw(kind, figures, SEAL) == pdf
    fonts = set(re.findall(rb"/BaseFont\s*/(\S+)", pdf))
    assert pdf.count(b"/FontFile2") == len(fonts) > 0
    assert b"Helvetica" not in pdf


@every_paper
def test_nothing_leaves_the_page(reader: Reader, kind: DocumentKind, figures: object) -> None:
    document = reader.open(draw(kind, figures, SEAL))
    for page in range(document.pageCount()):
        size = document.pagePointSize(page)
        box = document.getAllText(page).boundingRectangle()
        assert box.left() >= 33
        assert box.right() <= size.width() - 33


def test_the_statement_tells_every_figure_and_its_rule(reader: Reader) -> None:
    text = reader.text(draw(K.CONSULTING_STATEMENT, a_statement(), SEAL))
    for told in (
        "Total: 142 minutos, R$ 497,00",
        "CNPJ 11.222.333/0001-81",
        "arredondados para cima, uma vez por chamado e tarifa",
        "91 minutos × R$ 3,5000 por minuto",
        "1:30:03",
        "R$ 318,50",
        "não cobrado: a causa foi um defeito do produto padrão",
        "(95)",
        "chamado 00000033, demonstrativo 000011: lançado em dobro",
        "-R$ 35,00",
    ):
        assert told in text.replace("\u00a0", " ")


def test_another_rule_of_rounding_is_told(reader: Reader) -> None:
    rule = RoundingRule(RoundingMode.NEAREST, RoundingLevel.ENTRY, 15)
    text = reader.text(draw(K.CONSULTING_STATEMENT, a_statement(rounding=rule), SEAL))
    assert "para o minuto mais próximo, a cada apontamento, com no mínimo 15 minutos" in text


def test_forty_pages_repeat_their_heading_and_leave_no_total_alone(reader: Reader) -> None:
    pages = reader.pages(draw(K.CONSULTING_STATEMENT, FORTY, SEAL))
    assert len(pages) >= 40
    assert all("O que foi feito" in page for page in pages)
    for page in pages:
        body = page.split("Valor", 1)[1]
        assert not body.lstrip().startswith(("361 minutos", "Total"))


def test_the_letter_tells_scope_rate_validity_and_what_is_not_billed(reader: Reader) -> None:
    text = reader.text(draw(K.ACCEPTANCE_LETTER, a_letter(), SEAL)).replace("\u00a0", " ")
    for told in (
        "R$ 3,5000 por minuto, até o reajuste anual pelo IGP-M em 10/01/2027",
        "defeito do produto padrão, nenhum minuto é cobrado",
        "investigação na base do cliente, por acesso remoto",
        "ferramenta homologada",
        "Lia Lima, Rui Rocha",
    ):
        assert told in text
    nobody = replace(a_letter(), approvers=(), rate_until=None)
    text = reader.text(draw(K.ACCEPTANCE_LETTER, nobody, SEAL)).replace("\u00a0", " ")
    assert "Nenhum contato deste cliente está autorizado" in text
    assert "R$ 3,5000 por minuto, até o próximo reajuste anual" in text


def test_a_term_tells_what_was_done_and_what_is_awaited(reader: Reader) -> None:
    text = reader.text(draw(K.SOLUTION_TERM, a_term(), SEAL))
    assert "aguarda o aceite até 03/12/2026" in text
    assert "outra causa, fora do produto padrão" in text
    assert "2:00:04" in text
    accepted = replace(a_term(0), accepted=a_term().solved, kind=None, cause=None)
    text = reader.text(draw(K.SOLUTION_TERM, accepted, SEAL))
    assert "aceita em 18/11/2026 14:00:05" in text
    assert "Tempo de consultoria" not in text


def test_tickets_and_compliance_tell_their_sums(reader: Reader) -> None:
    text = reader.text(draw(K.TICKET_STATEMENT, tickets(45), SEAL))
    assert text.count("45 chamados · 12 no prazo · 11 fora do prazo · 11 em aberto") == 2
    assert "já esteve atrasado" in text
    text = reader.text(draw(K.SLA_REPORT, compliance(3), SEAL)).replace("\u00a0", " ")
    assert "320 prazos venceram · 96,3 % no prazo" in text
    assert "Total de Suporte Técnico 160 154 6 10 96,3 %" in text
    nothing = reader.text(draw(K.SLA_REPORT, replace(compliance(0), rows=()), SEAL))
    assert "Nenhum prazo venceu no período" in nothing
    assert "0 prazos venceram" in nothing


@pytest.mark.parametrize("width", [20.0, 60.0, 200.0])
def test_a_text_in_lines_is_the_text_and_fits(width: float) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    for text in (WORDS, WORD, "a", ""):
        lines = broken(text, "Vera", 7.0, width)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert all(stringWidth(line, "Vera", 7.0) <= width for line in lines)


def _heights(rows: list[Row], used: float) -> list[int]:
    columns = (Column("A", 0.8), Column("B", 0.2))
    pages = long_table(columns, rows, (400.0, 200.0), used)
    return [len(getattr(page, "_cellvalues", ())) for page in pages]


def test_a_group_goes_with_its_rows_and_a_sum_with_what_it_sums() -> None:
    rows = [Row(("x", "1"))] * 10
    assert _heights([*rows, Row(("Grupo",), RowKind.GROUP), *rows], 40)[0] == 11
    assert _heights([*rows, Row(("Soma", "1"), RowKind.SUM)], 48.0)[0] < 12


def test_a_table_begins_on_the_next_page_where_nothing_fits_and_a_huge_row_has_its_own() -> None:
    assert _heights([Row(("x", "1"))], 199.0) == [0, 2]
    huge = Row(("palavra " * 900, "1"))
    assert _heights([Row(("x", "1")), huge, Row(("y", "1"))], 0) == [2, 2, 2]


def test_the_period_of_a_year_is_told_by_its_ends(reader: Reader) -> None:
    year = replace(tickets(1), first=date(2026, 1, 1), last=date(2026, 12, 31))
    assert "01/01/2026 a 31/12/2026" in reader.text(draw(K.TICKET_STATEMENT, year, SEAL))


def test_a_callable_of_every_kind_is_known() -> None:
    drawn: Callable[[DocumentKind, object, None], bytes] = draw
    assert {kind for kind, _figures in PAPERS.values()} == set(DocumentKind)
    assert drawn(K.TICKET_STATEMENT, tickets(1), None).startswith(b"%PDF")


@pytest.mark.parametrize("kind", [K.CONSULTING_STATEMENT, K.TICKET_STATEMENT])
def test_a_name_that_the_heading_cuts_stands_below_it_whole(
    reader: Reader, kind: DocumentKind
) -> None:
    figures = a_statement() if kind is K.CONSULTING_STATEMENT else tickets(3)
    name = f"{LONG_NAME} {LONG_NAME}"
    assert name in reader.text(draw(kind, replace(figures, client=name), SEAL))
    assert reader.text(draw(kind, figures, SEAL)).count(figures.client) == 1
