"""Ctrl+K: everything that can be done now, found by typing a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.actions import key_text
from ui.matching import match_rank
from ui.override import override
from ui.tokens import GRID, ROW

_WIDTH = 560
_HEIGHT = 400
_TOP_SHARE = 8
_ROW_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done now."""

    text: str
    run: Callable[[], None]
    key: str = ""
    icon: QIcon | None = None


def command_of(action: QAction) -> Command:
    """Offer an action as a command."""
    key = key_text(action.shortcut().toString())
    return Command(action.text().rstrip("…"), action.trigger, key, action.icon())


Source = Callable[[str], Iterable[Command]]


class CommandPalette(QDialog):
    """Lists commands from its sources; Enter runs the marked one."""

    chosen = Signal(object)  # Command, after the palette has closed

    def __init__(self, sources: Iterable[Source], parent: QWidget) -> None:
        """Ask the sources anew whenever the palette opens or the text changes."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Comandos"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self._sources = tuple(sources)
        self._commands: list[Command] = []
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Digite o que quer fazer…"))
        self._field.setAccessibleName(self.tr("Procurar comando"))
        self._field.textChanged.connect(self._on_text_changed)
        self._field.returnPressed.connect(self._on_accepted)
        self._field.installEventFilter(self)
        self._list = self._make_list()
        self._nothing = QLabel(self.tr("Nenhum comando com essas letras."), self)
        self._nothing.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)

    @property
    def field(self) -> QLineEdit:
        """Where the letters are typed."""
        return self._field

    @property
    def texts(self) -> list[str]:
        """The commands on the list, best first."""
        return [command.text for command in self._commands]

    def open_at_top(self) -> None:
        """Open over the upper part of the window, empty."""
        host = self.parentWidget()
        self._field.clear()
        self._fill("")
        if host is not None:
            self.resize(min(_WIDTH, host.width() - 4 * GRID), min(_HEIGHT, host.height() // 2))
            place = host.mapToGlobal(host.rect().topLeft())
            left = place.x() + (host.width() - self.width()) // 2
            self.move(left, place.y() + host.height() // _TOP_SHARE)
        self.open()
        self._field.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys of the field move on the list."""
        del watched
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ROW_KEYS:
            return False
        self._list.keyPressEvent(event)
        return True

    def _make_list(self) -> QTreeWidget:
        rows = QTreeWidget(self)
        rows.setObjectName("commands")
        rows.setAccessibleName(self.tr("Comandos encontrados"))
        rows.setColumnCount(2)
        rows.setHeaderHidden(True)
        rows.setRootIsDecorated(False)
        rows.setUniformRowHeights(True)
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.header().setStretchLastSection(False)
        rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        rows.itemClicked.connect(self._on_accepted)
        return rows

    def _on_text_changed(self, text: str) -> None:
        self._fill(text)

    def _fill(self, typed: str) -> None:
        ranked = [
            (rank, command)
            for source in self._sources
            for command in source(typed)
            if (rank := match_rank(typed, command.text)) is not None
        ]
        ranked.sort(key=_by_rank)
        self._commands = [command for _, command in ranked]
        self._list.clear()
        self._list.addTopLevelItems([_row(command) for command in self._commands])
        if self._commands:
            self._list.setCurrentIndex(self._list.model().index(0, 0))
        self._list.setVisible(bool(self._commands))
        self._nothing.setVisible(not self._commands)

    def _on_accepted(self) -> None:
        index = self._list.currentIndex().row()
        if not 0 <= index < len(self._commands):
            return
        command = self._commands[index]
        self.accept()
        self.chosen.emit(command)


def _by_rank(entry: tuple[int, Command]) -> int:
    return entry[0]


def _row(command: Command) -> QTreeWidgetItem:
    row = QTreeWidgetItem([command.text, command.key])
    row.setSizeHint(0, QSize(0, ROW))
    row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if command.icon is not None:
        row.setIcon(0, command.icon)
    return row
