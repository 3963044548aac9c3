"""Figures to draw: Suporte Técnico in November 2026, with people nobody is called like."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from app.domain.figures import (
    CalendarFigures,
    PersonHours,
    RosterAbsence,
    RosterDay,
    RosterFigures,
    RosterPost,
    SheetDay,
    SheetWindow,
)

ISSUED = datetime(2026, 11, 20, 17, 0, 5, tzinfo=UTC)
PEOPLE = ("Ana Exemplo", "Bruno Modelo", "Carla Amostra", "Davi Ilustração")
PLANTAO = ("07:00-08:00", "12:00-13:30", "18:00-19:00")
WINDOWS = ("07:00-08:00", "08:00-12:00", "12:00-13:30", "13:30-18:00", "18:00-19:00")
SUNDAY, LAST = date(2026, 11, 1), date(2026, 11, 30)
NAMED = {
    date(2026, 11, 2): ("Finados (nacional)",),
    date(2026, 11, 15): ("Proclamação da República (nacional)",),
    date(2026, 11, 20): ("Consciência Negra (nacional)",),
}
HOLES = {(date(2026, 11, 5), "12:00-13:30"), (date(2026, 11, 26), "07:00-08:00")}
SWAPPED = (date(2026, 11, 12), "18:00-19:00")
LONG_NAME = "Maria Aparecida dos Santos de Oliveira e Albuquerque Montenegro da Silva Exemplo"
MANY = tuple(f"Pessoa Inventada {number:02d}" for number in range(40))


def span(first: date, last: date) -> Iterator[date]:
    """Yield the dates from one to another, both included."""
    for days in range((last - first).days + 1):
        yield first + timedelta(days=days)


def a_roster(first: date = SUNDAY, last: date = LAST) -> RosterFigures:
    """Return a roster with two holes, a swap, an absence, a double duty."""
    return RosterFigures(
        "Suporte Técnico",
        first,
        last,
        tuple(RosterDay(day, NAMED.get(day, ()), _posts(day)) for day in span(first, last)),
        tuple(PersonHours(name, 3600 * 17 + 1800 * place) for place, name in enumerate(PEOPLE)),
        (RosterAbsence(PEOPLE[1], date(2026, 11, 30), date(2026, 12, 11), "férias"),),
        ("qui 12/11 18:00-19:00: Carla Amostra, também em PRIME",),
    )


def a_calendar(first: date = SUNDAY, last: date = LAST) -> CalendarFigures:
    """Return a calendar by its seventh revision."""
    return CalendarFigures(
        "Suporte Técnico", first, last, 7, tuple(_sheet_day(day) for day in span(first, last))
    )


def _is_closed(day: date) -> bool:
    return day.weekday() > 4 or day in NAMED


def _posts(day: date) -> tuple[RosterPost, ...]:
    return () if _is_closed(day) else tuple(_post(day, window) for window in PLANTAO)


def _post(day: date, window: str) -> RosterPost:
    names = _on_duty(day, window)
    return RosterPost(window, names, names if (day, window) == SWAPPED else ())


def _on_duty(day: date, window: str) -> tuple[str, ...]:
    if (day, window) in HOLES:
        return ()
    return (PEOPLE[(day.isocalendar().week + PLANTAO.index(window)) % len(PEOPLE)],)


def _sheet_day(day: date) -> SheetDay:
    if _is_closed(day):
        return SheetDay(day, named=NAMED.get(day, ()))
    windows = tuple(
        SheetWindow(window, window in PLANTAO, _on_duty(day, window) if window in PLANTAO else ())
        for window in WINDOWS
    )
    items = ("18:00 Atualização 12.1 (OFP-2)",) if day.day == 27 else ()
    return SheetDay(day, windows, due_count=day.day % 3, items=items, counted_seconds=43_200)
