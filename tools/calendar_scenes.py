"""What is shown in the pictures of the page Calendário."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ui.actions import ActionId
from ui.calendar.acts import CalendarActs
from ui.calendar.bar import Mode
from ui.calendar.blocks import BlockKind
from ui.calendar.day_forms import DayForm
from ui.calendar.page import CalendarPage
from ui.page import PageId

if TYPE_CHECKING:
    from tools.screenshot_scenes import Scene

HOLIDAY_WEEK = date(2026, 11, 18)


def _page(scene: Scene, mode: Mode = Mode.WEEK) -> CalendarPage:
    page = scene.workbench.window.show_page(PageId.CALENDAR)
    assert isinstance(page, CalendarPage)
    scene.settle()
    page.go_to(HOLIDAY_WEEK, mode, "suporte-tecnico")
    scene.settle()
    return page


def week(scene: Scene) -> None:
    """Stand on the plantão that nobody holds."""
    page = _page(scene)
    holes = [row for row, block in enumerate(page.view.blocks) if block.kind is BlockKind.HOLE]
    page.view.stand_on(holes[0])
    page.view.setFocus()
    scene.settle()


def month(scene: Scene) -> None:
    """Show the month with its holidays and its load."""
    _page(scene, Mode.MONTH)


def teams(scene: Scene) -> None:
    """Show every team on one day."""
    _page(scene, Mode.TEAMS)


def what_if(scene: Scene) -> None:
    """Close a morning, and see what that would move."""
    page = _page(scene)
    scene.trigger(ActionId.EDIT_DAY)
    acts = page.findChild(CalendarActs)
    assert isinstance(acts, CalendarActs)
    form = acts.dialog
    assert isinstance(form, DayForm)
    form.lines["date"].setText("19/11/2026")
    form.lines["name"].setText("Queda de energia no prédio")
    form.lines["windows"].setText("13:30-19:00")
    form.do_button.click()
    scene.settle()


def roster_paper(scene: Scene) -> None:
    """Show the roster as it will be printed."""
    _page(scene)
    scene.trigger(ActionId.ROSTER_PRINT)
    scene.settle()
