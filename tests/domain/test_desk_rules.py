"""Figures a manager may change: bounds, rules, and promises that stay (SLA-11)."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.acceptance import DEFAULT_TERMS, AcceptanceTerms, acceptance_from, read_terms
from app.domain.desk_rules import BOUNDS, DEFAULT_DESK_RULES, DeskRules, read_rules, rules_with
from app.domain.errors import InvalidInput
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_replay import replay
from tests.desks import at

TYPED = {name: str(value) for name, value in asdict(DEFAULT_DESK_RULES).items()}


def test_every_figure_has_its_rule_and_its_default_lies_within_its_bounds() -> None:
    assert set(BOUNDS) == set(TYPED)
    assert read_rules(TYPED) == DEFAULT_DESK_RULES
    assert rules_with({"survey_days": 7, "of an older version": 3}) == DeskRules(survey_days=7)


@pytest.mark.parametrize("name", BOUNDS)
@pytest.mark.parametrize("typed", ["", "x", "-1", "1,5", "99999", "²"])
def test_what_is_no_figure_within_bounds_is_refused_at_its_field(name: str, typed: str) -> None:
    with pytest.raises(InvalidInput, match=rf"{BOUNDS[name].rule}: escreva um número") as refused:
        read_rules(TYPED | {name: typed})
    assert refused.value.field == name


def test_a_reminder_goes_out_before_the_limit() -> None:
    with pytest.raises(InvalidInput, match="ACC-2: o lembrete sai antes"):
        read_rules(TYPED | {"acceptance_days": "4"})


def solved(payload: dict[str, object]) -> list[Event]:
    opened, answered = at("2026-03-02 09:00"), at("2026-03-02 16:41:05")
    return [
        Event(1, EventKind.OPENED, opened, opened, payload={"team": "cst", "severity": "low"}),
        Event(2, EventKind.SOLUTION, answered, answered, payload=payload),
    ]


def test_a_solution_keeps_the_days_it_promised() -> None:
    terms = AcceptanceTerms(10, 2, 9, 20)
    acceptance = replay(solved({"acceptance": terms.written})).acceptance
    assert acceptance is not None
    assert acceptance.limit_date == date(2026, 3, 12)
    assert acceptance.reminder == at("2026-03-10 09:00")
    default = replay(solved({})).acceptance
    assert default == acceptance_from(at("2026-03-02 16:41:05"))


def test_a_postponement_and_a_comment_keep_what_was_promised() -> None:
    terms = AcceptanceTerms(10, 2, 9, 20)
    when = at("2026-03-05 10:00")
    postponed = Event(3, EventKind.POSTPONED, when, when, payload={})
    after = replay([*solved({"acceptance": terms.written}), postponed]).acceptance
    assert after is not None
    assert after.limit_date == date(2026, 4, 1)
    wrote = Event(3, EventKind.CLIENT_WROTE, when, when)
    marked = Event(4, EventKind.COMMENT_MARKED, when + 60, when + 60)
    anew = replay([*solved({"acceptance": terms.written}), wrote, marked]).acceptance
    assert anew is not None
    assert anew.limit_date == date(2026, 3, 15)


@pytest.mark.parametrize("written", [[10], "abc", 7, [1, 2, 3, 4, 5]])
def test_terms_that_cannot_be_read_are_odd_and_the_default_holds(written: object) -> None:
    history = replay(solved({"acceptance": written}))
    assert history.acceptance == acceptance_from(at("2026-03-02 16:41:05"))
    assert "ACC-9: o dado 'acceptance'" in history.oddities[0].text


@given(st.integers(1, 365), st.integers(1, 30), st.integers(0, 23), st.integers(1, 365))
def test_terms_are_read_as_they_were_written(
    days: int, reminder: int, hour: int, more: int
) -> None:
    terms = AcceptanceTerms(days, reminder, hour, more)
    assert read_terms(terms.written) == terms
    assert AcceptanceTerms() == DEFAULT_TERMS
