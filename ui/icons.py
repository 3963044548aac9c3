"""Every icon of the program: one outline family, tinted from the palette.

The glyphs are those of QtAwesome's Phosphor font. Its Python side is not imported: it pulls in
every name of Qt twice over, a quarter of a second that the first paint cannot spare.
"""

from __future__ import annotations

import json
import math
import weakref
from enum import Enum
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPixmap

from ui.theme import Theme

SIZES = (16, 20)


class IconName(Enum):
    """What an icon means; the value is its glyph in the font."""

    QUEUE = "tray"
    CALENDAR = "calendar-blank"
    CONSULTING = "timer"
    CLIENTS = "buildings"
    REPORTS = "file-text"
    DASHBOARD = "chart-bar"
    OMBUDSMAN = "megaphone-simple"
    MESSAGES = "envelope-simple"
    SETTINGS = "gear-six"
    CONFIGURATION = "sliders-horizontal"
    SEARCH = "magnifying-glass"
    COMMAND = "command"
    REFRESH = "arrows-clockwise"
    IMPORT = "download-simple"
    EXPORT = "export"
    DATABASE = "database"
    CONNECT = "link"
    DEMO = "flask"
    NEW = "file-plus"
    ADD = "plus"
    CLOSE = "x"
    CHECK = "check"
    INFO = "info"
    WARNING = "warning"
    ERROR = "warning-circle"
    DONE = "check-circle"
    KEYBOARD = "keyboard"
    HELP = "question"
    LIGHT = "sun"
    DARK = "moon"
    SYSTEM = "monitor"
    LANGUAGE = "translate"
    DENSITY = "rows"
    COLUMNS = "columns"
    FILTER = "funnel-simple"
    CLEAR = "x-circle"
    SAVE = "floppy-disk"
    VIEW = "bookmark-simple"
    CLOCK = "clock"
    PAUSE = "pause"
    HISTORY = "clock-counter-clockwise"
    CONVERSATION = "chat-text"
    DEADLINE = "hourglass-simple"
    ATTACHMENT = "paperclip"
    COPY = "copy"
    OPEN = "arrow-square-out"
    PERSON = "user"
    TEAM = "users"
    PHONE = "phone"
    NOTE = "note"
    LOCK = "lock-simple"
    TRANSFER = "arrows-left-right"
    SOLUTION = "check-square"
    SEVERITY = "flag"
    MAINTENANCE = "wrench"
    TRASH = "trash"
    UP = "caret-up"
    DOWN = "caret-down"
    LEFT = "caret-left"
    RIGHT = "caret-right"
    QUIT = "sign-out"


class Iconed(Protocol):
    """Anything of Qt that wears an icon: an action, a button."""

    def setIcon(self, icon: QIcon) -> None:
        """Wear the icon."""
        ...


class Icons(QObject):
    """Draws icons in the colours in force and tints them anew when these change."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Load nothing yet; the first icon does."""
        super().__init__(parent)
        self._theme = theme
        self._glyphs: dict[str, str] = {}
        self._family = ""
        self._icons: dict[IconName, QIcon] = {}
        self._bound: list[tuple[weakref.ref[Iconed], IconName]] = []
        self._waiting: list[tuple[weakref.ref[Iconed], IconName]] | None = []
        theme.changed.connect(self._on_theme_changed)

    @staticmethod
    def blank() -> QIcon:
        """Return an icon that keeps the place of one bound later, so that nothing moves then."""
        picture = QPixmap(SIZES[0], SIZES[0])
        picture.fill(Qt.GlobalColor.transparent)
        return QIcon(picture)

    def icon(self, name: IconName) -> QIcon:
        """Return the icon in 16 and 20 pixels, for enabled and disabled controls."""
        if name not in self._icons:
            self._icons[name] = self._draw(name)
        return self._icons[name]

    def bind(self, target: Iconed, name: IconName) -> None:
        """Give the target its icon, now and after each change of palette."""
        target.setIcon(self.icon(name))
        self._bound.append((weakref.ref(target), name))

    def bind_later(self, target: Iconed, name: IconName) -> None:
        """Give the target its icon, but not before the window was painted for the first time."""
        if self._waiting is None:
            self.bind(target, name)
            return
        self._waiting.append((weakref.ref(target), name))

    def wake(self) -> None:
        """Draw what waited for the first paint."""
        waiting, self._waiting = self._waiting or [], None
        for reference, name in waiting:
            target = reference()
            if target is not None and shiboken6.isValid(target):
                self.bind(target, name)

    def pixmap(self, name: IconName, size: int, colour: str, ratio: float = 1.0) -> QPixmap:
        """Draw one icon into a pixmap of ``size`` logical pixels."""
        self._load()
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.fill(Qt.GlobalColor.transparent)
        font = QFont(self._family)
        font.setPixelSize(picture.height())
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        area = QRectF(0, 0, picture.width(), picture.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._glyphs[name.value])
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def _draw(self, name: IconName) -> QIcon:
        colours = self._theme.colours
        icon = QIcon()
        for size in SIZES:
            for ratio in _device_ratios():
                plain = self.pixmap(name, size, colours.text, ratio)
                icon.addPixmap(plain)
                icon.addPixmap(plain, QIcon.Mode.Selected)
                faint = self.pixmap(name, size, colours.disabled, ratio)
                icon.addPixmap(faint, QIcon.Mode.Disabled)
        return icon

    def _load(self) -> None:
        if self._glyphs:
            return
        folder = _font_folder()
        font_file = next(folder.glob("phosphor-*.ttf"))
        handle = QFontDatabase.addApplicationFont(str(font_file))
        self._family = QFontDatabase.applicationFontFamilies(handle)[0]
        codes = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text("ascii"))
        self._glyphs = {name.value: chr(int(codes[name.value], 16)) for name in IconName}

    def _on_theme_changed(self) -> None:
        self._icons.clear()
        living = []
        for reference, name in self._bound:
            target = reference()
            if target is not None and shiboken6.isValid(target):
                target.setIcon(self.icon(name))
                living.append((reference, name))
        self._bound = living


def _device_ratios() -> set[int]:
    """Return the densities worth drawing for: those of the screens, rounded up."""
    return {math.ceil(screen.devicePixelRatio()) for screen in QGuiApplication.screens()} | {1}


def _font_folder() -> Path:
    """Find the fonts of QtAwesome without importing it."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("QtAwesome is not installed")
    return Path(spec.origin).parent / "fonts"
