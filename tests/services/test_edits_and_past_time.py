"""Edits of calendars and what happened before them: merges, days gone by, reminders (C12)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.calendar_editing import (
    with_own_day,
)
from app.domain.severity import Severity
from app.domain.team_calendar import DayException
from app.domain.ticket_events import EventKind
from app.services.automation import AutomationService
from app.services.calendar_editing import CalendarEditing, Reasons
from app.services.desk import Desk
from app.services.health import check
from app.services.tickets import Act, TicketService
from tests.desks import Asked, Later, at, open_ticket, open_tickets
from tests.services.test_calendar_editing import LIVES

TEAM = "suporte-tecnico"
WHY = Reasons("A cidade decretou feriado", "Decreto 12/2026")
CLOSED_FRIDAY = DayException(date(2026, 3, 6), (), "Luto oficial")


@pytest.fixture
def editing(desk: Desk) -> CalendarEditing:
    return CalendarEditing(desk)


def test_a_merged_ticket_brought_back_says_that_the_calendar_changed_meanwhile(
    desk: Desk, editing: CalendarEditing
) -> None:
    kept, merged = open_tickets(
        desk,
        Asked("2026-03-02 09:00", Severity.LOW),
        Asked(
            "2026-03-02 18:00",
            Severity.CRITICAL,
            later=[Later(EventKind.MERGED, "2026-03-03 17:00", {"into": "00000001"})],
        ),
    )
    tuesday = DayException(date(2026, 3, 3), (), "Luto")
    editing.keep(with_own_day(editing.plan(TEAM), tuesday), WHY)
    service = TicketService(desk)
    service.record(merged, Act(EventKind.UNMERGED, at("2026-03-04 11:00")))
    view = service.view(merged)
    assert view.lines[-1].event.kind is EventKind.CALENDAR_CHANGED
    assert view.sla.late_spans[0].since == at("2026-03-03 16:00")
    assert kept == 1
    assert check(desk.database, full=True).faults == ()


def test_what_is_brought_back_under_the_same_calendar_says_nothing(
    desk: Desk, editing: CalendarEditing
) -> None:
    numbers = [
        open_ticket(desk, Asked("2026-03-02 09:00", severity, later=[merge]))
        for severity in (Severity.LOW, None)
        for merge in (Later(EventKind.MERGED, "2026-03-03 17:00", {"into": "00000009"}),)
    ]
    editing.keep(with_own_day(editing.plan("cst"), CLOSED_FRIDAY), WHY)
    for number in numbers:
        TicketService(desk).record(number, Act(EventKind.UNMERGED, at("2026-03-04 11:00")))
        assert TicketService(desk).view(number).lines[-1].event.kind is EventKind.UNMERGED


def test_c12_time_of_a_day_gone_by_is_given_back_only_where_one_says_so(
    desk: Desk, editing: CalendarEditing
) -> None:
    running, agreed, waits = open_tickets(
        desk,
        Asked("2026-03-02 09:00", Severity.LOW),
        Asked("2026-03-02 09:00", Severity.LOW, later=LIVES["agreed"]),
        Asked("2026-03-02 09:00", Severity.LOW, later=LIVES["pending in maintenance"]),
    )
    monday = DayException(date(2026, 3, 2), (), "Luto")
    service = TicketService(desk)
    dues = {number: service.view(number).sla.due for number in (running, agreed, waits)}
    editing.keep(with_own_day(editing.plan(TEAM), monday), WHY, returns_time=False)
    assert {number: service.view(number).sla.due for number in dues} == dues
    terms = service.view(running).history.terms[-1]
    assert (terms.agreed_due, terms.cause.payload["reason"][:4]) == (dues[running], "C12:")
    assert check(desk.database, full=True).faults == ()


def test_each_reminder_is_sent_once_a_wait_whatever_becomes_of_the_calendar(
    sqlite_desk: Desk,
) -> None:
    desk, editing = sqlite_desk, CalendarEditing(sqlite_desk)
    number = open_ticket(desk, Asked("2026-02-20 09:00", Severity.LOW, later=[]))
    service = TicketService(desk)
    service.record(number, Act(EventKind.PENDING_CLIENT, at("2026-02-20 10:00"), text="Qual?"))
    list(AutomationService(desk).run())
    editing.keep(with_own_day(editing.plan(TEAM), DayException(date(2026, 2, 25), (), "Luto")), WHY)
    assert check(desk.database, full=True).faults == ()
    list(AutomationService(desk).run())
    sent = [e.event for e in service.view(number).lines if e.event.kind is EventKind.REMINDED]
    assert len(sent) == 1
    assert check(desk.database, full=True).faults == ()


def test_a_breach_of_an_agreed_instant_within_a_merge_is_told_once(sqlite_desk: Desk) -> None:
    desk = sqlite_desk
    number = open_ticket(
        desk,
        Asked(
            "2026-03-02 09:00",
            later=[
                Later(EventKind.DUE_AGREED, "2026-03-02 10:00", {"due": at("2026-03-03 12:00")}),
                Later(EventKind.MERGED, "2026-03-03 09:00", {"into": "00000009"}),
                Later(EventKind.UNMERGED, "2026-03-04 09:00"),
            ],
        ),
    )
    list(AutomationService(desk).run())
    assert list(AutomationService(desk).run()) == []
    kinds = [line.event.kind for line in TicketService(desk).view(number).lines]
    assert kinds.count(EventKind.WARNED) == 4
