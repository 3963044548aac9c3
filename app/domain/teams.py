"""Teams of the desk and the calendars they keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import NotFound
from app.domain.team_calendar import CalendarRevision

OMBUDSMAN = "ouvidoria"
"""Its tickets are shown to who asks for its team by name, and found by nobody's words (OUV-2)."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where a team sits; its local holidays are those of this state and city (CAL-3)."""

    state: str | None = None
    city: str | None = None


@dataclass(frozen=True, slots=True)
class Team:
    """A team (equipe): key, name on screen, site, and its calendar."""

    key: str
    name: str
    calendar: CalendarRevision
    site: Site = Site()


def team_of(teams: Iterable[Team], key: str) -> Team:
    """Return the team of a key; ``NotFound`` names the keys there are."""
    by_key = {team.key: team for team in teams}
    if key not in by_key:
        known = " ".join(by_key)
        raise NotFound(f"equipe desconhecida {key!r}; as equipes são: {known}")
    return by_key[key]
