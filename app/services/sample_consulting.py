"""The demo's consulting: rates, letters that wait, and minutes of several kinds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from app.domain.clock import FixedClock, from_epoch, local_date, to_brasilia, to_epoch
from app.domain.errors import BancadaError
from app.domain.money import MinuteRate
from app.domain.queue_view import QueueFilter
from app.domain.time_entries import Activity, TimeKind
from app.services.time_entries import CONSULTING_TEAM
from app.services.workspace import Workspace
from app.storage import people, rates, registry
from app.storage.rates import AdjustmentTerms, KeptRate

_RATES = (MinuteRate(33_500), MinuteRate(35_000), MinuteRate(41_200))
_CONSULTANTS = ("Marina Maré", "Dora Duna")
_HOUR = 3600
_WORK = (
    (Activity.ANALYSIS, 52 * 60 + 20, "Rastreio da rotina com o log ligado"),
    (Activity.REMOTE, 95 * 60, "Acesso remoto com o analista do cliente"),
    (Activity.REPORT, 31 * 60 + 5, "Relatório com o que foi conferido"),
)


def fill_consulting(workspace: Workspace) -> None:
    """Give every client a rate, and the open tickets of Consultoria a consulting each."""
    desk = workspace.desk
    today = local_date(desk.clock.now())
    _give_rates(workspace, today)
    asked = QueueFilter(teams=(CONSULTING_TEAM,))
    numbers = sorted(workspace.queue.numbers(asked))
    seat = desk.person
    for place, number in enumerate(numbers):
        with _as_of(workspace, _CONSULTANTS[place % 2]) as go_to:
            try:
                _consult(workspace, place, number, go_to)
            except BancadaError:
                continue  # a ticket whose life leaves no room for it stays as it is
    desk.person = seat


def _give_rates(workspace: Workspace, today: date) -> None:
    """Agree a rate with every client, some time ago."""
    desk = workspace.desk
    first = date(today.year - 1, today.month, 1)
    now = to_epoch(desk.clock.now())
    with desk.database.write() as connection:
        for place, client in enumerate(registry.clients(connection)):
            kept = KeptRate(first, _RATES[place % len(_RATES)], "Gil Garoa", now, "contrato")
            rates.add_rate(connection, client.id, kept)
            rates.keep_terms(connection, client.id, AdjustmentTerms(first))


class _Clock:
    """Moves the desk to an instant of the past, never past its present."""

    def __init__(self, workspace: Workspace, latest: int) -> None:
        self._desk = workspace.desk
        self._latest = latest

    def __call__(self, instant: int) -> None:
        if instant > self._latest:
            raise _TooLate
        self._desk.clock = FixedClock(from_epoch(instant))


class _TooLate(BancadaError):
    """The demo's day is not that far yet."""


@contextmanager
def _as_of(workspace: Workspace, person: str) -> Iterator[_Clock]:
    """Let a consultant sit at the desk, and time be moved, for a while."""
    desk = workspace.desk
    clock = desk.clock
    desk.person = person
    try:
        yield _Clock(workspace, to_epoch(clock.now()))
    finally:
        desk.clock = clock


def _consult(workspace: Workspace, place: int, number: int, go_to: _Clock) -> None:
    view = workspace.tickets.view(number)
    begun = max(view.history.opened_at + 60, view.history.last_event_at + 60)
    is_investigative = place % 3 != 1
    go_to(begun)
    kind = "investigative" if is_investigative else "telephone"
    if not is_investigative and view.history.last_event_at > view.history.opened_at:
        kind, is_investigative = "performance", True
    said = {"act": "consulting", "number": f"{number:08d}", "kind": kind, "scope": "own_base"}
    workspace.acts.perform(said)
    if is_investigative:
        workspace.consulting.issue_letter(number)
        if place % 3 == 2:
            return  # its letter waits to be approved
        _approve(workspace, number, begun + 120, go_to)
    _work(workspace, number, begun + 180, go_to)


def _approve(workspace: Workspace, number: int, instant: int, go_to: _Clock) -> None:
    """Let the first contact of the client that may approve the letter, by phone."""
    go_to(instant)
    with workspace.desk.database.read() as connection:
        client, _contact = people.parties_of(connection, number)
    page = workspace.registry.page(client or 0)
    approver = next(c for c in page.contacts if c.may_approve and c.is_active)
    workspace.acts.perform(
        {
            "act": "approve_letter",
            "number": f"{number:08d}",
            "contact": approver.email,
            "channel": "phone",
            "recording": f"grav-{number:05d}",
        }
    )


def _work(workspace: Workspace, number: int, begun: int, go_to: _Clock) -> None:
    """Log the stretches of a working day, one after the other, within the hours of the team."""
    hours = workspace.desk.book.calendar_of(CONSULTING_TEAM)
    instant = hours.next_counted(begun + _HOUR)
    for place, (activity, seconds, words) in enumerate(_WORK):
        end = instant + seconds
        if hours.seconds_between(instant, end) != seconds:
            instant = hours.next_counted(end)
            end = instant + seconds
        go_to(end)
        start = to_brasilia(from_epoch(instant))
        until = to_brasilia(from_epoch(end))
        kind = TimeKind.INTERNAL if place == 2 and number % 2 else TimeKind.CLIENT
        workspace.time_entries.log(
            {
                "ticket": f"{number:08d}",
                "day": f"{start:%d/%m/%Y}",
                "start": f"{start:%H:%M:%S}",
                "end": f"{until:%H:%M:%S}",
                "activity": activity.value,
                "kind": kind.value,
                "description": words,
            }
        )
        instant = hours.next_counted(end + int(timedelta(minutes=20).total_seconds()))
