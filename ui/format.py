"""How figures and instants are written for people: pure functions, Brasília time.

Working time is written in hours, never in days: a day of work is not the same on every calendar.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from app.domain.clock import to_brasilia

if TYPE_CHECKING:
    from decimal import Decimal

_HOUR = 3600
_MINUTE = 60
_WEEKDAYS = ("seg", "ter", "qua", "qui", "sex", "sáb", "dom")
_MONTHS = ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez")
_NBSP = "\u00a0"


def working_time(seconds: int) -> str:
    """Write a span of working time as ``1 h 12``; what is overdue carries a minus sign.

    Seconds are cut off towards lateness: one second overdue reads ``-0 h 01``, and the last
    59 seconds in time read ``0 h 00``.
    """
    minutes = seconds // _MINUTE
    sign = "-" if minutes < 0 else ""
    hours, rest = divmod(abs(minutes), _MINUTE)
    return f"{sign}{count(hours)} h {rest:02d}"


def working_hours(seconds: int) -> str:
    """Write a target or a budget as ``20 h úteis``; minutes only where there are any."""
    if seconds % _HOUR:
        return f"{working_time(seconds)} úteis"
    return f"{count(seconds // _HOUR)} h úteis"


def clock_span(seconds: int) -> str:
    """Write a running time as ``00:42:10``."""
    hours, rest = divmod(max(0, seconds), _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    return f"{hours:02d}:{minutes:02d}:{rest:02d}"


def file_size(size: int) -> str:
    """Write a number of bytes as ``12 kB`` or ``3,4 MB``, never as nothing."""
    if size < 1_000_000:
        return f"{count(max(1, round(size / 1000)))}{_NBSP}kB"
    from decimal import Decimal

    return f"{decimal(Decimal(size) / 1_000_000, 1)}{_NBSP}MB"


def moment(instant: datetime, now: datetime | None = None) -> str:
    """Write an instant as ``sex 20/11 14:00``, with the year where it is not that of ``now``."""
    local = to_brasilia(instant)
    return f"{day(local.date(), _local_day(now))} {local:%H:%M}"


def day(when: date, today: date | None = None) -> str:
    """Write a date as ``sex 20/11``, with the year where it is not that of ``today``."""
    short = f"{_WEEKDAYS[when.weekday()]} {when:%d/%m}"
    if today is None or today.year == when.year:
        return short
    return f"{short}/{when.year:04d}"


def weekdays() -> tuple[str, ...]:
    """Return the names of the days of a week, Monday first."""
    return _WEEKDAYS


def full_moment(instant: datetime) -> str:
    """Write an instant to the second as ``20/11/2026 14:00:05``."""
    local = to_brasilia(instant)
    return f"{full_day(local.date())} {local:%H:%M:%S}"


def full_day(when: date) -> str:
    """Write a date as ``20/11/2026``."""
    return f"{when:%d/%m}/{when.year:04d}"


def month(when: date) -> str:
    """Write the month of a date as ``nov 2026``."""
    return f"{_MONTHS[when.month - 1]} {when.year:04d}"


def clock_time(instant: datetime) -> str:
    """Write the time of day of an instant as ``14:32``."""
    return f"{to_brasilia(instant):%H:%M}"


def count(number: int) -> str:
    """Write a whole number as ``4.580``."""
    return str(number) if 0 <= number < 1000 else f"{number:,}".replace(",", ".")


def decimal(number: Decimal, places: int) -> str:
    """Write a number as ``1.234,50``, rounded half up before it is written."""
    from decimal import ROUND_HALF_UP, Decimal

    exact = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    whole, _, fraction = f"{exact:,f}".partition(".")
    grouped = whole.replace(",", ".")
    return f"{grouped},{fraction}" if fraction else grouped


def percent(part: int, whole: int) -> str:
    """Write a share as ``87,5 %``; a dash where there is nothing to take a share of."""
    if whole == 0:
        return "–"
    from decimal import Decimal

    return f"{decimal(Decimal(part * 100) / Decimal(whole), 1)}{_NBSP}%"


def _local_day(instant: datetime | None) -> date | None:
    return None if instant is None else to_brasilia(instant).date()
