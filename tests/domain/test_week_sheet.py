"""A week of minutes: every second on its day, once (CON-4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.brasilia_days import day_span
from app.domain.queue_view import Reference
from app.domain.time_entries import Span
from app.domain.week_sheet import WeekSheet
from tests.domain.consulting_builders import an_entry

MONDAY = date(2018, 10, 29)  # summer time began on its Sunday
WEEK = Span(day_span(MONDAY)[0], day_span(date(2018, 11, 4))[1])


@given(st.lists(st.integers(0, WEEK.seconds), min_size=2, max_size=12, unique=True), st.data())
def test_days_and_tickets_add_up_to_the_minutes(edges: list[int], data: st.DataObject) -> None:
    edges = sorted(edges)[: len(edges) // 2 * 2]
    spans = [
        Span(WEEK.start + begin, WEEK.start + end)
        for begin, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    entries = tuple(
        replace(
            an_entry(number, "2018-10-29 10:00", "2018-10-29 11:00"),
            span=span,
            ticket=data.draw(st.integers(1, 3)),
        )
        for number, span in enumerate(spans, 1)
    )
    sheet = WeekSheet(Reference(1, "Marina Maré"), MONDAY, entries, ())
    worked = sum(span.seconds for span in spans)
    assert sum(sheet.total(day) for day in sheet.days) == worked
    by_ticket = sum(sheet.seconds(t, day) for t in sheet.tickets for day in sheet.days)
    assert by_ticket == worked
    assert {e.id for day in sheet.days for e in sheet.entries_on(day)} == {e.id for e in entries}


def test_a_gap_over_midnight_lies_on_both_days() -> None:
    middle = day_span(MONDAY)[1]
    gap = Span(middle - 3600, middle + 1800)
    sheet = WeekSheet(Reference(1, "Marina Maré"), MONDAY, (), (gap,))
    assert [sheet.gap_seconds(day) for day in sheet.days[:3]] == [3600, 1800, 0]
