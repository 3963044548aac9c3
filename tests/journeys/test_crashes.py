"""A process that is killed at any moment leaves nothing half-written and loses nothing it kept.

Twenty times in all, at random moments; the seed of the run repeats them.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path
from time import perf_counter, sleep

import pytest

from app.domain.clock import BRASILIA, SystemClock, local_date
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.health import check
from app.services.importing import ImportingService
from app.services.log_mapping import read_mapping
from app.services.maintenance import open_database, sqlite_url
from app.services.tickets import TicketService
from app.storage.tickets import all_numbers
from tests.cli.test_import_and_queue import MAPPING
from tests.desks import Asked, open_tickets
from tests.services.logs import ONE_TICKET, silent, write_log

ROOT = Path(__file__).parents[2]
TICKETS = 1500
KILLED_IMPORTS, KILLED_SAVES = 12, 8
LONGEST_SAVING_SECONDS = 0.4

SAVER = """
import sys
from app.domain.clock import BRASILIA, SystemClock, local_date
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.maintenance import open_database
from app.services.tickets import Act, TicketService
clock = SystemClock()
desk = Desk(open_database(sys.argv[1], clock), clock)
service = TicketService(desk)
turn = 0
while True:
    turn += 1
    act = Act(EventKind.NOTE, int(clock.now().timestamp()), text=f"nota {turn}")
    kept = service.record(1 + turn % 3, act)
    print(kept.number, kept.seq, flush=True)
"""


@pytest.fixture
def log(tmp_path: Path) -> Path:
    (tmp_path / "map.toml").write_text(MAPPING, encoding="utf-8")
    rows = (line.replace("A,", f"T{n},", 1) for n in range(TICKETS) for line in ONE_TICKET)
    return write_log(tmp_path, rows)


def _start(*arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )


def _kill(program: subprocess.Popen[str]) -> str:
    """Kill a process as the system does when it runs out of memory; returns what it had said."""
    program.kill()
    said, _nothing = program.communicate()
    return said


def test_an_import_killed_at_any_moment_leaves_whole_tickets_and_can_be_completed(
    log: Path, tmp_path: Path
) -> None:
    began = perf_counter()
    whole_run = _start_import(sqlite_url(tmp_path / "whole.db"), log)
    assert "importados" in whole_run.communicate()[0]
    whole_seconds = perf_counter() - began
    found: list[int] = []
    for number in range(KILLED_IMPORTS):
        url = sqlite_url(tmp_path / f"desk-{number}.db")
        program = _start_import(url, log)
        # Spread over the whole run, so that some are killed while the database is made.
        sleep((number + random.random()) / KILLED_IMPORTS * whole_seconds)
        _kill(program)
        found.append(_complete_tickets(url))
    fewest = min(found)
    assert fewest < TICKETS
    _import_the_rest(sqlite_url(tmp_path / f"desk-{found.index(fewest)}.db"), log, fewest)


def _start_import(url: str, log: Path) -> subprocess.Popen[str]:
    mapping = log.with_name("map.toml")
    return _start("main.py", "--database", url, "import", "eventlog", log, "--mapping", mapping)


def _complete_tickets(url: str) -> int:
    """Open what a killed import left and return how many tickets it holds, each of them whole."""
    database = open_database(url, SystemClock())
    assert check(database).faults == ()
    with database.read() as connection:
        numbers = all_numbers(connection)
        query = "SELECT ticket_id, count(*) FROM event GROUP BY ticket_id"
        events: Counter[int] = Counter(dict(connection.exec_driver_sql(query).all()))
    database.close()
    assert numbers == list(range(1, len(numbers) + 1))
    assert events == dict.fromkeys(numbers, len(ONE_TICKET))
    return len(numbers)


def _import_the_rest(url: str, log: Path, known: int) -> None:
    clock = SystemClock()
    desk = Desk(open_database(url, clock), clock)
    mapping = read_mapping(log.with_name("map.toml"))
    rest = ImportingService(desk).import_log(log, mapping, until=None, report=silent)
    assert rest.known == known * len(ONE_TICKET)
    assert rest.tickets == TICKETS - known
    assert check(desk.database, full=True).faults == ()
    assert check(desk.database).tickets == TICKETS
    desk.close()


def test_a_desk_killed_while_it_saves_keeps_every_act_it_had_answered_for(
    sqlite_desk: Desk, sqlite_file: Path
) -> None:
    open_tickets(sqlite_desk, Asked(), Asked(), Asked())
    url = sqlite_url(sqlite_file)
    answered: set[tuple[int, int]] = set()
    for _turn in range(KILLED_SAVES):
        program = _start("-c", SAVER, url)
        assert program.stdout is not None
        first = program.stdout.readline()
        sleep(random.random() * LONGEST_SAVING_SECONDS)
        lines = (first + _kill(program)).splitlines(keepends=True)
        # The last line may be cut as well: only a whole one is an answer.
        whole = [line.split() for line in lines if line.endswith("\n")]
        answered |= {(int(number), int(seq)) for number, seq in whole}
        assert check(sqlite_desk.database, full=True).faults == ()
    service = TicketService(sqlite_desk)
    kept = {
        (number, line.event.seq): line
        for number in (1, 2, 3)
        for line in service.view(number).lines
        if line.event.kind is EventKind.NOTE
    }
    assert answered <= set(kept)
    assert len(answered) >= KILLED_SAVES
    assert all(line.text is not None and line.text.startswith("nota ") for line in kept.values())


EDITOR = """
import sys
from datetime import date
from app.domain.calendar_editing import with_own_day
from app.domain.clock import BRASILIA, SystemClock, local_date
from app.domain.severity import Severity
from app.domain.team_calendar import DayException
from app.services.calendar_editing import CalendarEditing, Reasons
from app.services.desk import Desk
from app.services.maintenance import open_database
clock = SystemClock()
editing = CalendarEditing(Desk(open_database(sys.argv[1], clock), clock))
plan = editing.plan("suporte-tecnico")
closed = DayException(date.fromisoformat(sys.argv[2]), (), "Luto")
print("editing", flush=True)
editing.keep(with_own_day(plan, closed), Reasons("Luto"))
print("kept", flush=True)
"""
EDITED_TICKETS, KILLED_EDITS = 800, 6


def test_a_calendar_edit_killed_at_any_moment_moves_every_deadline_or_none(
    sqlite_desk: Desk, sqlite_file: Path
) -> None:
    now = SystemClock().now()
    opened = f"{now.astimezone(BRASILIA) - timedelta(days=1):%Y-%m-%d %H:%M}"
    open_tickets(sqlite_desk, *(Asked(opened, Severity.LOW) for _ in range(EDITED_TICKETS)))
    day = local_date(now) + timedelta(days=1)
    while day.weekday() >= 5:
        day += timedelta(days=1)
    url = sqlite_url(sqlite_file)
    with sqlite_desk.database.read() as connection:
        before = connection.exec_driver_sql(DUES).all()
    for turn in range(KILLED_EDITS):
        program = _start("-c", EDITOR, url, day.isoformat())
        assert program.stdout is not None
        assert program.stdout.readline() == "editing\n"
        sleep((turn + random.random()) / KILLED_EDITS * LONGEST_SAVING_SECONDS)
        was_kept = "kept" in _kill(program)
        with sqlite_desk.database.read() as connection:
            dues = connection.exec_driver_sql(DUES).all()
            edits = connection.exec_driver_sql(EDITS).scalar_one()
        assert edits in (0, EDITED_TICKETS)
        assert (dues == before) == (edits == 0)
        assert check(sqlite_desk.database, full=True).faults == ()
        if was_kept or edits:
            break
    else:
        editing = _start("-c", EDITOR, url, day.isoformat())
        assert "kept" in editing.communicate()[0]
    assert check(sqlite_desk.database, full=True).faults == ()
    with sqlite_desk.database.read() as connection:
        assert connection.exec_driver_sql(EDITS).scalar_one() == EDITED_TICKETS


DUES = "SELECT id, due_at, head_seq FROM ticket ORDER BY id"
EDITS = "SELECT count(*) FROM event WHERE kind = 'calendar_changed'"
