"""Reading the book of a database: policies, calendars, and the rules of the automatic steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Any

from app.domain.automatic_rules import DEFAULT_RULES, AutomaticRules
from app.domain.desk_rules import DeskRules, rules_with
from app.domain.urgency import WarningLevel
from app.services.sla_book import RevisionIn, SlaBook
from app.storage import calendars, people, settings
from app.storage.database import Connection

LEVELS, PENDING_DAYS, SURVEYS_SINCE = "sla_levels", "pending_reminder_days", "surveys_since"
"""SLA-9, ACC-11, ACC-6."""
REPEAT_MINUTES = "sla_repeat_minutes"
"""SLA-9."""
DESK_RULES = "desk_rules"


def read_book(connection: Connection, revision_in: RevisionIn | None = None) -> SlaBook:
    """Return the book as the database has it now.

    ``revision_in`` reads calendars of earlier editions; without it they are read over this
    connection, for as long as it is open.
    """
    changed = settings.all_settings(connection)
    return SlaBook(
        calendars.rules(connection),
        calendars.teams(connection),
        replace(automatic_rules(changed), staff=people.staff_contacts(connection)),
        desk_rules(changed),
        edition=calendars.edition(connection),
        revision_in=revision_in or partial(calendars.revision_in, connection),
    )


def desk_rules(changed: Mapping[str, Any]) -> DeskRules:
    """Return the desk's own figures with what people changed."""
    return rules_with(changed.get(DESK_RULES, {}))


def automatic_rules(changed: Mapping[str, Any]) -> AutomaticRules:
    """Return the rules of the automatic steps with what people changed.

    A level is ``{"name": "50 %", "share": "1/2"}`` or ``{"name": "+10 min", "minutes": 10}``.
    """
    levels = changed.get(LEVELS)
    return AutomaticRules(
        levels=DEFAULT_RULES.levels if levels is None else tuple(map(_level, levels)),
        pending_reminder_days=tuple(changed.get(PENDING_DAYS, DEFAULT_RULES.pending_reminder_days)),
        surveys_since=changed.get(SURVEYS_SINCE, DEFAULT_RULES.surveys_since),
        repeat_minutes=changed.get(REPEAT_MINUTES, DEFAULT_RULES.repeat_minutes),
    )


def _level(entry: Mapping[str, Any]) -> WarningLevel:
    if "share" in entry:
        return WarningLevel(entry["name"], share=Fraction(entry["share"]))
    return WarningLevel(entry["name"], offset_seconds=60 * entry["minutes"])
