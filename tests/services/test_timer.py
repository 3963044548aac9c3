"""The running timer: kept from the first second, asked about after a silence (CON-4)."""

from __future__ import annotations

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.roles import Role
from app.domain.time_entries import EntryOrigin, seconds_of
from app.domain.timer import Silence
from app.services.desk import Desk
from app.services.timer import TimerService
from tests.desks import at
from tests.services.consulting_desk import MARINA, Consultancy


def _start(at_work: Consultancy, wall: str, ticket: int | None = None, **fields: str) -> None:
    at_work.go_to(wall)
    typed = {"ticket": f"{ticket or at_work.ticket:08d}", "kind": "internal", **fields}
    at_work.work.timer.start(typed)


def _alive(at_work: Consultancy, wall: str) -> None:
    at_work.go_to(wall)
    at_work.work.timer.heartbeat()


def _spans(at_work: Consultancy) -> list[tuple[int, int]]:
    entries = at_work.work.time_entries.of_ticket(at_work.ticket)
    return [(entry.span.start, entry.span.end) for entry in entries if entry.is_live]


def test_started_and_stopped_is_an_entry_to_the_second(at_work: Consultancy) -> None:
    _start(at_work, "2026-03-04 10:00:07", description="análise")
    _alive(at_work, "2026-03-04 10:01:30")
    at_work.work.timer.describe("análise do boleto")
    state = at_work.work.timer.state()
    assert state.timer is not None
    assert (state.timer.description, state.question) == ("análise do boleto", None)
    at_work.go_to("2026-03-04 10:02:12")
    stopped = at_work.work.timer.stop()
    assert stopped.timer is None
    assert stopped.entry is not None
    assert stopped.entry.span.seconds == 125
    assert (stopped.entry.origin, stopped.entry.description) == (
        EntryOrigin.TIMER,
        "análise do boleto",
    )
    with pytest.raises(RuleRefusal, match="não há cronômetro"):
        at_work.work.timer.stop()


def test_a_timer_needs_what_minutes_need(at_work: Consultancy) -> None:
    at_work.go_to("2026-03-04 12:00")
    with pytest.raises(RuleRefusal, match="CON-1"):
        at_work.work.timer.start({"ticket": f"{at_work.ticket:08d}"})
    at_work.act("consulting", kind="telephone")
    at_work.work.timer.start({"ticket": f"{at_work.ticket:08d}"})
    assert at_work.work.timer.state().timer is not None


def test_e10_a_night_is_asked_about_and_twenty_minutes_are_proposed(at_work: Consultancy) -> None:
    _start(at_work, "2026-03-03 17:50")
    for minute in range(51, 70):
        hour, rest = divmod(17 * 60 + minute, 60)
        _alive(at_work, f"2026-03-03 {hour}:{rest:02d}")
    _alive(at_work, "2026-03-03 18:10")
    at_work.go_to("2026-03-04 08:00")
    asked = at_work.work.timer.heartbeat()
    assert asked.question is not None
    assert asked.question.seconds == 20 * 60
    for refused in (at_work.work.timer.stop, lambda: _start(at_work, "2026-03-04 08:00")):
        with pytest.raises(RuleRefusal, match=r"CON-4.*sem sinal desde 03/03/2026 18:10"):
            refused()
    answered = at_work.work.timer.answer(Silence.CUT)
    assert answered.timer is None
    assert _spans(at_work) == [(at("2026-03-03 17:50"), at("2026-03-03 18:10"))]


def test_after_a_silence_one_may_go_on_or_keep_it_all(at_work: Consultancy) -> None:
    _start(at_work, "2026-03-04 08:00")
    at_work.go_to("2026-03-04 09:00")
    kept = at_work.work.timer.answer(Silence.KEEP)
    assert kept.timer is not None
    assert kept.timer.seconds(at("2026-03-04 09:00")) == 3600
    at_work.go_to("2026-03-04 10:00")
    assert at_work.work.timer.heartbeat().question is not None
    again = at_work.work.timer.answer(Silence.SPLIT)
    assert again.timer is not None
    assert again.timer.started_at == at("2026-03-04 10:00")
    at_work.go_to("2026-03-04 10:01")
    at_work.work.timer.stop("fim")
    assert _spans(at_work) == [
        (at("2026-03-04 08:00"), at("2026-03-04 09:00")),
        (at("2026-03-04 10:00"), at("2026-03-04 10:01")),
    ]


def test_an_idle_stretch_is_cut_where_the_window_saw_it_begin(at_work: Consultancy) -> None:
    _start(at_work, "2026-03-04 08:00")
    _alive(at_work, "2026-03-04 08:01")
    _alive(at_work, "2026-03-04 08:02:30")
    at_work.work.timer.answer(Silence.CUT, since=at("2026-03-04 08:00:30"))
    assert _spans(at_work) == [(at("2026-03-04 08:00"), at("2026-03-04 08:00:30"))]


def test_a_second_timer_stops_the_first_one(at_work: Consultancy) -> None:
    other = at_work.open()
    _start(at_work, "2026-03-04 08:00")
    _start(at_work, "2026-03-04 08:01", other)
    running = at_work.work.timer.state().timer
    assert running is not None
    assert running.ticket == other
    assert _spans(at_work) == [(at("2026-03-04 08:00"), at("2026-03-04 08:01"))]
    at_work.work.timer.stop()  # within the same second: no time was spent
    assert at_work.work.time_entries.of_ticket(other) == ()


def test_two_windows_of_one_person_have_one_timer(at_work: Consultancy) -> None:
    second = Desk(at_work.desk.database, FixedClock(at_work.desk.clock.now()))
    second.sit(MARINA, None)
    other = TimerService(second)
    _start(at_work, "2026-03-04 08:00")
    second.clock = FixedClock(at_work.desk.clock.now())
    assert other.state().timer == at_work.work.timer.state().timer
    at_work.go_to("2026-03-04 08:01:40")
    second.clock = at_work.desk.clock
    assert other.stop().entry is not None
    assert at_work.work.timer.heartbeat().timer is None
    assert _spans(at_work) == [(at("2026-03-04 08:00"), at("2026-03-04 08:01:40"))]


def test_the_timer_stops_by_itself_when_the_ticket_closes(at_work: Consultancy) -> None:
    _start(at_work, "2026-03-04 08:00")
    at_work.go_to("2026-03-04 08:01")
    at_work.act("cancel")
    with pytest.raises(RuleRefusal, match="encerrado"):
        _start(at_work, "2026-03-04 08:01")
    at_work.go_to("2026-03-04 08:01:30")
    assert at_work.work.timer.heartbeat().timer is None
    assert _spans(at_work) == [(at("2026-03-04 08:00"), at("2026-03-04 08:01"))]


def test_after_a_silence_on_a_closed_ticket_no_more_is_proposed_than_its_life(
    at_work: Consultancy,
) -> None:
    _start(at_work, "2026-03-04 08:00")
    _alive(at_work, "2026-03-04 08:01:30")
    at_work.act("cancel", at="2026-03-04T11:01:00Z")
    at_work.go_to("2026-03-04 09:00")
    asked = at_work.work.timer.state()
    assert asked.question is not None
    assert asked.question.seconds == 60
    assert at_work.work.timer.answer(Silence.SPLIT).timer is None
    assert _spans(at_work) == [(at("2026-03-04 08:00"), at("2026-03-04 08:01"))]


def test_a_clock_set_back_loses_nothing_and_one_set_forward_asks(at_work: Consultancy) -> None:
    _start(at_work, "2026-03-04 08:00")
    _alive(at_work, "2026-03-04 08:01")
    at_work.go_to("2026-03-04 07:30")
    assert at_work.work.timer.heartbeat().question is None
    at_work.go_to("2026-03-04 20:00")
    asked = at_work.work.timer.heartbeat()
    assert asked.question is not None
    assert asked.question.seconds == 60
    at_work.go_to("2026-03-04 07:30")
    at_work.work.timer.stop()
    assert _spans(at_work) == [(at("2026-03-04 08:00"), at("2026-03-04 08:01"))]


def test_other_minutes_cannot_be_logged_while_the_timer_counts_them(at_work: Consultancy) -> None:
    _start(at_work, "2026-03-04 08:00")
    _alive(at_work, "2026-03-04 08:01")
    at_work.go_to("2026-03-04 08:02")
    with pytest.raises(RuleRefusal, match="cronômetro corre nesse horário"):
        at_work.log("04/03/2026", "07:50", "08:01", kind="internal")
    at_work.log("04/03/2026", "07:50", "08:00", kind="internal")
    assert seconds_of(at_work.work.time_entries.of_ticket(at_work.ticket)) == 600


def test_only_somebody_has_a_timer(at_work: Consultancy) -> None:
    at_work.desk.sit(None, None)
    assert at_work.work.timer.state().timer is None
    assert at_work.work.timer.heartbeat().timer is None
    with pytest.raises(RuleRefusal, match="escolha quem está à mesa"):
        _start(at_work, "2026-03-04 08:00")
    at_work.desk.sit("Outro Outeiro", Role.CONSULTANT)
    with pytest.raises(InvalidInput):
        at_work.work.timer.start({"ticket": "x"})
