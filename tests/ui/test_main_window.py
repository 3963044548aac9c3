from __future__ import annotations

from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fakes import FakePage
from ui.actions import ActionId
from ui.composition import WindowContext
from ui.dialogs.failure_details import FailureDetails
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.jobs import Cancelled, Progress
from ui.main_window import MainWindow
from ui.page import PageId
from ui.settings import ThemeMode

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
W = TypeVar("W", bound=QWidget)


def _open_window(kind: type[W]) -> W | None:
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return windows[0] if windows else None


def _dialog(qtbot: QtBot, kind: type[W]) -> W:
    qtbot.waitUntil(lambda: _open_window(kind) is not None)
    window = _open_window(kind)
    assert window is not None
    return window


def test_the_first_page_takes_the_keyboard(window: MainWindow, page: FakePage) -> None:
    assert window.current_page is page
    assert page.field.hasFocus()
    assert window.windowTitle() == "Fila · Bancada"
    assert window._navigation.button(PageId.QUEUE).isChecked()


def test_a_page_is_built_once_and_only_when_it_is_looked_at(
    window: MainWindow, context: WindowContext
) -> None:
    built: list[PageId] = []

    def build(page_id: PageId) -> FakePage:
        built.append(page_id)
        return FakePage(page_id, context)

    assert window.show_page(PageId.QUEUE) is None
    window.open_pages(build)
    first = window.current_page
    window.show_page(PageId.QUEUE)
    assert built == [PageId.QUEUE]
    assert window.current_page is first


@pytest.mark.usefixtures("page")
def test_navigation_opens_the_page_by_click_and_by_key(qtbot: QtBot, window: MainWindow) -> None:
    button = window._navigation.button(PageId.QUEUE)
    with qtbot.waitSignal(window.page_shown):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.page_shown):
        qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)


@pytest.mark.usefixtures("page")
def test_navigation_opens_the_page_by_its_mnemonic(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page_shown):
        qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)


def test_the_palette_runs_what_was_typed(qtbot: QtBot, window: MainWindow, page: FakePage) -> None:
    qtbot.keyClick(page.field, Qt.Key.Key_K, CONTROL)
    palette = window.palette_dialog
    qtbot.waitUntil(palette.isVisible)
    assert palette.texts[0] == "Ir para Fila"
    qtbot.keyClicks(palette.field, "atual fila")
    assert palette.texts[0] == "Atualizar a fila"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert page.done == [ActionId.REFRESH]
    assert not palette.isVisible()


def test_arrows_move_in_the_palette_while_typing(
    qtbot: QtBot, window: MainWindow, page: FakePage
) -> None:
    window.trigger(ActionId.COMMAND_PALETTE)
    palette = window.palette_dialog
    qtbot.keyClicks(palette.field, "fila")
    wanted = palette.texts.index("Atualizar a fila")
    for _ in range(wanted):
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert page.done == [ActionId.REFRESH]


@pytest.mark.usefixtures("page")
def test_the_palette_says_when_nothing_answers_and_closes_on_esc(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.trigger(ActionId.COMMAND_PALETTE)
    palette = window.palette_dialog
    qtbot.keyClicks(palette.field, "qqq")
    assert palette.texts == []
    assert palette._nothing.isVisible()
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


@pytest.mark.usefixtures("page")
def test_the_palette_opens_empty_again(qtbot: QtBot, window: MainWindow) -> None:
    window.trigger(ActionId.COMMAND_PALETTE)
    everything = window.palette_dialog.texts
    qtbot.keyClicks(window.palette_dialog.field, "tema")
    window.palette_dialog.reject()
    window.trigger(ActionId.COMMAND_PALETTE)
    assert window.palette_dialog.field.text() == ""
    assert window.palette_dialog.texts == everything


@pytest.mark.usefixtures("page")
def test_the_palette_leaves_out_what_cannot_be_done_now(window: MainWindow) -> None:
    window.trigger(ActionId.COMMAND_PALETTE)
    assert "Cancelar o trabalho em andamento" not in window.palette_dialog.texts
    assert "Comandos" not in window.palette_dialog.texts


def test_a_page_is_silent_while_it_is_not_shown(
    qtbot: QtBot, window: MainWindow, page: FakePage
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert page.done == [ActionId.REFRESH]
    window.show_state("Nada", "Nada aqui.")
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert page.done == [ActionId.REFRESH]
    assert not window.trigger(ActionId.REFRESH)


def test_keys_of_a_list_act_only_while_it_has_the_focus(
    qtbot: QtBot, window: MainWindow, page: FakePage
) -> None:
    other = QWidget(page)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.show()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_C, CONTROL)
    assert page.done == []


@pytest.mark.usefixtures("page")
def test_f1_lists_the_keys_of_the_page_and_of_the_frame(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = _dialog(qtbot, ShortcutsDialog)
    lines = dict(dialog.lines)
    assert lines["Atualizar a fila"] == "F5"
    assert lines["Ir para Fila"] == "Ctrl+1"
    assert lines["Comandos"] == "Ctrl+K"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: _open_window(ShortcutsDialog) is None)


def test_f1_works_without_a_page_too(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = _dialog(qtbot, ShortcutsDialog)
    assert "Atualizar a fila" not in dict(dialog.lines)
    dialog.accept()


def test_a_key_turns_the_light_off_and_it_stays_off(
    qtbot: QtBot, window: MainWindow, context: WindowContext
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert context.theme.colours.is_dark
    assert context.settings.load().theme is ThemeMode.DARK
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert not context.theme.colours.is_dark


def test_a_bug_is_told_in_one_sentence_with_the_log_one_click_away(
    qtbot: QtBot, window: MainWindow, context: WindowContext
) -> None:
    context.failures.report(RuntimeError("boom"))
    assert "Algo falhou" in window.banner.text
    assert "boom" not in window.banner.text
    qtbot.mouseClick(window.banner._details, Qt.MouseButton.LeftButton)
    dialog = _dialog(qtbot, FailureDetails)
    assert "RuntimeError" in dialog.text
    dialog._on_copy()
    assert QApplication.clipboard().text() == dialog.text
    dialog.accept()
    qtbot.mouseClick(window.banner._close, Qt.MouseButton.LeftButton)
    assert window.banner.text == ""


def test_work_that_fails_unanswered_is_told_on_the_window(
    qtbot: QtBot, window: MainWindow, context: WindowContext
) -> None:
    context.jobs.submit(lambda: 1 // 0, print, owner=window)
    qtbot.waitUntil(lambda: "Algo falhou" in window.banner.text)


def test_long_work_shows_its_progress_and_is_cancelled_by_key(
    qtbot: QtBot, window: MainWindow, context: WindowContext
) -> None:
    heard: list[Exception] = []
    gate = Event()

    def work(progress: Progress) -> None:
        progress.report(1, 4, "linha 1")
        while not gate.wait(0.01):
            progress.check()

    context.jobs.submit_long(work, print, heard.append, owner=window, title="Importando")
    qtbot.waitUntil(lambda: window.status_bar.job_text == "Importando · linha 1")
    assert window.status_bar._bar.value() == 25
    assert window.status_bar.cancel_button.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Period, CONTROL)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], Cancelled)
    qtbot.waitUntil(lambda: window.status_bar.job_text == "")


def test_progress_that_comes_later_is_shown_too(
    qtbot: QtBot, window: MainWindow, context: WindowContext
) -> None:
    gate = Event()

    def work(progress: Progress) -> None:
        gate.wait(5)
        progress.report(1, 2, "metade")
        while True:
            progress.check()

    job = context.jobs.submit_long(work, print, owner=window)
    qtbot.waitUntil(lambda: window.status_bar.job_text == "Trabalhando…")
    gate.set()
    qtbot.waitUntil(lambda: window.status_bar.job_text == "Trabalhando… · metade")
    qtbot.mouseClick(window.status_bar.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: job.is_finished)


def test_short_work_that_cannot_be_cancelled_offers_no_button(
    qtbot: QtBot, window: MainWindow, context: WindowContext
) -> None:
    gate = Event()
    context.jobs.submit(lambda: gate.wait(5), lambda _: None, owner=window, title="Salvando")
    qtbot.waitUntil(lambda: window.status_bar.job_text == "Salvando")
    assert not window.status_bar.cancel_button.isVisible()
    assert not window._cancel.isEnabled()
    gate.set()
    qtbot.waitUntil(lambda: window.status_bar.job_text == "")


def test_notices_are_shown_in_the_corner(window: MainWindow, context: WindowContext) -> None:
    context.notices.done("Feito.")
    assert window.toasts.texts == ["Feito."]
    corner = window.toasts.geometry().bottomRight()
    assert window._stack.rect().contains(corner)


def test_a_state_offers_the_act_that_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    heard: list[str] = []
    act = QAction("Tentar de novo…", window)
    act.triggered.connect(lambda: heard.append("again"))
    window.show_state("Não abriu", "O arquivo não existe.", act)
    button = window._vacancy.button
    assert button.text() == "Tentar de novo"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == ["again"]


def test_closing_the_pages_leaves_the_frame(window: MainWindow, page: FakePage) -> None:
    window.close_pages()
    assert window.current_page is None
    assert window.show_page(PageId.QUEUE) is None


def test_the_window_opens_where_it_stood(
    qtbot: QtBot, window: MainWindow, context: WindowContext
) -> None:
    window.resize(800, 560)
    window.close()
    again = MainWindow(context)
    qtbot.addWidget(again)
    assert again.size() == window.size()


def test_ctrl_q_closes_the_window(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Q, CONTROL)
    assert not window.isVisible()
