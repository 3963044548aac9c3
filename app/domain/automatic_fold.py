"""The part of a ticket's fold that its own automatic steps read (ACC-3, ACC-6, ACC-7, SLA-9)."""

from __future__ import annotations

from app.domain.survey import sent_survey
from app.domain.ticket_events import Channel, Event, EventKind
from app.domain.ticket_history import Automatic, Notice


class AutomaticFold:
    """What was sent by itself, and what holds or forbids the next step."""

    def __init__(self) -> None:
        """Begin with nothing sent."""
        self.held_since: int | None = None
        self._notices: set[Notice] = set()
        self._imported_until: int | None = None
        self._closed_by_import = False
        self._survey: list[Event] = []

    def take(self, event: Event) -> None:
        """Take an event of any kind."""
        if event.channel is Channel.IMPORT:
            self._imported_until = event.at
        if event.kind in (EventKind.SURVEY_SENT, EventKind.SURVEY_ANSWERED):
            self._survey.append(event)

    def on_noticed(self, event: Event, subject: int) -> None:
        """Remember what was sent, and the instant it is for."""
        kind, level = event.payload.get("notice"), event.payload.get("level", "")
        self._notices.add((str(kind), subject, str(level)))

    def on_closed(self, event: Event) -> None:
        """Remember how the ticket was closed; nothing is held any more."""
        self._closed_by_import = event.channel is Channel.IMPORT
        self.held_since = None

    def state(self) -> Automatic:
        """Return what was gathered."""
        return Automatic(
            notices=frozenset(self._notices),
            held_since=self.held_since,
            imported_until=self._imported_until,
            closed_by_import=self._closed_by_import,
            survey=sent_survey(self._survey),
        )
