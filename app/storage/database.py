"""Opening a database and its units of work, on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, FromClause, create_engine, event, make_url
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from app.domain.errors import DataFailure, InvalidInput
from app.storage.network_drive import refuse_network_drive
from app.storage.sorting import teach_folding

__all__ = ["Connection", "Database", "failures_named"]

BUSY_TIMEOUT_MS = 10_000
_PATIENCE = "bancada_patience_ms"
_ONE_STATE = {"isolation_level": "REPEATABLE READ"}
"""PostgreSQL else shows every statement what others committed meanwhile."""
_PAGE_SIZE = 8192


class Database:
    """An open database; ``read`` and ``write`` give one transaction each."""

    def __init__(self, url: str) -> None:
        """Prepare the engine; nothing is opened yet. ``InvalidInput`` for an unusable address."""
        self.url = _parsed(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _sqlite_engine(self.url) if self.is_sqlite else _postgres_engine(self.url)

    @property
    def path(self) -> Path | None:
        """The file of an SQLite database."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @property
    def place(self) -> str:
        """Where the database lies: its file or its address, never a password."""
        address = self.url.set(drivername=self.url.get_backend_name())
        return str(self.path or address.render_as_string(hide_password=True))

    @property
    def label(self) -> str:
        """What a person calls this database."""
        if self.is_sqlite:
            return "SQLite local"
        return f"PostgreSQL {self.url.host or 'local'}"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the database throughout."""
        with failures_named(self), self.engine.connect() as connection:
            reader = connection if self.is_sqlite else connection.execution_options(**_ONE_STATE)
            with reader.begin():
                yield reader

    @contextmanager
    def write(self, *, patience_ms: int = BUSY_TIMEOUT_MS) -> Iterator[Connection]:
        """Give a unit of work: all of it is kept, or nothing.

        On SQLite ``DataFailure`` when others write for longer than there is patience.
        """
        with failures_named(self), self.engine.connect() as connection:
            writer = connection.execution_options(**{_PATIENCE: patience_ms})
            with writer.begin():
                yield writer

    def is_writable(self) -> bool:
        """Tell whether an SQLite file may be written; a server answers when it is asked to."""
        return self.path is None or os.access(self.path, os.W_OK)

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
        backend = parsed.get_backend_name()
    except (ArgumentError, ValueError) as error:
        # The address is not repeated: it may hold a password.
        raise InvalidInput(
            "endereço de banco inválido; use sqlite:///arquivo.db ou postgresql://…"
        ) from error
    if backend == "sqlite":
        return parsed
    if backend == "postgresql":
        return parsed.set(drivername="postgresql+psycopg")
    raise InvalidInput(f"banco {backend!r} não é atendido; use sqlite ou postgresql")


def _postgres_engine(url: URL) -> Engine:
    try:
        return create_engine(url)
    except ImportError as error:
        raise DataFailure(
            "o driver do PostgreSQL não está instalado; instale bancada[postgres]"
        ) from error


class _HintedCompiler(SQLiteCompiler):
    """Writes the hints of a query (``INDEXED BY``), which SQLite's dialect drops in silence."""

    def get_from_hint_text(  # type: ignore[explicit-override]  # its mark comes with Python 3.12
        self, table: FromClause, text: str | None
    ) -> str | None:
        """Return what stands behind the name of a table."""
        del table
        return text


def _sqlite_engine(url: URL) -> Engine:
    if not url.database or url.database == ":memory:":
        raise InvalidInput("o banco SQLite precisa de um arquivo, como sqlite:///bancada.db")
    refuse_network_drive(Path(url.database))
    engine = create_engine(
        url,
        poolclass=QueuePool,
        connect_args={"isolation_level": None, "check_same_thread": False},
    )
    engine.dialect.statement_compiler = _HintedCompiler
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        f"page_size = {_PAGE_SIZE}",
        "foreign_keys = ON",
        "synchronous = NORMAL",
        "temp_store = MEMORY",
        "cache_size = -32000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    teach_folding(connection)
    if not _is_read_only(connection):
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.close()


def _is_read_only(connection: sqlite3.Connection) -> bool:
    (path,) = connection.execute(
        "SELECT file FROM pragma_database_list WHERE name = 'main'"
    ).fetchone()
    return bool(path) and not os.access(path, os.W_OK)


def _begin_sqlite(connection: Connection) -> None:
    patience_ms = connection.get_execution_options().get(_PATIENCE)
    if patience_ms is not None:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {patience_ms}")
    connection.exec_driver_sql("BEGIN" if patience_ms is None else "BEGIN IMMEDIATE")


@contextmanager
def failures_named(database: Database) -> Iterator[None]:
    """Turn the driver's failures into a sentence a person can act on."""
    try:
        yield
    except DBAPIError as error:
        raise DataFailure(_sentence(database, str(error.orig))) from error


_SENTENCES = (
    ("readonly", "o banco {place} está protegido contra escrita; confira as permissões do arquivo"),
    ("read-only", "o banco {place} só aceita leitura; confira as permissões"),
    (
        "disk is full",
        "o disco de {place} está cheio; libere espaço e repita: nada foi gravado pela metade",
    ),
    (
        "disk I/O error",
        "o disco de {place} falhou ao gravar; confira-o, e o espaço: nada foi gravado pela metade",
    ),
    (
        "No space left",
        "o disco de {place} está cheio; libere espaço e repita: nada foi gravado pela metade",
    ),
    ("database is locked", "outra mesa está gravando em {place}; espere um instante e repita"),
    ("not a database", "{place} não é um banco da Bancada"),
    ("malformed", "o arquivo {place} está danificado; restaure a última cópia com db restore"),
    ("unable to open", "não foi possível abrir {place}; confira o caminho e as permissões"),
    ("connection", "não foi possível falar com o servidor {place}; confira o endereço e a rede"),
    ("no such table", "o banco {place} ainda não tem as tabelas; rode db upgrade"),
    ("does not exist", "o banco {place} ainda não tem as tabelas, ou não existe; rode db upgrade"),
)


def _sentence(database: Database, cause: str) -> str:
    place = database.place
    for sign, sentence in _SENTENCES:
        if sign in cause:
            return sentence.format(place=place)
    return f"o banco {place} recusou a operação: {cause}"
