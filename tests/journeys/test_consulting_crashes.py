"""Timers and issued papers when the process is killed, and when several desks issue at once.

A timer killed at fifty random moments loses nothing that was lived through, and gains nothing.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from time import sleep

from app.domain.clock import SystemClock, from_epoch, to_brasilia, to_epoch
from app.domain.time_entries import seconds_of
from app.domain.timer import Silence
from app.services.desk import Desk
from app.services.documents import CheckResult, DocumentService
from app.services.health import check
from app.services.maintenance import sqlite_url
from app.services.workspace import Workspace
from tests.desks import Asked, open_ticket
from tests.services.consulting_desk import MARINA

ROOT = Path(__file__).parents[2]
KILLED_TIMERS, KILLED_ISSUES = 50, 8
DESKS, PAPERS_EACH = 4, 6

BEAT = """
import sys, time
from app.domain.clock import SystemClock
from app.services.desk import Desk
from app.services.maintenance import open_database
from app.services.workspace import Workspace
clock = SystemClock()
desk = Desk(open_database(sys.argv[1], clock), clock)
desk.sit(sys.argv[2], None)
timer = Workspace(desk).timer
if timer.state().timer is None:
    timer.start({"ticket": "00000001", "kind": "internal"})
print("runs", flush=True)
while True:
    timer.heartbeat()
    time.sleep(0.02)
"""

ISSUE = """
import sys
from datetime import date
from app.domain.clock import SystemClock
from app.services.deadline_papers import Period
from app.services.desk import Desk
from app.services.maintenance import open_database
from app.services.workspace import Workspace
from reports import catalog
clock = SystemClock()
desk = Desk(open_database(sys.argv[1], clock), clock)
desk.sit(sys.argv[2], None)
papers = Workspace(desk, catalog.draw).papers
for turn in range(int(sys.argv[3])):
    day = date(2026, 1, 1 + turn % 28)
    print(papers.issue_report(Period(day, day)).number, flush=True)
"""


def _start(program: str, *arguments: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )


def test_a_timer_killed_fifty_times_loses_no_minute_and_invents_none(
    sqlite_desk: Desk, sqlite_file: Path
) -> None:
    sqlite_desk.clock = SystemClock()
    opened = to_brasilia(from_epoch(to_epoch(sqlite_desk.clock.now()) - 3600))
    open_ticket(sqlite_desk, Asked(opened=f"{opened:%Y-%m-%d %H:%M:%S}"))
    sqlite_desk.sit(MARINA, None)
    workspace = Workspace(sqlite_desk)
    began = to_epoch(sqlite_desk.clock.now())
    lived = last = 0
    program = _start(BEAT, sqlite_url(sqlite_file), MARINA)
    for _turn in range(KILLED_TIMERS):
        assert program.stdout is not None
        assert program.stdout.readline() == "runs\n"
        sleep(random.random() * 0.15)
        program.kill()
        program.communicate()
        ended = to_epoch(sqlite_desk.clock.now())
        timer = workspace.timer.state().timer
        assert timer is not None  # it ran from its first second
        assert began <= timer.started_at <= timer.seen_at <= ended
        assert ended - timer.seen_at <= 2  # no more is lost than lies between two beats
        if random.random() < 0.5:
            lived += timer.proposal().seconds
            workspace.timer.answer(Silence.CUT)
        last = ended
        program = _start(BEAT, sqlite_url(sqlite_file), MARINA)
    program.kill()
    program.communicate()
    entries = workspace.time_entries.of_ticket(1)
    assert seconds_of(entries) == lived <= last - began
    ordered = sorted(entries, key=lambda entry: entry.span.start)
    ends = [entry.span.end for entry in ordered[:-1]]
    assert all(entry.span.start >= end for entry, end in zip(ordered[1:], ends, strict=True))
    assert check(sqlite_desk.database, full=True).faults == ()


def test_a_paper_survives_a_kill_whole_or_not_at_all(sqlite_desk: Desk, sqlite_file: Path) -> None:
    open_ticket(sqlite_desk)
    told: set[int] = set()
    for turn in range(KILLED_ISSUES):
        program = _start(ISSUE, sqlite_url(sqlite_file), f"mesa {turn}", 1000)
        assert program.stdout is not None
        told.add(int(program.stdout.readline()))
        sleep(random.random() * 0.3)
        program.kill()
        said, _nothing = program.communicate()
        told |= {int(line) for line in said.split("\n")[:-1]}
    _assert_whole_and_gapless(sqlite_desk, told)


def test_four_desks_that_issue_at_once_leave_no_gap(sqlite_desk: Desk, sqlite_file: Path) -> None:
    open_ticket(sqlite_desk)
    url = sqlite_url(sqlite_file)
    programs = [_start(ISSUE, url, f"mesa {desk}", PAPERS_EACH) for desk in range(DESKS)]
    told = [int(line) for program in programs for line in program.communicate()[0].split()]
    assert sorted(told) == list(range(1, DESKS * PAPERS_EACH + 1))
    _assert_whole_and_gapless(sqlite_desk, set(told))


def _assert_whole_and_gapless(desk: Desk, told: set[int]) -> None:
    service = DocumentService(desk)
    issued = service.issued()
    numbers = sorted(document.number for document in issued)
    assert numbers == list(range(1, len(numbers) + 1))
    assert told <= set(numbers)
    for document in issued:
        _figures, pdf = service.contents(document.id)
        assert service.check(pdf).result is CheckResult.VALID
