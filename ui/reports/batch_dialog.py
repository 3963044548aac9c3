"""A month's statements for every client: what to check, what was issued, what failed (CON-7)."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.domain.changes import Changes, Kind
from app.domain.money import total
from app.services.consulting_statements import BatchLine, ConsultingStatements
from app.services.month_close import ClientCheck, MonthClose
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.format import count
from ui.format import month as month_text
from ui.jobs import Cancelled, Job, Lane, Progress, ProgressReport
from ui.override import override
from ui.theme import strong
from ui.tokens import GRID
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (900, 560)
_REMARK = 3
ISSUED = Changes(frozenset({Kind.DOCUMENT, Kind.TIME}))


class BatchDialog(QDialog):
    """Shows what should be looked at first, then issues one statement after the other.

    Cancelling keeps those that were issued.
    """

    def __init__(
        self, workspace: Workspace, month: date, context: WindowContext, parent: QWidget
    ) -> None:
        """Look at the month at once; nothing is issued before somebody says so."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Demonstrativos do mês"))
        self._workspace = workspace
        self._month = month
        self._context = context
        self._lines: list[BatchLine] = []
        self._title = QLabel(month_text(month), self)
        self._title.setFont(strong(self.font()))
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(self.tr("Andamento"))
        self._bar.setTextVisible(False)
        self.table = LinesTable(self.tr("O que aconteceu com cada cliente"), context, self)
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.issue_button = buttons.addButton(
            self.tr("&Emitir todos"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.issue_button.setEnabled(False)
        buttons.accepted.connect(self.issue)
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
            partial(_check_all, workspace.month_close, month),
            self._on_checked,
            self._on_unchecked,
            owner=self,
            lane=Lane.READ,
            title=self.tr("Conferindo o mês"),
            progressed=self._on_progressed,
        )

    def issue(self) -> None:
        """Issue the month for every client."""
        self.issue_button.hide()
        self.close_button.setText(self.tr("&Cancelar"))
        self.table.show_lines(Lines())
        self._job = self._context.jobs.submit_long(
            partial(_issue_all, self._workspace.statements, self._month, self._lines),
            self._on_done,
            self._on_failed,
            owner=self,
            lane=Lane.READ,  # it writes in short pieces: nobody's saving waits for it
            title=self.tr("Emitindo os demonstrativos"),
            progressed=self._on_progressed,
        )

    def _on_checked(self, checks: list[ClientCheck]) -> None:
        self._job = None
        self._fill_bar()
        remarked = sum(bool(check.remarks) for check in checks)
        amount = total(check.amount for check in checks)
        said = self.tr(
            "{clients} clientes com minutos · {amount} a cobrar · {remarked} com algo a conferir"
        )
        self.verdict.setText(
            said.format(clients=len(checks), amount=amount.in_reais, remarked=remarked)
        )
        first = sorted(checks, key=lambda check: not check.remarks)
        rows = [
            (
                check.client,
                count(check.minutes),
                check.amount.in_reais,
                " · ".join(check.remarks) or self.tr("em ordem"),
            )
            for check in first
        ]
        marks = {(n, _REMARK): "\n".join(c.remarks) for n, c in enumerate(first) if c.remarks}
        headings = (self.tr("cliente"), self.tr("minutos"), self.tr("valor"), self.tr("a conferir"))
        self.table.show_lines(Lines(headings, rows, marks, figures=(1, 2), wide=_REMARK))
        self.close_button.setText(self.tr("&Fechar"))
        self.issue_button.setEnabled(any(check.has_lines for check in checks))
        if self.issue_button.isEnabled():
            self.issue_button.setDefault(True)
            self.issue_button.setFocus()

    def _on_unchecked(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, Cancelled):
            self._context.failures.report(error)
        super().reject()

    def _fill_bar(self) -> None:
        self._bar.setRange(0, 1)
        self._bar.setValue(1)

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
        self._fill_bar()
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


def _check_all(close: MonthClose, month: date, progress: Progress) -> list[ClientCheck]:
    checks: list[ClientCheck] = []
    for check in close.checks(month):
        checks.append(check)
        progress.report(len(checks), check.total, check.client)
    return checks


def _issue_all(
    statements: ConsultingStatements, month: date, lines: list[BatchLine], progress: Progress
) -> list[BatchLine]:
    for line in statements.issue_all(month):
        lines.append(line)
        progress.report(len(lines), line.total, line.client)
    return lines
