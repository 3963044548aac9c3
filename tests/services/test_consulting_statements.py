"""The statement of a month: what is billed, what is not and why; issued once (CON-4 … CON-7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.billing import Verdict
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.money import MinuteRate, Money, total
from app.domain.roles import Role
from app.services.documents import CheckResult
from tests.services.consulting_desk import Consultancy

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def _telephone(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-04-06 12:00")


def _investigative(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.released()
    at_work.go_to("2026-04-06 12:00")


def test_e14_the_same_work_is_waived_for_a_defect_and_billed_by_telephone(
    at_work: Consultancy,
) -> None:
    _investigative(at_work)
    at_work.log("03/03/2026", "10:00", "11:35")
    undecided = at_work.work.statements.preview(at_work.client, MARCH)
    assert undecided.figures.is_empty
    assert [(line.verdict, line.minutes) for line in undecided.held] == [(Verdict.UNDECIDED, 95)]
    at_work.act("cause", cause="defect", reason="erro na rotina de boletos")
    figures = at_work.work.statements.preview(at_work.client, MARCH).figures
    assert [(line.verdict, line.minutes, line.amount) for line in figures.waived] == [
        (Verdict.DEFECT, 95, Money())
    ]
    assert (figures.minutes, figures.amount) == (0, Money())
    phone = at_work.open(opened="2026-03-02 09:00")
    at_work.act("consulting", phone, kind="telephone")
    at_work.log("04/03/2026", "10:00", "11:35", ticket=f"{phone:08d}")
    figures = at_work.work.statements.preview(at_work.client, MARCH).figures
    assert (figures.minutes, figures.amount) == (95, Money(33_250))


def test_e04_a_ticket_without_minutes_takes_none_from_its_neighbour(at_work: Consultancy) -> None:
    _telephone(at_work)
    other = at_work.open()
    at_work.act("consulting", other, kind="telephone")
    at_work.log("03/03/2026", "10:00", "10:10")
    figures = at_work.work.statements.preview(at_work.client, MARCH).figures
    assert [(line.ticket, line.minutes) for line in figures.billed] == [
        (f"{at_work.ticket:08d}", 10)
    ]
    rows = {row.ticket: row.seconds for row in at_work.work.consulting.rows()}
    assert rows == {at_work.ticket: 600, other: 0}


def test_e08_the_same_statement_twice_is_the_same(at_work: Consultancy) -> None:
    _telephone(at_work)
    at_work.log("03/03/2026", "09:00", "09:00")
    at_work.log("03/03/2026", "10:00", "10:10")
    first = at_work.work.statements.preview(at_work.client, MARCH)
    assert at_work.work.statements.preview(at_work.client, MARCH) == first
    assert [time.seconds for line in first.figures.billed for time in line.times] == [0, 600]
    assert first.figures.minutes == 10


def test_e11_internal_minutes_are_on_no_paper_of_the_client(at_work: Consultancy) -> None:
    _telephone(at_work)
    at_work.log("03/03/2026", "10:00", "10:30")
    at_work.log("03/03/2026", "10:30", "11:15", kind="internal", description="segredo")
    preview = at_work.work.statements.preview(at_work.client, MARCH)
    assert preview.figures.minutes == 30
    assert [line.verdict for line in preview.held] == [Verdict.INTERNAL]
    assert "segredo" not in repr(preview.figures)


def test_issuing_locks_numbers_and_is_found_again(at_work: Consultancy) -> None:
    _telephone(at_work)
    entry = at_work.log("03/03/2026", "10:00", "11:00")
    issued = at_work.work.statements.issue(at_work.client, MARCH)
    assert (issued.number, issued.first, issued.last) == (1, MARCH, date(2026, 3, 31))
    figures, pdf = at_work.work.documents.contents(issued.id)
    assert (figures["minutes"], figures["amount"]) == (60, "210.00")
    checked = at_work.work.documents.check(pdf)
    assert (checked.result, checked.document) == (CheckResult.VALID, issued)
    typed = {"day": "03/03/2026", "start": "10:00", "end": "10:30", "reason": "menos"}
    with pytest.raises(RuleRefusal, match=r"CON-7.*000001"):
        at_work.work.time_entries.correct(entry, typed)
    with pytest.raises(RuleRefusal, match=r"CON-7.*não há minutos"):
        at_work.work.statements.issue(at_work.client, MARCH)
    with pytest.raises(RuleRefusal, match="CON-7"):
        at_work.act("support", reason="não era consultoria")
    with pytest.raises(RuleRefusal, match="CON-7"):
        at_work.act("consulting", kind="investigative")
    at_work.log("04/03/2026", "10:00", "10:01")
    assert at_work.work.statements.issue(at_work.client, MARCH).number == 2


def test_an_entry_over_the_end_of_a_month_is_billed_in_both_for_its_part(
    at_work: Consultancy,
) -> None:
    _telephone(at_work)
    agreed = {"start": "2026-03-31T21:00:00Z", "end": "2026-04-01T06:00:00Z"}
    at_work.act("appointment", **agreed)
    entry = at_work.log("31/03/2026", "23:30", "00:20")
    march = at_work.work.statements.issue(at_work.client, MARCH)
    april = at_work.work.statements.issue(at_work.client, APRIL)
    told = [at_work.work.documents.contents(d.id)[0]["minutes"] for d in (march, april)]
    assert told == [30, 20]
    at_work.work.time_entries.void(entry, "não houve")
    credits_given = at_work.work.statements.preview(at_work.client, MAY).figures.credits
    assert [(c.statement, c.minutes) for c in credits_given] == [("000001", -30), ("000002", -20)]


def test_e05_what_is_voided_after_the_statement_is_credited_in_the_next(
    at_work: Consultancy,
) -> None:
    _telephone(at_work)
    numbers = [at_work.log("03/03/2026", f"10:{n}0", f"10:{n + 1}0") for n in range(3)]
    issued = at_work.work.statements.issue(at_work.client, MARCH)
    before = at_work.work.documents.contents(issued.id)
    for number in numbers[:2]:
        at_work.work.time_entries.void(number, "lançado em dobro")
    assert at_work.work.documents.contents(issued.id) == before
    figures = at_work.work.statements.preview(at_work.client, APRIL).figures
    assert [c.minutes for c in figures.credits] == [-10, -10]
    assert (figures.minutes, figures.amount) == (-20, Money(-7000))
    at_work.work.statements.issue(at_work.client, APRIL)
    assert at_work.work.statements.preview(at_work.client, APRIL).figures.is_empty


def test_a_defect_found_after_the_statement_is_credited_once(at_work: Consultancy) -> None:
    _investigative(at_work)
    entry = at_work.log("03/03/2026", "10:00", "11:00")
    at_work.act("cause", cause="other", reason="parâmetro errado")
    at_work.work.statements.issue(at_work.client, MARCH)
    with pytest.raises(RuleRefusal, match=r"CON-7.*já disse"):
        at_work.act("cause", cause="other", reason="ainda")
    at_work.desk.sit("Marina Maré", Role.CONSULTANT)
    with pytest.raises(RuleRefusal, match="CON-7"):
        at_work.act("cause", cause="defect", reason="era defeito")
    at_work.desk.sit("Gil Garoa", Role.MANAGER)
    at_work.act("cause", cause="defect", reason="era defeito")
    at_work.work.time_entries.void(entry, "já creditado")
    figures = at_work.work.statements.preview(at_work.client, APRIL).figures
    assert [(c.minutes, c.amount) for c in figures.credits] == [(-60, Money(-21_000))]


def test_a_rate_change_makes_two_lines_and_totals_are_their_sum(at_work: Consultancy) -> None:
    _telephone(at_work)
    typed = {"rate": "4,00", "first_day": "16/03/2026", "reason": "aditivo"}
    at_work.work.rates.add(at_work.client, typed)
    at_work.log("13/03/2026", "10:00", "11:00")
    at_work.log("16/03/2026", "10:00", "10:30")
    figures = at_work.work.statements.preview(at_work.client, MARCH).figures
    assert [(line.rate, line.minutes) for line in figures.billed] == [
        (MinuteRate(35_000), 60),
        (MinuteRate(40_000), 30),
    ]
    assert figures.amount == total(line.amount for line in figures.billed) == Money(33_000)


def test_the_rule_of_rounding_is_a_setting_and_is_told(at_work: Consultancy) -> None:
    _telephone(at_work)
    at_work.log("03/03/2026", "10:00:00", "10:00:31")
    at_work.work.billing_rules.keep({"mode": "down", "level": "line", "minimum": "0"})
    assert at_work.work.statements.preview(at_work.client, MARCH).figures.minutes == 0
    at_work.work.billing_rules.keep({"mode": "nearest", "level": "entry", "minimum": "15"})
    figures = at_work.work.statements.preview(at_work.client, MARCH).figures
    assert (figures.minutes, figures.rounding.minimum) == (15, 15)
    assert at_work.work.billing_rules.rounding() == figures.rounding
    for wrong, field in (({"minimum": "-1"}, "minimum"), ({"mode": "x"}, "mode")):
        with pytest.raises(InvalidInput) as refused:
            at_work.work.billing_rules.keep({"mode": "up", "level": "line", **wrong})
        assert refused.value.field == field


def test_minutes_kept_outside_the_hours_wait_for_an_appointment(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-03 17:50")
    at_work.act("consulting", kind="telephone")
    at_work.work.timer.start({"ticket": f"{at_work.ticket:08d}"})
    for minute in range(51, 71):
        at_work.go_to(f"2026-03-03 {17 + minute // 60}:{minute % 60:02d}")
        at_work.work.timer.heartbeat()
    at_work.work.timer.stop()
    preview = at_work.work.statements.preview(at_work.client, MARCH)
    assert preview.figures.minutes == 10
    assert [(line.verdict, line.minutes) for line in preview.held] == [(Verdict.NO_APPOINTMENT, 10)]
    agreed = {"start": "2026-03-03T21:00:00Z", "end": "2026-03-03T22:00:00Z"}
    at_work.act("appointment", **agreed)
    figures = at_work.work.statements.preview(at_work.client, MARCH).figures
    assert figures.minutes == 20
    assert [time.is_agreed_outside for time in figures.billed[0].times] == [False, True]


def test_who_may_issue_and_what_is_no_month(at_work: Consultancy) -> None:
    _telephone(at_work)
    at_work.log("03/03/2026", "10:00", "11:00")
    with pytest.raises(RuleRefusal, match=r"CON-7.*ainda não começou"):
        at_work.work.statements.issue(at_work.client, MAY)
    with pytest.raises(NotFound):
        at_work.work.statements.preview(999, MARCH)
    assert at_work.work.statements.clients(MARCH) == (at_work.client,)
    assert at_work.work.statements.drawn(at_work.client, MARCH).startswith(b"%PDF")
    at_work.desk.sit("Marina Maré", Role.CONSULTANT)
    with pytest.raises(RuleRefusal, match="CON-7"):
        at_work.work.statements.issue(at_work.client, MARCH)


def test_a_month_is_issued_for_everybody_and_what_fails_is_explained(at_work: Consultancy) -> None:
    _telephone(at_work)
    at_work.log("03/03/2026", "10:00", "11:00")
    without_rate, undecided = at_work.open("Escola sem Tarifa"), at_work.open()
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", without_rate, kind="telephone")
    at_work.go_to("2026-04-06 12:00")
    at_work.log("03/03/2026", "11:00", "11:30", ticket=f"{without_rate:08d}")
    at_work.log("03/03/2026", "11:30", "12:00", ticket=f"{undecided:08d}", kind="internal")
    lines = list(at_work.work.statements.issue_all(MARCH))
    assert [(line.client, line.document is not None, line.total) for line in lines] == [
        ("Escola Aurora", True, 2),
        ("Escola sem Tarifa", False, 2),
    ]
    assert "falta a tarifa por minuto" in lines[1].reason
    assert f"chamado {without_rate:08d}, 30 min" in lines[1].reason
    again = [line.reason for line in at_work.work.statements.issue_all(MARCH)]
    assert "não há minutos a cobrar" in again[0]


def test_waived_minutes_do_not_keep_the_cause_from_being_decided(
    at_work: Consultancy, tmp_path: Path
) -> None:
    at_work.go_to("2026-03-03 09:00")
    at_work.released()
    at_work.go_to("2026-04-06 12:00")
    table = tmp_path / "t.csv"
    table.write_text(
        f"ticket,person,start,minutes\n{at_work.ticket:08d},Dora Duna,2026-03-02 10:00,30\n",
        "utf-8",
    )
    at_work.work.time_import.import_file(table)
    at_work.log("03/03/2026", "10:00", "11:00")
    issued = at_work.work.statements.issue(at_work.client, MARCH)
    assert at_work.work.documents.contents(issued.id)[0]["minutes"] == 0
    at_work.act("cause", cause="other", reason="parâmetro errado")
    assert at_work.work.statements.preview(at_work.client, APRIL).figures.minutes == 60


def test_a_batch_gives_back_what_is_owed_even_without_minutes(at_work: Consultancy) -> None:
    _telephone(at_work)
    entry = at_work.log("03/03/2026", "10:00", "11:00")
    at_work.work.statements.issue(at_work.client, MARCH)
    at_work.work.time_entries.void(entry, "não houve")
    (line,) = at_work.work.statements.issue_all(APRIL)
    assert line.document is not None
    assert at_work.work.documents.contents(line.document.id)[0]["amount"] == "-210.00"


def test_a_cause_typed_with_an_earlier_instant_gives_nothing_back(at_work: Consultancy) -> None:
    _investigative(at_work)
    at_work.log("03/03/2026", "10:00", "11:00")
    at_work.act("cause", cause="other", reason="parâmetro errado")
    at_work.work.statements.issue(at_work.client, MARCH)
    at_work.act("cause", cause="defect", reason="era defeito", at="2026-04-06T14:00:00Z")
    assert at_work.work.statements.preview(at_work.client, APRIL).figures.is_empty


def test_hours_are_those_of_the_team_in_charge_when_the_work_was_done(
    at_work: Consultancy,
) -> None:
    at_work.go_to("2026-03-03 08:00")
    at_work.act("consulting", kind="telephone")
    at_work.act("transfer", team="vitrine", reason="é da Vitrine")
    at_work.go_to("2026-03-03 19:00")
    at_work.log("03/03/2026", "18:00", "19:00")  # Vitrine works until 19:00, Consultoria to 18:00
    at_work.go_to("2026-03-04 18:30")
    at_work.act("transfer", team="consultoria", reason="volta à Consultoria")
    figures = at_work.work.statements.preview(at_work.client, MARCH).figures
    assert figures.minutes == 60
    at_work.go_to("2026-03-04 20:00")
    with pytest.raises(RuleRefusal, match=r"CON-8.*18:30 a 04/03/2026 19:30"):
        at_work.log("04/03/2026", "18:00", "19:30")
    at_work.log("04/03/2026", "18:00", "18:30")
    assert at_work.work.statements.preview(at_work.client, MARCH).figures.minutes == 90
