"""A client in full: facts, warnings, contacts with their permissions, what happened when."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget
from stdnum.br import cnpj

from app.domain.clock import from_epoch, local_date
from app.domain.documents import IssuedDocument
from app.domain.queue_view import QueueRow
from app.domain.registry import ClientRecord, ContactRecord, IntakeKind, IntakeLine
from app.services.client_registry import ClientPage
from ui.composition import WindowContext
from ui.desk_words import word
from ui.format import full_day, moment
from ui.theme import strong
from ui.tokens import GRID, HALF
from ui.widgets.lines_table import Lines, LinesTable


class ClientCard(QWidget):
    """Shows a client; the keyboard stands on one of its contacts."""

    contact_chosen = Signal()
    ticket_asked = Signal(int)  # number
    paper_asked = Signal(object)  # IssuedDocument

    def __init__(
        self,
        context: WindowContext,
        of_client: Sequence[QAction],
        of_contact: Sequence[QAction],
        seldom: Sequence[QAction],
        parent: QWidget,
    ) -> None:
        """Have buttons for what may be done with client and contact; what is seldom, in a menu."""
        super().__init__(parent)
        self._context = context
        self._page: ClientPage | None = None
        self._is_filling = False
        self._timeline: list[QueueRow | IssuedDocument | None] = []
        self._title = QLabel(self)
        self._title.setFont(strong(self.font()))
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = QLabel(self)
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._warning = QLabel(self)
        self._warning.setObjectName("late")
        self._warning.setWordWrap(True)
        self.contacts = LinesTable(self.tr("Contatos"), context, self)
        self._revealed = QLabel(self)
        self._revealed.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._revealed.hide()
        self.records = LinesTable(self.tr("Linha do tempo"), context, self)
        self._no_records = QLabel(
            self.tr("Chamados, documentos, recusas e consultas de CPF aparecem aqui."), self
        )
        self._no_records.setObjectName("muted")
        self._no_records.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(GRID)
        for part in (self._title, self._facts, self._warning):
            column.addWidget(part)
        column.addLayout(self._row(of_client))
        column.addWidget(self._heading(self.tr("Contatos")))
        column.addWidget(self.contacts, 3)
        column.addLayout(self._row(of_contact, seldom))
        column.addWidget(self._revealed)
        column.addWidget(self._heading(self.tr("Linha do tempo")))
        column.addWidget(self.records, 2)
        column.addWidget(self._no_records)
        self.contacts.selectionModel().currentRowChanged.connect(self._on_contact)
        self.records.activated.connect(self._on_happened)
        self.show_page(None)

    @property
    def contact(self) -> ContactRecord | None:
        """The contact the keyboard stands on."""
        row = self.contacts.currentIndex().row()
        known = () if self._page is None else self._page.contacts
        return known[row] if 0 <= row < len(known) else None

    @property
    def facts_text(self) -> str:
        """What is said of the client."""
        return self._facts.text()

    @property
    def warning_text(self) -> str:
        """What stands in the client's way."""
        return self._warning.text()

    @property
    def revealed_text(self) -> str:
        """The CPF somebody asked for."""
        return self._revealed.text()

    def show_page(self, page: ClientPage | None) -> None:
        """Show a client, or nothing."""
        before, self._page = self.contact, page
        self.setVisible(page is not None)
        if page is None:
            return
        self._is_filling = True
        client = page.client
        self._title.setText(client.name)
        facts = "<br>".join(html.escape(fact) for fact in self._facts_of(client))
        self._facts.setText(facts)
        warnings = list(self._warnings_of(page))
        self._warning.setText("\n".join(warnings))
        self._warning.setVisible(bool(warnings))
        self._show_contacts(page.contacts, before)
        self._show_timeline(page)
        self._is_filling = False
        if before is None or self.contact is None or before.id != self.contact.id:
            self._revealed.hide()

    def standing_of(self, client: ClientRecord) -> str:
        """Say in a few words whether a client may open tickets today (CLI-5)."""
        today = local_date(self._context.clock.now())
        if client.valid_until is not None and client.valid_until < today:
            return self.tr("contrato vencido")
        if client.valid_from is not None and client.valid_from > today:
            return self.tr("contrato por começar")
        return self.tr("em atraso") if client.is_overdue else self.tr("em dia")

    def reveal(self, contact: ContactRecord, cpf: str) -> None:
        """Show a whole CPF until another contact is looked at."""
        shown = f"{cpf[:3]}.{cpf[3:6]}.{cpf[6:9]}-{cpf[9:]}"
        self._revealed.setText(
            self.tr("CPF de {name}: {cpf} (a consulta ficou registrada)").format(
                name=contact.name, cpf=shown
            )
        )
        self._revealed.show()

    def button_of(self, action: QAction, parent: QWidget) -> QPushButton:
        """Return a button that does an action and is grey when it is."""
        button = QPushButton(action.text().rstrip("…"), parent)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _row(self, actions: Sequence[QAction], seldom: Sequence[QAction] = ()) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(HALF)
        for action in actions:
            row.addWidget(self.button_of(action, self))
        if seldom:
            more = QPushButton(self.tr("Mais"), self)
            menu = QMenu(more)
            menu.addActions(seldom)
            more.setMenu(menu)
            row.addWidget(more)
        row.addStretch(1)
        return row

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setFont(strong(self.font()))
        return label

    def _facts_of(self, client: ClientRecord) -> Iterator[str]:
        place = "/".join(part for part in (client.city, client.state) if part)
        number = cnpj.format(client.cnpj) if client.cnpj else self.tr("sem CNPJ")
        yield " · ".join(part for part in (number, place, client.unit) if part)
        validity = ""
        if client.valid_from is not None:
            validity += self.tr(" desde {day}").format(day=full_day(client.valid_from))
        if client.valid_until is not None:
            validity += self.tr(" até {day}").format(day=full_day(client.valid_until))
        contract = client.contract or self.tr("não informado")
        yield self.tr("Contrato {kind}{validity} · {standing}").format(
            kind=contract, validity=validity, standing=self.standing_of(client)
        )
        if client.ear or client.gar:
            yield f"EAR: {client.ear or '—'} · GAR: {client.gar or '—'}"

    def _warnings_of(self, page: ClientPage) -> Iterator[str]:
        standing = self.standing_of(page.client)
        if standing == self.tr("em atraso"):
            yield self.tr("CLI-5: em atraso; só abre chamados para o CST.")
        elif standing != self.tr("em dia"):
            yield self.tr("CLI-5: {standing}; encaminhe ao executivo de contas (EAR).").format(
                standing=standing
            )
        if page.to_review:
            names = ", ".join(contact.name for contact in page.to_review)
            yield self.tr(
                "CLI-3: confira quem aprova consultoria há mais de {months} meses: {names}."
            ).format(months=page.review_months, names=names)

    def _show_contacts(
        self, contacts: Sequence[ContactRecord], before: ContactRecord | None
    ) -> None:
        headings = (
            self.tr("nome"), self.tr("e-mail"), self.tr("telefone"), "CPF", self.tr("permissões"),
        )  # fmt: skip
        rows = [
            (
                contact.name,
                contact.email or "—",
                contact.phone or "—",
                contact.masked_cpf or "—",
                self._permissions_of(contact),
            )
            for contact in contacts
        ]
        self.contacts.show_lines(Lines(headings, rows, wide=4))
        place = next(
            (n for n, c in enumerate(contacts) if before is not None and c.id == before.id), 0
        )
        if contacts:
            self.contacts.setCurrentIndex(self.contacts.model().index(place, 0))

    def _permissions_of(self, contact: ContactRecord) -> str:
        if not contact.is_active:
            return self.tr("inativo")
        said = (
            (contact.may_open, self.tr("abre")),
            (contact.may_accept, self.tr("aceita")),
            (contact.may_approve, self.tr("aprova")),
            (contact.is_administrator, self.tr("administra")),
        )
        return " · ".join(text for flag, text in said if flag) or self.tr("nenhuma")

    def _show_timeline(self, page: ClientPage) -> None:
        """Show tickets by their opening among what intake recorded, the newest first."""
        now = self._context.clock.now()
        happened: list[tuple[int, QueueRow | IssuedDocument | None, tuple[str, ...]]] = [
            *((line.at, None, self._record_line(line)) for line in page.records),
            *((row.opened_at, row, self._ticket_line(row)) for row in page.tickets),
            *((paper.issued_at, paper, self._paper_line(paper)) for paper in page.papers),
        ]
        happened.sort(key=lambda one: one[0], reverse=True)
        self._timeline = [what for _at, what, _line in happened]
        rows = [(moment(from_epoch(at), now), *line) for at, _what, line in happened]
        headings = (
            self.tr("quando"), self.tr("o quê"), self.tr("contato"), self.tr("assunto"),
            self.tr("quem"),
        )  # fmt: skip
        self.records.show_lines(Lines(headings, rows, wide=3))
        self.records.setVisible(bool(rows))
        self._no_records.setVisible(not rows)

    def _record_line(self, line: IntakeLine) -> tuple[str, str, str, str]:
        said = (line.contact, line.words, line.person_name)
        contact, words, person = (part or "—" for part in said)
        return self._record_words(line.kind), contact, words, person

    def _ticket_line(self, row: QueueRow) -> tuple[str, str, str, str]:
        status = row.status_name or word(row.status)
        what = self.tr("chamado {number}").format(number=f"{row.number:08d}")
        return what, "—", f"{row.summary} · {status}", row.assignee or "—"

    def _paper_line(self, paper: IssuedDocument) -> tuple[str, str, str, str]:
        named = f"{paper.kind.title} nº {paper.number:06d}"
        return self.tr("documento"), "—", named, paper.issued_by

    def _on_happened(self) -> None:
        """Show the ticket or the document of a line; what intake recorded has neither."""
        row = self.records.currentIndex().row()
        what = self._timeline[row] if 0 <= row < len(self._timeline) else None
        if isinstance(what, QueueRow):
            self.ticket_asked.emit(what.number)
        elif what is not None:
            self.paper_asked.emit(what)

    def _record_words(self, kind: IntakeKind) -> str:
        return {
            IntakeKind.REFUSAL: self.tr("recusa"),
            IntakeKind.REFERRAL: self.tr("encaminhamento"),
            IntakeKind.DEFLECTION: self.tr("resolvido sem chamado"),
            IntakeKind.CPF_SHOWN: self.tr("CPF consultado"),
        }[kind]

    def _on_contact(self) -> None:
        if self._is_filling:
            return
        self._revealed.hide()
        self.contact_chosen.emit()
