"""Automatic closings that a client's act of an earlier instant has annulled (ACC-7b)."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.ticket_events import Event, EventKind


def without_annulled(events: Iterable[Event]) -> list[Event]:
    """Return each event once, without closings that were annulled by name and what annulled them.

    Such a closing never closed the ticket: an act that lay before it goes on undisturbed.
    """
    by_seq = {event.seq: event for event in events}
    for annulment in [*by_seq.values()]:
        annulled = annulment.payload.get("annuls")
        if annulment.kind is not EventKind.CLOSING_ANNULLED or not isinstance(annulled, int):
            continue
        closing = by_seq.get(annulled)
        if closing is not None and closing.kind is EventKind.CLOSED:
            del by_seq[annulled], by_seq[annulment.seq]
    return [*by_seq.values()]
