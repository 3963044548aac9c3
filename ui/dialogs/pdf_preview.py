"""A document as it will be printed, before it is printed or saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.services.documents import write_file
from ui.composition import WindowContext
from ui.failures import describe
from ui.tokens import GRID
from ui.widgets.printing import ask_to_print

_SIZE = (980, 680)


class PdfPreview(QDialog):
    """Shows the real PDF; what is saved and printed are these very bytes."""

    def __init__(
        self, title: str, name: str, pdf: bytes, context: WindowContext, parent: QWidget
    ) -> None:
        """Show a document; ``name`` is the file name offered."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self._pdf = pdf
        self._name = name
        self._context = context
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.show_pdf(pdf)
        self.view = QPdfView(self)
        self.view.setAccessibleName(title)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.save_button = QPushButton(self.tr("&Salvar PDF…"), self)
        self.save_button.setDefault(True)
        self.print_button = QPushButton(self.tr("&Imprimir…"), self)
        self._buttons = buttons = QDialogButtonBox(self)
        for button in (self.save_button, self.print_button):
            self.add_button(button)
        buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.save_button.clicked.connect(self._on_save)
        self.print_button.clicked.connect(self._on_print)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.addWidget(self.view, 1)
        column.addWidget(self._refusal)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    def show_pdf(self, pdf: bytes) -> None:
        """Show other bytes: what is saved and printed are these from now on."""
        self._pdf = pdf
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)

    def add_button(self, button: QPushButton) -> None:
        """Add a button to those below the document."""
        self._buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)

    def add_line(self, part: QWidget) -> None:
        """Add something between the document and the buttons."""
        self._column.insertWidget(self._column.count() - 1, part)

    def refuse(self, error: Exception) -> None:
        """Say why something could not be done."""
        self._refusal.setText(describe(error).told())
        self._refusal.show()

    @property
    def refusal_text(self) -> str:
        """Why it was not saved."""
        return self._refusal.text()

    def save(self, path: Path) -> None:
        """Write the document to a file."""
        self._refusal.hide()
        work = partial(write_file, path, self._pdf)
        self._context.jobs.submit(work, partial(self._on_saved, path), self.refuse, owner=self)

    def _on_save(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Salvar PDF"), self._name, self.tr("Documento (*.pdf)")
        )
        if name:
            self.save(Path(name))

    def _on_saved(self, path: Path, _none: None) -> None:
        self._context.notices.done(self.tr("Documento salvo: {file}").format(file=path.name))

    def _on_print(self) -> None:
        ask_to_print(self.document, self)
