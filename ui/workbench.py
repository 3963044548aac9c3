"""How the window finds its database and builds its pages on it."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.composition import OpenKind, OpenRequest, WindowContext
from ui.page import PageId
from ui.settings import SettingsFile

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Callable

    from app.domain.clock import Clock
    from app.services.workspace import Workspace
    from ui.jobs import Progress
    from ui.main_window import MainWindow
    from ui.page import Page


class Opener(Protocol):
    """Opens databases with every service on them; ``main.py`` gives it."""

    def url(self, url: str | None) -> str:
        """Return the address meant: the one given, the setting, or the person's own."""
        ...

    def open_workspace(self, url: str | None, clock: Clock) -> Workspace:
        """Open a database."""
        ...


class WindowComposition:
    """Gives the frame its databases and pages."""

    def __init__(self, opener: Opener, clock: Clock) -> None:
        """Open databases through ``opener``."""
        self._opener = opener
        self._clock = clock
        self._demo: tempfile.TemporaryDirectory[str] | None = None

    @property
    def clock(self) -> Clock:
        """The clock everything asks."""
        return self._clock

    def has_database(self) -> bool:
        """Tell, without opening it, whether there is a database to open."""
        url = self._opener.url(None)
        path = url.removeprefix("sqlite:///")
        return path == url or Path(path).exists()

    def open_workspace(self, request: OpenRequest, progress: Progress) -> Workspace:
        """Open (or make) a database; runs in the writing lane and imports what it needs."""
        if request.kind is OpenKind.DEMO:
            return self._open_demo(progress)
        if request.kind is OpenKind.NEW and request.url is None:
            workspace = self._open_new()
        else:
            workspace = self._opener.open_workspace(request.url, self._clock)
        workspace.people.sit_down(None)  # until somebody says who sits here
        return workspace

    def _open_demo(self, progress: Progress) -> Workspace:
        """Open a throwaway database with the sample help desk; its folder goes with the program."""
        import tempfile

        from app.services.maintenance import sqlite_url
        from app.services.sample_consulting import fill_consulting
        from app.services.sample_data import fill_with_sample

        self._demo = tempfile.TemporaryDirectory(prefix="bancada-", ignore_cleanup_errors=True)
        path = Path(self._demo.name) / "demo.db"
        workspace = self._opener.open_workspace(sqlite_url(path), self._clock)
        fill_with_sample(workspace.desk)
        fill_consulting(workspace)
        while workspace.take_due_steps():  # before somebody looks: each would light its row up
            progress.check()
        workspace.people.sit_down(workspace.people.busiest())
        return workspace

    def _open_new(self) -> Workspace:
        """Make an empty database in the person's own folder, never in a place that is taken."""
        from app.services.maintenance import default_path, sqlite_url

        url = sqlite_url(_free(default_path()))
        workspace = self._opener.open_workspace(url, self._clock)
        SettingsFile().change(database_url=url)
        return workspace

    def build_page(self, page_id: PageId, workspace: Workspace, context: WindowContext) -> Page:
        """Build a page when it is shown for the first time."""
        build = {
            PageId.QUEUE: self._build_queue,
            PageId.CALENDAR: self._build_calendar,
            PageId.CONSULTING: self._build_consulting,
            PageId.CLIENTS: self._build_clients,
            PageId.OMBUDSMAN: self._build_ombudsman,
            PageId.MESSAGES: self._build_messages,
        }.get(page_id)
        return (build or _plain_page(page_id))(workspace, context)

    def watch_timer(
        self, workspace: Workspace, context: WindowContext, window: MainWindow, parent: QObject
    ) -> None:
        """Let the frame show and run the timer of whoever sits here."""
        from ui.timer_watch import TimerWatch

        self.timer_watch = TimerWatch(workspace, context, window, parent)

    def _build_calendar(self, workspace: Workspace, context: WindowContext) -> Page:
        from ui.calendar.acts import CalendarActs
        from ui.calendar.page import CalendarPage
        from ui.calendar.papers import CalendarPapers

        page = CalendarPage(workspace, context)
        CalendarActs(workspace, context, page)
        CalendarPapers(workspace, context, page)
        return page

    def _build_consulting(self, workspace: Workspace, context: WindowContext) -> Page:
        from ui.consulting.page import ConsultingPage
        from ui.ticket.panel import TicketPanel

        panel = TicketPanel(workspace, context)
        panel.tabs.setCurrentWidget(panel.consulting_tab)
        page = ConsultingPage(workspace, context, panel)
        page.ticket_shown.connect(panel.show_ticket)
        panel.acts.listen_on(page.table, page)
        return page

    def _build_clients(self, workspace: Workspace, context: WindowContext) -> Page:
        from ui.clients.page import ClientsPage

        clients = ClientsPage(workspace, context)
        clients.tickets_asked.connect(lambda client: context.routes.show_client(client.id))
        return clients

    def _build_ombudsman(self, workspace: Workspace, context: WindowContext) -> Page:
        from ui.ombudsman.page import OmbudsmanPage
        from ui.ticket.panel import TicketPanel

        panel = TicketPanel(workspace, context)
        page = OmbudsmanPage(workspace, context, panel)
        page.ticket_shown.connect(panel.show_ticket)
        panel.acts.listen_on(page.table, page)
        page.manifestation_asked.connect(Doors(workspace, context, page).open_manifestation)
        return page

    def _build_messages(self, workspace: Workspace, context: WindowContext) -> Page:
        from ui.messages.page import MessagesPage

        messages = MessagesPage(workspace, context)
        messages.ticket_asked.connect(context.routes.show_ticket)
        return messages

    def _build_queue(self, workspace: Workspace, context: WindowContext) -> Page:
        from ui.queue.arrivals import Arrivals
        from ui.queue.page import QueuePage
        from ui.queue.panel_place import PanelPlace
        from ui.queue.views import SavedViews

        def make_panel() -> QWidget:
            from ui.desktop_news import DesktopNews
            from ui.ticket.panel import TicketPanel

            panel = TicketPanel(workspace, context)
            page.ticket_shown.connect(panel.show_ticket)
            panel.acts.listen_on(page.table, page.table)
            page.table.selectionModel().selectionChanged.connect(panel.acts.offer)
            DesktopNews(workspace.news, context, page)  # after the first rows, like the panel
            return panel

        page = QueuePage(workspace, context, PanelPlace(make_panel), SavedViews())
        doors = Doors(workspace, context, page)
        page.import_asked.connect(doors.open_import)
        page.new_ticket_asked.connect(doors.open_new_ticket)
        page.manifestation_asked.connect(doors.open_manifestation)
        page.directory_asked.connect(doors.open_directory)
        Arrivals(workspace.queue, context, page)
        return page


def _plain_page(page_id: PageId) -> Callable[[Workspace, WindowContext], Page]:
    """Return the class of a page that needs no other part beside it."""
    if page_id is PageId.REPORTS:
        from ui.reports.page import ReportsPage

        return ReportsPage
    if page_id is PageId.DASHBOARD:
        from ui.dashboard.page import DashboardPage

        return DashboardPage
    from ui.configuration.page import ConfigurationPage

    return ConfigurationPage


def _free(path: Path) -> Path:
    """Return the path, or the next one like it where nothing lies."""
    tries = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    return path if not path.exists() else next(free for free in tries if not free.exists())


class Doors(QObject):
    """Opens dialogs over the page that asks for them; each is imported when it is opened."""

    def __init__(self, workspace: Workspace, context: WindowContext, page: Page) -> None:
        """Belong to the page."""
        super().__init__(page)
        self._workspace = workspace
        self._context = context
        self._page = page

    def open_new_ticket(self) -> None:
        """Ask who calls and what is wrong."""
        from ui.dialogs.new_ticket import NewTicketDialog

        NewTicketDialog(self._workspace, self._context, self._page).open()

    def open_manifestation(self) -> None:
        """Ask what Ouvidoria is told."""
        from ui.dialogs.manifestation import ManifestationDialog

        ManifestationDialog(self._workspace, self._context, self._page).open()

    def open_directory(self) -> None:
        """Show where a caller may be sent."""
        from ui.dialogs.directory import DirectoryDialog

        DirectoryDialog(self._workspace.directory, self._context, self._page).open()

    def open_import(self) -> None:
        """Ask which file is to be imported."""
        from ui.dialogs.import_log import ImportDialog

        ImportDialog(self._workspace.importing, self._context, self._page).open()
