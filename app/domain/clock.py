"""Instants: where "now" comes from, and how wall time of Brasília becomes UTC (CAL-6)."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from app.domain.errors import InvalidInput

BRASILIA = ZoneInfo("America/Sao_Paulo")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SECOND = timedelta(seconds=1)
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?([Zz]|[+-]\d{2}:?\d{2})"
)


class Clock(Protocol):
    """Tells the present instant."""

    def now(self) -> datetime:
        """Return the present instant in UTC, whole seconds."""
        ...


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """Return the present instant in UTC, whole seconds."""
        return datetime.now(UTC).replace(microsecond=0)


class FixedClock:
    """A clock that stands still until it is moved; for ``--now``, demos and tests."""

    def __init__(self, instant: datetime) -> None:
        """Stand at the given aware instant."""
        self._instant = instant.astimezone(UTC)

    def now(self) -> datetime:
        """Return the instant at which this clock stands."""
        return self._instant

    def move_to(self, instant: datetime) -> None:
        """Stand at another instant from now on."""
        self._instant = instant.astimezone(UTC)


def to_epoch(instant: datetime) -> int:
    """Return whole seconds since 1970 in UTC; ``InvalidInput`` without an offset."""
    if instant.tzinfo is None:
        raise InvalidInput("o instante não diz o fuso; escreva-o com deslocamento, como -03:00")
    return (instant - _EPOCH) // _SECOND


def from_epoch(seconds: int) -> datetime:
    """Return the UTC instant that lies so many seconds after 1970."""
    return _EPOCH + timedelta(seconds=seconds)


def to_brasilia(instant: datetime) -> datetime:
    """Return the same instant as wall time of Brasília."""
    return instant.astimezone(BRASILIA)


def local_date(instant: datetime) -> date:
    """Return the date Brasília shows at an instant."""
    return instant.astimezone(BRASILIA).date()


_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def read_day(text: str) -> date:
    """Read a date as people write it, ``2026-11-20`` or ``20/11/2026``; else ``InvalidInput``.

    A year nobody can mean, before 1900 or after 2200, is a slip of the keys.
    """
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            day = datetime.strptime(text, form).date()  # noqa: DTZ007  # a date has no zone
        except ValueError:
            continue
        if _FIRST_YEAR <= day.year <= _LAST_YEAR:
            return day
        raise InvalidInput(
            f"o ano {day.year} não pode ser; escreva um de {_FIRST_YEAR} a {_LAST_YEAR}"
        )
    raise InvalidInput(f"data inválida {text!r}; use AAAA-MM-DD ou DD/MM/AAAA")


def parse_instant(text: str) -> datetime:
    """Read an ISO 8601 instant with offset, whole seconds, into UTC (contract of the command).

    Raises ``InvalidInput`` when the offset is missing, the second has a fraction, or the date
    does not exist.
    """
    match = _INSTANT.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise InvalidInput(
            f"instante inválido {text!r}; use ISO 8601 com deslocamento, como 2026-11-20T17:00:00Z"
        )
    if match.group(2):
        raise InvalidInput(f"o instante {text!r} tem fração de segundo; use segundos inteiros")
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise InvalidInput(f"o instante {text!r} não existe no calendário") from error


def format_instant(instant: datetime | None) -> str | None:
    """Write an instant in UTC as ``2026-11-20T17:00:00Z``, or nothing for none."""
    if instant is None:
        return None
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def wall_to_instant(wall: datetime, zone: ZoneInfo = BRASILIA) -> datetime:
    """Turn a wall time into an instant (CAL-6).

    A repeated hour is read as its first pass, unless ``wall.fold`` says otherwise; a wall time
    that a clock never showed raises ``InvalidInput``.
    """
    try:
        instant = wall.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError as error:
        raise InvalidInput(f"a data {wall:%d/%m/%Y} está no limite do calendário") from error
    if instant.astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None, fold=0):
        raise InvalidInput(
            f"CAL-6: {wall:%d/%m/%Y %H:%M:%S} não existiu em {zone.key}: "
            "o relógio foi adiantado nessa hora"
        )
    return instant


def instant_of_day(day: date, wall: time) -> int:
    """Return the epoch second of a wall time of Brasília on a date."""
    return to_epoch(wall_to_instant(datetime.combine(day, wall)))
