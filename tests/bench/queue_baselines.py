"""Qt's own ways of showing the same queue: what the page is measured against."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRegularExpression, QSortFilterProxyModel
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

ORDER = "queue_group, queue_at, severity_rank, opened_at, id"
COLUMNS = (
    "SELECT t.due_at, t.id, t.severity, c.name, x.summary, p.name, w.name FROM ticket t "
    "JOIN ticket_text x ON x.ticket_id = t.id LEFT JOIN client c ON c.id = t.client_id "
    "LEFT JOIN product p ON p.id = t.product_id LEFT JOIN person w ON w.id = t.assignee_id "
    f"WHERE t.queue_group IS NOT NULL ORDER BY t.{', t.'.join(ORDER.split(', '))}"
)
LIKE = (
    "SELECT t.id FROM ticket t JOIN ticket_text x ON x.ticket_id = t.id "
    "LEFT JOIN client c ON c.id = t.client_id WHERE {scope} "
    "(x.summary LIKE ? OR x.description LIKE ? OR c.name LIKE ?) "
    f"ORDER BY t.{', t.'.join(ORDER.split(', '))}"
)


def table_model(path: Path) -> QSqlTableModel:
    """Return a ``QSqlTableModel`` over the open tickets; nothing is read yet."""
    database = QSqlDatabase.addDatabase("QSQLITE", "baseline")
    database.setDatabaseName(str(path))
    database.setConnectOptions("QSQLITE_OPEN_READONLY")
    if not database.open():
        raise SystemExit(database.lastError().text())
    model = QSqlTableModel(None, database)
    model.setTable("ticket")
    model.setFilter(f"queue_group IS NOT NULL ORDER BY {ORDER}")
    return model


def fetch_whole(model: QSqlTableModel) -> int:
    """Read every row of the model; returns how many there are."""
    model.select()
    while model.canFetchMore():
        model.fetchMore()
    return model.rowCount()


def item_model(path: Path) -> QStandardItemModel:
    """Return a ``QStandardItemModel`` with every open ticket in it."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute(COLUMNS).fetchall()
    model = QStandardItemModel(0, 7)
    for row in rows:
        model.appendRow([QStandardItem("" if value is None else str(value)) for value in row])
    return model


def proxy_on(model: QStandardItemModel) -> QSortFilterProxyModel:
    """Return a proxy that filters the item model by the text of one column."""
    proxy = QSortFilterProxyModel()
    proxy.setSourceModel(model)
    return proxy


def filter_exactly(proxy: QSortFilterProxyModel, column: int, text: str) -> None:
    """Keep the rows whose column is a text."""
    proxy.setFilterKeyColumn(column)
    escaped = QRegularExpression.escape(text)
    proxy.setFilterRegularExpression(QRegularExpression(f"^{escaped}$" if text else ""))


def widen_like(view: QTableView, other: QTableView) -> None:
    """Give a table the widths of another one's visible columns, so that both draw as much."""
    header = other.horizontalHeader()
    shown = [section for section in range(header.count()) if not header.isSectionHidden(section)]
    for column, section in enumerate(shown):
        view.setColumnWidth(column, header.sectionSize(section))
    view.setFont(other.font())


def plain_view() -> QTableView:
    """Return a table as plain as the queue's own."""
    view = QTableView()
    view.verticalHeader().setDefaultSectionSize(28)
    view.verticalHeader().hide()
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.resize(1340, 560)
    return view


def like(path: Path, word: str, *, open_only: bool) -> Sequence[int]:
    """Search by LIKE on three columns, as a program without an index of words would."""
    scope = "t.queue_group IS NOT NULL AND" if open_only else ""
    pattern = f"%{word}%"
    with sqlite3.connect(path) as connection:
        found = connection.execute(LIKE.format(scope=scope), [pattern] * 3).fetchall()
    return [number for (number,) in found]
