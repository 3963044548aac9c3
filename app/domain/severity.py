"""Severity and how the system classifies it from what the client states (SLA-1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.domain.errors import InvalidInput


class Severity(Enum):
    """The four severities of the guide (G20)."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """Place in the order of urgency: 0 for critical, 3 for low."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Effect(Enum):
    """What the problem does to the client's work (efeito)."""

    PREVENTS = "prevents"
    SEVERE_RESTRICTION = "severe_restriction"
    MINOR_RESTRICTION = "minor_restriction"
    COSMETIC_OR_QUESTION = "cosmetic_or_question"


class Origin(Enum):
    """Where the problem shows (origem)."""

    PRODUCTION = "production"
    IMPLANTATION = "implantation"
    TEST_BASE = "test_base"


@dataclass(frozen=True, slots=True)
class Statement:
    """What the client states when the ticket is opened."""

    effect: Effect
    origin: Origin
    has_workaround: bool
    corrupts_data: bool


@dataclass(frozen=True, slots=True)
class Classification:
    """Facts a rule asks for; none means that the fact does not matter."""

    effect: Effect | None = None
    origin: Origin | None = None
    workaround: bool | None = None
    corruption: bool | None = None

    def holds_for(self, statement: Statement) -> bool:
        """Tell whether every fact asked for is what the client stated."""
        asked = (self.effect, self.origin, self.workaround, self.corruption)
        stated = (
            statement.effect,
            statement.origin,
            statement.has_workaround,
            statement.corrupts_data,
        )
        return all(a is None or a == s for a, s in zip(asked, stated, strict=True))


@dataclass(frozen=True, slots=True)
class SeverityRule:
    """One line of the table: these facts give this severity."""

    when: Classification
    severity: Severity


@dataclass(frozen=True, slots=True)
class SeverityTable:
    """The ordered table that classifies tickets; the first rule that holds decides."""

    rules: tuple[SeverityRule, ...]

    def rule_for(self, statement: Statement) -> SeverityRule:
        """Return the rule that decides, so that the reason can be shown with the severity."""
        for rule in self.rules:
            if rule.when.holds_for(statement):
                return rule
        raise InvalidInput("SLA-1: a tabela de severidade não prevê este caso; complete-a")
