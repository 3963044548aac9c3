"""An open database with the book its deadlines are computed from; every service stands on it."""

from __future__ import annotations

import socket

from app.domain.changes import Changes
from app.domain.clock import Clock
from app.services.sla_book import SlaBook
from app.storage import calendars, change_log
from app.storage.database import Database


class Desk:
    """One workplace: a database, a clock, and the name under which its acts are recorded."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Stand on an open database that is up to date."""
        self.database = database
        self.clock = clock
        self.name = socket.gethostname()
        self._book: SlaBook | None = None
        with database.read() as connection:
            self._seen = change_log.newest(connection)

    @property
    def label(self) -> str:
        """What a person calls the database."""
        return self.database.label

    @property
    def book(self) -> SlaBook:
        """The rules and calendars in force, read when first asked for."""
        if self._book is None:
            with self.database.read() as connection:
                self._book = SlaBook(calendars.rules(connection), calendars.teams(connection))
        return self._book

    def look_for_changes(self) -> Changes:
        """Return what was written since the last look, by this desk or another."""
        with self.database.read() as connection:
            changes, self._seen = change_log.since(connection, self._seen)
        if changes.kinds - {change_log.Kind.TICKET, change_log.Kind.CLIENT}:
            self._book = None
        return changes

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()
