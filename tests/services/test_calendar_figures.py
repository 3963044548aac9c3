"""The figures of printed calendar and roster are those of the page (rulebook §10)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.figures import PersonHours, RosterAbsence, RosterPost, SheetWindow
from app.domain.oferta_p import ItemKind
from app.domain.roster import Assignment
from app.services.calendar_figures import calendar_figures, roster_figures
from app.services.calendar_spans import CalendarSpans
from app.services.desk import Desk
from app.services.oferta_p import OfertaService
from app.services.roster import RosterService
from app.storage import names, tables
from tests.desks import Asked, open_ticket

TEAM = "suporte-tecnico"
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)


@pytest.fixture
def roster(desk: Desk) -> RosterService:
    with desk.database.write() as connection:
        people = names.numbers_of(connection, tables.person, ["Ana", "Beto"])
        names.numbers_of(connection, tables.client, ["Escola Exemplo"])
    service = RosterService(desk)
    ana, beto = people["Ana"], people["Beto"]
    early, lunch = Assignment(THURSDAY, 420, 480, ana), Assignment(THURSDAY, 720, 810, beto)
    service.assign(TEAM, [early, lunch])
    service.assign("first", [lunch])
    posts = service.span(TEAM, THURSDAY, THURSDAY).posts
    first, second = (post.on_duty[0].id for post in posts[:2])
    service.swap(first, second, "Beto concordou")
    service.add_absence(ana, date(2026, 11, 23), date(2026, 11, 24), "Consulta")
    return service


def test_the_roster_on_paper_is_the_roster(desk: Desk, roster: RosterService) -> None:
    span = roster.span(TEAM, THURSDAY, date(2026, 11, 24))
    teams = {team.key: team.name for team in desk.book.teams}
    figures = roster_figures(span, "Suporte Técnico", desk.book.team(TEAM).calendar, teams)
    assert [day.date.day for day in figures.days] == [19, 20, 21, 22, 23, 24]
    thursday, friday, *_rest = figures.days
    assert thursday.posts == (
        RosterPost("07:00-08:00", ("Beto",), ("Beto",)),
        RosterPost("12:00-13:30", ("Ana",), ("Ana",)),
        RosterPost("18:00-19:00"),
    )
    assert friday.named == ("Dia Nacional de Zumbi e da Consciência Negra (nacional)",)
    assert friday.posts == ()
    assert figures.hole_count == 7
    assert figures.hours == (PersonHours("Ana", 5400), PersonHours("Beto", 3600))
    away = RosterAbsence("Ana", date(2026, 11, 23), date(2026, 11, 24), "Consulta")
    assert figures.absences == (away,)
    assert figures.double_duties == ()


def test_who_is_on_duty_twice_is_told_with_both_teams(desk: Desk, roster: RosterService) -> None:
    beto = next(person.id for person in roster.people() if person.name == "Beto")
    roster.assign("vitrine", [Assignment(THURSDAY, 720, 810, beto)])
    span = roster.span("vitrine", THURSDAY, THURSDAY)
    teams = {team.key: team.name for team in desk.book.teams}
    figures = roster_figures(span, "Vitrine", desk.book.team("vitrine").calendar, teams)
    assert figures.double_duties == ("Beto, 19/11: First 12:00-13:30 e Vitrine 12:00-13:30",)


def test_the_calendar_on_paper_is_the_calendar(desk: Desk, roster: RosterService) -> None:
    open_ticket(desk, Asked("2026-11-19 08:00"))
    oferta = OfertaService(desk)
    asked = {"client": "Escola Exemplo", "day": "17/11/2026", "time": "09:00"}
    oferta.add(ItemKind.BACKUP, asked)
    oferta.add(ItemKind.ENVIRONMENT, {"client": "Escola Exemplo", "day": "05/11/2026"})
    span = CalendarSpans(desk, roster).span(TEAM, THURSDAY, date(2026, 11, 24))
    figures = calendar_figures(span)
    assert (figures.team, figures.revision) == ("Suporte Técnico", 1)
    thursday, friday, *_rest = figures.days
    assert thursday.windows[:2] == (
        SheetWindow("07:00-08:00", is_plantao=True, names=("Beto",)),
        SheetWindow("08:00-12:00"),
    )
    assert thursday.counted_seconds == 12 * 3600
    assert thursday.items == ("09:00 Cópia do banco Escola Exemplo (OFP-3)",)
    assert friday.items == ("Ambiente Escola Exemplo (OFP-1)",)
    assert friday.windows == ()
    assert figures.due_count == 1
