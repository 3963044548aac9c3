"""Days as the page Calendário shows them, and every team at one glance."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from app.domain.clock import FixedClock
from app.domain.roles import Role
from app.domain.severity import Severity
from app.services.calendar_spans import CalendarSpans, Edge
from app.services.desk import Desk
from app.services.roster import RosterService
from tests.databases import NOON
from tests.desks import Asked, at, open_tickets

TEAM = "suporte-tecnico"
MONDAY = date(2026, 3, 2)


@pytest.fixture
def spans(desk: Desk) -> CalendarSpans:
    return CalendarSpans(desk, RosterService(desk))


def test_a_week_shows_its_windows_and_what_falls_due(desk: Desk, spans: CalendarSpans) -> None:
    first, _second, _other = open_tickets(
        desk,
        Asked("2026-03-04 10:00", Severity.CRITICAL, summary="Não abre"),
        Asked("2026-03-04 10:00", Severity.HIGH),
        Asked("2026-03-04 10:00", Severity.HIGH, team="cst"),
    )
    span = spans.span(TEAM, MONDAY, MONDAY + timedelta(days=6))
    assert (span.name, span.revision, span.first, span.last) == (
        "Suporte Técnico",
        1,
        MONDAY,
        date(2026, 3, 8),
    )
    assert [card.due_count for card in span.days] == [0, 0, 0, 2, 0, 0, 0]
    marker = span.days[3].due[0]
    assert (marker.number, marker.due_at) == (first, at("2026-03-05 08:00"))
    assert (marker.summary, marker.client) == ("Não abre", "Escola Exemplo")
    assert marker.severity is Severity.CRITICAL


def test_what_is_due_at_midnight_belongs_to_the_day_that_ends(
    desk: Desk, spans: CalendarSpans
) -> None:
    open_tickets(desk, Asked("2026-03-04 14:00", Severity.CRITICAL, team="cloud"))
    span = spans.span("cloud", date(2026, 3, 4), date(2026, 3, 5))
    assert [card.due_count for card in span.days] == [1, 0]


def test_what_ouvidoria_was_told_is_seen_by_its_people_alone(
    desk: Desk, spans: CalendarSpans
) -> None:
    open_tickets(desk, Asked("2026-03-03 10:00", Severity.HIGH, team="ouvidoria"))
    week = ("ouvidoria", MONDAY, MONDAY + timedelta(days=6))
    assert sum(card.due_count for card in spans.span(*week).days) == 1
    desk.sit("Ana", Role.MANAGER)
    assert sum(card.due_count for card in spans.span(*week).days) == 0


def test_the_span_stays_within_what_is_planned(spans: CalendarSpans) -> None:
    assert spans.span(TEAM, date(1999, 12, 30), date(2000, 1, 2)).first == date(2000, 1, 1)


@pytest.mark.parametrize(
    ("wall", "team", "state", "edge"),
    [
        ("2026-03-04 12:30", TEAM, (True, True), Edge(at("2026-03-04 19:00"), opens=False)),
        ("2026-03-04 09:00", "cst", (True, False), Edge(at("2026-03-04 12:00"), opens=False)),
        ("2026-03-06 20:00", "cst", (False, False), Edge(at("2026-03-09 08:00"), opens=True)),
        ("2026-03-06 20:00", "cloud", (True, False), None),
    ],
)
def test_every_team_says_whether_it_is_open_and_when_that_changes(
    sqlite_desk: Desk,
    wall: str,
    team: str,
    state: tuple[bool, bool],
    edge: Edge | None,
) -> None:
    assert isinstance(sqlite_desk.clock, FixedClock)
    sqlite_desk.clock.move_to(NOON)
    now = datetime.fromisoformat(f"{wall}-03:00")
    sqlite_desk.clock.move_to(now)
    rows = CalendarSpans(sqlite_desk, RosterService(sqlite_desk)).teams(now.date())
    assert len(rows) == 11
    row = next(row for row in rows if row.team == team)
    assert (row.now.is_open, row.now.is_plantao) == state
    assert row.now.next_change == edge
    assert row.card.date == now.date()


def test_a_team_that_never_opens_again_says_nothing_of_a_change(
    desk: Desk, spans: CalendarSpans
) -> None:
    from app.domain.calendar_editing import with_own_day
    from app.domain.team_calendar import DayException
    from app.services.calendar_editing import CalendarEditing, Reasons

    editing = CalendarEditing(desk)
    plan = editing.plan("cst")
    for ahead in range(20):
        day = date(2026, 3, 4) + timedelta(days=ahead)
        plan = with_own_day(plan, DayException(day, (), "Férias coletivas"))
    editing.keep(plan, Reasons("Férias coletivas"))
    row = next(row for row in spans.teams(date(2026, 3, 4)) if row.team == "cst")
    assert (row.now.is_open, row.now.next_change) == (False, None)
