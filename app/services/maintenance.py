"""Databases as a whole: where they lie, opening, upgrading, checking, copying, restoring."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from app.domain.clock import Clock, local_date
from app.domain.errors import DataFailure
from app.domain.projection import project
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.services.sla_settings import read_book
from app.storage import events, integrity, schema, tickets
from app.storage.database import Connection, Database

_TICKETS_AT_ONCE = 500
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
    from app.services.seeding import bring_forward, seed  # nothing a start has to wait for

    return schema.upgrade(
        database,
        lambda connection: seed(connection, clock),
        lambda connection, version: bring_forward(connection, version, clock),
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
        is_due = integrity.anchor_is_due(connection, today)
    if is_due and database.is_writable():
        with database.write() as connection:
            integrity.drop_anchor(connection, today)


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found; no fault means that the database is whole."""

    tickets: int
    faults: tuple[str, ...]


def check(database: Database, *, full: bool = False, report: Report = unreported) -> Health:
    """Check file, references, chains and anchors; ``full`` replays every history too."""
    with database.read() as connection:
        schema.refuse_newer(schema.schema_version(connection))
        numbers = tickets.all_numbers(connection)
        faults = integrity.file_faults(connection)
        faults += integrity.chain_faults(connection, report)
        faults += integrity.anchor_faults(connection)
        faults += integrity.text_faults(connection)
        if full:
            faults += _projection_faults(connection, numbers, report)
    return Health(len(numbers), tuple(faults))


def _projection_faults(connection: Connection, numbers: Sequence[int], report: Report) -> list[str]:
    """Replay every history and compare it with the row that stands for it in lists."""
    book = read_book(connection)
    faults = []
    for start in range(0, len(numbers), _TICKETS_AT_ONCE):
        chosen = numbers[start : start + _TICKETS_AT_ONCE]
        report(start, len(numbers))
        for number, history in events.histories_of(connection, chosen).items():
            projection = project(
                sla_of(replay(history), book.rules, book.calendar_of), book.automatic
            )
            faults += [
                f"chamado {events.number_text(number)}: {column} não confere"
                for column in tickets.differing_columns(connection, number, projection)
            ]
    return faults


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
