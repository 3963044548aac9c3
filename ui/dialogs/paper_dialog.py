"""A paper before it is issued, and as it was issued: the same window shows both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.domain.changes import Changes
from ui.composition import WindowContext
from ui.dialogs.pdf_preview import PdfPreview


@dataclass(frozen=True, slots=True)
class IssuedPaper:
    """What was issued: its number as it is printed, its code, its bytes."""

    number: str
    code: str
    pdf: bytes
    changes: Changes


class PaperDialog(PdfPreview):
    """Shows a preview and issues it; what was issued can be saved and printed."""

    issued = Signal(object)  # IssuedPaper

    def __init__(
        self,
        title: str,
        name: str,
        pdf: bytes,
        issue: Callable[[], IssuedPaper],
        context: WindowContext,
        parent: QWidget,
    ) -> None:
        """Show a preview; ``issue`` runs in the writing lane."""
        super().__init__(title, name, pdf, context, parent)
        self._issue = issue
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.hide()
        self.issue_button = QPushButton(self.tr("&Emitir"), self)
        self.issue_button.setDefault(True)
        self.save_button.setDefault(False)
        self.add_button(self.issue_button)
        self.add_line(self._told)
        self.issue_button.clicked.connect(self._on_issue)

    @property
    def told_text(self) -> str:
        """What is said of the issued document."""
        return self._told.text()

    def _on_issue(self) -> None:
        self.issue_button.setEnabled(False)
        self._context.jobs.submit(
            self._issue,
            self._on_issued,
            self._on_not_issued,
            owner=self,
            title=self.tr("Emitindo o documento"),
        )

    def _on_issued(self, paper: IssuedPaper) -> None:
        self.issue_button.hide()
        self.save_button.setDefault(True)
        self.show_pdf(paper.pdf)
        told = self.tr("Emitido: nº {number}, código {code}. Fica guardado e não muda mais.")
        self._told.setText(told.format(number=paper.number, code=paper.code))
        self._told.show()
        self._context.bus.publish(paper.changes)
        self.issued.emit(paper)

    def _on_not_issued(self, error: Exception) -> None:
        self.issue_button.setEnabled(True)
        self.refuse(error)
