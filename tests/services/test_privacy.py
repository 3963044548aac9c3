"""One person's data: exported whole, and taken away while tickets and checks stay whole (LGPD)."""

from __future__ import annotations

import json

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import NotFound, RuleRefusal
from app.domain.message_state import MessageState
from app.domain.queue_view import QueueFilter, Scope
from app.domain.roles import Role
from app.services.contact_identity import ContactIdentity
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.desk_people import DeskPeople
from app.services.health import check
from app.services.intake_records import IntakeRecords
from app.services.outbox import OutboxService
from app.services.privacy import FORGOTTEN, PrivacyService
from app.services.queue import QueueService
from app.services.tickets import TicketService
from app.storage import people, registry
from app.storage.people import NewClient, NewContact
from tests.databases import NOON
from tests.services.test_intake_records import CALL, OPENING


@pytest.fixture
def privacy(desk: Desk) -> PrivacyService:
    """Lia opened a ticket, answered once and was sent on once; Rui administers the client."""
    desk.clock = FixedClock(NOON)
    with desk.database.write() as connection:
        (aurora,) = people.add_clients(
            connection, [NewClient("Escola Aurora", "11222333000181", "", "", "")]
        )
        people.add_contacts(
            connection,
            [
                NewContact(aurora, "Lia Lima", "lia@example.com", "4003-0015", "52998224725"),
                NewContact(aurora, "Rui Rocha", "rui@example.com", "", ""),
            ],
        )
        registry.write_contact(connection, 2, {"is_administrator": True})
    acts = DeskActs(desk)
    acts.perform({**OPENING, "description": "Minha filha Bia não aparece."})
    number = {"number": "1", "channel": "phone", "actor": "Ana"}
    acts.perform({"act": "wait", "text": "Qual a turma da aluna?", **number})
    acts.perform({"act": "answer", "text": "A turma da Bia é a 3B.", **number})
    IntakeRecords(desk).refer(CALL | {"to": "ear", "text": "quer falar do preço"})
    return PrivacyService(desk)


def test_everything_kept_of_a_person_is_given_to_them(privacy: PrivacyService) -> None:
    given = privacy.export(1)
    assert given["contact"]["cpf"] == "52998224725"
    (ticket,) = given["tickets"]
    assert ticket["description"] == "Minha filha Bia não aparece."
    assert [text["text"] for text in ticket["texts"]] == [
        "Qual a turma da aluna?",
        "A turma da Bia é a 3B.",
    ]
    assert len(given["messages"]) == 2
    assert given["records"][0]["words"].endswith("quer falar do preço")
    assert json.loads(json.dumps(given)) == given
    with pytest.raises(NotFound):
        privacy.export(99)


def test_who_is_forgotten_leaves_tickets_whole_and_nothing_of_themselves(
    desk: Desk, privacy: PrivacyService
) -> None:
    ContactIdentity(desk).set_password(1, "girassol-42", "girassol-42")
    assert privacy.forget(1) == FORGOTTEN
    assert check(desk.database, full=True).faults == ()
    view = TicketService(desk).view(1)
    said = {line.event.kind.value: line.text for line in view.lines}
    assert said["client_answered"] is None
    assert said["pending_client"] == "Qual a turma da aluna?"
    assert view.history.is_open
    assert view.card.contact == "Titular nº 1"
    everything = QueueFilter(scope=Scope.ALL)
    assert list(QueueService(desk).numbers(everything)) == [1]
    for word in ("filha", "bia"):
        asked = QueueFilter(scope=Scope.ALL, text=word)
        assert list(QueueService(desk).numbers(asked)) == []
    assert list(QueueService(desk).numbers(QueueFilter(text="abre"))) == [1]
    given = json.dumps(privacy.export(1), ensure_ascii=False)
    lines = OutboxService(desk).lines()
    for trace in ("Lia", "lia@", "52998224725", "4003-0015", "filha", "3B", "preço"):
        assert trace not in given + repr([line.message for line in lines])
    assert {line.state for line in lines} == {MessageState.NO_ADDRESS}
    privacy.forget(1)
    assert check(desk.database, full=True).faults == ()


def test_a_closed_ticket_is_blanked_too(desk: Desk, privacy: PrivacyService) -> None:
    acts, number = DeskActs(desk), {"number": "1", "channel": "phone", "actor": "Ana"}
    acts.perform({"act": "cancel", "text": "Bia mudou de escola", **number})
    privacy.forget(1)
    assert check(desk.database, full=True).faults == ()
    view = TicketService(desk).view(1)
    assert not view.history.is_open
    assert "Bia" not in repr(view)
    assert list(QueueService(desk).numbers(QueueFilter(scope=Scope.ALL, text="aurora"))) == [1]


def test_cli_2_the_last_administrator_is_not_forgotten(privacy: PrivacyService) -> None:
    with pytest.raises(RuleRefusal, match="CLI-2"):
        privacy.forget(2)
    with pytest.raises(NotFound):
        privacy.forget(99)


def test_what_ouvidoria_was_told_is_given_by_ouvidoria_alone(
    privacy: PrivacyService, desk: Desk
) -> None:
    DeskActs(desk).perform(
        {"act": "praise", "text": "SEGREDO", "channel": "phone", "client": "Escola Aurora"}
        | {"contact": "lia@example.com"}
    )
    assert "SEGREDO" in json.dumps(privacy.export(1))
    people = DeskPeople(desk)
    people.keep(None, "Guto", Role.MANAGER, "1357")
    people.keep(None, "Iris", Role.ADMINISTRATOR, "2468")
    people.sit_down("Guto", "1357")
    given = privacy.export(1)
    assert "SEGREDO" not in json.dumps(given)
    assert given["left_out"].startswith("OUV-2: 1 manifestações")
