"""Importing clients and contacts: choose a table, look what each line would do, import."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.services.client_import import ClientImport, ClientImportService, ClientLine, Fate
from ui.composition import WindowContext
from ui.failures import describe
from ui.icons import IconName
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.tokens import GRID, HALF
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drop import FileDrop
from ui.widgets.lines_table import Lines, LinesTable

_SIZE = (820, 560)
_FATE_COLUMN = 3
_FATES = {
    Fate.NEW: QT_TRANSLATE_NOOP("ClientImport", "novo"),
    Fate.CHANGED: QT_TRANSLATE_NOOP("ClientImport", "muda"),
    Fate.SAME: QT_TRANSLATE_NOOP("ClientImport", "já estava"),
}
_CHANGED = Changes(frozenset({Kind.CLIENT}))


class ImportClientsDialog(QDialog):
    """Shows what each line would do; good lines are kept, bad ones stay to be read."""

    def __init__(
        self, clients: ClientImportService, context: WindowContext, parent: QWidget
    ) -> None:
        """Ask for the table."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Importar clientes e contatos"))
        self._clients = clients
        self._context = context
        self._path: Path | None = None
        self.file_field = QLineEdit(self)
        self.file_field.setReadOnly(True)
        self.file_field.setAccessibleName(self.tr("Tabela a importar"))
        self.choose_button = QPushButton(self.tr("&Escolher…"), self)
        self._stack = QStackedWidget(self)
        self.table = LinesTable(self.tr("O que cada linha faz"), context, self._stack)
        self._vacancy = EmptyState(IconName.IMPORT, context.icons, context.theme, self._stack)
        self._vacancy.say(
            self.tr("Nenhuma tabela escolhida"),
            self.tr(
                "Um CSV cuja primeira linha dá as colunas: client, cnpj, city, state, contract, "
                "valid_from, valid_until, overdue, contact, email, cpf, phone, active, permissions."
            ),
        )
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.do_button = QPushButton(self.tr("&Importar"), self)
        self.do_button.setDefault(True)
        self.do_button.setEnabled(False)
        self._lay_out()
        self.choose_button.clicked.connect(self._on_choose)
        FileDrop(self).dropped.connect(self._on_dropped)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(HALF)
        top.addWidget(self.file_field, 1)
        top.addWidget(self.choose_button)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self.table)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.do_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("&Fechar"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_import)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.verdict)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    def show_file(self, path: Path) -> None:
        """Look what a table would do."""
        self._path = path
        self.file_field.setText(str(path))
        self.do_button.setEnabled(False)
        work = partial(self._clients.preview, path)
        self._context.jobs.submit(
            work,
            self._on_previewed,
            self._on_refused,
            owner=self,
            title=self.tr("Lendo a tabela"),
        )

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Tabela a importar"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Tabelas (*.csv *.gz *.txt)")])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self.show_file(Path(name))

    def _on_dropped(self, paths: list[Path]) -> None:
        self.show_file(paths[0])

    def _on_previewed(self, result: ClientImport) -> None:
        self._show(result)
        self.verdict.setObjectName("")
        said = self._counts(result)
        if result.is_cut:
            said += " · " + self.tr("só das primeiras %n linha(s)", "", result.rows)
        self._say(said)
        good = result.is_cut or any(line.fate in (Fate.NEW, Fate.CHANGED) for line in result.lines)
        self.do_button.setEnabled(good)
        (self.do_button if good else self.choose_button).setFocus()

    def _on_refused(self, error: Exception) -> None:
        """Say why the table cannot be used; another one may be chosen."""
        self._stack.setCurrentWidget(self._vacancy)
        self.verdict.setObjectName("late")
        self._say(describe(error).told())

    def _on_import(self) -> None:
        if self._path is None:
            return
        self.do_button.setEnabled(False)
        self._context.jobs.submit(
            partial(self._clients.import_clients, self._path),
            self._on_imported,
            self._on_refused,
            owner=self,
            title=self.tr("Importando clientes"),
        )

    def _on_imported(self, result: ClientImport) -> None:
        self._context.bus.publish(_CHANGED)
        self._context.notices.done(
            self.tr("Importado: {counts}").format(counts=self._counts(result))
        )
        if not result.refused:
            self.accept()
            return
        self._show(result, only=Fate.REFUSED)
        self._say(self.tr("%n linha(s) ficaram de fora; corrija-as e importe de novo", "",
                          len(result.refused)))  # fmt: skip

    def _counts(self, result: ClientImport) -> str:
        parts = (
            self.tr("%n cliente(s) novo(s)", "", result.clients),
            self.tr("%n contato(s) novo(s)", "", result.contacts),
            self.tr("%n atualizado(s)", "", result.updated),
            self.tr("%n linha(s) recusada(s)", "", len(result.refused)),
        )
        figures = (result.clients, result.contacts, result.updated, len(result.refused))
        named = [part for part, figure in zip(parts, figures, strict=True) if figure]
        return " · ".join(named) or self.tr("nada muda: tudo já estava aqui")

    def _show(self, result: ClientImport, only: Fate | None = None) -> None:
        headings = (
            self.tr("linha"),
            self.tr("cliente"),
            self.tr("contato"),
            self.tr("o que acontece"),
        )
        known = {line.line: line for line in result.lines}
        for refusal in result.refused:  # among them lines that could not even be split
            known.setdefault(
                refusal.line, ClientLine(refusal.line, "", "", Fate.REFUSED, refusal.reason)
            )
        chosen = [known[n] for n in sorted(known) if only is None or known[n].fate is only]
        rows = [
            (str(line.line), line.client, line.contact, line.reason or _fate_text(line.fate))
            for line in chosen
        ]
        marks = {(row, _FATE_COLUMN): line.reason for row, line in enumerate(chosen) if line.reason}
        self.table.show_lines(Lines(headings, rows, marks, figures=(0,)))
        self._stack.setCurrentWidget(self.table)

    def _say(self, text: str) -> None:
        for dress in (self.verdict.style().unpolish, self.verdict.style().polish):
            dress(self.verdict)
        self.verdict.setText(text)


def _fate_text(fate: Fate) -> str:
    return translated("ClientImport", _FATES[fate])
