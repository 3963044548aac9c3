"""One act, one transaction: events, projection, messages, change log (ACC-9)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.changes import Changes, tickets_changed
from app.domain.clock import to_epoch
from app.domain.errors import BancadaError, RuleRefusal
from app.domain.roles import Right, may
from app.domain.teams import OMBUDSMAN
from app.domain.ticket_events import EDITION, FIRST_EDITION, NOTICES, Event, EventKind
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.act_notices import notices_of
from app.services.acting import Act, act_on
from app.services.consulting_gates import keep_consulting, refuse_consulting_act
from app.services.desk import Desk
from app.services.notices import queue_notices
from app.services.sla_book import SlaBook
from app.services.ticket_writing import Addition, write_more
from app.storage import change_log, desk_people, events, names, ticket_teams, tickets
from app.storage.database import Connection

_GIVES = frozenset({EventKind.ASSIGNED, EventKind.OWNER_SET})
_NOTICES = NOTICES | {EventKind.SURVEY_SENT}
"""Sent by the ticket itself: whoever acts meanwhile has missed nothing."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as it is read: who by name, and its text where it has one."""

    event: Event
    actor: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act came to, and what others had done meanwhile, in words."""

    number: int
    seq: int
    changes: Changes
    meanwhile: tuple[EventLine, ...] = ()


class StaleAct(BancadaError):
    """Somebody else acted on the ticket first; ``meanwhile`` says what they did."""

    def __init__(self, number: int, meanwhile: tuple[EventLine, ...]) -> None:
        """Keep what changed since the person looked."""
        super().__init__(
            f"o chamado {events.number_text(number)} mudou enquanto você o lia; "
            "confira o que mudou e repita o ato"
        )
        self.number = number
        self.meanwhile = meanwhile


def record(
    connection: Connection, desk: Desk, number: int, act: Act, *, of_opening: bool = False
) -> Recorded:
    """Record an act in the transaction of a connection.

    ``of_opening`` is what belongs to an opening: whoever may tell Ouvidoria something may bring
    the proof along (OUV-1), and sees nothing of it afterwards.

    Raises the refusal of the rule that forbids it, and ``StaleAct`` when the ticket changed under
    the person and the act is more than a note (pitfall G01).
    """
    now = to_epoch(desk.clock.now())
    if act.at > now:
        raise RuleRefusal("ACC-9", "o ato está no futuro; confira o horário")
    book = desk.book_in(connection)
    standing = tickets.standing_to_write(connection, number)
    if not of_opening and ticket_teams.team_of(connection, number) == OMBUDSMAN:
        desk.require(Right.OMBUDSMAN)
        _refuse_owner(connection, act)
    known = events.history_of(connection, number)
    meanwhile: tuple[EventLine, ...] = ()
    if act.version is not None and act.version != standing.version:
        others = [event for event in known if _is_anothers(event, act, desk.name)]
        meanwhile = _read(connection, number, others)
        if meanwhile and act.takes_back:
            done_since = f"o chamado {events.number_text(number)} já teve outro ato depois"
            raise RuleRefusal("ACC-9", f"{done_since}; não dá mais para desfazer")
        if meanwhile and act.kind is not EventKind.NOTE:
            raise StaleAct(number, meanwhile)
    _refuse_what_is_so(known, act, desk)
    refuse_consulting_act(connection, number, known, act)
    acting = act_on(known, act, book, now=now, desk=desk.name)
    seq = acting.events[-1].seq
    acting.events += _calendar_since(known, acting.events, book, now)
    added = Addition(standing, tuple(acting.events), (), acting.texts)
    write_more(connection, book, [added])
    keep_consulting(connection, desk, number, [*known, *acting.events], act)
    notices = [*acting.automatic.notices, *notices_of(act, acting, known)]
    queue_notices(connection, number, notices, now)
    changes = tickets_changed(number)
    change_log.record(connection, changes, now)
    return Recorded(number, seq, changes, meanwhile)


_BRINGS_BACK = frozenset({EventKind.UNMERGED, EventKind.CLOSING_ANNULLED})


def _calendar_since(
    known: Sequence[Event], added: Sequence[Event], book: SlaBook, now: int
) -> list[Event]:
    """Return the change of calendar that a closed ticket missed and one brought back finds (SLA-2).

    Without it the ticket would have been measured by the new calendar all along (SLA-11).
    """
    if book.edition == FIRST_EDITION or all(act.kind not in _BRINGS_BACK for act in added):
        return []
    closed = sla_of(replay(known), book.rules, book.calendar_of)
    deadline, until = closed.current.deadline, closed.current.terms.edition
    if deadline is None or until is None:
        return []
    revision = deadline.time.revision
    newest = book.calendar_of(revision.key).revision.number
    if newest == revision.number:
        return []
    last = added[-1]
    payload = {EDITION: until, "calendar": revision.key, "revision": newest}
    kind = EventKind.CALENDAR_CHANGED
    return [replace(last, seq=last.seq + 1, kind=kind, at=now, recorded_at=now, payload=payload)]


def _refuse_owner(connection: Connection, act: Act) -> None:
    """Refuse to give a ticket of Ouvidoria to somebody who may not read it (OUV-2)."""
    owner = (act.payload or {}).get("assignee")
    if act.kind not in _GIVES or owner is None or not desk_people.has_administrator(connection):
        return
    person = desk_people.person_of(connection, owner)
    if person is not None and not may(person.role, Right.OMBUDSMAN):
        raise RuleRefusal("OUV-2", "assignee: só um ouvidor cuida dos chamados da Ouvidoria")


def _refuse_what_is_so(known: Sequence[Event], act: Act, desk: Desk) -> None:
    """Refuse a team, severity or owner the ticket has already: nothing would have happened."""
    if act.kind not in (EventKind.TRANSFERRED, EventKind.RECLASSIFIED, EventKind.OWNER_SET):
        return
    history, payload = replay(known), act.payload or {}
    if act.kind is EventKind.TRANSFERRED:
        desk.book.team(payload.get("team", ""))
        if payload.get("team") == history.team:
            raise RuleRefusal("TKT-3", "team: o chamado já está com esta equipe")
    elif act.kind is EventKind.OWNER_SET:
        if payload.get("assignee") == history.assignee:
            raise RuleRefusal("ACC-9", "assignee: o chamado já está assim")
    elif history.severity is not None and payload.get("severity") == history.severity.value:
        raise RuleRefusal("SLA-1", "severity: o chamado já tem esta severidade")


def _is_anothers(event: Event, act: Act, desk: str) -> bool:
    """Tell whether an event is news to whoever acts: notices and refused acts change nothing.

    What the same person did at the same desk they know, however fast the next act follows.
    """
    if event.seq <= (act.version or 0) or event.kind in _NOTICES or "refused" in event.payload:
        return False
    return act.actor is None or act.takes_back or (event.actor, event.desk) != (act.actor, desk)


def _read(connection: Connection, number: int, missed: Sequence[Event]) -> tuple[EventLine, ...]:
    people = {person.id: person.name for person in names.people(connection)}
    texts = events.texts_of(connection, number)
    return tuple(
        EventLine(event, people.get(event.actor or 0), texts.get(event.seq)) for event in missed
    )
