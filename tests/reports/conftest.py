"""A PDF read back by the library that shows it in the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from tests.reports.reading import Reader


@pytest.fixture
def reader(qapp: QApplication) -> Iterator[Reader]:
    """Return what opens a PDF; every document is closed at the end of the test."""
    opened: list[tuple[QPdfDocument, QBuffer]] = []

    def read(pdf: bytes) -> QPdfDocument:
        buffer = QBuffer()
        buffer.setData(QByteArray(pdf))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument(qapp)
        document.load(buffer)
        assert document.error() is QPdfDocument.Error.None_
        opened.append((document, buffer))
        return document

    yield Reader(read)
    for document, buffer in opened:
        document.close()
        document.deleteLater()
        buffer.close()
