"""What an empty database is given, and what an older one gets besides its new columns."""

from __future__ import annotations

from functools import lru_cache

from app.domain.calendar_plan import CalendarPlan
from app.domain.clock import Clock, to_epoch
from app.domain.holidays_br import holidays_of
from app.domain.sla_policy import default_policy
from app.domain.team_calendar import Holiday
from app.domain.teams import Team
from app.services.catalog import load_catalog
from app.services.next_steps import renew_next_steps
from app.services.sla_settings import SURVEYS_SINCE, read_book
from app.storage import calendars, settings
from app.storage.database import Connection

FIRST_YEAR, LAST_YEAR = 2000, 2100
_KNOWS_STEPS = "0002"
_TICKETS_AT_ONCE = 500


@lru_cache(maxsize=1)
def seeded_holidays() -> tuple[Holiday, ...]:
    """Work out a hundred years of holidays: long before a lock is held, not while it is."""
    return tuple(holidays_of(range(FIRST_YEAR, LAST_YEAR + 1)))


def seed(connection: Connection, clock: Clock) -> None:
    """Put the shipped catalogue into an empty database, holidays materialised (SLA-11)."""
    catalog = load_catalog()
    holidays = seeded_holidays()
    digest = calendars.save_holidays(connection, holidays, "feriados nacionais e facultativos")
    for team in catalog.teams:
        plan = CalendarPlan(team.key, 1, team.calendar.versions)
        calendars.add_team(connection, Team(team.key, team.name, team.calendar))
        calendars.add_revision(
            connection,
            plan,
            holidays=digest,
            author="Bancada",
            reason="Calendário do guia de relacionamento",
            source="Guia de relacionamento, p. 26-27",
            created_at=to_epoch(clock.now()),
        )
    calendars.add_policy(connection, default_policy(catalog.targets))


def bring_forward(connection: Connection, version: str, clock: Clock) -> None:
    """Work out what a database of an older version could not hold.

    Since 0002 open tickets know when they have a step of their own to take (ACC-7); of what was
    closed before that nobody is asked an opinion (pitfall F03). Since 0007 they know what their
    deadline is worked out from (SLA-11).
    """
    if version < _KNOWS_STEPS:
        settings.put(connection, SURVEYS_SINCE, to_epoch(clock.now()))
    renew_next_steps(connection, read_book(connection))
