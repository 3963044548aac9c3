"""A start without PySide6's import hook, a needless module, or a look for garbage."""

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


PUTS_OFF = """
import sys
from ui import lean_start
lean_start.begin()
import sqlalchemy
print("email.message" in sys.modules, "ssl" in sys.modules)
import importlib.metadata as plain
from importlib import metadata
print({plain.version("sqlalchemy"), metadata.version("sqlalchemy")} == {sqlalchemy.__version__})
import importlib.metadata
print(type(importlib.metadata).__name__, type(sys.modules["importlib.metadata"]).__name__)
import asyncio
async def told():
    return await asyncio.sleep(0, "run")
print(asyncio.iscoroutine(None), asyncio.run(told()), type(sys.modules["asyncio"]).__name__)
import asyncio.queues
print(asyncio.queues.Queue is asyncio.Queue)
"""


def test_what_is_put_off_is_there_once_it_is_asked_for() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PUTS_OFF], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.splitlines() == [
        "False False",
        "True",
        "module module",
        "False run module",
        "True",
    ]
