"""Somebody's duties as other programs read them: iCalendar (RFC 5545), instants in UTC.

A duty is known by person, team, day and start from one export to the next; what is taken off is
told as cancelled, so that a program that read an older file takes it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from app.domain.clock import from_epoch
from app.domain.day_layout import spans_of
from app.domain.roster import Duty
from app.domain.team_calendar import Window, format_minute

_PRODUCT = "-//Bancada//Escala de plantao//PT"


def duty_feed(
    name: str,
    duties: Iterable[Duty],
    ended: Iterable[Duty],
    teams: Mapping[str, str],
    now: datetime,
) -> bytes:
    """Return somebody's duties as events; ``teams`` gives the names of teams by key."""
    from icalendar import Calendar, Event  # no start has to wait for it

    feed = Calendar()
    feed.add("prodid", _PRODUCT)
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", f"Plantão · {name}")
    newest = {_uid(duty): (duty, "CANCELLED") for duty in ended}
    newest |= {_uid(duty): (duty, "CONFIRMED") for duty in duties}
    for uid, (duty, status) in newest.items():
        spans = spans_of(duty.day, Window(duty.start, duty.end))
        if not spans:
            continue  # the hour was skipped that day
        event = Event()
        event.add("uid", uid)
        event.add("summary", f"Plantão · {teams.get(duty.team, duty.team)}")
        event.add("dtstart", from_epoch(spans[0][0]))
        event.add("dtend", from_epoch(spans[-1][1]))
        event.add("status", status)
        event.add("sequence", 2 * duty.id + (status == "CANCELLED"))
        event.add("dtstamp", now)
        if duty.swapped:
            event.add("description", f"Troca: {duty.swapped}")
        feed.add_component(event)
    return bytes(feed.to_ical())


def _uid(duty: Duty) -> str:
    start = format_minute(duty.start).replace(":", "")
    return f"{duty.person.id}-{duty.team}-{duty.day:%Y%m%d}-{start}@bancada"
