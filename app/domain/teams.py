"""Teams of the desk and the calendars they keep."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.team_calendar import CalendarRevision


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
