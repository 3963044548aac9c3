"""The public help-desk log, whole: 4,580 tickets and 21,348 events."""

from __future__ import annotations

import csv
import gzip
import io
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from app.domain.queue_view import QueueFilter, Scope
from app.services.desk import Desk
from app.services.health import check
from app.services.importing import ImportingService, ImportSummary
from app.services.log_mapping import shipped_mapping
from app.services.queue import QueueService
from app.services.tickets import TicketService
from app.storage.queue import numbers
from tests.desks import at
from tests.services.logs import silent

LOG = Path(__file__).parents[3] / "shared" / "data" / "helpdesk_log.csv.gz"
pytestmark = [
    pytest.mark.skipif(not LOG.exists(), reason="the public log is not beside the checkout"),
    pytest.mark.usefixtures("untraced"),
]


def _import(desk: Desk, until: int | None = None) -> ImportSummary:
    return ImportingService(desk).import_log(LOG, shipped_mapping(), until=until, report=silent)


def _rows() -> list[dict[str, str]]:
    text = gzip.decompress(LOG.read_bytes()).decode()
    return list(csv.DictReader(io.StringIO(text)))


def test_the_whole_log_is_imported_and_a_second_time_adds_nothing(desk: Desk) -> None:
    began = perf_counter()
    summary = _import(desk)
    # Five seconds are promised on two free cores; here others may be at work.
    assert perf_counter() - began < 30
    assert (summary.tickets, summary.events, summary.open) == (4580, 21348, 21)
    assert (summary.refused, summary.known, summary.later) == ([], 0, 0)
    assert sum(summary.kinds.values()) == 21348
    listed = QueueService(desk)
    assert len(listed.numbers(QueueFilter())) == 21
    assert len(listed.numbers(QueueFilter(scope=Scope.ALL))) == 4580
    again = _import(desk)
    assert (again.tickets, again.events, again.known, again.open) == (0, 0, 21348, 21)


def test_no_row_of_the_log_is_lost_or_made_up(sqlite_desk: Desk) -> None:
    _import(sqlite_desk)
    rows = _rows()
    expected = Counter(entry["Case ID"] for entry in rows)
    with sqlite_desk.database.read() as connection:
        stored = connection.exec_driver_sql(
            "SELECT source_key, count(*) FROM ticket JOIN event ON ticket_id = ticket.id GROUP BY 1"
        ).all()
    assert Counter(dict(stored)) == expected
    service = TicketService(sqlite_desk)
    for key in ("Case 1", "Case 4580", max(expected, key=expected.__getitem__)):
        view = service.view(service.number_of_source(key))
        walls = sorted(e["Complete Timestamp"] for e in rows if e["Case ID"] == key)
        instants = [at(wall[:19].replace("/", "-")) for wall in walls]
        assert [line.event.at for line in view.lines] == instants


def test_imported_to_an_instant_and_then_to_its_end_it_is_the_same_as_at_once(
    sqlite_desk: Desk,
) -> None:
    march = at("2013-03-01 00:00")
    first = _import(sqlite_desk, until=march)
    with sqlite_desk.database.read() as connection:
        queue_of_the_day = numbers(connection, QueueFilter())
    assert len(queue_of_the_day) == first.open > 100
    rest = _import(sqlite_desk)
    assert first.tickets + rest.tickets == 4580
    assert first.events + rest.events == 21348
    assert first.events + first.later == 21348
    assert rest.known == first.events
    assert rest.open == 21
    assert check(sqlite_desk.database, full=True).faults == ()
