"""Promises changed as a setting: kept, in force from a day to come, allowed to managers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.policy_changes import PolicyScope
from app.domain.roles import Role
from app.services.desk import Desk
from app.services.sla_policies import SlaPolicies
from app.services.tickets import TicketService
from app.storage import tables
from tests.databases import NOON
from tests.desks import Asked, at, open_ticket

TYPED = {
    "scope": "",
    "since": "05/03/2026",
    "critical": "1 h / 3 d",
    "high": "1 h / 10 d",
    "medium": "1 h / 30 d",
    "low": "1 h / 45 d",
}


@pytest.fixture
def policies(desk: Desk) -> SlaPolicies:
    desk.clock = FixedClock(NOON)
    return SlaPolicies(desk)


def due_of(desk: Desk, number: int) -> int:
    due = TicketService(desk).view(number).sla.due
    assert due is not None
    return due


def test_what_is_open_keeps_its_promise_and_what_comes_has_the_new_one(
    policies: SlaPolicies, desk: Desk
) -> None:
    before = open_ticket(desk)
    promised = due_of(desk, before)
    policies.keep(TYPED)
    assert due_of(desk, before) == promised
    desk.clock = FixedClock(NOON + timedelta(days=5))
    opened = open_ticket(desk, Asked(opened="2026-03-09 09:00"))
    assert due_of(desk, opened) == at("2026-03-09 10:00")


def test_every_version_stays_listed_the_newest_of_each_first(
    policies: SlaPolicies, desk: Desk
) -> None:
    with desk.database.write() as connection:
        connection.execute(
            tables.client.insert(),
            [{"name": name, "contract": contract} for name, contract in (("A", "BPO"), ("B", ""))],
        )
    policies.keep(TYPED | {"scope": "contract:PRIME"})
    policies.keep(TYPED)
    known = policies.known()
    assert [(p.key, p.version) for p in known.versions] == [
        ("padrao", 2),
        ("padrao", 1),
        ("contrato-1", 1),
    ]
    assert known.contracts == ["BPO", "PRIME"]
    assert known.name_of(PolicyScope(contract="PRIME")) == "PRIME"
    assert known.name_of(PolicyScope(team="cst")) == "CST"
    assert known.name_of(PolicyScope()) == ""


def test_another_desk_learns_of_new_promises(policies: SlaPolicies, desk: Desk) -> None:
    other = Desk(desk.database, desk.clock)
    policies.keep(TYPED)
    assert len(other.book.rules.policies) == 1
    other.look_for_changes()
    assert other.book.rules == desk.book.rules
    assert len(other.book.rules.policies) == 2


def test_a_wrong_field_and_a_missing_right_keep_nothing(policies: SlaPolicies, desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="SLA-6"):
        policies.keep(TYPED | {"low": "logo"})
    desk.sit("Ana", Role.ANALYST)
    with pytest.raises(RuleRefusal, match="SLA-11"):
        policies.keep(TYPED)
    assert len(policies.known().versions) == 1
