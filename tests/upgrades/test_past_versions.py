"""A desk of every past version is opened by this one, and nothing of it is lost."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.queue_view import QueueFilter, Scope
from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.services.health import Health, check
from app.services.maintenance import open_database, sqlite_url
from app.services.queue import QueueService
from app.services.tickets import Act, TicketService
from app.storage import schema
from tests.databases import NOON
from tests.desks import at
from tests.upgrades.keep_version import SUMMARIES, fill, keep, kept_file

VERSIONS = sorted(schema.known_versions())
TOMORROW = FixedClock(NOON + timedelta(days=1))


@pytest.fixture(params=VERSIONS)
def past(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """The desk of a past version, opened by this one."""
    path = tmp_path / "desk.db"
    path.write_bytes(gzip.decompress(kept_file(request.param).read_bytes()))
    database = open_database(sqlite_url(path), TOMORROW)
    yield Desk(database, TOMORROW)
    database.close()


def test_every_version_is_kept() -> None:
    missing = [version for version in VERSIONS if not kept_file(version).exists()]
    assert not missing, "run python -m tests.upgrades.keep_version"


def test_a_past_desk_is_whole_after_the_upgrade(past: Desk) -> None:
    assert check(past.database, full=True) == Health(3, ())
    assert schema.is_up_to_date(past.database)


def test_a_past_desk_shows_its_queue_its_tickets_and_their_texts(past: Desk) -> None:
    queue, tickets = QueueService(past), TicketService(past)
    everything = QueueFilter(scope=Scope.ALL)
    assert list(queue.numbers(everything)) == [1, 2, 3]
    assert tuple(row.summary for row in queue.rows([1, 2, 3])) == SUMMARIES
    assert [row.status for row in queue.rows([1, 2, 3])] == [
        Status.IN_PROGRESS,
        Status.AWAITING_ACCEPTANCE,
        Status.CLOSED,
    ]
    assert list(queue.numbers(QueueFilter(text="ligacao"))) == [1]
    view = tickets.view(1)
    assert (view.assignee, view.sla.due) == ("Ana Exemplo", at("2026-03-02 19:00"))
    assert view.lines[-1].text == "O cliente ligou de novo"


def test_work_goes_on_at_a_past_desk(past: Desk) -> None:
    TicketService(past).record(2, Act(EventKind.ACCEPTED, at("2026-03-04 10:00")))
    assert list(QueueService(past).numbers(QueueFilter())) == [1]
    assert check(past.database, full=True).faults == ()


def test_the_kept_desk_is_what_this_version_writes(tmp_path: Path) -> None:
    url = sqlite_url(tmp_path / "desk.db")
    fill(url)
    database = open_database(url, TOMORROW)
    desk = Desk(database, TOMORROW)
    assert tuple(row.summary for row in QueueService(desk).rows([1, 2, 3])) == SUMMARIES
    database.close()


def test_a_kept_desk_is_never_written_again() -> None:
    with pytest.raises(SystemExit, match="never written again"):
        keep()
