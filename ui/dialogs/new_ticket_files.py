"""The files that go with a new ticket, before it has a number (TKT-2)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QWidget

from ui.composition import WindowContext
from ui.tokens import HALF
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.file_drop import FileDrop


class FilesRow(QWidget):
    """Files dragged anywhere onto the dialog, pasted or chosen; one button takes them back."""

    changed = Signal(str)  # what a draft keeps

    def __init__(self, context: WindowContext, dialog: QDialog) -> None:
        """Have no file yet."""
        super().__init__(dialog)
        self._context = context
        self.paths: list[Path] = []
        self._names = ElidedLabel(parent=self)
        self.add_button = QPushButton(self.tr("Ane&xar…"), self)
        self.paste_button = QPushButton(self.tr("Colar"), self)
        self.clear_button = QPushButton(self.tr("Tirar anexos"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, HALF, 0, 0)
        row.setSpacing(HALF)
        for button in (self.add_button, self.paste_button, self.clear_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self._names, 1)
        self.drop = FileDrop(dialog)
        self.drop.dropped.connect(self.add)
        self.add_button.clicked.connect(self._on_add)
        self.paste_button.clicked.connect(self._on_paste)
        self.clear_button.clicked.connect(self._on_clear)
        self._show()

    def add(self, paths: Sequence[Path]) -> None:
        """Take more files; one already taken is not taken twice."""
        self.paths += [path for path in paths if path not in self.paths]
        self._show()

    def draft(self) -> str:
        """Return the paths of the files, a line each."""
        return "\n".join(map(str, self.paths))

    def put_back(self, draft: str) -> None:
        """Take up the files that are still there."""
        self.add([path for path in map(Path, draft.splitlines()) if path.is_file()])

    def _show(self) -> None:
        names = ", ".join(path.name for path in self.paths)
        self._names.set_text(names or self.tr("arraste arquivos para cá"))
        self.clear_button.setVisible(bool(self.paths))
        self.changed.emit(self.draft())

    def _on_add(self) -> None:
        dialog = QFileDialog(self, self.tr("Anexar arquivos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: Sequence[str]) -> None:
        self.add([Path(name) for name in names])

    def _on_paste(self) -> None:
        if not self.drop.paste(self._context.clock.now()):
            self._context.notices.info(self.tr("Não há arquivo nem imagem para colar"))

    def _on_clear(self) -> None:
        self.paths = []
        self._show()
        self.add_button.setFocus()
