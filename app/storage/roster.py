"""The duty roster and absences; nothing of them is taken away, it ends (CAL-7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, insert, select, true, update

from app.domain.queue_view import Reference
from app.domain.roster import Absence, Assignment, Duty
from app.storage.duty_tables import absence, duty, duty_swap
from app.storage.tables import person, team


@dataclass(frozen=True, slots=True)
class Written:
    """Who writes, and when (epoch seconds)."""

    author: str
    at: int


def duties(
    connection: Connection, first: date, last: date, team_key: str | None = None
) -> tuple[Duty, ...]:
    """Return the duties that stand in a span of days, of a team or of all, in order."""
    of_team = true() if team_key is None else team.c.key == team_key
    stands = duty.c.ended_at.is_(None) & duty.c.day.between(first, last)
    return _duties(connection, stands & of_team)


def persons_duties(
    connection: Connection, who: int, first: date, last: date
) -> tuple[tuple[Duty, ...], tuple[Duty, ...]]:
    """Return somebody's duties in a span of days: those that stand, and those that ended."""
    mine = (duty.c.person_id == who) & duty.c.day.between(first, last)
    return (
        _duties(connection, mine & duty.c.ended_at.is_(None)),
        _duties(connection, mine & duty.c.ended_at.is_not(None)),
    )


def duty_of(connection: Connection, number: int) -> Duty | None:
    """Return a duty that stands, by its number."""
    return next(iter(_duties(connection, (duty.c.id == number) & duty.c.ended_at.is_(None))), None)


def _duties(connection: Connection, chosen: ColumnElement[bool]) -> tuple[Duty, ...]:
    query = (
        select(
            duty.c.id,
            team.c.key,
            duty.c.day,
            duty.c.start,
            duty.c.end,
            duty.c.person_id,
            person.c.name,
            duty_swap.c.words,
        )
        .join(team, team.c.id == duty.c.team_id)
        .join(person, person.c.id == duty.c.person_id)
        .outerjoin(duty_swap, duty_swap.c.id == duty.c.swap_id)
        .where(chosen)
        .order_by(duty.c.day, duty.c.start, duty.c.id)
    )
    return tuple(
        Duty(number, key, day, start, end, Reference(who, name), words or "")
        for number, key, day, start, end, who, name, words in connection.execute(query)
    )


def add_duties(
    connection: Connection,
    team_key: str,
    added: Iterable[Assignment],
    written: Written,
    swap: int | None = None,
) -> None:
    """Put people on duty."""
    of_team = select(team.c.id).where(team.c.key == team_key)
    team_number = connection.execute(of_team).scalar_one()
    rows = [
        {
            "team_id": team_number,
            "day": new.day,
            "start": new.start,
            "end": new.end,
            "person_id": new.person,
            "author": written.author,
            "recorded_at": written.at,
            "swap_id": swap,
        }
        for new in added
    ]
    if rows:
        connection.execute(insert(duty), rows)


def end_duties(connection: Connection, numbers: Iterable[int], written: Written) -> None:
    """Let duties end; they stay to be read."""
    chosen = duty.c.id.in_(list(numbers)) & duty.c.ended_at.is_(None)
    ended = {"ended_at": written.at, "ended_by": written.author}
    connection.execute(update(duty).where(chosen).values(ended))


def add_swap(
    connection: Connection, agreed_by: int, agreed_at: int, words: str, written: Written
) -> int:
    """Keep who agreed to a swap, when and how; returns its number."""
    row = {
        "author": written.author,
        "recorded_at": written.at,
        "agreed_by": agreed_by,
        "agreed_at": agreed_at,
        "words": words,
    }
    added = insert(duty_swap).values(row).returning(duty_swap.c.id)
    return int(connection.execute(added).scalar_one())


def absences(connection: Connection, first: date, last: date) -> tuple[Absence, ...]:
    """Return the absences that touch a span of days, in order."""
    columns = (absence.c.id, absence.c.person_id, person.c.name, absence.c.first, absence.c.last)
    touches = (absence.c.first <= last) & (absence.c.last >= first)
    query = (
        select(*columns, absence.c.reason)
        .join(person, person.c.id == absence.c.person_id)
        .where(absence.c.ended_at.is_(None), touches)
        .order_by(absence.c.first, absence.c.id)
    )
    return tuple(
        Absence(number, Reference(who, name), begins, ends, reason)
        for number, who, name, begins, ends, reason in connection.execute(query)
    )


def add_absence(  # what an absence is made of
    connection: Connection, who: int, first: date, last: date, reason: str, written: Written
) -> None:
    """Take note that somebody is away."""
    row = {
        "person_id": who,
        "first": first,
        "last": last,
        "reason": reason,
        "author": written.author,
        "recorded_at": written.at,
    }
    connection.execute(insert(absence), row)


def end_absence(connection: Connection, number: int, written: Written) -> None:
    """Take back an absence; it stays to be read."""
    ended = {"ended_at": written.at, "ended_by": written.author}
    connection.execute(update(absence).where(absence.c.id == number).values(ended))
