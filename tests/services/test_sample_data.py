"""The demo: believable, within the rules, and the same for the same day."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from stdnum.br import cnpj, cpf

from app.domain.clock import FixedClock, from_epoch, to_epoch
from app.domain.errors import DataFailure
from app.domain.event_chain import canonical
from app.domain.queue_view import QueueFilter, Scope
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Closing, Event, EventKind, Status
from app.domain.ticket_moves import refusal_of
from app.domain.ticket_replay import replay
from app.services.desk import Desk
from app.services.health import check
from app.services.maintenance import sqlite_url
from app.services.queue import QueueService
from app.services.sample_catalog import SAMPLE_TEAMS
from app.services.sample_data import fill_with_sample
from app.services.tickets import TicketService, TicketView
from app.storage import tables
from app.storage.database import Database

MONDAY = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
DAYS = {
    "a Monday at noon": MONDAY,
    "a Sunday": datetime(2026, 11, 22, 13, 0, tzinfo=UTC),
    "a minute into Christmas": datetime(2026, 12, 25, 3, 1, tzinfo=UTC),
    "the first Monday of a summer time": datetime(2018, 11, 5, 20, 30, tzinfo=UTC),
}
HAND_MADE_KINDS = {
    EventKind.OPENED, EventKind.RECLASSIFIED, EventKind.TRANSFERRED, EventKind.ASSIGNED,
    EventKind.IN_MAINTENANCE, EventKind.FORWARDED, EventKind.BACK_TO_SUPPORT,
    EventKind.CLIENT_ANSWERED, EventKind.NOTE, EventKind.DUE_AGREED, EventKind.PENDING_CLIENT,
    EventKind.SOLUTION, EventKind.REFUSED, EventKind.POSTPONED, EventKind.ACCEPTED,
    EventKind.MERGED, EventKind.CLOSED, EventKind.SURVEY_ANSWERED,
}  # fmt: skip
JOB_KINDS = {EventKind.REMINDED, EventKind.SURVEY_SENT}


@dataclass(frozen=True)
class Demo:
    """A filled desk, read once: every ticket's view by number."""

    desk: Desk
    now: int
    views: dict[int, TicketView]

    @property
    def open_views(self) -> list[TicketView]:
        return [view for view in self.views.values() if view.history.is_open]

    def history(self, number: int) -> tuple[Event, ...]:
        return tuple(sorted((line.event for line in self.views[number].lines), key=lambda e: e.seq))


def _filled(seeded: Path, path: Path, instant: datetime) -> Demo:
    shutil.copyfile(seeded, path)
    desk = Desk(Database(sqlite_url(path)), FixedClock(instant))
    fill_with_sample(desk)
    service = TicketService(desk)
    numbers = QueueService(desk).numbers(QueueFilter(scope=Scope.ALL))
    return Demo(desk, to_epoch(instant), {number: service.view(number) for number in numbers})


@pytest.fixture(scope="module", params=DAYS.values(), ids=DAYS.keys())
def demo(
    request: pytest.FixtureRequest, seeded_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    filled = _filled(seeded_file, tmp_path_factory.mktemp("demo") / "desk.db", request.param)
    yield filled
    filled.desk.close()


@pytest.fixture(scope="module")
def monday(seeded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    filled = _filled(seeded_file, tmp_path_factory.mktemp("monday") / "desk.db", MONDAY)
    yield filled
    filled.desk.close()


def _story(demo: Demo) -> list[tuple[object, ...]]:
    """Return all that a person can read, salts and the digests that hang on them apart."""
    return [
        (view.card, line.event.kind, line.event.at, line.actor, line.event.channel, line.text)
        for view in demo.views.values()
        for line in view.lines
    ]


def test_four_hundred_tickets_stand_in_every_state(demo: Demo) -> None:
    statuses = Counter(view.history.status for view in demo.views.values())
    assert statuses.total() == 400
    assert set(statuses) == set(Status)
    assert statuses[Status.CLOSED] == 250
    assert {view.history.team for view in demo.open_views} == set(SAMPLE_TEAMS)
    assert {view.history.severity for view in demo.open_views} == set(Severity)


def test_the_closed_ones_ended_in_every_way_but_imported(demo: Demo) -> None:
    endings = {view.history.closing for view in demo.views.values()} - {None}
    assert endings == set(Closing) - {Closing.IMPORTED}


def test_every_act_is_one_that_the_rules_allow(demo: Demo) -> None:
    for number in demo.views:
        events = demo.history(number)
        for place, event in enumerate(events[1:], 1):
            before = replay(events[:place])
            assert refusal_of(before, event.kind, event.at) is None, (number, event)
        assert replay(events).oddities == ()


def test_nothing_lies_in_the_future_and_everything_is_recorded_when_it_happened(demo: Demo) -> None:
    for number in demo.views:
        events = demo.history(number)
        instants = [event.at for event in events]
        assert instants == sorted(instants)
        assert instants[-1] <= demo.now
        assert [event.recorded_at for event in events] == instants


def test_people_act_while_their_team_is_at_work(demo: Demo) -> None:
    book = demo.desk.book
    for view in demo.views.values():
        time = book.calendar_of(view.history.team)
        for line in view.lines:
            at, by_hand = line.event.at, line.event.channel is not Channel.JOB
            # An act may fall on the very second at which a window ends.
            assert not by_hand or time.is_counted(at) or time.is_counted(at - 1), (view.card, line)


def test_a_team_that_never_closes_is_asked_by_day_but_for_what_cannot_wait(monday: Demo) -> None:
    hours = [
        from_epoch(line.event.at).hour - 3
        for view in monday.views.values()
        if view.history.team == "cloud"
        for line in view.lines
        if line.event.channel is not Channel.JOB
    ]
    nightly = sum(not 8 <= hour <= 19 for hour in hours)
    assert 0 < nightly < len(hours) / 5


def test_all_acts_of_a_ticket_s_life_are_there(monday: Demo) -> None:
    kinds = {line.event.kind for view in monday.views.values() for line in view.lines}
    assert kinds == HAND_MADE_KINDS | JOB_KINDS


def test_an_automatic_closing_comes_at_the_limit_and_after_its_reminder(demo: Demo) -> None:
    for number, view in demo.views.items():
        if view.history.closing is not Closing.AUTOMATIC:
            continue
        events = demo.history(number)
        place = next(p for p, e in enumerate(events) if e.kind is EventKind.CLOSED)
        acceptance = replay(events[:place]).acceptance
        assert acceptance is not None
        assert events[place].at == acceptance.limit
        reminders = [e.at for e in events[:place] if e.kind is EventKind.REMINDED]
        assert reminders == [acceptance.reminder]


def test_an_acceptance_that_runs_has_had_its_reminder_and_is_not_over(demo: Demo) -> None:
    waiting = [v for v in demo.open_views if v.history.acceptance is not None]
    assert len(waiting) == 26
    for view in waiting:
        acceptance = view.history.acceptance
        assert acceptance is not None
        assert acceptance.limit >= demo.now
        reminded = any(line.event.kind is EventKind.REMINDED for line in view.lines)
        assert reminded == (acceptance.reminder <= demo.now)


def test_a_merged_ticket_repeats_an_older_one_of_the_same_client(demo: Demo) -> None:
    merged = [v for v in demo.views.values() if v.history.closing is Closing.DUPLICATE]
    assert len(merged) == 12
    for view in merged:
        survivor = demo.views[int(view.history.merged_into or 0)]
        assert survivor.history.opened_at < view.history.opened_at
        assert survivor.history.merged_into is None
        assert (survivor.card.client, survivor.card.summary) == (
            view.card.client,
            view.card.summary,
        )


def test_a_monday_has_work_of_every_urgency(monday: Demo) -> None:
    service = QueueService(monday.desk)
    rows = service.rows(service.numbers(QueueFilter()))
    end_of_today = service.end_of_today()
    running = [row for row in rows if not row.waits_for_client and row.due_at is not None]
    assert sum(row.is_overdue(monday.now) for row in running) >= 10
    assert sum(monday.now <= (row.due_at or 0) < end_of_today for row in running) >= 5
    assert sum(row.assignee is None for row in rows) >= 20
    assert sum(row.is_overdue(monday.now) for row in rows if row.waits_for_client) >= 3
    limits = [row.acceptance_limit - monday.now for row in rows if row.acceptance_limit]
    assert sum(left < timedelta(days=4).total_seconds() for left in limits) >= 4
    assert sum(left > timedelta(days=15).total_seconds() for left in limits) == 2
    assert sum(v.history.terms[-1].agreed_due is not None for v in monday.open_views) == 3


def test_some_came_late_and_most_did_not(monday: Demo) -> None:
    closed = [view for view in monday.views.values() if not view.history.is_open]
    late = sum(view.sla.is_breached(monday.now) for view in closed)
    assert 10 <= late <= 50


def test_the_same_day_gives_the_same_desk(monday: Demo, seeded_file: Path, tmp_path: Path) -> None:
    again = _filled(seeded_file, tmp_path / "again.db", MONDAY)
    other = _filled(seeded_file, tmp_path / "other.db", MONDAY + timedelta(days=1))
    assert _story(again) == _story(monday)
    assert _story(other) != _story(monday)
    again.desk.close()
    other.desk.close()


def test_what_was_before_today_does_not_hang_on_the_hour(
    monday: Demo, seeded_file: Path, tmp_path: Path
) -> None:
    evening = _filled(seeded_file, tmp_path / "evening.db", MONDAY + timedelta(hours=8))
    opened = [
        Counter(view.history.opened_at for view in d.views.values()) for d in (monday, evening)
    ]
    # Only the 22 freshest tickets may have been opened at another hour.
    assert (opened[0] - opened[1]).total() <= 22
    assert max(opened[1]) > monday.now
    evening.desk.close()


def test_at_least_120_subjects_are_spoken_of_with_care(monday: Demo) -> None:
    cards = [view.card for view in monday.views.values()]
    assert len({card.summary for card in cards}) >= 120
    assert len({card.description for card in cards}) >= 120
    assert max(len(card.summary) for card in cards) <= 80
    said = [line.text for view in monday.views.values() for line in view.lines if line.text]
    assert not [text for text in [*said, *(c.description for c in cards)] if "{" in text]


def test_nobody_is_asked_the_same_question_twice(monday: Demo) -> None:
    for view in monday.views.values():
        asked = [line.text for line in view.lines if line.event.kind is EventKind.PENDING_CLIENT]
        assert len(set(asked)) == len(asked)


def test_events_name_nobody(monday: Demo) -> None:
    people = {v.card.contact for v in monday.views.values()}
    people |= {v.card.client for v in monday.views.values()}
    for view in monday.views.values():
        for line in view.lines:
            written = canonical(line.event.payload)
            assert not [name for name in people if name and name in written]
            assert ("text" in line.event.payload) == (line.text is not None)


def test_companies_and_contacts_have_valid_check_digits_and_cannot_be_reached(monday: Demo) -> None:
    with monday.desk.database.read() as connection:
        clients = connection.execute(select(tables.client)).all()
        contacts = connection.execute(select(tables.contact)).all()
    assert len(clients) == 60
    assert all(cnpj.is_valid(client.cnpj) and client.city and client.state for client in clients)
    assert len([client for client in clients if not client.cnpj.isdigit()]) == 10
    assert {contact.client_id for contact in contacts} == {client.id for client in clients}
    assert all(cpf.is_valid(contact.cpf) for contact in contacts)
    assert len({contact.email for contact in contacts}) == len(contacts)
    assert all(contact.email.endswith(".example.com") for contact in contacts)
    # Subscribers' numbers begin with 2 to 9.
    assert all(contact.phone.split()[1].startswith("1") for contact in contacts)


def test_a_ticket_is_of_its_client_s_own_contact_and_of_an_analyst_of_the_team(
    monday: Demo,
) -> None:
    with monday.desk.database.read() as connection:
        owner = {row.id: row.client_id for row in connection.execute(select(tables.contact))}
    for view in monday.views.values():
        facts = view.history.facts
        assert owner[facts["contact"]] == facts["client"]
        assert facts["routine"]
        assert facts["environment"]
    assert len({view.assignee for view in monday.views.values()} - {None}) == 12


def test_the_database_is_whole_afterwards(monday: Demo) -> None:
    health = check(monday.desk.database, full=True)
    assert (health.tickets, health.faults) == (400, ())


def test_both_engines_take_the_demo_and_only_once(desk: Desk) -> None:
    changes = fill_with_sample(desk)
    assert changes.tickets is None
    assert desk.look_for_changes() == changes
    assert len(QueueService(desk).numbers(QueueFilter())) == 150
    with pytest.raises(DataFailure, match="sem chamados"):
        fill_with_sample(desk)
