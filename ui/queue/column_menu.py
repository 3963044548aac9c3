"""The columns by keyboard: which are shown, by which the list is sorted, where they stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from ui.override import override
from ui.queue.columns import COLUMNS, Column
from ui.queue.table import QueueTable

_STEP = 16
_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class ColumnMenu(QMenu):
    """Ticks the columns that are shown; the first one always is.

    On an entry Shift and an arrow move its column, Ctrl and an arrow size it.
    """

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
        self._sort = QMenu(self.tr("Ordenar por"), self)
        self._offer_sorting()
        self.addMenu(self._sort)
        self._reset = self.addAction(self.tr("Restaurar colunas"))
        self.addSeparator()
        hint = self.addAction(self.tr("Shift ← → move a coluna, Ctrl ← → muda a largura"))
        hint.setEnabled(False)
        self.triggered.connect(self._on_triggered)

    @property
    def sort_menu(self) -> QMenu:
        """The columns to sort by."""
        return self._sort

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and size the column of the entry; everything else is a menu's own."""
        aside = _ASIDE.get(Qt.Key(event.key()))
        action = self.activeAction()
        column = None if action is None else action.data()
        if aside is None or column is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._move(column, aside)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            header = self._table.horizontalHeader()
            width = max(header.sectionSize(column) + aside * _STEP, header.minimumSectionSize())
            header.resizeSection(column, width)
        else:
            super().keyPressEvent(event)

    def _move(self, column: Column, aside: int) -> None:
        """Move a column past the next one that is shown."""
        header = self._table.horizontalHeader()
        place = header.visualIndex(column)
        target = place + aside
        while 0 <= target < header.count() and header.isSectionHidden(header.logicalIndex(target)):
            target += aside
        if 0 <= target < header.count():
            header.moveSection(place, target)

    def _offer_sorting(self) -> None:
        current = self._table.horizontalHeader().sortIndicatorSection()
        for spec in COLUMNS:
            action = self._sort.addAction(spec.translated_title)
            action.setData(spec.column)
            action.setCheckable(True)
            action.setChecked(spec.column == current)

    def _on_triggered(self, action: QAction) -> None:
        if action in self._sort.actions():
            self._table.ask_sort(action.data())
            return
        if action is self._reset:
            self._table.reset_columns()
        else:
            self._table.toggle_column(action.data())
        self.changed.emit()
