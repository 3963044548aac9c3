"""The schema: one history of migrations for both engines, and no way back by accident."""

from __future__ import annotations

import multiprocessing
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.domain.clock import FixedClock
from app.domain.errors import DataFailure
from app.services import maintenance
from app.services.desk import Desk
from app.services.health import check
from app.services.maintenance import open_database, sqlite_url, upgrade_database
from app.storage import schema
from app.storage.calendars import teams
from app.storage.consulting_tables import metadata
from app.storage.database import Connection, Database
from app.storage.migrations.naming import include_name
from tests.databases import NOON
from tests.desks import open_ticket, tamper

CLOCK = FixedClock(NOON)
MIGRATIONS = Path(schema.__file__).parent / "migrations"


def _script() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def _say_version(database: Database, version: str) -> None:
    tamper(database, "UPDATE alembic_version SET version_num = :version", version=version)


def test_the_newest_migration_is_the_one_the_program_expects() -> None:
    script = _script()
    assert script.get_heads() == [schema.HEAD]
    assert schema.known_versions() == {revision.revision for revision in script.walk_revisions()}


def test_the_migrations_make_the_tables_that_the_program_uses(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": include_name, "compare_type": True}
        )
        assert compare_metadata(context, metadata) == []


def test_the_indexes_of_the_queue_hold_only_the_tickets_they_serve(database: Database) -> None:
    listed = (
        "SELECT name, sql FROM sqlite_master"
        if database.is_sqlite
        else "SELECT indexname, indexdef FROM pg_indexes"
    )
    with database.read() as connection:
        made = dict(connection.exec_driver_sql(listed).all())
    found = {name: made[name] for name in made if name.startswith(("ix_ticket_q", "ix_ticket_c"))}
    partial = {name for name in found if " IS NOT NULL" in found[name]}
    assert {"ix_ticket_queue", "ix_ticket_closed"} <= partial


def test_an_empty_database_is_made_and_seeded_once(empty_url: str) -> None:
    assert upgrade_database(empty_url, CLOCK) is None
    assert upgrade_database(empty_url, CLOCK) is None
    database = Database(empty_url)
    assert schema.is_up_to_date(database)
    with database.read() as connection:
        assert schema.schema_version(connection) == schema.HEAD
        assert len(teams(connection)) == 11
    assert check(database, full=True).faults == ()
    database.close()


def test_a_database_that_stands_already_is_opened_as_it_is(database: Database) -> None:
    assert schema.upgrade(database, lambda _connection: pytest.fail("seeded again")) is None


def test_a_newer_database_is_refused_in_plain_words(url: str, database: Database) -> None:
    _say_version(database, "9999")
    for refused in (open_database, upgrade_database):
        with pytest.raises(DataFailure, match=r"versão mais nova.*9999.*atualize o programa"):
            refused(url, CLOCK)
    with pytest.raises(DataFailure, match="versão mais nova"):
        schema.upgrade(database, lambda _connection: None)
    with pytest.raises(DataFailure, match="versão mais nova"):
        check(database)


def test_a_table_of_versions_without_a_version_is_an_empty_database(database: Database) -> None:
    tamper(database, "DELETE FROM alembic_version")
    with database.read() as connection:
        assert schema.schema_version(connection) is None


@pytest.fixture
def older(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch) -> Database:
    """A database one version behind: the only migration there is counts as the new one."""
    _say_version(sqlite_database, "0000")
    known = schema.known_versions()
    monkeypatch.setattr(schema, "known_versions", lambda: known | {"0000"})
    return sqlite_database


def test_an_older_database_is_copied_before_it_is_brought_forward(
    older: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_migrate", lambda _connection: None)
    copy = schema.upgrade(older, lambda _connection: pytest.fail("seeded again"))
    assert copy is not None
    assert copy.name == f"desk.db.antes-de-{schema.HEAD}"
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)
        assert connection.execute("SELECT count(*) FROM team").fetchone() == (11,)


def test_a_migration_that_fails_changes_nothing(
    older: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_half_way(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE TABLE half (done)")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0001'")
        connection.exec_driver_sql("CREATE TABLE team (twice)")

    monkeypatch.setattr(schema, "_migrate", fail_half_way)
    with pytest.raises(DataFailure):
        schema.upgrade(older, lambda _connection: None)
    with older.read() as connection:
        assert schema.schema_version(connection) == "0000"
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert "half" not in tables


def test_without_room_for_the_copy_nothing_is_brought_forward(
    older: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: Path, _target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DataFailure, match="não foi possível gravar a cópia"):
        schema.upgrade(older, lambda _connection: None)
    with older.read() as connection:
        assert schema.schema_version(connection) == "0000"


def make(url: str) -> bool:
    """Make a database; run in a process of its own."""
    database = open_database(url, CLOCK)
    with database.read() as connection:
        found = len(teams(connection))
    database.close()
    return found == 11


def test_two_desks_may_start_on_an_empty_database_at_once(empty_url: str) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(make, [empty_url] * 3, chunksize=1) == [True, True, True]
    database = Database(empty_url)
    assert check(database).faults == ()
    database.close()


def test_desks_that_both_found_it_empty_seed_it_once(
    empty_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Database(empty_url), Database(empty_url)
    looked = schema.schema_version
    seeds: list[str] = []

    def look(connection: Connection) -> str | None:
        version = looked(connection)
        if version is None and not seeds:
            # Between the look of the second desk and its writing, the first one is quicker.
            seeds.append("first")
            monkeypatch.setattr(schema, "schema_version", looked)
            schema.upgrade(first, lambda _connection: None)
        return version

    monkeypatch.setattr(schema, "schema_version", look)
    schema.upgrade(second, lambda _connection: seeds.append("second"))
    assert seeds == ["first"]
    first.close()
    second.close()


def test_a_database_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "desk.db"
    upgrade_database(sqlite_url(path), CLOCK)
    assert path.exists()
    with pytest.raises(DataFailure, match="não foi possível criar a pasta"):
        upgrade_database(sqlite_url(path / "c" / "desk.db"), CLOCK)


def test_the_default_place_is_the_person_s_own_folder(own_home: Path) -> None:
    assert maintenance.default_path().is_relative_to(own_home)
    assert maintenance.default_url() == sqlite_url(maintenance.default_path())


def test_a_database_that_has_to_be_there_already_is_not_made(tmp_path: Path, url: str) -> None:
    none = maintenance.existing_database(sqlite_url(tmp_path / "none.db"))
    with pytest.raises(DataFailure, match="crie-o com db upgrade"), none:
        pytest.fail("there was one")
    assert not (tmp_path / "none.db").exists()
    with maintenance.existing_database(url) as database:
        assert schema.is_up_to_date(database)


def test_opening_drops_one_anchor_a_day_over_what_was_recorded(url: str, desk: Desk) -> None:
    def anchors(clock: FixedClock) -> int:
        database = open_database(url, clock)
        with database.read() as connection:
            found = connection.exec_driver_sql("SELECT count(*) FROM anchor").scalar()
        database.close()
        return int(found or 0)

    assert anchors(CLOCK) == 0
    open_ticket(desk)
    assert anchors(CLOCK) == 1
    open_ticket(desk)
    assert anchors(CLOCK) == 1
    assert anchors(FixedClock(NOON + timedelta(days=1))) == 2
    assert anchors(FixedClock(NOON + timedelta(days=2))) == 2
    assert check(desk.database).faults == ()
