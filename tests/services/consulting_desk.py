"""A desk that does consulting: one client, who may approve, and a consultant who sits there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.clock import FixedClock, from_epoch
from app.domain.money import read_rate
from app.services.desk import Desk
from app.services.desk_acts import Performed
from app.services.workspace import Workspace
from app.storage import people, rates, tables
from app.storage.people import NewClient, NewContact
from app.storage.rates import KeptRate
from reports import catalog
from tests.desks import Asked, at, open_ticket

MARINA = "Marina Maré"
CLIENT = "Escola Aurora"


@dataclass(frozen=True)
class Consultancy:
    """What a test of consulting has at hand."""

    desk: Desk
    work: Workspace
    client: int
    ticket: int

    def go_to(self, wall: str) -> None:
        self.desk.clock = FixedClock(from_epoch(at(wall)))

    def act(self, name: str, number: int | None = None, **fields: object) -> Performed:
        said = {"act": name, "number": f"{number or self.ticket:08d}", **fields}
        return self.work.acts.perform(said)

    def log(self, day: str, start: str, end: str, **fields: str) -> int:
        typed = {"ticket": f"{self.ticket:08d}", "day": day, "start": start, "end": end, **fields}
        return self.work.time_entries.log(typed).entry.id

    def open(self, client: str = CLIENT, opened: str = "2026-03-02 09:00") -> int:
        return open_ticket(self.desk, Asked(opened=opened, team="consultoria", client=client))

    def released(self, number: int | None = None) -> None:
        """Begin an investigative consulting, and have its letter approved by phone."""
        self.act("consulting", number, kind="investigative", scope="own_base")
        self.work.consulting.issue_letter(number or self.ticket)
        self.approve(number)

    def approve(self, number: int | None = None, **fields: object) -> Performed:
        said = {"contact": "lia@example.com", "channel": "phone", "recording": "r-77", **fields}
        return self.act("approve_letter", number, **said)


def consultancy(desk: Desk, name: str = CLIENT) -> Consultancy:
    """Return a desk on Wednesday 4 March 2026, 12:00, with a rate of R$ 3,50 since January."""
    with desk.database.write() as connection:
        new = NewClient(name, "11222333000181", "Joinville", "SC", "Padrão")
        (client,) = people.add_clients(connection, [new])
        people.add_contacts(
            connection,
            [
                NewContact(client, "Lia Lima", "lia@example.com", "", ""),
                NewContact(client, "Rui Rocha", "rui@example.com", "", ""),
            ],
        )
        lia = tables.contact.c.email == "lia@example.com"
        connection.execute(tables.contact.update().where(lia).values(may_approve=True))
        rates.add_rate(
            connection,
            client,
            KeptRate(
                date(2026, 1, 1), read_rate("3,50"), "gerente", at("2026-01-02 09:00"), "contrato"
            ),
        )
    desk.sit(MARINA, None)
    ticket = open_ticket(desk, Asked(team="consultoria", client=name, summary="Boletos lentos"))
    return Consultancy(desk, Workspace(desk, catalog.draw), client, ticket)


def bill_many(at_work: Consultancy, clients: int) -> dict[int, int]:
    """Log an hour of telephone consulting for each of some clients, on 3 March 2026.

    Returns the entry of each client.
    """
    at_work.go_to("2026-03-02 09:05")
    tickets = {}
    for number in range(clients):
        name = f"Escola {number:02d}"
        ticket = at_work.open(name)
        client = at_work.work.registry.meant(name)
        kept = KeptRate(
            date(2026, 1, 1), read_rate("3,50"), "gerente", at("2026-01-02 09:00"), "contrato"
        )
        with at_work.desk.database.write() as connection:
            rates.add_rate(connection, client, kept)
        at_work.act("consulting", ticket, kind="telephone")
        tickets[client] = ticket
    at_work.go_to("2026-04-02 12:00")
    return {
        client: at_work.work.time_entries.log(
            {
                "ticket": f"{ticket:08d}",
                "day": "03/03/2026",
                "start": "10:00",
                "end": "11:00",
                "person": f"Pessoa {client}",
            }
        ).entry.id
        for client, ticket in tickets.items()
    }
