"""The place beside the list where the ticket's panel stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

_AFTER_PAINT_MS = 30


class PanelPlace(QWidget):
    """Has the panel made once the list was painted: nobody waits for both at the start."""

    filled = Signal()  # the panel has just been made

    def __init__(self, make: Callable[[], QWidget]) -> None:
        """Stay empty until ``fill_soon`` or the first look at ``panel``."""
        super().__init__()
        self._make = make
        self._panel: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_PAINT_MS)
        self._soon.timeout.connect(self._fill)

    @property
    def panel(self) -> QWidget:
        """The panel, made now if it was not there."""
        if self._panel is None:
            self._panel = self._make()
            self._column.addWidget(self._panel)
            self.filled.emit()
        return self._panel

    def fill_soon(self) -> None:
        """Have the panel made when what was asked before has been painted."""
        if self._panel is None:
            self._soon.start()

    def _fill(self) -> None:
        _made = self.panel
