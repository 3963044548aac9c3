"""The system classifies severity from what the client states (SLA-1)."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InvalidInput
from app.domain.severity import (
    Classification,
    Effect,
    Origin,
    Severity,
    SeverityRule,
    SeverityTable,
    Statement,
)

ROOT = Path(__file__).parents[2]


def shipped_table() -> SeverityTable:
    text = (ROOT / "resources" / "catalog" / "severity.toml").read_text("utf-8")
    return SeverityTable(tuple(a_rule(entry) for entry in tomllib.loads(text)["classification"]))


def a_rule(entry: dict[str, Any]) -> SeverityRule:
    effect, origin = entry.get("effect"), entry.get("origin")
    when = Classification(
        effect=effect and Effect(effect),
        origin=origin and Origin(origin),
        workaround=entry.get("workaround"),
        corruption=entry.get("corruption"),
    )
    return SeverityRule(when, Severity(entry["severity"]))


STATEMENTS = [
    Statement(effect, origin, has_workaround=bypass, corrupts_data=corrupts)
    for effect, origin, bypass, corrupts in product(Effect, Origin, (True, False), (True, False))
]


def expected(stated: Statement) -> Severity:
    """Say the severity as the rulebook words it."""
    prevents = stated.effect is Effect.PREVENTS
    in_production = stated.origin is Origin.PRODUCTION
    if stated.corrupts_data or (prevents and in_production and not stated.has_workaround):
        return Severity.CRITICAL
    if prevents or stated.effect is Effect.SEVERE_RESTRICTION:
        return Severity.HIGH
    return Severity.MEDIUM if stated.effect is Effect.MINOR_RESTRICTION else Severity.LOW


@pytest.mark.parametrize("stated", STATEMENTS, ids=str)
def test_sla_1_every_statement_gets_the_severity_of_the_table(stated: Statement) -> None:
    assert shipped_table().rule_for(stated).severity is expected(stated)


def test_sla_1_the_first_rule_that_holds_decides() -> None:
    low = SeverityRule(Classification(), Severity.LOW)
    table = SeverityTable((low, SeverityRule(Classification(corruption=True), Severity.CRITICAL)))
    assert table.rule_for(STATEMENTS[0]) is low


def test_sla_1_a_table_that_foresees_no_such_case_says_so() -> None:
    table = SeverityTable((SeverityRule(Classification(effect=Effect.PREVENTS), Severity.HIGH),))
    stated = Statement(Effect.MINOR_RESTRICTION, Origin.PRODUCTION, False, False)
    with pytest.raises(InvalidInput, match="SLA-1: a tabela de severidade não prevê"):
        table.rule_for(stated)


def test_critical_ranks_first() -> None:
    assert [severity.rank for severity in Severity] == [0, 1, 2, 3]
    assert min(Severity, key=lambda severity: severity.rank) is Severity.CRITICAL
