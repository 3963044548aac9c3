from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ui import icons as icons_module
from ui.composition import WindowContext
from ui.icons import IconName, Icons
from ui.settings import ThemeMode


def _colours(image: QImage) -> set[str]:
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    pixels = [image.pixelColor(x, y) for x, y in points]
    return {QColor(p.red(), p.green(), p.blue()).name() for p in pixels if p.alpha() == 255}


def _inked(image: QImage) -> int:
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(x, y).alpha() > 100 for x, y in points)


@pytest.mark.parametrize("name", list(IconName))
def test_every_icon_has_a_picture(name: IconName, context: WindowContext) -> None:
    picture = context.icons.pixmap(name, 20, "#000000")
    assert picture.size() == QSize(20, 20)
    assert _inked(picture.toImage()) > 10


@pytest.mark.parametrize("size", [16, 20])
def test_icons_take_the_colour_of_the_text(size: int, context: WindowContext) -> None:
    image = context.icons.icon(IconName.QUEUE).pixmap(size, size).toImage()
    assert context.theme.colours.text in _colours(image)


def test_icons_of_disabled_controls_are_paler(context: WindowContext) -> None:
    icon = context.icons.icon(IconName.QUEUE)
    image = icon.pixmap(16, 16, QIcon.Mode.Disabled).toImage()
    assert context.theme.colours.text not in _colours(image)


def test_icons_are_sharp_on_dense_screens(
    context: WindowContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(icons_module, "_device_ratios", lambda: {1, 2})
    picture = context.icons.icon(IconName.QUEUE).pixmap(QSize(16, 16), 2.0)
    assert picture.size() == QSize(32, 32)
    assert picture.devicePixelRatio() == 2.0


def test_a_bound_icon_is_tinted_anew_with_the_palette(context: WindowContext) -> None:
    action = QAction()
    context.icons.bind(action, IconName.QUEUE)
    light = action.icon().cacheKey()
    context.theme.apply(ThemeMode.DARK)
    assert action.icon().cacheKey() != light
    image = action.icon().pixmap(20, 20).toImage()
    assert context.theme.colours.text in _colours(image)


def test_nothing_moves_when_an_icon_is_drawn_later(qtbot: QtBot, context: WindowContext) -> None:
    icons = Icons(context.theme)
    button = QToolButton()
    qtbot.addWidget(button)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIconSize(QSize(16, 16))
    button.setText("Fila")
    without = button.sizeHint()
    button.setIcon(icons.blank())
    icons.bind_later(button, IconName.QUEUE)
    before = button.sizeHint()
    assert before.width() > without.width()
    icons.wake()
    assert button.sizeHint() == before
    assert context.theme.colours.text in _colours(button.icon().pixmap(16, 16).toImage())


def test_icons_of_actions_wait_for_the_first_paint(
    qapp: QApplication, context: WindowContext
) -> None:
    icons = Icons(context.theme)
    early, mortal = QAction(), QAction()
    icons.bind_later(early, IconName.QUEUE)
    icons.bind_later(mortal, IconName.QUEUE)
    assert early.icon().isNull()
    del mortal
    icons.wake()
    assert not early.icon().isNull()
    late = QAction()
    icons.bind_later(late, IconName.QUEUE)
    assert not late.icon().isNull()


def test_a_dead_target_does_not_disturb_the_others(
    context: WindowContext, qapp: QApplication
) -> None:
    parent = QWidget()
    mortal, survivor = QPushButton(parent), QPushButton()
    context.icons.bind(mortal, IconName.QUEUE)
    context.icons.bind(survivor, IconName.QUEUE)
    parent.deleteLater()
    qapp.sendPostedEvents(None, 52)
    before = survivor.icon().cacheKey()
    context.theme.apply(ThemeMode.DARK)
    assert survivor.icon().cacheKey() != before
    survivor.deleteLater()


def test_the_font_is_found_without_importing_its_package(context: WindowContext) -> None:
    context.icons.icon(IconName.QUEUE)
    assert "qtawesome" not in sys.modules


def test_a_missing_font_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons_module, "find_spec", lambda _name: None)
    with pytest.raises(FileNotFoundError, match="QtAwesome"):
        icons_module._font_folder()
