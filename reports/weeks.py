"""Days laid out in weeks, Monday first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Protocol, TypeVar


class _Dated(Protocol):
    @property
    def date(self) -> date: ...


D = TypeVar("D", bound=_Dated)


def weeks_of(days: Iterable[D]) -> list[tuple[D | None, ...]]:
    """Return the weeks that hold some days, each of seven places; what is not told is None."""
    weeks: dict[date, list[D | None]] = {}
    for day in days:
        monday = day.date - timedelta(days=day.date.weekday())
        weeks.setdefault(monday, [None] * 7)[day.date.weekday()] = day
    return [tuple(weeks[monday]) for monday in sorted(weeks)]
