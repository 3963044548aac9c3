"""Holidays of Brazil with their names in Portuguese and their source (CAL-3)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from app.domain.errors import InvalidInput
from app.domain.team_calendar import DaySource, Holiday, HolidaysByDate, holidays_by_date

_LANGUAGE = "pt_BR"
"""Named always: without it the package follows the machine's locale (rulebook §9)."""


@lru_cache(maxsize=512)
def _from_package(year: int, category: str, state: str | None = None) -> dict[date, str]:
    from holidays.countries.brazil import Brazil  # costs 0.1 s, so only when holidays are asked for

    days = Brazil(years=year, language=_LANGUAGE, categories=(category,), subdiv=state)
    return dict(days.items())


def _named(days: dict[date, str], source: DaySource) -> list[Holiday]:
    return [
        Holiday(day, name.strip(), source)
        for day, names in sorted(days.items())
        for name in names.split(";")
    ]


def national_holidays(year: int) -> list[Holiday]:
    """Return the national holidays of a year, by date."""
    return _named(_from_package(year, "public"), DaySource.NATIONAL)


def optional_days(year: int) -> list[Holiday]:
    """Return the optional days of a year (Carnaval, Corpus Christi, 24/12 …), by date."""
    return _named(_from_package(year, "optional"), DaySource.OPTIONAL)


def states() -> tuple[str, ...]:
    """Return the states whose holidays are known."""
    from holidays.countries.brazil import Brazil

    return tuple(sorted(Brazil.subdivisions))


def state_holidays(year: int, state: str) -> list[Holiday]:
    """Return the holidays that a state adds to the national ones, by date."""
    national = _from_package(year, "public")
    days = {
        day: "; ".join(n for n in names.split("; ") if n not in national.get(day, "").split("; "))
        for day, names in _from_package(year, "public", state).items()
    }
    return _named({day: names for day, names in days.items() if names}, DaySource.STATE)


@dataclass(frozen=True, slots=True)
class MunicipalRule:
    """A yearly municipal holiday: ``MM-DD``, or ``E+60`` for days counted from Easter."""

    city: str
    state: str
    rule: str
    name: str
    confidence: str = "A"

    def date_in(self, year: int) -> date | None:
        """Return the date in a year; none for 29 February in other years."""
        return date_by_rule(self.rule, year)


def date_by_rule(rule: str, year: int) -> date | None:
    """Return the date of ``MM-DD``, or of ``E+60`` counted from Easter, in a year.

    None for 29 February in other years; ``InvalidInput`` for what is no rule.
    """
    try:
        if rule.startswith("E"):
            return easter(year) + timedelta(days=int(rule[1:]))
        month, _, day = rule.partition("-")
        return date(year, int(month), int(day))
    except (ValueError, OverflowError) as error:
        if rule == "02-29":
            return None
        raise InvalidInput(f"CAL-3: regra de feriado inválida {rule!r}") from error


def read_municipal_rules(lines: Iterable[str]) -> tuple[MunicipalRule, ...]:
    """Read the table of municipal rules (CSV); contested ones (confidence C) are left out."""
    rows = csv.DictReader(lines)
    rules = (
        MunicipalRule(row["city"], row["state"], row["rule"], row["name"], row["confidence"])
        for row in rows
    )
    return tuple(rule for rule in rules if rule.confidence != "C")


def municipal_holidays(year: int, city: str, rules: Sequence[MunicipalRule]) -> list[Holiday]:
    """Return the municipal holidays of a city in a year, by date."""
    dated = [(rule.date_in(year), rule.name) for rule in rules if rule.city == city]
    days = [Holiday(day, name, DaySource.MUNICIPAL) for day, name in dated if day is not None]
    return sorted(days, key=lambda holiday: holiday.date)


def holidays_of(
    years: Iterable[int],
    *,
    state: str | None = None,
    city: str | None = None,
    rules: Sequence[MunicipalRule] = (),
) -> list[Holiday]:
    """Materialise every holiday that a team at a site can meet in the given years.

    Cities of one name are told apart by the state, where it is given.
    """
    found: list[Holiday] = []
    own = [rule for rule in rules if state in (None, rule.state)]
    for year in years:
        found += national_holidays(year) + optional_days(year)
        if state is not None:
            found += state_holidays(year, state)
        if city is not None:
            found += municipal_holidays(year, city, own)
    return found


class PackageHolidays:
    """National and optional days straight from the package, year by year as they are asked for."""

    def of_year(self, year: int) -> HolidaysByDate:
        """Return the national and optional days of a year by date."""
        return _year_by_date(year)


@lru_cache(maxsize=512)
def _year_by_date(year: int) -> HolidaysByDate:
    return holidays_by_date(national_holidays(year) + optional_days(year))
