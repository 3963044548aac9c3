"""An open database with every service on it, as window and command line are given it."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.changes import Changes
from app.services.calendars import CalendarService
from app.services.desk import Desk
from app.services.importing import ImportingService
from app.services.queue import QueueService
from app.services.tickets import TicketService


@dataclass(frozen=True, slots=True)
class Workspace:
    """The services of one open database."""

    desk: Desk
    queue: QueueService
    tickets: TicketService
    calendars: CalendarService
    importing: ImportingService

    @property
    def label(self) -> str:
        """What a person calls the database."""
        return self.desk.label

    def look_for_changes(self) -> Changes:
        """Return what was written since the last look, by this desk or another."""
        return self.desk.look_for_changes()

    def close(self) -> None:
        """Let go of the database."""
        self.desk.close()
