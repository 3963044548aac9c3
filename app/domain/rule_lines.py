"""The tables of severity and routing as people write them: one rule a line (SLA-1, TKT-3)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import product
from typing import Any, NoReturn

from app.domain.errors import InvalidInput
from app.domain.routing import FACTS, RoutingRule, RoutingTable
from app.domain.severity import (
    Classification,
    Effect,
    Origin,
    Severity,
    SeverityRule,
    SeverityTable,
    Statement,
)

_ARROWS = ("→", "->")
_ALWAYS = "*"
_EFFECTS = {
    Effect.PREVENTS: "impede",
    Effect.SEVERE_RESTRICTION: "restrição severa",
    Effect.MINOR_RESTRICTION: "restrição menor",
    Effect.COSMETIC_OR_QUESTION: "estética ou dúvida",
}
_ORIGINS = {
    Origin.PRODUCTION: "produção",
    Origin.IMPLANTATION: "implantação",
    Origin.TEST_BASE: "teste",
}
_YES = {True: "sim", False: "não"}
_SEVERITIES = {
    Severity.CRITICAL: "crítica",
    Severity.HIGH: "alta",
    Severity.MEDIUM: "média",
    Severity.LOW: "baixa",
}
_STATED: Mapping[str, tuple[str, Mapping[Any, str]]] = {
    "efeito": ("effect", _EFFECTS),
    "origem": ("origin", _ORIGINS),
    "contorno": ("workaround", _YES),
    "corrupção": ("corruption", _YES),
}


def routing_lines(table: RoutingTable) -> str:
    """Write a routing table, a rule a line: ``linha = RM, categoria = licença → cst``."""
    return "\n".join(_line({FACTS[k]: v for k, v in r.when.items()}, r.team) for r in table.rules)


def read_routing(text: str, teams: Collection[str]) -> RoutingTable:
    """Read a routing table; ``InvalidInput`` names the line, what is wrong and what there is."""
    names = {word: name for name, word in FACTS.items()}
    rules = []
    for number, facts, team in _read(text, "TKT-3", "routing"):
        for word in facts:
            _known(word, names, number, "TKT-3", "routing")
        if team not in teams:
            known = ", ".join(sorted(teams))
            _fail("TKT-3", "routing", number, f"não conheço a equipe {team!r}; há {known}")
        rules.append(RoutingRule({names[word]: value for word, value in facts.items()}, team))
    if not rules or rules[-1].when:
        raise InvalidInput(
            "TKT-3: a última linha precisa valer para todos os outros, como * → suporte-tecnico",
            field="routing",
        )
    return RoutingTable(tuple(rules))


def severity_lines(table: SeverityTable) -> str:
    """Write a severity table, a rule a line: ``efeito = impede, origem = produção → crítica``."""
    lines = []
    for rule in table.rules:
        facts = {}
        for word, (name, words) in _STATED.items():
            value = getattr(rule.when, name)
            if value is not None:
                facts[word] = words[value]
        lines.append(_line(facts, _SEVERITIES[rule.severity]))
    return "\n".join(lines)


def read_severity(text: str) -> SeverityTable:
    """Read a severity table that answers every case; ``InvalidInput`` names line or case."""
    rules = []
    severities = {word: severity for severity, word in _SEVERITIES.items()}
    for number, facts, outcome in _read(text, "SLA-1", "severity"):
        when = {}
        for word, value in facts.items():
            name, words = _STATED[_known(word, _STATED, number, "SLA-1", "severity")]
            values = {known: meant for meant, known in words.items()}
            when[name] = values[_known(value, values, number, "SLA-1", "severity")]
        severity = severities[_known(outcome, severities, number, "SLA-1", "severity")]
        rules.append(SeverityRule(Classification(**when), severity))
    table = SeverityTable(tuple(rules))
    for effect, origin, workaround, corruption in product(Effect, Origin, _YES, _YES):
        statement = Statement(effect, origin, workaround, corruption)
        if not any(rule.when.holds_for(statement) for rule in table.rules):
            raise InvalidInput(
                f"SLA-1: falta uma linha para efeito = {_EFFECTS[effect]}, "
                f"origem = {_ORIGINS[origin]}",
                field="severity",
            )
    return table


def _line(facts: Mapping[str, str], outcome: str) -> str:
    stated = ", ".join(f"{word} = {value}" for word, value in facts.items())
    return f"{stated or _ALWAYS} → {outcome}"


def _read(text: str, rule: str, field: str) -> list[tuple[int, dict[str, str], str]]:
    """Split lines into their number, what has to be so, and what it leads to."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        arrow = next((sign for sign in _ARROWS if sign in line), None)
        if arrow is None:
            _fail(rule, field, number, "falta a seta; escreva fato = valor → resultado")
        left, _arrow, outcome = (part.strip() for part in line.partition(arrow))
        facts: dict[str, str] = {}
        for part in [] if left == _ALWAYS else left.split(","):
            word, sign, value = (piece.strip() for piece in part.partition("="))
            if not (sign and word and value):
                _fail(rule, field, number, f"não entendi {part.strip()!r}; escreva fato = valor")
            facts[word] = value
        found.append((number, facts, outcome))
    return found


def _known(word: str, known: Collection[str], number: int, rule: str, field: str) -> str:
    if word not in known:
        _fail(rule, field, number, f"não conheço {word!r}; há {', '.join(known)}")
    return word


def _fail(rule: str, field: str, number: int, reason: str) -> NoReturn:
    raise InvalidInput(f"{rule}: linha {number}: {reason}", field=field)
