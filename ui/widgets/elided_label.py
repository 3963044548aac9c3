"""A line of text that ends in an ellipsis when there is no room for all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.override import override
from ui.texts import as_tooltip

_FEWEST_SIGNS = 4


class ElidedLabel(QLabel):
    """Shows as much as fits; the tooltip and the screen reader tell the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        """Show the text in one line."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text."""
        line = " ".join(text.split())
        self.setText(line)
        self.setToolTip(as_tooltip(line))

    @override
    def minimumSizeHint(self) -> QSize:
        """Allow shrinking to a few signs."""
        width = self.fontMetrics().averageCharWidth() * _FEWEST_SIGNS
        return QSize(width, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        del event
        painter = QPainter(self)
        area = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, area.width()
        )
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter) | int(self.alignment()), shown)
