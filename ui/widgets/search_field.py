"""The field that searches while one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import IconName, Icons
from ui.override import override

_PAUSE_MS = 150


class SearchField(QLineEdit):
    """Tells what is searched once the typing pauses; Esc empties it, ↓ goes to the results."""

    searched = Signal(str)  # the text, trimmed
    left_downwards = Signal()  # the person wants to go on in the results

    def __init__(self, name: str, icons: Icons, parent: QWidget | None = None) -> None:
        """Call the field ``name``: its placeholder and what a screen reader says."""
        super().__init__(parent)
        self.setPlaceholderText(name)
        self.setAccessibleName(name.rstrip("…"))
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        icons.bind(self._glass, IconName.SEARCH)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._told = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show a text as searched already, without telling anybody."""
        self.setText(text)
        self._pause.stop()
        self._told = text.strip()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty on Esc, leave on ↓; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._tell()
            return
        if event.key() == Qt.Key.Key_Down:
            self._tell()
            self.left_downwards.emit()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.searched.emit(text)
