"""What stands where nothing is: what would be there, and the act that fills it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.actions import tooltip
from ui.icons import IconName, Icons
from ui.theme import Theme, strong
from ui.tokens import GRID

_ICON_SIZE = 40
_TEXT_WIDTH = 440


class EmptyState(QWidget):
    """A title, a sentence, and at most one button."""

    def __init__(
        self,
        name: IconName,
        icons: Icons,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        """Show the icon; the words come with ``say``."""
        super().__init__(parent)
        self._name = name
        self._icons = icons
        self._theme = theme
        self._picture = QLabel(self)
        self._title = QLabel(self)
        self._title.setFont(strong(self.font()))
        self._text = QLabel(self)
        self._text.setObjectName("muted")
        self._text.setWordWrap(True)
        self._text.setMaximumWidth(_TEXT_WIDTH)
        self._button = QPushButton(self)
        self._button.hide()
        self._action: QAction | None = None
        self._button.clicked.connect(self._on_clicked)
        self._lay_out()
        self._draw()
        theme.changed.connect(self._draw)

    @property
    def button(self) -> QPushButton:
        """The button of the act, hidden where there is none."""
        return self._button

    def say(self, title: str, text: str, action: QAction | None = None) -> None:
        """Say what would stand here and offer the act that fills it."""
        self._title.setText(title)
        self._text.setText(text)
        self._action = action
        self._button.setVisible(action is not None)
        if action is not None:
            self._button.setText(action.text().rstrip("…"))
            self._button.setToolTip(tooltip(action.text(), action.shortcut().toString()))
            self._button.setEnabled(action.isEnabled())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        column.addStretch(2)
        for part in (self._picture, self._title, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._picture)
        column.addWidget(self._title)
        # Beside stretches, not by an alignment: only so does wrapping text get its height.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._text, _TEXT_WIDTH)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _draw(self) -> None:
        ratio = self.devicePixelRatioF()
        colour = self._theme.colours.disabled
        self._picture.setPixmap(self._icons.pixmap(self._name, _ICON_SIZE, colour, ratio))

    def _on_clicked(self) -> None:
        if self._action is not None:
            self._action.trigger()
