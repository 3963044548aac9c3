"""What the dashboard has done off the thread of the window: counting, and files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from app.domain.clock import read_day
from app.domain.dashboard import Dashboard
from app.domain.errors import InvalidInput
from app.domain.roles import Right
from app.services.deadline_papers import Period
from app.services.documents import write_file
from app.services.workspace import Workspace
from ui.dashboard.bars import Bars

Make = Callable[[Dashboard], bytes]


def figures_of(
    workspace: Workspace, typed: Mapping[str, str], team: str | None
) -> tuple[Dashboard, dict[str, Bars]]:
    """Count, and import what draws: not in the thread of the window."""
    import ui.dashboard.chart  # noqa: F401
    from ui.dashboard.charts import charts_of

    days = {}
    for name, text in typed.items():
        try:
            days[name] = read_day(text.strip())
        except InvalidInput as error:
            raise InvalidInput(error.reason, field=name) from error
    if days["last"] < days["first"]:
        raise InvalidInput("o período termina antes de começar", field="last")
    figures = workspace.dashboard.figures(Period(days["first"], days["last"]), team)
    return figures, charts_of(figures)


def table(figures: Dashboard) -> bytes:
    """Return the figures as a CSV file."""
    from reports.catalog import dashboard_table

    return dashboard_table(figures)


def paper(figures: Dashboard) -> bytes:
    """Return the figures as PDF."""
    from reports.catalog import dashboard

    return dashboard(figures)


def save(
    workspace: Workspace,
    figures: Dashboard,
    path: Path,
    make: Make,
) -> None:
    """Write the figures to a file; refused to who may not see them any more."""
    workspace.desk.require(Right.DASHBOARD)
    write_file(path, make(figures))
