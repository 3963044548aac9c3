"""Figures the guide leaves open, decided here and changed by a manager: each with its rule."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class DeskRules:
    """What holds where nobody has set anything; what a ticket was promised stays with it."""

    acceptance_days: int = 15
    reminder_days: int = 4
    reminder_hour: int = 8
    postponement_days: int = 45
    annulment_days: int = 2
    survey_days: int = 30
    wrong_tries: int = 5
    lock_minutes: int = 15
    review_months: int = 12
    attachment_mb: int = 25


DEFAULT_DESK_RULES = DeskRules()


@dataclass(frozen=True, slots=True)
class Bounds:
    """The rule a figure belongs to, and what it may be."""

    rule: str
    lowest: int
    highest: int


BOUNDS: Mapping[str, Bounds] = {
    "acceptance_days": Bounds("ACC-1", 2, 365),
    "reminder_days": Bounds("ACC-2", 1, 30),
    "reminder_hour": Bounds("ACC-2", 0, 23),
    "postponement_days": Bounds("ACC-4", 1, 365),
    "annulment_days": Bounds("ACC-7b", 0, 30),
    "survey_days": Bounds("ACC-6", 1, 365),
    "wrong_tries": Bounds("CLI-4", 3, 20),
    "lock_minutes": Bounds("CLI-4", 1, 1440),
    "review_months": Bounds("CLI-3", 1, 60),
    "attachment_mb": Bounds("TKT-2", 1, 1024),
}


def rules_with(changed: Mapping[str, int]) -> DeskRules:
    """Return the defaults with what was changed; a figure nobody knows any more is left out."""
    known = {field.name for field in fields(DeskRules)}
    return replace(
        DEFAULT_DESK_RULES, **{name: value for name, value in changed.items() if name in known}
    )


def read_rules(typed: Mapping[str, str]) -> DeskRules:
    """Read the figures as they were typed; ``InvalidInput`` names the field and its bounds."""
    read = {name: _figure(name, typed.get(name, "").strip()) for name in BOUNDS}
    if read["reminder_days"] >= read["acceptance_days"]:
        raise InvalidInput(
            "ACC-2: o lembrete sai antes do limite; escreva menos dias que os do aceite",
            field="reminder_days",
        )
    return rules_with(read)


def _figure(name: str, typed: str) -> int:
    bounds = BOUNDS[name]
    if typed.isascii() and typed.isdigit() and bounds.lowest <= int(typed) <= bounds.highest:
        return int(typed)
    raise InvalidInput(
        f"{bounds.rule}: escreva um número de {bounds.lowest} a {bounds.highest}", field=name
    )
