"""Who is who at the desk: roles, PINs, and who sits here now."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.changes import Changes, Kind
from app.domain.clock import to_epoch
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.queue_view import SortKey
from app.domain.roles import Right, Role
from app.services.desk import Desk
from app.services.pins import Tries, fits, hashed
from app.storage import change_log, desk_people, queue
from app.storage.database import Connection
from app.storage.desk_people import DeskPerson

PEOPLE_CHANGED = Changes(frozenset({Kind.SETTING, Kind.TICKET}), None)
_PIN = re.compile(r"\d{4,12}")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the desk as a screen shows them."""

    id: int
    name: str
    role: Role
    has_pin: bool


class DeskPeople:
    """Names people and lets them sit down.

    Until somebody administers the desk, nothing is forbidden to anybody, and nobody types a PIN.
    """

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def colleagues(self) -> list[Colleague]:
        """Return everybody of the desk, by name."""
        with self._desk.database.read() as connection:
            return [_colleague(known) for known in desk_people.people(connection)]

    def busiest(self) -> str | None:
        """Return who has the most open tickets: whom a demonstration seats."""
        with self._desk.database.read() as connection:
            known = queue.choices(connection, SortKey.ASSIGNEE)
        return next((choice.name for choice in known if choice.count), None)

    def sit_down(self, name: str | None, pin: str = "") -> Role | None:
        """Let somebody sit at this desk; returns what they are here.

        None where nobody administers the desk yet. A role that shows a PIN is refused without the
        right one; nobody (``None``) and a person nobody has named sit as an analyst.
        """
        with self._desk.database.read() as connection:
            known = None if name is None else _named(connection, name)
            role = _role_of(connection, known)
        if role is not None and known is not None and self._has_to_show(known.name, role):
            self._try_pin(known.name, pin)
        self._desk.sit(name, role, None if known is None else known.id)
        return role

    def asks_pin(self, name: str) -> bool:
        """Tell whether somebody has to type a PIN to sit down; who sits here already does not."""
        with self._desk.database.read() as connection:
            role = _role_of(connection, _named(connection, name))
        return role is not None and self._has_to_show(name, role)

    def renewed(self) -> str | None:
        """Return who sits here with less than they may be, for want of a PIN; none for nobody."""
        with self._desk.database.read() as connection:
            self._desk.renew_seat(connection)
        name = self._desk.person
        return name if name is not None and self.asks_pin(name) else None

    def _has_to_show(self, name: str, role: Role) -> bool:
        return role.needs_pin and (self._desk.person, self._desk.role) != (name, role)

    def _try_pin(self, name: str, pin: str) -> None:
        """Hold a PIN against the one that is kept; a wrong try is kept before it is refused."""
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.write() as connection:
            known = _named(connection, name)
            assert known is not None
            tries = Tries(known.wrong_tries, known.locked_until, self._desk.book.desk)
            is_right = not tries.is_locked(now) and fits(pin, known.pin_hash or "")
            desk_people.write(connection, known.id, tries.after(now, is_right=is_right))
        if tries.is_locked(now):
            minutes = tries.minutes_left(now)
            raise RuleRefusal(
                "ACC-9", f"pin: PIN errado vezes demais; tente de novo em {minutes} min"
            )
        if not is_right:
            raise RuleRefusal("ACC-9", "pin: o PIN não confere")

    def keep(self, number: int | None, name: str, role: Role, pin: str) -> Changes:
        """Name somebody, or change what they are; an empty PIN leaves the one there is.

        The last administrator stays one (as CLI-2 asks of clients), and who needs a PIN gets one.
        """
        self._desk.require(Right.NAME_PEOPLE)
        wanted = name.strip()
        if not wanted or len(wanted) > _LONGEST_NAME:
            raise InvalidInput("ACC-9: escreva o nome da pessoa", field="name")
        if pin and not _PIN.fullmatch(pin):
            raise InvalidInput("ACC-9: o PIN tem de 4 a 12 algarismos", field="pin")
        with self._desk.database.write() as connection:
            people = desk_people.people(connection)
            known = next((p for p in people if p.id == number), None)
            if any(p.name == wanted and p.id != number for p in people):
                raise InvalidInput("ACC-9: já há alguém com este nome", field="name")
            if role.needs_pin and not pin and (known is None or known.pin_hash is None):
                raise InvalidInput("ACC-9: este papel pede um PIN", field="pin")
            _refuse_losing_last_administrator(people, known, role)
            values: dict[str, object] = {"name": wanted, "role": role.value}
            if pin:
                values |= {"pin_hash": hashed(pin), "wrong_tries": 0, "locked_until": None}
            desk_people.write(connection, number, values)
            change_log.record(connection, PEOPLE_CHANGED, to_epoch(self._desk.clock.now()))
            self._desk.renew_seat(connection)
        return PEOPLE_CHANGED


def _role_of(connection: Connection, known: DeskPerson | None) -> Role | None:
    """Return what somebody is; none where nobody administers the desk yet."""
    if not desk_people.has_administrator(connection):
        return None
    return Role.ANALYST if known is None else known.role


def _named(connection: Connection, name: str) -> DeskPerson | None:
    return next((p for p in desk_people.people(connection) if p.name == name), None)


def _colleague(known: DeskPerson) -> Colleague:
    return Colleague(known.id, known.name, known.role, known.pin_hash is not None)


def _refuse_losing_last_administrator(
    people: list[DeskPerson], known: DeskPerson | None, role: Role
) -> None:
    if known is None or known.role is not Role.ADMINISTRATOR or role is Role.ADMINISTRATOR:
        return
    if sum(person.role is Role.ADMINISTRATOR for person in people) == 1:
        raise RuleRefusal(
            "ACC-9", f"{known.name} é a única pessoa que administra a mesa; nomeie outra antes"
        )
