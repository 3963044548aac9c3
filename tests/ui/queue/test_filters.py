"""Filters and text: each chip narrows by click and by key, typing searches, the newest wins."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from tests.desks import Asked, Later, open_tickets
from tests.ui.room import CONTROL, SHIFT, Room, RoomOpener
from ui.actions import ActionId
from ui.queue.columns import Column
from ui.queue.model import PAGE_ROWS
from ui.queue.views import ViewId
from ui.widgets.chips import ChoiceChip

FIRST = Asked(
    "2026-03-03 08:00", Severity.HIGH, team="suporte-tecnico", client="Silva & Filhos",
    product="Boletim", assignee="Ana", summary="Ligação cai ao emitir a NF-e",
)  # fmt: skip
SECOND = Asked(
    "2026-03-03 09:00", Severity.LOW, team="cst", client="Clínica Sol", product="Caixa",
    assignee="Beto", summary="Relatório sem acentuação",
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-03 10:00"),),
)  # fmt: skip
THIRD = Asked(
    "2026-03-03 10:00", Severity.LOW, team="cloud", client="Clínica Sol", product="Caixa",
    assignee="Caio", summary="Ligações lentas à noite",
)  # fmt: skip
BOTH_OF_SOL = {SECOND.summary, THIRD.summary}


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    open_tickets(sqlite_desk, FIRST, SECOND, THIRD)
    room = open_the_room()
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    return room


def _chip(room: Room, name: str) -> ChoiceChip:
    return next(chip for chip in room.page.filters.chips if chip._name == name)


def _choose(room: Room, name: str, *choices: str) -> None:
    """Open a chip by key and tick lines with Space."""
    chip = _chip(room, name)
    chip.setFocus()
    room.qtbot.keyClick(chip, Qt.Key.Key_Space)
    popup = chip.popup
    assert popup is not None
    rows = popup.rows
    texts = [rows.item(at).text() for at in range(rows.count())]
    for choice in choices:
        rows.setCurrentRow(next(at for at, text in enumerate(texts) if text.startswith(choice)))
        room.qtbot.keyClick(rows, Qt.Key.Key_Space)
    room.qtbot.keyClick(rows, Qt.Key.Key_Return)
    room.settle()


def _summaries(room: Room) -> set[str]:
    return set(room.column(Column.SUMMARY))


def _search(room: Room, text: str) -> None:
    room.key(Qt.Key.Key_F, CONTROL)
    room.type(text)
    room.qtbot.waitUntil(lambda: room.page.filters._text == text)
    room.settle()


@pytest.mark.parametrize(
    ("name", "choice", "wanted"),
    [
        ("equipe", "CST", {SECOND.summary}),
        ("severidade", "▲ Alta", {FIRST.summary}),
        ("situação", "pendente", {SECOND.summary}),
        ("produto", "Caixa", BOTH_OF_SOL),
        ("cliente", "Clínica Sol", BOTH_OF_SOL),
        ("dono", "Caio", {THIRD.summary}),
    ],
)
def test_each_chip_narrows_the_list(room: Room, name: str, choice: str, wanted: set[str]) -> None:
    _choose(room, name, choice)
    assert _summaries(room) == wanted
    assert f"{name}: {choice}" in _chip(room, name).text()


def test_several_choices_of_a_chip_add_up_and_chips_narrow_one_another(room: Room) -> None:
    _choose(room, "dono", "Ana", "Caio")
    assert _summaries(room) == {FIRST.summary, THIRD.summary}
    _choose(room, "cliente", "Clínica Sol")
    assert _summaries(room) == {THIRD.summary}


def test_a_choice_tells_how_many_open_tickets_it_has(room: Room) -> None:
    _chip(room, "cliente").click()
    popup = _chip(room, "cliente").popup
    assert popup is not None
    assert popup.rows.item(0).text() == "Clínica Sol   2"
    popup.close()


def test_a_name_with_an_ampersand_is_shown_with_it(room: Room) -> None:
    _choose(room, "cliente", "Silva & Filhos")
    assert "Silva && Filhos" in _chip(room, "cliente").text()
    assert _chip(room, "cliente").accessibleName() == "cliente: Silva & Filhos"


def test_all_filters_are_cleared_by_one_key(room: Room) -> None:
    _choose(room, "cliente", "Clínica Sol")
    _search(room, "acentuacao")
    assert _summaries(room) == {SECOND.summary}
    room.key(Qt.Key.Key_X, CONTROL | SHIFT)
    room.settle()
    assert len(room.shown) == 3
    assert room.page.filters.search_field.text() == ""
    assert not room.page.filters.is_narrowing


def test_text_is_found_without_accents_and_by_its_beginning(room: Room) -> None:
    _search(room, "ligac")
    assert _summaries(room) == {FIRST.summary, THIRD.summary}


def test_a_ticket_is_found_by_its_number(room: Room) -> None:
    number = room.shown[1]
    _search(room, f"{number:08d}")
    assert room.shown == [number]


def test_esc_empties_the_text_and_brings_everything_back(room: Room) -> None:
    _search(room, "ligac")
    room.key(Qt.Key.Key_Escape)
    room.settle()
    assert room.page.filters.search_field.text() == ""
    assert len(room.shown) == 3


def test_down_goes_from_the_text_to_the_list(room: Room) -> None:
    room.key(Qt.Key.Key_F, CONTROL)
    room.type("ligac")
    room.key(Qt.Key.Key_Down)
    room.settle()
    assert room.page.table.hasFocus()
    assert _summaries(room) == {FIRST.summary, THIRD.summary}


def test_the_same_text_can_be_searched_again_after_clearing(room: Room) -> None:
    _search(room, "ligac")
    room.key(Qt.Key.Key_X, CONTROL | SHIFT)
    room.settle()
    _search(room, "ligac")
    assert _summaries(room) == {FIRST.summary, THIRD.summary}


def test_nothing_found_says_so_and_offers_to_clear(room: Room) -> None:
    _search(room, "inexistente")
    vacancy = room.page._vacancy
    assert vacancy._title.text() == "Nenhum chamado com estes filtros"
    assert room.page.filters.summary_text == "nenhum chamado"
    room.click(vacancy.button)
    assert len(room.shown) == 3


def test_only_the_newest_question_is_answered(room: Room) -> None:
    shown: list[tuple[str, ...]] = []
    room.page.model.modelReset.connect(lambda: shown.append(tuple(room.column(Column.SUMMARY))))
    chip = _chip(room, "dono")
    for people in (("Ana",), ("Beto",), ("Ana", "Beto"), ("Caio",)):
        values = [c.value for c in chip._choices if c.text in people]
        chip._on_changed(tuple(values))
    room.settle()
    assert shown[-1] == (THIRD.summary,)
    assert len(shown) <= 2
    assert _summaries(room) == {THIRD.summary}


def test_a_long_name_does_not_push_the_window_apart(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    name = "Associação Beneficente Educacional e Cultural dos Amigos da Serra do Mar e Adjacências"
    open_tickets(sqlite_desk, Asked(client=name, product=name, assignee=name))
    room = open_the_room()
    for chip in ("cliente", "produto", "dono"):
        _choose(room, chip, name)
    room.window.resize(1366, 768)
    assert room.window.width() == 1366
    assert room.window.minimumSizeHint().width() <= 1366
    assert name in _chip(room, "cliente").toolTip()


def test_the_keyboard_returns_to_the_chip_when_its_choices_close(room: Room) -> None:
    _choose(room, "dono", "Ana")
    assert room.window.focusWidget() is _chip(room, "dono")


def test_the_ticket_one_stands_on_is_in_sight_when_the_list_grows_again(
    sqlite_desk: Desk, open_the_room: RoomOpener
) -> None:
    others = [Asked(f"2026-03-02 08:{minute:02d}") for minute in range(60)] * 5
    few = [Asked("2026-03-03 12:00", team="cst")] * 3
    mine = open_tickets(sqlite_desk, *others, *few)[-1]
    room = open_the_room()
    room.click(room.page.views.chip(ViewId.ALL_OPEN))
    _choose(room, "equipe", "CST")
    assert len(room.shown) == len(few)
    room.stand_on(mine)
    room.window.trigger(ActionId.CLEAR_FILTERS)
    room.settle()
    table = room.page.table
    assert len(room.shown) == len(others) + len(few)
    assert table.current_ticket() == mine
    first, last = table.visible_rows()
    row = room.page.model.row_of(mine)
    assert row is not None
    assert PAGE_ROWS < first <= row <= last
    assert room.page.model.line_at(first) is not None
