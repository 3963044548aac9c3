"""Which target and calendar a ticket follows: contract, then service area, then default (SLA-6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.deadline import Target, TargetUnit
from app.domain.errors import NotComputable
from app.domain.severity import Severity


class Stage(Enum):
    """Who has to solve: support, or maintenance once the ticket has been there (SLA-2)."""

    SUPPORT = "support"
    MAINTENANCE = "maintenance"


@dataclass(frozen=True, slots=True)
class Targets:
    """The promises of one severity."""

    support: Target
    maintenance: Target

    def for_stage(self, stage: Stage) -> Target:
        """Return the promise of a stage."""
        return self.maintenance if stage is Stage.MAINTENANCE else self.support


@dataclass(frozen=True, slots=True)
class SlaPolicy:
    """Targets per severity, with validity dates and, if it has one, a calendar of its own.

    ``valid_until`` is the last date it holds; none means open. A policy is known by ``key`` and
    ``version``: an edit makes a new version, and results keep the one they were computed under.
    """

    key: str
    version: int
    name: str
    targets: Mapping[Severity, Targets]
    calendar: str | None = None
    valid_from: date = date(2000, 1, 1)
    valid_until: date | None = None
    contract: str | None = None
    area: str | None = None

    def target_of(self, severity: Severity, stage: Stage) -> Target:
        """Return the promise; ``NotComputable`` for a severity the policy leaves out (SLA-6)."""
        targets = self.targets.get(severity)
        if targets is None:
            raise NotComputable(
                f"SLA-6: a política {self.name} não tem meta para esta severidade; complete-a"
            )
        return targets.for_stage(stage)

    def holds_on(self, day: date) -> bool:
        """Tell whether the policy is in force on a date."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class SlaRules:
    """Every policy of the desk, ready to be asked."""

    policies: tuple[SlaPolicy, ...]

    def policy_for(self, opened_on: date, *, contract: str | None, area: str) -> SlaPolicy:
        """Return the policy of a ticket opened on a date (SLA-6, SLA-11).

        A contract's policy goes before its service area's, and that before the default. Of the
        versions of one, that which became valid last counts; where it has ended, the next wider
        one does.
        """
        for matches in (
            [p for p in self.policies if contract is not None and p.contract == contract],
            [p for p in self.policies if p.contract is None and p.area == area],
            [p for p in self.policies if p.contract is None and p.area is None],
        ):
            begun = [policy for policy in matches if policy.valid_from <= opened_on]
            newest = max(begun, key=lambda p: (p.valid_from, p.version), default=None)
            if newest is not None and newest.holds_on(opened_on):
                return newest
        raise NotComputable(f"SLA-6: nenhuma política de prazo vale em {opened_on:%d/%m/%Y}")


def describe_target(target: Target) -> str:
    """Write a target as the guide does: "10 h úteis" or "4 dias úteis" (pitfall A15)."""
    if target.unit is TargetUnit.BUSINESS_DAYS:
        days = int(target.value)
        return f"{days} dia útil" if days == 1 else f"{days} dias úteis"
    if target.value == 1:
        return "1 h útil"
    whole, minutes = divmod(int(target.value * 60), 60)
    return f"{whole} h {minutes:02d} úteis" if minutes else f"{whole} h úteis"


def default_policy(targets: Mapping[Severity, Targets]) -> SlaPolicy:
    """Return the policy of the guide's table, in force for every ticket without its own."""
    return SlaPolicy(key="padrao", version=1, name="Tabela do guia", targets=targets)
