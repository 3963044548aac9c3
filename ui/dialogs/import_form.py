"""What an import needs to know: the file, how it is read, and up to when."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.domain.clock import from_epoch
from app.domain.errors import InvalidInput
from ui.dialogs.import_until import read_until
from ui.format import full_moment
from ui.notices import announce
from ui.tokens import GRID, HALF

_SETTLES_AFTER_MS = 300
_SHIPPED, _OWN = range(2)


class FieldNote(QLabel):
    """The line under a field: a hint, or why its value cannot be used."""

    def __init__(self, field: QLineEdit, parent: QWidget) -> None:
        """Stand under a field and say nothing."""
        super().__init__(parent)
        self._field = field
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.hint("")

    @property
    def is_refusal(self) -> bool:
        """Tell whether the value of the field was refused."""
        return self.objectName() == "late"

    def hint(self, text: str) -> None:
        """Say something worth knowing."""
        self._say(text, "muted", refused=False)

    def refuse(self, text: str) -> None:
        """Say why the value cannot be used and what to do."""
        self._say(text[:1].upper() + text[1:], "late", refused=True)
        announce(self._field, self.text())

    def _say(self, text: str, name: str, *, refused: bool) -> None:
        self.setText(text)
        self.setObjectName(name)
        self._field.setAccessibleDescription(text)
        self._field.setProperty("refused", refused)
        for part in (self, self._field):
            part.style().unpolish(part)
            part.style().polish(part)


class ImportForm(QWidget):
    """The fields; it tells once the typing pauses."""

    changed = Signal()  # the file or the mapping is another one, or may have changed

    def __init__(self, parent: QWidget) -> None:
        """Lay out the fields, the shipped mapping chosen."""
        super().__init__(parent)
        self._log = QLineEdit(self)
        self._mapping = QComboBox(self)
        self._mapping.addItem(self.tr("Registro público de help desk (vem com o programa)"))
        self._mapping.addItem(self.tr("Outro, descrito por um arquivo TOML"))
        self._own = QLineEdit(self)
        self._own.setAccessibleName(self.tr("Arquivo TOML do mapeamento"))
        self._own.setPlaceholderText(self.tr("arquivo .toml"))
        self._until = QLineEdit(self)
        self._until.setPlaceholderText(self.tr("vazio: até o fim do registro"))
        self.log_note = FieldNote(self._log, self)
        self.mapping_note = FieldNote(self._own, self)
        self.until_note = FieldNote(self._until, self)
        self._choose_log = self._button(self.tr("&Escolher…"), self.choose_log)
        self._choose_own = self._button(self.tr("Esc&olher…"), self.choose_mapping)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_SETTLES_AFTER_MS)
        self._lay_out()
        self._connect()
        self._show_own()

    @property
    def log_field(self) -> QLineEdit:
        """The field of the log's path."""
        return self._log

    @property
    def mapping_choice(self) -> QComboBox:
        """The choice between the shipped mapping and a file."""
        return self._mapping

    @property
    def mapping_field(self) -> QLineEdit:
        """The field of the mapping's path."""
        return self._own

    @property
    def until_field(self) -> QLineEdit:
        """The field of the instant."""
        return self._until

    @property
    def log_path(self) -> Path | None:
        """The file to import, if one is named."""
        return _path(self._log)

    @property
    def has_own_mapping(self) -> bool:
        """Tell whether the mapping is one of the person's own."""
        return self._mapping.currentIndex() == _OWN

    @property
    def mapping_path(self) -> Path | None:
        """The mapping file, if one is wanted and named."""
        return _path(self._own) if self.has_own_mapping else None

    @property
    def until(self) -> int | None:
        """Up to when, in epoch seconds; ``InvalidInput`` for a text that says no instant."""
        return read_until(self._until.text())

    def show_log(self, path: Path) -> None:
        """Name the file to import."""
        self._log.setText(str(path))
        self._settle()

    def show_mapping(self, path: Path) -> None:
        """Name the mapping file."""
        self._mapping.setCurrentIndex(_OWN)
        self._own.setText(str(path))
        self._settle()

    def choose_log(self) -> None:
        """Ask for the file to import."""
        filters = [self.tr("Registros (*.csv *.gz *.txt)"), self.tr("Todos os arquivos (*)")]
        self._ask(self.tr("Arquivo a importar"), filters, self._on_log_chosen)

    def choose_mapping(self) -> None:
        """Ask for the mapping file."""
        filters = [self.tr("Mapeamentos (*.toml)"), self.tr("Todos os arquivos (*)")]
        self._ask(self.tr("Arquivo do mapeamento"), filters, self._on_mapping_chosen)

    def _ask(self, title: str, filters: list[str], chosen: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(filters)
        known = self.log_path
        if known is not None and known.parent.is_dir():
            dialog.setDirectory(str(known.parent))
        dialog.fileSelected.connect(chosen)
        dialog.open()

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(HALF)
        grid.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(
            (
                (self.tr("&Arquivo"), self._log),
                (self.tr("&Mapeamento"), self._mapping),
                ("", self._own),
                (self.tr("Como estava a&té"), self._until),
            )
        ):
            grid.addWidget(field, 2 * row, 1)
            if text:
                label = QLabel(text, self)
                label.setBuddy(field)
                grid.addWidget(label, 2 * row, 0)
        for row, note in ((1, self.log_note), (5, self.mapping_note), (7, self.until_note)):
            grid.addWidget(note, row, 1, 1, 2)
        grid.addWidget(self._choose_log, 0, 2)
        grid.addWidget(self._choose_own, 4, 2)
        in_order = (self._log, self._choose_log, self._mapping, self._own, self._choose_own)
        for before, after in itertools.pairwise((*in_order, self._until)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        for field in (self._log, self._own):
            field.textChanged.connect(self._pause.start)
        self._mapping.currentIndexChanged.connect(self._on_mapping_kind)
        self._until.textChanged.connect(self._on_until)
        self._pause.timeout.connect(self.changed)
        self._on_until()

    def _settle(self) -> None:
        self._pause.stop()
        self.changed.emit()

    def _show_own(self) -> None:
        for part in (self._own, self._choose_own, self.mapping_note):
            part.setVisible(self.has_own_mapping)

    def _on_log_chosen(self, path: str) -> None:
        self.show_log(Path(path))

    def _on_mapping_chosen(self, path: str) -> None:
        self.show_mapping(Path(path))

    def _on_mapping_kind(self) -> None:
        self._show_own()
        self._settle()

    def _on_until(self) -> None:
        """Say at once how the text is understood: a date alone is its whole day."""
        try:
            until = self.until
        except InvalidInput as error:
            self.until_note.refuse(error.reason)
        else:
            text = self.tr("Entra o que houve até {moment}, hora de Brasília.")
            moment = "" if until is None else full_moment(from_epoch(until))
            self.until_note.hint(text.format(moment=moment) if moment else "")


def _path(field: QLineEdit) -> Path | None:
    text = field.text().strip()
    return Path(text).expanduser() if text else None
