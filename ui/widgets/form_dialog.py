"""A dialog of fields that is kept open until what it asks for was done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.domain.errors import InvalidInput
from ui.failures import describe
from ui.tokens import GRID
from ui.widgets.refusable import Refusable

_WIDTH = 460


class FormDialog(QDialog):
    """Lines and ticks by name; what is refused is said at its field, and stays typed."""

    asked = Signal(object, object)  # dict of texts, dict of ticks

    def __init__(self, title: str, verb: str, parent: QWidget) -> None:
        """Have no field yet; ``verb`` is what the button does."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.lines: dict[str, QLineEdit] = {}
        self.ticks: dict[str, QCheckBox] = {}
        self._fields: dict[str, Refusable] = {}
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.do_button = QPushButton(verb, self)
        self.do_button.setDefault(True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._form.setSpacing(GRID)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.do_button.click)

    def add_line(self, name: str, label: str, text: str, placeholder: str = "") -> None:
        """Add a line to type, its label carrying the mnemonic."""
        field = Refusable(self)
        line = QLineEdit(text, field)
        line.setPlaceholderText(placeholder)
        line.textEdited.connect(lambda _text: field.refuse(""))
        field.hold(line)
        caption = QLabel(label, self)
        caption.setBuddy(line)
        caption.setMinimumHeight(line.sizeHint().height())
        line.setAccessibleName(label.replace("&", ""))
        self._form.addRow(caption, field)
        self.lines[name], self._fields[name] = line, field

    def add_tick(self, name: str, label: str, *, ticked: bool) -> None:
        """Add a box to tick."""
        box = QCheckBox(label, self)
        box.setChecked(ticked)
        self._form.addRow("", box)
        self.ticks[name] = box

    def finish(self, cancel: str) -> None:
        """Add the refusal and the buttons below the fields."""
        self._form.addRow(self._refusal)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self._form.addRow(buttons)

    def refuse(self, error: Exception) -> None:
        """Say why it was refused, at the field it belongs to where it names one."""
        self.do_button.setEnabled(True)
        field = self._fields.get(error.field or "") if isinstance(error, InvalidInput) else None
        if field is not None and isinstance(error, InvalidInput):
            field.refuse(error.reason)
            field.box.setFocus()
            return
        self._refusal.setText(describe(error).told())
        self._refusal.show()

    def refusal_of(self, name: str) -> str:
        """Return why a field was refused; empty where it was not."""
        return self._fields[name].refusal

    @property
    def refusal_text(self) -> str:
        """What is said of the whole."""
        return self._refusal.text()

    def _on_accepted(self) -> None:
        self._refusal.hide()
        self.do_button.setEnabled(False)
        texts = {name: line.text() for name, line in self.lines.items()}
        self.asked.emit(texts, {name: box.isChecked() for name, box in self.ticks.items()})
