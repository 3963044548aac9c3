"""Oferta P on the calendar: environments, update evenings, backups (OFP-1 … OFP-3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from app.domain.changes import Changes, Kind
from app.domain.clock import BRASILIA, instant_of_day, read_day, to_epoch, wall_to_instant
from app.domain.day_layout import layout_of
from app.domain.errors import InvalidInput
from app.domain.oferta_p import (
    ItemKind,
    ItemState,
    OfertaItem,
    ReleaseKind,
    backup_due,
    environment_due,
    update_evening,
)
from app.services.desk import Desk
from app.storage import change_log, names, oferta_items, tables
from app.storage.database import Connection
from app.storage.roster import Written

OFERTA_CHANGED = Changes(frozenset({Kind.OFERTA}))
TEAM = "suporte-tecnico"
"""Its calendar says which Fridays are business evenings (C3)."""
_LONGEST_TITLE = 200
_WHY = {
    ItemKind.ENVIRONMENT: "OFP-1: 15 dias depois da assinatura do contrato",
    ItemKind.BACKUP: "OFP-3: pedida com 48 horas de antecedência",
}
_WHY_UPDATE = {
    ReleaseKind.EMERGENCY: "OFP-2: versão emergencial, no mesmo dia depois das 18 h",
    ReleaseKind.SERIOUS: "OFP-2: correção Alta ou Crítica, na sexta seguinte depois das 18 h",
    ReleaseKind.MINOR: "OFP-2: correção Média ou Baixa, na sexta da semana seguinte",
}


class OfertaService:
    """Keeps what Oferta P owes; each falls on the day its rule gives."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def still_open(self) -> tuple[OfertaItem, ...]:
        """Return what is still owed, in the order it falls due."""
        with self._desk.database.read() as connection:
            return oferta_items.open_items(connection)

    def reminders(self) -> tuple[OfertaItem, ...]:
        """Return what falls due within a day or is late."""
        now = to_epoch(self._desk.clock.now())
        return tuple(item for item in self.still_open() if item.is_near(now))

    def clients(self) -> tuple[str, ...]:
        """Return for whom something may be owed."""
        with self._desk.database.read() as connection:
            return names.client_names(connection)

    def add(self, kind: ItemKind, typed: Mapping[str, str]) -> Changes:
        """Keep something that is owed as it was typed; raises the field that is wrong.

        An environment needs ``client`` and ``day``, the signature; a backup ``client``, ``day`` and
        ``time`` of the request; an update ``title``, ``release``, ``day`` and ``time``.
        """
        day = _day(typed)
        if kind is ItemKind.ENVIRONMENT:
            basis, due, why = _noon(day), environment_due(day), _WHY[kind]
        elif kind is ItemKind.BACKUP:
            basis = _instant(day, typed)
            due, why = backup_due(basis), _WHY[kind]
        else:
            release = ReleaseKind(typed.get("release", ReleaseKind.SERIOUS.value))
            basis = _instant(day, typed)
            due = update_evening(release, basis, self._is_business_day)
            why = _WHY_UPDATE[release]
        title = typed.get("title", "").strip()
        if kind is ItemKind.UPDATE and not title:
            raise InvalidInput("OFP-2: diga qual versão é aplicada", field="title")
        if len(title) > _LONGEST_TITLE:
            raise InvalidInput(f"OFP-2: no máximo {_LONGEST_TITLE} sinais", field="title")
        item = OfertaItem(0, kind, title, "", basis, due, why)
        return self._write(
            lambda connection, written: oferta_items.add(
                connection, item, _client_of(connection, kind, typed), written
            )
        )

    def decide(self, number: int, state: ItemState) -> Changes:
        """Take note that something was done, or is owed no more."""
        return self._write(
            lambda connection, written: oferta_items.decide(connection, number, state, written)
        )

    def _write(self, act: Callable[[Connection, Written], None]) -> Changes:
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            act(connection, Written(self._desk.person or self._desk.name, now))
            change_log.record(connection, OFERTA_CHANGED, now)
        return OFERTA_CHANGED

    def _is_business_day(self, day: date) -> bool:
        return layout_of(self._desk.book.team(TEAM).calendar, day).is_business_day


def _client_of(connection: Connection, kind: ItemKind, typed: Mapping[str, str]) -> int | None:
    """Return the number of the client; an update alone is for everybody."""
    name = typed.get("client", "").strip()
    if not name and kind is ItemKind.UPDATE:
        return None
    found = names.matching(connection, tables.client, name)
    if len(found) != 1:
        raise InvalidInput(f"OFP-1: não há um cliente {name!r}; confira o nome", field="client")
    return found[0]


def _day(typed: Mapping[str, str]) -> date:
    try:
        return read_day(typed.get("day", "").strip())
    except InvalidInput as error:
        raise InvalidInput(error.reason, field="day") from error


def _noon(day: date) -> int:
    return instant_of_day(day, time(12))


def _instant(day: date, typed: Mapping[str, str]) -> int:
    try:
        clock = time.fromisoformat(typed.get("time", "").strip())
        return to_epoch(wall_to_instant(datetime.combine(day, clock), BRASILIA))
    except ValueError as error:
        raise InvalidInput("CAL-6: escreva o horário como 14:30", field="time") from error
    except InvalidInput as error:
        raise InvalidInput(error.reason, field="time") from error
