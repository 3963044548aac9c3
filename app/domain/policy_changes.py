"""A new version of an SLA policy as a manager types it (SLA-6, SLA-11)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from app.domain.clock import read_day
from app.domain.deadline import Target, TargetUnit, business_days
from app.domain.errors import InvalidInput
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy, Targets

EVERYBODY = ""
"""The scope of the table that holds where neither contract nor team has its own."""
OWN_TABLE = "Tabela da mesa"
"""What the versions that follow the guide's table are called."""
_CONTRACT, _TEAM = "contract:", "team:"
_LONGEST_HOURS, _MOST_DAYS = 2_000, 400
_HOURS = re.compile(r"([0-9]+)(?::([0-5][0-9]))? ?h")
_DAYS = re.compile(r"([0-9]+) ?d")


@dataclass(frozen=True, slots=True)
class PolicyScope:
    """Whom a policy is for: a contract, a team, or everybody."""

    contract: str | None = None
    team: str | None = None

    @property
    def code(self) -> str:
        """What a choice of scopes keeps of this one."""
        if self.contract is not None:
            return _CONTRACT + self.contract
        return EVERYBODY if self.team is None else _TEAM + self.team


def scope_of(policy: SlaPolicy) -> PolicyScope:
    """Return whom a policy is for; a contract goes before a team (SLA-6)."""
    return PolicyScope(policy.contract, None if policy.contract is not None else policy.area)


def read_scope(code: str) -> PolicyScope:
    """Return the scope behind the code of a choice."""
    if code.startswith(_CONTRACT):
        return PolicyScope(contract=code.removeprefix(_CONTRACT))
    return PolicyScope(team=code.removeprefix(_TEAM) or None)


def write_targets(targets: Targets) -> str:
    """Write the promises of one severity as they are typed: ``10 h / 4 d``."""
    return f"{_write(targets.support)} / {_write(targets.maintenance)}"


def read_targets(text: str, field: str) -> Targets:
    """Read the promises of one severity; ``InvalidInput`` names the field and shows the form."""
    parts = text.lower().split("/")
    if len(parts) != 2:
        raise _unclear(field)
    support, maintenance = (_read(part.strip(), field) for part in parts)
    return Targets(support, maintenance)


def _write(target: Target) -> str:
    if target.unit is TargetUnit.BUSINESS_DAYS:
        return f"{int(target.value)} d"
    whole, minutes = divmod(int(target.value * 60), 60)
    return f"{whole}:{minutes:02d} h" if minutes else f"{whole} h"


def _read(part: str, field: str) -> Target:
    if (days := _DAYS.fullmatch(part)) and 0 < int(days[1]) <= _MOST_DAYS:
        return business_days(int(days[1]))
    hours = _HOURS.fullmatch(part)
    value = Fraction(60 * int(hours[1]) + int(hours[2] or 0), 60) if hours else Fraction(0)
    if not 0 < value <= _LONGEST_HOURS:
        raise _unclear(field)
    return Target(TargetUnit.HOURS, value)


def _unclear(field: str) -> InvalidInput:
    return InvalidInput(
        "SLA-6: escreva a meta do suporte e a da manutenção, em horas ou dias úteis, "
        "como 10 h / 4 d",
        field=field,
    )


def read_policy(
    typed: Mapping[str, str], known: Sequence[SlaPolicy], today: date, teams: Mapping[str, str]
) -> SlaPolicy:
    """Read a new version of a policy; ``InvalidInput`` names the field that is wrong.

    ``teams`` are the names of the teams by their keys, which are those of their calendars too. It
    holds for tickets opened from a day that is still to come, so that no promise given moves.
    """
    scope = read_scope(typed.get("scope", EVERYBODY))
    if scope.team is not None and scope.team not in teams:
        raise InvalidInput(f"SLA-6: não há equipe {scope.team!r}", field="scope")
    since = _day(typed, "since")
    if since <= today:
        raise InvalidInput(
            "SLA-11: o que já foi aberto fica com o prazo prometido; "
            f"escolha um dia a partir de {today + timedelta(days=1):%d/%m/%Y}",
            field="since",
        )
    until = _day(typed, "until") if typed.get("until", "").strip() else None
    if until is not None and until < since:
        raise InvalidInput("SLA-6: o último dia vem antes do primeiro", field="until")
    if until is not None and scope.code == EVERYBODY:
        raise InvalidInput(
            "SLA-6: a tabela de todos não termina; deixe vazio e troque-a por outra versão",
            field="until",
        )
    calendar = typed.get("calendar", "") or None
    if calendar is not None and calendar not in teams:
        raise InvalidInput(f"SLA-6: não há calendário {calendar!r}", field="calendar")
    targets = {s: read_targets(typed.get(s.value, ""), s.value) for s in Severity}
    key, version, name = _identity(scope, known, teams)
    return SlaPolicy(
        key, version, name, targets, calendar, since, until, scope.contract, scope.team
    )


def _day(typed: Mapping[str, str], field: str) -> date:
    try:
        return read_day(typed.get(field, "").strip())
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=field) from error


def _identity(
    scope: PolicyScope, known: Sequence[SlaPolicy], teams: Mapping[str, str]
) -> tuple[str, int, str]:
    """Return key, version and name: the next version of its scope, or the first of a new one."""
    own = [policy for policy in known if scope_of(policy) == scope]
    if own:
        last = max(own, key=lambda policy: policy.version)
        name = OWN_TABLE if scope.code == EVERYBODY else last.name
        return last.key, last.version + 1, name
    taken = {policy.key for policy in known}
    kind = "equipe" if scope.contract is None else "contrato"
    key = next(key for n in range(1, len(taken) + 2) if (key := f"{kind}-{n}") not in taken)
    name = scope.contract or teams[scope.team or ""]
    return key, 1, f"{kind.capitalize()} {name}"
