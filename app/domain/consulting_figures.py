"""The figures of the papers of consulting: letter, statement, term of solution (rulebook §10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.billing import RoundingRule, Verdict
from app.domain.consulting import Cause, ConsultingKind, Scope
from app.domain.money import MinuteRate, Money, total
from app.domain.time_entries import Activity


@dataclass(frozen=True, slots=True)
class WorkedTime:
    """A part of an entry on one local date, as a statement tells it."""

    day: date
    start: datetime
    end: datetime
    person: str
    activity: Activity
    description: str
    seconds: int
    is_agreed_outside: bool = False


@dataclass(frozen=True, slots=True)
class ConsultingLine:
    """A ticket at one rate, or one reason not to bill it; ``minutes`` are rounded once (CON-4)."""

    ticket: str
    summary: str
    kind: ConsultingKind | None
    verdict: Verdict
    rate: MinuteRate | None
    seconds: int
    minutes: int
    amount: Money
    times: tuple[WorkedTime, ...]


@dataclass(frozen=True, slots=True)
class CreditLine:
    """What an earlier statement gives back; minutes and amount are less than zero (CON-7)."""

    statement: str
    ticket: str
    rate: MinuteRate
    minutes: int
    amount: Money
    reason: str


@dataclass(frozen=True, slots=True)
class ConsultingStatement:
    """What a client pays for consulting in a month, line by line."""

    client: str
    cnpj: str
    first: date
    last: date
    rounding: RoundingRule
    billed: tuple[ConsultingLine, ...]
    waived: tuple[ConsultingLine, ...]
    credits: tuple[CreditLine, ...]
    minutes: int
    amount: Money

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.billed or self.waived or self.credits)


def statement_of(  # what a statement is made of
    client: tuple[str, str],
    period: tuple[date, date],
    rounding: RoundingRule,
    billed: tuple[ConsultingLine, ...],
    waived: tuple[ConsultingLine, ...],
    credits_given: tuple[CreditLine, ...],
) -> ConsultingStatement:
    """Return a statement with its totals: the sum of its lines and credits, and nothing else."""
    minutes = sum(line.minutes for line in billed) + sum(c.minutes for c in credits_given)
    amount = total([*(line.amount for line in billed), *(c.amount for c in credits_given)])
    return ConsultingStatement(
        *client, *period, rounding, billed, waived, credits_given, minutes, amount
    )


@dataclass(frozen=True, slots=True)
class AcceptanceLetter:
    """What a client is asked to approve before the first minute (CON-1)."""

    ticket: str
    client: str
    cnpj: str
    contact: str
    kind: ConsultingKind
    scope: Scope | None
    summary: str
    rate: MinuteRate
    rate_until: date | None
    rounding: RoundingRule
    approvers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SolutionTerm:
    """What was done on a ticket, and what became of it (CON-6)."""

    ticket: str
    client: str
    cnpj: str
    contact: str
    summary: str
    opened: datetime
    solved: datetime
    solution: str
    kind: ConsultingKind | None = None
    cause: Cause | None = None
    times: tuple[WorkedTime, ...] = ()
    seconds: int = 0
    accepted: datetime | None = None
    acceptance_limit: date | None = None
