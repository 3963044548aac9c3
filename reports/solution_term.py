"""The term of solution: what was asked, what was done, how it ended (CON-6)."""

from __future__ import annotations

from reportlab.platypus import Flowable, Spacer

from app.domain.clock import to_brasilia
from app.domain.consulting_figures import SolutionTerm
from app.domain.documents import DocumentKind, Seal
from app.domain.identifiers import cnpj_text
from reports.consulting_words import ACTIVITIES, CAUSES, KINDS, length
from reports.document import Heading, pdf_of
from reports.facts import facts_table
from reports.seals import seal_of
from reports.styles import BODY, SECTION
from reports.tables import Column, Row, RowKind, height_of, long_table
from reports.texts import cut, paragraph
from reports.words import full_date, instant

_COLUMNS = (
    Column("Dia", 0.1),
    Column("Horário", 0.15),
    Column("Quem", 0.2),
    Column("O que foi feito", 0.45),
    Column("Tempo", 0.1, is_right=True),
)
_LONGEST = 400


def solution_term_pdf(figures: SolutionTerm, seal: Seal | None) -> bytes:
    """Return the term as PDF, A4; without a seal it is a preview."""
    title = DocumentKind.SOLUTION_TERM.title
    issued = None if seal is None else seal.issued
    heading = Heading(title, figures.client, f"chamado {figures.ticket}", issued, seal=seal)
    width, height = heading.body
    top: list[Flowable] = [
        facts_table(_facts(figures), width),
        Spacer(0, 10),
        paragraph("Solução", SECTION),
        *(paragraph(text, BODY) for text in figures.solution.splitlines() if text.strip()),
        Spacer(0, 10),
    ]
    if figures.times:
        top.append(paragraph("Tempo de consultoria", SECTION))
        used = height_of(top, width) % height
        top += long_table(_COLUMNS, _rows(figures), heading.body, used)
    return pdf_of(heading, [*top, *seal_of(seal, title)])


def _facts(figures: SolutionTerm) -> list[tuple[str, str]]:
    accepted = "" if figures.accepted is None else f"aceita em {instant(figures.accepted)}"
    if not accepted and figures.acceptance_limit is not None:
        accepted = f"aguarda o aceite até {full_date(figures.acceptance_limit)}"
    return [
        ("Cliente", cut(figures.client, _LONGEST)),
        ("CNPJ", cnpj_text(figures.cnpj)),
        ("Contato", cut(figures.contact, _LONGEST)),
        ("Chamado", f"{figures.ticket} · {cut(figures.summary, _LONGEST)}"),
        ("Consultoria", "" if figures.kind is None else KINDS[figures.kind]),
        ("Causa", "" if figures.cause is None else CAUSES[figures.cause]),
        ("Aberto em", instant(figures.opened)),
        ("Solução em", instant(figures.solved)),
        ("Aceite", accepted),
    ]


def _rows(figures: SolutionTerm) -> list[Row]:
    rows = [
        Row(
            (
                full_date(time.day),
                f"{to_brasilia(time.start):%H:%M:%S}–{to_brasilia(time.end):%H:%M:%S}",
                cut(time.person, _LONGEST),
                f"{ACTIVITIES[time.activity]}: {cut(time.description, 1200)}".rstrip(": "),
                length(time.seconds),
            )
        )
        for time in figures.times
    ]
    return [*rows, Row(("Total", length(figures.seconds)), RowKind.SUM)]
