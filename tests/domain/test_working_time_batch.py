"""Working time for many tickets at once says what the scalar engine says."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import deadline_for, hours
from app.domain.errors import InvalidInput, NotComputable
from app.domain.pauses import Pause
from app.domain.team_calendar import CalendarRevision
from app.domain.working_time import WorkingTime
from app.domain.working_time_batch import OPEN_END, SUSPENDED, BatchWorkingTime, PauseTable
from tests.domain.builders import (
    CLOUD_WEEK,
    CST_WEEK,
    HOUR,
    SUPPORT_WEEK,
    a_calendar,
    a_time,
    an_exception,
    at,
)
from tests.domain.strategies import A_LAW, DAY, instants, pauses, revisions

Ticket = tuple[int, int, tuple[Pause, ...]]
TICKETS = st.lists(
    st.tuples(instants(), st.integers(1, 60), pauses(most=5)), min_size=1, max_size=6
)


def column(values: list[int]) -> npt.NDArray[np.int64]:
    return np.array(values, dtype=np.int64)


def pause_table(tickets: list[Ticket]) -> PauseTable:
    rows = [(n, pause) for n, (_, _, waits) in enumerate(tickets) for pause in waits]
    return PauseTable(
        column([n for n, _ in rows]),
        column([pause.start for _, pause in rows]),
        column([OPEN_END if pause.end is None else pause.end for _, pause in rows]),
    )


def batch_of(
    time: WorkingTime, first: str = "2018-06-01", last: str = "2018-07-01"
) -> BatchWorkingTime:
    return BatchWorkingTime(time, at(f"{first} 00:00"), at(f"{last} 00:00"))


def scalar_dues(time: WorkingTime, tickets: list[Ticket]) -> list[int]:
    found = [deadline_for(opened, hours(n), waits, time).due for opened, n, waits in tickets]
    return [SUSPENDED if due is None else due for due in found]


@given(revisions(), TICKETS)
@A_LAW
def test_deadlines_of_a_batch_are_those_of_its_tickets(
    revision: CalendarRevision, tickets: list[Ticket]
) -> None:
    opened = column([ticket[0] for ticket in tickets])
    budgets = column([ticket[1] * HOUR for ticket in tickets])
    answer = batch_of(WorkingTime(revision)).deadlines(opened, budgets, pause_table(tickets))
    assert answer.due.tolist() == scalar_dues(WorkingTime(revision), tickets)


@given(revisions(), st.lists(st.tuples(instants(), instants()), min_size=1, max_size=8))
@A_LAW
def test_working_time_of_a_batch_is_that_of_its_spans(
    revision: CalendarRevision, spans: list[tuple[int, int]]
) -> None:
    starts, ends = column([start for start, _ in spans]), column([end for _, end in spans])
    time = WorkingTime(revision)
    counted = batch_of(WorkingTime(revision)).seconds_between(starts, ends)
    assert counted.tolist() == [time.seconds_between(start, end) for start, end in spans]


@given(
    revisions(),
    st.lists(st.tuples(instants(), st.integers(-200 * HOUR, 200 * HOUR)), min_size=1, max_size=8),
)
@A_LAW
def test_instants_of_a_batch_are_those_of_its_starts(
    revision: CalendarRevision, asked: list[tuple[int, int]]
) -> None:
    starts, seconds = column([start for start, _ in asked]), column([n for _, n in asked])
    time = WorkingTime(revision)
    found = batch_of(WorkingTime(revision)).instants_after(starts, seconds)
    assert found.tolist() == [time.instant_after(start, n) for start, n in asked]


def test_no_time_to_count_is_reached_at_once_for_each_ticket_by_itself() -> None:
    starts = column([at("2018-06-02 12:00")] * 3)
    found = batch_of(a_time(SUPPORT_WEEK)).instants_after(starts, column([0, -(10**9), HOUR]))
    assert found.tolist() == [*starts[:2].tolist(), at("2018-06-04 08:00")]


def test_what_is_left_of_a_suspended_ticket_is_told_in_totals() -> None:
    time = a_time(SUPPORT_WEEK)
    opened, paused, now = at("2026-03-02 08:00"), at("2026-03-02 17:00"), at("2026-03-05 09:00")
    batch = batch_of(time, "2026-03-01", "2026-04-01")
    table = PauseTable(column([0]), column([paused]), column([OPEN_END]))
    answer = batch.deadlines(column([opened]), column([10 * HOUR]), table)
    assert answer.due.tolist() == [SUSPENDED]
    assert (answer.totals - batch.counted_until(column([paused]))).tolist() == [HOUR]
    assert deadline_for(opened, hours(10), [Pause(paused, None)], time).remaining(now) == HOUR


def test_pauses_before_1970_are_told_apart_like_any_other() -> None:
    tickets: list[Ticket] = [
        (at("1965-03-01 08:00"), 10, (Pause(at("1965-03-01 09:00"), None),)),
        (
            at("1965-03-01 08:00"),
            10,
            (
                Pause(at("1965-03-01 09:00"), at("1965-03-01 10:00")),
                Pause(at("1965-03-01 11:00"), at("1965-03-01 12:00")),
            ),
        ),
    ]
    time = a_time(SUPPORT_WEEK)
    opened, budgets = column([t[0] for t in tickets]), column([t[1] * HOUR for t in tickets])
    answer = batch_of(time, "1965-01-01", "1965-06-01").deadlines(
        opened, budgets, pause_table(tickets)
    )
    assert answer.due.tolist() == scalar_dues(time, tickets)


def test_a_long_range_is_extended_by_what_is_needed_and_no_more() -> None:
    time = a_time(CLOUD_WEEK)
    batch = batch_of(time, "1960-01-01", "2150-06-01")
    start = at("2150-12-01 00:00")
    assert batch.instants_after(column([start]), column([60 * DAY])).tolist() == [start + 60 * DAY]
    assert time.last == at("2152-01-01 00:00")


def test_a_range_is_extended_to_whatever_is_asked_for() -> None:
    time = a_time(CST_WEEK)
    batch = batch_of(time)
    starts = column([at("2010-06-01 00:00"), at("2025-06-01 00:00")])
    assert batch.seconds_between(starts, starts + 7 * DAY).tolist() == [5 * 8.5 * HOUR] * 2


def test_no_tickets_at_all_are_no_trouble() -> None:
    batch, none = batch_of(a_time(CST_WEEK)), column([])
    assert batch.seconds_between(none, none).tolist() == []
    assert batch.instants_after(none, none).tolist() == []
    assert batch.deadlines(none, none, PauseTable(none, none, none)).due.tolist() == []


def test_a_ticket_without_pauses_needs_none_in_the_table() -> None:
    none = column([])
    opened = column([at("2018-06-04 09:00")])
    answer = batch_of(a_time(SUPPORT_WEEK)).deadlines(
        opened, column([10 * HOUR]), PauseTable(none, none, none)
    )
    assert answer.due.tolist() == [at("2018-06-04 19:00")]


@pytest.mark.parametrize(
    "own", [[], [("2015-01-01", "08:00-12:00"), ("2018-06-05", "08:00-12:00")]]
)
def test_a_calendar_with_idle_years_is_left_to_the_scalar_engine(
    own: list[tuple[str, str]],
) -> None:
    calendar = a_calendar({}, exceptions=[an_exception(day, text) for day, text in own])
    with pytest.raises(NotComputable, match="calcule seus chamados um a um"):
        batch_of(WorkingTime(calendar), "2015-01-01")


def test_an_instant_outside_the_calendar_is_refused() -> None:
    starts = column([at("2018-06-04 09:00"), 10**12])
    with pytest.raises(InvalidInput, match="fora de 1900-2200"):
        batch_of(a_time(CST_WEEK)).seconds_between(starts, starts + 1)
