"""Minutes as the histories of their tickets tell them (CON-4)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, insert, select, update

from app.domain.queue_view import Reference
from app.domain.time_entries import Activity, EntryOrigin, Span, TimeEntry, TimeKind, Voiding
from app.storage.consulting_tables import billed_part, document, time_entry
from app.storage.tables import event, event_text, person, ticket

_CHUNK = 500
_kept = time_entry.c


@dataclass(frozen=True, slots=True)
class NewEntry:
    """Minutes about to be kept; ``source_row`` names the imported line they came from."""

    ticket: int
    person: int
    activity: Activity
    kind: TimeKind
    span: Span
    origin: EntryOrigin
    source_row: str | None = None


def lock_person(connection: Connection, number: int) -> None:
    """Let nobody else log time or run a timer for somebody meanwhile; SQLite has one writer."""
    query = select(person.c.id).where(person.c.id == number).with_for_update()
    connection.execute(query)


def add(connection: Connection, new: NewEntry) -> int:
    """Keep an entry; its event is named afterwards, for the event names the entry."""
    row = {
        "ticket_id": new.ticket,
        "person_id": new.person,
        "activity": new.activity.value,
        "kind": new.kind.value,
        "start_at": new.span.start,
        "end_at": new.span.end,
        "origin": new.origin.value,
        "seq": 0,
        "source_row": new.source_row,
    }
    added = insert(time_entry).values(row).returning(_kept.id)
    return int(connection.execute(added).scalar_one())


def tell_event(connection: Connection, number: int, seq: int) -> None:
    """Name the event whose text describes an entry."""
    connection.execute(update(time_entry).where(_kept.id == number).values(seq=seq))


def correct(
    connection: Connection, number: int, activity: Activity, kind: TimeKind, span: Span
) -> None:
    """Write what an entry is after a correction; what it was stays in the history."""
    changed = {
        "activity": activity.value,
        "kind": kind.value,
        "start_at": span.start,
        "end_at": span.end,
    }
    connection.execute(update(time_entry).where(_kept.id == number).values(changed))


def void(connection: Connection, number: int, voiding: Voiding) -> None:
    """Take an entry back; it stays to be read (pitfall E05)."""
    values = {"voided_at": voiding.at, "voided_by": voiding.by, "void_reason": voiding.reason}
    connection.execute(update(time_entry).where(_kept.id == number).values(values))


def entry_of(connection: Connection, number: int) -> TimeEntry | None:
    """Return an entry by its number."""
    return next(iter(_entries(connection, _kept.id == number)), None)


def of_ticket(connection: Connection, number: int) -> tuple[TimeEntry, ...]:
    """Return the minutes of a ticket, voided ones too, in order."""
    return _entries(connection, _kept.ticket_id == number)


def of_person(connection: Connection, number: int, span: Span) -> tuple[TimeEntry, ...]:
    """Return somebody's minutes that touch a span of time, voided ones too, in order."""
    touches = (_kept.start_at <= span.end) & (_kept.end_at >= span.start)
    return _entries(connection, (_kept.person_id == number) & touches)


def begun_in(connection: Connection, span: Span) -> tuple[TimeEntry, ...]:
    """Return everybody's live minutes begun in a span of time, in order."""
    begins = (_kept.start_at >= span.start) & (_kept.start_at < span.end)
    return _entries(connection, begins & _kept.voided_at.is_(None))


def unbilled(connection: Connection, client: int, before: int) -> tuple[TimeEntry, ...]:
    """Return a client's live minutes begun before an instant that are not wholly billed yet."""
    of_client = _kept.ticket_id.in_(select(ticket.c.id).where(ticket.c.client_id == client))
    is_live = _kept.voided_at.is_(None) & (_kept.start_at < before)
    found = _entries(connection, of_client & is_live)
    billed = billed_spans(connection, [entry.id for entry in found])
    return tuple(
        entry
        for entry in found
        if sum(span.seconds for span in billed.get(entry.id, ())) < entry.span.seconds
        or (entry.span.seconds == 0 and entry.id not in billed)
    )


def billed_spans(connection: Connection, numbers: Iterable[int]) -> dict[int, list[Span]]:
    """Return what issued statements fixed of entries already, in order."""
    wanted, found = sorted(numbers), dict[int, list[Span]]()
    part = billed_part.c
    for start in range(0, len(wanted), _CHUNK):
        chosen = part.entry_id.in_(wanted[start : start + _CHUNK])
        query = select(part.entry_id, part.start_at, part.end_at).where(chosen)
        for entry, begin, end in connection.execute(query.order_by(part.start_at)):
            found.setdefault(entry, []).append(Span(begin, end))
    return found


def clients_with_minutes(connection: Connection, before: int) -> tuple[int, ...]:
    """Return the clients that have live minutes begun before an instant."""
    query = (
        select(ticket.c.client_id)
        .join(time_entry, _kept.ticket_id == ticket.c.id)
        .where(_kept.voided_at.is_(None), _kept.start_at < before, ticket.c.client_id.is_not(None))
        .distinct()
    )
    return tuple(sorted(connection.scalars(query)))


def known_rows(connection: Connection, rows: Iterable[str]) -> set[str]:
    """Return which imported lines are kept already."""
    wanted, found = sorted(rows), set[str]()
    for start in range(0, len(wanted), _CHUNK):
        chosen = _kept.source_row.in_(wanted[start : start + _CHUNK])
        found.update(connection.scalars(select(_kept.source_row).where(chosen)))
    return found


def _entries(connection: Connection, chosen: ColumnElement[bool]) -> tuple[TimeEntry, ...]:
    first = (
        select(billed_part.c.entry_id, document.c.number)
        .join(document, document.c.id == billed_part.c.document_id)
        .distinct()
        .subquery()
    )
    query = (
        select(time_entry, person.c.name, event_text.c.body, first.c.number.label("statement"))
        .join(person, person.c.id == _kept.person_id)
        .outerjoin(event, (event.c.ticket_id == _kept.ticket_id) & (event.c.seq == _kept.seq))
        .outerjoin(event_text, event_text.c.event_id == event.c.id)
        .outerjoin(first, first.c.entry_id == _kept.id)
        .where(chosen)
        .order_by(_kept.start_at, _kept.id, first.c.number)
    )
    entries: dict[int, TimeEntry] = {}
    for row in connection.execute(query):
        voided = None
        if row.voided_at is not None:
            voided = Voiding(row.voided_by, row.voided_at, row.void_reason)
        entry = TimeEntry(
            row.id,
            row.ticket_id,
            Reference(row.person_id, row.name),
            Activity(row.activity),
            TimeKind(row.kind),
            Span(row.start_at, row.end_at),
            row.body or "",
            EntryOrigin(row.origin),
            voided,
            row.statement,
        )
        entries.setdefault(row.id, entry)  # one over the end of a month is on two statements
    return tuple(entries.values())
