"""A box with the line below it that says why what stands there was refused."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from ui.tokens import HALF

_APART = 4


class Refusable(QWidget):
    """A field of a dialog; what a rule refuses of it is said below it, and stays typed."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Have no box yet; ``hold`` gives one."""
        super().__init__(parent)
        self._note = QLabel(self)
        self._note.setObjectName("late")
        self._note.setWordWrap(True)
        self._note.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HALF)
        self._column.addWidget(self._note)

    def hold(self, box: QWidget) -> None:
        """Stand the box above the line."""
        self.box = box
        self._column.insertWidget(0, box)

    def caption(self, label: str, parent: QWidget) -> QLabel:
        """Return the label of the box, its mnemonic leading there, on the box's first line."""
        caption = QLabel(label, parent)
        caption.setBuddy(self.box)
        # The underlined letter stands apart from the next one, which the hint does not know.
        caption.setMinimumWidth(caption.sizeHint().width() + _APART)
        if not isinstance(self.box, QPlainTextEdit):
            caption.setFixedHeight(self.box.sizeHint().height())
        self.box.setAccessibleName(label.replace("&", ""))
        return caption

    @property
    def refusal(self) -> str:
        """Why the field was refused; empty where it was not."""
        return self._note.text()

    def take_back(self) -> None:
        """Say nothing any more: a person is typing."""
        self.refuse("")

    def refuse(self, sentence: str) -> None:
        """Say below the field why it was refused; an empty sentence takes that back."""
        self._note.setText(sentence[:1].upper() + sentence[1:])
        self._note.setVisible(bool(sentence))
        self.box.setAccessibleDescription(sentence)
