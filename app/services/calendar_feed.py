"""A team's calendar as other programs read it: iCalendar (RFC 5545), instants in UTC.

An event is known by its place in its day, from one export to the next, and its SEQUENCE is the
revision of the calendar: a program that has read an older file brings its events up to date instead
of doubling them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import from_epoch
from app.domain.day_layout import Span, spans_of
from app.domain.errors import DataFailure
from app.domain.team_calendar import Holiday, Window
from app.domain.teams import Team
from app.services.calendars import SOURCE_WORDS, CalendarDay

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//Bancada//Calendario da equipe//PT"


def feed_of(team: Team, days: Iterable[CalendarDay], now: datetime) -> bytes:
    """Return the windows of a team's days as events, and each named day as one of a whole day."""
    from icalendar import Calendar  # no start has to wait for it

    feed = Calendar()
    feed.add("prodid", _PRODUCT)
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("x-wr-calname", team.name)
    for day in days:
        for event in _events_of(team, day):
            event.add("dtstamp", now)
            event.add("sequence", team.calendar.number)
            feed.add_component(event)
    return bytes(feed.to_ical())


def write_feed(feed: bytes, path: Path) -> None:
    """Write a feed in one step; ``DataFailure`` says why it could not be, what lay there stays."""
    draft = path.with_name(f"{path.name}.new")
    try:
        draft.write_bytes(feed)
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):  # where it could not be made, it cannot be taken away
            draft.unlink(missing_ok=True)
        raise DataFailure(f"não foi possível gravar {path}: {error.strerror}") from error


def _events_of(team: Team, day: CalendarDay) -> Iterator[Event]:
    stretches = [
        (window, names, span)
        for window, names in day.staffed
        for span in joined(spans_of(day.layout.date, window))
    ]
    for place, (window, names, span) in enumerate(stretches, 1):
        event = _window(team, day, place, window, span)
        if names:
            event.add("description", ", ".join(names))
        yield event
    for reason in dict.fromkeys(day.layout.reasons):  # two rules may name the same day alike
        yield _reason(team, day, reason)


def _window(team: Team, day: CalendarDay, place: int, window: Window, span: Span) -> Event:
    from icalendar import Event

    start, end = span
    event = Event()
    event.add("uid", f"{team.key}-{day.layout.date:%Y%m%d}-{place}@bancada")
    event.add("summary", f"{team.name} · {'plantão' if window.plantao else 'atendimento'}")
    event.add("categories", ["plantão" if window.plantao else "atendimento"])
    event.add("dtstart", from_epoch(start))
    event.add("dtend", from_epoch(end))
    return event


def _reason(team: Team, day: CalendarDay, reason: Holiday) -> Event:
    from icalendar import Event

    name = hashlib.sha256(f"{reason.source.value}\x1f{reason.name}".encode()).hexdigest()[:12]
    event = Event()
    event.add("uid", f"{team.key}-{day.layout.date:%Y%m%d}-{name}@bancada")
    event.add("summary", f"{reason.name} ({SOURCE_WORDS[reason.source]})")
    event.add("categories", [SOURCE_WORDS[reason.source]])
    event.add("dtstart", day.layout.date)
    event.add("dtend", day.layout.date + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # it is named, it keeps nobody busy
    return event


def joined(spans: Iterable[Span]) -> list[Span]:
    """Join spans that follow each other at once: the hour a clock showed twice is one stretch."""
    found: list[Span] = []
    for start, end in spans:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
