"""What an import came to: figures, kinds of events, refused lines, what the rules would refuse."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.ticket_events import EventKind
from app.services.importing import ImportSummary, Violation
from app.services.refused_lines import refused_as_text, save_refused
from ui.composition import WindowContext
from ui.desk_words import word
from ui.format import count
from ui.theme import strong
from ui.tokens import GRID, HALF
from ui.widgets.lines_table import Lines, LinesTable, counted

_EXAMPLES = 3


class ImportOutcome(QWidget):
    """Nothing of the log is left unaccounted for."""

    failed = Signal(object)  # Exception: the refused lines could not be saved

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        """Wait for a summary."""
        super().__init__(parent)
        self._context = context
        self._summary = ImportSummary()
        self._title = QLabel(self)
        self._title.setFont(strong(self.font()))
        self._title.setWordWrap(True)
        self._facts = QLabel(self)
        self._facts.setWordWrap(True)
        self._facts.setObjectName("muted")
        self._kinds = LinesTable(self.tr("Eventos por tipo"), context, self)
        self._refused = LinesTable(self.tr("Linhas recusadas"), context, self)
        self._odd = LinesTable(self.tr("Fora das regras"), context, self)
        self._copy = QPushButton(self.tr("&Copiar"), self)
        self._save = QPushButton(self.tr("Sal&var como CSV…"), self)
        self._tabs = QTabWidget(self)
        self._tabs.setAccessibleName(self.tr("Resultado da importação"))
        self._lay_out()
        self._copy.clicked.connect(self._on_copy)
        self._save.clicked.connect(self.choose_file)

    @property
    def title(self) -> str:
        """The sentence that tells what was imported."""
        return self._title.text()

    @property
    def facts(self) -> str:
        """The figures below it."""
        return self._facts.text()

    @property
    def kinds(self) -> LinesTable:
        """The table of events by kind."""
        return self._kinds

    @property
    def refused(self) -> LinesTable:
        """The table of refused lines."""
        return self._refused

    @property
    def odd(self) -> LinesTable:
        """The table of what the rules would have refused."""
        return self._odd

    @property
    def tabs(self) -> QTabWidget:
        """The three tables."""
        return self._tabs

    @property
    def copy_button(self) -> QPushButton:
        """Copies the refused lines."""
        return self._copy

    def show_summary(self, summary: ImportSummary) -> None:
        """Show what an import came to; refused lines first, where there are any."""
        self._summary = summary
        self._title.setText(self._sentence(summary))
        self._facts.setText(" · ".join(self._figures(summary)))
        self._fill_kinds(summary)
        self._fill_refused(summary)
        self._fill_odd(summary.violations)
        self._tabs.setCurrentIndex(1 if summary.refused else 0)
        self._tabs.setVisible(any(self._tabs.isTabVisible(at) for at in range(3)))

    def choose_file(self) -> None:
        """Ask where the refused lines are to be kept."""
        dialog = QFileDialog(self, self.tr("Salvar as linhas recusadas"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Planilhas CSV (*.csv)"))
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(self.tr("linhas recusadas.csv"))
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    def _lay_out(self) -> None:
        page = QWidget(self._tabs)
        buttons = QHBoxLayout()
        buttons.addWidget(self._copy)
        buttons.addWidget(self._save)
        buttons.addStretch(1)
        inner = QVBoxLayout(page)
        inner.setContentsMargins(0, HALF, 0, 0)
        inner.addWidget(self._refused, 1)
        inner.addLayout(buttons)
        for part in (self._kinds, page, self._odd):
            self._tabs.addTab(part, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._title)
        column.addWidget(self._facts)
        column.addWidget(self._tabs, 1)
        column.addStretch()

    def _sentence(self, summary: ImportSummary) -> str:
        if not summary.events:
            return self.tr("Nada de novo: tudo o que pôde ser lido já estava aqui.")
        return self.tr("{tickets} e {events} importados de {rows}.").format(
            tickets=counted(self.tr("%n chamado(s)", "", summary.tickets), summary.tickets),
            events=counted(self.tr("%n evento(s)", "", summary.events), summary.events),
            rows=counted(self.tr("%n linha(s)", "", summary.rows), summary.rows),
        )

    def _figures(self, summary: ImportSummary) -> list[str]:
        figures = (
            (self.tr("ficaram abertos: {n}"), summary.open, True),
            (self.tr("linhas recusadas: {n}"), len(summary.refused), True),
            (self.tr("já estavam aqui: {n}"), summary.known, True),
            (self.tr("sem mudança: {n}"), summary.unchanged, False),
            (self.tr("ignoradas pelo mapeamento: {n}"), summary.ignored, False),
            (self.tr("posteriores ao instante pedido: {n}"), summary.later, False),
        )
        return [text.format(n=count(n)) for text, n, always in figures if n or always]

    def _fill_kinds(self, summary: ImportSummary) -> None:
        rows = [(word(EventKind(kind)), count(n)) for kind, n in summary.kinds.most_common()]
        headings = (self.tr("o que aconteceu"), self.tr("eventos"))
        self._kinds.show_lines(Lines(headings, rows, figures=(1,), wide=0))
        self._tabs.setTabVisible(0, bool(rows))
        self._tabs.setTabText(0, self.tr("E&ventos por tipo"))

    def _fill_refused(self, summary: ImportSummary) -> None:
        rows = [(count(refusal.line), refusal.reason) for refusal in summary.refused]
        headings = (self.tr("linha"), self.tr("motivo"))
        self._refused.show_lines(Lines(headings, rows, figures=(0,), wide=1))
        self._tabs.setTabVisible(1, bool(rows))
        self._tabs.setTabText(1, self.tr("Linhas recusadas ({n})").format(n=count(len(rows))))

    def _fill_odd(self, violations: list[Violation]) -> None:
        counted = Counter(violation.reason for violation in violations)
        rows = [
            (reason, count(n), _examples(violations, reason)) for reason, n in counted.most_common()
        ]
        headings = (
            self.tr("importado como aconteceu, embora as regras o recusassem"),
            self.tr("vezes"),
            self.tr("por exemplo"),
        )
        self._odd.show_lines(Lines(headings, rows, figures=(1,), wide=0))
        self._tabs.setTabVisible(2, bool(rows))
        text = self.tr("Fora das regras ({n})").format(n=count(len(violations)))
        self._tabs.setTabText(2, text)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(refused_as_text(self._summary.refused))
        self._context.notices.done(self.tr("Linhas recusadas copiadas"))

    def _on_file_chosen(self, path: str) -> None:
        self._context.jobs.submit(
            partial(save_refused, Path(path), tuple(self._summary.refused)),
            self._on_saved,
            self.failed.emit,
            owner=self,
        )

    def _on_saved(self, _nothing: None) -> None:
        self._context.notices.done(self.tr("Linhas recusadas salvas"))


def _examples(violations: list[Violation], reason: str) -> str:
    numbers = [violation.number for violation in violations if violation.reason == reason]
    different = list(dict.fromkeys(numbers))
    some = ", ".join(f"{number:08d}" for number in different[:_EXAMPLES])
    return f"{some} …" if len(different) > _EXAMPLES else some
