"""Calendars edited: what would move, what was saved, what stays (SLA-2, SLA-11, pitfall A13)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.calendar_editing import (
    with_day,
    with_own_day,
    with_version,
    without_version,
)
from app.domain.calendar_plan import CalendarPlan
from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.roles import Role
from app.domain.severity import Severity
from app.domain.team_calendar import DayException, DaySource, Holiday, Weekday, Window
from app.domain.ticket_events import EventKind
from app.services.automation import AutomationService
from app.services.calendar_editing import CalendarEditing, Reasons
from app.services.deadline_moves import MovedDeadline
from app.services.desk import Desk
from app.services.health import check
from app.services.tickets import Act, TicketService
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_ticket, open_tickets

TEAM = "suporte-tecnico"
WHY = Reasons("A cidade decretou feriado", "Decreto 12/2026")
CLOSED_FRIDAY = DayException(date(2026, 3, 6), (), "Luto oficial")


@pytest.fixture
def editing(desk: Desk) -> CalendarEditing:
    return CalendarEditing(desk)


def _closed_friday(editing: CalendarEditing) -> CalendarPlan:
    return with_own_day(editing.plan(TEAM), CLOSED_FRIDAY)


def _dues(moves: tuple[MovedDeadline, ...]) -> dict[int, tuple[int | None, int | None]]:
    return {moved.number: (moved.before.due, moved.after.due) for moved in moves}


def test_a_preview_tells_what_would_move_and_writes_nothing(
    desk: Desk, editing: CalendarEditing
) -> None:
    moved, stays, _elsewhere = open_tickets(
        desk,
        Asked("2026-03-03 09:00", Severity.LOW),
        Asked("2026-03-03 09:00", Severity.CRITICAL),
        Asked("2026-03-03 09:00", Severity.LOW, team="cst"),
    )
    found = editing.preview(_closed_friday(editing))
    assert found.looked_at == 2
    assert _dues(found.moved) == {moved: (at("2026-03-06 13:00"), at("2026-03-09 13:00"))}
    assert (found.per_team, found.become_late, found.saved) == ({TEAM: 1}, 0, 0)
    assert editing.plan(TEAM).number == 1
    assert TicketService(desk).view(stays).sla.due == at("2026-03-03 19:00")


def test_saving_moves_the_deadline_and_says_why_in_the_history(
    desk: Desk, editing: CalendarEditing
) -> None:
    number = open_ticket(desk, Asked("2026-03-03 09:00", Severity.LOW))
    kept = editing.keep(_closed_friday(editing), WHY)
    view = TicketService(desk).view(number)
    assert kept.number == editing.plan(TEAM).number == 2
    assert view.sla.due == at("2026-03-09 13:00")
    assert [forecast.due for forecast in view.sla.in_force] == [
        at("2026-03-06 13:00"),
        at("2026-03-09 13:00"),
    ]
    assert view.lines[-1].event.kind is EventKind.CALENDAR_CHANGED
    assert view.lines[-1].text == "A cidade decretou feriado (Decreto 12/2026)"
    assert view.explanation is not None
    assert "Luto oficial" in [day.name for day in view.explanation.skipped]
    assert check(desk.database, full=True).faults == ()
    newest, first = editing.history(TEAM)
    assert (newest.reason, newest.source) == ("A cidade decretou feriado", "Decreto 12/2026")
    assert first.number == 1


def test_a_due_instant_that_stays_is_not_shown_as_moved_though_its_hours_are_others(
    desk: Desk, editing: CalendarEditing
) -> None:
    work = (Later(EventKind.IN_MAINTENANCE, "2026-03-02 10:00"),)
    number = open_ticket(desk, Asked("2026-03-02 09:00", Severity.LOW, later=work))
    due = TicketService(desk).view(number).sla.due
    afternoon = DayException(date(2026, 3, 6), (Window(780, 1140),), "Tarde")
    kept = editing.keep(with_own_day(editing.plan(TEAM), afternoon), WHY)
    assert kept.moves.moved == ()
    (found,) = kept.moves.recounted
    assert (found.number, found.before.due, found.after.due) == (number, due, due)
    assert found.before.budget is not None
    assert found.after.budget is not None
    assert found.after.budget < found.before.budget
    assert check(desk.database, full=True).faults == ()


LIVES: dict[str, tuple[Later, ...]] = {
    "new": (),
    "at work": (Later(EventKind.ASSIGNED, "2026-03-02 10:00", None, "Ana"),),
    "in maintenance": (Later(EventKind.IN_MAINTENANCE, "2026-03-02 10:00"),),
    "pending": (Later(EventKind.PENDING_CLIENT, "2026-03-02 11:00"),),
    "pending in maintenance": (
        Later(EventKind.IN_MAINTENANCE, "2026-03-02 10:00"),
        Later(EventKind.PENDING_CLIENT, "2026-03-02 11:00"),
    ),
    "answered": (
        Later(EventKind.PENDING_CLIENT, "2026-03-02 11:00"),
        Later(EventKind.CLIENT_ANSWERED, "2026-03-03 09:30"),
    ),
    "awaits acceptance": (Later(EventKind.SOLUTION, "2026-03-02 15:00"),),
    "solved after maintenance": (
        Later(EventKind.IN_MAINTENANCE, "2026-03-02 10:00"),
        Later(EventKind.SOLUTION, "2026-03-02 15:00"),
    ),
    "agreed": (Later(EventKind.DUE_AGREED, "2026-03-02 10:00", {"due": at("2026-03-05 12:00")}),),
    "reclassified": (
        Later(EventKind.RECLASSIFIED, "2026-03-02 10:00", {"severity": "critical"}),
        Later(EventKind.RECLASSIFIED, "2026-03-03 10:00", {"severity": "medium"}),
    ),
    "closed": (
        Later(EventKind.SOLUTION, "2026-03-02 15:00"),
        Later(EventKind.ACCEPTED, "2026-03-02 16:00"),
    ),
}


def _lives(severity: Severity | None, opened: str = "2026-03-02 09:00") -> list[Asked]:
    return [Asked(opened, severity, later=later) for later in LIVES.values()]


def _edits() -> dict[str, Callable[[CalendarPlan], CalendarPlan]]:
    def shorter(plan: CalendarPlan) -> CalendarPlan:
        version = plan.versions[-1]
        week = tuple(day[:-1] for day in version.week)
        return with_version(plan, replace(version, first_valid=date(2026, 3, 4), week=week))

    def saturday(plan: CalendarPlan) -> CalendarPlan:
        version = plan.versions[-1]
        week = [*version.week]
        week[Weekday.SAT] = (Window(540, 720),)
        return with_version(plan, replace(version, first_valid=date(2026, 3, 5), week=tuple(week)))

    return {
        "a day closed in the future": lambda plan: with_own_day(plan, CLOSED_FRIDAY),
        "a day closed in the past": lambda plan: with_own_day(
            plan, DayException(date(2026, 3, 2), (Window(480, 660),), "Falta de luz")
        ),
        "today": lambda plan: with_own_day(
            plan, DayException(date(2026, 3, 3), (Window(480, 900),), "Falta de luz")
        ),
        "shorter hours": shorter,
        "saturdays": saturday,
        "lunch shifted": lambda plan: with_own_day(
            plan, DayException(date(2026, 3, 4), (Window(0, 400), Window(700, 1020)), "Festa")
        ),
    }


@pytest.mark.parametrize("edit", _edits().values(), ids=list(_edits()))
@pytest.mark.parametrize("run", ["told", "untold"])
def test_every_row_is_what_its_history_comes_to_after_an_edit(
    sqlite_desk: Desk, edit: Callable[[CalendarPlan], CalendarPlan], run: str
) -> None:
    desk, editing = sqlite_desk, CalendarEditing(sqlite_desk)
    severities = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW, None)
    for severity in severities:
        open_tickets(desk, *_lives(severity), *_lives(severity, "2026-02-24 16:00"))
    if run == "told":
        list(AutomationService(desk).run())
    with desk.database.read() as connection:
        closed = connection.exec_driver_sql("SELECT * FROM ticket WHERE closed_at > 0").all()
    plan = edit(editing.plan(TEAM))
    foreseen = editing.preview(plan)
    kept = editing.keep(plan, WHY)
    assert kept.moves == foreseen
    assert foreseen.moved
    assert check(desk.database, full=True).faults == ()
    with desk.database.read() as connection:
        after = connection.exec_driver_sql("SELECT * FROM ticket WHERE closed_at > 0").all()
    assert after == closed
    list(AutomationService(desk).run())
    assert check(desk.database, full=True).faults == ()


def test_a_closed_ticket_stays_as_it_was_closed_whatever_is_written_to_it_later(
    desk: Desk, editing: CalendarEditing
) -> None:
    number = open_ticket(desk, Asked("2026-03-02 09:00", Severity.HIGH, later=LIVES["closed"]))
    before = TicketService(desk).view(number).sla
    plan = with_own_day(editing.plan(TEAM), DayException(date(2026, 3, 2), (), "Luto"))
    editing.keep(plan, WHY)
    TicketService(desk).record(number, Act(EventKind.NOTE, at("2026-03-03 12:00"), text="Ok"))
    after = TicketService(desk).view(number).sla
    assert (after.due, after.remaining(0)) == (before.due, before.remaining(0))
    assert check(desk.database, full=True).faults == ()


def test_another_desk_acts_by_the_calendar_that_was_just_saved(
    desk: Desk, editing: CalendarEditing
) -> None:
    number = open_ticket(desk, Asked("2026-03-03 09:00", Severity.LOW))
    other = Desk(desk.database, desk.clock)
    editing.keep(_closed_friday(editing), WHY)
    act = Act(EventKind.RECLASSIFIED, at("2026-03-03 12:00"), payload={"severity": "medium"})
    TicketService(other).record(number, act)
    assert TicketService(desk).view(number).sla.due == at("2026-03-05 15:00")
    assert check(desk.database, full=True).faults == ()


def test_an_edit_of_what_somebody_else_edited_is_refused(
    desk: Desk, editing: CalendarEditing
) -> None:
    mine, theirs = _closed_friday(editing), _closed_friday(CalendarEditing(desk))
    editing.keep(theirs, WHY)
    with pytest.raises(RuleRefusal, match="SLA-11: outra pessoa mudou"):
        editing.keep(mine, WHY)
    with pytest.raises(RuleRefusal, match="SLA-11: outra pessoa mudou"):
        editing.preview(mine)


def test_an_edit_needs_a_reason_and_a_manager_and_something_edited(
    desk: Desk, editing: CalendarEditing
) -> None:
    plan = _closed_friday(editing)
    with pytest.raises(InvalidInput, match="motivo") as refused:
        editing.keep(plan, Reasons("  "))
    assert refused.value.field == "reason"
    with pytest.raises(InvalidInput, match="200") as refused:
        editing.keep(plan, Reasons("Feriado", "x" * 201))
    assert refused.value.field == "source"
    with pytest.raises(InvalidInput, match="nada foi mudado"):
        editing.keep(editing.plan(TEAM), WHY)
    desk.sit("Ana", Role.ANALYST)
    with pytest.raises(RuleRefusal, match="só gerente"):
        editing.keep(plan, WHY)


def test_a_version_that_begins_before_closed_tickets_need_it_is_refused(
    desk: Desk, editing: CalendarEditing
) -> None:
    open_ticket(desk, Asked("2026-03-02 09:00", later=LIVES["closed"]))
    plan = editing.plan(TEAM)
    version = replace(plan.versions[0], counts_plantao=False)
    with pytest.raises(InvalidInput, match="a partir de 03/03/2026") as refused:
        editing.preview(with_version(plan, replace(version, first_valid=date(2026, 3, 2))))
    assert refused.value.field == "first_valid"
    editing.keep(with_version(plan, replace(version, first_valid=date(2026, 3, 3))), WHY)
    again = without_version(editing.plan(TEAM), date(2026, 3, 3))
    assert editing.keep(again, WHY).number == 3


def test_an_edit_is_taken_back_by_another_one(desk: Desk, editing: CalendarEditing) -> None:
    number = open_ticket(desk, Asked("2026-03-03 09:00", Severity.LOW))
    with pytest.raises(InvalidInput, match="não há o que desfazer"):
        editing.undone(TEAM)
    editing.keep(_closed_friday(editing), WHY)
    kept = editing.keep(editing.undone(TEAM), Reasons("Foi engano"))
    assert kept.number == 3
    assert TicketService(desk).view(number).sla.due == at("2026-03-06 13:00")
    assert editing.history(TEAM)[0].reason == "Foi engano"


def test_a_calendar_that_closes_for_ever_tells_that_no_deadline_can_be_computed(
    desk: Desk, editing: CalendarEditing
) -> None:
    number = open_ticket(desk, Asked("2026-03-03 09:00", Severity.LOW))
    plan = editing.plan(TEAM)
    closed = [
        DayException(date(2026, 3, 4) + timedelta(days=day), (), "Fechado") for day in range(500)
    ]
    kept = editing.keep(replace(plan, own=tuple(closed)), WHY)
    (moved,) = kept.moves.moved
    assert (moved.number, moved.after.due, moved.after.remaining) == (number, None, None)
    assert check(desk.database, full=True).faults == ()
    editing.keep(editing.undone(TEAM), WHY)
    assert TicketService(desk).view(number).sla.due == at("2026-03-06 13:00")
    assert check(desk.database, full=True).faults == ()


def test_who_waits_for_an_answer_is_reminded_by_the_new_calendar(
    desk: Desk, editing: CalendarEditing
) -> None:
    number = open_ticket(desk, Asked("2026-03-02 09:00", Severity.LOW, later=LIVES["pending"]))
    plan = editing.plan(TEAM)
    thursday = DayException(date(2026, 3, 5), (), "Luto")
    kept = editing.keep(with_own_day(plan, thursday), WHY)
    assert (kept.moves.moved, kept.moves.beneath) == ((), (number,))
    far = replace(editing.plan(TEAM), own=(DayException(date(2026, 12, 1), (), "Longe"),))
    assert editing.preview(replace(far, own=(*far.own, thursday))).beneath == ()
    ends = [DayException(date(2026, 3, 4) + timedelta(days=d), (), "Fim") for d in range(450)]
    editing.keep(replace(editing.plan(TEAM), own=tuple(ends)), WHY)
    assert check(desk.database, full=True).faults == ()


def test_progress_is_told_and_stopping_saves_nothing(desk: Desk, editing: CalendarEditing) -> None:
    open_ticket(desk, Asked("2026-03-03 09:00", Severity.LOW))
    plan = _closed_friday(editing)
    told: list[tuple[int, int]] = []
    editing.preview(plan, lambda done, total: told.append((done, total)))
    assert told == [(0, 1), (1, 1)]

    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        editing.keep(plan, WHY, stop)
    assert editing.plan(TEAM).number == 1
    assert editing.keep(plan, WHY).number == 2


def test_a_late_ticket_is_saved_by_a_day_closed_afterwards_and_stays_ever_late(
    desk: Desk, editing: CalendarEditing
) -> None:
    number = open_ticket(desk, Asked("2026-03-02 18:00", Severity.CRITICAL))
    assert TicketService(desk).view(number).sla.due == at("2026-03-03 16:00")
    tuesday = DayException(date(2026, 3, 3), (), "Luto")
    kept = editing.keep(with_own_day(editing.plan(TEAM), tuesday), WHY)
    assert (kept.moves.saved, kept.moves.become_late) == (1, 0)
    view = TicketService(desk).view(number)
    assert view.sla.due == at("2026-03-04 16:00")
    assert not view.sla.is_breached(view.now)
    assert view.sla.late_spans[0].until == view.now
    kept = editing.keep(editing.undone(TEAM), WHY)
    assert (kept.moves.saved, kept.moves.become_late) == (0, 1)


def test_a_holiday_of_the_tables_can_be_added_again(desk: Desk, editing: CalendarEditing) -> None:
    plan = with_day(
        editing.plan(TEAM), Holiday(date(2026, 3, 9), "Aniversário", DaySource.MUNICIPAL)
    )
    editing.keep(plan, WHY)
    kept = editing.plan(TEAM)
    assert [day.name for day in kept.revision().holidays_on(date(2026, 3, 9))] == ["Aniversário"]
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    assert from_epoch(editing.history(TEAM)[0].created_at) == NOON
