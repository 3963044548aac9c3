"""The promises of the desk as settings: every version that was kept, and new ones (SLA-6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.changes import Changes, Kind
from app.domain.clock import local_date, to_epoch
from app.domain.policy_changes import PolicyScope, read_policy, scope_of
from app.domain.roles import Right
from app.domain.sla_policy import SlaPolicy
from app.domain.teams import Team
from app.services.desk import Desk
from app.storage import calendars, change_log, registry

POLICIES_CHANGED = Changes(frozenset({Kind.POLICY}))


@dataclass(frozen=True, slots=True)
class KnownPolicies:
    """Every version, and whom one could be for."""

    versions: Sequence[SlaPolicy]
    contracts: Sequence[str]
    teams: Sequence[Team]

    def name_of(self, scope: PolicyScope) -> str:
        """Return the contract or the name of the team a policy is for; empty for everybody."""
        if scope.contract is not None:
            return scope.contract
        return next((team.name for team in self.teams if team.key == scope.team), "")


class SlaPolicies:
    """Adds versions of policies; what was promised to a client stays as it was (SLA-11)."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def known(self) -> KnownPolicies:
        """Return every version by whom it is for, the newest of each first."""
        with self._desk.database.read() as connection:
            versions = calendars.rules(connection).policies
            contracts = set(registry.contracts(connection))
        contracts |= {policy.contract for policy in versions if policy.contract is not None}
        newest = sorted(versions, key=lambda p: (p.valid_from, p.version), reverse=True)
        return KnownPolicies(
            sorted(newest, key=lambda policy: scope_of(policy).code),
            sorted(contracts),
            self._desk.book.teams,
        )

    def keep(self, typed: Mapping[str, str]) -> Changes:
        """Keep a new version as it was typed; raises the field that is wrong."""
        self._desk.require(Right.CHANGE_RULES)
        now = self._desk.clock.now()
        with self._desk.database.write() as connection:
            known = calendars.rules(connection).policies
            teams = {team.key: team.name for team in self._desk.book.teams}
            added = read_policy(typed, known, local_date(now), teams)
            calendars.add_policy(connection, added)
            change_log.record(connection, POLICIES_CHANGED, to_epoch(now))
        self._desk.read_book()
        return POLICIES_CHANGED
