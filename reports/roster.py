"""The duty roster on paper: a band for each week, then what they come to (CAL-7)."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from app.domain.figures import RosterFigures
from reports.document import Heading, pdf_of
from reports.roster_sums import sums_of
from reports.roster_week import band_of
from reports.styles import BODY, BODY_ALARM, SMALL_MUTED
from reports.texts import paragraph
from reports.weeks import weeks_of
from reports.words import HOLE, counted, period


def roster_pdf(figures: RosterFigures, issued: datetime) -> bytes:
    """Return the roster as PDF, A4 landscape."""
    heading = Heading(
        "Escala de plantão",
        figures.team,
        period(figures.first, figures.last),
        issued,
        is_landscape=True,
    )
    width, _height = heading.body
    legend = paragraph(_legend(figures), SMALL_MUTED)
    story: list[Flowable] = [_holes(figures.hole_count), legend, Spacer(0, 4)]
    for week in weeks_of(figures.days):
        story += [band_of(week, width), Spacer(0, 8)]
    return pdf_of(heading, [*story, *sums_of(figures, width)])


def _holes(count: int) -> Flowable:
    if not count:
        return paragraph("nenhum plantão vago", BODY)
    return paragraph(counted(count, "plantão vago", "plantões vagos"), BODY_ALARM)


def _legend(figures: RosterFigures) -> str:
    words = [f"{HOLE}: ninguém de plantão"] if figures.hole_count else []
    if any(post.swapped for day in figures.days for post in day.posts):
        words.append("*: veio por troca")
    return " · ".join([*words, "–: não há plantão"])
