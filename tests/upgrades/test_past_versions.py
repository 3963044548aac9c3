"""A desk of every past version is opened by this one, and nothing of it is lost."""

from __future__ import annotations

import gzip
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.clock import FixedClock
from app.domain.queue_view import QueueFilter, Scope
from app.domain.survey import sent_survey
from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.services.health import Health, check
from app.services.maintenance import open_database, sqlite_url
from app.services.queue import QueueService
from app.services.tickets import Act, TicketService
from app.storage import events, schema
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


def test_surveys_of_a_past_desk_are_in_the_rows_of_their_tickets(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    path.write_bytes(gzip.decompress(kept_file("0008").read_bytes()))
    told = [
        (2, 90, "survey_sent", at("2026-03-03 16:00"), "{}"),
        (3, 90, "survey_sent", at("2018-10-25 23:30"), '{"days":10}'),  # over a skipped midnight
        (3, 91, "survey_answered", at("2018-10-26 09:00"), '{"score":4}'),
        (3, 92, "survey_answered", at("2018-10-27 09:00"), '{"score":1}'),
    ]
    with closing(sqlite3.connect(path)) as file, file:
        file.executemany(
            "INSERT INTO event (ticket_id, seq, kind, at, payload, recorded_at, desk,"
            " channel, hash)"
            " VALUES (?, ?, ?, ?, ?, 0, 'mesa', 'job', x'')",
            told,
        )
    query = "SELECT survey_sent_at, survey_until, survey_score FROM ticket ORDER BY id"
    with (
        closing(open_database(sqlite_url(path), TOMORROW)) as database,
        database.read() as connection,
    ):
        rows = [tuple(row) for row in connection.exec_driver_sql(query)]
        known = events.histories_of(connection, [1, 2, 3])
    folded = [sent_survey(known[number]) for number in (1, 2, 3)]
    assert rows == [(None,) * 3 if s is None else (s.sent_at, s.until, s.score) for s in folded]
    assert [row[2] for row in rows] == [None, None, 4]
    assert rows[2][1] == at("2018-11-05 00:00")
