"""What the window asks before a ticket is opened: who there is, and what would become of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.clock import to_epoch
from app.domain.severity import Severity
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import Forecast, sla_of
from app.services.desk import Desk
from app.services.desk_catalog import read_catalog
from app.services.opening import consider
from app.services.parties import client_meant
from app.services.spoken_fields import Entry, channel_of, instant_of
from app.storage import names, people


@dataclass(frozen=True, slots=True)
class KnownContact:
    """A contact as intake offers it; ``login`` is its e-mail, or its name where it has none."""

    login: str
    name: str
    refusal: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What a ticket would begin with, each with its reason (TKT-3, SLA-1, SLA-2)."""

    team: str
    route: str
    severity: Severity
    forecast: Forecast


class IntakeService:
    """Reads what intake needs; ``DeskActs`` opens the ticket."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def clients(self) -> tuple[str, ...]:
        """Return the name of every client, for completion."""
        with self._desk.database.read() as connection:
            return names.client_names(connection)

    def offered(self) -> Mapping[str, tuple[str, ...]]:
        """Return what is offered for each fact; a ticket may say something else (TKT-2)."""
        with self._desk.database.read() as connection:
            return read_catalog(connection).offered

    def contacts(self, client: str) -> tuple[KnownContact, ...]:
        """Return the contacts of a client; raises the refusal where it is not registered."""
        with self._desk.database.read() as connection:
            owner = client_meant(connection, client.strip())
            return tuple(
                KnownContact(contact.login, contact.name, contact.why_not_open)
                for contact in people.contacts_of(connection, owner.id)
            )

    def preview(self, entry: Entry) -> Preview:
        """Return what a ticket would begin with; raises the refusal that forbids it."""
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.read() as connection:
            considered = consider(connection, self._desk, entry)
        at = instant_of(entry, "at", now)
        opening = Event(
            1, EventKind.OPENED, at, now, channel=channel_of(entry), payload=considered.payload
        )
        book = self._desk.book
        sla = sla_of(replay([opening]), book.rules, book.calendar_of)
        team = book.team(considered.payload["team"]).name
        return Preview(team, considered.payload["route"], considered.severity, sla.current)
