"""Every revision of a calendar: who made it, why, from what, and what it changed (SLA-11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.calendar_differences import Differences, differences
from app.domain.calendar_plan import CalendarPlan, Recess, YearlyDay
from app.domain.clock import from_epoch, local_date
from app.domain.day_layout import layout_of
from app.domain.team_calendar import DayException, Holiday, WeeklyWindows
from app.services.calendar_editing import KeptRevision
from app.services.workspace import Workspace
from ui.calendar.bar import monday_of
from ui.calendar.plan_words import told
from ui.calendar.week_sketch import WeekSketch
from ui.composition import WindowContext
from ui.format import full_day, moment
from ui.jobs import Lane
from ui.tokens import GRID
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (860, 620)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two revisions, one after the other; none before the first."""

    before: CalendarPlan | None
    after: CalendarPlan


class HistoryDialog(QDialog):
    """Lists revisions; the chosen one is drawn beside the one before it."""

    undo_asked = Signal()

    def __init__(
        self, team: str, name: str, workspace: Workspace, context: WindowContext, parent: QWidget
    ) -> None:
        """Ask for the revisions of a team."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Histórico do calendário · {team}").format(team=name))
        self._team = team
        self._workspace = workspace
        self._context = context
        self._revisions: Sequence[KeptRevision] = ()
        self.table = LinesTable(self.tr("Revisões"), context, self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.before = WeekSketch(self.tr("Como era"), context.theme, self, editable=False)
        self.after = WeekSketch(self.tr("Como ficou"), context.theme, self, editable=False)
        self.undo_button = QPushButton(self.tr("&Desfazer a última mudança…"), self)
        self.undo_button.setEnabled(False)
        self.undo_button.setAutoDefault(False)
        self.undo_button.clicked.connect(self.undo_asked)
        self._captions: list[QLabel] = []
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.show_history()

    def show_history(self) -> None:
        """Ask for the revisions again."""
        ask = partial(self._workspace.calendar_editing.history, self._team)
        self._context.jobs.submit(ask, self._on_history, owner=self, lane=Lane.READ)

    def _lay_out(self) -> None:
        pictures = QHBoxLayout()
        pictures.setSpacing(2 * GRID)
        for caption, sketch in (
            (self.tr("Como era"), self.before),
            (self.tr("Como ficou"), self.after),
        ):
            column = QVBoxLayout()
            self._captions.append(QLabel(caption, self))
            column.addWidget(self._captions[-1])
            column.addWidget(sketch, 1)
            pictures.addLayout(column)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.undo_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.table, 2)
        column.addWidget(self.words)
        column.addLayout(pictures, 3)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    def _on_history(self, revisions: tuple[KeptRevision, ...]) -> None:
        self._revisions = revisions
        self.undo_button.setEnabled(len(revisions) > 1)
        now = self._context.clock.now()
        headings = (
            self.tr("nº"),
            self.tr("quando"),
            self.tr("quem"),
            self.tr("motivo"),
            self.tr("fonte"),
        )
        rows = [
            (str(r.number), moment(from_epoch(r.created_at), now), r.author, r.reason, r.source)
            for r in revisions
        ]
        self.table.show_lines(Lines(headings, rows, figures=(0,), wide=3))
        self._on_chosen()

    def _on_chosen(self) -> None:
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self._revisions):
            return
        ask = partial(_pair, self._workspace, self._team, self._revisions[row].number)
        self._context.jobs.submit(ask, self._on_pair, owner=self, lane=Lane.READ)

    def _on_pair(self, pair: _Pair) -> None:
        today = local_date(self._context.clock.now())
        if pair.before is None:
            self.words.setText(self.tr("O calendário com que a mesa começou."))
            self.before.show_week([()] * 7)
            self.after.show_week(pair.after.versions[0].week)
            return
        found = differences(pair.before, pair.after)
        self.words.setText("\n".join(told(found)))
        monday = monday_of(day_of(found, today))
        old, new = _week_of(pair.before, monday), _week_of(pair.after, monday)
        marked = frozenset(day for day in range(7) if old[day] != new[day])
        self.before.show_week(old, marked)
        self.after.show_week(new, marked)
        when = self.tr("semana de {day}").format(day=full_day(monday))
        for caption, text in (
            (self._captions[0], self.tr("Como era")),
            (self._captions[1], self.tr("Como ficou")),
        ):
            caption.setText(f"{text} · {when}")


def day_of(found: Differences, today: date) -> date:
    """Return a day on which a difference can be seen: the first of a version, else of a day."""
    if found.versions:
        return max(change.first_valid for change in found.versions)
    for edit in found.edits:
        what = edit.what
        if isinstance(what, (DayException, Holiday)):
            return what.date
        if isinstance(what, YearlyDay):
            named = what.in_year(max(today.year, what.since))
            return today if named is None else named.date
        assert isinstance(what, Recess)
        return next(what.days(max(today.year, what.since)))
    return today


def _week_of(plan: CalendarPlan, monday: date) -> WeeklyWindows:
    revision = plan.revision()
    days = (monday + timedelta(days=day) for day in range(7))
    return tuple(layout_of(revision, day).windows for day in days)


def _pair(workspace: Workspace, team: str, number: int) -> _Pair:
    editing = workspace.calendar_editing
    before = editing.plan(team, number - 1) if number > 1 else None
    return _Pair(before, editing.plan(team, number))
