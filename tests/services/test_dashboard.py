"""The managers' dashboard: every number is the count of the tickets behind it (SLA-10)."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.brasilia_days import day_span
from app.domain.clock import FixedClock, from_epoch, local_date
from app.domain.dashboard import (
    DAY_SECONDS,
    Behind,
    Counted,
    DayFigures,
    Figure,
    age_spans,
    by_local_day,
    folded,
    mean_text,
)
from app.domain.errors import InvalidInput, NotFound, RuleRefusal
from app.domain.queue_view import QueueFilter
from app.domain.roles import Role
from app.domain.roster import Assignment
from app.domain.severity import Severity
from app.domain.ticket_events import Closing, EventKind
from app.domain.time_entries import Span
from app.services.dashboard import DashboardService
from app.services.deadline_papers import Period
from app.services.desk import Desk
from app.services.queue import QueueService
from app.services.roster import RosterService
from app.services.workspace import Workspace
from app.storage import names, tables
from tests.desks import Asked, Later, at, open_tickets
from tests.services.consulting_desk import Consultancy

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
ANA = "Ana Areia"


def _lived(desk: Desk) -> list[int]:
    """Open tickets that ended, or stand, in every way there is."""
    solved = Later(EventKind.SOLUTION, "2026-03-03 10:00")
    accepted = Later(EventKind.ACCEPTED, "2026-03-03 15:00")
    asked_of = Later(EventKind.SURVEY_SENT, "2026-03-03 16:00")
    answered = Later(EventKind.SURVEY_ANSWERED, "2026-03-04 09:00", {"score": 4})
    waits = Later(EventKind.PENDING_CLIENT, "2026-03-02 11:00")
    automatic = Later(EventKind.CLOSED, "2026-03-20 00:00", {"closing": "automatic"})
    late = Later(EventKind.SOLUTION, "2026-03-19 10:00")
    numbers = open_tickets(
        desk,
        Asked(severity=Severity.CRITICAL, assignee=ANA),
        Asked(severity=Severity.LOW, assignee=ANA, opened="2026-01-05 09:00"),
        Asked(severity=Severity.MEDIUM, later=(waits,)),
        Asked(severity=None, opened="2026-02-27 23:30"),
        Asked(severity=Severity.HIGH, later=(solved, accepted, asked_of, answered), assignee=ANA),
        Asked(severity=Severity.HIGH, later=(solved, accepted, asked_of), team="cst"),
        Asked(severity=Severity.HIGH, later=(solved, automatic), team="cst"),
        Asked(severity=Severity.HIGH, later=(late,), team="vitrine"),
        Asked(severity=Severity.HIGH, team="ouvidoria"),
    )
    desk.clock = FixedClock(from_epoch(at("2026-03-20 12:00")))
    return numbers


def test_every_number_is_the_count_of_the_tickets_behind_it(desk: Desk) -> None:
    _lived(desk)
    service = DashboardService(desk)
    for team in (None, "cst", "suporte-tecnico"):
        shown = service.figures(MARCH, team)
        for figure in shown.figures():
            behind = service.behind(figure.behind)
            assert (figure.count, figure.count) == (behind.count, len(behind.rows)), figure
    shown = service.figures(MARCH)
    assert (shown.open.count, shown.fell_due.count) == (5, 5)
    assert (shown.tally.answered, shown.tally.waiting) == (1, 1)
    assert sum(load.open.count for load in shown.loads) == shown.open.count
    assert sum(day.arrived.count for day in shown.days) == 6
    assert [(c.closing, c.closed.count) for c in shown.closings] == [
        (Closing.ACCEPTED, 2),
        (Closing.AUTOMATIC, 1),
    ]
    assert [(g.name, g.mean) for g in shown.satisfaction] == [
        ("Suporte Técnico", "4,0"),
        (ANA, "4,0"),
        ("Boletim", "4,0"),
    ]


def test_late_now_is_what_the_queue_calls_late(desk: Desk) -> None:
    _lived(desk)
    queue = QueueService(desk)
    teams = tuple(t.key for t in desk.book.teams if t.key != "ouvidoria")
    shown = DashboardService(desk).figures(MARCH)
    assert shown.late.count == queue.late(QueueFilter(teams=teams))


def test_the_compliance_of_the_dashboard_is_that_of_the_sla_report(desk: Desk) -> None:
    _lived(desk)
    work = Workspace(desk)
    desk.sit("Gil", Role.MANAGER)
    report, shown = work.papers.report(MARCH), work.dashboard.figures(MARCH)
    assert [(r.team, r.severity, r.in_time, r.late, r.ever_late) for r in report.rows] == [
        (c.team, c.severity, c.in_time.count, c.late.count, c.ever_late) for c in shown.compliance
    ]
    assert (shown.in_time, shown.fell_due.count) == (
        report.in_time,
        report.in_time + report.late_count,
    )


def test_what_falls_due_until_the_end_of_tomorrow_is_at_risk(desk: Desk) -> None:
    (number, *_) = open_tickets(desk, Asked(severity=Severity.HIGH), Asked(severity=Severity.LOW))
    desk.clock = FixedClock(from_epoch(at("2026-03-02 10:00")))
    shown = DashboardService(desk).figures(MARCH)
    (risk,) = shown.risks
    assert shown.at_risk in list(shown.figures())
    assert (risk.team, risk.due.count) == ("Suporte Técnico", 1)
    (row,) = DashboardService(desk).behind(risk.due.behind).rows
    assert (row.number, row.severity, row.assignee) == (number, Severity.HIGH, "")


def test_what_was_billed_is_what_the_statements_say(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-02 09:05")
    at_work.act("consulting", kind="telephone")
    at_work.go_to("2026-04-02 12:00")
    at_work.log("03/03/2026", "10:00", "11:00")
    waiting = at_work.open(opened="2026-03-30 09:00")
    at_work.act("consulting", waiting, kind="investigative", scope="own_base")
    at_work.work.consulting.issue_letter(waiting)
    at_work.work.statements.issue(at_work.client, MARCH.first)
    shown = at_work.work.dashboard.figures(MARCH)
    months = [(m.month, m.statements, m.minutes, m.amount.text) for m in shown.billed]
    assert months[-1] == (date(2026, 3, 1), 1, 60, "210.00")
    assert {month[1:] for month in months[:-1]} == {(0, 0, "0.00")}
    (row,) = at_work.work.dashboard.behind(shown.billed[-1].behind).rows
    assert row.number == at_work.ticket
    assert at_work.work.dashboard.behind(shown.billed[0].behind).count == 0
    assert shown.letters.count == 1
    (row,) = at_work.work.dashboard.behind(shown.letters.behind).rows
    assert row.number == waiting


def test_a_letter_that_is_not_needed_any_more_waits_for_nobody(at_work: Consultancy) -> None:
    at_work.released()
    at_work.act("consulting", kind="in_loco", referral="Unidade Norte")
    assert at_work.work.dashboard.figures(MARCH).letters.count == 0


def test_what_is_billed_is_not_told_by_team(at_work: Consultancy) -> None:
    assert len(at_work.work.dashboard.figures(MARCH).billed) == 12
    assert at_work.work.dashboard.figures(MARCH, "cst").billed == ()


def test_duty_is_told_in_every_counted_team(desk: Desk) -> None:
    with desk.database.write() as connection:
        person = names.numbers_of(connection, tables.person, [ANA])[ANA]
    roster = RosterService(desk)
    monday = date(2026, 3, 2)
    post = roster.span("suporte-tecnico", monday, monday).posts[0]
    roster.assign(
        "suporte-tecnico", [Assignment(monday, post.window.start, post.window.end, person)]
    )
    (share,) = DashboardService(desk).figures(MARCH).duties
    assert (share.person.name, share.seconds) == (ANA, 3600)
    assert DashboardService(desk).figures(MARCH, "cst").duties == ()


def test_who_may_look_and_for_how_long(desk: Desk) -> None:
    service = DashboardService(desk)
    with pytest.raises(InvalidInput, match="um ano"):
        service.figures(Period(date(2024, 1, 1), date(2025, 12, 31)))
    with pytest.raises(NotFound):
        service.figures(MARCH, "nenhuma")
    desk.sit("Gil", Role.MANAGER)
    with pytest.raises(RuleRefusal, match="OUV-2"):
        service.figures(MARCH, "ouvidoria")
    desk.sit(ANA, Role.ANALYST)
    for ask in (lambda: service.figures(MARCH), lambda: service.behind(None)):  # type: ignore[arg-type]
        with pytest.raises(RuleRefusal, match="SLA-10"):
            ask()


@given(st.integers(1, 366), st.dates(date(2015, 1, 1), date(2026, 1, 1)), st.randoms())
def test_days_put_together_lose_nothing(count: int, first: date, dice: Random) -> None:
    days = []
    for place in range(count):
        day = first + timedelta(days=place)
        behind = Behind(Counted.ARRIVED, Span(*day_span(day)))
        days.append(
            DayFigures(day, day, *(Figure(dice.randrange(9), behind) for _either in range(2)))
        )
    together = folded(days)
    assert len(together) <= 45
    for name in ("arrived", "solved"):
        told = [getattr(day, name) for day in together]
        assert sum(f.count for f in told) == sum(getattr(day, name).count for day in days)
        spans = [f.behind.span for f in told]
        assert (spans[0].start, spans[-1].end) == (day_span(first)[0], day_span(days[-1].day)[1])
        assert all(one.end == other.start for one, other in pairwise(spans))


@given(st.integers(0, 2**32), st.integers(0, 400 * DAY_SECONDS))
def test_every_open_ticket_has_one_age(now: int, age: int) -> None:
    opened = now - age
    mine = [days for days, _below, span in age_spans(now) if span.start <= opened < span.end]
    assert len(mine) == 1
    assert mine[0] <= age // DAY_SECONDS


@given(
    st.dates(date(2017, 9, 1), date(2019, 4, 1)),
    st.lists(st.integers(0, 40 * DAY_SECONDS), max_size=30),
)
def test_hours_add_up_to_local_days_in_summer_time_too(first: date, offsets: list[int]) -> None:
    days = [(day, Span(*day_span(day))) for day in (first + timedelta(days=n) for n in range(45))]
    instants = [days[0][1].start + offset for offset in offsets]
    hours: dict[int, int] = {}
    for instant in instants:
        hours[instant // 3600] = hours.get(instant // 3600, 0) + 1
    told = by_local_day(hours.items(), days)
    dates = [local_date(from_epoch(instant)) for instant in instants]
    assert told == [dates.count(day) for day, _span in days]


@pytest.mark.parametrize(("scores", "count", "text"), [(9, 2, "4,5"), (13, 3, "4,3"), (0, 0, "")])
def test_a_mean_is_told_with_one_decimal(scores: int, count: int, text: str) -> None:
    assert mean_text(scores, count) == text
