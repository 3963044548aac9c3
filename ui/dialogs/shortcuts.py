"""F1: the keys of this page and of the frame."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Scope, key_text, specs_for, text_of
from ui.page import PageSpec
from ui.theme import strong
from ui.tokens import GRID, HALF, ROW

_WIDTH = 520
_HEIGHT = 480


class ShortcutsDialog(QDialog):
    """A list to read; nothing can be changed here."""

    def __init__(self, page: PageSpec | None, parent: QWidget) -> None:
        """List what the frame and this page answer to."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Atalhos do teclado"))
        self.resize(_WIDTH, _HEIGHT)
        self._page = page
        self._lines: list[QTreeWidgetItem] = []
        self._rows = QTreeWidget(self)
        self._rows.setAccessibleName(self.tr("Atalhos do teclado"))
        self._rows.setHeaderLabels([self.tr("Ato"), self.tr("Tecla")])
        self._rows.setRootIsDecorated(False)
        self._rows.setIndentation(GRID)
        self._rows.header().setStretchLastSection(False)
        self._rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill()
        self._rows.setCurrentItem(self._lines[0])
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Fechar"), QDialogButtonBox.ButtonRole.AcceptRole)
        close.setDefault(True)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._rows, 1)
        column.addWidget(buttons)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What is listed: the act and its key, headings left out."""
        return [(row.text(0), row.text(1)) for row in self._lines]

    def _fill(self) -> None:
        specs = [spec for spec in specs_for(self._page.id if self._page else None) if spec.key]
        of_page = [spec for spec in specs if spec.page and spec.scope is not Scope.LIST]
        of_list = [spec for spec in specs if spec.page and spec.scope is Scope.LIST]
        of_frame = [spec for spec in specs if not spec.page]
        title = self._page.plain_title if self._page else ""
        self._add(title, [(text_of(s.id), key_text(s.key)) for s in of_page])
        self._add(self.tr("Com o foco na lista"), [(text_of(s.id), s.key) for s in of_list])
        frame = [(text_of(s.id), key_text(s.key)) for s in of_frame]
        if self._page:
            going = self.tr("Ir para {page}").format(page=self._page.plain_title)
            frame.insert(0, (going, key_text(self._page.key)))
        self._add(self.tr("Em toda a janela"), frame)

    def _add(self, title: str, lines: list[tuple[str, str]]) -> None:
        if not lines:
            return
        heading = QTreeWidgetItem([title])
        heading.setFont(0, strong(self.font()))
        heading.setSizeHint(0, QSize(0, ROW))
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._rows.addTopLevelItem(heading)
        for text, key in lines:
            row = QTreeWidgetItem(heading, [text.rstrip("…"), key])
            row.setSizeHint(0, QSize(0, ROW - HALF))
            self._lines.append(row)
            row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heading.setExpanded(True)
