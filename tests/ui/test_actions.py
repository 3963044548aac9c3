from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.actions import (
    ACTIONS,
    ActionId,
    Scope,
    actions_within,
    key_text,
    spec_of,
    specs_for,
    text_of,
    tooltip,
)
from ui.composition import WindowContext
from ui.page import PAGES, PageId


def test_every_action_is_described_once() -> None:
    assert Counter(spec.id for spec in ACTIONS) == Counter(ActionId)


@pytest.mark.parametrize("page", list(PageId))
def test_no_key_means_two_things_on_a_page(page: PageId) -> None:
    keys = [spec.key for spec in specs_for(page) if spec.key] + [spec.key for spec in PAGES]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


def test_every_key_is_one_that_qt_understands() -> None:
    for spec in ACTIONS:
        if spec.key:
            assert not QKeySequence(spec.key).isEmpty(), spec
            assert QKeySequence(spec.key).toString(), spec


def test_keys_without_a_modifier_act_only_where_nobody_types() -> None:
    bare = [spec for spec in ACTIONS if len(spec.key) == 1]
    assert [spec for spec in bare if spec.scope is not Scope.LIST] == []


def test_an_action_is_made_with_text_key_icon_and_owner(
    qtbot: QtBot, context: WindowContext
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    heard: list[str] = []
    action = context.actions.make(ActionId.REFRESH, lambda: heard.append("refresh"), owner)
    assert action.text() == text_of(ActionId.REFRESH)
    assert action.shortcut() == QKeySequence("F5")
    assert not action.icon().isNull()
    assert action.toolTip() == "Atualizar a fila (F5)"
    assert actions_within([owner]) == [action]
    action.trigger()
    assert heard == ["refresh"]


def test_an_action_without_a_key_has_none_in_its_tooltip() -> None:
    assert tooltip("Tema claro", "") == "Tema claro"
    assert tooltip("Comandos…", "Ctrl+K") == f"Comandos ({key_text('Ctrl+K')})"
    assert spec_of(ActionId.THEME_LIGHT).key == ""
