"""How long the window stands still while work goes on beside it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QTimer


class Ticker(QObject):
    """Ticks every 5 ms on the GUI thread; the longest gap is how long the window stood still."""

    def __init__(self) -> None:
        """Begin to tick."""
        super().__init__()
        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000)
        self._last = now


def waited(submit: Callable[[], object], answers: Sequence[object]) -> float:
    """Hand work in and go on like a window until it has answered; returns the seconds it took."""
    began = time.perf_counter()
    submit()
    while not answers:
        QCoreApplication.processEvents()
        time.sleep(0.001)
    return time.perf_counter() - began
