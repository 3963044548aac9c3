"""What turns an action of the window from data into a ``QAction``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.action_ids import ActionId, Scope
from ui.action_spec import ActionSpec
from ui.action_specs import ACTIONS
from ui.icons import Icons
from ui.page import PageId
from ui.texts import translated

__all__ = [
    "ACTIONS",
    "ActionId",
    "ActionSpec",
    "Actions",
    "Scope",
    "actions_within",
    "key_text",
    "spec_of",
    "specs_for",
    "text_of",
    "tooltip",
]

_BY_ID = {spec.id: spec for spec in ACTIONS}
_CONTEXTS = {
    # Qt hears a window shortcut only while its widget is visible: a hidden page stays silent.
    Scope.WINDOW: Qt.ShortcutContext.WindowShortcut,
    Scope.PAGE: Qt.ShortcutContext.WindowShortcut,
    Scope.LIST: Qt.ShortcutContext.WidgetShortcut,
}


def spec_of(action_id: ActionId) -> ActionSpec:
    """Return the data of an action."""
    return _BY_ID[action_id]


def text_of(action_id: ActionId) -> str:
    """Return the text of an action in the language of the screens."""
    spec = _BY_ID[action_id]
    return translated(spec.context, spec.text)


def key_text(key: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def specs_for(page: PageId | None) -> tuple[ActionSpec, ...]:
    """Return the actions of the frame and those of a page, in the order of ``ACTIONS``."""
    return tuple(spec for spec in ACTIONS if spec.page is None or spec.page is page)


class Actions(QObject):
    """Makes the actions that widgets own."""

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        """Take the icons from the given family."""
        super().__init__(parent)
        self._icons = icons

    def make(self, action_id: ActionId, slot: Callable[[], None], owner: QWidget) -> QAction:
        """Make an action that belongs to ``owner``; palette and F1 find it there."""
        spec = _BY_ID[action_id]
        action = QAction(text_of(action_id), owner)
        action.setData(action_id)
        if spec.key:
            action.setShortcut(QKeySequence(spec.key))
            action.setShortcutContext(_CONTEXTS[spec.scope])
        if spec.icon is not None:
            self._icons.bind_later(action, spec.icon)
        action.setToolTip(tooltip(text_of(action_id), spec.key))
        action.triggered.connect(slot)
        owner.addAction(action)
        return action


def tooltip(text: str, key: str) -> str:
    """Return the text with its shortcut, as tooltips show it."""
    return f"{text.rstrip('…')} ({key_text(key)})" if key else text.rstrip("…")


def actions_within(owners: Iterable[QWidget]) -> list[QAction]:
    """Return the actions that were made for the widgets and for what lies inside them."""
    found: list[QAction] = []
    for owner in owners:
        found.extend(a for a in owner.findChildren(QAction) if isinstance(a.data(), ActionId))
    return found
