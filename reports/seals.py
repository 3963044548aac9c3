"""What makes a paper checkable: number, author, code, and the code as a square (rulebook §10)."""

from __future__ import annotations

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.domain.documents import Seal
from reports.styles import BOLD, INK, LINE, MUTED, REGULAR
from reports.texts import cut_to_width
from reports.words import instant

_SQUARE, _GAP = 56.0, 10.0
_LINE = 10.5


def seal_of(seal: Seal | None, title: str) -> list[Flowable]:
    """Return the block that ends a document; a preview has none."""
    if seal is None:
        return []
    return [CondPageBreak(_SQUARE + 16), Spacer(0, 12), _SealBlock(seal, title)]


class _SealBlock(Flowable):
    """The square with the code, and beside it what it says in words."""

    def __init__(self, seal: Seal, title: str) -> None:
        super().__init__()
        self._seal = seal
        self._title = title

    def wrap(  # type: ignore[explicit-override]  # its mark comes with Python 3.12
        self, available_width: float, _available_height: float
    ) -> tuple[float, float]:
        """Take the whole width and the height of the square."""
        self.width, self.height = available_width, _SQUARE
        return self.width, self.height

    def draw(self) -> None:
        """Draw the square at the left and the words beside it."""
        seal, canvas = self._seal, self.canv
        _draw_square(canvas, f"Bancada {self._title} {seal.number_text} {seal.code}")
        left, room = _SQUARE + _GAP, self.width - _SQUARE - _GAP
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.4)
        canvas.line(0, _SQUARE + 5, self.width, _SQUARE + 5)
        words = (
            (BOLD, 8, f"{self._title} nº {seal.number_text}"),
            (REGULAR, 8, f"emitido por {seal.by} em {instant(seal.issued)}, horário de Brasília"),
            (BOLD, 9, f"código de verificação {seal.code}"),
            (
                REGULAR,
                7,
                "Na Bancada, em Relatórios, Conferir documento diz se este arquivo foi emitido",
            ),
            (REGULAR, 7, "ali e continua como saiu, byte a byte."),
        )
        top = _SQUARE - 9
        for place, (font, size, text) in enumerate(words):
            canvas.setFillColor(MUTED if size == 7 else INK)
            canvas.setFont(font, size)
            canvas.drawString(left, top - place * _LINE, cut_to_width(text, font, size, room))


def _draw_square(canvas: Canvas, text: str) -> None:
    """Draw a text as a QR code."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    side = _SQUARE / len(code.modules)
    canvas.setFillColor(INK)
    for row, modules in enumerate(code.modules):
        for column, is_dark in enumerate(modules):
            if is_dark:
                canvas.rect(column * side, _SQUARE - (row + 1) * side, side, side, stroke=0, fill=1)
