"""Views a person saves: a set of filters under a name, kept, shown, forgotten, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QMenu

from app.domain.queue_view import QueueFilter, SortKey
from app.domain.severity import Severity
from app.domain.ticket_events import Status
from app.services.desk import Desk
from tests.desks import Asked, open_ticket, open_tickets
from tests.ui.room import CONTROL, LEFT, SHIFT, Room, RoomOpener, the_window
from ui.notices import Notice
from ui.queue.columns import Column
from ui.queue.save_view import SaveViewDialog
from ui.queue.views import SavedView, SavedViews, ViewId

CRITICAL = Asked("2026-03-04 09:00", Severity.CRITICAL, client="Aurora", summary="a")
HIGH = Asked("2026-03-04 09:00", Severity.HIGH, client="Bela Vista", summary="b")
HIGH_TOO = Asked("2026-03-04 09:30", Severity.HIGH, client="Aurora", summary="c")
VIEW = SavedView(
    "Altas & outras",
    ViewId.TEAM,
    QueueFilter(
        teams=("cst",),
        severities=(Severity.HIGH,),
        statuses=(Status.NEW,),
        products=(1,),
        clients=(2,),
        assignees=(3,),
        text='"entre aspas" e \\barra',
        sort=SortKey.CLIENT,
        descending=True,
    ),
)


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, CRITICAL, HIGH, HIGH_TOO)
    return open_the_room()


def _choose_high(room: Room) -> None:
    room.page.filters.chips[1]._on_changed((Severity.HIGH.value,))
    room.settle()


def _save_as(room: Room, name: str) -> None:
    room.key(Qt.Key.Key_S, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, SaveViewDialog)
    room.qtbot.keyClicks(dialog.name_field, name)
    room.qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    room.settle()


def _names(room: Room) -> list[str]:
    return [view.name for view in room.page.views.views if isinstance(view, SavedView)]


def _saved(room: Room, name: str) -> SavedView:
    found = [v for v in room.page.views.views if isinstance(v, SavedView) and v.name == name]
    return found[0]


def _forget(room: Room, name: str) -> Notice:
    notices: list[Notice] = []
    room.context.notices.posted.connect(notices.append)
    chip = room.page.views.chip(_saved(room, name))
    chip.setFocus()
    room.key(Qt.Key.Key_Delete)
    room.settle()
    return notices[-1]


def test_a_saved_view_keeps_filters_and_order_and_survives_a_restart(
    room: Room, open_the_room: RoomOpener
) -> None:
    _choose_high(room)
    room.click_header(Column.CLIENT)
    _save_as(room, "Altas")
    assert room.column(Column.SUMMARY) == ["c", "b"]
    again = open_the_room()
    chip = again.page.views.chip(_saved(again, "Altas"))
    assert chip.text() == "Altas  2"
    again.click(chip)
    assert again.column(Column.SUMMARY) == ["c", "b"]
    assert again.page.filters.chosen().severities == (Severity.HIGH,)


def test_the_count_of_a_saved_view_is_alive(room: Room, sqlite_desk: Desk) -> None:
    _choose_high(room)
    _save_as(room, "Altas")
    open_ticket(sqlite_desk, HIGH)
    room.key(Qt.Key.Key_F5)
    room.settle()
    assert room.page.views.chip(_saved(room, "Altas")).text() == "Altas  3"


def test_the_view_just_saved_is_the_one_shown(room: Room) -> None:
    _choose_high(room)
    _save_as(room, "Altas")
    assert room.page.views.chip(_saved(room, "Altas")).isChecked()


def test_leaving_a_saved_view_leaves_its_filters_behind(room: Room) -> None:
    _choose_high(room)
    room.click_header(Column.CLIENT)
    _save_as(room, "Altas")
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    assert not room.page.filters.is_narrowing
    assert room.column(Column.SUMMARY) == ["a", "b", "c"]


def test_filters_changed_in_a_saved_view_go_along_to_the_next(room: Room) -> None:
    _choose_high(room)
    _save_as(room, "Altas")
    room.page.filters.chips[1]._on_changed((Severity.CRITICAL.value,))
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    assert room.column(Column.SUMMARY) == ["a"]


def test_a_forgotten_view_is_gone_after_a_restart_too(
    room: Room, open_the_room: RoomOpener
) -> None:
    _choose_high(room)
    _save_as(room, "Altas")
    _forget(room, "Altas")
    assert _names(room) == []
    assert room.page.views.chip(ViewId.ALL_OPEN).isChecked()
    assert _names(open_the_room()) == []


def test_forgetting_can_be_undone_and_what_was_saved_since_stays(room: Room) -> None:
    _choose_high(room)
    _save_as(room, "Altas")
    notice = _forget(room, "Altas")
    assert notice.act is not None
    _save_as(room, "Outras")
    notice.act.run()
    room.settle()
    assert sorted(_names(room)) == ["Altas", "Outras"]


def test_forgetting_another_view_leaves_the_one_shown_marked(room: Room) -> None:
    _save_as(room, "Uma")
    _choose_high(room)
    _save_as(room, "Altas")
    _forget(room, "Uma")
    assert room.page.views.chip(_saved(room, "Altas")).isChecked()
    assert room.column(Column.SUMMARY) == ["b", "c"]


def test_a_saved_view_is_forgotten_from_its_menu_too(room: Room) -> None:
    _save_as(room, "Altas")
    chip = room.page.views.chip(_saved(room, "Altas"))
    chip.customContextMenuRequested.emit(QPoint(4, 4))
    menu = the_window(room.qtbot, QMenu)
    room.qtbot.keyClick(menu, Qt.Key.Key_Down)
    room.qtbot.keyClick(menu, Qt.Key.Key_Return)
    room.settle()
    assert _names(room) == []


def test_a_taken_name_says_that_it_replaces(room: Room) -> None:
    _save_as(room, "Altas")
    _choose_high(room)
    room.key(Qt.Key.Key_S, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, SaveViewDialog)
    room.qtbot.keyClicks(dialog.name_field, " Altas ")
    assert dialog.hint_text == "Substitui a visão deste nome."
    room.qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    room.settle()
    assert _names(room) == ["Altas"]
    assert _saved(room, "Altas").chosen.severities == (Severity.HIGH,)


def test_a_view_without_a_name_is_not_saved(room: Room) -> None:
    room.key(Qt.Key.Key_S, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, SaveViewDialog)
    room.qtbot.keyClicks(dialog.name_field, "   ")
    assert not dialog._save.isEnabled()
    room.qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    room.qtbot.keyClick(dialog.name_field, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_folder_that_cannot_be_written_is_told_beside_the_name_which_stays(
    room: Room, own_views: Path
) -> None:
    own_views.parent.mkdir(parents=True, exist_ok=True)
    own_views.with_suffix(".new").mkdir()
    room.key(Qt.Key.Key_S, CONTROL | SHIFT)
    dialog = the_window(room.qtbot, SaveViewDialog)
    room.qtbot.keyClicks(dialog.name_field, "Altas")
    room.qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.name_field.text() == "Altas"
    assert "A visão não foi gravada" in dialog.hint_text
    own_views.with_suffix(".new").rmdir()
    room.qtbot.keyClick(dialog.name_field, Qt.Key.Key_Return)
    room.settle()
    assert _names(room) == ["Altas"]


def test_a_view_that_cannot_be_forgotten_stays_and_says_why(room: Room, own_views: Path) -> None:
    _save_as(room, "Altas")
    own_views.with_suffix(".new").mkdir()
    chip = room.page.views.chip(_saved(room, "Altas"))
    chip.setFocus()
    room.key(Qt.Key.Key_Delete)
    assert "A visão não foi gravada" in room.window.banner.text
    assert _names(room) == ["Altas"]


def test_many_views_scroll_sideways_and_do_not_push_the_window_apart(
    own_views: Path, open_the_room: RoomOpener
) -> None:
    long = [SavedView(f"Uma visão de nome bastante longo {n}", ViewId.TEAM, QueueFilter())
            for n in range(9)]  # fmt: skip
    SavedViews(own_views).save(long)
    room = open_the_room()
    assert room.window.width() == 1366
    last = room.page.views.chip(long[-1])
    assert last.visibleRegion().isEmpty()
    room.page.show_view(long[-1])
    assert not last.visibleRegion().isEmpty()
    area = room.page.views._area
    before = area.horizontalScrollBar().value()
    area.wheelEvent(_wheel(area.rect().center(), 120))
    assert area.horizontalScrollBar().value() < before
    room.settle()


def _wheel(place: QPoint, turned: int) -> QWheelEvent:
    return QWheelEvent(
        place, place, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip


def test_a_view_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    saved = SavedViews(tmp_path / "fundo" / "views.toml")
    saved.save([VIEW])
    assert saved.load() == (VIEW,)


@pytest.mark.parametrize(
    "content",
    [b"[[view", b"\xff\xfe", b'[[view]]\nname = "x"', b'[[view]]\nname = "x"\nbase = "NO"',
     b"view = 3", b"view = [3]"],
)  # fmt: skip
def test_a_broken_file_is_an_empty_one(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "views.toml"
    path.write_bytes(content)
    assert SavedViews(path).load() == ()


def test_a_click_on_a_saved_view_shows_it(room: Room) -> None:
    _choose_high(room)
    _save_as(room, "Altas")
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    room.qtbot.mouseClick(room.page.views.chip(_saved(room, "Altas")), LEFT)
    room.settle()
    assert room.column(Column.SUMMARY) == ["b", "c"]
