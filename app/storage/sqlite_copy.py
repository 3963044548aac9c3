"""Copying an SQLite file while others work with it: whole, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from app.domain.errors import DataFailure

PAGES_AT_ONCE = 2000
JOURNALS = ("-wal", "-shm")
_PARTIAL = ".parcial"
Report = Callable[[int, int], None]
"""Told how many pages of how many are copied."""


def copy_file(original: Path, target: Path, report: Report) -> None:
    """Copy a database as it stands now; the target appears, or is replaced, when it is whole.

    Raises ``DataFailure`` when either file cannot be used.
    """
    partial = target.with_name(target.name + _PARTIAL)
    try:
        partial.unlink(missing_ok=True)
        with closing(open_to_read(original)) as source, closing(sqlite3.connect(partial)) as copy:
            # One reading throughout: else each act of another desk would begin the copy anew.
            source.execute("BEGIN")
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            source.backup(
                copy,
                pages=PAGES_AT_ONCE,
                progress=lambda _status, left, total: report(total - left, total),
            )
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise DataFailure(f"não foi possível gravar a cópia em {target}: {error}") from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def open_to_read(path: Path) -> sqlite3.Connection:
    """Open a database without writing anything to it, nor, if nobody uses it, beside it."""
    in_use = path.with_name(path.name + JOURNALS[0]).exists()
    options = "mode=ro" if in_use else "mode=ro&immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{options}", uri=True, isolation_level=None)
