"""A month: weeks as rows, a cell a day, the heavier its load the fuller its ground."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from ui.calendar.blocks import Block
from ui.calendar.brushes import Brushes, wrapped
from ui.format import weekdays
from ui.theme import Theme
from ui.tokens import GRID, HALF

_HEAD = 26
_DAYS = 7
_LINE = 16
_BAR = 4


class MonthScene:
    """Lays out and paints the cells of a month."""

    least_height = 420

    def __init__(
        self,
        blocks: Sequence[Block],
        closed: Sequence[bool],
        today: date,
        theme: Theme,
        font: QFont,
    ) -> None:
        """Take the cells, a Monday first; ``closed`` tells of each whether nobody attends."""
        self.blocks = blocks
        self._closed = closed
        self._today = today
        self._brushes = Brushes(theme, font)

    def rects(self, size: QSize) -> list[QRectF]:
        """Return where each cell lies."""
        weeks = -(-len(self.blocks) // _DAYS) or 1
        width, height = size.width() / _DAYS, (size.height() - _HEAD) / weeks
        return [
            QRectF(
                block.place % _DAYS * width, _HEAD + block.place // _DAYS * height, width, height
            ).adjusted(1, 1, -1, -1)
            for block in self.blocks
        ]

    def paint_ground(self, painter: QPainter, size: QSize) -> None:
        """Paint the names of the weekdays."""
        brushes = self._brushes
        painter.fillRect(0, 0, size.width(), size.height(), brushes.colour("hairline"))
        painter.fillRect(0, 0, size.width(), _HEAD, brushes.colour("surface"))
        painter.setFont(brushes.small)
        painter.setPen(brushes.colour("muted"))
        width = size.width() / _DAYS
        for place, name in enumerate(weekdays()):
            place_of = QRectF(place * width + GRID, 0, width - GRID, _HEAD)
            painter.drawText(place_of, Qt.AlignmentFlag.AlignVCenter, name)

    def paint_block(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint a cell: its number, a bar as long as its load, what it is named, what falls due."""
        brushes = self._brushes
        ground = "window" if self._closed[block.place] or block.is_dim else "surface"
        painter.fillRect(rect, brushes.colour(ground))
        if block.weight and not block.is_dim:
            heat = brushes.colour("accent_soft")
            heat.setAlphaF(0.25 + 0.75 * block.weight)
            painter.fillRect(rect, heat)
            bar = QRectF(rect.left(), rect.bottom() - _BAR, rect.width() * block.weight, _BAR)
            painter.fillRect(bar, brushes.colour("accent"))
        inner = rect.adjusted(GRID, HALF, -HALF, -HALF - _BAR)
        is_today = block.day == self._today
        painter.setFont(brushes.bold)
        painter.setPen(brushes.colour(self._token(block, is_today=is_today)))
        head = QRectF(inner.left(), inner.top(), inner.width(), _LINE)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, block.text)
        if is_today:
            painter.setPen(QPen(brushes.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        self._paint_lines(painter, block, inner)

    def _token(self, block: Block, *, is_today: bool) -> str:
        if block.is_dim:
            return "muted"
        return "accent" if is_today else "text"

    def _paint_lines(self, painter: QPainter, block: Block, inner: QRectF) -> None:
        brushes = self._brushes
        painter.setFont(brushes.small)
        painter.setPen(brushes.colour("muted" if block.is_dim else "text"))
        metrics = QFontMetricsF(brushes.small)
        room = max(0, int((inner.height() - _LINE) // _LINE))
        lines = [part for line in block.lines for part in wrapped(line, metrics, inner.width(), 2)]
        if len(lines) > room:
            lines = [*lines[: max(room - 1, 0)], "…"]
        for place, shown in enumerate(lines[:room]):
            where = QRectF(inner.left(), inner.top() + (place + 1) * _LINE, inner.width(), _LINE)
            painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, shown)

    def paint_over(self, painter: QPainter, size: QSize) -> None:
        """Paint nothing over the cells."""

    def paint_focus(self, painter: QPainter, rect: QRectF, *, has_focus: bool) -> None:
        """Paint where the keyboard stands."""
        self._brushes.focus(painter, rect.adjusted(2, 2, -2, -2), has_focus=has_focus)
