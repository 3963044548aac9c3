"""Whose queue is "mine" and which team is "ours", remembered on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.domain.queue_view import Choice, Reference
from app.domain.teams import Team
from app.services.desk import Desk
from ui.queue.loader import LoadedCounts
from ui.queue.view_row import ViewRow
from ui.settings import SettingsFile


@dataclass(frozen=True, slots=True)
class Person:
    """Who looks at the queue; none where the desk has nobody yet."""

    reference: Reference | None = None
    team: Team | None = None


class Seat(QObject):
    """Knows who sits here, and lets them say so."""

    changed = Signal()  # somebody else sits down, or for another team

    def __init__(self, settings: SettingsFile, desk: Desk, views: ViewRow, parent: QObject) -> None:
        """Nobody is known until the desk's people have been read."""
        super().__init__(parent)
        self._settings = settings
        self._desk = desk
        self._views = views
        self.person = Person()
        self._offered: tuple[Sequence[Reference], Sequence[Team]] | None = None
        views.person_chosen.connect(self._on_person_chosen)
        views.team_chosen.connect(self._on_team_chosen)

    @property
    def is_known(self) -> bool:
        """Whether the desk's people have been read."""
        return self._offered is not None

    def meet(self, counted: LoadedCounts) -> bool:
        """Offer the desk's people and teams; seat somebody where nobody sits yet.

        Returns whether other tickets are "mine" or "ours" now.
        """
        teams, before = self._desk.book.teams, self.person
        if self.person.reference is None or self.person.team is None:
            self.person = self._guess(counted, teams)
        if self._offered != (counted.people, teams):
            self._offered = counted.people, teams
            self._views.offer(counted.people, teams, self.person.reference, self.person.team)
        return self.person != before

    def _guess(self, counted: LoadedCounts, teams: Sequence[Team]) -> Person:
        """Return who sat here last; else the person and the team with the most open tickets."""
        stored = self._settings.load()
        by_name = {person.name: person for person in counted.people}
        by_id: dict[int | str, Reference] = {person.id: person for person in counted.people}
        by_key: dict[int | str, Team] = {team.key: team for team in teams}
        choices = counted.choices
        return Person(
            self.person.reference
            or by_name.get(stored.last_person or "")
            or by_id.get(_busiest(choices.assignees)),
            self.person.team
            or by_key.get(stored.last_team or "")
            or by_key.get(_busiest(choices.teams)),
        )

    def _on_person_chosen(self, reference: Reference) -> None:
        self._sit_down(replace(self.person, reference=reference))
        self._settings.change(last_person=reference.name)

    def _on_team_chosen(self, team: Team) -> None:
        self._sit_down(replace(self.person, team=team))
        self._settings.change(last_team=team.key)

    def _sit_down(self, person: Person) -> None:
        self.person = person
        self._views.show_who(person.reference, person.team)
        self.changed.emit()


def _busiest(choices: tuple[Choice, ...]) -> int | str:
    return next((choice.value for choice in choices if choice.count), "")
