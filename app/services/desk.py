"""An open database with the book its deadlines are computed from; every service stands on it."""

from __future__ import annotations

import socket

from app.domain.changes import Changes, Kind
from app.domain.clock import Clock
from app.services.sla_settings import read_book
from app.storage import change_log
from app.storage.database import Database


class Desk:
    """One workplace: a database, a clock, and the name under which its acts are recorded."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Stand on an open database that is up to date; its rules and calendars are read now."""
        self.database = database
        self.clock = clock
        self.name = socket.gethostname()
        with database.read() as connection:
            self._seen = change_log.newest(connection)
            self.book = read_book(connection)

    @property
    def label(self) -> str:
        """What a person calls the database."""
        return self.database.label

    def look_for_changes(self) -> Changes:
        """Return what was written since the last look, by this desk or another."""
        with self.database.read() as connection:
            changes, self._seen = change_log.since(connection, self._seen)
            if changes.touches(Kind.CALENDAR) or changes.touches(Kind.POLICY):
                self.book = read_book(connection)
        return changes

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()
