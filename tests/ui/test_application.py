from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes, Kind
from app.domain.clock import FixedClock
from app.domain.errors import DataFailure
from tests.ui.fakes import FakeComposition, FakePage, FakeWorkspace
from ui import application as application_module
from ui.actions import ActionId
from ui.application import Workbench, install_translator, run
from ui.composition import OpenKind, OpenRequest, WindowContext, WindowOptions
from ui.dialogs.welcome import WelcomeDialog, WelcomeWay
from ui.settings import Language
from ui.watch import DatabaseWatch

W = TypeVar("W", bound=QWidget)
Start = Callable[..., Workbench[FakeWorkspace]]
TICKET = Changes(frozenset({Kind.TICKET}), frozenset({7}))


@pytest.fixture
def composition(clock: FixedClock) -> FakeComposition:
    return FakeComposition(clock)


@pytest.fixture
def first_run(composition: FakeComposition) -> FakeComposition:
    composition._has_database = False
    return composition


@pytest.fixture
def start(context: WindowContext, composition: FakeComposition) -> Iterator[Start]:
    made: list[Workbench[FakeWorkspace]] = []

    def start(options: WindowOptions | None = None) -> Workbench[FakeWorkspace]:
        workbench = Workbench(options or WindowOptions(), composition, context)
        made.append(workbench)
        workbench.start()
        return workbench

    yield start
    for workbench in made:
        workbench.close()
        workbench.deleteLater()


def _page(workbench: Workbench[FakeWorkspace]) -> FakePage:
    page = workbench.window.current_page
    assert isinstance(page, FakePage)
    return page


def _is_open(workbench: Workbench[FakeWorkspace]) -> bool:
    return workbench.workspace is not None


def _welcome(qtbot: QtBot) -> WelcomeDialog:
    def find() -> list[WelcomeDialog]:
        windows = QApplication.topLevelWidgets()
        return [w for w in windows if isinstance(w, WelcomeDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(find()))
    return find()[0]


def test_the_window_is_painted_before_anything_is_opened(
    qtbot: QtBot, start: Start, composition: FakeComposition
) -> None:
    workbench = start()
    assert composition.requests == []
    qtbot.waitUntil(lambda: _is_open(workbench))
    assert workbench.window._was_painted
    assert composition.requests == [OpenRequest(OpenKind.CONFIGURED)]
    assert workbench.window.status_bar.database_text == "SQLite 1"
    assert _page(workbench).isVisible()


@pytest.mark.parametrize(
    ("options", "request_made"),
    [
        (WindowOptions(demo=True), OpenRequest(OpenKind.DEMO)),
        (
            WindowOptions(database_url="sqlite:///x.db"),
            OpenRequest(OpenKind.CONNECT, "sqlite:///x.db"),
        ),
    ],
)
def test_the_command_line_decides_what_is_opened(
    qtbot: QtBot,
    start: Start,
    composition: FakeComposition,
    context: WindowContext,
    options: WindowOptions,
    request_made: OpenRequest,
) -> None:
    workbench = start(options)
    qtbot.waitUntil(lambda: _is_open(workbench))
    assert composition.requests == [request_made]
    assert context.settings.load().database_url is None


@pytest.mark.parametrize(
    ("key", "kind"), [(Qt.Key.Key_D, OpenKind.DEMO), (Qt.Key.Key_N, OpenKind.NEW)]
)
def test_the_first_run_asks_where_to_begin(
    qtbot: QtBot, start: Start, first_run: FakeComposition, key: Qt.Key, kind: OpenKind
) -> None:
    workbench = start()
    dialog = _welcome(qtbot)
    assert first_run.requests == []
    assert dialog.button(WelcomeWay.DEMO).hasFocus()
    qtbot.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: _is_open(workbench))
    assert first_run.requests == [OpenRequest(kind)]


def test_import_makes_a_database_and_begins_the_import(
    qtbot: QtBot, start: Start, first_run: FakeComposition
) -> None:
    workbench = start()
    dialog = _welcome(qtbot)
    qtbot.mouseClick(dialog.button(WelcomeWay.IMPORT), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _is_open(workbench))
    assert first_run.requests == [OpenRequest(OpenKind.NEW)]
    assert _page(workbench).done == [ActionId.IMPORT_LOG]


def test_connecting_needs_an_address_and_remembers_it(
    qtbot: QtBot, start: Start, first_run: FakeComposition, context: WindowContext
) -> None:
    workbench = start()
    dialog = _welcome(qtbot)
    qtbot.mouseClick(dialog.button(WelcomeWay.CONNECT), Qt.MouseButton.LeftButton)
    assert dialog.address.isVisible()
    qtbot.keyClicks(dialog.address, "http://x")
    qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
    assert "postgresql://" in dialog.refusal
    assert dialog.isVisible()
    dialog.address.clear()
    qtbot.keyClicks(dialog.address, " postgresql://ana@desk/bancada ")
    qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _is_open(workbench))
    assert first_run.requests == [OpenRequest(OpenKind.CONNECT, "postgresql://ana@desk/bancada")]
    assert context.settings.load().database_url == "postgresql://ana@desk/bancada"


@pytest.mark.usefixtures("first_run")
def test_closing_the_welcome_leaves_a_window_that_offers_it_again(
    qtbot: QtBot, start: Start
) -> None:
    workbench = start()
    qtbot.keyClick(_welcome(qtbot), Qt.Key.Key_Escape)
    button = workbench.window._vacancy.button
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert _welcome(qtbot).isVisible()


def test_a_database_that_does_not_open_says_why_and_can_be_tried_again(
    qtbot: QtBot, start: Start, composition: FakeComposition
) -> None:
    composition.refusal = DataFailure("O arquivo está em uso; feche o outro programa.")
    workbench = start()
    qtbot.waitUntil(lambda: "em uso" in workbench.window.banner.text)
    assert workbench.window.status_bar.database_text == "sem banco de dados"
    composition.refusal = None
    qtbot.mouseClick(workbench.window._vacancy.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _is_open(workbench))
    assert workbench.window.banner.text == ""
    assert composition.requests == [OpenRequest(OpenKind.CONFIGURED)] * 2


def test_opening_can_be_cancelled(qtbot: QtBot, start: Start, composition: FakeComposition) -> None:
    composition.gate.clear()
    workbench = start()
    qtbot.waitUntil(workbench.window.status_bar.cancel_button.isVisible)
    assert workbench.window.status_bar.database_text == "abrindo o banco de dados…"
    workbench.window.trigger(ActionId.CANCEL_JOB)
    qtbot.waitUntil(workbench.window._vacancy.button.isVisible)
    assert workbench.window.banner.text == ""
    assert workbench.workspace is None


def test_another_database_takes_the_place_of_the_first(
    qtbot: QtBot, start: Start, composition: FakeComposition
) -> None:
    workbench = start()
    qtbot.waitUntil(lambda: _is_open(workbench))
    first = _page(workbench)
    workbench.open(OpenRequest(OpenKind.NEW))
    assert workbench.window.current_page is None
    qtbot.waitUntil(lambda: _is_open(workbench))
    assert composition.workspaces[0].is_closed
    assert not composition.workspaces[1].is_closed
    assert workbench.window.status_bar.database_text == "SQLite 2"
    assert _page(workbench) is not first


def test_changes_of_other_desks_reach_the_page(
    qtbot: QtBot, start: Start, composition: FakeComposition
) -> None:
    workbench = start()
    qtbot.waitUntil(lambda: _is_open(workbench))
    composition.workspaces[0].foreign.append(TICKET)
    assert workbench._watch is not None
    workbench._watch.look()
    qtbot.waitUntil(lambda: _page(workbench).refreshed == [TICKET])


def test_a_lost_database_is_told_once_and_found_again(
    qtbot: QtBot, start: Start, composition: FakeComposition
) -> None:
    workbench = start()
    qtbot.waitUntil(lambda: _is_open(workbench))
    watch = workbench._watch
    assert watch is not None
    lost: list[Exception] = []
    watch.lost.connect(lost.append)
    trouble = DataFailure("O servidor não responde.")
    composition.workspaces[0].foreign += [trouble, trouble]
    status = workbench.window.status_bar
    watch.look()
    qtbot.waitUntil(lambda: status.database_text == "SQLite 1: sem conexão")
    watch.look()
    qtbot.waitUntil(lambda: composition.workspaces[0].foreign == [])
    watch.look()
    qtbot.waitUntil(lambda: not watch._is_looking)
    watch.look()
    qtbot.waitUntil(lambda: status.database_text == "SQLite 1")
    assert lost == [trouble]


def test_one_look_at_a_time(qtbot: QtBot, context: WindowContext) -> None:
    watch = DatabaseWatch(FakeWorkspace(), context.jobs, context.bus)
    watch.look()
    watch.look()
    assert len(context.jobs._live) == 1
    qtbot.waitUntil(lambda: not watch._is_looking)
    watch.stop()
    watch.deleteLater()


def test_tickets_take_their_own_steps_once_a_minute_and_go_on_while_more_are_due(
    qtbot: QtBot, context: WindowContext
) -> None:
    workspace = FakeWorkspace()
    workspace.steps_due = 3
    watch = DatabaseWatch(workspace, context.jobs, context.bus)
    taken = []
    for _look in range(40):
        watch.look()
        qtbot.waitUntil(lambda: not watch._is_looking)
        taken.append(workspace.steps_taken)
    assert taken[:4] == [1, 2, 3, 3]
    assert taken[2 + 29] == 3
    assert taken[2 + 30] == 4
    watch.stop()
    watch.deleteLater()


def test_leaving_closes_the_database(
    qtbot: QtBot, start: Start, composition: FakeComposition
) -> None:
    workbench = start()
    qtbot.waitUntil(lambda: _is_open(workbench))
    workbench.close()
    assert composition.workspaces[0].is_closed


def test_the_screens_speak_english_when_asked_to(
    qtbot: QtBot, qapp: QApplication, context: WindowContext, start: Start
) -> None:
    translator = install_translator(qapp, Language.ENGLISH)
    try:
        workbench = start()
        qtbot.waitUntil(lambda: _is_open(workbench))
        assert workbench.window.windowTitle() == "Queue · Bancada"
        workbench.window.trigger(ActionId.COMMAND_PALETTE)
        assert "Refresh the queue" in workbench.window.palette_dialog.texts
        workbench.window.palette_dialog.reject()
    finally:
        qapp.removeTranslator(translator)
    assert not translator.isEmpty()


def test_run_opens_the_window_and_returns_when_it_closes(
    qtbot: QtBot, qapp: QApplication, composition: FakeComposition, monkeypatch: pytest.MonkeyPatch
) -> None:
    interval = sys.getswitchinterval()
    made: list[Workbench[FakeWorkspace]] = []

    class Seen(Workbench[FakeWorkspace]):
        def start(self) -> None:
            made.append(self)
            super().start()

    def loop() -> int:
        qtbot.waitUntil(lambda: _is_open(made[0]))
        made[0].window.close()
        return 0

    monkeypatch.setattr(application_module, "Workbench", Seen)
    monkeypatch.setattr(application_module, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(QCoreApplication, "exec", lambda *_: loop(), raising=False)
    monkeypatch.setattr(QApplication, "exec", lambda *_: loop(), raising=False)
    try:
        assert run(WindowOptions(demo=True), composition) == 0
    finally:
        sys.setswitchinterval(interval)
        made[0].deleteLater()
    assert composition.workspaces[0].is_closed
