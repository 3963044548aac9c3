"""The slow check itself is right: the pitfalls' golden numbers and its own foundations."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import holidays
import pytest
from dateutil.easter import easter

from tests.oracle.slow_calendar import ZONE, LocalRule, SlowCalendar, easter_sunday
from tests.oracle.slow_calendar import is_national_holiday as slow_national
from tests.oracle.slow_deadline import answer
from tests.oracle.slow_reading import read_case
from tests.oracle.slow_teams import TEAMS

Span = tuple[str, str]


def _local(text: str) -> str:
    """Read a wall time of Brasília such as ``2026-03-02 09:00`` into an instant."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE).isoformat()


def _week(spans: list[Span], days: str = "mon tue wed thu fri") -> dict[str, object]:
    windows = [{"start": start, "end": end, "plantao": False} for start, end in spans]
    return {
        "windows": dict.fromkeys(days.split(), windows),
        "counts_plantao": True,
        "national_holidays": "closed",
        "local_holidays": "open",
    }


def _ask(
    calendar: object,
    opened: str,
    target: tuple[str, float],
    pauses: Sequence[tuple[str, str | None]] = (),
    *,
    exceptions: list[dict[str, object]] | None = None,
    now: str | None = None,
) -> dict[str, object]:
    case: dict[str, object] = {
        "id": "golden",
        "calendar": calendar,
        "opened_at": _local(opened),
        "target": {"unit": target[0], "value": target[1]},
        "pauses": [[_local(a), None if b is None else _local(b)] for a, b in pauses],
        "exceptions": exceptions or [],
    }
    if now is not None:
        case["now"] = _local(now)
    return answer(case)


def _due(reply: dict[str, object]) -> str:
    assert "error" not in reply, reply
    due = datetime.fromisoformat(str(reply["due_at"])).astimezone(ZONE)
    return due.strftime("%a %Y-%m-%d %H:%M:%S")


def _hours(value: float) -> tuple[str, float]:
    return ("hours", value)


CAL_A, CAL_B, CAL_V, CAL_24 = "suporte-tecnico", "cst", "vitrine", "cloud"


def test_a01_a_target_spent_at_closing_is_due_at_closing() -> None:
    assert _due(_ask(CAL_A, "2026-03-02 09:00", _hours(10))) == "Mon 2026-03-02 19:00:00"
    assert _due(_ask(CAL_A, "2026-03-02 09:00:01", _hours(10))) == "Tue 2026-03-03 07:00:01"


def test_a02_lunch_does_not_count() -> None:
    assert _due(_ask(CAL_B, "2026-03-02 11:00", _hours(4))) == "Mon 2026-03-02 16:30:00"
    assert _due(_ask(CAL_B, "2026-03-02 12:30", _hours(1))) == "Mon 2026-03-02 14:30:00"


def test_a04_midnight_loses_nothing() -> None:
    assert _due(_ask(CAL_24, "2026-03-03 23:30", _hours(1))) == "Wed 2026-03-04 00:30:00"
    assert _due(_ask(CAL_24, "2026-03-03 23:30", _hours(720))) == "Thu 2026-04-02 23:30:00"


def test_a05_a_national_holiday_is_skipped() -> None:
    assert _due(_ask(CAL_A, "2026-11-18 18:00", _hours(20))) == "Mon 2026-11-23 14:00:00"


def test_a06_a_half_day_has_its_own_windows() -> None:
    half_day = {"start": "13:30", "end": "19:00", "plantao": False}
    exceptions: list[dict[str, object]] = [
        {"date": "2026-02-16", "windows": []},
        {"date": "2026-02-17", "windows": []},
        {"date": "2026-02-18", "windows": [half_day]},
    ]
    reply = _ask(CAL_A, "2026-02-13 17:00", _hours(10), exceptions=exceptions)
    assert _due(reply) == "Thu 2026-02-19 09:30:00"


def test_a09_days_are_local_days() -> None:
    assert _due(_ask(CAL_V, "2026-03-06 22:30", _hours(4))) == "Sat 2026-03-07 13:00:00"
    assert _due(_ask(CAL_V, "2026-03-08 23:30", _hours(4))) == "Mon 2026-03-09 12:00:00"


def test_a14_vendors_examples_come_out_right() -> None:
    eight_to_five = _week([("08:00", "17:00")])
    nine_to_five = _week([("09:00", "17:00")])
    eight_to_six = _week([("08:00", "18:00")])
    assert _due(_ask(eight_to_five, "2026-03-06 16:00", _hours(4))) == "Mon 2026-03-09 11:00:00"
    assert _due(_ask(nine_to_five, "2026-03-06 17:00", _hours(8))) == "Mon 2026-03-09 17:00:00"
    assert _due(_ask(eight_to_six, "2026-03-05 16:00", _hours(4))) == "Fri 2026-03-06 10:00:00"


def test_b01_a_pause_over_a_weekend_pushes_a_day_target_by_its_working_time() -> None:
    pauses = [("2026-03-06 16:00", "2026-03-09 09:00")]
    reply = _ask(CAL_A, "2026-03-05 10:00", ("business_days", 4), pauses)
    assert _due(reply) == "Thu 2026-03-12 12:00:00"


def test_b03_a_pause_after_a_weekend_opening_is_not_swallowed() -> None:
    pauses = [("2026-03-09 09:00", "2026-03-09 10:00")]
    assert _due(_ask(CAL_A, "2026-03-07 10:00", _hours(10), pauses)) == "Mon 2026-03-09 18:00:00"


def test_b04_pauses_stay_when_the_target_changes() -> None:
    pauses = [("2026-03-02 10:00", "2026-03-03 10:00")]
    medium = _ask(CAL_A, "2026-03-02 08:00", _hours(30), pauses)
    high = _ask(CAL_A, "2026-03-02 08:00", _hours(20), pauses)
    assert _due(medium) == "Thu 2026-03-05 14:00:00"
    assert _due(high) == "Wed 2026-03-04 16:00:00"


@pytest.mark.parametrize("now", ["2026-03-03 12:00", "2026-03-04 12:00"])
def test_b06_a_paused_ticket_keeps_its_last_hour(now: str) -> None:
    still = [("2026-03-02 17:00", None)]
    reply = _ask(CAL_A, "2026-03-02 08:00", _hours(10), still, now=now)
    assert reply["suspended"] is True
    assert reply["due_at"] is None
    assert (reply["elapsed_seconds"], reply["remaining_seconds"]) == (32400, 3600)


def test_b06_the_last_hour_runs_after_the_pause() -> None:
    pauses = [("2026-03-02 17:00", "2026-03-05 09:00")]
    assert _due(_ask(CAL_A, "2026-03-02 08:00", _hours(10), pauses)) == "Thu 2026-03-05 10:00:00"


def test_b07_every_wait_for_acceptance_is_left_out() -> None:
    pauses = [("2026-03-02 12:00", "2026-03-04 10:00"), ("2026-03-04 15:00", "2026-03-06 09:00")]
    reply = _ask(CAL_A, "2026-03-02 08:00", _hours(20), pauses, now="2026-03-06 09:00")
    assert _due(reply) == "Mon 2026-03-09 08:00:00"
    assert reply["elapsed_seconds"] == 9 * 3600


def test_b12_work_resumes_at_the_answer_even_on_a_saturday_night() -> None:
    pauses = [("2026-03-06 15:00", "2026-03-07 23:00")]
    assert _due(_ask(CAL_A, "2026-03-06 09:00", _hours(10), pauses)) == "Mon 2026-03-09 11:00:00"


def test_b15_a_pause_inside_a_holiday_takes_nothing_out() -> None:
    pauses = [("2026-04-21 09:00", "2026-04-21 17:00")]
    reply = _ask(CAL_A, "2026-04-20 14:00", _hours(10), pauses)
    assert _due(reply) == "Wed 2026-04-22 12:00:00"


def test_an_open_pause_that_begins_at_the_due_instant_changes_nothing() -> None:
    at_due = _ask(CAL_A, "2026-03-02 09:00", _hours(10), [("2026-03-02 19:00", None)])
    before = _ask(CAL_A, "2026-03-02 09:00", _hours(10), [("2026-03-02 18:59:59", None)])
    assert _due(at_due) == "Mon 2026-03-02 19:00:00"
    assert before["suspended"] is True


@pytest.mark.parametrize(
    ("change_day", "real_hours"),
    [("2017-10-15", 23), ("2018-02-17", 25), ("2018-11-04", 23), ("2018-11-05", 24)],
)
def test_a_change_of_summer_time_makes_the_day_longer_or_shorter(
    change_day: str, real_hours: int
) -> None:
    calendar = SlowCalendar(TEAMS["cloud"])
    noon_before = datetime.fromisoformat(f"{change_day}T12:00").replace(tzinfo=ZONE)
    first = int(noon_before.timestamp()) - 36 * 3600
    seconds = [
        second
        for second in range(first, first + 72 * 3600, 60)
        if datetime.fromtimestamp(second, ZONE).date() == noon_before.date()
    ]
    assert len(seconds) == real_hours * 60
    assert all(calendar.counts(second) for second in seconds)


def test_blocks_agree_with_single_seconds_through_a_change_of_summer_time() -> None:
    raw = {
        "id": "x",
        "calendar": _week([("00:00", "00:31"), ("22:47", "24:00")], "sat sun"),
        "opened_at": "2018-02-17T22:10:07Z",
        "target": {"unit": "hours", "value": 4},
        "pauses": [["2018-02-18T00:50:13Z", "2018-02-18T01:05:44Z"]],
        "now": "2018-02-18T04:40:29Z",
    }
    case = read_case(raw)
    now = case.now or 0
    one_by_one = sum(
        case.calendar.counts(second) and not case.pauses[0].covers(second)
        for second in range(case.opened, now)
    )
    assert answer(raw)["elapsed_seconds"] == one_by_one
    assert one_by_one > 3600


def test_the_policies_of_local_days_are_four() -> None:
    day = date(2026, 3, 19)
    counted = {}
    for rule in LocalRule:
        calendar = _week([("08:00", "12:00")])
        calendar["local_holidays"] = rule.value
        reply = answer(
            {
                "id": rule.value,
                "calendar": calendar,
                "local_dates": [day.isoformat()],
                "opened_at": "2026-03-19T03:00:00Z",
                "target": {"unit": "hours", "value": 1},
                "now": "2026-03-20T03:00:00Z",
            }
        )
        counted[rule.value] = reply["elapsed_seconds"]
    assert counted == {
        "open": 14400,
        "plantao_only": 0,
        "plantao_all_day": 14400,
        "closed": 0,
    }


def test_the_computus_agrees_with_dateutil() -> None:
    years = range(1900, 2200)
    assert [easter_sunday(year) for year in years] == [easter(year) for year in years]


def test_national_days_typed_by_hand_agree_with_the_package() -> None:
    package = holidays.country_holidays("BR", years=range(2000, 2101), categories=("public",))
    day, differences = date(2000, 1, 1), []
    while day.year <= 2100:
        if (day in package) != slow_national(day):
            differences.append(day)
        day += timedelta(days=1)
    assert not differences
