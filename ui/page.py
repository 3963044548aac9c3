"""What a page is to the frame: something with a name that refreshes when it is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.icons import IconName
from ui.override import override
from ui.texts import QT_TRANSLATE_NOOP, translated

if TYPE_CHECKING:
    from app.domain.changes import Changes
    from ui.change_bus import ChangeBus


class PageId(Enum):
    """The pages that exist."""

    QUEUE = "queue"
    CALENDAR = "calendar"
    CONSULTING = "consulting"
    CLIENTS = "clients"
    REPORTS = "reports"
    DASHBOARD = "dashboard"
    OMBUDSMAN = "ombudsman"
    MESSAGES = "messages"
    CONFIGURATION = "configuration"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """How navigation shows a page; ``title`` carries its mnemonic."""

    id: PageId
    title: str
    icon: IconName
    key: str

    @property
    def translated_title(self) -> str:
        """Return the title, mnemonic included, in the language of the screens."""
        return translated("Pages", self.title)

    @property
    def plain_title(self) -> str:
        """Return the title without its mnemonic."""
        return self.translated_title.replace("&", "")


PAGES = (
    PageSpec(PageId.QUEUE, QT_TRANSLATE_NOOP("Pages", "&Fila"), IconName.QUEUE, "Ctrl+1"),
    PageSpec(
        PageId.CALENDAR, QT_TRANSLATE_NOOP("Pages", "Calendário"), IconName.CALENDAR, "Ctrl+2"
    ),
    PageSpec(
        PageId.CONSULTING, QT_TRANSLATE_NOOP("Pages", "Consultoria"), IconName.CONSULTING, "Ctrl+3"
    ),
    PageSpec(PageId.CLIENTS, QT_TRANSLATE_NOOP("Pages", "Clientes"), IconName.CLIENTS, "Ctrl+4"),
    PageSpec(PageId.REPORTS, QT_TRANSLATE_NOOP("Pages", "Relatórios"), IconName.REPORTS, "Ctrl+5"),
    PageSpec(PageId.DASHBOARD, QT_TRANSLATE_NOOP("Pages", "Painel"), IconName.DASHBOARD, "Ctrl+6"),
    PageSpec(
        PageId.OMBUDSMAN, QT_TRANSLATE_NOOP("Pages", "Ouvidoria"), IconName.OMBUDSMAN, "Ctrl+7"
    ),
    PageSpec(PageId.MESSAGES, QT_TRANSLATE_NOOP("Pages", "Mensagens"), IconName.MESSAGES, "Ctrl+8"),
    PageSpec(
        PageId.CONFIGURATION,
        QT_TRANSLATE_NOOP("Pages", "Configurações"),
        IconName.CONFIGURATION,
        "Ctrl+9",
    ),
)


class Page(QWidget):
    """A page of the window: a visible one refreshes at once, a hidden one when it is shown."""

    def __init__(self, page_id: PageId, bus: ChangeBus, parent: QWidget | None = None) -> None:
        """Listen to changes; the first ``refresh`` is the page's own affair."""
        super().__init__(parent)
        self.page_id = page_id
        self._stale: Changes | None = None
        bus.changed.connect(self._on_changed)

    def refresh(self, changes: Changes) -> None:
        """Show anew what the changes touch; a page overrides this."""

    def cares_about(self, changes: Changes) -> bool:
        """Tell whether the page shows anything of these changes."""
        return bool(changes)

    def focus_first(self) -> None:
        """Put the keyboard where work on this page begins."""
        self.setFocus()

    def ticket_for_timer(self) -> int | None:
        """Return the ticket the timer key means on this page; none where there is none."""
        return None

    @property
    def is_stale(self) -> bool:
        """Tell whether something changed while nobody looked."""
        return self._stale is not None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Refresh what changed while the page was hidden."""
        super().showEvent(event)
        if self._stale is not None:
            changes, self._stale = self._stale, None
            self.refresh(changes)

    def _on_changed(self, changes: Changes) -> None:
        if not self.cares_about(changes):
            return
        if self.isVisible():
            self.refresh(changes)
            return
        self._stale = changes if self._stale is None else self._stale | changes
