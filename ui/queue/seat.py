"""Whose queue is "mine" and which team is "ours"; who that is sits at this desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Kind
from app.domain.queue_view import Choice, Reference
from app.domain.roles import Role
from app.domain.teams import Team
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.queue.loader import LoadedCounts
from ui.queue.view_row import ViewRow

if TYPE_CHECKING:
    from ui.dialogs.pin import PinDialog


@dataclass(frozen=True, slots=True)
class Person:
    """Who looks at the queue; none where the desk has nobody yet."""

    reference: Reference | None = None
    team: Team | None = None


class Seat(QObject):
    """Knows who sits here, and lets them say so; some show a PIN first."""

    changed = Signal()  # somebody else sits down, or for another team

    def __init__(
        self, workspace: Workspace, context: WindowContext, views: ViewRow, parent: QWidget
    ) -> None:
        """Nobody is known until the desk's people have been read."""
        super().__init__(parent)
        self._settings = context.settings
        self._desk = workspace.desk
        self._people = workspace.people
        self._context = context
        self._window = parent
        self._views = views
        self.person = Person()
        self._was: Role | None = None
        self._offered: tuple[Sequence[Reference], Sequence[Team]] | None = None
        views.person_chosen.connect(self._take_seat)
        views.team_chosen.connect(self._on_team_chosen)
        context.bus.changed.connect(self._on_changed)

    @property
    def is_known(self) -> bool:
        """Whether the desk's people have been read."""
        return self._offered is not None

    def meet(self, counted: LoadedCounts) -> bool:
        """Offer the desk's people and teams; seat somebody where nobody sits yet.

        Returns whether other tickets are "mine" or "ours" now.
        """
        teams, before = self._desk.book.teams, self.person
        is_first = self._offered is None
        if self.person.reference is None or self.person.team is None:
            self.person = self._guess(counted, teams)
        if self._offered != (counted.people, teams):
            self._offered = counted.people, teams
            self._views.offer(counted.people, teams, self.person.reference, self.person.team)
        if is_first and self.person.reference is not None:
            self._take_seat(self.person.reference)
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

    def _on_changed(self, changes: Changes) -> None:
        """Sit down anew: somebody may have been named something else."""
        if changes.touches(Kind.SETTING) and self.person.reference is not None:
            self._take_seat(self.person.reference)

    def _take_seat(self, reference: Reference) -> None:
        asks = partial(self._people.asks_pin, reference.name)
        self._context.jobs.submit(asks, partial(self._on_asks_pin, reference), owner=self)

    def _on_asks_pin(self, reference: Reference, asks: bool) -> None:  # noqa: FBT001  an answer
        if not asks:
            sit_down = partial(self._people.sit_down, reference.name)
            self._context.jobs.submit(sit_down, partial(self._on_seated, reference), owner=self)
            return
        from ui.dialogs.pin import PinDialog

        dialog = PinDialog(reference.name, self._window)
        dialog.asked.connect(partial(self._on_pin, reference, dialog))
        dialog.rejected.connect(self._on_no_pin)
        dialog.open()

    def _on_pin(
        self,
        reference: Reference,
        dialog: PinDialog,
        texts: Mapping[str, str],
        _ticks: Mapping[str, bool],
    ) -> None:
        def let_in(role: Role | None) -> None:
            dialog.accept()
            self._on_seated(reference, role)

        sit_down = partial(self._people.sit_down, reference.name, texts["pin"])
        self._context.jobs.submit(sit_down, let_in, dialog.refuse, owner=dialog)

    def _on_no_pin(self) -> None:
        """Leave whoever sat here where they are; the list goes on being theirs."""
        seated = self._desk.person
        self._views.show_who(self.person.reference, self.person.team)
        if seated is None:
            self._context.notices.info(
                self.tr("Sem o PIN ninguém está à mesa; os atos ficam sem nome")
            )

    def _on_seated(self, reference: Reference, _role: Role | None) -> None:
        if reference != self.person.reference:
            self._settings.change(last_person=reference.name)
            self._sit_down(replace(self.person, reference=reference))
        if self._desk.role is not self._was:
            self._was = self._desk.role
            # What may be seen depends on who sits here.
            self._context.bus.publish(Changes(frozenset({Kind.SETTING})))

    def _on_team_chosen(self, team: Team) -> None:
        self._sit_down(replace(self.person, team=team))
        self._settings.change(last_team=team.key)

    def _sit_down(self, person: Person) -> None:
        self.person = person
        self._views.show_who(person.reference, person.team)
        self.changed.emit()


def _busiest(choices: tuple[Choice, ...]) -> int | str:
    return next((choice.value for choice in choices if choice.count), "")
