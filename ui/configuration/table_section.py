"""A section that lists things, a line each, and asks in a dialog for a new one or a change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from ui.composition import WindowContext
from ui.configuration.section import Section
from ui.jobs import Lane
from ui.widgets.form_dialog import FormDialog
from ui.widgets.lines_table import Lines, LinesTable

_LOWEST = 300
T = TypeVar("T")
R = TypeVar("R")


class TableSection(Section, Generic[T]):
    """Its heirs say what is listed, how a line reads, and how one is asked for and kept."""

    def __init__(self, context: WindowContext, parent: QWidget, title: str, about: str) -> None:
        """Show no line yet; ``add_buttons`` gives the texts of the two buttons."""
        super().__init__(context, parent, title, about)
        self._shown: Sequence[T] = ()
        self.dialog: FormDialog | None = None
        self.table = LinesTable(title, context, self)
        self.table.setMinimumHeight(_LOWEST)
        self.table.activated.connect(self._on_edit)
        self.form.addRow(self.table)

    def add_buttons(self, new: str, edit: str, done: str) -> None:
        """Offer a new one and a change; ``done`` is said once one was kept."""
        self.add = self.add_button(new, self._on_new, main=True)
        self.edit = self.add_button(edit, self._on_edit)
        self._done = done

    def headings(self) -> tuple[str, ...]:
        """Return the headings of the columns, the first the widest."""
        raise NotImplementedError

    def line_of(self, item: T) -> tuple[str, ...]:
        """Return a line of the table."""
        raise NotImplementedError

    def form_for(self, item: T | None) -> FormDialog:
        """Return the dialog that asks for a new one, or a change."""
        raise NotImplementedError

    def keeping(
        self, item: T | None, texts: Mapping[str, str], ticks: Mapping[str, bool]
    ) -> Callable[[], Changes]:
        """Return the act that keeps what was typed; runs in the writing lane."""
        raise NotImplementedError

    def ask(self, question: Callable[[], R], told: Callable[[R], None]) -> None:
        """Ask in the reading lane; an heir's ``show_set`` asks what is listed."""
        self.context.jobs.submit(question, told, owner=self, lane=Lane.READ)

    def show_items(self, items: Sequence[T]) -> None:
        """List what there is; the line chosen stays so."""
        self._shown = items
        row = self.table.currentIndex().row()
        self.table.show_lines(Lines(self.headings(), [self.line_of(i) for i in items], wide=0))
        if 0 <= row < len(items):
            self.table.selectRow(row)
        self.edit.setEnabled(bool(items))

    def _on_new(self) -> None:
        self._ask(None)

    def _on_edit(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._shown):
            self._ask(self._shown[row])

    def _ask(self, item: T | None) -> None:
        self.dialog = self.form_for(item)
        self.dialog.asked.connect(partial(self._on_asked, item, self.dialog))
        self.dialog.open()

    def _on_asked(
        self,
        item: T | None,
        dialog: FormDialog,
        texts: Mapping[str, str],
        ticks: Mapping[str, bool],
    ) -> None:
        kept = partial(self._on_item_kept, dialog)
        keep = self.keeping(item, texts, ticks)
        self.context.jobs.submit(keep, kept, dialog.refuse, owner=dialog)

    def _on_item_kept(self, dialog: FormDialog, changes: Changes) -> None:
        dialog.accept()
        self.context.bus.publish(changes)
        self.context.notices.done(self._done)
        self.show_set()
