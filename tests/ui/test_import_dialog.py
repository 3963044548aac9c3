"""Importing from the window: nothing is written unseen, and nothing that was typed is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.clock import format_instant, from_epoch
from app.domain.errors import DataFailure
from app.services.importing import ImportingService, ImportSummary, Report
from app.services.log_mapping import LogMapping
from tests.ui.room import Room, RoomOpener, open_windows
from tests.ui.room_fixtures import (
    clock,
    open_the_room,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
)
from ui.actions import ActionId
from ui.dialogs.failure_details import FailureDetails
from ui.dialogs.import_log import ImportDialog
from ui.dialogs.import_until import read_until
from ui.notices import Notice, NoticeKind

__all__ = [
    "clock",
    "open_the_room",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
]

D = TypeVar("D", bound=QDialog)
LEFT = Qt.MouseButton.LeftButton
PATIENCE_MS = 10_000
MEANING, FIRST_CELL = 1, 2
HEADER = "id,quando,ato,quem,grau,casa,sobra\n"
ROWS = (
    "1,02/03/2026 09:00,abriu,Ana,A,Escola Aurora,x\n",
    "1,02/03/2026 10:00,pegou,Ana,A,Escola Aurora,x\n",
    "2,03/03/2026 09:00,abriu,Beto,B,Escola Boreal,x\n",
)
MAPPING = """
ticket = "id"
time = "quando"
time_format = "%d/%m/%Y %H:%M"
activity = "ato"
analyst = "quem"
severity = "grau"
client = "casa"
team = "suporte-tecnico"
[activities]
abriu = "opened"
pegou = "assigned"
resolveu = "solution"
[severities]
A = "high"
B = "low"
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    path = tmp_path / "registro.csv"
    path.write_text(HEADER + "".join(ROWS), encoding="utf-8")
    return path


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "mapa.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


@pytest.fixture
def room(open_the_room: RoomOpener) -> Room:
    return open_the_room()


@pytest.fixture
def notices(room: Room) -> list[Notice]:
    posted: list[Notice] = []
    room.context.notices.posted.connect(posted.append)
    return posted


def ask(room: Room) -> ImportDialog:
    """Ask for the import as a person does, by its key's action."""
    assert room.window.trigger(ActionId.IMPORT_LOG)
    (dialog,) = open_windows(ImportDialog)
    room.settle()
    return dialog


def fill(room: Room, dialog: ImportDialog, log: Path, mapping: Path) -> None:
    dialog.form.show_mapping(mapping)
    dialog.form.show_log(log)
    room.settle()


def ready(room: Room, log: Path, mapping: Path) -> ImportDialog:
    dialog = ask(room)
    fill(room, dialog, log, mapping)
    assert dialog.import_button.isEnabled()
    return dialog


def do_import(room: Room, dialog: ImportDialog) -> None:
    room.click(dialog.import_button)
    room.qtbot.waitUntil(lambda: not dialog.is_importing, timeout=PATIENCE_MS)
    room.settle()


def lines(dialog: ImportDialog) -> list[list[str]]:
    return [list(row) for row in dialog.preview.table.lines.rows]


def type_until(dialog: ImportDialog, text: str) -> None:
    dialog.form.until_field.setText(text)


# ------------------------------------------------------------------ looking


def test_before_a_file_is_named_nothing_can_be_imported(room: Room) -> None:
    dialog = ask(room)
    assert not dialog.import_button.isEnabled()
    assert dialog.form.log_field.hasFocus()
    assert not dialog.preview.table.isVisible()


def test_the_first_lines_say_what_each_will_be_and_which_part_each_column_plays(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ready(room, log, mapping)
    assert dialog.preview.table.isVisible()
    headings = dialog.preview.table.lines.headings
    assert headings[FIRST_CELL] == "id\n→ chamado"
    assert headings[-1] == "sobra\n"
    assert [row[MEANING] for row in lines(dialog)] == [
        "abriu o chamado",
        "assumiu o atendimento",
        "abriu o chamado",
    ]


def test_columns_that_play_a_part_stand_before_those_that_do_not(
    room: Room, log: Path, mapping: Path
) -> None:
    log.write_text("sobra,id,quando,ato,quem,grau,casa\nx," + ROWS[0][:-3] + "\n")
    dialog = ready(room, log, mapping)
    assert [text.partition("\n")[0] for text in dialog.preview.table.lines.headings[2:]] == [
        "id", "quando", "ato", "quem", "grau", "casa", "sobra",
    ]  # fmt: skip
    assert lines(dialog)[0][FIRST_CELL:][-1] == "x"


def test_a_value_nobody_explained_wears_a_sign_and_its_reason_can_be_read_without_a_mouse(
    room: Room, log: Path, mapping: Path
) -> None:
    log.write_text(HEADER + ROWS[0] + ROWS[0].replace("abriu", "<b>caiu</b>"))
    dialog = ready(room, log, mapping)
    table = dialog.preview.table
    cell = table.model().index(1, FIRST_CELL + 2)
    assert not table.model().index(0, FIRST_CELL + 2).data(Qt.ItemDataRole.DecorationRole)
    assert cell.data(Qt.ItemDataRole.DecorationRole) is not None
    assert cell.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert "&lt;b&gt;" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "[activities]" in cell.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert lines(dialog)[1][MEANING] == "recusada"
    assert "<b>caiu</b>" in dialog.preview.verdict
    assert dialog.preview.reason == ""
    table.setFocus()
    room.qtbot.keyClick(table, Qt.Key.Key_Down)
    assert "não está em [activities]" in dialog.preview.reason


def test_of_many_unknown_values_a_few_are_named_and_the_rest_counted(
    room: Room, log: Path, mapping: Path
) -> None:
    log.write_text(HEADER + "".join(ROWS[0].replace("abriu", f"ato{n}") for n in range(5)))
    dialog = ready(room, log, mapping)
    assert "“ato2”" in dialog.preview.verdict
    assert "“ato3”" not in dialog.preview.verdict
    assert "2" in dialog.preview.verdict.partition("e mais")[2]


def test_an_ignored_line_says_so(room: Room, log: Path, mapping: Path) -> None:
    mapping.write_text(MAPPING.replace('"assigned"', '"ignore"'))
    assert lines(ready(room, log, mapping))[1][MEANING] == "ignorada"


def test_a_file_without_a_column_of_the_mapping_is_refused_beside_its_field(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ask(room)
    log.write_text("a;b\n1;2\n")
    fill(room, dialog, log, mapping)
    assert "não tem a coluna “id”" in dialog.form.log_note.text()
    assert dialog.form.log_note.is_refusal
    assert not dialog.import_button.isEnabled()
    assert lines(dialog) == [["2", "–", "1", "2"]]


def test_a_file_that_is_not_there_is_refused_beside_its_field(room: Room, tmp_path: Path) -> None:
    dialog = ask(room)
    dialog.form.log_field.setText(str(tmp_path / "nenhum.csv"))
    room.qtbot.waitUntil(lambda: dialog.form.log_note.is_refusal)
    assert dialog.form.log_note.text().startswith("Não foi possível ler")
    assert dialog.form.log_field.accessibleDescription() == dialog.form.log_note.text()
    assert not dialog.import_button.isEnabled()


def test_a_wrong_mapping_is_refused_beside_its_field_until_it_is_mended(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ask(room)
    mapping.write_text(MAPPING.replace('"opened"', '"aberto"'))
    fill(room, dialog, log, mapping)
    assert "evento desconhecido 'aberto'" in dialog.form.mapping_note.text()
    assert not dialog.import_button.isEnabled()
    mapping.write_text(MAPPING)
    dialog.form.show_mapping(mapping)
    room.settle()
    assert not dialog.form.mapping_note.is_refusal
    assert dialog.import_button.isEnabled()


def test_without_a_file_for_the_mapping_nothing_can_be_imported(room: Room, log: Path) -> None:
    dialog = ask(room)
    dialog.form.show_log(log)
    dialog.form.mapping_choice.setCurrentIndex(1)
    room.settle()
    assert dialog.form.mapping_field.isVisible()
    assert not dialog.import_button.isEnabled()


def test_the_mapping_of_the_public_log_is_there_from_the_start(room: Room, log: Path) -> None:
    dialog = ask(room)
    assert not dialog.form.mapping_field.isVisible()
    log.write_text(
        "Case ID,Activity,Resource,Complete Timestamp,seriousness_2,customer,product\n"
        "1,Wait,Ana,2012/10/09 14:50:17.000,Value 1,Escola Aurora,Boletim\n"
    )
    dialog.form.show_log(log)
    room.settle()
    assert lines(dialog)[0][MEANING] == "pendente com o cliente"


# ------------------------------------------------------------------ up to when


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("1/3/2026", "2026-03-02T02:59:59Z"),
        ("01/03/2026 14:30", "2026-03-01T17:30:00Z"),
        (" 01/03/2026  14:30:07 ", "2026-03-01T17:30:07Z"),
        ("2013-03-01T00:00:00-03:00", "2013-03-01T03:00:00Z"),
    ],
)
def test_an_instant_is_read_as_brasilia_writes_it(text: str, instant: str) -> None:
    until = read_until(text)
    assert until is not None
    assert format_instant(from_epoch(until)) == instant


def test_no_instant_means_the_whole_log(room: Room, log: Path, mapping: Path) -> None:
    assert read_until("  ") is None
    assert ready(room, log, mapping).form.until_note.text() == ""


def test_a_day_alone_is_understood_as_the_whole_day_and_says_so(room: Room) -> None:
    dialog = ask(room)
    type_until(dialog, "01/03/2026")
    assert "01/03/2026 23:59:59" in dialog.form.until_note.text()
    assert not dialog.form.until_note.is_refusal


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("amanhã", "01/03/2013 14:00"),
        ("31/02/2026", "não existe no calendário"),
        ("21/10/2012 00:30", "CAL-6"),
    ],
)
def test_a_text_that_says_no_instant_is_refused_beside_its_field(
    room: Room, log: Path, mapping: Path, text: str, reason: str
) -> None:
    dialog = ready(room, log, mapping)
    type_until(dialog, text)
    assert reason in dialog.form.until_note.text()
    assert not dialog.import_button.isEnabled()
    type_until(dialog, "")
    assert dialog.import_button.isEnabled()


# ------------------------------------------------------------------ importing


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
    type_until(dialog, "02/03/2026 09:30")
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
    choose(room.qtbot, kept)
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


class Gate(ImportingService):
    """An import that writes its first ticket and then waits to be stopped, or let go."""

    def __init__(self, importing: ImportingService) -> None:
        super().__init__(importing._desk)
        self.is_open = False
        self.reports = 0

    def import_log(
        self, path: Path, mapping: LogMapping, *, until: int | None, report: Report
    ) -> ImportSummary:
        while not self.is_open:
            report("write", 1, 4)
            self.reports += 1
            time.sleep(0.002)
        return super().import_log(path, mapping, until=until, report=lambda *_step: None)


class Broken(ImportingService):
    """An import that fails at once."""

    def __init__(self, importing: ImportingService, error: Exception) -> None:
        super().__init__(importing._desk)
        self.error = error

    def import_log(
        self, path: Path, mapping: LogMapping, *, until: int | None, report: Report
    ) -> NoReturn:
        raise self.error


def with_service(room: Room, importing: ImportingService) -> ImportDialog:
    dialog = ImportDialog(importing, room.context, room.page)
    dialog.open()
    room.settle()
    return dialog


@pytest.fixture
def gate(room: Room) -> Gate:
    return Gate(room.workspace.importing)


@pytest.fixture
def running(room: Room, gate: Gate, log: Path, mapping: Path) -> ImportDialog:
    dialog = with_service(room, gate)
    fill(room, dialog, log, mapping)
    type_until(dialog, "05/03/2026")
    room.qtbot.mouseClick(dialog.import_button, LEFT)
    room.qtbot.waitUntil(lambda: "25 %" in dialog.progress_text)
    return dialog


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
    gate.is_open = True
    do_import(room, running)
    assert running.shows_outcome
    assert running.banner.text == ""


def test_closing_a_running_import_stops_it_and_asks_nothing(
    room: Room, running: ImportDialog, gate: Gate, notices: list[Notice]
) -> None:
    is_gone = gone(running)
    room.qtbot.keyClick(running, Qt.Key.Key_Escape)
    assert not running.isVisible()
    room.qtbot.waitUntil(is_gone)
    (notice,) = notices
    assert "o que já foi gravado está inteiro" in notice.text
    told = gate.reports
    room.settle()
    assert gate.reports == told


def test_closing_an_import_at_its_very_end_says_that_it_ended(
    room: Room, running: ImportDialog, gate: Gate, notices: list[Notice]
) -> None:
    is_gone = gone(running)
    running._running.progress._stop.clear = lambda: None  # type: ignore[union-attr, method-assign]
    gate.is_open = True
    room.qtbot.waitUntil(lambda: room.context.jobs.slow_job is None)
    running.hide()
    room.qtbot.waitUntil(lambda: not running.is_importing, timeout=PATIENCE_MS)
    room.qtbot.waitUntil(is_gone)
    assert [notice.kind for notice in notices] == [NoticeKind.DONE]


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


# ------------------------------------------------------------------ files by hand


def choose(qtbot: QtBot, path: Path) -> None:
    """Choose a file in the open file dialog."""
    (dialog,) = [d for d in open_windows(QFileDialog)]
    dialog.fileSelected.emit(str(path))
    dialog.close()
    QApplication.sendPostedEvents()


def test_log_and_mapping_can_be_chosen_in_a_file_dialog(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ask(room)
    dialog.form.choose_log()
    choose(room.qtbot, log)
    dialog.form.choose_mapping()
    (asked,) = open_windows(QFileDialog)
    assert Path(asked.directory().path()) == log.parent
    choose(room.qtbot, mapping)
    room.settle()
    assert dialog.form.has_own_mapping
    assert dialog.import_button.isEnabled()


def drop(dialog: ImportDialog, *urls: str) -> bool:
    """Drag files over the dialog and let them go; tell whether they were taken."""
    goods = QMimeData()
    goods.setUrls([QUrl(url) for url in urls])
    manners = (Qt.DropAction.CopyAction, goods, LEFT, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), *manners)
    entering.ignore()
    QApplication.sendEvent(dialog, entering)
    if entering.isAccepted():
        QApplication.sendEvent(dialog, QDropEvent(QPointF(9, 9), *manners))
    return entering.isAccepted()


def test_files_dropped_on_the_dialog_find_their_fields(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ask(room)
    assert drop(dialog, log.as_uri())
    assert drop(dialog, mapping.as_uri())
    room.settle()
    assert dialog.form.log_path == log
    assert dialog.form.mapping_path == mapping
    assert dialog.import_button.isEnabled()


def test_what_is_no_file_of_this_computer_cannot_be_dropped(room: Room, log: Path) -> None:
    dialog = ask(room)
    assert not drop(dialog, "https://example.org/registro.csv")
    assert not drop(dialog, log.as_uri(), log.as_uri())
    assert dialog.form.log_path is None


def test_nothing_can_be_dropped_on_a_running_import(
    room: Room, running: ImportDialog, tmp_path: Path
) -> None:
    assert not drop(running, (tmp_path / "outro.csv").as_uri())
    running.cancel_button.click()
    room.settle()
