"""The dashboard on paper: its figures, subject by subject (rulebook §10)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from reportlab.platypus import Flowable, Spacer

from app.domain.clock import from_epoch
from app.domain.dashboard import Dashboard
from reports.dashboard_rows import Told, rows_of
from reports.document import Heading, pdf_of
from reports.styles import SECTION, SMALL_MUTED
from reports.tables import Column, Row, RowKind, height_of, long_table
from reports.texts import cut, paragraph
from reports.words import counted, number, period

_COLUMNS = (
    Column("Item", 0.5),
    Column("Medida", 0.3),
    Column("Valor", 0.2, is_right=True),
)
_LONGEST_NAME = 200


def dashboard_pdf(figures: Dashboard) -> bytes:
    """Return the figures as PDF, A4; it is of the instant at which they were counted."""
    span, counted_at = period(figures.first, figures.last), from_epoch(figures.counted_at)
    whom = figures.team or "Todas as equipes"
    heading = Heading("Painel do atendimento", whom, span, counted_at)
    top: list[Flowable] = [
        paragraph(_sums(figures), SECTION),
        paragraph(
            "O período conta o que venceu, entrou, foi solucionado e foi encerrado nele; "
            "o que está aberto é o do instante da emissão (SLA-10).",
            SMALL_MUTED,
        ),
        Spacer(0, 6),
    ]
    used = height_of(top, heading.body[0])
    return pdf_of(heading, [*top, *long_table(_COLUMNS, list(_rows(figures)), heading.body, used)])


def _sums(figures: Dashboard) -> str:
    told = [counted(figures.fell_due.count, "prazo venceu", "prazos venceram")]
    if figures.share:
        told.append(f"{figures.share} no prazo")
    return " · ".join([*told, f"{number(figures.open.count)} em aberto"])


def _rows(figures: Dashboard) -> Iterator[Row]:
    for group, told in groupby(rows_of(figures), lambda row: row.group):
        yield Row((group,), RowKind.GROUP)
        yield from map(_row, told)


def _row(told: Told) -> Row:
    return Row((cut(told.name, _LONGEST_NAME), told.detail, told.value))
