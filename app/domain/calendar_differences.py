"""What an edit changes in a calendar, said in parts that a screen can show side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.calendar_plan import CalendarPlan
from app.domain.day_layout import DayLayout, layout_of
from app.domain.team_calendar import CalendarVersion

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ChangedVersion:
    """A version that began, ended or was changed; none where there was or is none."""

    first_valid: date
    before: CalendarVersion | None
    after: CalendarVersion | None


class DayEdit(Enum):
    """What was done to a day, to every year's day, or to a stretch of them."""

    OWN = "own"
    ADDED = "added"
    REMOVED = "removed"
    YEARLY = "yearly"
    RECESS = "recess"


@dataclass(frozen=True, slots=True)
class ChangedEdit:
    """Something people said of a day that is new, or no longer so.

    ``what`` is the value of the plan: an own day, a holiday, a yearly day or a recess.
    """

    edit: DayEdit
    what: object
    is_new: bool


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything in which two plans of a calendar differ."""

    versions: tuple[ChangedVersion, ...] = ()
    edits: tuple[ChangedEdit, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether they differ at all."""
        return bool(self.versions or self.edits)


def differences(before: CalendarPlan, after: CalendarPlan) -> Differences:
    """Return in what two plans differ, versions in the order of their first days."""
    old = {version.first_valid: version for version in before.versions}
    new = {version.first_valid: version for version in after.versions}
    versions = tuple(
        ChangedVersion(day, old.get(day), new.get(day))
        for day in sorted(old.keys() | new.keys())
        if old.get(day) != new.get(day)
    )
    edits = []
    for edit, known, kept in (
        (DayEdit.OWN, before.own, after.own),
        (DayEdit.ADDED, before.added, after.added),
        (DayEdit.REMOVED, before.removed, after.removed),
        (DayEdit.YEARLY, before.yearly, after.yearly),
        (DayEdit.RECESS, before.recesses, after.recesses),
    ):
        edits += [ChangedEdit(edit, what, is_new=False) for what in known if what not in kept]
        edits += [ChangedEdit(edit, what, is_new=True) for what in kept if what not in known]
    return Differences(versions, tuple(edits))


def changed_days(
    before: CalendarPlan, after: CalendarPlan, first: date, last: date
) -> tuple[tuple[DayLayout, DayLayout], ...]:
    """Return the days of a span whose windows differ, each as it was and as it becomes."""
    old, new = before.revision(), after.revision()
    found = []
    day = first
    while day <= last:
        pair = layout_of(old, day), layout_of(new, day)
        if _hours(pair[0]) != _hours(pair[1]):
            found.append(pair)
        day += _A_DAY
    return tuple(found)


def _hours(layout: DayLayout) -> object:
    return layout.windows, layout.counts_plantao
