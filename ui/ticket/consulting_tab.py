"""The tab Consultoria: where it stands, its minutes, what they come to (CON-1 … CON-8)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.domain.clock import from_epoch, to_brasilia
from app.domain.consulting import Consulting
from app.domain.time_entries import TimeEntry
from app.services.consulting_cards import ConsultingCard, ConsultingCards
from app.services.tickets import TicketView
from ui.composition import WindowContext
from ui.consulting_words import consulting_word
from ui.format import clock_span, count, day, full_moment
from ui.icons import IconName
from ui.jobs import Job, Lane
from ui.tokens import GRID, HALF
from ui.widgets.act_button import act_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.lines_table import Lines, LinesTable
from ui.widgets.sideways import SidewaysArea

_TIME, _STATE = 5, 6
_LOWEST = 72


class ConsultingTab(QWidget):
    """Shows the consulting of a ticket; what is done to it stands in buttons above."""

    chosen_changed = Signal()

    def __init__(self, cards: ConsultingCards, context: WindowContext, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._cards = cards
        self._context = context
        self._number: int | None = None
        self._job: Job | None = None
        self.card: ConsultingCard | None = None
        self._facts = QLabel(self)
        self._facts.setWordWrap(True)
        self._totals = QLabel(self)
        self._totals.setObjectName("muted")
        self._totals.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self.table = LinesTable(self.tr("Apontamentos"), context, self._stack)
        self._vacancy = EmptyState(IconName.CONSULTING, context.icons, context.theme, self._stack)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self.table)
        self._stack.setMinimumHeight(_LOWEST)
        buttons = QWidget(self)
        self._buttons = QHBoxLayout(buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(HALF)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self._facts)
        column.addWidget(SidewaysArea(buttons, self))  # rolls where the panel is narrow
        column.addWidget(self._stack, 1)
        column.addWidget(self._totals)
        self.table.selectionModel().currentRowChanged.connect(self.chosen_changed)

    @property
    def facts_text(self) -> str:
        """What is said of the consulting."""
        return self._facts.text()

    @property
    def totals_text(self) -> str:
        """What is said of its minutes."""
        return self._totals.text()

    @property
    def chosen(self) -> TimeEntry | None:
        """The entry the keyboard stands on."""
        row = self.table.currentIndex().row()
        entries = () if self.card is None else self.card.entries
        return entries[row] if 0 <= row < len(entries) else None

    def set_actions(self, actions: list[QAction], log: QAction) -> None:
        """Take what can be done; ``log`` fills the empty table."""
        for action in actions:
            self._buttons.addWidget(act_button(action, self))
        self._buttons.addStretch(1)
        self._vacancy.say(
            self.tr("Nenhum tempo apontado"),
            self.tr("Aqui fica cada minuto trabalhado no chamado, com o que foi feito."),
            log,
        )

    def show_ticket(self, view: TicketView | None) -> None:
        """Show the consulting of a ticket, once it is read."""
        self._number = None if view is None else view.card.number
        if self._job is not None:
            self._job.drop()
        if self._number is None:
            self._show(None)
            return
        work = partial(self._cards.card, self._number)
        self._job = self._context.jobs.submit(work, self._show, owner=self, lane=Lane.READ)

    def _show(self, card: ConsultingCard | None) -> None:
        stood_on = self.chosen
        self.card = card
        if card is None:
            self._stack.setCurrentWidget(self._vacancy)
            self.chosen_changed.emit()
            return
        self._facts.setText(self._facts_of(card))
        self.table.show_lines(self._lines(card.entries))
        places = [n for n, e in enumerate(card.entries) if stood_on and e.id == stood_on.id]
        if places:
            self.table.selectRow(places[0])
        self._stack.setCurrentWidget(self.table if card.entries else self._vacancy)
        self._totals.setText(self._totals_of(card))
        self._totals.setVisible(bool(card.entries))
        self.chosen_changed.emit()

    def _facts_of(self, card: ConsultingCard) -> str:
        consulting = card.consulting
        if consulting is None or card.stage is None:
            return self.tr("Não é consultoria: só recebe tempo interno.")
        parts = [
            self.tr("Consultoria {kind}").format(kind=consulting_word(consulting.kind)),
            consulting_word(card.stage),
        ]
        if consulting.scope is not None:
            parts.append(consulting_word(consulting.scope))
        parts += self._letter_of(consulting)
        if consulting.cause is not None:
            cause = consulting_word(consulting.cause)
            parts.append(self.tr("causa: {cause}").format(cause=cause))
        for agreed in consulting.appointments:
            when = full_moment(from_epoch(agreed.span.start))
            until = to_brasilia(from_epoch(agreed.span.end))
            parts.append(
                self.tr("agendado: {when} a {end}").format(when=when, end=f"{until:%H:%M}")
            )
        return " · ".join(parts)

    def _letter_of(self, consulting: Consulting) -> list[str]:
        if not consulting.kind.needs_letter:
            return [consulting.referral] if consulting.referral else []
        if consulting.approval is None:
            return [
                self.tr("carta emitida, falta a aprovação")
                if consulting.letters
                else self.tr("falta emitir a carta de aceite")
            ]
        when = full_moment(from_epoch(consulting.approval.at))
        return [self.tr("carta aprovada em {when}").format(when=when)]

    def _lines(self, entries: tuple[TimeEntry, ...]) -> Lines:
        headings = (
            self.tr("dia"),
            self.tr("horário"),
            self.tr("quem"),
            self.tr("atividade"),
            self.tr("o que foi feito"),
            self.tr("tempo"),
            self.tr("situação"),
        )
        rows = [self._row(entry) for entry in entries]
        marks = {
            (place, _STATE): entry.voided.reason
            for place, entry in enumerate(entries)
            if entry.voided is not None
        }
        return Lines(headings, rows, marks, figures=(_TIME,), wide=4)

    def _row(self, entry: TimeEntry) -> tuple[str, ...]:
        start, end = (to_brasilia(from_epoch(at)) for at in (entry.span.start, entry.span.end))
        return (
            day(start.date()),
            f"{start:%H:%M}–{end:%H:%M}",
            entry.person.name,
            consulting_word(entry.activity),
            entry.description,
            clock_span(entry.span.seconds),
            self._state_of(entry),
        )

    def _state_of(self, entry: TimeEntry) -> str:
        if entry.voided is not None:
            return self.tr("anulado por {name}").format(name=entry.voided.by)
        if entry.statement is not None:
            return self.tr("demonstrativo {number}").format(number=f"{entry.statement:06d}")
        return consulting_word(entry.kind)

    def _totals_of(self, card: ConsultingCard) -> str:
        parts = [
            self.tr("{minutes} min {what}").format(
                minutes=count(line.minutes),
                what=consulting_word(line.verdict)
                if line.rate is None
                else self.tr("× {rate} = {amount}").format(
                    rate=line.rate.in_reais, amount=line.amount.in_reais
                ),
            )
            for line in card.lines
        ]
        if not parts:
            return self.tr("Nada por faturar.")
        return self.tr("Ainda sem demonstrativo: {parts}").format(parts=" · ".join(parts))
