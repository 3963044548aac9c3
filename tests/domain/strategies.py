"""Calendars, pauses and histories nobody thought of, for the laws."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from app.domain.deadline import Target, business_days, hours
from app.domain.pauses import Pause, PauseReason
from app.domain.severity import Severity
from app.domain.team_calendar import (
    CalendarRevision,
    CalendarVersion,
    DayException,
    DaySource,
    Holiday,
    ListedHolidays,
    LocalRule,
    NationalRule,
    Weekday,
    Window,
    revision_of,
    weekly_windows,
)
from app.domain.ticket_events import Channel, Closing, Event, EventKind, StatusKind
from tests.domain.builders import at

DAY = 86_400
A_LAW = settings(max_examples=50)
"""For laws that compile a calendar for every example."""
SUMMER_TIME = (date(2018, 1, 20), date(2019, 3, 15))
"""Holds two ends of summer time and the beginning between them, the last ones of Brasília."""
CLOCK_CHANGES = ("2018-02-17", "2018-02-18", "2018-11-04", "2019-02-16", "2019-02-17")


def _day_of(dice: Random) -> tuple[Window, ...]:
    edges = sorted(dice.sample(range(97), dice.choice((2, 4, 6))))
    found = [
        Window(start * 15, end * 15, plantao=dice.random() < 0.4)
        for start, end in pairwise(edges)
        if dice.random() < 0.7
    ]
    return tuple(found)


# Drawing one of many ready days is ten times quicker than drawing its windows one by one.
CLOCK_HOURS = (Window(0, 60), Window(23 * 60, 24 * 60))
DAYS = (
    (),
    (Window(0, 24 * 60),),
    *((window,) for window in CLOCK_HOURS),
    *(_day_of(Random(number)) for number in range(60)),
)
"""Windows of one day that may touch; some are just the hour that clocks skip or repeat."""


def windows_of_a_day() -> st.SearchStrategy[tuple[Window, ...]]:
    """Draw the windows of one day."""
    return st.sampled_from(DAYS)


@st.composite
def versions(draw: st.DrawFn, first_valid: date = date(2000, 1, 1)) -> CalendarVersion:
    """Draw weekly windows and rules with at least one window that always counts."""
    week = {day: draw(windows_of_a_day()) for day in Weekday}
    week[Weekday.WED] = (Window(9 * 60, 17 * 60),)
    return CalendarVersion(
        first_valid,
        weekly_windows(week),
        draw(st.booleans()),
        draw(st.sampled_from(NationalRule)),
        draw(st.sampled_from(LocalRule)),
    )


def dates(span: tuple[date, date]) -> st.SearchStrategy[date]:
    """Draw a date of a span; the days on which clocks changed come often."""
    edges = [date.fromisoformat(day) for day in CLOCK_CHANGES]
    inside = [day for day in edges if span[0] <= day <= span[1]] or [span[0]]
    return st.one_of(st.dates(*span), st.sampled_from(inside))


@st.composite
def revisions(draw: st.DrawFn, span: tuple[date, date] = SUMMER_TIME) -> CalendarRevision:
    """Draw a calendar with holidays, exceptions and up to two versions."""
    chosen = [draw(versions())]
    if draw(st.booleans()):
        chosen.append(draw(versions(draw(dates(span)))))
    named = draw(st.lists(st.tuples(dates(span), st.sampled_from(DaySource)), max_size=5))
    own = draw(st.dictionaries(dates(span), windows_of_a_day(), max_size=3))
    return revision_of(
        "sorteado",
        chosen,
        holidays=ListedHolidays(Holiday(day, "Feriado", source) for day, source in named),
        exceptions=[DayException(day, windows) for day, windows in own.items()],
    )


def instants(span: tuple[date, date] = SUMMER_TIME) -> st.SearchStrategy[int]:
    """Draw an epoch second, often near a quarter of an hour or a change of the clocks."""
    first = at(f"{span[0]} 12:00")
    length = (span[1] - span[0]).days * DAY
    anywhere = st.integers(0, length).map(lambda seconds: first + seconds)
    quarters = anywhere.map(lambda instant: instant // 900 * 900)
    near = dates(span).flatmap(
        lambda day: st.integers(-2 * 3600, 26 * 3600).map(
            lambda offset: at(f"{day - timedelta(days=1)} 12:00") + 12 * 3600 + offset
        )
    )
    return st.one_of(quarters, anywhere, near)


@st.composite
def pauses(
    draw: st.DrawFn, span: tuple[date, date] = SUMMER_TIME, *, most: int = 4
) -> tuple[Pause, ...]:
    """Draw pauses that may overlap, touch, be empty, begin before the opening or stay open."""
    found = []
    for _ in range(draw(st.integers(0, most))):
        start = draw(instants(span))
        length = draw(st.one_of(st.integers(0, 20 * DAY), st.just(0), st.none()))
        end = None if length is None else start + length
        found.append(Pause(start, end, draw(st.sampled_from(PauseReason))))
    return tuple(found)


def closed_pauses(span: tuple[date, date] = SUMMER_TIME) -> st.SearchStrategy[tuple[Pause, ...]]:
    """Draw pauses that all ended."""
    return pauses(span).map(lambda found: tuple(pause for pause in found if pause.end is not None))


TARGETS: st.SearchStrategy[Target] = st.one_of(
    st.integers(1, 60).map(hours), st.integers(1, 12).map(business_days)
)

FIRST_MOMENT = at("2018-10-25 08:00")
MOMENTS = st.integers(0, 24 * 30)

READABLE: dict[str, st.SearchStrategy[Any]] = {
    "severity": st.sampled_from([severity.value for severity in Severity]),
    "team": st.sampled_from(["a", "b", "v", "cloud", "sem calendário"]),
    "contract": st.sampled_from(["prime", None]),
    "assignee": st.integers(1, 9),
    "destination": st.sampled_from(["innovation", "factory"]),
    "public": st.booleans(),
    "status": st.sampled_from(["Em testes", "Com o fornecedor"]),
    "kind": st.sampled_from([kind.value for kind in StatusKind]),
    "due": instants(),
    "limit_date": dates(SUMMER_TIME).map(date.isoformat),
    "closing": st.sampled_from([closing.value for closing in Closing]),
    "into": st.just("00000042"),
}
KEYS = {
    EventKind.OPENED: ("severity", "team", "contract"),
    EventKind.CLASSIFIED: ("severity",),
    EventKind.RECLASSIFIED: ("severity",),
    EventKind.TRANSFERRED: ("team",),
    EventKind.CONTRACT_CHANGED: ("contract",),
    EventKind.ASSIGNED: ("assignee",),
    EventKind.OWNER_SET: ("assignee",),
    EventKind.FORWARDED: ("destination",),
    EventKind.NOTE: ("public",),
    EventKind.STATUS_SET: ("status", "kind"),
    EventKind.DUE_AGREED: ("due",),
    EventKind.LIMIT_MOVED: ("limit_date",),
    EventKind.CLOSED: ("closing",),
    EventKind.MERGED: ("into",),
}
"""What the payload of each act may hold."""
NONSENSE: st.SearchStrategy[Any] = st.sampled_from(
    [None, True, 7, -1, "", "xyz", "2026-02-30", [], ["a"], {}, 1.5]
)
Payloads = Callable[[EventKind], st.SearchStrategy[dict[str, Any]]]


def readable(kind: EventKind) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a payload that says what it should, or leaves it out."""
    return st.fixed_dictionaries({}, optional={key: READABLE[key] for key in KEYS.get(kind, ())})


def nonsense(kind: EventKind) -> st.SearchStrategy[dict[str, Any]]:
    """Draw a payload in which anything may stand."""
    keys = (*KEYS.get(kind, ()), "facts")
    return st.fixed_dictionaries({}, optional=dict.fromkeys(keys, NONSENSE))


@st.composite
def histories(
    draw: st.DrawFn, payloads: Payloads = readable, *, most: int = 12
) -> tuple[Event, ...]:
    """Draw events of any kind in any order, several of them within one second."""
    found = []
    for seq, moment in enumerate(draw(st.lists(MOMENTS, min_size=1, max_size=most)), 1):
        kind = draw(st.sampled_from(EventKind))
        at_the_hour = FIRST_MOMENT + moment * 3600
        found.append(
            Event(
                seq, kind, at_the_hour, at_the_hour, 7, "mesa", Channel.DESK, draw(payloads(kind))
            )
        )
    return tuple(found)
