"""The surveys of the desk: of a ticket, and what still waits for an answer (ACC-6)."""

from __future__ import annotations

from datetime import date

from app.domain.clock import local_date, to_epoch
from app.domain.survey import Survey, survey_of
from app.services.desk import Desk
from app.storage import dashboard, events


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
        with self._desk.database.read() as connection:
            return dashboard.surveys_waiting(connection, to_epoch(self._desk.clock.now()))

    @property
    def _today(self) -> date:
        return local_date(self._desk.clock.now())
