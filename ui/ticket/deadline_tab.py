"""Prazo: the strip of the deadline, what if, and the same in words."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.domain.clock import from_epoch
from app.domain.explanation import Explanation, explain
from app.domain.severity import Severity
from app.domain.teams import Team
from app.services.tickets import TicketService, TicketView
from ui.desk_words import severity_text
from ui.format import moment
from ui.theme import Theme
from ui.ticket.deadline_words import deadline_words
from ui.ticket.forecast_words import outcome_of
from ui.ticket.strip import DeadlineStrip, Tick
from ui.tokens import GRID, HALF

_COMBO_WIDTH = 120


class DeadlineTab(QScrollArea):
    """Explains a ticket's deadline and tries out other terms without saving anything."""

    def __init__(self, tickets: TicketService, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._tickets = tickets
        self._view: TicketView | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Prazo do chamado"))
        self._body = QWidget(self)
        self._strip = DeadlineStrip(theme, self._body)
        self._legend = QLabel(self._body)
        self._legend.setObjectName("muted")
        self._legend.setWordWrap(True)
        self._severity = QComboBox(self._body)
        self._severity.setAccessibleName(self.tr("E se a severidade fosse"))
        self._team = QComboBox(self._body)
        self._team.setAccessibleName(self.tr("E se a equipe fosse"))
        self._answer = QLabel(self._body)
        self._answer.setWordWrap(True)
        self._words = QLabel(self._body)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body.setBackgroundRole(QPalette.ColorRole.Base)
        self._body.setAutoFillBackground(True)
        self._lay_out()
        self.setWidget(self._body)
        self._severity.currentIndexChanged.connect(self._try_out)
        self._team.currentIndexChanged.connect(self._try_out)

    @property
    def strip(self) -> DeadlineStrip:
        """The picture."""
        return self._strip

    @property
    def severity_box(self) -> QComboBox:
        """Where another severity is tried."""
        return self._severity

    @property
    def team_box(self) -> QComboBox:
        """Where another team is tried."""
        return self._team

    @property
    def answer_text(self) -> str:
        """What trying came to."""
        return self._answer.text()

    @property
    def words_text(self) -> str:
        """The deadline in words, as HTML."""
        return self._words.text()

    def show_ticket(self, view: TicketView, teams: Sequence[Team]) -> None:
        """Explain a ticket's deadline; what is being tried goes on unless its terms changed."""
        tried = self._tried() if self._has_terms_of(view) else None
        self._view = view
        for box in (self._severity, self._team):
            box.blockSignals(True)  # Qt's own signature
            box.clear()
        for severity in Severity:
            self._severity.addItem(severity_text(severity), severity)
        for team in teams:
            self._team.addItem(team.name, team.key)
        terms = tried or (view.history.severity, view.history.team)
        self._severity.setCurrentIndex(_place(terms[0]))
        self._team.setCurrentIndex(self._team.findData(terms[1]))
        for box in (self._severity, self._team):
            box.blockSignals(False)
            box.setEnabled(view.history.is_open)
        self._try_out()
        self._words.setText("".join(_paragraph(p.title, p.lines) for p in deadline_words(view)))

    def _tried(self) -> tuple[Severity | None, str]:
        return self._severity.currentData(), self._team.currentData()

    def _has_terms_of(self, view: TicketView) -> bool:
        shown = self._view
        return (
            shown is not None
            and shown.card.number == view.card.number
            and shown.history.terms == view.history.terms
        )

    def _try_out(self) -> None:
        """Show the deadline as it is, or as it would be under the terms that were chosen."""
        view = self._view
        if view is None:
            return
        severity, team = self._tried()
        if severity is view.history.severity and team == view.history.team:
            self._say("")
            self._show_strip(view, view.explanation)
            return
        forecast = self._tickets.what_if(view, severity=severity, team=team)
        self._say(self.tr("E se: {text} Nada foi gravado.").format(text=outcome_of(view, forecast)))
        deadline = forecast.deadline
        until = view.now if view.history.settled_at is None else view.history.settled_at
        self._show_strip(view, None if deadline is None else explain(deadline, until))

    def _say(self, answer: str) -> None:
        self._answer.setText(answer)
        self._answer.setVisible(bool(answer))

    def _show_strip(self, view: TicketView, explanation: Explanation | None) -> None:
        shown = None if explanation is None else explanation.deadline.due
        others = dict.fromkeys((*(forecast.due for forecast in view.forecasts), view.sla.due))
        ticks = tuple(
            Tick(due, moment(from_epoch(due))) for due in others if due is not None and due != shown
        )
        self._strip.show_explanation(explanation, ticks)
        self._strip.setVisible(explanation is not None)
        self._legend.setVisible(explanation is not None)

    def _lay_out(self) -> None:
        self._legend.setText(
            self.tr("█ contado   ▨ plantão   ┄ pausa   ▼ abertura e prazo   │ outras previsões")
        )
        trial = QHBoxLayout()
        trial.setSpacing(GRID)
        trial.addWidget(QLabel(self.tr("E se fosse"), self._body))
        for box in (self._severity, self._team):
            box.setMinimumWidth(_COMBO_WIDTH)
            trial.addWidget(box)
        trial.addStretch(1)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._strip)
        column.addWidget(self._legend)
        column.addSpacing(HALF)
        column.addLayout(trial)
        column.addWidget(self._answer)
        column.addWidget(self._words, 1)


def _place(severity: Severity | None) -> int:
    return -1 if severity is None else severity.rank


def _paragraph(title: str, lines: Sequence[str]) -> str:
    body = "<br>".join(html.escape(line) for line in lines)
    return f"<p style='margin:0 0 8px 0'><b>{html.escape(title)}</b><br>{body}</p>"
