"""Pictures of the real window on the demo, the same for the same code: ``make screenshots``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from itertools import chain, islice
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.clock import FixedClock, parse_instant
from app.services.log_mapping import read_mapping
from app.services.maintenance import open_database
from app.services.sample_consulting import fill_consulting
from app.services.sample_data import fill_with_sample
from app.services.workspace import Workspace
from main import Composition, compose
from tools.screenshot_scenes import LONG_SUBJECT, SHOTS, Folders, Scene, Shot, open_dialogs, until
from ui.application import (
    ARGUMENTS,
    Workbench,
    build_context,
    install_qt_translator,
    install_translator,
)
from ui.command_palette import CommandPalette
from ui.composition import WindowOptions
from ui.override import override
from ui.settings import Language, Settings, SettingsFile
from ui.tokens import DARK, LIGHT
from ui.workbench import WindowComposition

NOW = parse_instant("2026-11-18T17:40:00Z")
"""Wednesday afternoon of a week with a holiday in it: Consciência Negra falls on the Friday."""
_MOST_COLOURS = 256
_LONG_LOG = f"""ticket,when,state,client,summary,severity
1,2026-11-18 09:12,novo,Colégio Serra Azul,"{LONG_SUBJECT}",alta
"""
_LONG_MAPPING = """
source = "long"
ticket = "ticket"
time = "when"
time_format = "%Y-%m-%d %H:%M"
state = "state"
client = "client"
summary = "summary"
severity = "severity"
team = "suporte-tecnico"
states = { novo = "opened" }
severities = { alta = "high" }
"""


class OnNewMachine(WindowComposition):
    """A machine on which the workbench was never opened."""

    @override
    def has_database(self) -> bool:
        """Tell that there is none."""
        return False


class Studio:
    """Opens the window as ``main.py`` does and takes pictures of it."""

    def __init__(self, application: QApplication, folders: Folders) -> None:
        """Speak Portuguese."""
        self._application = application
        self._folders = folders
        language = Language.PORTUGUESE
        self._translators = (
            install_translator(application, language),
            install_qt_translator(application, language),
        )

    def take(self, shot: Shot) -> None:
        """Open the window anew, prepare it, and save its picture."""
        owner, clock = QObject(), FixedClock(NOW)
        url = shot.url(self._folders)
        is_new = url == self._folders.absent
        settings = SettingsFile(self._folders.work / f"{shot.name}.toml")
        settings.save(Settings(theme=shot.theme))
        context = build_context(self._application, clock, settings, owner)
        make = OnNewMachine if is_new else WindowComposition
        options = WindowOptions(database_url=None if is_new else url)
        workbench = Workbench(options, make(Composition(), clock), context)
        workbench.window.resize(*shot.size)
        workbench.start()
        scene = Scene(workbench, context, self._folders)
        if not is_new:
            until(lambda: workbench.window.current_page is not None)
        scene.settle()
        shot.prepare(scene)
        _save(_picture(workbench.window), self._folders.pictures / f"{shot.name}.png")
        for dialog in open_dialogs():
            dialog.close()
        workbench.window.close()
        workbench.close()
        owner.deleteLater()
        QTest.qWait(0)


def _picture(window: QWidget) -> QImage:
    """Return the window with the dialogs that stand over it."""
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for dialog in open_dialogs():
        # Without a window manager nobody centres a dialog or draws its frame.
        place = QRect(dialog.rect())
        if isinstance(dialog, CommandPalette):
            place.moveTo(dialog.pos() - window.mapToGlobal(window.rect().topLeft()))
        else:
            place.moveCenter(window.rect().center())
            painter.setPen(window.palette().color(QPalette.ColorRole.Dark))
            painter.drawRect(place.adjusted(-1, -1, 0, 0))
        painter.drawPixmap(place.topLeft(), dialog.grab())
    painter.end()
    return picture


def _save(picture: QImage, path: Path) -> None:
    """Write a picture in 256 colours, the palette's own and those it has most of: smaller."""
    import numpy as np

    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    colours, counts = np.unique(np.frombuffer(whole.constBits(), np.uint32), return_counts=True)
    most = (int(colours[at]) for at in np.argsort(counts)[::-1])
    table = list(islice(dict.fromkeys(chain(_own_colours(), most)), _MOST_COLOURS))
    plain = Qt.ImageConversionFlag.AvoidDither
    small = whole.convertToFormat(QImage.Format.Format_Indexed8, table, plain)
    small.save(str(path), quality=0)
    print(f"{path.name}: {picture.width()} x {picture.height()}, {path.stat().st_size // 1024} kB")


def _own_colours() -> Iterator[int]:
    """Return the tokens of both palettes: a rare red must not become a frequent grey."""
    for colours in (LIGHT, DARK):
        values = (getattr(colours, field.name) for field in fields(colours))
        yield from (QColor(value).rgb() for value in values if isinstance(value, str))


def _make_databases(folders: Folders) -> None:
    clock = FixedClock(NOW)
    open_database(folders.empty, clock).close()
    database = open_database(folders.demo, clock)
    workspace = compose(database, clock)
    fill_with_sample(workspace.desk)
    fill_consulting(workspace)
    while workspace.take_due_steps():
        pass
    _import_long_subject(workspace, folders.work)
    database.close()


def _import_long_subject(workspace: Workspace, work: Path) -> None:
    log, mapping = work / "long.csv", work / "long.toml"
    log.write_text(_LONG_LOG, encoding="utf-8")
    mapping.write_text(_LONG_MAPPING, encoding="utf-8")

    def unheard(_step: str, _done: int, _total: int) -> None:
        """Nobody waits for so small a log."""

    workspace.importing.import_log(log, read_mapping(mapping), until=None, report=unheard)


def _take_denser(shot: Shot, folder: Path) -> None:
    """Take a picture in a process of its own: Qt reads the scale once, when it starts."""
    command = [sys.executable, "-m", "tools.screenshots", str(folder), "--only", shot.name]
    environment = {**os.environ, "QT_SCALE_FACTOR": str(shot.scale)}
    subprocess.run([*command, "--scale", str(shot.scale)], check=True, env=environment)


def main() -> int:
    """Take the pictures asked for; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", action="append", default=[], help="name of a picture")
    parser.add_argument("--scale", type=int, default=1, help="pixels for each point")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    chosen = [shot for shot in SHOTS if not asked.only or shot.name in asked.only]
    with tempfile.TemporaryDirectory(prefix="bancada-pictures-") as work:
        # A person's own settings and window places stay out of the pictures.
        os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_STATE_HOME"] = work
        folders = Folders(asked.folder.resolve(), Path(work))
        here = Path.cwd()
        os.chdir(work)
        _make_databases(folders)
        application = QApplication([*ARGUMENTS])
        application.setApplicationName("Bancada")
        studio = Studio(application, folders)
        for shot in chosen:
            if shot.scale == asked.scale:
                studio.take(shot)
        os.chdir(here)
    for shot in chosen:
        if asked.scale == 1 and shot.scale > 1:
            _take_denser(shot, asked.folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
