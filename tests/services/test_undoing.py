"""Acts taken back while they are fresh, owners that change no clock, acts on what was not seen."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.severity import Severity
from app.domain.ticket_events import EventKind, Status
from app.services.desk import Desk
from app.services.desk_acts import DeskActs, Performed
from app.services.tickets import StaleAct, TicketService, TicketView
from tests.desks import Asked, Later, open_ticket

HIGH = Asked("2026-03-04 08:00", Severity.HIGH)
OWNED = Asked("2026-03-04 08:00", Severity.HIGH, assignee="Ana")
PENDING = Asked(
    "2026-03-04 08:00",
    Severity.HIGH,
    assignee="Ana",
    later=(Later(EventKind.PENDING_CLIENT, "2026-03-04 10:00"),),
)


def do(desk: Desk, number: int, act: str, **fields: object) -> Performed:
    return DeskActs(desk).perform({"act": act, "number": str(number), "actor": "Ana", **fields})


def view_of(desk: Desk, number: int) -> TicketView:
    return TicketService(desk).view(number)


def take_back(desk: Desk, performed: Performed) -> None:
    assert performed.undo is not None
    DeskActs(desk).perform(performed.undo)


def test_an_owner_changes_no_clock_and_no_state(desk: Desk) -> None:
    number = open_ticket(desk, PENDING)
    before = view_of(desk, number)
    do(desk, number, "owner", assignee="Rui")
    after = view_of(desk, number)
    assert (before.assignee, after.assignee) == ("Ana", "Rui")
    assert after.history.status is Status.PENDING_CLIENT
    assert after.history.pauses == before.history.pauses
    with pytest.raises(RuleRefusal, match="ACC-9: assignee: o chamado já está assim"):
        do(desk, number, "owner", assignee=" Rui ")
    do(desk, number, "owner")
    assert view_of(desk, number).assignee is None
    with pytest.raises(RuleRefusal, match="ACC-9: assignee"):
        do(desk, number, "owner")


def test_a_ticket_taken_over_goes_back_to_whoever_had_it(desk: Desk) -> None:
    number = open_ticket(desk, OWNED)
    before = view_of(desk, number)
    taken = do(desk, number, "take", actor="Rui")
    assert view_of(desk, number).assignee == "Rui"
    take_back(desk, taken)
    after = view_of(desk, number)
    assert after.assignee == before.assignee
    assert after.sla.due == before.sla.due


def test_work_that_began_and_a_pause_that_ended_stay_so(desk: Desk) -> None:
    for asked in (HIGH, PENDING):
        assert do(desk, open_ticket(desk, asked), "take").undo is None


def test_a_severity_comes_back_with_its_deadline(desk: Desk) -> None:
    number = open_ticket(desk, HIGH)
    due = view_of(desk, number).sla.due
    changed = do(desk, number, "reclassify", severity="low", reason="engano")
    assert view_of(desk, number).sla.due != due
    take_back(desk, changed)
    after = view_of(desk, number)
    assert (after.history.severity, after.sla.due) == (Severity.HIGH, due)
    unclassified = open_ticket(desk, Asked("2026-03-04 08:00", None))
    assert do(desk, unclassified, "reclassify", severity="low", reason="x").undo is None


def test_an_agreed_deadline_gives_way_to_the_one_before(desk: Desk) -> None:
    number = open_ticket(desk, HIGH)
    computed = view_of(desk, number).sla.due
    first = do(desk, number, "agree_due", due="2026-03-20T17:00:00Z", reason="férias")
    agreed = view_of(desk, number).sla.due
    second = do(desk, number, "agree_due", due="2026-03-25T17:00:00Z", reason="mais férias")
    take_back(desk, second)
    assert view_of(desk, number).sla.due == agreed
    assert first.undo is not None
    assert first.undo["act"] == "clear_due"
    do(desk, number, "clear_due")
    assert view_of(desk, number).sla.due == computed


def test_a_union_is_taken_back(desk: Desk) -> None:
    number, survivor = open_ticket(desk, HIGH), open_ticket(desk, HIGH)
    take_back(desk, do(desk, number, "merge", into=str(survivor)))
    assert view_of(desk, number).history.is_open


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("note", {"text": "oi", "public": True}),
        ("wait", {"text": "?"}),
        ("solve", {"text": "!"}),
        ("maintenance", {}),
        ("transfer", {"team": "cst", "reason": "é de lá"}),
    ],
)
def test_what_was_said_or_sent_on_is_not_taken_back(
    desk: Desk, act: str, fields: dict[str, object]
) -> None:
    assert do(desk, open_ticket(desk, HIGH), act, **fields).undo is None


def test_nothing_is_taken_back_over_what_somebody_did_since(desk: Desk) -> None:
    number = open_ticket(desk, HIGH)
    high = do(desk, number, "reclassify", severity="low", reason="engano")
    do(desk, number, "reclassify", severity="critical", reason="parou tudo")
    assert high.undo is not None
    with pytest.raises(RuleRefusal, match="já teve outro ato depois; não dá mais"):
        DeskActs(desk).perform({**high.undo, "actor": "Ana"})
    assert view_of(desk, number).history.severity is Severity.CRITICAL


def test_g01_an_act_says_which_version_it_saw(desk: Desk) -> None:
    number = open_ticket(desk, HIGH)
    seen = view_of(desk, number).card.version
    do(desk, number, "take", actor="Rui")
    with pytest.raises(StaleAct) as refused:
        do(desk, number, "wait", text="?", version=seen)
    assert [line.actor for line in refused.value.meanwhile] == ["Rui"]
    noted = do(desk, number, "note", text="liguei", version=seen)
    assert [line.event.kind for line in noted.meanwhile] == [EventKind.ASSIGNED]
    for version in ("2", True, 1.5):
        with pytest.raises(InvalidInput, match="número inteiro") as wrong:
            do(desk, number, "note", text="x", version=version)
        assert wrong.value.field == "version"
