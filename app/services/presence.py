"""Who else has a ticket open: no two people should answer one client without knowing it."""

from __future__ import annotations

import os
from contextlib import suppress

from app.domain.clock import to_epoch
from app.domain.errors import DataFailure
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.services.desk import Desk
from app.storage import presence, ticket_teams

RENEWED_S = 20
"""A ticket that stays on the screen is said to be there this often."""
GONE_S = 2 * RENEWED_S
"""Who has not been heard of for so long is not there any more: within a minute nobody is told of
them (pitfall G02)."""
_PATIENCE_MS = 250
"""A mark is worth no waiting: while others write it is left for the next time."""


class PresenceService:
    """Tells other desks what is on the screen here, and asks what is on theirs."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk; two windows of one account are two desks."""
        self._desk = desk
        self._here = f"{desk.name}#{os.urandom(8).hex()}"
        self._is_known = False

    def look(self, number: int) -> tuple[str, ...]:
        """Say that a ticket is open here; returns who else has it open, without oneself.

        Nothing is written into a database that may only be read, or is written to just now.
        """
        with self._desk.database.read() as connection:
            if ticket_teams.team_of(connection, number) == OMBUDSMAN:
                self._desk.require(Right.OMBUDSMAN)
        now = to_epoch(self._desk.clock.now())
        me = self._desk.person or self._desk.name
        if self._desk.database.is_writable():
            self._is_known = True
            with (
                suppress(DataFailure),
                self._desk.database.write(patience_ms=_PATIENCE_MS) as connection,
            ):
                presence.forget(connection, now - GONE_S)
                presence.put(connection, self._here, number, me, now)
        with self._desk.database.read() as connection:
            found = presence.others(connection, self._here, number, now - GONE_S)
        return tuple(name for name in found if name != me)

    def leave(self) -> None:
        """Say that no ticket is open here any more; a database that is gone is no trouble."""
        if not self._is_known:
            return
        self._is_known = False
        with (
            suppress(DataFailure),  # the others forget this desk by themselves
            self._desk.database.write(patience_ms=_PATIENCE_MS) as connection,
        ):
            presence.leave(connection, self._here)
