"""Who of the desk may do what: one table (rulebook §7, §9, CAL-3, SLA-1, SLA-11)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.domain.errors import RuleRefusal


class Role(Enum):
    """What a person is at the desk."""

    ANALYST = "analyst"
    CONSULTANT = "consultant"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"
    OMBUDSMAN = "ombudsman"

    @property
    def needs_pin(self) -> bool:
        """Whether the person shows by a PIN who they are before they sit down as this."""
        return self in _SHOWS_WHO_IT_IS


_SHOWS_WHO_IT_IS = frozenset({Role.MANAGER, Role.ADMINISTRATOR, Role.OMBUDSMAN})


class Right(Enum):
    """What not everybody may do; the value is the rule it stands on, and what it is in words."""

    NAME_PEOPLE = ("ACC-9", "dizer quem é quem nesta mesa")
    CHANGE_RULES = ("SLA-11", "mudar regras, textos e cadastros do atendimento")
    ROSTER = ("CAL-7", "mudar a escala de plantão")
    PERSONAL_DATA = ("LGPD", "exportar ou apagar os dados de uma pessoa")
    IMPORT = ("ACC-9", "importar registros e cadastros")
    BILLING = ("CON-7", "mudar tarifas, emitir demonstrativos e mexer no tempo de outros")
    DASHBOARD = ("SLA-10", "ver o painel")
    OMBUDSMAN = ("OUV-2", "ver e atender o que foi dito à Ouvidoria")


RIGHTS: Mapping[Right, frozenset[Role]] = {
    Right.NAME_PEOPLE: frozenset({Role.ADMINISTRATOR}),
    Right.CHANGE_RULES: frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
    Right.ROSTER: frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
    Right.PERSONAL_DATA: frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
    Right.IMPORT: frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
    Right.BILLING: frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
    Right.DASHBOARD: frozenset({Role.MANAGER, Role.ADMINISTRATOR}),
    Right.OMBUDSMAN: frozenset({Role.OMBUDSMAN}),
}
"""The whole table. What is not named here, the acts of tickets above all, everybody may do."""

_NAMES = {
    Role.ANALYST: "analista",
    Role.CONSULTANT: "consultor",
    Role.MANAGER: "gerente",
    Role.ADMINISTRATOR: "administrador",
    Role.OMBUDSMAN: "ouvidor",
}


def may(role: Role | None, right: Right) -> bool:
    """Tell whether a role has a right; no role is a desk where nobody has been named yet."""
    return role is None or role in RIGHTS[right]


def refuse_without(role: Role | None, right: Right) -> None:
    """Refuse what a role may not do, and say who may."""
    if may(role, right):
        return
    rule, words = right.value
    who = " ou ".join(_NAMES[known] for known in Role if known in RIGHTS[right])
    raise RuleRefusal(rule, f"só {who} pode {words}; troque de pessoa e repita")
