from __future__ import annotations

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock
from ui.composition import WindowContext
from ui.main_window import MainWindow
from ui.settings import ThemeMode
from ui.status_bar import DatabaseState
from ui.ticker import Ticker


def test_the_clock_is_brasilias_and_follows_the_tick(
    qtbot: QtBot, window: MainWindow, context: WindowContext, clock: FixedClock
) -> None:
    assert window.status_bar.clock_text == "14:32 BRT"
    clock.move_to(datetime(2026, 11, 20, 17, 33, tzinfo=UTC))
    context.ticker._on_timeout()
    assert window.status_bar.clock_text == "14:33 BRT"


def test_the_tick_comes_once_a_second(qtbot: QtBot, clock: FixedClock) -> None:
    ticker = Ticker(clock)
    with qtbot.waitSignal(ticker.ticked, timeout=1500) as signal:
        pass
    assert signal.args == [clock.now()]
    ticker.deleteLater()


def test_the_place_of_who_is_on_duty_is_hidden_while_empty(window: MainWindow) -> None:
    bar = window.status_bar
    assert not bar._duty.isVisible()
    bar.set_duty("plantão agora: Ana · até 13:30")
    assert bar._duty.isVisible()
    assert bar._duty.text() == "plantão agora: Ana · até 13:30"


def test_the_dot_has_the_colour_and_the_text_has_the_words(
    window: MainWindow, context: WindowContext
) -> None:
    bar = window.status_bar
    bar.set_database(DatabaseState.OPEN, "SQLite local")
    assert bar.database_text == "SQLite local"
    assert context.theme.colours.done in bar._dot.styleSheet()
    context.theme.apply(ThemeMode.DARK)
    assert context.theme.colours.done in bar._dot.styleSheet()
