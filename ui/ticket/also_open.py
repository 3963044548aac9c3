"""The line that says who else has the ticket open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget

from app.services.presence import RENEWED_S, PresenceService
from ui.composition import WindowContext
from ui.jobs import Lane

_RESTED_MS = 1_500
"""A ticket that is only passed by is not open."""


class AlsoOpen(QLabel):
    """Tells other desks what is shown here, and shows who of them has the same ticket open."""

    def __init__(self, presence: PresenceService, context: WindowContext, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self.setObjectName("notice")
        self.setWordWrap(True)
        self.hide()
        self._presence = presence
        self._jobs = context.jobs
        self._number: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def show_ticket(self, number: int | None) -> None:
        """Begin with a ticket once it has rested on the screen; none leaves the last one."""
        if number == self._number:
            return
        self._number = number
        self.hide()
        if number is not None:
            self._timer.start(_RESTED_MS)
            return
        self._timer.stop()
        self._jobs.submit(
            self._presence.leave, _nothing, self._on_failed, owner=self, lane=Lane.READ
        )

    def _look(self) -> None:
        number, panel = self._number, self.parentWidget()
        if number is None:
            return
        self._timer.start(1_000 * RENEWED_S)
        if panel is not None and panel.isVisible() and not self.window().isMinimized():
            look = partial(self._presence.look, number)
            seen = partial(self._on_seen, number)
            self._jobs.submit(look, seen, self._on_failed, owner=self, lane=Lane.READ)

    def _on_seen(self, number: int, names: Sequence[str]) -> None:
        if number != self._number:
            return
        self.setText(self.tr("Também aberto por {names}").format(names=" · ".join(names)))
        self.setVisible(bool(names))

    def _on_failed(self, _error: Exception) -> None:
        """Say nothing: whether the database can be reached is told in the status bar."""
        self.hide()


def _nothing(_none: None) -> None:
    """Nobody waits for a mark that was taken away."""
