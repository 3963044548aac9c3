"""An open database with the book its deadlines are computed from; every service stands on it."""

from __future__ import annotations

import getpass
import socket
from collections.abc import Mapping
from typing import Any

from app.domain.changes import Changes, Kind
from app.domain.clock import Clock
from app.domain.roles import Right, Role, may, refuse_without
from app.domain.team_calendar import CalendarRevision
from app.services.sla_book import SlaBook
from app.services.sla_settings import read_book
from app.storage import calendars, change_log, desk_people
from app.storage.database import Connection, Database

_LONGEST_NAME = 100


def _account() -> str:
    """Return the account of the operating system; some containers have none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "?"


class Desk:
    """One workplace: a database, a clock, and the name under which its acts are recorded."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Stand on an open database that is up to date; its rules and calendars are read now."""
        self.database = database
        self.clock = clock
        self.name = f"{_account()}@{socket.gethostname()}"[:_LONGEST_NAME]
        self.person: str | None = None
        self._person_id: int | None = None
        self._role: Role | None = None
        self._is_sat_at = False
        with database.read() as connection:
            self._seen = change_log.newest(connection)
            self.book = read_book(connection, self._revision_in)

    def read_book(self) -> None:
        """Read rules and calendars anew; done by itself where another desk has changed them."""
        with self.database.read() as connection:
            self.book = read_book(connection, self._revision_in)

    def book_in(self, connection: Connection) -> SlaBook:
        """Return the book that a transaction has to write with (SLA-2).

        Another desk may have edited a calendar since this one looked, and no edit is saved while
        the transaction lasts.
        """
        if calendars.edition_to_write_by(connection) != self.book.edition:
            self.book = read_book(connection, self._revision_in)
        return self.book

    def _revision_in(self, key: str, edition: int) -> CalendarRevision:
        with self.database.read() as connection:
            return calendars.revision_in(connection, key, edition)

    def sit(self, person: str | None, role: Role | None, number: int | None = None) -> None:
        """Take note of who sits here; without a role nothing is forbidden, as for a command."""
        self.person, self._role, self._person_id = person, role, number
        self._is_sat_at = True

    def renew_seat(self, connection: Connection) -> None:
        """Bring name and role of who sits here to what the database says now.

        A role that shows a PIN is never taken on by itself: until it is shown, who sits here is an
        analyst.
        """
        if not self._is_sat_at:
            return
        known = desk_people.person_of(connection, self._person_id)
        self.person = self.person if known is None else known.name
        if not desk_people.has_administrator(connection):
            self._role = None
            return
        role = Role.ANALYST if known is None else known.role
        self._role = Role.ANALYST if role.needs_pin and role is not self._role else role

    def signed(self, entry: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what was said with its ``actor``: who it names, else who sits here."""
        return entry if self.person is None else {"actor": self.person, **entry}

    @property
    def has_seat(self) -> bool:
        """Whether somebody may sit here: in a window, not for a command."""
        return self._is_sat_at

    @property
    def person_number(self) -> int | None:
        """The number of whoever sits here."""
        return self._person_id

    @property
    def role(self) -> Role | None:
        """What whoever sits here is."""
        return self._role

    def may(self, right: Right) -> bool:
        """Tell whether whoever sits here has a right."""
        return may(self._role, right)

    def require(self, right: Right) -> None:
        """Refuse what whoever sits here may not do."""
        refuse_without(self._role, right)

    @property
    def label(self) -> str:
        """What a person calls the database."""
        return self.database.label

    def look_for_changes(self) -> Changes:
        """Return what was written since the last look, by this desk or another."""
        with self.database.read() as connection:
            changes, self._seen = change_log.since(connection, self._seen)
            if changes.touches(Kind.CALENDAR) or changes.touches(Kind.POLICY):
                self.book = read_book(connection, self._revision_in)
            if changes.touches(Kind.SETTING):
                self.renew_seat(connection)
        return changes

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()
