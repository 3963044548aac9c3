"""What a ticket does by itself: reminders, closing, warnings, survey (ACC-1 … ACC-11, SLA-9).

A step is known by its kind and the instant it is for, so it is taken once, whenever the job runs
and however many desks run it. Instants are epoch seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import time, timedelta
from enum import Enum

from app.domain.acceptance import Acceptance
from app.domain.automatic_rules import DEFAULT_RULES, AutomaticRules
from app.domain.clock import from_epoch, instant_of_day, local_date
from app.domain.deadline import Deadline
from app.domain.errors import NotComputable
from app.domain.ticket_events import Closing, StatusKind
from app.domain.ticket_history import Notice, TicketHistory
from app.domain.ticket_sla import Forecast, TicketSla
from app.domain.urgency import SlaWarning, WarningLevel, warnings_of

_MORNING = time(8)
_NEXT_DAY = timedelta(days=1)


class StepKind(Enum):
    """The kinds of automatic steps, as the job tells them."""

    REMINDER = "reminder"
    LIMIT_MOVED = "limit_moved"
    CLOSING = "closing"
    PENDING_REMINDER = "pending_reminder"
    WARNING = "warning"
    BREACH = "breach"
    SURVEY = "survey"


class Mark(Enum):
    """Why a warning comes later than its instant (SLA-9, pitfall A10)."""

    BORN_SHORT = "born_short"
    RECOMPUTED = "recomputed"


@dataclass(frozen=True, slots=True)
class Step:
    """A step that may be taken from ``since`` on; ``subject`` is the instant it is for."""

    kind: StepKind
    since: int
    subject: int
    level: str = ""
    mark: Mark | None = None

    @property
    def notice(self) -> Notice:
        """What it is known by once it was taken."""
        return (self.kind.value, self.subject, self.level)


EVERY_KIND = frozenset(StepKind)
BEFORE_AN_ACT = frozenset({StepKind.REMINDER, StepKind.LIMIT_MOVED, StepKind.CLOSING})
"""Steps that decide what a person may do: they are taken before any act (ACC-7b)."""


def due_step(
    sla: TicketSla,
    now: int,
    rules: AutomaticRules = DEFAULT_RULES,
    kinds: frozenset[StepKind] = EVERY_KIND,
) -> Step | None:
    """Return the step of some kinds to take next at an instant; none when nothing is due."""
    steps = (step for step in _untaken(sla, rules, now) if step.kind in kinds)
    return min(
        (step for step in steps if step.since <= now),
        key=lambda step: (step.since, step.subject),
        default=None,
    )


def next_instant(sla: TicketSla, rules: AutomaticRules = DEFAULT_RULES) -> int | None:
    """Return from when a step can be taken, past or future; none when none is left to come."""
    return min((step.since for step in _untaken(sla, rules, None)), default=None)


def _untaken(sla: TicketSla, rules: AutomaticRules, now: int | None) -> Iterator[Step]:
    automatic = sla.history.automatic
    for step in _steps(sla, rules, now):
        is_caught_up = automatic.imported_until is None or step.subject >= automatic.imported_until
        if is_caught_up and step.notice not in automatic.notices:
            yield step


def _steps(sla: TicketSla, rules: AutomaticRules, now: int | None) -> Iterator[Step]:
    history = sla.history
    if not history.is_open:
        yield from _survey(history, rules)
        return
    if history.acceptance is not None:
        yield from _acceptance(history, history.acceptance, now)
        return
    if history.status.kind is StatusKind.PENDING and sla.current.deadline is not None:
        yield from _pending(history, sla.current.deadline, rules)
    else:
        yield from _repeats(sla, rules, now)
    yield from _warnings(sla, rules)


def _survey(history: TicketHistory, rules: AutomaticRules) -> Iterator[Step]:
    """Ask for an opinion once, after an acceptance or an automatic closing (ACC-6)."""
    automatic, closed_at = history.automatic, history.closed_at
    asks = history.closing in (Closing.ACCEPTED, Closing.AUTOMATIC)
    is_done = automatic.survey is not None or automatic.closed_by_import
    if history.facts.get("contact") in rules.staff:
        return
    if asks and closed_at is not None and not is_done and closed_at >= rules.surveys_since:
        yield Step(StepKind.SURVEY, closed_at, closed_at)


def _acceptance(history: TicketHistory, acceptance: Acceptance, now: int | None) -> Iterator[Step]:
    """Remind, then close; without its reminder the limit moves first (ACC-2, ACC-3, ACC-7a)."""
    if history.automatic.held_since is not None:
        return
    limit, reminder = acceptance.limit, acceptance.reminder
    sent = {subject for kind, subject, _ in history.automatic.notices if kind == _REMINDER}
    floor = history.automatic.imported_until or reminder
    if reminder in sent or max(reminder, floor) in sent:
        yield Step(StepKind.CLOSING, limit + 1, limit)
        return
    if now is None or now <= limit:
        yield Step(StepKind.REMINDER, reminder, reminder)
    yield Step(StepKind.LIMIT_MOVED, limit + 1, max(reminder, floor))


_REMINDER = StepKind.REMINDER.value


def moved_limit(acceptance: Acceptance, now: int) -> Acceptance:
    """Return a wait whose limit is the end of the day after an instant (ACC-7a)."""
    return acceptance.moved_to(local_date(from_epoch(now)) + _NEXT_DAY)


def _pending(history: TicketHistory, deadline: Deadline, rules: AutomaticRules) -> Iterator[Step]:
    """Remind who does not answer, on the morning of the n-th business day (ACC-11).

    Each is sent once a wait, whatever becomes of the calendar afterwards.
    """
    kind = StepKind.PENDING_REMINDER.value
    told = [n for n in history.automatic.notices if n[0] == kind and n[1] > history.status_since]
    for days in sorted(rules.pending_reminder_days)[len(told) :]:
        try:
            closing = deadline.time.closing_of_business_day(history.status_since, days)
        except NotComputable:
            return
        morning = instant_of_day(local_date(from_epoch(closing - 1)), _MORNING)
        yield Step(StepKind.PENDING_REMINDER, morning, morning)


def _warnings(sla: TicketSla, rules: AutomaticRules) -> Iterator[Step]:
    """Warn at each level of the forecast in force; of those it found passed, at the highest."""
    forecast = sla.current
    since = forecast.terms.since
    is_first = len(sla.in_force) == 1
    passed: Step | None = None
    for warning in _levels(forecast, rules.levels):
        step = _warning_step(forecast, warning)
        if is_first or step.since > since:
            yield step
        else:
            passed = replace(step, mark=Mark.RECOMPUTED)
    if passed is not None:
        yield passed


REPEAT = "repetição"
"""The level under which a breach is told again."""


def _repeats(sla: TicketSla, rules: AutomaticRules, now: int | None) -> Iterator[Step]:
    """Tell a breach again when the team is there again, then every so many working minutes.

    Of those missed while nobody ran the job only the last one is told (pitfall C09).
    """
    forecast, period = sla.current, 60 * rules.repeat_minutes
    if not period or forecast.due is None or forecast.deadline is None:
        return
    due, time = forecast.due, forecast.deadline.time
    told = [
        subject
        for kind, subject, level in sla.history.automatic.notices
        if kind == StepKind.BREACH.value and level == REPEAT and subject > due
    ]
    imported = sla.history.automatic.imported_until or due
    latest = max([due, imported, *told]) if now is None else max(due, now)
    done = time.seconds_between(due, latest) // period
    try:
        opening = time.next_counted(due)
        at = time.instant_after(due, done * period) if done else opening
        if now is None and at <= latest:
            at = time.instant_after(due, (done + 1) * period)
    except NotComputable:
        return
    if at > due:
        yield Step(StepKind.BREACH, at, at, REPEAT)


def _levels(forecast: Forecast, levels: tuple[WarningLevel, ...]) -> tuple[SlaWarning, ...]:
    deadline, agreed = forecast.deadline, forecast.terms.agreed_due
    if deadline is None:
        return ()
    if agreed is None:
        return warnings_of(deadline, levels)
    if forecast.due is None:
        return ()
    counted = deadline.time.seconds_between(deadline.opened, agreed)
    by_hand = replace(deadline, budget=counted, pauses=(), due=agreed)
    return warnings_of(by_hand, levels) if counted else ()


def next_warning(deadline: Deadline, now: int, levels: tuple[WarningLevel, ...]) -> int | None:
    """Return from when a running ticket is warned next; all before ``now`` was told (SLA-9)."""
    elapsed = deadline.elapsed(now)
    used = ((level.used_seconds(deadline.budget), level.share == 1) for level in levels)
    nearest = min((step for step in used if step[0] > elapsed), default=None)
    if nearest is None:
        return None
    seconds, is_breach = nearest
    at = deadline.instant_of(seconds)
    return at + 1 if is_breach and at is not None else at


def _warning_step(forecast: Forecast, warning: SlaWarning) -> Step:
    mark = Mark.BORN_SHORT if warning.born_short else None
    if warning.level.share == 1 and forecast.due is not None:
        # At the due instant itself the ticket is still in time (SLA-10).
        return Step(StepKind.BREACH, forecast.due + 1, forecast.due, warning.level.name, mark)
    return Step(StepKind.WARNING, warning.at, warning.at, warning.level.name, mark)
