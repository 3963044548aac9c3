"""What an empty database is given: the shipped catalogue, its holidays materialised (SLA-11)."""

from __future__ import annotations

from app.domain.clock import Clock, to_epoch
from app.domain.holidays_br import holidays_of
from app.domain.sla_policy import default_policy
from app.domain.team_calendar import ListedHolidays, revision_of
from app.domain.teams import Team
from app.services.catalog import load_catalog
from app.storage import calendars
from app.storage.database import Connection

FIRST_YEAR, LAST_YEAR = 2000, 2100


def seed(connection: Connection, clock: Clock) -> None:
    """Put the shipped catalogue into an empty database, holidays materialised (SLA-11)."""
    catalog = load_catalog()
    holidays = holidays_of(range(FIRST_YEAR, LAST_YEAR + 1))
    digest = calendars.save_holidays(connection, holidays, "feriados nacionais e facultativos")
    for team in catalog.teams:
        listed = revision_of(team.key, team.calendar.versions, holidays=ListedHolidays(holidays))
        calendars.add_team(connection, Team(team.key, team.name, listed))
        calendars.add_revision(
            connection,
            listed,
            holidays=digest,
            author="Bancada",
            reason="Calendário do guia de relacionamento",
            created_at=to_epoch(clock.now()),
        )
    calendars.add_policy(connection, default_policy(catalog.targets))
