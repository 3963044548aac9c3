"""Acts said by name and fields, from the opening to the survey (rulebook §3 to §5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import BancadaError, NotFound, RuleRefusal
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Closing, EventKind, Status
from app.services.automation import AutomationService
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from app.services.health import check
from app.services.tickets import TicketService, TicketView
from app.storage import people, tables
from app.storage.people import NewClient, NewContact
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_ticket

AURORA = NewClient("Escola Aurora", "11222333000181", "Joinville", "SC", "Padrão")
OPENING: dict[str, Any] = {
    "act": "open",
    "actor": "Ana",
    "channel": "phone",
    "client": "escola aurora",
    "contact": "lia@example.com",
    "product_line": "RM",
    "module": "Educacional",
    "routine": "Rematrícula",
    "version": "12.1.33",
    "environment": "Produção",
    "country": "Brasil",
    "category": "erro",
    "origin": "production",
    "effect": "prevents",
    "summary": "Rematrícula grava em dobro",
    "description": "Cada aluno aparece duas vezes.",
}


@pytest.fixture
def acts(desk: Desk) -> DeskActs:
    """A desk with one client of three contacts: Lia, Rui who may not accept, and a former one."""
    desk.clock = FixedClock(NOON)
    with desk.database.write() as connection:
        (aurora,) = people.add_clients(connection, [AURORA])
        people.add_contacts(
            connection,
            [
                NewContact(aurora, "Lia Lima", "lia@example.com", "", "52998224725"),
                NewContact(aurora, "Rui Rocha", "rui@example.com", "", ""),
                NewContact(aurora, "Ida Ilha", "ida@example.com", "", ""),
            ],
        )
        contact = tables.contact
        rui, ida = contact.c.name == "Rui Rocha", contact.c.name == "Ida Ilha"
        connection.execute(contact.update().where(rui).values(may_accept=False, may_open=False))
        connection.execute(contact.update().where(ida).values(is_active=False))
    return DeskActs(desk)


def go_to(desk: Desk, wall: str) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.move_to(from_epoch(at(wall)))


def said(act: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    """An act on the first ticket, on the phone."""
    return {"act": act, "number": "00000001", "actor": "Ana", "channel": "phone", **fields}


def refusal(acts: DeskActs, entry: dict[str, Any]) -> str:
    with pytest.raises(BancadaError) as caught:
        acts.perform(entry)
    return caught.value.sentence


def view(desk: Desk, number: int = 1) -> TicketView:
    return TicketService(desk).view(number)


def test_a_ticket_is_opened_with_route_severity_and_their_reasons(
    desk: Desk, acts: DeskActs
) -> None:
    performed = acts.perform(OPENING)
    assert (performed.number, performed.seq) == (1, 1)
    opened = view(desk)
    assert (opened.card.client, opened.card.contact) == ("Escola Aurora", "Lia Lima")
    assert (opened.card.product, opened.card.summary) == (
        "RM · Educacional",
        "Rematrícula grava em dobro",
    )
    assert (opened.history.severity, opened.history.team) == (Severity.CRITICAL, "suporte-tecnico")
    payload = opened.lines[0].event.payload
    assert payload["route"] == "todos os outros → suporte-tecnico"
    assert payload["facts"]["version"] == "12.1.33"
    assert (payload["severity_reason"], opened.lines[0].actor) == ("table", "Ana")
    assert check(desk.database, full=True).faults == ()


def test_sla_1_another_severity_needs_its_written_reason(desk: Desk, acts: DeskActs) -> None:
    assert refusal(acts, OPENING | {"severity": "low"}).startswith("SLA-1: severity_reason")
    acts.perform(OPENING | {"severity": "low", "severity_reason": "Só um aluno de teste"})
    opened = view(desk)
    assert (opened.history.severity, opened.lines[0].text) == (Severity.LOW, "Só um aluno de teste")


@pytest.mark.parametrize(
    "field",
    ["client", "contact", "product_line", "module", "routine", "version", "environment", "country",
     "category", "summary", "description", "effect", "origin"],
)  # fmt: skip
def test_tkt_2_what_is_missing_is_named_and_nothing_is_opened(
    desk: Desk, acts: DeskActs, field: str
) -> None:
    assert refusal(acts, OPENING | {field: " "}).startswith(f"TKT-2: {field}: ")
    with desk.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM ticket").scalar_one() == 0


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"client": "Escola Que Não Há"}, "CLI-1"),
        ({"contact": "ninguem@example.com"}, "CLI-3"),
        ({"contact": "ida@example.com"}, "CLI-3"),
        ({"contact": "Rui Rocha"}, "CLI-5"),
        ({"channel": None}, "TKT-2"),
        ({"at": "2026-03-05T12:00:00Z"}, "ACC-9"),
        ({"effect": "terrible"}, "effect"),
        ({"channel": "pigeon"}, "channel"),
        ({"workaround": "yes"}, "workaround"),
        ({"summary": 7}, "summary"),
        ({"at": "ontem"}, "at"),
    ],
)
def test_what_forbids_an_opening_is_named(
    acts: DeskActs, changes: dict[str, Any], rule: str
) -> None:
    assert refusal(acts, OPENING | changes).startswith(f"{rule}: ")


def test_cli_5_contract_and_payments_are_asked_for(desk: Desk, acts: DeskActs) -> None:
    with desk.database.write() as connection:
        connection.execute(tables.client.update().values(is_overdue=True))
    assert "CST" in refusal(acts, OPENING)
    acts.perform(OPENING | {"product_line": "CST"})
    assert view(desk).history.team == "cst"
    with desk.database.write() as connection:
        connection.execute(tables.client.update().values(valid_until=date(2026, 3, 1)))
    assert "não está em vigor" in refusal(acts, OPENING | {"product_line": "CST"})


def test_two_of_a_name_are_told_apart_by_number_and_address(desk: Desk, acts: DeskActs) -> None:
    with desk.database.write() as connection:
        twin = replace(AURORA, name="ESCOLA AURORA", cnpj="99888777000100")
        (other,) = people.add_clients(connection, [twin])
        lia = NewContact(1, "Lia Lima", "lia2@example.com", "", "")
        people.add_contacts(connection, [lia, replace(lia, client=other)])
    assert refusal(acts, OPENING).startswith("CLI-1: client: há 2 clientes")
    by_number = OPENING | {"client": AURORA.cnpj}
    assert refusal(acts, by_number | {"contact": "Lia Lima"}).startswith("CLI-3: contact: há 2")
    acts.perform(by_number | {"contact": "52998224725"})


LIFE: list[dict[str, Any]] = [
    said("take"),
    said("note", text="Olá, Lia", public=True),
    said("wait", text="Mande o log"),
    said("answer", contact="lia@example.com", text="Segue", recording="REC-1"),
    said("maintenance"),
    said("back"),
    said("innovation"),
    said("factory"),
    said("back"),
    said("assign", assignee="Beto"),
    said("transfer", team="vitrine", reason="É da Vitrine"),
    said("reclassify", severity="high", reason="Há contorno"),
    said("agree_due", due="2026-03-20T20:00:00Z", reason="Combinado por telefone"),
    said("clear_due"),
    said("status", status="Em testes", kind="attendance"),
    said("solve", text="Índice refeito"),
    said("refuse", contact="lia@example.com", reason="Ainda dobra"),
    said("solution", text="Agora sim"),
    said("postpone", contact="lia@example.com", days=45),
    said("accept", contact="lia@example.com", comment="Perfeito"),
]


def test_a_whole_life_is_said_act_by_act(desk: Desk, acts: DeskActs) -> None:
    acts.perform(OPENING | {"at": "2026-03-04T11:00:00Z"})
    for minute, act in enumerate(LIFE):
        acts.perform(act | {"at": f"2026-03-04T11:{minute + 10}:00Z"})
    lived = view(desk)
    assert (lived.history.status, lived.history.closing) == (Status.CLOSED, Closing.ACCEPTED)
    assert lived.history.oddities == ()
    assert (lived.history.transfers, lived.history.has_postponed) == (1, True)
    texts = [line.text for line in lived.lines if line.text]
    assert texts == [
        "Olá, Lia", "Mande o log", "Segue", "É da Vitrine", "Há contorno",
        "Combinado por telefone", "Índice refeito", "Ainda dobra", "Agora sim", "Perfeito",
    ]  # fmt: skip
    answered = next(e.event for e in lived.lines if e.event.kind is EventKind.CLIENT_ANSWERED)
    assert (answered.channel, answered.payload["recording"]) == (Channel.PHONE, "REC-1")
    list(AutomationService(desk).run())
    assert refusal(acts, said("survey", score=6)).startswith("ACC-6")
    acts.perform(said("survey", score=5, comment="Ótimo"))
    assert "já foi respondida" in refusal(acts, said("survey", score=4))
    assert check(desk.database, full=True).faults == ()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (said("dance"), "act: ato desconhecido 'dance'; os atos são: open take"),
        (said("take", colour="red"), "colour: não é um campo deste ato"),
        (said("note"), "ACC-9: text: "),
        (said("solve", text=""), "ACC-1: text: "),
        (said("transfer", team="cst"), "TKT-3: reason: "),
        (said("reclassify", severity="low"), "SLA-1: reason: "),
        (said("reclassify", severity="dire", reason="x"), "severity: 'dire' não é uma opção"),
        (said("agree_due", due="amanhã", reason="x"), "due: instante inválido"),
        (said("status", status="Em testes", kind="odd"), "kind: 'odd' não é uma opção"),
        (said("survey", score=True), "ACC-6: score: "),
        (said("survey", score=3), "ACC-6: a pesquisa deste chamado ainda não foi enviada"),
        (said("merge", into="1"), "TKT-8: um chamado não se une a ele mesmo"),
        (said("link", to="x"), "to: número de chamado inválido"),
        (said("take") | {"number": "123456789"}, "number: número de chamado inválido"),
        (said("transfer", team="nenhuma", reason="x"), "equipe desconhecida"),
        (said("take", at="2026-03-09T12:00:00Z"), "ACC-9: o ato está no futuro"),
        (said("follow_up"), "ACC-3: o chamado ainda está aberto"),
        (said("message", headers="x"), "headers: precisa ser um objeto"),
        (said("comment"), "ACC-3: não há mensagem do cliente"),
    ],
)
def test_what_is_wrong_with_an_act_is_named(
    desk: Desk, acts: DeskActs, entry: dict[str, Any], words: str
) -> None:
    acts.perform(OPENING)
    assert refusal(acts, entry).startswith(words)
    assert len(view(desk).lines) == 1


def test_a_ticket_that_is_not_there_is_named(acts: DeskActs) -> None:
    for entry in (said("take"), said("message", text="x"), said("link", to="2")):
        with pytest.raises(NotFound, match="não há chamado"):
            acts.perform(entry)


@pytest.fixture
def solved(desk: Desk, acts: DeskActs) -> DeskActs:
    """A ticket of Lia that awaits her acceptance since Monday, 2 March."""
    acts.perform(OPENING | {"at": "2026-03-02T12:00:00Z"})
    acts.perform(said("solve", text="Feito", at="2026-03-02T19:41:05Z"))
    return acts


def test_acc_8_who_decides_is_named_registered_and_permitted(desk: Desk, solved: DeskActs) -> None:
    assert refusal(solved, said("accept")).startswith("ACC-8: contact: ")
    assert refusal(solved, said("accept", contact="rui@example.com")).startswith("ACC-8: Rui")
    assert refusal(solved, said("refuse", contact="Ida Ilha", reason="x")).startswith("CLI-3: Ida")
    assert refusal(solved, said("accept", contact="x@y")).startswith("CLI-3: contact: ")
    # What the client tried and was refused stays in the history.
    notes = [line for line in view(desk).lines if line.event.kind is EventKind.NOTE]
    assert [note.event.payload["rule"] for note in notes] == ["ACC-8", "ACC-8", "CLI-3", "CLI-3"]
    assert all(note.event.payload["public"] is False and note.text for note in notes)


def test_d10_an_acceptance_that_complains_asks_once_more(desk: Desk, solved: DeskActs) -> None:
    entry = said("accept", contact="lia@example.com", comment="resolveu em parte, ainda falha")
    assert refusal(solved, entry).startswith("ACC-10: ")
    solved.perform(entry | {"confirm": True})
    assert view(desk).history.closing is Closing.ACCEPTED


def test_d06_the_client_does_not_move_the_date_freely(desk: Desk, solved: DeskActs) -> None:
    lia = {"contact": "lia@example.com"}
    assert refusal(solved, said("postpone", days=90, **lia)).startswith("ACC-4: ")
    solved.perform(said("postpone", **lia))
    assert refusal(solved, said("postpone", **lia)).startswith("ACC-4: ")
    tried = [line.event.payload for line in view(desk).lines if "refused" in line.event.payload]
    assert [payload["refused"] for payload in tried] == ["postponed", "postponed"]


def message(**fields: Any) -> dict[str, Any]:  # noqa: ANN401  # JSON
    return said("message", channel="email", **fields)


def test_b12_an_answer_resumes_at_its_own_instant(desk: Desk, acts: DeskActs) -> None:
    acts.perform(OPENING | {"at": "2026-03-02T12:00:00Z"})
    acts.perform(said("wait", at="2026-03-02T13:00:00Z"))
    acts.perform(message(text="Segue", at="2026-03-03T02:00:00Z"))
    history = view(desk).history
    assert history.status is Status.IN_PROGRESS or history.status is Status.NEW
    assert history.pauses[-1].end == at("2026-03-02 23:00")


def test_acc_3_a_message_holds_the_closing_until_it_is_marked(desk: Desk, solved: DeskActs) -> None:
    solved.perform(message(text="Vou testar amanhã", at="2026-03-03T12:00:00Z"))
    assert view(desk).history.automatic.held_since == at("2026-03-03 09:00")
    go_to(desk, "2026-04-30 09:00")
    assert list(AutomationService(desk).run()) == []
    solved.perform(said("comment"))
    acceptance = view(desk).history.acceptance
    assert acceptance is not None
    assert acceptance.limit == at("2026-05-15 23:59:59")


def test_d08_an_automatic_reply_changes_nothing(desk: Desk, solved: DeskActs) -> None:
    solved.perform(message(text="Estou de férias", headers={"Auto-Submitted": "auto-replied"}))
    told = view(desk)
    assert told.history.automatic.held_since is None
    assert told.lines[-1].event.payload["automatic"] is True
    assert told.history.status is Status.AWAITING_ACCEPTANCE


def test_d13_a_refusal_by_mail_takes_its_text_as_reason(desk: Desk, solved: DeskActs) -> None:
    solved.perform(message(meaning="refusal", at="2026-03-03T12:00:00Z"))
    assert view(desk).history.automatic.held_since is not None
    solved.perform(message(meaning="refusal", text="Ainda dobra", at="2026-03-03T12:05:00Z"))
    assert view(desk).history.status is Status.IN_PROGRESS
    assert view(desk).lines[-1].text == "Ainda dobra"


def test_c04_what_arrives_for_a_merged_ticket_lands_in_the_survivor(
    desk: Desk, acts: DeskActs
) -> None:
    for _twin in range(2):
        acts.perform(OPENING | {"at": "2026-03-02T12:00:00Z"})
    acts.perform(said("wait", at="2026-03-02T13:00:00Z"))
    acts.perform(said("merge", into="1", at="2026-03-02T14:00:00Z") | {"number": "2"})
    landed = acts.perform(message(text="E aí?", at="2026-03-02T15:00:00Z") | {"number": "2"})
    assert landed.number == 1
    assert view(desk).history.pauses[-1].end == at("2026-03-02 12:00")
    go_to(desk, "2026-03-10 09:00")
    assert {line.number for line in AutomationService(desk).run()} == {1}
    acts.perform(said("unmerge") | {"number": "2"})
    assert view(desk, 2).history.is_open


def test_tkt_8_a_closed_ticket_takes_no_other_in(desk: Desk, solved: DeskActs) -> None:
    solved.perform(said("accept", contact="lia@example.com"))
    solved.perform(OPENING)
    refused = refusal(solved, said("merge", into="1") | {"number": "2"})
    assert refused.startswith("TKT-8: o chamado 00000001 está encerrado")


def test_acc_3_further_contact_after_the_closing_opens_a_linked_ticket(
    desk: Desk, solved: DeskActs
) -> None:
    solved.perform(said("accept", contact="lia@example.com"))
    opened = solved.perform(message(text="Voltou a dobrar"))
    assert opened.number == 2
    new, old = view(desk, 2), view(desk, 1)
    assert new.card.summary == "Continuação: Rematrícula grava em dobro"
    assert (new.card.client, new.card.contact) == ("Escola Aurora", "Lia Lima")
    assert new.lines[0].event.payload["follows"] == "00000001"
    (link,) = [line.event for line in old.lines if line.event.kind is EventKind.LINKED]
    assert link.payload == {"to": "00000002", "relation": "followed_by"}
    solved.perform(said("follow_up", summary="De novo"))
    assert view(desk, 3).card.description == ""
    assert check(desk.database, full=True).faults == ()


def test_acc_7b_a_refusal_typed_in_far_too_late_goes_on_in_a_new_ticket(
    desk: Desk, solved: DeskActs
) -> None:
    for wall in ("2026-03-13 09:00", "2026-03-18 09:00"):
        go_to(desk, wall)
        list(AutomationService(desk).run())
    go_to(desk, "2026-03-25 09:00")
    late = {"contact": "lia@example.com", "at": "2026-03-17T15:00:00Z"}
    opened = solved.perform(said("refuse", reason="Ainda dobra", **late))
    assert (opened.number, view(desk, 2).lines[0].text) == (2, "Ainda dobra")
    assert refusal(solved, said("accept", **late)).startswith("ACC-7b: ")


def test_an_imported_ticket_without_contacts_is_accepted_all_the_same(desk: Desk) -> None:
    solution = Later(EventKind.SOLUTION, "2026-03-02 10:00")
    open_ticket(desk, Asked(later=(solution,)))
    DeskActs(desk).perform({"act": "accept", "number": "1"})
    assert view(desk).history.closing is Closing.ACCEPTED


def test_a_refused_act_that_is_not_the_client_s_leaves_no_trace(
    desk: Desk, solved: DeskActs
) -> None:
    before = len(view(desk).lines)
    with pytest.raises(RuleRefusal):
        solved.perform(said("solve", text="De novo"))
    with pytest.raises(RuleRefusal):
        solved.perform(said("refuse"))
    assert len(view(desk).lines) == before
