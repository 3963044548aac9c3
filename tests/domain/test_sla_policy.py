"""Which policy a ticket follows: contract, then area, then default, each in its time (SLA-6)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.deadline import business_days, hours
from app.domain.errors import NotComputable
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy, SlaRules, Stage
from tests.domain.builders import (
    CAL_24,
    GUIDE,
    GUIDE_POLICY,
    a_policy,
    a_ticket,
    the_sla,
    wall,
)

PRIME = a_policy("prime", contract="prime", calendar="cloud")
CLOUD = a_policy("nuvem", area="cloud")
RULES = SlaRules((CLOUD, GUIDE_POLICY, PRIME))


@pytest.mark.parametrize(
    ("contract", "area", "expected"),
    [
        ("prime", "cloud", PRIME),
        ("prime", "cst", PRIME),
        ("outro", "cloud", CLOUD),
        (None, "cloud", CLOUD),
        (None, "cst", GUIDE_POLICY),
        ("outro", "cst", GUIDE_POLICY),
    ],
)
def test_a_contract_goes_before_an_area_and_an_area_before_the_default(
    contract: str | None, area: str, expected: SlaPolicy
) -> None:
    assert RULES.policy_for(date(2026, 3, 2), contract=contract, area=area) is expected


FIRST_HALF = a_policy("prime", contract="prime", valid=("2026-01-01", "2026-06-30"))
SECOND_HALF = a_policy("prime", version=2, contract="prime", valid=("2026-07-01", "2026-12-31"))
CORRECTED = a_policy("prime", version=3, contract="prime", valid=("2026-07-01", "2026-12-31"))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-12-31", GUIDE_POLICY),
        ("2026-01-01", FIRST_HALF),
        ("2026-06-30", FIRST_HALF),
        ("2026-07-01", CORRECTED),
        ("2026-12-31", CORRECTED),
        ("2027-01-01", GUIDE_POLICY),
    ],
)
def test_sla_11_a_policy_holds_between_its_dates_both_included(
    day: str, expected: SlaPolicy
) -> None:
    rules = SlaRules((CORRECTED, FIRST_HALF, GUIDE_POLICY, SECOND_HALF))
    assert rules.policy_for(date.fromisoformat(day), contract="prime", area="cst") is expected


def test_without_any_policy_in_force_the_reason_is_told() -> None:
    with pytest.raises(NotComputable, match="SLA-6: nenhuma política de prazo vale em 02/03/2026"):
        SlaRules(()).policy_for(date(2026, 3, 2), contract=None, area="cst")


def test_a_policy_may_bring_its_own_calendar() -> None:
    sla = the_sla(a_ticket("2026-03-07 22:00", contract="prime"), PRIME)
    assert sla.current.deadline is not None
    assert sla.current.deadline.time is CAL_24
    assert wall(sla.due) == "2026-03-08 08:00"


def test_a_stage_has_its_own_target() -> None:
    assert GUIDE_POLICY.target_of(Severity.HIGH, Stage.SUPPORT) == hours(20)
    assert GUIDE_POLICY.target_of(Severity.HIGH, Stage.MAINTENANCE) == business_days(10)


def test_a_policy_that_leaves_a_severity_out_makes_its_deadline_not_computable() -> None:
    partial = a_policy(contract="prime", targets={Severity.LOW: GUIDE[Severity.LOW]})
    sla = the_sla(a_ticket("2026-03-02 08:00", contract="prime"), partial)
    assert sla.due is None
    assert sla.current.reason.startswith("SLA-6: a política Política propria não tem meta")


def test_a_team_without_calendar_makes_the_deadline_not_computable() -> None:
    sla = the_sla(a_ticket("2026-03-02 08:00", team="fantasma"))
    assert sla.current.reason == "não há calendário fantasma"
    assert sla.late_spans == ()
    assert not sla.is_breached(2**40)


def test_a_version_that_ended_gives_way_to_the_wider_table_and_not_to_an_older_one() -> None:
    old = a_policy("nuvem", area="cloud", valid=("2026-03-05", None))
    month = a_policy(
        "nuvem",
        area="cloud",
        version=2,
        valid=("2026-04-01", "2026-04-30"),
    )
    rules = SlaRules((GUIDE_POLICY, old, month))
    days = {date(2026, 3, 4): GUIDE_POLICY, date(2026, 3, 5): old, date(2026, 4, 1): month}
    days |= {date(2026, 4, 30): month, date(2026, 5, 1): GUIDE_POLICY}
    for day, expected in days.items():
        assert rules.policy_for(day, contract=None, area="cloud") == expected
