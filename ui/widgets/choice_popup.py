"""A popup list in which several lines can be ticked; many lines bring a search field."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.format import count
from ui.icons import Icons
from ui.matching import match_rank
from ui.override import override
from ui.tokens import HALF, ROW
from ui.widgets.search_field import SearchField

_SEARCH_FROM = 9
_MOST_ROWS = 12
_WIDTH = 280
_FRAME = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: its value, its text and, where known, how many rows it would show."""

    value: Hashable
    text: str
    count: int | None = None


class ChoicePopup(QFrame):
    """Ticks with Space or a click, closes with Enter, Esc or a click elsewhere."""

    changed = Signal(object)  # tuple of the chosen values, in the order of the choices
    closed = Signal()

    def __init__(
        self,
        name: str,
        choices: Iterable[Choice],
        values: Iterable[Hashable],
        icons: Icons,
        parent: QWidget,
    ) -> None:
        """List the choices, ticked where chosen."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(name)
        self._choices = tuple(choices)
        self._search = SearchField(self.tr("Procurar…"), icons, self)
        self._search.searched.connect(self._on_searched)
        self._search.left_downwards.connect(self._on_left_search)
        self._search.setVisible(len(self._choices) >= _SEARCH_FROM)
        self._list = QListWidget(self)
        self._list.setObjectName("choices")
        self._list.setAccessibleName(name)
        self._list.setUniformItemSizes(True)
        self._fill(frozenset(values))
        self._list.itemClicked.connect(self._turn)
        self._list.installEventFilter(self)
        self._clear = QPushButton(self.tr("&Limpar"), self)
        self._clear.setObjectName("quiet")
        self._clear.clicked.connect(self._on_clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(HALF, HALF, HALF, HALF)
        column.setSpacing(HALF)
        for part in (self._search, self._list, self._clear):
            column.addWidget(part)

    @property
    def rows(self) -> QListWidget:
        """The list of choices."""
        return self._list

    @property
    def clear_button(self) -> QPushButton:
        """The button that unticks everything."""
        return self._clear

    def show_under(self, anchor: QWidget) -> None:
        """Open below the widget, the keyboard in it."""
        shown = min(_MOST_ROWS, max(1, len(self._choices)))
        self._list.setFixedHeight(shown * max(self._list.sizeHintForRow(0), 1) + 2 * _FRAME)
        self.setFixedWidth(max(_WIDTH, anchor.width()))
        self.adjustSize()
        self.move(anchor.mapToGlobal(anchor.rect().bottomLeft()))
        self.show()
        self._list.setCurrentRow(0)
        (self._list if self._search.isHidden() else self._search).setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick on Space and close on Enter in the list."""
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Space and self._list.currentItem() is not None:
            self._turn(self._list.currentItem())
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close()
            return True
        return False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that the choosing is over, however it ended."""
        super().hideEvent(event)
        self.closed.emit()

    def _fill(self, values: frozenset[Hashable]) -> None:
        for choice in self._choices:
            figures = "" if choice.count is None else f"   {count(choice.count)}"
            row = QListWidgetItem(f"{choice.text}{figures}", self._list)
            # Not checkable by Qt itself: a click anywhere on the line ticks it, not only the box.
            row.setSizeHint(QSize(0, ROW))
            row.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            _tick(row, on=choice.value in values)

    def _tell(self) -> None:
        chosen = [
            choice.value
            for at, choice in enumerate(self._choices)
            if self._list.item(at).checkState() is Qt.CheckState.Checked
        ]
        self.changed.emit(tuple(chosen))

    def _turn(self, row: QListWidgetItem) -> None:
        _tick(row, on=row.checkState() is not Qt.CheckState.Checked)
        self._tell()

    def _on_searched(self, text: str) -> None:
        for at, choice in enumerate(self._choices):
            self._list.item(at).setHidden(match_rank(text, choice.text) is None)

    def _on_left_search(self) -> None:
        self._list.setFocus()
        visible = [at for at in range(self._list.count()) if not self._list.item(at).isHidden()]
        if visible:
            self._list.setCurrentRow(visible[0])

    def _on_clear(self) -> None:
        for at in range(self._list.count()):
            _tick(self._list.item(at), on=False)
        self._tell()


def _tick(row: QListWidgetItem, *, on: bool) -> None:
    row.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
