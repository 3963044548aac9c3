"""Team calendars as people write them: windows, plantão, holidays, exceptions (CAL-1 … CAL-5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from app.domain.errors import InvalidInput

MINUTES_PER_DAY = 24 * 60


class Weekday(IntEnum):
    """Days of the week, numbered as ``date.weekday`` does."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6


class NationalRule(Enum):
    """What a national holiday does to the team (CAL-3)."""

    CLOSED = "closed"
    OPEN = "open"


class LocalRule(Enum):
    """What a local holiday of the team's site does to the team (CAL-4)."""

    OPEN = "open"
    PLANTAO_ONLY = "plantao_only"
    PLANTAO_ALL_DAY = "plantao_all_day"
    CLOSED = "closed"


class DaySource(Enum):
    """Where a holiday or exception comes from (CAL-3)."""

    NATIONAL = "national"
    OPTIONAL = "optional"
    STATE = "state"
    MUNICIPAL = "municipal"
    OWN = "own"

    @property
    def is_local(self) -> bool:
        """Tell whether days of this source follow the team's local rule."""
        return self in (DaySource.STATE, DaySource.MUNICIPAL)


def parse_minute(text: str) -> int:
    """Read ``HH:MM`` into minutes since midnight; 24:00 is the end of the day (CAL-6)."""
    if not isinstance(text, str):
        raise _no_minute(text)
    return _minute_of(text)


@lru_cache(maxsize=MINUTES_PER_DAY + 1)
def _minute_of(text: str) -> int:
    hours, _, minutes = text.partition(":")
    if (
        len(hours) == len(minutes) == 2
        and (hours + minutes).isascii()
        and (hours + minutes).isdigit()
    ):
        minute = int(hours) * 60 + int(minutes)
        if int(minutes) < 60 and minute <= MINUTES_PER_DAY:
            return minute
    raise _no_minute(text)


def _no_minute(text: object) -> InvalidInput:
    return InvalidInput(f"horário inválido {text!r}; use HH:MM, de 00:00 a 24:00")


def format_minute(minute: int) -> str:
    """Write minutes since midnight as ``HH:MM``."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of attendance, half-open ``[start, end)`` in minutes since midnight (CAL-1)."""

    start: int
    end: int
    plantao: bool = False

    def __post_init__(self) -> None:
        """Refuse a window that runs backwards or leaves its day."""
        if not 0 <= self.start < self.end <= MINUTES_PER_DAY:
            raise InvalidInput(
                f"CAL-1: a janela {self.label} termina antes de começar ou sai do dia"
            )

    @property
    def label(self) -> str:
        """The window as a person would write it: ``08:00-12:00``."""
        return f"{format_minute(self.start)}-{format_minute(self.end)}"


def ordered_windows(windows: Sequence[Window]) -> tuple[Window, ...]:
    """Return the windows of a day in order; ``InvalidInput`` if two overlap (pitfall A02)."""
    ordered = tuple(sorted(windows))
    for earlier, later in pairwise(ordered):
        if later.start < earlier.end:
            raise InvalidInput(f"CAL-1: as janelas {earlier.label} e {later.label} se sobrepõem")
    return ordered


WeeklyWindows = tuple[tuple[Window, ...], ...]
"""Seven tuples of ordered windows, Monday first."""


def weekly_windows(by_day: Mapping[Weekday, Sequence[Window]]) -> WeeklyWindows:
    """Lay out a week from the days named; a missing day is closed."""
    return tuple(ordered_windows(by_day.get(day, ())) for day in Weekday)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A named day and where it comes from; what it does is the calendar's rule."""

    date: date
    name: str
    source: DaySource


@dataclass(frozen=True, slots=True)
class DayException:
    """Own windows for one date; they replace every other rule, and none means closed (CAL-3)."""

    date: date
    windows: tuple[Window, ...]
    name: str = "Horário próprio do dia"

    def __post_init__(self) -> None:
        """Refuse overlapping windows."""
        object.__setattr__(self, "windows", ordered_windows(self.windows))


HolidaysByDate = Mapping[date, tuple[Holiday, ...]]


class HolidayTable(Protocol):
    """Knows the holidays of every year it covers."""

    def of_year(self, year: int) -> HolidaysByDate:
        """Return the holidays of a year by date, each date's in the order of their sources."""
        ...


def holidays_by_date(holidays: Iterable[Holiday]) -> dict[date, tuple[Holiday, ...]]:
    """Gather holidays under the dates they fall on, in the order given."""
    by_date: dict[date, tuple[Holiday, ...]] = {}
    for holiday in holidays:
        by_date[holiday.date] = (*by_date.get(holiday.date, ()), holiday)
    return by_date


class ListedHolidays:
    """A materialised, immutable table of holidays."""

    def __init__(self, holidays: Iterable[Holiday] = ()) -> None:
        """Index the given holidays by year and date."""
        by_year: dict[int, dict[date, tuple[Holiday, ...]]] = {}
        for day, named in holidays_by_date(holidays).items():
            by_year.setdefault(day.year, {})[day] = named
        self._by_year = by_year

    def of_year(self, year: int) -> HolidaysByDate:
        """Return the listed holidays of a year by date."""
        return self._by_year.get(year, {})


@dataclass(frozen=True, slots=True)
class CalendarVersion:
    """The weekly windows and rules in force from a first valid date on."""

    first_valid: date
    week: WeeklyWindows
    counts_plantao: bool = True
    national: NationalRule = NationalRule.CLOSED
    local: LocalRule = LocalRule.OPEN

    @property
    def has_windows(self) -> bool:
        """Tell whether any weekday has a window."""
        return any(self.week)


@dataclass(frozen=True, slots=True)
class CalendarRevision:
    """Everything a team's calendar says at one moment of its editing; never changed (SLA-11).

    ``versions`` are ordered by first valid date; the first also serves the dates before it.
    """

    key: str
    number: int
    versions: tuple[CalendarVersion, ...]
    holidays: HolidayTable = field(default_factory=ListedHolidays)
    exceptions: Mapping[date, DayException] = field(default_factory=dict)

    def holidays_on(self, day: date) -> tuple[Holiday, ...]:
        """Return the holidays that fall on a date."""
        return self.holidays.of_year(day.year).get(day, ())

    def version_on(self, day: date) -> CalendarVersion:
        """Return the version in force on a date."""
        current = self.versions[0]
        for version in self.versions[1:]:
            if version.first_valid > day:
                break
            current = version
        return current


def revision_of(
    key: str,
    versions: Sequence[CalendarVersion],
    *,
    number: int = 1,
    holidays: HolidayTable | None = None,
    exceptions: Sequence[DayException] = (),
) -> CalendarRevision:
    """Build a revision; refuses no version, two for a date, and two exceptions for a date."""
    if not versions:
        raise InvalidInput("CAL-1: um calendário precisa de ao menos uma versão")
    ordered = tuple(sorted(versions, key=lambda version: version.first_valid))
    for earlier, later in pairwise(ordered):
        if earlier.first_valid == later.first_valid:
            raise InvalidInput(f"duas versões começam em {later.first_valid:%d/%m/%Y}")
    by_date: dict[date, DayException] = {}
    for exception in exceptions:
        if exception.date in by_date:
            raise InvalidInput(f"CAL-3: duas exceções para {exception.date:%d/%m/%Y}")
        by_date[exception.date] = exception
    return CalendarRevision(key, number, ordered, holidays or ListedHolidays(), by_date)


def refuse_without_windows(revision: CalendarRevision) -> None:
    """Refuse to keep a calendar that never opens (pitfall A13)."""
    for version in revision.versions:
        if not version.has_windows:
            raise InvalidInput(
                f"CAL-1: o calendário {revision.key} não tem nenhuma janela a partir de "
                f"{version.first_valid:%d/%m/%Y}; inclua ao menos uma"
            )
