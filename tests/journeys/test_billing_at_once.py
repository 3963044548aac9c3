"""Four processes that bill the same clients at once: gapless, each minute once, all locked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.clock import FixedClock, from_epoch
from app.domain.documents import DocumentKind
from app.domain.errors import RuleRefusal
from app.services.desk import Desk
from app.services.documents import CheckResult
from app.services.health import check
from app.storage import time_entries
from tests.desks import at
from tests.services.consulting_desk import bill_many, consultancy

ROOT = Path(__file__).parents[2]
PROCESSES, CLIENTS = 4, 6

BILL = """
import json, random, sys
from datetime import date
from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import BancadaError
from app.services.desk import Desk
from app.services.maintenance import open_database
from app.services.workspace import Workspace
from reports import catalog
url, now, clients, entries = sys.argv[1], int(sys.argv[2]), *map(json.loads, sys.argv[3:5])
clock = FixedClock(from_epoch(now))
work = Workspace(Desk(open_database(url, clock), clock), catalog.draw)
for client in random.sample(clients, len(clients)):
    try:
        print("issued", work.statements.issue(client, date(2026, 3, 1)).number, flush=True)
    except BancadaError as error:
        print("refused", error.sentence, flush=True)
    typed = {"day": "03/03/2026", "start": "10:00", "end": "10:01", "reason": "menos"}
    try:
        work.time_entries.correct(entries[str(client)], typed)
        print("changed", client, flush=True)
    except BancadaError as error:
        print("refused", error.sentence, flush=True)
"""


def test_four_processes_bill_each_minute_once_and_lock_it(desk: Desk) -> None:
    desk.sit("Gil", None)
    at_work = consultancy(desk)
    entries = bill_many(at_work, CLIENTS)
    now = at("2026-04-02 12:00")
    url = desk.database.url.set(drivername=desk.database.url.get_backend_name())
    address = url.render_as_string(hide_password=False)
    told = [str(now), json.dumps(list(entries)), json.dumps(entries)]
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", BILL, address, *told],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        for _process in range(PROCESSES)
    ]
    lines = [line for program in programs for line in program.communicate()[0].splitlines()]
    assert [program.returncode for program in programs] == [0] * PROCESSES
    issued = sorted(int(line.split()[1]) for line in lines if line.startswith("issued"))
    assert issued == list(range(1, CLIENTS + 1))
    desk.clock = FixedClock(from_epoch(now))
    work = at_work.work
    kept = [d for d in work.documents.issued() if d.kind is DocumentKind.CONSULTING_STATEMENT]
    assert sorted(document.number for document in kept) == issued
    assert {document.client for document in kept} == set(entries)
    changed = {int(line.split()[1]) for line in lines if line.startswith("changed")}
    minutes = 0
    for document in kept:
        figures, pdf = work.documents.contents(document.id)
        assert work.documents.check(pdf).result is CheckResult.VALID
        # A correction comes before the statement and is billed by it, or is refused for ever.
        assert figures["minutes"] in ((1, 60) if document.client in changed else (60,))
        minutes += figures["minutes"]
        assert document.client is not None
        typed = {"day": "03/03/2026", "start": "10:00", "end": "10:30", "reason": "menos"}
        with pytest.raises(RuleRefusal, match=r"CON-7.*já emitido"):
            work.time_entries.correct(entries[document.client], typed)
    assert minutes == sum(_locked_seconds(desk, entry) for entry in entries.values()) // 60
    assert check(desk.database, full=True).faults == ()


def _locked_seconds(desk: Desk, entry: int) -> int:
    with desk.database.read() as connection:
        kept = time_entries.entry_of(connection, entry)
    assert kept is not None
    assert kept.is_locked
    return kept.span.seconds
