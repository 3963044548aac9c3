"""The schema's version: bringing it up to date, and refusing a newer one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, func, inspect, select

from app.domain.errors import DataFailure
from app.storage.database import Database
from app.storage.sqlite_copy import copy_file

HEAD = "0009"
"""The newest migration; a test holds it against the migrations folder.

Known here so that opening an up-to-date database does not import Alembic.
"""
_TURN = 20_261_121
"""The lock under which desks on a server make or upgrade a database one after the other."""


def schema_version(connection: Connection) -> str | None:
    """Return the migration a database stands at; none for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return None if version is None else str(version)


def known_versions() -> set[str]:
    """Return every migration this program knows."""
    versions = Path(__file__).parent / "migrations" / "versions"
    return {path.name.partition("_")[0] for path in versions.glob("[0-9]*.py")}


def refuse_newer(version: str | None) -> None:
    """Refuse a database that a newer program has written."""
    if version is not None and version not in known_versions():
        raise DataFailure(
            f"este banco é de uma versão mais nova da Bancada (esquema {version}, "
            f"este programa conhece até {HEAD}); atualize o programa"
        )


def is_up_to_date(database: Database) -> bool:
    """Tell whether a database stands at the newest schema; ``DataFailure`` if it is newer."""
    with database.read() as connection:
        version = schema_version(connection)
    refuse_newer(version)
    return version == HEAD


def is_empty(database: Database) -> bool:
    """Tell whether a database holds nothing yet."""
    with database.read() as connection:
        return schema_version(connection) is None


def upgrade(
    database: Database,
    seed: Callable[[Connection], None],
    bring_forward: Callable[[Connection, str], None] = lambda _connection, _version: None,
) -> Path | None:
    """Bring a database to the newest schema; an SQLite file with data is copied first.

    ``seed`` fills an empty one, ``bring_forward`` works out what one of an older version could not
    hold. Returns the copy made, if any. All of it is one transaction.
    """
    with database.read() as connection:
        version = schema_version(connection)
    refuse_newer(version)
    if version == HEAD:
        return None
    copy = _copy_before_upgrade(database, version)
    from alembic import command  # noqa: F401  brought in before others have to wait for the lock

    with database.write() as connection:
        if not database.is_sqlite:
            connection.execute(select(func.pg_advisory_xact_lock(_TURN)))
        version = schema_version(connection)  # another desk may have been quicker
        if version != HEAD:
            _migrate(connection)
        if version is None:
            seed(connection)
        elif version != HEAD:
            bring_forward(connection, version)
    return copy


def _copy_before_upgrade(database: Database, version: str | None) -> Path | None:
    path = database.path
    if path is None or version is None:
        return None
    copy = path.with_name(f"{path.name}.antes-de-{HEAD}")
    copy_file(path, copy, lambda _done, _total: None)
    return copy


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
