"""A ticket's deadline through its life: forecasts, breach, rest (SLA-2, SLA-10 … SLA-13)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from app.domain.clock import from_epoch, local_date
from app.domain.deadline import Deadline, Target, deadline_for
from app.domain.errors import NotComputable
from app.domain.pauses import Pause
from app.domain.sla_policy import SlaPolicy, SlaRules
from app.domain.ticket_history import SlaTerms, TicketHistory
from app.domain.working_time import WorkingTime


class CalendarOf(Protocol):
    """Gives the compiled calendar of a key; raises ``NotComputable`` for one that is not there."""

    def __call__(self, key: str, edition: int | None = None) -> WorkingTime:
        """Return the newest revision, or the one that was in force in an edition (SLA-11)."""
        ...


@dataclass(frozen=True, slots=True)
class Forecast:
    """The deadline under one set of terms (SLA-2); ``reason`` says why there is none.

    An instant agreed by hand goes before the computed one, which stays beside it in ``deadline``
    (SLA-13).
    """

    terms: SlaTerms
    policy: SlaPolicy | None = None
    target: Target | None = None
    deadline: Deadline | None = None
    reason: str = ""
    pauses: tuple[Pause, ...] = ()

    @property
    def due(self) -> int | None:
        """The due instant; none while suspended or not computable."""
        agreed = self.terms.agreed_due
        if agreed is None:
            return None if self.deadline is None else self.deadline.due
        waits = any(pause.end is None and pause.start < agreed for pause in self.pauses)
        return None if waits else agreed

    @property
    def is_computable(self) -> bool:
        """Whether there is a deadline at all, suspended or not."""
        return self.deadline is not None or self.terms.agreed_due is not None

    def remaining(self, at: int) -> int | None:
        """Return the counted seconds left at an instant; negative when overdue."""
        if self.deadline is None:
            return None
        agreed = self.terms.agreed_due
        if agreed is None:
            return self.deadline.remaining(at)
        time = self.deadline.time
        stands_at = min([at, *(p.start for p in self.pauses if p.end is None)])
        return time.seconds_between(stands_at, agreed) - time.seconds_between(agreed, stands_at)


@dataclass(frozen=True, slots=True)
class LateSpan:
    """A stretch in which the ticket was late under a forecast; no end while it still is (C01)."""

    since: int
    until: int | None
    forecast: Forecast


@dataclass(frozen=True, slots=True)
class TicketSla:
    """A ticket's deadline as its history stands.

    ``in_force`` holds one forecast per set of terms, each with the pauses that began while it
    was in force; the last one is the deadline of today, or of the day the ticket was settled.
    """

    history: TicketHistory
    in_force: tuple[Forecast, ...]

    @property
    def current(self) -> Forecast:
        """The forecast in force."""
        return self.in_force[-1]

    @property
    def due(self) -> int | None:
        """The due instant shown."""
        return self.current.due

    def is_breached(self, now: int) -> bool:
        """Tell the outcome: settled, or at ``now`` still unsettled, after the due instant."""
        settled = self.history.settled_at
        return self.due is not None and (now if settled is None else settled) > self.due

    def remaining(self, now: int) -> int | None:
        """Return the counted seconds left, negative when overdue; it stands once settled."""
        settled = self.history.settled_at
        return self.current.remaining(now if settled is None else min(now, settled))

    @property
    def late_spans(self) -> tuple[LateSpan, ...]:
        """The stretches in which the ticket was or will be late, by forecast (SLA-10)."""
        ends = [*(forecast.terms.since for forecast in self.in_force[1:]), self.history.settled_at]
        spans = []
        for forecast, end in zip(self.in_force, ends, strict=True):
            due = forecast.due
            if due is None or (end is not None and end <= max(due, forecast.terms.since)):
                continue
            spans.append(LateSpan(max(due, forecast.terms.since), end, forecast))
        return tuple(spans)


def sla_of(history: TicketHistory, rules: SlaRules, calendar_of: CalendarOf) -> TicketSla:
    """Work out a ticket's deadline, and each earlier one while it was in force."""
    ends = [*(terms.since for terms in history.terms[1:]), history.closed_at and history.settled_at]
    return TicketSla(
        history,
        tuple(
            forecast_for(history, terms, _begun_before(history.pauses, end), rules, calendar_of)
            for terms, end in zip(history.terms, ends, strict=True)
        ),
    )


def forecasts_of(
    history: TicketHistory, rules: SlaRules, calendar_of: CalendarOf
) -> tuple[Forecast, ...]:
    """Return each forecast as it was shown when its terms came into force (SLA-8)."""
    return tuple(
        forecast_for(history, terms, _known_at(history.pauses, terms.since), rules, calendar_of)
        for terms in history.terms
    )


def forecast_for(
    history: TicketHistory,
    terms: SlaTerms,
    pauses: tuple[Pause, ...],
    rules: SlaRules,
    calendar_of: CalendarOf,
) -> Forecast:
    """Work out the deadline under given terms and pauses, always from the opening (SLA-2)."""
    if terms.severity is None:
        reason = "SLA-1: o chamado ainda não foi classificado"
        return Forecast(terms, reason=reason, pauses=pauses)
    try:
        policy = rules.policy_for(
            local_date(from_epoch(history.opened_at)), contract=terms.contract, area=terms.team
        )
        target = policy.target_of(terms.severity, terms.stage)
        time = calendar_of(policy.calendar or terms.team, terms.edition)
        deadline = deadline_for(history.opened_at, target, pauses, time)
    except NotComputable as error:
        return Forecast(terms, reason=error.sentence, pauses=pauses)
    return Forecast(terms, policy, target, deadline, pauses=pauses)


def _begun_before(pauses: tuple[Pause, ...], end: int | None) -> tuple[Pause, ...]:
    return pauses if end is None else tuple(pause for pause in pauses if pause.start < end)


def _known_at(pauses: tuple[Pause, ...], at: int) -> tuple[Pause, ...]:
    """Return the pauses as they stood at an instant: later ones unknown, running ones open."""
    return tuple(
        pause
        if pause.end is not None and pause.end <= at
        else Pause(pause.start, None, pause.reason)
        for pause in pauses
        if pause.start <= at
    )
