"""The statements of a month for every client: what was issued, what failed and why (CON-7)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.domain.changes import Changes, Kind
from app.services.consulting_statements import BatchLine, ConsultingStatements
from ui.composition import WindowContext
from ui.format import month as month_text
from ui.jobs import Cancelled, Job, Lane, Progress, ProgressReport
from ui.override import override
from ui.theme import strong
from ui.tokens import GRID
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (900, 560)
ISSUED = Changes(frozenset({Kind.DOCUMENT, Kind.TIME}))


class BatchDialog(QDialog):
    """Issues one statement after the other; cancelling keeps those that were issued."""

    def __init__(
        self, statements: ConsultingStatements, month: date, context: WindowContext, parent: QWidget
    ) -> None:
        """Begin with the month at once."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Demonstrativos do mês"))
        self._context = context
        self._lines: list[BatchLine] = []
        self._title = QLabel(month_text(month), self)
        self._title.setFont(strong(self.font()))
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(self.tr("Andamento"))
        self.table = LinesTable(self.tr("O que aconteceu com cada cliente"), context, self)
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.close_button = buttons.addButton(
            self.tr("&Cancelar"), QDialogButtonBox.ButtonRole.RejectRole
        )
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (self._title, self._bar, self.verdict):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(*_SIZE)
        self._job: Job | None = context.jobs.submit_long(
            partial(_issue_all, statements, month, self._lines),
            self._on_done,
            self._on_failed,
            owner=self,
            lane=Lane.READ,  # it writes in short pieces: nobody's saving waits for it
            title=self.tr("Emitindo os demonstrativos"),
            progressed=self._on_progressed,
        )

    @override
    def reject(self) -> None:
        """Cancel what runs; once nothing runs, close."""
        if self._job is None:
            super().reject()
        else:
            self._job.cancel()

    def _on_progressed(self, report: ProgressReport) -> None:
        self._bar.setRange(0, report.total or 0)
        self._bar.setValue(report.done)
        self.verdict.setText(report.text)

    def _on_done(self, _lines: list[BatchLine]) -> None:
        self._finish(self.tr("{issued} emitidos, {failed} não emitidos"))

    def _on_failed(self, error: Exception) -> None:
        said = self.tr("Cancelado: {issued} emitidos ficam, {failed} não emitidos")
        self._finish(said)
        if not isinstance(error, Cancelled):
            self._context.failures.report(error)

    def _finish(self, said: str) -> None:
        self._job = None
        lines = list(self._lines)
        issued = sum(line.document is not None for line in lines)
        self.verdict.setText(said.format(issued=issued, failed=len(lines) - issued))
        self._bar.setRange(0, 1)
        self._bar.setValue(1)
        self.close_button.setText(self.tr("&Fechar"))
        failed_first = sorted(lines, key=lambda line: line.document is not None)
        rows = [
            (
                line.client,
                line.reason if line.document is None else f"nº {line.document.number:06d}",
            )
            for line in failed_first
        ]
        marks = {
            (place, 1): line.reason
            for place, line in enumerate(failed_first)
            if line.document is None
        }
        headings = (self.tr("cliente"), self.tr("demonstrativo"))
        self.table.show_lines(Lines(headings, rows, marks, wide=1))
        self._context.bus.publish(ISSUED)


def _issue_all(
    statements: ConsultingStatements, month: date, lines: list[BatchLine], progress: Progress
) -> list[BatchLine]:
    for line in statements.issue_all(month):
        lines.append(line)
        progress.report(len(lines), line.total, line.client)
    return lines
