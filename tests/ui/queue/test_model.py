"""The model: laws of Qt, 60,000 numbers at no cost, rows fetched only around what is seen."""

from __future__ import annotations

import time
from array import array
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.domain.clock import FixedClock, to_epoch
from app.domain.queue_view import QueueRow
from app.domain.severity import Severity
from app.domain.ticket_events import Status
from app.services.desk import Desk
from app.services.queue import QueueService
from ui.composition import WindowContext
from ui.queue.columns import COLUMNS, Column
from ui.queue.model import _AHEAD, _MOST_PAGES, NUMBER_ROLE, PAGE_ROWS, QueueModel, minute_of
from ui.queue.table import QueueTable
from ui.settings import ThemeMode

MANY = 60_000


def a_row(number: int, *, summary: str = "Um assunto") -> QueueRow:
    return QueueRow(
        number=number, version=1, source_key=None, severity=Severity.CRITICAL, status=Status.NEW,
        status_name=None, team="suporte-tecnico", team_name="Suporte Técnico", client="Aurora",
        client_place="Olinda/PE", product="Boletim", assignee=None, summary=summary,
        opened_at=1_772_500_000, status_since=1_772_500_000, closed_at=None, due_at=1_772_800_000,
        acceptance_limit=None, calendar="suporte-tecnico", budget_seconds=72_000,
        remaining_seconds=None, outcome_breached=None,
    )  # fmt: skip


def rows_of(numbers: Sequence[int], *pages: int) -> dict[int, list[QueueRow]]:
    return {
        page: [a_row(number) for number in numbers[page * PAGE_ROWS : (page + 1) * PAGE_ROWS]]
        for page in pages
    }


@pytest.fixture
def model(sqlite_desk: Desk, context: WindowContext, clock: FixedClock) -> QueueModel:
    made = QueueModel(QueueService(sqlite_desk), context.theme, context.icons)
    made.tick(to_epoch(clock.now()), 0, 0)
    return made


@pytest.fixture
def numbers() -> array[int]:
    return array("q", range(1, MANY + 1))


@pytest.fixture
def table(qtbot: QtBot, model: QueueModel, context: WindowContext) -> QueueTable:
    made = QueueTable(model, context.theme, None)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.rows_seen.connect(model.want)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_model_keeps_the_laws_of_qt(model: QueueModel, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert tester.model() is model
    few = array("q", range(1, 300))
    model.show(few, rows_of(few, 0))
    model.take_pages(rows_of(few, 1))
    model.renew(rows_of(few, 0))
    model.tick(model._now + 60, 0, 20)
    model.show(array("q"), {})
    model.show(array("q", [7]), {})


def test_a_row_has_no_children(model: QueueModel, numbers: array[int]) -> None:
    model.show(numbers, {})
    assert model.rowCount() == MANY
    assert model.columnCount() == len(COLUMNS)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_a_row_on_its_way_shows_an_ellipsis_and_nothing_else(
    model: QueueModel, numbers: array[int]
) -> None:
    model.show(numbers, rows_of(numbers, 0))
    row = 5 * PAGE_ROWS
    assert model.index(row, Column.DUE).data() == "…"
    assert model.index(row, Column.SUMMARY).data() == ""
    assert model.index(row, Column.DUE).data(NUMBER_ROLE) == row + 1
    assert model.line_at(row) is None
    assert model.due_of(row) is None
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole,
                 Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.CheckStateRole):  # fmt: skip
        assert model.index(row, Column.SEVERITY).data(role) is None


def test_the_client_s_place_is_told_beside_the_name(model: QueueModel, numbers: array[int]) -> None:
    model.show(numbers, rows_of(numbers, 0))
    tip = Qt.ItemDataRole.ToolTipRole
    assert model.index(0, Column.CLIENT).data(tip) == "Aurora · Olinda/PE"
    assert model.index(0, Column.SUMMARY).data(tip) == "Um assunto"
    assert model.index(0, Column.OPENED).data(tip) == "02/03/2026 22:06:40"
    due = model.due_of(0)
    assert due is not None
    assert due.text == model.index(0, Column.DUE).data()


def test_titles_stand_over_the_columns_alone(model: QueueModel) -> None:
    titles = [model.headerData(c, Qt.Orientation.Horizontal) for c in Column]
    assert [str(title).strip() for title in titles] == [spec.title for spec in COLUMNS]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) is None


def test_a_ticket_is_found_by_its_number_and_a_foreign_one_is_not(
    model: QueueModel, numbers: array[int]
) -> None:
    model.show(numbers, {})
    assert model.row_of(500) == 499
    assert model.row_of(MANY + 1) is None
    assert model.number_at(-1) is None
    assert model.number_at(MANY) is None


def test_only_pages_around_what_is_seen_are_asked_for_and_once(
    model: QueueModel, numbers: array[int]
) -> None:
    asked: list[tuple[int, ...]] = []
    model.pages_wanted.connect(asked.append)
    model.want(0, 20)
    assert asked == []
    model.show(numbers, rows_of(numbers, 0))
    row = 30 * PAGE_ROWS
    model.want(row, row + 20)
    model.want(row, row + 20)
    assert asked == [tuple(range(30 - _AHEAD, 30 + _AHEAD + 1))]
    model.take_pages(rows_of(numbers, *asked[0]))
    assert model.index(row, Column.SUMMARY).data() == "Um assunto"
    model.want(MANY - 5, MANY - 1)
    assert asked[1][-1] == (MANY - 1) // PAGE_ROWS


def test_scrolling_through_everything_keeps_few_rows(
    model: QueueModel, numbers: array[int], table: QueueTable, qtbot: QtBot
) -> None:
    fetched: set[int] = set()

    def fetch(pages: tuple[int, ...]) -> None:
        fetched.update(pages)
        model.take_pages(rows_of(numbers, *pages))

    model.pages_wanted.connect(fetch)
    model.show(numbers, rows_of(numbers, 0))
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > MANY - 100)
    for row in (20_000, 40_000, MANY - 1):
        table.verticalScrollBar().setValue(row)
        qtbot.waitUntil(lambda: table.visible_rows()[0] // PAGE_ROWS in fetched)
    assert len(fetched) <= 4 * (2 * _AHEAD + 2)
    for page in range(_MOST_PAGES + 20):
        model.take_pages(rows_of(numbers, page))
    assert len(model._pages) == _MOST_PAGES
    assert model.line_at(0) is None


def test_selecting_everything_is_cheap_and_asks_no_row(
    model: QueueModel, numbers: array[int], table: QueueTable
) -> None:
    model.show(numbers, rows_of(numbers, 0))
    asked: list[tuple[int, ...]] = []
    model.pages_wanted.connect(asked.append)
    table.setFocus()
    start = time.perf_counter()
    table.selectAll()
    spent = time.perf_counter() - start
    assert spent < 0.3
    assert asked == []
    assert len(table.selected_tickets()) == MANY


def test_a_place_among_sixty_thousand_is_restored(
    model: QueueModel, numbers: array[int], table: QueueTable, qtbot: QtBot
) -> None:
    model.show(numbers, {})
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > MANY - 100)
    table.verticalScrollBar().setValue(50_000)
    table.setCurrentIndex(model.index(50_003, 0))
    place = table.place()
    fresh = array("q", [MANY + 1, *numbers])
    model.show(fresh, {})
    table.restore(place)
    assert table.current_ticket() == 50_004
    assert table.selected_tickets() == (50_004,)
    assert table.verticalScrollBar().value() == 50_001


def test_another_theme_paints_every_row_anew(
    model: QueueModel, numbers: array[int], context: WindowContext, qtbot: QtBot
) -> None:
    model.show(numbers, rows_of(numbers, 0))
    role = Qt.ItemDataRole.ForegroundRole
    light = model.index(0, Column.SEVERITY).data(role).name()

    def is_whole(first: QModelIndex, last: QModelIndex) -> bool:
        return first.row() == 0 and last.row() == MANY - 1

    with qtbot.waitSignal(model.dataChanged, check_params_cb=lambda a, b, _roles: is_whole(a, b)):
        context.theme.apply(ThemeMode.DARK)
    assert model.index(0, Column.SEVERITY).data(role).name() != light


def test_an_empty_model_changes_its_theme_and_its_minute_in_silence(
    model: QueueModel, context: WindowContext, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        context.theme.apply(ThemeMode.DARK)
        model.tick(model._now + 60, 0, 0)


def test_rows_that_changed_are_told_apart_from_those_seen_for_the_first_time(
    model: QueueModel, numbers: array[int]
) -> None:
    model.show(numbers, rows_of(numbers, 0))
    fresh = rows_of(numbers, 0, 1)
    fresh[0][4] = a_row(5, summary="Outro assunto")
    assert model.changed_in(fresh) == (5,)


@pytest.mark.parametrize(("second", "passed"), [(0, 0), (1, 1), (59, 1), (60, 1), (61, 2)])
def test_a_full_minute_belongs_to_the_minute_it_ends(second: int, passed: int) -> None:
    assert minute_of(1_772_636_400 + second) == minute_of(1_772_636_400) + passed
