"""The frame of importing a table: choose or drop a file, look what each line would do, import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.composition import WindowContext
from ui.icons import IconName
from ui.tokens import GRID, HALF
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drop import FileDrop
from ui.widgets.lines_table import Lines, LinesTable


class TableImportDialog(QDialog):
    """A file at the top, its lines below, a verdict, and one button that imports."""

    def __init__(self, title: str, about: str, context: WindowContext, parent: QWidget) -> None:
        """Ask for the table; ``about`` says which columns it has."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        self.path: Path | None = None
        self.file_field = QLineEdit(self)
        self.file_field.setReadOnly(True)
        self.file_field.setAccessibleName(self.tr("Tabela a importar"))
        self.choose_button = QPushButton(self.tr("E&scolher…"), self)
        self._stack = QStackedWidget(self)
        self.table = LinesTable(self.tr("O que cada linha faz"), context, self._stack)
        self._vacancy = EmptyState(IconName.IMPORT, context.icons, context.theme, self._stack)
        self._vacancy.say(self.tr("Nenhuma tabela escolhida"), about)
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.do_button = QPushButton(self.tr("&Importar"), self)
        self.do_button.setDefault(True)
        self.do_button.setEnabled(False)
        self._lay_out()
        self.choose_button.clicked.connect(self._on_choose)
        FileDrop(self).dropped.connect(lambda paths: self.show_file(paths[0]))

    def show_file(self, path: Path) -> None:
        """Look what a table would do; a dialog overrides this."""

    def import_table(self) -> None:
        """Import the table that was looked at; a dialog overrides this."""

    def say(self, text: str, *, is_trouble: bool = False) -> None:
        """Say below the lines what they come to, or what is wrong with the table."""
        self.verdict.setObjectName("late" if is_trouble else "")
        for dress in (self.verdict.style().unpolish, self.verdict.style().polish):
            dress(self.verdict)
        self.verdict.setText(text)

    def show_lines(self, lines: Lines) -> None:
        """Show what each line does."""
        self.table.show_lines(lines)
        self._stack.setCurrentWidget(self.table)

    def show_no_lines(self) -> None:
        """Show that there is no table that can be used."""
        self._stack.setCurrentWidget(self._vacancy)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(HALF)
        top.addWidget(self.file_field, 1)
        top.addWidget(self.choose_button)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self.table)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.import_table)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self.column.setSpacing(GRID)
        self.column.addLayout(top)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.verdict)
        self.column.addWidget(buttons)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Tabela a importar"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tabelas (*.csv *.gz *.txt)")])
        dialog.fileSelected.connect(lambda name: self.show_file(Path(name)))
        dialog.open()
