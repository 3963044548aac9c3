"""Ouvidoria takes praise and complaints; a complaint needs proof, and stays among its people."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import BancadaError, NotFound, RuleRefusal
from app.domain.queue_view import QueueFilter, Scope
from app.domain.roles import Role
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.desk_people import DeskPeople
from app.services.health import check
from app.services.news import NewsService
from app.services.queue import QueueService
from app.services.tickets import TicketService
from app.storage import people, registry
from app.storage.people import NewContact
from tests.databases import NOON
from tests.desks import Asked, at, open_tickets, tamper

SAID: dict[str, Any] = {
    "act": "complaint",
    "actor": "Ana",
    "client": "Escola Aurora",
    "contact": "lia@example.com",
    "channel": "phone",
    "text": "Ninguém me respondeu sobre a rematrícula.",
}


@pytest.fixture
def acts(desk: Desk) -> DeskActs:
    desk.clock = FixedClock(NOON)
    open_tickets(desk, Asked(client="Escola Aurora"), Asked(client="Outra Escola"))
    with desk.database.write() as connection:
        people.add_contacts(
            connection,
            [
                NewContact(1, "Lia Lima", "lia@example.com", "", ""),
                NewContact(1, "Ida Ilha", "ida@example.com", "", ""),
            ],
        )
        registry.write_contact(connection, 2, {"is_active": False})
        registry.write_client(connection, 1, {"is_overdue": True})
    return DeskActs(desk)


@pytest.mark.parametrize(
    ("changed", "refusal"),
    [
        ({}, "OUV-1: tickets: uma reclamação precisa"),
        ({"tickets": "2"}, "OUV-1: tickets: o chamado 00000002 não é deste cliente"),
        ({"tickets": "99"}, "OUV-1: tickets: o chamado 00000099 não é deste cliente"),
        ({"tickets": "um"}, "tickets: número de chamado inválido"),
        ({"text": " "}, "OUV-1: text: escreva"),
        ({"client": ""}, "OUV-1: client: diga o cliente"),
        ({"client": "Ninguém"}, "CLI-1"),
        ({"contact": ""}, "OUV-1: contact"),
        ({"contact": "ida@example.com"}, "CLI-3: contact: Ida Ilha"),
        ({"channel": "desk", "tickets": "1"}, "TKT-2: channel"),
    ],
)
def test_ouv_1_what_is_missing_is_named_and_nothing_is_saved(
    desk: Desk, acts: DeskActs, changed: dict[str, str], refusal: str
) -> None:
    with pytest.raises(BancadaError) as refused:
        acts.perform(SAID | changed)
    assert refused.value.sentence.startswith(refusal)
    everything = QueueFilter(scope=Scope.ALL, teams=("ouvidoria",))
    assert list(QueueService(desk).numbers(everything)) == []


@pytest.mark.parametrize(
    "proof", [{"tickets": "00000001"}, {"document": "carta.pdf"}, {"tickets": "1; 1, 1"}]
)
def test_ouv_1_a_complaint_with_proof_becomes_a_ticket_of_its_own_calendar(
    desk: Desk, acts: DeskActs, proof: dict[str, str]
) -> None:
    number = acts.perform(SAID | proof).number
    view = TicketService(desk).view(number)
    assert (view.team_name, view.card.summary) == ("Ouvidoria", "Reclamação")
    assert view.card.description == SAID["text"]
    assert view.sla.due is not None
    assert view.sla.due > at("2026-03-04 12:00")
    assert check(desk.database, full=True).faults == ()


def test_praise_needs_no_proof(desk: Desk, acts: DeskActs) -> None:
    number = acts.perform(SAID | {"act": "praise"}).number
    assert TicketService(desk).view(number).card.summary == "Elogio"


def test_ouv_2_it_is_seen_by_who_asks_for_its_team_and_found_by_nobody_s_words(
    desk: Desk, acts: DeskActs
) -> None:
    number = acts.perform(SAID | {"tickets": "1"}).number
    queue = QueueService(desk)
    assert number not in queue.numbers(QueueFilter())
    assert number not in queue.numbers(QueueFilter(scope=Scope.ALL))
    assert list(queue.numbers(QueueFilter(scope=Scope.ALL, text="rematricula"))) == []
    assert list(queue.numbers(QueueFilter(teams=("ouvidoria",)))) == [number]
    assert queue.counts([QueueFilter(), QueueFilter(teams=("ouvidoria",))]) == (2, 1)
    assert "ouvidoria" not in queue.on_duty(at("2026-03-04 09:00"))


def test_parties_of_a_ticket_that_is_not_there(desk: Desk) -> None:
    with desk.database.read() as connection, pytest.raises(NotFound):
        people.parties_of(connection, 99)


def test_ouv_2_words_follow_a_ticket_into_ouvidoria_and_out_of_it(
    desk: Desk, acts: DeskActs
) -> None:
    queue = QueueService(desk)
    everything = QueueFilter(scope=Scope.ALL, text="relatorio")
    assert list(queue.numbers(everything)) == [1, 2]
    moved = {"act": "transfer", "number": "1", "reason": "Reclamação", "actor": "Ana"}
    acts.perform({**moved, "team": "ouvidoria"})
    assert list(queue.numbers(everything)) == [2]
    desk.clock = FixedClock(NOON + timedelta(minutes=1))
    acts.perform({**moved, "team": "suporte-tecnico"})
    assert sorted(queue.numbers(everything)) == [1, 2]
    assert sorted(queue.numbers(QueueFilter(text="relatorio"))) == [1, 2]


def test_ouv_2_only_an_ombudsman_is_given_a_complaint_and_nobody_else_hears_of_it(
    desk: Desk, acts: DeskActs
) -> None:
    team = DeskPeople(desk)
    team.keep(None, "Iris", Role.ADMINISTRATOR, "2468")
    team.keep(None, "Otto", Role.OMBUDSMAN, "1357")
    team.keep(None, "Ana", Role.ANALYST, "")
    number = f"{acts.perform(SAID | {'tickets': '1'}).number:08d}"
    desk.sit("Ana", Role.ANALYST)
    news = NewsService(desk)
    news.take()
    desk.sit("Otto", Role.OMBUDSMAN)
    for act in ("owner", "assign"):
        with pytest.raises(RuleRefusal, match="OUV-2: assignee: só um ouvidor"):
            acts.perform({"act": act, "number": number, "assignee": "Ana"})
    acts.perform({"act": "owner", "number": number, "assignee": "Otto"})
    acts.perform({"act": "take", "number": "1"})
    hers = "(SELECT id FROM person WHERE name = 'Ana')"
    tamper(desk.database, f"UPDATE ticket SET assignee_id = {hers}")
    desk.sit("Ana", Role.ANALYST)
    assert {one.number for one in news.take()} == {1}
