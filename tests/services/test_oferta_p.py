"""Oferta P on the calendar: kept, reminded, done (OFP-1 … OFP-3)."""

from __future__ import annotations

from datetime import date

import pytest

from app.domain.errors import InvalidInput
from app.domain.oferta_p import ItemKind, ItemState
from app.services.calendar_spans import CalendarSpans
from app.services.desk import Desk
from app.services.oferta_p import OfertaService
from app.services.roster import RosterService
from app.storage import names, tables
from tests.desks import at


@pytest.fixture
def service(desk: Desk) -> OfertaService:
    with desk.database.write() as connection:
        names.numbers_of(connection, tables.client, ["Escola Exemplo"])
    return OfertaService(desk)


SIGNED = {"client": "escola exemplo", "day": "20/02/2026"}
RELEASED = {"title": "12.1.2603", "day": "03/03/2026", "time": "10:00"}
ASKED = {"client": "Escola Exemplo", "day": "03/03/2026", "time": "09:15"}


def test_each_kind_falls_on_the_day_of_its_rule(desk: Desk, service: OfertaService) -> None:
    service.add(ItemKind.ENVIRONMENT, SIGNED)
    service.add(ItemKind.UPDATE, {**RELEASED, "release": "serious"})
    service.add(ItemKind.UPDATE, {**RELEASED, "release": "minor", "client": ""})
    service.add(ItemKind.BACKUP, ASKED)
    assert [(item.kind, item.due_at, item.client) for item in service.still_open()] == [
        (ItemKind.BACKUP, at("2026-03-05 09:15"), "Escola Exemplo"),
        (ItemKind.UPDATE, at("2026-03-06 18:00"), ""),
        (ItemKind.ENVIRONMENT, at("2026-03-07 23:59:59"), "Escola Exemplo"),
        (ItemKind.UPDATE, at("2026-03-13 18:00"), ""),
    ]
    assert service.clients() == ("Escola Exemplo",)
    spans = CalendarSpans(desk, RosterService(desk))
    days = spans.span("suporte-tecnico", date(2026, 3, 2), date(2026, 3, 8)).days
    assert [len(card.items) for card in days] == [0, 0, 0, 1, 1, 1, 0]
    assert all(not c.items for c in spans.span("cst", date(2026, 3, 2), date(2026, 3, 8)).days)


def test_what_is_near_reminds_until_it_is_done(service: OfertaService) -> None:
    service.add(ItemKind.BACKUP, ASKED)
    service.add(ItemKind.ENVIRONMENT, SIGNED)
    (near,) = service.reminders()
    assert near.kind is ItemKind.BACKUP
    service.decide(near.id, ItemState.DONE)
    service.decide(near.id, ItemState.CANCELLED)  # what is done stays done
    assert service.reminders() == ()
    assert [item.kind for item in service.still_open()] == [ItemKind.ENVIRONMENT]


@pytest.mark.parametrize(
    ("kind", "typed", "field"),
    [
        (ItemKind.ENVIRONMENT, {"client": "Ninguém", "day": "20/02/2026"}, "client"),
        (ItemKind.ENVIRONMENT, {"client": "Escola Exemplo", "day": "ontem"}, "day"),
        (ItemKind.BACKUP, {**ASKED, "time": "de manhã"}, "time"),
        (ItemKind.BACKUP, {**ASKED, "day": "04/11/2018", "time": "00:30"}, "time"),
        (ItemKind.UPDATE, {**RELEASED, "title": " "}, "title"),
        (ItemKind.UPDATE, {**RELEASED, "title": "x" * 201}, "title"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    service: OfertaService, kind: ItemKind, typed: dict[str, str], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        service.add(kind, typed)
    assert refused.value.field == field
    assert service.still_open() == ()
