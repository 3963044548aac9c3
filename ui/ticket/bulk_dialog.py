"""One act on many tickets: what it asks, what will and will not happen, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.services.bulk_acts import BulkLine, BulkOutcome
from app.services.spoken_fields import Entry
from app.services.tickets import TicketView
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.draft_keeper import DraftKeeper
from ui.failures import describe
from ui.jobs import Job, Lane, Progress
from ui.override import override
from ui.ticket.act_fields import ActField, label_of, read_fields
from ui.ticket_acts import TicketAct, act_text
from ui.tokens import GRID
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (720, 520)
_WHAT_HAPPENS = 3


class BulkDialog(QDialog):
    """The fields once, a line per ticket; nothing is done to those that refuse it."""

    finished_with = Signal(object)  # BulkOutcome

    def __init__(  # the act, what it is done to, and where
        self,
        act: TicketAct,
        view: TicketView,
        numbers: Sequence[int],
        workspace: Workspace,
        context: WindowContext,
        parent: QWidget,
    ) -> None:
        """Ask for an act on some tickets; ``view`` is the one the keyboard stands on."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = act_text(act.title).rstrip("…")
        self.setWindowTitle(self.tr("{act} · %n chamado(s)", "", len(numbers)).format(act=title))
        self._act = act
        self._workspace = workspace
        self._context = context
        self._lines: list[BulkLine] = []
        self._job: Job | None = None
        teams = workspace.desk.book.teams
        self.fields = {ask.name: ActField(ask, view, teams, self, of_all=True) for ask in act.asks}
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.table = LinesTable(self.tr("O que vai acontecer a cada chamado"), context, self)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.do_button = QPushButton(act_text(act.verb) or title, self)
        self.do_button.setDefault(True)
        self.do_button.setEnabled(False)
        self._lay_out()
        boxes = {name: field.box for name, field in self.fields.items()}
        DraftKeeper(context.drafts, f"{workspace.tickets.place} bulk {act.name}", boxes, self)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.do_button.click)
        preview = partial(workspace.bulk.preview, act.kind, tuple(numbers))
        context.jobs.submit(
            preview, self._on_previewed, self._on_not_previewed, owner=self, lane=Lane.READ
        )

    @property
    def refusal_text(self) -> str:
        """What is said of the act as a whole."""
        return self._refusal.text()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(GRID)
        for field in self.fields.values():
            form.addRow(label_of(field, self), field)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cance&lar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(form)
        for part in (self.verdict, self.table, self._refusal, buttons):
            column.addWidget(part, 1 if part is self.table else 0)
        self.resize(*_SIZE)

    def _on_not_previewed(self, error: Exception) -> None:
        self._refusal.setText(describe(error).told())
        self._refusal.show()

    def _on_previewed(self, lines: list[BulkLine]) -> None:
        self._lines = lines
        self._show({line.number: line.refusal for line in lines}, self.tr("muda"))
        willing = sum(not line.refusal for line in lines)
        self.do_button.setEnabled(willing > 0)
        said = self.tr("%n chamado(s) muda(m)", "", willing)
        if willing < len(lines):
            said += " · " + self.tr("%n fica(m) como está(ão)", "", len(lines) - willing)
        self.verdict.setText(said)

    def _show(
        self, refusals: dict[int, str], others: str, done: frozenset[int] = frozenset()
    ) -> None:
        """Show a line per ticket; what stays as it is says why, ``others`` is said of the rest."""
        headings = (
            self.tr("chamado"),
            self.tr("cliente"),
            self.tr("resumo"),
            self.tr("o que acontece"),
        )
        rows = [
            (
                f"{line.number:08d}",
                line.client,
                line.summary,
                refusals.get(line.number) or (self.tr("feito") if line.number in done else others),
            )
            for line in self._lines
        ]
        marks = {
            (row, _WHAT_HAPPENS): refusals[line.number]
            for row, line in enumerate(self._lines)
            if refusals.get(line.number)
        }
        self.table.show_lines(Lines(headings, rows, marks))

    def _on_accepted(self) -> None:
        said = read_fields(self.fields)
        if said is None:
            return
        entries = [
            {
                "act": self._act.name,
                "number": f"{line.number:08d}",
                "version": line.version,
                **said,
            }
            for line in self._lines
            if not line.refusal
        ]
        self.do_button.setEnabled(False)
        self._refusal.hide()
        self._job = self._context.jobs.submit_long(
            partial(perform_each, self._workspace, entries),
            self._on_done,
            self._on_failed,
            owner=self,
            title=act_text(self._act.title),
        )

    def _on_done(self, outcome: BulkOutcome) -> None:
        self._job = None
        self._context.bus.publish(outcome.changes)
        if not outcome.done and outcome.refused:
            self._tell(next(iter(outcome.refused.values())))
            return
        if not outcome.done:  # stopped before the first one
            super().reject()
            return
        self.finished_with.emit(outcome)
        willing = sum(not line.refusal for line in self._lines)
        if len(outcome.done) == willing:
            self.accept()
            return
        # Stopped, or changed meanwhile: what was not done stays to be read.
        refusals = {line.number: line.refusal for line in self._lines} | outcome.refused
        self._show(refusals, self.tr("ficou como estava"), frozenset(outcome.done))
        self.verdict.setText(
            self.tr("%n feito(s)", "", len(outcome.done))
            + " · "
            + self.tr("%n recusado(s)", "", len(outcome.refused))
        )

    def _tell(self, sentence: str) -> None:
        """Say why no ticket took the act, at the field it belongs to."""
        self.do_button.setEnabled(True)
        named = next((f for n, f in self.fields.items() if f"{n}: " in sentence), None)
        if named is not None:
            named.refuse(sentence.replace(f"{named.ask.name}: ", ""))
            named.box.setFocus()
            return
        self._refusal.setText(sentence)
        self._refusal.show()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._tell(describe(error).told())

    @override
    def reject(self) -> None:
        """Stop between two tickets first; what was done stays done and is told."""
        if self._job is None:
            super().reject()
        else:
            self._job.cancel()


def perform_each(workspace: Workspace, entries: Sequence[Entry], progress: Progress) -> BulkOutcome:
    """Do an act each; runs in the writing lane and can be stopped between two."""

    def goes_on(done: int, total: int) -> bool:
        if not progress.cancelled:
            progress.report(done, total)
        return not progress.cancelled

    return workspace.bulk.perform(entries, goes_on)
