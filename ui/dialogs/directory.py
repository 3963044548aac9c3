"""The service areas with phone and menu path: searched, read, copied (TKT-7)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.clock import from_epoch
from app.services.directory import DirectoryService, FoundArea
from ui.composition import WindowContext
from ui.format import moment
from ui.tokens import GRID
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (860, 520)


class DirectoryDialog(QDialog):
    """A line per area; Enter copies the phone with its path."""

    def __init__(
        self, directory: DirectoryService, context: WindowContext, parent: QWidget
    ) -> None:
        """Show every area."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Áreas de atendimento"))
        self._directory = directory
        self._context = context
        self._found: tuple[FoundArea, ...] = ()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("área, equipe, telefone ou assunto"))
        self.search.setAccessibleName(self.tr("Procurar uma área"))
        self.search.setClearButtonEnabled(True)
        self.table = LinesTable(self.tr("Áreas de atendimento"), context, self)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (self.search, self.table, buttons):
            column.addWidget(part, 1 if part is self.table else 0)
        self.search.textChanged.connect(self._show)
        self.search.returnPressed.connect(self._on_copy)
        self.table.activated.connect(self._on_copy)
        self.resize(*_SIZE)
        self._show("")

    def _show(self, asked: str) -> None:
        self._found = self._directory.find(asked)
        now = self._context.clock.now()
        headings = (
            self.tr("área"),
            self.tr("telefone"),
            self.tr("opções"),
            self.tr("atende"),
            self.tr("observação"),
        )
        rows = [
            (
                found.area.name,
                found.area.phone or "—",
                found.area.path or "—",
                self.tr("agora")
                if found.is_open
                else self.tr("volta {when}").format(
                    when="—" if found.opens_at is None else moment(from_epoch(found.opens_at), now)
                ),
                found.area.notes,
            )
            for found in self._found
        ]
        self.table.show_lines(Lines(headings, rows, wide=4))

    def _on_copy(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self._found) or not self._found[row].area.phone:
            return
        area = self._found[row].area
        text = f"{area.phone}, {area.path}" if area.path else area.phone
        QGuiApplication.clipboard().setText(text)
        self._context.notices.done(self.tr("Copiado: {phone}").format(phone=text))
