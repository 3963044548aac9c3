"""Looks every two seconds whether another desk changed the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Jobs, Lane

if TYPE_CHECKING:
    from app.domain.changes import Changes
    from ui.change_bus import ChangeBus
    from ui.composition import Workspace

_EVERY_MS = 2000
_AFTER_LOSS_MS = 10_000


class DatabaseWatch(QObject):
    """Brings foreign changes to the bus; tells when the database is lost and found again."""

    lost = Signal(object)  # Exception
    found = Signal()

    def __init__(
        self, workspace: Workspace, jobs: Jobs, bus: ChangeBus, parent: QObject | None = None
    ) -> None:
        """Begin to look."""
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._bus = bus
        self._is_looking = False
        self._is_lost = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look once, unless a look or a long reading is still under way."""
        if self._is_looking or self._jobs.is_busy(Lane.READ):
            return
        self._is_looking = True
        self._jobs.submit(
            self._workspace.look_for_changes,
            self._on_seen,
            self._on_failed,
            owner=self,
            lane=Lane.READ,
        )

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _on_seen(self, changes: Changes) -> None:
        self._is_looking = False
        if self._is_lost:
            self._is_lost = False
            self._timer.setInterval(_EVERY_MS)
            self.found.emit()
        self._bus.publish(changes)

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        if not self._is_lost:
            self._is_lost = True
            self._timer.setInterval(_AFTER_LOSS_MS)
            self.lost.emit(error)
