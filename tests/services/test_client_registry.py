"""Clients and contacts are found by whatever is known of them, and kept by the rules of §3."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.queue_view import QueueFilter, Scope
from app.domain.registry import IntakeKind
from app.domain.ticket_events import EventKind
from app.services.client_registry import CLIENT_CHANGED, ClientRegistry
from app.services.desk import Desk
from app.services.queue import QueueService
from app.storage import registry
from tests.databases import NOON
from tests.desks import Asked, Later, open_tickets

SOLVED = Later(EventKind.SOLUTION, "2026-03-03 10:00")
ACCEPTED = Later(EventKind.ACCEPTED, "2026-03-03 15:00")
CNPJ = "99.000.001/0001-01"
CLIENT = {"client": "Escola Pé de Jabuticaba", "cnpj": "", "city": "Natal", "state": "rn"}
CONTACT = {"contact": "Vera Sabiá", "email": "Vera@exemplo.com.br", "cpf": "", "phone": ""}
EVERYTHING = {"is_active": True, "may_open": True, "may_accept": True, "may_approve": True}


@pytest.fixture(autouse=True)
def own_clock(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)


@pytest.fixture
def clients(desk: Desk) -> ClientRegistry:
    return ClientRegistry(desk)


def school(clients: ClientRegistry, **fields: str) -> int:
    return clients.save_client(None, CLIENT | fields)[0]


def contact(clients: ClientRegistry, owner: int, **fields: str) -> int:
    return clients.save_contact(owner, None, CONTACT | fields, EVERYTHING)[0]


def found(clients: ClientRegistry, asked: str) -> list[tuple[str, str]]:
    return [(entry.client.name, entry.by_contact) for entry in clients.find(asked)]


def test_a_client_is_registered_shown_and_changed(clients: ClientRegistry) -> None:
    number, changes = clients.save_client(
        None,
        CLIENT | {"cnpj": CNPJ, "ear": "Flora Figueira", "valid_from": "01/02/2024"},
    )
    assert changes == CLIENT_CHANGED
    client = clients.page(number).client
    assert (client.cnpj, client.state, client.ear) == ("99000001000101", "RN", "Flora Figueira")
    assert client.valid_from == date(2024, 2, 1)
    clients.save_client(number, CLIENT | {"cnpj": CNPJ, "ear": "", "valid_from": ""})
    client = clients.page(number).client
    assert (client.ear, client.valid_from, client.city) == ("", None, "Natal")


def test_clients_are_found_by_name_city_aside_and_by_their_contacts(
    clients: ClientRegistry,
) -> None:
    first = school(clients, cnpj=CNPJ)
    school(clients, client="Ótica Olho Vivo")
    contact(clients, first, cpf="529.982.247-25", phone="(84) 4003-0015")
    assert found(clients, "") == [("Escola Pé de Jabuticaba", ""), ("Ótica Olho Vivo", "")]
    assert found(clients, "otica vivo") == [("Ótica Olho Vivo", "")]
    assert found(clients, "99.000.001") == [("Escola Pé de Jabuticaba", "")]
    for asked in ("sabia", "VERA@exemplo", "529982", "4003-0015", "escola vera"):
        assert found(clients, asked) == [("Escola Pé de Jabuticaba", "Vera Sabiá")], asked
    assert found(clients, "52") == []
    assert found(clients, "ninguém") == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"client": " "}, "client"),
        ({"client": "Outra", "cnpj": "12"}, "cnpj"),
        ({"client": "Outra", "cnpj": CNPJ}, "cnpj"),
        ({"client": "escola pe de jabuticaba"}, "client"),
        ({"client": "Outra", "state": "Santa"}, "state"),
        ({"client": "Outra", "valid_from": "31/02/2026"}, "valid_from"),
        (
            {"client": "Outra", "valid_from": "2026-02-02", "valid_until": "2026-02-01"},
            "valid_until",
        ),
    ],
)
def test_a_wrong_field_of_a_client_is_named(
    clients: ClientRegistry, fields: dict[str, str], field: str
) -> None:
    school(clients, cnpj=CNPJ)
    with pytest.raises(InvalidInput) as refused:
        clients.save_client(None, CLIENT | fields)
    assert refused.value.field == field
    assert len(clients.find("")) == 1


def test_the_first_contact_administers_and_cannot_be_the_last_to_go(
    clients: ClientRegistry,
) -> None:
    owner = school(clients)
    first = contact(clients, owner)
    second = contact(clients, owner, email="beto@exemplo.com.br", contact="Beto Exemplo")
    people = clients.page(owner).contacts
    assert [(person.id, person.is_administrator) for person in people] == [
        (first, True),
        (second, False),
    ]
    with pytest.raises(RuleRefusal, match="CLI-2"):
        clients.save_contact(owner, first, CONTACT, EVERYTHING)
    clients.save_contact(
        owner,
        second,
        CONTACT | {"email": "beto@exemplo.com.br"},
        EVERYTHING | {"is_administrator": True},
    )
    clients.save_contact(owner, first, CONTACT, EVERYTHING | {"is_active": False})
    assert [person.id for person in clients.page(owner).contacts] == [second, first]


def test_a_cpf_that_is_not_typed_stays(clients: ClientRegistry, desk: Desk) -> None:
    owner = school(clients)
    number = contact(clients, owner, cpf="529.982.247-25")
    clients.save_contact(
        owner, number, CONTACT | {"phone": "4003-0015"}, EVERYTHING | {"is_administrator": True}
    )
    (person,) = clients.page(owner).contacts
    assert (person.cpf, person.phone, person.masked_cpf) == (
        "52998224725",
        "4003-0015",
        "•••.982.247-••",
    )
    desk.sit("Ana Alvorada", None)
    assert clients.show_cpf(person, "Escola Pé de Jabuticaba") == "52998224725"
    desk.sit(None, None)
    assert clients.show_cpf(person, "Escola Pé de Jabuticaba") == "52998224725"
    looks = clients.page(owner).records
    assert [(line.kind, line.person_name, line.contact, line.desk) for line in looks] == [
        (IntakeKind.CPF_SHOWN, None, "Vera Sabiá", desk.name),
        (IntakeKind.CPF_SHOWN, "Ana Alvorada", "Vera Sabiá", desk.name),
    ]


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"contact": ""}, "contact"),
        ({"email": ""}, "email"),
        ({"email": "vera"}, "email"),
        ({"email": "tomado@exemplo.com.br"}, "email"),
        ({"cpf": "111.111.111-11"}, "cpf"),
        ({"phone": "123"}, "phone"),
    ],
)
def test_a_wrong_field_of_a_contact_is_named(
    clients: ClientRegistry, fields: dict[str, str], field: str
) -> None:
    contact(clients, school(clients, client="Outra"), email="tomado@exemplo.com.br")
    owner = school(clients)
    with pytest.raises(InvalidInput) as refused:
        contact(clients, owner, **fields)
    assert refused.value.field == field
    assert clients.page(owner).contacts == ()


def test_permissions_to_approve_are_reviewed_once_a_year(
    clients: ClientRegistry, desk: Desk
) -> None:
    owner = school(clients)
    contact(clients, owner)
    contact(clients, owner, email="b@exemplo.com.br")
    assert clients.page(owner).to_review == ()
    desk.clock = FixedClock(NOON + timedelta(days=400))
    assert len(clients.page(owner).to_review) == 2
    clients.save_contact(
        owner, clients.page(owner).contacts[1].id, CONTACT | {"email": "b@exemplo.com.br"}, {
            "is_active": True
        },
    )  # fmt: skip
    clients.review_approvals(owner)
    assert clients.page(owner).to_review == ()


def test_what_is_not_there_is_said(clients: ClientRegistry) -> None:
    with pytest.raises(NotFound):
        clients.page(99)


def test_what_was_recorded_of_everybody_can_be_read(clients: ClientRegistry, desk: Desk) -> None:
    owner = school(clients)
    contact(clients, owner)
    clients.show_cpf(clients.page(owner).contacts[0], "Escola Pé de Jabuticaba")
    with desk.database.read() as connection:
        assert len(registry.records(connection)) == 1
        assert registry.records(connection, 99) == []


def test_a_client_that_is_renamed_keeps_its_records_and_its_tickets_are_found(
    clients: ClientRegistry, desk: Desk
) -> None:
    owner = school(clients)
    contact(clients, owner)
    open_tickets(
        desk,
        Asked(client="Escola Pé de Jabuticaba"),
        Asked(client="Escola Pé de Jabuticaba", later=[SOLVED, ACCEPTED]),
    )
    clients.show_cpf(clients.page(owner).contacts[0], "Escola Pé de Jabuticaba")
    clients.save_client(owner, CLIENT | {"client": "Colégio Vento Norte"})
    assert len(clients.page(owner).records) == 1
    assert len(clients.page(owner).tickets) == 2
    queue = QueueService(desk)
    assert sorted(queue.numbers(QueueFilter(scope=Scope.ALL, text="vento"))) == [1, 2]
    assert list(queue.numbers(QueueFilter(text="vento"))) == [1]
    assert list(queue.numbers(QueueFilter(scope=Scope.ALL, text="jabuticaba"))) == []
