"""The page Fila: views, filters, the list, and the ticket beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.queue_view import QueueFilter, Reference, Scope
from app.services.queue import QueueService
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.format import count
from ui.notices import announce
from ui.override import override
from ui.page import Page, PageId
from ui.queue.column_menu import ColumnMenu
from ui.queue.columns import COLUMNS, Column
from ui.queue.filter_row import FilterRow
from ui.queue.list_and_panel import ListAndPanel
from ui.queue.loader import LateCount, LoadedCounts, LoadedQueue, QueueLoader
from ui.queue.model import PAGE_ROWS, QueueModel, minute_of
from ui.queue.panel_place import PanelPlace
from ui.queue.seat import Seat
from ui.queue.table import Place, QueueTable
from ui.queue.vacancy import Vacancy, WaysOut
from ui.queue.view_row import AnyView, ViewRow
from ui.queue.view_shelf import ViewShelf
from ui.queue.views import SavedView, SavedViews, Surroundings, ViewId, filter_of, narrowed
from ui.widgets.hairline import Hairline

_HEADER = "queue"
_SUMMARY, _SIZED = "queue-summary", "sized"
_SAVE_HEADER_AFTER_MS = 500


class QueuePage(Page):
    """The queue of an open database; beside it the ticket the keyboard stands on."""

    ticket_shown = Signal(object)  # number, or None
    import_asked = Signal()
    new_ticket_asked = Signal()
    manifestation_asked = Signal()
    directory_asked = Signal()

    def __init__(
        self, workspace: Workspace, context: WindowContext, place: PanelPlace, saved: SavedViews
    ) -> None:
        """Lay out the page and ask for the queue."""
        super().__init__(PageId.QUEUE, context.bus)
        self._context = context
        self._queue: QueueService = workspace.queue
        self._place = place
        self._view: AnyView = ViewId.ALL_OPEN
        self._sort, self._descending = Column.DUE, False
        self._shown: QueueFilter | None = None
        self._late: int | None = None
        self._minute = minute_of(to_epoch(context.clock.now()))
        self._make_parts()
        self._seat = Seat(workspace, context, self._views, self)
        self._shelf = ViewShelf(saved, self._views, context, self)
        self._lay_out()
        self._make_actions()
        self._connect()
        self._loader.meet()

    @property
    def table(self) -> QueueTable:
        """The list."""
        return self._table

    @property
    def model(self) -> QueueModel:
        """What the list shows."""
        return self._model

    @property
    def views(self) -> ViewRow:
        """The row of views."""
        return self._views

    @property
    def filters(self) -> FilterRow:
        """The row of filters."""
        return self._filters

    @property
    def panel(self) -> QWidget:
        """The panel of the ticket."""
        return self._place.panel

    @override
    def refresh(self, changes: Changes) -> None:
        """Read the queue again; selection and scroll stay where they are."""
        self._load()
        self._loader.count(self._view_filters())

    @override
    def cares_about(self, changes: Changes) -> bool:
        """The queue shows tickets, clients, and what calendars and policies make of them."""
        return any(changes.touches(kind) for kind in Kind)

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the list."""
        self._table.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the space as the size allows."""
        super().resizeEvent(event)
        self._splitter.arrange(self.width(), self.height())

    def show_view(self, view: AnyView) -> None:
        """Show a view; a saved one brings its filters and its order, and takes them away again."""
        left, self._view = self._view, view
        self._views.show_current(view)
        if isinstance(view, SavedView):
            self._show_chosen(view.chosen)
        elif isinstance(left, SavedView) and self._chosen() == left.chosen:
            self._show_chosen(QueueFilter())
        self._load()

    def look_at(self, view: ViewId, chosen: QueueFilter) -> None:
        """Show a view narrowed to what was chosen elsewhere."""
        self._show_chosen(chosen)
        self.show_view(view)

    def _show_chosen(self, chosen: QueueFilter) -> None:
        self._filters.show_chosen(chosen)
        self._sort = next(c.column for c in COLUMNS if c.sort is chosen.sort)
        self._descending = chosen.descending
        self._table.show_sort(self._sort, descending=self._descending)

    def _make_parts(self) -> None:
        context = self._context
        self._views = ViewRow(context.icons, self)
        self._filters = FilterRow(context.icons, self)
        self._model = QueueModel(self._queue, context.theme, context.icons, self)
        self._loader = QueueLoader(self._queue, context.jobs, self)
        self._stack = QStackedWidget(self)
        self._table = QueueTable(self._model, context.theme, self._stack)
        self._vacancy = Vacancy(context.icons, context.theme, self._stack)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._vacancy)
        self._splitter = ListAndPanel((self._stack, self._place), context.window_state, self)
        self._header_saver = QTimer(self)
        self._header_saver.setSingleShot(True)
        self._header_saver.setInterval(_SAVE_HEADER_AFTER_MS)
        header = self._table.horizontalHeader()
        if context.window_state.restore_header(_HEADER, header):
            self._table.fills_width = context.window_state.restore_choice(_SUMMARY) != _SIZED
            self._sort = Column(header.sortIndicatorSection())
            self._descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
        self._table.show_sort(self._sort, descending=self._descending)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._views, self._filters, Hairline(parent=self)):
            column.addWidget(part)
        column.addWidget(self._splitter, 1)

    def _make_actions(self) -> None:
        make = self._context.actions.make
        make(ActionId.REFRESH, self._on_refresh, self)
        make(ActionId.SEARCH_TEXT, self._on_search, self)
        clear = make(ActionId.CLEAR_FILTERS, self._on_clear, self)
        show_all = make(ActionId.SHOW_ALL_OPEN, self._on_show_all, self)
        make(ActionId.SAVE_VIEW, self._on_save_view, self)
        make(ActionId.CHOOSE_COLUMNS, self._on_choose_columns, self)
        make(ActionId.NEW_TICKET, self.new_ticket_asked.emit, self)
        make(ActionId.DIRECTORY, self.directory_asked.emit, self)
        make(ActionId.NEW_MANIFESTATION, self.manifestation_asked.emit, self)
        fill = make(ActionId.IMPORT_LOG, self.import_asked.emit, self)
        self._ways_out = WaysOut(clear, fill, show_all)
        make(ActionId.FOCUS_LIST, self.focus_first, self)
        make(ActionId.TOGGLE_PANEL, self._on_toggle_panel, self)
        make(ActionId.COPY_NUMBER, self._on_copy_number, self._table)

    def _connect(self) -> None:
        self._views.chosen.connect(self.show_view)
        self._shelf.chosen.connect(self.show_view)
        self._shelf.changed.connect(self._on_views_changed)
        self._seat.changed.connect(self._on_refresh)
        self._filters.changed.connect(self._load)
        self._filters.left_downwards.connect(self.focus_first)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.pages_loaded.connect(self._on_pages_loaded)
        self._loader.met.connect(self._on_met)
        self._loader.counted.connect(self._on_counted)
        self._loader.late_counted.connect(self._on_late_counted)
        self._model.pages_wanted.connect(self._on_pages_wanted)
        self._table.rows_seen.connect(self._model.want)
        self._table.sort_asked.connect(self._on_sort_asked)
        self._table.current_ticket_changed.connect(self.ticket_shown)
        self._place.filled.connect(self._on_panel_made)
        self._splitter.splitterMoved.connect(self._save_header_soon)
        header = self._table.horizontalHeader()
        header.customContextMenuRequested.connect(self._on_header_menu)
        for moved in (header.sectionMoved, header.sectionResized, header.sortIndicatorChanged):
            moved.connect(self._save_header_soon)
        self._header_saver.timeout.connect(self._on_save_header)
        self._context.ticker.ticked.connect(self._on_ticked)

    def _surroundings(self) -> Surroundings:
        reference, team = self._seat.person.reference, self._seat.person.team
        return Surroundings(
            None if reference is None else reference.id,
            None if team is None else team.key,
            self._queue.on_duty(to_epoch(self._context.clock.now())),
            self._queue.end_of_today(),
        )

    def _view_filters(self) -> tuple[QueueFilter, ...]:
        around = self._surroundings()
        return tuple(
            narrowed(filter_of(view.base, around), view.chosen)
            if isinstance(view, SavedView)
            else filter_of(view, around)
            for view in self._views.views
            if view is not ViewId.CLOSED
        )

    def _asked(self) -> QueueFilter:
        base = self._view.base if isinstance(self._view, SavedView) else self._view
        return narrowed(filter_of(base, self._surroundings()), self._chosen())

    def _chosen(self) -> QueueFilter:
        sort = COLUMNS[self._sort].sort
        return replace(self._filters.chosen(), sort=sort, descending=self._descending)

    def _load(self) -> None:
        asked = self._asked()
        first, last = self._table.visible_rows()
        visible = range(first // PAGE_ROWS, last // PAGE_ROWS + 1)
        pages = visible if asked == self._shown else ()
        self._loader.load(asked, pages, self._table.current_ticket(), last - first)

    def _on_loaded(self, loaded: LoadedQueue) -> None:
        same_question = loaded.asked == self._shown
        self._model.tick(to_epoch(self._context.clock.now()), 0, 0)
        changed = self._model.changed_in(loaded.pages) if same_question else ()
        if same_question and loaded.numbers == self._model.numbers:
            self._model.renew(loaded.pages)
        else:
            place, before = self._table.place(), self._model.numbers
            self._model.show(loaded.numbers, loaded.pages)
            moved = place.among(loaded.numbers, before) if same_question else place.alone()
            self._settle(moved, place.current)
        self._table.pulse(changed)
        self._shown = loaded.asked
        self._late = self._late if same_question else None
        self._say_summary()
        self._stack.setCurrentWidget(self._table if loaded.numbers else self._vacancy)
        if not loaded.numbers:
            self._vacancy.explain(self._view, self._filters, self._ways_out)
        self._table.look_around_soon()
        self._place.fill_soon()

    def _settle(self, place: Place, before: int | None) -> None:
        """Stand where the place says; where it is not in this list, on the first ticket."""
        known = place.current is not None and self._model.row_of(place.current) is not None
        if known:
            self._table.restore(place)
        else:
            self._table.select_first()
            self._table.scrollToTop()
        if self._table.current_ticket() != before:
            self.ticket_shown.emit(self._table.current_ticket())

    def _on_panel_made(self) -> None:
        self.ticket_shown.emit(self._table.current_ticket())

    def _on_late_counted(self, counted: LateCount) -> None:
        if counted.asked != self._shown:
            return
        if self._late is not None and counted.late > self._late:
            announce(self._table, self.tr("%n vencido(s)", "", counted.late))
        self._late = counted.late
        self._say_summary()

    def _say_summary(self) -> None:
        total, late = len(self._model.numbers), self._late
        text = self.tr("nenhum chamado")
        if total:
            text = self.tr("%n chamado(s)", "", total).replace(str(total), count(total), 1)
        if late and self._asked().scope is Scope.OPEN:
            text += " · " + self.tr("%n vencido(s)", "", late).replace(str(late), count(late), 1)
        self._filters.say(text)

    def _on_pages_wanted(self, pages: tuple[int, ...]) -> None:
        if self._shown is not None:
            self._loader.load_pages(self._shown, self._model.numbers, pages)

    def _on_pages_loaded(self, loaded: LoadedQueue) -> None:
        if loaded.numbers is self._model.numbers:
            self._model.take_pages(loaded.pages)

    def _on_met(self, people: tuple[Reference, ...]) -> None:
        """Show whoever sat here last their tickets first; counting them all comes after."""
        if self._seat.recall(people):
            self.show_view(ViewId.MINE)
        self._loader.count(self._view_filters())

    def _on_counted(self, counted: LoadedCounts) -> None:
        self._filters.set_choices(counted.choices)
        self._show_counts(counted.counts)
        was_unknown = not self._seat.is_known and self._seat.person.reference is None
        if self._seat.meet(counted):
            self._loader.count(self._view_filters())
        if was_unknown:
            self.show_view(ViewId.MINE if self._seat.person.reference else ViewId.ALL_OPEN)

    def _show_counts(self, counts: tuple[int, ...]) -> None:
        known = iter(counts)
        self._views.set_counts(
            [None if view is ViewId.CLOSED else next(known, None) for view in self._views.views]
        )

    def _on_ticked(self, now: datetime) -> None:
        epoch = to_epoch(now)
        if not self.isVisible():
            return
        self._model.tick(epoch, *self._table.visible_rows())
        if minute_of(epoch) != self._minute:
            self._minute = minute_of(epoch)
            self.refresh(Changes())

    def _on_sort_asked(self, column: Column, order: Qt.SortOrder) -> None:
        self._sort, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._table.show_sort(column, descending=self._descending)
        self._load()

    def _on_refresh(self) -> None:
        self.refresh(Changes())

    def _on_search(self) -> None:
        self._filters.search_field.setFocus()
        self._filters.search_field.selectAll()

    def _on_clear(self) -> None:
        self._filters.show_chosen(QueueFilter())
        self._load()

    def _on_show_all(self) -> None:
        self.show_view(ViewId.ALL_OPEN)

    def _on_save_view(self) -> None:
        base = self._view.base if isinstance(self._view, SavedView) else self._view
        self._shelf.ask_name(base, self._chosen())

    def _on_views_changed(self) -> None:
        if isinstance(self._view, SavedView) and self._view not in self._views.views:
            self.show_view(self._view.base)
        self._views.show_current(self._view)
        self._loader.count(self._view_filters())

    def _on_choose_columns(self) -> None:
        self._on_header_menu(QPoint(0, self._table.horizontalHeader().height()))

    def _on_header_menu(self, at: QPoint) -> None:
        menu = ColumnMenu(self._table, self)
        menu.changed.connect(self._save_header_soon)
        menu.popup(self._table.horizontalHeader().mapToGlobal(at))

    def _save_header_soon(self) -> None:
        # Not connected to the timer itself: it would take a column for its interval.
        self._header_saver.start()

    def _on_save_header(self) -> None:
        state = self._context.window_state
        state.save_header(_HEADER, self._table.horizontalHeader())
        state.save_choice(_SUMMARY, "" if self._table.fills_width else _SIZED)
        self._splitter.save()

    def _on_toggle_panel(self) -> None:
        self._place.setVisible(self._place.isHidden())

    @override
    def ticket_for_timer(self) -> int | None:
        """Return the ticket that the timer key means."""
        chosen = self._table.selected_tickets()
        return chosen[0] if len(chosen) == 1 else None

    def _on_copy_number(self) -> None:
        numbers = "\n".join(f"{number:08d}" for number in self._table.selected_tickets())
        if numbers:
            QGuiApplication.clipboard().setText(numbers)
            self._context.notices.done(self.tr("Número copiado"))
