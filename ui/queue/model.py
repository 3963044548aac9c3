"""What Qt reads of the queue: ordered numbers, and pages of rows fetched around what is seen."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QIcon

from app.domain.clock import from_epoch
from app.domain.queue_view import QueueRow
from app.domain.severity import Severity
from app.services.queue import QueueService
from ui.desk_words import severity_text, word
from ui.format import full_moment, moment
from ui.icons import Icons
from ui.override import override
from ui.queue.columns import COLUMNS, Column
from ui.queue.due_cell import DueCell, Tone, due_cell, due_tooltip
from ui.queue.marks import Marks
from ui.texts import as_tooltip
from ui.theme import Theme

PAGE_ROWS = 128
_MOST_PAGES = 64
_AHEAD = 1
"""So many pages before and after the visible one are fetched before anybody looks at them."""
NUMBER_ROLE = Qt.ItemDataRole.UserRole
LATE_ROLE = Qt.ItemDataRole.UserRole + 1
_DISPLAY = Qt.ItemDataRole.DisplayRole.value
_TOOLTIP = Qt.ItemDataRole.ToolTipRole.value
_BACKGROUND = Qt.ItemDataRole.BackgroundRole.value
_DECORATION = Qt.ItemDataRole.DecorationRole.value
_FOREGROUND = Qt.ItemDataRole.ForegroundRole.value
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole.value
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole.value
_RIGHT = (Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value
_DUE = Column.DUE.value
_OPENED = Column.OPENED.value
_EMPTY = "…"
_ROOM_FOR_SIGN = "\N{EM SPACE}"
_MUTED = frozenset({Column.PRODUCT.value, Column.TEAM.value, Column.OPENED.value})
_TINTED = frozenset({_DUE, Column.SEVERITY.value})

Pages = Mapping[int, Sequence[QueueRow]]
"""Rows of some pages, by the page's place in the view."""


@dataclass(slots=True)
class Line:
    """A row with its texts, made once, and what its first column said last, when, and on screen."""

    row: QueueRow
    texts: tuple[str, ...]
    due: DueCell | None = None
    due_now: int = -1
    painted: DueCell | None = None


class Looks(NamedTuple):
    """How a cell is painted."""

    text: str
    colour: QColor
    light: QColor | None
    mark: QIcon | None


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return the first and the last of each run of neighbours among rows in ascending order."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found


def minute_of(now: int) -> int:
    """Return the minute an instant (epoch seconds) belongs to, its own full minute included.

    Most deadlines fall on a full minute, and are in time until it is over (SLA-10).
    """
    return (now - 1) // 60


class QueueModel(QAbstractTableModel):
    """The current view: every number in order, rows for the pages around what is visible."""

    pages_wanted = Signal(object)  # tuple of page numbers that somebody looks at

    def __init__(
        self, queue: QueueService, theme: Theme, icons: Icons, parent: QObject | None = None
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._queue = queue
        self._theme = theme
        self._numbers = array("q")
        self._pages: OrderedDict[int, list[Line | None]] = OrderedDict()
        self._wanted: set[int] = set()
        self._now = 0
        self._titles = tuple(spec.translated_title for spec in COLUMNS)
        self._late = self._soon = self._muted = self._plain = self._pulse = QColor()
        self.pulsing: frozenset[int] = frozenset()
        """Tickets whose rows light up just now."""
        self._marks = Marks(icons)
        self._tint()
        theme.changed.connect(self._on_theme_changed)
        # A thousand cells are asked for at every page down: one look-up finds the answer.
        self._answers: dict[int, Callable[[int, int], object]] = {
            _DISPLAY: self._text,
            _FOREGROUND: self._colour,
            _BACKGROUND: self._light,
            _ALIGNMENT: self._alignment,
            _DECORATION: self._mark,
            _TOOLTIP: self._tooltip,
            _ACCESSIBLE: self._full_text,
            NUMBER_ROLE: self._number,
            LATE_ROLE: self._is_late,
        }

    @property
    def numbers(self) -> array[int]:
        """The numbers of the tickets shown, in order."""
        return self._numbers

    def number_at(self, row: int) -> int | None:
        """Return the ticket of a row."""
        return self._numbers[row] if 0 <= row < len(self._numbers) else None

    def row_of(self, number: int) -> int | None:
        """Return the row of a ticket; none when it is not in this view."""
        try:
            return self._numbers.index(number)
        except ValueError:
            return None

    def line_at(self, row: int) -> Line | None:
        """Return a row that has been fetched."""
        page = self._pages.get(row // PAGE_ROWS)
        place = row % PAGE_ROWS
        return page[place] if page is not None and place < len(page) else None

    def show(self, numbers: array[int], pages: Pages) -> None:
        """Show other tickets; ``pages`` are those already at hand."""
        self.beginResetModel()
        self._numbers = numbers
        self._pages.clear()
        self._wanted.clear()
        self._put(pages)
        self.endResetModel()

    def renew(self, pages: Pages) -> None:
        """Take fresh rows of the same tickets."""
        self._pages.clear()
        self._wanted.clear()
        self.take_pages(pages)

    def changed_in(self, pages: Pages) -> tuple[int, ...]:
        """Return the tickets whose rows differ from what is shown of them."""
        known = {
            line.row.number: line.row
            for page in self._pages.values()
            for line in page
            if line is not None
        }
        fresh = (row for rows in pages.values() for row in rows)
        return tuple(row.number for row in fresh if known.get(row.number, row) != row)

    def take_pages(self, pages: Pages) -> None:
        """Take the rows of pages that were asked for."""
        self._put(pages)
        for page in pages:
            first, last = page * PAGE_ROWS, min((page + 1) * PAGE_ROWS, len(self._numbers)) - 1
            if last >= first:
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(COLUMNS) - 1))

    def numbers_of_page(self, page: int) -> array[int]:
        """Return the tickets of a page."""
        return self._numbers[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]

    def want(self, first: int, last: int) -> None:
        """Ask for the pages of the rows ``first`` to ``last`` and their neighbours."""
        if not self._numbers:
            return
        newest = (len(self._numbers) - 1) // PAGE_ROWS
        low = max(0, first // PAGE_ROWS - _AHEAD)
        high = min(newest, last // PAGE_ROWS + _AHEAD)
        missing = [
            p for p in range(low, high + 1) if p not in self._pages and p not in self._wanted
        ]
        if missing:
            self._wanted.update(missing)
            self.pages_wanted.emit(tuple(missing))

    def tick(self, now: int, first: int, last: int) -> None:
        """Count down to an instant (epoch seconds); visible cells that moved are painted.

        At night, and where the clocks of tickets stand, none is.
        """
        minute_passed = minute_of(now) != minute_of(self._now)
        self._now = now
        if minute_passed and self._numbers:
            last = min(last, len(self._numbers) - 1)
            for top, bottom in runs(filter(self._has_moved, range(first, last + 1))):
                self.dataChanged.emit(self.index(top, _DUE), self.index(bottom, _DUE))

    def due_of(self, row: int) -> DueCell | None:
        """Return what a row's first column says now; none for a row not fetched yet."""
        line = self.line_at(row)
        return None if line is None else due_cell(self._queue, line.row, self._now)

    def looks(self, row: int, column: int) -> Looks:
        """Return how a cell is painted now."""
        light = self._light(row, column) if self.pulsing else None
        line = self.line_at(row) if column == _DUE else None
        if line is None:
            return Looks(
                self._text(row, column), self._colour(row, column) or self._plain, light, None
            )
        cell = line.painted = self._cell(line)
        colour = self._tones.get(cell.tone, self._plain)
        return Looks(cell.text, colour, light, self._marks[cell.is_late, line.row.waits_for_client])

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many tickets the view has."""
        return 0 if parent.isValid() else len(self._numbers)

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are, hidden ones included."""
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        """Return what a cell shows; a row on its way shows an ellipsis."""
        answer = self._answers.get(role)
        return None if answer is None else answer(index.row(), index.column())

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            # The sign of the order is painted over the end of a title that stands on the right.
            return self._titles[section] + (_ROOM_FOR_SIGN if section == _DUE else "")
        if role == _ALIGNMENT:
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            return _RIGHT if section == _DUE else left
        return None

    def _cell(self, line: Line) -> DueCell:
        if line.due is None or line.due_now != self._now:
            line.due, line.due_now = due_cell(self._queue, line.row, self._now), self._now
        return line.due

    def _has_moved(self, row: int) -> bool:
        line = self.line_at(row)
        return line is not None and self._cell(line) != line.painted

    def _text(self, row: int, column: int) -> str:
        line = self.line_at(row)
        if line is None:
            return _EMPTY if column == _DUE else ""
        if column == _DUE:
            return self._cell(line).text
        if column == _OPENED:
            return moment(from_epoch(line.row.opened_at), from_epoch(self._now))
        return line.texts[column]

    def _colour(self, row: int, column: int) -> QColor | None:
        if column in _MUTED:
            return self._muted
        line = self.line_at(row) if column in _TINTED else None
        if line is None:
            return None
        if column == _DUE:
            return self._tones.get(self._cell(line).tone)
        return self._late if line.row.severity is Severity.CRITICAL else None

    def _light(self, row: int, _column: int) -> QColor | None:
        return self._pulse if self.pulsing and self.number_at(row) in self.pulsing else None

    def _alignment(self, _row: int, column: int) -> int | None:
        return _RIGHT if column == _DUE else None

    def _mark(self, row: int, column: int) -> QIcon | None:
        """Return the marks of lateness and of waiting; the cell says for what."""
        line = self.line_at(row) if column == _DUE else None
        if line is None:
            return None
        return self._marks[self._cell(line).is_late, line.row.waits_for_client]

    def _number(self, row: int, _column: int) -> int | None:
        return self.number_at(row)

    def _is_late(self, row: int, _column: int) -> bool:
        line = self.line_at(row)
        return line is not None and self._cell(line).is_late

    def _full_text(self, row: int, column: int) -> str | None:
        line = self.line_at(row)
        if line is None:
            return None
        if column == _DUE:
            return due_tooltip(self._queue, line.row, self._now)
        if column == Column.CLIENT and line.row.client_place:
            return f"{line.row.client} · {line.row.client_place}"
        if column == Column.OPENED:
            return full_moment(from_epoch(line.row.opened_at))
        return line.texts[column]

    def _tooltip(self, row: int, column: int) -> str | None:
        text = self._full_text(row, column)
        return None if text is None else as_tooltip(text)

    def _put(self, pages: Pages) -> None:
        for page, rows in pages.items():
            lines = {row.number: self._line(row) for row in rows}
            self._pages[page] = [lines.get(number) for number in self.numbers_of_page(page)]
            self._pages.move_to_end(page)
            self._wanted.discard(page)
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)

    def _on_theme_changed(self) -> None:
        self._tint()
        if self._numbers:
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, len(COLUMNS) - 1)
            )

    def _tint(self) -> None:
        colours = self._theme.colours
        self._late, self._soon = QColor(colours.late), QColor(colours.soon)
        self._muted, self._plain = QColor(colours.muted), QColor(colours.text)
        self._tones = {
            Tone.LATE: self._late,
            Tone.SOON: self._soon,
            Tone.WAITING: self._muted,
            Tone.DONE: self._muted,
        }
        self._pulse = QColor(colours.accent_soft)
        self._marks.tint(colours)

    def _line(self, row: QueueRow) -> Line:
        return Line(
            row,
            (
                "",
                f"{row.number:08d}",
                severity_text(row.severity),
                row.client,
                row.summary,
                row.product,
                row.team_name,
                row.status_name or word(row.status),
                row.assignee or "",
            ),
        )
