"""Targets and deadlines: what is refused, suspended, and told (SLA-3 … SLA-5, SLA-10)."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.domain.clock import format_instant
from app.domain.deadline import Target, TargetUnit, business_days, hours
from app.domain.errors import InvalidInput, NotComputable
from app.domain.pauses import Pause, PauseReason, disjoint
from app.domain.working_time import WorkingTime
from tests.domain.builders import (
    CAL_A,
    CAL_B,
    HOUR,
    SUPPORT_WEEK,
    a_calendar,
    a_deadline,
    a_holiday,
    a_pause,
    a_time,
    at,
    due,
    wall,
)


@pytest.mark.parametrize(
    ("unit", "value", "reason"),
    [
        (TargetUnit.HOURS, Fraction(0), "SLA-3: a meta precisa ser maior que zero"),
        (TargetUnit.BUSINESS_DAYS, Fraction(-1), "SLA-3: a meta precisa ser maior que zero"),
        (TargetUnit.BUSINESS_DAYS, Fraction(3, 2), "SLA-4: .* número inteiro de dias"),
        (TargetUnit.HOURS, Fraction(1, 7), "SLA-3: .* segundos inteiros"),
    ],
)
def test_a_target_that_cannot_be_counted_is_refused(
    unit: TargetUnit, value: Fraction, reason: str
) -> None:
    with pytest.raises(InvalidInput, match=reason):
        Target(unit, value)


def test_sla_3_a_ticket_opened_outside_the_windows_starts_at_the_next_one() -> None:
    assert due(CAL_A, "2026-03-07 10:00", 1) == "2026-03-09 08:00"
    assert wall(a_deadline(CAL_A, "2026-03-07 10:00", 1).start) == "2026-03-09 07:00"


@pytest.mark.parametrize(
    ("opened", "count", "expected"),
    [
        ("2026-03-02 08:00", 1, "2026-03-03 18:00"),
        ("2026-03-02 23:59", 1, "2026-03-03 18:00"),
        ("2026-03-06 10:00", 1, "2026-03-09 18:00"),
        ("2026-03-07 10:00", 1, "2026-03-09 18:00"),
        ("2026-03-02 08:00", 30, "2026-04-13 18:00"),
    ],
)
def test_sla_4_the_opening_day_is_left_out_and_the_last_one_included(
    opened: str, count: int, expected: str
) -> None:
    assert due(CAL_B, opened, business_days(count)) == expected


def test_sla_4_a_holiday_is_no_business_day() -> None:
    time = a_time(SUPPORT_WEEK, a_holiday("2026-03-03"))
    assert due(time, "2026-03-02 08:00", business_days(1)) == "2026-03-04 19:00"


def test_sla_5_overlapping_pauses_count_once() -> None:
    overlapping = [
        a_pause("2026-03-02 10:00", "2026-03-02 12:00"),
        a_pause("2026-03-02 11:00", "2026-03-02 13:00", PauseReason.ACCEPTANCE),
        a_pause("2026-03-02 11:30", "2026-03-02 11:45"),
    ]
    assert due(CAL_A, "2026-03-02 09:00", 5, *overlapping) == "2026-03-02 17:00"


def test_sla_5_an_open_pause_suspends_and_keeps_what_is_left() -> None:
    deadline = a_deadline(CAL_A, "2026-03-02 09:00", 10, a_pause("2026-03-02 12:00", None))
    assert (deadline.due, deadline.due_at, deadline.is_suspended) == (None, None, True)
    for now in ("2026-03-02 12:00", "2026-03-20 12:00"):
        assert deadline.remaining(at(now)) == 7 * HOUR
        assert not deadline.is_breached(at(now))
    assert wall(deadline.instant_of(3 * HOUR)) == "2026-03-02 12:00"
    assert deadline.instant_of(3 * HOUR + 1) is None


def test_sla_5_a_pause_that_began_before_the_opening_suspends_from_the_opening() -> None:
    deadline = a_deadline(CAL_A, "2026-03-02 09:00", 10, a_pause("2026-03-01 09:00", None))
    assert deadline.remaining(at("2026-03-05 09:00")) == 10 * HOUR
    assert deadline.is_suspended


def test_an_open_pause_hides_no_calendar_that_never_counts() -> None:
    never = WorkingTime(a_calendar({}))
    with pytest.raises(NotComputable):
        a_deadline(never, "2026-03-02 09:00", 10, a_pause("2026-03-02 10:00", None))


@pytest.mark.parametrize("start", ["2026-03-02 19:00", "2026-03-03 09:00"])
@pytest.mark.parametrize("end", ["2026-03-04 09:00", None])
def test_sla_10_a_pause_at_or_after_the_due_instant_changes_no_outcome(
    start: str, end: str | None
) -> None:
    deadline = a_deadline(CAL_A, "2026-03-02 09:00", 10, a_pause(start, end))
    assert wall(deadline.due) == "2026-03-02 19:00"
    assert deadline.is_breached(at("2026-03-10 09:00"))
    counted = CAL_A.seconds_between(at("2026-03-02 09:00"), at("2026-03-04 09:00"))
    assert deadline.elapsed(at("2026-03-04 09:00")) < counted


def test_sla_10_the_due_instant_is_in_time_and_the_second_after_is_late() -> None:
    deadline = a_deadline(CAL_A, "2026-03-06 09:00", 10)
    assert deadline.due is not None
    assert not deadline.is_breached(deadline.due)
    assert deadline.is_breached(deadline.due + 1)


def test_sla_10_a_saturday_is_late_for_friday_with_no_working_second_gone() -> None:
    deadline = a_deadline(CAL_A, "2026-03-06 09:00", 10)
    saturday = at("2026-03-07 12:00")
    assert deadline.remaining(saturday) == 0
    assert deadline.is_breached(saturday)


def test_before_the_opening_nothing_has_elapsed() -> None:
    deadline = a_deadline(CAL_A, "2026-03-02 09:00", 10, a_pause("2026-03-02 10:00", None))
    assert deadline.elapsed(at("2026-03-01 09:00")) == 0
    assert deadline.remaining(at("2026-03-01 09:00")) == 10 * HOUR


def test_the_due_instant_is_told_in_utc() -> None:
    assert (
        format_instant(a_deadline(CAL_A, "2026-03-02 09:00", 10).due_at) == "2026-03-02T22:00:00Z"
    )


def test_a_pause_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(InvalidInput, match="SLA-5: a pausa termina antes de começar"):
        a_pause("2026-03-02 10:00", "2026-03-02 09:59:59")


def test_the_pause_that_began_first_keeps_the_common_part() -> None:
    pauses = [
        Pause(40, 60, PauseReason.ACCEPTANCE),
        Pause(0, 5),
        Pause(10, 50),
        Pause(70, None),
        Pause(80, 90),
    ]
    assert disjoint(pauses, 8) == (
        Pause(10, 50),
        Pause(50, 60, PauseReason.ACCEPTANCE),
        Pause(70, None),
    )


def test_targets_are_promises_of_hours_or_days() -> None:
    assert hours(10).budget_from(at("2026-03-02 09:00"), CAL_A) == 10 * HOUR
    assert business_days(1).budget_from(at("2026-03-02 09:00"), CAL_A) == 22 * HOUR
