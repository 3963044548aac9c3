"""The columns of the queue as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from app.domain.queue_view import SortKey
from ui.texts import QT_TRANSLATE_NOOP, translated


class Column(IntEnum):
    """Places of the columns; a person may move and hide them."""

    DUE = 0
    NUMBER = 1
    SEVERITY = 2
    CLIENT = 3
    SUMMARY = 4
    PRODUCT = 5
    TEAM = 6
    STATUS = 7
    ASSIGNEE = 8
    OPENED = 9


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """How a column is called, how wide it begins, and by what it sorts."""

    column: Column
    title: str
    width: int
    sort: SortKey
    shown_at_first: bool = True

    @property
    def translated_title(self) -> str:
        """Return the title in the language of the screens."""
        return translated("QueueColumns", self.title)


COLUMNS = (
    ColumnSpec(Column.DUE, QT_TRANSLATE_NOOP("QueueColumns", "prazo"), 116, SortKey.URGENCY),
    ColumnSpec(Column.NUMBER, QT_TRANSLATE_NOOP("QueueColumns", "chamado"), 76, SortKey.NUMBER),
    ColumnSpec(Column.SEVERITY, QT_TRANSLATE_NOOP("QueueColumns", "sever."), 80, SortKey.SEVERITY),
    ColumnSpec(Column.CLIENT, QT_TRANSLATE_NOOP("QueueColumns", "cliente"), 132, SortKey.CLIENT),
    ColumnSpec(Column.SUMMARY, QT_TRANSLATE_NOOP("QueueColumns", "resumo"), 220, SortKey.SUMMARY),
    ColumnSpec(Column.PRODUCT, QT_TRANSLATE_NOOP("QueueColumns", "produto"), 104, SortKey.PRODUCT),
    ColumnSpec(
        Column.TEAM, QT_TRANSLATE_NOOP("QueueColumns", "equipe"), 120, SortKey.TEAM,
        shown_at_first=False,
    ),
    ColumnSpec(
        Column.STATUS, QT_TRANSLATE_NOOP("QueueColumns", "situação"), 130, SortKey.STATUS,
        shown_at_first=False,
    ),
    ColumnSpec(Column.ASSIGNEE, QT_TRANSLATE_NOOP("QueueColumns", "dono"), 84, SortKey.ASSIGNEE),
    ColumnSpec(
        Column.OPENED, QT_TRANSLATE_NOOP("QueueColumns", "aberto em"), 110, SortKey.OPENED,
        shown_at_first=False,
    ),
)  # fmt: skip
