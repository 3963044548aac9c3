"""Calendars and policies: immutable revisions with their holidays materialised (SLA-11)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import ColumnElement, Connection, func, insert, select, true

from app.domain.calendar_plan import CalendarPlan
from app.domain.deadline import Target, TargetUnit
from app.domain.errors import NotFound
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy, SlaRules, Targets
from app.domain.team_calendar import CalendarRevision, Holiday, ListedHolidays
from app.domain.teams import Site, Team
from app.domain.ticket_events import FIRST_EDITION
from app.storage.calendar_bodies import read_holidays, read_plan, write_holidays, write_plan
from app.storage.tables import calendar_revision, holiday_set, sla_policy, team

_EDITS = 20_261_123
"""The lock under which a server saves one edit while nobody writes by the calendars before it."""


def save_holidays(connection: Connection, holidays: Sequence[Holiday], origin: str) -> str:
    """Keep a set of holidays once, and return the digest it is known by."""
    body = write_holidays(holidays)
    digest = hashlib.sha256(body.encode()).hexdigest()
    known = select(holiday_set.c.digest).where(holiday_set.c.digest == digest)
    if connection.execute(known).first() is None:
        row = {"digest": digest, "origin": origin, "body": body}
        connection.execute(insert(holiday_set), row)
    return digest


def add_team(connection: Connection, added: Team) -> None:
    """Add a team; its calendar is kept by ``add_revision``."""
    row = {
        "key": added.key,
        "name": added.name,
        "state": added.site.state,
        "city": added.site.city,
    }
    connection.execute(insert(team), row)


def add_revision(
    connection: Connection,
    plan: CalendarPlan,
    *,
    holidays: str,
    author: str,
    reason: str,
    created_at: int,
    source: str = "",
) -> int:
    """Keep a revision of a calendar over a set of holidays, with who made it, why, and from what.

    Returns the edition of the calendars that it begins (SLA-11).
    """
    row = {
        "calendar": plan.key,
        "number": plan.number,
        "body": write_plan(plan),
        "holidays": holidays,
        "author": author,
        "reason": reason,
        "created_at": created_at,
        "source": source,
    }
    added = insert(calendar_revision).values(row).returning(calendar_revision.c.id)
    return int(connection.execute(added).scalar_one())


def teams(connection: Connection) -> tuple[Team, ...]:
    """Return every team with the newest revision of its calendar, in the order of the guide."""
    query = select(team.c.key, team.c.name, team.c.state, team.c.city).order_by(team.c.id)
    calendars = _newest(connection)
    return tuple(
        Team(key, name, _calendar_of(calendars, key), Site(state, city))
        for key, name, state, city in connection.execute(query).all()
    )


def _calendar_of(calendars: Mapping[str, CalendarRevision], key: str) -> CalendarRevision:
    if key not in calendars:
        raise NotFound(f"calendário desconhecido {key!r}")
    return calendars[key]


def _newest(connection: Connection) -> dict[str, CalendarRevision]:
    """Return the newest revision of every calendar."""
    kept = calendar_revision.c
    newest = select(kept.calendar, func.max(kept.number).label("number")).group_by(kept.calendar)
    last = newest.subquery()
    query = select(kept.calendar, kept.number, kept.body, kept.holidays).join(
        last, (kept.calendar == last.c.calendar) & (kept.number == last.c.number)
    )
    rows = connection.execute(query).all()
    # Most teams share one set of holidays: two thousand days are read once, not eleven times.
    holidays = {digest: _holidays(connection, digest) for digest in {row.holidays for row in rows}}
    return {
        row.calendar: read_plan(
            row.calendar, row.number, row.body, holidays[row.holidays]
        ).revision()
        for row in rows
    }


def edition(connection: Connection) -> int:
    """Return the number under which the calendars stand as they are; the first until an edit."""
    kept = calendar_revision.c
    edited = select(func.max(kept.id)).where(kept.number > 1)
    return connection.execute(edited).scalar() or FIRST_EDITION


def edition_to_write_by(connection: Connection) -> int:
    """Return the edition, and let nobody save another until this transaction ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock_shared(_EDITS)))
    return edition(connection)


def edition_to_edit(connection: Connection) -> int:
    """Return the edition once nobody writes by it any more, nor can until this one ends."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_EDITS)))
    return edition(connection)


def revision_in(connection: Connection, key: str, edition: int) -> CalendarRevision:
    """Return a calendar as it stood in an edition; ``NotFound`` for an unknown key (SLA-11)."""
    kept = calendar_revision.c
    stood = (kept.id <= edition) | (kept.number == 1)
    return _plan(connection, key, stood).revision()


def plan_of(connection: Connection, key: str, number: int | None = None) -> CalendarPlan:
    """Return a calendar as it is edited: the newest revision, or one by its number."""
    is_meant = true() if number is None else calendar_revision.c.number == number
    return _plan(connection, key, is_meant)


def _plan(connection: Connection, key: str, is_meant: ColumnElement[bool]) -> CalendarPlan:
    kept = calendar_revision.c
    query = select(kept.number, kept.body, kept.holidays).where(kept.calendar == key, is_meant)
    row = connection.execute(query.order_by(kept.number.desc()).limit(1)).first()
    if row is None:
        raise NotFound(f"calendário desconhecido {key!r}")
    return read_plan(key, row.number, row.body, _holidays(connection, row.holidays))


def _holidays(connection: Connection, digest: str) -> ListedHolidays:
    query = select(holiday_set.c.body).where(holiday_set.c.digest == digest)
    return read_holidays(connection.execute(query).scalar_one())


@dataclass(frozen=True, slots=True)
class KeptRevision:
    """What is told of a revision besides what it says."""

    number: int
    created_at: int
    author: str
    reason: str
    source: str


def kept_revisions(connection: Connection, key: str) -> tuple[KeptRevision, ...]:
    """Return every revision of a calendar, the newest first."""
    kept = calendar_revision.c
    columns = (kept.number, kept.created_at, kept.author, kept.reason, kept.source)
    query = select(*columns).where(kept.calendar == key).order_by(kept.number.desc())
    return tuple(KeptRevision(*row) for row in connection.execute(query))


def reason_of(connection: Connection, key: str, number: int) -> str | None:
    """Return why a revision was made, and from what; none where there is no such revision."""
    kept = calendar_revision.c
    is_meant = (kept.calendar == key) & (kept.number == number)
    row = connection.execute(select(kept.reason, kept.source).where(is_meant)).first()
    if row is None:
        return None
    return f"{row.reason} ({row.source})" if row.source else str(row.reason)


def digest_of(connection: Connection, key: str, number: int) -> str:
    """Return the digest of the holidays under a revision."""
    kept = calendar_revision.c
    is_meant = (kept.calendar == key) & (kept.number == number)
    return str(connection.execute(select(kept.holidays).where(is_meant)).scalar_one())


def add_policy(connection: Connection, policy: SlaPolicy) -> None:
    """Keep a version of a policy."""
    connection.execute(
        insert(sla_policy),
        {
            "key": policy.key,
            "version": policy.version,
            "name": policy.name,
            "targets": json.dumps(
                {
                    severity.value: [_pack_target(t.support), _pack_target(t.maintenance)]
                    for severity, t in policy.targets.items()
                }
            ),
            "calendar": policy.calendar,
            "valid_from": policy.valid_from,
            "valid_until": policy.valid_until,
            "contract": policy.contract,
            "area": policy.area,
        },
    )


def _pack_target(target: Target) -> list[str]:
    return [target.unit.value, str(target.value)]


def _unpack_target(packed: list[str]) -> Target:
    unit, value = packed
    return Target(TargetUnit(unit), Fraction(value))


def rules(connection: Connection) -> SlaRules:
    """Return every policy of the desk."""
    return SlaRules(
        tuple(
            SlaPolicy(
                key=row.key,
                version=row.version,
                name=row.name,
                targets={
                    Severity(key): Targets(_unpack_target(support), _unpack_target(maintenance))
                    for key, (support, maintenance) in json.loads(row.targets).items()
                },
                calendar=row.calendar,
                valid_from=row.valid_from,
                valid_until=row.valid_until,
                contract=row.contract,
                area=row.area,
            )
            for row in connection.execute(select(sla_policy).order_by(sla_policy.c.id))
        )
    )
