"""Before an import nothing is written, and what will be refused can be seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.clock import format_instant, from_epoch
from tests.ui.import_steps import (
    FIRST_CELL,
    HEADER,
    LEFT,
    MAPPING,
    MEANING,
    ROWS,
    ask,
    choose,
    clock,
    fill,
    gate,
    lines_of,
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
)
from tests.ui.room import Room, open_windows
from ui.dialogs.import_log import ImportDialog
from ui.dialogs.import_until import read_until

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
    assert [row[MEANING] for row in lines_of(dialog)] == [
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
    assert lines_of(dialog)[0][FIRST_CELL:][-1] == "x"


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
    assert lines_of(dialog)[1][MEANING] == "recusada"
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
    assert lines_of(ready(room, log, mapping))[1][MEANING] == "ignorada"


def test_a_file_without_a_column_of_the_mapping_is_refused_beside_its_field(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ask(room)
    log.write_text("a;b\n1;2\n")
    fill(room, dialog, log, mapping)
    assert "não tem a coluna “id”" in dialog.form.log_note.text()
    assert dialog.form.log_note.is_refusal
    assert not dialog.import_button.isEnabled()
    assert lines_of(dialog) == [["2", "–", "1", "2"]]


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
    assert lines_of(dialog)[0][MEANING] == "pendente com o cliente"


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
    dialog.form.until_field.setText("01/03/2026")
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
    dialog.form.until_field.setText(text)
    assert reason in dialog.form.until_note.text()
    assert not dialog.import_button.isEnabled()
    dialog.form.until_field.setText("")
    assert dialog.import_button.isEnabled()


# ------------------------------------------------------------------ files by hand


def test_log_and_mapping_can_be_chosen_in_a_file_dialog(
    room: Room, log: Path, mapping: Path
) -> None:
    dialog = ask(room)
    dialog.form.choose_log()
    choose(log)
    dialog.form.choose_mapping()
    (asked,) = open_windows(QFileDialog)
    assert Path(asked.directory().path()) == log.parent
    choose(mapping)
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
