"""An import says what came of it; stopped or failed, it loses nothing that was typed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock
from app.domain.errors import DataFailure
from app.services.importing import ImportingService
from main import Composition
from tests.ui.import_steps import (
    HEADER,
    PATIENCE_MS,
    ROWS,
    Gate,
    ask,
    choose,
    clock,
    do_import,
    fill,
    gate,
    log,
    mapping,
    notices,
    open_the_room,
    ready,
    room,
    running,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
    with_service,
)
from tests.ui.room import Room, open_windows, the_window
from ui.application import Workbench
from ui.composition import WindowContext, WindowOptions
from ui.dialogs.failure_details import FailureDetails
from ui.dialogs.import_log import ImportDialog
from ui.dialogs.welcome import WelcomeDialog, WelcomeWay
from ui.notices import Notice, NoticeKind
from ui.queue.page import QueuePage
from ui.workbench import WindowComposition

__all__ = [
    "clock",
    "gate",
    "log",
    "mapping",
    "notices",
    "open_the_room",
    "room",
    "running",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
]


def test_the_import_fills_the_queue_and_says_what_came_of_it(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ready(room, log, mapping)
    do_import(room, dialog)
    assert dialog.shows_outcome
    assert dialog.outcome.title == "2 chamados e 3 eventos importados de 3 linhas."
    assert "ficaram abertos: 2" in dialog.outcome.facts
    assert ("abriu o chamado", "2") in dialog.outcome.kinds.lines.rows
    assert len(room.shown) == 2
    room.click(dialog.import_button)
    assert open_windows(ImportDialog) == []


def test_a_second_import_says_that_nothing_is_new(room: Room, log: Path, mapping: Path) -> None:
    for _turn in range(2):
        dialog = ready(room, log, mapping)
        do_import(room, dialog)
        title, facts = dialog.outcome.title, dialog.outcome.facts
        shows_tables = dialog.outcome.tabs.isVisible()
        dialog.accept()
    assert title == "Nada de novo: tudo o que pôde ser lido já estava aqui."
    assert "já estavam aqui: 3" in facts
    assert not shows_tables
    assert len(room.shown) == 2


def test_an_import_as_it_stood_leaves_out_what_came_later(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ready(room, log, mapping)
    dialog.form.until_field.setText("02/03/2026 09:30")
    do_import(room, dialog)
    assert dialog.outcome.title == "1 chamado e 1 evento importados de 3 linhas."
    assert "posteriores ao instante pedido: 2" in dialog.outcome.facts


def test_lines_that_were_refused_stand_in_a_table_and_can_be_copied_and_kept(
    room: Room, log: Path, mapping: Path, tmp_path: Path, notices: list[Notice]
) -> None:
    log.write_text(HEADER + ROWS[0] + ROWS[1].replace("pegou", "caiu"))
    dialog = ready(room, log, mapping)
    do_import(room, dialog)
    outcome = dialog.outcome
    assert outcome.tabs.tabText(outcome.tabs.currentIndex()) == "Linhas recusadas (1)"
    ((line, reason),) = outcome.refused.lines.rows
    assert (line, "'caiu' não está em [activities]" in reason) == ("3", True)
    room.click(outcome.copy_button)
    assert QGuiApplication.clipboard().text() == f"linha\tmotivo\n3\t{reason}\n"
    kept = tmp_path / "recusadas.csv"
    outcome.choose_file()
    choose(kept)
    room.settle()
    assert kept.read_text(encoding="utf-8-sig") == f"linha;motivo\n3;{reason}\n"
    assert [notice.kind for notice in notices] == [NoticeKind.DONE, NoticeKind.DONE]


def test_refused_lines_that_cannot_be_saved_stay_on_screen_with_the_reason(
    room: Room, log: Path, mapping: Path, tmp_path: Path
) -> None:
    log.write_text(HEADER + ROWS[0].replace("abriu", "caiu"))
    dialog = ready(room, log, mapping)
    do_import(room, dialog)
    dialog.outcome._on_file_chosen(str(tmp_path / "nenhuma" / "recusadas.csv"))
    room.settle()
    assert "não foi possível gravar" in dialog.banner.text
    assert dialog.outcome.refused.lines.rows


def test_what_the_rules_would_have_refused_is_counted_with_examples(
    room: Room, log: Path, mapping: Path
) -> None:
    starts = [f"{n},02/03/2026 09:00,resolveu,Ana,A,Escola Aurora,x\n" for n in range(5)]
    log.write_text(HEADER + "".join(starts))
    dialog = ready(room, log, mapping)
    do_import(room, dialog)
    reason, times, examples = dialog.outcome.odd.lines.rows[0]
    assert (reason[:5], times) == ("TKT-2", "5")
    assert examples == "00000001, 00000002, 00000003 …"


def test_the_keyboard_alone_carries_an_import_from_the_field_to_the_queue(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ask(room)
    room.qtbot.waitUntil(dialog.isActiveWindow)
    room.type(str(log))
    room.key(Qt.Key.Key_Tab)
    room.key(Qt.Key.Key_Tab)
    room.key(Qt.Key.Key_Down)
    room.key(Qt.Key.Key_Tab)
    room.type(str(mapping))
    room.qtbot.waitUntil(dialog.import_button.isEnabled, timeout=PATIENCE_MS)
    room.key(Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: dialog.shows_outcome, timeout=PATIENCE_MS)
    room.settle()
    room.key(Qt.Key.Key_Return)
    assert open_windows(ImportDialog) == []
    assert len(room.shown) == 2


# ------------------------------------------------------------------ stopping and failing


class Broken(ImportingService):
    """An import that fails at once."""

    def __init__(self, importing: ImportingService, error: Exception) -> None:
        super().__init__(importing._desk)
        self.error = error

    def import_log(self, *_asked: object, **_options: object) -> NoReturn:
        raise self.error


def test_the_first_run_leads_from_the_welcome_to_the_import(
    qtbot: QtBot, context: WindowContext, clock: FixedClock
) -> None:
    composition = WindowComposition(Composition(), clock)
    workbench = Workbench(WindowOptions(), composition, context)
    workbench.start()
    the_window(qtbot, WelcomeDialog).button(WelcomeWay.IMPORT).click()
    dialog = the_window(qtbot, ImportDialog)
    assert isinstance(workbench.window.current_page, QueuePage)
    dialog.reject()
    workbench.window.close()
    workbench.close()
    workbench.deleteLater()


def gone(dialog: ImportDialog) -> Callable[[], bool]:
    heard: list[bool] = []
    dialog.destroyed.connect(lambda: heard.append(True))
    return lambda: bool(heard)


def test_while_it_runs_its_step_is_told_and_nothing_can_be_changed(
    room: Room, running: ImportDialog
) -> None:
    assert running.progress_text == "Gravando os chamados · 25 %"
    assert not running.form.isEnabled()
    assert not running.import_button.isEnabled()
    running.cancel_button.click()
    room.settle()


def test_a_stopped_import_keeps_what_was_typed_and_can_go_on(
    room: Room, running: ImportDialog, gate: Gate, log: Path
) -> None:
    running.cancel_button.click()
    room.settle()
    assert "o que já foi gravado está inteiro" in running.banner.text
    assert running.progress_text == ""
    assert running.form.log_path == log
    assert running.form.until_field.text() == "05/03/2026"
    gate.opened.set()
    do_import(room, running)
    assert running.shows_outcome
    assert running.banner.text == ""


def test_closing_a_running_import_stops_it_and_asks_nothing(
    room: Room, running: ImportDialog, notices: list[Notice]
) -> None:
    is_gone = gone(running)
    room.qtbot.keyClick(running, Qt.Key.Key_Escape)
    assert not running.isVisible()
    room.qtbot.waitUntil(is_gone)
    (notice,) = notices
    assert "o que já foi gravado está inteiro" in notice.text
    assert room.context.jobs.slow_job is None
    assert room.shown == []


def test_closing_an_import_at_its_very_end_says_that_it_ended(
    room: Room, running: ImportDialog, gate: Gate, notices: list[Notice]
) -> None:
    is_gone = gone(running)
    gate.is_deaf = True
    room.qtbot.wait(20)
    running.reject()
    gate.opened.set()
    room.qtbot.waitUntil(is_gone, timeout=PATIENCE_MS)
    room.settle()
    assert [notice.kind for notice in notices] == [NoticeKind.DONE]
    assert len(room.shown) == 2


def test_a_failed_import_says_why_and_keeps_what_was_typed(
    room: Room, log: Path, mapping: Path
) -> None:
    error = DataFailure("o disco está cheio; libere espaço e importe de novo")
    dialog = with_service(room, Broken(room.workspace.importing, error))
    fill(room, dialog, log, mapping)
    do_import(room, dialog)
    assert dialog.banner.text == error.sentence
    assert dialog.form.log_path == log
    assert dialog.import_button.isEnabled()
    dialog.reject()


def test_a_bug_in_an_import_is_written_down_and_its_details_can_be_read(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = with_service(room, Broken(room.workspace.importing, ValueError("secret")))
    fill(room, dialog, log, mapping)
    with room.qtbot.waitSignal(room.context.failures.shown):
        do_import(room, dialog)
    assert "Algo falhou no programa" in dialog.banner.text
    dialog.banner._details.click()
    (details,) = open_windows(FailureDetails)
    assert "ValueError" in details.text
    details.accept()
    dialog.reject()
