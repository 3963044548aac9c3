"""The demo's calendar: a roster with a swap, an absence and a hole, and items of Oferta P."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.domain.changes import Changes
from app.domain.clock import local_date
from app.domain.oferta_p import ItemKind, ReleaseKind
from app.services.desk import Desk
from app.services.oferta_p import OFERTA_CHANGED, OfertaService
from app.services.roster import ROSTER_CHANGED, RosterService

_TURNS = {
    "suporte-tecnico": ("Ana Alvorada", "Beto Brisa", "Caio Cordilheira", "Dora Duna"),
    "vitrine": ("Gil Garoa", "Helena Horizonte"),
    "first": ("Leo Lagoa",),
    "prime": ("Fábio Farol",),
}
_AWAY = "Dora Duna"
_SWAP = "Combinado por telefone: consulta médica"
_WEEKS_AHEAD = timedelta(weeks=6)
_A_DAY = timedelta(days=1)


def fill_calendar(desk: Desk, clients: Sequence[str]) -> Changes:
    """Put the people of the demo on duty around today, and owe some clients something."""
    roster = RosterService(desk)
    numbers = {person.name: person.id for person in roster.people()}
    today = local_date(desk.clock.now())
    first, last = today.replace(day=1) - timedelta(days=7), today + _WEEKS_AHEAD
    monday = today - timedelta(days=today.weekday())
    roster.add_absence(numbers[_AWAY], monday + 15 * _A_DAY, monday + 18 * _A_DAY, "Férias")
    for team, people in _TURNS.items():
        roster.rotate(team, [numbers[name] for name in people], first, last)
    _leave_a_hole_and_swap(roster, monday)
    _owe(OfertaService(desk), clients, today)
    return ROSTER_CHANGED | OFERTA_CHANGED


def _leave_a_hole_and_swap(roster: RosterService, monday: date) -> None:
    team = next(iter(_TURNS))
    span = roster.span(team, monday, monday + timedelta(days=11))
    held = [post for post in span.posts if post.on_duty]
    roster.clear([held[4].on_duty[0].id])
    this_week = [post for post in held if post.day < monday + timedelta(days=7)]
    mine = this_week[0].on_duty[0]
    others = (duty for post in reversed(held) for duty in post.on_duty)
    theirs = next(duty for duty in others if duty.person != mine.person)
    roster.swap(mine.id, theirs.id, _SWAP)


def _owe(oferta: OfertaService, clients: Sequence[str], today: date) -> None:
    day = f"{today:%d/%m/%Y}"
    released = {"title": "12.1.2611", "release": ReleaseKind.SERIOUS.value}
    oferta.add(ItemKind.UPDATE, {**released, "day": day, "time": "10:00"})
    signed = today - timedelta(days=13)
    environment = {"client": clients[0], "day": f"{signed:%d/%m/%Y}"}
    oferta.add(ItemKind.ENVIRONMENT, environment)
    oferta.add(ItemKind.BACKUP, {"client": clients[1], "day": day, "time": "08:30"})
