"""The outbox as people read it: every message and where it stands."""

from __future__ import annotations

from app.domain.outbox import OutboxLine
from app.services.desk import Desk
from app.storage import outbox


class OutboxService:
    """Reads the messages that go out."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def lines(self) -> tuple[OutboxLine, ...]:
        """Return every message, oldest first."""
        with self._desk.database.read() as connection:
            return outbox.lines(connection)
