from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ui.composition import WindowContext
from ui.settings import Density, ThemeMode
from ui.theme import strong, tabular
from ui.tokens import DARK, LIGHT, contrast


def test_the_palette_changes_while_the_program_runs(
    qtbot: QtBot, qapp: QApplication, context: WindowContext
) -> None:
    with qtbot.waitSignal(context.theme.changed):
        context.theme.apply(ThemeMode.DARK)
    assert context.theme.colours is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window
    context.theme.apply(ThemeMode.LIGHT)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.window


def test_both_palettes_wear_the_same_style(qapp: QApplication, context: WindowContext) -> None:
    for mode in (ThemeMode.LIGHT, ThemeMode.DARK):
        context.theme.apply(mode)
        qapp.setStyleSheet("")  # a style sheet hides the style it draws with
        assert qapp.style().name() == "fusion"


def test_the_systems_choice_is_followed_only_when_asked_to(
    qtbot: QtBot, context: WindowContext
) -> None:
    hints = QApplication.styleHints()
    context.theme.apply(ThemeMode.SYSTEM)
    with qtbot.waitSignal(context.theme.changed):
        hints.colorSchemeChanged.emit(hints.colorScheme())
    context.theme.apply(ThemeMode.DARK)
    with qtbot.assertNotEmitted(context.theme.changed):
        hints.colorSchemeChanged.emit(hints.colorScheme())
    assert context.theme.colours is DARK


def test_rows_grow_with_the_density(qtbot: QtBot, context: WindowContext) -> None:
    assert context.theme.row_height == 28
    with qtbot.waitSignal(context.theme.changed):
        context.theme.set_density(Density.COMFORTABLE)
    assert context.theme.row_height == 34
    with qtbot.assertNotEmitted(context.theme.changed):
        context.theme.set_density(Density.COMFORTABLE)


def test_a_pulse_is_short_or_not_at_all(context: WindowContext) -> None:
    assert context.theme.pulse_ms in (0, 200)


def test_disabled_text_is_paler(qapp: QApplication, context: WindowContext) -> None:
    palette = qapp.palette()
    disabled = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert disabled.name() == context.theme.colours.disabled


def test_headings_are_heavier_and_figures_of_one_width(qapp: QApplication) -> None:
    font = QLabel().font()
    assert strong(font).weight() > font.weight()
    assert tabular(font).featureValue(QFont.Tag("tnum")) == 1


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.478)],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.001)
    assert contrast(second, first) == contrast(first, second)
