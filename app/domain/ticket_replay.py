"""A ticket is its history: the fold that turns events into its state (rulebook §5).

``replay`` is total. What the rules would have refused is taken as it happened and named in
``oddities``; nothing is dropped and nothing raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from app.domain.acceptance import Acceptance, acceptance_from
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
from app.domain.ticket_history import Oddity, SlaTerms, TicketHistory


def replay(events: Iterable[Event]) -> TicketHistory:
    """Work out a ticket's state from its events, in any order and with exact repetitions.

    At least one event is needed; the earliest opens the ticket whatever its kind.
    """
    ordered = sorted({event.seq: event for event in events}.values(), key=lambda e: e.order)
    fold = _Fold(ordered[0])
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
_AFTER_CLOSING = {
    EventKind.CLOSING_ANNULLED,
    EventKind.UNMERGED,
    EventKind.NOTE,
    EventKind.LINKED,
    EventKind.SURVEY_SENT,
    EventKind.SURVEY_ANSWERED,
    EventKind.TEXT_BLANKED,
}


class _Fold:
    """The state while events are taken one after another."""

    def __init__(self, first: Event) -> None:
        payload = first.payload
        severity = payload.get("severity")
        self.opened_at = self.status_since = first.at
        self.status = Status.NEW
        self.status_name: str | None = None
        self.assignee: int | None = None
        self.facts: dict[str, Any] = dict(payload.get("facts", {}))
        self.terms = [
            SlaTerms(
                since=first.at,
                cause=first,
                severity=None if severity is None else Severity(severity),
                team=payload.get("team", ""),
                stage=Stage.SUPPORT,
                contract=payload.get("contract"),
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
        self.merged_into: str | None = None
        self.last_event_at = first.at
        self.oddities: list[Oddity] = []
        self._before_wait = Status.IN_PROGRESS
        self._before_closing: tuple[Status, int, tuple[int, PauseReason] | None] | None = None
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
            terms=tuple(self.terms),
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
        )

    def take(self, event: Event) -> None:
        self.last_event_at = event.at
        if self.status is Status.CLOSED and event.kind not in _AFTER_CLOSING:
            self._odd(event, "ACC-3: depois do encerramento; o chamado continua encerrado")
            return
        if self.pause is not None and event.kind in _ENDS_A_PAUSE:
            self._resume(event)
        handler = _HANDLERS.get(event.kind)
        if handler is not None:
            handler(self, event)

    def _odd(self, event: Event, text: str) -> None:
        self.oddities.append(Oddity(event.seq, text))

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
        severity = event.payload.get("severity")
        if severity is not None:
            self._new_terms(event, replace(self.terms[-1], severity=Severity(severity)))

    def on_transferred(self, event: Event) -> None:
        terms = self.terms[-1]
        team = event.payload.get("team", terms.team)
        if team != terms.team:
            self.transfers += 1
            self.assignee = None
        self._new_terms(event, replace(terms, team=team))

    def on_contract_changed(self, event: Event) -> None:
        self._new_terms(event, replace(self.terms[-1], contract=event.payload.get("contract")))

    def on_calendar_changed(self, event: Event) -> None:
        self.terms.append(replace(self.terms[-1], since=event.at, cause=event))

    def on_assigned(self, event: Event) -> None:
        self.assignee = event.payload.get("assignee", event.actor)
        self._go(event, Status.IN_PROGRESS)

    def on_in_maintenance(self, event: Event) -> None:
        self._go(event, Status.IN_MAINTENANCE)
        self._new_terms(event, replace(self.terms[-1], stage=Stage.MAINTENANCE))

    def on_forwarded(self, event: Event) -> None:
        destination = event.payload.get("destination", "")
        self._go(event, FORWARD_STATUSES.get(destination, Status.IN_FACTORY))

    def on_back_to_support(self, event: Event) -> None:
        self._go(event, Status.IN_PROGRESS)

    def on_client_answered(self, event: Event) -> None:
        if self.status.kind is StatusKind.PENDING:
            self._go(event, self._before_wait)
        elif self.status.kind is StatusKind.ACCEPTANCE:
            self._go(event, Status.IN_PROGRESS)

    def on_note(self, event: Event) -> None:
        if event.payload.get("public") and self.first_answer_at is None:
            self.first_answer_at = event.at

    def on_status_set(self, event: Event) -> None:
        """Take a status that a manager added; its kind says what it means (SLA-12, B14)."""
        if event.payload.get("kind") == StatusKind.PENDING.value:
            self._wait(event, Status.PENDING_CLIENT, PauseReason.ANSWER)
        else:
            self._end_pause(event.at)
            self._go(event, Status.IN_PROGRESS)
        self.status_name = event.payload.get("status")

    def on_due_agreed(self, event: Event) -> None:
        self._new_terms(event, replace(self.terms[-1], agreed_due=event.payload.get("due")))

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
        self.acceptance = acceptance_from(event.at)

    def on_refused(self, event: Event) -> None:
        self._go(event, Status.IN_PROGRESS)

    def on_postponed(self, event: Event) -> None:
        if self.acceptance is None or self.has_postponed:
            self._odd(event, "ACC-4: adiamento fora do aceite ou repetido; o limite não muda")
            return
        self.acceptance = self.acceptance.postponed()
        self.has_postponed = True

    def on_limit_moved(self, event: Event) -> None:
        limit = event.payload.get("limit_date")
        if self.acceptance is not None and limit is not None:
            self.acceptance = self.acceptance.moved_to(date.fromisoformat(limit))

    def on_accepted(self, event: Event) -> None:
        if self.acceptance is None:
            self._odd(event, "ACC-1: aceite sem solução registrada")
        self._close(event, Closing.ACCEPTED)

    def on_closed(self, event: Event) -> None:
        self._close(event, Closing(event.payload.get("closing", Closing.IMPORTED.value)))

    def on_merged(self, event: Event) -> None:
        self._close(event, Closing.DUPLICATE)
        self.merged_into = event.payload.get("into")

    def on_reopened(self, event: Event) -> None:
        """Undo a merge (TKT-8) or annul an automatic closing (ACC-7b); the life before goes on."""
        if self._before_closing is None or self.closed_at is None:
            return
        closed_at, (self.status, self.status_since, pause) = self.closed_at, self._before_closing
        self.closed_at = self.closing = self.merged_into = None
        if pause is not None:
            self.pauses.pop()
            self.pause = pause
        elif event.kind is EventKind.UNMERGED:
            self.pauses.append(Pause(closed_at, event.at, PauseReason.MERGED))

    def _close(self, event: Event, closing: Closing) -> None:
        self._before_closing = (self.status, self.status_since, self.pause)
        self._end_pause(event.at)
        self._go(event, Status.CLOSED)
        self.closed_at, self.closing = event.at, closing


_HANDLERS: dict[EventKind, Callable[[_Fold, Event], None]] = {
    EventKind.OPENED: _Fold.on_classified,
    EventKind.CLASSIFIED: _Fold.on_classified,
    EventKind.RECLASSIFIED: _Fold.on_classified,
    EventKind.TRANSFERRED: _Fold.on_transferred,
    EventKind.CONTRACT_CHANGED: _Fold.on_contract_changed,
    EventKind.CALENDAR_CHANGED: _Fold.on_calendar_changed,
    EventKind.ASSIGNED: _Fold.on_assigned,
    EventKind.IN_MAINTENANCE: _Fold.on_in_maintenance,
    EventKind.FORWARDED: _Fold.on_forwarded,
    EventKind.BACK_TO_SUPPORT: _Fold.on_back_to_support,
    EventKind.CLIENT_ANSWERED: _Fold.on_client_answered,
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
