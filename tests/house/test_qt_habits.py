"""What the window must never do, and the fault of Qt's binding that the pinned range avoids."""

from __future__ import annotations

import ast
import sys

from PySide6.QtCore import QObject, Signal

from tests.house.source_tree import calls, python_files, relative

# The application runs the one event loop of the program.
MAY_RUN_A_LOOP = {"ui/application.py"}
LOST_REFERENCES_ALLOWED = 50
EMISSIONS = 1000


class _Bell(QObject):
    rung = Signal(int)  # how often it has rung


def _methods_called(path_names: tuple[str, ...], method: str) -> list[str]:
    return [
        f"{relative(path)}:{call.lineno}"
        for path in python_files(path_names)
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr == method
    ]


def test_no_dialog_runs_an_event_loop_of_its_own() -> None:
    loops = _methods_called(("ui",), "exec")
    assert [place for place in loops if place.split(":")[0] not in MAY_RUN_A_LOOP] == []


def test_nobody_turns_the_event_loop_by_hand() -> None:
    assert _methods_called(("app", "ui", "reports"), "processEvents") == []


def test_emitting_a_signal_keeps_the_references_to_true() -> None:
    bell = _Bell()
    heard: list[int] = []
    bell.rung.connect(heard.append)
    before = sys.getrefcount(True)
    for number in range(EMISSIONS):
        bell.rung.emit(number)
    lost = before - sys.getrefcount(True)
    assert len(heard) == EMISSIONS
    assert lost < LOST_REFERENCES_ALLOWED
