"""Notices in the lower right corner: what was done fades, what went wrong stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import IconName, Icons
from ui.notices import Notice, NoticeKind, announce
from ui.override import override
from ui.tokens import GRID, HALF

_FADES_AFTER_MS = 6000
_MOST = 3
_WIDTH = 360
_ICONS = {
    NoticeKind.DONE: IconName.DONE,
    NoticeKind.INFO: IconName.INFO,
    NoticeKind.TROUBLE: IconName.WARNING,
}


class Toast(QFrame):
    """One notice; it waits while the pointer or the keyboard is on it."""

    closed = Signal()

    def __init__(self, notice: Notice, icons: Icons, parent: QWidget) -> None:
        """Show the notice and, unless it is trouble, begin to fade."""
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAccessibleName(notice.text)
        self.notice = notice
        picture = QLabel(self)
        picture.setPixmap(icons.icon(_ICONS[notice.kind]).pixmap(16, 16))
        text = QLabel(notice.text, self)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + HALF, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        if notice.act is not None:
            row.addWidget(self._button(notice.act.text, self._on_act))
        row.addWidget(self._button(self.tr("Fechar"), self.leave))
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(_FADES_AFTER_MS)
        self._fade.timeout.connect(self._on_faded)
        self._begin_to_fade()

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait while it is being read."""
        self._fade.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Fade again."""
        self._begin_to_fade()
        super().leaveEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName("quiet")
        button.clicked.connect(slot)
        return button

    def _begin_to_fade(self) -> None:
        if self.notice.kind is not NoticeKind.TROUBLE:
            self._fade.start()

    def _on_faded(self) -> None:
        focused = self.focusWidget()
        if focused is not None and focused.hasFocus():
            self._begin_to_fade()
            return
        self.leave()

    def _on_act(self) -> None:
        act = self.notice.act
        self.leave()
        if act is not None:
            act.run()

    def leave(self) -> None:
        """Close for good."""
        self._fade.stop()
        self.hide()
        self.closed.emit()
        self.deleteLater()


class Toasts(QWidget):
    """Holds the last few notices over the corner of its parent."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        """Float over the parent; take no room in its layout."""
        super().__init__(parent)
        self._host = parent
        self._icons = icons
        self._toasts: list[Toast] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID)
        self.setFixedWidth(_WIDTH)
        self.hide()
        parent.installEventFilter(self)

    @property
    def texts(self) -> list[str]:
        """What is being shown, oldest first."""
        return [toast.notice.text for toast in self._toasts]

    def show_notice(self, notice: Notice) -> None:
        """Show a notice; beyond three the oldest leaves."""
        toast = Toast(notice, self._icons, self)
        toast.closed.connect(self._on_closed)
        self._toasts.append(toast)
        self._column.addWidget(toast)
        toast.show()
        while len(self._toasts) > _MOST:
            self._toasts[0].leave()
        announce(self, notice.text)
        self._place()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the parent is resized."""
        del watched
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _on_closed(self) -> None:
        self._toasts = [toast for toast in self._toasts if toast is not self.sender()]
        self._place()

    def _place(self) -> None:
        self.setVisible(bool(self._toasts))
        if not self._toasts:
            return
        # Lines that wrap tell their height only for a given width.
        self.resize(_WIDTH, self._column.totalHeightForWidth(_WIDTH))
        corner = self._host.rect().bottomRight()
        self.move(corner.x() - self.width() - 2 * GRID, corner.y() - self.height() - 2 * GRID)
        self.raise_()
