"""What the frame needs from outside: ``main.py`` gives it, and nothing in ``ui`` makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.domain.clock import Clock

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.domain.changes import Changes
    from app.services.roster import OnDuty
    from ui.actions import Actions
    from ui.change_bus import ChangeBus
    from ui.drafts import Drafts
    from ui.failures import Failures
    from ui.icons import Icons
    from ui.jobs import Jobs, Progress
    from ui.main_window import MainWindow
    from ui.notices import Notices
    from ui.page import Page, PageId
    from ui.routes import Routes
    from ui.settings import SettingsFile
    from ui.theme import Theme
    from ui.ticker import Ticker
    from ui.window_state import WindowState


class OpenKind(Enum):
    """Which database is meant."""

    CONFIGURED = auto()
    DEMO = auto()
    NEW = auto()
    CONNECT = auto()


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """A database to open; no address means the usual one of this kind."""

    kind: OpenKind
    url: str | None = None


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """What the command line said about the window."""

    demo: bool = False
    database_url: str | None = None


@dataclass(frozen=True, slots=True)
class WindowContext:
    """What every page is given."""

    clock: Clock
    jobs: Jobs
    bus: ChangeBus
    theme: Theme
    icons: Icons
    actions: Actions
    notices: Notices
    failures: Failures
    settings: SettingsFile
    window_state: WindowState
    routes: Routes
    drafts: Drafts
    ticker: Ticker


class Workspace(Protocol):
    """An open database, as far as the frame is concerned."""

    @property
    def label(self) -> str:
        """How the status bar calls it, for example "SQLite local"."""
        ...

    def look_for_changes(self) -> Changes:
        """Return what other desks changed since the last look; runs in the reading lane."""
        ...

    def take_due_steps(self) -> bool:
        """Let some tickets take their own steps; tells whether more are due."""
        ...

    def deliver_messages(self, check: Callable[[], None]) -> None:
        """Send what waits to be sent; ``check`` may raise to stop between two messages."""
        ...

    def on_duty_now(self) -> tuple[OnDuty, ...]:
        """Return who is on duty now; runs in the reading lane (CAL-7)."""
        ...

    def close(self) -> None:
        """Let go of the database; runs in the writing lane."""
        ...


W = TypeVar("W", bound=Workspace)


class Composition(Protocol[W]):
    """How a database is found and opened, and how pages are built on it."""

    @property
    def clock(self) -> Clock:
        """The clock everything asks."""
        ...

    def has_database(self) -> bool:
        """Tell, without opening it, whether there is a database to open."""
        ...

    def open_workspace(self, request: OpenRequest, progress: Progress) -> W:
        """Open (or make) the database; runs in the writing lane and imports what it needs."""
        ...

    def build_page(self, page_id: PageId, workspace: W, context: WindowContext) -> Page:
        """Build a page when it is shown for the first time."""
        ...

    def watch_timer(
        self, workspace: W, context: WindowContext, window: MainWindow, parent: QObject
    ) -> None:
        """Let the frame show and run the timer of whoever sits here."""
        ...
