"""Which team takes a ticket: an ordered table whose first matching rule decides (TKT-3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.errors import RuleRefusal

FACTS = {
    "product_line": "linha",
    "module": "módulo",
    "routine": "rotina",
    "version": "versão",
    "environment": "ambiente",
    "category": "categoria",
    "contract": "contrato",
}
"""What a rule may ask for, and how the desk calls it."""


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """Facts that have to be so, by name, and the team they lead to; no fact means always."""

    when: Mapping[str, str]
    team: str

    @property
    def reason(self) -> str:
        """The rule in words, as it is shown beside the team."""
        asked = ", ".join(f"{FACTS[name]} = {value}" for name, value in self.when.items())
        return f"{asked or 'todos os outros'} → {self.team}"


@dataclass(frozen=True, slots=True)
class RoutingTable:
    """The ordered rules."""

    rules: tuple[RoutingRule, ...]

    def named(self, fact: str) -> tuple[str, ...]:
        """Return the values the rules know for a fact, each once, in the alphabet's order."""
        return tuple(sorted({rule.when[fact] for rule in self.rules if fact in rule.when}))

    def rule_for(self, facts: Mapping[str, str]) -> RoutingRule:
        """Return the first rule whose facts all are so; letters' case does not matter."""
        given = {name: value.casefold() for name, value in facts.items()}
        for rule in self.rules:
            if all(given.get(name) == value.casefold() for name, value in rule.when.items()):
                return rule
        raise RuleRefusal("TKT-3", "nenhuma regra de encaminhamento prevê este caso; complete-as")
