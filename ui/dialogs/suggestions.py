"""Articles and solved tickets offered while a summary is typed (TKT-4)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.services.suggestions import Suggestion, SuggestionService
from ui.composition import WindowContext
from ui.jobs import Lane
from ui.theme import strong
from ui.tokens import GRID, HALF

_PAUSE_MS = 400
_ROW = 24
_SHOWN_SIGNS = 280


class Suggestions(QWidget):
    """Hidden until something resembles what is typed; one of them may answer the caller."""

    answered = Signal(object)  # the Suggestion that answered the caller

    def __init__(self, service: SuggestionService, context: WindowContext, parent: QWidget) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._service = service
        self._context = context
        self._found: Sequence[Suggestion] = ()
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        heading = QLabel(self.tr("Parecidos, já resolvidos"), self)
        heading.setFont(strong(self.font()))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Artigos e chamados parecidos, já resolvidos"))
        self._solution = QLabel(self)
        self._solution.setWordWrap(True)
        self.answer_button = QPushButton(self.tr("Isto resolveu: &não abrir"), self)
        self.answer_button.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF)
        buttons.addWidget(self.answer_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(HALF)
        for part in (heading, self.list, self._solution):
            column.addWidget(part)
        column.addLayout(buttons)
        self.list.currentRowChanged.connect(self._on_row)
        self.answer_button.clicked.connect(self._on_answered)
        self.hide()

    @property
    def is_waiting(self) -> bool:
        """Whether a pause in the typing is waited for."""
        return self._pause.isActive()

    @property
    def solution_text(self) -> str:
        """How the chosen one was solved."""
        return self._solution.text()

    def look_for(self, typed: str) -> None:
        """Look for what resembles a text, once the typing pauses."""
        self._typed = typed
        self._pause.start()

    def _on_pause(self) -> None:
        self._context.jobs.submit(
            partial(self._service.resembling, self._typed),
            self._on_found,
            owner=self,
            lane=Lane.READ,
        )

    def _on_found(self, found: Sequence[Suggestion]) -> None:
        self._found = found
        self.list.clear()
        for suggestion in found:
            kind = self.tr("artigo") if suggestion.is_article else f"{suggestion.number:08d}"
            item = QListWidgetItem(f"{kind} · {suggestion.summary}", self.list)
            item.setSizeHint(QSize(0, _ROW))
        self.list.setFixedHeight(_ROW * max(1, len(found)) + 2 * HALF)
        self.setVisible(bool(found))
        if found:
            self.list.setCurrentRow(0)

    def _on_row(self, row: int) -> None:
        if 0 <= row < len(self._found):
            text = self._found[row].solution
            cut = text if len(text) <= _SHOWN_SIGNS else text[:_SHOWN_SIGNS].rstrip() + "…"
            self._solution.setText(cut)

    def _on_answered(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.answered.emit(self._found[row])
