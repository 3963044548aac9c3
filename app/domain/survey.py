"""The satisfaction survey of a ticket: waited for, answered for ever, or expired (ACC-6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.brasilia_days import day_span
from app.domain.clock import from_epoch, local_date
from app.domain.desk_rules import DEFAULT_DESK_RULES
from app.domain.ticket_events import Event, EventKind
from app.domain.ticket_history import SentSurvey


class SurveyState(Enum):
    """Where a survey stands; an answer never expires (pitfall F02)."""

    WAITING = "waiting"
    ANSWERED = "answered"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Survey:
    """A survey that was sent; ``until`` is the last local date on which it may be answered."""

    sent_at: int
    until: date
    state: SurveyState
    score: int | None = None


def sent_survey(events: Iterable[Event]) -> SentSurvey | None:
    """Return the survey that events of a ticket tell of; none where none was sent."""
    known = sorted(events, key=lambda event: event.order)
    sent = next((event for event in known if event.kind is EventKind.SURVEY_SENT), None)
    if sent is None:
        return None
    days = sent.payload.get("days")
    until = last_day(sent.at, days if isinstance(days, int) else DEFAULT_DESK_RULES.survey_days)
    answer = next((event for event in known if event.kind is EventKind.SURVEY_ANSWERED), None)
    told = None if answer is None else answer.payload.get("score")
    score = None if answer is None else told if isinstance(told, int) else 0
    return SentSurvey(sent.at, day_span(until)[1], score)


def last_day(sent_at: int, days: int) -> date:
    """Return the last local date on which a survey may be answered (ACC-6)."""
    return local_date(from_epoch(sent_at)) + timedelta(days=days)


def survey_of(events: Iterable[Event], today: date) -> Survey | None:
    """Return a ticket's survey as it stands on a local date; none where none was sent."""
    sent = sent_survey(events)
    if sent is None:
        return None
    until = local_date(from_epoch(sent.until - 1))
    if sent.score is not None:
        return Survey(sent.sent_at, until, SurveyState.ANSWERED, sent.score or None)
    state = SurveyState.WAITING if today <= until else SurveyState.EXPIRED
    return Survey(sent.sent_at, until, state)


@dataclass(frozen=True, slots=True)
class SurveyTally:
    """How the surveys of a time ended; one that expired counts as not answered (pitfall F01)."""

    answered: int = 0
    expired: int = 0
    waiting: int = 0
    score_sum: int = 0

    @property
    def sent(self) -> int:
        """How many were sent."""
        return self.answered + self.expired + self.waiting

    @property
    def not_answered(self) -> int:
        """How many nobody answered in time."""
        return self.expired
