"""Laws of deadlines, for every calendar, pause and target (the patterns behind the pitfalls)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import from_epoch, local_date
from app.domain.deadline import Deadline, Target, deadline_for, hours
from app.domain.explanation import buckets_of, explain
from app.domain.pauses import Pause
from app.domain.projection import project
from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.domain.team_calendar import CalendarRevision, CalendarVersion, DayException, Window
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_replay import replay
from app.domain.working_time import WorkingTime
from tests.domain.builders import (
    GUIDE,
    HOUR,
    a_ticket,
    an_event,
    at,
    the_sla,
)
from tests.domain.strategies import (
    A_LAW,
    SUMMER_TIME,
    TARGETS,
    closed_pauses,
    dates,
    histories,
    instants,
    pauses,
    revisions,
)

pytestmark = pytest.mark.usefixtures("untraced")

SECONDS = st.integers(1, 60 * HOUR)


@given(revisions(), instants(), SECONDS)
@A_LAW
def test_adding_and_counting_are_inverse(
    revision: CalendarRevision, opened: int, seconds: int
) -> None:
    time = WorkingTime(revision)
    found = time.instant_after(opened, seconds)
    assert time.seconds_between(opened, found) == seconds
    assert time.seconds_between(opened, found - 1) == seconds - 1


@given(revisions(), instants(), SECONDS, SECONDS)
@A_LAW
def test_adding_twice_is_adding_the_sum(
    revision: CalendarRevision, opened: int, first: int, second: int
) -> None:
    time = WorkingTime(revision)
    at_once = time.instant_after(opened, first + second)
    assert time.instant_after(time.instant_after(opened, first), second) == at_once


@given(revisions(), st.lists(instants(), min_size=3, max_size=3))
@A_LAW
def test_working_time_of_neighbouring_spans_adds_up(
    revision: CalendarRevision, moments: list[int]
) -> None:
    start, middle, end = sorted(moments)
    time = WorkingTime(revision)
    parts = time.seconds_between(start, middle) + time.seconds_between(middle, end)
    assert parts == time.seconds_between(start, end)
    assert time.seconds_between(end, start) == 0


@given(revisions(), instants(), TARGETS, pauses(), instants())
@A_LAW
def test_the_due_instant_is_the_first_at_which_the_budget_is_used(
    revision: CalendarRevision, opened: int, target: Target, waits: tuple[Pause, ...], now: int
) -> None:
    deadline = a_deadline(revision, opened, target, waits)
    assert deadline.remaining(now) == deadline.budget - deadline.elapsed(now)
    if deadline.due is None:
        assert deadline.elapsed(max(now, opened)) < deadline.budget
        return
    before_later_pauses = deadline_for(
        opened, target, [pause for pause in waits if pause.start < deadline.due], deadline.time
    )
    assert before_later_pauses.due == deadline.due
    assert deadline.elapsed(deadline.due) == deadline.budget
    assert deadline.elapsed(deadline.due - 1) == deadline.budget - 1


@given(revisions(), instants(), TARGETS, pauses(), instants())
@A_LAW
def test_the_buckets_of_a_ticket_close(
    revision: CalendarRevision, opened: int, target: Target, waits: tuple[Pause, ...], now: int
) -> None:
    buckets = buckets_of(a_deadline(revision, opened, target, waits), now)
    assert buckets.total == WorkingTime(revision).seconds_between(opened, now)
    assert min(buckets.attendance, buckets.waiting_for_answer) >= 0
    assert min(buckets.waiting_for_acceptance, buckets.merged) >= 0


@given(revisions(), instants(), TARGETS, pauses(), instants())
@A_LAW
def test_the_explanation_adds_up(
    revision: CalendarRevision, opened: int, target: Target, waits: tuple[Pause, ...], now: int
) -> None:
    deadline = a_deadline(revision, opened, target, waits)
    told = explain(deadline, now)
    assert told.plantao_seconds <= told.counted_seconds
    stretches = [stretch for day in told.days for stretch in day.stretches]
    assert all(one.end <= two.start for one, two in pairwise(stretches))
    assert sum(day.paused_seconds for day in told.days) == sum(
        pause.counted_seconds for pause in told.pauses
    )
    if deadline.due is None:
        assert told.counted_seconds == deadline.elapsed(told.until)
        return
    assert told.until == deadline.due
    assert told.counted_seconds == deadline.budget
    assert stretches[-1].end == deadline.due


@given(revisions(), instants(), TARGETS, st.permutations([0, 1, 2, 3]), pauses(most=4))
@A_LAW
def test_the_order_and_repetition_of_pauses_do_not_matter(
    revision: CalendarRevision,
    opened: int,
    target: Target,
    order: list[int],
    waits: tuple[Pause, ...],
) -> None:
    shuffled = [waits[n] for n in order if n < len(waits)]
    deadline = a_deadline(revision, opened, target, waits)
    again = a_deadline(revision, opened, target, (*shuffled, *waits))
    assert again.due == deadline.due


@given(revisions(), instants(), TARGETS, pauses(most=3), pauses(most=2))
@A_LAW
def test_more_pause_is_never_due_earlier(
    revision: CalendarRevision,
    opened: int,
    target: Target,
    waits: tuple[Pause, ...],
    more: tuple[Pause, ...],
) -> None:
    before = a_deadline(revision, opened, target, waits)
    after = a_deadline(revision, opened, target, (*waits, *more))
    assert not is_earlier(after, before)


@given(revisions(), dates(SUMMER_TIME), instants(), st.integers(1, 60), closed_pauses())
@A_LAW
def test_one_more_holiday_makes_no_hour_target_due_earlier(
    revision: CalendarRevision, day: date, opened: int, target: int, waits: tuple[Pause, ...]
) -> None:
    before = a_deadline(revision, opened, hours(target), waits)
    after = a_deadline(closed_on(revision, day), opened, hours(target), waits)
    assert not is_earlier(after, before)


@given(revisions(), dates(SUMMER_TIME), instants(), TARGETS)
@A_LAW
def test_one_more_holiday_makes_no_target_due_earlier_where_nothing_is_paused(
    revision: CalendarRevision, day: date, opened: int, target: Target
) -> None:
    before = a_deadline(revision, opened, target, ())
    assert not is_earlier(a_deadline(closed_on(revision, day), opened, target, ()), before)


@given(revisions(), instants(), TARGETS, pauses())
@A_LAW
def test_splitting_every_window_changes_nothing(
    revision: CalendarRevision, opened: int, target: Target, waits: tuple[Pause, ...]
) -> None:
    versions = [
        replace(version, week=tuple(map(_halves, version.week))) for version in revision.versions
    ]
    own = {d: replace(e, windows=_halves(e.windows)) for d, e in revision.exceptions.items()}
    halved = replace(revision, versions=tuple(versions), exceptions=own)
    before = a_deadline(revision, opened, target, waits)
    assert a_deadline(halved, opened, target, waits).due == before.due


def _halves(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    return tuple(
        replace(window, **part)
        for window in windows
        for middle in [(window.start + window.end) // 2]
        for part in ({"end": middle}, {"start": middle})
    )


@given(revisions(), instants(), TARGETS, closed_pauses())
@A_LAW
def test_a_version_that_begins_after_the_due_instant_changes_nothing(
    revision: CalendarRevision, opened: int, target: Target, waits: tuple[Pause, ...]
) -> None:
    before = a_deadline(revision, opened, target, waits)
    assert before.due is not None
    last = max(local_date(from_epoch(before.due)), revision.versions[-1].first_valid)
    never = CalendarVersion(last + timedelta(days=1), ((),) * 7)
    later = replace(revision, versions=(*revision.versions, never))
    assert a_deadline(later, opened, target, waits).due == before.due


@given(revisions(), instants(), pauses(), st.sampled_from(Stage))
@A_LAW
def test_a_higher_severity_is_never_due_later(
    revision: CalendarRevision, opened: int, waits: tuple[Pause, ...], stage: Stage
) -> None:
    due = [
        a_deadline(revision, opened, GUIDE[severity].for_stage(stage), waits)
        for severity in Severity
    ]
    for higher, lower in pairwise(due):
        assert not is_earlier(lower, higher)


@given(histories())
def test_whatever_comes_after_closing_a_closed_ticket_is_frozen(events: tuple[Event, ...]) -> None:
    acts = (
        an_event(EventKind.SOLUTION, "2026-03-03 15:00"),
        an_event(EventKind.ACCEPTED, "2026-03-04 15:00"),
    )
    closed = a_ticket("2026-03-02 08:00", *acts, severity=Severity.HIGH)
    outcome = project(the_sla(closed)).outcome
    later = [
        replace(event, seq=10 + event.seq, at=event.at + at("2026-04-01 00:00")) for event in events
    ]
    history = replay([*closed, *later])
    assert (history.closed_at, history.severity) == (at("2026-03-04 15:00"), Severity.HIGH)
    assert history.terms == replay(closed).terms
    assert project(the_sla([*closed, *later])).outcome == outcome


def a_deadline(
    revision: CalendarRevision, opened: int, target: Target, waits: tuple[Pause, ...]
) -> Deadline:
    return deadline_for(opened, target, waits, WorkingTime(revision))


def closed_on(revision: CalendarRevision, day: date) -> CalendarRevision:
    """Return the calendar with one more date on which it is closed."""
    return replace(revision, exceptions={**revision.exceptions, day: DayException(day, ())})


def is_earlier(one: Deadline, other: Deadline) -> bool:
    """Tell whether one falls due before the other; what is suspended never does."""
    if one.due is None:
        return False
    return other.due is None or one.due < other.due
