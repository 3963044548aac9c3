"""How seconds become billed minutes: the desk's rule, with its default (CON-4)."""

from __future__ import annotations

from collections.abc import Mapping

from app.domain.billing import DEFAULT_ROUNDING, RoundingLevel, RoundingMode, RoundingRule
from app.domain.changes import SETTINGS_CHANGED, Changes
from app.domain.clock import to_epoch
from app.domain.errors import InvalidInput
from app.domain.figures_data import plain
from app.domain.roles import Right
from app.services.credits import read_rounding
from app.services.desk import Desk
from app.storage import change_log, settings
from app.storage.database import Connection

ROUNDING = "billing_rounding"
_MOST_MINUTES = 480


def rounding_in(connection: Connection) -> RoundingRule:
    """Return the rule in force; what was issued keeps the one it was issued by."""
    told = settings.all_settings(connection).get(ROUNDING)
    return DEFAULT_ROUNDING if told is None else read_rounding(told)


class BillingSettings:
    """Shows and changes the rule of rounding."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def rounding(self) -> RoundingRule:
        """Return the rule in force."""
        with self._desk.database.read() as connection:
            return rounding_in(connection)

    def keep(self, typed: Mapping[str, str]) -> Changes:
        """Keep a rule as it was typed: ``mode level minimum``; raises the field."""
        self._desk.require(Right.CHANGE_RULES)
        minimum = typed.get("minimum", "0").strip()
        if not (minimum.isascii() and minimum.isdigit() and int(minimum) <= _MOST_MINUTES):
            raise InvalidInput(
                f"CON-4: escreva os minutos mínimos, de 0 a {_MOST_MINUTES}", field="minimum"
            )
        try:
            mode = RoundingMode(typed.get("mode", ""))
            level = RoundingLevel(typed.get("level", ""))
        except ValueError as error:
            raise InvalidInput("CON-4: escolha como e onde se arredonda", field="mode") from error
        rule = RoundingRule(mode, level, int(minimum))
        with self._desk.database.write() as connection:
            settings.put(connection, ROUNDING, None if rule == DEFAULT_ROUNDING else plain(rule))
            change_log.record(connection, SETTINGS_CHANGED, to_epoch(self._desk.clock.now()))
        return SETTINGS_CHANGED
