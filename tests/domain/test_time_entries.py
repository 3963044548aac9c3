"""Time entries: exact seconds, each in one place, never twice (CON-4; pitfalls E01, E12)."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.time_entries import (
    Activity,
    Span,
    TimeKind,
    gaps_between,
    overlap_of,
    refuse_outside_life,
    refuse_overlap,
    seconds_of,
    utc,
)
from app.domain.timer import RunningTimer
from tests.desks import at
from tests.domain.consulting_builders import ANA, an_entry, span

DAY = st.integers(at("2018-11-01 00:00"), at("2018-11-10 00:00"))


def test_e01_equal_durations_count_each() -> None:
    first = an_entry(1, "2026-03-03 08:00", "2026-03-03 09:10")
    second = an_entry(2, "2026-03-03 10:00", "2026-03-03 11:10")
    assert seconds_of([first, second]) == 140 * 60


def test_e12_what_only_touches_does_not_overlap() -> None:
    first = an_entry(1, "2026-03-03 09:00:00", "2026-03-03 09:59:30")
    refuse_overlap(span("2026-03-03 09:59:30", "2026-03-03 10:20:00"), [first])
    with pytest.raises(RuleRefusal, match=r"CON-4.*00000042"):
        refuse_overlap(span("2026-03-03 09:59:29", "2026-03-03 10:20:00"), [first])


def test_a_voided_entry_leaves_its_place_free() -> None:
    voided = an_entry(1, "2026-03-03 09:00", "2026-03-03 10:00", voided=True)
    assert overlap_of(span("2026-03-03 09:00", "2026-03-03 10:00"), [voided]) is None
    assert seconds_of([voided]) == 0
    assert not voided.is_live
    assert not voided.is_locked


def test_an_entry_over_midnight_belongs_to_each_day_for_its_part() -> None:
    late = an_entry(1, "2026-03-31 23:30", "2026-04-01 00:20")
    assert [(day, part.seconds) for day, part in late.by_day()] == [
        (date(2026, 3, 31), 30 * 60),
        (date(2026, 4, 1), 20 * 60),
    ]


def test_an_empty_entry_lies_on_its_own_day() -> None:
    nothing = an_entry(1, "2026-03-31 10:00", "2026-03-31 10:00")
    assert [(day, part.seconds) for day, part in nothing.by_day()] == [(date(2026, 3, 31), 0)]


@given(DAY, st.integers(0, 5 * 86_400), st.lists(DAY, max_size=6))
def test_cutting_loses_no_second_and_invents_none(
    start: int, length: int, instants: list[int]
) -> None:
    whole = Span(start, start + length)
    for pieces in (list(whole.cut_at(instants)), [part for _day, part in _by_day(whole)]):
        assert pieces[0].start == whole.start
        assert pieces[-1].end == whole.end
        assert all(a.end == b.start for a, b in pairwise(pieces))
        assert sum(piece.seconds for piece in pieces) == whole.seconds


def _by_day(whole: Span) -> list[tuple[date, Span]]:
    from app.domain.time_entries import by_day

    return list(by_day(whole))


@pytest.mark.parametrize(
    ("start", "end", "field"),
    [
        ("2026-03-03 10:00", "2026-03-03 09:00", "end"),
        ("2026-03-03 10:00", "2026-03-05 09:00", "end"),
        ("2026-03-01 10:00", "2026-03-03 09:00", "start"),
        ("2026-03-03 10:00", "2026-03-04 08:30", "end"),
    ],
)
def test_what_lies_outside_the_life_of_the_ticket_is_said_at_its_field(
    start: str, end: str, field: str
) -> None:
    now, opened, closed = at("2026-03-04 18:00"), at("2026-03-02 09:00"), at("2026-03-04 08:00")
    with pytest.raises(InvalidInput, match="CON-4") as refused:
        refuse_outside_life(span(start, end), opened, closed, now)
    assert refused.value.field == field


def test_gaps_are_what_lies_between_entries() -> None:
    entries = [
        an_entry(2, "2026-03-03 10:00", "2026-03-03 11:00"),
        an_entry(1, "2026-03-03 07:00", "2026-03-03 09:00:30"),
        an_entry(3, "2026-03-03 10:30", "2026-03-03 10:40"),
        an_entry(4, "2026-03-03 11:00", "2026-03-03 12:00", voided=True),
        an_entry(5, "2026-03-03 19:00", "2026-03-03 20:00"),
    ]
    day = span("2026-03-03 08:00", "2026-03-03 12:00")
    assert gaps_between(entries, day) == [
        span("2026-03-03 09:00:30", "2026-03-03 10:00"),
        span("2026-03-03 11:00", "2026-03-03 12:00"),
    ]
    assert gaps_between(entries, span("2026-03-03 10:00", "2026-03-03 11:00")) == []


def test_instants_are_written_for_files_in_utc() -> None:
    assert utc(at("2026-03-03 10:00")) == "2026-03-03T13:00:00Z"


def _timer(started: str, seen: str) -> RunningTimer:
    return RunningTimer(ANA, 42, Activity.REMOTE, TimeKind.CLIENT, "", at(started), at(seen))


def test_e10_after_a_night_twenty_minutes_are_proposed_never_fourteen_hours() -> None:
    timer = _timer("2026-03-03 17:50", "2026-03-03 18:10")
    morning = at("2026-03-04 08:00")
    assert timer.is_silent(morning)
    assert timer.proposal() == span("2026-03-03 17:50", "2026-03-03 18:10")
    assert not timer.is_silent(at("2026-03-03 18:12"))


def test_a_clock_that_is_set_back_takes_nothing_away_and_gives_nothing() -> None:
    timer = _timer("2026-03-03 17:50", "2026-03-03 18:10")
    assert timer.seconds(at("2026-03-03 17:00")) == 20 * 60
    assert timer.seconds(at("2026-03-03 18:11")) == 21 * 60
    assert timer.until(at("2026-03-03 17:00")).seconds == 0
