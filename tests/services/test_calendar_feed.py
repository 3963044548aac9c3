"""A team's calendar as iCalendar, read back by the library other programs read it with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from app.domain.clock import to_epoch
from app.domain.day_layout import spans_of
from app.domain.errors import DataFailure, InvalidInput, NotFound
from app.domain.roster import Assignment
from app.domain.team_calendar import CalendarRevision
from app.domain.teams import Team
from app.services.calendar_feed import feed_of, joined, write_feed
from app.services.calendars import CalendarService, days_of
from app.services.desk import Desk
from app.services.roster import RosterService
from app.storage import names, tables
from tests.domain.strategies import SUMMER_TIME, dates, revisions

NOW = datetime(2026, 11, 20, 17, 32, tzinfo=UTC)
FRIDAY = date(2026, 11, 20)
"""Consciência Negra, a national holiday."""


def _events(feed: bytes) -> list[Component]:
    calendar = Calendar.from_ical(feed)
    assert isinstance(calendar, Calendar)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def _timed(feed: bytes) -> list[Component]:
    return [e for e in _events(feed) if isinstance(e["dtstart"].dt, datetime)]


def _read_back(feed: bytes) -> set[tuple[int, int, bool]]:
    return {
        (to_epoch(e["dtstart"].dt), to_epoch(e["dtend"].dt), "plantão" in e["summary"])
        for e in _timed(feed)
    }


def test_who_is_on_duty_stands_in_the_event(desk: Desk, tmp_path: Path) -> None:
    with desk.database.write() as connection:
        (ana,) = names.numbers_of(connection, tables.person, ["Ana Exemplo"]).values()
    thursday = date(2026, 11, 19)
    RosterService(desk).assign("prime", [Assignment(thursday, 420, 480, ana)])
    CalendarService(desk).export("prime", thursday, thursday, tmp_path / "prime.ics")
    told = [e.get("description") for e in _timed((tmp_path / "prime.ics").read_bytes())]
    assert told == ["Ana Exemplo", None, None, None, None]


@given(revisions(), dates(SUMMER_TIME), st.integers(0, 20))
def test_what_is_read_back_is_what_was_laid_out(
    revision: CalendarRevision, first: date, length: int
) -> None:
    days = days_of(revision, first, first + timedelta(days=length))
    feed = feed_of(Team(revision.key, "Sorteada", revision), days, NOW)
    assert _read_back(feed) == {
        (start, end, window.plantao)
        for day in days
        for window in day.layout.windows
        for start, end in joined(spans_of(day.layout.date, window))
    }
    uids = [str(event["uid"]) for event in _events(feed)]
    assert len(set(uids)) == len(uids)


def test_a_week_of_the_support_team_names_its_holiday(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "suporte.ics"
    CalendarService(desk).export("suporte-tecnico", date(2026, 11, 16), date(2026, 11, 22), path)
    feed = path.read_bytes()
    assert len(_timed(feed)) == 4 * 5  # the four working days, five windows each
    (holiday,) = [e for e in _events(feed) if not isinstance(e["dtstart"].dt, datetime)]
    assert "Consciência Negra (nacional)" in holiday["summary"]
    assert (holiday["dtstart"].dt, holiday["dtend"].dt) == (FRIDAY, date(2026, 11, 21))
    assert holiday["transp"] == "TRANSPARENT"


def test_the_same_windows_are_the_same_events_in_a_second_export(desk: Desk) -> None:
    team = desk.book.team("suporte-tecnico")
    days = days_of(team.calendar, date(2026, 11, 16), date(2026, 11, 22))
    first = _events(feed_of(team, days, NOW))
    second = _events(feed_of(team, days, NOW + timedelta(days=1)))
    assert [e["uid"] for e in first] == [e["uid"] for e in second]
    assert {e["sequence"] for e in first} == {team.calendar.number}


def test_the_hour_a_clock_showed_twice_is_one_event(desk: Desk) -> None:
    cloud = desk.book.team("cloud")
    days = days_of(cloud.calendar, date(2019, 2, 16), date(2019, 2, 16))  # 25 hours
    (event,) = _timed(feed_of(cloud, days, NOW))
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=25)


def test_a_period_or_a_team_that_is_none_is_refused_and_no_file_is_made(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "nada.ics"
    calendars = CalendarService(desk)
    with pytest.raises(InvalidInput):
        calendars.export("cst", FRIDAY, date(2026, 11, 1), path)
    with pytest.raises(NotFound):
        calendars.export("nenhuma", FRIDAY, FRIDAY, path)
    assert list(tmp_path.glob("nada*")) == []


def test_a_file_that_cannot_be_written_leaves_what_lay_there(tmp_path: Path) -> None:
    with pytest.raises(DataFailure, match="não foi possível gravar"):
        write_feed(b"", tmp_path / "nenhuma" / "suporte.ics")
    taken = tmp_path / "pasta"
    taken.mkdir()
    with pytest.raises(DataFailure, match="não foi possível gravar"):
        write_feed(b"", taken)
    assert taken.is_dir()
    assert list(tmp_path.iterdir()) == [taken]
