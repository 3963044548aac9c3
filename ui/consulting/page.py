"""The page Consultoria: every consulting by where it stands, the chosen one beside (CON-1)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.consulting import AgreedTime, Stage
from app.domain.time_entries import Span
from app.services.consulting import ConsultingService, ListedConsulting
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.consulting_words import consulting_word
from ui.format import clock_span, clock_time, moment
from ui.icons import IconName
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.theme import strong
from ui.tokens import GRID, HALF
from ui.widgets.act_button import act_button
from ui.widgets.asked_work import open_to_do
from ui.widgets.empty_state import EmptyState
from ui.widgets.hairline import Hairline
from ui.widgets.lines_table import Lines, LinesTable

_SHARE = (45, 55)
_AHEAD = 14 * 86_400
_CLIENT, _TIME = 2, 3


class ConsultingPage(Page):
    """Consultings in the order in which they ask for somebody; a panel shows the chosen one."""

    ticket_shown = Signal(object)  # number, or None

    def __init__(self, workspace: Workspace, context: WindowContext, panel: QWidget) -> None:
        """Lay out the page; ``panel`` shows the ticket the keyboard stands on."""
        super().__init__(PageId.CONSULTING, context.bus)
        self._context = context
        self._workspace = workspace
        self._service: ConsultingService = workspace.consulting
        self._listed: Sequence[ListedConsulting] = ()
        self._summary = QLabel(self)
        self._summary.setObjectName("muted")
        self._agreed: Sequence[AgreedTime] = ()
        self._agreed_title = QLabel(self.tr("Agendamentos dos próximos 14 dias"), self)
        self._agreed_title.setFont(strong(self.font()))
        self._agreed_title.setContentsMargins(GRID, GRID, GRID, HALF)
        self.agreed = LinesTable(self.tr("Agendamentos"), context, self)
        self.agreed.activated.connect(self._on_agreed)
        self._stack = QStackedWidget(self)
        self.table = LinesTable(self.tr("Consultorias"), context, self._stack)
        self._vacancy = EmptyState(IconName.CONSULTING, context.icons, context.theme, self._stack)
        self._vacancy.say(
            self.tr("Nenhuma consultoria"),
            self.tr("Um chamado vira consultoria com a tecla C, na fila. Aqui se vê a de cada um."),
        )
        make = context.actions.make
        self._week = make(ActionId.WEEK_SHEET, self._on_week, self)
        self._import = make(ActionId.IMPORT_TIMES, self._on_import, self)
        self._export = make(ActionId.EXPORT_TIMES, self._on_export, self)
        self._lay_out(panel)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.refresh(Changes())

    @override
    def cares_about(self, changes: Changes) -> bool:
        """Tickets, minutes and statements decide where a consulting stands."""
        shown = (Kind.TICKET, Kind.TIME, Kind.DOCUMENT, Kind.RATE)
        return any(changes.touches(kind) for kind in shown)

    @override
    def refresh(self, changes: Changes) -> None:
        """Read the list again; the one stood on stays in sight."""
        self._context.jobs.submit(self._service.listed, self._show, owner=self, lane=Lane.READ)
        now = to_epoch(self._context.clock.now())
        agreed = partial(self._service.appointments, Span(now, now + _AHEAD))
        self._context.jobs.submit(agreed, self._show_agreed, owner=self, lane=Lane.READ)

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    @override
    def ticket_for_timer(self) -> int | None:
        """Return the ticket that the timer key means."""
        chosen = self.selected_tickets()
        return chosen[0] if chosen else None

    def selected_tickets(self) -> tuple[int, ...]:
        """Return the chosen ticket."""
        row = self.table.currentIndex().row()
        return (self._listed[row].ticket,) if 0 <= row < len(self._listed) else ()

    def selects_many(self) -> bool:
        """Tell that acts are done one by one here."""
        return False

    def _lay_out(self, panel: QWidget) -> None:
        left = QWidget(self)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        self._summary.setContentsMargins(GRID, GRID, GRID, GRID)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self.table)
        acts = QHBoxLayout()
        acts.setContentsMargins(GRID, GRID, GRID, 0)
        acts.setSpacing(GRID)
        for action in (self._week, self._import, self._export):
            acts.addWidget(act_button(action, left))
        acts.addStretch(1)
        side.addLayout(acts)
        side.addWidget(self._summary)
        side.addWidget(Hairline(parent=left))
        side.addWidget(self._stack, 2)
        side.addWidget(self._agreed_title)
        side.addWidget(self.agreed, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(zip((left, panel), _SHARE, strict=True)):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 20 for share in _SHARE])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    def _show(self, listed: Sequence[ListedConsulting]) -> None:
        stood_on = self.selected_tickets()
        self._listed = listed
        headings = (
            self.tr("situação"),
            self.tr("chamado"),
            self.tr("cliente"),
            self.tr("tempo"),
        )
        rows = [
            (
                consulting_word(entry.stage),
                f"{entry.ticket:08d}",
                entry.client,
                clock_span(entry.seconds),
            )
            for entry in listed
        ]
        self.table.show_lines(Lines(headings, rows, figures=(_TIME,), wide=_CLIENT))
        places = [n for n, entry in enumerate(listed) if entry.ticket in stood_on]
        if places:
            self.table.selectRow(places[0])
        self._stack.setCurrentWidget(self.table if listed else self._vacancy)
        to_check = sum(entry.stage is Stage.TO_CHECK for entry in listed)
        pending = sum(entry.stage is Stage.LETTER_PENDING for entry in listed)
        said = self.tr("{all} consultorias · {check} a conferir · {letters} com carta pendente")
        self._summary.setText(said.format(all=len(listed), check=to_check, letters=pending))
        self._on_chosen()

    def _show_agreed(self, agreed: Sequence[AgreedTime]) -> None:
        """Show what was agreed with clients, each tool and specialist with it (CON-3, CON-8)."""
        self._agreed = agreed
        now = self._context.clock.now()
        rows = [
            (
                f"{moment(from_epoch(one.span.start), now)}–{clock_time(from_epoch(one.span.end))}",
                f"{one.ticket:08d}",
                one.client,
                " · ".join(part for part in (one.tool, one.specialist) if part),
            )
            for one in agreed
        ]
        headings = (
            self.tr("quando"),
            self.tr("chamado"),
            self.tr("cliente"),
            self.tr("com o quê, e quem"),
        )
        self.agreed.show_lines(Lines(headings, rows, wide=2))
        for part in (self._agreed_title, self.agreed):
            part.setVisible(bool(rows))

    def _on_agreed(self) -> None:
        """Stand on the consulting of an appointment."""
        row = self.agreed.currentIndex().row()
        if 0 <= row < len(self._agreed):
            numbers = [entry.ticket for entry in self._listed]
            if self._agreed[row].ticket in numbers:
                self.table.selectRow(numbers.index(self._agreed[row].ticket))
                self.table.setFocus()

    def _on_chosen(self) -> None:
        chosen = self.selected_tickets()
        self.ticket_shown.emit(chosen[0] if chosen else None)

    def _on_week(self) -> None:
        from ui.dialogs.week_sheet import WeekDialog

        WeekDialog(self._workspace, self._context, self).open()

    def _on_import(self) -> None:
        from ui.dialogs.import_times import ImportTimesDialog

        ImportTimesDialog(self._workspace.time_import, self._context, self).open()

    def _on_export(self) -> None:
        from ui.dialogs.export_times import ExportTimesForm, export_times

        form = ExportTimesForm(local_date(self._context.clock.now()), self)
        export = partial(export_times, self._workspace)
        open_to_do(form, export, self._on_exported, self._context.jobs)

    def _on_exported(self, exported: tuple[int, Path]) -> None:
        count, path = exported
        said = self.tr("%n apontamento(s) exportado(s)", "", count)
        self._context.notices.done(f"{said}: {path}")
