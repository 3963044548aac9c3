"""Editing a calendar: each edit is checked and gives another plan (CAL-3, CAL-4, SLA-11)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from app.domain.calendar_plan import CalendarPlan, Recess, YearlyDay
from app.domain.errors import InvalidInput
from app.domain.team_calendar import (
    CalendarVersion,
    DayException,
    Holiday,
    LocalRule,
    NationalRule,
    Weekday,
    Window,
    ordered_windows,
    parse_minute,
)

_WINDOW = re.compile(r"(\d\d:\d\d)\s*-\s*(\d\d:\d\d)\s*(p|plant[aã]o)?", re.IGNORECASE)
_FORM = "escreva as janelas como 08:00-12:00, 12:00-13:30 plantão"


def read_windows(text: str, field: str) -> tuple[Window, ...]:
    """Read the windows of a day as typed; empty is closed, ``plantão`` marks the duty ones.

    ``InvalidInput`` names the field: windows that overlap, run backwards or cannot be read (A02).
    """
    try:
        parts = [part.strip() for part in text.replace(";", ",").split(",")]
        return ordered_windows([_window(part) for part in parts if part])
    except InvalidInput as error:
        raise InvalidInput(error.reason, field=field) from error


def _window(part: str) -> Window:
    found = _WINDOW.fullmatch(part)
    if found is None:
        raise InvalidInput(f"CAL-1: não entendi {part!r}; {_FORM}")
    start, end, duty = found.groups()
    return Window(parse_minute(start), parse_minute(end), plantao=duty is not None)


def write_windows(windows: Sequence[Window]) -> str:
    """Write the windows of a day as they are typed."""
    return ", ".join(f"{w.label} plantão" if w.plantao else w.label for w in windows)


DAY_FIELDS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def read_version(typed: Mapping[str, str], first_valid: date) -> CalendarVersion:
    """Read a version as it was typed, a field a weekday; ``InvalidInput`` names the field.

    A version that never opens is refused (pitfall A13).
    """
    week = tuple(read_windows(typed.get(DAY_FIELDS[day], ""), DAY_FIELDS[day]) for day in Weekday)
    if not any(week):
        raise InvalidInput(
            "CAL-1: o calendário não tem nenhuma janela; inclua ao menos uma", field="mon"
        )
    return CalendarVersion(
        first_valid,
        week,
        counts_plantao=typed.get("counts_plantao", "yes") == "yes",
        national=NationalRule(typed.get("national", NationalRule.CLOSED.value)),
        local=LocalRule(typed.get("local", LocalRule.OPEN.value)),
    )


def with_version(plan: CalendarPlan, version: CalendarVersion) -> CalendarPlan:
    """Put in a version from its first valid date on; one that began that day gives way to it."""
    if version in plan.versions:
        raise InvalidInput("SLA-11: a versão é igual à que já vale; nada mudaria")
    others = [known for known in plan.versions if known.first_valid != version.first_valid]
    ordered = sorted([*others, version], key=lambda known: known.first_valid)
    return replace(plan, versions=tuple(ordered))


def without_version(plan: CalendarPlan, first_valid: date) -> CalendarPlan:
    """Take out a version: the one before it goes on; the first one stays."""
    if first_valid == plan.versions[0].first_valid:
        raise InvalidInput("CAL-1: a primeira versão fica; ela vale para os dias antes das outras")
    kept = tuple(version for version in plan.versions if version.first_valid != first_valid)
    return replace(plan, versions=kept)


def with_own_day(plan: CalendarPlan, own: DayException) -> CalendarPlan:
    """Give a day windows of its own, or close it; they replace every other rule (CAL-3)."""
    if not own.name.strip():
        raise InvalidInput("CAL-3: diga por que o dia é diferente", field="name")
    if own in plan.own:
        raise InvalidInput("CAL-3: o dia já está assim; nada mudaria", field="windows")
    others = [known for known in plan.own if known.date != own.date]
    return replace(plan, own=tuple(sorted([*others, own], key=lambda known: known.date)))


def without_own_day(plan: CalendarPlan, day: date) -> CalendarPlan:
    """Let a day follow the rules again."""
    kept = tuple(known for known in plan.own if known.date != day)
    if len(kept) == len(plan.own):
        raise InvalidInput(f"CAL-3: {day:%d/%m/%Y} não tem horário próprio", field="date")
    return replace(plan, own=kept)


def with_day(plan: CalendarPlan, day: Holiday) -> CalendarPlan:
    """Add a named day, such as a holiday that no table knows."""
    if not day.name.strip():
        raise InvalidInput("CAL-3: dê um nome ao feriado", field="name")
    if day in plan.removed:
        return replace(plan, removed=tuple(known for known in plan.removed if known != day))
    if day in plan.revision().holidays_on(day.date):
        raise InvalidInput("CAL-3: este feriado já está no calendário", field="date")
    return replace(plan, added=tuple(sorted([*plan.added, day], key=lambda known: known.date)))


def without_day(plan: CalendarPlan, day: Holiday) -> CalendarPlan:
    """Take out a named day."""
    if day in plan.added:
        return replace(plan, added=tuple(known for known in plan.added if known != day))
    if day not in plan.revision().holidays_on(day.date):
        raise InvalidInput(f"CAL-3: {day.name} não cai em {day.date:%d/%m/%Y}", field="date")
    return replace(plan, removed=(*plan.removed, day))


def with_moved_day(plan: CalendarPlan, day: Holiday, moved_to: date) -> CalendarPlan:
    """Move a named day to another date; its name and source go along."""
    if moved_to == day.date:
        raise InvalidInput("CAL-3: o feriado já é neste dia", field="date")
    return with_day(without_day(plan, day), replace(day, date=moved_to))


def with_yearly(plan: CalendarPlan, yearly: YearlyDay) -> CalendarPlan:
    """Add a day that comes back every year."""
    if not yearly.name.strip():
        raise InvalidInput("CAL-3: dê um nome ao feriado", field="name")
    if any((y.rule, y.name) == (yearly.rule, yearly.name) for y in plan.yearly):
        raise InvalidInput("CAL-3: este feriado já está no calendário", field="rule")
    yearly.in_year(yearly.since)  # refuses a rule that no year can follow
    return replace(plan, yearly=(*plan.yearly, yearly))


def without_yearly(plan: CalendarPlan, yearly: YearlyDay) -> CalendarPlan:
    """Take out a day that came back every year, in all of them."""
    return replace(plan, yearly=tuple(known for known in plan.yearly if known != yearly))


def with_recess(plan: CalendarPlan, recess: Recess) -> CalendarPlan:
    """Close the same days every year."""
    if not recess.name.strip():
        raise InvalidInput("CAL-3: dê um nome ao recesso", field="name")
    if recess in plan.recesses:
        raise InvalidInput("CAL-3: este recesso já está no calendário", field="first")
    return replace(plan, recesses=(*plan.recesses, recess))


def without_recess(plan: CalendarPlan, recess: Recess) -> CalendarPlan:
    """Take out a yearly recess."""
    return replace(plan, recesses=tuple(known for known in plan.recesses if known != recess))
