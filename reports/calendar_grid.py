"""A month or more of a calendar: weeks as rows, Monday first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportlab.platypus import Flowable, Spacer, Table

from app.domain.figures import CalendarFigures
from reports.calendar_cell import cell_of
from reports.styles import BODY, GRID, SMALL_BOLD, SMALL_MUTED, TINT, Command
from reports.texts import paragraph
from reports.weeks import weeks_of
from reports.words import WEEKDAYS, month_mark

_HEAD_HEIGHT = 14.0
_BESIDE, _ABOVE = 6.0, 5.0
_WEEKS_PER_PAGE = 6
_LONGEST_MONTH = 31
_LEGEND = "Ao lado da data, o tempo que conta no prazo. Em cinza, o plantão."


def week_grid(figures: CalendarFigures, totals: str, body: tuple[float, float]) -> list[Flowable]:
    """Return the grid; six weeks fill one page, unless a day has too much to tell."""
    width, height = body
    column = width / 7
    top = [paragraph(totals, BODY), paragraph(_LEGEND, SMALL_MUTED), Spacer(0, 4)]
    weeks = [
        [cell_of(day, _date(day.date, figures)) if day else [] for day in week]
        for week in weeks_of(figures.days)
    ]
    natural = [max(_height(cell, column - _BESIDE) for cell in week) + _ABOVE for week in weeks]
    room = height - _HEAD_HEIGHT - 1 - _height(top, width)
    tinted: Command = ("BACKGROUND", (0, 0), (-1, 0), TINT)
    grid = Table(
        [[paragraph(name, SMALL_BOLD) for name in WEEKDAYS], *weeks],
        [column] * 7,
        [_HEAD_HEIGHT, *_row_heights(natural, room)],
        style=[*GRID, tinted],
        repeatRows=1,
    )
    return [*top, grid]


def stretched(natural: Sequence[float], room: float) -> list[float]:
    """Return heights that fill the room, as even as what is in them lets them be."""
    rest, left = room, len(natural)
    for height in sorted(natural, reverse=True):
        if height * left <= rest:
            break
        rest, left = rest - height, left - 1
    even = rest / left if left else 0.0
    return [max(height, even) for height in natural]


def _date(day: date, figures: CalendarFigures) -> str:
    """Write the number of a day, with its month where that begins or could be mistaken."""
    is_long = len(figures.days) > _LONGEST_MONTH
    if day == figures.first or day.day == 1 or (is_long and day.weekday() == 0):
        return f"{day.day} {month_mark(day)}"
    return str(day.day)


def _row_heights(natural: Sequence[float], room: float) -> list[float]:
    if len(natural) <= _WEEKS_PER_PAGE:
        return stretched(natural, room)
    return [max(height, room / _WEEKS_PER_PAGE) for height in natural]


def _height(parts: Sequence[Flowable], width: float) -> float:
    return sum(part.wrap(width, 10_000)[1] for part in parts)
