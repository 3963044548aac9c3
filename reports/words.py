"""How dates, periods, hours and counts are written on paper, in Portuguese."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.brasilia_days import DAY_SECONDS, day_span
from app.domain.clock import to_brasilia

WEEKDAYS = (
    *("segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira"),
    *("sábado", "domingo"),
)
MONTHS = (
    *("janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho"),
    *("agosto", "setembro", "outubro", "novembro", "dezembro"),
)
PLANTAO, NORMAL = "plantão", "atendimento"
HOLE = "VAGO"
CLOSED = "fechado"
_NBSP = "\u00a0"


def full_date(day: date) -> str:
    """Write a date as ``20/11/2026``."""
    return f"{day:%d/%m}/{day.year:04d}"


def short_day(day: date) -> str:
    """Write a date of a week as ``sex 20/11``."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day:%d/%m}"


def month(day: date) -> str:
    """Write the month of a date as ``novembro de 2026``."""
    return f"{MONTHS[day.month - 1]} de {day.year}"


def month_mark(day: date) -> str:
    """Write the month of a date as ``nov``; January tells its year, too."""
    mark = MONTHS[day.month - 1][:3]
    return f"{mark} {day.year}" if day.month == 1 else mark


def period(first: date, last: date) -> str:
    """Write a period; a whole month goes by its name, a single day with its weekday."""
    if first == last:
        return f"{WEEKDAYS[first.weekday()]}, {full_date(first)}"
    ends_its_month = (last + timedelta(days=1)).day == 1
    if first.day == 1 and ends_its_month and (first.year, first.month) == (last.year, last.month):
        return month(first)
    return f"{full_date(first)} a {full_date(last)}"


def instant(moment: datetime) -> str:
    """Write an instant in Brasília time as ``20/11/2026 14:00:05``."""
    local = to_brasilia(moment)
    return f"{full_date(local.date())} {local:%H:%M:%S}"


def short_instant(moment: datetime | None) -> str:
    """Write an instant in Brasília time as ``20/11/2026 14:00``; nothing for none."""
    return "" if moment is None else instant(moment)[:-3]


def hours(seconds: int) -> str:
    """Write a length of time as ``132 h 30``; seconds short of a minute are left out."""
    whole, rest = divmod(seconds // 60, 60)
    return f"{number(whole)}{_NBSP}h{_NBSP}{rest:02d}"


def number(count: int) -> str:
    """Write a whole number as ``4.580``."""
    return f"{count:,}".replace(",", ".")


def counted(count: int, one: str, many: str) -> str:
    """Write how many there are with the word for them: ``1 dia útil``, ``22 dias úteis``."""
    return f"{number(count)} {one if count == 1 else many}"


def clock_change(day: date) -> str:
    """Say that a day is longer or shorter than others (CAL-6); empty for nearly all of them."""
    start, end = day_span(day)
    if end - start == DAY_SECONDS:
        return ""
    if end - start < DAY_SECONDS:
        return "dia de 23 horas: o relógio foi adiantado"
    return "dia de 25 horas: o relógio foi atrasado"
