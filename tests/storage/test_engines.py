"""Opening a database and its units of work."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, select, text

from app.domain.errors import DataFailure, InvalidInput
from app.services.maintenance import sqlite_url
from app.storage import database as database_module
from app.storage.database import BUSY_TIMEOUT_MS, Database
from app.storage.tables import person


def _add(connection: Connection, name: str) -> None:
    connection.execute(insert(person), {"name": name})


def _names(connection: Connection) -> list[str]:
    return list(connection.scalars(select(person.c.name).order_by(person.c.name)))


def test_a_unit_of_work_is_kept_whole(database: Database) -> None:
    with database.write() as connection:
        _add(connection, "Ana")
        _add(connection, "Beto")
    with database.read() as connection:
        assert _names(connection) == ["Ana", "Beto"]


def test_a_unit_of_work_that_fails_leaves_nothing(database: Database) -> None:
    class Refused(Exception):
        pass

    with suppress(Refused), database.write() as connection:
        _add(connection, "Ana")
        raise Refused
    with database.read() as connection:
        assert _names(connection) == []


def test_a_reader_sees_one_state_of_the_database_throughout(database: Database) -> None:
    with database.read() as reader:
        assert _names(reader) == []
        with database.write() as writer:
            _add(writer, "Ana")
        assert _names(reader) == []
    with database.read() as reader:
        assert _names(reader) == ["Ana"]


def test_writing_goes_on_after_reading_on_the_same_connection(database: Database) -> None:
    for name in ("Ana", "Beto", "Caio"):
        with database.read() as connection:
            _names(connection)
        with database.write() as connection:
            _add(connection, name)
    with database.read() as connection:
        assert _names(connection) == ["Ana", "Beto", "Caio"]


def test_a_reference_to_nothing_is_refused(database: Database) -> None:
    contact = text("INSERT INTO contact (client_id, name) VALUES (999, 'Ana')")
    with pytest.raises(DataFailure, match="recusou a operação"), database.write() as connection:
        connection.execute(contact)


def test_a_database_without_tables_says_how_to_make_them(empty_url: str) -> None:
    database = Database(empty_url)
    with pytest.raises(DataFailure, match="db upgrade"), database.read() as connection:
        _names(connection)
    database.close()


def test_a_database_is_called_by_its_kind_and_never_by_its_password() -> None:
    assert Database("sqlite:///desk.db").label == "SQLite local"
    server = Database("postgresql://ana:segredo@banco.example.com/desk")
    assert server.label == "PostgreSQL banco.example.com"
    assert Database("postgresql:///desk").label == "PostgreSQL local"
    assert "banco.example.com" in server.place
    assert "segredo" not in server.place


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("desk.db", "endereço de banco inválido"),
        ("", "endereço de banco inválido"),
        ("postgresql://ana@servidor:porta/desk", "endereço de banco inválido"),
        ("mysql://ana@servidor/desk", "'mysql' não é atendido"),
        ("oracle://ana@servidor/desk", "'oracle' não é atendido"),
        ("sqlite://", "precisa de um arquivo"),
        ("sqlite:///:memory:", "precisa de um arquivo"),
    ],
)
def test_an_unusable_address_says_what_to_write(address: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        Database(address)


def test_a_server_out_of_reach_is_named_without_its_password() -> None:
    database = Database("postgresql://ana:segredo@127.0.0.1:9/desk?connect_timeout=2")
    with pytest.raises(DataFailure, match="não foi possível falar") as refused, database.read():
        pass
    assert "segredo" not in refused.value.sentence
    database.close()


def test_a_missing_driver_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(DataFailure, match="driver do PostgreSQL"):
        Database("postgresql:///desk")


def test_sqlite_waits_for_others_then_says_who_is_in_the_way(
    sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "BUSY_TIMEOUT_MS", 50)
    first, second = Database(sqlite_url(sqlite_file)), Database(sqlite_url(sqlite_file))
    with first.write() as connection:
        _add(connection, "Ana")
        with pytest.raises(DataFailure, match="outra mesa está gravando"), second.write():
            pass
    with second.write() as connection:
        _add(connection, "Beto")
    first.close()
    second.close()


def test_a_writer_waits_until_the_other_is_done(database: Database) -> None:
    may_end = threading.Event()
    has_begun = threading.Event()

    def write_slowly() -> None:
        with database.write() as connection:
            _add(connection, "Ana")
            has_begun.set()
            may_end.wait(5)

    other = threading.Thread(target=write_slowly)
    other.start()
    has_begun.wait(5)
    threading.Timer(0.1, may_end.set).start()
    with database.write() as connection:
        _add(connection, "Beto")
    other.join()
    with database.read() as connection:
        assert _names(connection) == ["Ana", "Beto"]


def test_sqlite_is_set_up_to_lose_nothing(sqlite_database: Database) -> None:
    with sqlite_database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA page_size").scalar() == 8192
        assert (
            connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
            == database_module.BUSY_TIMEOUT_MS
        )
    assert sqlite_database.path is not None
    assert sqlite_database.is_writable()


def test_an_unforeseen_failure_is_passed_on_with_its_cause(database: Database) -> None:
    with pytest.raises(DataFailure, match="recusou a operação"), database.read() as connection:
        connection.exec_driver_sql("SELECT 1 +").scalar()


def test_a_unit_of_work_waits_as_long_as_it_is_told(sqlite_database: Database) -> None:
    for patience in ({"patience_ms": 250}, {}):
        with sqlite_database.write(**patience) as connection:
            waits = connection.exec_driver_sql("PRAGMA busy_timeout").scalar()
        assert waits == patience.get("patience_ms", BUSY_TIMEOUT_MS)
