"""One ticket: everything about it, what if, and recording an act."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import pytest

from app.domain.changes import NO_CHANGES, tickets_changed
from app.domain.clock import FixedClock
from app.domain.errors import DataFailure, NotFound, RuleRefusal
from app.domain.event_chain import salted_digest
from app.domain.queue_view import QueueFilter
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, EventKind, Status
from app.services.desk import Desk
from app.services.health import check
from app.services.queue import QueueService
from app.services.tickets import Act, StaleAct, TicketService
from app.storage.database import Database
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_ticket, person, tamper

TUESDAY = at("2026-03-03 10:00")


def _act(
    kind: EventKind,
    when: int = TUESDAY,
    payload: Mapping[str, Any] | None = None,
    *,
    version: int | None = None,
    text: str | None = None,
) -> Act:
    return Act(kind, when, payload=payload, version=version, text=text)


@pytest.fixture
def service(desk: Desk) -> TicketService:
    return TicketService(desk)


@pytest.fixture
def number(desk: Desk) -> int:
    return open_ticket(desk, Asked(assignee="Ana", severity=Severity.HIGH))


def test_a_view_tells_everything_about_a_ticket(desk: Desk, service: TicketService) -> None:
    number = open_ticket(
        desk,
        Asked(
            assignee="Ana",
            severity=Severity.HIGH,
            description="Desde ontem",
            later=[
                Later(EventKind.PENDING_CLIENT, "2026-03-02 10:00"),
                Later(EventKind.CLIENT_ANSWERED, "2026-03-02 12:00"),
            ],
        ),
    )
    view = service.view(number)
    assert view.now == at("2026-03-04 12:00")
    assert (view.card.summary, view.card.description) == ("O relatório não abre", "Desde ontem")
    assert (view.card.client, view.card.product) == ("Escola Exemplo", "Boletim")
    assert (view.card.contact, view.card.contact_email, view.card.client_place) == (None, None, "")
    assert (view.assignee, view.team_name) == ("Ana", "Suporte Técnico")
    assert view.history.status is Status.IN_PROGRESS
    # 20 h from Monday 09:00, two of them not counted: 1 h, then 7 h, then 12 h on Tuesday.
    assert view.sla.due == at("2026-03-03 19:00")
    assert view.explanation is not None
    assert view.buckets is not None
    assert view.buckets.waiting_for_answer == 2 * 3600
    assert view.explanation.counted_seconds == 20 * 3600
    assert view.buckets.attendance == 25 * 3600
    assert [line.event.kind for line in view.lines][1:3] == [
        EventKind.ASSIGNED,
        EventKind.PENDING_CLIENT,
    ]
    assert [line.actor for line in view.lines] == [None, "Ana", None, None]
    assert len(view.forecasts) == 1


def test_the_place_of_a_client_stands_beside_its_name(
    desk: Desk, service: TicketService, number: int
) -> None:
    tamper(desk.database, "UPDATE client SET city = 'Joinville', state = 'SC'")
    assert service.view(number).card.client_place == "Joinville/SC"


def test_a_settled_ticket_is_explained_up_to_its_solution(
    desk: Desk, service: TicketService
) -> None:
    solution = Later(EventKind.SOLUTION, "2026-03-02 11:00")
    view = service.view(open_ticket(desk, Asked(later=[solution])))
    assert view.explanation is not None
    assert view.explanation.until == at("2026-03-02 11:00")
    assert view.explanation.counted_seconds == 2 * 3600


def test_a_ticket_that_is_not_classified_says_why_it_has_no_deadline(
    desk: Desk, service: TicketService
) -> None:
    view = service.view(open_ticket(desk, Asked(severity=None)))
    assert (view.explanation, view.buckets, view.sla.due) == (None, None, None)
    assert "SLA-1" in view.sla.current.reason


def test_an_unknown_number_is_not_found(service: TicketService) -> None:
    with pytest.raises(NotFound, match="não há chamado 00000099"):
        service.view(99)
    with pytest.raises(NotFound, match="não há chamado 00000099"):
        service.record(99, _act(EventKind.NOTE))
    with pytest.raises(NotFound, match="'Case 9'"):
        service.number_of_source("Case 9")


def test_what_if_shows_the_deadline_of_another_severity_or_team_and_changes_nothing(
    service: TicketService, number: int
) -> None:
    view = service.view(number)
    assert view.sla.due == at("2026-03-03 17:00")
    critical = service.what_if(view, severity=Severity.CRITICAL)
    assert critical.due == at("2026-03-02 19:00")
    cloud = service.what_if(view, team="cloud")
    assert cloud.due == at("2026-03-03 05:00")
    both = service.what_if(view, severity=Severity.LOW, team="cst")
    assert both.due == at("2026-03-06 16:30")
    assert service.what_if(view).due == view.sla.due
    assert service.what_if(view, team="nobody").reason.startswith("SLA-6")
    assert service.view(number).sla.due == view.sla.due


def test_an_act_is_recorded_with_who_when_and_from_where(
    desk: Desk, service: TicketService, number: int
) -> None:
    beto = person(desk.database, "Beto")
    act = Act(EventKind.ASSIGNED, TUESDAY, beto, Channel.PHONE, {"assignee": beto})
    recorded = service.record(number, act)
    assert (recorded.number, recorded.seq, recorded.changes) == (number, 3, tickets_changed(number))
    assert recorded.meanwhile == ()
    view = service.view(number)
    line = view.lines[-1]
    assert (line.actor, line.event.channel, line.event.desk) == ("Beto", Channel.PHONE, desk.name)
    assert (line.event.at, line.event.recorded_at) == (TUESDAY, at("2026-03-04 12:00"))
    assert (view.assignee, view.card.version) == ("Beto", 3)
    assert desk.look_for_changes() == tickets_changed(number)


def test_the_queue_follows_what_was_recorded(
    desk: Desk, service: TicketService, number: int
) -> None:
    queue = QueueService(desk)
    service.record(number, _act(EventKind.RECLASSIFIED, payload={"severity": "critical"}))
    (row,) = queue.rows([number])
    assert row.severity is Severity.CRITICAL
    assert row.due_at == service.view(number).sla.due == at("2026-03-02 19:00")
    service.record(number, _act(EventKind.SOLUTION))
    (row,) = queue.rows([number])
    assert row.status is Status.AWAITING_ACCEPTANCE
    service.record(number, _act(EventKind.ACCEPTED))
    assert list(queue.numbers(QueueFilter())) == []
    assert check(desk.database, full=True).faults == ()


@pytest.mark.parametrize(
    ("before", "kind", "rule"),
    [
        ([], EventKind.ACCEPTED, "ACC-1"),
        ([], EventKind.REFUSED, "ACC-5"),
        ([], EventKind.POSTPONED, "ACC-4"),
        ([], EventKind.CLIENT_ANSWERED, "SLA-12"),
        ([], EventKind.BACK_TO_SUPPORT, "SLA-2"),
        ([EventKind.PENDING_CLIENT], EventKind.PENDING_CLIENT, "SLA-5"),
        ([EventKind.IN_MAINTENANCE], EventKind.IN_MAINTENANCE, "SLA-2"),
        ([EventKind.SOLUTION], EventKind.SOLUTION, "ACC-1"),
        ([EventKind.SOLUTION], EventKind.ASSIGNED, "ACC-5"),
        ([EventKind.SOLUTION, EventKind.POSTPONED], EventKind.POSTPONED, "ACC-4"),
        ([EventKind.CLOSED], EventKind.ASSIGNED, "ACC-3"),
        ([EventKind.CLOSED], EventKind.CLOSED, "ACC-3"),
    ],
)
def test_an_act_that_a_rule_forbids_is_refused_by_its_name_and_leaves_nothing(
    sqlite_desk: Desk, before: list[EventKind], kind: EventKind, rule: str
) -> None:
    service = TicketService(sqlite_desk)
    number = open_ticket(sqlite_desk, Asked(assignee="Ana"))
    for done in before:
        service.record(number, _act(done))
    seen = service.view(number).card.version
    sqlite_desk.look_for_changes()
    with pytest.raises(RuleRefusal) as refused:
        service.record(number, _act(kind))
    assert refused.value.rule == rule
    assert service.view(number).card.version == seen
    assert sqlite_desk.look_for_changes() == NO_CHANGES


def test_an_act_lies_between_the_opening_and_now(service: TicketService, number: int) -> None:
    with pytest.raises(RuleRefusal, match=r"ACC-9: o ato está no futuro"):
        service.record(number, _act(EventKind.NOTE, at("2026-03-04 12:00:01")))
    with pytest.raises(RuleRefusal, match=r"ACC-9: o ato é anterior à abertura"):
        service.record(number, _act(EventKind.NOTE, at("2026-03-02 08:59:59")))
    service.record(number, _act(EventKind.NOTE, at("2026-03-04 12:00:00")))
    service.record(number, _act(EventKind.NOTE, at("2026-03-02 09:00:00")))


def test_a_transfer_to_nobody_is_refused(service: TicketService, number: int) -> None:
    for payload in ({"team": "nobody"}, {}, None):
        with pytest.raises(NotFound, match="equipe desconhecida"):
            service.record(number, _act(EventKind.TRANSFERRED, payload=payload))
    service.record(number, _act(EventKind.TRANSFERRED, payload={"team": "cst"}))
    assert service.view(number).team_name == "CST"


def test_a_text_lies_apart_and_its_event_holds_the_digest(
    desk: Desk, service: TicketService, number: int
) -> None:
    text = "Ligação do cliente: “não abre”.\nSegunda linha"
    recorded = service.record(number, _act(EventKind.NOTE, text=text, payload={"public": True}))
    line = service.view(number).lines[-1]
    assert line.text == text
    assert set(line.event.payload) == {"public", "text"}
    assert text not in str(dict(line.event.payload))
    with desk.database.read() as connection:
        row = connection.exec_driver_sql("SELECT salt FROM event_text").one()
    assert line.event.payload["text"] == salted_digest(text, bytes(row.salt))
    assert recorded.seq == 3


def test_a_blanked_text_is_shown_as_none(desk: Desk, service: TicketService, number: int) -> None:
    service.record(number, _act(EventKind.NOTE, text="CPF do cliente"))
    tamper(desk.database, "UPDATE event_text SET body = NULL")
    assert service.view(number).lines[-1].text is None


def test_g01_a_note_from_a_stale_screen_is_kept_and_turns_no_status_back(
    desk: Desk, service: TicketService, number: int
) -> None:
    seen = service.view(number).card.version
    beto = person(desk.database, "Beto")
    solution = Act(EventKind.SOLUTION, TUESDAY, beto, text="Reinstale o módulo")
    service.record(number, solution)
    note = _act(EventKind.NOTE, at("2026-03-03 11:00"), text="Vou ligar", version=seen)
    recorded = service.record(number, note)
    ((meanwhile),) = recorded.meanwhile
    assert (meanwhile.event.kind, meanwhile.actor) == (EventKind.SOLUTION, "Beto")
    assert meanwhile.text == "Reinstale o módulo"
    view = service.view(number)
    assert view.history.status is Status.AWAITING_ACCEPTANCE
    assert len(view.history.pauses) == 1
    assert view.lines[-1].text == "Vou ligar"


def test_g01_any_other_act_from_a_stale_screen_is_refused_and_told_what_changed(
    service: TicketService, number: int
) -> None:
    seen = service.view(number).card.version
    service.record(number, _act(EventKind.SOLUTION))
    stale = _act(EventKind.PENDING_CLIENT, at("2026-03-03 11:00"), version=seen)
    with pytest.raises(StaleAct, match=r"chamado 0000000\d mudou enquanto") as refused:
        service.record(number, stale)
    assert [line.event.kind for line in refused.value.meanwhile] == [EventKind.SOLUTION]
    assert service.view(number).card.version == seen + 1


def test_an_act_on_the_version_seen_is_recorded(service: TicketService, number: int) -> None:
    seen = service.view(number).card.version
    recorded = service.record(number, _act(EventKind.PENDING_CLIENT, version=seen))
    assert (recorded.seq, recorded.meanwhile) == (seen + 1, ())


def test_desks_that_act_on_a_ticket_at_once_take_turns(
    url: str, service: TicketService, number: int
) -> None:
    failures: list[Exception] = []
    start = threading.Barrier(4)

    def act() -> None:
        database = Database(url)
        own = TicketService(Desk(database, FixedClock(NOON)))
        start.wait(10)
        try:
            for _turn in range(5):
                own.record(number, _act(EventKind.NOTE))
        except DataFailure as error:
            failures.append(error)
        database.close()

    desks = [threading.Thread(target=act) for _ in range(4)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert failures == []
    assert service.view(number).card.version == 22
    assert check(service._desk.database, full=True).faults == ()


def test_of_two_that_save_at_once_on_the_same_version_one_is_told(
    url: str, service: TicketService, number: int
) -> None:
    seen = service.view(number).card.version
    told: list[str] = []
    start = threading.Barrier(2)

    def save(kind: EventKind) -> None:
        database = Database(url)
        own = TicketService(Desk(database, FixedClock(NOON)))
        start.wait(10)
        try:
            own.record(number, _act(kind, version=seen))
            told.append("kept")
        except StaleAct:
            told.append("stale")
        database.close()

    kinds = (EventKind.PENDING_CLIENT, EventKind.IN_MAINTENANCE)
    desks = [threading.Thread(target=save, args=(kind,)) for kind in kinds]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    assert sorted(told) == ["kept", "stale"]
    assert service.view(number).card.version == seen + 1
