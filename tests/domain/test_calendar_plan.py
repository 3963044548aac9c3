"""Calendars as they are edited: refusals, days of every year, what an edit changes (CAL-3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar_differences import DayEdit, changed_days, differences
from app.domain.calendar_editing import (
    read_version,
    read_windows,
    with_day,
    with_moved_day,
    with_own_day,
    with_recess,
    with_version,
    with_yearly,
    without_day,
    without_own_day,
    without_recess,
    without_version,
    without_yearly,
    write_windows,
)
from app.domain.calendar_plan import CalendarPlan, Recess, YearlyDay
from app.domain.day_layout import layout_of
from app.domain.errors import InvalidInput
from app.domain.team_calendar import (
    CalendarVersion,
    DayException,
    DaySource,
    Holiday,
    ListedHolidays,
    LocalRule,
    NationalRule,
    Window,
)
from tests.domain.builders import SUPPORT_WEEK, a_version, windows

ZUMBI = Holiday(date(2026, 11, 20), "Consciência Negra", DaySource.NATIONAL)
CITY = Holiday(date(2026, 3, 9), "Aniversário de Joinville", DaySource.MUNICIPAL)
PLAN = CalendarPlan(
    "suporte-tecnico", 4, (a_version(SUPPORT_WEEK),), ListedHolidays([ZUMBI]), added=(CITY,)
)
TYPED = {
    "mon": "08:00-12:00, 13:30-18:00",
    "sat": "09:00-12:00; 12:00 - 13:30 plantão",
    "counts_plantao": "no",
    "national": "open",
    "local": "plantao_only",
}


def test_windows_are_typed_and_written_alike() -> None:
    typed = "18:00-24:00, 07:00-08:00 p, 08:00-12:00"
    found = read_windows(typed, "mon")
    assert write_windows(found) == "07:00-08:00 plantão, 08:00-12:00, 18:00-24:00"
    assert read_windows(write_windows(found), "mon") == found
    assert read_windows(" ", "mon") == ()


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("08:00-12:00, 11:00-13:00", "se sobrepõem"),
        ("12:00-08:00", "termina antes de começar"),
        ("8-12", "não entendi '8-12'"),
        ("08:00-25:00", "horário inválido"),
    ],
)
def test_a02_windows_that_make_no_sense_are_refused_at_their_day(typed: str, reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason) as refused:
        read_windows(typed, "tue")
    assert refused.value.field == "tue"


def test_a_version_is_read_as_it_was_typed() -> None:
    version = read_version(TYPED, date(2026, 12, 1))
    assert version.week[0] == windows("08:00-12:00", "13:30-18:00")
    assert version.week[1] == ()
    assert version.week[5] == windows("09:00-12:00", "12:00-13:30p")
    assert (version.counts_plantao, version.national, version.local) == (
        False,
        NationalRule.OPEN,
        LocalRule.PLANTAO_ONLY,
    )


def test_a13_a_version_without_windows_is_refused() -> None:
    with pytest.raises(InvalidInput, match="nenhuma janela") as refused:
        read_version({"mon": ""}, date(2026, 12, 1))
    assert refused.value.field == "mon"


def test_a_version_holds_from_its_day_on_and_gives_way_to_another_of_that_day() -> None:
    later = replace(a_version({}), first_valid=date(2026, 12, 1), week=PLAN.versions[0].week)
    plan = with_version(PLAN, later)
    assert [version.first_valid.year for version in plan.versions] == [2000, 2026]
    shorter = replace(later, counts_plantao=False)
    assert with_version(plan, shorter).versions == (PLAN.versions[0], shorter)
    assert without_version(plan, later.first_valid).versions == PLAN.versions
    with pytest.raises(InvalidInput, match="nada mudaria"):
        with_version(plan, later)
    with pytest.raises(InvalidInput, match="a primeira versão fica"):
        without_version(plan, PLAN.versions[0].first_valid)


def test_a06_a_day_gets_its_own_windows_and_gives_them_back() -> None:
    ashes = DayException(date(2026, 2, 18), windows("13:30-19:00"), "Quarta de Cinzas")
    plan = with_own_day(PLAN, ashes)
    assert layout_of(plan.revision(), ashes.date).windows == ashes.windows
    closed = replace(ashes, windows=())
    assert with_own_day(plan, closed).own == (closed,)
    assert without_own_day(plan, ashes.date).own == ()
    for refused, reason in (
        (lambda: with_own_day(plan, ashes), "nada mudaria"),
        (lambda: with_own_day(plan, replace(ashes, name=" ")), "por que o dia é diferente"),
        (lambda: without_own_day(PLAN, ashes.date), "não tem horário próprio"),
    ):
        with pytest.raises(InvalidInput, match=reason):
            refused()


def test_a_named_day_is_added_removed_and_moved() -> None:
    assert PLAN.revision().holidays_on(CITY.date) == (CITY,)
    assert without_day(PLAN, CITY).added == ()
    without = without_day(PLAN, ZUMBI)
    assert without.revision().holidays_on(ZUMBI.date) == ()
    assert with_day(without, ZUMBI).removed == ()
    moved = with_moved_day(PLAN, ZUMBI, date(2026, 11, 23))
    assert layout_of(moved.revision(), date(2026, 11, 20)).windows
    decided = layout_of(moved.revision(), date(2026, 11, 23)).decided_by
    assert decided is not None
    assert (decided.name, decided.source) == (ZUMBI.name, DaySource.NATIONAL)
    for refused, reason in (
        (lambda: with_day(PLAN, CITY), "já está no calendário"),
        (lambda: with_day(PLAN, replace(CITY, name="")), "dê um nome"),
        (lambda: without_day(PLAN, replace(CITY, date=date(2026, 3, 10))), "não cai em 10/03/2026"),
        (lambda: with_moved_day(PLAN, ZUMBI, ZUMBI.date), "já é neste dia"),
    ):
        with pytest.raises(InvalidInput, match=reason):
            refused()


def test_a_day_of_every_year_begins_with_its_first() -> None:
    john = YearlyDay("06-24", "São João", DaySource.MUNICIPAL, 2026)
    corpus = YearlyDay("E+60", "Corpus Christi", DaySource.MUNICIPAL, 2026)
    leap = YearlyDay("02-29", "Bissexto", DaySource.OWN, 2026)
    plan = with_yearly(with_yearly(with_yearly(PLAN, john), corpus), leap)
    holidays = plan.revision().holidays
    assert date(2025, 6, 24) not in holidays.of_year(2025)
    assert [day.name for day in holidays.of_year(2026)[date(2026, 6, 24)]] == ["São João"]
    assert date(2026, 6, 4) in holidays.of_year(2026)
    assert date(2028, 2, 29) in holidays.of_year(2028)
    assert without_yearly(plan, john).yearly == (corpus, leap)
    for refused, reason in (
        (lambda: with_yearly(plan, john), "já está"),
        (lambda: with_yearly(PLAN, replace(john, name=" ")), "dê um nome"),
        (lambda: with_yearly(PLAN, replace(john, rule="13-40")), "regra de feriado inválida"),
    ):
        with pytest.raises(InvalidInput, match=reason):
            refused()


def test_a_recess_closes_the_same_days_every_year_across_new_year() -> None:
    recess = Recess((12, 24), (1, 2), "Recesso", 2026, 2027)
    plan = with_recess(PLAN, recess)
    exceptions = plan.revision().exceptions
    closed = [day for day, exception in exceptions.items() if not exception.windows]
    assert closed[0] == date(2026, 12, 24)
    assert closed[-1] == date(2028, 1, 2)
    assert len(closed) == 20
    own = DayException(date(2026, 12, 28), windows("09:00-12:00"), "Plantão do recesso")
    assert plan.revision().exceptions[own.date].windows == ()
    assert with_own_day(plan, own).revision().exceptions[own.date] == own
    assert without_recess(plan, recess).recesses == ()
    july = with_recess(PLAN, Recess((7, 1), (7, 3), "Julho", 2026))
    assert date(2100, 7, 2) in july.revision().exceptions
    leap = Recess((2, 28), (2, 29), "Fevereiro", 2026, 2028)
    assert list(leap.all_days())[-1] == date(2028, 2, 29)
    assert len(list(leap.all_days())) == 4
    for refused, reason in (
        (lambda: with_recess(plan, recess), "já está"),
        (lambda: with_recess(PLAN, replace(recess, name="")), "dê um nome"),
        (lambda: replace(recess, first=(13, 1)), "não há o dia 01/13"),
        (lambda: replace(recess, until=2020), "antes do primeiro"),
    ):
        with pytest.raises(InvalidInput, match=reason):
            refused()


def test_an_edit_is_told_in_its_parts() -> None:
    later = replace(PLAN.versions[0], first_valid=date(2026, 12, 1), counts_plantao=False)
    own = DayException(date(2026, 2, 18), (), "Cinzas")
    recess = Recess((12, 24), (1, 2), "Recesso", 2026)
    yearly = YearlyDay("06-24", "São João", DaySource.MUNICIPAL, 2026)
    after = with_yearly(with_recess(with_own_day(with_version(PLAN, later), own), recess), yearly)
    after = without_day(without_day(after, CITY), ZUMBI)
    found = differences(PLAN, after)
    assert [(change.before, change.after) for change in found.versions] == [(None, later)]
    assert [(change.edit, change.what, change.is_new) for change in found.edits] == [
        (DayEdit.OWN, own, True),
        (DayEdit.ADDED, CITY, False),
        (DayEdit.REMOVED, ZUMBI, True),
        (DayEdit.YEARLY, yearly, True),
        (DayEdit.RECESS, recess, True),
    ]
    assert found
    assert not differences(PLAN, replace(PLAN, number=9))


def test_the_days_whose_hours_change_are_named_with_both() -> None:
    after = with_own_day(PLAN, DayException(date(2026, 2, 18), (), "Cinzas"))
    ((before, then),) = changed_days(PLAN, after, date(2026, 1, 1), date(2026, 12, 31))
    assert (before.date, len(before.windows), then.windows) == (date(2026, 2, 18), 5, ())


@given(st.dates(date(2010, 1, 1), date(2030, 12, 31)), st.integers(0, 5))
def test_what_is_put_in_and_taken_out_again_leaves_no_trace(day: date, days: int) -> None:
    holiday = Holiday(day, "Sorteado", DaySource.MUNICIPAL)
    moved = with_moved_day(with_day(PLAN, holiday), holiday, day + timedelta(days=days + 1))
    there = replace(holiday, date=day + timedelta(days=days + 1))
    assert not differences(PLAN, without_day(moved, there))


def test_a_window_of_a_whole_day_may_be_typed() -> None:
    assert read_windows("00:00-24:00", "sun") == (Window(0, 1440),)
    assert isinstance(read_version({"sun": "00:00-24:00"}, date(2026, 1, 1)), CalendarVersion)
