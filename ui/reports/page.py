"""The page Relatórios: choose, preview, issue; what was issued is kept and checked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, local_date, read_day
from app.domain.documents import DocumentKind, IssuedDocument
from app.domain.errors import InvalidInput
from app.services.documents import Checked, CheckResult, write_file
from app.services.signing import can_sign
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.failures import describe
from ui.format import full_day, full_moment
from ui.icons import IconName
from ui.jobs import Lane
from ui.override import override
from ui.page import Page, PageId
from ui.reports.asked_paper import KINDS, Shown, draw, issue, last_month, read_asked
from ui.reports.mail_form import MailForm
from ui.reports.sign_form import SignForm
from ui.tokens import GRID
from ui.widgets.act_button import act_button
from ui.widgets.asked_work import open_to_do
from ui.widgets.empty_state import EmptyState
from ui.widgets.lines_table import Lines, LinesTable
from ui.widgets.refusable import Refusable

_SHARE = (38, 62)


class ReportsPage(Page):
    """What is asked for on the left with what was issued below; the document on the right."""

    def __init__(self, workspace: Workspace, context: WindowContext) -> None:
        """Lay out the page and read what was issued."""
        super().__init__(PageId.REPORTS, context.bus)
        self._workspace = workspace
        self._context = context
        self._issued: Sequence[IssuedDocument] = ()
        self._shown: Shown | None = None
        self.form: MailForm | None = None
        self.print_dialog: QDialog | None = None
        self.fields: dict[str, Refusable] = {}
        self._make_fields()
        self._make_parts()
        self._lay_out()
        self.refresh(Changes())
        self._offer()

    @override
    def cares_about(self, changes: Changes) -> bool:
        """What is issued changes the list, clients and teams what may be asked for."""
        return changes.touches(Kind.DOCUMENT) or changes.touches(Kind.CLIENT)

    @override
    def refresh(self, changes: Changes) -> None:
        """Read what was issued, and for whom documents may be asked."""
        self._context.jobs.submit(
            partial(_known, self._workspace), self._on_known, owner=self, lane=Lane.READ
        )

    @override
    def focus_first(self) -> None:
        """Put the keyboard where a document is chosen."""
        self.kind.setFocus()

    def _make_fields(self) -> None:
        self.kind, self.team = QComboBox(self), QComboBox(self)
        for known in KINDS:
            self.kind.addItem(known.title, known.value)
        self.team.addItem(self.tr("todas"), "")
        for team in self._workspace.desk.book.teams:
            self.team.addItem(team.name, team.key)
        self.client = QLineEdit(self)
        self.client.setPlaceholderText(self.tr("nome ou CNPJ"))
        period = last_month(local_date(self._context.clock.now()))
        self.first = QLineEdit(full_day(period.first), self)
        self.last = QLineEdit(full_day(period.last), self)
        self._form = QFormLayout()
        self._form.setContentsMargins(GRID, GRID, GRID, 0)
        self._form.setSpacing(GRID)
        for name, label, box in (
            ("kind", self.tr("&Documento"), self.kind),
            ("client", self.tr("&Cliente"), self.client),
            ("team", self.tr("E&quipe"), self.team),
            ("first", self.tr("A &partir de"), self.first),
            ("last", self.tr("&Até"), self.last),
        ):
            field = Refusable(self)
            field.hold(box)
            self._form.addRow(field.caption(label, self), field)
            self.fields[name] = field
        self.kind.currentIndexChanged.connect(self._offer)

    def _make_parts(self) -> None:
        from ui.reports.paper_view import PaperView

        context, make = self._context, self._context.actions.make
        self._preview = make(ActionId.PAPER_PREVIEW, self.preview, self)
        self._issue = make(ActionId.PAPER_ISSUE, self.issue, self)
        self._batch = make(ActionId.PAPER_BATCH, self._on_batch, self)
        self._save = make(ActionId.PAPER_SAVE, self._on_save, self)
        self._table = make(ActionId.PAPER_TABLE, self._on_table, self)
        self._sign = make(ActionId.PAPER_SIGN, self._on_sign, self)
        self._sign.setVisible(can_sign())
        self._print = make(ActionId.PAPER_PRINT, self._on_print, self)
        self._mail = make(ActionId.PAPER_MAIL, self._on_mail, self)
        self._check = make(ActionId.PAPER_CHECK, self._on_check, self)
        self.table = LinesTable(self.tr("Documentos emitidos"), context, self)
        self.table.activated.connect(self._on_activated)
        self._stack = QStackedWidget(self)
        self._vacancy = EmptyState(IconName.REPORTS, context.icons, context.theme, self._stack)
        self._vacancy.say(
            self.tr("Nenhum documento à vista"),
            self.tr("Escolha um documento ao lado e veja a prévia, ou abra um já emitido."),
            self._preview,
        )
        self.paper = PaperView(context.icons, self._stack)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self.paper)

    def _lay_out(self) -> None:
        left = QWidget(self)
        side = QVBoxLayout(left)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GRID)
        side.addLayout(self._form)
        for actions in (
            (self._preview, self._issue, self._print, self._mail),
            (self._save, self._table, self._batch),
            (self._check, self._sign),
        ):
            row = QHBoxLayout()
            row.setContentsMargins(GRID, 0, GRID, 0)
            for action in actions:
                if action.isVisible():
                    row.addWidget(act_button(action, left))
            row.addStretch(1)
            side.addLayout(row)
        side.addWidget(self.table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        for place, (part, share) in enumerate(zip((left, self._stack), _SHARE, strict=True)):
            splitter.addWidget(part)
            splitter.setStretchFactor(place, share)
        splitter.setSizes([share * 20 for share in _SHARE])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)

    @property
    def typed(self) -> Mapping[str, str]:
        """What is asked for, as it stands in the fields."""
        return {
            "kind": str(self.kind.currentData()),
            "client": self.client.text(),
            "team": str(self.team.currentData()),
            "first": self.first.text(),
            "last": self.last.text(),
        }

    def preview(self) -> None:
        """Draw what is asked for, without number."""
        self._forget_refusals()
        self._context.jobs.submit(
            partial(_draw, self._workspace, self.typed),
            self._on_drawn,
            self._on_refused,
            owner=self,
            lane=Lane.READ,
            title=self.tr("Desenhando o PDF"),
        )

    def issue(self) -> None:
        """Issue what is asked for; it is kept and does not change any more."""
        self._forget_refusals()
        self._context.jobs.submit(
            partial(_issue, self._workspace, self.typed),
            self._on_issued,
            self._on_refused,
            owner=self,
            title=self.tr("Emitindo o documento"),
        )

    def _forget_refusals(self) -> None:
        for field in self.fields.values():
            field.take_back()

    def _offer(self) -> None:
        kind = DocumentKind(self.kind.currentData())
        is_sla = kind is DocumentKind.SLA_REPORT
        for name, is_wanted in (("client", not is_sla), ("team", is_sla)):
            self._form.setRowVisible(self.fields[name], is_wanted)
        for action in (self._save, self._table, self._print):
            action.setEnabled(self._shown is not None)
        for action in (self._mail, self._sign):
            action.setEnabled(self._document is not None)

    def _on_known(self, known: tuple[tuple[IssuedDocument, ...], tuple[str, ...]]) -> None:
        self._issued, clients = known
        completer = QCompleter(list(clients), self.client)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.client.setCompleter(completer)
        headings = (
            self.tr("documento"),
            self.tr("nº"),
            self.tr("de quem"),
            self.tr("emitido"),
            self.tr("por"),
        )
        rows = [
            (
                document.kind.title,
                f"{document.number:06d}",
                document.subject,
                full_moment(from_epoch(document.issued_at)),
                document.issued_by,
            )
            for document in self._issued
        ]
        self.table.show_lines(Lines(headings, rows, wide=2))

    def _on_activated(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._issued):
            document = self._issued[row]
            work = partial(_contents, self._workspace, document)
            self._context.jobs.submit(work, self._on_drawn, owner=self, lane=Lane.READ)

    def _on_drawn(self, shown: Shown) -> None:
        self._shown = shown
        self.paper.show_pdf(shown.pdf)
        self._stack.setCurrentWidget(self.paper)
        self._offer()

    @property
    def _document(self) -> IssuedDocument | None:
        """The issued document that is shown; none for a preview."""
        return None if self._shown is None else self._shown.document

    def _on_issued(self, issued: Shown) -> None:
        self._on_drawn(issued)
        document = issued.document
        assert document is not None
        said = self.tr("{title} nº {number} emitido")
        self._context.notices.done(
            said.format(title=document.kind.title, number=f"{document.number:06d}")
        )
        self._context.bus.publish(Changes(frozenset({Kind.DOCUMENT, Kind.TIME})))

    def _on_refused(self, error: Exception) -> None:
        failure = describe(error)
        named = next((n for n in self.fields if failure.sentence.startswith(f"{n}: ")), "kind")
        self.fields[named].refuse(failure.told(named))
        self.fields[named].box.setFocus()

    def _on_batch(self) -> None:
        from ui.reports.batch_dialog import BatchDialog

        try:
            month = read_day(self.last.text().strip())
        except InvalidInput as error:
            self.fields["last"].refuse(error.reason)
            self.last.setFocus()
            return
        BatchDialog(self._workspace, month, self._context, self).open()

    def _on_save(self) -> None:
        self._save_as(self.tr("Salvar PDF"), self.tr("Documento (*.pdf)"), ".pdf", self.save)

    def _on_table(self) -> None:
        self._save_as(self.tr("Salvar tabela"), self.tr("Tabela (*.csv)"), ".csv", self.save_table)

    def _save_as(self, title: str, kinds: str, suffix: str, save: Callable[[Path], None]) -> None:
        offered = "" if self._shown is None else Path(self._shown.name).stem + suffix
        name, _kind = QFileDialog.getSaveFileName(self, title, offered, kinds)
        if name:
            save(Path(name))

    def _on_print(self) -> None:
        from ui.widgets.printing import ask_to_print

        self.print_dialog = ask_to_print(self.paper.document, self)

    def save(self, path: Path) -> None:
        """Write the document shown to a file."""
        if self._shown is not None:
            self._write(path, partial(write_file, path, self._shown.pdf))

    def save_table(self, path: Path) -> None:
        """Write the figures of the document shown to a file."""
        if self._shown is not None:
            self._write(path, partial(_write_table, self._workspace, self._shown, path))

    def _write(self, path: Path, work: Callable[[], None]) -> None:
        said = self.tr("Documento salvo: {file}").format(file=path.name)
        self._context.jobs.submit(
            work, lambda _none: self._context.notices.done(said), owner=self, lane=Lane.READ
        )

    def _on_sign(self) -> None:
        if self._document is not None:
            form = SignForm(self._document, self)
            sign = partial(self._workspace.documents.sign, self._document.id)
            said = self.tr("Assinado e salvo: {file}")
            done = self._context.notices.done
            open_to_do(
                form, sign, lambda path: done(said.format(file=path.name)), self._context.jobs
            )

    def _on_mail(self) -> None:
        if self._document is not None:
            self.form = MailForm(self._document, self)
            mail = partial(_mail, self._workspace, self._document.id)
            open_to_do(self.form, mail, self._on_mailed, self._context.jobs)

    def _on_mailed(self, changes: Changes) -> None:
        self._context.notices.done(self.tr("O documento está na fila de mensagens"))
        self._context.bus.publish(changes)

    def _on_check(self) -> None:
        dialog = QFileDialog(self, self.tr("Conferir documento"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Documento (*.pdf)")])
        dialog.fileSelected.connect(self.check)
        dialog.open()

    def check(self, name: str) -> None:
        """Tell whether a file was issued here and is unchanged."""
        work = partial(self._workspace.documents.check_file, Path(name))
        self._context.jobs.submit(work, self._on_checked, owner=self, lane=Lane.READ)

    def _on_checked(self, checked: Checked) -> None:
        document = checked.document
        if document is None:
            self._context.notices.info(self.tr("Este arquivo não foi emitido aqui"))
            return
        what = f"{document.kind.title} nº {document.number:06d}"
        tell, said = (
            self._context.notices.info,
            self.tr("Alterado: parece {what}, por {by} em {when}"),
        )
        if checked.result is CheckResult.VALID:
            tell, said = self._context.notices.done, self.tr("Válido: {what}, por {by} em {when}")
        when = full_moment(from_epoch(document.issued_at))
        told = said.format(what=what, by=document.issued_by, when=when)
        if checked.signed_by:
            told += self.tr(", assinado por {name}").format(name=checked.signed_by)
        tell(told)


def _known(workspace: Workspace) -> tuple[tuple[IssuedDocument, ...], tuple[str, ...]]:
    clients = tuple(found.client.name for found in workspace.registry.find(""))
    return workspace.documents.issued(), clients


def _mail(workspace: Workspace, number: int, texts: Mapping[str, str]) -> Changes:
    return workspace.documents.mail(number, texts["recipient"])


def _draw(workspace: Workspace, typed: Mapping[str, str]) -> Shown:
    asked = read_asked(workspace, typed)
    return Shown(asked.file_name, draw(workspace, asked), asked)


def _issue(workspace: Workspace, typed: Mapping[str, str]) -> Shown:
    return _contents(workspace, issue(workspace, read_asked(workspace, typed)))


def _contents(workspace: Workspace, document: IssuedDocument) -> Shown:
    pdf = workspace.documents.contents(document.id)[1]
    return Shown(document.file_name, pdf, document=document)


def _write_table(workspace: Workspace, shown: Shown, path: Path) -> None:
    write_file(path, shown.table(workspace))
