"""Holidays from files and sites: proposed, then confirmed one by one (pitfall A05)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import DataFailure, InvalidInput, RuleRefusal
from app.domain.roles import Role
from app.domain.team_calendar import DaySource
from app.services.calendar_editing import CalendarEditing, Reasons
from app.services.desk import Desk
from app.services.holiday_proposals import HolidayProposals
from app.services.holiday_reading import read_holidays

TEAM = "suporte-tecnico"
FEED = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//teste//PT
BEGIN:VEVENT
UID:1@teste
DTSTART;VALUE=DATE:20260309
SUMMARY:Aniversário de Joinville
END:VEVENT
BEGIN:VEVENT
UID:2@teste
DTSTART:20260624T120000Z
SUMMARY:São João
END:VEVENT
BEGIN:VEVENT
UID:3@teste
DTSTART;VALUE=DATE:20260701
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def proposals(desk: Desk) -> HolidayProposals:
    return HolidayProposals(desk)


def _file(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


def test_a_feed_proposes_its_days_and_names_what_it_cannot_read(tmp_path: Path) -> None:
    read = read_holidays(_file(tmp_path, "cidade.ics", FEED))
    assert [(p.rule, p.name, p.origin) for p in read.proposals] == [
        ("2026-03-09", "Aniversário de Joinville", "cidade.ics"),
        ("2026-06-24", "São João", "cidade.ics"),
    ]
    assert [line.place for line in read.refused] == [3]


REPEATED = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//teste//PT
BEGIN:VEVENT
UID:1@teste
DTSTART;VALUE=DATE:20270208
DTEND;VALUE=DATE:20270210
SUMMARY:Carnaval
END:VEVENT
BEGIN:VEVENT
UID:2@teste
DTSTART;VALUE=DATE:20150309
RRULE:FREQ=YEARLY
SUMMARY:Aniversário
END:VEVENT
BEGIN:VEVENT
UID:3@teste
DTSTART;VALUE=DATE:20260301
RRULE:FREQ=WEEKLY
SUMMARY:Toda semana
END:VEVENT
BEGIN:VEVENT
UID:4@teste
DTSTART;VALUE=DATE:20260301
DTEND;VALUE=DATE:20270301
SUMMARY:Um ano
END:VEVENT
END:VCALENDAR
"""


def test_days_on_end_are_each_proposed_and_what_comes_back_yearly_is_a_rule(tmp_path: Path) -> None:
    read = read_holidays(_file(tmp_path, "anos.ics", REPEATED))
    assert [(p.rule, p.name) for p in read.proposals] == [
        ("2027-02-08", "Carnaval"),
        ("2027-02-09", "Carnaval"),
        ("03-09", "Aniversário"),
    ]
    assert [line.place for line in read.refused] == [3, 4]
    odd = read_holidays(_file(tmp_path, "longe.csv", "rule,name\nE+9999999,Longe\n"))
    assert [line.place for line in odd.refused] == [2]


def test_a_table_is_read_in_either_language_and_loses_no_good_line(tmp_path: Path) -> None:
    text = (
        "data;nome;tipo\n09/03/2026;Aniversário;municipal\n2026-06-24;São João;\n"
        "31/02/2026;Nenhum;\n10/10/2026;;\n11/10/2026;Outro;lunar\n"
    )
    for encoding in ("utf-8", "cp1252"):
        read = read_holidays(_file(tmp_path, "dias.csv", text, encoding))
        assert [(p.rule, p.name) for p in read.proposals] == [
            ("2026-03-09", "Aniversário"),
            ("2026-06-24", "São João"),
        ]
        assert [line.place for line in read.refused] == [4, 5, 6]
    rules = read_holidays(_file(tmp_path, "r.csv", "rule,name,source\nE+60,Corpus Christi,state\n"))
    (corpus,) = rules.proposals
    assert (corpus.is_yearly, corpus.rule, corpus.source) == (True, "E+60", DaySource.STATE)


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("vazio.csv", "data,nome\n", "não tem nenhum feriado"),
        ("torto.ics", "isto não é um calendário", "não é um calendário"),
        ("grande.csv", "x" * 2_000_001, "grande demais"),
    ],
)
def test_a_file_that_is_no_list_of_holidays_is_refused(
    tmp_path: Path, name: str, text: str, reason: str
) -> None:
    with pytest.raises(DataFailure, match=reason):
        read_holidays(_file(tmp_path, name, text))
    with pytest.raises(DataFailure, match="não foi possível ler"):
        read_holidays(tmp_path / "nenhum.csv")


def test_a05_what_was_imported_counts_only_once_it_is_confirmed(
    desk: Desk, proposals: HolidayProposals, tmp_path: Path
) -> None:
    done = proposals.propose_from_file(TEAM, _file(tmp_path, "cidade.ics", FEED))
    assert (done.added, done.known, len(done.refused)) == (2, 0, 1)
    calendar = desk.book.team(TEAM).calendar
    assert calendar.holidays_on(date(2026, 3, 9)) == ()
    birthday, john = proposals.waiting(TEAM)
    editing = CalendarEditing(desk)
    plan = proposals.plan_with(TEAM, birthday)
    editing.keep(plan, Reasons("Feriado da cidade"), confirms=birthday.id)
    (named,) = desk.book.team(TEAM).calendar.holidays_on(date(2026, 3, 9))
    assert (named.name, named.source) == ("Aniversário de Joinville", DaySource.MUNICIPAL)
    assert proposals.waiting(TEAM) == (john,)
    proposals.dismiss(john.id)
    assert proposals.waiting(TEAM) == ()
    again = proposals.propose_from_file(TEAM, tmp_path / "cidade.ics")
    assert (again.added, again.known) == (1, 1)


def test_a_site_proposes_what_its_state_and_city_keep(
    desk: Desk, proposals: HolidayProposals
) -> None:
    assert "Belo Horizonte" in proposals.sites()["MG"]
    assert {"DF", "PB", "RN", "MA"} <= set(proposals.sites())
    done = proposals.propose_for_site(TEAM, "MG", "Belo Horizonte")
    found = {p.rule: p.name for p in proposals.waiting(TEAM) if p.source is DaySource.MUNICIPAL}
    assert list(found) == ["08-15", "12-08", "E+60"]
    assert done.added >= 3
    site = desk.book.team(TEAM).site
    assert (site.state, site.city) == ("MG", "Belo Horizonte")
    corpus = next(p for p in proposals.waiting(TEAM) if p.rule == "E+60")
    plan = proposals.plan_with(TEAM, corpus)
    CalendarEditing(desk).keep(plan, Reasons("Feriado municipal"), confirms=corpus.id)
    named = desk.book.team(TEAM).calendar.holidays_on(date(2027, 5, 27))
    assert DaySource.MUNICIPAL in {day.source for day in named}
    again = proposals.propose_for_site(TEAM, "MG", "Belo Horizonte")
    assert again.added == 0
    with pytest.raises(InvalidInput, match="escolha o estado"):
        proposals.propose_for_site(TEAM, "", "")


def test_a_state_whose_days_move_proposes_dates(proposals: HolidayProposals) -> None:
    proposals.propose_for_site("cst", "SC", "")
    rules = {p.rule for p in proposals.waiting("cst")}
    assert rules
    assert all(p.source is DaySource.STATE for p in proposals.waiting("cst"))


def test_only_a_manager_proposes_and_decides(desk: Desk, proposals: HolidayProposals) -> None:
    desk.sit("Ana", Role.ANALYST)
    with pytest.raises(RuleRefusal, match="só gerente"):
        proposals.propose_for_site(TEAM, "SC", "Joinville")
    with pytest.raises(RuleRefusal, match="só gerente"):
        proposals.dismiss(1)
