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
from app.domain.severity import Severity
from app.domain.teams import Team
from app.services.tickets import TicketService, TicketView
from ui.desk_words import severity_text
from ui.format import full_moment, moment, working_time
from ui.theme import Theme
from ui.ticket.deadline_words import deadline_words
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
        self._severity.currentIndexChanged.connect(self._on_tried)
        self._team.currentIndexChanged.connect(self._on_tried)

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
        severity, team = tried or (view.history.severity, view.history.team)
        self._severity.setCurrentIndex(_place(severity))
        self._team.setCurrentIndex(self._team.findData(team))
        for box in (self._severity, self._team):
            box.blockSignals(False)
            box.setEnabled(view.history.is_open)
        self._on_tried()
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

    def _show_strip(self, trial: tuple[Tick, ...]) -> None:
        view = self._view
        if view is None:
            return
        past = tuple(
            Tick(forecast.due, moment(from_epoch(forecast.due)))
            for forecast in view.forecasts[:-1]
            if forecast.due is not None
        )
        self._strip.show_explanation(view.explanation, (*past, *trial))
        self._strip.setVisible(view.explanation is not None)
        self._legend.setVisible(view.explanation is not None)

    def _on_tried(self) -> None:
        view = self._view
        if view is None:
            return
        severity, team = self._tried()
        if severity is view.history.severity and team == view.history.team:
            self._answer.clear()
            self._show_strip(())
            return
        forecast = self._tickets.what_if(view, severity=severity, team=team)
        if forecast.due is None:
            left = forecast.remaining(view.now)
            text = forecast.reason or self.tr("continuaria parado, com {left} úteis").format(
                left=working_time(left or 0)
            )
            self._answer.setText(self.tr("E se: {text}").format(text=text))
            self._show_strip(())
            return
        due = full_moment(from_epoch(forecast.due))
        late = self.tr(", já vencido") if view.now > forecast.due else ""
        self._answer.setText(
            self.tr("E se: o prazo seria {due}{late}. Nada foi gravado.").format(due=due, late=late)
        )
        self._show_strip((Tick(forecast.due, due, is_trial=True),))

    def _lay_out(self) -> None:
        self._legend.setText(
            self.tr("█ contado   ▨ plantão   ┄ pausa   ▼ abertura e prazo   │ previsões anteriores")
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
