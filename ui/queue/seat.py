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
        self._dialog: PinDialog | None = None
        self._declined: str | None = None
        self._is_known = False
        self._offered: tuple[Sequence[Reference], Sequence[Team]] | None = None
        views.person_chosen.connect(self._on_chosen)
        views.team_chosen.connect(self._on_team_chosen)
        context.bus.changed.connect(self._on_changed)

    @property
    def is_known(self) -> bool:
        """Whether it was told who is at the desk and who has how much to do."""
        return self._is_known

    def recall(self, people: Sequence[Reference]) -> bool:
        """Seat who sat here last, among the desk's people; returns whether that is anybody."""
        self.person = self._last(people)
        self._offer(people)
        if self.person.reference is not None:
            self._sit_as_before(self.person.reference)
        return self.person.reference is not None

    def _last(self, people: Sequence[Reference]) -> Person:
        stored = self._settings.load()
        by_name = {person.name: person for person in people}
        by_key = {team.key: team for team in self._desk.book.teams}
        sits = by_name.get(self._desk.person or "") or by_name.get(stored.last_person or "")
        return Person(sits, by_key.get(stored.last_team or ""))

    def meet(self, counted: LoadedCounts) -> bool:
        """Offer the desk's people and teams; where nobody sat here yet, who has the most to do.

        Returns whether other tickets are "mine" or "ours" now.
        """
        before = self.person
        if before.reference is None or before.team is None:
            self.person = self._guess(counted)
        self._offer(counted.people)
        self._is_known = True
        if self.person != before:
            self._views.show_who(self.person.reference, self.person.team)
        return self.person != before

    def _guess(self, counted: LoadedCounts) -> Person:
        """Return who sits here or sat here last; else who has the most open tickets."""
        last = self._last(counted.people)
        by_id: dict[int | str, Reference] = {person.id: person for person in counted.people}
        by_key: dict[int | str, Team] = {team.key: team for team in self._desk.book.teams}
        choices = counted.choices
        return Person(
            self.person.reference or last.reference or by_id.get(_busiest(choices.assignees)),
            self.person.team or last.team or by_key.get(_busiest(choices.teams)),
        )

    def _offer(self, people: Sequence[Reference]) -> None:
        offered = people, self._desk.book.teams
        if self._offered != offered:
            self._offered = offered
            self._views.offer(*offered, self.person.reference, self.person.team)

    def _sit_as_before(self, reference: Reference) -> None:
        """Seat who sat here last; who was only guessed signs nothing until they say so."""
        last = self._settings.load().last_person
        if last == reference.name and self._desk.person is None:
            self._take_seat(reference)

    def _on_changed(self, changes: Changes) -> None:
        """Hear that somebody may have been named something else."""
        if changes.touches(Kind.SETTING):
            self._context.jobs.submit(self._people.renewed, self._on_renewed, owner=self)

    def _on_renewed(self, wants_pin: str | None) -> None:
        person, reference = self._desk.person, self.person.reference
        if person is not None and reference is not None and person != reference.name:
            self._settings.change(last_person=person)
            self._sit_down(replace(self.person, reference=replace(reference, name=person)))
        self._tell_role()
        if wants_pin is not None and wants_pin != self._declined and reference is not None:
            self._ask_pin(replace(reference, name=wants_pin))

    def _on_chosen(self, reference: Reference) -> None:
        self._declined = None
        self._take_seat(reference)

    def _take_seat(self, reference: Reference) -> None:
        asks = partial(self._people.asks_pin, reference.name)
        self._context.jobs.submit(asks, partial(self._on_asks_pin, reference), owner=self)

    def _on_asks_pin(self, reference: Reference, asks: bool) -> None:  # noqa: FBT001  an answer
        if asks:
            self._ask_pin(reference)
            return
        sit_down = partial(self._people.sit_down, reference.name)
        self._context.jobs.submit(sit_down, partial(self._on_seated, reference), owner=self)

    def _ask_pin(self, reference: Reference) -> None:
        """Ask once; while the question stands, nothing asks again."""
        if self._dialog is not None:
            return
        from ui.dialogs.pin import PinDialog

        self._dialog = PinDialog(reference.name, self._window)
        self._dialog.asked.connect(partial(self._on_pin, reference, self._dialog))
        self._dialog.rejected.connect(partial(self._on_no_pin, reference))
        self._dialog.finished.connect(self._on_dialog_closed)
        self._dialog.open()

    def _on_dialog_closed(self, _result: int) -> None:
        self._dialog = None

    def _on_pin(
        self,
        reference: Reference,
        dialog: PinDialog,
        texts: Mapping[str, str],
        _ticks: Mapping[str, bool],
    ) -> None:
        sit_down = partial(self._people.sit_down, reference.name, texts["pin"])
        let_in = partial(self._on_let_in, reference, dialog)
        self._context.jobs.submit(sit_down, let_in, dialog.refuse, owner=dialog)

    def _on_let_in(self, reference: Reference, dialog: PinDialog, role: Role | None) -> None:
        dialog.accept()
        self._on_seated(reference, role)

    def _on_no_pin(self, reference: Reference) -> None:
        """Leave whoever sat here where they are; the list goes on being theirs."""
        self._declined = reference.name
        self._views.show_who(self.person.reference, self.person.team)
        if self._desk.person is None:
            self._context.notices.info(
                self.tr("Sem o PIN ninguém está à mesa; os atos ficam sem nome")
            )

    def _on_seated(self, reference: Reference, _role: Role | None) -> None:
        self._settings.change(last_person=reference.name)
        if reference != self.person.reference:
            self._sit_down(replace(self.person, reference=reference))
        self._tell_role()

    def _tell_role(self) -> None:
        """Tell every page once when something else may be seen."""
        if self._desk.role is not self._was:
            self._was = self._desk.role
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
