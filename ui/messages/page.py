"""The page Mensagens: what goes out to clients, where each stands, and what a person decides."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch
from app.domain.errors import InvalidInput
from app.domain.message_state import MessageState
from app.domain.outbox import OutboxLine
from app.services.outbox import OutboxService
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.desk_words import message_kind, word
from ui.format import full_moment, moment
from ui.icons import IconName
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.theme import strong
from ui.tokens import GRID, HALF
from ui.widgets.empty_state import EmptyState
from ui.widgets.hairline import Hairline
from ui.widgets.lines_table import Lines, LinesTable
from ui.widgets.refusable import Refusable

NEWEST = 1000
_TRIES, _SUBJECT = 5, 3
_WAITS_FOR_A_PERSON = (MessageState.FAILED, MessageState.UNCERTAIN, MessageState.NO_ADDRESS)
_SHARE = (60, 40)


class MessagesPage(Page):
    """The newest messages, those that wait for a person marked; the chosen one in full beside."""

    ticket_asked = Signal(int)  # number of the ticket a message is about

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Lay out the page and ask for the messages."""
        super().__init__(PageId.MESSAGES, context.bus)
        self._context = context
        self._outbox: OutboxService = workspace.outbox
        self._lines: tuple[OutboxLine, ...] = ()
        self._shown_id: int | None = None
        self._is_filling = False
        self._make_parts()
        self._lay_out()
        self._table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.refresh(Changes())

    @property
    def table(self) -> LinesTable:
        """The list of messages."""
        return self._table

    @override
    def cares_about(self, changes: Changes) -> bool:
        """Messages change by themselves, and acts on tickets write new ones."""
        return changes.touches(Kind.OUTBOX) or changes.touches(Kind.TICKET)

    @override
    def refresh(self, changes: Changes) -> None:
        """Read the messages again; the one looked at stays in sight."""
        self._context.jobs.submit(
            partial(self._outbox.newest, NEWEST), self._on_loaded, owner=self, lane=Lane.READ
        )

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self._table.setFocus()

    @property
    def chosen(self) -> OutboxLine | None:
        """The message the keyboard stands on."""
        row = self._table.currentIndex().row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def _make_parts(self) -> None:
        context, make = self._context, self._context.actions.make
        self._summary = QLabel(self)
        self._summary.setObjectName("muted")
        self._stack = QStackedWidget(self)
        self._table = LinesTable(self.tr("Mensagens"), context, self._stack)
        self._vacancy = EmptyState(IconName.MESSAGES, context.icons, context.theme, self._stack)
        self._vacancy.say(
            self.tr("Nenhuma mensagem"),
            self.tr(
                "Aqui ficam as mensagens que saem para os clientes: aberturas, respostas, soluções,"
                " lembretes e pesquisas. Elas nascem com os atos nos chamados."
            ),
        )
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._vacancy)
        self._again = make(ActionId.SEND_AGAIN, self._on_again, self)
        self._arrived = make(ActionId.CALL_ARRIVED, self._on_arrived, self)
        self._copy = make(ActionId.COPY_MESSAGE, self._on_copy, self)
        self._open = make(ActionId.OPEN_TICKET_OF_MESSAGE, self._on_open, self)

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._stack)
        self._splitter.addWidget(self._detail())
        for place, share in enumerate(_SHARE):
            self._splitter.setStretchFactor(place, share)
        self._splitter.setSizes([share * 20 for share in _SHARE])
        top = QHBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID)
        top.addWidget(self._summary, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Hairline(parent=self))
        column.addWidget(self._splitter, 1)

    def _detail(self) -> QWidget:
        self._panel = QWidget(self)
        self._subject = QLabel(self._panel)
        self._subject.setFont(strong(self.font()))
        self._subject.setWordWrap(True)
        self._facts = QLabel(self._panel)
        self._facts.setObjectName("muted")
        self._facts.setWordWrap(True)
        self._failure = QLabel(self._panel)
        self._failure.setObjectName("late")
        self._failure.setWordWrap(True)
        self._recipient = Refusable(self._panel)
        self._recipient_box = QLineEdit(self._recipient)
        self._recipient_box.setPlaceholderText(self.tr("endereço de quem recebe"))
        self._recipient_box.setAccessibleName(self.tr("Para"))
        self._recipient_box.returnPressed.connect(self._again.trigger)
        self._recipient.hold(self._recipient_box)
        self._body = QPlainTextEdit(self._panel)
        self._body.setReadOnly(True)
        self._body.setTabChangesFocus(True)
        self._body.setAccessibleName(self.tr("Texto da mensagem"))
        buttons = QHBoxLayout()
        buttons.setSpacing(HALF)
        for action in (self._again, self._arrived, self._copy, self._open):
            buttons.addWidget(_button_of(action, self._panel))
        buttons.addStretch(1)
        column = QVBoxLayout(self._panel)
        column.setSpacing(GRID)
        parts = (self._subject, self._facts, self._failure, self._recipient)
        for part in parts:
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._body, 1)
        return self._panel

    def _on_loaded(self, lines: tuple[OutboxLine, ...]) -> None:
        before = self.chosen
        self._lines = lines
        now = self._context.clock.now()
        rows = [
            (
                word(line.state),
                message_kind(line.message.kind),
                line.message.recipient or "—",
                line.message.subject,
                moment(from_epoch(line.created_at), now),
                str(line.tries),
            )
            for line in lines
        ]
        marks = {
            (row, 0): line.failure or self.tr("O contato não tem endereço registrado")
            for row, line in enumerate(lines)
            if line.state in _WAITS_FOR_A_PERSON
        }
        headings = (
            self.tr("situação"), self.tr("mensagem"), self.tr("para"), self.tr("assunto"),
            self.tr("criada em"), self.tr("tentativas"),
        )  # fmt: skip
        self._is_filling = True
        self._table.show_lines(Lines(headings, rows, marks, {_TRIES}, _SUBJECT))
        self._stack.setCurrentWidget(self._table if lines else self._vacancy)
        self._panel.setVisible(bool(lines))
        if before is not None:
            place = next((n for n, line in enumerate(lines) if line.id == before.id), 0)
            self._table.setCurrentIndex(self._table.model().index(place, 0))
        self._is_filling = False
        self._say_summary(len(marks))
        self._on_chosen()

    def _say_summary(self, waiting: int) -> None:
        text = self.tr("nenhuma mensagem")
        if self._lines:
            text = self.tr("%n mensagem(ns)", "", len(self._lines))
        if len(self._lines) == NEWEST:
            text = self.tr("as %n mensagem(ns) mais novas", "", NEWEST)
        if waiting:
            text += " · " + self.tr("%n espera(m) por uma pessoa", "", waiting)
        self._summary.setText(text)

    def _on_chosen(self) -> None:
        if self._is_filling:
            return  # the lines are laid out anew; who is chosen is told afterwards
        line = self.chosen
        waits = line is not None and line.state in _WAITS_FOR_A_PERSON
        self._again.setEnabled(waits)
        self._arrived.setEnabled(line is not None and line.state is MessageState.UNCERTAIN)
        self._copy.setEnabled(line is not None)
        self._open.setEnabled(line is not None and line.message.ticket is not None)
        self._recipient.setVisible(waits)
        self._recipient.refuse("")
        if line is None:
            return
        self._subject.setText(line.message.subject)
        self._facts.setText(self._facts_of(line))
        self._failure.setText(line.failure)
        self._failure.setVisible(bool(line.failure))
        if self._shown_id != line.id:  # what is typed stays while others write
            self._recipient_box.setText(line.message.recipient)
        self._shown_id = line.id
        self._body.setPlainText(line.message.body)

    def _facts_of(self, line: OutboxLine) -> str:
        facts = [word(line.state), line.message.recipient]
        if line.message.ticket is not None:
            facts.append(self.tr("chamado {number}").format(number=f"{line.message.ticket:08d}"))
        if line.sent_at is not None:
            at = full_moment(from_epoch(line.sent_at))
            facts.append(self.tr("enviada em {at}").format(at=at))
        elif line.next_try_at is not None and line.tries:
            at = full_moment(from_epoch(line.next_try_at))
            facts.append(self.tr("próxima tentativa em {at}").format(at=at))
        return " · ".join(fact for fact in facts if fact)

    def _on_again(self) -> None:
        line = self.chosen
        if line is not None:
            self._do(partial(self._outbox.send_again, line.id, self._recipient_box.text()))

    def _on_arrived(self) -> None:
        line = self.chosen
        if line is not None:
            self._do(partial(self._outbox.call_arrived, line.id))

    def _do(self, act: partial[Changes]) -> None:
        self._context.jobs.submit(act, self._on_done, self._on_refused, owner=self)

    def _on_done(self, changes: Changes) -> None:
        self._shown_id = None
        self._context.bus.publish(changes)
        self._context.notices.done(self.tr("Mensagem atualizada"))

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            self._recipient.refuse(error.reason)
            self._recipient_box.setFocus()
        else:
            self._context.failures.report(error)
            self.refresh(Changes())

    def _on_copy(self) -> None:
        line = self.chosen
        if line is not None:
            message = line.message
            text = f"{message.recipient}\n{message.subject}\n\n{message.body}".lstrip("\n")
            QGuiApplication.clipboard().setText(text)
            self._context.notices.done(self.tr("Mensagem copiada"))

    def _on_open(self) -> None:
        line = self.chosen
        if line is not None and line.message.ticket is not None:
            self.ticket_asked.emit(line.message.ticket)


def _button_of(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that does an action and is grey when it is."""
    button = QPushButton(action.text(), parent)
    button.setToolTip(action.toolTip())
    button.clicked.connect(action.trigger)
    button.setEnabled(action.isEnabled())
    action.enabledChanged.connect(button.setEnabled)
    return button
