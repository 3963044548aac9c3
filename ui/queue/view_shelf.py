"""Keeps the views a person saves, and lets go of those they forget."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.queue_view import QueueFilter
from ui.notices import NoticeAct, Notices
from ui.queue.save_view import SaveViewDialog
from ui.queue.view_row import ViewRow
from ui.queue.views import SavedView, SavedViews, ViewId


class ViewShelf(QObject):
    """Asks for names, writes the file, shows the chips; forgetting can be undone."""

    chosen = Signal(object)  # SavedView just saved
    changed = Signal()  # the row has other views

    def __init__(self, saved: SavedViews, views: ViewRow, notices: Notices, page: QWidget) -> None:
        """Show the views that were saved before."""
        super().__init__(page)
        self._saved = saved
        self._views = views
        self._notices = notices
        self._page = page
        self._pending: tuple[ViewId, QueueFilter] | None = None
        views.set_saved(saved.load())
        views.forget_asked.connect(self._on_forget_asked)

    def ask_name(self, base: ViewId, chosen: QueueFilter) -> None:
        """Ask under which name a set of filters is to be kept."""
        self._pending = (base, chosen)
        dialog = SaveViewDialog([view.name for view in self._saved.load()], self._page)
        dialog.named.connect(self._on_named)
        dialog.open()

    def _on_named(self, name: str) -> None:
        if self._pending is None:
            return
        view = SavedView(name, *self._pending)
        self._keep((*(known for known in self._saved.load() if known.name != name), view))
        self.chosen.emit(view)
        self._notices.done(self.tr("Visão salva: {name}").format(name=name))

    def _on_forget_asked(self, view: SavedView) -> None:
        before = self._saved.load()
        self._keep(tuple(known for known in before if known.name != view.name))

        def undo() -> None:
            self._keep(before)

        text = self.tr("Visão esquecida: {name}").format(name=view.name)
        self._notices.done(text, NoticeAct(self.tr("Desfazer"), undo))

    def _keep(self, views: tuple[SavedView, ...]) -> None:
        self._saved.save(views)
        self._views.set_saved(views)
        self.changed.emit()
