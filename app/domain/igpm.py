"""The IGP-M and the yearly adjustment of a rate per minute (CON-5, G12).

The index of a month is its variation in percent. A rate is adjusted once a year by what the twelve
months before the anniversary month accumulate.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext
from enum import Enum

from dateutil.relativedelta import relativedelta

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.money import MinuteRate

MONTHS = 12
_HUNDREDTH = Decimal("0.01")
_PRECISION = 40
_PERCENT = re.compile(r"([+-]?\d{1,3}(?:[.,]\d{1,4})?)\s?%?", re.ASCII)


class NegativePolicy(Enum):
    """What an accumulation below zero does to a rate; a setting of the contract (CON-5)."""

    KEEP_RATE = "keep_rate"
    APPLY = "apply"


class Method(Enum):
    """Where the accumulated value comes from; the two differ by up to 0.02 points (CON-5)."""

    PRODUCT = "product"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Accumulation:
    """What twelve months accumulate, in percent, with the months that make it."""

    months: tuple[tuple[date, Decimal], ...]
    percent: Decimal
    method: Method = Method.PRODUCT

    @property
    def rounded(self) -> Decimal:
        """The value as it is published: two decimals, half-up."""
        return self.percent.quantize(_HUNDREDTH, ROUND_HALF_UP)


def month_of(day: date) -> date:
    """Return the first day of a month: how a month is named here."""
    return day.replace(day=1)


def months_before(anniversary: date) -> list[date]:
    """Return the twelve months before the month of an anniversary (G12)."""
    first = month_of(anniversary)
    return [first - relativedelta(months=back) for back in range(MONTHS, 0, -1)]


def accumulated(index: Mapping[date, Decimal], anniversary: date) -> Accumulation:
    """Return the product of the monthly values; refuses where a month is not known (CON-5)."""
    months = months_before(anniversary)
    missing = [month for month in months if month not in index]
    if missing:
        names = ", ".join(f"{month:%m/%Y}" for month in missing)
        raise RuleRefusal(
            "CON-5", f"falta o IGP-M de {names}; importe ou digite o índice com a sua fonte"
        )
    with localcontext() as context:
        context.prec = _PRECISION
        factor = Decimal(1)
        for month in months:
            factor *= 1 + index[month] / 100
        percent = (factor - 1) * 100
    return Accumulation(tuple((month, index[month]) for month in months), percent)


def published(index: Mapping[date, Decimal], anniversary: date, percent: Decimal) -> Accumulation:
    """Return the published value that was typed in, with the months that are known."""
    months = ((month, index[month]) for month in months_before(anniversary) if month in index)
    return Accumulation(tuple(months), percent, Method.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A rate before and after, from the day it holds; the composition is shown with it."""

    first_day: date
    before: MinuteRate
    after: MinuteRate
    accumulation: Accumulation
    policy: NegativePolicy

    @property
    def is_kept(self) -> bool:
        """Whether the accumulation was below zero and the rate stays by the contract's policy."""
        return self.accumulation.percent < 0 and self.policy is NegativePolicy.KEEP_RATE


def adjusted(
    before: MinuteRate, first_day: date, accumulation: Accumulation, policy: NegativePolicy
) -> Adjustment:
    """Return the adjustment of a rate: four decimals, half-up (CON-5)."""
    if accumulation.percent < 0 and policy is NegativePolicy.KEEP_RATE:
        return Adjustment(first_day, before, before, accumulation, policy)
    with localcontext() as context:
        context.prec = _PRECISION
        units = Decimal(before.units) * (1 + accumulation.percent / 100)
        after = MinuteRate(int(units.quantize(Decimal(1), ROUND_HALF_UP)))
    return Adjustment(first_day, before, after, accumulation, policy)


def next_anniversary(base: date, today: date, adjusted_on: Sequence[date]) -> date:
    """Return when a rate is adjusted next: the first anniversary of the contract not used yet.

    One that has gone by without an adjustment is still to be used; never twice within 12 months.
    """
    years = max(today.year - base.year, 1)
    due = base + relativedelta(years=years)
    if due > today and years > 1:
        due = base + relativedelta(years=years - 1)
    last = max(adjusted_on, default=None)
    while last is not None and due < last + relativedelta(months=MONTHS):
        years = due.year - base.year + 1
        due = base + relativedelta(years=years)
    return due


def refuse_adjustment(first_day: date, today: date, adjusted_on: Sequence[date]) -> None:
    """Refuse an adjustment that comes too early, or within 12 months of another (CON-5)."""
    if first_day > today:
        raise RuleRefusal(
            "CON-5", f"o aniversário do contrato é em {first_day:%d/%m/%Y}; reajuste então"
        )
    last = max(adjusted_on, default=None)
    if last is not None and first_day < last + relativedelta(months=MONTHS):
        raise RuleRefusal(
            "CON-5",
            f"a tarifa já foi reajustada em {last:%d/%m/%Y}; "
            "não se reajusta duas vezes em 12 meses",
        )


def read_percent(text: str) -> Decimal:
    """Read a variation in percent as it is typed, ``-0,94`` or ``-0.94``; at most four decimals."""
    match = _PERCENT.fullmatch(text.strip().replace("−", "-"))
    if match is None:
        raise InvalidInput("CON-5: escreva o índice em porcentagem, como 0,52 ou -0,94")
    return Decimal(match[1].replace(",", "."))


def read_month(text: str) -> date:
    """Read a month as it is written, ``2024-03`` or ``03/2024``."""
    typed = text.strip()
    year, _dash, month = typed.partition("-")
    if "/" in typed:
        month, _slash, year = typed.partition("/")
    if year.isdigit() and month.isdigit() and len(year) == 4 and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    raise InvalidInput(f"CON-5: mês inválido {text!r}; escreva-o como 2024-03 ou 03/2024")
