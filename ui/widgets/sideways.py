"""A row that may be wider than its place: it scrolls sideways, and takes no more height for it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.override import override
from ui.tokens import GRID

_NARROWEST = 20 * GRID


class SidewaysArea(QScrollArea):
    """Shows one row without scroll bars; wheel, Tab and ``ensureWidgetVisible`` move it."""

    def __init__(self, row: QWidget, parent: QWidget | None = None) -> None:
        """Take the row in."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row = row
        # One of ours fills no background; and asking Qt for its own loads every class of widgets.
        self.setViewport(QWidget())
        self.setWidget(row)
        row.setAutoFillBackground(False)

    @override
    def sizeHint(self) -> QSize:
        """As large as the row would like to be."""
        return self._row.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """As high as the row; its width may be cut."""
        return QSize(_NARROWEST, self._row.minimumSizeHint().height())

    @override
    def event(self, event: QEvent) -> bool:
        """Ask for another height when the row wants one."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Roll sideways whichever way the wheel turns."""
        turned = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()
