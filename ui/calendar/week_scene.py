"""A week to scale: a column a day, windows where they lie in time, the line of now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen

from app.domain.clock import from_epoch, to_brasilia
from ui.calendar.blocks import Block, BlockKind
from ui.calendar.brushes import Brushes, wrapped
from ui.calendar.week_blocks import hours_of, skipped_minutes
from ui.theme import Theme
from ui.tokens import GRID, HALF

AXIS = 48
_PLAIN_HEAD, _NAMED_HEAD = 28, 58
_GAP = 3
_MARKER = 18
_SHARE_OF_WINDOWS = 0.66
_BESIDE = frozenset({BlockKind.DUE, BlockKind.STRAY})
_LEAST_HOUR = 14
_LINE = 15
_HEADING_LINES = 2


class WeekScene:
    """Lays out and paints the blocks of some days."""

    def __init__(
        self, blocks: Sequence[Block], days: Sequence[date], now: int, theme: Theme, font: QFont
    ) -> None:
        """Take the blocks of the days; ``now`` is an epoch second."""
        self.blocks = blocks
        self._days = tuple(days)
        self._now = now
        self._brushes = Brushes(theme, font)
        self._first, self._last = hours_of(blocks)
        is_named = any(block.lines for block in blocks if block.kind is BlockKind.DAY)
        self._head = _NAMED_HEAD if is_named else _PLAIN_HEAD

    @property
    def least_height(self) -> int:
        """How tall the view has to be for every hour to be read."""
        return self._head + (self._last - self._first) * _LEAST_HOUR + GRID

    @property
    def hours(self) -> int:
        """How many hours the axis spans."""
        return self._last - self._first

    def rects(self, size: QSize) -> list[QRectF]:
        """Return where each block lies; markers stand beside the windows, never over each other."""
        beside: dict[int, float] = {}
        found = []
        for block in self.blocks:
            left, width = self._column(block.place, size)
            if block.kind is BlockKind.DAY:
                found.append(QRectF(left, 0, width, self._head - HALF))
                continue
            top, bottom = self._y(block.start, size), self._y(block.end, size)
            if block.kind is BlockKind.ITEM:
                y = min(top, size.height() - _MARKER - HALF)
                found.append(QRectF(left + _GAP, y, width - 2 * _GAP, _MARKER))
                continue
            windows = (width - 2 * _GAP) * _SHARE_OF_WINDOWS
            if block.kind not in _BESIDE:
                found.append(QRectF(left + _GAP, top + 0.5, windows, max(bottom - top - 1, 3)))
                continue
            y = max(top, beside.get(block.place, 0.0))
            beside[block.place] = y + _MARKER + 1
            x = left + 2 * _GAP + windows
            found.append(QRectF(x, y, width - windows - 3 * _GAP, _MARKER))
        return found

    def paint_ground(self, painter: QPainter, size: QSize) -> None:
        """Paint hours, days, today, and a hatch over what is closed."""
        brushes = self._brushes
        painter.fillRect(0, 0, size.width(), size.height(), brushes.colour("surface"))
        today = to_brasilia(from_epoch(self._now)).date()
        for place, when in enumerate(self._days):
            left, width = self._column(place, size)
            column = QRectF(left, self._head, width, size.height() - self._head)
            if when == today:
                painter.fillRect(column, brushes.colour("hover"))
            if self._is_closed(place):
                painter.fillRect(
                    column, QBrush(brushes.colour("hairline"), Qt.BrushStyle.Dense6Pattern)
                )
            painter.setPen(QPen(brushes.colour("hairline"), 1))
            painter.drawLine(QPointF(left, 0), QPointF(left, size.height()))
        self._paint_hours(painter, size)

    def _is_closed(self, place: int) -> bool:
        return any(b.place == place and b.kind is BlockKind.DAY and b.is_dim for b in self.blocks)

    def _paint_hours(self, painter: QPainter, size: QSize) -> None:
        brushes = self._brushes
        painter.setFont(brushes.small)
        room = (self._y(60 * (self._first + 1), size) - self._y(60 * self._first, size)) or 1
        step = 1 if room >= 16 else 2 if room >= 9 else 4
        for hour in range(self._first, self._last + 1):
            y = self._y(60 * hour, size)
            painter.setPen(QPen(brushes.colour("hairline"), 1))
            painter.drawLine(QPointF(AXIS, y), QPointF(size.width(), y))
            if (hour - self._first) % step == 0:
                painter.setPen(brushes.colour("muted"))
                label = QRectF(0, y - GRID, AXIS - GRID, 2 * GRID)
                side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(label, side, f"{hour:02d}:00")

    def paint_block(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint a block by its kind."""
        if block.kind is BlockKind.DAY:
            self._paint_heading(painter, block, rect)
        elif block.kind is BlockKind.DUE:
            self._brushes.due(painter, block, rect)
        elif block.kind is BlockKind.ITEM:
            self._brushes.item(painter, block, rect)
        elif block.kind is BlockKind.STRAY:
            self._brushes.stray(painter, block, rect)
        else:
            self._brushes.window(painter, block, rect)

    def _paint_heading(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        brushes = self._brushes
        is_today = block.day == to_brasilia(from_epoch(self._now)).date()
        inner = rect.adjusted(GRID, HALF, -HALF, 0)
        painter.setFont(brushes.bold)
        painter.setPen(brushes.colour("accent" if is_today else "text"))
        line = QRectF(inner.left(), inner.top(), inner.width(), _LINE + HALF)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, block.text)
        painter.setFont(brushes.small)
        painter.setPen(brushes.colour("muted"))
        metrics = QFontMetricsF(brushes.small)
        text = " · ".join(block.lines)
        for shown in wrapped(text, metrics, inner.width(), _HEADING_LINES):
            line = line.translated(0, _LINE)
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)

    def paint_over(self, painter: QPainter, size: QSize) -> None:
        """Paint what no clock showed, and the line of now over today."""
        self._paint_skipped(painter, size)
        wall = to_brasilia(from_epoch(self._now))
        minute = 60 * wall.hour + wall.minute
        if wall.date() not in self._days or not 60 * self._first <= minute <= 60 * self._last:
            return
        left, width = self._column(self._days.index(wall.date()), size)
        y = self._y(minute, size)
        self._brushes.now_line(painter, left, left + width, y)
        self._brushes.now_label(painter, AXIS - HALF, y, f"{wall:%H:%M}")

    def _paint_skipped(self, painter: QPainter, size: QSize) -> None:
        for place, when in enumerate(self._days):
            skipped = skipped_minutes(when)
            if skipped is None or skipped[0] < 60 * self._first:
                continue
            left, width = self._column(place, size)
            top, bottom = self._y(skipped[0], size), self._y(skipped[1], size)
            rect = QRectF(left + 1, top, width - 1, bottom - top)
            painter.fillRect(rect, self._brushes.colour("window"))
            painter.fillRect(
                rect, QBrush(self._brushes.colour("border"), Qt.BrushStyle.DiagCrossPattern)
            )

    def paint_focus(self, painter: QPainter, rect: QRectF, *, has_focus: bool) -> None:
        """Paint where the keyboard stands."""
        self._brushes.focus(painter, rect, has_focus=has_focus)

    def _column(self, place: int, size: QSize) -> tuple[float, float]:
        width = (size.width() - AXIS) / max(len(self._days), 1)
        return AXIS + place * width, width

    def _y(self, minute: int, size: QSize) -> float:
        share = (minute / 60 - self._first) / (self._last - self._first)
        return self._head + share * (size.height() - self._head - GRID)
