"""Bancada: opens the workbench, or does its work without a screen (see ``--help``)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app.cli import run_command

if TYPE_CHECKING:
    from app.domain.clock import Clock
    from app.services.workspace import Workspace
    from app.storage.database import Database


class Composition:
    """Puts services and faces together; nothing else constructs a service."""

    def url(self, url: str | None) -> str:
        """Return the database meant: the one given, the setting, or the person's own."""
        from app.services.maintenance import default_url
        from ui.settings import SettingsFile

        return url or SettingsFile().load().database_url or default_url()

    def open_workspace(self, url: str | None, clock: Clock) -> Workspace:
        """Open a database with every service on it."""
        from app.services.maintenance import open_database

        return compose(open_database(self.url(url), clock), clock)

    def open_window(self, url: str | None, clock: Clock, *, demo: bool) -> int:
        """Open the workbench and return its exit status."""
        from ui import lean_start

        lean_start.begin()
        from ui.application import run
        from ui.composition import WindowOptions
        from ui.workbench import WindowComposition

        return run(WindowOptions(demo, url), WindowComposition(self, clock))


def compose(database: Database, clock: Clock) -> Workspace:
    """Put the services of an open database together."""
    from app.services.desk import Desk
    from app.services.workspace import Workspace
    from reports.catalog import draw

    return Workspace(Desk(database, clock), draw)


if __name__ == "__main__":
    sys.exit(run_command(sys.argv[1:], Composition()))
