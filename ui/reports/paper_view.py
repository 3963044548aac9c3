"""The real PDF inside the window: pages, zoom, search."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.tokens import GRID
from ui.widgets.search_field import SearchField

_STEP, _NEAREST, _FARTHEST = 1.2, 4.0, 0.3


class PaperView(QWidget):
    """Shows a document; words are found and marked, Enter goes on to the next place."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        """Show no document."""
        super().__init__(parent)
        self._buffer = QBuffer(self)
        self.document = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setAccessibleName(self.tr("Documento"))
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._found = QPdfSearchModel(self)
        self._found.setDocument(self.document)
        self.view.setSearchModel(self._found)
        self._place = -1
        self.search = SearchField(self.tr("Procurar no documento…"), icons, self)
        self.search.searched.connect(self._on_searched)
        self.search.returnPressed.connect(self.show_next)
        self.count = QLabel(self)
        self.count.setObjectName("muted")
        self._found.countChanged.connect(self._on_counted)
        bar = QHBoxLayout()
        bar.setContentsMargins(GRID, GRID, GRID, GRID)
        bar.addWidget(self.search, 1)
        bar.addWidget(self.count)
        for text, name, factor in (
            ("−", self.tr("Diminuir"), 1 / _STEP),
            ("+", self.tr("Aumentar"), _STEP),
        ):
            bar.addWidget(self._zoom_button(text, name, factor))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document from its first page."""
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._on_searched(self.search.text())

    def zoom(self, factor: float) -> None:
        """Show the pages larger or smaller."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        wanted = self.view.zoomFactor() * factor
        self.view.setZoomFactor(min(_NEAREST, max(_FARTHEST, wanted)))

    def show_next(self) -> None:
        """Go on to the next place where the words stand."""
        places = self._found.rowCount(self._found.index(-1, -1))
        if places:
            self._place = (self._place + 1) % places
            self.view.setCurrentSearchResultIndex(self._place)
            found = self._found.resultAtIndex(self._place)
            self.view.pageNavigator().jump(found.page(), QPointF(found.location()))

    def _zoom_button(self, text: str, name: str, factor: float) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("act")
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.zoom(factor))
        return button

    def _on_searched(self, text: str) -> None:
        self._place = -1
        self._found.setSearchString(text.strip())
        self._on_counted()

    def _on_counted(self) -> None:
        count = self._found.rowCount(self._found.index(-1, -1))
        self.count.setText(self.tr("%n lugar(es)", "", count) if self.search.text().strip() else "")
