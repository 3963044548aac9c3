"""What stands in place of an empty list: why it is empty, and the act that fills it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.icons import IconName, Icons
from ui.queue.filter_row import FilterRow
from ui.queue.views import SavedView, ViewId
from ui.theme import Theme
from ui.widgets.empty_state import EmptyState


@dataclass(frozen=True, slots=True)
class WaysOut:
    """The acts that may fill an empty list: clear the filters, import, show every open ticket."""

    clear: QAction
    fill: QAction
    show_all: QAction


class Vacancy(EmptyState):
    """The empty list of a view."""

    def __init__(self, icons: Icons, theme: Theme, parent: QWidget) -> None:
        """Say nothing yet."""
        super().__init__(IconName.QUEUE, icons, theme, parent)

    def explain(self, view: ViewId | SavedView, filters: FilterRow, ways_out: WaysOut) -> None:
        """Say why a view is empty and offer the one act that changes it."""
        if filters.is_narrowing:
            self.say(
                self.tr("Nenhum chamado com estes filtros"),
                self.tr("Aqui ficam os chamados da visão que combinam com o que foi escolhido."),
                ways_out.clear,
            )
        elif view in (ViewId.ALL_OPEN, ViewId.CLOSED):
            self.say(
                self.tr("Ainda não há chamados aqui"),
                self.tr("Os chamados aparecem assim que forem abertos ou importados."),
                ways_out.fill,
            )
        else:
            self.say(
                self.tr("Nada nesta visão"),
                self.tr(
                    "Quando um chamado couber aqui, ele aparece sozinho, em ordem de urgência."
                ),
                ways_out.show_all,
            )
