"""A team's calendar on paper: a grid of weeks for a month or more, a list for fewer days."""

from __future__ import annotations

from datetime import datetime

from app.domain.figures import CalendarFigures
from reports.calendar_days import day_list
from reports.calendar_grid import week_grid
from reports.document import Heading, pdf_of
from reports.words import counted, hours, period

_LONGEST_LIST = 14


def calendar_pdf(figures: CalendarFigures, issued: datetime) -> bytes:
    """Return the calendar as PDF, A4; landscape where it is a grid of weeks."""
    is_grid = len(figures.days) > _LONGEST_LIST
    heading = Heading(
        "Calendário da equipe",
        figures.team,
        period(figures.first, figures.last),
        issued,
        note=f"revisão {figures.revision} do calendário",
        is_landscape=is_grid,
    )
    draw = week_grid if is_grid else day_list
    return pdf_of(heading, draw(figures, _totals(figures), heading.body))


def _totals(figures: CalendarFigures) -> str:
    words = [
        counted(figures.business_days, "dia útil", "dias úteis"),
        f"{hours(figures.counted_seconds)} que contam no prazo",
        counted(figures.due_count, "chamado vence", "chamados vencem"),
    ]
    if figures.item_count:
        words.append(counted(figures.item_count, "item da Oferta P", "itens da Oferta P"))
    return " · ".join(words)
