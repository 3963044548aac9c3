"""Holidays of Brazil with their names and sources (CAL-3, rulebook §9)."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from app.domain.errors import InvalidInput
from app.domain.holidays_br import (
    MunicipalRule,
    PackageHolidays,
    holidays_of,
    municipal_holidays,
    national_holidays,
    optional_days,
    read_municipal_rules,
    state_holidays,
)
from app.domain.team_calendar import DaySource, Holiday

ROOT = Path(__file__).parents[2]
HEADER = "city,state,ibge_code,rule,name,law,confidence"


def by_date(holidays: list[Holiday]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for holiday in holidays:
        found.setdefault(f"{holiday.date:%m-%d}", []).append(holiday.name)
    return found


def test_national_holidays_have_their_names_in_portuguese() -> None:
    named = by_date(national_holidays(2026))
    assert named["04-21"] == ["Tiradentes"]
    assert named["11-20"] == ["Dia Nacional de Zumbi e da Consciência Negra"]
    assert {holiday.source for holiday in national_holidays(2026)} == {DaySource.NATIONAL}


def test_consciencia_negra_is_national_since_2024() -> None:
    assert "11-20" not in by_date(national_holidays(2023))
    assert "11-20" in by_date(national_holidays(2024))


NAMES_SCRIPT = """
from app.domain.holidays_br import holidays_of
print(ascii([(f"{day.date}", day.name) for day in holidays_of([2026], state="SP")]))
"""


def names_under(language: str) -> str:
    variables = ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES")
    return subprocess.run(
        [sys.executable, "-c", NAMES_SCRIPT],
        cwd=ROOT,
        env={**os.environ, **dict.fromkeys(variables, language), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


def test_names_do_not_follow_the_language_of_the_machine() -> None:
    said = {
        names_under(language) for language in ("C", "en_US.UTF-8", "pt_BR.UTF-8", "th_TH.UTF-8")
    }
    assert len(said) == 1
    assert "Confraterniza" in said.pop()


def test_optional_days_are_named_as_such() -> None:
    named = by_date(optional_days(2026))
    assert {"02-16", "02-17", "02-18", "06-04", "12-24", "12-31"} <= set(named)
    assert {holiday.source for holiday in optional_days(2026)} == {DaySource.OPTIONAL}


def test_two_names_of_one_date_are_two_days() -> None:
    assert by_date(national_holidays(2000))["04-21"] == ["Sexta-feira Santa", "Tiradentes"]
    named = [day.name for year in range(1990, 2060) for day in holidays_of([year], state="SP")]
    assert not any(";" in name or name != name.strip() for name in named)


def test_a_state_adds_its_own_days_to_the_national_ones() -> None:
    named = by_date(state_holidays(2026, "SP"))
    assert list(named) == ["07-09"]
    assert {holiday.source for holiday in state_holidays(2026, "SP")} == {DaySource.STATE}


def test_a_state_day_on_a_national_date_keeps_its_own_name_alone() -> None:
    for year in range(2000, 2040):
        for state in ("AL", "DF", "MG", "RJ", "RO"):
            national = {(day.date, day.name) for day in national_holidays(year)}
            own = state_holidays(year, state)
            assert not national & {(day.date, day.name) for day in own}, (year, state)
            assert all(day.name for day in own)
    assert by_date(state_holidays(2026, "DF"))["04-21"] == ["Fundação de Brasília"]


def a_rule(
    rule: str, city: str = "Vila Alta", state: str = "SP", name: str = "Dia"
) -> MunicipalRule:
    return MunicipalRule(city, state, rule, name)


@pytest.mark.parametrize(
    ("rule", "year", "expected"),
    [
        ("01-25", 2026, "2026-01-25"),
        ("E+60", 2026, "2026-06-04"),
        ("E-2", 2026, "2026-04-03"),
        ("E+0", 2025, "2025-04-20"),
        ("02-29", 2028, "2028-02-29"),
    ],
)
def test_a_municipal_rule_gives_its_date(rule: str, year: int, expected: str) -> None:
    assert f"{a_rule(rule).date_in(year)}" == expected


def test_29_february_falls_out_of_other_years() -> None:
    assert a_rule("02-29").date_in(2026) is None
    assert municipal_holidays(2026, "Vila Alta", [a_rule("02-29")]) == []


@pytest.mark.parametrize("rule", ["02-30", "13-01", "0125", "", "E", "E+x", "Easter"])
def test_a_rule_that_gives_no_date_is_refused(rule: str) -> None:
    with pytest.raises(InvalidInput, match="CAL-3: regra de feriado inválida"):
        a_rule(rule).date_in(2026)


def test_municipal_days_are_those_of_the_city_in_order() -> None:
    rules = [a_rule("09-08"), a_rule("01-25"), a_rule("03-03", city="Outra")]
    found = municipal_holidays(2026, "Vila Alta", rules)
    assert [f"{day.date:%m-%d}" for day in found] == ["01-25", "09-08"]
    assert {day.source for day in found} == {DaySource.MUNICIPAL}


def test_contested_rules_are_left_out() -> None:
    lines = [
        HEADER,
        "Vila Alta,SP,1,01-25,Aniversário,,A",
        "Vila Alta,SP,1,02-02,Duvidoso,,C",
        "Vila Alta,SP,1,03-03,Costume,,B",
    ]
    assert [rule.name for rule in read_municipal_rules(lines)] == ["Aniversário", "Costume"]


def test_every_rule_that_is_shipped_gives_a_date() -> None:
    path = ROOT / "resources" / "catalog" / "municipal_holidays.csv"
    rules = read_municipal_rules(path.read_text("utf-8").splitlines())
    assert all(rule.date_in(2028) is not None for rule in rules)
    with path.open(encoding="utf-8", newline="") as lines:
        contested = [row["city"] for row in csv.DictReader(lines) if row["confidence"] == "C"]
    assert len(contested) > 0


def test_a_site_meets_the_days_of_the_nation_its_state_and_its_city() -> None:
    rules = [
        a_rule("09-08", name="Padroeira"),
        a_rule("10-10", state="MG", name="De outra Vila Alta"),
    ]
    found = holidays_of([2026, 2027], state="SP", city="Vila Alta", rules=rules)
    sources = {holiday.source for holiday in found}
    assert sources == {DaySource.NATIONAL, DaySource.OPTIONAL, DaySource.STATE, DaySource.MUNICIPAL}
    own = [f"{day.date} {day.name}" for day in found if day.source is DaySource.MUNICIPAL]
    assert own == ["2026-09-08 Padroeira", "2027-09-08 Padroeira"]


def test_a_team_without_site_meets_no_local_days() -> None:
    assert not any(holiday.source.is_local for holiday in holidays_of([2026]))
    city_alone = holidays_of([2026], city="Vila Alta", rules=[a_rule("09-08")])
    assert [day.source for day in city_alone if day.source.is_local] == [DaySource.MUNICIPAL]


def test_the_packages_table_holds_national_and_optional_days() -> None:
    table = PackageHolidays().of_year(2026)
    assert [day.source for day in table[date(2026, 12, 25)]] == [DaySource.NATIONAL]
    assert [day.source for day in table[date(2026, 12, 24)]] == [DaySource.OPTIONAL]
    assert date(2026, 3, 2) not in table
