"""The directory of service areas: searched, with who answers now (TKT-7)."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.domain.clock import BRASILIA, FixedClock, from_epoch
from app.domain.team_calendar import CalendarVersion, revision_of, weekly_windows
from app.domain.teams import Team
from app.services.catalog import load_catalog, service_areas
from app.services.desk import Desk
from app.services.directory import DirectoryService
from app.services.sla_book import SlaBook


def at(wall: str) -> FixedClock:
    return FixedClock(datetime.fromisoformat(wall).replace(tzinfo=BRASILIA))


def test_every_area_belongs_to_a_team_there_is() -> None:
    teams = {team.key for team in load_catalog().teams}
    assert {area.team for area in service_areas()} <= teams


@pytest.mark.parametrize(
    ("asked", "path"),
    [("educacional", "2-2-3-9-9-1"), ("CADASTRO acesso", "7"), ("elogios", "8")],
)
def test_an_area_is_found_by_words_of_it(sqlite_desk: Desk, asked: str, path: str) -> None:
    (found,) = DirectoryService(sqlite_desk).find(asked)
    assert (found.area.phone, found.area.path) == ("4003-0015", path)


def test_it_says_who_answers_now_and_when_the_others_do(sqlite_desk: Desk) -> None:
    sqlite_desk.clock = at("2026-03-04 12:30")
    directory = DirectoryService(sqlite_desk)
    found = {known.area.name: known for known in directory.find("")}
    assert found["Suporte Técnico"].is_open  # on duty
    assert not found["CST"].is_open
    opens = found["CST"].opens_at
    assert opens is not None
    assert from_epoch(opens) == at("2026-03-04 13:30").now()
    assert directory.find("nada disso") == ()


def test_a_team_that_never_opens_tells_no_instant(sqlite_desk: Desk) -> None:
    closed = revision_of("bpo", [CalendarVersion(date(2000, 1, 1), weekly_windows({}))])
    others = [team for team in sqlite_desk.book.teams if team.key != "bpo"]
    sqlite_desk.book = SlaBook(sqlite_desk.book.rules, (*others, Team("bpo", "BPO", closed)))
    (found,) = DirectoryService(sqlite_desk).find("bpo")
    assert (found.is_open, found.opens_at) == (False, None)
