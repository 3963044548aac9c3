"""Money and the rate per minute: whole cents and ten-thousandths, never binary floats (CON-5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import InvalidInput

_CENTS_PER_REAL = 100
_RATE_UNITS = 10_000
_UNITS_PER_CENT = _RATE_UNITS // _CENTS_PER_REAL
_FIGURE = re.compile(r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,(?P<part>\d{1,4}))?")
_PLAIN = re.compile(r"(?P<whole>\d{1,9})\.(?P<part>\d{1,4})")
_NBSP = "\u00a0"


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in reais, kept as whole cents; a credit is negative."""

    cents: int = 0

    def __sub__(self, other: Money) -> Money:
        """Return the difference."""
        return Money(self.cents - other.cents)

    def __neg__(self) -> Money:
        """Return the same amount as a credit."""
        return Money(-self.cents)

    @property
    def text(self) -> str:
        """The amount for files: ``1234.50``."""
        return f"{_sign(self.cents)}{_split(abs(self.cents), 2, '.')}"

    @property
    def in_reais(self) -> str:
        """The amount for people: ``R$ 1.234,50``; ``R$`` is followed by a no-break space."""
        whole, part = divmod(abs(self.cents), _CENTS_PER_REAL)
        return f"{_sign(self.cents)}R${_NBSP}{_grouped(whole)},{part:02d}"


def read_kept(text: str) -> Money:
    """Read an amount as ``Money.text`` writes it."""
    return Money(int(text.replace(".", "")))


def total(amounts: Iterable[Money]) -> Money:
    """Return the sum of amounts; nothing for none."""
    return Money(sum(amount.cents for amount in amounts))


@dataclass(frozen=True, slots=True, order=True)
class MinuteRate:
    """What a minute costs, in ten-thousandths of a real: four decimals (CON-5)."""

    units: int

    def of(self, minutes: int) -> Money:
        """Return the price of whole minutes, rounded half-up once to the cent (CON-4, CON-5)."""
        return Money((minutes * self.units + _UNITS_PER_CENT // 2) // _UNITS_PER_CENT)

    @property
    def text(self) -> str:
        """The rate for files: ``3.5000``."""
        return _split(self.units, 4, ".")

    @property
    def in_reais(self) -> str:
        """The rate for people: ``R$ 3,5000``."""
        whole, part = divmod(self.units, _RATE_UNITS)
        return f"R${_NBSP}{_grouped(whole)},{part:04d}"


def read_rate(text: str) -> MinuteRate:
    """Read a rate per minute as it is typed, ``3,50`` or ``3.5``; more than zero (CON-5)."""
    typed = text.strip().removeprefix("R$").strip()
    match = _FIGURE.fullmatch(typed) or _PLAIN.fullmatch(typed)
    units = 0
    if match is not None:
        whole, part = match["whole"].replace(".", ""), match["part"] or ""
        units = int(whole) * _RATE_UNITS + int(f"{part:0<4}")
    if units <= 0:
        raise InvalidInput("CON-5: escreva a tarifa por minuto como 3,5000, até quatro decimais")
    return MinuteRate(units)


def _sign(figure: int) -> str:
    return "-" if figure < 0 else ""


def _grouped(whole: int) -> str:
    return f"{whole:,}".replace(",", ".")


def _split(figure: int, decimals: int, point: str) -> str:
    whole, part = divmod(figure, 10**decimals)
    return f"{whole}{point}{part:0{decimals}d}"
