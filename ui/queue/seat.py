"""Whose queue is "mine" and which team is "ours", remembered on this machine."""

from __future__ import annotations

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
        self.is_known = False
        views.person_chosen.connect(self._on_person_chosen)
        views.team_chosen.connect(self._on_team_chosen)

    def remember(self, counted: LoadedCounts) -> None:
        """Seat who sat here last; else the person and the team with the most open tickets."""
        self.is_known = True
        stored = self._settings.load()
        teams = self._desk.book.teams
        by_name = {person.name: person for person in counted.people}
        by_id: dict[int | str, Reference] = {person.id: person for person in counted.people}
        by_key: dict[int | str, Team] = {team.key: team for team in teams}
        choices = counted.choices
        self.person = Person(
            by_name.get(stored.last_person or "") or by_id.get(_busiest(choices.assignees)),
            by_key.get(stored.last_team or "") or by_key.get(_busiest(choices.teams)),
        )
        self._views.offer(counted.people, teams, self.person.reference, self.person.team)

    def _on_person_chosen(self, reference: Reference) -> None:
        self._settings.change(last_person=reference.name)
        self._sit_down(replace(self.person, reference=reference))

    def _on_team_chosen(self, team: Team) -> None:
        self._settings.change(last_team=team.key)
        self._sit_down(replace(self.person, team=team))

    def _sit_down(self, person: Person) -> None:
        self.person = person
        self._views.show_who(person.reference, person.team)
        self.changed.emit()


def _busiest(choices: tuple[Choice, ...]) -> int | str:
    return next((choice.value for choice in choices if choice.count), "")
