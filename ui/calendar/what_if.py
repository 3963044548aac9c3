"""Before a calendar is saved: which deadlines would move, and why it is done (SLA-11)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.calendar_differences import differences
from app.domain.calendar_plan import CalendarPlan
from app.domain.clock import from_epoch, to_epoch
from app.domain.errors import InvalidInput
from app.domain.roles import Right
from app.domain.teams import OMBUDSMAN
from app.services.calendar_editing import Kept, Reasons
from app.services.deadline_moves import DeadlineMoves, MovedDeadline, Promise
from app.services.workspace import Workspace
from ui.calendar.plan_words import told
from ui.composition import WindowContext
from ui.desk_words import severity_text
from ui.failures import describe
from ui.format import moment, working_time
from ui.jobs import Cancelled, Job, Lane, Progress, ProgressReport
from ui.override import override
from ui.tokens import GRID
from ui.widgets.form_dialog import FormDialog
from ui.widgets.lines_table import Lines, LinesTable, counted
from ui.widgets.refusable import Refusable

_SIZE = (860, 600)
_MOST_SHOWN = 500
_WHAT_HAPPENS = 4


class WhatIfDialog(QDialog):
    """Tries an edited plan, shows what it would do, and saves it once it has a reason."""

    saved = Signal(object)  # Kept
    refused = Signal(object)  # InvalidInput that belongs to a field of the form behind

    def __init__(  # what was made of what, and where
        self,
        before: CalendarPlan,
        plan: CalendarPlan,
        workspace: Workspace,
        context: WindowContext,
        parent: QWidget,
        *,
        reason: str = "",
        confirms: int | None = None,
    ) -> None:
        """Try ``plan``, made of ``before``; ``confirms`` is the proposed holiday it puts in."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("O que muda antes de salvar"))
        self._plan = plan
        self._workspace = workspace
        self._context = context
        self._confirms = confirms
        self._job: Job | None = None
        self.words = QLabel("\n".join(told(differences(before, plan))), self)
        self.words.setWordWrap(True)
        self.verdict = QLabel(self.tr("Calculando os prazos…"), self)
        self.verdict.setWordWrap(True)
        self.returns = QCheckBox(
            self.tr("O dia já &passou: devolver este tempo aos chamados em aberto"), self
        )
        self.returns.setChecked(True)
        self.returns.hide()
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Andamento do cálculo"))
        self.table = LinesTable(self.tr("Prazos que mudam"), context, self)
        self.reason = QLineEdit(reason, self)
        self.source = QLineEdit(self)
        self.source.setPlaceholderText(self.tr("decreto, ata, pedido…"))
        self._fields = {"reason": Refusable(self), "source": Refusable(self)}
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self.do_button = QPushButton(self.tr("&Salvar calendário"), self)
        self.do_button.setDefault(True)
        self.do_button.setEnabled(False)
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+Return"), self, self.do_button.click)
        self._try()

    @property
    def refusal_text(self) -> str:
        """Why it was not saved."""
        return self._refusal.text()

    def refusal_of(self, field: str) -> str:
        """Return why a field was refused."""
        return self._fields[field].refusal

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(GRID)
        labels = {"reason": self.tr("&Motivo"), "source": self.tr("&Fonte")}
        boxes = {"reason": self.reason, "source": self.source}
        for name, field in self._fields.items():
            box = boxes[name]
            field.hold(box)
            box.textEdited.connect(field.take_back)
            form.addRow(field.caption(labels[name], self), field)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("&Voltar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        for part in (self.words, self.verdict, self.returns, self._bar, self.table):
            column.addWidget(part, 1 if part is self.table else 0)
        column.addLayout(form)
        column.addWidget(self._refusal)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    def _try(self) -> None:
        self._job = self._context.jobs.submit_long(
            partial(_preview, self._workspace, self._plan),
            self._on_tried,
            self._on_failed,
            owner=self,
            lane=Lane.READ,
            title=self.tr("Prazos que mudam"),
            progressed=self._on_progressed,
        )

    def _on_progressed(self, report: ProgressReport) -> None:
        percent = report.percent
        self._bar.setRange(0, 0 if percent is None else 100)
        self._bar.setValue(percent or 0)

    def _on_tried(self, moves: DeadlineMoves) -> None:
        self._job = None
        self._bar.hide()
        self.verdict.setText(self._verdict(moves))
        now = self._context.clock.now()
        is_past = moves.first_change is not None and moves.first_change < to_epoch(now)
        self.returns.setVisible(is_past and bool(moves.moved))
        headings = (
            self.tr("chamado"),
            self.tr("severidade"),
            self.tr("prazo de hoje"),
            self.tr("prazo depois"),
            self.tr("o que acontece"),
        )
        may_see = self._workspace.desk.may(Right.OMBUDSMAN)
        seen = [m for m in moves.moved if may_see or m.clock.team != OMBUDSMAN]
        shown = seen[:_MOST_SHOWN]
        words = [self._happens(moved) for moved in shown]
        marks = {(row, _WHAT_HAPPENS): words[row] for row, m in enumerate(shown) if m.becomes_late}

        def due(promise: Promise) -> str:
            if promise.due is not None:
                return moment(from_epoch(promise.due), now)
            if promise.remaining is None:
                return self.tr("não se calcula")
            return self.tr("parado, resta {time}").format(time=working_time(promise.remaining))

        rows = [
            (
                f"{m.number:08d}",
                severity_text(m.clock.severity),
                due(m.before),
                due(m.after),
                words[row],
            )
            for row, m in enumerate(shown)
        ]
        self.table.show_lines(Lines(headings, rows, marks))
        self.do_button.setEnabled(True)
        self.reason.setFocus()

    def _verdict(self, moves: DeadlineMoves) -> str:
        if not moves.moved:
            return counted(
                self.tr("Nenhum prazo muda, de %n chamado(s) em aberto.", "", moves.looked_at),
                moves.looked_at,
            )
        parts = [counted(self.tr("%n prazo(s) muda(m)", "", len(moves.moved)), len(moves.moved))]
        if moves.become_late:
            late = self.tr("%n passa(m) a estar atrasado(s)", "", moves.become_late)
            parts.append(counted(late, moves.become_late))
        if moves.saved:
            parts.append(
                counted(self.tr("%n deixa(m) de estar atrasado(s)", "", moves.saved), moves.saved)
            )
        names = {team.key: team.name for team in self._workspace.desk.book.teams}
        teams = ", ".join(f"{names[key]} {n}" for key, n in sorted(moves.per_team.items()))
        if len(moves.moved) > _MOST_SHOWN:
            parts.append(self.tr("aparecem os {n} mais urgentes").format(n=_MOST_SHOWN))
        return f"{' · '.join(parts)} ({teams})"

    def _happens(self, moved: MovedDeadline) -> str:
        if moved.becomes_late:
            return self.tr("passa a estar atrasado")
        if moved.is_saved:
            return self.tr("deixa de estar atrasado")
        before, after = moved.before.due, moved.after.due
        if before is None or after is None:
            return ""
        return self.tr("mais tarde") if after > before else self.tr("mais cedo")

    def _on_accepted(self) -> None:
        self._refusal.hide()
        self.do_button.setEnabled(False)
        self._bar.setRange(0, 0)
        self._bar.show()
        returns = self.returns.isChecked()
        reasons = Reasons(self.reason.text(), self.source.text())
        self._job = self._context.jobs.submit_long(
            partial(_keep, self._workspace, self._plan, reasons, self._confirms, returns),
            self._on_kept,
            self._on_failed,
            owner=self,
            title=self.tr("Salvando o calendário"),
            progressed=self._on_progressed,
        )

    def _on_kept(self, kept: Kept) -> None:
        self._job = None
        self._context.bus.publish(kept.changes)
        self._context.notices.done(self.tr("Calendário salvo"))
        self.saved.emit(kept)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._bar.hide()
        self.do_button.setEnabled(bool(self.table.lines.headings))
        if isinstance(error, Cancelled):
            self._refusal.setText(self.tr("Parado: nada foi salvo."))
            self._refusal.show()
            return
        behind = self.parentWidget()
        field = error.field if isinstance(error, InvalidInput) else None
        if field is not None and isinstance(behind, FormDialog) and behind.has_field(field):
            self.refused.emit(error)
            super().reject()
            return
        failure = describe(error)
        sentence = failure.told(field) if field else failure.told()
        named = next((n for n in self._fields if failure.sentence.startswith(f"{n}: ")), None)
        if named is not None:
            self._fields[named].refuse(failure.told(named))
            self._fields[named].box.setFocus()
            return
        self._refusal.setText(sentence)
        self._refusal.show()
        if not self.table.lines.headings:
            self.verdict.setText("")

    @override
    def reject(self) -> None:
        """Stop what runs first; nothing is saved then."""
        if self._job is not None and self._job.lane is Lane.WRITE:
            self._job.cancel()
            return
        if self._job is not None:
            self._job.drop()
        super().reject()


def _preview(workspace: Workspace, plan: CalendarPlan, progress: Progress) -> DeadlineMoves:
    return workspace.calendar_editing.preview(plan, progress.report)


def _keep(
    workspace: Workspace,
    plan: CalendarPlan,
    reasons: Reasons,
    confirms: int | None,
    returns_time: bool,  # noqa: FBT001  # given by a partial
    progress: Progress,
) -> Kept:
    return workspace.calendar_editing.keep(
        plan, reasons, progress.report, confirms=confirms, returns_time=returns_time
    )
