"""Calendars, events and tickets for tests, said as briefly as a person would say them.

Instants are written as wall time of Brasília (``"2026-03-02 09:00"``) and kept as epoch seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from app.domain.clock import from_epoch, to_brasilia, to_epoch, wall_to_instant
from app.domain.deadline import Deadline, Target, business_days, deadline_for, hours
from app.domain.errors import NotComputable
from app.domain.pauses import Pause, PauseReason
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy, SlaRules, Targets, default_policy
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
    parse_minute,
    revision_of,
    weekly_windows,
)
from app.domain.ticket_events import Channel, Event, EventKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import TicketSla, sla_of
from app.domain.working_time import WorkingTime

HOUR = 3600
MON_FRI = (Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI)
WHOLE_WEEK = tuple(Weekday)

Week = Mapping[Weekday, tuple[Window, ...]]


def at(wall: str) -> int:
    """Return the epoch second of a wall time of Brasília."""
    return to_epoch(wall_to_instant(datetime.fromisoformat(wall)))


def wall(epoch: int | None) -> str | None:
    """Write an epoch second as wall time of Brasília, seconds only where there are any."""
    if epoch is None:
        return None
    local = to_brasilia(from_epoch(epoch))
    return f"{local:%Y-%m-%d %H:%M:%S}" if local.second else f"{local:%Y-%m-%d %H:%M}"


def windows(*texts: str) -> tuple[Window, ...]:
    """Read windows such as ``"08:00-12:00"``; a trailing ``p`` makes one plantão."""
    found = []
    for text in texts:
        hours_text = text.removesuffix("p")
        start, _, end = hours_text.partition("-")
        found.append(Window(parse_minute(start), parse_minute(end), plantao=text != hours_text))
    return tuple(found)


def every(days: Iterable[Weekday], *texts: str) -> dict[Weekday, tuple[Window, ...]]:
    """Give the same windows to several weekdays."""
    return dict.fromkeys(days, windows(*texts))


SUPPORT_WEEK = every(
    MON_FRI, "07:00-08:00p", "08:00-12:00", "12:00-13:30p", "13:30-18:00", "18:00-19:00p"
)
CST_WEEK = every(MON_FRI, "08:00-12:00", "13:30-18:00")
VITRINE_WEEK = every(MON_FRI, "08:00-12:00", "12:00-13:30p", "13:30-19:00") | every(
    [Weekday.SAT], "09:00-12:00", "12:00-13:30p", "13:30-15:00"
)
CLOUD_WEEK = every(WHOLE_WEEK, "00:00-24:00")


def a_version(
    week: Week = SUPPORT_WEEK,
    *,
    first_valid: str = "2000-01-01",
    counts_plantao: bool = True,
    national: NationalRule = NationalRule.CLOSED,
    local: LocalRule = LocalRule.OPEN,
) -> CalendarVersion:
    """Return weekly windows and rules in force from a date on."""
    day = date.fromisoformat(first_valid)
    return CalendarVersion(day, weekly_windows(week), counts_plantao, national, local)


def a_holiday(
    day: str, name: str = "Feriado de teste", source: DaySource = DaySource.NATIONAL
) -> Holiday:
    """Return a named day."""
    return Holiday(date.fromisoformat(day), name, source)


def an_exception(day: str, *texts: str) -> DayException:
    """Return own windows for a date; none means closed."""
    return DayException(date.fromisoformat(day), windows(*texts))


def a_calendar(
    week: Week = SUPPORT_WEEK,
    *,
    holidays: Iterable[Holiday] = (),
    exceptions: Iterable[DayException] = (),
    counts_plantao: bool = True,
    national: NationalRule = NationalRule.CLOSED,
    local: LocalRule = LocalRule.OPEN,
    key: str = "teste",
) -> CalendarRevision:
    """Return a calendar of one version."""
    version = a_version(week, counts_plantao=counts_plantao, national=national, local=local)
    listed = ListedHolidays(holidays)
    return revision_of(key, [version], holidays=listed, exceptions=tuple(exceptions))


def a_time(week: Week = SUPPORT_WEEK, *days: Holiday | DayException) -> WorkingTime:
    """Return a compiled calendar, with the holidays and exceptions given."""
    return WorkingTime(
        a_calendar(
            week,
            holidays=[day for day in days if isinstance(day, Holiday)],
            exceptions=[day for day in days if isinstance(day, DayException)],
        )
    )


CAL_A = a_time(SUPPORT_WEEK)
CAL_B = a_time(CST_WEEK)
CAL_V = a_time(VITRINE_WEEK)
CAL_24 = a_time(CLOUD_WEEK)

GUIDE = {
    Severity.CRITICAL: Targets(hours(10), business_days(4)),
    Severity.HIGH: Targets(hours(20), business_days(10)),
    Severity.MEDIUM: Targets(hours(30), business_days(30)),
    Severity.LOW: Targets(hours(40), business_days(45)),
}
GUIDE_POLICY = default_policy(GUIDE)


def a_policy(
    key: str = "propria",
    *,
    version: int = 1,
    targets: Mapping[Severity, Targets] = GUIDE,
    calendar: str | None = None,
    valid: tuple[str, str | None] = ("2000-01-01", None),
    contract: str | None = None,
    area: str | None = None,
) -> SlaPolicy:
    """Return a policy, the guide's targets unless told otherwise."""
    since, until = date.fromisoformat(valid[0]), valid[1] and date.fromisoformat(valid[1])
    return SlaPolicy(
        key, version, f"Política {key}", targets, calendar, since, until or None, contract, area
    )


def a_pause(start: str, end: str | None, reason: PauseReason = PauseReason.ANSWER) -> Pause:
    """Return a pause between two wall times."""
    return Pause(at(start), None if end is None else at(end), reason)


def a_deadline(time: WorkingTime, opened: str, target: Target | int, *pauses: Pause) -> Deadline:
    """Return a deadline; a bare number is a target in working hours."""
    promise = hours(target) if isinstance(target, int) else target
    return deadline_for(at(opened), promise, pauses, time)


def due(time: WorkingTime, opened: str, target: Target | int, *pauses: Pause) -> str | None:
    """Return the wall time at which a ticket is due, none while suspended."""
    return wall(a_deadline(time, opened, target, *pauses).due)


def an_event(
    kind: EventKind,
    when: str,
    /,
    *,
    seq: int = 0,
    recorded: str | None = None,
    actor: int | None = 7,
    channel: Channel = Channel.DESK,
    **payload: object,
) -> Event:
    """Return an act at a wall time; without a number, ``a_ticket`` gives it one."""
    happened = at(when)
    typed = happened if recorded is None else at(recorded)
    return Event(seq, kind, happened, typed, actor, "mesa 1", channel, payload)


def a_ticket(
    opened: str,
    *acts: Event,
    severity: Severity | None = Severity.CRITICAL,
    team: str = "a",
    contract: str | None = None,
) -> tuple[Event, ...]:
    """Return the events of a ticket: its opening, then the acts, numbered as given."""
    said = severity and severity.value
    opening = an_event(EventKind.OPENED, opened, severity=said, team=team, contract=contract)
    events = (opening, *acts)
    return tuple(replace(event, seq=event.seq or n) for n, event in enumerate(events, 1))


def a_history(
    opened: str,
    *acts: Event,
    severity: Severity | None = Severity.CRITICAL,
    team: str = "a",
    contract: str | None = None,
) -> TicketHistory:
    """Return what the events of such a ticket come to."""
    return replay(a_ticket(opened, *acts, severity=severity, team=team, contract=contract))


class Calendars:
    """The calendars of the pitfalls by key, as a desk would give them."""

    def __init__(
        self, first: Mapping[str, WorkingTime] | None = None, **changed: WorkingTime
    ) -> None:
        """Start from CAL-A, CAL-B, CAL-V and CAL-24 (keys a, b, v, cloud).

        ``first`` are those of the first edition, where a test asks for them too.
        """
        standing = {"a": CAL_A, "b": CAL_B, "v": CAL_V, "cloud": CAL_24}
        self._times: dict[str, WorkingTime] = standing | changed
        self._first = {**self._times, **(first or {})}

    def __call__(self, key: str, edition: int | None = None) -> WorkingTime:
        """Return a compiled calendar; ``NotComputable`` for one that is not there."""
        times = self._times if edition is None else self._first
        if key not in times:
            raise NotComputable(f"não há calendário {key}")
        return times[key]


def the_sla(
    events: Iterable[Event], *policies: SlaPolicy, calendars: Calendars | None = None
) -> TicketSla:
    """Work out a ticket's deadline under the guide's policy and any others given."""
    rules = SlaRules((GUIDE_POLICY, *policies))
    return sla_of(replay(events), rules, calendars or Calendars())
