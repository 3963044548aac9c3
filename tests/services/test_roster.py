"""The roster as it is kept: posts, turns, weeks, swaps, absences (CAL-7)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.domain.changes import Kind
from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.roles import Role
from app.domain.roster import Assignment
from app.services.desk import Desk
from app.services.roster import RosterService
from app.storage import names, tables
from tests.databases import NOON
from tests.desks import at

TEAM = "suporte-tecnico"
MONDAY, WEDNESDAY, SUNDAY = date(2026, 3, 2), date(2026, 3, 4), date(2026, 3, 8)
EARLY, LUNCH, LATE = (420, 480), (720, 810), (1080, 1140)
Names = list[tuple[str, str, str]]


@pytest.fixture
def service(desk: Desk) -> RosterService:
    return RosterService(desk)


@pytest.fixture
def people(desk: Desk) -> dict[str, int]:
    with desk.database.write() as connection:
        return names.numbers_of(connection, tables.person, ["Ana", "Beto", "Caio"])


def _on(day: date, window: tuple[int, int], person: int) -> Assignment:
    return Assignment(day, *window, person)


def _names(service: RosterService, first: date = MONDAY, last: date = SUNDAY) -> Names:
    return [
        (f"{post.day:%d}", post.window.label, "+".join(post.names))
        for post in service.span(TEAM, first, last).posts
        if not post.is_hole
    ]


def test_every_plantao_window_is_a_post_and_nobody_is_a_hole(service: RosterService) -> None:
    span = service.span(TEAM, MONDAY, SUNDAY)
    assert [post.window.label for post in span.posts[:3]] == [
        "07:00-08:00",
        "12:00-13:30",
        "18:00-19:00",
    ]
    assert len(span.posts) == len(span.holes) == 15


def test_people_are_put_on_duty_and_taken_off(
    desk: Desk, service: RosterService, people: dict[str, int]
) -> None:
    changes = service.assign(
        TEAM, [_on(MONDAY, EARLY, people["Ana"]), _on(MONDAY, EARLY, people["Beto"])]
    )
    assert changes.touches(Kind.ROSTER)
    assert _names(service) == [("02", "07:00-08:00", "Ana+Beto")]
    (post,) = (p for p in service.span(TEAM, MONDAY, MONDAY).posts if not p.is_hole)
    service.clear([post.on_duty[0].id])
    assert _names(service) == [("02", "07:00-08:00", "Beto")]
    with desk.database.read() as connection:
        query = "SELECT count(*) FROM duty WHERE ended_at IS NOT NULL"
        assert connection.exec_driver_sql(query).scalar() == 1


@pytest.mark.parametrize(
    ("day", "window", "reason"),
    [
        (MONDAY, (480, 720), "não tem plantão de 08:00-12:00"),
        (SUNDAY, EARLY, "não tem plantão de 07:00-08:00"),
        (MONDAY, (480, 420), "termina antes de começar"),
    ],
)
def test_a_duty_outside_plantao_is_refused(
    service: RosterService,
    people: dict[str, int],
    day: date,
    window: tuple[int, int],
    reason: str,
) -> None:
    with pytest.raises((RuleRefusal, InvalidInput), match=reason):
        service.assign(TEAM, [_on(day, window, people["Ana"])])


def test_who_has_a_duty_is_not_given_it_again(
    service: RosterService, people: dict[str, int]
) -> None:
    service.assign(TEAM, [_on(MONDAY, EARLY, people["Ana"])])
    with pytest.raises(RuleRefusal, match="Ana já está neste plantão"):
        service.assign(TEAM, [_on(MONDAY, EARLY, people["Ana"])])
    with pytest.raises(InvalidInput, match="escolha um plantão"):
        service.assign(TEAM, [])


def test_others_on_duty_keep_nobody_away(service: RosterService, people: dict[str, int]) -> None:
    service.assign(TEAM, [_on(MONDAY, LATE, people["Ana"]), _on(MONDAY, EARLY, people["Beto"])])
    service.assign(TEAM, [_on(MONDAY, EARLY, people["Ana"])])
    assert _names(service)[0] == ("02", "07:00-08:00", "Beto+Ana")


def test_a_month_is_filled_by_turns_of_a_week(
    service: RosterService, people: dict[str, int]
) -> None:
    turns = [people["Ana"], people["Beto"]]
    service.rotate(TEAM, turns, MONDAY, date(2026, 3, 31))
    span = service.span(TEAM, MONDAY, date(2026, 3, 31))
    assert not span.holes
    by_week = {post.day.isocalendar().week: post.names for post in span.posts}
    assert list(by_week.values()) == [("Ana",), ("Beto",), ("Ana",), ("Beto",), ("Ana",)]
    hours = {person.name: seconds / 3600 for person, seconds in span.seconds.items()}
    assert hours == {"Ana": 42.0, "Beto": 35.0}
    with pytest.raises(RuleRefusal, match="não há plantão vago"):
        service.rotate(TEAM, turns, MONDAY, SUNDAY)
    with pytest.raises(InvalidInput, match="ao menos uma pessoa"):
        service.rotate(TEAM, [], MONDAY, SUNDAY)


def test_a_week_is_copied_without_who_is_away_then(
    service: RosterService, people: dict[str, int]
) -> None:
    service.assign(TEAM, [_on(MONDAY, EARLY, people["Ana"]), _on(WEDNESDAY, LUNCH, people["Beto"])])
    next_week = timedelta(days=7)
    service.add_absence(people["Beto"], WEDNESDAY + next_week, WEDNESDAY + next_week, "Consulta")
    service.copy_week(TEAM, WEDNESDAY, SUNDAY + next_week)
    assert _names(service, MONDAY + next_week, SUNDAY + next_week) == [("09", "07:00-08:00", "Ana")]
    with pytest.raises(InvalidInput, match="outra semana"):
        service.copy_week(TEAM, MONDAY, SUNDAY)


def test_two_people_swap_and_who_agreed_is_kept(
    desk: Desk, service: RosterService, people: dict[str, int]
) -> None:
    service.assign(TEAM, [_on(MONDAY, EARLY, people["Ana"]), _on(WEDNESDAY, LATE, people["Beto"])])
    first, second = (p.on_duty[0] for p in service.span(TEAM, MONDAY, SUNDAY).posts if p.on_duty)
    desk.sit("Ana", Role.ANALYST)
    service.swap(first.id, second.id, "Beto concordou por telefone")
    assert _names(service) == [("02", "07:00-08:00", "Beto"), ("04", "18:00-19:00", "Ana")]
    swapped = [p.on_duty[0] for p in service.span(TEAM, MONDAY, SUNDAY).posts if p.on_duty]
    assert {duty.swapped for duty in swapped} == {"Beto concordou por telefone"}
    with pytest.raises(NotFound, match="foi mudado"):
        service.swap(first.id, second.id, "de novo")


def test_a_swap_needs_the_others_word_and_one_of_the_two(
    desk: Desk, service: RosterService, people: dict[str, int]
) -> None:
    service.assign(
        TEAM,
        [
            _on(MONDAY, EARLY, people["Ana"]),
            _on(MONDAY, LATE, people["Ana"]),
            _on(WEDNESDAY, LATE, people["Beto"]),
        ],
    )
    held = [post for post in service.span(TEAM, MONDAY, SUNDAY).posts if post.on_duty]
    ana, again, beto = (post.on_duty[0].id for post in held)
    with pytest.raises(InvalidInput, match="concordou") as refused:
        service.swap(ana, beto, " ")
    assert refused.value.field == "words"
    with pytest.raises(RuleRefusal, match="já são de Ana"):
        service.swap(ana, again, "sim")
    desk.sit("Caio", Role.ANALYST)
    with pytest.raises(RuleRefusal, match="só gerente"):
        service.swap(ana, beto, "sim")


def test_an_absence_makes_holes_and_forbids_duties(
    service: RosterService, people: dict[str, int]
) -> None:
    service.assign(TEAM, [_on(MONDAY, EARLY, people["Ana"])])
    service.add_absence(people["Ana"], MONDAY, WEDNESDAY, "Férias")
    span = service.span(TEAM, MONDAY, MONDAY)
    assert span.posts[0].is_hole
    assert [duty.person.name for duty in span.posts[0].away] == ["Ana"]
    assert span.seconds == {}  # who is away did not stand it
    with pytest.raises(RuleRefusal, match=r"Ana está ausente de 02/03 a 04/03 \(Férias\)"):
        service.assign(TEAM, [_on(WEDNESDAY, EARLY, people["Ana"])])
    service.end_absence(span.absences[0].id)
    assert not service.span(TEAM, MONDAY, MONDAY).posts[0].is_hole


@pytest.mark.parametrize(
    ("first", "last", "reason", "field"),
    [(WEDNESDAY, MONDAY, "Férias", "last"), (MONDAY, WEDNESDAY, "  ", "reason")],
)
def test_an_absence_that_makes_no_sense_is_refused(
    service: RosterService,
    people: dict[str, int],
    first: date,
    last: date,
    reason: str,
    field: str,
) -> None:
    with pytest.raises(InvalidInput) as refused:
        service.add_absence(people["Ana"], first, last, reason)
    assert refused.value.field == field


def test_two_teams_at_one_time_are_told_by_both(
    service: RosterService, people: dict[str, int]
) -> None:
    service.assign(TEAM, [_on(MONDAY, LUNCH, people["Ana"])])
    service.assign("first", [_on(MONDAY, LUNCH, people["Ana"])])
    for team in (TEAM, "first"):
        (conflict,) = service.span(team, MONDAY, SUNDAY).conflicts
        assert {conflict.one.team, conflict.other.team} == {TEAM, "first"}
    assert not service.span("vitrine", MONDAY, SUNDAY).conflicts


def test_what_a_new_calendar_does_not_need_any_more_is_told(
    desk: Desk, service: RosterService, people: dict[str, int]
) -> None:
    from app.domain.calendar_editing import with_own_day
    from app.domain.team_calendar import DayException
    from app.services.calendar_editing import CalendarEditing, Reasons

    service.assign(TEAM, [_on(MONDAY, LUNCH, people["Ana"])])
    editing = CalendarEditing(desk)
    closed = with_own_day(editing.plan(TEAM), DayException(MONDAY, (), "Luto"))
    editing.keep(closed, Reasons("Luto"))
    span = service.span(TEAM, MONDAY, SUNDAY)
    assert [stray.person.name for stray in span.strays] == ["Ana"]


def test_who_is_on_duty_now_is_known_with_its_end(
    desk: Desk, service: RosterService, people: dict[str, int]
) -> None:
    assert isinstance(desk.clock, FixedClock)
    service.assign(TEAM, [_on(WEDNESDAY, LUNCH, people["Ana"])])
    now = {duty.team: (duty.names, duty.until) for duty in service.on_duty_now()}
    ends = at("2026-03-04 13:30")
    assert now["Suporte Técnico"] == (("Ana",), ends)
    assert now["Vitrine"] == ((), ends)
    desk.clock.move_to(NOON + timedelta(hours=3))
    assert service.on_duty_now() == ()


def test_only_a_manager_changes_the_roster(
    desk: Desk, service: RosterService, people: dict[str, int]
) -> None:
    desk.sit("Ana", Role.ANALYST)
    ana = people["Ana"]
    for act in (
        lambda: service.assign(TEAM, [_on(MONDAY, EARLY, ana)]),
        lambda: service.rotate(TEAM, [ana], MONDAY, SUNDAY),
        lambda: service.copy_week(TEAM, MONDAY, SUNDAY + timedelta(days=1)),
        lambda: service.clear([1]),
        lambda: service.add_absence(ana, MONDAY, MONDAY, "Férias"),
        lambda: service.end_absence(1),
    ):
        with pytest.raises(RuleRefusal, match="CAL-7: só gerente"):
            act()


def test_a_span_is_a_year_at_most(service: RosterService) -> None:
    with pytest.raises(InvalidInput, match="até um ano"):
        service.span(TEAM, MONDAY, MONDAY + timedelta(days=500))
    assert {person.name for person in service.people()} == set()
