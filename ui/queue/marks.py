"""The marks of the first column: late, waiting for the client, or both."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from ui.icons import IconName, Icons
from ui.tokens import LIGHT, Colours

MARK_SIZE = QSize(22, 16)
_BAR_WIDTH = 3
_PAUSE_SIZE = 14
_RATIOS = (1.0, 2.0)
"""Drawn for plain and for dense screens: a mark that has to be scaled costs more than its text."""


class Marks(dict[tuple[bool, bool], QIcon | None]):
    """The mark of each pair (late, waiting), drawn when it is first asked for; none for neither.

    Pictures rather than a delegate: a Python call for each painted cell would make a repaint
    dearer than all else.
    """

    def __init__(self, icons: Icons) -> None:
        """Draw nothing before ``tint``."""
        super().__init__()
        self._icons = icons
        self._colours = LIGHT

    def tint(self, colours: Colours) -> None:
        """Draw in these colours from now on."""
        self._colours = colours
        self.clear()
        self[False, False] = None

    def __missing__(self, pair: tuple[bool, bool]) -> QIcon:
        late, waiting = pair
        icon = QIcon()
        for ratio in _RATIOS:
            picture = _drawn(self._icons, self._colours, ratio, late=late, waiting=waiting)
            # Without one of its own Qt washes the colour out where the row is selected.
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
                icon.addPixmap(picture, mode)
        self[pair] = icon
        return icon


def _drawn(icons: Icons, colours: Colours, ratio: float, *, late: bool, waiting: bool) -> QPixmap:
    picture = QPixmap(MARK_SIZE * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    if late:
        painter.fillRect(QRect(0, 0, _BAR_WIDTH, MARK_SIZE.height()), QColor(colours.late))
    if waiting:
        pause = icons.pixmap(IconName.PAUSE, _PAUSE_SIZE, colours.muted, ratio)
        painter.drawPixmap(_BAR_WIDTH + 4, 1, pause)
    painter.end()
    return picture
