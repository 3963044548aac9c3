"""The last step of a new ticket: what it would begin with, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.clock import from_epoch
from app.domain.sla_policy import describe_target
from ui.desk_words import severity_text
from ui.dialogs.new_ticket_fields import StepForm, outcome_fields
from ui.format import full_moment
from ui.tokens import GRID

if TYPE_CHECKING:
    from app.services.intake import Preview


class OutcomeStep(QWidget):
    """Team, severity and forecast; another severity with its reason (SLA-1)."""

    severity_changed = Signal()  # the forecast has to be looked at anew

    def __init__(self, parent: QWidget) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self.form = StepForm(outcome_fields(self), self)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self.words)
        column.addWidget(self.form, 1)
        self.form.fields["severity"].changed.connect(self._on_severity)
        self._on_severity()

    @property
    def is_overridden(self) -> bool:
        """Whether another severity than the table's was chosen."""
        return bool(self.form.fields["severity"].value())

    def tell(self, preview: Preview, client: object, summary: object) -> None:
        """Say what the ticket would begin with."""
        forecast = preview.forecast
        due = self.tr("sem prazo calculado")
        if forecast.due is not None and forecast.target is not None:
            due = f"{full_moment(from_epoch(forecast.due))} ({describe_target(forecast.target)})"
        severity = self.tr("Severidade: {severity}, pela tabela (SLA-1)")
        if self.is_overridden:
            severity = self.tr("Severidade: {severity}, escolhida em vez da tabela (SLA-1)")
        lines = (
            self.tr("Cliente: {client}").format(client=client),
            self.tr("Resumo: {summary}").format(summary=summary),
            "",
            self.tr("Equipe: {team}, pela regra {rule} (TKT-3)").format(
                team=preview.team, rule=preview.route
            ),
            severity.format(severity=severity_text(preview.severity)),
            self.tr("Previsão de atendimento: {due}").format(due=due),
        )
        self.words.setText("\n".join(lines))

    def _on_severity(self) -> None:
        reason = self.form.fields["severity_reason"]
        for part in (reason, reason.label):
            part.setVisible(self.is_overridden)
        self.severity_changed.emit()
