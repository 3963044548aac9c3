"""Which minutes are written to a file, and where."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from dateutil.relativedelta import relativedelta
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.domain.clock import read_day
from app.domain.errors import InvalidInput
from app.services.workspace import Workspace
from ui.format import full_day
from ui.widgets.form_dialog import FormDialog
from ui.widgets.offered_path import offered_path


class ExportTimesForm(FormDialog):
    """Asks for the days, the last month at first, and for the file."""

    def __init__(self, today: date, parent: QWidget) -> None:
        """Offer the month before this one."""
        super().__init__(
            parent=parent, title=self.tr("Exportar apontamentos"), verb=self.tr("&Exportar")
        )
        first = today.replace(day=1) - relativedelta(months=1)
        self.add_words(
            self.tr("A tabela tem as colunas da importação, e o demonstrativo que já cobrou.")
        )
        self.add_line("first", self.tr("A &partir de"), full_day(first))
        self.add_line("last", self.tr("A&té"), full_day(first + relativedelta(day=31)))
        self.add_line("path", self.tr("Ar&quivo"), offered_path(f"apontamentos-{first:%Y-%m}.csv"))
        self.lines["path"].setReadOnly(True)  # where a file stands already, the system asks
        choose = QPushButton(self.tr("E&scolher o arquivo…"), self)
        choose.clicked.connect(self._on_choose)
        self.add_widget(choose)
        self.finish(self.tr("Cance&lar"))

    def _on_choose(self) -> None:
        kinds = self.tr("Tabela (*.csv)")
        offered = self.lines["path"].text()
        name, _kind = QFileDialog.getSaveFileName(self, self.windowTitle(), offered, kinds)
        if name:
            self.lines["path"].setText(name)


def export_times(workspace: Workspace, typed: Mapping[str, str]) -> tuple[int, Path]:
    """Write the minutes of some days to a file; returns how many, and where."""
    days = {}
    for name in ("first", "last"):
        try:
            days[name] = read_day(typed[name].strip())
        except InvalidInput as error:
            raise InvalidInput(error.reason, field=name) from error
    if days["last"] < days["first"]:
        raise InvalidInput("o período termina antes de começar", field="last")
    path = Path(typed["path"])
    return workspace.time_export.export(days["first"], days["last"], path), path
