"""One tick a second for everything that counts: the clock of the frame, the countdowns."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.clock import Clock

_SECOND_MS = 1000


class Ticker(QObject):
    """Tells the present instant once a second."""

    ticked = Signal(object)  # datetime, aware, UTC

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        """Ask the given clock; start at once."""
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def _on_timeout(self) -> None:
        self.ticked.emit(self._clock.now())
