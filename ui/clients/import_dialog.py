"""Importing clients and contacts: choose a table, look what each line would do, import."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes, Kind
from app.services.client_import import ClientImport, ClientImportService, ClientLine, Fate
from ui.composition import WindowContext
from ui.failures import describe
from ui.override import override
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.widgets.lines_table import Lines
from ui.widgets.table_import import TableImportDialog

_SIZE = (820, 560)
_FATE_COLUMN = 3
_FATES = {
    Fate.NEW: QT_TRANSLATE_NOOP("ClientImport", "novo"),
    Fate.CHANGED: QT_TRANSLATE_NOOP("ClientImport", "muda"),
    Fate.SAME: QT_TRANSLATE_NOOP("ClientImport", "já estava"),
}
_CHANGED = Changes(frozenset({Kind.CLIENT}))


class ImportClientsDialog(TableImportDialog):
    """Shows what each line would do; good lines are kept, bad ones stay to be read."""

    def __init__(
        self, clients: ClientImportService, context: WindowContext, parent: QWidget
    ) -> None:
        """Ask for the table."""
        about = self.tr(
            "Um CSV cuja primeira linha dá as colunas: client, cnpj, city, state, contract, "
            "valid_from, valid_until, overdue, contact, email, cpf, phone, active, permissions."
        )
        super().__init__(self.tr("Importar clientes e contatos"), about, context, parent)
        self._clients = clients
        self.resize(*_SIZE)

    @override
    def show_file(self, path: Path) -> None:
        """Look what a table would do."""
        self.path = path
        self.file_field.setText(str(path))
        self.do_button.setEnabled(False)
        work = partial(self._clients.preview, path)
        self.context.jobs.submit(
            work,
            self._on_previewed,
            self._on_refused,
            owner=self,
            title=self.tr("Lendo a tabela"),
        )

    def _on_previewed(self, result: ClientImport) -> None:
        self._show(result)
        said = self._counts(result)
        if result.is_cut:
            said += " · " + self.tr("só das primeiras %n linha(s)", "", result.rows)
        self.say(said)
        good = result.is_cut or any(line.fate in (Fate.NEW, Fate.CHANGED) for line in result.lines)
        self.do_button.setEnabled(good)
        (self.do_button if good else self.choose_button).setFocus()

    def _on_refused(self, error: Exception) -> None:
        """Say why the table cannot be used; another one may be chosen."""
        self.show_no_lines()
        self.say(describe(error).told(), is_trouble=True)

    @override
    def import_table(self) -> None:
        """Import the table that was looked at."""
        if self.path is None:
            return
        self.do_button.setEnabled(False)
        self.context.jobs.submit(
            partial(self._clients.import_clients, self.path),
            self._on_imported,
            self._on_refused,
            owner=self,
            title=self.tr("Importando clientes"),
        )

    def _on_imported(self, result: ClientImport) -> None:
        self.context.bus.publish(_CHANGED)
        self.context.notices.done(
            self.tr("Importado: {counts}").format(counts=self._counts(result))
        )
        if not result.refused:
            self.accept()
            return
        self._show(result, only=Fate.REFUSED)
        self.say(self.tr("%n linha(s) ficaram de fora; corrija-as e importe de novo", "",
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
        self.show_lines(Lines(headings, rows, marks, figures=(0,)))


def _fate_text(fate: Fate) -> str:
    return translated("ClientImport", _FATES[fate])
