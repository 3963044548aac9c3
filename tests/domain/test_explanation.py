"""A deadline explains itself day by day (SLA-8)."""

from __future__ import annotations

from app.domain.explanation import Explanation, StretchKind, explain
from app.domain.pauses import PauseReason
from app.domain.team_calendar import DaySource, LocalRule
from app.domain.working_time import WorkingTime
from tests.domain.builders import (
    CAL_A,
    HOUR,
    SUPPORT_WEEK,
    a_calendar,
    a_deadline,
    a_holiday,
    a_pause,
    a_time,
    an_exception,
    at,
    wall,
)

TIRADENTES = a_holiday("2026-04-21", "Tiradentes")
SUNDAY = a_holiday("2026-04-19", "Santo do domingo")
LONG_WEEKEND = a_time(SUPPORT_WEEK, TIRADENTES, SUNDAY, an_exception("2026-04-22"))
PAUSE = a_pause("2026-04-17 18:00", "2026-04-20 08:00", PauseReason.ACCEPTANCE)


def told() -> Explanation:
    deadline = a_deadline(LONG_WEEKEND, "2026-04-17 16:00", 20, PAUSE)
    return explain(deadline, at("2026-04-17 16:00"))


def test_every_day_from_the_opening_to_the_due_instant_is_told() -> None:
    days = [(f"{day.date:%d}", day.counted_seconds // HOUR, day.is_closed) for day in told().days]
    assert days == [
        ("17", 2, False),
        ("18", 0, True),
        ("19", 0, True),
        ("20", 11, False),
        ("21", 0, True),
        ("22", 0, True),
        ("23", 7, False),
    ]
    assert wall(told().until) == "2026-04-23 14:00"


def test_the_days_taken_out_are_told_by_name_and_source() -> None:
    assert [(day.name, day.source) for day in told().skipped] == [
        ("Tiradentes", DaySource.NATIONAL),
        ("Horário próprio do dia", DaySource.OWN),
    ]


def test_a_holiday_on_a_closed_day_is_named_without_taking_it_out() -> None:
    sunday = told().days[2]
    assert sunday.named_days == (SUNDAY,)
    assert (sunday.closed_by, sunday.is_closed) == (None, True)


def test_the_plantao_share_and_the_pauses_are_told() -> None:
    monday = told().days[3]
    assert monday.plantao_seconds == int(2.5 * HOUR)
    assert monday.paused_seconds == HOUR
    assert [stretch.kind for stretch in monday.stretches[:2]] == [
        StretchKind.PAUSED,
        StretchKind.NORMAL,
    ]
    assert told().plantao_seconds == sum(day.plantao_seconds for day in told().days)
    assert [(p.pause.reason, p.counted_seconds) for p in told().pauses] == [
        (PauseReason.ACCEPTANCE, 2 * HOUR)
    ]


def test_while_suspended_the_time_used_so_far_is_told() -> None:
    deadline = a_deadline(CAL_A, "2026-03-02 09:00", 10, a_pause("2026-03-02 12:00", None))
    now = explain(deadline, at("2026-03-03 08:00"))
    assert (now.counted_seconds, wall(now.until)) == (3 * HOUR, "2026-03-03 08:00")
    assert [pause.counted_seconds for pause in now.pauses] == [8 * HOUR]
    before = explain(deadline, at("2026-03-01 08:00"))
    assert (before.counted_seconds, before.until, before.pauses) == (0, deadline.opened, ())


def test_a_pause_in_the_middle_of_a_window_cuts_it_in_three() -> None:
    lunch = a_pause("2026-03-02 09:00", "2026-03-02 10:00")
    (day,) = explain(a_deadline(CAL_A, "2026-03-02 08:00", 3, lunch), 0).days
    assert [(wall(part.start), part.kind.value) for part in day.stretches] == [
        ("2026-03-02 08:00", "normal"),
        ("2026-03-02 09:00", "paused"),
        ("2026-03-02 10:00", "normal"),
    ]


def test_a_local_holiday_on_plantao_says_who_changed_the_day_without_closing_it() -> None:
    city = a_holiday("2026-03-02", "Aniversário da cidade", DaySource.MUNICIPAL)
    calendar = a_calendar(SUPPORT_WEEK, holidays=[city], local=LocalRule.PLANTAO_ONLY)
    told = explain(a_deadline(WorkingTime(calendar), "2026-03-02 07:00", 2), 0)
    assert [(day.closed_by, day.is_closed, day.plantao_seconds) for day in told.days] == [
        (city, False, 2 * HOUR)
    ]
    assert told.skipped == ()
