"""Keeps the views a person saves, and lets go of those they forget."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import BancadaError
from app.domain.queue_view import QueueFilter
from ui.composition import WindowContext
from ui.notices import NoticeAct
from ui.queue.view_row import ViewRow
from ui.queue.views import SavedView, SavedViews, ViewId


class ViewShelf(QObject):
    """Asks for names, writes the file, shows the chips; forgetting can be undone."""

    chosen = Signal(object)  # SavedView just saved
    changed = Signal()  # the row has other views

    def __init__(
        self, saved: SavedViews, views: ViewRow, context: WindowContext, page: QWidget
    ) -> None:
        """Show the views that were saved before."""
        super().__init__(page)
        self._saved = saved
        self._views = views
        self._context = context
        self._page = page
        views.set_saved(saved.load())
        views.forget_asked.connect(self._on_forget_asked)

    def ask_name(self, base: ViewId, chosen: QueueFilter) -> None:
        """Ask under which name a set of filters is to be kept."""
        from ui.queue.save_view import SaveViewDialog

        taken = [view.name for view in self._saved.load()]
        SaveViewDialog(taken, partial(self._save, base, chosen), self._page).open()

    def _save(self, base: ViewId, chosen: QueueFilter, name: str) -> None:
        view = SavedView(name, base, chosen)
        self._keep((*self._others(view), view))
        self.chosen.emit(view)
        self._context.notices.done(self.tr("Visão salva: {name}").format(name=name))

    def _on_forget_asked(self, view: SavedView) -> None:
        place = self._saved.load().index(view)
        if not self._tried_to_keep(self._others(view)):
            return

        def undo() -> None:
            others = self._others(view)
            self._tried_to_keep((*others[:place], view, *others[place:]))

        text = self.tr("Visão esquecida: {name}").format(name=view.name)
        self._context.notices.done(text, NoticeAct(self.tr("Desfazer"), undo))

    def _others(self, view: SavedView) -> tuple[SavedView, ...]:
        return tuple(known for known in self._saved.load() if known.name != view.name)

    def _tried_to_keep(self, views: tuple[SavedView, ...]) -> bool:
        try:
            self._keep(views)
        except BancadaError as error:
            self._context.failures.report(error)
            return False
        return True

    def _keep(self, views: tuple[SavedView, ...]) -> None:
        self._saved.save(views)
        self._views.set_saved(views)
        self.changed.emit()
