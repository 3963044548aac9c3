"""Asks under which name a set of filters is to be kept."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

_WIDTH = 360


class SaveViewDialog(QDialog):
    """One field; a name that is taken replaces the view of that name, and says so."""

    named = Signal(str)

    def __init__(self, taken: Collection[str], parent: QWidget) -> None:
        """Know which names are taken."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Salvar visão"))
        self._taken = frozenset(taken)
        self._name = QLineEdit(self)
        self._name.textChanged.connect(self._on_typed)
        self._hint = QLabel(self)
        self._hint.setObjectName("muted")
        self._save = QPushButton(self.tr("&Salvar visão"), self)
        self._save.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("&Cancelar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(self.tr("&Nome"), self._name)
        form.addRow("", self._hint)
        form.addRow(buttons)
        self.setMinimumWidth(_WIDTH)
        self._on_typed("")

    @property
    def name_field(self) -> QLineEdit:
        """The field of the name."""
        return self._name

    def _on_typed(self, text: str) -> None:
        name = text.strip()
        self._save.setEnabled(bool(name))
        replaces = name in self._taken
        self._hint.setText(self.tr("Substitui a visão deste nome.") if replaces else "")

    def _on_accepted(self) -> None:
        self.named.emit(self._name.text().strip())
        self.accept()
