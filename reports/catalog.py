"""The documents there are: what window and command line ask for.

The modules that draw are imported when a document is wanted; no start has to wait for ReportLab.
"""

from __future__ import annotations

from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.dashboard import Dashboard
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


def dashboard(figures: Dashboard) -> bytes:
    """Draw the managers' dashboard as PDF."""
    from reports.dashboard_sheet import dashboard_pdf

    return dashboard_pdf(figures)


def dashboard_table(figures: Dashboard) -> bytes:
    """Write the managers' dashboard as a CSV file."""
    from reports.dashboard_rows import dashboard_csv

    return dashboard_csv(figures)


def table(figures: Mapping[str, Any]) -> bytes:
    """Write the figures of a numbered document, as plain data, as a CSV file."""
    from reports.figures_table import figures_csv

    return figures_csv(figures)


def draw(kind: DocumentKind, figures: object, seal: Seal | None) -> bytes:
    """Draw a document that is numbered, as PDF; without a seal it is a preview and says so."""
    module, function = _DRAWN[kind.value]
    drawn = getattr(import_module(module), function)(figures, seal)
    assert isinstance(drawn, bytes)
    return drawn


_DRAWN = {
    "ticket_statement": ("reports.ticket_statement", "ticket_statement_pdf"),
    "acceptance_letter": ("reports.acceptance_letter", "acceptance_letter_pdf"),
    "consulting_statement": ("reports.consulting_statement", "consulting_statement_pdf"),
    "solution_term": ("reports.solution_term", "solution_term_pdf"),
    "sla_report": ("reports.sla_report", "sla_report_pdf"),
}
