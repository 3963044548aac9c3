"""What intake does that becomes no ticket is recorded, and the caller is told (CLI-5, CLI-6)."""

from __future__ import annotations

from typing import Any

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.message_state import MessageState
from app.domain.registry import IntakeKind, IntakeLine
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.intake_records import RECORDED, IntakeRecords
from app.services.outbox import OutboxService
from app.storage import people, registry
from app.storage.people import NewClient, NewContact
from tests.databases import NOON
from tests.desks import Asked, open_ticket

CALL: dict[str, Any] = {
    "client": "escola aurora",
    "contact": "lia@example.com",
    "channel": "phone",
    "actor": "Ana Alvorada",
}
OPENING = CALL | {
    "act": "open", "product_line": "RM", "module": "Educacional", "routine": "Notas",
    "version": "12", "environment": "Produção", "country": "Brasil", "category": "erro",
    "origin": "production", "effect": "prevents", "summary": "Não abre", "description": "Nada.",
}  # fmt: skip


@pytest.fixture
def records(desk: Desk) -> IntakeRecords:
    desk.clock = FixedClock(NOON)
    with desk.database.write() as connection:
        (aurora,) = people.add_clients(
            connection, [NewClient("Escola Aurora", "11222333000181", "Joinville", "SC", "Padrão")]
        )
        people.add_contacts(
            connection,
            [
                NewContact(aurora, "Lia Lima", "lia@example.com", "", ""),
                NewContact(aurora, "Ida Ilha", "ida@example.com", "", ""),
            ],
        )
        registry.write_contact(connection, 2, {"is_active": False})
        registry.write_client(connection, aurora, {"is_overdue": True})
    return IntakeRecords(desk)


def lines(desk: Desk) -> list[IntakeLine]:
    with desk.database.read() as connection:
        return registry.records(connection)


@pytest.mark.usefixtures("records")
def test_a_blocked_client_is_refused_recorded_and_told(desk: Desk) -> None:
    with pytest.raises(RuleRefusal, match="CLI-5"):
        DeskActs(desk).perform(OPENING)
    (line,) = lines(desk)
    assert (line.kind, line.rule, line.client) == (IntakeKind.REFUSAL, "CLI-5", "Escola Aurora")
    assert (line.contact, line.channel, line.person_name) == (
        "lia@example.com",
        "phone",
        "Ana Alvorada",
    )
    (told,) = OutboxService(desk).lines()
    assert (told.message.ticket, told.message.recipient) == (None, "lia@example.com")
    assert told.state is MessageState.QUEUED
    assert "encaminhe a ligação ao CST" in told.message.body
    assert "Lia Lima" in told.message.body


def test_a_refusal_seen_in_the_window_is_recorded_once_said(
    desk: Desk, records: IntakeRecords
) -> None:
    refusal = RuleRefusal("CLI-3", "Ida Ilha não é mais um contato ativo")
    assert records.refuse(CALL | {"contact": "ida@example.com"}, refusal) == RECORDED
    assert lines(desk)[0].words == refusal.sentence
    assert OutboxService(desk).lines() == (), "who is gone is not written to"
    records.refuse(CALL | {"contact": "ninguém"}, refusal)
    records.refuse({"channel": "phone", "client": "Outra"}, refusal)
    records.refuse({"channel": "phone"}, refusal)
    assert [line.client for line in lines(desk)] == ["", "Outra", "Escola Aurora", "Escola Aurora"]
    assert OutboxService(desk).lines() == ()


@pytest.mark.usefixtures("records")
def test_a_refused_opening_for_another_reason_is_no_record(desk: Desk) -> None:
    with pytest.raises(RuleRefusal, match="TKT-2"):
        DeskActs(desk).perform({**OPENING, "summary": ""})
    assert lines(desk) == []


def test_a_caller_is_sent_on_to_the_cst_or_to_the_executive(
    desk: Desk, records: IntakeRecords
) -> None:
    assert records.refer(CALL | {"to": "cst"}) == RECORDED
    records.refer(CALL | {"to": "ear", "text": "quer o módulo de bolsas"})
    assert [(line.kind, line.rule, line.words) for line in lines(desk)] == [
        (
            IntakeKind.REFERRAL,
            "CLI-6",
            "encaminhado ao executivo de contas (EAR): quer o módulo de bolsas",
        ),
        (IntakeKind.REFERRAL, "CLI-5", "encaminhado ao CST"),
    ]
    with pytest.raises(InvalidInput) as unknown:
        records.refer(CALL | {"to": "diretoria"})
    assert unknown.value.field == "to"
    with pytest.raises(RuleRefusal, match="CLI-6: client"):
        records.refer({"to": "ear", "channel": "phone"})


def test_a_solved_ticket_that_answers_is_recorded_instead_of_a_new_one(
    desk: Desk, records: IntakeRecords
) -> None:
    number = open_ticket(desk, Asked(summary="Boleto em dobro"))
    records.deflect(CALL | {"number": f"{number:08d}"})
    (line,) = lines(desk)
    assert (line.kind, line.rule, line.ticket, line.words) == (
        IntakeKind.DEFLECTION,
        "TKT-4",
        number,
        "00000001 · Boleto em dobro",
    )
    with pytest.raises(NotFound):
        records.deflect(CALL | {"number": "00000099"})


def test_a_record_is_kept_however_odd_the_call(desk: Desk, records: IntakeRecords) -> None:
    refusal = RuleRefusal("CLI-1", "não é um cliente registrado")
    records.refuse({"client": "X" * 300, "contact": "Y" * 300, "channel": "carta"}, refusal)
    (line,) = lines(desk)
    assert (len(line.client), len(line.contact), line.channel) == (200, 200, None)
