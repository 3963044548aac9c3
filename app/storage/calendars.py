"""Calendars and policies: immutable revisions with their holidays materialised (SLA-11)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, func, insert, select

from app.domain.deadline import Target, TargetUnit
from app.domain.errors import NotFound
from app.domain.severity import Severity
from app.domain.sla_policy import SlaPolicy, SlaRules, Targets
from app.domain.team_calendar import (
    CalendarRevision,
    CalendarVersion,
    DayException,
    DaySource,
    Holiday,
    ListedHolidays,
    LocalRule,
    NationalRule,
    Window,
    revision_of,
)
from app.domain.teams import Site, Team
from app.domain.ticket_events import FIRST_EDITION
from app.storage.tables import calendar_revision, holiday_set, sla_policy, team

_EDITS = 20_261_123
"""The lock under which a server saves one edit while nobody writes by the calendars before it."""


def save_holidays(connection: Connection, holidays: Sequence[Holiday], origin: str) -> str:
    """Keep a set of holidays once, and return the digest it is known by."""
    body = json.dumps(
        [[h.date.isoformat(), h.name, h.source.value] for h in holidays], ensure_ascii=False
    )
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
    revision: CalendarRevision,
    *,
    holidays: str,
    author: str,
    reason: str,
    created_at: int,
) -> None:
    """Keep a revision of a calendar, with the digest of its holidays, who made it and why."""
    connection.execute(
        insert(calendar_revision),
        {
            "calendar": revision.key,
            "number": revision.number,
            "body": json.dumps(_body(revision), ensure_ascii=False),
            "holidays": holidays,
            "author": author,
            "reason": reason,
            "created_at": created_at,
        },
    )


def _body(revision: CalendarRevision) -> dict[str, Any]:
    return {
        "versions": [
            {
                "first_valid": version.first_valid.isoformat(),
                "week": [[_pack(window) for window in day] for day in version.week],
                "counts_plantao": version.counts_plantao,
                "national": version.national.value,
                "local": version.local.value,
            }
            for version in revision.versions
        ],
        "exceptions": [
            {
                "date": exception.date.isoformat(),
                "name": exception.name,
                "windows": [_pack(window) for window in exception.windows],
            }
            for exception in revision.exceptions.values()
        ],
    }


def _pack(window: Window) -> list[int]:
    return [window.start, window.end, int(window.plantao)]


def _unpack(window: list[int]) -> Window:
    start, end, plantao = window
    return Window(start, end, bool(plantao))


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
        row.calendar: _revision(
            row.calendar, row.number, json.loads(row.body), holidays[row.holidays]
        )
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
    stood = (kept.calendar == key) & ((kept.id <= edition) | (kept.number == 1))
    query = select(kept.number, kept.body, kept.holidays).where(stood)
    row = connection.execute(query.order_by(kept.number.desc()).limit(1)).first()
    if row is None:
        raise NotFound(f"calendário desconhecido {key!r}")
    holidays = _holidays(connection, row.holidays)
    return _revision(key, row.number, json.loads(row.body), holidays)


def _holidays(connection: Connection, digest: str) -> ListedHolidays:
    query = select(holiday_set.c.body).where(holiday_set.c.digest == digest)
    return _listed(connection.execute(query).scalar_one())


@lru_cache(maxsize=8)
def _listed(body: str) -> ListedHolidays:
    """Read a stored set of holidays, once for all who read the same one again."""
    return ListedHolidays(
        Holiday(date.fromisoformat(day), name, DaySource(source))
        for day, name, source in json.loads(body)
    )


def _revision(
    key: str, number: int, body: dict[str, Any], holidays: ListedHolidays
) -> CalendarRevision:
    return revision_of(
        key,
        [
            CalendarVersion(
                first_valid=date.fromisoformat(version["first_valid"]),
                week=tuple(tuple(_unpack(w) for w in day) for day in version["week"]),
                counts_plantao=version["counts_plantao"],
                national=NationalRule(version["national"]),
                local=LocalRule(version["local"]),
            )
            for version in body["versions"]
        ],
        number=number,
        holidays=holidays,
        exceptions=[
            DayException(
                date.fromisoformat(exception["date"]),
                tuple(_unpack(window) for window in exception["windows"]),
                exception["name"],
            )
            for exception in body["exceptions"]
        ],
    )


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
