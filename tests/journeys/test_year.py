"""A year at the desk, twice: the job runs once a day, or once a week, and the end is the same.

``make simulate`` lives it with 20,000 tickets (ACC-7, ACC-7a, pitfall B08, pattern 6).
"""

from __future__ import annotations

import heapq
import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.automatic_steps import StepKind
from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import RuleRefusal
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, EventKind
from app.services.acting import Act
from app.services.automation import AutomationService, DoneLine
from app.services.desk import Desk
from app.services.health import check
from app.services.maintenance import open_database, sqlite_url
from app.services.tickets import TicketService
from app.storage.events import histories_of
from app.storage.tickets import all_numbers
from tests.desks import Asked, at, open_tickets, person

TICKETS = int(os.environ.get("BANCADA_SIMULATED_TICKETS", "500"))
DAY, HOUR = 86_400, 3_600
FIRST, LAST = at("2026-01-05 08:00"), at("2026-12-31 08:00")
DAYS_OF_ACCEPTANCE, DAYS_OF_POSTPONEMENT = 15, 45
K = EventKind


@dataclass(frozen=True, slots=True, order=True)
class Planned:
    """An act of the year, at an instant in epoch seconds."""

    instant: int
    ticket: int
    turn: int
    kind: EventKind
    payload: tuple[tuple[str, object], ...] = ()


def lives() -> tuple[list[Asked], list[Planned]]:
    """Invent a year: openings, and what people do afterwards; the same every time."""
    dice = random.Random(2026)
    opened, acts = [], []
    instants = sorted(dice.randrange(FIRST, LAST - 90 * DAY) for _ in range(TICKETS))
    for number, instant in enumerate(instants, 1):
        wall = f"{from_epoch(instant - 3 * HOUR):%Y-%m-%d %H:%M:%S}"
        team = dice.choice(("suporte-tecnico", "cst", "vitrine", "cloud"))
        opened.append(Asked(wall, dice.choice(list(Severity)), team))
        acts += [
            Planned(when, number, turn, kind, tuple(payload.items()))
            for turn, (when, kind, payload) in enumerate(_life(instant, dice))
        ]
    return opened, sorted(acts, key=lambda act: (act.instant, act.ticket, act.turn))


def _life(opened: int, dice: random.Random) -> Iterator[tuple[int, EventKind, dict[str, object]]]:
    """Give the acts of one ticket; the client never acts after a limit has passed."""
    now = opened + dice.randrange(HOUR, 2 * DAY)
    yield now, K.ASSIGNED, {"assignee": 1}
    for _detour in range(dice.randrange(3)):
        now += dice.randrange(HOUR, 5 * DAY)
        kind = dice.choice((K.PENDING_CLIENT, K.IN_MAINTENANCE, K.RECLASSIFIED, K.TRANSFERRED))
        payload: dict[str, object] = {}
        if kind is K.RECLASSIFIED:
            payload = {"severity": dice.choice(list(Severity)).value}
        if kind is K.TRANSFERRED:
            payload = {"team": dice.choice(("cst", "vitrine", "suporte-tecnico"))}
        yield now, kind, payload
        now += dice.randrange(HOUR, 20 * DAY)
        if kind is K.PENDING_CLIENT:
            yield now, K.CLIENT_ANSWERED, {}
        if kind is K.IN_MAINTENANCE:
            yield now, K.BACK_TO_SUPPORT, {}
    may_postpone = True
    for _solution in range(3):
        now += dice.randrange(HOUR, 3 * DAY)
        yield now, K.SOLUTION, {}
        left = (DAYS_OF_ACCEPTANCE - 1) * DAY
        if may_postpone and dice.random() < 0.2:
            now += dice.randrange(HOUR, left)
            yield now, K.POSTPONED, {}
            may_postpone, left = False, DAYS_OF_POSTPONEMENT * DAY
        answer = dice.choice((K.ACCEPTED, K.ACCEPTED, K.REFUSED, None, None))
        if answer is None:
            return
        now += dice.randrange(HOUR, left)
        yield now, answer, {}
        if answer is K.ACCEPTED:
            return


class Year:
    """One desk through the year, with its job every so many days."""

    def __init__(self, folder: Path, days_between_jobs: int) -> None:
        self.clock = FixedClock(from_epoch(FIRST))
        database = open_database(sqlite_url(folder / f"year-{days_between_jobs}.db"), self.clock)
        self.desk = Desk(database, self.clock)
        assert person(database, "Ana") == 1
        self.service = TicketService(self.desk)
        self.job = AutomationService(self.desk)
        self.step = days_between_jobs * DAY
        self.done: list[DoneLine] = []
        self.refused = 0

    def live(self, opened: list[Asked], acts: list[Planned]) -> None:
        next_job = FIRST
        for act in heapq.merge(self._openings(opened), acts):
            while next_job <= act.instant:
                self._run_job(next_job)
                next_job += self.step
            self._act(act, opened)
        for _turn in range(200):
            self._run_job(next_job)
            next_job += self.step

    @staticmethod
    def _openings(opened: list[Asked]) -> list[Planned]:
        return [Planned(at(a.opened), number, -1, K.OPENED) for number, a in enumerate(opened, 1)]

    def _run_job(self, instant: int) -> None:
        self.clock.move_to(from_epoch(instant))
        self.done += self.job.run()

    def _act(self, act: Planned, opened: list[Asked]) -> None:
        self.clock.move_to(from_epoch(act.instant))
        if act.kind is K.OPENED:
            assert open_tickets(self.desk, opened[act.ticket - 1]) == [act.ticket]
            return
        try:
            done = Act(act.kind, act.instant, channel=Channel.PHONE, payload=dict(act.payload))
            self.service.record(act.ticket, done)
        except RuleRefusal:
            self.refused += 1

    def told(self, kind: StepKind) -> set[tuple[int, int]]:
        lines = [(d.number, d.done.subject) for d in self.done if d.done.kind is kind]
        assert len(lines) == len(set(lines))
        return set(lines)

    def reminders(self) -> list[tuple[int, int]]:
        """Return the reminders of acceptance in the histories: acts bring about some of them."""
        with self.desk.database.read() as connection:
            numbers = all_numbers(connection)
            histories = histories_of(connection, numbers)
        return [
            (number, event.payload["for"])
            for number, events in histories.items()
            for event in events
            if event.kind is K.REMINDED and event.payload["notice"] == StepKind.REMINDER.value
        ]


@pytest.mark.usefixtures("untraced")
@pytest.mark.timeout(3_600)
def test_a_year_with_a_daily_job_and_one_with_a_weekly_job_end_alike(tmp_path: Path) -> None:
    opened, acts = lives()
    daily, weekly = Year(tmp_path, 1), Year(tmp_path, 7)
    for year in (daily, weekly):
        year.live(opened, acts)
        assert check(year.desk.database, full=True).faults == ()
    assert daily.refused == weekly.refused
    assert len(daily.told(StepKind.CLOSING)) > TICKETS / 10
    assert daily.reminders() == weekly.reminders()
    moved = {number for number, _limit in weekly.told(StepKind.LIMIT_MOVED)}
    assert not daily.told(StepKind.LIMIT_MOVED)
    for number in range(1, TICKETS + 1):
        one, other = daily.service.view(number), weekly.service.view(number)
        assert one.history.status is other.history.status
        assert one.history.closing is other.history.closing
        assert (number in moved) == (one.history.closed_at != other.history.closed_at)
        for view in (one, other):
            assert view.buckets is not None
            assert view.sla.current.deadline is not None
            time = view.sla.current.deadline.time
            until = view.history.settled_at or view.now
            assert view.buckets.total == time.seconds_between(view.history.opened_at, until)
    closings = {kind: year.told(StepKind.CLOSING) for kind, year in (("d", daily), ("w", weekly))}
    assert {n for n, _ in closings["d"]} == {n for n, _ in closings["w"]}
    assert {n for n, _ in closings["d"] ^ closings["w"]} == moved
    assert daily.told(StepKind.SURVEY) ^ weekly.told(StepKind.SURVEY) <= {
        pair for pair in closings["d"] | closings["w"] if pair[0] in moved
    }
    for year in (daily, weekly):
        year.desk.close()
