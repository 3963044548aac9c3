"""What is shown in the pictures of the manual: the window, prepared by the hands of a person."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.severity import Severity
from app.services.maintenance import sqlite_url
from app.services.tickets import TicketService
from app.services.workspace import Workspace
from tools import calendar_scenes, consulting_scenes
from ui.actions import ActionId
from ui.application import Workbench
from ui.composition import WindowContext
from ui.configuration.page import ConfigurationPage
from ui.dialogs.import_log import ImportDialog
from ui.jobs import Lane
from ui.messages.page import MessagesPage
from ui.page import PageId
from ui.queue.page import QueuePage
from ui.queue.views import ViewId
from ui.settings import ThemeMode
from ui.ticket.panel import TicketPanel

WIDE, LAPTOP = (1600, 900), (1366, 768)
LONG_SUBJECT = (
    "Emissão da segunda via do boleto com desconto de pontualidade e bolsa parcial do aluno "
    "transferido no meio do semestre mostra a data de vencimento do contrato anterior, e o banco "
    "recusa o título por divergência de valor"
)
_A_FAILED_MESSAGE = 7
_REST_OF_A_ROW = ("Value 1", "Value 4", "Value 2")
_PATIENCE_S = 20.0
_REST_MS = 250


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


def until(holds: Callable[[], bool]) -> None:
    """Let the window work until something holds; complain after twenty seconds."""
    end = time.monotonic() + _PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        QTest.qWait(20)


def open_dialogs() -> list[QDialog]:
    """Return the dialogs on the screen, each after the one it stands over."""
    shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()]
    return sorted(shown, key=_depth)


def _depth(widget: QWidget) -> int:
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)


@dataclass(frozen=True, slots=True)
class Scene:
    """The window while it is prepared for its picture."""

    workbench: Workbench[Workspace]
    context: WindowContext
    folders: Folders

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

    def settle(self) -> None:
        """Let questions be asked, answers arrive, pulses end."""
        for _ in range(2):
            QTest.qWait(_REST_MS)
            until(lambda: not any(map(self.context.jobs.is_busy, Lane)))

    def until(self, holds: Callable[[], bool]) -> None:
        """Let the window work until something holds."""
        until(holds)

    def trigger(self, action: ActionId) -> None:
        """Do what an action does."""
        self.workbench.window.trigger(action)
        self.settle()

    def show_view(self, view: ViewId) -> None:
        """Show a view and wait for its rows."""
        self.page.show_view(view)
        self.settle()

    def stand_on(self, row: int) -> None:
        """Put the keyboard on a row and wait for its ticket."""
        self.page.table.selectRow(row)
        self.settle()


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, what is done in it, how large it is and how it looks."""

    name: str
    prepare: Callable[[Scene], None]
    size: tuple[int, int] = WIDE
    theme: ThemeMode = ThemeMode.LIGHT
    scale: int = 1
    url: Callable[[Folders], str] = lambda folders: folders.demo


def _queue(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    scene.stand_on(2)


def _own_queue(scene: Scene) -> None:
    scene.stand_on(1)


def _filtered(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    filters = scene.page.filters
    for chip, picked in zip(filters.chips[:2], (2, 2), strict=True):
        chip.click()
        popup = chip.popup
        assert popup is not None
        for row in range(picked):
            popup.rows.setCurrentRow(row)
            QTest.keyClick(popup.rows, Qt.Key.Key_Space)
        popup.close()
    QTest.keyClicks(filters.search_field, "nao")
    scene.settle()
    scene.stand_on(0)


def _long_subject(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    QTest.keyClicks(scene.page.filters.search_field, "boleto")
    scene.settle()
    model = scene.page.model
    lines = [model.line_at(row) for row in range(len(model.numbers))]
    scene.stand_on(next(r for r, line in enumerate(lines) if line and _is_long(line.row.summary)))


def _is_long(summary: str) -> bool:
    return summary == LONG_SUBJECT


def _deadline(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    workspace = scene.workbench.workspace
    assert workspace is not None
    numbers = scene.page.model.numbers
    scene.stand_on(next(r for r, n in enumerate(numbers) if _tells_a_story(workspace.tickets, n)))
    scene.trigger(ActionId.TAB_DEADLINE)


def _tells_a_story(tickets: TicketService, number: int) -> bool:
    """Tell whether a ticket runs, shows plantão, a pause and a holiday, and fits the picture."""
    view = tickets.view(number)
    explanation = view.explanation
    if explanation is None or view.sla.due is None or not explanation.pauses:
        return False
    if not explanation.plantao_seconds:
        return False
    return 4 <= len(explanation.days) <= 14 and bool(explanation.skipped)


def _what_if(scene: Scene) -> None:
    _deadline(scene)
    box = scene.panel.deadline_tab.severity_box
    box.setCurrentIndex((box.currentIndex() + 1) % len(Severity))
    scene.settle()


def _history(scene: Scene) -> None:
    _deadline(scene)
    scene.trigger(ActionId.TAB_HISTORY)


def _commands(scene: Scene) -> None:
    scene.show_view(ViewId.ALL_OPEN)
    scene.stand_on(0)
    scene.trigger(ActionId.COMMAND_PALETTE)


def _welcome(scene: Scene) -> None:
    until(lambda: bool(open_dialogs()))
    scene.settle()


def _nothing(scene: Scene) -> None:
    scene.settle()


def _import(scene: Scene) -> None:
    scene.trigger(ActionId.IMPORT_LOG)
    dialog = next(dialog for dialog in open_dialogs() if isinstance(dialog, ImportDialog))
    # Without a folder: the picture is the same wherever it is taken.
    dialog.form.show_log(Path(_small_log(scene.folders.work).name))
    scene.settle()


def _clients(scene: Scene) -> None:
    scene.workbench.window.show_page(PageId.CLIENTS)
    scene.settle()


def _messages(scene: Scene) -> None:
    page = scene.workbench.window.show_page(PageId.MESSAGES)
    scene.settle()
    assert isinstance(page, MessagesPage)
    page.table.selectRow(_A_FAILED_MESSAGE)
    scene.settle()


def _texts(scene: Scene) -> None:
    page = scene.workbench.window.show_page(PageId.CONFIGURATION)
    assert isinstance(page, ConfigurationPage)
    page.sections.setCurrentRow(1)
    scene.settle()


def _small_log(work: Path) -> Path:
    """Write a few lines in the shape that the shipped mapping reads."""
    path = work / "registro.csv"
    columns = ("Case ID", "Activity", "Resource", "Complete Timestamp", "seriousness_2")
    rows = [
        (*columns, "customer", "product"),
        *(
            (f"Case {case}", act, f"Value {who}", f"2026/11/{at}.000", *_REST_OF_A_ROW)
            for case, act, who, at in (
                (101, "Assign seriousness", 2, "16 09:02:11"),
                (101, "Take in charge ticket", 2, "16 09:20:40"),
                (102, "Assign seriousness", 3, "16 10:05:00"),
                (102, "Wait", 1, "16 11:31:26"),
                (101, "Resolve ticket", 1, "17 15:44:09"),
                (102, "Something unheard of", 1, "17 16:00:00"),
                (102, "Take in charge ticket", 1, "18 09:12:03"),
            )
        ),
    ]
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    return path


SHOTS = (
    Shot("fila-clara", _queue),
    Shot("fila-escura", _queue, theme=ThemeMode.DARK),
    Shot("fila-1366x768", _own_queue, size=LAPTOP),
    Shot("fila-filtrada", _filtered),
    Shot("fila-vazia", _nothing, size=LAPTOP, url=lambda folders: folders.empty),
    Shot("fila-assunto-longo", _long_subject, size=LAPTOP),
    Shot("fila-4k", _queue, size=(1920, 1080), scale=2),
    Shot("prazo-claro", _deadline),
    Shot("prazo-escuro", _deadline, theme=ThemeMode.DARK),
    Shot("prazo-e-se", _what_if),
    Shot("historico", _history),
    Shot("boas-vindas", _welcome, size=LAPTOP, url=lambda folders: folders.absent),
    Shot("comandos", _commands, size=LAPTOP),
    Shot("importar", _import, size=LAPTOP),
    Shot("calendario-semana", calendar_scenes.week, size=LAPTOP),
    Shot("calendario-mes", calendar_scenes.month, size=LAPTOP, theme=ThemeMode.DARK),
    Shot("calendario-equipes", calendar_scenes.teams, size=LAPTOP),
    Shot("calendario-e-se", calendar_scenes.what_if, size=LAPTOP),
    Shot("calendario-escala", calendar_scenes.roster_paper, size=LAPTOP),
    Shot("consultoria", consulting_scenes.consulting, size=LAPTOP),
    Shot("semana", consulting_scenes.week, size=LAPTOP),
    Shot("relatorios", consulting_scenes.reports, size=LAPTOP),
    Shot("painel", consulting_scenes.dashboard, size=LAPTOP),
    Shot("clientes", _clients, size=LAPTOP),
    Shot("mensagens", _messages, size=LAPTOP),
    Shot("textos", _texts, size=LAPTOP),
)
