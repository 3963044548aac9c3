"""The shipped catalogue: teams, severity table, municipal holidays."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from app.domain.deadline import business_days, hours
from app.domain.directory import ServiceArea
from app.domain.holidays_br import MunicipalRule, PackageHolidays, read_municipal_rules
from app.domain.routing import RoutingRule, RoutingTable
from app.domain.severity import (
    Classification,
    Effect,
    Origin,
    Severity,
    SeverityRule,
    SeverityTable,
)
from app.domain.sla_policy import Targets
from app.domain.team_calendar import (
    CalendarVersion,
    LocalRule,
    NationalRule,
    Weekday,
    Window,
    parse_minute,
    revision_of,
    weekly_windows,
)
from app.domain.teams import Team, team_of
from resources.locate import resource


@dataclass(frozen=True, slots=True)
class Catalog:
    """What ships with the program, before anybody edits it."""

    teams: tuple[Team, ...]
    severity: SeverityTable
    routing: RoutingTable
    targets: Mapping[Severity, Targets]

    def team(self, key: str) -> Team:
        """Return a team by its key; ``NotFound`` names the keys there are."""
        return team_of(self.teams, key)


@lru_cache(maxsize=1)
def load_catalog() -> Catalog:
    """Read the shipped catalogue; teams carry national and optional days, no local site."""
    teams = _read("teams.toml")
    severity = _read("severity.toml")
    return Catalog(
        teams=tuple(_team(entry, teams["first_valid"]) for entry in teams["team"]),
        routing=RoutingTable(
            tuple(
                RoutingRule(entry.get("when", {}), entry["team"])
                for entry in _read("routing.toml")["rule"]
            )
        ),
        severity=SeverityTable(tuple(_rule(entry) for entry in severity["classification"])),
        targets={Severity(key): _targets(entry) for key, entry in severity["targets"].items()},
    )


@lru_cache(maxsize=1)
def completions() -> Mapping[str, tuple[str, ...]]:
    """Return what is offered while the facts of a ticket are typed, by fact (TKT-2)."""
    return {fact: tuple(values) for fact, values in _read("completions.toml").items()}


@lru_cache(maxsize=1)
def service_areas() -> tuple[ServiceArea, ...]:
    """Return the directory of service areas as shipped (TKT-7)."""
    return tuple(ServiceArea(**entry) for entry in _read("directory.toml")["area"])


def municipal_rules() -> tuple[MunicipalRule, ...]:
    """Read the shipped rules of municipal holidays, without the contested ones."""
    with resource("catalog", "municipal_holidays.csv").open(encoding="utf-8", newline="") as lines:
        return read_municipal_rules(lines)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("catalog", name).read_text(encoding="utf-8"))


def _team(entry: Mapping[str, Any], first_valid: date) -> Team:
    version = CalendarVersion(
        first_valid=first_valid,
        week=weekly_windows(_days(entry["days"])),
        counts_plantao=entry.get("counts_plantao", True),
        national=NationalRule(entry.get("national_holidays", "closed")),
        local=LocalRule(entry["local_holidays"]),
    )
    calendar = revision_of(entry["key"], [version], holidays=PackageHolidays())
    return Team(entry["key"], entry["name"], calendar)


def _days(entry: Mapping[str, Sequence[str]]) -> dict[Weekday, list[Window]]:
    by_day: dict[Weekday, list[Window]] = {}
    for name, windows in entry.items():
        first, _, last = name.partition("-")
        for day in range(Weekday[first.upper()], Weekday[(last or first).upper()] + 1):
            by_day[Weekday(day)] = [_window(text) for text in windows]
    return by_day


def _window(text: str) -> Window:
    span, _, kind = text.partition(" ")
    start, _, end = span.partition("-")
    return Window(parse_minute(start), parse_minute(end), kind == "plantao")


def _targets(entry: Mapping[str, int]) -> Targets:
    return Targets(hours(entry["support_hours"]), business_days(entry["maintenance_business_days"]))


def _rule(entry: Mapping[str, Any]) -> SeverityRule:
    return SeverityRule(
        Classification(
            effect=Effect(entry["effect"]) if "effect" in entry else None,
            origin=Origin(entry["origin"]) if "origin" in entry else None,
            workaround=entry.get("workaround"),
            corruption=entry.get("corruption"),
        ),
        Severity(entry["severity"]),
    )
