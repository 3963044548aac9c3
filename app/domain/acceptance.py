"""The acceptance of a solution: limit, reminder, one postponement (ACC-1, ACC-2, ACC-4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from app.domain.clock import from_epoch, instant_of_day, local_date
from app.domain.desk_rules import DEFAULT_DESK_RULES, DeskRules

_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class AcceptanceTerms:
    """What a client was promised with a solution: calendar days, reminder, one postponement.

    It is written with the solution where it is not the default, so that a rule changed later
    changes no promise (SLA-11).
    """

    days: int = DEFAULT_DESK_RULES.acceptance_days
    reminder_days: int = DEFAULT_DESK_RULES.reminder_days
    reminder_hour: int = DEFAULT_DESK_RULES.reminder_hour
    postponement_days: int = DEFAULT_DESK_RULES.postponement_days

    @property
    def written(self) -> list[int]:
        """The terms as an event holds them."""
        return [self.days, self.reminder_days, self.reminder_hour, self.postponement_days]


DEFAULT_TERMS = AcceptanceTerms()


def terms_of(rules: DeskRules) -> AcceptanceTerms:
    """Return what solutions promise under the rules of a desk."""
    return AcceptanceTerms(
        rules.acceptance_days, rules.reminder_days, rules.reminder_hour, rules.postponement_days
    )


def read_terms(written: list[int]) -> AcceptanceTerms:
    """Read the terms an event holds; ``TypeError`` or ``ValueError`` for anything else."""
    days, reminder_days, reminder_hour, postponement_days = map(int, written)
    return AcceptanceTerms(days, reminder_days, reminder_hour, postponement_days)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """One wait for the client's word on a solution; ``since`` is in epoch seconds."""

    since: int
    limit_date: date
    reminder_date: date
    terms: AcceptanceTerms = DEFAULT_TERMS

    @property
    def limit(self) -> int:
        """The last second in which the client may answer, in epoch seconds (ACC-1)."""
        return instant_of_day(self.limit_date, _LAST_SECOND)

    @property
    def reminder(self) -> int:
        """When the client is reminded, in epoch seconds (ACC-2)."""
        return instant_of_day(self.reminder_date, time(self.terms.reminder_hour))

    def postponed(self) -> Acceptance:
        """Return the wait with the days promised more, counted from the running limit (ACC-4)."""
        later = self.limit_date + timedelta(days=self.terms.postponement_days)
        return _until(self.since, later, self.terms)

    def moved_to(self, limit_date: date) -> Acceptance:
        """Return the wait with another last day; its reminder has gone already (ACC-7a)."""
        return replace(self, limit_date=limit_date)


def acceptance_from(since: int, terms: AcceptanceTerms = DEFAULT_TERMS) -> Acceptance:
    """Open the wait for a solution registered at an instant: 15 calendar days (ACC-1)."""
    return _until(since, local_date(from_epoch(since)) + timedelta(days=terms.days), terms)


def _until(since: int, limit_date: date, terms: AcceptanceTerms) -> Acceptance:
    reminder_date = limit_date - timedelta(days=terms.reminder_days)
    return Acceptance(since, limit_date, reminder_date, terms)
