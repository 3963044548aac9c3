"""Online copies of a database, and bringing one back."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy.engine import URL

from app.domain.errors import DataFailure, InvalidInput
from app.storage.database import Database
from app.storage.schema import refuse_newer
from app.storage.sqlite_copy import JOURNALS, Report, copy_file, open_to_read


def backup(database: Database, target: Path, report: Report) -> None:
    """Copy a database to a new file while others go on working with it.

    The file appears whole or not at all; an existing one is refused.
    """
    if _stands(target):
        raise InvalidInput(f"{target} já existe; escolha outro nome para a cópia")
    if database.path is None:
        _dump(database, target)
    else:
        copy_file(database.path, target, report)


def restore(database: Database, copy: Path, *, overwrite: bool) -> Path | None:
    """Put a copy in a database's place; what stood there is kept beside it, damaged or not.

    Returns where the replaced file was kept. Refuses to overwrite unless asked to.
    """
    path = database.path
    if path is None:
        raise InvalidInput("no PostgreSQL, restaure com pg_restore, com a Bancada fechada")
    _refuse_what_is_no_copy(copy)
    if _stands(path) and not overwrite:
        raise InvalidInput(f"{path} já existe; use --force para substituí-lo")
    database.close()
    fresh = path.with_name(f"{path.name}.restaurado")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        copy_file(copy, fresh, lambda _done, _total: None)
        kept = _set_aside(path) if path.exists() else None
        fresh.replace(path)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise DataFailure(f"não foi possível restaurar {path}: {error}") from error
    return kept


def _stands(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long, for example: writing there will say so
        return False


def _refuse_what_is_no_copy(copy: Path) -> None:
    try:
        with closing(open_to_read(copy)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            fault = connection.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise DataFailure(f"{copy} não é uma cópia inteira da Bancada: {error}") from error
    if row is None or fault != "ok":
        raise DataFailure(f"a cópia {copy} está danificada: {fault}")
    refuse_newer(row[0])


def _set_aside(path: Path) -> Path:
    """Move a database out of the way, with what its journal holds."""
    with suppress(sqlite3.Error):
        _fold_journal(path)
    kept = _free_name(path)
    for suffix in ("", *JOURNALS):
        with suppress(FileNotFoundError):
            path.with_name(path.name + suffix).replace(kept.with_name(kept.name + suffix))
    return kept


def _fold_journal(path: Path) -> None:
    """Take what the journal holds into the file; a damaged one keeps its journal beside it."""
    with closing(open_to_read(path)) as connection:
        # Fails for what is no database: to open that for writing would throw its journal away.
        connection.execute("SELECT count(*) FROM sqlite_master")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _free_name(path: Path) -> Path:
    number = 1
    while (name := path.with_name(f"{path.name}.antes-{number}")).exists():
        number += 1
    return name


def _dump(database: Database, target: Path) -> None:
    tool = shutil.which("pg_dump")
    if tool is None:
        raise DataFailure("para copiar um PostgreSQL é preciso o pg_dump; instale o cliente dele")
    url = database.url
    # The password goes by the environment: arguments are seen by whoever lists the programs.
    address = URL.create(
        "postgresql", url.username, None, url.host, url.port, url.database, url.query
    ).render_as_string()
    done = subprocess.run(
        [tool, "--format=custom", f"--file={target}", f"--dbname={address}"],
        env=os.environ | ({"PGPASSWORD": url.password} if url.password else {}),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        target.unlink(missing_ok=True)
        raise DataFailure(f"não foi possível gravar a cópia em {target}: {done.stderr.strip()}")
