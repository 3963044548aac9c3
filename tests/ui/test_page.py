from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.domain.changes import NO_CHANGES, Changes, Kind
from tests.ui.fakes import FakePage
from ui.composition import WindowContext
from ui.page import PAGES, Page, PageId

ONE = Changes(frozenset({Kind.TICKET}), frozenset({1}))
TWO = Changes(frozenset({Kind.TICKET}), frozenset({2}))


@pytest.fixture
def lone_page(qtbot: QtBot, context: WindowContext) -> FakePage:
    page = FakePage(PageId.QUEUE, context)
    qtbot.addWidget(page)
    return page


def test_a_visible_page_refreshes_at_once(lone_page: FakePage, context: WindowContext) -> None:
    lone_page.show()
    context.bus.publish(ONE)
    assert lone_page.refreshed == [ONE]
    assert not lone_page.is_stale


def test_a_hidden_page_refreshes_once_when_it_is_shown(
    lone_page: FakePage, context: WindowContext
) -> None:
    context.bus.publish(ONE)
    context.bus.publish(TWO)
    assert lone_page.refreshed == []
    assert lone_page.is_stale
    lone_page.show()
    assert lone_page.refreshed == [ONE | TWO]
    lone_page.hide()
    lone_page.show()
    assert lone_page.refreshed == [ONE | TWO]


def test_nothing_changed_is_not_news(lone_page: FakePage, context: WindowContext) -> None:
    lone_page.show()
    context.bus.publish(NO_CHANGES)
    assert lone_page.refreshed == []


def test_a_page_can_ignore_what_it_does_not_show(qtbot: QtBot, context: WindowContext) -> None:
    class CalendarsOnly(FakePage):
        def cares_about(self, changes: Changes) -> bool:
            return changes.touches(Kind.CALENDAR)

    page = CalendarsOnly(PageId.QUEUE, context)
    qtbot.addWidget(page)
    context.bus.publish(ONE)
    assert not page.is_stale


def test_a_bare_page_takes_the_keyboard_and_refreshes_nothing(
    qtbot: QtBot, context: WindowContext
) -> None:
    page = Page(PageId.QUEUE, context.bus)
    qtbot.addWidget(page)
    page.show()
    page.focus_first()
    context.bus.publish(ONE)
    assert not page.is_stale


def test_every_page_has_a_title_and_a_key_of_its_own() -> None:
    assert [spec.id for spec in PAGES] == list(PageId)
    assert PAGES[0].plain_title == "Fila"
    assert len({spec.key for spec in PAGES}) == len(PAGES)
