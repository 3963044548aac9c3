"""Names that stand once; calendars and policies come back as they were kept."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from sqlalchemy import func, select

from app.domain.calendar_plan import CalendarPlan, Recess, YearlyDay
from app.domain.deadline import Target, TargetUnit, business_days, hours
from app.domain.errors import NotFound
from app.domain.holidays_br import holidays_of
from app.domain.queue_view import Reference
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy, Targets
from app.domain.team_calendar import (
    CalendarVersion,
    DayException,
    DaySource,
    Holiday,
    ListedHolidays,
    LocalRule,
    NationalRule,
    Weekday,
    Window,
    weekly_windows,
)
from app.domain.teams import Site, Team
from app.services.catalog import load_catalog
from app.storage import calendars, names
from app.storage.database import Database
from app.storage.tables import client, holiday_set, person, product

CITY = Holiday(date(2026, 3, 9), "Aniversário de Joinville", DaySource.MUNICIPAL)
NATIONAL = Holiday(date(2026, 4, 21), "Tiradentes", DaySource.NATIONAL)


def test_a_name_keeps_its_number(database: Database) -> None:
    with database.write() as connection:
        first = names.numbers_of(connection, person, ["Ana", "Beto", "Ana"])
    with database.write() as connection:
        again = names.numbers_of(connection, person, ["Beto", "Caio"])
    assert sorted(first) == ["Ana", "Beto"]
    assert again["Beto"] == first["Beto"]
    assert again["Caio"] not in first.values()


def test_no_names_need_no_numbers(database: Database) -> None:
    with database.write() as connection:
        assert names.numbers_of(connection, person, []) == {}


def test_more_names_than_fit_into_one_question(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(names, "_CHUNK", 7)
    wanted = [f"Pessoa {number:03d}" for number in range(50)]
    with database.write() as connection:
        first = names.numbers_of(connection, product, wanted)
        assert names.numbers_of(connection, product, wanted) == first
    assert len(set(first.values())) == 50


def test_two_desks_that_meet_a_name_at_once_give_it_one_number(database: Database) -> None:
    found: list[dict[str, int]] = []

    def meet() -> None:
        with database.write() as connection:
            found.append(names.numbers_of(connection, person, ["Ana"]))

    other = threading.Thread(target=meet)
    with database.write() as connection:
        found.append(names.numbers_of(connection, person, ["Ana"]))
        other.start()
        other.join(0.3)
    other.join()
    assert found[0] == found[1]


def test_a_name_is_found_whatever_its_accents_and_case(database: Database) -> None:
    with database.write() as connection:
        known = names.numbers_of(connection, client, ["Escola São José", "ESCOLA SAO JOSE", "Loja"])
        found = names.matching(connection, client, "escola são josé")
        assert set(found) == {known["Escola São José"], known["ESCOLA SAO JOSE"]}
        assert names.matching(connection, client, "escola") == ()


def test_people_are_listed_by_name_as_a_reader_expects(database: Database) -> None:
    with database.write() as connection:
        names.numbers_of(connection, person, ["Zilda", "Água Clara", "beto"])
        listed = names.people(connection)
    assert [known.name for known in listed] == ["Água Clara", "beto", "Zilda"]
    assert all(isinstance(known, Reference) for known in listed)


def test_the_same_holidays_are_kept_once(database: Database) -> None:
    with database.write() as connection:
        first = calendars.save_holidays(connection, [CITY, NATIONAL], "teste")
        again = calendars.save_holidays(connection, [CITY, NATIONAL], "outra vez")
        other = calendars.save_holidays(connection, [CITY], "teste")
        kept = connection.scalar(
            select(func.count()).select_from(holiday_set).where(holiday_set.c.origin == "teste")
        )
    assert first == again != other
    assert kept == 2


def _plan(number: int = 1) -> CalendarPlan:
    morning, lunch = Window(480, 720), Window(720, 810, plantao=True)
    first = CalendarVersion(date(2000, 1, 1), weekly_windows({Weekday.MON: [morning, lunch]}))
    second = CalendarVersion(
        date(2026, 7, 1),
        weekly_windows({Weekday.SAT: [Window(0, 1440)]}),
        counts_plantao=False,
        national=NationalRule.OPEN,
        local=LocalRule.PLANTAO_ALL_DAY,
    )
    return CalendarPlan(
        "noturna",
        number,
        (first, second),
        ListedHolidays([CITY, NATIONAL]),
        own=(
            DayException(date(2026, 2, 18), (Window(780, 1080),), "Cinzas"),
            DayException(date(2026, 12, 24), ()),
        ),
        added=(Holiday(date(2026, 3, 20), "Mudado", DaySource.MUNICIPAL),),
        removed=(NATIONAL,),
        yearly=(YearlyDay("06-24", "São João", DaySource.MUNICIPAL, 2026),),
        recesses=(
            Recess((12, 24), (1, 2), "Recesso", 2026, 2030),
            Recess((7, 1), (7, 2), "J", 2030),
        ),
    )


def _calendar(number: int = 1) -> Team:
    return Team("noturna", "Equipe noturna", _plan(number).revision(), Site("SC", "Joinville"))


def _keep(database: Database, team: Team, *, with_team: bool = True) -> None:
    with database.write() as connection:
        digest = calendars.save_holidays(connection, [CITY, NATIONAL], "teste")
        if with_team:
            calendars.add_team(connection, team)
        calendars.add_revision(
            connection,
            _plan(team.calendar.number),
            holidays=digest,
            author="Ana",
            reason="Teste",
            created_at=1,
        )


def test_a_team_comes_back_with_its_calendar_as_it_was_kept(database: Database) -> None:
    kept = _calendar()
    _keep(database, kept)
    with database.read() as connection:
        found = calendars.teams(connection)[-1]
    assert (found.key, found.name, found.site) == (kept.key, kept.name, kept.site)
    assert found.calendar.versions == kept.calendar.versions
    assert found.calendar.exceptions == kept.calendar.exceptions
    assert found.calendar.holidays_on(CITY.date) == (CITY,)
    assert found.calendar.holidays.of_year(2026) == kept.calendar.holidays.of_year(2026)


def test_a_plan_comes_back_with_everything_people_edited(database: Database) -> None:
    _keep(database, _calendar())
    with database.read() as connection:
        found = calendars.plan_of(connection, "noturna")
        (kept,) = calendars.kept_revisions(connection, "noturna")
    assert found == replace(_plan(), base=found.base)
    assert (kept.number, kept.author, kept.reason, kept.source) == (1, "Ana", "Teste", "")


def test_a_calendar_is_read_as_it_stood_in_an_edition(database: Database) -> None:
    for number in (1, 2, 3):
        _keep(database, _calendar(number), with_team=number == 1)
    with database.read() as connection:
        newest = calendars.edition(connection)
        read = [calendars.revision_in(connection, "noturna", e).number for e in (0, newest - 1)]
        assert calendars.plan_of(connection, "noturna", 2).number == 2
        with pytest.raises(NotFound, match="'nenhuma'"):
            calendars.revision_in(connection, "nenhuma", 0)
    assert read == [1, 2]


def test_the_newest_revision_is_the_one_in_force(database: Database) -> None:
    for number in (1, 3, 2):
        _keep(database, _calendar(number), with_team=number == 1)
    with database.read() as connection:
        assert calendars.teams(connection)[-1].calendar.number == 3


def test_a_team_without_a_calendar_is_named(database: Database) -> None:
    with database.write() as connection:
        calendars.add_team(connection, _calendar())
        with pytest.raises(NotFound, match="'noturna'"):
            calendars.teams(connection)


def test_the_seed_has_every_team_of_the_guide_with_its_shipped_calendar(database: Database) -> None:
    with database.read() as connection:
        found = calendars.teams(connection)
    shipped = load_catalog().teams
    assert [team.key for team in found] == [team.key for team in shipped]
    assert len(found) == 11
    for kept, team in zip(found, shipped, strict=True):
        assert kept.calendar.versions == team.calendar.versions
    expected = {h.date for h in holidays_of(range(2026, 2027))}
    assert set(found[0].calendar.holidays.of_year(2026)) == expected


def test_a_policy_comes_back_as_it_was_kept(database: Database) -> None:
    targets = {
        Severity.CRITICAL: Targets(hours(2), business_days(1)),
        Severity.LOW: Targets(Target(TargetUnit.HOURS, Fraction(5, 2)), hours(90)),
    }
    policy = SlaPolicy(
        "prime",
        2,
        "PRIME 24x7",
        targets,
        "cloud",
        date(2026, 1, 1),
        date(2026, 12, 31),
        contract="PRIME-1",
        area="prime",
    )
    with database.write() as connection:
        calendars.add_policy(connection, policy)
        shipped, kept = calendars.rules(connection).policies
    assert kept == policy
    assert shipped.targets == load_catalog().targets
