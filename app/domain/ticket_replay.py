"""A ticket is its history: the fold that turns events into its state (rulebook §5).

``replay`` is total. What the rules would have refused is taken as it happened and named in
``oddities``; nothing is dropped and nothing raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from app.domain.acceptance import DEFAULT_TERMS, Acceptance, acceptance_from, read_terms
from app.domain.annulment import without_annulled
from app.domain.automatic_fold import AutomaticFold
from app.domain.pauses import Pause, PauseReason
from app.domain.severity import Severity
from app.domain.sla_policy import Stage
from app.domain.ticket_events import (
    FORWARD_STATUSES,
    Closing,
    Event,
    EventKind,
    Status,
    StatusKind,
)
from app.domain.ticket_history import Oddity, SlaTerms, TicketHistory, settled_terms
from app.domain.ticket_moves import AFTER_CLOSING, refusal_in


def replay(events: Iterable[Event]) -> TicketHistory:
    """Work out a ticket's state from its events, in any order and with exact repetitions.

    At least one event is needed; the earliest opens the ticket whatever its kind. What the ticket
    was opened with is read from its opening, or else from the event that was recorded first.
    """
    ordered = sorted(without_annulled(events), key=lambda e: e.order)
    openings = (event for event in ordered if event.kind is EventKind.OPENED)
    fold = _Fold(ordered[0], next(openings, None) or min(ordered, key=lambda e: e.seq))
    for event in ordered:
        fold.take(event)
    return fold.history()


_ENDS_A_PAUSE = {
    EventKind.ASSIGNED,
    EventKind.CLIENT_ANSWERED,
    EventKind.REFUSED,
    EventKind.IN_MAINTENANCE,
    EventKind.FORWARDED,
    EventKind.BACK_TO_SUPPORT,
}
_CLIENT_ACTS = {EventKind.REFUSED, EventKind.CLIENT_ANSWERED}


_UNREADABLE = "ACC-9: o dado {key!r} deste ato não é conhecido; o ato foi lido sem ele"
_Life = tuple[Status, int, str | None, tuple[int, PauseReason] | None]
"""What a closing ends, and its undoing brings back."""
Value = TypeVar("Value")


def _a(kind: type[Value]) -> Callable[[Any], Value]:
    """Return a reader that takes values of a type as they are and refuses others."""

    def read(value: object) -> Value:
        if not isinstance(value, kind):
            raise TypeError
        return value

    return read


class _Fold:
    """The state while events are taken one after another."""

    def __init__(self, first: Event, opening: Event) -> None:
        self.oddities: list[Oddity] = []
        self.opened_at = self.status_since = first.at
        self.status = Status.NEW
        self.status_name: str | None = None
        self.assignee: int | None = None
        self.facts: dict[str, Any] = self._read(opening, "facts", _a(dict)) or {}
        self.terms = [
            SlaTerms(
                since=first.at,
                cause=first,
                severity=self._read(opening, "severity", Severity),
                team=self._read(opening, "team", _a(str)) or "",
                stage=Stage.SUPPORT,
                contract=self._read(opening, "contract", _a(str)),
            )
        ]
        self.pauses: list[Pause] = []
        self.pause: tuple[int, PauseReason] | None = None
        self.acceptance: Acceptance | None = None
        self.has_postponed = False
        self.solved_at: int | None = None
        self.solutions = self.transfers = 0
        self.first_answer_at: int | None = None
        self.closed_at: int | None = None
        self.closing: Closing | None = None
        self.closed_by: Event | None = None
        self.edits: list[Event] = []
        self.merged_into: str | None = None
        self.last_event_at = first.at
        self._before_wait = Status.IN_PROGRESS
        self._before_closing: _Life | None = None
        self.automatic = AutomaticFold()
        if first.kind is not EventKind.OPENED:
            self._odd(first, "TKT-2: a história começa sem a abertura; este ato abriu o chamado")

    def history(self) -> TicketHistory:
        running = [] if self.pause is None else [Pause(self.pause[0], None, self.pause[1])]
        return TicketHistory(
            opened_at=self.opened_at,
            status=self.status,
            status_name=self.status_name,
            status_since=self.status_since,
            assignee=self.assignee,
            facts=self.facts,
            terms=settled_terms(self.terms, self.closed_by, self.edits),
            pauses=(*self.pauses, *running),
            acceptance=self.acceptance,
            has_postponed=self.has_postponed,
            solved_at=self.solved_at,
            solutions=self.solutions,
            first_answer_at=self.first_answer_at,
            closed_at=self.closed_at,
            closing=self.closing,
            merged_into=self.merged_into,
            transfers=self.transfers,
            last_event_at=self.last_event_at,
            oddities=tuple(self.oddities),
            automatic=self.automatic.state(),
        )

    def take(self, event: Event) -> None:
        self.last_event_at = event.at
        self.automatic.take(event)
        if event.kind is EventKind.CALENDAR_CHANGED:
            self.edits.append(event)
        if self.status is Status.CLOSED and event.kind not in AFTER_CLOSING:
            self._odd(event, "ACC-3: depois do encerramento; o chamado continua encerrado")
            return
        refusal = refusal_in(self.status, event.kind, self.closing)
        named = len(self.oddities)
        if self.pause is not None and event.kind in _ENDS_A_PAUSE:
            self._resume(event)
        handler = _HANDLERS.get(event.kind)
        if handler is not None:
            handler(self, event)
        if refusal is not None and len(self.oddities) == named:
            self._odd(event, refusal.sentence)

    def _odd(self, event: Event, text: str) -> None:
        self.oddities.append(Oddity(event.seq, text))

    def _read(self, event: Event, key: str, reader: Callable[[Any], Value]) -> Value | None:
        """Return a value of the payload; none where it is missing, or odd and then named so."""
        value = event.payload.get(key)
        if value is None:
            return None
        try:
            return reader(value)
        except (KeyError, TypeError, ValueError):
            self._odd(event, _UNREADABLE.format(key=key))
            return None

    def _resume(self, event: Event) -> None:
        """End the running pause where work or the client's answer does so (SLA-12)."""
        if self.status is Status.AWAITING_ACCEPTANCE and event.kind not in _CLIENT_ACTS:
            self._odd(event, "ACC-5: trabalho depois da solução; lido como recusa")
        self._end_pause(event.at)
        self._forget_solution()

    def _end_pause(self, at: int) -> None:
        if self.pause is not None:
            since, reason = self.pause
            self.pauses.append(Pause(since, at, reason))
            self.pause = None

    def _forget_solution(self) -> None:
        self.acceptance = None
        self.solved_at = None
        self.automatic.held_since = None

    def _wait(self, event: Event, status: Status, reason: PauseReason) -> None:
        if self.status.kind is StatusKind.ATTENDANCE:
            self._before_wait = self.status
        if self.pause is None or status is not self.status:
            self._end_pause(event.at)
            self.pause = (event.at, reason)
        self._go(event, status)

    def _go(self, event: Event, status: Status) -> None:
        if status is not self.status:
            self.status, self.status_since = status, event.at
        self.status_name = None

    def _new_terms(self, event: Event, changed: SlaTerms) -> None:
        if changed != self.terms[-1]:
            self.terms.append(replace(changed, since=event.at, cause=event))

    def on_classified(self, event: Event) -> None:
        severity = self._read(event, "severity", Severity)
        if severity is not None:
            self._new_terms(event, replace(self.terms[-1], severity=severity))

    def on_transferred(self, event: Event) -> None:
        terms = self.terms[-1]
        team = self._read(event, "team", _a(str)) or terms.team
        if team != terms.team:
            self.transfers += 1
            self.assignee = None
        self._new_terms(event, replace(terms, team=team))

    def on_contract_changed(self, event: Event) -> None:
        contract = self._read(event, "contract", _a(str))
        self._new_terms(event, replace(self.terms[-1], contract=contract))

    def on_calendar_changed(self, event: Event) -> None:
        self.terms.append(replace(self.terms[-1], since=event.at, cause=event))

    def on_assigned(self, event: Event) -> None:
        self.assignee = self._read(event, "assignee", _a(int)) or event.actor
        self._go(event, Status.IN_PROGRESS)

    def on_owner_set(self, event: Event) -> None:
        self.assignee = self._read(event, "assignee", _a(int))  # no work: no clock changes

    def on_in_maintenance(self, event: Event) -> None:
        self._go(event, Status.IN_MAINTENANCE)
        self._new_terms(event, replace(self.terms[-1], stage=Stage.MAINTENANCE))

    def on_forwarded(self, event: Event) -> None:
        destination = self._read(event, "destination", FORWARD_STATUSES.__getitem__)
        self._go(event, destination or Status.IN_FACTORY)

    def on_back_to_support(self, event: Event) -> None:
        self._go(event, Status.IN_PROGRESS)

    def on_client_answered(self, event: Event) -> None:
        if self.status.kind is StatusKind.PENDING:
            self._go(event, self._before_wait)
        elif self.status.kind is StatusKind.ACCEPTANCE:
            self._go(event, Status.IN_PROGRESS)

    def on_client_wrote(self, event: Event) -> None:
        """Hold the automatic closing until the desk says what the client meant (ACC-3)."""
        if self.acceptance is not None:
            self.automatic.held_since = event.at

    def on_comment_marked(self, event: Event) -> None:
        """Take the client's words as a comment: the 15 days begin anew (ACC-3)."""
        if self.automatic.held_since is None:
            self._odd(event, "ACC-3: não havia mensagem do cliente à espera de ser marcada")
            return
        terms = DEFAULT_TERMS if self.acceptance is None else self.acceptance.terms
        self.acceptance = acceptance_from(event.at, terms)
        self.automatic.held_since = None

    def on_noticed(self, event: Event) -> None:
        subject = self._read(event, "for", _a(int))
        if subject is not None:
            self.automatic.on_noticed(event, subject)

    def on_note(self, event: Event) -> None:
        if event.payload.get("public") and self.first_answer_at is None:
            self.first_answer_at = event.at

    def on_status_set(self, event: Event) -> None:
        """Take a status that a manager added; its kind says what it means (SLA-12, B14)."""
        kind = self._read(event, "kind", StatusKind)
        if kind is None:
            self._odd(event, "SLA-12: a situação não diz de que tipo é; lida como atendimento")
        _OF_STATUS_KIND.get(kind, _Fold.on_attended)(self, event)
        self.status_name = self._read(event, "status", _a(str))

    def on_attended(self, event: Event) -> None:
        if self.pause is not None:
            self._resume(event)
        self._go(event, Status.IN_PROGRESS)

    def on_due_agreed(self, event: Event) -> None:
        due = self._read(event, "due", _a(int))
        self._new_terms(event, replace(self.terms[-1], agreed_due=due))

    def on_due_cleared(self, event: Event) -> None:
        self._new_terms(event, replace(self.terms[-1], agreed_due=None))

    def on_pending_client(self, event: Event) -> None:
        if self.status is Status.AWAITING_ACCEPTANCE:
            self._odd(event, "ACC-1: pendência depois da solução; o aceite deixou de correr")
        self._forget_solution()
        self._wait(event, Status.PENDING_CLIENT, PauseReason.ANSWER)

    def on_solution(self, event: Event) -> None:
        if self.status is Status.AWAITING_ACCEPTANCE:
            self._odd(
                event, "ACC-1: nova solução sem recusa da anterior; o prazo de aceite recomeça"
            )
            self._end_pause(event.at)
        self._wait(event, Status.AWAITING_ACCEPTANCE, PauseReason.ACCEPTANCE)
        self.solved_at = event.at
        self.solutions += 1
        terms = self._read(event, "acceptance", read_terms) or DEFAULT_TERMS
        self.acceptance = acceptance_from(event.at, terms)

    def on_refused(self, event: Event) -> None:
        self._go(event, Status.IN_PROGRESS)

    def on_postponed(self, event: Event) -> None:
        if self.acceptance is None or self.has_postponed:
            self._odd(event, "ACC-4: adiamento fora do aceite ou repetido; o limite não muda")
            return
        self.acceptance = self.acceptance.postponed()
        self.has_postponed = True

    def on_limit_moved(self, event: Event) -> None:
        limit = self._read(event, "limit_date", date.fromisoformat)
        if self.acceptance is not None and limit is not None:
            self.acceptance = self.acceptance.moved_to(limit)

    def on_accepted(self, event: Event) -> None:
        if self.acceptance is None:
            self._odd(event, "ACC-1: aceite sem solução registrada")
        self._close(event, Closing.ACCEPTED)

    def on_closed(self, event: Event) -> None:
        self._close(event, self._read(event, "closing", Closing) or Closing.IMPORTED)

    def on_merged(self, event: Event) -> None:
        self._close(event, Closing.DUPLICATE)
        self.merged_into = self._read(event, "into", _a(str))

    def on_reopened(self, event: Event) -> None:
        """Undo a merge (TKT-8) or annul an automatic closing (ACC-7b); the life before goes on."""
        refusal = refusal_in(self.status, event.kind, self.closing)
        if refusal is not None or self._before_closing is None or self.closed_at is None:
            return
        closed_at = self.closed_at
        self.status, self.status_since, self.status_name, pause = self._before_closing
        self.closed_at = self.closing = self.closed_by = self.merged_into = None
        if pause is not None:
            self.pauses.pop()
            self.pause = pause
        elif event.kind is EventKind.UNMERGED:
            self.pauses.append(Pause(closed_at, event.at, PauseReason.MERGED))

    def _close(self, event: Event, closing: Closing) -> None:
        self._before_closing = (self.status, self.status_since, self.status_name, self.pause)
        self._end_pause(event.at)
        self._go(event, Status.CLOSED)
        self.closed_at, self.closing, self.closed_by = event.at, closing, event
        self.automatic.on_closed(event)


_OF_STATUS_KIND: dict[StatusKind | None, Callable[[_Fold, Event], None]] = {
    StatusKind.PENDING: _Fold.on_pending_client,
    StatusKind.ACCEPTANCE: _Fold.on_solution,
    StatusKind.CLOSED: _Fold.on_closed,
}
_HANDLERS: dict[EventKind, Callable[[_Fold, Event], None]] = {
    EventKind.OPENED: _Fold.on_classified,
    EventKind.CLASSIFIED: _Fold.on_classified,
    EventKind.RECLASSIFIED: _Fold.on_classified,
    EventKind.TRANSFERRED: _Fold.on_transferred,
    EventKind.CONTRACT_CHANGED: _Fold.on_contract_changed,
    EventKind.CALENDAR_CHANGED: _Fold.on_calendar_changed,
    EventKind.ASSIGNED: _Fold.on_assigned,
    EventKind.OWNER_SET: _Fold.on_owner_set,
    EventKind.IN_MAINTENANCE: _Fold.on_in_maintenance,
    EventKind.FORWARDED: _Fold.on_forwarded,
    EventKind.BACK_TO_SUPPORT: _Fold.on_back_to_support,
    EventKind.CLIENT_ANSWERED: _Fold.on_client_answered,
    EventKind.CLIENT_WROTE: _Fold.on_client_wrote,
    EventKind.COMMENT_MARKED: _Fold.on_comment_marked,
    EventKind.WARNED: _Fold.on_noticed,
    EventKind.REMINDED: _Fold.on_noticed,
    EventKind.NOTE: _Fold.on_note,
    EventKind.STATUS_SET: _Fold.on_status_set,
    EventKind.DUE_AGREED: _Fold.on_due_agreed,
    EventKind.DUE_CLEARED: _Fold.on_due_cleared,
    EventKind.PENDING_CLIENT: _Fold.on_pending_client,
    EventKind.SOLUTION: _Fold.on_solution,
    EventKind.REFUSED: _Fold.on_refused,
    EventKind.POSTPONED: _Fold.on_postponed,
    EventKind.LIMIT_MOVED: _Fold.on_limit_moved,
    EventKind.ACCEPTED: _Fold.on_accepted,
    EventKind.CLOSED: _Fold.on_closed,
    EventKind.MERGED: _Fold.on_merged,
    EventKind.UNMERGED: _Fold.on_reopened,
    EventKind.CLOSING_ANNULLED: _Fold.on_reopened,
}
