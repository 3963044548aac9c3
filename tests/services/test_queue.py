"""The queue as people ask for it: time left, nearness, who is on duty, what filters offer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.clock import FixedClock, from_epoch
from app.domain.queue_view import Choice, QueueFilter, QueueRow, Scope
from app.domain.severity import Severity
from app.domain.team_calendar import CalendarVersion, Weekday, Window, revision_of, weekly_windows
from app.domain.teams import Team
from app.domain.ticket_events import EventKind
from app.domain.urgency import Nearness
from app.services.desk import Desk
from app.services.queue import QueueService
from app.services.sla_book import SlaBook
from tests.desks import Asked, Later, at, open_ticket, open_tickets, person

CRITICAL = Asked(severity=Severity.CRITICAL)
HOUR = 3600


@pytest.fixture
def service(desk: Desk) -> QueueService:
    return QueueService(desk)


def _row(desk: Desk, asked: Asked) -> QueueRow:
    (row,) = QueueService(desk).rows([open_ticket(desk, asked)])
    return row


def test_time_left_runs_down_and_below_zero(desk: Desk, service: QueueService) -> None:
    """A critical ticket of Monday 09:00 is due on Monday at 19:00."""
    row = _row(desk, CRITICAL)
    left = {
        "2026-03-02 09:00": 10 * HOUR,
        "2026-03-02 18:00": HOUR,
        "2026-03-02 19:00": 0,
        "2026-03-02 23:00": 0,
        "2026-03-03 09:00": -2 * HOUR,
    }
    assert {wall: service.remaining(row, at(wall)) for wall in left} == left


def test_time_left_stands_while_the_client_is_waited_for(desk: Desk, service: QueueService) -> None:
    row = _row(desk, replace(CRITICAL, later=[Later(EventKind.PENDING_CLIENT, "2026-03-02 10:00")]))
    assert service.remaining(row, at("2026-03-02 11:00")) == 9 * HOUR
    assert service.remaining(row, at("2026-06-02 11:00")) == 9 * HOUR


def test_without_a_deadline_no_time_is_left_and_none_is_lacking(
    desk: Desk, service: QueueService
) -> None:
    row = _row(desk, Asked(severity=None))
    assert service.remaining(row, at("2026-03-02 11:00")) is None
    assert service.nearness(row, at("2026-03-02 11:00")) is Nearness.CALM
    assert service.resumes_at(row, at("2026-03-02 23:00")) is None


def test_nearness_follows_the_share_of_the_target_that_is_used(
    desk: Desk, service: QueueService
) -> None:
    row = _row(desk, CRITICAL)
    near = {
        "2026-03-02 13:59": Nearness.CALM,
        "2026-03-02 14:00": Nearness.HALF,
        "2026-03-02 16:30": Nearness.SOON,
        "2026-03-02 18:00": Nearness.VERY_SOON,
        "2026-03-02 19:00:00": Nearness.VERY_SOON,
        # After closing no working second is left and none is lacking: the instant decides.
        "2026-03-02 19:00:01": Nearness.LATE,
        "2026-03-03 09:00": Nearness.LATE,
    }
    assert {wall: service.nearness(row, at(wall)) for wall in near} == near


def test_who_waits_is_calm_unless_it_is_late_already(desk: Desk, service: QueueService) -> None:
    waits = Later(EventKind.PENDING_CLIENT, "2026-03-02 18:30")
    assert service.nearness(
        _row(desk, replace(CRITICAL, later=[waits])), at("2026-04-01 09:00")
    ) is (Nearness.CALM)
    late = Later(EventKind.PENDING_CLIENT, "2026-03-03 09:00")
    row = _row(desk, replace(CRITICAL, later=[late]))
    assert service.nearness(row, at("2026-03-03 09:00")) is Nearness.LATE


def test_a_closed_calendar_tells_when_it_opens_again(desk: Desk, service: QueueService) -> None:
    row = _row(desk, CRITICAL)
    assert service.resumes_at(row, at("2026-03-06 19:00")) == at("2026-03-09 07:00")
    assert service.resumes_at(row, at("2026-03-06 18:59")) is None


def test_a_calendar_that_never_opens_again_tells_no_instant(
    desk: Desk, service: QueueService
) -> None:
    row = _row(desk, CRITICAL)
    closed = CalendarVersion(datetime(2000, 1, 1).date(), weekly_windows({}))  # noqa: DTZ001
    open_once = CalendarVersion(
        datetime(1990, 1, 1).date(),  # noqa: DTZ001
        weekly_windows({Weekday.MON: [Window(480, 720)]}),
    )
    never = Team("suporte-tecnico", "Suporte", revision_of("suporte-tecnico", [open_once, closed]))
    desk.book = SlaBook(desk.book.rules, (never,))
    assert service.resumes_at(row, at("2026-03-06 19:00")) is None


@pytest.mark.parametrize(
    ("wall", "teams"),
    [
        ("2026-03-04 12:30", {"cloud", "bpo", "suporte-tecnico", "first", "vitrine", "consultorio",
                              "consultoria", "prime"}),
        ("2026-03-07 10:00", {"cloud", "vitrine"}),
        ("2026-03-08 03:00", {"cloud"}),
    ],
)  # fmt: skip
def test_on_duty_are_the_teams_whose_calendar_is_open(
    service: QueueService, wall: str, teams: set[str]
) -> None:
    assert set(service.on_duty(at(wall))) == teams


def test_today_ends_at_midnight_of_brasilia(
    desk: Desk, clock: FixedClock, service: QueueService
) -> None:
    assert service.end_of_today() == at("2026-03-05 00:00")
    clock.move_to(from_epoch(at("2026-03-05 00:00") - 1))
    assert service.end_of_today() == at("2026-03-05 00:00")
    clock.move_to(from_epoch(at("2026-03-05 00:00")))
    assert service.end_of_today() == at("2026-03-06 00:00")


def test_views_and_late_tickets_are_counted(desk: Desk, service: QueueService) -> None:
    open_tickets(desk, CRITICAL, Asked(severity=Severity.LOW), replace(CRITICAL, team="cloud"))
    views = [QueueFilter(), QueueFilter(severities=(Severity.LOW,)), QueueFilter(teams=("cloud",))]
    assert service.counts(views) == (3, 1, 1)
    assert service.late(QueueFilter()) == 2
    assert service.late(QueueFilter(teams=("cloud",))) == 1
    assert list(service.numbers(QueueFilter(), limit=2)) == [1, 3]


def test_filters_offer_every_value_with_the_open_tickets_behind_it(
    desk: Desk, service: QueueService
) -> None:
    open_tickets(
        desk,
        replace(CRITICAL, assignee="Ana", client="Alfa"),
        Asked(later=[Later(EventKind.PENDING_CLIENT, "2026-03-02 10:00")]),
    )
    offered = service.choices()
    assert [choice.value for choice in offered.severities] == ["critical", "high", "medium", "low"]
    assert [choice.count for choice in offered.severities] == [1, 0, 1, 0]
    statuses = {choice.value: choice.count for choice in offered.statuses}
    assert statuses["in_progress"] == statuses["pending_client"] == 1
    assert "closed" not in statuses
    assert {choice.name for choice in offered.clients} == {"Alfa", "Escola Exemplo"}
    assert offered.assignees == (Choice(person(desk.database, "Ana"), "Ana", 1),)
    assert [choice.name for choice in offered.products] == ["Boletim"]
    assert offered.teams[0].value == "suporte-tecnico"
    assert len(offered.teams) == 11


def test_names_are_meant_whatever_their_accents_and_an_unknown_one_keeps_nothing(
    desk: Desk, service: QueueService
) -> None:
    open_tickets(desk, replace(CRITICAL, client="São José", assignee="João"), Asked())

    def found(client: str | None, assignee: str | None) -> list[int]:
        asked = service.named(QueueFilter(scope=Scope.ALL), client=client, assignee=assignee)
        return list(service.numbers(asked))

    assert found(None, None) == [1, 2]
    assert found("sao jose", None) == [1]
    assert found(None, "JOAO") == [1]
    assert found("São José", "João") == [1]
    assert found("Ninguém", None) == []
    assert found(None, "Ninguém") == []
    assert found("Escola Exemplo", "João") == []


def test_people_are_listed_by_name(desk: Desk, service: QueueService) -> None:
    for name in ("Zilda", "Ângela", "Beto"):
        person(desk.database, name)
    assert [known.name for known in service.people()] == ["Ângela", "Beto", "Zilda"]
