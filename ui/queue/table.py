"""The table of the queue: fixed rows, movable columns, a place that never jumps."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from ui.override import override
from ui.queue.cell_delegate import CellDelegate
from ui.queue.columns import COLUMNS, Column
from ui.queue.model import QueueModel, runs
from ui.theme import Theme, tabular
from ui.tokens import HALF

_MIN_COLUMN = 48
_MIN_SUMMARY = 160
_AFTER_PAINT_MS = 30


class QueueTable(QTableView):
    """Shows the model; knows which rows are visible and keeps its place by ticket."""

    current_ticket_changed = Signal(object)  # number, or None
    sort_asked = Signal(object, object)  # Column, Qt.SortOrder
    rows_seen = Signal(int, int)  # first and last visible row

    def __init__(self, model: QueueModel, theme: Theme, parent: QWidget) -> None:
        """Show a model in the theme's density."""
        super().__init__(parent)
        # Asking Qt for the one it made loads every class of widgets there is: 25 ms of a start.
        self.setViewport(QWidget())
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self.viewport().setAutoFillBackground(True)
        self._queue = model
        self._theme = theme
        self.fills_width = True
        """Whether the summary takes what room is left; not once a person has sized it."""
        self._is_filling = False
        self._pulse_end = QTimer(self)
        self._pulse_end.setSingleShot(True)
        self._pulse_end.timeout.connect(self._on_pulse_end)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.timeout.connect(self._tell_rows_seen)
        self.setModel(model)
        self._cells = CellDelegate(model, self)
        self.setItemDelegate(self._cells)
        self.setAccessibleName(self.tr("Fila de chamados"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFont(tabular(self.font()))
        self._prepare_headers()
        theme.changed.connect(self._on_theme_changed)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Let the cells know another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._cells.use_font(self.font())

    def visible_rows(self) -> tuple[int, int]:
        """Return the first and the last row on screen."""
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        return first, last if last >= 0 else max(self._queue.rowCount() - 1, 0)

    def current_ticket(self) -> int | None:
        """Return the ticket the keyboard stands on."""
        return self._queue.number_at(self.currentIndex().row())

    def selected_tickets(self) -> tuple[int, ...]:
        """Return the selected tickets, in the order of the view."""
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.size()))
        rows = sorted(row for part in parts for row in range(part.top(), part.bottom() + 1))
        return tuple(number for row in rows if (number := self._queue.number_at(row)) is not None)

    def selects_many(self) -> bool:
        """Tell whether more than one ticket is selected; looks at ranges, never at each row."""
        selection = self.selectionModel().selection()
        parts = (selection.at(place) for place in range(selection.size()))
        return sum(part.height() for part in parts) > 1

    def place(self) -> Place:
        """Remember current ticket, selection and scroll by number."""
        first, _last = self.visible_rows()
        return Place(self.current_ticket(), self.selected_tickets(), self._queue.number_at(first))

    def restore(self, place: Place) -> None:
        """Put current ticket, selection and scroll back where the tickets are now."""
        model = self.selectionModel()
        selection = QItemSelection()
        rows = _rows_by_number(self._queue, place.selected)
        last_column = len(COLUMNS) - 1
        for first, last in runs(sorted(rows)):
            selection.select(self._queue.index(first, 0), self._queue.index(last, last_column))
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        # Else a list that has just grown would be scrolled no further than its old end.
        self.executeDelayedItemsLayout()
        current = None if place.current is None else self._queue.row_of(place.current)
        if current is not None:
            index = self._queue.index(current, max(self.currentIndex().column(), 0))
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        top = None if place.top is None else self._queue.row_of(place.top)
        if top is not None:
            self.verticalScrollBar().setValue(top)

    def select_first(self) -> None:
        """Put the keyboard on the most urgent ticket."""
        if self._queue.rowCount():
            # Not by selectRow: a Ctrl that happens to be down would keep the old selection.
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._queue.index(0, 0), flags.ClearAndSelect | flags.Rows
            )

    def pulse(self, numbers: tuple[int, ...]) -> None:
        """Let rows that changed under the person light up once."""
        if numbers and self._theme.pulse_ms:
            self._queue.pulsing = frozenset(numbers)
            self.viewport().update()
            self._pulse_end.start(self._theme.pulse_ms)

    def reset_columns(self) -> None:
        """Lay the columns out as they were at first."""
        header = self.horizontalHeader()
        for place, spec in enumerate(COLUMNS):
            header.moveSection(header.visualIndex(spec.column), place)
            header.resizeSection(spec.column, spec.width)
            header.setSectionHidden(spec.column, not spec.shown_at_first)
        self.fills_width = True
        self._give_rest_to_summary()

    def toggle_column(self, column: Column) -> None:
        """Show a hidden column, hide a shown one."""
        header = self.horizontalHeader()
        header.setSectionHidden(column, not header.isSectionHidden(column))
        self._give_rest_to_summary()

    def ask_sort(self, column: Column) -> None:
        """Ask for the order of a column; the same one again asks for it the other way round."""
        header = self.horizontalHeader()
        same = header.sortIndicatorSection() == column
        turn = same and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if turn else Qt.SortOrder.AscendingOrder
        self.sort_asked.emit(column, order)

    def _give_rest_to_summary(self) -> None:
        header = self.horizontalHeader()
        if not self.fills_width or header.isSectionHidden(Column.SUMMARY):
            return
        rest = self.viewport().width() - header.length() + header.sectionSize(Column.SUMMARY)
        self._is_filling = True
        header.resizeSection(Column.SUMMARY, max(rest, _MIN_SUMMARY))
        self._is_filling = False

    @override
    def dataChanged(
        self,
        topLeft: QModelIndex | QPersistentModelIndex,
        bottomRight: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Repaint the cells that changed and can be seen; Qt's own would repaint the whole list."""
        del roles
        first, last = self.visible_rows()
        first, last = max(first, topLeft.row()), min(last, bottomRight.row())
        if first > last:
            return
        left, right = 0, self.viewport().width()
        if topLeft.column() == bottomRight.column():
            left = self.columnViewportPosition(topLeft.column())
            right = left + self.columnWidth(topLeft.column())
        top = self.rowViewportPosition(first)
        bottom = self.rowViewportPosition(last) + self.rowHeight(last)
        self.viewport().update(left, top, right - left, bottom - top)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell which rows came into sight."""
        super().resizeEvent(event)
        self._give_rest_to_summary()
        self._seen.start(0)

    def _prepare_headers(self) -> None:
        header = self.horizontalHeader()
        # A selection model of its own: else select-all of 60,000 rows asks every one of them.
        header.setSelectionModel(QItemSelectionModel(self._queue, header))
        header.setResizeContentsPrecision(0)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_MIN_COLUMN)
        header.setStretchLastSection(False)
        header.setSectionsClickable(True)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.sectionClicked.connect(self._on_section_clicked)
        self.reset_columns()
        header.sectionResized.connect(self._on_section_resized)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(HALF)
        rows.setDefaultSectionSize(self._theme.row_height)

    def _on_section_clicked(self, section: int) -> None:
        # Qt turns the indicator around before it tells of the click.
        self.sort_asked.emit(Column(section), self.horizontalHeader().sortIndicatorOrder())

    def _on_section_resized(self, section: int, before: int, after: int) -> None:
        # Hiding and showing a column come along as a width of zero.
        if section == Column.SUMMARY and before and after and not self._is_filling:
            self.fills_width = False

    def show_sort(self, column: Column, *, descending: bool) -> None:
        """Show by which column the list is ordered."""
        header = self.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, order)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_ticket_changed.emit(self._queue.number_at(current.row()))

    def look_around_soon(self) -> None:
        """Tell the visible rows once they stand on the screen: what lies around them can wait."""
        self._seen.start(_AFTER_PAINT_MS)

    def _on_scrolled(self, _value: int) -> None:
        # Not connected to the timer itself: it would take the row for its interval.
        self._seen.start(0)

    def _tell_rows_seen(self) -> None:
        self.rows_seen.emit(*self.visible_rows())

    def _on_pulse_end(self) -> None:
        self._queue.pulsing = frozenset()
        self.viewport().update()

    def _on_theme_changed(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.row_height)


class Place:
    """Where a person stands in the list: by ticket, so that it survives any reordering."""

    __slots__ = ("current", "selected", "top")

    def __init__(self, current: int | None, selected: tuple[int, ...], top: int | None) -> None:
        """Keep the current ticket, the selected ones, and the first one visible."""
        self.current = current
        self.selected = selected
        self.top = top

    def alone(self) -> Place:
        """Return the current ticket as the only one selected, wherever it comes to stand."""
        return Place(self.current, () if self.current is None else (self.current,), None)

    def among(self, left: Sequence[int], before: Sequence[int]) -> Place:
        """Return the place among the tickets that are left of those before.

        The next one takes the place of a ticket that is gone; after the last, the one before it.
        """
        there = frozenset(left)
        if self.current is None or self.current in there:
            current, selected = self.current, self.selected
        else:
            current = _heir(self.current, there, before)
            selected = tuple(number for number in self.selected if number in there)
        if not selected and current is not None:
            selected = (current,)
        top = self.top
        if top is not None and top not in there:
            top = _heir(top, there, before)
        return Place(current, selected, top)


def _heir(gone: int, there: frozenset[int], before: Sequence[int]) -> int | None:
    at = before.index(gone)
    nearest = chain(before[at + 1 :], reversed(before[:at]))
    return next((number for number in nearest if number in there), None)


def _rows_by_number(model: QueueModel, numbers: tuple[int, ...]) -> list[int]:
    if len(numbers) < 8:
        return [row for number in numbers if (row := model.row_of(number)) is not None]
    wanted = set(numbers)
    return [row for row, number in enumerate(model.numbers) if number in wanted]
