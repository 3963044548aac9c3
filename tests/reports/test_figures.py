"""The figures that documents are drawn from."""

from __future__ import annotations

from app.domain.figures import RosterPost, SheetWindow
from tests.reports.builders import a_calendar, a_roster


def test_a_post_without_names_is_a_hole() -> None:
    assert RosterPost("07:00-08:00").is_hole
    assert not RosterPost("07:00-08:00", ("Ana Exemplo",)).is_hole


def test_only_a_plantao_window_without_names_is_a_hole() -> None:
    assert SheetWindow("07:00-08:00", is_plantao=True).is_hole
    assert not SheetWindow("07:00-08:00", is_plantao=True, names=("Ana Exemplo",)).is_hole
    assert not SheetWindow("08:00-12:00").is_hole


def test_a_roster_counts_its_holes_and_adds_up_its_hours() -> None:
    roster = a_roster()
    assert roster.hole_count == 2
    assert roster.seconds == 71 * 3600


def test_a_calendar_adds_up_its_days() -> None:
    calendar = a_calendar()
    assert calendar.business_days == 19
    assert calendar.counted_seconds == 19 * 12 * 3600
    assert calendar.due_count == sum(day.due_count for day in calendar.days)
    assert calendar.item_count == 1
