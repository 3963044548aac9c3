"""Entries, consultings and events for the tests of consulting and billing."""

from __future__ import annotations

from app.domain.consulting import Cause, Consulting, ConsultingKind, Decision, LetterApproval
from app.domain.queue_view import Reference
from app.domain.ticket_events import Channel, Event, EventKind
from app.domain.time_entries import Activity, EntryOrigin, Span, TimeEntry, TimeKind, Voiding
from tests.desks import at

ANA = Reference(1, "Ana Areia")
APPROVED = LetterApproval(at("2026-03-02 08:00"), 7, "phone", "gravação 12")


def span(start: str, end: str) -> Span:
    """Return a stretch between two wall times of Brasília."""
    return Span(at(start), at(end))


def an_entry(  # an entry has this many sides
    number: int,
    start: str,
    end: str,
    *,
    ticket: int = 42,
    kind: TimeKind = TimeKind.CLIENT,
    origin: EntryOrigin = EntryOrigin.TYPED,
    voided: bool = False,
) -> TimeEntry:
    """Return minutes of Ana on a ticket."""
    voiding = Voiding("Ana Areia", at(end), "digitado duas vezes") if voided else None
    stretch = span(start, end)
    return TimeEntry(
        number, ticket, ANA, Activity.ANALYSIS, kind, stretch, origin=origin, voided=voiding
    )


def a_consulting(
    kind: ConsultingKind = ConsultingKind.INVESTIGATIVE,
    *,
    is_approved: bool = True,
    cause: Cause | None = Cause.OTHER,
) -> Consulting:
    """Return a consulting that begins on 2 March 2026."""
    since = at("2026-03-02 08:00")
    decision = None if cause is None else Decision(cause, at("2026-03-31 17:00"), 1, 9)
    approval = APPROVED if is_approved and kind.needs_letter else None
    return Consulting(kind, since, approval=approval, decision=decision)


def an_event(
    seq: int, kind: EventKind, wall: str, channel: Channel = Channel.DESK, /, **payload: object
) -> Event:
    """Return an event of a ticket."""
    instant = at(wall)
    return Event(seq, kind, instant, instant, 1, "mesa", channel, payload)
