"""Minutes on tickets, kept as events and held against the rules (CON-1, CON-4, CON-8)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import BancadaError, InvalidInput, NotFound, RuleRefusal
from app.domain.roles import Role
from app.domain.time_entries import seconds_of
from app.services.health import check
from tests.desks import at, tamper
from tests.services.consulting_desk import MARINA, Consultancy


def _minutes(at_work: Consultancy) -> int:
    return seconds_of(at_work.work.time_entries.of_ticket(at_work.ticket)) // 60


def test_e14_no_minute_before_the_letter_is_approved(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-03 09:30")
    at_work.act("consulting", kind="investigative")
    at_work.go_to("2026-03-04 12:00")
    with pytest.raises(RuleRefusal, match=r"CON-1.*carta"):
        at_work.log("03/03/2026", "10:00", "11:00")
    at_work.go_to("2026-03-03 09:40")
    at_work.work.consulting.issue_letter(at_work.ticket)
    at_work.go_to("2026-03-04 12:00")
    with pytest.raises(RuleRefusal, match=r"CON-1.*emita antes"):
        at_work.approve(at="2026-03-03T12:35:00Z")
    at_work.approve(at="2026-03-03T13:00:00Z")
    with pytest.raises(RuleRefusal, match=r"CON-1.*só foi aprovada depois"):
        at_work.log("03/03/2026", "09:59", "10:00")
    at_work.log("03/03/2026", "10:00", "11:00")
    assert _minutes(at_work) == 60


def test_a_plain_ticket_takes_internal_time_alone(at_work: Consultancy) -> None:
    with pytest.raises(RuleRefusal, match=r"CON-1.*interno"):
        at_work.log("03/03/2026", "10:00", "11:00")
    at_work.log("03/03/2026", "10:00", "11:00", kind="internal")
    assert _minutes(at_work) == 60


@pytest.mark.parametrize("minutes", [1, 9, 10, 15, 40, 59, 60, 61, 120, 1439])
def test_e02_what_is_typed_is_what_is_read(at_work: Consultancy, minutes: int) -> None:
    at_work.go_to("2026-03-06 12:00")
    at_work.log("03/03/2026", "00:00", f"{minutes // 60:02d}:{minutes % 60:02d}", kind="internal")
    (entry,) = at_work.work.time_entries.of_ticket(at_work.ticket)
    assert entry.span.seconds == minutes * 60


def test_e03_the_total_is_the_same_in_every_status(at_work: Consultancy) -> None:
    at_work.log("03/03/2026", "10:00", "10:02", kind="internal")
    at_work.log("03/03/2026", "10:02", "10:05", kind="internal")
    acts = (
        {"act": "take"},
        {"act": "wait"},
        {"act": "answer"},
        {"act": "maintenance"},
        {"act": "back"},
        {"act": "transfer", "team": "cst", "reason": "é de lá"},
        {"act": "solve", "text": "Feito."},
        {"act": "accept", "contact": "lia@example.com", "channel": "phone"},
    )
    for minute, said in enumerate(acts):
        at_work.go_to(f"2026-03-04 12:{minute:02d}")
        at_work.work.acts.perform({"number": f"{at_work.ticket:08d}", **said})
        assert _minutes(at_work) == 5


def test_overlaps_of_one_person_are_refused_and_of_two_are_not(at_work: Consultancy) -> None:
    at_work.log("03/03/2026", "10:00", "11:00", kind="internal")
    other = at_work.open()
    typed = {"ticket": f"{other:08d}", "day": "03/03/2026", "start": "10:59", "end": "11:30"}
    with pytest.raises(RuleRefusal, match="CON-4"):
        at_work.work.time_entries.log({**typed, "kind": "internal"})
    at_work.desk.sit("Outro Outeiro", None)
    at_work.work.time_entries.log({**typed, "kind": "internal"})


def test_outside_the_hours_an_appointment_is_needed(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-03-04 12:00")
    with pytest.raises(RuleRefusal, match=r"CON-8.*18:00 a 03/03/2026 20:00"):
        at_work.log("03/03/2026", "17:00", "20:00")
    with pytest.raises(RuleRefusal, match=r"CON-8.*07:30 a 03/03/2026 08:00"):
        at_work.log("03/03/2026", "07:30", "09:00")
    agreed = {"start": "2026-03-03T21:00:00Z", "end": "2026-03-03T23:00:00Z"}
    performed = at_work.act("appointment", **agreed, tool="acesso remoto")
    at_work.log("03/03/2026", "17:00", "20:00")
    at_work.act("cancel_appointment", appointment=performed.seq, reason="mudou de dia")
    with pytest.raises(RuleRefusal, match="CON-8"):
        at_work.log("03/03/2026", "20:00", "20:30")


def test_a_correction_keeps_what_was_and_says_why(at_work: Consultancy) -> None:
    number = at_work.log("03/03/2026", "10:00", "11:00", kind="internal", description="análise")
    service = at_work.work.time_entries
    typed = {"day": "03/03/2026", "start": "10:00", "end": "10:45", "kind": "internal"}
    with pytest.raises(InvalidInput) as refused:
        service.correct(number, typed)
    assert refused.value.field == "reason"
    logged = service.correct(
        number, {**typed, "reason": "parei antes", "description": "análise curta"}
    )
    assert (logged.entry.span.seconds, logged.entry.description) == (45 * 60, "análise curta")
    history = at_work.work.tickets.view(at_work.ticket).lines
    corrected = history[-1].event.payload
    assert corrected["before"]["end"] - corrected["before"]["start"] == 3600
    assert corrected["reason"] == "parei antes"


def test_e05_voided_entries_stay_visible_and_do_not_count(at_work: Consultancy) -> None:
    numbers = [
        at_work.log("03/03/2026", f"10:{n}0", f"10:{n + 1}0", kind="internal") for n in range(3)
    ]
    for number in numbers[:2]:
        at_work.work.time_entries.void(number, "lançado em dobro")
    assert _minutes(at_work) == 10
    entries = at_work.work.time_entries.of_ticket(at_work.ticket)
    assert [entry.voided.by if entry.voided else "" for entry in entries] == [MARINA, MARINA, ""]
    assert entries[0].voided is not None
    assert entries[0].voided.reason == "lançado em dobro"
    with pytest.raises(RuleRefusal, match="já foi anulado"):
        at_work.work.time_entries.void(numbers[0], "de novo")
    with pytest.raises(NotFound):
        at_work.work.time_entries.void(999, "não existe")


def test_anothers_minutes_are_only_for_who_answers_for_billing(at_work: Consultancy) -> None:
    number = at_work.log("03/03/2026", "10:00", "11:00", kind="internal")
    at_work.desk.sit("Outro Outeiro", Role.CONSULTANT)
    with pytest.raises(RuleRefusal, match="CON-7"):
        at_work.work.time_entries.void(number, "não é meu")
    with pytest.raises(RuleRefusal, match="CON-7"):
        at_work.log("03/03/2026", "11:00", "12:00", kind="internal", person=MARINA)
    at_work.desk.sit("Gil Garoa", Role.MANAGER)
    at_work.log("03/03/2026", "11:00", "12:00", kind="internal", person=MARINA)
    at_work.work.time_entries.void(number, "combinado com ela")
    assert _minutes(at_work) == 60


def test_nobody_logs_time_for_nobody(at_work: Consultancy) -> None:
    at_work.desk.sit(None, None)
    with pytest.raises(RuleRefusal, match="CON-4"):
        at_work.log("03/03/2026", "10:00", "11:00", kind="internal")
    with pytest.raises(NotFound):
        at_work.work.time_entries.week(date(2026, 3, 2))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"ticket": "abc"}, "ticket"),
        ({"day": "ontem"}, "day"),
        ({"start": "dez"}, "start"),
        ({"end": "25:00"}, "end"),
        ({"activity": "dormir"}, "activity"),
        ({"kind": "talvez"}, "kind"),
        ({"description": "x" * 2001}, "description"),
        ({"day": "01/03/2026"}, "start"),
        ({"start": "13:00", "end": "14:00", "day": "04/03/2026"}, "end"),
        ({"day": "04/11/2018", "start": "00:30"}, "start"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    at_work: Consultancy, fields: dict[str, str], field: str
) -> None:
    typed = {"day": "03/03/2026", "start": "10:00", "end": "11:00", "kind": "internal", **fields}
    typed.setdefault("ticket", f"{at_work.ticket:08d}")
    with pytest.raises(InvalidInput) as refused:
        at_work.work.time_entries.log(typed)
    assert refused.value.field == field
    assert _minutes(at_work) == 0


def test_times_go_over_midnight_and_end_at_24(at_work: Consultancy) -> None:
    at_work.log("03/03/2026", "23:00", "00:30", kind="internal")
    at_work.log("02/03/2026", "22:00", "24:00", kind="internal")
    entries = at_work.work.time_entries.of_ticket(at_work.ticket)
    assert [(e.span.start, e.span.end) for e in entries] == [
        (at("2026-03-02 22:00"), at("2026-03-03 00:00")),
        (at("2026-03-03 23:00"), at("2026-03-04 00:30")),
    ]


def test_a_week_shows_entries_and_the_gaps_in_the_hours_of_consulting(at_work: Consultancy) -> None:
    at_work.log("03/03/2026", "08:00", "17:30", kind="internal")
    with pytest.raises(BancadaError):
        at_work.log("03/03/2026", "09:00", "09:30", kind="internal")
    sheet = at_work.work.time_entries.week(date(2026, 3, 2))
    assert [entry.span.seconds for entry in sheet.entries] == [9 * 3600 + 1800]
    assert [(gap.start, gap.end) for gap in sheet.gaps] == [
        (at("2026-03-02 08:00"), at("2026-03-02 18:00")),
        (at("2026-03-03 17:30"), at("2026-03-03 18:00")),
        (at("2026-03-04 08:00"), at("2026-03-04 12:00")),
    ]
    assert at_work.work.time_entries.week(date(2026, 2, 23)).entries == ()


def test_minutes_are_part_of_the_chain(at_work: Consultancy) -> None:
    number = at_work.log("03/03/2026", "10:00", "11:00", kind="internal", description="análise")
    at_work.work.time_entries.void(number, "engano")
    assert check(at_work.desk.database, full=True).faults == ()
    tamper(at_work.desk.database, "UPDATE event SET payload = '{}' WHERE kind = 'time_logged'")
    assert check(at_work.desk.database, full=True).faults
