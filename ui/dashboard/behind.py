"""The tickets behind a number: how many there are, and each to be opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.domain.clock import from_epoch
from app.services.dashboard import TicketsBehind
from ui.composition import WindowContext
from ui.dashboard.charts import severity_word
from ui.format import count, full_moment
from ui.icons import IconName
from ui.theme import strong
from ui.tokens import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.lines_table import Lines, LinesTable


class BehindList(QStackedWidget):
    """Says what can be asked, then shows the tickets of what was."""

    chosen = Signal(int)  # number

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        """Show no ticket yet."""
        super().__init__(parent)
        nothing = EmptyState(IconName.DASHBOARD, context.icons, context.theme, self)
        nothing.say(
            self.tr("Escolha um número"),
            self.tr("Cada número e cada barra mostra aqui os chamados que conta."),
        )
        shown = QWidget(self)
        self.title = QLabel(shown)
        self.title.setFont(strong(self.font()))
        self.title.setWordWrap(True)
        self.table = LinesTable(self.tr("Chamados por trás do número"), context, shown)
        self.table.activated.connect(self._on_activated)
        self._rows: tuple[int, ...] = ()
        column = QVBoxLayout(shown)
        column.setContentsMargins(GRID, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.table, 1)
        self.addWidget(nothing)
        self.addWidget(shown)

    def clear(self) -> None:
        """Show no ticket any more."""
        self._rows = ()
        self.table.show_lines(Lines())
        self.setCurrentIndex(0)

    @property
    def current(self) -> int | None:
        """The number of the ticket stood on."""
        row = self.table.currentIndex().row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def show_tickets(self, what: str, found: TicketsBehind) -> None:
        """Show the tickets of a number."""
        counted = self.tr("%n chamado(s)", "", found.count)
        told = self.tr("{what}: {count}").format(
            what=what[:1].upper() + what[1:],
            count=counted if found.count else self.tr("nenhum chamado"),
        )
        if len(found.rows) < found.count:
            told += self.tr(", os primeiros {count}").format(count=count(len(found.rows)))
        self.title.setText(told)
        self._rows = tuple(row.number for row in found.rows)
        headings = (
            self.tr("chamado"),
            self.tr("prazo"),
            self.tr("severidade"),
            self.tr("cliente"),
            self.tr("resumo"),
            self.tr("dono"),
        )
        rows = [
            (
                f"{row.number:08d}",
                "" if row.due_at is None else full_moment(from_epoch(row.due_at))[:-3],
                severity_word(row.severity),
                row.client,
                row.summary,
                row.assignee,
            )
            for row in found.rows
        ]
        self.table.show_lines(Lines(headings, rows))
        self.setCurrentIndex(1)

    def _on_activated(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
