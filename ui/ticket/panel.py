"""The panel of the ticket the keyboard stands on."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, to_epoch
from app.services.tickets import TicketView
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.desk_words import severity_text, word
from ui.format import moment, working_time
from ui.icons import IconName
from ui.jobs import Job
from ui.theme import strong, tabular
from ui.ticket.act_bar import ActBar
from ui.ticket.acts import TicketActs
from ui.ticket.also_open import AlsoOpen
from ui.ticket.attachments_tab import AttachmentsTab
from ui.ticket.consulting_acts import ConsultingActs
from ui.ticket.consulting_tab import ConsultingTab
from ui.ticket.conversation_tab import ConversationTab
from ui.ticket.deadline_tab import DeadlineTab
from ui.ticket.history_tab import HistoryTab
from ui.tokens import GRID, HALF
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState

_SETTLE_MS = 60
"""While arrow keys run through the list no ticket is fetched."""


class TicketPanel(QWidget):
    """Shows one ticket in five tabs; refreshes when the ticket changes."""

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Show that no ticket is chosen."""
        super().__init__()
        self._tickets = workspace.tickets
        self._attachments = workspace.attachments
        self._presence = workspace.presence
        self._desk = workspace.desk
        self._cards = workspace.consulting_cards
        self._context = context
        self._number: int | None = None
        self._view: TicketView | None = None
        self._job: Job | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._fetch)
        self._minute = _minute_of(context.clock.now())
        self._make_parts()
        self._lay_out()
        self._make_actions()
        self._acts = TicketActs(workspace, context, self._act_bar, self)
        self._files.files_given.connect(self._acts.attach)
        self.consulting_acts = ConsultingActs(workspace, context, self._consulting, self)
        context.bus.changed.connect(self._on_changed)
        context.ticker.ticked.connect(self._on_ticked)
        self.show_ticket(None)

    @property
    def tabs(self) -> QTabWidget:
        """Conversation, deadline, consulting, files, history."""
        return self._tabs

    @property
    def deadline_tab(self) -> DeadlineTab:
        """The tab Prazo."""
        return self._deadline

    @property
    def conversation_tab(self) -> ConversationTab:
        """The tab Conversa."""
        return self._conversation

    @property
    def consulting_tab(self) -> ConsultingTab:
        """The tab Consultoria."""
        return self._consulting

    @property
    def attachments_tab(self) -> AttachmentsTab:
        """The tab Anexos."""
        return self._files

    @property
    def history_tab(self) -> HistoryTab:
        """The tab Histórico."""
        return self._history

    @property
    def acts(self) -> TicketActs:
        """What can be done to the ticket."""
        return self._acts

    @property
    def act_bar(self) -> ActBar:
        """The row of acts."""
        return self._act_bar

    @property
    def also_open(self) -> AlsoOpen:
        """Who else has the ticket open."""
        return self._also_open

    @property
    def view(self) -> TicketView | None:
        """The ticket shown."""
        return self._view

    @property
    def due_text(self) -> str:
        """What is said of the deadline beside the title."""
        return self._due.text()

    def show_ticket(self, number: int | None) -> None:
        """Show a ticket once the keyboard rests on it."""
        self._number = number
        self._also_open.show_ticket(number)
        if number is None:
            self._view = None
            self._acts.show_ticket(None)
            self._files.show_ticket(None)
            self._consulting.show_ticket(None)
            self._stack.setCurrentWidget(self._vacancy)
            return
        self._settle.start()

    def _fetch(self) -> None:
        if self._number is None:
            return
        if self._job is not None:
            self._job.drop()
        work = partial(self._tickets.view, self._number)
        self._job = self._context.jobs.submit(work, self._on_fetched, owner=self)

    def _on_fetched(self, view: TicketView) -> None:
        if view.card.number != self._number:
            return
        self._view = view
        self._acts.show_ticket(view)
        self._number_label.setText(f"{view.card.number:08d}")
        self._summary.set_text(view.card.summary)
        status = view.history.status_name or word(view.history.status)
        self._state.setText(f"{severity_text(view.history.severity)} · {status}")
        self._conversation.show_ticket(view)
        self._deadline.show_ticket(view, self._desk.book.teams)
        self._files.show_ticket(view)
        self._consulting.show_ticket(view)
        self._history.show_ticket(view, self._desk.book.teams)
        self._show_due(view.now)
        self._stack.setCurrentWidget(self._ticket)

    def _show_due(self, now: int) -> None:
        view = self._view
        if view is None:
            return
        sla = view.sla
        left, late = sla.remaining(now), sla.is_breached(now)
        if not sla.current.is_computable:
            text = self.tr("sem prazo calculado")
        elif sla.due is None:
            text = self.tr("parado, restam {left}").format(left=working_time(left or 0))
        elif left is None:
            text = moment(from_epoch(sla.due), from_epoch(now))
        else:
            due = moment(from_epoch(sla.due), from_epoch(now))
            text = self.tr("prazo {due} · {left}").format(due=due, left=working_time(left))
        self._due.setText(text)
        self._due.setObjectName("late" if late else "muted")
        self._due.style().unpolish(self._due)
        self._due.style().polish(self._due)

    def _make_parts(self) -> None:
        context = self._context
        self._stack = QStackedWidget(self)
        self._vacancy = EmptyState(IconName.CONVERSATION, context.icons, context.theme, self._stack)
        self._vacancy.say(
            self.tr("Nenhum chamado escolhido"),
            self.tr("Escolha um chamado na lista para ver a conversa, o prazo e o histórico."),
        )
        self._ticket = QWidget(self._stack)
        self._number_label = QLabel(self._ticket)
        self._number_label.setFont(tabular(strong(self.font())))
        self._summary = ElidedLabel(parent=self._ticket)
        self._summary.setFont(strong(self.font()))
        self._state = QLabel(self._ticket)
        self._due = QLabel(self._ticket)
        self._due.setFont(tabular(self.font()))
        self._also_open = AlsoOpen(self._presence, context, self._ticket)
        self._act_bar = ActBar(self._ticket)
        self._tabs = QTabWidget(self._ticket)
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(self.tr("Partes do chamado"))
        self._conversation = ConversationTab(context.theme, self._tabs)
        self._deadline = DeadlineTab(self._tickets, context.theme, self._tabs)
        self._consulting = ConsultingTab(self._cards, context, self._tabs)
        self._files = AttachmentsTab(self._attachments, context, self._tabs)
        self._history = HistoryTab(self._tabs)
        self._tabs.addTab(self._conversation, self.tr("Con&versa"))
        self._tabs.addTab(self._deadline, self.tr("P&razo"))
        self._tabs.addTab(self._consulting, self.tr("Cons&ultoria"))
        self._tabs.addTab(self._files, self.tr("Ane&xos"))
        self._tabs.addTab(self._history, self.tr("&Histórico"))
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self._ticket)

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(GRID)
        title.addWidget(self._number_label)
        title.addWidget(self._summary, 1)
        facts = QHBoxLayout()
        facts.addWidget(self._state)
        facts.addStretch(1)
        facts.addWidget(self._due)
        column = QVBoxLayout(self._ticket)
        column.setContentsMargins(GRID, GRID, GRID, 0)
        column.setSpacing(HALF)
        column.addLayout(title)
        column.addLayout(facts)
        column.addWidget(self._also_open)
        column.addWidget(self._act_bar)
        column.addWidget(self._tabs, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _make_actions(self) -> None:
        make = self._context.actions.make
        make(ActionId.TAB_CONVERSATION, self._on_conversation, self)
        make(ActionId.TAB_DEADLINE, self._on_deadline, self)
        make(ActionId.TAB_ATTACHMENTS, self._on_attachments, self)
        make(ActionId.TAB_HISTORY, self._on_history, self)
        make(ActionId.TAB_CONSULTING, self._on_consulting, self)
        self._files.make_actions(self)

    def _on_conversation(self) -> None:
        self._tabs.setCurrentWidget(self._conversation)

    def _on_deadline(self) -> None:
        self._tabs.setCurrentWidget(self._deadline)

    def _on_attachments(self) -> None:
        self._tabs.setCurrentWidget(self._files)

    def _on_history(self) -> None:
        self._tabs.setCurrentWidget(self._history)

    def _on_consulting(self) -> None:
        self._tabs.setCurrentWidget(self._consulting)

    def _on_changed(self, changes: Changes) -> None:
        if self._number is None:
            return
        named = changes.tickets
        mine = named is None or self._number in named
        if (changes.touches(Kind.TICKET) and mine) or changes.kinds - {Kind.TICKET}:
            self._fetch()

    def _on_ticked(self, now: datetime) -> None:
        if not self.isVisible():
            return
        self._show_due(to_epoch(now))
        if _minute_of(now) != self._minute:
            self._minute = _minute_of(now)
            self._fetch()


def _minute_of(now: datetime) -> int:
    return to_epoch(now) // 60
