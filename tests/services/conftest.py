"""Services are tried on both engines, and against a mail server with moods."""

from collections.abc import Iterator

import pytest

from app.mail import passwords
from app.services.desk import Desk
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
from tests.mail_server import Mood, MoodyServer, moody_server
from tests.services.consulting_desk import Consultancy, consultancy

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


@pytest.fixture(scope="module")
def running() -> Iterator[MoodyServer]:
    with moody_server() as server:
        yield server


@pytest.fixture
def server(running: MoodyServer) -> MoodyServer:
    running.arrived.clear()
    running.mood = Mood.TAKE
    running.mood_of = lambda _recipient: running.mood
    return running


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    """The password comes from the environment: a machine without a screen has no keyring."""
    monkeypatch.setenv(passwords.VARIABLE, "segredo")


@pytest.fixture
def at_work(desk: Desk) -> Consultancy:
    return consultancy(desk)
