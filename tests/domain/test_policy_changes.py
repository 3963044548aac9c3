"""New versions of the promises as a manager types them (SLA-6, SLA-11)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline import Target, TargetUnit, business_days, hours
from app.domain.errors import InvalidInput
from app.domain.policy_changes import (
    OWN_TABLE,
    PolicyScope,
    read_policy,
    read_scope,
    read_targets,
    scope_of,
    write_targets,
)
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy, SlaRules, Stage, Targets
from tests.domain.builders import GUIDE_POLICY

TODAY = date(2026, 11, 20)
TEAMS = {"cst": "CST", "cloud": "Cloud"}
TYPED = {
    "scope": "",
    "since": "21/11/2026",
    "until": "",
    "critical": "8 h / 3 d",
    "high": "1:30 h/10d",
    "medium": "2 d / 30 d",
    "low": "40h / 45 d",
    "calendar": "",
}

targets = st.one_of(
    st.integers(1, 400).map(business_days),
    st.integers(1, 2_000 * 60).map(lambda m: Target(TargetUnit.HOURS, Fraction(m, 60))),
)


def read(*known: SlaPolicy, **typed: str) -> SlaPolicy:
    return read_policy(TYPED | typed, known or (GUIDE_POLICY,), TODAY, TEAMS)


@given(targets, targets)
def test_targets_are_read_as_they_are_written(support: Target, maintenance: Target) -> None:
    promised = Targets(support, maintenance)
    assert read_targets(write_targets(promised), "high") == promised


def test_a_new_table_for_everybody_is_the_next_version_of_the_guides() -> None:
    policy = read()
    assert (policy.key, policy.version, policy.name) == (GUIDE_POLICY.key, 2, OWN_TABLE)
    assert policy.target_of(Severity.CRITICAL, Stage.SUPPORT) == hours(8)
    assert policy.target_of(Severity.HIGH, Stage.SUPPORT).value == Fraction(3, 2)
    assert policy.target_of(Severity.MEDIUM, Stage.SUPPORT) == business_days(2)
    rules = SlaRules((GUIDE_POLICY, policy))
    for area in TEAMS:
        assert rules.policy_for(TODAY, contract=None, area=area) == GUIDE_POLICY
        assert rules.policy_for(date(2026, 11, 21), contract=None, area=area) == policy


def test_a_contract_and_a_team_get_policies_of_their_own() -> None:
    prime = read(scope="contract:PRIME", calendar="cloud", until="31/12/2027")
    assert (prime.key, prime.name, prime.contract) == ("contrato-1", "Contrato PRIME", "PRIME")
    assert (prime.calendar, prime.valid_until) == ("cloud", date(2027, 12, 31))
    again = read(GUIDE_POLICY, prime, scope="contract:PRIME")
    assert (again.key, again.version) == ("contrato-1", 2)
    other = read(GUIDE_POLICY, prime, scope="contract:BPO")
    assert (other.key, other.version) == ("contrato-2", 1)
    cst = read(scope="team:cst")
    assert (cst.key, cst.name, cst.area, cst.contract) == ("equipe-1", "Equipe CST", "cst", None)


@pytest.mark.parametrize("scope", [PolicyScope(), PolicyScope("A:B"), PolicyScope(team="cst")])
def test_a_scope_is_known_by_its_code(scope: PolicyScope) -> None:
    assert read_scope(scope.code) == scope
    assert scope_of(read(scope=scope.code)) == scope


@pytest.mark.parametrize(
    ("field", "typed", "reason"),
    [
        ("since", {"since": "20/11/2026"}, "SLA-11: o que já foi aberto .* de 21/11/2026"),
        ("since", {"since": "31/02/2027"}, "data inválida"),
        ("until", {"until": "ontem", "scope": "team:cst"}, "data inválida"),
        ("until", {"until": "20/11/2026", "scope": "team:cst"}, "SLA-6: o último dia vem antes"),
        ("until", {"until": "31/12/2026"}, "SLA-6: a tabela de todos não termina"),
        ("scope", {"scope": "team:lua"}, "SLA-6: não há equipe 'lua'"),
        ("calendar", {"calendar": "lua"}, "SLA-6: não há calendário 'lua'"),
        ("critical", {"critical": "10 h"}, "SLA-6: escreva a meta do suporte e a da manutenção"),
        ("low", {"low": ""}, "SLA-6: escreva a meta"),
        ("high", {"high": "0 h / 4 d"}, "SLA-6: escreva a meta"),
        ("high", {"high": "2001 h / 4 d"}, "SLA-6: escreva a meta"),
        ("medium", {"medium": "10 h / 401 d"}, "SLA-6: escreva a meta"),
        ("medium", {"medium": "10 h / 0 d"}, "SLA-6: escreva a meta"),
        ("medium", {"medium": "1:75 h / 4 d"}, "SLA-6: escreva a meta"),
    ],
)
def test_what_cannot_be_promised_is_refused_at_its_field(
    field: str, typed: dict[str, str], reason: str
) -> None:
    with pytest.raises(InvalidInput, match=reason) as refused:
        read(**typed)
    assert refused.value.field == field
