"""Holidays that were proposed: nothing of them counts until somebody confirms it (A05)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.calendar_editing import with_day, with_yearly
from app.domain.calendar_plan import CalendarPlan, YearlyDay
from app.domain.errors import InvalidInput
from app.domain.holidays_br import date_by_rule
from app.domain.team_calendar import DaySource, Holiday

_LONGEST_NAME = 200


class ProposalState(Enum):
    """What became of a proposal."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A day, or one of every year, with where it comes from.

    ``rule`` is a date (``2026-11-20``), a month and day (``06-24``) or days from Easter (``E+60``).
    """

    id: int
    rule: str
    name: str
    source: DaySource
    origin: str

    @property
    def is_yearly(self) -> bool:
        """Whether it comes back every year."""
        return not _is_date(self.rule)

    def checked(self) -> Proposal:
        """Return it if it can be followed; ``InvalidInput`` names what cannot."""
        if not self.name.strip() or len(self.name) > _LONGEST_NAME:
            raise InvalidInput("CAL-3: o feriado precisa de um nome curto")
        if self.is_yearly:
            date_by_rule(self.rule, 2024)
        return self


def _is_date(rule: str) -> bool:
    try:
        date.fromisoformat(rule)
    except ValueError:
        return False
    return True


def with_proposal(plan: CalendarPlan, proposal: Proposal, today: date) -> CalendarPlan:
    """Put a proposed day into a plan; what comes back every year does so from this year on."""
    if proposal.is_yearly:
        yearly = YearlyDay(proposal.rule, proposal.name, proposal.source, today.year)
        return with_yearly(plan, yearly)
    day = date.fromisoformat(proposal.rule)
    return with_day(plan, Holiday(day, proposal.name, proposal.source))


def is_known(plan: CalendarPlan, proposal: Proposal, today: date) -> bool:
    """Tell whether a plan has a day of that name there already.

    An optional day of the same name is none: it changes nothing until a manager says so (CAL-3).
    """
    if proposal.is_yearly:
        if any((y.rule, y.name) == (proposal.rule, proposal.name) for y in plan.yearly):
            return True
        day = date_by_rule(proposal.rule, today.year)
    else:
        day = date.fromisoformat(proposal.rule)
    named: Sequence[Holiday] = () if day is None else plan.revision().holidays_on(day)
    return any(
        known.source is not DaySource.OPTIONAL and _same(known.name, proposal.name)
        for known in named
    )


def _same(one: str, other: str) -> bool:
    return one.casefold().strip() == other.casefold().strip()
