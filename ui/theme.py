"""Tokens of colour and space, two palettes, and the one object that applies them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ui.settings import Density, ThemeMode
from ui.stylesheet import style_sheet
from ui.tokens import DARK, LIGHT, ROW, Colours

_PULSE_MS = 200
_ROW_HEIGHTS = {Density.COMPACT: ROW, Density.COMFORTABLE: ROW + 6}


class Theme(QObject):
    """Dresses the whole application, follows the system, and changes while it runs."""

    changed = Signal()  # colours or density are new: repaint and retint

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        """Dress nothing yet; ``apply`` does."""
        super().__init__(parent)
        self._application = application
        self._mode = ThemeMode.SYSTEM
        self._density = Density.COMPACT
        self._colours = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return self._colours

    @property
    def mode(self) -> ThemeMode:
        """What the person chose: light, dark, or as the system does."""
        return self._mode

    @property
    def density(self) -> Density:
        """How tall rows are."""
        return self._density

    @property
    def row_height(self) -> int:
        """Height of a table row in pixels."""
        return _ROW_HEIGHTS[self._density]

    @property
    def pulse_ms(self) -> int:
        """Milliseconds that a changed row pulses; 0 when the system asks for less motion."""
        from PySide6.QtWidgets import QStyle  # a hundred names the first paint need not wait for

        style = self._application.style()
        allowed = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return _PULSE_MS if allowed else 0

    def apply(self, mode: ThemeMode, density: Density | None = None) -> None:
        """Dress the application; the same call again changes it live."""
        self._mode = mode
        self._density = density or self._density
        self._ask_system_for(mode)
        self._dress()

    def set_density(self, density: Density) -> None:
        """Make table rows taller or shorter."""
        if density is not self._density:
            self._density = density
            self.changed.emit()

    def _ask_system_for(self, mode: ThemeMode) -> None:
        hints = QGuiApplication.styleHints()
        if mode is ThemeMode.SYSTEM:
            hints.unsetColorScheme()
        elif mode is ThemeMode.DARK:
            hints.setColorScheme(Qt.ColorScheme.Dark)
        else:
            hints.setColorScheme(Qt.ColorScheme.Light)

    def _dress(self) -> None:
        self._colours = DARK if self._is_dark() else LIGHT
        self._application.setPalette(qt_palette(self._colours))
        self._application.setStyleSheet(style_sheet(self._colours))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._mode is not ThemeMode.SYSTEM:
            return self._mode is ThemeMode.DARK
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark

    def _on_system_scheme_changed(self) -> None:
        if self._mode is ThemeMode.SYSTEM:
            self._dress()


@dataclass(frozen=True, slots=True)
class _Role:
    """One role of Qt's palette and the tokens it takes, active and disabled."""

    role: QPalette.ColorRole
    token: str
    disabled: str | None = None


_ROLES = (
    _Role(QPalette.ColorRole.Window, "window"),
    _Role(QPalette.ColorRole.WindowText, "text", "disabled"),
    _Role(QPalette.ColorRole.Base, "surface"),
    _Role(QPalette.ColorRole.AlternateBase, "window"),
    _Role(QPalette.ColorRole.Text, "text", "disabled"),
    _Role(QPalette.ColorRole.PlaceholderText, "muted"),
    _Role(QPalette.ColorRole.Button, "surface"),
    _Role(QPalette.ColorRole.ButtonText, "text", "disabled"),
    _Role(QPalette.ColorRole.BrightText, "on_accent"),
    _Role(QPalette.ColorRole.ToolTipBase, "raised"),
    _Role(QPalette.ColorRole.ToolTipText, "text"),
    _Role(QPalette.ColorRole.Highlight, "accent_soft", "hover"),
    _Role(QPalette.ColorRole.HighlightedText, "text", "disabled"),
    _Role(QPalette.ColorRole.Accent, "accent", "disabled"),
    _Role(QPalette.ColorRole.Link, "accent"),
    _Role(QPalette.ColorRole.LinkVisited, "accent"),
    _Role(QPalette.ColorRole.Light, "raised"),
    _Role(QPalette.ColorRole.Midlight, "hover"),
    _Role(QPalette.ColorRole.Mid, "hairline"),
    _Role(QPalette.ColorRole.Dark, "border"),
    _Role(QPalette.ColorRole.Shadow, "border"),
)


def qt_palette(colours: Colours) -> QPalette:
    """Turn the tokens into a palette of Qt."""
    palette = QPalette()
    for entry in _ROLES:
        palette.setColor(entry.role, QColor(getattr(colours, entry.token)))
        if entry.disabled:
            disabled = QColor(getattr(colours, entry.disabled))
            palette.setColor(QPalette.ColorGroup.Disabled, entry.role, disabled)
    return palette


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, so that columns of numbers stand still."""
    steady = QFont(font)
    steady.setFeature(QFont.Tag("tnum"), 1)
    return steady


def strong(font: QFont) -> QFont:
    """Return the font in the weight of headings."""
    heavy = QFont(font)
    heavy.setWeight(QFont.Weight.DemiBold)
    return heavy
