"""The guard of `tests/conftest.py` against windows that outlive their test does bite."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.house.source_tree import ROOT

LEAKING = """
from PySide6.QtWidgets import QWidget

KEPT = []

def test_leaves_a_window(qtbot):
    window = QWidget()
    window.setObjectName("forgotten")
    KEPT.append(window)

def test_next_one_is_clean(qtbot):
    pass
"""
TIDY = """
from PySide6.QtWidgets import QDialog, QWidget

def test_gives_its_window_to_qtbot(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QDialog(window).open()

def test_holds_a_window_in_a_cycle_only(qtbot):
    window = QWidget()
    window.itself = window
"""


def _run(folder: Path, source: str) -> str:
    file = folder / "test_inner.py"
    file.write_text(source, encoding="utf-8")
    options = ["-p", "tests.conftest", "-p", "no:randomly", "-p", "no:cacheprovider", "--no-cov"]
    config = ["-c", str(ROOT / "pyproject.toml"), f"--rootdir={folder}"]
    finished = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *config, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return finished.stdout + finished.stderr


def test_a_window_left_alive_fails_its_own_test_and_no_other(tmp_path: Path) -> None:
    output = _run(tmp_path, LEAKING)
    assert "windows left alive by this test: QWidget('forgotten')" in output
    assert "2 passed, 1 error" in output


def test_a_window_given_to_qtbot_or_dropped_passes(tmp_path: Path) -> None:
    output = _run(tmp_path, TIDY)
    assert "2 passed" in output
    assert "error" not in output
