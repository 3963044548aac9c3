"""A start without PySide6's import hook and without looking for garbage (ui/lean_start.py)."""

from __future__ import annotations

import subprocess
import sys

STARTS = """
import gc, PySide6.QtCore
from ui import lean_start
hooked = __builtins__.__import__
lean_start.begin()
import ui.texts
print(hooked is not __builtins__.__import__, gc.isenabled())
lean_start.settle()
print(gc.isenabled(), gc.get_freeze_count() > 1000)
"""


def test_a_start_imports_plainly_and_looks_for_garbage_only_when_it_has_settled() -> None:
    done = subprocess.run(
        [sys.executable, "-c", STARTS], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == ["True", "False", "True", "True"]
