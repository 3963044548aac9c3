"""The order of the queue (SLA-7), how near a deadline is, and its warnings (SLA-9)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import hours
from app.domain.severity import Severity
from app.domain.ticket_events import Event, EventKind
from app.domain.urgency import (
    DEFAULT_LEVELS,
    Nearness,
    QueueGroup,
    QueuePlace,
    WarningLevel,
    nearness,
    place_of,
    warnings_of,
)
from tests.domain.builders import (
    CAL_A,
    HOUR,
    a_deadline,
    a_pause,
    a_ticket,
    an_event,
    at,
    the_sla,
    wall,
)

K = EventKind


def placed(
    opened: str, *acts: Event, severity: Severity | None = Severity.CRITICAL, team: str = "a"
) -> QueuePlace:
    place = place_of(the_sla(a_ticket(opened, *acts, severity=severity, team=team)))
    assert place is not None
    return place


SOLVED = an_event(K.SOLUTION, "2026-03-02 09:00")
POSTPONED = an_event(K.POSTPONED, "2026-03-02 10:00")
PENDING = an_event(K.PENDING_CLIENT, "2026-03-02 09:00")
LATE_PENDING = an_event(K.PENDING_CLIENT, "2026-03-03 09:00")

IN_ORDER = {
    "never classified": placed("2026-02-02 08:00", severity=None),
    "no calendar": placed("2026-02-02 09:00", team="fantasma"),
    "overdue": placed("2026-02-02 08:00"),
    "due today": placed("2026-03-02 08:00"),
    "due later": placed("2026-03-02 08:00", severity=Severity.LOW),
    "accepts soon": placed("2026-03-02 08:00", SOLVED),
    "accepts later": placed("2026-03-02 08:00", SOLVED, POSTPONED),
    "waits long": placed("2026-03-02 08:00", PENDING),
    "was late and waits": placed("2026-03-02 08:00", LATE_PENDING),
}


def test_sla_7_the_queue_is_ordered_by_group_and_its_instant() -> None:
    assert sorted(IN_ORDER, key=IN_ORDER.__getitem__) == list(IN_ORDER)
    assert [place.group for place in IN_ORDER.values()] == [0, 0, 1, 1, 1, 2, 2, 3, 3]


def test_sla_7_each_group_has_its_own_instant() -> None:
    assert wall(IN_ORDER["never classified"].instant) == "2026-02-02 08:00"
    assert wall(IN_ORDER["due today"].instant) == "2026-03-02 18:00"
    assert wall(IN_ORDER["accepts soon"].instant) == "2026-03-17 23:59:59"
    assert wall(IN_ORDER["waits long"].instant) == "2026-03-02 09:00"


def test_sla_7_ties_are_broken_by_severity_then_opening() -> None:
    agreed = an_event(K.DUE_AGREED, "2026-03-02 12:00", due=at("2026-03-06 12:00"))
    severities: list[Severity | None] = [*Severity, None]
    tied = [
        placed(opened, agreed, severity=severity)
        for severity in severities
        for opened in ("2026-03-02 08:00", "2026-03-02 09:00")
    ]
    assert {place.instant for place in tied} == {at("2026-03-06 12:00")}
    assert sorted([*tied[1::2], *tied[::2]]) == tied


def test_sla_7_a_closed_ticket_is_not_in_the_queue() -> None:
    assert (
        place_of(the_sla(a_ticket("2026-03-02 08:00", an_event(K.CLOSED, "2026-03-02 09:00"))))
        is None
    )


def test_sla_7_a_late_ticket_that_awaits_acceptance_stands_with_those() -> None:
    late = an_event(K.SOLUTION, "2026-03-04 09:00")
    assert placed("2026-03-02 08:00", late).group is QueueGroup.AWAITING_ACCEPTANCE


@pytest.mark.parametrize(
    ("used", "expected"),
    [
        (0, Nearness.CALM),
        (49, Nearness.CALM),
        (50, Nearness.HALF),
        (74, Nearness.HALF),
        (75, Nearness.SOON),
        (89, Nearness.SOON),
        (90, Nearness.VERY_SOON),
        (100, Nearness.VERY_SOON),
        (101, Nearness.LATE),
    ],
)
def test_sla_9_nearness_is_the_share_of_the_target_that_is_used(
    used: int, expected: Nearness
) -> None:
    assert nearness(100 - used, 100) is expected


def test_sla_9_the_default_levels_are_half_three_quarters_nine_tenths_and_the_due_instant() -> None:
    warnings = warnings_of(a_deadline(CAL_A, "2026-03-02 08:00", 10))
    assert [(warning.level.name, wall(warning.at)) for warning in warnings] == [
        ("50 %", "2026-03-02 13:00"),
        ("75 %", "2026-03-02 15:30"),
        ("90 %", "2026-03-02 17:00"),
        ("prazo", "2026-03-02 18:00"),
    ]


@given(st.integers(1, 400 * HOUR))
def test_sla_9_a_level_is_reached_at_the_second_nearness_reaches_it(budget: int) -> None:
    for level, expected in zip(DEFAULT_LEVELS, list(Nearness)[1:4], strict=False):
        used = level.used_seconds(budget)
        order = list(Nearness)
        assert order.index(nearness(budget - used, budget)) >= order.index(expected)
        assert order.index(nearness(budget - used + 1, budget)) < order.index(expected)


def test_sla_9_a_pause_moves_the_levels_behind_it_and_an_open_one_holds_them_back() -> None:
    ended = a_pause("2026-03-02 14:00", "2026-03-02 16:00")
    moved = warnings_of(a_deadline(CAL_A, "2026-03-02 08:00", 10, ended))
    assert [wall(warning.at) for warning in moved] == [
        "2026-03-02 13:00",
        "2026-03-02 17:30",
        "2026-03-02 19:00",
        "2026-03-03 08:00",
    ]
    running = a_deadline(CAL_A, "2026-03-02 08:00", 10, a_pause("2026-03-02 14:00", None))
    assert [wall(warning.at) for warning in warnings_of(running)] == ["2026-03-02 13:00"]


def test_sla_9_levels_come_by_instant_whatever_their_order() -> None:
    levels = (
        WarningLevel("depois", offset_seconds=HOUR),
        WarningLevel("metade", share=Fraction(1, 2)),
        WarningLevel("antes", offset_seconds=-HOUR),
    )
    found = warnings_of(a_deadline(CAL_A, "2026-03-02 09:00", hours(10)), levels)
    assert [warning.level.name for warning in found] == ["metade", "antes", "depois"]
    assert wall(found[-1].at) == "2026-03-03 08:00"
