"""All teams on one day: a row a team, hours across, to see who is open and who covers what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from app.domain.clock import from_epoch, to_brasilia
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.brushes import Brushes
from ui.theme import Theme
from ui.tokens import GRID, HALF

_HEAD = 28
_LABEL = 220
_HOURS = 24
_LEAST_ROW = 36


class TeamsScene:
    """Lays out and paints the rows."""

    def __init__(self, blocks: Sequence[Block], now: int, theme: Theme, font: QFont) -> None:
        """Take the blocks of a day; ``now`` is an epoch second."""
        self.blocks = blocks
        self._now = now
        self._rows = max((block.place for block in blocks), default=0) + 1
        self._brushes = Brushes(theme, font)
        self._attended = {block.place for block in blocks if block.kind is not BlockKind.TEAM}

    @property
    def least_height(self) -> int:
        """How tall the view has to be for every row to be read."""
        return _HEAD + self._rows * _LEAST_ROW

    def rects(self, size: QSize) -> list[QRectF]:
        """Return where each block lies."""
        height = (size.height() - _HEAD) / self._rows
        found = []
        for block in self.blocks:
            top = _HEAD + block.place * height
            if block.kind is BlockKind.TEAM:
                found.append(QRectF(0, top, _LABEL, height).adjusted(2, 2, -2, -2))
                continue
            left, right = self._x(block.start, size), self._x(block.end, size)
            rect = QRectF(left, top, right - left, height)
            found.append(rect.adjusted(0.5, HALF, -0.5, -HALF))
        return found

    def paint_ground(self, painter: QPainter, size: QSize) -> None:
        """Paint the hours and a line under each team."""
        brushes = self._brushes
        painter.fillRect(0, 0, size.width(), size.height(), brushes.colour("surface"))
        painter.setFont(brushes.small)
        step = 1 if size.width() > 1200 else 2
        for hour in range(0, _HOURS + 1, step):
            x = self._x(60 * hour, size)
            painter.setPen(QPen(brushes.colour("hairline"), 1))
            painter.drawLine(QPointF(x, _HEAD - HALF), QPointF(x, size.height()))
            painter.setPen(brushes.colour("muted"))
            painter.drawText(
                QRectF(x - 24, 0, 48, _HEAD - HALF), Qt.AlignmentFlag.AlignCenter, f"{hour:02d}:00"
            )
        height = (size.height() - _HEAD) / self._rows
        painter.setPen(QPen(brushes.colour("hairline"), 1))
        for row in range(self._rows + 1):
            y = _HEAD + row * height
            painter.drawLine(QPointF(0, y), QPointF(size.width(), y))

    def paint_block(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint a team's name with its state, or one of its windows."""
        if block.kind is not BlockKind.TEAM:
            self._brushes.window(painter, block, rect)
            return
        brushes = self._brushes
        inner = rect.adjusted(GRID, 0, -HALF, 0)
        half = inner.height() / 2
        self._line(painter, block.text, inner.top(), half, brushes.bold, "text", inner)
        token = "muted" if block.is_dim else "done"
        state = " · ".join(block.lines)
        if block.place in self._attended:
            self._line(painter, state, inner.top() + half, half, brushes.small, token, inner)
        else:  # beside the name there is all the room of the day to say why nobody attends
            wide = QRectF(_LABEL + 2 * GRID, rect.top(), 600, rect.height())
            self._line(painter, state, rect.top(), rect.height(), brushes.small, "muted", wide)

    def _line(  # what, where, how
        self,
        painter: QPainter,
        text: str,
        top: float,
        height: float,
        font: QFont,
        token: str,
        inner: QRectF,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._brushes.colour(token))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        place = QRectF(inner.left(), top, inner.width(), height)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)

    def paint_over(self, painter: QPainter, size: QSize) -> None:
        """Paint the line of now, where the day is today."""
        wall = to_brasilia(from_epoch(self._now))
        if not self.blocks or self.blocks[0].day != wall.date():
            return
        x = self._x(60 * wall.hour + wall.minute, size)
        painter.setPen(QPen(self._brushes.colour("accent_strong"), 2))
        painter.drawLine(QPointF(x, _HEAD - HALF), QPointF(x, size.height()))

    def paint_focus(self, painter: QPainter, rect: QRectF, *, has_focus: bool) -> None:
        """Paint where the keyboard stands."""
        self._brushes.focus(painter, rect, has_focus=has_focus)

    def _x(self, minute: int, size: QSize) -> float:
        return _LABEL + GRID + minute / 1440 * (size.width() - _LABEL - 5 * GRID)
