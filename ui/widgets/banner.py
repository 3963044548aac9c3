"""An error (or a word of caution) beside what it belongs to."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.failures import Failure
from ui.icons import IconName, Icons
from ui.notices import announce
from ui.tokens import GRID, HALF


class BannerKind(Enum):
    """How serious it is; the value is the name the style sheet knows."""

    REFUSED = "late"
    CAUTION = "soon"
    INFO = "info"


_ICONS = {
    BannerKind.REFUSED: IconName.ERROR,
    BannerKind.CAUTION: IconName.WARNING,
    BannerKind.INFO: IconName.INFO,
}


class Banner(QFrame):
    """One sentence across the width, hidden while there is nothing to say."""

    details_asked = Signal(object)  # Failure
    closed = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """Stay hidden until something is shown."""
        super().__init__(parent)
        self.setObjectName("banner")
        self._failure: Failure | None = None
        self._icons = icons
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._details = QPushButton(self.tr("Deta&lhes"), self)
        self._details.setObjectName("quiet")
        self._details.clicked.connect(self._on_details)
        self._close = QPushButton(self.tr("Dispen&sar"), self)
        self._close.setObjectName("quiet")
        self._close.clicked.connect(self.clear)
        for button in (self._details, self._close):
            button.setAutoDefault(False)  # Enter belongs to the dialog's own verb
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID + HALF, HALF, GRID, HALF)
        row.setSpacing(GRID)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self._details)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty while hidden."""
        return "" if self.isHidden() else self._text.text()

    def show_failure(self, failure: Failure) -> None:
        """Say what was refused or what broke, with its rule."""
        self._failure = failure
        rule = f"{failure.rule} · " if failure.rule else ""
        self._show(f"{rule}{failure.sentence}", BannerKind.REFUSED)
        self._details.setVisible(bool(failure.details))

    def show_text(self, text: str, kind: BannerKind = BannerKind.INFO) -> None:
        """Say one sentence."""
        self._failure = None
        self._show(text, kind)
        self._details.hide()

    def clear(self) -> None:
        """Say nothing any more."""
        self._failure = None
        self.hide()
        self.closed.emit()

    def _show(self, text: str, kind: BannerKind) -> None:
        self.setProperty("kind", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._sign.setPixmap(self._icons.icon(_ICONS[kind]).pixmap(16, 16))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)

    def _on_details(self) -> None:
        if self._failure is not None:
            self.details_asked.emit(self._failure)
