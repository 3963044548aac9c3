"""Online copies of an SQLite database, and bringing one back."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.domain.errors import DataFailure, InvalidInput
from app.storage.database import Database

_PAGES_AT_ONCE = 2000
_SUFFIX = ".parcial"


def backup(database: Database, target: Path, report: Callable[[int, int], None]) -> None:
    """Copy a database to a new file while others go on working with it.

    The file appears whole or not at all; an existing one is refused.
    """
    if target.exists():
        raise InvalidInput(f"{target} já existe; escolha outro nome para a cópia")
    if database.path is None:
        _dump(database, target)
        return
    partial = target.with_name(target.name + _SUFFIX)
    try:
        with closing(_open(database.path)) as original, closing(sqlite3.connect(partial)) as copy:
            original.backup(
                copy,
                pages=_PAGES_AT_ONCE,
                progress=lambda _status, left, total: report(total - left, total),
            )
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise DataFailure(f"não foi possível gravar a cópia em {target}: {error}") from error


def restore(database: Database, copy: Path, *, overwrite: bool) -> Path | None:
    """Put a copy in a database's place; what stood there is kept beside it.

    Returns where the replaced file was kept. Refuses to overwrite unless asked to.
    """
    path = database.path
    if path is None:
        raise InvalidInput("no PostgreSQL, restaure com pg_restore, com a Bancada fechada")
    _refuse_what_is_no_copy(copy)
    if path.exists() and not overwrite:
        raise InvalidInput(f"{path} já existe; use --force para substituí-lo")
    database.close()
    kept: Path | None = None
    try:
        partial = path.with_name(path.name + _SUFFIX)
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(copy, partial)
        if path.exists():
            _fold_journal(path)
            kept = _free_name(path)
            path.replace(kept)
        for journal in ("-wal", "-shm"):
            path.with_name(path.name + journal).unlink(missing_ok=True)
        partial.replace(path)
    except OSError as error:
        raise DataFailure(f"não foi possível restaurar {path}: {error}") from error
    return kept


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _refuse_what_is_no_copy(copy: Path) -> None:
    try:
        with closing(_open(copy)) as connection:
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
            fault = connection.execute("PRAGMA quick_check").fetchone()[0]
    except sqlite3.Error as error:
        raise DataFailure(f"{copy} não é uma cópia da Bancada: {error}") from error
    if fault != "ok":
        raise DataFailure(f"a cópia {copy} está danificada: {fault}")


def _fold_journal(path: Path) -> None:
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
    address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    done = subprocess.run(  # fixed program, arguments of our own
        [tool, "--format=custom", f"--file={target}", f"--dbname={address}"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        target.unlink(missing_ok=True)
        raise DataFailure(f"o pg_dump recusou a cópia: {done.stderr.strip()}")
