"""The page Ouvidoria: what it was told, seen by its people alone (OUV-2)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch
from app.domain.queue_view import QueueFilter, QueueRow, Scope
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.services.queue import QueueService
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.desk_words import word
from ui.format import moment
from ui.icons import IconName
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.tokens import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.hairline import Hairline
from ui.widgets.lines_table import Lines, LinesTable

_MOST = 1000
_SHARE = (55, 45)
_ITS_OWN = QueueFilter(scope=Scope.ALL, teams=(OMBUDSMAN,))


class OmbudsmanPage(Page):
    """Open manifestations by urgency, then the closed ones; the chosen one beside them."""

    ticket_shown = Signal(object)  # number, or None
    manifestation_asked = Signal()

    def __init__(self, workspace: Workspace, context: WindowContext, panel: QWidget) -> None:
        """Lay out the page; ``panel`` shows the ticket the keyboard stands on."""
        super().__init__(PageId.OMBUDSMAN, context.bus)
        self._context = context
        self._desk = workspace.desk
        self._queue: QueueService = workspace.queue
        self._numbers: list[int] = []
        self._panel = panel
        self._stack = QStackedWidget(self)
        self.table = LinesTable(self.tr("Manifestações"), context, self._stack)
        self._vacancy = EmptyState(IconName.OMBUDSMAN, context.icons, context.theme, self._stack)
        self._new = context.actions.make(
            ActionId.NEW_MANIFESTATION, self.manifestation_asked.emit, self
        )
        self._summary = QLabel(self)
        self._summary.setObjectName("muted")
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.refresh(Changes())

    @override
    def cares_about(self, changes: Changes) -> bool:
        """Tickets change, and with who sits here what may be seen."""
        return changes.touches(Kind.TICKET) or changes.touches(Kind.SETTING)

    @override
    def refresh(self, changes: Changes) -> None:
        """Read the list again, for those who may see it."""
        if not self._desk.may(Right.OMBUDSMAN):
            self._show([])
            return
        work = partial(_rows, self._queue)
        self._context.jobs.submit(work, self._show, owner=self, lane=Lane.READ)

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        (self.table if self._numbers else self._button).setFocus()

    def selected_tickets(self) -> tuple[int, ...]:
        """Return the chosen ticket."""
        row = self.table.currentIndex().row()
        return (self._numbers[row],) if 0 <= row < len(self._numbers) else ()

    def selects_many(self) -> bool:
        """Tell that acts are done one by one here."""
        return False

    def _lay_out(self) -> None:
        self._button = QPushButton(self._new.text().rstrip("…"), self)
        self._button.setToolTip(self._new.toolTip())
        self._button.clicked.connect(self._new.trigger)
        top = QHBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID)
        top.addWidget(self._button)
        top.addStretch(1)
        top.addWidget(self._summary)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self.table)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(zip((self._stack, self._panel), _SHARE, strict=True)):
            self._splitter.addWidget(part)
            self._splitter.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline(parent=self))
        column.addWidget(self._splitter, 1)

    def _show(self, rows: list[QueueRow]) -> None:
        stood_on = self.selected_tickets()
        self._numbers = [row.number for row in rows]
        now = self._context.clock.now()
        headings = (
            self.tr("chamado"),
            self.tr("manifestação"),
            self.tr("cliente"),
            self.tr("situação"),
            self.tr("prazo"),
        )
        lines = [
            (
                f"{row.number:08d}",
                row.summary,
                row.client,
                row.status_name or word(row.status),
                "" if row.due_at is None else moment(from_epoch(row.due_at), now),
            )
            for row in rows
        ]
        self.table.show_lines(Lines(headings, lines, wide=2))
        if stood_on and stood_on[0] in self._numbers:
            self.table.selectRow(self._numbers.index(stood_on[0]))
        still_open = sum(row.closed_at is None for row in rows)
        self._summary.setText(self.tr("%n em aberto", "", still_open) if rows else "")
        if not rows:
            self._explain()
        self._stack.setCurrentWidget(self.table if rows else self._vacancy)
        self._panel.setVisible(bool(rows))
        self.ticket_shown.emit(next(iter(self.selected_tickets()), None))

    def _explain(self) -> None:
        if self._desk.may(Right.OMBUDSMAN):
            self._vacancy.say(
                self.tr("Nenhuma manifestação"),
                self.tr("Aqui ficam os elogios e as reclamações que a Ouvidoria responde."),
                self._new,
            )
            return
        self._vacancy.say(
            self.tr("A Ouvidoria é vista só pelos seus"),
            self.tr(
                "OUV-2: o que foi dito à Ouvidoria só aparece para quem é dela; troque de pessoa "
                "na Fila. Registrar uma manifestação, qualquer um pode."
            ),
            self._new,
        )

    def _on_chosen(self) -> None:
        self.ticket_shown.emit(next(iter(self.selected_tickets()), None))


def _rows(queue: QueueService) -> list[QueueRow]:
    return queue.rows(queue.numbers(_ITS_OWN, limit=_MOST))
