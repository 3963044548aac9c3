"""Asks what an act needs, and keeps what was typed until it was done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from app.domain.severity import Severity
from app.domain.teams import Team
from app.services.articles import ArticleService
from app.services.tickets import TicketService, TicketView
from ui.composition import WindowContext
from ui.draft_keeper import DraftKeeper
from ui.failures import describe
from ui.ticket.act_fields import ActField, label_of, read_fields
from ui.ticket.forecast_words import outcome_of
from ui.ticket.ready_answers import ReadyAnswers
from ui.ticket_acts import AskFor, TicketAct, act_text
from ui.tokens import GRID

_WIDTH = 480
_CONTRADICTS = "ACC-10"


class ActDialog(QDialog):
    """The fields of one act. What is refused is said at its field, and nothing typed is lost."""

    asked = Signal(object)  # dict: the fields of the act

    def __init__(
        self,
        act: TicketAct,
        view: TicketView,
        teams: Sequence[Team],
        tickets: TicketService,
        context: WindowContext,
        parent: QWidget,
        articles: ArticleService | None = None,
    ) -> None:
        """Ask for an act on a ticket; ``articles`` are offered as ready answers."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = act_text(act.title).rstrip("…")
        self.setWindowTitle(f"{title} · {view.card.number:08d}")
        self._view = view
        self._tickets = tickets
        self._context = context
        self.fields = {ask.name: ActField(ask, view, teams, self) for ask in act.asks}
        self._confirm = QCheckBox(self.tr("O cliente confirma o &aceite"), self)
        self._confirm.hide()
        self._outcome = QLabel(self)
        self._outcome.setWordWrap(True)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._do = QPushButton(act_text(act.verb), self)
        self._do.setDefault(True)
        self._answers = None if articles is None else self._ready_answers(articles)
        self._lay_out()
        # In a text Enter begins a line: Ctrl+Enter is what does it.
        QShortcut(QKeySequence("Ctrl+Return"), self, self._do.click)
        for field in self.fields.values():
            field.changed.connect(self._on_changed)
        self._on_changed()
        boxes = {name: field.box for name, field in self.fields.items()}
        key = f"{tickets.place} {act.name} {view.card.number:08d}"
        if DraftKeeper(context.drafts, key, boxes, self).restored:
            context.notices.info(self.tr("Retomamos o que você tinha digitado"))

    @property
    def view(self) -> TicketView:
        """The ticket as it was when the act was begun."""
        return self._view

    @property
    def do_button(self) -> QPushButton:
        """The button that does it."""
        return self._do

    @property
    def confirm_box(self) -> QCheckBox:
        """The confirmation of an acceptance whose comment contradicts it (ACC-10)."""
        return self._confirm

    @property
    def refusal_text(self) -> str:
        """What is said of the act as a whole."""
        return self._refusal.text()

    @property
    def outcome_text(self) -> str:
        """What the deadline would become."""
        return self._outcome.text()

    def refuse(self, error: Exception) -> None:
        """Say why the act was refused, at the field it belongs to; the fields stay as they are."""
        failure = describe(error)
        named = next(
            (f for n, f in self.fields.items() if failure.sentence.startswith(f"{n}: ")), None
        )
        self._do.setEnabled(True)
        if named is None:
            self._refusal.setText(failure.told())
            self._refusal.show()
        else:
            named.refuse(failure.told(named.ask.name))
            named.box.setFocus()
        if failure.rule == _CONTRADICTS:
            self._confirm.show()
            self._confirm.setFocus()

    def _ready_answers(self, articles: ArticleService) -> ReadyAnswers | None:
        """Offer ready answers for the first text; none for an act that has none."""
        texts = (f.box for f in self.fields.values() if isinstance(f.box, QPlainTextEdit))
        text = next(texts, None)
        if text is None:
            return None
        return ReadyAnswers(articles, self._view, text, self._context, self)

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        form.setSpacing(GRID)
        for field in self.fields.values():
            form.addRow(label_of(field, self), field)
        if self._answers is not None:
            form.addRow("", self._answers)
        for part in (self._confirm, self._outcome, self._refusal):
            form.addRow(part)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._do, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cance&lar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.setMinimumWidth(_WIDTH)

    def _on_changed(self) -> None:
        for field in self.fields.values():
            field.refuse("")
        self._refusal.clear()
        self._refusal.hide()
        self._show_outcome()

    def _show_outcome(self) -> None:
        """Show the deadline the ticket would get, before anything is kept (SLA-2)."""
        tried: dict[str, Any] = {}
        for field in self.fields.values():
            if field.ask.kind is AskFor.TEAM:
                tried["team"] = field.value()
            if field.ask.kind is AskFor.SEVERITY:
                tried["severity"] = Severity(field.value())
        self._outcome.setVisible(bool(tried))
        if tried:
            forecast = self._tickets.what_if(self._view, **tried)
            self._outcome.setText(
                self.tr("Com isso {outcome}").format(outcome=outcome_of(self._view, forecast))
            )

    def _on_accepted(self) -> None:
        entry = read_fields(self.fields)
        if entry is None:
            return
        if self._confirm.isChecked():
            entry["confirm"] = True
        self._do.setEnabled(False)
        self.asked.emit(entry)
