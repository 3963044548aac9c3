"""A ticket's own steps as events and messages, in whatever transaction needs them (ACC-7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.acceptance import Acceptance
from app.domain.automatic_steps import EVERY_KIND, Step, StepKind, due_step, moved_limit
from app.domain.clock import from_epoch, local_date
from app.domain.desk_rules import DEFAULT_DESK_RULES
from app.domain.ticket_events import Channel, Closing, Event, EventKind
from app.domain.ticket_history import TicketHistory
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.notices import Notice
from app.services.sla_book import SlaBook

_WITHOUT_REMINDER = "ACC-7a: o lembrete não tinha saído; o limite passa ao fim do dia seguinte"


@dataclass(frozen=True, slots=True)
class Done:
    """A step that was taken; ``subject`` is the instant it is for."""

    kind: StepKind
    subject: int
    level: str = ""


@dataclass(slots=True)
class AutomaticActs:
    """What the steps due by an instant come to, one after another."""

    events: list[Event] = field(default_factory=list)
    done: list[Done] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def automatic_acts(
    known: Sequence[Event],
    book: SlaBook,
    *,
    until: int,
    now: int,
    desk: str,
    kinds: frozenset[StepKind] = EVERY_KIND,
) -> AutomaticActs:
    """Take every step of some kinds that is due by an instant, as if the job had run then.

    ``known`` are its events so far; ``now`` is when the new ones are recorded.
    """
    acts = AutomaticActs()
    last = max(event.seq for event in known)
    writer = _Writer(acts, last, until, now, desk, book.desk.survey_days)
    taken: Step | None = None
    while True:
        history = replay([*known, *acts.events])
        sla = sla_of(history, book.rules, book.calendar_of)
        step = due_step(sla, until, book.automatic, kinds)
        if step is None or step == taken:  # a step that stays due would be taken for ever
            return acts
        writer.take(step, history)
        taken = step


class _Writer:
    """Writes the events of one step after another."""

    def __init__(  # what every event is made of
        self, acts: AutomaticActs, last_seq: int, until: int, now: int, desk: str, survey_days: int
    ) -> None:
        self._survey_days = survey_days
        self._acts = acts
        self._last_seq = last_seq
        self._until = until
        self._now = now
        self._desk = desk

    def take(self, step: Step, history: TicketHistory) -> None:
        if step.kind in (StepKind.WARNING, StepKind.BREACH):
            self._notice(EventKind.WARNED, step)
        elif step.kind is StepKind.PENDING_REMINDER:
            self._notice(EventKind.REMINDED, step)
            self._acts.notices.append(Notice(step.kind.value, step.subject))
        elif step.kind is StepKind.SURVEY:
            default = DEFAULT_DESK_RULES.survey_days
            promise = {} if self._survey_days == default else {"days": self._survey_days}
            self._add(EventKind.SURVEY_SENT, step.subject, promise)
            self._done(step.kind, step.subject)
            self._acts.notices.append(Notice(step.kind.value, step.subject))
        elif step.kind is StepKind.CLOSING:
            self._add(EventKind.CLOSED, step.subject, {"closing": Closing.AUTOMATIC.value})
            self._done(step.kind, step.subject)
        else:
            assert history.acceptance is not None
            self._remind(step, history.acceptance)

    def _remind(self, step: Step, acceptance: Acceptance) -> None:
        """Remind of the acceptance; where the limit has passed, it moves first (ACC-7a)."""
        running = acceptance
        if step.kind is StepKind.LIMIT_MOVED:
            running = moved_limit(acceptance, self._until)
        days = (running.limit_date - local_date(from_epoch(self._until))).days
        reminder = Step(StepKind.REMINDER, step.since, step.subject)
        self._notice(EventKind.REMINDED, reminder, days_left=days)
        self._acts.notices.append(
            Notice(
                StepKind.REMINDER.value,
                step.subject,
                limit=running.limit,
                days_left=days,
                postponement=running.terms.postponement_days,
            )
        )
        if step.kind is StepKind.LIMIT_MOVED:
            moved = {"limit_date": running.limit_date.isoformat(), "reason": _WITHOUT_REMINDER}
            self._add(EventKind.LIMIT_MOVED, step.since, moved)
            self._done(step.kind, running.limit)

    def _notice(self, kind: EventKind, step: Step, **more: object) -> None:
        payload: dict[str, Any] = {"notice": step.kind.value, "for": step.subject, **more}
        if step.level:
            payload["level"] = step.level
        if step.mark is not None:
            payload["mark"] = step.mark.value
        self._add(kind, step.subject, payload)
        self._done(step.kind, step.subject, step.level)

    def _add(self, kind: EventKind, at: int, payload: Mapping[str, Any]) -> None:
        self._last_seq += 1
        event = Event(
            self._last_seq, kind, at, self._now, None, self._desk, Channel.JOB, dict(payload)
        )
        self._acts.events.append(event)

    def _done(self, kind: StepKind, subject: int, level: str = "") -> None:
        self._acts.done.append(Done(kind, subject, level))
