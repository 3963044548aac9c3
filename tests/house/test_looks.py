"""How every window looks to those who see little, hear instead, use no mouse, or read German."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.house.windows import (
    WINDOWS,
    Stage,
    clock,
    context,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
    stage,
)
from tests.ui.conftest import SILENT
from ui.application import install_translator
from ui.settings import Language
from ui.tokens import DARK, LIGHT, Colours, contrast

__all__ = [
    "clock",
    "context",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
    "stage",
]

pytestmark = pytest.mark.qt_log_ignore(SILENT, extend=True)

TEXT_RATIO = 4.5
SHAPE_RATIO = 3.0
GROUNDS = ("window", "surface", "raised", "hover", "accent_soft")
TEXTS = ("text", "muted", "accent", "late", "soon", "done")
SOFT = (("late", "late_soft"), ("soon", "soon_soft"), ("done", "done_soft"))
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabWidget,
)
# The list of the command palette is moved by the arrow keys of its field.
LED_BY_ANOTHER = {"commands"}
_LAYOUTS_WITHIN_LAYOUTS = 5  # each hears of a change of the one within it in a round of its own


@pytest.fixture(params=list(WINDOWS))
def shown(request: pytest.FixtureRequest, stage: Stage, qtbot: QtBot) -> Iterator[QWidget]:
    widget = WINDOWS[request.param](stage)
    widget.show()
    qtbot.waitExposed(widget)
    yield widget
    widget.close()


# ------------------------------------------------------------------ seeing


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(colours: Colours, ground: str, text: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= TEXT_RATIO


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_meaning_can_be_read_on_its_own_soft_ground(colours: Colours) -> None:
    for strong, soft in SOFT:
        assert contrast(getattr(colours, strong), getattr(colours, soft)) >= TEXT_RATIO
        assert contrast(colours.text, getattr(colours, soft)) >= TEXT_RATIO


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_words_on_the_accent_can_be_read(colours: Colours) -> None:
    assert contrast(colours.on_accent, colours.accent) >= TEXT_RATIO
    assert contrast(colours.on_accent, colours.accent_strong) >= TEXT_RATIO


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["window", "surface", "raised"])
def test_the_edge_of_a_control_and_its_focus_can_be_seen(colours: Colours, ground: str) -> None:
    assert contrast(colours.border, getattr(colours, ground)) >= SHAPE_RATIO
    assert contrast(colours.accent, getattr(colours, ground)) >= SHAPE_RATIO


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_token_is_a_colour(colours: Colours) -> None:
    for field in fields(colours):
        if field.name != "is_dark":
            assert re.fullmatch(r"#[0-9a-f]{6}", getattr(colours, field.name)), field.name


# ------------------------------------------------------------------ hearing


def _accessible(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def _visible_controls(window: QWidget) -> list[QWidget]:
    found = [w for w in window.findChildren(QWidget) if isinstance(w, CONTROLS)]
    return [w for w in found if w.isVisible() and not _is_part_of_another(w)]


def _is_part_of_another(widget: QWidget) -> bool:
    """Leave out what Qt itself puts into a control: headers, spin arrows, a field's own buttons."""
    is_inner = isinstance(widget.parent(), QLineEdit | QAbstractSpinBox | QComboBox)
    return is_inner or isinstance(widget, QHeaderView) or widget.objectName().startswith("qt_")


def _name(widget: QWidget) -> str:
    return _accessible(widget).text(QAccessible.Text.Name).strip()


def test_every_control_tells_a_screen_reader_its_name(shown: QWidget) -> None:
    controls = _visible_controls(shown)
    assert controls
    nameless = [f"{type(w).__name__} {w.objectName()}" for w in controls if not _name(w)]
    assert nameless == []


def test_no_name_that_is_heard_carries_signs_meant_for_the_eye(shown: QWidget) -> None:
    names = [_name(widget) for widget in _visible_controls(shown)]
    assert [name for name in names if "&" in name or "▾" in name] == []


# ------------------------------------------------------------------ without a mouse


def _mnemonic(text: str) -> str:
    found = re.search(r"&(?!&)(.)", text.replace("&&", ""))
    return found.group(1).casefold() if found else ""


def _mnemonics(window: QWidget) -> list[str]:
    texts = [b.text() for b in window.findChildren(QAbstractButton) if b.isVisible()]
    labels = [x for x in window.findChildren(QLabel) if x.isVisible() and x.buddy()]
    letters = [_mnemonic(text) for text in texts + [label.text() for label in labels]]
    return [letter for letter in letters if letter]


def test_no_letter_leads_to_two_places(shown: QWidget) -> None:
    assert [letter for letter, n in Counter(_mnemonics(shown)).items() if n > 1] == []


def test_no_letter_leads_to_two_places_in_english(qapp: QApplication, stage: Stage) -> None:
    translator = install_translator(qapp, Language.ENGLISH)
    try:
        for name, make in WINDOWS.items():
            window = make(stage)
            window.show()
            twice = [letter for letter, n in Counter(_mnemonics(window)).items() if n > 1]
            window.close()
            assert twice == [], name
    finally:
        qapp.removeTranslator(translator)


def test_the_keyboard_reaches_every_control(shown: QWidget) -> None:
    unreachable = [
        f"{type(w).__name__} {_name(w)}"
        for w in _visible_controls(shown)
        if w.isEnabled()
        and not isinstance(w, QProgressBar)
        and w.objectName() not in LED_BY_ANOTHER
        and not w.focusPolicy().value & 1
    ]
    assert unreachable == []


# ------------------------------------------------------------------ longer words


class _Doubling(QTranslator):
    """Says everything twice, as a wordier language would."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        del context, disambiguation, n
        return f"{text} {text.replace('&', '')}"

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def test_doubled_texts_are_not_clipped(qapp: QApplication, stage: Stage, qtbot: QtBot) -> None:
    translator = _Doubling()
    qapp.installTranslator(translator)
    try:
        for name, make in WINDOWS.items():
            window = make(stage)
            window.show()
            qtbot.waitExposed(window)
            for _ in range(_LAYOUTS_WITHIN_LAYOUTS):
                qapp.processEvents()
            clipped = _clipped(window)
            window.close()
            assert clipped == [], name
    finally:
        qapp.removeTranslator(translator)


def _clipped(window: QWidget) -> list[str]:
    buttons = [b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.text()]
    labels = [x for x in window.findChildren(QLabel) if x.isVisible() and type(x) is QLabel]
    cut = [b.text() for b in buttons if b.width() < b.minimumSizeHint().width()]
    cut += [x.text() for x in labels if x.wordWrap() and x.height() < x.heightForWidth(x.width())]
    cut += [x.text() for x in labels if not x.wordWrap() and x.width() < x.sizeHint().width()]
    return cut


def test_a_text_without_room_would_be_found(stage: Stage) -> None:
    host = stage.host()
    button, label, lines = QPushButton("Registrar", host), QLabel("Registrar", host), QLabel(host)
    lines.setWordWrap(True)
    lines.setText("palavra " * 20)
    host.show()
    for widget in (button, label, lines):
        widget.setFixedSize(20, 20)
    assert len(_clipped(host)) == 3


def test_a_control_without_a_name_would_be_found(stage: Stage) -> None:
    host = stage.host()
    nameless, named = QLineEdit(host), QLineEdit(host)
    named.setAccessibleName("Cliente")
    host.show()
    assert [w for w in _visible_controls(host) if not _name(w)] == [nameless]
