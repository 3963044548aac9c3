"""Importing a log from the window: choose, look, import, read what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes, Kind
from app.domain.errors import InvalidInput
from app.services.importing import ImportingService, ImportSummary
from app.services.log_mapping import LogMapping, read_mapping, shipped_mapping
from app.services.log_preview import LogPreview, preview_log
from ui.composition import WindowContext
from ui.dialogs.failure_details import FailureDetails
from ui.dialogs.import_form import FieldNote, ImportForm
from ui.dialogs.import_outcome import ImportOutcome
from ui.dialogs.import_preview import ImportPreview
from ui.failures import Failure, FailureKind, describe
from ui.jobs import Cancelled, Job, Lane, Progress, ProgressReport
from ui.override import override
from ui.tokens import GRID
from ui.widgets.banner import Banner

_WIDTH = 960
_HEIGHT = 600
_OWN_MAPPING = ".toml"


class ImportDialog(QDialog):
    """One window for the whole import; what was typed stays until it is closed."""

    def __init__(
        self, importing: ImportingService, context: WindowContext, parent: QWidget
    ) -> None:
        """Begin with the empty form."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Importar registro de chamados"))
        self.setAcceptDrops(True)
        self.resize(_WIDTH, _HEIGHT)
        self._importing = importing
        self._context = context
        self._looking: Job | None = None
        self._running: Job | None = None
        self._mapping: LogMapping | None = None
        self._preview: LogPreview | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self._look()
        self._form.log_field.setFocus()

    @property
    def form(self) -> ImportForm:
        """The fields."""
        return self._form

    @property
    def preview(self) -> ImportPreview:
        """The first lines."""
        return self._first_lines

    @property
    def outcome(self) -> ImportOutcome:
        """What the import came to."""
        return self._outcome

    @property
    def banner(self) -> Banner:
        """Where failures of the import are told."""
        return self._banner

    @property
    def import_button(self) -> QPushButton:
        """Begins the import; after it, leads to the queue."""
        return self._import

    @property
    def cancel_button(self) -> QPushButton:
        """Closes the dialog, or stops the import."""
        return self._cancel

    @property
    def progress_text(self) -> str:
        """How far the import is; empty while none runs."""
        return "" if self._step.isHidden() else self._step.text()

    @property
    def is_importing(self) -> bool:
        """Tell whether an import runs."""
        return self._running is not None

    @property
    def shows_outcome(self) -> bool:
        """Tell whether the import is over and its outcome stands here."""
        return self._stack.currentWidget() is self._outcome

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if _dropped(event) is not None and not self.is_importing and not self.shows_outcome:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Take a TOML file as the mapping, anything else as the log."""
        path = _dropped(event)
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.casefold() == _OWN_MAPPING:
            self._form.show_mapping(path)
        else:
            self._form.show_log(path)

    @override
    def reject(self) -> None:
        """Close; an import that runs stops at the next whole ticket."""
        if self._running is not None:
            self._running.cancel()
        super().reject()

    def _make_parts(self) -> None:
        context = self._context
        self._banner = Banner(context.icons, self)
        self._stack = QStackedWidget(self)
        self._choosing = QWidget(self._stack)
        self._form = ImportForm(self._choosing)
        self._first_lines = ImportPreview(context, self._choosing)
        self._outcome = ImportOutcome(context, self._stack)
        self._step = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Andamento da importação"))
        self._buttons = QDialogButtonBox(self)
        self._import = QPushButton(self.tr("&Importar"), self)
        self._import.setDefault(True)
        self._cancel = QPushButton(self.tr("&Cancelar"), self)
        self._buttons.addButton(self._import, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.ActionRole)

    def _lay_out(self) -> None:
        choosing = QVBoxLayout(self._choosing)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.setSpacing(2 * GRID)
        choosing.addWidget(self._form)
        choosing.addWidget(self._first_lines, 1)
        for page in (self._choosing, self._outcome):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self._banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self._step)
        column.addWidget(self._bar)
        column.addWidget(self._buttons)
        self._show_running(running=False)

    def _connect(self) -> None:
        self._form.changed.connect(self._look)
        self._form.until_field.textChanged.connect(self._offer)
        self._import.clicked.connect(self._on_import)
        self._cancel.clicked.connect(self._on_cancel)
        self._banner.details_asked.connect(self._on_details)
        self._outcome.failed.connect(self._on_trouble)
        self.finished.connect(self._on_finished)

    def _look(self) -> None:
        """Read the mapping, then the first lines of the file, off the window's thread."""
        if self._looking is not None:
            self._looking.drop()
        self._mapping = self._preview = None
        self._offer()
        form = self._form
        form.log_note.hint(self.tr("CSV, também em .gz; pode ser solto nesta janela."))
        form.mapping_note.hint(self.tr("Diz o que é cada coluna e o que significa cada valor."))
        if form.has_own_mapping and form.mapping_path is None:
            self._first_lines.clear()
            return
        self._looking = self._context.jobs.submit(
            partial(_mapping_at, form.mapping_path),
            self._on_mapping,
            self._on_mapping_refused,
            owner=self,
            lane=Lane.READ,
        )

    def _on_mapping(self, mapping: LogMapping) -> None:
        self._mapping = mapping
        path = self._form.log_path
        if path is None:
            self._first_lines.clear()
            return
        self._looking = self._context.jobs.submit(
            partial(preview_log, path, mapping),
            self._on_preview,
            self._on_log_refused,
            owner=self,
            lane=Lane.READ,
        )

    def _on_preview(self, preview: LogPreview) -> None:
        self._preview = preview
        self._first_lines.show_preview(preview)
        if preview.missing:
            self._form.log_note.refuse(
                self.tr(
                    "O arquivo não tem a coluna “{column}”; escolha outro arquivo ou mapeamento."
                ).format(column=preview.missing[0])
            )
        else:
            columns = self.tr("%n coluna(s)", "", len(preview.columns))
            used = self.tr("%n com um papel", "", sum(bool(c.parts) for c in preview.columns))
            self._form.log_note.hint(f"{columns}, {used}.")
        self._offer()

    def _on_mapping_refused(self, error: Exception) -> None:
        self._first_lines.clear()
        self._refuse_at(self._form.mapping_note, error)

    def _on_log_refused(self, error: Exception) -> None:
        self._first_lines.clear()
        self._refuse_at(self._form.log_note, error)

    def _refuse_at(self, note: FieldNote, error: Exception) -> None:
        failure = describe(error)
        if failure.kind is FailureKind.BUG:
            self._on_trouble(error)
        else:
            note.refuse(failure.sentence)

    def _offer(self) -> None:
        """Let the import begin once there is a file that the mapping fits."""
        fits = self._preview is not None and not self._preview.missing
        self._import.setEnabled(fits and not self._form.until_note.is_refusal)

    def _on_import(self) -> None:
        if self.shows_outcome:
            self.accept()
            return
        path, mapping = self._form.log_path, self._mapping
        if path is None or mapping is None or self.is_importing:
            return
        try:
            until = self._form.until
        except InvalidInput:
            return
        self._banner.clear()
        steps = {"read": self.tr("Lendo o arquivo"), "write": self.tr("Gravando os chamados")}
        self._running = self._context.jobs.submit_long(
            partial(_import_log, self._importing, path, mapping, until, steps),
            self._on_imported,
            self._on_failed,
            owner=self,
            lane=Lane.READ,
            title=self.tr("Importando {file}").format(file=path.name),
            progressed=self._on_progressed,
        )
        self._show_running(running=True)

    def _on_progressed(self, report: ProgressReport) -> None:
        percent = report.percent
        self._bar.setRange(0, 0 if percent is None else 100)
        self._bar.setValue(percent or 0)
        self._step.setText(f"{report.text} · {percent or 0} %")

    def _on_imported(self, summary: ImportSummary) -> None:
        self._end()
        if self.isHidden():
            text = self.tr("A importação terminou antes de parar: nada falta.")
            self._context.notices.done(text)
            self.deleteLater()
            return
        self._outcome.show_summary(summary)
        self._stack.setCurrentWidget(self._outcome)
        self._import.setText(self.tr("Ver a &fila"))
        self._import.setEnabled(True)
        self._cancel.hide()
        self._import.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        stopped = self.tr("Importação interrompida: o que já foi gravado está inteiro.")
        if self.isHidden():
            self._context.notices.info(stopped)
            self.deleteLater()
        elif isinstance(error, Cancelled):
            again = self.tr("Importar de novo acrescenta só o que falta.")
            self._banner.show_text(f"{stopped} {again}")
        else:
            self._on_trouble(error)

    def _end(self) -> None:
        """Go back to rest; tickets may have been written even when it failed."""
        self._running = None
        self._show_running(running=False)
        self._context.bus.publish(Changes(frozenset({Kind.TICKET}), None))

    def _show_running(self, *, running: bool) -> None:
        self._form.setEnabled(not running)
        for part in (self._step, self._bar):
            part.setVisible(running)
        self._step.setText(self.tr("Começando…"))
        self._bar.setRange(0, 0)
        self._cancel.setText(self.tr("Interrom&per") if running else self.tr("&Cancelar"))
        self._cancel.setEnabled(True)
        if running:
            self._import.setEnabled(False)
            self._cancel.setFocus()
        else:
            self._offer()

    def _on_cancel(self) -> None:
        if self._running is None:
            self.reject()
            return
        self._cancel.setEnabled(False)
        self._running.cancel()

    def _on_finished(self) -> None:
        """A running import still has its word to say; without one nothing is left to do."""
        if self._looking is not None:
            self._looking.drop()
        if self._running is None:
            self.deleteLater()

    def _on_trouble(self, error: Exception) -> None:
        failure = describe(error)
        if failure.kind is FailureKind.BUG:
            self._context.failures.report(error)
        self._banner.show_failure(failure)

    def _on_details(self, failure: Failure) -> None:
        FailureDetails(failure, self).open()


def _mapping_at(path: Path | None) -> LogMapping:
    return shipped_mapping() if path is None else read_mapping(path)


def _import_log(
    importing: ImportingService,
    path: Path,
    mapping: LogMapping,
    until: int | None,
    steps: Mapping[str, str],
    progress: Progress,
) -> ImportSummary:
    """Do the import; this runs in the lane, not on the window's thread."""

    def report(step: str, done: int, total: int) -> None:
        progress.report(done, total, steps[step])

    return importing.import_log(path, mapping, until=until, report=report)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
