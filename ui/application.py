"""From the empty window to the first page, and back: start, open, switch, close."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Generic

from PySide6.QtCore import QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.domain.clock import Clock
from app.domain.errors import DataFailure
from resources.locate import resource
from ui import lean_start
from ui.actions import ActionId, Actions
from ui.change_bus import ChangeBus
from ui.composition import (
    Composition,
    OpenKind,
    OpenRequest,
    W,
    WindowContext,
    WindowOptions,
)
from ui.drafts import Drafts
from ui.failures import Failures, describe
from ui.icons import Icons
from ui.jobs import Cancelled, Jobs
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.page import Page, PageId
from ui.routes import Routes
from ui.settings import Language, Settings, SettingsFile, log_file
from ui.status_bar import DatabaseState
from ui.theme import Theme
from ui.ticker import Ticker
from ui.window_state import WindowState

if TYPE_CHECKING:
    from ui.dialogs.welcome import WelcomeChoice
    from ui.watch import DatabaseWatch

ARGUMENTS = ("bancada", "-style", "Fusion")
"""What Qt is started with: setting the style later would load all of its names first."""
_SWITCH_INTERVAL_S = 0.001
_STARTED_AFTER_MS = 3_000


def run(options: WindowOptions, composition: Composition[W]) -> int:
    """Open the workbench and return when its window has closed; the exit status.

    Raises ``DataFailure`` where there is no screen to open it on.
    """
    refuse_without_screen()
    # A busy worker hands the interpreter back five times sooner than by default.
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    application = QApplication([*ARGUMENTS])
    application.setApplicationName("Bancada")
    application.setDesktopFileName("bancada")
    settings = SettingsFile()
    language = settings.load().language
    translators = [install_translator(application, language)]
    context = build_context(application, composition.clock, settings)
    stop_catching = context.failures.catch_all()
    workbench = Workbench(options, composition, context)
    workbench.window.painted.connect(
        partial(_speak_qt, application, language, translators), Qt.ConnectionType.QueuedConnection
    )
    workbench.start()
    QTimer.singleShot(_STARTED_AFTER_MS, lean_start.settle)
    status = application.exec()
    workbench.close()
    stop_catching()
    del translators
    return status


def refuse_without_screen() -> None:
    """Say that there is no screen, where Qt would end the process without a word to act on."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in names):
        raise DataFailure(
            "não há tela aqui; use xvfb-run, ou QT_QPA_PLATFORM=offscreen, "
            "ou um dos comandos sem janela (--help)"
        )


def build_context(
    application: QApplication, clock: Clock, settings: SettingsFile, owner: QObject | None = None
) -> WindowContext:
    """Make what every page is given, dressed as the settings say; it lives as long as its owner."""
    owner = owner or application
    chosen: Settings = settings.load()
    theme = Theme(application, owner)
    theme.apply(chosen.theme, chosen.density)
    icons = Icons(theme, owner)
    return WindowContext(
        clock=clock,
        jobs=Jobs(owner),
        bus=ChangeBus(owner),
        theme=theme,
        icons=icons,
        actions=Actions(icons, owner),
        notices=Notices(owner),
        failures=Failures(log_file(), clock.now, owner),
        settings=settings,
        window_state=WindowState(),
        routes=Routes(owner),
        drafts=Drafts(),
        ticker=Ticker(clock, owner),
    )


def install_translator(application: QApplication, language: Language) -> QTranslator:
    """Load our texts in a language; keep the result alive."""
    translator = QTranslator(application)
    if translator.load(f"bancada_{language.value}", str(resource("translations"))):
        application.installTranslator(translator)
    return translator


def install_qt_translator(application: QApplication, language: Language) -> QTranslator:
    """Load Qt's own texts and the forms of dates and numbers; keep the result alive."""
    # QLocale brings a thousand names along: no reason to let the first paint wait 25 ms for them.
    from PySide6.QtCore import QLibraryInfo, QLocale

    QLocale.setDefault(QLocale(language.value))
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    translator = QTranslator(application)
    if translator.load(f"qtbase_{language.value}", folder):
        application.installTranslator(translator)
    return translator


def _speak_qt(application: QApplication, language: Language, kept_alive: list[QTranslator]) -> None:
    kept_alive.append(install_qt_translator(application, language))


class Workbench(QObject, Generic[W]):
    """Opens databases for the window and gives it its pages."""

    def __init__(
        self, options: WindowOptions, composition: Composition[W], context: WindowContext
    ) -> None:
        """Make the window; ``start`` shows it."""
        super().__init__()
        self._options = options
        self._composition = composition
        self._context = context
        self._workspace: W | None = None
        self._watch: DatabaseWatch | None = None
        self._last_request = OpenRequest(OpenKind.CONFIGURED)
        self._action_after_opening: ActionId | None = None
        self.window = MainWindow(context)
        self._retry = QAction(self.tr("Tentar de novo"), self.window)
        self._retry.triggered.connect(self._on_retry)
        self._choose = QAction(self.tr("Escolher por onde começar…"), self.window)
        self._choose.triggered.connect(self.ask)
        # Only once the window stands on the screen is the data layer imported.
        self.window.painted.connect(self._on_painted, Qt.ConnectionType.QueuedConnection)
        self.window.database_asked.connect(self.ask)

    @property
    def workspace(self) -> W | None:
        """The open database, if there is one."""
        return self._workspace

    def start(self) -> None:
        """Show the window; the rest follows its first paint."""
        self.window.show_state("", self.tr("Abrindo…"))
        self.window.show()

    def ask(self) -> None:
        """Ask where to begin."""
        from ui.dialogs.welcome import WelcomeDialog

        dialog = WelcomeDialog(self._context.icons, self.window)
        dialog.chosen.connect(self._on_chosen)
        dialog.open()

    def open(self, request: OpenRequest) -> None:
        """Open a database in the writing lane, instead of the one that is open now."""
        self._last_request = request
        self._let_go()
        self.window.status_bar.set_database(DatabaseState.OPENING, "")
        self.window.show_state("", self.tr("Abrindo o banco de dados…"))
        self._context.jobs.submit_long(
            partial(self._composition.open_workspace, request),
            self._on_opened,
            self._on_refused,
            owner=self,
            title=self.tr("Abrindo o banco de dados"),
        )

    def close(self) -> None:
        """Let go of the database and stop the lanes."""
        if self._watch is not None:
            self._watch.stop()
        workspace, self._workspace = self._workspace, None
        self._context.jobs.close(None if workspace is None else workspace.close)
        self.window.deleteLater()

    def _on_painted(self) -> None:
        self._context.icons.wake()
        QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        if self._options.demo:
            self.open(OpenRequest(OpenKind.DEMO))
        elif self._options.database_url:
            self.open(OpenRequest(OpenKind.CONNECT, self._options.database_url))
        elif self._composition.has_database():
            self.open(OpenRequest(OpenKind.CONFIGURED, self._context.settings.load().database_url))
        else:
            self._show_vacancy()
            self.ask()

    def _show_vacancy(self) -> None:
        self.window.status_bar.set_database(DatabaseState.NONE, "")
        self.window.show_state(
            self.tr("Nenhum banco de dados aberto"),
            self.tr("Aqui fica a fila de chamados, assim que um banco for escolhido."),
            self._choose,
        )

    def _on_chosen(self, choice: WelcomeChoice) -> None:
        if choice.begins_import:
            self._action_after_opening = ActionId.IMPORT_LOG
        self.open(choice.request)

    def _on_opened(self, workspace: W) -> None:
        from ui.duty_watch import DutyWatch
        from ui.watch import DatabaseWatch

        self._workspace = workspace
        if self._last_request.kind is OpenKind.CONNECT and not self._options.database_url:
            self._context.settings.change(database_url=self._last_request.url)
        self._show_open()
        self._watch = DatabaseWatch(workspace, self._context.jobs, self._context.bus, self)
        self._watch.lost.connect(self._on_lost)
        self._watch.found.connect(self._show_open)
        DutyWatch(workspace, self._context, self.window.status_bar, self._watch)
        self._composition.watch_timer(workspace, self._context, self.window, self._watch)
        self.window.open_pages(self._build_page)
        action_id, self._action_after_opening = self._action_after_opening, None
        if action_id is not None:
            self.window.trigger(action_id)

    def _on_refused(self, error: Exception) -> None:
        self.window.status_bar.set_database(DatabaseState.NONE, "")
        if isinstance(error, Cancelled):
            self._show_vacancy()
            return
        self._context.failures.report(error)
        self.window.show_state(
            self.tr("O banco de dados não abriu"), describe(error).sentence, self._retry
        )

    def _on_retry(self) -> None:
        self.window.banner.clear()
        self.open(self._last_request)

    def _show_open(self) -> None:
        if self._workspace is not None:
            self.window.status_bar.set_database(DatabaseState.OPEN, self._workspace.label)

    def _on_lost(self, error: Exception) -> None:
        if self._workspace is not None:
            self.window.status_bar.set_database(DatabaseState.LOST, self._workspace.label)
        self._context.failures.report(error)

    def _let_go(self) -> None:
        if self._workspace is None:
            return
        if self._watch is not None:
            self._watch.stop()
            self._watch.deleteLater()
            self._watch = None
        self.window.close_pages()
        workspace, self._workspace = self._workspace, None
        self._context.jobs.submit(workspace.close, _ignore, owner=self)

    def _build_page(self, page_id: PageId) -> Page:
        assert self._workspace is not None
        return self._composition.build_page(page_id, self._workspace, self._context)


def _ignore(_nothing: None) -> None:
    """Closing a database has no answer."""
