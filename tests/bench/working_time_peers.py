"""The Python peers for working time, each set up the way its own manual recommends.

All of them get Mon-Fri 07:00-19:00 (Suporte Técnico with plantão counted is that one stretch), the
same national holidays, objects built beforehand and the kind of instant they like best.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from importlib.metadata import version
from operator import add
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Sao_Paulo")
OPENING, CLOSING = time(7), time(19)
Call = Callable[[Any, Any], Any]
_Value = TypeVar("_Value")


def _same(value: _Value) -> _Value:
    return value


@dataclass(frozen=True, slots=True)
class Contestant:
    """A library under measurement: its calls, and the way in and out of its own types.

    `moment` turns epoch seconds into what its calls take, `budget` a number of working hours;
    `epoch_of` and `seconds_of` turn the answers back. A call it does not have is none.
    """

    name: str
    deadline: Call | None
    elapsed: Call | None
    moment: Callable[[int], Any]
    budget: Callable[[int], Any] = _same
    epoch_of: Callable[[Any], int] = _same
    seconds_of: Callable[[Any], float] = _same
    batch_deadline: Callable[[Sequence[Any], Sequence[Any]], Any] | None = None


def _local(epoch: int) -> datetime:
    return datetime.fromtimestamp(epoch, ZONE)


def _naive_local(epoch: int) -> datetime:
    return _local(epoch).replace(tzinfo=None)


def _epoch(instant: datetime) -> int:
    return int(instant.timestamp())


def _epoch_of_naive(local: datetime) -> int:
    return _epoch(local.replace(tzinfo=ZONE))


def businesstimedelta_peer(days_off: Sequence[date]) -> Contestant:
    """Set up businesstimedelta: a work day rule with a holiday rule taken away."""
    import businesstimedelta
    import pytz

    zone = pytz.timezone(ZONE.key)
    days = businesstimedelta.WorkDayRule(
        start_time=OPENING, end_time=CLOSING, working_days=[0, 1, 2, 3, 4], tz=zone
    )
    off = businesstimedelta.HolidayRule(frozenset(days_off), tz=zone)
    rules = businesstimedelta.Rules([days, off])
    return Contestant(
        name=f"businesstimedelta {version('businesstimedelta')}",
        deadline=add,
        elapsed=rules.difference,
        moment=lambda epoch: datetime.fromtimestamp(epoch, zone),
        budget=lambda hours: businesstimedelta.BusinessTimeDelta(rules, hours=hours),
        epoch_of=_epoch,
        seconds_of=lambda delta: delta.timedelta.total_seconds(),
    )


def pandas_peer(days_off: Sequence[date]) -> Contestant:
    """Set up pandas: a CustomBusinessHour per target; it does not measure elapsed time."""
    import warnings

    import pandas as pd

    def offset(hours: int) -> object:
        return pd.offsets.CustomBusinessHour(
            hours, start=OPENING, end=CLOSING, holidays=list(days_off)
        )

    def batch(moments: Sequence[Any], offsets: Sequence[Any]) -> object:
        opened, wanted = pd.Series(moments), pd.Series(offsets)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.PerformanceWarning)
            return [rows + wanted[rows.index[0]] for _, rows in opened.groupby(wanted.map(id))]

    return Contestant(
        name=f"pandas {version('pandas')}",
        deadline=add,
        elapsed=None,
        moment=lambda epoch: pd.Timestamp(_naive_local(epoch)),
        budget=_remembering(offset),
        epoch_of=lambda stamp: _epoch_of_naive(stamp.to_pydatetime()),
        batch_deadline=batch,
    )


def business_duration_peer(days_off: Sequence[date]) -> Contestant:
    """Set up business-duration, which measures elapsed time only."""
    from business_duration import businessDuration

    off = frozenset(days_off)

    def elapsed(start: datetime, end: datetime) -> object:
        return businessDuration(start, end, OPENING, CLOSING, [5, 6], off, "sec")

    return Contestant(
        name=f"business-duration {version('business-duration')}",
        deadline=None,
        elapsed=elapsed,
        moment=_naive_local,
    )


def django_bizcal_peer(days_off: Sequence[date]) -> Contestant:
    """Set up django-bizcal's pure calendar, which needs no Django settings."""
    from django_bizcal import WorkingCalendar
    from django_bizcal.providers import SetHolidayProvider

    calendar = WorkingCalendar(
        tz=ZONE.key,
        weekly_schedule={weekday: [("07:00", "19:00")] for weekday in range(5)},
        holiday_provider=SetHolidayProvider.from_dates(days_off),
    )
    return Contestant(
        name=f"django-bizcal {version('django-bizcal')}",
        deadline=calendar.add_business_time,
        elapsed=calendar.business_time_between,
        moment=_local,
        budget=_remembering(lambda hours: timedelta(hours=hours)),
        epoch_of=_epoch,
        seconds_of=timedelta.total_seconds,
    )


PEERS: tuple[Callable[[Sequence[date]], Contestant], ...] = (
    businesstimedelta_peer,
    pandas_peer,
    business_duration_peer,
    django_bizcal_peer,
)


def _remembering(make: Callable[[int], Any]) -> Callable[[int], Any]:
    """Make each value once: a program would hold its four targets ready."""
    made: dict[int, Any] = {}
    return lambda hours: made[hours] if hours in made else made.setdefault(hours, make(hours))
