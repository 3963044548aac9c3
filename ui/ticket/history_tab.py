"""Histórico: every act, when it happened, when it was recorded, by whom, and what is odd."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.domain.clock import from_epoch
from app.domain.severity import Severity
from app.domain.teams import Team
from app.domain.ticket_events import EventKind
from app.services.tickets import EventLine, TicketView
from ui.desk_words import severity_text, word
from ui.format import full_moment
from ui.theme import tabular

_LATER_SECONDS = 60
_ROW = 24


class HistoryTab(QTreeWidget):
    """A line per event; nothing can be changed here (ACC-9)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Histórico do chamado"))
        self.setHeaderLabels([self.tr("quando"), self.tr("ato"), self.tr("quem"), self.tr("canal")])
        self._teams: dict[str, str] = {}
        self._people: Mapping[int, str] = {}
        self._lines: tuple[EventLine, ...] = ()
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setFont(tabular(self.font()))
        header = self.header()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for section, width in ((0, 136), (2, 120), (3, 84)):
            header.resizeSection(section, width)

    def show_ticket(self, view: TicketView, teams: Sequence[Team]) -> None:
        """Show a ticket's events, the newest first."""
        if self._lines == view.lines:
            return
        self._lines = view.lines
        self.clear()
        self._teams = {team.key: team.name for team in teams}
        self._people = view.people
        odd = {oddity.seq: oddity.text for oddity in view.history.oddities}
        items = [self._item(line, odd.get(line.event.seq)) for line in reversed(view.lines)]
        self.addTopLevelItems(items)

    def _item(self, line: EventLine, oddity: str | None) -> QTreeWidgetItem:
        event = line.event
        act = " ".join(part for part in (word(event.kind), self._detail(line)) if part)
        if oddity is not None:
            act = f"⚠ {act}"
        item = QTreeWidgetItem(
            [full_moment(from_epoch(event.at)), act, line.actor or "", word(event.channel)]
        )
        hints = [oddity] if oddity else []
        if event.recorded_at - event.at > _LATER_SECONDS:
            recorded = full_moment(from_epoch(event.recorded_at))
            hints.append(self.tr("registrado em {recorded}").format(recorded=recorded))
        hints.append(self.tr("evento {seq}, mesa {desk}").format(seq=event.seq, desk=event.desk))
        item.setSizeHint(0, QSize(0, _ROW))
        for column in range(self.columnCount()):
            item.setToolTip(column, "\n".join(hints))
            item.setData(column, Qt.ItemDataRole.AccessibleDescriptionRole, "\n".join(hints))
        return item

    def _detail(self, line: EventLine) -> str:
        payload = line.event.payload
        parts = []
        if payload.get("severity"):
            parts.append(severity_text(Severity(payload["severity"])))
        if payload.get("team"):
            parts.append(self._teams.get(payload["team"], payload["team"]))
        if line.event.kind is EventKind.OWNER_SET:
            parts.append(self._people.get(payload["assignee"], self.tr("sem dono")))
        if payload.get("reason"):
            parts.append(str(payload["reason"]))
        if payload.get("due"):
            parts.append(full_moment(from_epoch(payload["due"])))
        return " · ".join(parts)
