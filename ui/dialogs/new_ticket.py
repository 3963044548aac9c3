"""Opens a ticket in three steps: who, what, confirm (CLI-5, TKT-2, TKT-3, SLA-1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.errors import RuleRefusal
from app.services.intake_records import Destination
from app.services.workspace import Workspace
from ui.composition import WindowContext
from ui.dialogs.identify import IdentifyDialog
from ui.dialogs.new_ticket_fields import FieldBox, StepForm, what_fields, who_fields
from ui.dialogs.new_ticket_files import FilesRow
from ui.dialogs.new_ticket_outcome import OutcomeStep
from ui.dialogs.suggestions import Suggestions
from ui.draft_keeper import DraftKeeper
from ui.failures import describe
from ui.notices import NoticeAct
from ui.theme import strong
from ui.tokens import GRID

if TYPE_CHECKING:
    from app.services.contact_identity import Identified
    from app.services.desk_acts import Performed
    from app.services.intake import KnownContact, Preview
    from app.services.suggestions import Suggestion

_WIDTH, _HEIGHT = 600, 620
_CONTACTS_AFTER_MS = 250
_WHO, _WHAT, _CONFIRM = range(3)
_FIRST_IS_USUAL = ("environment", "category")


class NewTicketDialog(QDialog):
    """Three steps forward and back; what a rule refuses is said at its field, and stays typed."""

    opened = Signal(int)  # the number of the new ticket

    def __init__(self, workspace: Workspace, context: WindowContext, parent: QWidget) -> None:
        """Begin with who is calling."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Novo chamado"))
        self._workspace = workspace
        self._told: set[tuple[object, ...]] = set()
        self._context = context
        self.who = StepForm(who_fields(self), self)
        self.what = StepForm(what_fields(self), self)
        self.outcome = OutcomeStep(self)
        self._refusal = QLabel(self)
        self._refusal.setObjectName("late")
        self._refusal.setWordWrap(True)
        self._refusal.hide()
        self._stack = QStackedWidget(self)
        self._scroll = QScrollArea(self)
        self._title = QLabel(self)
        self._title.setFont(strong(self.font()))
        self._back = QPushButton(self.tr("Voltar"), self)
        self._on = QPushButton(self)
        self._on.setDefault(True)
        self.files = FilesRow(context, self)
        for field in (self.what.fields["summary"], self.what.fields["description"]):
            self.files.drop.watch(field.box)
        self.suggestions = Suggestions(workspace.suggestions, context, self)
        self._identify = QPushButton(self.tr("&Identificar por CPF e senha…"), self)
        self._identify.setAutoDefault(False)
        self._refer = QPushButton(self.tr("Encamin&har"), self)
        self._refer.setAutoDefault(False)
        self._identify.clicked.connect(self._on_identify)
        self._refer.setMenu(self._referrals())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_CONTACTS_AFTER_MS)
        self._lay_out()
        self._connect()
        self._show_step(_WHO)
        self._take_up_draft()
        context.jobs.submit(workspace.intake.clients, self._on_clients, owner=self)
        context.jobs.submit(workspace.intake.offered, self._on_offered, owner=self)

    @property
    def step(self) -> int:
        """Which step is shown: 0 who, 1 what, 2 confirm."""
        return self._stack.currentIndex()

    @property
    def _fields(self) -> dict[str, FieldBox]:
        return {**self.who.fields, **self.what.fields, **self.outcome.form.fields}

    @property
    def outcome_text(self) -> str:
        """What the ticket would begin with, each with its reason."""
        return self.outcome.words.text()

    @property
    def refusal_text(self) -> str:
        """What is refused of the whole."""
        return self._refusal.text()

    def field(self, name: str) -> FieldBox:
        """Return a field by its name in the act."""
        return self._fields[name]

    def _take_up_draft(self) -> None:
        boxes: dict[str, QWidget] = {name: field.box for name, field in self._fields.items()}
        boxes["files"] = self.files
        key = f"{self._workspace.tickets.place} open"
        self._draft = DraftKeeper(self._context.drafts, key, boxes, self)
        if self._draft.restored:
            self._context.notices.info(self.tr("Retomamos o que você tinha digitado"))

    def _lay_out(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.what)
        self._scroll.viewport().setAutoFillBackground(False)
        self.what.setAutoFillBackground(False)
        second = QWidget(self)
        halves = QVBoxLayout(second)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.addWidget(self._scroll, 1)
        halves.addWidget(self.files)
        halves.addWidget(self.suggestions)
        for page in (self.who, second, self.outcome):
            self._stack.addWidget(page)
        cancel = QPushButton(self.tr("Cancelar"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._back)
        buttons.addWidget(self._identify)
        buttons.addWidget(self._refer)
        buttons.addStretch(1)
        buttons.addWidget(self._on)
        buttons.addWidget(cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._stack, 1)
        column.addWidget(self._refusal)
        column.addLayout(buttons)
        self.resize(_WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_forward)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._on.click)
        QShortcut(QKeySequence("Alt+Left"), self, self._back.click)
        self._pause.timeout.connect(self._ask_contacts)
        self.who.fields["client"].changed.connect(self._pause.start)
        self.what.fields["summary"].changed.connect(self._on_summary)
        self.suggestions.answered.connect(self._on_answered)
        self.outcome.severity_changed.connect(self._on_severity)

    def _referrals(self) -> QMenu:
        """Return where a caller may be sent instead (CLI-5, CLI-6)."""
        menu = QMenu(self)
        for text, destination in (
            (self.tr("ao &CST: pagamentos, boletos, cadastro"), Destination.CST),
            (self.tr("ao &executivo de contas (EAR): assunto comercial"), Destination.EAR),
        ):
            menu.addAction(text, partial(self._on_refer, destination))
        return menu

    def _show_step(self, step: int) -> None:
        titles = (
            self.tr("1 de 3 · quem"),
            self.tr("2 de 3 · o quê"),
            self.tr("3 de 3 · confirmar"),
        )
        self._title.setText(titles[step])
        self._stack.setCurrentIndex(step)
        self._back.setVisible(step > _WHO)
        self._identify.setVisible(step == _WHO)
        self._back.setEnabled(step > _WHO)  # its key would reach it unseen
        self._on.setText(self.tr("A&brir chamado") if step == _CONFIRM else self.tr("Avançar"))
        self._on.setEnabled(True)
        first = {_WHO: self.field("client").box, _WHAT: self.field("summary").box}
        first.get(step, self._on).setFocus()

    def _on_severity(self) -> None:
        """Show what another severity would make of the forecast, before its reason is typed."""
        if self.step != _CONFIRM:
            return
        entry = self._entry()
        if self.outcome.is_overridden:
            entry["severity_reason"] = entry.get("severity_reason") or "…"
        work = partial(self._workspace.intake.preview, entry)
        self._context.jobs.submit(work, self._tell_outcome, self._on_refused, owner=self)

    def _on_back(self) -> None:
        self._say("")
        self._show_step(self.step - 1)

    def _on_forward(self) -> None:
        self._say("")
        if self.step == _WHO:
            self._show_step(_WHAT)
            return
        self._on.setEnabled(False)
        jobs, entry = self._context.jobs, self._entry()
        if self.step == _WHAT:
            work = partial(self._workspace.intake.preview, entry)
            jobs.submit(work, self._on_previewed, self._on_refused, owner=self)
            return
        entry["files"] = [str(path) for path in self.files.paths]
        perform = partial(self._workspace.acts.perform, entry)
        jobs.submit(perform, self._on_opened, self._on_refused, owner=self)

    def _on_identify(self) -> None:
        dialog = IdentifyDialog(self._workspace.identity, self._context, self)
        dialog.identified.connect(self._on_identified)
        dialog.open()

    def _on_identified(self, caller: Identified) -> None:
        """Put in who called; the contact is chosen once the client's are known."""
        client, contact = self.field("client").box, self.field("contact").box
        assert isinstance(client, QLineEdit)
        assert isinstance(contact, QComboBox)
        client.setText(caller.client)
        contact.setCurrentText(caller.login)
        self._context.notices.done(self.tr("{name} identificou-se").format(name=caller.name))

    def _on_summary(self) -> None:
        self.suggestions.look_for(str(self.field("summary").value()))

    def _on_refer(self, destination: Destination) -> None:
        entry = self._entry() | {"to": destination.value, "text": self.field("summary").value()}
        self._leave(
            partial(self._workspace.records.refer, entry), self.tr("Encaminhamento registrado")
        )

    def _on_answered(self, answer: Suggestion) -> None:
        if answer.is_article:
            entry = self._entry() | {"article": answer.number}
            done = self.tr("Resolvido por um artigo, sem abrir chamado")
        else:
            entry = self._entry() | {"number": f"{answer.number:08d}"}
            done = self.tr("Resolvido pelo chamado {n:08d}, sem abrir outro")
            done = done.format(n=answer.number)
        self._leave(partial(self._workspace.records.deflect, entry), done)

    def _leave(self, record: Callable[[], Changes], done: str) -> None:
        """Record why no ticket is opened, and close once it is kept."""
        self._offer_to_leave(offered=False)
        self._context.jobs.submit(
            record, partial(self._on_recorded, done), self._on_not_recorded, owner=self
        )

    def _offer_to_leave(self, *, offered: bool) -> None:
        self._refer.setEnabled(offered)
        self.suggestions.answer_button.setEnabled(offered)

    def _on_not_recorded(self, error: Exception) -> None:
        self._offer_to_leave(offered=True)
        self._tell_at_field(error)

    def _on_recorded(self, done: str, changes: Changes) -> None:
        self._context.bus.publish(changes)
        self._context.notices.done(done)
        self.accept()

    def _entry(self) -> dict[str, Any]:
        entry = {"act": "open"} | {name: f.value() for name, f in self._fields.items()}
        if not entry["severity"]:
            del entry["severity"], entry["severity_reason"]
        return entry

    def _on_clients(self, names: tuple[str, ...]) -> None:
        box = self.field("client").box
        assert isinstance(box, QLineEdit)
        box.completer().setModel(QStringListModel(list(names), box))

    def _on_offered(self, offered: Mapping[str, tuple[str, ...]]) -> None:
        for fact, values in offered.items():
            box = self.field(fact).box
            assert isinstance(box, QComboBox)
            typed = box.currentText()
            box.addItems(values)
            usual = values[0] if fact in _FIRST_IS_USUAL and values else ""
            box.setCurrentText(typed or usual)
            if not typed:
                self._draft.take_as_untouched(fact)

    def _ask_contacts(self) -> None:
        client = str(self.field("client").value())
        if client:
            work = partial(self._workspace.intake.contacts, client)
            self._context.jobs.submit(work, self._on_contacts, self._on_no_client, owner=self)

    def _on_contacts(self, contacts: tuple[KnownContact, ...]) -> None:
        box = self.field("contact").box
        assert isinstance(box, QComboBox)
        typed = box.currentText()
        box.clear()
        for contact in contacts:
            box.addItem(f"{contact.name} · {contact.login}", contact.login)
        if contacts and not typed:
            box.setCurrentIndex(0)
        else:
            box.setCurrentText(typed)
        said = self.field("contact").value()
        chosen = next((c for c in contacts if said in (c.login, c.name)), None)
        self.field("contact").refuse("" if chosen is None else chosen.refusal)

    def _on_no_client(self, error: Exception) -> None:
        self.field("client").refuse(describe(error).told("client"))

    def _on_previewed(self, preview: Preview) -> None:
        self._tell_outcome(preview)
        self._show_step(_CONFIRM)

    def _tell_outcome(self, preview: Preview) -> None:
        self.outcome.tell(preview, self.field("client").value(), self.field("summary").value())

    def _on_opened(self, performed: Performed) -> None:
        self._context.bus.publish(performed.changes)
        show = partial(self._context.routes.show_ticket, performed.number)
        self._context.notices.done(
            self.tr("Chamado {n:08d} aberto").format(n=performed.number),
            NoticeAct(self.tr("Ver"), show),
        )
        self.opened.emit(performed.number)
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, RuleRefusal) and error.rule.startswith("CLI") and self.step == _WHAT:
            self._keep_refusal(error)
        self._tell_at_field(error)

    def _tell_at_field(self, error: Exception) -> None:
        failure = describe(error)
        named = next(
            (f for n, f in self._fields.items() if failure.sentence.startswith(f"{n}: ")), None
        )
        self._on.setEnabled(True)
        if named is None:
            self._say(failure.told())
            return
        steps = ((_WHO, self.who), (_WHAT, self.what), (_CONFIRM, self.outcome.form))
        self._show_step(next(step for step, form in steps if named.name in form.fields))
        named.refuse(failure.told(named.name))
        named.box.setFocus()
        self._scroll.ensureWidgetVisible(named)

    def _keep_refusal(self, refusal: RuleRefusal) -> None:
        """Record who was refused, once for each reason; the opening itself records its own."""
        entry = self._entry()
        told = (entry.get("client"), entry.get("contact"), refusal.sentence)
        if told not in self._told:
            self._told.add(told)
            work = partial(self._workspace.records.refuse, entry, refusal)
            self._context.jobs.submit(work, self._context.bus.publish, owner=self)

    def _say(self, sentence: str) -> None:
        self._refusal.setText(sentence)
        self._refusal.setVisible(bool(sentence))
