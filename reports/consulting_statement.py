"""The statement of consulting: every line with its times, its rule and its price (CON-4, CON-7)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Spacer

from app.domain.clock import to_brasilia
from app.domain.consulting_figures import (
    ConsultingLine,
    ConsultingStatement,
    CreditLine,
    WorkedTime,
)
from app.domain.documents import DocumentKind, Seal
from app.domain.identifiers import cnpj_text
from reports.consulting_words import ACTIVITIES, KINDS, WHY_NOT, length, rounding
from reports.document import Heading, pdf_of, whole_subject
from reports.seals import seal_of
from reports.styles import BODY, SECTION, SMALL_MUTED
from reports.tables import Column, Row, RowKind, height_of, long_table
from reports.texts import cut, paragraph
from reports.words import counted, full_date, month

_COLUMNS = (
    Column("Dia", 0.105),
    Column("Horário", 0.165),
    Column("Quem", 0.13),
    Column("O que foi feito", 0.325),
    Column("Tempo", 0.08, is_right=True),
    Column("Minutos", 0.085, is_right=True),
    Column("Valor", 0.11, is_right=True),
)
_LONGEST_TEXT, _LONGEST_NAME = 1200, 160


def consulting_statement_pdf(figures: ConsultingStatement, seal: Seal | None) -> bytes:
    """Return the statement as PDF, A4; without a seal it is a preview."""
    title = DocumentKind.CONSULTING_STATEMENT.title
    issued = None if seal is None else seal.issued
    note = f"CNPJ {cnpj_text(figures.cnpj)}" if figures.cnpj else ""
    heading = Heading(title, figures.client, month(figures.first), issued, note, seal=seal)
    width, _height = heading.body
    top: list[Flowable] = [
        *whole_subject(heading),
        paragraph(_total(figures), SECTION),
        Spacer(0, 2),
        paragraph(rounding(figures.rounding), BODY),
        paragraph(
            f"Até {full_date(figures.last)}, com o que ainda não estava em outro demonstrativo. "
            "Horários de Brasília.",
            SMALL_MUTED,
        ),
        Spacer(0, 6),
    ]
    if figures.is_empty:
        nothing = paragraph("Não há minutos de consultoria no período.", BODY)
        return pdf_of(heading, [*top, nothing, *seal_of(seal, title)])
    pages = long_table(_COLUMNS, _rows(figures), heading.body, height_of(top, width))
    return pdf_of(heading, [*top, *pages, *seal_of(seal, title)])


def _total(figures: ConsultingStatement) -> str:
    minutes = counted(figures.minutes, "minuto", "minutos")
    return f"Total: {minutes}, {figures.amount.in_reais}"


def _rows(figures: ConsultingStatement) -> list[Row]:
    rows: list[Row] = []
    for line in figures.billed:
        rows += _line(line)
    if figures.waived:
        rows.append(Row(("Tempo não cobrado",), RowKind.GROUP))
        for line in figures.waived:
            rows += _line(line)
    if figures.credits:
        rows.append(Row(("Créditos de demonstrativos anteriores",), RowKind.GROUP))
        rows += [_credit(credit) for credit in figures.credits]
    total = Row(("Total", f"{figures.minutes}", figures.amount.in_reais), RowKind.SUM)
    return [*rows, total]


def _line(line: ConsultingLine) -> list[Row]:
    kind = "" if line.kind is None else f" · {KINDS[line.kind]}"
    head = f"Chamado {line.ticket} · {cut(line.summary, _LONGEST_NAME)}{kind}"
    rows = [Row((head,), RowKind.GROUP), *map(_time, line.times)]
    if line.rate is None:
        figures = (length(line.seconds), f"({line.minutes})", "–")
        return [*rows, Row((WHY_NOT[line.verdict], *figures), RowKind.SUM)]
    label = f"{counted(line.minutes, 'minuto', 'minutos')} × {line.rate.in_reais} por minuto"
    figures = (length(line.seconds), f"{line.minutes}", line.amount.in_reais)
    return [*rows, Row((label, *figures), RowKind.SUM)]


def _time(time: WorkedTime) -> Row:
    start, end = to_brasilia(time.start), to_brasilia(time.end)
    outside = " (fora do horário, agendado com o cliente)" if time.is_agreed_outside else ""
    done = ACTIVITIES[time.activity]
    if time.description:
        done = f"{done}: {cut(time.description, _LONGEST_TEXT)}"
    last = "24:00:00" if end.date() > start.date() else f"{end:%H:%M:%S}"
    cells: Sequence[str] = (
        full_date(time.day),
        f"{start:%H:%M:%S}–{last}",
        cut(time.person, _LONGEST_NAME),
        f"{done}{outside}",
        length(time.seconds),
        "",
        "",
    )
    return Row(tuple(cells))


def _credit(credit: CreditLine) -> Row:
    words = f"chamado {credit.ticket}, demonstrativo {credit.statement}: {credit.reason}"
    figures = (f"{credit.minutes}", credit.amount.in_reais)
    return Row(("", "", "", cut(words, _LONGEST_TEXT), "", *figures))
