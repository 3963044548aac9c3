"""The settings of what a ticket does by itself (SLA-9, ACC-6, ACC-11)."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.urgency import DEFAULT_LEVELS, WarningLevel


@dataclass(frozen=True, slots=True)
class AutomaticRules:
    """The settings of the automatic steps, with the values that were decided.

    What was closed before ``surveys_since`` is not asked about (pitfall F03). A late ticket is told
    again every ``repeat_minutes`` of working time; 0 means never. ``staff`` are the contacts who
    are people of the desk: nobody rates oneself (pitfall F04).
    """

    levels: tuple[WarningLevel, ...] = DEFAULT_LEVELS
    pending_reminder_days: tuple[int, ...] = (5, 10)
    surveys_since: int = 0
    repeat_minutes: int = 0
    staff: frozenset[int] = frozenset()


DEFAULT_RULES = AutomaticRules()
