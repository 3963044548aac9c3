"""The documents there are: what window and command line ask for.

The modules that draw are imported when a document is wanted; no start has to wait for ReportLab.
"""

from __future__ import annotations

from datetime import datetime

from app.domain.figures import CalendarFigures, RosterFigures


def roster(figures: RosterFigures, issued: datetime) -> bytes:
    """Draw a duty roster as PDF; ``issued`` is the instant that its footer tells."""
    from reports.roster import roster_pdf

    return roster_pdf(figures, issued)


def calendar(figures: CalendarFigures, issued: datetime) -> bytes:
    """Draw a team's calendar as PDF, a grid of weeks or a list of few days."""
    from reports.calendar_sheet import calendar_pdf

    return calendar_pdf(figures, issued)
