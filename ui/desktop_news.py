"""News of one's own tickets: in the window's corner, or the desktop's when it is not in use."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from app.domain.changes import Changes, Kind
from app.domain.ticket_events import EventKind
from app.services.news import News, NewsService
from ui.composition import WindowContext
from ui.desk_words import word
from ui.icons import IconName
from ui.jobs import Lane
from ui.notices import NoticeAct

_SHOWN_MS = 10_000
_MOST_APART = 3


class Tray(Protocol):
    """Where the desktop shows messages."""

    def tell(self, title: str, text: str, clicked: Callable[[], None]) -> bool:
        """Show a message; tells whether the desktop has a place for it."""
        ...


class SystemTray(QObject):
    """The desktop's own messages; the sign in the tray is there only while one is shown."""

    def __init__(self, context: WindowContext, parent: QObject) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._icons = context.icons
        self._tray: QSystemTrayIcon | None = None
        self._clicked: Callable[[], None] | None = None

    def tell(self, title: str, text: str, clicked: Callable[[], None]) -> bool:
        """Show a message; tells whether the desktop has a place for it."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return False
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._icons.icon(IconName.QUEUE), self)
            self._tray.messageClicked.connect(self._on_clicked)
            self._tray.activated.connect(self._on_clicked)
        self._clicked = clicked
        self._tray.show()
        icon = QSystemTrayIcon.MessageIcon.Information
        self._tray.showMessage(title, text, icon, _SHOWN_MS)
        return True

    def _on_clicked(self) -> None:
        if self._clicked is not None:
            self._clicked()


class DesktopNews(QObject):
    """Asks for news whenever tickets changed; many at once become one message."""

    def __init__(
        self, news: NewsService, context: WindowContext, window: QWidget, tray: Tray | None = None
    ) -> None:
        """Begin with what happens from now on."""
        super().__init__(window)
        self._news = news
        self._context = context
        self._window = window
        self._tray = tray or SystemTray(context, self)
        context.bus.changed.connect(self._on_changed)
        context.jobs.submit(news.take, self._on_news, owner=self, lane=Lane.READ)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.TICKET):
            self._context.jobs.submit(self._news.take, self._on_news, owner=self, lane=Lane.READ)

    def _on_news(self, news: list[News]) -> None:
        if not news or not self._context.settings.load().news:
            return  # what is not wanted has been read all the same, and is not told later
        if len(news) > _MOST_APART:
            numbers = ", ".join(sorted({f"{one.number:08d}" for one in news})[:_MOST_APART])
            text = self.tr("%n novidade(s) nos seus chamados: {numbers}…", "", len(news))
            self._tell(self.tr("Seus chamados"), text.format(numbers=numbers), news[-1].number)
            return
        for one in news:
            title = f"{one.number:08d} · {self._what(one)}"
            self._tell(title, one.summary, one.number)

    def _what(self, one: News) -> str:
        if one.is_late:
            return self.tr("vencido")
        if one.kind in (EventKind.ASSIGNED, EventKind.OWNER_SET):
            return self.tr("agora é seu")
        if one.level.endswith("%"):
            return self.tr("{level} do prazo usados").format(level=one.level)
        if one.level:
            return self.tr("aviso de prazo: {level}").format(level=one.level)
        return word(one.kind)

    def _tell(self, title: str, text: str, number: int) -> None:
        show = partial(self._show, number)
        if not self._window.window().isActiveWindow() and self._tray.tell(title, text, show):
            return
        self._context.notices.info(f"{title}: {text}", NoticeAct(self.tr("Ver"), show))

    def _show(self, number: int) -> None:
        self._window.window().raise_()
        self._window.window().activateWindow()
        self._context.routes.show_ticket(number)
