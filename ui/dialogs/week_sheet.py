"""The week of a consultant: days by consultings, what is missing, all of it by keyboard (CON-4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, local_date, to_brasilia
from app.domain.time_entries import Span, TimeEntry
from app.domain.week_sheet import DAYS, WeekSheet
from app.services.time_entries import Logged
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.consulting_words import consulting_word
from ui.dialogs.time_forms import FreeTime, TimeForm, VoidForm
from ui.failures import describe
from ui.format import clock_span, day
from ui.jobs import Lane
from ui.override import override
from ui.theme import strong
from ui.tokens import GRID
from ui.widgets.asked_work import open_to_do
from ui.widgets.form_dialog import FormDialog
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (980, 620)
_MARK = 3


class WeekDialog(QDialog):
    """The week above, its chosen day below; Enter accounts for time, Delete takes it back."""

    def __init__(self, workspace: Workspace, context: WindowContext, parent: QWidget) -> None:
        """Show this week of whoever sits here."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Semana"))
        self._workspace = workspace
        self._context = context
        self._sheet: WeekSheet | None = None
        self._lines: Sequence[TimeEntry | Span] = ()
        today = local_date(context.clock.now())
        self._monday = today - timedelta(days=today.weekday())
        self._today = today
        self.form: FormDialog | None = None
        self.title = QLabel(self)
        self.title.setFont(strong(self.font()))
        self.person = QComboBox(self)
        self.person.setAccessibleName(self.tr("De quem é a semana"))
        self.grid = LinesTable(self.tr("Semana por chamado e dia"), context, self)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.day_title = QLabel(self)
        self.day_title.setFont(strong(self.font()))
        self.table = LinesTable(self.tr("O dia escolhido"), context, self)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._lay_out()
        self.grid.selectionModel().currentChanged.connect(self._show_day)
        self.grid.activated.connect(self._on_cell)
        self.table.activated.connect(self._on_line)
        self.person.currentIndexChanged.connect(self.read)
        context.bus.changed.connect(self._on_changed)
        for key, act in (
            ("Alt+Left", partial(self._go, -1)),
            ("Alt+Right", partial(self._go, 1)),
            ("Delete", self._on_void),
        ):
            QShortcut(QKeySequence(key), self, act)
        self._meet()
        self.grid.setFocus()

    @property
    def sheet(self) -> WeekSheet | None:
        """What is shown."""
        return self._sheet

    @property
    def chosen_day(self) -> date:
        """The day that the keyboard stands on; the first before any."""
        column = self.grid.currentIndex().column()
        return self._monday + timedelta(days=min(max(column - 1, 0), DAYS - 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter to the tables: a dialog would press the button of the form just opened."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        for text, name, step in (
            ("←", self.tr("Semana anterior"), -1),
            ("→", self.tr("Próxima semana"), 1),
        ):
            button = QToolButton(self)
            button.setObjectName("act")
            button.setText(text)
            button.setAccessibleName(name)
            key = "Alt+←" if step < 0 else "Alt+→"
            button.setToolTip(f"{name} ({key})")
            button.clicked.connect(partial(self._go, step))
            top.addWidget(button)
        top.addWidget(self.title, 1)
        top.addWidget(self.person)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        hint = QLabel(
            self.tr(
                "Enter na célula ou num intervalo aponta tempo; num apontamento, corrige; "
                "Delete anula."
            ),
            self,
        )
        hint.setObjectName("muted")
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self.grid, 3)
        column.addWidget(self.day_title)
        column.addWidget(self.table, 2)
        column.addWidget(self._refusal)
        column.addLayout(foot)
        self.resize(*_SIZE)

    def _meet(self) -> None:
        """Offer everybody of the desk, whoever sits here first."""
        here = self._workspace.desk.person
        names = [person.name for person in self._workspace.queue.people()]
        self.person.blockSignals(True)
        self.person.addItems(names)
        self.person.setCurrentIndex(names.index(here) if here in names else 0)
        self.person.blockSignals(False)
        self.read()

    def read(self) -> None:
        """Read the week shown again."""
        week = partial(
            self._workspace.time_entries.week, self._monday, self.person.currentText() or None
        )
        self._context.jobs.submit(week, self._show, self._refuse, owner=self, lane=Lane.READ)

    def _go(self, weeks: int) -> None:
        self._monday += timedelta(weeks=weeks)
        self.read()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.TIME):
            self.read()

    def _refuse(self, error: Exception) -> None:
        self._refusal.setText(describe(error).told())
        self._refusal.show()

    def _show(self, sheet: WeekSheet) -> None:
        at = self.grid.currentIndex()
        is_first = self._sheet is None
        self._sheet = sheet
        self._refusal.hide()
        days = sheet.days
        whole = sum(sheet.total(one) for one in days)
        said = self.tr("{first} a {last} · {time} apontadas")
        self.title.setText(
            said.format(first=day(days[0]), last=day(days[-1], self._today), time=_hours(whole))
        )
        headings = [self.tr("chamado"), *(day(one) for one in days), self.tr("total")]
        rows = [self._row(self._named(n), partial(sheet.seconds, n)) for n in sheet.tickets]
        rows.append(self._row(self.tr("total do dia"), sheet.total))
        rows.append(self._row(self.tr("sem apontamento"), sheet.gap_seconds))
        marks = {
            (len(rows) - 1, place + 1): self.tr("há horas da equipe sem apontamento")
            for place, one in enumerate(days)
            if sheet.gap_seconds(one)
        }
        self.grid.show_lines(Lines(headings, rows, marks, figures=range(1, DAYS + 2)))
        row, column = (0, 1 + self._today.weekday()) if is_first else (at.row(), at.column())
        model = self.grid.model()
        self.grid.setCurrentIndex(model.index(min(row, len(rows) - 1), max(column, 1)))
        self._show_day()

    def _row(self, name: str, seconds: Callable[[date], int]) -> list[str]:
        assert self._sheet is not None
        told = [seconds(one) for one in self._sheet.days]
        return [name, *(_hours(part) if part else "" for part in told), _hours(sum(told))]

    def _named(self, ticket: int) -> str:
        return f"{ticket:08d}" if ticket else self.tr("reservado")

    def _show_day(self) -> None:
        if self._sheet is None:
            return
        chosen = self.chosen_day
        self.day_title.setText(day(chosen, self._today))
        gaps, entries = self._sheet.gaps_on(chosen), self._sheet.entries_on(chosen)
        self._lines = sorted([*gaps, *entries], key=lambda one: _span(one).start)
        rows = [self._line(one) for one in self._lines]
        marks = {
            (row, _MARK): self.tr("horas da equipe sem apontamento")
            for row, one in enumerate(self._lines)
            if isinstance(one, Span)
        }
        headings = (
            self.tr("de"), self.tr("a"), self.tr("tempo"), self.tr("chamado"),
            self.tr("atividade"), self.tr("o que foi feito"),
        )  # fmt: skip
        self.table.show_lines(Lines(headings, rows, marks))

    def _line(self, one: TimeEntry | Span) -> tuple[str, ...]:
        span = _span(one)
        times = (_wall(span.start), _wall(span.end), _hours(span.seconds))
        if isinstance(one, Span):
            return (*times, self.tr("sem apontamento"), "", "")
        words = one.description
        if one.voided is not None:
            words = self.tr("anulado: {reason}").format(reason=one.voided.reason)
        return (*times, self._named(one.ticket), consulting_word(one.activity), words)

    def _on_cell(self) -> None:
        """Account for time on the ticket and day of a cell; in a gap, for the first one."""
        if self._sheet is None:
            return
        row, tickets = self.grid.currentIndex().row(), self._sheet.tickets
        ticket = f"{tickets[row]:08d}" if row < len(tickets) and tickets[row] else ""
        gap = next(iter(self._sheet.gaps_on(self.chosen_day)), None)
        self._log(gap, ticket)

    def _on_line(self) -> None:
        chosen = self._chosen_line
        if isinstance(chosen, Span):
            self._log(chosen, "")
        elif chosen is not None and chosen.is_live and chosen.ticket:
            form = TimeForm(chosen, self._context.clock.now(), self)
            correct = partial(self._workspace.time_entries.correct, chosen.id)
            self._ask(form, correct, self.tr("Apontamento corrigido"))

    def _on_void(self) -> None:
        chosen = self._chosen_line
        if isinstance(chosen, TimeEntry) and chosen.is_live and chosen.ticket:
            void = partial(_void, self._workspace, chosen.id)
            self._ask(VoidForm(chosen, self), void, self.tr("Apontamento anulado"))

    @property
    def _chosen_line(self) -> TimeEntry | Span | None:
        row = self.table.currentIndex().row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _log(self, gap: Span | None, ticket: str) -> None:
        start, end = (None, None) if gap is None else (gap.start, gap.end)
        free = FreeTime(self.chosen_day, start, end, ticket, asks_ticket=True)
        form = TimeForm(None, self._context.clock.now(), self, free=free)
        log = partial(_log, self._workspace, self.person.currentText())
        self._ask(form, log, self.tr("Tempo apontado"))

    def _ask(self, form: FormDialog, act: Callable[[Mapping[str, str]], Logged], done: str) -> None:
        self.form = form
        open_to_do(form, act, partial(self._on_kept, done), self._context.jobs)

    def _on_kept(self, done: str, logged: Logged) -> None:
        self._context.notices.done(done)
        self._context.bus.publish(logged.changes)


def _log(workspace: Workspace, person: str, typed: Mapping[str, str]) -> Logged:
    return workspace.time_entries.log({**typed, "person": person})


def _void(workspace: Workspace, number: int, typed: Mapping[str, str]) -> Logged:
    return workspace.time_entries.void(number, typed["reason"])


def _span(one: TimeEntry | Span) -> Span:
    return one if isinstance(one, Span) else one.span


def _wall(instant: int) -> str:
    return f"{to_brasilia(from_epoch(instant)):%H:%M}"


def _hours(seconds: int) -> str:
    """Write a time as ``1:35``; seconds only where there are any."""
    text = clock_span(seconds).lstrip("0").removesuffix(":00")
    return f"0{text}" if text.startswith(":") else text
