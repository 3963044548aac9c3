"""Going on with a closed ticket: for whoever may open one now (CLI-3, CLI-5, TKT-8)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.domain.errors import RuleRefusal
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.storage import people, registry
from app.storage.people import NewContact
from tests.desks import Asked, Later, open_tickets, tamper

ENDED = Asked(
    client="Escola Aurora",
    later=(
        Later(EventKind.SOLUTION, "2026-03-03 10:00"),
        Later(EventKind.ACCEPTED, "2026-03-03 11:00"),
    ),
)
FOLLOW_UP = {"act": "follow_up", "number": "1", "text": "Voltou"}


@pytest.fixture
def acts(desk: Desk) -> DeskActs:
    """A closed ticket of Lia's, another of nobody's, and an open one."""
    open_tickets(desk, ENDED, Asked(client="Sem Contato", later=ENDED.later), Asked())
    with desk.database.write() as connection:
        people.add_contacts(connection, [NewContact(1, "Lia Lima", "lia@example.com", "", "")])
    tamper(desk.database, "UPDATE ticket SET contact_id = 1 WHERE id = 1")
    return DeskActs(desk)


@pytest.mark.parametrize(
    ("client", "contact", "rule"),
    [
        ({"is_overdue": True}, {}, "CLI-5: .* pagamentos em atraso"),
        (
            {"valid_until": date(2026, 1, 1)},
            {},
            "CLI-5: o contrato de Escola Aurora não está em vigor",
        ),
        ({}, {"is_active": False}, "CLI-3"),
    ],
)
def test_who_may_open_none_goes_on_with_none(
    desk: Desk, acts: DeskActs, client: dict[str, Any], contact: dict[str, Any], rule: str
) -> None:
    with desk.database.write() as connection:
        if client:
            registry.write_client(connection, 1, client)
        if contact:
            registry.write_contact(connection, 1, contact)
    with pytest.raises(RuleRefusal, match=rule):
        acts.perform(FOLLOW_UP)
    message = {"act": "message", "number": "1", "text": "Ainda falha", "channel": "email"}
    assert acts.perform(message).number == 4, "what a client writes is never lost"


def test_whoever_may_goes_on_and_so_does_an_old_ticket_of_nobody(
    desk: Desk, acts: DeskActs
) -> None:
    assert acts.perform(FOLLOW_UP).number == 4
    assert acts.perform(FOLLOW_UP | {"number": "2"}).number == 5
    tamper(desk.database, "UPDATE ticket SET client_id = NULL WHERE id = 2")
    assert acts.perform(FOLLOW_UP | {"number": "2"}).number == 6


def test_a_duplicate_goes_on_in_its_survivor(acts: DeskActs) -> None:
    first = acts.perform(FOLLOW_UP)
    acts.perform({"act": "merge", "number": str(first.number), "into": "3"})
    with pytest.raises(RuleRefusal, match="TKT-8: o chamado foi unido ao 00000003"):
        acts.perform(FOLLOW_UP | {"number": str(first.number)})
