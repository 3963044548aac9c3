"""What an act of the desk says to the client at once: an answer, a question, a solution."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.acting import Act, Acting
from app.services.notices import Notice
from app.services.sla_book import SlaBook


def notices_of(act: Act, acting: Acting, known: Sequence[Event]) -> list[Notice]:
    """Return what an act tells the client; most acts tell nothing."""
    payload = act.payload or {}
    text = act.text or ""
    if act.kind is EventKind.NOTE and payload.get("public") and payload.get("by") != "client":
        return [Notice("answered", act.at, text)]
    if act.kind is EventKind.PENDING_CLIENT:
        return [Notice("waiting", act.at, text)]
    if act.kind is EventKind.SOLUTION:
        acceptance = replay([*known, *acting.events]).acceptance
        limit = None if acceptance is None else acceptance.limit
        return [Notice("solution", act.at, text, limit=limit)]
    return []


def notice_of_opening(opening: Event, book: SlaBook) -> Notice:
    """Return what a client is told whose ticket was opened, its forecast included (SLA-2)."""
    history = replay([opening])
    sla = sla_of(history, book.rules, book.calendar_of)
    team = book.team(history.team).name
    return Notice("opened", opening.at, due=sla.due, team=team, severity=history.severity)
