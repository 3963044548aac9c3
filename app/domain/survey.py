"""The satisfaction survey of a ticket: waited for, answered for ever, or expired (ACC-6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from app.domain.clock import from_epoch, local_date
from app.domain.desk_rules import DEFAULT_DESK_RULES
from app.domain.ticket_events import Event, EventKind


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


def survey_of(events: Iterable[Event], today: date) -> Survey | None:
    """Return a ticket's survey as it stands on a local date; none where none was sent."""
    known = sorted(events, key=lambda event: event.order)
    sent = next((event for event in known if event.kind is EventKind.SURVEY_SENT), None)
    if sent is None:
        return None
    days = int(sent.payload.get("days", DEFAULT_DESK_RULES.survey_days))
    until = local_date(from_epoch(sent.at)) + timedelta(days=days)
    answer = next((event for event in known if event.kind is EventKind.SURVEY_ANSWERED), None)
    if answer is not None:
        return Survey(sent.at, until, SurveyState.ANSWERED, answer.payload.get("score"))
    state = SurveyState.WAITING if today <= until else SurveyState.EXPIRED
    return Survey(sent.at, until, state)


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


def tally(surveys: Iterable[Survey]) -> SurveyTally:
    """Count surveys by where they stand."""
    counts = dict.fromkeys(SurveyState, 0)
    score_sum = 0
    for survey in surveys:
        counts[survey.state] += 1
        score_sum += survey.score or 0
    return SurveyTally(
        counts[SurveyState.ANSWERED],
        counts[SurveyState.EXPIRED],
        counts[SurveyState.WAITING],
        score_sum,
    )
