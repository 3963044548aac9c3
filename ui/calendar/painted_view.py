"""A view that paints blocks where a scene puts them: keys, selection, tooltips, accessible names.

It is a list to Qt, so that every block has a name and a place for who cannot see it; only where
the blocks lie is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScrollArea, QWidget

from ui.calendar.blocks import Block, BlockKind
from ui.override import override
from ui.texts import as_tooltip

PERSON_MIME = "application/x-bancada-person"
_ASIDE = 3.0
"""How much worse it is to lie aside than to lie ahead, for a key that moves."""
Index = QModelIndex | QPersistentModelIndex
_DIRECTIONS = {
    QAbstractItemView.CursorAction.MoveLeft: (-1, 0),
    QAbstractItemView.CursorAction.MoveRight: (1, 0),
    QAbstractItemView.CursorAction.MoveUp: (0, -1),
    QAbstractItemView.CursorAction.MoveDown: (0, 1),
}


class Scene(Protocol):
    """Says where blocks lie and how they look; it keeps no state of the view."""

    @property
    def blocks(self) -> Sequence[Block]:
        """The blocks, in the order in which they are read."""
        ...

    def rects(self, size: QSize) -> list[QRectF]:
        """Return where each block lies in a view of a size, in pixels."""
        ...

    def paint_ground(self, painter: QPainter, size: QSize) -> None:
        """Paint what lies behind the blocks."""
        ...

    def paint_block(self, painter: QPainter, block: Block, rect: QRectF) -> None:
        """Paint a block."""
        ...

    def paint_over(self, painter: QPainter, size: QSize) -> None:
        """Paint what lies over the blocks, such as the line of now."""
        ...

    def paint_focus(self, painter: QPainter, rect: QRectF, *, has_focus: bool) -> None:
        """Paint that a block is the one the keyboard stands on."""
        ...


class BlocksModel(QAbstractListModel):
    """Gives Qt the blocks."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without blocks."""
        super().__init__(parent)
        self.blocks: Sequence[Block] = ()

    def show(self, blocks: Sequence[Block]) -> None:
        """Show other blocks."""
        self.beginResetModel()
        self.blocks = blocks
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many blocks there are."""
        return 0 if parent is not None and parent.isValid() else len(self.blocks)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what Qt asks of a block."""
        block = self.blocks[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return block.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(block.detail)
        return None


class PaintedView(QListView):
    """Shows a scene."""

    opened = Signal(object)  # Block that was clicked twice, or Enter
    chosen = Signal(object)  # Block the keyboard stands on, or None
    stepped = Signal(int)  # spans to go on, -1 or 1
    zoomed = Signal(int)  # steps, -1 or 1
    person_dropped = Signal(object, int)  # Block, number of the person

    def __init__(self, name: str, parent: QWidget) -> None:
        """Call the view ``name`` for those who hear it; ``show_scene`` gives it a scene."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self._model = BlocksModel(self)
        self.setModel(self._model)
        self._scene: Scene | None = None
        self._rects: list[QRectF] = []
        self.activated.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current)

    @property
    def blocks(self) -> Sequence[Block]:
        """What is shown."""
        return self._model.blocks

    @property
    def current_block(self) -> Block | None:
        """The block the keyboard stands on."""
        row = self.currentIndex().row()
        return self.blocks[row] if 0 <= row < len(self.blocks) else None

    def show_scene(self, scene: Scene) -> None:
        """Show a scene; the keyboard stays on the block of the same kind, day and start."""
        stood_on = self.current_block
        self._scene = scene
        self._model.show(scene.blocks)
        self._place()
        rows = [row for row, block in enumerate(scene.blocks) if _is_same(block, stood_on)]
        if rows:
            self.setCurrentIndex(self._model.index(rows[0], 0))
        self.viewport().update()
        self.chosen.emit(self.current_block)

    def stand_on(self, row: int) -> None:
        """Put the keyboard on a block."""
        self.setCurrentIndex(self._model.index(row, 0))

    def repaint_scene(self) -> None:
        """Paint again: time has passed, or the colours changed."""
        self.viewport().update()

    def _place(self) -> None:
        size = self.viewport().size()
        self._rects = [] if self._scene is None else self._scene.rects(size)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the blocks where they lie at the new size."""
        super().resizeEvent(event)
        self._place()

    @override
    def visualRect(self, index: Index) -> QRect:
        """Return where a block lies."""
        row = index.row()
        return self._rects[row].toRect() if 0 <= row < len(self._rects) else QRect()

    @override
    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the topmost block at a point."""
        spot = QPointF(point)
        rows = [row for row, rect in enumerate(self._rects) if rect.contains(spot)]
        return self._model.index(rows[-1], 0) if rows else QModelIndex()

    @override
    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Leave scrolling to the area around the view."""
        del hint
        area = self._area()
        rect = self.visualRect(index)
        if area is not None and not rect.isNull():
            area.ensureVisible(rect.center().x(), rect.center().y(), 0, rect.height() // 2)

    def _area(self) -> QScrollArea | None:
        holder = self.parentWidget()
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        return holder

    @override
    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the nearest block in a direction; pages step to another span."""
        del modifiers
        row = self.currentIndex().row()
        if action is QAbstractItemView.CursorAction.MovePageUp:
            self.stepped.emit(-1)
        elif action is QAbstractItemView.CursorAction.MovePageDown:
            self.stepped.emit(1)
        elif not self.blocks:
            return QModelIndex()
        elif row < 0 or action is QAbstractItemView.CursorAction.MoveHome:
            row = 0
        elif action is QAbstractItemView.CursorAction.MoveEnd:
            row = len(self.blocks) - 1
        elif action in _DIRECTIONS:
            row = self._nearest(row, *_DIRECTIONS[action])
        return self._model.index(row, 0)

    def _nearest(self, row: int, across: int, down: int) -> int:
        here = self._rects[row].center()
        best, least = row, float("inf")
        for other, rect in enumerate(self._rects):
            away = rect.center() - here
            ahead = away.x() * across + away.y() * down
            aside = abs(away.x() * down) + abs(away.y() * across)
            if ahead > 1 and ahead + _ASIDE * aside < least:
                best, least = other, ahead + _ASIDE * aside
        return best

    @override
    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the block under the pointer."""
        index = self.indexAt(rect.center())
        self.selectionModel().select(QItemSelection(index, index), command)

    @override
    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where the selected blocks lie."""
        region = QRegion()
        for index in selection.indexes():
            region = region.united(QRegion(self.visualRect(index).adjusted(-3, -3, 3, 3)))
        return region

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the blocks in view, and where the keyboard stands."""
        if self._scene is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size, seen = self.viewport().size(), QRectF(event.rect())
        self._scene.paint_ground(painter, size)
        for block, rect in zip(self.blocks, self._rects, strict=True):
            if rect.intersects(seen):
                self._scene.paint_block(painter, block, rect)
        self._scene.paint_over(painter, size)
        row = self.currentIndex().row()
        if 0 <= row < len(self._rects):
            self._scene.paint_focus(painter, self._rects[row], has_focus=self.hasFocus())
        painter.end()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; else let the area around roll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people who are dragged here."""
        if event.mimeData().hasFormat(PERSON_MIME):
            event.acceptProposedAction()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them where a plantão window lies."""
        block = self._block_at(event.position().toPoint())
        event.setAccepted(block is not None and block.post is not None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Say who was let go on which window."""
        block = self._block_at(event.position().toPoint())
        if block is not None and block.post is not None:
            number = int(bytes(event.mimeData().data(PERSON_MIME).data()))
            event.acceptProposedAction()
            self.person_dropped.emit(block, number)

    def _block_at(self, point: QPoint) -> Block | None:
        row = self.indexAt(point).row()
        return self.blocks[row] if row >= 0 else None

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.blocks[index.row()])

    def _on_current(self) -> None:
        self.viewport().update()
        self.chosen.emit(self.current_block)


_APART = {BlockKind.DAY, BlockKind.DUE, BlockKind.ITEM, BlockKind.STRAY}
"""Kinds that stand where others may stand too; windows become holes and back."""


def _is_same(block: Block, other: Block | None) -> bool:
    if other is None:
        return False
    return _place_of(block) == _place_of(other)


def _place_of(block: Block) -> tuple[object, ...]:
    kind = block.kind if block.kind in _APART else None
    return block.team, block.day, block.start, kind, block.item
