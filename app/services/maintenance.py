"""Databases as a whole: where they lie, opening, upgrading, copying, restoring."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_data_path

from app.domain.clock import Clock, local_date
from app.domain.errors import DataFailure
from app.storage import anchors, schema
from app.storage.database import Database

Report = Callable[[int, int], None]
"""Told how much of how much is done."""


def unreported(_done: int, _total: int) -> None:
    """Report to nobody."""


def default_path() -> Path:
    """Return where a person's own database lies."""
    return user_data_path("bancada", appauthor=False) / "bancada.db"


def default_url() -> str:
    """Return the address of a person's own database."""
    return sqlite_url(default_path())


def sqlite_url(path: Path) -> str:
    """Return the address of an SQLite file."""
    return f"sqlite:///{path}"


def open_database(url: str, clock: Clock) -> Database:
    """Open a database, made or brought up to date where needed, and anchor yesterday's heads.

    Raises ``DataFailure`` for one that is newer, out of reach or not ours.
    """
    database = Database(url)
    if database.path is not None:
        _make_folder(database.path)
    try:
        upgrade(database, clock)
        _anchor(database, clock)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def existing_database(url: str) -> Iterator[Database]:
    """Give a database that has to be there already; ``DataFailure`` says how to make one."""
    database = Database(url)
    if database.path is not None and not database.path.exists():
        raise DataFailure(f"não há banco em {database.path}; crie-o com db upgrade")
    try:
        yield database
    finally:
        database.close()


def upgrade_database(url: str, clock: Clock) -> Path | None:
    """Make a database or bring it to the newest schema; returns the copy made before."""
    database = Database(url)
    if database.path is not None:
        _make_folder(database.path)
    try:
        return upgrade(database, clock)
    finally:
        database.close()


def upgrade(database: Database, clock: Clock) -> Path | None:
    """Bring a database to the newest schema, seeding an empty one; returns the copy made."""
    if schema.is_up_to_date(database):
        return None
    from app.services import seeding  # nothing a start has to wait for

    if schema.is_empty(database):
        seeding.seeded_holidays()  # before anybody has to wait for the lock
    return schema.upgrade(
        database,
        lambda connection: seeding.seed(connection, clock),
        lambda connection, version: seeding.bring_forward(connection, version, clock),
    )


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataFailure(
            f"não foi possível criar a pasta {path.parent}: {error.strerror}"
        ) from error


def _anchor(database: Database, clock: Clock) -> None:
    today = local_date(clock.now())
    with database.read() as connection:
        is_due = anchors.is_due(connection, today)
    if is_due and database.is_writable():
        with database.write() as connection:
            anchors.drop(connection, today)


def backup(database: Database, target: Path, report: Report = unreported) -> None:
    """Copy a database to a new file while others go on working with it."""
    from app.storage import backups  # nothing a start has to wait for

    backups.backup(database, target, report)


def restore(url: str, copy: Path, *, overwrite: bool) -> Path | None:
    """Put a copy in a database's place; returns where the replaced file was kept."""
    database = Database(url)
    try:
        from app.storage import backups

        return backups.restore(database, copy, overwrite=overwrite)
    finally:
        database.close()
