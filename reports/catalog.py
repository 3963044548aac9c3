"""The documents there are: what window and command line ask for.

The modules that draw are imported when a document is wanted; no start has to wait for ReportLab.
"""

from __future__ import annotations

from datetime import datetime
from importlib import import_module

from app.domain.documents import DocumentKind, Seal
from app.domain.figures import CalendarFigures, RosterFigures


def roster(figures: RosterFigures, issued: datetime) -> bytes:
    """Draw a duty roster as PDF; ``issued`` is the instant that its footer tells."""
    from reports.roster import roster_pdf

    return roster_pdf(figures, issued)


def calendar(figures: CalendarFigures, issued: datetime) -> bytes:
    """Draw a team's calendar as PDF, a grid of weeks or a list of few days."""
    from reports.calendar_sheet import calendar_pdf

    return calendar_pdf(figures, issued)


def draw(kind: DocumentKind, figures: object, seal: Seal | None) -> bytes:
    """Draw a document that is numbered, as PDF; without a seal it is a preview and says so."""
    module, function = _DRAWN[kind]
    drawn = getattr(import_module(module), function)(figures, seal)
    assert isinstance(drawn, bytes)
    return drawn


_DRAWN = {
    DocumentKind.TICKET_STATEMENT: ("reports.ticket_statement", "ticket_statement_pdf"),
    DocumentKind.ACCEPTANCE_LETTER: ("reports.acceptance_letter", "acceptance_letter_pdf"),
    DocumentKind.CONSULTING_STATEMENT: ("reports.consulting_statement", "consulting_statement_pdf"),
    DocumentKind.SOLUTION_TERM: ("reports.solution_term", "solution_term_pdf"),
    DocumentKind.SLA_REPORT: ("reports.sla_report", "sla_report_pdf"),
}
