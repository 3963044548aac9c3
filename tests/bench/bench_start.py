"""How soon the window stands, against a bare window of PySide6, and how soon it has its data.

Every start is a process of its own, timed from the moment it is asked for. Medians of several
rounds, bare and ours in turn. ``python -m tests.bench.bench_start [--rounds N]``
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PAINTED_BOUND = 2.0
READY_BOUND_MS = 900.0

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", time.monotonic() - float(sys.argv[1]), flush=True)
        QApplication.quit()
application = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
application.exec()
"""

OURS = """
import sys, time
begun = float(sys.argv[1])
import main
from ui import lean_start
lean_start.begin()
from app.domain.clock import SystemClock
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import application
from ui.composition import WindowOptions
from ui.workbench import WindowComposition
made = application.Workbench.__init__
def watch(workbench, *arguments):
    made(workbench, *arguments)
    workbench.window.painted.connect(
        lambda: print("painted", time.monotonic() - begun, flush=True))
    timer = QTimer(workbench)
    timer.setInterval(5)
    def look():
        page = workbench.window.current_page
        if page is not None and page.model.line_at(0) is not None:
            print("ready", time.monotonic() - begun, flush=True)
            timer.stop()
            QApplication.quit()
    timer.timeout.connect(look)
    timer.start()
application.Workbench.__init__ = watch
composition = WindowComposition(main.Composition(), SystemClock())
application.run(WindowOptions(False, sys.argv[2]), composition)
"""


def start(program: str, *arguments: str) -> dict[str, float]:
    """Start a window in a process of its own; returns milliseconds to each thing it told."""
    command = [sys.executable, "-c", program, str(time.monotonic()), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    told = (line.split() for line in done.stdout.splitlines())
    return {name: 1000 * float(seconds) for name, seconds in told}


def sample_database(folder: Path) -> str:
    """Make the demonstration's database; returns its address."""
    import main
    from app.domain.clock import SystemClock
    from app.services.sample_data import fill_with_sample
    from ui.settings import SettingsFile

    url = f"sqlite:///{folder / 'start.db'}"
    workspace = main.Composition().open_workspace(url, SystemClock())
    fill_with_sample(workspace.desk)
    SettingsFile().change(last_person=workspace.people.busiest())  # who sat here yesterday
    workspace.close()
    return url


def run() -> int:
    """Measure and print; the status is always 0, bounds are printed beside the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=9)
    rounds = options.parse_args().rounds
    # A person's Python keeps what it compiled; this one may have been told not to.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        url = sample_database(Path(folder))
        start(BARE)
        start(OURS, url)
        bare, ours = [], []
        for _round in range(rounds):
            bare.append(start(BARE))
            ours.append(start(OURS, url))
    painted = statistics.median(figures["painted"] for figures in ours)
    plain = statistics.median(figures["painted"] for figures in bare)
    ready = statistics.median(figures["ready"] for figures in ours)
    ratio = painted / plain
    too_late = "" if ratio <= PAINTED_BOUND else "   MISSED"
    print(f"window painted {painted:6.0f} ms, a bare PySide6 window {plain:6.0f} ms")
    print(f"               {ratio:.2f} x (bound {PAINTED_BOUND:.1f} x){too_late}")
    too_late = "" if ready <= READY_BOUND_MS else "   MISSED"
    print(f"data ready     {ready:6.0f} ms (bound {READY_BOUND_MS:.0f} ms){too_late}")
    return 0


if __name__ == "__main__":
    sys.exit(run())
