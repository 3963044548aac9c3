"""Pictures of the real window on the demo, the same for the same code: ``make screenshots``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.clock import FixedClock, parse_instant
from app.domain.severity import Severity
from app.services.desk import Desk
from app.services.log_mapping import read_mapping
from app.services.maintenance import open_database, sqlite_url
from app.services.sample_data import fill_with_sample
from main import Composition, compose
from ui.actions import ActionId
from ui.application import Workbench, build_context, install_qt_translator, install_translator
from ui.composition import WindowOptions
from ui.dialogs.import_log import ImportDialog
from ui.queue.page import QueuePage
from ui.queue.views import ViewId
from ui.settings import Language, Settings, SettingsFile, ThemeMode
from ui.ticket.panel import TicketPanel
from ui.workbench import WindowComposition

NOW = parse_instant("2026-11-18T17:40:00Z")
"""Wednesday afternoon of a week with a holiday in it: Consciência Negra falls on the Friday."""
WIDE, LAPTOP = (1600, 900), (1366, 768)
_PATIENCE_S = 20.0
_SETTLED_MS = 400
_LONG_SUBJECT = (
    "Emissão da segunda via do boleto com desconto de pontualidade e bolsa parcial do aluno "
    "transferido no meio do semestre mostra a data de vencimento do contrato anterior, e o banco "
    "recusa o título por divergência de valor"
)


@dataclass(frozen=True, slots=True)
class Folders:
    """Where the pictures go, and what they are made from."""

    pictures: Path
    work: Path

    @property
    def demo(self) -> str:
        """The address of the demo."""
        return sqlite_url(self.work / "demo.db")

    @property
    def empty(self) -> str:
        """The address of a database without tickets."""
        return sqlite_url(self.work / "empty.db")

    @property
    def absent(self) -> str:
        """The address of a database that is not there."""
        return sqlite_url(self.work / "absent.db")


class Scene:
    """The window while it is prepared for its picture."""

    def __init__(self, workbench: Workbench[object], folders: Folders) -> None:  # type: ignore[type-var]
        """Stand before an open window."""
        self.workbench = workbench
        self.folders = folders

    @property
    def page(self) -> QueuePage:
        """The page Fila."""
        page = self.workbench.window.current_page
        assert isinstance(page, QueuePage)
        return page

    @property
    def panel(self) -> TicketPanel:
        """The panel of the ticket."""
        panel = self.page.panel
        assert isinstance(panel, TicketPanel)
        return panel

    def show_view(self, view: ViewId) -> None:
        """Show a view and wait for its rows."""
        self.page.show_view(view)
        settle()

    def stand_on(self, row: int) -> None:
        """Put the keyboard on a row and wait for its ticket."""
        self.page.table.selectRow(row)
        number = self.page.model.number_at(row)
        until(lambda: self.panel.view is not None and self.panel.view.card.number == number)
        settle()

    def row_where(self, holds: Callable[[str], bool]) -> int:
        """Return the first row whose summary is as asked."""
        lines = (self.page.model.line_at(row) for row in range(len(self.page.model.numbers)))
        return next(at for at, line in enumerate(lines) if line and holds(line.row.summary))


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, how large the window is, how it looks, and what is done in it."""

    name: str
    prepare: Callable[[Scene], QWidget | None]
    size: tuple[int, int] = WIDE
    theme: ThemeMode = ThemeMode.LIGHT
    scale: int = 1
    url: Callable[[Folders], str] = lambda folders: folders.demo


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds; complain after twenty seconds."""
    end = time.monotonic() + _PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            print([w.text for w in [x.banner for x in QApplication.topLevelWidgets() if hasattr(x, "banner")]]); raise TimeoutError("the window did not come to rest")
        QTest.qWait(20)


def settle() -> None:
    """Let answers arrive and pulses end."""
    QTest.qWait(_SETTLED_MS)


def _queue(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    scene.stand_on(2)


def _own_queue(scene: Scene) -> None:
    scene.stand_on(1)


def _filtered(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    for place, picked in ((0, 2), (1, 2)):
        chip = scene.page.filters.chips[place]
        chip.click()
        popup = chip.popup
        assert popup is not None
        for row in range(picked):
            popup.rows.setCurrentRow(row)
            QTest.keyClick(popup.rows, Qt.Key.Key_Space)
        popup.close()
    scene.page.filters.search_field.setFocus()
    QTest.keyClicks(scene.page.filters.search_field, "não")
    settle()
    scene.stand_on(0)
    scene.page.filters.search_field.setFocus()


def _long_subject(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    scene.stand_on(scene.row_where(lambda summary: summary == _LONG_SUBJECT))


def _deadline(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    scene.stand_on(_row_with_a_story(scene))
    scene.workbench.window.trigger(ActionId.TAB_DEADLINE)
    settle()


def _row_with_a_story(scene: Scene) -> int:
    """Return a running ticket whose strip has a pause, and a few days, but not too many."""
    tickets = scene.panel._tickets  # noqa: SLF001 - the panel's own service
    for row, number in enumerate(scene.page.model.numbers):
        view = tickets.view(number)
        explanation = view.explanation
        if explanation is None or view.sla.due is None or not explanation.pauses:
            continue
        if 4 <= len(explanation.days) <= 12 and explanation.skipped:
            return row
    raise LookupError("the demo has no ticket with a pause and a holiday")


def _what_if(scene: Scene) -> None:
    _deadline(scene)
    box = scene.panel.deadline_tab.severity_box
    box.setCurrentIndex((box.currentIndex() + 1) % len(Severity))
    box.setFocus()
    settle()


def _history(scene: Scene) -> None:
    _deadline(scene)
    scene.workbench.window.trigger(ActionId.TAB_HISTORY)
    settle()


def _commands(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    scene.stand_on(0)
    scene.workbench.window.trigger(ActionId.COMMAND_PALETTE)
    settle()


def _welcome(_scene: Scene) -> None:
    until(lambda: bool(_dialogs()))
    settle()


def _nothing(_scene: Scene) -> None:
    settle()


def _import(scene: Scene) -> None:
    scene.workbench.window.trigger(ActionId.IMPORT_LOG)
    dialog = next(dialog for dialog in _dialogs() if isinstance(dialog, ImportDialog))
    dialog.form.show_log(_small_log(scene.folders.work))
    settle()


SHOTS = (
    Shot("fila-clara", _queue),
    Shot("fila-escura", _queue, theme=ThemeMode.DARK),
    Shot("fila-1366x768", _own_queue, size=LAPTOP),
    Shot("fila-filtrada", _filtered),
    Shot("fila-vazia", _nothing, url=lambda folders: folders.empty),
    Shot("fila-assunto-longo", _long_subject, size=LAPTOP),
    Shot("fila-4k", _queue, size=(1920, 1080), scale=2),
    Shot("prazo-claro", _deadline),
    Shot("prazo-escuro", _deadline, theme=ThemeMode.DARK),
    Shot("prazo-e-se", _what_if),
    Shot("historico", _history),
    Shot("boas-vindas", _welcome, size=LAPTOP, url=lambda folders: folders.absent),
    Shot("comandos", _commands, size=LAPTOP),
    Shot("importar", _import, size=LAPTOP),
)


def _dialogs() -> list[QDialog]:
    shown = QApplication.topLevelWidgets()
    return [widget for widget in shown if isinstance(widget, QDialog) and widget.isVisible()]


class Studio:
    """Opens the window as ``main.py`` does and takes pictures of it."""

    def __init__(self, application: QApplication, folders: Folders) -> None:
        """Speak Portuguese."""
        self._application = application
        self._folders = folders
        language = Language.PORTUGUESE
        self._translators = [
            install_translator(application, language), install_qt_translator(application, language),
        ]  # fmt: skip

    def take(self, shot: Shot) -> Path:
        """Open the window anew, prepare it, and save its picture."""
        owner, url = QObject(), shot.url(self._folders)
        settings = SettingsFile(self._folders.work / f"{shot.name}.toml")
        settings.save(Settings(theme=shot.theme, database_url=url))
        clock = FixedClock(NOW)
        context = build_context(self._application, clock, settings, owner)
        opener = WindowComposition(Composition(), clock)
        absent = url == self._folders.absent
        workbench = Workbench(
            WindowOptions(database_url=None if absent else url),
            opener if not absent else _Absent(Composition(), clock),
            context,
        )
        workbench.window.resize(*shot.size)
        workbench.start()
        if not absent:
            until(lambda: isinstance(workbench.window.current_page, QueuePage))
            settle()
        shot.prepare(Scene(workbench, self._folders))  # type: ignore[arg-type]
        path = self._folders.pictures / f"{shot.name}.png"
        _save(_picture(workbench.window), path)
        for dialog in _dialogs():
            dialog.close()
        workbench.window.close()
        workbench.close()
        owner.deleteLater()
        QTest.qWait(0)
        return path


class _Absent(WindowComposition):
    """A machine on which the workbench was never opened."""

    def has_database(self) -> bool:  # type: ignore[explicit-override]
        """Tell that there is none."""
        return False


def _picture(window: QWidget) -> QImage:
    """Return the window with the dialogs that stand over it."""
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for dialog in _dialogs():
        painter.drawPixmap(dialog.mapToGlobal(dialog.rect().topLeft()) - window.pos(), dialog.grab())
    painter.end()
    return picture


def _save(picture: QImage, path: Path) -> None:
    """Write a picture with a palette of its own: a third of the size, no difference to the eye."""
    small = picture.convertToFormat(
        QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.AvoidDither
    )
    small.save(str(path), "PNG", 0)
    size = QSize(picture.width(), picture.height())
    print(f"{path.name}: {size.width()}x{size.height()}, {path.stat().st_size // 1024} kB")


def _make_databases(folders: Folders) -> None:
    clock = FixedClock(NOW)
    for url, with_sample in ((folders.empty, False), (folders.demo, True)):
        database = open_database(url, clock)
        if with_sample:
            fill_with_sample(Desk(database, clock))
            _import_long_subject(compose(database, clock), folders.work)  # type: ignore[arg-type]
        database.close()


def _import_long_subject(workspace: object, work: Path) -> None:
    from app.services.workspace import Workspace

    assert isinstance(workspace, Workspace)
    log, mapping = work / "long.csv", work / "long.toml"
    log.write_text(
        "ticket,when,state,client,summary,severity\n"
        f'1,2026-11-18 09:12,novo,Colégio Serra Azul,"{_LONG_SUBJECT}",alta\n',
        encoding="utf-8",
    )
    mapping.write_text(
        'source = "long"\nticket = "ticket"\ntime = "when"\ntime_format = "%Y-%m-%d %H:%M"\n'
        'state = "state"\nclient = "client"\nsummary = "summary"\nseverity = "severity"\n'
        'team = "suporte-tecnico"\n[states]\nnovo = "opened"\n'
        '[severities]\nalta = "high"\n',
        encoding="utf-8",
    )

    def unheard(_step: str, _done: int, _total: int) -> None:
        """Nobody waits for so small a log."""

    workspace.importing.import_log(log, read_mapping(mapping), until=None, report=unheard)


def _small_log(work: Path) -> Path:
    path = work / "registro.csv"
    path.write_text("", encoding="utf-8")
    return path


def main() -> int:
    """Take the pictures asked for; those of a denser screen in a process of their own."""
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
        folders = Folders(asked.folder, Path(work))
        _make_databases(folders)
        application = QApplication(sys.argv[:1])
        application.setApplicationName("Bancada")
        studio = Studio(application, folders)
        for shot in chosen:
            if shot.scale == asked.scale:
                studio.take(shot)
    for shot in chosen:
        if shot.scale != asked.scale and asked.scale == 1:
            _take_denser(shot, asked.folder)
    return 0


def _take_denser(shot: Shot, folder: Path) -> None:
    command = [sys.executable, "-m", "tools.screenshots", str(folder), "--only", shot.name]
    environment = {**os.environ, "QT_SCALE_FACTOR": str(shot.scale)}
    environment.pop("XDG_CONFIG_HOME", None)
    subprocess.run([*command, "--scale", str(shot.scale)], check=True, env=environment)


if __name__ == "__main__":
    sys.exit(main())
