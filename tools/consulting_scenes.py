"""What is shown in the pictures of Consultoria, Relatórios and Painel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.documents import DocumentKind
from ui.actions import ActionId
from ui.consulting.page import ConsultingPage
from ui.dashboard.page import DashboardPage
from ui.dialogs.week_sheet import WeekDialog
from ui.page import Page, PageId
from ui.reports.page import ReportsPage

if TYPE_CHECKING:
    from tools.screenshot_scenes import Scene


def _page(scene: Scene, page_id: PageId) -> Page:
    page = scene.workbench.window.show_page(page_id)
    assert page is not None
    scene.settle()
    return page


def consulting(scene: Scene) -> None:
    """Stand on the consulting that waits for its cause."""
    page = _page(scene, PageId.CONSULTING)
    assert isinstance(page, ConsultingPage)
    page.table.setFocus()
    scene.settle()


def week(scene: Scene) -> None:
    """Show the week of who sits there, on the day that has most entries."""
    page = _page(scene, PageId.CONSULTING)
    scene.trigger(ActionId.WEEK_SHEET)
    dialog = page.findChild(WeekDialog)
    assert isinstance(dialog, WeekDialog)
    scene.until(lambda: dialog.sheet is not None)
    dialog.person.setCurrentIndex(dialog.person.findText("Marina Maré"))
    scene.until(lambda: dialog.sheet is not None and bool(dialog.sheet.tickets))
    scene.settle()


def reports(scene: Scene) -> None:
    """Look at the SLA report of a month before it is issued."""
    page = _page(scene, PageId.REPORTS)
    assert isinstance(page, ReportsPage)
    page.kind.setCurrentIndex(page.kind.findData(DocumentKind.SLA_REPORT.value))
    page.first.setText("01/11/2026")
    page.last.setText("18/11/2026")
    page.preview()
    scene.until(page.paper.isVisible)
    scene.settle()


def dashboard(scene: Scene) -> None:
    """Ask the dashboard for the tickets behind a bar."""
    page = _page(scene, PageId.DASHBOARD)
    assert isinstance(page, DashboardPage)
    scene.until(lambda: page.is_drawn)
    chart = page.grid.cards["teams"].chart
    chart.setFocus()
    current = chart.current
    assert current is not None
    chart.opened.emit(*current)
    scene.until(lambda: page.behind.current is not None)
    scene.settle()
