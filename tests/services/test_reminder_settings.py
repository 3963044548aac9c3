"""When the desk is warned and clients are reminded: read as typed, in force for every ticket."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.domain.clock import FixedClock, from_epoch
from app.domain.errors import InvalidInput
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind
from app.services.automation import AutomationService
from app.services.desk import Desk
from app.services.health import check
from app.services.reminder_settings import (
    RULES_CHANGED,
    ReminderSettings,
    days_text,
    levels_text,
    read_days,
    read_levels,
    read_repeat,
)
from tests.databases import NOON
from tests.desks import Asked, Later, at, open_tickets


@pytest.fixture(autouse=True)
def own_clock(desk: Desk) -> None:
    desk.clock = FixedClock(NOON)


def test_what_is_set_is_written_as_it_is_typed(desk: Desk) -> None:
    service = ReminderSettings(desk)
    assert levels_text(service.rules()) == "50 %; 75 %; 90 %; prazo"
    assert days_text(service.rules()) == "5; 10"
    assert service.keep(" 80% ;prazo; +10 min;- 30 min", "3; 7") == RULES_CHANGED
    rules = service.rules()
    assert levels_text(rules) == "80 %; prazo; +10 min; -30 min"
    assert [level.share for level in rules.levels] == [Fraction(4, 5), Fraction(1), None, None]
    assert [level.offset_seconds for level in rules.levels] == [0, 0, 600, -1800]
    assert (days_text(rules), rules.pending_reminder_days) == ("3; 7", (3, 7))
    assert service.default.pending_reminder_days == (5, 10)
    service.keep("", "", "60")
    assert service.rules().repeat_minutes == 60
    service.keep("", "", " ")
    assert service.rules().repeat_minutes == 0
    assert (service.rules().levels, service.rules().pending_reminder_days) == ((), ())


@pytest.mark.parametrize(
    "text", ["0 %", "101", "metade", "10 min", "+0 min", ";".join(["50 %"] * 9), "-99999 min"]
)
def test_a_level_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="SLA-9") as refused:
        read_levels(text)
    assert refused.value.field == "levels"


@pytest.mark.parametrize("text", ["0", "61", "5; 5", "10; 5", "cinco", "-1", "1,5"])
def test_days_that_do_not_grow_are_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="ACC-11") as refused:
        read_days(text)
    assert refused.value.field == "days"


@pytest.mark.parametrize("text", ["4", "1441", "hora", "-60"])
def test_a_repeat_that_would_never_or_always_come_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="SLA-9") as refused:
        read_repeat(text)
    assert refused.value.field == "repeat"


def test_open_tickets_follow_what_is_set_at_once(desk: Desk) -> None:
    waiting = Later(EventKind.PENDING_CLIENT, "2026-03-02 10:00")
    open_tickets(
        desk,
        Asked("2026-03-02 09:00", Severity.LOW, later=[waiting]),
        Asked("2026-03-02 09:00", Severity.LOW),
    )
    heard: list[tuple[int, int]] = []
    ReminderSettings(desk).keep("", "2", "60", lambda done, total: heard.append((done, total)))
    assert heard == [(2, 2)]
    desk.look_for_changes()
    assert check(desk.database, full=True).faults == ()
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.move_to(from_epoch(at("2026-03-06 12:00")))
    kinds = [(line.number, line.done.kind.value) for line in AutomationService(desk).run()]
    assert kinds == [(1, "pending_reminder"), (2, "breach")]
