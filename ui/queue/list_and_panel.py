"""The list and the ticket's panel, sharing the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.window_state import WindowState

_BESIDE_FROM_WIDTH = 1200
_SHARES = (60, 40)


class ListAndPanel(QSplitter):
    """Puts the ticket beside the list where there is room, else below it."""

    def __init__(self, parts: tuple[QWidget, QWidget], state: WindowState, parent: QWidget) -> None:
        """Hold the list and the panel; ``arrange`` gives them their space."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._state = state
        self._is_shared = False
        self.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(zip(parts, _SHARES, strict=True)):
            self.addWidget(part)
            self.setStretchFactor(place, share)

    def arrange(self, width: int, height: int) -> None:
        """Stand as a page of this size allows."""
        beside = width >= _BESIDE_FROM_WIDTH
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() is orientation and self._is_shared:
            return
        self._is_shared = True
        self.setOrientation(orientation)
        # Anew, unless a person has shared it before.
        if not self._state.restore_splitter(self._name(), self):
            self.setSizes([(width if beside else height) * share // 100 for share in _SHARES])

    def save(self) -> None:
        """Remember how the space is shared."""
        self._state.save_splitter(self._name(), self)

    def _name(self) -> str:
        beside = self.orientation() is Qt.Orientation.Horizontal
        return "queue-beside" if beside else "queue-below"
