"""What stands behind "Detalhes": for whoever mends it, not for whoever met it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.failures import Failure
from ui.tokens import GRID

_WIDTH = 600
_HEIGHT = 360


class FailureDetails(QDialog):
    """The sentence, the details, and where the log lies."""

    def __init__(self, failure: Failure, parent: QWidget) -> None:
        """Show one failure."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Detalhes da falha"))
        self.resize(_WIDTH, _HEIGHT)
        sentence = QLabel(failure.sentence, self)
        sentence.setWordWrap(True)
        self._details = QPlainTextEdit(failure.details, self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Detalhes"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(sentence)
        column.addWidget(self._details, 1)
        if failure.log_path is not None:
            column.addWidget(self._path_label(str(failure.log_path)))
        column.addWidget(self._buttons())

    @property
    def text(self) -> str:
        """The details that are shown."""
        return self._details.toPlainText()

    def _path_label(self, path: str) -> QLabel:
        label = QLabel(self.tr("Registro: {path}").format(path=path), self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("&Copiar"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self._on_copy)
        close = buttons.addButton(self.tr("Fechar"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        return buttons

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
