"""A read-only table of a few hundred lines of text, with what is wrong with a cell marked on it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.composition import WindowContext
from ui.format import count
from ui.icons import IconName, Icons
from ui.override import override
from ui.texts import as_tooltip
from ui.theme import Theme, tabular
from ui.tokens import GRID

_ROW = 24
_NARROWEST, _WIDEST = 48, 240
_LOOKED_AT_FOR_WIDTH = 40

Index = QModelIndex | QPersistentModelIndex


def counted(text: str, number: int) -> str:
    """Give a counted text (``1234 linhas``) the dots of thousands that Qt's plurals lack."""
    return text.replace(str(number), count(number), 1)


@dataclass(frozen=True, slots=True)
class Lines:
    """What a table shows.

    ``marks`` says of a cell (row, column) what is wrong with it; ``figures`` are the columns of
    numbers; ``wide`` is the column that takes the room that is left, none for the last.
    """

    headings: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    marks: Mapping[tuple[int, int], str] = field(default_factory=dict)
    figures: Collection[int] = ()
    wide: int | None = None


class LinesModel(QAbstractTableModel):
    """Gives Qt the lines; a marked cell wears a sign and a colour, and says why."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget) -> None:
        """Begin without lines."""
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self._lines = Lines()

    @property
    def lines(self) -> Lines:
        """What is shown."""
        return self._lines

    def show(self, lines: Lines) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines.headings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what Qt asks of a cell."""
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._lines.rows[row][column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(self._lines.marks.get((row, column)) or self._lines.rows[row][column])
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._lines.marks.get((row, column), "")
        return self._mark(role) if (row, column) in self._lines.marks else None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the heading of a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._lines.headings[section]
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _mark(self, role: int) -> object:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icons.icon(IconName.WARNING)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._theme.colours.late)
        return None

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        figures = column in self._lines.figures
        side = Qt.AlignmentFlag.AlignRight if figures else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter


class LinesTable(QTableView):
    """Shows lines; the arrow keys move in it and Tab leaves it."""

    def __init__(self, name: str, context: WindowContext, parent: QWidget) -> None:
        """Call the table ``name`` for those who hear it."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = LinesModel(context.theme, context.icons, self)
        self.setModel(self._model)
        self.setFont(tabular(self.font()))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(_LOOKED_AT_FOR_WIDTH)
        header.setStretchLastSection(True)

    @property
    def lines(self) -> Lines:
        """What is shown."""
        return self._model.lines

    def show_lines(self, lines: Lines) -> None:
        """Show other lines, each column as wide as its first ones need."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)  # or its width would be measured stretched
        self._model.show(lines)
        self.resizeColumnsToContents()
        for column in range(len(lines.headings)):
            wanted = max(self.columnWidth(column) + GRID, _NARROWEST)
            self.setColumnWidth(column, min(wanted, _WIDEST))
        header.setStretchLastSection(lines.wide is None)
        if lines.wide is not None:
            header.setSectionResizeMode(lines.wide, QHeaderView.ResizeMode.Stretch)
        if lines.rows:
            self.setCurrentIndex(self._model.index(0, 0))
