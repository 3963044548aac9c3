from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from ui.actions import ActionId
from ui.composition import WindowContext
from ui.main_window import MainWindow
from ui.settings import Density, Language, ThemeMode


def _action(window: MainWindow, action_id: ActionId) -> QAction:
    return next(a for a in window.actions() if a.data() is action_id)


def _menu_texts(window: MainWindow) -> list[str]:
    buttons = window._navigation.findChildren(QToolButton)
    menu = next(button.menu() for button in buttons if button.menu() is not None)
    return [action.text() for action in menu.actions() if not action.isSeparator()]


@pytest.mark.parametrize(
    ("action_id", "field", "value"),
    [
        (ActionId.THEME_DARK, "theme", ThemeMode.DARK),
        (ActionId.THEME_SYSTEM, "theme", ThemeMode.SYSTEM),
        (ActionId.ROWS_COMFORTABLE, "density", Density.COMFORTABLE),
        (ActionId.LANGUAGE_ENGLISH, "language", Language.ENGLISH),
    ],
)
def test_a_choice_is_marked_and_remembered(
    window: MainWindow, context: WindowContext, action_id: ActionId, field: str, value: object
) -> None:
    window.trigger(action_id)
    assert _action(window, action_id).isChecked()
    assert getattr(context.settings.load(), field) is value


def test_theme_and_density_change_at_once(window: MainWindow, context: WindowContext) -> None:
    window.trigger(ActionId.THEME_DARK)
    window.trigger(ActionId.ROWS_COMFORTABLE)
    assert context.theme.colours.is_dark
    assert context.theme.row_height == 34


def test_the_language_says_when_it_changes(window: MainWindow) -> None:
    window.trigger(ActionId.LANGUAGE_ENGLISH)
    assert "aberta de novo" in window.toasts.texts[0]


def test_toggling_keeps_the_mark_of_the_theme_true(window: MainWindow) -> None:
    assert _action(window, ActionId.THEME_LIGHT).isChecked()
    window.trigger(ActionId.TOGGLE_THEME)
    assert _action(window, ActionId.THEME_DARK).isChecked()
    assert not _action(window, ActionId.THEME_LIGHT).isChecked()


def test_the_menu_holds_every_preference(window: MainWindow) -> None:
    texts = _menu_texts(window)
    for text in ("Tema escuro", "Linhas confortáveis", "Idioma: inglês", "Sair"):
        assert text in texts


def test_settings_that_cannot_be_written_are_told_but_worn(
    window: MainWindow, context: WindowContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full_disk(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full_disk)
    window.trigger(ActionId.THEME_DARK)
    assert context.theme.colours.is_dark
    assert "preferências não foram gravadas" in window.banner.text
