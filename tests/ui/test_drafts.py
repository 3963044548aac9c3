"""What was typed survives Esc and a crash, and goes once it was done."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.draft_keeper import DraftKeeper
from ui.drafts import Drafts

KEY = "mesa note 00000001"


@pytest.fixture
def drafts(tmp_path: Path) -> Drafts:
    return Drafts(tmp_path / "state" / "drafts.json")


def open_dialog(qtbot: QtBot, drafts: Drafts) -> tuple[QDialog, dict[str, QWidget], DraftKeeper]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    choice = QComboBox(dialog)
    choice.addItems(["interno", "público"])
    boxes: dict[str, QWidget] = {
        "line": QLineEdit("pronto", dialog),
        "text": QPlainTextEdit(dialog),
        "choice": choice,
        "tick": QCheckBox(dialog),
    }
    keeper = DraftKeeper(drafts, KEY, boxes, dialog)
    dialog.open()
    return dialog, boxes, keeper


def type_into(boxes: dict[str, QWidget]) -> None:
    line, text, choice, tick = boxes.values()
    assert isinstance(line, QLineEdit)
    assert isinstance(text, QPlainTextEdit)
    assert isinstance(choice, QComboBox)
    assert isinstance(tick, QCheckBox)
    line.setText("ligação")
    text.setPlainText("duas\nlinhas")
    choice.setCurrentIndex(1)
    tick.setChecked(True)


TYPED = {"line": "ligação", "text": "duas\nlinhas", "choice": "público", "tick": "x"}


def test_what_was_typed_comes_back_after_esc(qtbot: QtBot, drafts: Drafts) -> None:
    dialog, boxes, keeper = open_dialog(qtbot, drafts)
    assert not keeper.restored
    type_into(boxes)
    dialog.reject()
    assert drafts.of(KEY) == TYPED
    again, boxes, keeper = open_dialog(qtbot, drafts)
    assert keeper.restored
    assert keeper._typed() == TYPED
    again.accept()
    assert drafts.of(KEY) == {}


def test_a_crash_loses_less_than_half_a_second_of_typing(qtbot: QtBot, drafts: Drafts) -> None:
    _dialog, boxes, _keeper = open_dialog(qtbot, drafts)
    type_into(boxes)
    qtbot.waitUntil(lambda: drafts.of(KEY) == TYPED, timeout=2000)


def test_what_was_only_looked_at_is_no_draft(qtbot: QtBot, drafts: Drafts) -> None:
    dialog, boxes, _keeper = open_dialog(qtbot, drafts)
    type_into(boxes)
    line, text, choice, tick = boxes.values()
    assert isinstance(line, QLineEdit)
    assert isinstance(text, QPlainTextEdit)
    assert isinstance(choice, QComboBox)
    assert isinstance(tick, QCheckBox)
    line.setText("pronto")
    text.clear()
    choice.setCurrentIndex(0)
    tick.setChecked(False)
    dialog.reject()
    assert drafts.of(KEY) == {}


def test_drafts_are_read_by_their_person_alone(drafts: Drafts) -> None:
    drafts.keep(KEY, {"text": "confidencial"})
    drafts.keep("outro", {"text": "x"})
    assert stat.S_IMODE(drafts._path.stat().st_mode) == 0o600
    drafts.drop("outro")
    drafts.drop("nenhum")
    assert drafts.of(KEY) == {"text": "confidencial"}


@pytest.mark.parametrize("content", ["", "{", "[]", "\xff"])
def test_a_broken_file_is_begun_anew(drafts: Drafts, content: str) -> None:
    drafts._path.parent.mkdir()
    drafts._path.write_bytes(content.encode("latin-1"))
    assert drafts.of(KEY) == {}
    drafts.keep(KEY, {"text": "novo"})
    assert drafts.of(KEY) == {"text": "novo"}


def test_a_full_disk_takes_the_draft_and_nothing_else(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_what: object, **_how: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    drafts.keep(KEY, {"text": "x"})
    assert drafts.of(KEY) == {}


def test_a_field_that_a_new_version_lacks_is_left_out(qtbot: QtBot, drafts: Drafts) -> None:
    drafts.keep(KEY, {"gone": "x", "line": "de volta"})
    _dialog, _boxes, keeper = open_dialog(qtbot, drafts)
    assert keeper.restored
    assert keeper._typed()["line"] == "de volta"
