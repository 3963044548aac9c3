"""Disks and files that are not as they should be: a clear sentence, and nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from app.domain.clock import FixedClock
from app.domain.errors import DataFailure
from app.services.desk import Desk
from app.services.health import check
from app.services.maintenance import open_database, sqlite_url, upgrade_database
from app.storage import network_drive
from app.storage.database import Database
from app.storage.network_drive import is_network_drive
from app.storage.tickets import all_numbers
from tests.databases import NOON
from tests.desks import Asked, open_ticket, open_tickets

CLOCK = FixedClock(NOON)
MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/desk {folder}/share cifs rw 0 0
server:/export {folder}/nfs nfs4 rw 0 0
/dev/sdb1 {folder}/share/local ext4 rw 0 0
host: {folder}/my\\040drive fuse.sshfs rw 0 0
tmpfs {folder}/twice tmpfs rw 0 0
server:/other {folder}/twice nfs rw 0 0
"""


def _numbers(database: Database) -> list[int]:
    with database.read() as connection:
        return all_numbers(connection)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"Um texto qualquer, e nada mais.\n" * 300, "não é um banco da Bancada"),
        (b"SQLite format 3\x00" + b"\xff" * 9000, "não é um banco da Bancada|danificado"),
    ],
)
def test_what_is_no_database_is_named_and_left_as_it_is(
    tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)
    with pytest.raises(DataFailure, match=words):
        open_database(sqlite_url(path), CLOCK)
    assert path.read_bytes() == content


def test_a_damaged_file_says_how_to_go_on(sqlite_file: Path) -> None:
    content = bytearray(sqlite_file.read_bytes())
    content[8192 : len(content) : 3] = b"\xa5" * len(range(8192, len(content), 3))
    sqlite_file.write_bytes(content)
    with pytest.raises(DataFailure, match=r"danificado; restaure a última cópia com db restore"):
        Desk(open_database(sqlite_url(sqlite_file), CLOCK), CLOCK)


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(DataFailure, match="não foi possível abrir"):
        open_database(sqlite_url(tmp_path), CLOCK)


@pytest.fixture
def read_only(sqlite_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database with a ticket that may be read and not written."""
    open_ticket(sqlite_desk)
    assert sqlite_desk.database.path is not None
    sqlite_desk.close()
    monkeypatch.setattr("app.storage.database.os.access", lambda _path, _mode: False)
    database = Database(sqlite_url(sqlite_desk.database.path))

    @event.listens_for(database.engine, "connect")
    def forbid(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    yield database
    database.close()


def test_a_read_only_database_can_be_read_and_says_why_it_is_not_written(
    read_only: Database,
) -> None:
    assert not read_only.is_writable()
    assert _numbers(read_only) == [1]
    with pytest.raises(DataFailure, match="protegido contra escrita"):
        open_ticket(Desk(read_only, CLOCK))
    assert _numbers(read_only) == [1]


def test_a_read_only_database_is_opened_without_an_anchor(
    sqlite_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ticket(sqlite_desk)
    assert sqlite_desk.database.path is not None
    monkeypatch.setattr(Database, "is_writable", lambda _self: False)
    database = open_database(sqlite_url(sqlite_desk.database.path), CLOCK)
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM anchor").scalar() == 0
    database.close()


def test_a_full_disk_loses_nothing_that_was_kept(sqlite_file: Path) -> None:
    database = Database(sqlite_url(sqlite_file))

    @event.listens_for(database.engine, "connect")
    def fill(connection: sqlite3.Connection, _record: object) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    desk = Desk(database, CLOCK)
    kept = open_ticket(desk)
    with pytest.raises(DataFailure, match=r"cheio; libere espaço.*nada foi gravado pela metade"):
        open_tickets(desk, *[Asked(description="palavra " * 500) for _ in range(200)])
    assert _numbers(database) == [kept]
    assert check(database, full=True).faults == ()
    database.close()


def test_a_disk_that_is_full_from_the_start_makes_no_half_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.storage import database as module

    prepare = module._prepare_sqlite

    def fill(connection: sqlite3.Connection, record: object) -> None:
        prepare(connection, record)
        connection.execute("PRAGMA max_page_count = 20")

    monkeypatch.setattr(module, "_prepare_sqlite", fill)
    url = sqlite_url(tmp_path / "desk.db")
    with pytest.raises(DataFailure, match="cheio"):
        open_database(url, CLOCK)
    monkeypatch.undo()
    upgrade_database(url, CLOCK)
    database = Database(url)
    assert check(database).faults == ()
    database.close()


@pytest.fixture
def mounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder below which network drives are mounted."""
    table = tmp_path / "mounts"
    table.write_text(MOUNTS.format(folder=tmp_path), encoding="utf-8")
    monkeypatch.setattr(network_drive, "_MOUNTS", table)
    return tmp_path


@pytest.mark.parametrize(
    ("place", "is_network"),
    [
        ("desk.db", False),
        ("share/desk.db", True),
        ("share/deep/desk.db", True),
        ("share/local/desk.db", False),
        ("share-of-ours/desk.db", False),
        ("nfs/desk.db", True),
        ("my drive/desk.db", True),
        ("twice/desk.db", True),
    ],
)
def test_a_network_drive_is_known_by_its_mount(mounts: Path, place: str, is_network: bool) -> None:  # noqa: FBT001
    assert is_network_drive(mounts / place) is is_network


def test_a_link_does_not_hide_a_network_drive(mounts: Path) -> None:
    (mounts / "share").mkdir()
    (mounts / "link").symlink_to(mounts / "share")
    assert is_network_drive(mounts / "link" / "desk.db")


def test_a_share_of_windows_is_known_by_its_name(tmp_path: Path) -> None:
    assert is_network_drive(Path("\\\\server\\share\\desk.db"))
    assert is_network_drive(Path("//server/share/desk.db"))


def test_where_no_table_of_mounts_is_nothing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_drive, "_MOUNTS", tmp_path / "none")
    assert not is_network_drive(tmp_path / "desk.db")


def test_a_database_on_a_network_drive_is_refused_with_the_way_out(mounts: Path) -> None:
    with pytest.raises(DataFailure, match=r"unidade de rede.*servidor PostgreSQL"):
        Database(sqlite_url(mounts / "share" / "desk.db"))
