"""A document on paper: the system's own dialog, every page as large as its paper allows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def ask_to_print(document: QPdfDocument, parent: QWidget) -> QPrintDialog:
    """Ask on which printer a document is printed, and print it there."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    first = document.pagePointSize(0)
    layout = QPageLayout.Orientation
    is_wide = first.width() > first.height()
    printer.setPageOrientation(layout.Landscape if is_wide else layout.Portrait)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(partial(print_on, document, printer))
    QDialog.open(dialog)
    return dialog


def print_on(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw every page on a printer."""
    painter = QPainter(printer)
    for number in range(document.pageCount()):
        if number:
            printer.newPage()
        paper = QRectF(painter.viewport())
        size = document.pagePointSize(number)
        scale = min(paper.width() / size.width(), paper.height() / size.height())
        pixels = QSize(int(size.width() * scale), int(size.height() * scale))
        painter.drawImage(0, 0, document.render(number, pixels))
    painter.end()
