"""What a ticket does by itself, and when (ACC-1 … ACC-11, SLA-9, pitfalls C and D)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from app.domain.automatic_rules import AutomaticRules
from app.domain.automatic_steps import (
    Mark,
    Step,
    StepKind,
    due_step,
    moved_limit,
    next_instant,
    next_warning,
)
from app.domain.clock import from_epoch
from app.domain.severity import Severity
from app.domain.ticket_events import Channel, Event, EventKind
from app.domain.ticket_sla import TicketSla
from app.domain.urgency import DEFAULT_LEVELS, WarningLevel
from app.domain.working_time import WorkingTime
from tests.domain.builders import (
    HOUR,
    Calendars,
    a_calendar,
    a_ticket,
    an_event,
    an_exception,
    at,
    the_sla,
    wall,
)

K = EventKind
NO_WARNINGS = AutomaticRules(levels=())
SOLVED = an_event(K.SOLUTION, "2026-03-02 16:41:05")


def ticket(*acts: Event, severity: Severity | None = Severity.CRITICAL) -> TicketSla:
    """A ticket opened on Monday, 2 March 2026, at 08:00."""
    return the_sla(a_ticket("2026-03-02 08:00", *acts, severity=severity))


def told(step: Step | None) -> tuple[str, str | None] | None:
    """Say a step as its kind and the wall time it is for."""
    return None if step is None else (step.kind.value, wall(step.subject))


def sent(kind: StepKind, wall_time: str, subject: str | None = None, level: str = "") -> Event:
    event_kind = K.WARNED if kind in (StepKind.WARNING, StepKind.BREACH) else K.REMINDED
    payload = {"notice": kind.value, "for": at(subject or wall_time), "level": level}
    return an_event(event_kind, wall_time, **payload)  # type: ignore[arg-type]


REMINDED = sent(StepKind.REMINDER, "2026-03-13 08:00")


def test_d_base_the_reminder_is_due_on_the_morning_four_days_before_the_limit() -> None:
    sla = ticket(SOLVED)
    assert due_step(sla, at("2026-03-13 07:59:59")) is None
    assert told(due_step(sla, at("2026-03-13 08:00"))) == ("reminder", "2026-03-13 08:00")
    assert next_instant(sla) == at("2026-03-13 08:00")


def test_the_closing_is_for_the_last_second_of_the_limit() -> None:
    sla = ticket(SOLVED, REMINDED)
    assert due_step(sla, at("2026-03-17 23:59:59")) is None
    assert told(due_step(sla, at("2026-03-18 00:00"))) == ("closing", "2026-03-17 23:59:59")


def test_d04_a_reminder_that_is_late_but_in_time_moves_nothing() -> None:
    step = due_step(ticket(SOLVED), at("2026-03-15 10:00"))
    assert told(step) == ("reminder", "2026-03-13 08:00")


def test_d04_without_its_reminder_the_limit_moves_instead_of_closing() -> None:
    sla = ticket(SOLVED)
    step = due_step(sla, at("2026-03-20 10:00"))
    assert told(step) == ("limit_moved", "2026-03-13 08:00")
    assert sla.history.acceptance is not None
    moved = moved_limit(sla.history.acceptance, at("2026-03-20 10:00"))
    assert wall(moved.limit) == "2026-03-21 23:59:59"
    assert moved.reminder == sla.history.acceptance.reminder


def test_once_moved_the_limit_closes_without_another_reminder() -> None:
    moved = an_event(K.LIMIT_MOVED, "2026-03-20 10:00", limit_date="2026-03-21")
    sla = ticket(SOLVED, REMINDED, moved)
    assert due_step(sla, at("2026-03-21 23:59:59")) is None
    assert told(due_step(sla, at("2026-03-22 00:00"))) == ("closing", "2026-03-21 23:59:59")


def test_a_postponement_takes_the_reminder_along() -> None:
    sla = ticket(SOLVED, REMINDED, an_event(K.POSTPONED, "2026-03-14 09:00"))
    assert due_step(sla, at("2026-04-27 07:59")) is None
    assert told(due_step(sla, at("2026-04-27 08:00"))) == ("reminder", "2026-04-27 08:00")


def test_d03_a_refused_solution_is_not_closed_by_an_old_date() -> None:
    refused = an_event(K.REFUSED, "2026-03-16 09:00")
    assert due_step(ticket(SOLVED, REMINDED, refused), at("2026-03-18 09:00"), NO_WARNINGS) is None
    again = an_event(K.SOLUTION, "2026-03-20 10:00")
    sla = ticket(SOLVED, REMINDED, refused, again)
    assert told(due_step(sla, at("2026-03-31 08:00"))) == ("reminder", "2026-03-31 08:00")


def test_the_client_s_words_hold_reminder_and_closing_until_they_are_marked() -> None:
    wrote = an_event(K.CLIENT_WROTE, "2026-03-10 09:00")
    assert next_instant(ticket(SOLVED, wrote)) is None
    marked = an_event(K.COMMENT_MARKED, "2026-03-11 09:00")
    sla = ticket(SOLVED, wrote, marked)
    assert told(due_step(sla, at("2026-03-22 08:00"))) == ("reminder", "2026-03-22 08:00")


def test_who_does_not_answer_is_reminded_after_five_and_ten_business_days() -> None:
    pending = an_event(K.PENDING_CLIENT, "2026-03-02 10:00")
    sla = ticket(pending)
    assert due_step(sla, at("2026-03-09 07:59")) is None
    assert told(due_step(sla, at("2026-03-09 08:00"))) == ("pending_reminder", "2026-03-09 08:00")
    sla = ticket(pending, sent(StepKind.PENDING_REMINDER, "2026-03-09 08:00"))
    assert told(due_step(sla, at("2026-03-16 08:00"))) == ("pending_reminder", "2026-03-16 08:00")
    sla = ticket(
        pending,
        sent(StepKind.PENDING_REMINDER, "2026-03-09 08:00"),
        sent(StepKind.PENDING_REMINDER, "2026-03-16 08:00"),
    )
    assert next_instant(sla) is None


def test_a_calendar_that_never_opens_again_reminds_of_nothing() -> None:
    once = WorkingTime(a_calendar({}, exceptions=[an_exception("2026-03-02", "08:00-24:00")]))
    events = a_ticket("2026-03-02 08:00", an_event(K.PENDING_CLIENT, "2026-03-02 08:00"))
    assert next_instant(the_sla(events, calendars=Calendars(a=once))) is None


def warned(*acts: Event, severity: Severity = Severity.CRITICAL) -> list[str]:
    """Take every step of a ticket, as the job would, and say its level and instant."""
    lines: list[str] = []
    taken: list[Event] = []
    while True:
        sla = ticket(*acts, *taken, severity=severity)
        step = due_step(sla, at("2030-01-01 00:00"))
        if step is None:
            return lines
        mark = f" {step.mark.value}" if step.mark else ""
        lines.append(f"{step.level} {wall(step.subject)}{mark}")
        taken.append(sent(step.kind, wall(step.subject) or "", level=step.level))


def test_a_ticket_warns_at_each_level_once_and_of_its_breach() -> None:
    assert warned() == [
        "50 % 2026-03-02 13:00",
        "75 % 2026-03-02 15:30",
        "90 % 2026-03-02 17:00",
        "prazo 2026-03-02 18:00",
    ]


def test_at_the_due_instant_itself_there_is_no_breach_yet() -> None:
    rules = AutomaticRules(levels=(WarningLevel("prazo", share=Fraction(1)),))
    sla = ticket()
    assert due_step(sla, at("2026-03-02 18:00"), rules) is None
    step = due_step(sla, at("2026-03-02 18:00:01"), rules)
    assert step is not None
    assert (step.kind, wall(step.subject)) == (StepKind.BREACH, "2026-03-02 18:00")


def test_after_a_recomputation_only_the_highest_level_passed_is_sent_and_marked() -> None:
    raised = an_event(K.RECLASSIFIED, "2026-03-02 16:00", severity="critical")
    assert warned(raised, severity=Severity.LOW) == [
        "75 % 2026-03-02 15:30 recomputed",
        "90 % 2026-03-02 17:00",
        "prazo 2026-03-02 18:00",
    ]


def test_a10_a_level_passed_before_the_opening_is_one_warning_born_short() -> None:
    rules = AutomaticRules(levels=(WarningLevel("12 h antes", offset_seconds=-12 * HOUR),))
    step = due_step(ticket(), at("2026-03-02 08:00"), rules)
    assert step is not None
    assert (step.mark, wall(step.subject)) == (Mark.BORN_SHORT, "2026-03-02 08:00")


def test_c07_levels_after_the_due_instant_are_told_once_each() -> None:
    levels = tuple(WarningLevel(f"+{n} min", offset_seconds=60 * n) for n in (10, 20))
    rules = AutomaticRules(levels=levels)
    first = due_step(ticket(), at("2026-03-02 18:15"), rules)
    assert told(first) == ("warning", "2026-03-02 18:10")
    after = ticket(sent(StepKind.WARNING, "2026-03-02 18:10", level="+10 min"))
    assert due_step(after, at("2026-03-02 18:15"), rules) is None
    assert told(due_step(after, at("2026-03-02 18:30"), rules)) == ("warning", "2026-03-02 18:20")


def test_an_agreed_due_instant_is_warned_of_instead_of_the_computed_one() -> None:
    agreed = an_event(K.DUE_AGREED, "2026-03-02 09:00", due=at("2026-03-04 08:00"))
    assert warned(agreed) == [
        "50 % 2026-03-03 08:00",
        "75 % 2026-03-03 14:00",
        "90 % 2026-03-03 17:36",
        "prazo 2026-03-04 08:00",
    ]
    waiting = an_event(K.PENDING_CLIENT, "2026-03-02 10:00")
    assert due_step(ticket(agreed, waiting), at("2026-03-05 08:00")) is None
    before_any_work = an_event(K.DUE_AGREED, "2026-03-02 09:00", due=at("2026-03-02 08:00"))
    assert next_instant(ticket(before_any_work)) is None


@pytest.mark.parametrize("acts", [(), (SOLVED,), (an_event(K.PENDING_CLIENT, "2026-03-02 09:00"),)])
def test_what_is_solved_waits_or_has_no_severity_is_not_warned_of(acts: tuple[Event, ...]) -> None:
    severity = None if not acts else Severity.CRITICAL
    step = due_step(ticket(*acts, severity=severity), at("2026-03-04 12:00"))
    assert step is None


ACCEPTED = an_event(K.ACCEPTED, "2026-03-03 10:00")
CLOSED = an_event(K.CLOSED, "2026-03-17 23:59:59", closing="automatic")


@pytest.mark.parametrize("closing", [ACCEPTED, CLOSED])
def test_the_survey_follows_the_closing_once(closing: Event) -> None:
    sla = ticket(SOLVED, closing)
    assert told(due_step(sla, closing.at)) == ("survey", wall(closing.at))
    asked = an_event(K.SURVEY_SENT, "2026-03-18 09:00")
    assert next_instant(ticket(SOLVED, closing, asked)) is None


@pytest.mark.parametrize("why", ["cancelled", "duplicate", "imported"])
def test_nobody_is_asked_about_what_was_cancelled_or_a_duplicate(why: str) -> None:
    assert next_instant(ticket(an_event(K.CLOSED, "2026-03-03 10:00", closing=why))) is None


def imported(event: Event) -> Event:
    return replace(event, channel=Channel.IMPORT)


def test_c02_what_was_imported_closed_causes_nothing() -> None:
    assert next_instant(ticket(SOLVED, imported(ACCEPTED))) is None


def test_nothing_is_caught_up_for_before_the_last_imported_event() -> None:
    note = imported(an_event(K.NOTE, "2026-03-02 16:00"))
    step = due_step(ticket(note), at("2026-03-02 18:30"))
    assert told(step) == ("warning", "2026-03-02 17:00")


def test_an_imported_wait_without_its_reminder_gets_one_before_it_closes() -> None:
    sla = ticket(imported(SOLVED), imported(an_event(K.NOTE, "2026-03-14 09:00")))
    assert due_step(sla, at("2026-03-17 23:59")) is None
    assert told(due_step(sla, at("2026-03-18 09:00"))) == ("limit_moved", "2026-03-14 09:00")
    reminded = sent(StepKind.REMINDER, "2026-03-18 09:00", "2026-03-14 09:00")
    moved = an_event(K.LIMIT_MOVED, "2026-03-18 09:00", limit_date="2026-03-19")
    after = ticket(
        imported(SOLVED), imported(an_event(K.NOTE, "2026-03-14 09:00")), reminded, moved
    )
    assert told(due_step(after, at("2026-03-20 00:00"))) == ("closing", "2026-03-19 23:59:59")


def test_a_notice_that_does_not_say_what_it_is_for_is_odd_and_counts_for_nothing() -> None:
    odd = an_event(K.REMINDED, "2026-03-13 08:00", notice="reminder")
    sla = ticket(SOLVED, odd)
    assert told(due_step(sla, at("2026-03-13 09:00"))) == ("reminder", "2026-03-13 08:00")


REPEATS = AutomaticRules(levels=(WarningLevel("prazo", share=Fraction(1)),), repeat_minutes=60)


def due_friday_at_seven(*acts: Event) -> TicketSla:
    """A ticket due on Friday, 6 March 2026, at 19:00, when CAL-A closes."""
    return the_sla(a_ticket("2026-03-06 09:00", *acts, severity=Severity.CRITICAL))


def repeated(wall_time: str) -> Event:
    return sent(StepKind.BREACH, wall_time, level="repetição")


def test_c09_a_breach_is_told_at_once_and_again_when_the_team_is_there() -> None:
    sla = due_friday_at_seven()
    assert wall(sla.due or 0) == "2026-03-06 19:00"
    assert told(due_step(sla, at("2026-03-06 19:00:01"), REPEATS)) == ("breach", "2026-03-06 19:00")
    first = sent(StepKind.BREACH, "2026-03-06 19:00", level="prazo")
    late = due_friday_at_seven(first)
    assert due_step(late, at("2026-03-08 12:00"), REPEATS) is None
    assert wall(next_instant(late, REPEATS) or 0) == "2026-03-09 07:00"
    assert told(due_step(late, at("2026-03-09 07:00"), REPEATS)) == ("breach", "2026-03-09 07:00")
    again = due_friday_at_seven(first, repeated("2026-03-09 07:00"))
    assert due_step(again, at("2026-03-09 07:59:59"), REPEATS) is None
    assert wall(next_instant(again, REPEATS) or 0) == "2026-03-09 08:00"
    assert told(due_step(again, at("2026-03-09 08:00"), REPEATS)) == ("breach", "2026-03-09 08:00")


def test_c09_of_the_repeats_missed_only_the_last_one_is_told() -> None:
    first = sent(StepKind.BREACH, "2026-03-06 19:00", level="prazo")
    late = due_friday_at_seven(first)
    assert told(due_step(late, at("2026-03-10 10:20"), REPEATS)) == ("breach", "2026-03-10 10:00")
    told_late = due_friday_at_seven(first, repeated("2026-03-10 10:00"))
    assert due_step(told_late, at("2026-03-10 10:20"), REPEATS) is None
    assert wall(next_instant(told_late, REPEATS) or 0) == "2026-03-10 11:00"


def test_c09_within_the_hours_the_first_repeat_comes_an_hour_later() -> None:
    sla = ticket(sent(StepKind.BREACH, "2026-03-02 18:00", level="prazo"))
    assert wall(sla.due or 0) == "2026-03-02 18:00"
    assert due_step(sla, at("2026-03-02 18:59:59"), REPEATS) is None
    assert wall(next_instant(sla, REPEATS) or 0) == "2026-03-02 19:00"


def test_c09_nothing_is_repeated_while_the_client_is_waited_for_nor_by_default() -> None:
    first = sent(StepKind.BREACH, "2026-03-06 19:00", level="prazo")
    waiting = due_friday_at_seven(first, an_event(K.PENDING_CLIENT, "2026-03-09 09:00"))
    rules = replace(REPEATS, pending_reminder_days=())
    assert due_step(waiting, at("2026-03-09 12:00"), rules) is None
    never = replace(REPEATS, repeat_minutes=0)
    assert AutomaticRules().repeat_minutes == 0
    assert due_step(due_friday_at_seven(first), at("2026-03-09 12:00"), never) is None


def test_c09_reminders_of_acceptance_go_out_on_sundays_too() -> None:
    solved_on_a_wednesday = ticket(an_event(K.SOLUTION, "2026-03-04 10:00"))
    sunday = at("2026-03-15 08:00")
    assert from_epoch(sunday).weekday() == 6
    step = due_step(solved_on_a_wednesday, sunday)
    assert told(step) == ("reminder", "2026-03-15 08:00")


def test_c09_a_team_that_never_comes_back_is_told_once() -> None:
    once = WorkingTime(a_calendar({}, exceptions=[an_exception("2026-03-02", "08:00-18:00")]))
    events = a_ticket(
        "2026-03-02 08:00",
        sent(StepKind.BREACH, "2026-03-02 18:00", level="prazo"),
        severity=Severity.CRITICAL,
    )
    late = the_sla(events, calendars=Calendars(a=once))
    assert wall(late.due or 0) == "2026-03-02 18:00"
    assert next_instant(late, REPEATS) is None
    assert due_step(late, at("2026-03-05 09:00"), REPEATS) is None


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-03-02 08:00", "2026-03-02 13:00"),
        ("2026-03-02 13:00", "2026-03-02 15:30"),
        ("2026-03-02 16:00", "2026-03-02 17:00"),
        ("2026-03-02 17:30", "2026-03-02 18:00:01"),
        ("2026-03-02 18:30", None),
    ],
)
def test_the_next_warning_is_known_without_the_history(now: str, expected: str | None) -> None:
    deadline = ticket().current.deadline
    assert deadline is not None
    assert wall(next_warning(deadline, at(now), DEFAULT_LEVELS)) == expected


def test_a_warning_at_the_due_instant_goes_before_the_breach() -> None:
    deadline = ticket().current.deadline
    assert deadline is not None
    levels = (*DEFAULT_LEVELS, WarningLevel("na hora"))
    assert wall(next_warning(deadline, at("2026-03-02 17:30"), levels)) == "2026-03-02 18:00"
