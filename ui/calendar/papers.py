"""What leaves the page Calendário: printed sheets and files for other calendars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QFileDialog

from app.services.calendar_figures import calendar_figures, roster_figures
from app.services.workspace import Workspace
from ui.actions import ActionId
from ui.calendar.bar import Mode, month_of, span_of
from ui.calendar.page import CalendarPage
from ui.composition import WindowContext
from ui.format import full_day, month
from ui.jobs import Lane

_PAPERS = (ActionId.CALENDAR_PRINT, ActionId.ROSTER_PRINT, ActionId.CALENDAR_ICS)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A document with its title and the file name offered."""

    title: str
    name: str
    pdf: bytes


class CalendarPapers(QObject):
    """Prints and exports what the page shows."""

    def __init__(self, workspace: Workspace, context: WindowContext, page: CalendarPage) -> None:
        """Belong to the page and offer its menu."""
        super().__init__(page)
        self._workspace = workspace
        self._context = context
        self._page = page
        self.dialog: QDialog | None = None
        page.add_menu(self.tr("Im&primir"), _PAPERS, self._on_act)

    def export(self, path: Path) -> None:
        """Write the days shown as an iCalendar file."""
        page = self._page
        first, last = span_of(Mode.MONTH, page.anchor)
        work = partial(self._workspace.calendars.export, page.team, first, last, path)
        said = self.tr("Calendário exportado: {file}").format(file=path.name)
        self._context.jobs.submit(
            work, lambda _none: self._context.notices.done(said), owner=self, lane=Lane.READ
        )

    def _on_act(self, action: ActionId) -> None:
        if action is ActionId.CALENDAR_ICS:
            self._on_export()
        else:
            draw = self._draw_roster if action is ActionId.ROSTER_PRINT else self._draw_calendar
            self._show(draw)

    def _on_export(self) -> None:
        page = self._page
        name, _kind = QFileDialog.getSaveFileName(
            page,
            self.tr("Exportar calendário"),
            f"{page.team}-{page.anchor:%Y-%m}.ics",
            self.tr("Calendário (*.ics)"),
        )
        if name:
            self.export(Path(name))

    def _show(self, draw: Callable[[], _Paper]) -> None:
        self._context.jobs.submit(
            draw, self._on_drawn, owner=self, lane=Lane.READ, title=self.tr("Desenhando o PDF")
        )

    def _on_drawn(self, paper: _Paper) -> None:
        from ui.dialogs.pdf_preview import PdfPreview  # QtPdf, only where a document is wanted

        self.dialog = PdfPreview(paper.title, paper.name, paper.pdf, self._context, self._page)
        self.dialog.open()

    def _draw_calendar(self) -> _Paper:
        from reports import catalog

        page = self._page
        mode = Mode.MONTH if page.mode is Mode.MONTH else Mode.WEEK
        days = month_of if mode is Mode.MONTH else partial(span_of, mode)
        span = self._workspace.calendar_spans.span(page.team, *days(page.anchor))
        pdf = catalog.calendar(calendar_figures(span), self._context.clock.now())
        when = month(page.anchor) if mode is Mode.MONTH else full_day(span.first)
        title = self.tr("Calendário · {team} · {when}").format(team=span.name, when=when)
        return _Paper(title, f"calendario-{page.team}-{span.first:%Y-%m-%d}.pdf", pdf)

    def _draw_roster(self) -> _Paper:
        from reports import catalog

        page, desk = self._page, self._workspace.desk
        team = desk.book.team(page.team)
        first, last = month_of(page.anchor)
        span = self._workspace.roster.span(page.team, first, last)
        names = {known.key: known.name for known in desk.book.teams}
        figures = roster_figures(span, team.name, team.calendar, names)
        pdf = catalog.roster(figures, self._context.clock.now())
        title = self.tr("Escala · {team} · {when}").format(team=team.name, when=month(first))
        return _Paper(title, f"escala-{page.team}-{first:%Y-%m}.pdf", pdf)
