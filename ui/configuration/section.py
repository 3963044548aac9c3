"""A section of the settings: fields with their defaults and rules, kept when a person says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.errors import BancadaError, InvalidInput
from ui.composition import WindowContext
from ui.jobs import Lane
from ui.theme import strong
from ui.tokens import GRID, HALF
from ui.widgets.refusable import Refusable

_WIDTH = 760


class LineField(Refusable):
    """One line to type."""

    def __init__(self, parent: QWidget, placeholder: str = "") -> None:
        """Begin empty."""
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(placeholder)
        self.line.textEdited.connect(self.changed)
        self.hold(self.line)


class Section(QWidget):
    """The frame of a section; a person's typing is never overwritten by what others set."""

    title = ""

    def __init__(self, context: WindowContext, parent: QWidget, title: str, about: str) -> None:
        """Show the title and what the section is about."""
        super().__init__(parent)
        self.setObjectName("section")
        self.title = title
        self.context = context
        self.is_typed_in = False
        self.fields: dict[str, Refusable] = {}
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._note.hide()
        heading, words = QLabel(title, self), QLabel(about, self)
        heading.setFont(strong(self.font()))
        words.setObjectName("muted")
        words.setWordWrap(True)
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(2 * GRID)
        self.form.setVerticalSpacing(GRID)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(HALF)
        self.buttons.addStretch(1)
        inner = QWidget(self)
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (heading, words):
            column.addWidget(part)
        column.addLayout(self.form)
        column.addWidget(self._note)
        column.addLayout(self.buttons)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(inner, 1)
        row.addStretch(0)
        self.column = column

    def read(self) -> None:
        """Show what is set, unless a person is typing; a section overrides ``show_set``."""
        if not self.is_typed_in:
            self.show_set()

    def show_set(self) -> None:
        """Ask the service what is set and show it."""

    def add_field(self, name: str, label: str, field: Refusable, hint: str = "") -> None:
        """Add a field under a label; ``hint`` says its default and its rule."""
        field.changed.connect(self._on_typed)
        self.fields[name] = field
        self.form.addRow(field.caption(label, self), field)
        if hint:
            words = QLabel(hint, self)
            words.setObjectName("muted")
            words.setWordWrap(True)
            self.form.addRow("", words)

    def add_button(self, text: str, slot: Callable[[], None], *, main: bool = False) -> QPushButton:
        """Add a button; the main one stands out."""
        button = QPushButton(text, self)
        button.setObjectName("primary" if main else "")
        button.clicked.connect(slot)
        self.buttons.insertWidget(self.buttons.count() - 1, button)
        return button

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Say below the fields what became of an act; nothing hides the line."""
        self._note.setObjectName("late" if trouble else "muted")
        for dress in (self._note.style().unpolish, self._note.style().polish):
            dress(self._note)  # the name alone does not make Qt look again
        self._note.setText(text[:1].upper() + text[1:])
        self._note.setVisible(bool(text))

    @property
    def note(self) -> str:
        """What is said below the fields."""
        return self._note.text()

    def keep(self, act: Callable[[], Changes], done: str, lane: Lane = Lane.WRITE) -> None:
        """Do an act that keeps what was typed, and say what became of it."""
        self.refuse(None)
        self.context.jobs.submit(
            act, partial(self._on_kept, done), self.refuse, owner=self, lane=lane
        )

    def refuse(self, error: Exception | None) -> None:
        """Say an error at its field, or below all of them; ``None`` takes the last one back."""
        for field in self.fields.values():
            field.refuse("")
        self.say("")
        if error is None:
            return
        if isinstance(error, InvalidInput) and error.field in self.fields:
            field = self.fields[error.field]
            field.refuse(error.reason)
            field.box.setFocus()
        elif isinstance(error, BancadaError):
            self.say(error.sentence, trouble=True)
        else:
            self.context.failures.report(error)

    def _on_kept(self, done: str, changes: Changes) -> None:
        self.is_typed_in = False
        self.context.bus.publish(changes)
        self.context.notices.done(done)
        self.read()

    def _on_typed(self) -> None:
        self.is_typed_in = True
