"""Who else has a ticket open: told while it is shown, forgotten soon after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.clock import FixedClock
from app.domain.errors import DataFailure, RuleRefusal
from app.domain.roles import Role
from app.services.desk import Desk
from app.services.presence import GONE_S, PresenceService
from app.storage.database import Database
from tests.databases import NOON, SQLITE
from tests.desks import Asked, open_ticket, open_tickets, tamper


@pytest.fixture(autouse=True)
def _tickets(desk: Desk) -> None:
    open_tickets(desk, *[Asked()] * 8)


def a_desk(desk: Desk, person: str | None) -> tuple[Desk, PresenceService]:
    other = Desk(desk.database, FixedClock(NOON))
    other.sit(person, Role.ANALYST)
    return other, PresenceService(other)


def test_two_desks_see_one_another_on_the_same_ticket(desk: Desk) -> None:
    _ana_desk, ana = a_desk(desk, "Ana Exemplo")
    _rui_desk, rui = a_desk(desk, "Rui Modelo")
    assert ana.look(7) == ()
    assert rui.look(7) == ("Ana Exemplo",)
    assert ana.look(7) == ("Rui Modelo",)
    assert rui.look(8) == ()
    assert ana.look(7) == ()


def test_who_leaves_or_falls_silent_is_not_there_any_more(desk: Desk) -> None:
    ana_desk, ana = a_desk(desk, "Ana Exemplo")
    _rui_desk, rui = a_desk(desk, "Rui Modelo")
    rui.look(7)
    rui.leave()
    rui.leave()
    assert ana.look(7) == ()
    rui.look(7)
    ana_desk.clock = FixedClock(NOON + timedelta(seconds=GONE_S))
    assert ana.look(7) == ("Rui Modelo",)
    ana_desk.clock = FixedClock(NOON + timedelta(seconds=GONE_S + 1))
    assert ana.look(7) == ()


def test_nobody_is_told_of_their_own_other_window(desk: Desk) -> None:
    _desk, ana = a_desk(desk, "Ana Exemplo")
    _other, again = a_desk(desk, "Ana Exemplo")
    ana.look(7)
    assert again.look(7) == ()
    _third, nobody = a_desk(desk, None)
    assert nobody.look(7) == ("Ana Exemplo",)
    assert ana.look(7) == (desk.name,)


def test_a_database_that_may_only_be_read_is_only_asked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ana_desk, ana = a_desk(desk, "Ana Exemplo")
    _rui_desk, rui = a_desk(desk, "Rui Modelo")
    ana.look(7)
    monkeypatch.setattr(Database, "is_writable", lambda _database: False)
    assert rui.look(7) == ("Ana Exemplo",)
    rui.leave()
    monkeypatch.undo()
    assert ana.look(7) == ()


@pytest.mark.parametrize("url", [SQLITE], indirect=True)
def test_a_mark_waits_for_nobody_who_writes(desk: Desk) -> None:
    """A server lets several write; a file does not."""
    _desk, ana = a_desk(desk, "Ana Exemplo")
    _rui_desk, rui = a_desk(desk, "Rui Modelo")
    rui.look(7)
    with desk.database.write():
        assert ana.look(7) == ("Rui Modelo",)
        ana.leave()
    assert rui.look(7) == ()
    ana.look(7)
    assert rui.look(7) == ("Ana Exemplo",)


def test_nobody_learns_of_a_ticket_of_ouvidoria_this_way(desk: Desk) -> None:
    number = open_ticket(desk, Asked(team="ouvidoria"))
    _desk, ana = a_desk(desk, "Ana Exemplo")
    with pytest.raises(RuleRefusal, match="OUV-2"):
        ana.look(number)


def test_leaving_a_database_that_is_gone_is_no_trouble(desk: Desk) -> None:
    _desk, ana = a_desk(desk, "Ana Exemplo")
    ana.look(7)
    tamper(desk.database, "ALTER TABLE presence RENAME TO gone")
    with pytest.raises(DataFailure):
        ana.look(7)
    ana.leave()
    tamper(desk.database, "ALTER TABLE gone RENAME TO presence")
