"""The compliance report for managers: by team and severity, then what was late (SLA-10)."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from app.domain.documents import DocumentKind, Seal
from app.domain.statement_figures import ComplianceRow, LateTicket, SlaReport, by_team
from reports.document import Heading, pdf_of
from reports.seals import seal_of
from reports.sla_words import SEVERITIES
from reports.styles import BODY, SECTION, SMALL_MUTED
from reports.tables import Column, Row, RowKind, height_of, long_table
from reports.texts import cut, paragraph
from reports.words import counted, hours, number, period, short_instant

_COLUMNS = (
    Column("Severidade", 0.4),
    Column("Venceram", 0.12, is_right=True),
    Column("No prazo", 0.12, is_right=True),
    Column("Fora do prazo", 0.12, is_right=True),
    Column("Já esteve atrasado", 0.12, is_right=True),
    Column("Cumprimento", 0.12, is_right=True),
)
_LATE_COLUMNS = (
    Column("Chamado", 0.1),
    Column("Cliente", 0.25),
    Column("Equipe", 0.165),
    Column("Severidade", 0.1),
    Column("Prazo", 0.15),
    Column("Solução", 0.15),
    Column("Atraso", 0.085, is_right=True),
)
_LONGEST_NAME = 200


def sla_report_pdf(figures: SlaReport, seal: Seal | None) -> bytes:
    """Return the report as PDF, A4; without a seal it is a preview."""
    title = DocumentKind.SLA_REPORT.title
    issued = None if seal is None else seal.issued
    span = period(figures.first, figures.last)
    heading = Heading(title, figures.team or "Todas as equipes", span, issued, seal=seal)
    width, height = heading.body
    top: list[Flowable] = [
        paragraph(_sums(figures), SECTION),
        paragraph(
            "Pelo prazo que venceu no período, com a equipe e a severidade do fim; "
            "a última solução decide (SLA-10). O atraso é tempo corrido.",
            SMALL_MUTED,
        ),
        Spacer(0, 6),
    ]
    if not figures.rows:
        nothing = paragraph("Nenhum prazo venceu no período.", BODY)
        return pdf_of(heading, [*top, nothing, *seal_of(seal, title)])
    story = [*top, *long_table(_COLUMNS, _rows(figures), heading.body, height_of(top, width))]
    if figures.late:
        section: list[Flowable] = [Spacer(0, 10), paragraph("Fora do prazo", SECTION)]
        used = (height_of([*story, *section], width)) % height
        rows = [_late(ticket) for ticket in figures.late]
        story += [*section, *long_table(_LATE_COLUMNS, rows, heading.body, used)]
    return pdf_of(heading, [*story, *seal_of(seal, title)])


def _sums(figures: SlaReport) -> str:
    total = figures.in_time + figures.late_count
    words = counted(total, "prazo venceu", "prazos venceram")
    return f"{words} · {figures.share} no prazo" if total else words


def _rows(figures: SlaReport) -> list[Row]:
    rows: list[Row] = []
    for team in by_team(figures.rows):
        rows.append(Row((team.team,), RowKind.GROUP))
        mine = [row for row in figures.rows if row.team == team.team]
        rows += [Row((SEVERITIES[row.severity], *_figures(row))) for row in mine]
        rows.append(Row((f"Total de {team.team}", *_figures(team)), RowKind.SUM))
    whole = ComplianceRow(
        "",
        None,
        figures.in_time,
        figures.late_count,
        sum(row.ever_late for row in figures.rows),
    )
    return [*rows, Row(("Total", *_figures(whole)), RowKind.SUM)]


def _figures(row: ComplianceRow) -> tuple[str, ...]:
    counts = (row.total, row.in_time, row.late, row.ever_late)
    return (*(number(count) for count in counts), row.share)


def _late(ticket: LateTicket) -> Row:
    return Row(
        (
            ticket.number,
            cut(ticket.client, _LONGEST_NAME),
            ticket.team,
            SEVERITIES[ticket.severity],
            short_instant(ticket.due),
            short_instant(ticket.solved) or "em aberto",
            hours(ticket.late_seconds),
        )
    )
