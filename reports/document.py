"""The frame of every document: A4, a heading, a footer with the instant and the number of pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer

from app.domain.documents import Seal
from reports.styles import BODY, BOLD, INK, LINE, MUTED, REGULAR
from reports.texts import cut_to_width, paragraph
from reports.words import instant

PROGRAM = "Bancada"
rl_config.useA85 = 0  # as bytes, not spelled out in letters: a fifth smaller, and quicker
_MARGIN = 34
_HEADING, _FOOTER = 42, 16
_SHARE, _SUBJECT_SIZE = 0.62, 10


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on every page: ``subject`` is whom it is about, ``note`` a small remark.

    ``issued`` is None for a preview, which says so; ``seal`` goes with what was numbered.
    """

    title: str
    subject: str
    period: str
    issued: datetime | None
    note: str = ""
    is_landscape: bool = False
    seal: Seal | None = None

    @property
    def page(self) -> tuple[float, float]:
        """Width and height of a page, in points."""
        return landscape(A4) if self.is_landscape else A4

    @property
    def code(self) -> str:
        """The verification code; in the file it stands in two places, so that it is found."""
        return "" if self.seal is None else self.seal.code

    @property
    def body(self) -> tuple[float, float]:
        """Width and height of what lies between heading and footer, in points."""
        width, height = self.page
        return width - 2 * _MARGIN, height - 2 * _MARGIN - _HEADING - _FOOTER


def whole_subject(heading: Heading) -> list[Flowable]:
    """Return the name of whom it is about, to stand above everything, where the heading cuts it."""
    if cut_to_width(heading.subject, REGULAR, _SUBJECT_SIZE, _half(heading)) == heading.subject:
        return []
    return [paragraph(heading.subject, BODY), Spacer(0, 4)]


def _half(heading: Heading) -> float:
    return (heading.page[0] - 2 * _MARGIN) * _SHARE


def pdf_of(heading: Heading, story: Sequence[Flowable]) -> bytes:
    """Return a document as PDF; the same contents give the same bytes."""
    page = PageTemplate(
        "page",
        [Frame(_MARGIN, _MARGIN + _FOOTER, *heading.body, 0, 0, 0, 0)],
        onPage=lambda canvas, _document: _draw_heading(canvas, heading),
        pagesize=heading.page,
    )
    drawn = BytesIO()
    document = BaseDocTemplate(
        drawn,
        pagesize=heading.page,
        pageTemplates=[page],
        title=f"{heading.title} – {heading.subject} – {heading.period}",
        author=PROGRAM,
        creator=PROGRAM,
        subject=heading.code,
        keywords=[heading.code] if heading.code else [],
        lang="pt-BR",
        invariant=1,
        initialFontName=REGULAR,  # else the canvas begins with Helvetica
    )
    document.build(list(story), canvasmaker=partial(_FootedCanvas, heading=heading))
    return drawn.getvalue()


class _FootedCanvas(Canvas):
    """Draws the footers at the end, when it is known how many pages there are."""

    def __init__(self, *args: Any, heading: Heading, **options: Any) -> None:  # noqa: ANN401
        """Begin a document, as ReportLab asks for it."""
        super().__init__(*args, **options)
        self._heading = heading
        self._pages = 0

    def showPage(self) -> None:  # type: ignore[explicit-override]  # noqa: N802  # ReportLab's
        """End a page with a place for its footer."""
        self._pages += 1
        self.doForm(f"footer-{self._pages}")
        super().showPage()

    def save(self) -> None:  # type: ignore[explicit-override]  # its mark comes with Python 3.12
        """Draw what every place was kept for, and write the file."""
        for page in range(1, self._pages + 1):
            self.beginForm(f"footer-{page}")
            self._draw_footer(f"página {page} de {self._pages}")
            self.endForm()
        super().save()

    def _draw_footer(self, place: str) -> None:
        right = self._heading.page[0] - _MARGIN
        issued = _issued(self._heading)
        self.setStrokeColor(LINE)
        self.setLineWidth(0.4)
        self.line(_MARGIN, _MARGIN + 9, right, _MARGIN + 9)
        self.setFillColor(MUTED)
        self.setFont(REGULAR, 7)
        self.drawString(_MARGIN, _MARGIN, issued)
        self.drawRightString(right, _MARGIN, place)


def _issued(heading: Heading) -> str:
    if heading.issued is None:
        return f"{PROGRAM} · prévia: sem número, sem código, ainda não emitida"
    when = f"emitido em {instant(heading.issued)}, horário de Brasília"
    seal = heading.seal
    numbered = "" if seal is None else f"nº {seal.number_text} · {seal.code} · "
    return f"{PROGRAM} · {numbered}{when}"


def _draw_heading(canvas: Canvas, heading: Heading) -> None:
    width, height = heading.page
    half = _half(heading)
    top, right = height - _MARGIN, width - _MARGIN
    rest = right - _MARGIN - half - 12
    canvas.saveState()
    canvas.setFillColor(INK)
    canvas.setFont(BOLD, 15)
    canvas.drawString(_MARGIN, top - 12, cut_to_width(heading.title, BOLD, 15, half))
    canvas.setFont(BOLD, 10)
    canvas.drawRightString(right, top - 12, cut_to_width(heading.period, BOLD, 10, rest))
    canvas.setFont(REGULAR, _SUBJECT_SIZE)
    subject = cut_to_width(heading.subject, REGULAR, _SUBJECT_SIZE, half)
    canvas.drawString(_MARGIN, top - 27, subject)
    canvas.setFillColor(MUTED)
    canvas.setFont(REGULAR, 8)
    canvas.drawRightString(right, top - 27, cut_to_width(heading.note, REGULAR, 8, rest))
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.9)
    canvas.line(_MARGIN, top - 34, right, top - 34)
    canvas.restoreState()
