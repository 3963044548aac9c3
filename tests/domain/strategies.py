"""Calendars, pauses and histories nobody thought of, for the laws."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

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
SUMMER_TIME = (date(2017, 10, 1), date(2019, 3, 15))
"""Holds two beginnings and two ends of summer time, the last ones Brasília had."""
TODAY = (date(2025, 12, 1), date(2027, 1, 15))
SPANS = st.sampled_from([SUMMER_TIME, TODAY])
CLOCK_CHANGES = ("2017-10-15", "2018-02-17", "2018-02-18", "2018-11-04", "2019-02-16", "2019-02-17")

EDGES = st.integers(0, 96).map(lambda quarter: quarter * 15)


@st.composite
def windows_of_a_day(draw: st.DrawFn, *, least: int = 0) -> tuple[Window, ...]:
    """Draw windows of one day that may touch and never overlap."""
    edges = sorted(draw(st.lists(EDGES, min_size=2 * least, max_size=6, unique=True)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    found = [Window(start, end, plantao=draw(st.booleans())) for start, end in pairs]
    touching = [
        Window(one.end, two.start, plantao=True)
        for one, two in pairwise(found)
        if one.end < two.start and draw(st.booleans())
    ]
    return tuple(sorted([*found, *touching]))


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
NONSENSE = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.text(max_size=5), st.just([]), st.just({})
)
PAYLOADS = st.fixed_dictionaries({}, optional=READABLE)
ODD_PAYLOADS = st.fixed_dictionaries(
    {},
    optional={key: st.one_of(NONSENSE, good) for key, good in READABLE.items()}
    | {"facts": NONSENSE},
)


@st.composite
def histories(
    draw: st.DrawFn, payloads: st.SearchStrategy[dict[str, Any]] = PAYLOADS, *, most: int = 14
) -> tuple[Event, ...]:
    """Draw events of any kind in any order, several of them within one second."""
    when = st.lists(instants(), min_size=1, max_size=most)
    kinds = st.sampled_from(EventKind)
    return tuple(
        Event(
            seq,
            draw(kinds),
            moment // 7200 * 7200,
            moment,
            draw(st.one_of(st.none(), st.integers(1, 9))),
            "mesa",
            draw(st.sampled_from(Channel)),
            draw(payloads),
        )
        for seq, moment in enumerate(draw(when), 1)
    )
