"""Importing minutes: choose a table, say which column is which, look, import (CON-4, CON-7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.services.time_entries import TIME_CHANGED
from app.services.time_import import COLUMNS, TimeImport, TimeImportService, TimeLine, Told
from ui.composition import WindowContext
from ui.failures import describe
from ui.format import clock_span
from ui.jobs import Cancelled, Job, Progress
from ui.override import override
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.tokens import HALF
from ui.widgets.lines_table import Lines
from ui.widgets.table_import import TableImportDialog

_SIZE = (860, 600)
_NOTE = 4
_COLUMN_WORDS = {
    "ticket": QT_TRANSLATE_NOOP("TimeImport", "chamado"),
    "person": QT_TRANSLATE_NOOP("TimeImport", "pessoa"),
    "start": QT_TRANSLATE_NOOP("TimeImport", "início"),
    "end": QT_TRANSLATE_NOOP("TimeImport", "fim"),
    "minutes": QT_TRANSLATE_NOOP("TimeImport", "minutos"),
    "activity": QT_TRANSLATE_NOOP("TimeImport", "atividade"),
    "kind": QT_TRANSLATE_NOOP("TimeImport", "cliente ou interno"),
    "description": QT_TRANSLATE_NOOP("TimeImport", "o que foi feito"),
}
_IN_A_ROW = 4
_Work = Callable[[Path, Mapping[str, str], Told], TimeImport]


class ImportTimesDialog(TableImportDialog):
    """Says which column is which; good lines are kept, refused ones stay to be read."""

    def __init__(self, times: TimeImportService, context: WindowContext, parent: QWidget) -> None:
        """Ask for the table."""
        about = self.tr(
            "Um CSV cuja primeira linha dá as colunas. Chamado, pessoa e início são "
            "necessários, com o fim ou os minutos."
        )
        super().__init__(self.tr("Importar apontamentos"), about, context, parent)
        self._times = times
        self._job: Job | None = None
        self._is_importing = False
        self._mapping = QWidget(self)
        self.columns = {name: QComboBox(self._mapping) for name in COLUMNS}
        self._lay_out_columns()
        self.resize(*_SIZE)
        for box in self.columns.values():
            box.activated.connect(self._look)

    def _lay_out_columns(self) -> None:
        grid = QGridLayout(self._mapping)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(HALF)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        for place, (name, box) in enumerate(self.columns.items()):
            words = translated("TimeImport", _COLUMN_WORDS[name])
            box.setAccessibleName(words)
            box.setSizeAdjustPolicy(policy)
            row, column = divmod(place, _IN_A_ROW)
            grid.addWidget(QLabel(words, self._mapping), 2 * row, column)
            grid.addWidget(box, 2 * row + 1, column)
        self._mapping.setEnabled(False)
        self.column.insertWidget(1, self._mapping)

    @property
    def mapping(self) -> Mapping[str, str]:
        """Which column of the table is which; empty for what it does not have."""
        return {name: str(box.currentData() or "") for name, box in self.columns.items()}

    @override
    def show_file(self, path: Path) -> None:
        """Read how a table names its columns, then look what it would do."""
        if self._is_importing:
            return
        self._forget_look()
        self.path = path
        self.file_field.setText(str(path))
        self.do_button.setEnabled(False)
        self.context.jobs.submit(
            partial(self._times.header, path), self._on_header, self._on_refused, owner=self
        )

    def _on_header(self, header: tuple[str, ...]) -> None:
        for name, box in self.columns.items():
            box.clear()
            box.addItem(self.tr("não há"), "")
            for given in header:
                box.addItem(given, given)
            box.setCurrentIndex(header.index(name) + 1 if name in header else 0)
        self._mapping.setEnabled(True)
        self._look()

    def _look(self) -> None:
        if self.path is not None:
            self._run(self._times.preview, self._on_previewed, self.tr("Lendo a tabela"))

    @override
    def import_table(self) -> None:
        """Import the table that was looked at."""
        if self.path is not None:
            self._set_importing(is_importing=True)
            title = self.tr("Importando apontamentos")
            self._run(self._times.import_file, self._on_imported, title)

    def _set_importing(self, *, is_importing: bool) -> None:
        self._is_importing = is_importing
        for part in (self._mapping, self.choose_button):
            part.setEnabled(not is_importing)

    def _forget_look(self) -> None:
        """Wait no longer for a look at what is not chosen any more."""
        if self._job is not None:
            self._job.cancel()
            self._job.drop()
            self._job = None

    @override
    def reject(self) -> None:
        """Stop what is imported; its outcome is told. Once nothing runs, close."""
        if self._is_importing and self._job is not None:
            self._job.cancel()
            return
        self._forget_look()
        super().reject()

    def _run(self, work: _Work, done: Callable[[TimeImport], None], title: str) -> None:
        self._forget_look()
        self.do_button.setEnabled(False)
        path, mapping = self.path, self.mapping
        assert path is not None

        def go(progress: Progress) -> TimeImport:
            return work(path, mapping, lambda rows: progress.report(rows, None))

        self._job = self.context.jobs.submit_long(
            go, done, self._on_refused, owner=self, title=title
        )

    def _on_previewed(self, result: TimeImport) -> None:
        self._job = None
        self._show(result)
        self.say(self._counts(result))
        self.do_button.setEnabled(bool(result.kept))
        (self.do_button if result.kept else self.choose_button).setFocus()

    def _on_imported(self, result: TimeImport) -> None:
        self._job = None
        self._set_importing(is_importing=False)
        self.context.bus.publish(result.changes)
        said = self.tr("Importado: {counts}").format(counts=self._counts(result))
        self.context.notices.done(said)
        if not result.refused:
            self.accept()
            return
        self._show(result, only_refused=True)
        self.say(
            self.tr(
                "%n linha(s) ficaram de fora; corrija-as e importe de novo",
                "",
                len(result.refused),
            )
        )

    def _on_refused(self, error: Exception) -> None:
        """Say why the table cannot be used; other columns, or another one, may be chosen."""
        self._job = None
        was_importing = self._is_importing
        self._set_importing(is_importing=False)
        if isinstance(error, Cancelled):
            if was_importing:
                self.context.bus.publish(TIME_CHANGED)
                self.context.notices.info(
                    self.tr("Importação interrompida: o que já entrou ficou, o resto está aqui")
                )
                self._look()
            return
        self.show_no_lines()
        self.say(describe(error).told(), is_trouble=True)

    def _counts(self, result: TimeImport) -> str:
        parts = (
            (result.kept, self.tr("%n apontamento(s) novo(s)", "", result.kept)),
            (result.not_billable, self.tr("%n sem cobrança", "", result.not_billable)),
            (result.known, self.tr("%n já importado(s)", "", result.known)),
            (
                len(result.refused),
                self.tr("%n linha(s) recusada(s)", "", len(result.refused)),
            ),
        )
        return " · ".join(text for number, text in parts if number) or self.tr("nada a importar")

    def _show(self, result: TimeImport, *, only_refused: bool = False) -> None:
        headings = (
            self.tr("linha"),
            self.tr("chamado"),
            self.tr("pessoa"),
            self.tr("tempo"),
            self.tr("o que acontece"),
        )
        known = {line.line: line for line in result.lines}
        for refusal in result.refused:  # among them lines that could not even be split
            lost = TimeLine(refusal.line, "", "", 0, is_kept=False, note=refusal.reason)
            known.setdefault(refusal.line, lost)
        chosen = [known[n] for n in sorted(known) if not (only_refused and known[n].is_kept)]
        rows = [
            (
                str(line.line),
                line.ticket,
                line.person,
                clock_span(line.seconds) if line.is_kept else "",
                line.note or self.tr("novo"),
            )
            for line in chosen
        ]
        marks = {(row, _NOTE): line.note for row, line in enumerate(chosen) if not line.is_kept}
        self.show_lines(Lines(headings, rows, marks, figures=(0, 3)))
