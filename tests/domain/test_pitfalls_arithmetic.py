"""Pitfalls A: business-hour arithmetic, each by its id."""

from __future__ import annotations

import os
import subprocess
import sys
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest

from app.domain.deadline import Target, TargetUnit, business_days, hours
from app.domain.errors import InvalidInput, NotComputable
from app.domain.explanation import explain
from app.domain.holidays_br import national_holidays
from app.domain.sla_policy import describe_target
from app.domain.team_calendar import Weekday, parse_minute, refuse_without_windows
from app.domain.ticket_events import EventKind
from app.domain.urgency import QueueGroup, WarningLevel, place_of, warnings_of
from app.domain.working_time import WorkingTime
from tests.domain.builders import (
    CAL_24,
    CAL_A,
    CAL_B,
    CAL_V,
    HOUR,
    MON_FRI,
    SUPPORT_WEEK,
    Calendars,
    a_calendar,
    a_deadline,
    a_ticket,
    a_time,
    an_event,
    an_exception,
    at,
    due,
    every,
    the_sla,
    wall,
)

ROOT = Path(__file__).parents[2]


def test_a01_a_target_that_ends_at_closing_is_due_at_closing() -> None:
    assert due(CAL_A, "2026-03-02 09:00", 10) == "2026-03-02 19:00"
    one_second_more = CAL_A.instant_after(at("2026-03-02 09:00"), 10 * HOUR + 1)
    assert wall(one_second_more) == "2026-03-03 07:00:01"


@pytest.mark.parametrize(
    ("opened", "target", "expected"),
    [("2026-03-02 11:00", 4, "2026-03-02 16:30"), ("2026-03-02 12:30", 1, "2026-03-02 14:30")],
)
def test_a02_lunch_is_a_gap_between_windows(opened: str, target: int, expected: str) -> None:
    assert due(CAL_B, opened, target) == expected


def test_a02_windows_may_be_entered_in_any_order() -> None:
    for texts in permutations(("08:00-10:00", "10:00-12:00", "13:30-15:00", "15:00-18:00")):
        time = a_time(every(MON_FRI, *texts))
        assert due(time, "2026-03-02 11:00", 4) == "2026-03-02 16:30"


def test_a02_overlapping_windows_are_refused() -> None:
    with pytest.raises(InvalidInput, match=r"CAL-1: .*08:00-12:00 e 11:59-18:00 se sobrepõem"):
        a_calendar(every(MON_FRI, "11:59-18:00", "08:00-12:00"))


def test_a04_midnight_loses_no_minute() -> None:
    assert due(CAL_24, "2026-03-03 23:30", 1) == "2026-03-04 00:30"
    assert due(CAL_24, "2026-03-03 23:30", 720) == "2026-04-02 23:30"
    assert parse_minute("24:00") == 24 * 60


def test_a05_a_holiday_that_moves_a_deadline_is_named() -> None:
    day = next(day for day in national_holidays(2026) if f"{day.date}" == "2026-11-20")
    deadline = a_deadline(a_time(SUPPORT_WEEK, day), "2026-11-18 18:00", 20)
    assert wall(deadline.due) == "2026-11-23 14:00"
    assert due(CAL_A, "2026-11-18 18:00", 20) == "2026-11-20 14:00"
    (skipped,) = explain(deadline, deadline.opened).skipped
    assert "Consciência Negra" in skipped.name
    assert skipped.source.value == "national"


def test_a06_a_day_may_have_windows_of_its_own() -> None:
    carnival = [an_exception("2026-02-16"), an_exception("2026-02-17")]
    ash_wednesday = an_exception("2026-02-18", "13:30-19:00")
    time = a_time(every(MON_FRI, "07:00-19:00"), *carnival, ash_wednesday)
    assert due(time, "2026-02-13 17:00", 10) == "2026-02-19 09:30"


BOUNDARIES = [("2026-03-06 22:30", "2026-03-07 13:00"), ("2026-03-08 23:30", "2026-03-09 12:00")]


@pytest.mark.parametrize(("opened", "expected"), BOUNDARIES)
def test_a09_days_end_at_midnight_of_brasilia(opened: str, expected: str) -> None:
    assert due(CAL_V, opened, 4) == expected


ZONE_SCRIPT = """
import time
from app.domain.acceptance import acceptance_from
from app.domain.clock import format_instant, from_epoch, local_date, parse_instant, to_epoch
from app.domain.deadline import business_days, deadline_for
from tests.domain.builders import CAL_A, CAL_V, CAL_24, a_pause, at, due

if hasattr(time, "tzset"):
    time.tzset()
opened = parse_instant("2019-02-16T22:30:00-02:00")
print(due(CAL_V, "2026-03-06 22:30", 4), due(CAL_V, "2026-03-08 23:30", 4))
print(due(CAL_24, "2018-11-03 12:00", 24), local_date(opened), format_instant(opened))
print(deadline_for(to_epoch(opened), business_days(4), [], CAL_A).due)
print(acceptance_from(at("2026-03-02 16:41:05")))
"""


def test_a09_the_zone_of_the_machine_does_not_matter() -> None:
    said = {
        zone: subprocess.run(
            [sys.executable, "-c", ZONE_SCRIPT],
            cwd=ROOT,
            env={**os.environ, "TZ": zone, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for zone in ("America/Sao_Paulo", "UTC", "Asia/Tokyo", "Europe/Lisbon")
    }
    assert len(set(said.values())) == 1
    assert said["UTC"].startswith("2026-03-07 13:00 2026-03-09 12:00\n2018-11-04 13:00 2019-02-16")


TWO_HOURS_BEFORE = WarningLevel("2 h antes", offset_seconds=-2 * HOUR)


def test_a10_a_warning_before_the_due_instant_counts_working_time() -> None:
    deadline = a_deadline(CAL_A, "2026-03-06 10:00", 10)
    assert wall(deadline.due) == "2026-03-09 08:00"
    (warning,) = warnings_of(deadline, (TWO_HOURS_BEFORE,))
    assert wall(warning.at) == "2026-03-06 18:00"
    assert not warning.born_short


def test_a10_a_ticket_born_past_its_warning_is_warned_once_at_birth() -> None:
    levels = tuple(WarningLevel(f"{n} h", offset_seconds=-n * HOUR) for n in (12, 10, 11, 2))
    born, later = warnings_of(a_deadline(CAL_A, "2026-03-06 10:00", 10), levels)
    assert (born.level.name, wall(born.at), born.born_short) == ("10 h", "2026-03-06 10:00", True)
    assert (later.level.name, wall(later.at), later.born_short) == (
        "2 h",
        "2026-03-06 18:00",
        False,
    )


@pytest.mark.parametrize(
    ("solved", "counted", "passed"),
    [("2026-03-07 15:00", 0, 5 * HOUR), ("2026-03-09 08:00", HOUR, 46 * HOUR)],
)
def test_a11_a_ticket_solved_off_hours_took_no_working_time(
    solved: str, counted: int, passed: int
) -> None:
    opened = "2026-03-07 10:00"
    sla = the_sla(a_ticket(opened, an_event(EventKind.SOLUTION, solved)))
    assert sla.current.deadline is not None
    assert sla.current.deadline.elapsed(at(solved)) == counted
    assert at(solved) - sla.history.opened_at == passed
    assert sla.history.solved_at == at(solved)
    assert not sla.is_breached(at("2027-01-01 00:00"))


def test_a12_the_instant_of_the_first_answer_is_kept() -> None:
    answers = [
        an_event(EventKind.NOTE, "2026-03-06 18:45"),
        an_event(EventKind.NOTE, "2026-03-07 11:00", public=True),
        an_event(EventKind.NOTE, "2026-03-09 08:00", public=True),
    ]
    sla = the_sla(a_ticket("2026-03-06 18:30", *answers))
    assert wall(sla.history.first_answer_at) == "2026-03-07 11:00"
    assert CAL_A.seconds_between(sla.history.opened_at, at("2026-03-07 11:00")) == 30 * 60


def test_a13_a_calendar_without_windows_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"CAL-1: o calendário teste não tem nenhuma janela"):
        refuse_without_windows(a_calendar({}))


def test_a13_a_calendar_with_a_window_is_kept() -> None:
    refuse_without_windows(a_calendar(every([Weekday.SUN], "08:00-08:01")))


def closed_from_march_on() -> WorkingTime:
    """Return a calendar that opens on 1 and 2 March 2026 and never again."""
    last_days = [
        an_exception("2026-03-01", "09:00-10:00"),
        an_exception("2026-03-02", "09:00-10:00"),
    ]
    return WorkingTime(a_calendar({}, exceptions=last_days))


def test_a13_a_deadline_in_a_calendar_that_stays_closed_says_why_there_is_none() -> None:
    sla = the_sla(a_ticket("2026-03-01 08:00"), calendars=Calendars(a=closed_from_march_on()))
    assert sla.due is None
    assert "não conta nenhum segundo por 400 dias a partir de 02/03/2026" in sla.current.reason
    place = place_of(sla)
    assert place is not None
    assert place.group is QueueGroup.NOT_COMPUTABLE


def test_a13_business_days_in_a_calendar_that_stays_closed_are_not_computable() -> None:
    with pytest.raises(NotComputable, match="400 dias"):
        a_deadline(closed_from_march_on(), "2026-03-01 08:00", business_days(2))


@pytest.mark.parametrize(
    ("hours_of_day", "opened", "target", "expected"),
    [
        ("08:00-17:00", "2026-03-06 16:00", 4, "2026-03-09 11:00"),
        ("09:00-17:00", "2026-03-06 17:00", 8, "2026-03-09 17:00"),
        ("08:00-18:00", "2026-03-05 16:00", 4, "2026-03-06 10:00"),
    ],
)
def test_a14_examples_of_manuals_come_out_right(
    hours_of_day: str, opened: str, target: int, expected: str
) -> None:
    assert due(a_time(every(MON_FRI, hours_of_day)), opened, target) == expected


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (hours(20), "20 h úteis"),
        (hours(1), "1 h útil"),
        (Target(TargetUnit.HOURS, Fraction(3, 2)), "1 h 30 úteis"),
        (business_days(1), "1 dia útil"),
        (business_days(45), "45 dias úteis"),
    ],
)
def test_a15_a_target_is_told_in_its_own_unit(target: Target, text: str) -> None:
    assert describe_target(target) == text
