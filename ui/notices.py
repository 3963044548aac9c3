"""Short messages about what was done, and the voice for screen readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal


class NoticeKind(Enum):
    """What a notice is about."""

    DONE = auto()
    INFO = auto()
    TROUBLE = auto()


@dataclass(frozen=True, slots=True)
class NoticeAct:
    """The one thing a notice offers to do, for example to undo."""

    text: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Notice:
    """One message; what went wrong stays until it is closed, the rest fades."""

    kind: NoticeKind
    text: str
    act: NoticeAct | None = None


class Notices(QObject):
    """Where pages leave their messages; the window shows them."""

    posted = Signal(object)  # Notice

    def done(self, text: str, act: NoticeAct | None = None) -> None:
        """Say that something was done."""
        self.posted.emit(Notice(NoticeKind.DONE, text, act))

    def info(self, text: str, act: NoticeAct | None = None) -> None:
        """Say something worth knowing."""
        self.posted.emit(Notice(NoticeKind.INFO, text, act))

    def trouble(self, text: str, act: NoticeAct | None = None) -> None:
        """Say that something needs attention; it stays until it is closed."""
        self.posted.emit(Notice(NoticeKind.TROUBLE, text, act))


def announce(source: QObject, text: str) -> None:
    """Let a screen reader say the text once, without moving the focus."""
    # Its many enumerations cost the first paint 8 ms where they stand at the top.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))
