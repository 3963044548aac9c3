"""Four processes run the job at once, some are killed, and every due step is taken exactly once."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from time import sleep

from app.domain.clock import FixedClock
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.desk import Desk
from app.services.health import check
from app.services.outbox import OutboxService
from tests.databases import NOON
from tests.desks import Asked, Later, open_tickets

ROOT = Path(__file__).parents[2]
DUE = int(os.environ.get("BANCADA_DUE_STEPS", "400"))
"""How many; ``make simulate`` asks for 5,000."""
PROCESSES, KILLED = 4, 3
REMINDER_MORNING = "2026-03-13T09:00:00-03:00"
AWAITING = Asked(severity=Severity.LOW, later=(Later(EventKind.SOLUTION, "2026-03-02 16:41:05"),))


def _start(url: str) -> subprocess.Popen[str]:
    command = ["main.py", "--database", url, "--now", REMINDER_MORNING, "jobs", "run", "--json"]
    return subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def _kill_some(url: str) -> None:
    """Start one process after another and kill each in the middle of its work."""
    for _turn in range(KILLED):
        program = _start(url)
        assert program.stdout is not None
        program.stdout.readline()  # it is at work
        sleep(random.random() * 0.1)
        program.kill()
        program.communicate()


def test_every_due_step_is_taken_once_by_processes_that_run_and_die_together(
    desk: Desk, url: str
) -> None:
    desk.clock = FixedClock(NOON)
    open_tickets(desk, *[AWAITING] * DUE)
    running = [_start(url) for _ in range(PROCESSES - 1)]
    _kill_some(url)
    running.append(_start(url))
    for program in running:
        said, failed = program.communicate(timeout=150)
        assert (program.returncode, failed) == (0, ""), failed
        assert all(json.loads(line)["kind"] == "reminder" for line in said.splitlines())
    with desk.database.read() as connection:
        query = "SELECT ticket_id, count(*) FROM event WHERE kind = 'reminded' GROUP BY ticket_id"
        reminded: Counter[int] = Counter(dict(connection.exec_driver_sql(query).all()))
    assert reminded == dict.fromkeys(range(1, DUE + 1), 1)
    assert Counter(line.message.ticket for line in OutboxService(desk).lines()) == reminded
    assert check(desk.database).faults == ()
    again = _start(url).communicate(timeout=60)
    assert again == ("", "")
