"""The row of what can be done to the ticket now; the rest stands in a menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ui.tokens import HALF
from ui.widgets.sideways import SidewaysArea


class ActBar(QWidget):
    """Buttons of the acts the ticket allows, in a fixed order, and a menu of the others."""

    def __init__(self, parent: QWidget) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._buttons: dict[QAction, QToolButton] = {}
        self._more = QToolButton(self)
        self._more.setObjectName("act")
        self._more.setText(self.tr("Mais ▾"))
        self._more.setAccessibleName(self.tr("Mais atos"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._more.setMenu(self._menu)
        acts = QWidget(self)
        self._row = QHBoxLayout(acts)
        whole = QHBoxLayout(self)
        for row in (self._row, whole):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(HALF // 2)
        self._row.addStretch(1)
        self._area = SidewaysArea(acts, self)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._more)

    def set_acts(self, primary: Mapping[QAction, str], others: Sequence[QAction]) -> None:
        """Take the acts there are, the first with what their buttons say.

        ``offer`` says which of them can be done now.
        """
        for place, (action, text) in enumerate(primary.items()):
            button = QToolButton(self)
            button.setObjectName("act")
            # Not its default action: each change of that would put the long name back.
            button.setText(text)
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.text().rstrip("…"))
            button.clicked.connect(action.trigger)
            self._buttons[action] = button
            self._row.insertWidget(place, button)
        self._menu.addActions(list(others))

    def offer(self, allowed: Mapping[QAction, bool]) -> None:
        """Show the buttons of what is allowed; in the menu the others are grey."""
        for action, button in self._buttons.items():
            button.setVisible(allowed.get(action, False))
        self._more.setVisible(any(allowed.get(action, False) for action in self._menu.actions()))

    @property
    def offered(self) -> list[str]:
        """The acts whose buttons can be seen, by name; some perhaps after rolling sideways."""
        shown = [b for b in self._buttons.values() if not b.isHidden()]
        return [b.accessibleName() for b in shown if self._area.height() >= b.sizeHint().height()]
