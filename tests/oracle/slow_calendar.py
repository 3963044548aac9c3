"""Which seconds count, asked one wall time after the other (CAL-1 to CAL-6).

Nothing here is shared with the application: the weekly tables, the holidays and the policies are
typed again from the rulebook, so that a slip made in one place cannot hide in the other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("America/Sao_Paulo")
MINUTE = 60
HOUR = 3600
MINUTES_OF_DAY = 1440

NATIONAL_DAYS = ((1, 1), (4, 21), (5, 1), (9, 7), (10, 12), (11, 2), (11, 15), (12, 25))
CONSCIENCIA_NEGRA = (11, 20)
CONSCIENCIA_NEGRA_SINCE = 2024


class LocalRule(Enum):
    """What a team does on a local holiday (CAL-4)."""

    OPEN = "open"
    PLANTAO_ONLY = "plantao_only"
    PLANTAO_ALL_DAY = "plantao_all_day"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Window:
    """A half-open stretch of wall minutes of one day; 1440 is 24:00."""

    start_minute: int
    end_minute: int
    plantao: bool


@dataclass(frozen=True, slots=True)
class WeeklyRules:
    """The weekly windows, Monday first, and the policies of one calendar."""

    week: tuple[tuple[Window, ...], ...]
    counts_plantao: bool
    national_closed: bool
    local_rule: LocalRule


@cache
def easter_sunday(year: int) -> date:
    """Work out Easter by the Gregorian computus (golden number, epact, dominical letter)."""
    golden = year % 19
    century = year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    after_march = moon - weekday
    month = 3 + (after_march + 40) // 44
    return date(year, month, after_march + 28 - 31 * (month // 4))


def is_national_holiday(day: date) -> bool:
    """Say whether the federal law, or Good Friday's custom, makes the date a holiday (CAL-3)."""
    if (day.month, day.day) in NATIONAL_DAYS:
        return True
    if (day.month, day.day) == CONSCIENCIA_NEGRA:
        return day.year >= CONSCIENCIA_NEGRA_SINCE
    return day == easter_sunday(day.year) - timedelta(days=2)


@cache
def counted_minutes(windows: tuple[Window, ...], *, counts_plantao: bool) -> tuple[bool, ...]:
    """Tell for each wall minute of a day whether it lies in a window that counts (CAL-1, CAL-2).

    Windows begin and end on whole minutes, so every second of a wall minute has its answer.
    """
    return tuple(
        any(
            window.start_minute <= minute < window.end_minute
            and (counts_plantao or not window.plantao)
            for window in windows
        )
        for minute in range(MINUTES_OF_DAY)
    )


@cache
def counted_by_hour(windows: tuple[Window, ...], *, counts_plantao: bool) -> tuple[int, ...]:
    """Add up the counted seconds of each of the 24 wall hours of a day."""
    minutes = counted_minutes(windows, counts_plantao=counts_plantao)
    return tuple(
        MINUTE * sum(minutes[first : first + 60]) for first in range(0, MINUTES_OF_DAY, 60)
    )


@cache
def wall_hour(utc_hour: int) -> tuple[date, int]:
    """Convert a whole UTC hour to its local date and wall hour.

    Brasília has kept whole-hour offsets and changed them on whole hours in all the years asked
    about; were that ever untrue, the check stops here instead of answering wrongly.
    """
    first = datetime.fromtimestamp(utc_hour * HOUR, ZONE)
    last = datetime.fromtimestamp(utc_hour * HOUR + HOUR - 1, ZONE)
    if first.minute != 0 or (first.date(), first.hour) != (last.date(), last.hour):
        raise AssertionError(f"the zone changes inside the hour that begins {first.isoformat()}")
    return first.date(), first.hour


@dataclass(slots=True)
class SlowCalendar:
    """One calendar with the local holidays and exceptions that apply to it."""

    rules: WeeklyRules
    local_dates: frozenset[date] = frozenset()
    exceptions: Mapping[date, tuple[Window, ...]] = field(default_factory=dict)
    _minutes: dict[date, tuple[bool, ...]] = field(default_factory=dict, init=False)
    _hours: dict[date, tuple[int, ...]] = field(default_factory=dict, init=False)

    def windows_on(self, day: date) -> tuple[Window, ...]:
        """Lay out one local date: exception, national holiday, local holiday, week (CAL-3/4)."""
        if day in self.exceptions:
            return self.exceptions[day]
        weekly = self.rules.week[day.weekday()]
        if self.rules.national_closed and is_national_holiday(day):
            return ()
        if day not in self.local_dates or self.rules.local_rule is LocalRule.OPEN:
            return weekly
        if self.rules.local_rule is LocalRule.CLOSED:
            return ()
        if self.rules.local_rule is LocalRule.PLANTAO_ONLY:
            return tuple(window for window in weekly if window.plantao)
        return tuple(Window(window.start_minute, window.end_minute, True) for window in weekly)

    def counts(self, second: int) -> bool:
        """Say whether one UTC second counts: its wall time is asked of its own date (CAL-6)."""
        wall = datetime.fromtimestamp(second, ZONE)
        return self._minutes_on(wall.date())[wall.hour * 60 + wall.minute]

    def counted_in(self, second: int, size: int) -> int:
        """Count the seconds of an aligned block of 1, 60 or 3600 seconds."""
        day, hour = wall_hour(second // HOUR)
        if size == HOUR:
            return self._hours_on(day)[hour]
        minute = hour * 60 + second % HOUR // MINUTE
        return size if self._minutes_on(day)[minute] else 0

    def is_business_day(self, day: date) -> bool:
        """Say whether the local date has a window that counts (CAL-5)."""
        return any(self._hours_on(day))

    def _minutes_on(self, day: date) -> tuple[bool, ...]:
        if day not in self._minutes:
            self._minutes[day] = counted_minutes(
                self.windows_on(day), counts_plantao=self.rules.counts_plantao
            )
        return self._minutes[day]

    def _hours_on(self, day: date) -> tuple[int, ...]:
        if day not in self._hours:
            self._hours[day] = counted_by_hour(
                self.windows_on(day), counts_plantao=self.rules.counts_plantao
            )
        return self._hours[day]
