"""The slim bar on top: the pages that exist, the command palette, the preferences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
)

from ui.actions import key_text, tooltip
from ui.icons import IconName, Icons
from ui.page import PageId, PageSpec
from ui.tokens import GRID, HALF
from ui.widgets.sideways import SidewaysArea

_ICON = QSize(16, 16)


class NavigationBar(QWidget):
    """One button a page, then what is always at hand."""

    page_chosen = Signal(object)  # PageId

    def __init__(
        self,
        pages: Iterable[PageSpec],
        icons: Icons,
        palette_action: QAction,
        menu: QMenu,
        parent: QWidget | None = None,
    ) -> None:
        """Show a button for each page, the palette's and the menu of preferences."""
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._buttons: dict[PageId, QToolButton] = {}
        self._openers: list[QAction] = []
        places = QWidget(self)
        row = QHBoxLayout(places)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HALF)
        for spec in pages:
            row.addWidget(self._page_button(spec))
        row.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, HALF, GRID, HALF)
        row.setSpacing(HALF)
        row.addWidget(SidewaysArea(places, self), 1)  # rolls where the window is narrow
        row.addWidget(self._palette_button(palette_action))
        row.addWidget(self._menu_button(menu))

    def button(self, page_id: PageId) -> QToolButton:
        """Return the button of a page."""
        return self._buttons[page_id]

    @property
    def openers(self) -> list[QAction]:
        """The actions that open the pages, in their order."""
        return list(self._openers)

    def show_current(self, page_id: PageId) -> None:
        """Mark the page that is being shown."""
        for known, button in self._buttons.items():
            button.setChecked(known is page_id)

    def _page_button(self, spec: PageSpec) -> QToolButton:
        button = self._plain(spec.translated_title, spec.icon)
        button.setObjectName("nav")
        button.setCheckable(True)
        button.setToolTip(tooltip(spec.plain_title, spec.key))
        button.clicked.connect(partial(self._on_page_clicked, spec.id))
        self._buttons[spec.id] = button
        opener = QAction(self.tr("Ir para {page}").format(page=spec.plain_title), self)
        self._icons.bind_later(opener, spec.icon)
        opener.setShortcut(QKeySequence(spec.key))
        opener.triggered.connect(button.click)
        self.addAction(opener)
        self._openers.append(opener)
        return button

    def _palette_button(self, action: QAction) -> QToolButton:
        key = key_text(action.shortcut().toString())
        button = self._plain(self.tr("Comandos  {key}").format(key=key), IconName.COMMAND)
        button.setAccessibleName(self.tr("Comandos"))
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        return button

    def _menu_button(self, menu: QMenu) -> QToolButton:
        button = self._plain(self.tr("Pr&eferências"), IconName.SETTINGS)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _plain(self, text: str, icon: IconName) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("plain")
        button.setText(f" {text}")  # Qt leaves too little room after the icon
        button.setAccessibleName(text.replace("&", ""))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(_ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setIcon(self._icons.blank())
        self._icons.bind_later(button, icon)
        return button

    def _on_page_clicked(self, page_id: PageId) -> None:
        # No button group keeps one of them checked: it would take Tab away from the others.
        self._buttons[page_id].setChecked(True)
        self.page_chosen.emit(page_id)
