"""What is billed, why, and for how much (CON-1, CON-4 … CON-8; pitfalls E06, E11, E14)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.billing import (
    DEFAULT_ROUNDING,
    IssuedPart,
    Part,
    RateTable,
    RateVersion,
    RoundingLevel,
    RoundingMode,
    RoundingRule,
    Verdict,
    Work,
    credits_for,
    lines_of,
    parts_of,
)
from app.domain.consulting import Appointment, Cause, Consulting, ConsultingKind
from app.domain.money import MinuteRate, Money, total
from app.domain.time_entries import EntryOrigin, TimeEntry, TimeKind
from tests.domain.consulting_builders import a_consulting, an_entry, span

RATE = MinuteRate(35_000)
RATES = RateTable((RateVersion(date(2026, 1, 1), RATE),))
RULES = st.builds(
    RoundingRule, st.sampled_from(RoundingMode), st.sampled_from(RoundingLevel), st.integers(0, 30)
)
HALF_PAST_ONE = ("2026-03-03 10:00", "2026-03-03 11:35")


def verdicts(
    consulting: Consulting | None, entry: TimeEntry, rates: RateTable = RATES
) -> list[tuple[Verdict, int]]:
    return [(p.verdict, p.span.seconds // 60) for p in parts_of(Work(entry, consulting), rates)]


def test_e14_a_defect_of_the_product_is_waived_and_by_telephone_it_is_billed() -> None:
    entry = an_entry(1, *HALF_PAST_ONE)
    assert verdicts(a_consulting(cause=Cause.DEFECT), entry) == [(Verdict.DEFECT, 95)]
    telephone = a_consulting(ConsultingKind.TELEPHONE, cause=None)
    assert verdicts(telephone, entry) == [(Verdict.BILLED, 95)]
    (line,) = lines_of(parts_of(Work(entry, telephone), RATES), DEFAULT_ROUNDING)
    assert (line.minutes, line.amount) == (95, Money(33_250))


def test_what_nobody_has_decided_waits() -> None:
    entry = an_entry(1, *HALF_PAST_ONE)
    assert verdicts(a_consulting(cause=None), entry) == [(Verdict.UNDECIDED, 95)]
    performance = a_consulting(ConsultingKind.PERFORMANCE, cause=Cause.NOT_FOUND)
    assert verdicts(performance, entry) == [(Verdict.UNDECIDED, 95)]
    assert verdicts(a_consulting(), entry) == [(Verdict.BILLED, 95)]


def test_imported_minutes_without_a_letter_are_kept_and_not_billed() -> None:
    imported = an_entry(1, *HALF_PAST_ONE, origin=EntryOrigin.IMPORTED)
    assert verdicts(a_consulting(is_approved=False), imported) == [(Verdict.NO_LETTER, 95)]
    before = an_entry(2, "2026-03-01 10:00", "2026-03-01 11:00", origin=EntryOrigin.IMPORTED)
    assert verdicts(a_consulting(), before) == [(Verdict.NO_LETTER, 60)]


def test_e11_internal_time_is_nobodys_to_see() -> None:
    shown = an_entry(1, "2026-03-03 10:00", "2026-03-03 10:30")
    internal = an_entry(2, "2026-03-03 11:00", "2026-03-03 11:45", kind=TimeKind.INTERNAL)
    consulting = a_consulting()
    parts = [part for e in (shown, internal) for part in parts_of(Work(e, consulting), RATES)]
    seen = [line for line in lines_of(parts, DEFAULT_ROUNDING) if line.verdict.is_settled]
    assert [line.minutes for line in seen] == [30]
    assert verdicts(None, shown) == [(Verdict.INTERNAL, 30)]


def test_a_rate_change_splits_the_entry_at_local_midnight() -> None:
    rates = RateTable(
        (RateVersion(date(2026, 4, 1), MinuteRate(40_000)), RateVersion(date(2026, 1, 1), RATE))
    )
    entry = an_entry(1, "2026-03-31 23:00", "2026-04-01 00:30")
    parts = parts_of(Work(entry, a_consulting()), rates)
    assert [(p.rate, p.span.seconds // 60) for p in parts] == [(RATE, 60), (MinuteRate(40_000), 30)]
    lines = lines_of(parts, DEFAULT_ROUNDING)
    assert total(line.amount for line in lines) == Money(60 * 350 + 30 * 400)


def test_minutes_without_a_rate_wait_and_say_so() -> None:
    entry = an_entry(1, "2025-12-31 23:00", "2026-01-01 00:30", origin=EntryOrigin.TYPED)
    telephone = a_consulting(ConsultingKind.TELEPHONE, cause=None)
    assert verdicts(telephone, entry) == [(Verdict.NO_RATE, 60), (Verdict.BILLED, 30)]


def test_outside_the_hours_only_what_was_agreed_is_billed() -> None:
    entry = an_entry(1, "2026-03-03 17:00", "2026-03-03 20:00")
    outside = (span("2026-03-03 18:00", "2026-03-04 08:00"),)
    bare = a_consulting()
    assert [
        (p.verdict, p.span.seconds // 60) for p in parts_of(Work(entry, bare, outside), RATES)
    ] == [
        (Verdict.BILLED, 60),
        (Verdict.NO_APPOINTMENT, 120),
    ]
    agreed = Consulting(
        bare.kind,
        bare.since,
        approval=bare.approval,
        decision=bare.decision,
        appointments=(Appointment(5, span("2026-03-03 18:00", "2026-03-03 19:30")),),
    )
    parts = parts_of(Work(entry, agreed, outside), RATES)
    assert [(p.verdict, p.span.seconds // 60, p.is_agreed_outside) for p in parts] == [
        (Verdict.BILLED, 60, False),
        (Verdict.BILLED, 90, True),
        (Verdict.NO_APPOINTMENT, 30, False),
    ]


def test_a_voided_entry_has_no_parts() -> None:
    assert parts_of(Work(an_entry(1, *HALF_PAST_ONE, voided=True), a_consulting()), RATES) == []


def test_e06_four_quarters_of_an_hour_are_sixty_minutes() -> None:
    quarters = [(15 * minute, 15 * minute + 15) for minute in range(4)]
    entries = [
        an_entry(
            place, f"2026-03-03 10:{first:02d}", f"2026-03-03 {10 + last // 60}:{last % 60:02d}"
        )
        for place, (first, last) in enumerate(quarters)
    ]
    parts = [part for entry in entries for part in parts_of(Work(entry, a_consulting()), RATES)]
    (line,) = lines_of(parts, DEFAULT_ROUNDING)
    assert (line.seconds, line.minutes) == (3600, 60)


@pytest.mark.parametrize(
    ("rule", "minutes"),
    [
        (RoundingRule(), 4),  # 30 + 91 + 90 s = 3:31
        (RoundingRule(RoundingMode.DOWN), 3),
        (RoundingRule(RoundingMode.NEAREST), 4),
        (RoundingRule(level=RoundingLevel.ENTRY), 1 + 2 + 2),
        (RoundingRule(RoundingMode.DOWN, RoundingLevel.ENTRY), 0 + 1 + 1),
        (RoundingRule(RoundingMode.NEAREST, RoundingLevel.ENTRY), 1 + 2 + 2),
        (RoundingRule(minimum=15), 15),
        (RoundingRule(level=RoundingLevel.ENTRY, minimum=2), 2 + 2 + 2),
    ],
)
def test_the_rule_of_rounding_is_a_setting(rule: RoundingRule, minutes: int) -> None:
    assert rule.minutes([30, 91, 90]) == minutes


@given(RULES)
def test_nothing_stays_nothing_whatever_the_minimum(rule: RoundingRule) -> None:
    assert rule.minutes([]) == 0
    assert rule.minutes([0]) == 0


def _stretches(draw: st.DrawFn, count: int) -> list[TimeEntry]:
    entries = []
    for number in range(1, count + 1):
        start = draw(st.integers(0, 40 * 86_400))
        length = draw(st.integers(0, 30_000))
        base = an_entry(number, "2026-03-02 09:00", "2026-03-02 09:00")
        moved = span("2026-03-02 09:00", "2026-03-02 09:00")
        stretch = type(moved)(moved.start + start, moved.start + start + length)
        entries.append(
            TimeEntry(
                number, draw(st.integers(1, 3)), base.person, base.activity, base.kind, stretch
            )
        )
    return entries


@st.composite
def _entries(draw: st.DrawFn) -> list[TimeEntry]:
    return _stretches(draw, draw(st.integers(0, 8)))


@given(_entries(), RULES, st.lists(st.integers(1, 90_000), min_size=1, max_size=3))
def test_the_parts_are_the_entries_and_the_lines_are_the_parts(
    entries: list[TimeEntry], rule: RoundingRule, units: list[int]
) -> None:
    rates = RateTable(
        tuple(RateVersion(date(2026, 3, 1 + 9 * n), MinuteRate(u)) for n, u in enumerate(units))
    )
    consulting = a_consulting()
    parts = [part for entry in entries for part in parts_of(Work(entry, consulting), rates)]
    lines = lines_of(parts, rule)
    assert sum(part.span.seconds for part in parts) == sum(e.span.seconds for e in entries)
    assert sum(line.seconds for line in lines) == sum(e.span.seconds for e in entries)
    for line in lines:
        assert line.amount == (line.rate.of(line.minutes) if line.rate else Money())


def _issued(parts: list[Part], voided: set[int]) -> list[IssuedPart]:
    return [
        IssuedPart(p.entry.id, p.entry.ticket, p.span.seconds, p.entry.id in voided) for p in parts
    ]


@given(_entries(), RULES, st.data())
def test_a_statement_and_its_credits_are_the_statement_without_what_was_voided(
    entries: list[TimeEntry], rule: RoundingRule, data: st.DataObject
) -> None:
    consulting = a_consulting()
    parts = [part for entry in entries for part in parts_of(Work(entry, consulting), RATES)]
    rates = dict.fromkeys((entry.ticket for entry in entries), RATE)
    issued = total(line.amount for line in lines_of(parts, rule))
    voided: set[int] = set()
    given_back = []
    numbers = [entry.id for entry in entries]
    for number in data.draw(
        st.lists(st.sampled_from(numbers), unique=True) if numbers else st.just([])
    ):
        given_back += credits_for(number, _issued(parts, voided), rates, rule)
        voided.add(number)
    rest = [part for part in parts if part.entry.id not in voided]
    assert issued - total(c.amount for c in given_back) == total(
        line.amount for line in lines_of(rest, rule)
    )
    assert all(credit.minutes >= 0 for credit in given_back)
