"""The job: steps are taken once, in time or late, by whichever desk comes first (ACC-7)."""

from __future__ import annotations

from dataclasses import replace
from threading import Thread

import pytest

from app.domain.automatic_steps import StepKind
from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import RuleRefusal
from app.domain.message_state import MessageState
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Closing, EventKind, Status
from app.services import workspace as workspace_module
from app.services.acting import Act
from app.services.automation import AutomationService
from app.services.delivery import DeliveryService
from app.services.desk import Desk
from app.services.health import check
from app.services.outbox import OutboxService
from app.services.sla_settings import LEVELS, PENDING_DAYS, automatic_rules
from app.services.tickets import TicketService
from app.services.workspace import Workspace
from app.storage import people, settings, tables
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_ticket, open_tickets

SOLVED = Later(EventKind.SOLUTION, "2026-03-02 16:41:05")
LOW = Asked("2026-03-02 09:00", Severity.LOW)
AWAITING = replace(LOW, later=(SOLVED,))


def go_to(desk: Desk, wall: str) -> Desk:
    """Let the desk's clock stand at a wall time of Brasília."""
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(from_epoch(at(wall)))
    return desk


@pytest.fixture(autouse=True)
def own_clock(desk: Desk) -> None:
    """Every test moves its desk's clock, and the clocks of others stand still."""
    desk.clock = FixedClock(NOON)


def run(desk: Desk, wall: str) -> list[tuple[str, str]]:
    """Run the job at a wall time; returns each step with the wall time it is for."""
    lines = AutomationService(go_to(desk, wall)).run()
    return [
        (line.done.kind.value, f"{from_epoch(line.done.subject):%d %H:%M:%S}") for line in lines
    ]


def kinds(desk: Desk, wall: str) -> list[str]:
    return [kind for kind, _instant in run(desk, wall)]


def view_of(desk: Desk, number: int, wall: str):  # noqa: ANN201  # a view
    return TicketService(go_to(desk, wall)).view(number)


def test_d04_forty_runs_on_the_day_send_one_reminder(desk: Desk) -> None:
    open_ticket(desk, AWAITING)
    sent = [step for _turn in range(40) for step in run(desk, "2026-03-13 09:00")]
    assert sent == [("reminder", "13 11:00:00")]


def test_d04_a_late_reminder_says_how_many_days_are_left(desk: Desk) -> None:
    number = open_ticket(desk, AWAITING)
    assert kinds(desk, "2026-03-15 10:00") == ["reminder"]
    (message,) = OutboxService(desk).lines()
    assert "faltam 2 dias" in message.message.body
    assert "17/03/2026" in message.message.body
    reminded = view_of(desk, number, "2026-03-15 10:00").lines[-1].event
    assert (reminded.kind, reminded.at) == (EventKind.REMINDED, at("2026-03-13 08:00"))
    assert reminded.recorded_at == at("2026-03-15 10:00")
    assert (reminded.channel, reminded.payload["days_left"]) == (Channel.JOB, 2)


def test_d04_without_its_reminder_the_limit_moves_and_then_the_ticket_closes(desk: Desk) -> None:
    number = open_ticket(desk, AWAITING)
    assert run(desk, "2026-03-20 10:00") == [
        ("reminder", "13 11:00:00"),
        ("limit_moved", "22 02:59:59"),
    ]
    moved = view_of(desk, number, "2026-03-20 10:00")
    assert moved.history.status is Status.AWAITING_ACCEPTANCE
    assert "ACC-7a" in moved.lines[-1].event.payload["reason"]
    (message,) = OutboxService(desk).lines()
    assert "falta 1 dia" in message.message.body
    assert run(desk, "2026-03-21 23:59:59") == []
    assert run(desk, "2026-03-25 10:00") == [("closing", "22 02:59:59"), ("survey", "22 02:59:59")]
    closed = view_of(desk, number, "2026-03-25 10:00").history
    assert (closed.closing, closed.closed_at) == (Closing.AUTOMATIC, at("2026-03-21 23:59:59"))


def test_the_last_day_is_called_so(desk: Desk) -> None:
    open_ticket(desk, AWAITING)
    assert kinds(desk, "2026-03-17 10:00") == ["reminder"]
    assert "é o último dia" in OutboxService(desk).lines()[0].message.body


def test_a_closing_counts_from_its_limit_whenever_the_job_ran(desk: Desk) -> None:
    number = open_ticket(desk, AWAITING)
    run(desk, "2026-03-13 08:00")
    assert run(desk, "2026-04-01 10:00") == [("closing", "18 02:59:59"), ("survey", "18 02:59:59")]
    history = view_of(desk, number, "2026-04-01 10:00").history
    assert (history.closed_at, history.status) == (at("2026-03-17 23:59:59"), Status.CLOSED)
    assert run(desk, "2026-06-01 10:00") == []


def test_warnings_and_breach_are_told_once(desk: Desk) -> None:
    open_ticket(desk, Asked("2026-03-02 08:00", Severity.CRITICAL))
    assert run(desk, "2026-03-02 15:30") == [
        ("warning", "02 16:00:00"),
        ("warning", "02 18:30:00"),
    ]
    assert kinds(desk, "2026-03-02 18:00") == ["warning"]
    assert run(desk, "2026-03-02 18:00:01") == [("breach", "02 21:00:00")]
    assert run(desk, "2026-03-03 12:00") == []
    assert OutboxService(desk).lines() == ()


def test_a_warning_after_a_change_says_why_it_is_late(desk: Desk) -> None:
    raised = Later(EventKind.RECLASSIFIED, "2026-03-02 16:00", {"severity": "critical"})
    number = open_ticket(desk, Asked("2026-03-02 08:00", Severity.LOW, later=(raised,)))
    assert run(desk, "2026-03-02 16:00") == [("warning", "02 18:30:00")]
    told = view_of(desk, number, "2026-03-02 16:00").lines
    (warned,) = [line.event for line in told if line.event.kind is EventKind.WARNED]
    assert (warned.payload["level"], warned.payload["mark"]) == ("75 %", "recomputed")


def test_who_does_not_answer_is_reminded_twice_and_nothing_is_closed(desk: Desk) -> None:
    waits = Later(EventKind.PENDING_CLIENT, "2026-03-02 10:00")
    number = open_ticket(desk, replace(LOW, later=(waits,)))
    assert kinds(desk, "2026-06-01 10:00") == ["pending_reminder", "pending_reminder"]
    assert run(desk, "2026-12-01 10:00") == []
    assert view_of(desk, number, "2026-12-01 10:00").history.status is Status.PENDING_CLIENT


def test_c08_a_reminder_that_was_moved_goes_out_again_for_its_new_instant(desk: Desk) -> None:
    number = open_ticket(desk, AWAITING)
    assert kinds(desk, "2026-03-13 10:00") == ["reminder"]
    service = TicketService(go_to(desk, "2026-03-13 11:00"))
    service.record(number, Act(EventKind.POSTPONED, at("2026-03-13 11:00")))
    assert run(desk, "2026-04-27 08:00") == [("reminder", "27 11:00:00")]
    assert [line.message.subject_at for line in OutboxService(desk).lines()] == [
        at("2026-03-13 08:00"),
        at("2026-04-27 08:00"),
    ]


def test_a_message_goes_to_the_contact_and_waits_where_there_is_no_address(desk: Desk) -> None:
    known, unknown = open_tickets(desk, AWAITING, AWAITING)
    with desk.database.write() as connection:
        client = connection.exec_driver_sql("SELECT min(client_id) FROM ticket").scalar_one()
        contact = people.NewContact(client, "Lia Lima", "lia@example.com", "", "")
        (lia,) = people.add_contacts(connection, [contact])
        owned = tables.ticket.update().where(tables.ticket.c.id == known)
        connection.execute(owned.values(contact_id=lia))
    run(desk, "2026-03-13 09:00")
    lines = {line.message.ticket: line for line in OutboxService(desk).lines()}
    assert lines[known].message.recipient == "lia@example.com"
    assert (lines[known].state, lines[known].next_try_at) == (
        MessageState.QUEUED,
        at("2026-03-13 09:00"),
    )
    assert (lines[unknown].state, lines[unknown].next_try_at) == (MessageState.NO_ADDRESS, None)
    assert lines[known].message_id != lines[unknown].message_id


def test_every_ticket_of_a_long_list_is_reached(desk: Desk) -> None:
    numbers = open_tickets(desk, *[AWAITING] * 120)
    lines = list(AutomationService(go_to(desk, "2026-03-13 09:00")).run())
    assert [line.number for line in lines] == numbers
    assert check(desk.database, full=True).faults == ()


def test_desks_that_run_the_job_at_once_take_each_step_once(desk: Desk, url: str) -> None:
    del url
    open_tickets(desk, *[AWAITING] * 120)
    go_to(desk, "2026-03-13 09:00")
    done: list[list[int]] = []

    def work() -> None:
        done.append([line.number for line in AutomationService(desk).run()])

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(number for own in done for number in own) == list(range(1, 121))
    assert len(OutboxService(desk).lines()) == 120


def test_a_notice_makes_no_save_stale(desk: Desk) -> None:
    number = open_ticket(desk, Asked("2026-03-02 08:00", Severity.CRITICAL))
    seen = view_of(desk, number, "2026-03-02 09:00").card.version
    run(desk, "2026-03-02 15:30")
    act = Act(EventKind.ASSIGNED, at("2026-03-02 15:40"), version=seen)
    recorded = TicketService(go_to(desk, "2026-03-02 15:40")).record(number, act)
    assert recorded.meanwhile == ()


def test_before_an_act_the_ticket_takes_its_own_steps(desk: Desk) -> None:
    number = open_ticket(desk, AWAITING)
    run(desk, "2026-03-13 09:00")
    service = TicketService(go_to(desk, "2026-03-18 09:00"))
    with pytest.raises(RuleRefusal, match="ACC-3"):
        service.record(number, Act(EventKind.POSTPONED, at("2026-03-18 09:00")))
    # Where nobody was reminded, the limit moves first, and the client may still act.
    other = open_ticket(desk, AWAITING)
    service.record(other, Act(EventKind.POSTPONED, at("2026-03-18 09:00")))
    acceptance = service.view(other).history.acceptance
    assert acceptance is not None
    assert acceptance.limit == at("2026-05-03 23:59:59")
    assert [line.message.kind for line in OutboxService(desk).lines()] == ["reminder", "reminder"]


def _closed_automatically(desk: Desk, asked: Asked = AWAITING) -> int:
    number = open_ticket(desk, asked)
    run(desk, "2026-03-13 09:00")
    run(desk, "2026-03-18 09:00")
    return number


def test_acc_7b_an_act_of_before_the_closing_annuls_it_for_two_business_days(desk: Desk) -> None:
    number = _closed_automatically(desk)
    service = TicketService(go_to(desk, "2026-03-19 19:00"))
    refused = Act(EventKind.REFUSED, at("2026-03-17 22:00"), text="ainda falha")
    service.record(number, refused)
    history = service.view(number).history
    assert (history.status, history.status_since) == (Status.IN_PROGRESS, at("2026-03-17 22:00"))
    annulled = [e for e in service.view(number).lines if e.event.kind is EventKind.CLOSING_ANNULLED]
    assert "ACC-7b" in annulled[0].event.payload["reason"]
    assert check(desk.database, full=True).faults == ()


def test_acc_7b_later_a_follow_up_is_asked_for(desk: Desk) -> None:
    number = _closed_automatically(desk)
    service = TicketService(go_to(desk, "2026-03-19 19:00:01"))
    with pytest.raises(RuleRefusal, match=r"ACC-7b.*continuação"):
        service.record(number, Act(EventKind.REFUSED, at("2026-03-17 22:00")))


@pytest.mark.parametrize(
    "act",
    [
        Act(EventKind.REFUSED, at("2026-03-18 08:00")),
        Act(EventKind.SOLUTION, at("2026-03-17 08:00")),
    ],
)
def test_what_the_client_did_not_do_in_time_annuls_nothing(desk: Desk, act: Act) -> None:
    number = _closed_automatically(desk)
    with pytest.raises(RuleRefusal, match="ACC-3"):
        TicketService(go_to(desk, "2026-03-18 10:00")).record(number, act)


def test_without_a_calendar_no_business_day_is_granted(desk: Desk) -> None:
    number = _closed_automatically(desk, replace(AWAITING, severity=None))
    with pytest.raises(RuleRefusal, match="ACC-7b"):
        TicketService(desk).record(number, Act(EventKind.REFUSED, at("2026-03-17 22:00")))


def test_the_settings_bend_levels_and_days(desk: Desk) -> None:
    with desk.database.write() as connection:
        settings.put(connection, LEVELS, [{"name": "metade", "share": "1/2"},
                                          {"name": "+10 min", "minutes": 10}])  # fmt: skip
        settings.put(connection, PENDING_DAYS, [3])
        changed = settings.all_settings(connection)
        rules = automatic_rules(changed)
        settings.put(connection, PENDING_DAYS, None)
        assert PENDING_DAYS not in settings.all_settings(connection)
    assert [level.name for level in rules.levels] == ["metade", "+10 min"]
    assert rules.levels[1].offset_seconds == 600
    assert rules.pending_reminder_days == (3,)
    assert automatic_rules({}).pending_reminder_days == (5, 10)


def test_a_step_is_told_with_its_ticket_and_kind(desk: Desk) -> None:
    number = open_ticket(desk, AWAITING)
    (line,) = AutomationService(go_to(desk, "2026-03-13 09:00")).run()
    assert (line.number, line.source, line.done.kind) == (number, None, StepKind.REMINDER)


def test_the_window_takes_a_few_steps_at_a_time(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace_module, "STEPS_AT_ONCE", 50)
    open_tickets(desk, *[AWAITING] * 60)
    workspace = Workspace(go_to(desk, "2026-03-13 09:00"))
    assert [workspace.take_due_steps() for _turn in range(3)] == [True, False, False]
    assert len(OutboxService(desk).lines()) == 60
    assert workspace.acts is workspace.acts
    assert workspace.outbox is workspace.outbox
    assert workspace.client_import is workspace.client_import


def test_a_database_that_may_only_be_read_is_left_as_it_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_ticket(desk, AWAITING)
    go_to(desk, "2026-03-13 09:00")
    monkeypatch.setattr(type(desk.database), "is_writable", lambda _database: False)
    assert Workspace(desk).take_due_steps() is False
    asked: list[object] = []
    monkeypatch.setattr(DeliveryService, "deliver", lambda *_asked: asked.append(1) or iter(()))
    Workspace(desk).deliver_messages(lambda: None)
    assert asked == []
    assert OutboxService(desk).lines() == ()


@pytest.mark.parametrize("kind", [EventKind.REFUSED, EventKind.POSTPONED])
def test_d11_who_accepted_cannot_take_it_back(desk: Desk, kind: EventKind) -> None:
    number = open_ticket(desk, AWAITING)
    tickets = TicketService(go_to(desk, "2026-03-05 12:00"))
    tickets.record(number, Act(EventKind.ACCEPTED, at("2026-03-05 09:00")))
    with pytest.raises(RuleRefusal):
        tickets.record(number, Act(kind, at("2026-03-05 10:00"), text="Pensei melhor"))
    assert tickets.view(number).history.closing is Closing.ACCEPTED
