"""Looks every two seconds for changes; every minute tickets take steps and messages go out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.jobs import Jobs, Lane

if TYPE_CHECKING:
    from app.domain.changes import Changes
    from ui.change_bus import ChangeBus
    from ui.composition import Workspace

_EVERY_MS = 2000
_AFTER_LOSS_MS = 10_000
_LOOKS_BETWEEN_STEPS = 30


class DatabaseWatch(QObject):
    """Brings changes to the bus; tells when the database is lost and found again.

    Once a minute it lets the tickets take their own steps (ACC-7), a few at a time: while more are
    due, the next look goes on with them. Then, in a lane of its own, the messages go out.
    """

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
        self._looks_until_steps = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Look once, unless a look or a long reading is still under way."""
        if self._is_looking or self._jobs.is_busy(Lane.READ):
            return
        self._is_looking = True
        takes_steps = self._looks_until_steps == 0
        self._looks_until_steps = (self._looks_until_steps or _LOOKS_BETWEEN_STEPS) - 1
        self._jobs.submit(
            partial(_look, self._workspace, takes_steps=takes_steps),
            self._on_seen,
            self._on_failed,
            owner=self,
            lane=Lane.READ,
        )

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _on_seen(self, seen: Seen) -> None:
        self._is_looking = False
        if seen.more_is_due:
            self._looks_until_steps = 0
        elif seen.steps_taken and not self._jobs.is_busy(Lane.MAIL):
            self._send()
        if self._is_lost:
            self._is_lost = False
            self._timer.setInterval(_EVERY_MS)
            self.found.emit()
        self._bus.publish(seen.changes)

    def _send(self) -> None:
        self._jobs.submit_long(
            lambda progress: self._workspace.deliver_messages(progress.check),
            lambda _sent: None,
            owner=self,
            lane=Lane.MAIL,
            title=self.tr("Enviando mensagens"),
        )

    def _on_failed(self, error: Exception) -> None:
        self._is_looking = False
        if not self._is_lost:
            self._is_lost = True
            self._timer.setInterval(_AFTER_LOSS_MS)
            self.lost.emit(error)


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look saw, whether tickets took their own steps in it, and have more to take."""

    changes: Changes
    steps_taken: bool
    more_is_due: bool


def _look(workspace: Workspace, *, takes_steps: bool) -> Seen:
    more_is_due = takes_steps and workspace.take_due_steps()
    return Seen(workspace.look_for_changes(), takes_steps, more_is_due)
