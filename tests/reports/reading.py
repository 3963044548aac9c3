"""The texts of a PDF, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True)
class Reader:
    """Reads documents back; line breaks count as blanks."""

    open: Callable[[bytes], QPdfDocument]

    def pages(self, pdf: bytes) -> list[str]:
        """Return the text of each page."""
        document = self.open(pdf)
        texts = [document.getAllText(page).text() for page in range(document.pageCount())]
        return [" ".join(text.split()) for text in texts]

    def text(self, pdf: bytes) -> str:
        """Return the text of the whole document."""
        return " ".join(self.pages(pdf))

    def sizes(self, pdf: bytes) -> set[tuple[int, int]]:
        """Return the sizes that the pages have, in whole points."""
        document = self.open(pdf)
        sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
        return {(int(size.width()), int(size.height())) for size in sizes}


@contextmanager
def reading(application: QApplication) -> Iterator[Reader]:
    """Give a reader; every document it opened is closed at the end."""
    opened: list[tuple[QPdfDocument, QBuffer]] = []

    def read(pdf: bytes) -> QPdfDocument:
        buffer = QBuffer()
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(application)
        document.load(buffer)
        assert document.error() is QPdfDocument.Error.None_
        opened.append((document, buffer))
        return document

    yield Reader(read)
    for document, buffer in opened:
        document.close()
        document.deleteLater()
        buffer.close()
