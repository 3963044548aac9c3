"""Anexos: the files of the ticket, added by dragging, pasting or choosing (TKT-2)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.attachments import Attachment, attachments_of
from app.domain.clock import from_epoch
from app.services.attachments import AttachmentService
from app.services.tickets import TicketView
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.format import file_size, full_moment
from ui.icons import IconName
from ui.jobs import Lane
from ui.tokens import HALF
from ui.widgets.act_button import act_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_drop import FileDrop
from ui.widgets.lines_table import Lines, LinesTable

_SIZE_COLUMN = 1


class AttachmentsTab(QWidget):
    """A line per file; what may run something is saved and never opened."""

    files_given = Signal(object)  # list of paths to attach

    def __init__(
        self, attachments: AttachmentService, context: WindowContext, parent: QWidget
    ) -> None:
        """Show no file yet."""
        super().__init__(parent)
        self._attachments = attachments
        self._context = context
        self._number: int | None = None
        self._files: list[Attachment] = []
        self._stack = QStackedWidget(self)
        self._table = LinesTable(self.tr("Anexos do chamado"), context, self._stack)
        self._vacancy = EmptyState(IconName.ATTACHMENT, context.icons, context.theme, self._stack)
        self._stack.addWidget(self._vacancy)
        self._stack.addWidget(self._table)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(HALF)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HALF, 0, 0)
        column.setSpacing(HALF)
        column.addLayout(self._buttons)  # on top: notices rise from below
        column.addWidget(self._stack, 1)
        self._drop = FileDrop(self)
        self._drop.dropped.connect(self.files_given)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self._on_paste)
        self._table.activated.connect(self._on_activated)

    @property
    def table(self) -> LinesTable:
        """The files."""
        return self._table

    @property
    def drop(self) -> FileDrop:
        """What takes dragged files."""
        return self._drop

    def make_actions(self, owner: QWidget) -> None:
        """Make the actions, heard wherever the ticket is shown, and their buttons."""
        make = self._context.actions.make
        self._add = make(ActionId.ATTACH_FILE, self._on_add, owner)
        self._open = make(ActionId.OPEN_FILE, self._on_open, owner)
        self._save = make(ActionId.SAVE_FILE, self._on_save, owner)
        for action in (self._add, self._open, self._save):
            self._buttons.insertWidget(self._buttons.count() - 1, act_button(action, self))
        self._vacancy.say(
            self.tr("Nenhum anexo"),
            self.tr("Arraste arquivos para cá, cole uma imagem ou escolha no disco."),
            self._add,
        )
        self.show_ticket(None)

    def show_ticket(self, view: TicketView | None) -> None:
        """Show the files of a ticket, the newest first; the chosen one stays chosen."""
        self._number = None if view is None else view.card.number
        lines = () if view is None else view.lines
        texts = {line.event.seq: line.text for line in lines}
        files = attachments_of((line.event for line in lines), texts)[::-1]
        who = {line.event.seq: line.actor or "" for line in lines}
        self._add.setEnabled(view is not None)
        for action in (self._open, self._save):
            action.setEnabled(bool(files))
        if files == self._files:
            return
        stood_on = self._chosen()
        self._files = files
        self._table.show_lines(self._lines(files, who))
        places = [n for n, file in enumerate(files) if stood_on and file.seq == stood_on.seq]
        if places:
            self._table.selectRow(places[0])
        self._stack.setCurrentWidget(self._table if files else self._vacancy)

    def _lines(self, files: Sequence[Attachment], who: dict[int, str]) -> Lines:
        headings = (self.tr("arquivo"), self.tr("tamanho"), self.tr("quem"), self.tr("quando"))
        rows = [
            (
                file.name or self.tr("(apagado)"),
                file_size(file.size),
                who[file.seq],
                full_moment(from_epoch(file.at)),
            )
            for file in files
        ]
        return Lines(headings, rows, figures=(_SIZE_COLUMN,), wide=0)

    def _chosen(self) -> Attachment | None:
        row = self._table.currentIndex().row()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _on_add(self) -> None:
        dialog = QFileDialog(self, self.tr("Anexar arquivos"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, names: Sequence[str]) -> None:
        self.files_given.emit([Path(name) for name in names])

    def _on_paste(self) -> None:
        if not self._drop.paste(self._context.clock.now()):
            self._context.notices.info(self.tr("Não há arquivo nem imagem para colar"))

    def _on_activated(self, _index: QModelIndex) -> None:
        self._on_open()

    def _on_open(self) -> None:
        chosen = self._chosen()
        if chosen is not None and self._number is not None:
            work = partial(self._attachments.copy_to_open, self._number, chosen.seq)
            self._context.jobs.submit(work, self._on_copied, owner=self, lane=Lane.READ)

    def _on_copied(self, copy: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))

    def _on_save(self) -> None:
        chosen = self._chosen()
        if chosen is None or self._number is None:
            return
        dialog = QFileDialog(self, self.tr("Salvar o anexo"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(chosen.name or "")
        dialog.fileSelected.connect(partial(self._on_target, self._number, chosen.seq))
        dialog.open()

    def _on_target(self, number: int, seq: int, target: str) -> None:
        work = partial(self._attachments.save, number, seq, Path(target))
        self._context.jobs.submit(work, partial(self._on_saved, target), owner=self, lane=Lane.READ)

    def _on_saved(self, target: str, _nothing: None) -> None:
        self._context.notices.done(self.tr("Salvo em {path}").format(path=target))
