"""The surveys of the desk: what still waits for an answer, and how they ended (ACC-6)."""

from __future__ import annotations

from datetime import date

from app.domain.clock import local_date
from app.domain.survey import Survey, SurveyState, SurveyTally, survey_of, tally
from app.domain.time_entries import Span
from app.services.desk import Desk
from app.storage import events


class SurveyService:
    """Reads surveys; what a client answered is readable for ever."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def of_ticket(self, number: int) -> Survey | None:
        """Return the survey of a ticket; none where none was sent."""
        with self._desk.database.read() as connection:
            return survey_of(events.history_of(connection, number), self._today)

    def waiting(self) -> tuple[int, ...]:
        """Return the tickets whose survey may still be answered; an expired one is in no list."""
        return tuple(
            number
            for number, survey in self._surveys(None).items()
            if survey.state is SurveyState.WAITING
        )

    def tally(self, span: Span) -> SurveyTally:
        """Count the surveys that were sent in a span of time."""
        return tally(self._surveys(span).values())

    def _surveys(self, span: Span | None) -> dict[int, Survey]:
        with self._desk.database.read() as connection:
            known = events.survey_events(connection, span)
        surveys = {number: survey_of(acts, self._today) for number, acts in known.items()}
        return {number: survey for number, survey in surveys.items() if survey is not None}

    @property
    def _today(self) -> date:
        return local_date(self._desk.clock.now())
