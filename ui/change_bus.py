"""Changes travel as values: one signal tells every page what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from app.domain.changes import Changes


class ChangeBus(QObject):
    """Carries what an act changed to whoever shows it."""

    changed = Signal(object)  # app.domain.changes.Changes

    def publish(self, changes: Changes) -> None:
        """Tell every listener, unless nothing changed at all."""
        if changes:
            self.changed.emit(changes)
