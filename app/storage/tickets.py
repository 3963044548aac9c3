"""Tickets: numbers, the projection of their histories, and finding them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select, text, update

from app.domain.errors import NotFound
from app.domain.projection import Projection
from app.domain.teams import OMBUDSMAN
from app.storage import search
from app.storage.bulk import insert_rows
from app.storage.codes import SEVERITY_CODES, STAGE_CODES, STATUS_CODES
from app.storage.events import Head, number_text
from app.storage.names import place_name
from app.storage.open_clocks import pack_pauses
from app.storage.tables import (
    client,
    contact,
    counter,
    product,
    team,
    ticket,
    ticket_text,
)

_CHUNK = 500
_NUMBERS = "ticket"
_BEGIN_AT_ZERO = "INSERT INTO counter (name, value) VALUES (:name, 0) ON CONFLICT DO NOTHING"
"""Two desks may take their very first numbers at once: the second waits for the first."""


@dataclass(frozen=True, slots=True)
class NewTicket:
    """What a ticket has besides its history: references and texts (rulebook §9)."""

    number: int
    client: int | None
    product: int | None
    summary: str
    description: str = ""
    contact: int | None = None
    source: int | None = None
    source_key: str | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A ticket as a writer finds it: version and the head of its chain."""

    number: int
    version: int
    head: Head


@dataclass(frozen=True, slots=True)
class TicketCard:
    """The facts of a ticket that its history refers to by number only."""

    number: int
    version: int
    source_key: str | None
    client: str | None
    client_place: str
    contact: str | None
    contact_email: str | None
    contact_phone: str | None
    product: str | None
    summary: str
    description: str


def take_numbers(connection: Connection, count: int) -> range:
    """Take the next numbers: sequential, unique, never reused (TKT-1)."""
    statement = (
        update(counter)
        .where(counter.c.name == _NUMBERS)
        .values(value=counter.c.value + count)
        .returning(counter.c.value)
    )
    taken = connection.execute(statement).scalar()
    if taken is None:
        connection.execute(text(_BEGIN_AT_ZERO), {"name": _NUMBERS})
        taken = connection.execute(statement).scalar_one()
    return range(taken - count + 1, taken + 1)


def team_numbers(connection: Connection) -> dict[str, int]:
    """Return the number of each team's key."""
    return dict(connection.execute(select(team.c.key, team.c.id)).all())


def add(
    connection: Connection,
    added: Sequence[tuple[NewTicket, Projection, Head]],
    client_names: Mapping[int, str],
) -> None:
    """Add tickets whose events were appended, with their texts and their words."""
    teams = team_numbers(connection)
    rows = [
        {
            "id": new.number,
            "version": head.seq,
            "source_id": new.source,
            "source_key": new.source_key,
            "client_id": new.client,
            "contact_id": new.contact,
            "product_id": new.product,
            **_columns(projection, head, teams),
        }
        for new, projection, head in added
    ]
    insert_rows(connection, ticket, tuple(rows[0]), (tuple(row.values()) for row in rows))
    insert_rows(
        connection,
        ticket_text,
        ("ticket_id", "summary", "description"),
        ((new.number, new.summary, new.description) for new, _projection, _head in added),
    )
    search.add(
        connection,
        [
            (
                new.number,
                search_words(
                    new.number,
                    new.source_key,
                    client_names.get(new.client or 0),
                    new.summary,
                    new.description,
                ),
                projection.place is not None,
            )
            for new, projection, _head in added
            if projection.team != OMBUDSMAN
        ],
    )


def search_words(
    number: int, source_key: str | None, client_name: str | None, summary: str, description: str
) -> str:
    """Return the text by whose words a ticket is found."""
    known = (number_text(number), str(number), source_key, client_name, summary, description)
    return " ".join(part for part in known if part)


def index_anew(connection: Connection, client_number: int) -> None:
    """Let the tickets of a client be found by its new name."""
    mine = select(ticket.c.id, ticket.c.queue_group).where(ticket.c.client_id == client_number)
    for number, group in connection.execute(mine).all():
        card = card_of(connection, number)
        words = search_words(number, card.source_key, card.client, card.summary, card.description)
        search.replace(connection, number, words, is_open=group is not None)


def rewrite(connection: Connection, changed: Sequence[tuple[int, Projection, Head]]) -> None:
    """Write the projections of tickets whose histories grew, and move their versions on.

    A version is the sequence of the last act, so that a stale save can be told what it missed.
    """
    if not changed:
        return
    teams = team_numbers(connection)
    _follow_team_of_ombudsman(connection, changed, teams[OMBUDSMAN])
    rewrite_rows(connection, changed)
    _keep_open_words(connection, changed)


def rewrite_rows(connection: Connection, changed: Sequence[tuple[int, Projection, Head]]) -> None:
    """Write projections of tickets of which neither team nor being open changed: no word does."""
    teams = team_numbers(connection)
    values = [
        {"number": number, **_columns(projection, head, teams)}
        for number, projection, head in changed
    ]
    names = [name for name in values[0] if name != "number"]
    statement = (
        update(ticket)
        .where(ticket.c.id == bindparam("number"))
        .values(version=bindparam("head_seq"), **{name: bindparam(name) for name in names})
    )
    connection.execute(statement, values)


def _follow_team_of_ombudsman(
    connection: Connection, changed: Sequence[tuple[int, Projection, Head]], team_number: int
) -> None:
    """Take out of the index what comes to Ouvidoria, and put back what leaves it (OUV-2)."""
    hidden = [number for number, p, _head in changed if p.team == OMBUDSMAN]
    search.remove(connection, hidden)
    others = {number: p for number, p, _head in changed if p.team != OMBUDSMAN}
    was_there = select(ticket.c.id).where(ticket.c.team_id == team_number)
    numbers = sorted(others)
    for start in range(0, len(numbers), _CHUNK):
        chosen = ticket.c.id.in_(numbers[start : start + _CHUNK])
        for number in list(connection.scalars(was_there.where(chosen))):
            card = card_of(connection, number)
            words = search_words(
                number, card.source_key, card.client, card.summary, card.description
            )
            search.add(connection, [(number, words, False)])  # open ones are put in afterwards


def _keep_open_words(
    connection: Connection, changed: Sequence[tuple[int, Projection, Head]]
) -> None:
    """Keep the index of open tickets to those that are open."""
    numbers = [{"number": number} for number, _projection, _head in changed]
    opened = [{"number": number} for number, p, _head in changed if p.place is not None]
    connection.execute(text(f"DELETE FROM {search.OPEN} WHERE rowid = :number"), numbers)
    if opened:
        connection.execute(
            text(
                f"INSERT INTO {search.OPEN} (rowid, words) "
                f"SELECT rowid, words FROM {search.ALL} WHERE rowid = :number"
            ),
            opened,
        )


def _columns(projection: Projection, head: Head, teams: Mapping[str, int]) -> dict[str, Any]:
    p, place, outcome, survey = projection, projection.place, projection.outcome, projection.survey
    return {
        "team_id": teams[p.team],
        "assignee_id": p.assignee,
        "severity": None if p.severity is None else SEVERITY_CODES[p.severity],
        "status": STATUS_CODES[p.status],
        "status_name": p.status_name,
        "contract": p.contract,
        "opened_at": p.opened_at,
        "status_since": p.status_since,
        "last_event_at": p.last_event_at,
        "solved_at": p.solved_at,
        "closed_at": p.closed_at,
        "closing": None if p.closing is None else p.closing.value,
        "due_at": p.due_at,
        "acceptance_limit": p.acceptance_limit,
        "calendar": p.calendar,
        "budget_seconds": p.budget_seconds,
        "remaining_seconds": p.remaining_seconds,
        "queue_group": None if place is None else int(place.group),
        "queue_at": None if place is None else place.instant,
        "severity_rank": None if place is None else place.severity_rank,
        "head_seq": head.seq,
        "head_hash": head.hash,
        "outcome_breached": None if outcome is None else outcome.breached,
        "outcome_ever_late": None if outcome is None else outcome.ever_late,
        "outcome_overrun_seconds": None if outcome is None else outcome.overrun_seconds,
        "outcome_policy": None if outcome is None else outcome.policy,
        "outcome_revision": None if outcome is None else outcome.calendar_revision,
        "next_step_at": p.next_step_at,
        "stage": STAGE_CODES[p.stage],
        "pauses": pack_pauses(p),
        "is_agreed": p.is_agreed,
        "survey_sent_at": None if survey is None else survey.sent_at,
        "survey_until": None if survey is None else survey.until,
        "survey_score": None if survey is None else survey.score,
    }


def standing_to_write(connection: Connection, number: int) -> Standing:
    """Return a ticket's version and head, and let no other desk act on it until this one has.

    Raises ``NotFound`` for a number never given.
    """
    query = select(ticket.c.version, ticket.c.head_seq, ticket.c.head_hash).with_for_update()
    row = connection.execute(query.where(ticket.c.id == number)).first()
    if row is None:
        raise NotFound(f"não há chamado {number_text(number)}")
    return Standing(number, row.version, Head(row.head_seq, bytes(row.head_hash)))


def standings_of(connection: Connection, numbers: Sequence[int]) -> dict[int, Standing]:
    """Return versions and heads of some tickets, for who holds off every other writer."""
    found: dict[int, Standing] = {}
    columns = (ticket.c.id, ticket.c.version, ticket.c.head_seq, ticket.c.head_hash)
    for start in range(0, len(numbers), _CHUNK):
        chosen = ticket.c.id.in_(list(numbers[start : start + _CHUNK]))
        for row in connection.execute(select(*columns).where(chosen)):
            found[row.id] = Standing(row.id, row.version, Head(row.head_seq, bytes(row.head_hash)))
    return found


def card_of(connection: Connection, number: int) -> TicketCard:
    """Return what a ticket's history refers to; ``NotFound`` for a number never given."""
    query = (
        select(
            ticket.c.version,
            ticket.c.source_key,
            client.c.name.label("client"),
            client.c.city,
            client.c.state,
            contact.c.name.label("contact"),
            contact.c.email,
            contact.c.phone,
            product.c.name.label("product"),
            ticket_text.c.summary,
            ticket_text.c.description,
        )
        .select_from(ticket)
        .join(ticket_text, ticket_text.c.ticket_id == ticket.c.id)
        .outerjoin(client, client.c.id == ticket.c.client_id)
        .outerjoin(contact, contact.c.id == ticket.c.contact_id)
        .outerjoin(product, product.c.id == ticket.c.product_id)
        .where(ticket.c.id == number)
    )
    row = connection.execute(query).first()
    if row is None:
        raise NotFound(f"não há chamado {number_text(number)}")
    return TicketCard(
        number=number,
        version=row.version,
        source_key=row.source_key,
        client=row.client,
        client_place=place_name(row.city, row.state),
        contact=row.contact,
        contact_email=row.email,
        contact_phone=row.phone,
        product=row.product,
        summary=row.summary,
        description=row.description,
    )


def summaries_of(connection: Connection, numbers: Iterable[int]) -> dict[int, str]:
    """Return what some tickets are about."""
    wanted, found = sorted(numbers), dict[int, str]()
    for start in range(0, len(wanted), _CHUNK):
        chosen = ticket_text.c.ticket_id.in_(wanted[start : start + _CHUNK])
        found |= dict(
            connection.execute(
                select(ticket_text.c.ticket_id, ticket_text.c.summary).where(chosen)
            ).all()
        )
    return found


def closed_at(connection: Connection, number: int) -> int | None:
    """Return when a ticket was closed; none while it is open."""
    return connection.execute(select(ticket.c.closed_at).where(ticket.c.id == number)).scalar()


def count_open(connection: Connection, numbers: Sequence[int]) -> int:
    """Return how many of some tickets are open."""
    count = 0
    for start in range(0, len(numbers), _CHUNK):
        chosen = ticket.c.id.in_(list(numbers[start : start + _CHUNK]))
        is_open = ticket.c.queue_group.is_not(None)
        count += len(connection.execute(select(ticket.c.id).where(chosen, is_open)).all())
    return count


def all_numbers(connection: Connection) -> list[int]:
    """Return every ticket's number."""
    return list(connection.scalars(select(ticket.c.id).order_by(ticket.c.id)))


def differing_columns(connection: Connection, number: int, projection: Projection) -> list[str]:
    """Return the columns in which a stored ticket is not what its history comes to."""
    expected = _columns(projection, Head(), team_numbers(connection))
    for name in ("head_seq", "head_hash"):  # these the chain itself is held against
        del expected[name]
    columns = [ticket.c[name] for name in expected]
    row = connection.execute(select(*columns).where(ticket.c.id == number)).one()
    return [name for name, stored in zip(expected, row, strict=True) if stored != expected[name]]


def due_for_a_step(connection: Connection, now: int, after: int, limit: int) -> list[int]:
    """Return the next tickets after a number that have a step of their own to take (ACC-7)."""
    is_due = (ticket.c.next_step_at <= now) & (ticket.c.id > after)
    query = select(ticket.c.id).where(is_due).order_by(ticket.c.id).limit(limit)
    return list(connection.scalars(query))


def last_closed(connection: Connection, calendar: str) -> int | None:
    """Return when a ticket counted by a calendar was closed last; none where none was."""
    closed = (ticket.c.calendar == calendar) & ticket.c.closed_at.is_not(None)
    query = select(ticket.c.closed_at).where(closed).order_by(ticket.c.closed_at.desc()).limit(1)
    return connection.execute(query).scalar()


def open_numbers(connection: Connection) -> list[int]:
    """Return the number of every open ticket."""
    query = select(ticket.c.id).where(ticket.c.queue_group.is_not(None))
    return list(connection.scalars(query.order_by(ticket.c.id)))
