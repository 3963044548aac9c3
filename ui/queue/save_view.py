"""Asks under which name a set of filters is to be kept."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.domain.errors import BancadaError

_WIDTH = 360


class SaveViewDialog(QDialog):
    """One field; a name that is taken replaces the view of that name, and says so.

    What cannot be saved is told below the field, and the name stays in it.
    """

    def __init__(
        self, taken: Collection[str], save: Callable[[str], None], parent: QWidget
    ) -> None:
        """Know which names are taken; ``save`` may refuse with a ``BancadaError``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Salvar visão"))
        self._taken = frozenset(taken)
        self._save_under = save
        self._name = QLineEdit(self)
        self._name.textChanged.connect(self._on_typed)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
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

    @property
    def hint_text(self) -> str:
        """What is said below the field."""
        return self._hint.text()

    def _on_typed(self, text: str) -> None:
        name = text.strip()
        self._save.setEnabled(bool(name))
        replaces = name in self._taken
        self._say(self.tr("Substitui a visão deste nome.") if replaces else "", "muted")

    def _say(self, text: str, name: str) -> None:
        self._hint.setText(text)
        self._hint.setObjectName(name)
        self._hint.style().unpolish(self._hint)
        self._hint.style().polish(self._hint)

    def _on_accepted(self) -> None:
        try:
            self._save_under(self._name.text().strip())
        except BancadaError as error:
            self._say(error.sentence, "late")
            return
        self.accept()
