"""The page Painel by keys and clicks: every number and bar opens its tickets (SLA-10)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from app.domain.changes import SETTINGS_CHANGED
from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import DataFailure
from app.domain.roles import Role
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from tests.desks import Asked, Later, at, open_tickets
from tests.ui.room import CONTROL, Room, RoomOpener
from ui.dashboard.page import DashboardPage
from ui.dashboard.work import paper, table
from ui.queue.page import QueuePage

K = Qt.Key
ANA, BIA = "Ana Areia", "Bia Brisa"


@pytest.fixture
def room(sqlite_desk: Desk, open_the_room: RoomOpener) -> Room:
    solved = Later(EventKind.SOLUTION, "2026-03-02 10:00")
    late = Later(EventKind.SOLUTION, "2026-03-02 20:00")
    accepted = Later(EventKind.ACCEPTED, "2026-03-03 15:00")
    open_tickets(
        sqlite_desk,
        Asked(severity=Severity.CRITICAL, assignee=ANA),
        Asked(severity=Severity.LOW, assignee=ANA),
        Asked(severity=Severity.LOW, assignee=BIA, team="cst"),
        Asked(severity=Severity.HIGH, later=(solved, accepted)),
        Asked(severity=Severity.CRITICAL, later=(late, accepted)),
    )
    sqlite_desk.clock = FixedClock(from_epoch(at("2026-03-04 12:00")))
    return open_the_room()


def _page(room: Room) -> DashboardPage:
    room.key(K.Key_6, CONTROL)
    page = room.window.current_page
    assert isinstance(page, DashboardPage)
    room.qtbot.waitUntil(lambda: page.is_drawn, timeout=10_000)
    room.settle()
    return page


def _tiles(page: DashboardPage) -> list[str]:
    return [tile.accessibleName() for tile in page.tiles]


def _numbers(page: DashboardPage) -> list[str]:
    return [row[0] for row in page.behind.table.lines.rows]


def test_the_numbers_of_this_month_stand_at_the_top(room: Room) -> None:
    page = _page(room)
    assert page.asked.period.hasFocus()
    assert _tiles(page) == [
        "no prazo: 33,3\u00a0%",
        "abertos: 3",
        "em atraso agora: 1",
        "vencem até amanhã: 1",
        "nenhuma resposta: –",
        "cartas à espera: 0",
    ]
    assert [tile.isEnabled() for tile in page.tiles] == [True, True, True, True, False, False]
    room.click(page.tiles[2])
    room.settle()
    assert page.behind.title.text() == "Em atraso agora: 1 chamado"
    assert _numbers(page) == ["00000001"]


def test_bars_are_walked_by_keys_and_a_ticket_is_opened_in_the_queue(room: Room) -> None:
    page = _page(room)
    chart = page.grid.cards["loads"].chart
    chart.setFocus()
    assert chart.accessibleName() == "Carga por analista"
    assert chart.accessibleDescription() == f"{ANA}, no prazo: 1"
    room.key(K.Key_Down)
    assert chart.accessibleDescription() == f"{ANA}, em atraso: 1"
    room.key(K.Key_End)
    room.key(K.Key_Right)
    assert chart.accessibleDescription() == f"{BIA}, no prazo: 1"
    room.key(K.Key_Return)
    room.settle()
    assert (page.behind.title.text(), _numbers(page)) == (
        f"{BIA}, no prazo: 1 chamado",
        ["00000003"],
    )
    room.key(K.Key_Home)
    room.key(K.Key_Space)
    room.settle()
    assert _numbers(page) == ["00000002"]
    page.behind.table.setFocus()
    room.key(K.Key_Return)
    room.settle()
    assert isinstance(room.window.current_page, QueuePage)
    assert room.window.current_page.table.selected_tickets() == (2,)


def test_a_bar_is_clicked_and_says_what_it_is(room: Room) -> None:
    page = _page(room)
    chart = page.grid.cards["severities"].chart
    bar, part = next(iter(chart.bars.spots()))
    assert (bar.label, part.name, bar.told) == ("Crítica", "em atraso", "0,0\u00a0% (2)")
    spot: QPoint = chart.spot_at(0).toPoint()
    room.qtbot.mouseMove(chart.viewport(), spot)
    room.qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    room.settle()
    assert page.behind.title.text() == "Crítica, em atraso: 2 chamados"
    assert _numbers(page) == ["00000001", "00000005"]
    room.qtbot.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    room.settle()
    assert page.behind.title.text() == "Crítica, em atraso: 2 chamados"


def test_another_period_and_another_team_are_counted(room: Room) -> None:
    page = _page(room)
    page.asked.team.setCurrentIndex(page.asked.team.findData("cst"))
    room.settle()
    assert _tiles(page)[1] == "abertos: 1"
    page.asked.first.setFocus()
    page.asked.first.selectAll()
    room.type("01/02/2026")
    page.asked.last.setFocus()
    page.asked.last.selectAll()
    room.type("28/02/2026")
    assert page.asked.period.currentText() == "outro período"
    room.key(K.Key_Return)
    room.settle()
    assert _tiles(page)[:2] == ["no prazo: –", "abertos: 1"]
    card = page.grid.cards["teams"]
    assert not card.chart.isVisible()
    said = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert "Nenhum prazo venceu no período." in said
    page.asked.period.setCurrentIndex(3)
    room.settle()
    assert (page.asked.first.text(), page.asked.last.text()) == ("05/03/2025", "04/03/2026")
    page.asked.period.setCurrentIndex(1)
    room.settle()
    assert (page.asked.first.text(), page.asked.last.text()) == ("01/02/2026", "28/02/2026")


@pytest.mark.parametrize(
    ("first", "last", "field", "said"),
    [
        ("ontem", "01/03/2026", "first", "Data inválida"),
        ("02/03/2026", "01/03/2026", "last", "termina antes de começar"),
        ("01/01/2020", "01/03/2026", "last", "um ano"),
        ("01/03/2026", "31/12/9999", "last", "ano 9999"),
    ],
)
def test_a_period_that_cannot_be_is_refused_at_its_field(
    room: Room, first: str, last: str, field: str, said: str
) -> None:
    page = _page(room)
    page.asked.period.setCurrentIndex(4)
    page.asked.first.setText(first)
    page.asked.last.setText(last)
    room.key(K.Key_Return, CONTROL)
    room.settle()
    assert said in page.asked.fields[field].refusal
    assert _tiles(page)[1] == "abertos: 3"


def test_the_files_say_what_the_page_says(room: Room, tmp_path: Path) -> None:
    page = _page(room)
    page.save(tmp_path / "painel.csv", table)
    page.save(tmp_path / "painel.pdf", paper)
    room.settle()
    text = (tmp_path / "painel.csv").read_text("utf-8-sig")
    rows = [tuple(row) for row in csv.reader(text.splitlines(), delimiter=";")]
    assert ("Cumprimento de prazo", "Total", "cumprimento", "33,3 %") in rows
    assert ("Carga por analista", ANA, "em atraso", "1") in rows
    assert sum(int(v) for g, _n, _d, v in rows if g == "Idade dos abertos") == 3
    assert (tmp_path / "painel.pdf").read_bytes().startswith(b"%PDF")
    assert room.window.toasts.texts[-1] == "Painel salvo: painel.pdf"


def test_what_changes_is_counted_again_soon(room: Room) -> None:
    page = _page(room)
    page._rest.setInterval(10)
    open_tickets(room.workspace.desk, Asked(severity=Severity.LOW))
    room.notice_others()
    room.qtbot.waitUntil(lambda: _tiles(page)[1] == "abertos: 4")


def test_the_list_follows_what_was_pressed(room: Room) -> None:
    page = _page(room)
    room.click(page.tiles[1])
    room.settle()
    assert page.behind.title.text() == "Abertos: 3 chamados"
    page.asked.team.setCurrentIndex(page.asked.team.findData("cst"))
    room.settle()
    assert (page.behind.title.text(), _numbers(page)) == ("Abertos: 1 chamado", ["00000003"])
    chart = page.grid.cards["severities"].chart
    room.qtbot.waitUntil(lambda: page.is_drawn)
    assert chart.current is None  # nothing of this team fell due
    page.asked.team.setCurrentIndex(0)
    room.settle()
    room.qtbot.waitUntil(lambda: page.is_drawn)
    chart.opened.emit(*chart.current)
    room.settle()
    assert _numbers(page) == ["00000001", "00000005"]
    page.asked.team.setCurrentIndex(page.asked.team.findData("cst"))
    room.settle()
    assert page.behind.title.text() == "Crítica, em atraso: nenhum chamado"
    assert _numbers(page) == []


def test_a_period_by_its_name_ends_today_and_time_alone_counts_again(room: Room) -> None:
    page = _page(room)
    page._rest.setInterval(1)
    assert page.asked.last.text() == "04/03/2026"
    assert _tiles(page)[2] == "em atraso agora: 1"
    room.tick("2026-04-02 12:00")
    room.qtbot.waitUntil(lambda: page.asked.last.text() == "02/04/2026")
    room.qtbot.waitUntil(lambda: _tiles(page)[2] != "em atraso agora: 1")
    assert page.asked.first.text() == "01/04/2026"


def test_whoever_may_not_see_it_keeps_nothing_of_it(room: Room, tmp_path: Path) -> None:
    page = _page(room)
    room.click(page.tiles[1])
    room.settle()
    room.workspace.desk.sit(ANA, Role.ANALYST)
    page.refresh(SETTINGS_CHANGED)
    room.settle()
    assert (page.figures, page.behind.current, page.behind.currentIndex()) == (None, None, 0)
    assert page._stack.currentIndex() == 1
    page.save(tmp_path / "painel.csv", table)
    room.settle()
    assert not (tmp_path / "painel.csv").exists()
    room.workspace.desk.sit("Gil", Role.MANAGER)
    page.refresh(SETTINGS_CHANGED)
    room.settle()
    assert page._stack.currentIndex() == 0
    assert page.asked.team.findData("ouvidoria") == -1


def test_a_failure_of_the_database_leaves_the_page_as_it_was(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(room)

    def lost(*_asked: object) -> None:
        raise DataFailure("o banco não responde")

    monkeypatch.setattr(room.workspace.dashboard, "figures", lost)
    page.count()
    room.settle()
    assert page._stack.currentIndex() == 0
    assert _tiles(page)[1] == "abertos: 3"


def test_an_analyst_is_told_whose_page_it_is(room: Room) -> None:
    room.workspace.desk.sit(ANA, Role.ANALYST)
    room.key(K.Key_6, CONTROL)
    page = room.window.current_page
    assert isinstance(page, DashboardPage)
    room.settle()
    assert page._stack.currentIndex() == 1
    assert page.figures is None
