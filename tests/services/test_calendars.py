"""Calendars day by day, the shipped catalogue, and the book deadlines are computed from."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import InvalidInput, NotComputable, NotFound
from app.domain.severity import Effect, Origin, Severity, Statement
from app.domain.sla_policy import Stage, describe_target
from app.services.calendars import CalendarService
from app.services.catalog import load_catalog, municipal_rules
from app.services.desk import Desk

TEAMS = [
    "cst",
    "e-learning",
    "cloud",
    "bpo",
    "suporte-tecnico",
    "first",
    "vitrine",
    "consultorio",
    "consultoria",
    "prime",
    "ouvidoria",
]
HOURS = {
    "cst": 8.5,
    "e-learning": 8,
    "cloud": 24,
    "bpo": 10,
    "suporte-tecnico": 12,
    "first": 11.5,
    "vitrine": 11,
    "consultorio": 12,
    "consultoria": 10,
    "prime": 12,
    "ouvidoria": 8,
}


@pytest.fixture
def service(desk: Desk) -> CalendarService:
    return CalendarService(desk)


def test_every_team_of_the_guide_has_its_hours(service: CalendarService) -> None:
    wednesday = date(2026, 3, 4)
    counted = {team: service.days(team, wednesday, wednesday)[0].counted_seconds for team in TEAMS}
    assert counted == {team: hours * 3600 for team, hours in HOURS.items()}


def test_days_come_in_order_both_ends_included(service: CalendarService) -> None:
    days = service.days("suporte-tecnico", date(2026, 11, 19), date(2026, 11, 21))
    assert [day.layout.date.day for day in days] == [19, 20, 21]
    thursday, friday, saturday = days
    assert (thursday.counted_seconds, thursday.plantao_seconds) == (12 * 3600, 3.5 * 3600)
    assert (friday.counted_seconds, friday.layout.windows) == (0, ())
    assert friday.layout.reasons[0].name.startswith("Dia Nacional de Zumbi")
    assert saturday.layout.reasons == ()


def test_a_day_with_a_skipped_or_repeated_hour_has_real_seconds(service: CalendarService) -> None:
    spring, autumn = date(2018, 11, 4), date(2019, 2, 16)
    assert service.days("cloud", spring, spring)[0].counted_seconds == 23 * 3600
    assert service.days("cloud", autumn, autumn)[0].counted_seconds == 25 * 3600


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(1999, 12, 31), date(2000, 1, 2)),
        (date(2100, 12, 31), date(2101, 1, 1)),
        (date(2026, 3, 2), date(2026, 3, 1)),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(
    service: CalendarService, first: date, last: date
) -> None:
    with pytest.raises(InvalidInput, match="entre 2000 e 2100"):
        service.days("cst", first, last)


def test_the_whole_range_can_be_asked_for(service: CalendarService) -> None:
    days = service.days("cst", date(2000, 1, 1), date(2100, 12, 31))
    assert len(days) == 36890


def test_an_unknown_team_is_told_the_ones_there_are(service: CalendarService) -> None:
    with pytest.raises(NotFound, match="as equipes são: cst e-learning cloud"):
        service.days("nobody", date(2026, 3, 2), date(2026, 3, 2))


def test_the_book_knows_teams_and_compiles_their_calendars_once(desk: Desk) -> None:
    assert [team.key for team in desk.book.teams] == TEAMS
    assert desk.book.calendar_of("cst") is desk.book.calendar_of("cst")
    with pytest.raises(NotComputable, match=r"SLA-6: não há calendário 'nobody'"):
        desk.book.calendar_of("nobody")
    with pytest.raises(NotFound, match="equipe desconhecida 'nobody'"):
        desk.book.team("nobody")


def test_the_catalogue_has_the_teams_of_the_guide_in_its_order() -> None:
    catalog = load_catalog()
    assert [team.key for team in catalog.teams] == TEAMS
    assert catalog.team("vitrine").name == "Vitrine"
    with pytest.raises(NotFound, match="as equipes são: cst e-learning"):
        catalog.team("nobody")


def test_the_catalogue_has_the_targets_of_the_guide() -> None:
    targets = load_catalog().targets
    told = {
        severity: (
            describe_target(targets[severity].for_stage(Stage.SUPPORT)),
            describe_target(targets[severity].for_stage(Stage.MAINTENANCE)),
        )
        for severity in Severity
    }
    assert told == {
        Severity.CRITICAL: ("10 h úteis", "4 dias úteis"),
        Severity.HIGH: ("20 h úteis", "10 dias úteis"),
        Severity.MEDIUM: ("30 h úteis", "30 dias úteis"),
        Severity.LOW: ("40 h úteis", "45 dias úteis"),
    }


def test_the_catalogue_classifies_every_statement() -> None:
    table = load_catalog().severity
    for effect in Effect:
        for origin in Origin:
            for workaround in (False, True):
                corrupted = Statement(effect, origin, workaround, corrupts_data=True)
                assert table.rule_for(corrupted).severity is Severity.CRITICAL
                sound = Statement(effect, origin, workaround, corrupts_data=False)
                assert table.rule_for(sound).severity in Severity
    worst = Statement(Effect.PREVENTS, Origin.PRODUCTION, has_workaround=False, corrupts_data=False)
    assert table.rule_for(worst).severity is Severity.CRITICAL


def test_the_shipped_municipal_rules_leave_out_the_contested_ones() -> None:
    rules = municipal_rules()
    assert ("Joinville", "SC") in {(rule.city, rule.state) for rule in rules}
    assert len(rules) > 20
