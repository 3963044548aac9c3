"""The first lines of a log as the mapping reads them, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.services.log_preview import LogPreview, Part, PreviewLine
from ui.composition import WindowContext
from ui.desk_words import word
from ui.format import count
from ui.icons import IconName
from ui.texts import QT_TRANSLATE_NOOP, translated
from ui.tokens import GRID
from ui.widgets.empty_state import EmptyState
from ui.widgets.lines_table import Lines, LinesTable, counted

_MOST_VALUES = 3
_LINE, _MEANING, _FIRST_CELL = range(3)
_PARTS = {
    Part.TICKET: QT_TRANSLATE_NOOP("ImportParts", "chamado"),
    Part.TIME: QT_TRANSLATE_NOOP("ImportParts", "quando"),
    Part.ACTIVITY: QT_TRANSLATE_NOOP("ImportParts", "atividade"),
    Part.STATE: QT_TRANSLATE_NOOP("ImportParts", "situação"),
    Part.ANALYST: QT_TRANSLATE_NOOP("ImportParts", "analista"),
    Part.SEVERITY: QT_TRANSLATE_NOOP("ImportParts", "severidade"),
    Part.CLIENT: QT_TRANSLATE_NOOP("ImportParts", "cliente"),
    Part.PRODUCT: QT_TRANSLATE_NOOP("ImportParts", "produto"),
    Part.TEAM: QT_TRANSLATE_NOOP("ImportParts", "equipe"),
    Part.SUMMARY: QT_TRANSLATE_NOOP("ImportParts", "resumo"),
}


class ImportPreview(QWidget):
    """A table of the first lines; what the mapping does not know wears a sign and says why."""

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        """Show no file yet."""
        super().__init__(parent)
        self._vacancy = EmptyState(IconName.IMPORT, context.icons, context.theme, self)
        self._table = LinesTable(self.tr("Primeiras linhas do arquivo"), context, self)
        self._reasons: list[str] = []
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self._table)
        self._verdict, self._reason = QLabel(self), QLabel(self)
        self._reason.setObjectName("late")
        for label in (self._verdict, self._reason):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._stack, 1)
        column.addWidget(self._reason)
        column.addWidget(self._verdict)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self.clear()

    @property
    def table(self) -> LinesTable:
        """The table of first lines."""
        return self._table

    @property
    def verdict(self) -> str:
        """What is said of the lines that were looked at."""
        return self._verdict.text()

    @property
    def reason(self) -> str:
        """Why the line the keyboard stands on cannot be used; empty when it can."""
        return self._reason.text()

    def clear(self) -> None:
        """Say what would stand here."""
        self._vacancy.say(
            self.tr("Aqui aparecem as primeiras linhas"),
            self.tr(
                "Cada coluna com o seu papel, e o que o mapeamento não conhece. "
                "Até aqui nada é gravado."
            ),
        )
        self._verdict.clear()
        self._reason.clear()
        self._stack.setCurrentWidget(self._vacancy)

    def show_preview(self, preview: LogPreview) -> None:
        """Show the head of a file; columns that play a part come first."""
        order = sorted(
            range(len(preview.columns)), key=lambda at: (not preview.columns[at].parts, at)
        )
        headings = [self.tr("linha"), self.tr("o que será")]
        for at in order:
            column = preview.columns[at]
            parts = " + ".join(translated("ImportParts", _PARTS[part]) for part in column.parts)
            headings.append(f"{column.name}\n" + (f"→ {parts}" if parts else ""))
        marks = {}
        self._reasons = [_reasons(line) for line in preview.lines]
        for row, line in enumerate(preview.lines):
            if self._reasons[row]:
                marks[row, _MEANING] = self._reasons[row]
            for doubt in line.doubts:
                marks[row, order.index(doubt.column) + _FIRST_CELL] = doubt.reason
        fits = not preview.missing
        rows = [self._row(line, order, fits=fits) for line in preview.lines]
        self._reason.clear()
        self._table.show_lines(Lines(headings, rows, marks, figures=(_LINE,)))
        self._verdict.setText(self._say(preview))
        self._stack.setCurrentWidget(self._table)

    def _on_row(self, current: QModelIndex) -> None:
        """Say in words what the signs of a line mean: a tooltip needs a mouse."""
        row = current.row()
        self._reason.setText(self._reasons[row] if 0 <= row < len(self._reasons) else "")

    def _row(self, line: PreviewLine, order: list[int], *, fits: bool) -> list[str]:
        cells = [line.cells[at] if line.cells else "" for at in order]
        return [count(line.line), self._meaning(line) if fits else "–", *cells]

    def _meaning(self, line: PreviewLine) -> str:
        if line.trouble or line.doubts:
            return self.tr("recusada")
        return self.tr("ignorada") if line.event is None else word(line.event)

    def _say(self, preview: LogPreview) -> str:
        if preview.missing:
            return ""
        number = preview.looked_at
        looked = counted(self.tr("%n linha(s) examinada(s)", "", number), number)
        if not preview.unknown:
            return self.tr("{looked}; o mapeamento conhece todos os valores.").format(looked=looked)
        named = ", ".join(
            f"“{unknown.value}” ({translated('ImportParts', _PARTS[unknown.part])})"
            for unknown in preview.unknown[:_MOST_VALUES]
        )
        rest = len(preview.unknown) - _MOST_VALUES
        if rest > 0:
            named += " " + self.tr("e mais %n", "", rest)
        text = self.tr("{looked}; o mapeamento não conhece {values}. Estas linhas serão recusadas.")
        return text.format(looked=looked, values=named)


def _reasons(line: PreviewLine) -> str:
    return line.trouble or "; ".join(doubt.reason for doubt in line.doubts)
