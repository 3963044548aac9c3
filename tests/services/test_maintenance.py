"""A database as a whole: seeded, checked, copied, opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.calendar_plan import CalendarPlan
from app.domain.changes import Changes, Kind
from app.domain.clock import FixedClock
from app.domain.errors import DataFailure
from app.domain.queue_view import QueueFilter
from app.domain.teams import Team
from app.services import health, maintenance
from app.services.desk import Desk
from app.services.health import Health, check
from app.services.maintenance import sqlite_url
from app.services.tickets import TicketService
from app.services.workspace import Workspace
from app.storage import anchors, calendars, change_log
from app.storage.database import Database
from tests.databases import NOON
from tests.desks import Asked, open_ticket, open_tickets, tamper


def test_the_seed_has_eleven_teams_and_the_policy_of_the_guide(desk: Desk) -> None:
    assert len(desk.book.teams) == 11
    assert [policy.key for policy in desk.book.rules.policies] == ["padrao"]
    for team in desk.book.teams:
        assert team.calendar.number == 1
        for year in (2000, 2026, 2100):
            assert team.calendar.holidays.of_year(year)
        assert not team.calendar.holidays.of_year(2101)


def test_the_seed_says_who_made_the_calendars_and_why(desk: Desk) -> None:
    with desk.database.read() as connection:
        query = "SELECT DISTINCT author, reason, created_at FROM calendar_revision"
        ((author, reason, created),) = connection.exec_driver_sql(query).all()
    assert (author, reason) == ("Bancada", "Calendário do guia de relacionamento")
    assert created == int(NOON.timestamp())


def test_many_tickets_are_checked_in_pieces(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_TICKETS_AT_ONCE", 2)
    open_tickets(desk, *[Asked() for _ in range(5)])
    told: list[tuple[int, int]] = []
    whole = check(desk.database, full=True, report=lambda done, total: told.append((done, total)))
    assert whole == Health(5, ())
    assert told[-3:] == [(0, 5), (2, 5), (4, 5)]


def test_a_full_check_names_every_column_that_differs(desk: Desk) -> None:
    open_ticket(desk)
    tamper(desk.database, "UPDATE ticket SET due_at = 1, budget_seconds = 2, calendar = 'x'")
    faults = check(desk.database, full=True).faults
    assert faults == (
        "chamado 00000001: due_at não confere",
        "chamado 00000001: calendar não confere",
        "chamado 00000001: budget_seconds não confere",
    )


def test_a_database_that_cannot_be_opened_is_let_go(
    sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(Database, "close", lambda _self: closed.append(True))

    def fail(*_arguments: object) -> None:
        raise DataFailure("não deu")

    monkeypatch.setattr(anchors, "is_due", fail)
    with pytest.raises(DataFailure, match="não deu"):
        maintenance.open_database(sqlite_url(sqlite_file), FixedClock(NOON))
    assert closed == [True]


def test_a_copy_opens_like_the_database_it_was_made_of(sqlite_desk: Desk, tmp_path: Path) -> None:
    number = open_ticket(sqlite_desk, Asked(summary="Única"))
    maintenance.backup(sqlite_desk.database, tmp_path / "copy.db")
    place = sqlite_url(tmp_path / "other.db")
    assert maintenance.restore(place, tmp_path / "copy.db", overwrite=False) is None
    database = maintenance.open_database(place, FixedClock(NOON))
    assert TicketService(Desk(database, FixedClock(NOON))).view(number).card.summary == "Única"
    database.close()


def test_a_team_added_while_the_desk_works_is_known_after_the_next_look(desk: Desk) -> None:
    first = desk.book.teams[0].calendar
    with desk.database.write() as connection:
        digest = calendars.save_holidays(connection, [], "teste")
        plan = CalendarPlan("nova", 1, first.versions)
        calendars.add_team(connection, Team("nova", "Nova equipe", plan.revision()))
        calendars.add_revision(
            connection, plan, holidays=digest, author="Ana", reason="Teste", created_at=1
        )
        change_log.record(connection, Changes(frozenset({Kind.CALENDAR})), 1)
    assert len(desk.book.teams) == 11
    desk.look_for_changes()
    assert desk.book.team("nova").name == "Nova equipe"


def test_a_workspace_makes_each_service_once_and_on_its_desk(desk: Desk) -> None:
    workspace = Workspace(desk)
    assert workspace.label == desk.label
    number = open_ticket(desk)
    assert list(workspace.queue.numbers(QueueFilter())) == [number]
    for service in ("queue", "tickets", "calendars", "importing"):
        assert getattr(workspace, service) is getattr(workspace, service)
    assert not workspace.look_for_changes()
    workspace.close()
