"""The page Clientes: who they are, what they may, and what intake recorded of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.documents import IssuedDocument
from app.domain.errors import InvalidInput
from app.domain.registry import ContactRecord
from app.services.client_registry import ClientPage, ClientRegistry, Found
from app.services.contact_identity import ContactIdentity
from app.services.documents import DocumentService
from app.services.privacy import PrivacyService
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.clients.card import ClientCard
from ui.clients.forms import ClientForm, ContactForm, ForgetForm, PasswordForm
from ui.composition import WindowContext
from ui.icons import IconName
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.tokens import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.form_dialog import FormDialog
from ui.widgets.hairline import Hairline
from ui.widgets.lines_table import Lines, LinesTable
from ui.widgets.search_field import SearchField

_SHARE = (45, 55)


class ClientsPage(Page):
    """A search on the left, the client found beside it."""

    tickets_asked = Signal(object)  # ClientRecord whose tickets are to be shown

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Lay out the page and ask for every client."""
        super().__init__(PageId.CLIENTS, context.bus)
        self._context = context
        self._registry: ClientRegistry = workspace.registry
        self._identity: ContactIdentity = workspace.identity
        self._privacy: PrivacyService = workspace.privacy
        self._papers: DocumentService = workspace.documents
        self._found: tuple[Found, ...] = ()
        self._page: ClientPage | None = None
        self._wanted: int | None = None
        self._clients = workspace.client_import
        self._is_filling = False
        self.dialog: FormDialog | None = None
        self._make_parts()
        self._lay_out()
        self.search.searched.connect(self._on_searched)
        self.search.left_downwards.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._on_chosen)
        self.card.contact_chosen.connect(self._offer)
        self.card.ticket_asked.connect(context.routes.show_ticket)
        self.refresh(Changes())

    @override
    def cares_about(self, changes: Changes) -> bool:
        """The page shows clients, contacts and what intake recorded."""
        return changes.touches(Kind.CLIENT) or changes.touches(Kind.TICKET)

    @override
    def refresh(self, changes: Changes) -> None:
        """Search again; the client looked at stays in sight."""
        self._context.jobs.submit(
            partial(self._registry.find, self.search.text().strip()),
            self._on_found,
            owner=self,
            lane=Lane.READ,
        )

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the search."""
        self.search.setFocus()

    @property
    def shown(self) -> ClientPage | None:
        """The client that is shown."""
        return self._page

    def _make_parts(self) -> None:
        context, make = self._context, self._context.actions.make
        name = self.tr("Nome, CNPJ, contato, CPF ou telefone…")
        self.search = SearchField(name, context.icons, self)
        self._stack = QStackedWidget(self)
        self.table = LinesTable(self.tr("Clientes"), context, self._stack)
        self._vacancy = EmptyState(IconName.CLIENTS, context.icons, context.theme, self._stack)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._vacancy)
        make(ActionId.FIND_CLIENT, self._on_find, self)
        self._new = make(ActionId.NEW_CLIENT, self._on_new_client, self)
        self._import = make(ActionId.IMPORT_CLIENTS, self._on_import, self)
        self._edit = make(ActionId.EDIT_CLIENT, self._on_edit_client, self)
        self._new_contact = make(ActionId.NEW_CONTACT, self._on_new_contact, self)
        self._edit_contact = make(ActionId.EDIT_CONTACT, self._on_edit_contact, self)
        self._cpf = make(ActionId.SHOW_CPF, self._on_show_cpf, self)
        self._password = make(ActionId.SET_PASSWORD, self._on_set_password, self)
        self._export = make(ActionId.EXPORT_PERSON, self._on_export, self)
        self._forget = make(ActionId.FORGET_PERSON, self._on_forget, self)
        self._review = make(ActionId.REVIEW_APPROVALS, self._on_review, self)
        self._tickets = make(ActionId.TICKETS_OF_CLIENT, self._on_tickets, self)
        of_client = (self._edit, self._tickets, self._review)
        of_contact = (self._new_contact, self._edit_contact, self._cpf)
        seldom = (self._password, self._export, self._forget)
        self.card = ClientCard(context, of_client, of_contact, seldom, self)
        self.card.paper_asked.connect(self._on_paper)

    def _lay_out(self) -> None:
        left = QWidget(self)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(GRID, GRID, GRID, GRID)
        top.setSpacing(GRID)
        top.addWidget(self.search, 1)
        for action in (self._new, self._import):
            top.addWidget(self.card.button_of(action, left))
        side.addLayout(top)
        side.addWidget(Hairline(parent=left))
        side.addWidget(self._stack, 1)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.card)
        self._splitter.setSizes([share * 20 for share in _SHARE])
        for place, share in enumerate(_SHARE):
            self._splitter.setStretchFactor(place, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)

    def _on_paper(self, paper: IssuedDocument) -> None:
        work = partial(self._papers.contents, paper.id)
        shown = partial(self._show_paper, paper)
        self._context.jobs.submit(work, shown, owner=self, lane=Lane.READ)

    def _show_paper(self, paper: IssuedDocument, contents: tuple[object, bytes]) -> None:
        from ui.dialogs.pdf_preview import PdfPreview

        title = f"{paper.kind.title} nº {paper.number:06d}"
        preview = PdfPreview(title, paper.file_name, contents[1], self._context, self)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()

    def _on_searched(self, _text: str) -> None:
        self.refresh(Changes())

    def _on_found(self, found: tuple[Found, ...]) -> None:
        wanted = self._wanted or (None if self._page is None else self._page.client.id)
        self._wanted, self._found = None, found
        rows = [
            (
                f"{entry.client.name} · {entry.by_contact}"
                if entry.by_contact
                else entry.client.name,
                "/".join(part for part in (entry.client.city, entry.client.state) if part),
                entry.client.contract or "—",
                self.card.standing_of(entry.client),
            )
            for entry in found
        ]
        headings = (self.tr("cliente"), self.tr("cidade"), self.tr("contrato"), self.tr("situação"))
        self._is_filling = True
        self.table.show_lines(Lines(headings, rows, wide=0))
        self._stack.setCurrentWidget(self.table if found else self._vacancy)
        if not found:
            self._explain()
        place = next((n for n, entry in enumerate(found) if entry.client.id == wanted), 0)
        if found:
            self.table.setCurrentIndex(self.table.model().index(place, 0))
        self._is_filling = False
        self._on_chosen()

    def _explain(self) -> None:
        if self.search.text().strip():
            self._vacancy.say(
                self.tr("Ninguém encontrado"),
                self.tr("Procure por outra parte do nome, pelo CNPJ, CPF ou telefone."),
            )
        else:
            self._vacancy.say(
                self.tr("Nenhum cliente"),
                self.tr("Aqui ficam os clientes com contratos, contatos e permissões."),
                self._new,
            )

    def _on_chosen(self) -> None:
        if self._is_filling:
            return  # the lines are laid out anew; who is chosen is told afterwards
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self._found):
            self._page = None
            self.card.show_page(None)
            self._offer()
            return
        self._context.jobs.submit(
            partial(self._registry.page, self._found[row].client.id),
            self._on_page,
            owner=self,
            lane=Lane.READ,
        )

    def _on_page(self, page: ClientPage) -> None:
        self._page = page
        self.card.show_page(page)
        self._offer()

    def _offer(self) -> None:
        contact = self.card.contact
        for action in (self._edit, self._new_contact, self._tickets):
            action.setEnabled(self._page is not None)
        self._edit_contact.setEnabled(contact is not None)
        for action in (self._password, self._export, self._forget):
            action.setEnabled(contact is not None)
        self._cpf.setEnabled(contact is not None and bool(contact.cpf))
        self._review.setEnabled(self._page is not None and bool(self._page.to_review))

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_new_client(self) -> None:
        self._ask(ClientForm(None, self), partial(self._save_client, None))

    def _on_edit_client(self) -> None:
        if self._page is not None:
            client = self._page.client
            self._ask(ClientForm(client, self), partial(self._save_client, client.id))

    def _on_new_contact(self) -> None:
        if self._page is not None:
            owner = self._page.client.id
            self._ask(ContactForm(None, self), partial(self._save_contact, owner, None))

    def _on_edit_contact(self) -> None:
        contact = self.card.contact
        if contact is not None:
            act = partial(self._save_contact, contact.client, contact.id)
            self._ask(ContactForm(contact, self), act)

    def _on_set_password(self) -> None:
        contact = self.card.contact
        if contact is not None:
            self._ask(PasswordForm(contact, self), partial(self._save_password, contact.id))

    def _save_password(
        self, number: int, texts: Mapping[str, str], _ticks: Mapping[str, bool]
    ) -> None:
        keep = partial(self._identity.set_password, number, texts["password"], texts["again"])
        self._save(lambda: (number, keep()), self.tr("Senha guardada"), lambda _number: None)

    def _on_export(self) -> None:
        contact = self.card.contact
        if contact is None:
            return
        name, _kind = QFileDialog.getSaveFileName(
            self, self.tr("Exportar dados"), f"contato-{contact.id}.json", "JSON (*.json)"
        )
        if name:
            write = partial(_write_export, self._privacy, contact.id, Path(name))
            self._context.jobs.submit(write, self._on_exported, owner=self)

    def _on_exported(self, path: Path) -> None:
        self._context.notices.done(self.tr("Dados exportados: {file}").format(file=path.name))

    def _on_forget(self) -> None:
        contact = self.card.contact
        if contact is not None:
            self._ask(ForgetForm(contact, self), partial(self._confirm_forgetting, contact))

    def _confirm_forgetting(
        self, contact: ContactRecord, texts: Mapping[str, str], _ticks: Mapping[str, bool]
    ) -> None:
        assert self.dialog is not None
        if texts["confirm"].strip() != contact.name:
            self.dialog.refuse(InvalidInput(self.tr("o nome não confere"), field="confirm"))
            return
        forget = partial(self._privacy.forget, contact.id)
        self._save(
            lambda: (contact.id, forget()), self.tr("Contato anonimizado"), lambda _number: None
        )

    def _on_import(self) -> None:
        from ui.clients.import_dialog import ImportClientsDialog

        ImportClientsDialog(self._clients, self._context, self).open()

    def _ask(self, form: FormDialog, asked: partial[None]) -> None:
        form.asked.connect(asked)
        form.destroyed.connect(partial(self._on_dialog_gone, id(form)))
        self.dialog = form
        form.open()

    def _on_dialog_gone(self, gone: int) -> None:
        if id(self.dialog) == gone:
            self.dialog = None

    def _save_client(
        self, number: int | None, texts: Mapping[str, str], ticks: Mapping[str, bool]
    ) -> None:
        fields = {**texts, "overdue": "sim" if ticks["overdue"] else "não"}
        act = partial(self._registry.save_client, number, fields)
        self._save(act, self.tr("Cliente salvo"), self._on_client_saved)

    def _save_contact(
        self,
        owner: int,
        number: int | None,
        texts: Mapping[str, str],
        ticks: Mapping[str, bool],
    ) -> None:
        act = partial(self._registry.save_contact, owner, number, texts, ticks)
        self._save(act, self.tr("Contato salvo"), lambda _number: None)

    def _save(
        self, act: Callable[[], tuple[int, Changes]], done: str, saved: Callable[[int], None]
    ) -> None:
        form = self.dialog
        assert form is not None
        self._context.jobs.submit(
            act, partial(self._on_saved, form, done, saved), form.refuse, owner=form
        )

    def _on_saved(
        self,
        form: FormDialog,
        done: str,
        saved: Callable[[int], None],
        answer: tuple[int, Changes],
    ) -> None:
        number, changes = answer
        saved(number)
        form.accept()
        self._context.notices.done(done)
        self._context.bus.publish(changes)

    def _on_client_saved(self, number: int) -> None:
        """Look for everybody again, and stand on who was saved."""
        self._wanted = number
        self.search.show_text("")

    def _on_show_cpf(self) -> None:
        contact, page = self.card.contact, self._page
        if contact is None or page is None:
            return
        self._context.jobs.submit(
            partial(self._registry.show_cpf, contact, page.client.name),
            partial(self._on_cpf, contact),
            owner=self,
        )

    def _on_cpf(self, contact: ContactRecord, cpf: str) -> None:
        self.card.reveal(contact, cpf)

    def _on_review(self) -> None:
        if self._page is not None:
            self._context.jobs.submit(
                partial(self._registry.review_approvals, self._page.client.id),
                self._context.bus.publish,
                owner=self,
            )

    def _on_tickets(self) -> None:
        if self._page is not None:
            self.tickets_asked.emit(self._page.client)


def _write_export(privacy: PrivacyService, contact: int, path: Path) -> Path:
    """Write everything kept of a contact into a file."""
    given = json.dumps(privacy.export(contact), ensure_ascii=False, indent=2)
    path.write_text(given + "\n", encoding="utf-8")
    return path
