"""Which columns are shown: a menu over the header."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from ui.queue.columns import COLUMNS, Column
from ui.queue.table import QueueTable


class ColumnMenu(QMenu):
    """Ticks the columns that are shown; the first one always is."""

    changed = Signal()

    def __init__(self, table: QueueTable, parent: QWidget) -> None:
        """List the columns of a table."""
        super().__init__(parent)
        self._table = table
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        header = table.horizontalHeader()
        for spec in COLUMNS:
            action = self.addAction(spec.translated_title)
            action.setData(spec.column)
            action.setCheckable(True)
            action.setChecked(not header.isSectionHidden(spec.column))
            action.setEnabled(spec.column is not Column.DUE)
        self.addSeparator()
        self.addAction(self.tr("Restaurar colunas"))
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, action: QAction) -> None:
        column = action.data()
        if column is None:
            self._table.reset_columns()
        else:
            header = self._table.horizontalHeader()
            header.setSectionHidden(column, not header.isSectionHidden(column))
        self.changed.emit()
