"""Copies of a database, and bringing one back: nothing is lost on the way."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import DataFailure, InvalidInput
from app.services import maintenance
from app.services.desk import Desk
from app.services.health import check
from app.services.maintenance import sqlite_url
from app.storage import sqlite_copy
from app.storage.database import Database
from app.storage.tickets import all_numbers
from tests.databases import NOON, PostgresServer
from tests.desks import Asked, open_ticket, open_tickets


def _tickets(path: Path) -> list[int]:
    database = Database(sqlite_url(path))
    with database.read() as connection:
        numbers = all_numbers(connection)
    assert check(database, full=True).faults == ()
    database.close()
    return numbers


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"home"}


@pytest.fixture
def copy(sqlite_desk: Desk, tmp_path: Path) -> Path:
    """A copy of a desk with one ticket."""
    open_ticket(sqlite_desk)
    path = tmp_path / "copy.db"
    maintenance.backup(sqlite_desk.database, path)
    return path


def test_a_copy_holds_everything_and_is_whole(copy: Path) -> None:
    assert _tickets(copy) == [1]


def test_a_copy_is_one_file_and_leaves_nothing_beside_it(copy: Path) -> None:
    assert {name for name in _files(copy.parent) if name.startswith("copy")} == {"copy.db"}


def test_an_existing_file_is_never_overwritten(sqlite_desk: Desk, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(InvalidInput, match="já existe"):
        maintenance.backup(sqlite_desk.database, copy)
    assert copy.read_bytes() == before


def test_a_copy_made_while_others_write_is_whole(sqlite_desk: Desk, tmp_path: Path) -> None:
    may_stop, has_begun = threading.Event(), threading.Event()

    def write() -> None:
        while not may_stop.is_set():
            open_tickets(sqlite_desk, Asked(), Asked())
            has_begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    has_begun.wait(10)
    copies = [tmp_path / f"copy-{number}.db" for number in range(3)]
    for path in copies:
        maintenance.backup(sqlite_desk.database, path)
    may_stop.set()
    writer.join()
    for path in copies:
        numbers = _tickets(path)
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= 2
        assert len(numbers) % 2 == 0


def test_a_copy_tells_how_far_it_is(
    sqlite_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_copy, "PAGES_AT_ONCE", 10)
    told: list[tuple[int, int]] = []
    maintenance.backup(
        sqlite_desk.database, tmp_path / "copy.db", lambda done, all_: told.append((done, all_))
    )
    assert len(told) > 3
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]


@pytest.mark.parametrize("place", ["missing/copy.db", "desk.db/copy.db", "x" * 300 + ".db"])
def test_a_place_that_cannot_be_written_is_named(
    sqlite_desk: Desk, tmp_path: Path, place: str
) -> None:
    with pytest.raises(DataFailure, match="não foi possível gravar a cópia"):
        maintenance.backup(sqlite_desk.database, tmp_path / place)


def test_a_disk_that_fills_up_leaves_no_half_copy(
    sqlite_desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    before = _files(tmp_path)
    with pytest.raises(DataFailure, match=r"copy\.db.*No space left"):
        maintenance.backup(sqlite_desk.database, tmp_path / "copy.db")
    assert _files(tmp_path) == before


def test_a_copy_is_put_where_nothing_stands(copy: Path, tmp_path: Path) -> None:
    place = tmp_path / "new folder" / "desk.db"
    assert maintenance.restore(sqlite_url(place), copy, overwrite=False) is None
    assert _tickets(place) == [1]


def test_a_database_in_place_is_replaced_only_when_asked_to_and_kept_beside(
    sqlite_desk: Desk, copy: Path, sqlite_file: Path
) -> None:
    open_ticket(sqlite_desk)
    sqlite_desk.close()
    with pytest.raises(InvalidInput, match="use --force"):
        maintenance.restore(sqlite_url(sqlite_file), copy, overwrite=False)
    assert _tickets(sqlite_file) == [1, 2]
    kept = maintenance.restore(sqlite_url(sqlite_file), copy, overwrite=True)
    assert kept is not None
    assert _tickets(sqlite_file) == [1]
    assert _tickets(kept) == [1, 2]
    again = maintenance.restore(sqlite_url(sqlite_file), copy, overwrite=True)
    assert again not in (None, kept)
    assert _tickets(kept) == [1, 2]


def test_what_was_written_last_is_kept_even_when_it_is_still_in_the_journal(
    sqlite_desk: Desk, copy: Path, sqlite_file: Path
) -> None:
    open_ticket(sqlite_desk)
    assert sqlite_file.with_name("desk.db-wal").stat().st_size > 0
    kept = maintenance.restore(sqlite_url(sqlite_file), copy, overwrite=True)
    sqlite_desk.close()
    assert kept is not None
    assert _tickets(kept) == [1, 2]
    assert _tickets(sqlite_file) == [1]


@pytest.mark.parametrize("damage", [b"not a database at all" * 400, b""])
def test_a_damaged_database_is_replaced_and_kept_as_it_is(
    copy: Path, tmp_path: Path, damage: bytes
) -> None:
    place = tmp_path / "damaged.db"
    place.write_bytes(damage)
    kept = maintenance.restore(sqlite_url(place), copy, overwrite=True)
    assert kept is not None
    assert kept.read_bytes() == damage
    assert _tickets(place) == [1]


def test_the_journal_of_a_damaged_database_is_kept_with_it(copy: Path, tmp_path: Path) -> None:
    place = tmp_path / "damaged.db"
    place.write_bytes(b"damaged" * 2000)
    place.with_name("damaged.db-wal").write_bytes(b"journal" * 2000)
    kept = maintenance.restore(sqlite_url(place), copy, overwrite=True)
    assert kept is not None
    assert kept.with_name(kept.name + "-wal").read_bytes() == b"journal" * 2000
    assert _tickets(place) == [1]


def _a_foreign_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipe (name)")


def _a_copy_of_no_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM alembic_version")


def _a_cut_copy(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-20_000])


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda path: path.write_text("boletos", encoding="utf-8"), "não é uma cópia"),
        (lambda path: path.write_bytes(b""), "não é uma cópia"),
        (Path.unlink, "não foi possível ler|não é uma cópia"),
        (_a_foreign_database, "não é uma cópia"),
        (_a_copy_of_no_version, "está danificada"),
        (_a_cut_copy, "não é uma cópia|danificada"),
    ],
    ids=["text", "empty", "missing", "foreign", "no version", "cut"],
)
def test_what_is_no_whole_copy_replaces_nothing(
    copy: Path, sqlite_file: Path, spoil: object, words: str
) -> None:
    spoil(copy)  # type: ignore[operator]
    with pytest.raises(DataFailure, match=words):
        maintenance.restore(sqlite_url(sqlite_file), copy, overwrite=True)
    assert _tickets(sqlite_file) == [1]


def test_a_copy_of_a_newer_program_replaces_nothing(copy: Path, sqlite_file: Path) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DataFailure, match="versão mais nova"):
        maintenance.restore(sqlite_url(sqlite_file), copy, overwrite=True)
    assert _tickets(sqlite_file) == [1]


def test_a_restore_that_fails_half_way_leaves_the_database_in_place(
    copy: Path, sqlite_desk: Desk, sqlite_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path, target: Path) -> Path:
        if path.name == "desk.db":
            raise OSError(13, "Permission denied")
        return move(path, target)

    sqlite_desk.close()
    before, move = _files(sqlite_file.parent), Path.replace
    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(DataFailure, match=r"não foi possível restaurar.*Permission denied"):
        maintenance.restore(sqlite_url(sqlite_file), copy, overwrite=True)
    monkeypatch.undo()
    assert _files(sqlite_file.parent) == before
    assert _tickets(sqlite_file) == [1]


def _with_programs(postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    path = f"{postgres.programs}{os.pathsep}{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)


def test_a_server_is_copied_by_its_own_program(
    postgres: PostgresServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_programs(postgres, monkeypatch)
    postgres.reset()
    url = postgres.url(postgres.seeded)
    database = Database(url)
    open_ticket(Desk(database, FixedClock(NOON)))
    maintenance.backup(database, tmp_path / "copy.dump")
    assert (tmp_path / "copy.dump").read_bytes().startswith(b"PGDMP")
    with pytest.raises(InvalidInput, match="já existe"):
        maintenance.backup(database, tmp_path / "copy.dump")
    with pytest.raises(DataFailure, match="não foi possível gravar a cópia"):
        maintenance.backup(database, tmp_path / "missing" / "copy.dump")
    assert _files(tmp_path) == {"copy.dump"}
    with pytest.raises(InvalidInput, match="pg_restore"):
        maintenance.restore(url, tmp_path / "copy.dump", overwrite=True)
    database.close()


def test_a_password_is_never_shown_to_who_lists_the_programs_that_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "pg_dump"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$@ $PGPASSWORD" >&2\nexit 1\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    database = Database("postgresql://ana:segredo@banco.example.com/desk")
    with pytest.raises(DataFailure) as refused:
        maintenance.backup(database, tmp_path / "copy.dump")
    assert "ana@banco.example.com/desk segredo" in refused.value.sentence


def test_without_the_program_of_the_server_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DataFailure, match="pg_dump"):
        maintenance.backup(Database("postgresql:///desk"), tmp_path / "copy.dump")
