"""The row of views with their live counts, and who looks at them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from app.domain.queue_view import Reference
from app.domain.teams import Team
from ui.icons import IconName, Icons
from ui.queue.views import SavedView, ViewId
from ui.texts import as_label
from ui.tokens import GRID, HALF
from ui.widgets.chips import ViewChip
from ui.widgets.sideways import SidewaysArea

_WIDEST_NAME = 120
AnyView = ViewId | SavedView


class ViewRow(QWidget):
    """Chips of views, one of them shown, and the button that says who is looking."""

    chosen = Signal(object)  # ViewId or SavedView
    forget_asked = Signal(object)  # SavedView
    person_chosen = Signal(object)  # Reference
    team_chosen = Signal(object)  # Team

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        """Show the views that come with the queue."""
        super().__init__(parent)
        self._chips: list[tuple[AnyView, ViewChip]] = []
        self._group = QButtonGroup(self)
        chips = QWidget(self)
        self._row = QHBoxLayout(chips)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(HALF)
        self._row.addStretch(1)
        self._area = SidewaysArea(chips, self)
        self._who = QToolButton(self)
        self._who.setObjectName("plain")
        self._who.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._who.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._who.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._who.setToolTip(
            self.tr("Quem está à mesa e assina os atos; a sua fila e a sua equipe")
        )
        icons.bind(self._who, IconName.PERSON)
        self._menu = QMenu(self)
        self._who.setMenu(self._menu)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(GRID, GRID, GRID, HALF)
        whole.setSpacing(GRID)
        whole.addWidget(self._area, 1)
        whole.addWidget(self._who)
        for view in ViewId:
            self._add(view, view.title)
        self.show_who(None, None)

    @property
    def views(self) -> tuple[AnyView, ...]:
        """The views in the order of their chips."""
        return tuple(view for view, _chip in self._chips)

    def chip(self, view: AnyView) -> ViewChip:
        """Return the chip of a view."""
        return next(chip for known, chip in self._chips if known == view)

    def set_saved(self, saved: Sequence[SavedView]) -> None:
        """Show these saved views after those that come with the queue."""
        for view, chip in self._chips[len(ViewId) :]:
            del view
            self._group.removeButton(chip)
            self._row.removeWidget(chip)
            chip.deleteLater()
        del self._chips[len(ViewId) :]
        for view in saved:
            self._add(view, as_label(view.name))

    def show_current(self, view: AnyView) -> None:
        """Mark the view that is shown."""
        chip = self.chip(view)
        chip.setChecked(True)
        self._area.ensureWidgetVisible(chip)

    def set_counts(self, counts: Sequence[int | None]) -> None:
        """Show how many tickets each view has, in the order of ``views``."""
        for (_view, chip), number in zip(self._chips, counts, strict=False):
            chip.set_count(number)

    def show_who(self, person: Reference | None, team: Team | None) -> None:
        """Say whose queue and which team are meant."""
        name = self.tr("Quem é você?") if person is None else person.name
        names = (name,) if team is None else (name, team.name)
        metrics = self._who.fontMetrics()
        shown = (metrics.elidedText(n, Qt.TextElideMode.ElideRight, _WIDEST_NAME) for n in names)
        self._who.setText(as_label(" · ".join(shown)))
        who = self.tr("Quem olha a fila: {who}").format(who=" · ".join(names))
        self._who.setAccessibleName(who)

    def offer(
        self,
        people: Sequence[Reference],
        teams: Sequence[Team],
        person: Reference | None,
        team: Team | None,
    ) -> None:
        """Offer the people and teams to choose from, the current ones marked."""
        self._menu.clear()
        persons, areas = QActionGroup(self._menu), QActionGroup(self._menu)
        self._menu.addSection(self.tr("Minha fila é a de"))
        for reference in people:
            self._offer(persons, reference.name, reference, checked=reference == person)
        self._menu.addSection(self.tr("Minha equipe é"))
        for known in teams:
            checked = team is not None and known.key == team.key
            self._offer(areas, known.name, known, checked=checked)
        persons.triggered.connect(self._on_person)
        areas.triggered.connect(self._on_team)
        self.show_who(person, team)

    def _offer(self, group: QActionGroup, text: str, value: object, *, checked: bool) -> None:
        action = QAction(as_label(text), group)
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(checked)
        self._menu.addAction(action)

    def _on_person(self, action: QAction) -> None:
        self.person_chosen.emit(action.data())

    def _on_team(self, action: QAction) -> None:
        self.team_chosen.emit(action.data())

    def _add(self, view: AnyView, title: str) -> None:
        chip = ViewChip(title, self)
        chip.clicked.connect(self._on_clicked)
        self._group.addButton(chip)
        self._row.insertWidget(len(self._chips), chip)
        self._chips.append((view, chip))
        if isinstance(view, SavedView):
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.setToolTip(self.tr("Visão salva; Del a esquece"))
            chip.customContextMenuRequested.connect(self._on_menu_asked)
            forget = QAction(self.tr("Esquecer a visão"), chip)
            forget.setShortcut("Del")
            forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            forget.triggered.connect(self._on_forget)
            chip.addAction(forget)

    def _on_clicked(self) -> None:
        sender = self.sender()
        self.chosen.emit(next(view for view, chip in self._chips if chip is sender))

    def _on_menu_asked(self, at: QPoint) -> None:
        chip = self.sender()
        if isinstance(chip, ViewChip):
            menu = QMenu(chip)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(chip.actions())
            menu.popup(chip.mapToGlobal(at))

    def _on_forget(self) -> None:
        action = self.sender()
        owner = action.parent() if action is not None else None
        found = [view for view, chip in self._chips if chip is owner]
        if found:
            self.forget_asked.emit(found[0])
