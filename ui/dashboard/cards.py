"""The cards of the dashboard: numbers to press, and charts in as many columns as there is room."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.dashboard.bars import Bars
from ui.override import override
from ui.theme import Theme, strong, tabular
from ui.tokens import GRID, HALF

if TYPE_CHECKING:
    from app.domain.dashboard import Behind
    from ui.dashboard.chart import BarChart

_NARROWEST = 400
_BIGGER = 6


class Tile(QPushButton):
    """A number with what it counts; pressed, it shows the tickets behind it."""

    def __init__(self, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setObjectName("tile")
        self.behind: Behind | None = None
        self.title = ""
        self._number, self._words = QLabel(self), QLabel(self)
        big = strong(tabular(self.font()))
        big.setPointSizeF(self.font().pointSizeF() + _BIGGER)
        self._number.setFont(big)
        self._words.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + HALF, GRID, GRID + HALF, GRID)
        column.setSpacing(0)
        for label in (self._number, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        self._column = column

    def tell(self, number: str, words: str, behind: Behind | None) -> None:
        """Show a number; without tickets behind it cannot be pressed."""
        self.behind, self.title = behind, words
        self._number.setText(number)
        self._words.setText(words)
        self.setAccessibleName(f"{words}: {number}")
        self.setEnabled(behind is not None)
        self.setMinimumSize(self._column.sizeHint())


class ChartCard(QFrame):
    """A chart under its title and legend."""

    def __init__(self, chart: BarChart, theme: Theme, parent: QWidget) -> None:
        """Frame a chart."""
        super().__init__(parent)
        self.setObjectName("chart")
        self.chart = chart
        self._theme = theme
        self._title, self._legend, self._empty = QLabel(self), QLabel(self), QLabel(self)
        self._title.setFont(strong(self.font()))
        self._title.setBuddy(chart)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._empty.setObjectName("muted")
        head = QGridLayout()
        head.addWidget(self._title, 0, 0)
        head.addWidget(self._legend, 0, 1, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID + HALF, GRID, GRID + HALF, GRID)
        column.setSpacing(HALF)
        column.addLayout(head)
        column.addWidget(self._empty)
        column.addWidget(chart)
        column.addStretch(1)
        theme.changed.connect(self._draw_legend)

    def show_bars(self, bars: Bars) -> None:
        """Show other figures, or say that there are none."""
        self._title.setText(bars.title)
        self._empty.setText(bars.empty)
        self._empty.setVisible(not bars.bars)
        self.chart.setVisible(bool(bars.bars))
        self.chart.show_bars(bars)
        self._draw_legend()

    def _draw_legend(self) -> None:
        signs = "■▨"
        parts = [
            f'<span style="color:{getattr(self._theme.colours, token)}">{sign}</span>'
            f"&nbsp;{escape(name)}"
            for sign, (name, token) in zip(signs, self.chart.bars.legend(), strict=False)
        ]
        self._legend.setText("&nbsp;&nbsp; ".join(parts))


class CardGrid(QWidget):
    """Charts beside and below each other; the wider the page, the more columns."""

    opened = Signal(str, object, object)  # chart, Bar, Part

    def __init__(self, parent: QWidget) -> None:
        """Hold no card yet."""
        super().__init__(parent)
        self._cards: dict[str, ChartCard] = {}
        self._columns = 0
        self._stacks: list[QVBoxLayout] = []
        self._columns_row = QHBoxLayout(self)
        self._columns_row.setContentsMargins(GRID, 0, GRID, GRID)
        self._columns_row.setSpacing(GRID)

    @property
    def cards(self) -> Mapping[str, ChartCard]:
        """The cards by name, in order."""
        return self._cards

    def add(self, name: str, card: ChartCard) -> None:
        """Put a card behind the others."""
        self._cards[name] = card
        card.chart.opened.connect(partial(self.opened.emit, name))
        self._place(max(self._columns, 1))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        columns = max(1, self.width() // _NARROWEST)
        if columns != self._columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        """Deal the cards into columns, always to the shortest: none is stretched to another."""
        self._columns = columns
        while len(self._stacks) < columns:
            stack = QVBoxLayout()
            stack.setSpacing(GRID)
            stack.addStretch(1)
            self._columns_row.addLayout(stack, 1)
            self._stacks.append(stack)
        heights = [0] * columns
        for stack in self._stacks:
            for card in self._cards.values():
                stack.removeWidget(card)
        for card in self._cards.values():
            place = heights.index(min(heights))
            self._stacks[place].insertWidget(self._stacks[place].count() - 1, card)
            heights[place] += card.sizeHint().height()
        for place, stack in enumerate(self._stacks):
            self._columns_row.setStretchFactor(stack, int(place < columns))
