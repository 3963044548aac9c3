"""Stand-ins: a page that counts what it hears, a database that is only a name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from threading import Event

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from app.domain.changes import NO_CHANGES, Changes
from app.domain.clock import Clock
from app.services.roster import OnDuty
from ui.actions import ActionId
from ui.composition import OpenRequest, WindowContext
from ui.jobs import Progress
from ui.page import Page, PageId


class FakePage(Page):
    def __init__(self, page_id: PageId, context: WindowContext) -> None:
        super().__init__(page_id, context.bus)
        self.refreshed: list[Changes] = []
        self.done: list[ActionId] = []
        self.field = QLineEdit(self)
        self.field.setAccessibleName("Campo")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        context.actions.make(ActionId.REFRESH, self._on_refresh_asked, self)
        context.actions.make(ActionId.IMPORT_LOG, self._on_import_asked, self)
        context.actions.make(ActionId.COPY_NUMBER, self._on_copy_asked, self.field)

    def refresh(self, changes: Changes) -> None:
        self.refreshed.append(changes)

    def focus_first(self) -> None:
        self.field.setFocus()

    def _on_refresh_asked(self) -> None:
        self.done.append(ActionId.REFRESH)

    def _on_import_asked(self) -> None:
        self.done.append(ActionId.IMPORT_LOG)

    def _on_copy_asked(self) -> None:
        self.done.append(ActionId.COPY_NUMBER)


class FakeWorkspace:
    def __init__(self, label: str = "SQLite local") -> None:
        self.label = label
        self.is_closed = False
        self.steps_taken = 0
        self.deliveries = 0
        self.steps_due = 0
        self.foreign: list[Changes | Exception] = []
        self.on_duty: tuple[OnDuty, ...] | Exception = ()

    def on_duty_now(self) -> tuple[OnDuty, ...]:
        if isinstance(self.on_duty, Exception):
            raise self.on_duty
        return self.on_duty

    def look_for_changes(self) -> Changes:
        seen = self.foreign.pop(0) if self.foreign else NO_CHANGES
        if isinstance(seen, Exception):
            raise seen
        return seen

    def close(self) -> None:
        self.is_closed = True

    def deliver_messages(self, check: Callable[[], None]) -> None:
        check()
        self.deliveries += 1

    def take_due_steps(self) -> bool:
        self.steps_taken += 1
        return self.steps_taken < self.steps_due


class FakeComposition:
    """Opens fakes; refuses while ``refusal`` is set, waits while ``gate`` is closed."""

    def __init__(self, clock: Clock, *, has_database: bool = True) -> None:
        self._clock = clock
        self._has_database = has_database
        self.requests: list[OpenRequest] = []
        self.workspaces: list[FakeWorkspace] = []
        self.refusal: Exception | None = None
        self.gate = Event()
        self.gate.set()

    @property
    def clock(self) -> Clock:
        return self._clock

    def now(self) -> datetime:
        return self._clock.now()

    def has_database(self) -> bool:
        return self._has_database

    def open_workspace(self, request: OpenRequest, progress: Progress) -> FakeWorkspace:
        self.requests.append(request)
        while not self.gate.wait(0.01):
            progress.check()
        if self.refusal is not None:
            raise self.refusal
        self.workspaces.append(FakeWorkspace(f"SQLite {len(self.workspaces) + 1}"))
        return self.workspaces[-1]

    def build_page(self, page_id: PageId, workspace: FakeWorkspace, context: WindowContext) -> Page:
        del workspace
        return FakePage(page_id, context)

    def watch_timer(
        self, workspace: FakeWorkspace, context: WindowContext, window: object, parent: object
    ) -> None:
        """Run no timer."""
