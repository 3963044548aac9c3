"""Paints the cells of the queue: a line of text, cut where it does not fit, and a mark."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.override import override
from ui.queue.columns import Column
from ui.queue.marks import MARK_SIZE
from ui.queue.model import QueueModel

_MARGIN = 4
_SELECTED = QStyle.StateFlag.State_Selected.value
_ACTIVE = QStyle.StateFlag.State_Active.value
_FOCUSED = QStyle.StateFlag.State_HasFocus.value
_DUE = Column.DUE.value
_ELLIPSIS = "…"


class LetterWidths(dict[str, float]):
    """How wide each letter is in a font: Qt is asked once for a letter, not for every text."""

    def __init__(self, font: QFont) -> None:
        """Know no letter yet."""
        super().__init__()
        self._metrics = QFontMetricsF(font)
        self.rise = (self._metrics.ascent() - self._metrics.descent()) / 2
        """So much below the middle of a line its letters stand."""

    def __missing__(self, letter: str) -> float:
        width = self[letter] = self._metrics.horizontalAdvance(letter)
        return width

    def fitted(self, text: str, room: float) -> tuple[str, float]:
        """Return a text, cut with an ellipsis where it does not fit, and how wide it is at most."""
        width = sum(map(self.__getitem__, text))
        if width <= room:
            return text, width
        ends = list(accumulate(map(self.__getitem__, text)))
        kept = bisect_right(ends, room - self[_ELLIPSIS])
        return text[:kept] + _ELLIPSIS, room


class CellDelegate(QStyledItemDelegate):
    """Draws a line of text and its mark.

    In a third of the time of the general delegate, which asks for seven roles of each cell and
    lays its text out twice.
    """

    def __init__(self, model: QueueModel, parent: QWidget) -> None:
        """Draw the cells of a model."""
        super().__init__(parent)
        self._model = model
        self._view = parent
        self._widths = LetterWidths(parent.font())
        self._pictures: dict[tuple[int, float], QPixmap] = {}

    def use_font(self, font: QFont) -> None:
        """Draw with the view's font from now on."""
        self._widths = LetterWidths(font)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell; its flags are taken as numbers, which a page asks for a thousand times."""
        rect: QRect = option.rect
        left, top, width, height = rect.x(), rect.y(), rect.width(), rect.height()
        state = option.state.value
        column = index.column()
        text, colour, light, mark = self._model.looks(index.row(), column)
        if state & _SELECTED:
            group = QPalette.ColorGroup.Active if state & _ACTIVE else QPalette.ColorGroup.Inactive
            brush = option.palette.brush(group, QPalette.ColorRole.Highlight)
            painter.fillRect(left, top, width, height, brush)
        elif light is not None:
            painter.fillRect(left, top, width, height, light)
        if mark is not None:
            middle = top + (height - MARK_SIZE.height()) // 2
            painter.drawPixmap(left + _MARGIN, middle, self._picture_of(mark))
        widths = self._widths
        text, taken = widths.fitted(text, width - 2 * _MARGIN)
        start = left + width - _MARGIN - taken if column == _DUE else left + _MARGIN
        painter.setPen(colour)
        painter.drawText(QPointF(start, top + height / 2 + widths.rise), text)
        if state & _FOCUSED and not state & _SELECTED:
            painter.drawRect(left, top, width - 1, height - 1)

    def _picture_of(self, mark: QIcon) -> QPixmap:
        """Return a mark's picture for the view's screen; an icon would look for it at each cell."""
        key = (mark.cacheKey(), self._view.devicePixelRatioF())
        if key not in self._pictures:
            self._pictures[key] = mark.pixmap(MARK_SIZE, key[1])
        return self._pictures[key]
