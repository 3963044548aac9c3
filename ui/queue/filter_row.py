"""The row of filters: chips with several choices, the text, and what the list holds."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.queue_view import Choice as Offered
from app.domain.queue_view import QueueFilter
from app.domain.severity import Severity
from app.domain.ticket_events import Status
from app.services.queue import FilterChoices
from ui.desk_words import severity_text, word
from ui.icons import Icons
from ui.tokens import GRID, HALF
from ui.widgets.chips import Choice, ChoiceChip
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.search_field import SearchField

_SEARCH_WIDTH = 150


class FilterRow(QWidget):
    """What the list is narrowed to."""

    changed = Signal()
    left_downwards = Signal()  # from the text to the list

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        """Narrow nothing."""
        super().__init__(parent)
        self._team = ChoiceChip(self.tr("equipe"), icons, self)
        self._severity = ChoiceChip(self.tr("severidade"), icons, self)
        self._status = ChoiceChip(self.tr("situação"), icons, self)
        self._product = ChoiceChip(self.tr("produto"), icons, self)
        self._client = ChoiceChip(self.tr("cliente"), icons, self)
        self._assignee = ChoiceChip(self.tr("dono"), icons, self)
        self._chips = (
            self._team, self._severity, self._status, self._product, self._client, self._assignee,
        )  # fmt: skip
        self._search = SearchField(self.tr("Procurar na fila…"), icons, self)
        self._search.setMinimumWidth(_SEARCH_WIDTH)
        self._summary = ElidedLabel(parent=self)
        self._summary.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, HALF, GRID, GRID)
        row.setSpacing(HALF)
        for chip in self._chips:
            chip.chosen.connect(self._on_chosen)
            row.addWidget(chip)
        row.addWidget(self._search, 1)
        row.addSpacing(GRID)
        row.addWidget(self._summary)
        self._search.searched.connect(self._on_searched)
        self._search.left_downwards.connect(self.left_downwards)
        self._text = ""

    @property
    def search_field(self) -> SearchField:
        """The field of the text."""
        return self._search

    @property
    def summary_text(self) -> str:
        """What is said of the list."""
        return self._summary.text()

    @property
    def chips(self) -> tuple[ChoiceChip, ...]:
        """The chips: team, severity, status, product, client, assignee."""
        return self._chips

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is chosen or typed."""
        return bool(self._text) or any(chip.values for chip in self._chips)

    def chosen(self) -> QueueFilter:
        """Return what the list is narrowed to."""
        return QueueFilter(
            teams=tuple(map(str, self._team.values)),
            severities=tuple(Severity(value) for value in self._severity.values),
            statuses=tuple(Status(value) for value in self._status.values),
            products=_numbers(self._product.values),
            clients=_numbers(self._client.values),
            assignees=_numbers(self._assignee.values),
            text=self._text,
        )

    def show_chosen(self, chosen: QueueFilter) -> None:
        """Show a narrowing without telling anybody."""
        self._team.set_values(chosen.teams)
        self._severity.set_values([severity.value for severity in chosen.severities])
        self._status.set_values([status.value for status in chosen.statuses])
        self._product.set_values(chosen.products)
        self._client.set_values(chosen.clients)
        self._assignee.set_values(chosen.assignees)
        self._text = chosen.text
        self._search.show_text(chosen.text)

    def set_choices(self, choices: FilterChoices) -> None:
        """Offer what the desk has now."""
        for chip, offered in (
            (self._team, choices.teams),
            (self._product, choices.products),
            (self._client, choices.clients),
            (self._assignee, choices.assignees),
        ):
            chip.set_choices([Choice(c.value, c.name, c.count) for c in offered])
        self._severity.set_choices(
            [Choice(c.value, severity_text(Severity(c.value)), c.count) for c in choices.severities]
        )
        self._status.set_choices([_status(choice) for choice in choices.statuses])

    def say(self, summary: str) -> None:
        """Say what the list holds."""
        self._summary.set_text(summary)

    def _on_chosen(self, _values: object) -> None:
        self.changed.emit()

    def _on_searched(self, text: str) -> None:
        self._text = text
        self.changed.emit()


def _status(offered: Offered) -> Choice:
    return Choice(offered.value, word(Status(offered.value)), offered.count)


def _numbers(values: tuple[Hashable, ...]) -> tuple[int, ...]:
    return tuple(value for value in values if isinstance(value, int))
