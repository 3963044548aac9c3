"""What follows the weeks of a roster: hours per person, absences, double duties."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import CondPageBreak, Flowable, Spacer, Table

from app.domain.figures import PersonHours, RosterAbsence, RosterFigures
from reports.styles import ALL, BODY, FRAMED, LINE, SECTION, SMALL, SMALL_BOLD, SMALL_RIGHT, Command
from reports.texts import LONGEST_NAME, cut, paragraph
from reports.words import full_date, hours

_PAIRS = 4
_GAP, _HOURS_WIDTH, _DAYS_WIDTH = 22, 52, 130
_ROWS_PER_TABLE = 100
_SECTION_ROOM = 60
_LONGEST_REASON, _LONGEST_LINE = 200, 300
_NONE = "Nenhuma no período."


def sums_of(figures: RosterFigures, width: float) -> list[Flowable]:
    """Return the three parts, each under its title; an empty one says so."""
    return [
        *_section(f"Horas de plantão por pessoa · total {hours(figures.seconds)}"),
        *_hours(figures.hours, width),
        *_section("Ausências"),
        *_absences(figures.absences, width),
        *_section("Pessoas em dois plantões ao mesmo tempo"),
        *(paragraph(cut(text, _LONGEST_LINE), BODY) for text in figures.double_duties or (_NONE,)),
    ]


def _section(title: str) -> list[Flowable]:
    return [CondPageBreak(_SECTION_ROOM), Spacer(0, 8), paragraph(title, SECTION), Spacer(0, 2)]


def _hours(people: Sequence[PersonHours], width: float) -> list[Flowable]:
    if not people:
        return [paragraph("Ninguém está de plantão no período.", BODY)]
    rows = [_people(people[start : start + _PAIRS]) for start in range(0, len(people), _PAIRS)]
    name_width = (width + _GAP) / _PAIRS - _HOURS_WIDTH - _GAP
    widths = [name_width, _HOURS_WIDTH, _GAP] * _PAIRS
    return _tables(rows, widths[:-1], columns=[(3 * pair, 3 * pair + 1) for pair in range(_PAIRS)])


def _people(people: Sequence[PersonHours]) -> list[object]:
    row: list[object] = []
    for person in people:
        name = paragraph(cut(person.name, LONGEST_NAME), SMALL)
        row += [name, paragraph(hours(person.seconds), SMALL_RIGHT), ""]
    return [*row, *[""] * (3 * _PAIRS)][: 3 * _PAIRS - 1]


def _absences(absences: Sequence[RosterAbsence], width: float) -> list[Flowable]:
    if not absences:
        return [paragraph(_NONE, BODY)]
    rows: list[list[object]] = [
        [
            paragraph(cut(away.name, LONGEST_NAME), SMALL_BOLD),
            paragraph(_days(away), SMALL),
            paragraph(cut(away.reason, _LONGEST_REASON), SMALL),
        ]
        for away in absences
    ]
    name_width = (width + _GAP) / _PAIRS
    widths = [name_width, _DAYS_WIDTH, width - name_width - _DAYS_WIDTH]
    return _tables(rows, widths, columns=[(0, 2)])


def _days(away: RosterAbsence) -> str:
    if away.first == away.last:
        return full_date(away.first)
    return f"{full_date(away.first)} a {full_date(away.last)}"


def _tables(
    rows: list[list[object]], widths: list[float], columns: list[tuple[int, int]]
) -> list[Flowable]:
    """Return short tables that follow each other, for a long one takes quadratic time.

    A line is drawn below the columns that belong together.
    """
    flush: list[Command] = [(f"{side}PADDING", *ALL, 0) for side in ("LEFT", "RIGHT")]
    style: list[Command] = [*FRAMED, *flush]
    style += [("LINEBELOW", (one, 0), (last, -1), 0.4, LINE) for one, last in columns]
    return [
        Table(rows[start : start + _ROWS_PER_TABLE], widths, style=style)
        for start in range(0, len(rows), _ROWS_PER_TABLE)
    ]
