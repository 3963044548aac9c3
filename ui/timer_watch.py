"""The timer in the status bar: kept alive, stopped and switched by one key, asked about (CON-4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from ui.actions import ActionId
from ui.format import clock_span
from ui.jobs import Lane
from ui.override import override

if TYPE_CHECKING:
    from app.domain.timer import Silence
    from app.services.timer import TimerState
    from app.services.workspace import Workspace
    from ui.composition import WindowContext
    from ui.dialogs.timer_question import TimerQuestion
    from ui.main_window import MainWindow

_TICKS_BEFORE_FIRST = 3
IDLE_SECONDS = 600
"""After so long without a key or a click of the person the window asks (screens, Consultoria)."""
_INPUT = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
)


class TimerWatch(QObject):
    """Shows what runs for who sits here, and gives its signs of life.

    Idle is told by the input this program hears: what happens in other windows it does not know.
    """

    def __init__(
        self,
        workspace: Workspace,
        context: WindowContext,
        window: MainWindow,
        parent: QObject,
    ) -> None:
        """Listen to the keys of the frame; what runs is asked once the window is at rest."""
        super().__init__(parent)
        self._workspace = workspace
        self._context = context
        self._window = window
        self._state: TimerState | None = None
        self._seen_at = self._heard_at = to_epoch(context.clock.now())
        self._is_asking_service = False
        self._ticks_left = _TICKS_BEFORE_FIRST
        self.dialog: TimerQuestion | None = None
        make = context.actions.make
        self._toggle = make(ActionId.TIMER, self.toggle, window)
        self._stop = make(ActionId.TIMER_STOP, self.stop, window)
        window.status_bar.timer_button.clicked.connect(self._stop.trigger)
        context.ticker.ticked.connect(self._on_ticked)
        context.bus.changed.connect(self._on_changed)

    @property
    def state(self) -> TimerState | None:
        """What is known to run."""
        return self._state

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note that the person is there; nothing is taken away."""
        if event.type() in _INPUT:
            self._heard_at = to_epoch(self._context.clock.now())
        return False

    def look(self) -> None:
        """Ask what runs now."""
        self._submit(partial(_state, self._workspace), Lane.READ)

    def toggle(self) -> None:
        """Start on the ticket chosen, switch to it, or stop where it runs on it already."""
        page = self._window.current_page
        chosen = None if page is None else page.ticket_for_timer()
        running = None if self._state is None else self._state.timer
        if running is not None and chosen in (None, running.ticket):
            self.stop()
        elif chosen is None:
            self._context.notices.info(self.tr("Escolha um chamado para iniciar o cronômetro"))
        else:
            typed = {"ticket": f"{chosen:08d}"}
            self._act(partial(_start, self._workspace, typed))

    def stop(self) -> None:
        """Stop what runs; its time is kept."""
        if self._state is not None and self._state.timer is not None:
            self._act(partial(_stop, self._workspace))

    def answer(self, silence: Silence, since: int | None) -> None:
        """Say what a silence was."""
        self._heard_at = to_epoch(self._context.clock.now())
        self._act(partial(_answer, self._workspace, silence, since))

    def _act(self, act: Callable[[], TimerState]) -> None:
        self._context.jobs.submit(act, self._on_done, owner=self, title=self.tr("Cronômetro"))

    def _submit(self, act: Callable[[], TimerState], lane: Lane) -> None:
        if not self._is_asking_service:
            self._is_asking_service = True
            self._context.jobs.submit(act, self._on_state, self._on_failed, owner=self, lane=lane)

    def _on_done(self, state: TimerState) -> None:
        self._show(state)
        self._context.bus.publish(state.changes | Changes(frozenset({Kind.TICKET}), None))
        entry = state.entry
        if entry is not None:
            said = self.tr("{time} apontados no chamado {number}")
            self._context.notices.done(
                said.format(time=clock_span(entry.span.seconds), number=f"{entry.ticket:08d}")
            )

    def _on_state(self, state: TimerState) -> None:
        self._is_asking_service = False
        self._show(state)

    def _on_failed(self, _error: Exception) -> None:
        self._is_asking_service = False  # the watch of the database says what is wrong

    def _show(self, state: TimerState) -> None:
        self._state = state
        self._seen_at = to_epoch(self._context.clock.now())
        self._paint()
        if state.question is not None:
            self._ask(state, state.question.end, is_idle=False)

    def _paint(self) -> None:
        timer = None if self._state is None else self._state.timer
        self._stop.setEnabled(timer is not None)
        if timer is None:
            self._window.status_bar.set_timer("")
            return
        spent = clock_span(timer.seconds(to_epoch(self._context.clock.now())))
        said = self.tr("⏱ {time} chamado {number}")
        self._window.status_bar.set_timer(said.format(time=spent, number=f"{timer.ticket:08d}"))

    def _on_ticked(self, now: datetime) -> None:
        if self._ticks_left:
            self._ticks_left -= 1
            if not self._ticks_left:
                self.look()
            return
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)  # a dialog has a window of its own
        if self._state is None or self._state.timer is None:
            return
        from app.domain.timer import HEARTBEAT_SECONDS  # no start waits for it

        self._paint()
        instant = to_epoch(now)
        if self._state.question is None and instant - self._heard_at >= IDLE_SECONDS:
            self._ask(self._state, self._heard_at, is_idle=True)
        elif instant - self._seen_at >= HEARTBEAT_SECONDS or instant < self._seen_at:
            self._submit(partial(_heartbeat, self._workspace), Lane.WRITE)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.TIME) or changes.touches(Kind.SETTING):
            self.look()

    def _ask(self, state: TimerState, since: int, *, is_idle: bool) -> None:
        if self.dialog is not None or state.timer is None:
            return
        from ui.dialogs.timer_question import TimerQuestion

        now = to_epoch(self._context.clock.now())
        dialog = TimerQuestion(state.timer, since, now, self._window)
        told_since = since if is_idle else None
        dialog.answered.connect(lambda silence: self.answer(silence, told_since))
        dialog.destroyed.connect(self._on_dialog_gone)
        self.dialog = dialog
        dialog.open()

    def _on_dialog_gone(self) -> None:
        self.dialog = None


# The service is imported by the lane that asks it, not by the window.


def _state(workspace: Workspace) -> TimerState:
    return workspace.timer.state()


def _heartbeat(workspace: Workspace) -> TimerState:
    return workspace.timer.heartbeat()


def _start(workspace: Workspace, typed: Mapping[str, str]) -> TimerState:
    return workspace.timer.start(typed)


def _stop(workspace: Workspace) -> TimerState:
    return workspace.timer.stop()


def _answer(workspace: Workspace, silence: Silence, since: int | None) -> TimerState:
    return workspace.timer.answer(silence, since)
