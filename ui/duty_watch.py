"""Says in the status bar who is on duty now (CAL-7): every minute, and when the roster changes."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, to_epoch
from ui.format import clock_time
from ui.jobs import Lane

if TYPE_CHECKING:
    from app.services.roster import OnDuty
    from ui.composition import WindowContext, Workspace
    from ui.status_bar import StatusBar

_TICKS_BEFORE_FIRST = 3
_MINUTE = 60


class DutyWatch(QObject):
    """Asks who is on duty, once the window is at rest."""

    def __init__(
        self, workspace: Workspace, context: WindowContext, bar: StatusBar, parent: QObject
    ) -> None:
        """Wait for the first seconds to pass: nothing that is painted first waits for it."""
        super().__init__(parent)
        self._workspace = workspace
        self._context = context
        self._bar = bar
        self._ticks_left = _TICKS_BEFORE_FIRST
        self._minute = 0
        context.ticker.ticked.connect(self._on_ticked)
        context.bus.changed.connect(self._on_changed)

    def look(self) -> None:
        """Ask now."""
        self._context.jobs.submit(
            self._workspace.on_duty_now, self._show, self._on_failed, owner=self, lane=Lane.READ
        )

    def _on_ticked(self, now: datetime) -> None:
        if self._ticks_left:
            self._ticks_left -= 1
            return
        minute = to_epoch(now) // _MINUTE
        if minute != self._minute:
            self._minute = minute
            self.look()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.ROSTER) or changes.touches(Kind.CALENDAR):
            self.look()

    def _show(self, on_duty: tuple[OnDuty, ...]) -> None:
        if not on_duty:
            self._bar.set_duty("")
            return
        hole = self.tr("vago")
        parts = [f"{', '.join(duty.names) or hole} ({duty.team})" for duty in on_duty]
        until = clock_time(from_epoch(min(duty.until for duty in on_duty)))
        text = self.tr("plantão agora: {names} · até {time}")
        self._bar.set_duty(text.format(names=", ".join(parts), time=until))

    def _on_failed(self, _error: Exception) -> None:
        self._bar.set_duty("")  # the watch of the database says what is wrong
