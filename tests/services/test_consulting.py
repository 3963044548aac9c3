"""Consultings: begun, approved, decided, and told on paper (CON-1 … CON-3, CON-6, CON-8)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.domain.consulting import Cause, ConsultingKind, Stage
from app.domain.errors import BancadaError, InvalidInput, NotFound, RuleRefusal
from app.domain.money import MinuteRate, Money
from app.domain.ticket_events import EventKind
from app.domain.time_entries import Span
from app.services.consulting_stages import stage_of
from tests.desks import at, tamper
from tests.services.consulting_desk import Consultancy

AGREED = {"start": "2026-03-05T12:00:00Z", "end": "2026-03-05T14:00:00Z"}


def _stage(at_work: Consultancy) -> Stage:
    row = at_work.work.consulting.row_of(at_work.ticket)
    assert row is not None
    return stage_of(row)


def test_an_investigation_goes_from_letter_to_bill(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 10:00")
    at_work.act("consulting", kind="investigative", scope="own_base")
    assert _stage(at_work) is Stage.LETTER_PENDING
    letter = at_work.work.consulting.issue_letter(at_work.ticket)
    assert letter.document.number == 1
    assert at_work.work.consulting.letter_figures(at_work.ticket).rate == MinuteRate(35_000)
    at_work.approve()
    assert _stage(at_work) is Stage.RELEASED
    at_work.go_to("2026-03-03 12:00")
    at_work.log("03/03/2026", "10:00", "11:00", description="rastreio da geração")
    assert _stage(at_work) is Stage.RUNNING
    at_work.act("solve", text="A rotina foi corrigida.\nO cliente já testou.")
    assert _stage(at_work) is Stage.TO_CHECK
    at_work.act("cause", cause="other", reason="fórmula própria")
    assert _stage(at_work) is Stage.AWAITING_ACCEPTANCE
    at_work.go_to("2026-03-03 13:00")
    at_work.act("accept", contact="lia@example.com", channel="phone")
    assert _stage(at_work) is Stage.DONE
    at_work.work.statements.issue(at_work.client, at_work.desk.clock.now().date())
    assert _stage(at_work) is Stage.BILLED
    term = at_work.work.consulting.issue_term(at_work.ticket)
    figures, pdf = at_work.work.documents.contents(term.id)
    assert (figures["seconds"], figures["cause"], figures["kind"]) == (
        3600,
        "other",
        "investigative",
    )
    assert figures["accepted"] == "2026-03-03T16:00:00Z"
    assert pdf.startswith(b"%PDF")


def test_the_history_tells_every_step(at_work: Consultancy) -> None:
    at_work.released()
    at_work.act("cause", cause="defect", reason="erro do padrão")
    kinds = [line.event.kind for line in at_work.work.tickets.view(at_work.ticket).lines]
    assert kinds == [
        EventKind.OPENED,
        EventKind.CONSULTING_SET,
        EventKind.LETTER_ISSUED,
        EventKind.LETTER_APPROVED,
        EventKind.CAUSE_DECIDED,
    ]
    consulting = at_work.work.consulting.consulting(at_work.ticket)
    assert consulting is not None
    assert consulting.cause is Cause.DEFECT


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"contact": "rui@example.com"}, "CON-1"),
        ({"contact": ""}, "CON-1"),
        ({"recording": ""}, "ACC-8"),
        ({"contact": "ninguém"}, "CLI-3"),
    ],
)
def test_who_may_not_approve_and_how_is_refused(
    at_work: Consultancy, fields: dict[str, str], rule: str
) -> None:
    at_work.act("consulting", kind="performance")
    at_work.work.consulting.issue_letter(at_work.ticket)
    with pytest.raises(RuleRefusal) as refused:
        at_work.approve(**fields)
    assert refused.value.rule == rule
    at_work.approve(channel="email", recording="")
    with pytest.raises(RuleRefusal, match="já foi aprovada"):
        at_work.approve()


def test_acts_of_a_consulting_need_one(at_work: Consultancy) -> None:
    for name, fields in (
        ("support", {"reason": "não era"}),
        ("appointment", AGREED),
        ("cancel_appointment", {"appointment": 2, "reason": "mudou"}),
        ("cause", {"cause": "defect", "reason": "x"}),
    ):
        with pytest.raises(RuleRefusal, match="CON-1"):
            at_work.act(name, **fields)
    with pytest.raises(RuleRefusal, match="CON-1"):
        at_work.work.consulting.issue_letter(at_work.ticket)
    with pytest.raises(NotFound):
        at_work.work.consulting.issue_letter(999)
    at_work.act("consulting", kind="telephone")
    with pytest.raises(RuleRefusal, match="não pede carta"):
        at_work.approve()


def test_in_loco_is_a_referral_to_the_unit(at_work: Consultancy) -> None:
    with pytest.raises(RuleRefusal, match=r"CON-1.*referral"):
        at_work.act("consulting", kind="in_loco")
    at_work.act("consulting", kind="in_loco", referral="Unidade Joinville")
    assert _stage(at_work) is Stage.REFERRED
    with pytest.raises(RuleRefusal, match="in loco"):
        at_work.log("04/03/2026", "10:00", "11:00")


def test_from_consulting_and_back_without_retyping(at_work: Consultancy) -> None:
    at_work.act("consulting", kind="investigative")
    at_work.act("support", reason="o cliente desistiu da consultoria")
    assert at_work.work.consulting.row_of(at_work.ticket) is None
    assert at_work.work.consulting.consulting(at_work.ticket) is None
    at_work.go_to("2026-03-04 12:01")
    at_work.released()
    at_work.go_to("2026-03-04 13:00")
    at_work.log("04/03/2026", "12:30", "12:40")
    with pytest.raises(RuleRefusal, match=r"CON-7.*anule"):
        at_work.act("support", reason="não era")


def test_telephone_is_chosen_before_work_begins(at_work: Consultancy) -> None:
    at_work.act("take")
    with pytest.raises(RuleRefusal, match=r"CON-1.*abertura"):
        at_work.act("consulting", kind="telephone")


def test_appointments_are_listed_and_can_be_cancelled(at_work: Consultancy) -> None:
    at_work.act("consulting", kind="telephone")
    agreed = at_work.act("appointment", **AGREED, tool="ferramenta do cliente", other_tool=True)
    day = Span(at("2026-03-05 00:00"), at("2026-03-06 00:00"))
    (shown,) = at_work.work.consulting.appointments(day)
    assert (shown.ticket, shown.tool, shown.span.seconds) == (
        at_work.ticket,
        "ferramenta do cliente",
        7200,
    )
    for wrong in (99, agreed.seq - 1):
        with pytest.raises(RuleRefusal, match="CON-8"):
            at_work.act("cancel_appointment", appointment=wrong, reason="mudou")
    with pytest.raises(InvalidInput):
        at_work.act("cancel_appointment", appointment="dois", reason="mudou")
    with pytest.raises(RuleRefusal, match=r"CON-8.*antes de começar"):
        at_work.act("appointment", start=AGREED["end"], end=AGREED["start"])
    at_work.act("cancel_appointment", appointment=agreed.seq, reason="mudou")
    assert at_work.work.consulting.appointments(day) == ()


def test_a_letter_needs_a_rate_and_a_client(at_work: Consultancy) -> None:
    other = at_work.open("Escola sem Tarifa")
    at_work.act("consulting", other, kind="investigative")
    with pytest.raises(RuleRefusal, match=r"CON-5.*tarifa"):
        at_work.work.consulting.letter_figures(other)
    at_work.act("consulting", kind="investigative")
    assert at_work.work.consulting.letter_drawn(at_work.ticket).startswith(b"%PDF")
    at_work.work.rates.keep_terms(
        at_work.client, {"anniversary": "10/06/2025", "negative": "apply"}
    )
    figures = at_work.work.consulting.letter_figures(at_work.ticket)
    assert figures.rate_until is not None
    assert figures.rate_until.isoformat() == "2026-06-10"
    assert figures.approvers == ("Lia Lima",)
    twice = at_work.work.consulting.issue_letter(at_work.ticket)
    again = at_work.work.consulting.issue_letter(at_work.ticket)
    assert again.document == twice.document
    assert not again.changes


def test_con_6_a_term_tells_what_was_done_once_there_is_a_solution(at_work: Consultancy) -> None:
    with pytest.raises(RuleRefusal, match="CON-6"):
        at_work.work.consulting.issue_term(at_work.ticket)
    at_work.act("solve", text="Feito.")
    assert at_work.work.consulting.term_drawn(at_work.ticket).startswith(b"%PDF")
    assert at_work.work.consulting.term_figures(at_work.ticket).solution == "Feito."
    tamper(at_work.desk.database, "UPDATE ticket SET client_id = NULL")
    with pytest.raises(RuleRefusal, match="CLI-1"):
        at_work.work.consulting.issue_term(at_work.ticket)


def test_the_kind_may_change_while_nothing_is_billed(at_work: Consultancy) -> None:
    at_work.act("consulting", kind="investigative")
    at_work.go_to("2026-03-04 12:01")
    at_work.act("consulting", kind="performance")
    (listed,) = at_work.work.consulting.listed()
    assert (listed.stage, listed.seconds) == (Stage.LETTER_PENDING, 0)
    card = at_work.work.consulting_cards.card(at_work.ticket)
    assert card.consulting is not None
    assert card.consulting.kind is ConsultingKind.PERFORMANCE
    assert (card.lines, card.amount) == ((), Money())


def test_a_card_tells_what_the_minutes_come_to(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    at_work.log("03/03/2026", "10:00", "10:30")
    at_work.log("03/03/2026", "10:30", "10:40", kind="internal")
    card = at_work.work.consulting_cards.card(at_work.ticket)
    assert [line.minutes for line in card.lines] == [30, 10]
    assert [listed.seconds for listed in at_work.work.consulting.listed()] == [1800]
    with pytest.raises(RuleRefusal, match=r"CON-7.*anule"):
        at_work.act("consulting", kind="investigative")
    assert (card.stage, card.amount) == (Stage.RUNNING, Money(10_500))
    plain = at_work.work.consulting_cards.card(at_work.open())
    assert (plain.consulting, plain.stage, plain.entries) == (None, None, ())


def test_only_an_open_ticket_gets_a_letter(at_work: Consultancy) -> None:
    at_work.act("consulting", kind="investigative")
    at_work.go_to("2026-03-04 12:01")
    at_work.act("cancel")
    with pytest.raises(BancadaError):
        at_work.work.consulting.issue_letter(at_work.ticket)
    assert at_work.work.documents.issued() == ()


def test_stages_follow_from_what_is_known(at_work: Consultancy) -> None:
    at_work.act("consulting", kind="telephone")
    row = at_work.work.consulting.row_of(at_work.ticket)
    assert row is not None
    assert stage_of(row) is Stage.RELEASED
    assert stage_of(replace(row, kind=ConsultingKind.IN_LOCO, is_released=False)) is Stage.REFERRED
