"""A dialog of fields that is kept open until what it asks for was done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from ui.failures import describe
from ui.tokens import GRID
from ui.widgets.refusable import Refusable

_WIDTH = 460
_TEXT_LINES = 6


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
        self.texts: dict[str, QPlainTextEdit] = {}
        self.choices: dict[str, QComboBox] = {}
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

    def add_words(self, words: str) -> None:
        """Say something above the fields that follow."""
        label = QLabel(words, self)
        label.setWordWrap(True)
        self._form.addRow(label)

    def add_line(self, name: str, label: str, text: str, placeholder: str = "") -> None:
        """Add a line to type, its label carrying the mnemonic."""
        line = QLineEdit(text, self)
        line.setPlaceholderText(placeholder)
        self._add(name, label, line)
        line.textEdited.connect(self._fields[name].take_back)
        self.lines[name] = line

    def hide_line(self, name: str) -> None:
        """Show dots for what is typed into a line."""
        self.lines[name].setEchoMode(QLineEdit.EchoMode.Password)

    def add_text(self, name: str, label: str) -> None:
        """Add a text of several lines."""
        text = QPlainTextEdit(self)
        text.setTabChangesFocus(True)
        text.setFixedHeight(text.fontMetrics().lineSpacing() * _TEXT_LINES)
        self._add(name, label, text)
        text.textChanged.connect(self._fields[name].take_back)
        self.texts[name] = text

    def add_choice(self, name: str, label: str, options: Sequence[tuple[str, str]]) -> None:
        """Add a choice of texts, each with what it stands for."""
        box = QComboBox(self)
        for text, value in options:
            box.addItem(text, value)
        self._add(name, label, box)
        self.choices[name] = box

    def _add(self, name: str, label: str, box: QWidget) -> None:
        field = Refusable(self)
        field.hold(box)
        self._form.addRow(field.caption(label, self), field)
        self._fields[name] = field

    def add_tick(self, name: str, label: str, *, ticked: bool) -> None:
        """Add a box to tick."""
        box = QCheckBox(label, self)
        box.setChecked(ticked)
        self._form.addRow("", box)
        self.ticks[name] = box

    def add_widget(self, part: QWidget) -> None:
        """Add something that is no field across the whole width."""
        self._form.addRow(part)

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
        failure = describe(error)
        named = next((n for n in self._fields if failure.sentence.startswith(f"{n}: ")), None)
        if named is None:
            self._refusal.setText(failure.told())
            self._refusal.show()
            return
        self._fields[named].refuse(failure.told(named))
        self._fields[named].box.setFocus()

    def has_field(self, name: str) -> bool:
        """Tell whether there is a field of a name."""
        return name in self._fields

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
        texts |= {name: text.toPlainText() for name, text in self.texts.items()}
        texts |= {name: str(box.currentData()) for name, box in self.choices.items()}
        self.asked.emit(texts, {name: box.isChecked() for name, box in self.ticks.items()})
