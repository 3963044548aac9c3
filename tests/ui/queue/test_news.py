"""News of one's own tickets, in the window or on the desktop (SLA-9)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.changes import tickets_changed
from app.domain.severity import Severity
from app.services.desk import Desk
from app.services.desk_acts import DeskActs
from tests.desks import Asked, open_tickets
from tests.ui.room import Room, RoomOpener
from ui.desktop_news import DesktopNews, SystemTray


class FakeTray:
    """A desktop that keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, str]] = []
        self.clicked: Callable[[], None] | None = None

    def tell(self, title: str, text: str, clicked: Callable[[], None]) -> bool:
        self.told.append((title, text))
        self.clicked = clicked
        return True


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    opened = "2026-03-04 11:00"  # an hour ago: no warning is due yet
    asked = [
        Asked(opened, Severity.LOW, assignee="Ana", summary=f"Chamado {n}") for n in range(1, 6)
    ]
    open_tickets(sqlite_desk, *asked)
    room = open_the_room()
    room.workspace.people.sit_down("Ana")
    return room


def news_of(room: Room) -> DesktopNews:
    return next(iter(room.page.findChildren(DesktopNews)))


def happen(room: Room, desk: Desk, *numbers: int) -> None:
    acts = DeskActs(desk)
    for number in numbers:
        entry = {"number": str(number), "actor": "Beto"}
        acts.perform({"act": "wait", **entry})
        acts.perform({"act": "answer", "text": "ok", "channel": "phone", **entry})
    room.notice_others()
    room.settle()


def test_in_the_window_news_rises_in_the_corner_and_leads_to_the_ticket(
    room: Room, sqlite_desk: Desk
) -> None:
    room.window.activateWindow()
    happen(room, sqlite_desk, 3)
    assert any("00000003 · o cliente respondeu: Chamado 3" in t for t in room.window.toasts.texts)


def test_elsewhere_the_desktop_tells_it_and_a_click_leads_to_the_ticket(
    room: Room, sqlite_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray = FakeTray()
    news = news_of(room)
    news._tray = tray
    monkeypatch.setattr(type(room.window), "isActiveWindow", lambda _window: False)
    happen(room, sqlite_desk, 2)
    assert tray.told == [("00000002 · o cliente respondeu", "Chamado 2")]
    assert tray.clicked is not None
    tray.clicked()
    room.settle()
    assert room.page.table.current_ticket() == 2


def test_many_at_once_become_one(room: Room, sqlite_desk: Desk) -> None:
    happen(room, sqlite_desk, 1, 2, 3, 4)
    assert any("4 novidades nos seus chamados" in text for text in room.window.toasts.texts)


def test_who_wants_no_news_gets_none(room: Room, sqlite_desk: Desk) -> None:
    room.context.settings.change(news=False)
    happen(room, sqlite_desk, 1)
    room.context.settings.change(news=True)
    room.context.bus.publish(tickets_changed(1))
    room.settle()
    assert not any("00000001 ·" in text for text in room.window.toasts.texts), "nor later"


def test_a_desktop_without_a_tray_says_so(room: Room) -> None:
    assert not SystemTray(room.context, room.page).tell("a", "b", room.window.raise_)
