"""How blocks look, wherever they lie: windows, plantão, holes, deadlines, what is chosen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from ui.calendar.blocks import Block, BlockKind
from ui.theme import Theme, strong
from ui.tokens import GRID, HALF, RADIUS

_EDGE = 3
_LINE = 15
_HATCH_ALPHA = 90


class Brushes:
    """Paints single blocks from the theme."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        """Write in a font of the view."""
        self._theme = theme
        self.plain = QFont(font)
        self.bold = strong(font)
        self.small = QFont(font)
        self.small.setPointSizeF(max(font.pointSizeF() - 1, 7.0))

    def colour(self, token: str) -> QColor:
        """Return a colour by the name of its token."""
        return QColor(getattr(self._theme.colours, token))

    def window(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint a window: full, or hatched where it is plantão, dashed where nobody holds it."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("surface" if block.post else "accent_soft"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        is_hole = block.kind is BlockKind.HOLE
        tint = "soon" if is_hole else "accent"
        if block.post is not None:
            self.hatch(painter, rect, tint)
        edge = QRectF(rect.left(), rect.top(), _EDGE, rect.height())
        painter.setBrush(self.colour(tint))
        painter.drawRoundedRect(edge, 1, 1)
        if is_hole:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour("soon"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self.lines(painter, rect, self._texts(block))

    def _texts(self, block: Block) -> list[tuple[str, str, QFont]]:
        if block.post is None:
            return [(block.text, "muted", self.small)]
        is_hole = block.kind is BlockKind.HOLE
        token = "soon" if is_hole else "text"
        named = [
            (f"⚠\N{NO-BREAK SPACE}{n}" if is_hole else n, token, self.bold) for n in block.lines
        ]
        return [*named, (block.text, "muted", self.small)]

    def hatch(self, painter: QPainter, rect: QRectF, token: str) -> None:
        """Hatch a rectangle: what is plantão."""
        colour = self.colour(token)
        colour.setAlpha(_HATCH_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def lines(self, painter: QPainter, rect: QRectF, texts: list[tuple[str, str, QFont]]) -> None:
        """Write lines from the top of a block, as many as it has room for; names on a ground."""
        inner = rect.adjusted(_EDGE + HALF, 1, -HALF, -1)
        top = inner.top() + (HALF if inner.height() > 2 * _LINE else 0)
        room = max(1, int((inner.bottom() - top) // _LINE))
        for text, token, font in texts[:room]:
            painter.setFont(font)
            metrics = QFontMetricsF(font)
            shown = fitted(text, metrics, inner.width(), is_name=font is self.bold)
            place = QRectF(inner.left(), top, inner.width(), min(_LINE, inner.height()))
            if font is self.bold:  # a hatch behind letters would tire the eye
                width = min(metrics.horizontalAdvance(shown) + HALF, inner.width())
                painter.fillRect(
                    QRectF(place.left() - 2, place.top(), width + 2, place.height()),
                    self.colour("surface"),
                )
            painter.setPen(self.colour(token))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            top += _LINE

    def due(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint a marker of tickets that fall due."""
        token = "late" if block.is_late else "text"
        painter.setPen(QPen(self.colour("border"), 1))
        painter.setBrush(self.colour("late_soft" if block.is_late else "raised"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        room = QFontMetricsF(self.small).horizontalAdvance(block.text) <= rect.width() - GRID
        text = block.text if room or not block.lines else block.lines[0]
        self._centred(painter, text, rect, token, self.small)

    def item(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint what Oferta P owes."""
        token = "late" if block.is_late else "done"
        if block.is_dim:
            token = "muted"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("hover" if block.is_dim else f"{token}_soft"))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        self._centred(painter, block.text, rect, token, self.small, left=True)

    def stray(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint a duty that no window needs any more."""
        painter.setPen(QPen(self.colour("late"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(self.colour("late_soft"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        self._centred(painter, f"? {block.text}", rect, "late", self.small, left=True)

    def _centred(  # where, in which colour and font
        self,
        painter: QPainter,
        text: str,
        rect: QRectF,
        token: str,
        font: QFont,
        *,
        left: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self.colour(token))
        inner = rect.adjusted(HALF, 0, -HALF, 0)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | side, shown)

    def focus(self, painter: QPainter, rect: QRectF, *, has_focus: bool) -> None:
        """Paint a frame around the block the keyboard stands on."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = 2 if has_focus else 1
        painter.setPen(QPen(self.colour("accent_strong"), width))
        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), RADIUS, RADIUS)

    def now_line(self, painter: QPainter, left: float, right: float, y: float) -> None:
        """Paint the line of now from one side to the other."""
        painter.setPen(QPen(self.colour("accent_strong"), 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setBrush(self.colour("accent_strong"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(left, y), HALF, HALF)

    def now_label(self, painter: QPainter, right: float, y: float, text: str) -> None:
        """Write the time on the axis, at the height of the line of now."""
        painter.setFont(self.small)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("accent_strong"))
        width = QFontMetricsF(self.small).horizontalAdvance(text) + GRID
        label = QRectF(right - width, y - _LINE / 2, width, _LINE)
        painter.drawRoundedRect(label, RADIUS, RADIUS)
        painter.setPen(self.colour("on_accent"))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter, text)


def fitted(text: str, metrics: QFontMetricsF, width: float, *, is_name: bool) -> str:
    """Return a text that fits: of a name its first part, of what else does not fit nothing cut."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    first = text.partition(" ")[0] if is_name else ""
    if first and metrics.horizontalAdvance(first) <= width:
        return first
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width) if is_name else ""


def wrapped(text: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Return a text in lines that fit, the last one cut where there would be more."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        if words and len(lines) == most - 1:
            line = f"{line} {' '.join(words)}"
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
    return lines
