"""The ticket statement: what a client asked for in a period, and how it ended (rulebook §10)."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from app.domain.documents import DocumentKind, Seal
from app.domain.identifiers import cnpj_text
from app.domain.statement_figures import Outcome, StatementTicket, TicketStatement
from reports.document import Heading, pdf_of, whole_subject
from reports.seals import seal_of
from reports.sla_words import OUTCOMES, SEVERITIES
from reports.styles import BODY, SECTION, SMALL_MUTED
from reports.tables import Column, Row, RowKind, height_of, long_table
from reports.texts import cut, paragraph
from reports.words import counted, hours, period, short_instant

_COLUMNS = (
    Column("Chamado", 0.075),
    Column("Resumo", 0.25),
    Column("Severidade", 0.075),
    Column("Aberto", 0.095),
    Column("Prazo", 0.095),
    Column("Solução", 0.095),
    Column("No prazo", 0.075),
    Column("Esperou o cliente", 0.085, is_right=True),
    Column("Fim", 0.115),
    Column("Nota", 0.04, is_right=True),
)
_LONGEST_SUMMARY = 300


def ticket_statement_pdf(figures: TicketStatement, seal: Seal | None) -> bytes:
    """Return the statement as PDF, A4 landscape; without a seal it is a preview."""
    title = DocumentKind.TICKET_STATEMENT.title
    issued = None if seal is None else seal.issued
    note = f"CNPJ {cnpj_text(figures.cnpj)}" if figures.cnpj else ""
    span = period(figures.first, figures.last)
    heading = Heading(title, figures.client, span, issued, note, is_landscape=True, seal=seal)
    width, _height = heading.body
    top: list[Flowable] = [
        *whole_subject(heading),
        paragraph(_sums(figures), SECTION),
        paragraph(
            "Chamados abertos, solucionados ou em aberto no período. Horários de Brasília; "
            "o tempo à espera do cliente não conta no prazo (SLA-5).",
            SMALL_MUTED,
        ),
        Spacer(0, 6),
    ]
    if not figures.tickets:
        nothing = paragraph("Não há chamados no período.", BODY)
        return pdf_of(heading, [*top, nothing, *seal_of(seal, title)])
    rows = [_row(ticket) for ticket in figures.tickets]
    rows.append(Row((_sums(figures), ""), RowKind.SUM))
    pages = long_table(_COLUMNS, rows, heading.body, height_of(top, width))
    return pdf_of(heading, [*top, *pages, *seal_of(seal, title)])


def _sums(figures: TicketStatement) -> str:
    words = [counted(len(figures.tickets), "chamado", "chamados")]
    for outcome in (Outcome.IN_TIME, Outcome.LATE, Outcome.RUNNING):
        count = figures.count(outcome)
        if count:
            words.append(f"{count} {OUTCOMES[outcome]}")
    return " · ".join(words)


def _row(ticket: StatementTicket) -> Row:
    outcome = OUTCOMES[ticket.outcome]
    if ticket.was_ever_late and ticket.outcome is not Outcome.LATE:
        outcome += ", já esteve atrasado"
    paused = hours(ticket.paused_seconds) if ticket.pauses else "–"
    return Row(
        (
            ticket.number,
            cut(ticket.summary, _LONGEST_SUMMARY),
            SEVERITIES[ticket.severity],
            short_instant(ticket.opened),
            short_instant(ticket.due),
            short_instant(ticket.solved),
            outcome,
            paused,
            ticket.ending,
            "" if ticket.score is None else str(ticket.score),
        )
    )
