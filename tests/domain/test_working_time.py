"""Counted seconds and business days, to the second (CAL-1 … CAL-6, SLA-3, SLA-4)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.brasilia_days import day_number, day_span
from app.domain.clock import format_instant, from_epoch, local_date, parse_instant, to_brasilia
from app.domain.compiled_years import compile_year
from app.domain.day_layout import layout_of
from app.domain.errors import InvalidInput, NotComputable
from app.domain.team_calendar import (
    CalendarRevision,
    DayException,
    Weekday,
    Window,
    revision_of,
)
from app.domain.working_time import LAST_YEAR, WorkingTime
from tests.domain.builders import (
    CAL_24,
    CAL_A,
    CAL_B,
    CLOUD_WEEK,
    HOUR,
    SUPPORT_WEEK,
    WHOLE_WEEK,
    Week,
    a_calendar,
    a_time,
    a_version,
    an_exception,
    at,
    every,
    wall,
)
from tests.domain.strategies import (
    A_LAW,
    DAY,
    SUMMER_TIME,
    dates,
    instants,
    revisions,
    windows_of_a_day,
)


@given(revisions(), instants(), st.integers(1, 40 * HOUR))
@A_LAW
def test_working_time_is_the_minutes_that_lie_in_counted_windows(
    revision: CalendarRevision, start: int, length: int
) -> None:
    first, last = start // 60 * 60, (start + length) // 60 * 60
    assert WorkingTime(revision).seconds_between(first, last) == sum(
        60 for minute in range(first, last, 60) if counts(revision, minute)
    )


def counts(revision: CalendarRevision, instant: int) -> bool:
    """Tell from the wall time alone whether a minute counts."""
    local = to_brasilia(from_epoch(instant))
    minute = local.hour * 60 + local.minute
    layout = layout_of(revision, local.date())
    return any(window.start <= minute < window.end for window in layout.counted)


@given(revisions(), instants(), st.integers(1, 15))
@A_LAW
def test_a_day_target_is_due_at_the_closing_of_its_business_day(
    revision: CalendarRevision, opened: int, count: int
) -> None:
    closing = WorkingTime(revision).closing_of_business_day(opened, count)
    opening_day = day_number(to_brasilia(from_epoch(opened)).date())
    last_day = day_number(to_brasilia(from_epoch(closing - 1)).date())
    business_days = [
        day
        for day in days_between(opening_day + 1, last_day)
        if layout_of(revision, day).is_business_day
    ]
    assert len(business_days) == count
    assert counts(revision, closing - 60)
    after = range(closing, at(f"{business_days[-1]} 12:00") + 14 * HOUR, 60)
    same_day = (m for m in after if to_brasilia(from_epoch(m)).date() == business_days[-1])
    assert not any(counts(revision, minute) for minute in same_day)


def days_between(first: int, last: int) -> list[date]:
    return [date.fromordinal(date(1970, 1, 1).toordinal() + day) for day in range(first, last + 1)]


def test_a_calendar_varied_twice_counts_both_changes() -> None:
    base = WorkingTime(a_calendar())
    first, second = (an_exception(day, "10:00-11:00") for day in ("2026-03-03", "2026-03-04"))
    once = base.varied(a_calendar(exceptions=[first]), [first.date])
    twice = once.varied(a_calendar(exceptions=[first, second]), [second.date])
    start, end = at("2026-03-03 00:00"), at("2026-03-05 00:00")
    assert twice.seconds_between(start, end) == 2 * HOUR


@given(revisions(), st.dictionaries(dates(SUMMER_TIME), windows_of_a_day(), max_size=4), st.data())
@A_LAW
def test_a_varied_calendar_counts_like_a_freshly_compiled_one(
    revision: CalendarRevision, own: dict[date, tuple[Window, ...]], data: st.DataObject
) -> None:
    exceptions = {day: DayException(day, windows) for day, windows in own.items()}
    edited = CalendarRevision(
        "variado", 2, revision.versions, revision.holidays, {**revision.exceptions, **exceptions}
    )
    base = WorkingTime(revision)
    base.cover(*sorted(data.draw(st.tuples(instants(), instants()))))
    varied, fresh = base.varied(edited, own), WorkingTime(edited)
    start, end = data.draw(instants()), data.draw(instants())
    assert varied.seconds_between(start, end) == fresh.seconds_between(start, end)
    seconds = data.draw(st.integers(1, 200 * HOUR))
    assert varied.instant_after(start, seconds) == fresh.instant_after(start, seconds)
    count = data.draw(st.integers(1, 30))
    assert varied.closing_of_business_day(start, count) == fresh.closing_of_business_day(
        start, count
    )
    untouched = WorkingTime(revision)
    assert base.seconds_between(start, end) == untouched.seconds_between(start, end)


@pytest.mark.parametrize("week", [CLOUD_WEEK, SUPPORT_WEEK])
@pytest.mark.parametrize("day", ["2026-03-03", "2026-03-08"])
@pytest.mark.parametrize("texts", [(), ("00:00-24:00",), ("08:00-12:00",)])
def test_a_varied_day_is_cut_out_of_its_calendar_cleanly(
    week: Week, day: str, texts: tuple[str, ...]
) -> None:
    own = an_exception(day, *texts)
    edited = a_calendar(week, exceptions=[own])
    varied, fresh = WorkingTime(a_calendar(week)).varied(edited, [own.date]), WorkingTime(edited)
    for start in range(at(f"{day} 00:00") - 4 * HOUR, at(f"{day} 00:00") + 28 * HOUR, HOUR):
        assert varied.instant_after(start, 5 * HOUR) == fresh.instant_after(start, 5 * HOUR)
        assert varied.closing_of_business_day(start, 1) == fresh.closing_of_business_day(start, 1)


def test_a_version_counts_from_its_first_valid_date_on() -> None:
    later = a_version(every(WHOLE_WEEK, "10:00-11:00"), first_valid="2026-03-04")
    time = WorkingTime(revision_of("duas", [later, a_version(SUPPORT_WEEK)]))
    assert time.seconds_between(at("2026-03-03 00:00"), at("2026-03-04 00:00")) == 12 * HOUR
    assert time.seconds_between(at("2026-03-04 00:00"), at("2026-03-05 00:00")) == HOUR
    assert time.seconds_between(at("2019-03-04 00:00"), at("2019-03-05 00:00")) == 12 * HOUR


@pytest.mark.parametrize(
    ("opened", "expected"),
    [("2018-11-03 12:00", "2018-11-04 13:00"), ("2019-02-16 12:00", "2019-02-17 11:00")],
)
def test_cal_6_a_day_of_the_clock_change_is_an_hour_shorter_or_longer(
    opened: str, expected: str
) -> None:
    assert wall(CAL_24.instant_after(at(opened), 24 * HOUR)) == expected


def test_cal_6_a_window_across_a_repeated_hour_counts_it_twice() -> None:
    saturday_night = a_time(every([Weekday.SAT], "22:00-24:00"))
    first, last = at("2019-02-16 12:00"), at("2019-02-17 12:00")
    assert saturday_night.seconds_between(first, last) == 3 * HOUR
    assert saturday_night.instant_after(first, 3 * HOUR) == at("2019-02-17 00:00")


def test_a_working_second_lies_in_exactly_one_window() -> None:
    assert CAL_A.is_counted(at("2026-03-02 07:00"))
    assert CAL_A.is_counted(at("2026-03-02 19:00") - 1)
    assert not CAL_A.is_counted(at("2026-03-02 19:00"))
    assert not CAL_B.is_counted(at("2026-03-02 12:00"))


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        ("2026-03-06 19:00", "2026-03-09 07:00"),
        ("2026-03-06 18:59:59", "2026-03-06 18:59:59"),
        ("2026-03-07 12:00", "2026-03-09 07:00"),
    ],
)
def test_the_next_counted_second_is_the_one_at_hand_or_the_next_opening(
    instant: str, expected: str
) -> None:
    assert wall(CAL_A.next_counted(at(instant))) == expected


def test_aware_instants_may_be_given_instead_of_seconds() -> None:
    start, end = parse_instant("2026-03-02T12:00:00Z"), parse_instant("2026-03-02T15:00:00-03:00")
    assert CAL_A.seconds_between_instants(start, end) == 6 * HOUR
    assert format_instant(CAL_A.deadline(start, 10 * HOUR)) == "2026-03-02T22:00:00Z"


@pytest.mark.parametrize("seconds", [0, -5])
def test_no_time_to_count_is_reached_at_once(seconds: int) -> None:
    assert CAL_A.instant_after(at("2026-03-07 12:00"), seconds) == at("2026-03-07 12:00")


def test_years_are_compiled_in_whatever_order_they_are_asked_for() -> None:
    time = a_time(CLOUD_WEEK)
    for year in (2026, 2030, 2010, 2020):
        start = at(f"{year}-12-31 12:00")
        assert time.seconds_between(start, start + 2 * DAY) == 2 * DAY
    assert time.seconds_between(at("2010-01-01 00:00"), at("2030-01-01 00:00")) == (
        at("2030-01-01 00:00") - at("2010-01-01 00:00")
    )


def test_a_year_without_windows_is_laid_before_others_too() -> None:
    own = an_exception("2026-03-02", "09:00-10:00")
    time = WorkingTime(a_calendar({}, exceptions=[own]))
    assert time.seconds_between(at("2026-03-02 00:00"), at("2026-03-03 00:00")) == HOUR
    assert time.seconds_between(at("2024-03-02 00:00"), at("2026-03-02 09:30")) == HOUR // 2


def test_a_window_that_runs_across_new_year_counts_without_a_gap() -> None:
    time = a_time(CLOUD_WEEK)
    eve = at("2025-12-31 22:00")
    assert time.seconds_between(eve, eve + 4 * HOUR) == 4 * HOUR
    assert time.instant_after(eve, 2 * HOUR) == eve + 2 * HOUR
    assert time.instant_after(eve, 2 * HOUR + 1) == eve + 2 * HOUR + 1


@pytest.mark.parametrize(
    "instant", [at("1900-01-01 00:00") - 1, at("2201-01-01 00:00"), 10**18, -(10**18)]
)
def test_an_instant_outside_the_calendar_is_refused(instant: int) -> None:
    with pytest.raises(InvalidInput, match="fora de 1900-2200"):
        WorkingTime(a_calendar()).seconds_between(instant, instant + 1)


def test_a_target_past_the_last_year_is_not_computable() -> None:
    with pytest.raises(NotComputable, match=f"passa do ano {LAST_YEAR}"):
        CAL_A.instant_after(at(f"{LAST_YEAR}-12-01 00:00"), 1000 * HOUR)


ONE_HOUR_NOW_AND_ONE_LATER = (an_exception("2026-03-02", "09:00-10:00"),)


@pytest.mark.parametrize(("later", "idle"), [("2027-04-06", 400), ("2027-04-05", 399)])
def test_a_stretch_of_400_days_without_a_counted_second_has_no_deadline(
    later: str, idle: int
) -> None:
    own = [*ONE_HOUR_NOW_AND_ONE_LATER, an_exception(later, "10:00-11:00")]
    time = WorkingTime(a_calendar({}, exceptions=own))
    opened = at("2026-03-02 09:00")
    assert wall(time.instant_after(opened, HOUR)) == "2026-03-02 10:00"
    assert (date.fromisoformat(later) - date(2026, 3, 2)).days == idle
    if idle < 400:
        assert wall(time.instant_after(opened, HOUR + 1)) == f"{later} 10:00:01"
        assert wall(time.closing_of_business_day(opened, 1)) == f"{later} 11:00"
        return
    with pytest.raises(NotComputable, match="400 dias a partir de 02/03/2026"):
        time.instant_after(opened, HOUR + 1)
    with pytest.raises(NotComputable, match="400 dias"):
        time.closing_of_business_day(opened, 1)
    assert wall(time.instant_after(opened + 2 * DAY, HOUR)) == f"{later} 11:00"


def test_a_calendar_that_never_opens_answers_instead_of_looking_for_ever() -> None:
    never = WorkingTime(a_calendar(every(WHOLE_WEEK, "08:00-12:00p"), counts_plantao=False))
    assert never.seconds_between(at("2026-03-02 00:00"), at("2026-04-02 00:00")) == 0
    with pytest.raises(NotComputable):
        never.instant_after(at("2026-03-02 00:00"), 1)
    with pytest.raises(NotComputable):
        never.closing_of_business_day(at("2026-03-02 00:00"), 1)


def test_covering_a_total_compiles_no_more_years_than_it_needs() -> None:
    time = a_time(CLOUD_WEEK)
    time.cover_total(at("2026-06-01 00:00"), 300 * DAY)
    assert wall(time.first) == "2026-01-01 00:00"
    assert wall(time.last) == "2028-01-01 00:00"


def _first_second(instant: int) -> int:
    return day_span(local_date(from_epoch(instant)))[0]


@given(revisions(), st.sampled_from([2017, 2018, 2019]))
@A_LAW
def test_a_compiled_year_is_its_days_laid_out(revision: CalendarRevision, year: int) -> None:
    compiled = compile_year(revision, year)
    expected = [
        day_number(day)
        for day in days_between(day_number(date(year, 1, 1)), day_number(date(year, 12, 31)))
        if layout_of(revision, day).is_business_day
    ]
    assert compiled.business_days == expected
    assert all(start < end for start, end in zip(compiled.starts, compiled.ends, strict=True))
    for end, start in zip(compiled.ends, compiled.starts[1:], strict=False):
        # Those that touch within a day are one stretch; with its first second, which clocks may
        # show as 01:00, the next day's begins.
        assert end < start or (end == start and start == _first_second(start))
