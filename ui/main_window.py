"""The window: navigation on top, one page, the line of facts below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import ActionId, actions_within
from ui.composition import WindowContext
from ui.failures import Failure
from ui.icons import IconName
from ui.jobs import Job
from ui.navigation import NavigationBar
from ui.override import override
from ui.page import PAGES, Page, PageId, PageSpec
from ui.preferences import Preferences
from ui.status_bar import StatusBar
from ui.widgets.banner import Banner
from ui.widgets.empty_state import EmptyState
from ui.widgets.hairline import Hairline
from ui.widgets.toasts import Toasts

if TYPE_CHECKING:
    from ui.command_palette import Command, CommandPalette

_SIZE = (1280, 720)
_SMALLEST = (800, 480)


class MainWindow(QMainWindow):
    """Shows the pages that exist; builds each when it is first looked at."""

    painted = Signal()  # for the first time
    database_asked = Signal()  # the person wants another database
    page_shown = Signal(object)  # PageId

    def __init__(self, context: WindowContext, pages: Iterable[PageSpec] = PAGES) -> None:
        """Lay out the frame; it has no page until ``open_pages``."""
        super().__init__()
        self.setObjectName("main")
        self.setWindowTitle(self.tr("Bancada"))
        self.setMinimumSize(*_SMALLEST)
        self._context = context
        self._specs = {spec.id: spec for spec in pages}
        self._build: Callable[[PageId], Page] | None = None
        self._pages: dict[PageId, Page] = {}
        self._was_painted = False
        self._palette: CommandPalette | None = None
        self._make_actions()
        self._make_parts()
        self._lay_out()
        self._connect()
        if not context.window_state.restore_window(self):
            self.resize(*_SIZE)

    @property
    def status_bar(self) -> StatusBar:
        """The line of facts."""
        return self._status

    @property
    def banner(self) -> Banner:
        """Where failures are told that nobody answered closer."""
        return self._banner

    @property
    def toasts(self) -> Toasts:
        """The notices in the corner."""
        return self._toasts

    @property
    def palette_dialog(self) -> CommandPalette:
        """The command palette, open or not; made when it is first needed."""
        if self._palette is None:
            from ui.command_palette import CommandPalette

            self._palette = CommandPalette([self._commands], self)
            self._palette.chosen.connect(self._on_command)
        return self._palette

    @property
    def current_page(self) -> Page | None:
        """The page that is being shown, if there is one."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def show_state(self, title: str, text: str, action: QAction | None = None) -> None:
        """Say, instead of a page, why there is none and what can be done."""
        self._vacancy.say(title, text, action)
        self._stack.setCurrentWidget(self._vacancy)

    def open_pages(self, build: Callable[[PageId], Page]) -> None:
        """Take pages from ``build`` and show the first one."""
        self._build = build
        self.show_page(next(iter(self._specs)))

    def close_pages(self) -> None:
        """Let go of every page, because its database goes."""
        self._build = None
        self._stack.setCurrentWidget(self._vacancy)
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()
        self._pages.clear()

    def show_page(self, page_id: PageId) -> Page | None:
        """Show a page, built now if nobody looked at it before."""
        if self._build is None:
            return None
        if page_id not in self._pages:
            self._pages[page_id] = self._build(page_id)
            self._stack.addWidget(self._pages[page_id])
        page = self._pages[page_id]
        self._navigation.show_current(page_id)
        self._stack.setCurrentWidget(page)
        self.setWindowTitle(
            self.tr("{page} · Bancada").format(page=self._specs[page_id].plain_title)
        )
        page.focus_first()
        self.page_shown.emit(page_id)
        return page

    def trigger(self, action_id: ActionId) -> bool:
        """Do an action of the frame or of the current page; tell whether there is such a one."""
        for action in self._live_actions():
            if action.data() is action_id and action.isEnabled():
                action.trigger()
                return True
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the window was painted for the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        self._context.window_state.save_window(self)
        self._context.window_state.flush()
        super().closeEvent(event)

    def _make_actions(self) -> None:
        make = self._context.actions.make
        self._open_palette = make(ActionId.COMMAND_PALETTE, self._on_palette, self)
        self._help = make(ActionId.SHORTCUTS, self._on_shortcuts, self)
        self._database = make(ActionId.OPEN_DATABASE, self.database_asked.emit, self)
        self._cancel = make(ActionId.CANCEL_JOB, self._on_cancel, self)
        self._cancel.setEnabled(False)
        self._quit = make(ActionId.QUIT, self._on_quit, self)

    def _make_parts(self) -> None:
        context = self._context
        menu = QMenu(self)
        Preferences(context, self).fill(menu, self._database, self._help, self._quit)
        self._navigation = NavigationBar(
            self._specs.values(), context.icons, self._open_palette, menu, self
        )
        self._banner = Banner(context.icons, self)
        self._stack = QStackedWidget(self)
        self._vacancy = EmptyState(IconName.DATABASE, context.icons, context.theme, self._stack)
        self._stack.addWidget(self._vacancy)
        self._status = StatusBar(context.theme, self._cancel, self)
        self._toasts = Toasts(context.icons, self._stack)

    def _lay_out(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._navigation, Hairline(parent=body), self._banner):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(Hairline(parent=body))
        column.addWidget(self._status)
        self.setCentralWidget(body)

    def _connect(self) -> None:
        context = self._context
        self._navigation.page_chosen.connect(self.show_page)
        self._banner.details_asked.connect(self._on_details)
        context.failures.shown.connect(self._banner.show_failure)
        context.notices.posted.connect(self._toasts.show_notice)
        context.jobs.unanswered.connect(context.failures.report)
        context.jobs.slow_changed.connect(self._on_slow_changed)
        context.jobs.progressed.connect(self._on_progressed)
        context.ticker.ticked.connect(self._status.show_time)
        context.routes.page_asked.connect(self.show_page)
        self._status.show_time(context.clock.now())

    def _live_actions(self) -> list[QAction]:
        page = self.current_page
        of_page = actions_within([page]) if page is not None else []
        of_frame = [action for action in self.actions() if isinstance(action.data(), ActionId)]
        return of_page + of_frame

    def _commands(self, _typed: str) -> list[Command]:
        from ui.command_palette import command_of

        offered = self._navigation.openers + self._live_actions()
        return [
            command_of(action)
            for action in offered
            if action.isEnabled() and action is not self._open_palette
        ]

    def _on_palette(self) -> None:
        self.palette_dialog.open_at_top()

    def _on_command(self, command: Command) -> None:
        command.run()

    def _on_shortcuts(self) -> None:
        from ui.dialogs.shortcuts import ShortcutsDialog

        page = self.current_page
        ShortcutsDialog(self._specs[page.page_id] if page else None, self).open()

    def _on_details(self, failure: Failure) -> None:
        from ui.dialogs.failure_details import FailureDetails

        FailureDetails(failure, self).open()

    def _on_slow_changed(self, job: Job | None) -> None:
        self._cancel.setEnabled(job is not None and job.can_cancel)
        self._status.show_job(job)

    def _on_progressed(self, job: Job) -> None:
        if job is self._context.jobs.slow_job:
            self._status.show_job(job)

    def _on_cancel(self) -> None:
        job = self._context.jobs.slow_job
        if job is not None:
            job.cancel()

    def _on_quit(self) -> None:
        self.close()
