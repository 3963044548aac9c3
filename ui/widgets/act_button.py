"""A small button that does an action, with its icon and its words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget


def act_button(action: QAction, parent: QWidget) -> QToolButton:
    """Return a button for an action; its key stands in the tooltip."""
    button = QToolButton(parent)
    button.setObjectName("act")
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
