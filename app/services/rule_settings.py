"""The desk's own figures as settings: read, changed, put back (§3-§5)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.desk_rules import BOUNDS, DEFAULT_DESK_RULES, DeskRules, read_rules
from app.domain.errors import InvalidInput
from app.domain.roles import Right
from app.services.attachments import FOLDER, absent_from
from app.services.desk import Desk
from app.services.sla_settings import DESK_RULES, desk_rules
from app.storage import change_log, settings

DESK_RULES_CHANGED = Changes(frozenset({Kind.POLICY, Kind.SETTING}))


class RuleSettings:
    """Keeps the figures; what a ticket was promised before stays as it was (SLA-11)."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    @property
    def default(self) -> DeskRules:
        """What holds where nobody has set anything."""
        return DEFAULT_DESK_RULES

    def rules(self) -> tuple[DeskRules, str]:
        """Return the figures in force, and the folder of files of a database on a server."""
        with self._desk.database.read() as connection:
            changed: Mapping[str, Any] = settings.all_settings(connection)
        return desk_rules(changed), str(changed.get(FOLDER) or "")

    def keep(self, typed: Mapping[str, str]) -> Changes:
        """Keep figures and folder as they were typed; raises the field that is wrong."""
        self._desk.require(Right.CHANGE_RULES)
        chosen, folder = read_rules(typed), typed.get("folder", "").strip()
        if folder and not Path(folder).is_absolute():
            raise InvalidInput(
                "TKT-2: escreva o caminho inteiro de uma pasta que todas as mesas alcancem",
                field="folder",
            )
        own = {
            name: getattr(chosen, name)
            for name in BOUNDS
            if getattr(chosen, name) != getattr(DEFAULT_DESK_RULES, name)
        }
        with self._desk.database.write() as connection:
            absent = absent_from(self._desk.database, connection, Path(folder)) if folder else 0
            if absent:
                raise InvalidInput(
                    f"TKT-2: faltam nessa pasta {absent} anexos de antes; copie-os para lá",
                    field="folder",
                )
            settings.put(connection, DESK_RULES, own or None)
            settings.put(connection, FOLDER, folder or None)
            change_log.record(connection, DESK_RULES_CHANGED, to_epoch(self._desk.clock.now()))
        self._desk.read_book()
        return DESK_RULES_CHANGED
