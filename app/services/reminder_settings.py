"""When the desk is warned and clients are reminded, as settings (SLA-9, ACC-11)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from app.domain.automatic_rules import DEFAULT_RULES, AutomaticRules
from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import InvalidInput
from app.domain.roles import Right
from app.services.desk import Desk
from app.services.next_steps import renew_next_steps
from app.services.sla_settings import (
    LEVELS,
    PENDING_DAYS,
    REPEAT_MINUTES,
    automatic_rules,
    read_book,
)
from app.storage import calendars, change_log, settings

RULES_CHANGED = Changes(frozenset({Kind.POLICY, Kind.SETTING}))
_SHARE = re.compile(r"(\d{1,3}) ?%?")
_MINUTES = re.compile(r"([+-]) ?(\d{1,4}) ?min")
_MOST_LEVELS, _LONGEST_WAIT = 8, 60
_SHORTEST_REPEAT, _DAY = 5, 1440


def _unheard(_done: int, _total: int) -> None:
    """Nobody listens to the progress."""


def levels_text(rules: AutomaticRules) -> str:
    """Write warning levels as people type them: ``50 %; 75 %; prazo; +10 min``."""
    return "; ".join(level.name for level in rules.levels)


def days_text(rules: AutomaticRules) -> str:
    """Write the business days after which a silent client is reminded: ``5; 10``."""
    return "; ".join(str(day) for day in rules.pending_reminder_days)


def read_levels(text: str) -> list[dict[str, Any]]:
    """Read warning levels; ``InvalidInput`` shows how one is written."""
    levels = [_level(part.strip()) for part in text.split(";") if part.strip()]
    if len(levels) > _MOST_LEVELS:
        raise InvalidInput(f"SLA-9: no máximo {_MOST_LEVELS} avisos", field="levels")
    return levels


def _level(text: str) -> dict[str, Any]:
    if text == "prazo":
        return {"name": "prazo", "share": "1"}
    share = _SHARE.fullmatch(text)
    if share is not None and 0 < int(share[1]) <= 100:
        return {"name": f"{int(share[1])} %", "share": f"{int(share[1])}/100"}
    minutes = _MINUTES.fullmatch(text)
    if minutes is not None and int(minutes[2]):
        sign = -1 if minutes[1] == "-" else 1
        return {
            "name": f"{minutes[1]}{int(minutes[2])} min",
            "minutes": sign * int(minutes[2]),
        }
    raise InvalidInput(
        f"SLA-9: não entendi {text!r}; escreva como 75 %, prazo, -30 min ou +10 min", field="levels"
    )


def read_days(text: str) -> list[int]:
    """Read the business days of reminders; they grow."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    days = [int(part) if part.isdecimal() else 0 for part in parts]
    if any(not 0 < day <= _LONGEST_WAIT for day in days) or days != sorted(set(days)):
        raise InvalidInput(
            f"ACC-11: escreva dias úteis crescentes de 1 a {_LONGEST_WAIT}, como 5; 10",
            field="days",
        )
    return days


def read_repeat(text: str) -> int:
    """Read after how many working minutes a breach is told again; 0 or nothing for never."""
    typed = text.strip() or "0"
    if not typed.isdecimal() or not (int(typed) == 0 or _SHORTEST_REPEAT <= int(typed) <= _DAY):
        raise InvalidInput(
            f"SLA-9: escreva minutos úteis, de {_SHORTEST_REPEAT} a {_DAY}, ou 0 para não repetir",
            field="repeat",
        )
    return int(typed)


class ReminderSettings:
    """Keeps when warnings and reminders go out; every open ticket learns it at once."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    @property
    def default(self) -> AutomaticRules:
        """What holds where nobody has set anything."""
        return DEFAULT_RULES

    def rules(self) -> AutomaticRules:
        """Return what is set now."""
        with self._desk.database.read() as connection:
            return automatic_rules(settings.all_settings(connection))

    def keep(
        self,
        levels: str,
        days: str,
        repeat: str = "0",
        progressed: Callable[[int, int], None] = _unheard,
    ) -> Changes:
        """Keep all three; open tickets learn their next steps in the same transaction."""
        self._desk.require(Right.CHANGE_RULES)
        chosen: dict[str, object] = {
            LEVELS: read_levels(levels),
            PENDING_DAYS: read_days(days),
            REPEAT_MINUTES: read_repeat(repeat),
        }
        with self._desk.database.write() as connection:
            calendars.edition_to_edit(connection)  # nobody acts on a ticket meanwhile
            for key, value in chosen.items():
                settings.put(connection, key, value)
            renew_next_steps(connection, read_book(connection), progressed)
            change_log.record(connection, RULES_CHANGED, to_epoch(self._desk.clock.now()))
        return RULES_CHANGED
