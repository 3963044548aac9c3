"""Commands are run against databases of both engines."""

import pytest

from tests.cli.runner import Runner
from tests.databases import (
    clock,
    database,
    desk,
    empty_url,
    postgres,
    seeded_file,
    sqlite_database,
    sqlite_desk,
    sqlite_file,
    url,
)

__all__ = [
    "clock",
    "database",
    "desk",
    "empty_url",
    "postgres",
    "seeded_file",
    "sqlite_database",
    "sqlite_desk",
    "sqlite_file",
    "url",
]


@pytest.fixture
def run(url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Run commands against a seeded database, once on each engine."""
    return Runner(url, capsys, monkeypatch)


@pytest.fixture
def run_sqlite(
    sqlite_database: object,
    sqlite_file: object,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Runner:
    """Run commands against a seeded SQLite file."""
    return Runner(f"sqlite:///{sqlite_file}", capsys, monkeypatch)
