"""Beside the week: who has how many hours of plantão in the month, to be dragged onto a window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.queue_view import Reference
from ui.calendar.painted_view import PERSON_MIME
from ui.format import working_time
from ui.override import override
from ui.theme import strong, tabular
from ui.tokens import GRID, HALF

_ROW = 24
_NUMBER = Qt.ItemDataRole.UserRole


class PeopleList(QListWidget):
    """People with their hours; each may be dragged."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without people."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pessoas e horas de plantão no mês"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setFont(tabular(self.font()))

    @override
    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Give the number of the person that is dragged."""
        carried = QMimeData()
        if items:
            carried.setData(PERSON_MIME, str(items[0].data(_NUMBER)).encode())
        return carried


class RosterPanel(QWidget):
    """Fairness at a glance, and what is wrong with the roster."""

    def __init__(self, parent: QWidget) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setFont(strong(self.font()))
        self._title.setWordWrap(True)
        self._hint = QLabel(
            self.tr("Arraste uma pessoa para um plantão, ou Ctrl+Enter nele."), self
        )
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self.people = PeopleList(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(HALF)
        for part in (self._title, self.people, self._hint):
            column.addWidget(part)

    def show_people(
        self, month: str, people: Sequence[Reference], seconds: Mapping[Reference, int]
    ) -> None:
        """Show people by name, each with the hours of a month."""
        self._title.setText(self.tr("Plantão em {month}").format(month=month))
        self.people.clear()
        for person in sorted(people, key=lambda known: -seconds.get(known, 0)):
            hours = working_time(seconds.get(person, 0))
            item = QListWidgetItem(f"{hours}   {person.name}")
            item.setData(_NUMBER, person.id)
            item.setSizeHint(QSize(0, _ROW))
            self.people.addItem(item)
