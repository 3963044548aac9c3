"""Somebody's duties as iCalendar, read back by the library other programs read it with (CAL-7)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from app.domain.clock import to_epoch
from app.domain.queue_view import Reference
from app.domain.roster import Assignment, Duty
from app.services.desk import Desk
from app.services.duty_feed import duty_feed
from app.services.roster import RosterService
from app.storage import names, tables
from tests.databases import NOON
from tests.desks import at

ANA = Reference(7, "Ana")
DAY = date(2026, 3, 4)


def _events(feed: bytes) -> list[Component]:
    calendar = Calendar.from_ical(feed)
    assert isinstance(calendar, Calendar)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def test_duties_are_read_back_with_team_and_hours(desk: Desk, tmp_path: Path) -> None:
    with desk.database.write() as connection:
        people = names.numbers_of(connection, tables.person, ["Ana", "Beto"])
    service = RosterService(desk)
    service.assign(
        "suporte-tecnico",
        [Assignment(DAY, 420, 480, people["Ana"]), Assignment(DAY, 720, 810, people["Beto"])],
    )
    path = tmp_path / "ana.ics"
    ana = Reference(people["Ana"], "Ana")
    service.export(ana, DAY, DAY, path)
    (event,) = _events(path.read_bytes())
    assert str(event["summary"]) == "Plantão · Suporte Técnico"
    assert to_epoch(event["dtstart"].dt) == at("2026-03-04 07:00")
    assert to_epoch(event["dtend"].dt) == at("2026-03-04 08:00")
    uid, sequence = str(event["uid"]), int(event["sequence"])
    duty = service.span("suporte-tecnico", DAY, DAY).posts[0].on_duty[0]
    service.clear([duty.id])
    service.export(ana, DAY, DAY, path)
    (event,) = _events(path.read_bytes())
    assert (str(event["uid"]), str(event["status"])) == (uid, "CANCELLED")
    assert int(event["sequence"]) > sequence
    service.assign("suporte-tecnico", [Assignment(DAY, 420, 480, people["Ana"])])
    service.export(ana, DAY, DAY, path)
    (event,) = _events(path.read_bytes())
    assert (str(event["uid"]), str(event["status"])) == (uid, "CONFIRMED")
    assert int(event["sequence"]) > sequence + 1


@pytest.mark.parametrize(
    ("day", "start", "end", "hours"),
    [(date(2018, 11, 4), 0, 60, None), (date(2018, 2, 17), 1380, 1440, 2)],
)
def test_a_skipped_hour_is_no_duty_and_a_repeated_one_is_two(
    day: date, start: int, end: int, hours: int | None
) -> None:
    duty = Duty(1, "cloud", day, start, end, ANA, "Beto concordou")
    events = _events(duty_feed("Ana", [duty], [], {"cloud": "Cloud"}, NOON))
    if hours is None:
        assert events == []
        return
    (event,) = events
    assert (event["dtend"].dt - event["dtstart"].dt).total_seconds() == hours * 3600
    assert "Beto concordou" in str(event["description"])
