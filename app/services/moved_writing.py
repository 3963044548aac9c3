"""Writing what a saved calendar moves: an event in each history, the deadline in each row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.automatic_steps import next_warning
from app.domain.projection import project
from app.domain.ticket_events import EDITION, Channel, Event, EventKind
from app.domain.ticket_replay import replay
from app.domain.ticket_sla import sla_of
from app.domain.urgency import QueueGroup
from app.services.deadline_moves import DeadlineMoves, MovedDeadline, Report
from app.services.sla_book import SlaBook
from app.storage import events, open_clocks, tickets
from app.storage.database import Connection
from app.storage.events import Appended, Head
from app.storage.open_clocks import ClockMoved

_AT_ONCE = 1_000
KEPT = "C12: o dia já passou; o prazo combinado foi mantido"


@dataclass(frozen=True, slots=True)
class Saved:
    """A revision that was just saved: its number, and the edition that it ended."""

    calendar: str
    number: int
    edition_before: int
    edition_after: int
    at: int
    actor: int | None
    desk: str
    returns_time: bool = True
    """Whether open tickets get the time of days gone by back; else what was shown stays (C12)."""


def write_moves(
    connection: Connection, book: SlaBook, saved: Saved, moves: DeadlineMoves, report: Report
) -> None:
    """Give every ticket computed anew its event and its new deadline (SLA-2, SLA-11).

    Where only what is still to come was changed, the row tells all that the new one needs. The
    others are read whole, and those beneath are written only if anything of them changed.
    """
    writer = _Writer(book, saved, moves.first_change or saved.at)
    fast = [m for m in moves.computed if writer.is_told_by_its_row(m)]
    told = {moved.number for moved in fast}
    whole = [m for m in moves.computed if m.number not in told]
    total, done = len(moves.computed) + len(moves.beneath), 0
    for start in range(0, len(fast), _AT_ONCE):
        report(done, total)
        chosen = fast[start : start + _AT_ONCE]
        writer.write_rows(connection, chosen)
        done += len(chosen)
    numbers = [*(m.number for m in whole), *moves.beneath]
    shown = {moved.number: moved for moved in whole}
    for start in range(0, len(numbers), _AT_ONCE):
        report(done, total)
        chosen_numbers = numbers[start : start + _AT_ONCE]
        writer.write_whole(connection, chosen_numbers, shown)
        done += len(chosen_numbers)
    report(total, total)


class _Writer:
    """Writes moved tickets of one saved revision."""

    def __init__(self, book: SlaBook, saved: Saved, first_change: int) -> None:
        self._book = book
        self._saved = saved
        self._is_ahead = first_change > saved.at

    def is_told_by_its_row(self, moved: MovedDeadline) -> bool:
        """Tell whether nothing of the history is needed: no warning is open, and none was moved.

        Levels are shares of the budget: where that changed, some may have passed already.
        """
        clock, after = moved.clock, moved.after
        keeps_levels = after.due is not None and after.budget == clock.budget_seconds
        waits = clock.group is QueueGroup.AWAITING_ACCEPTANCE and after.budget is not None
        has_told = clock.next_step_at is None or clock.next_step_at > self._saved.at
        is_told_once = not self._book.automatic.repeat_minutes
        is_simple = (
            self._saved.returns_time
            and self._is_ahead
            and has_told
            and moved.deadline is not None
            and is_told_once
        )
        return is_simple and (waits or (clock.group is QueueGroup.RUNNING and keeps_levels))

    def write_rows(self, connection: Connection, chosen: Sequence[MovedDeadline]) -> None:
        sealed = [
            events.sealed(Appended(m.number, m.clock.head, (self._event(m.clock.head),)))
            for m in chosen
        ]
        events.append(connection, sealed)
        rows = [self._row(m, chain.head) for m, chain in zip(chosen, sealed, strict=True)]
        open_clocks.move_clocks(connection, rows)

    def write_whole(
        self, connection: Connection, numbers: Sequence[int], shown: dict[int, MovedDeadline]
    ) -> None:
        known = events.histories_of(connection, numbers)
        standings = tickets.standings_of(connection, numbers)
        changed, sealed = [], []
        for number, acts in known.items():
            head = standings[number].head
            moved = shown.get(number)
            added = () if moved is None else self._events(moved, head)
            sla = sla_of(replay([*acts, *added]), self._book.rules, self._book.calendar_of)
            chain = events.sealed(Appended(number, head, added))
            changed.append((number, project(sla, self._book.automatic), chain.head))
            if added:
                sealed.append(chain)
        events.append(connection, sealed)
        tickets.rewrite_rows(connection, changed)

    def _events(self, moved: MovedDeadline, head: Head) -> tuple[Event, ...]:
        """Return the change of calendar, and where time is not given back the due instant kept."""
        changed, due = self._event(head), moved.before.due
        is_seen = moved.is_shown and due is not None and not moved.clock.is_agreed
        if self._saved.returns_time or not is_seen:
            return (changed,)
        kept = {EDITION: self._saved.edition_after, "due": due, "reason": KEPT}
        kind = EventKind.DUE_AGREED
        return changed, replace(changed, seq=changed.seq + 1, kind=kind, payload=kept)

    def _event(self, head: Head) -> Event:
        saved = self._saved
        payload = {
            EDITION: saved.edition_before,
            "calendar": saved.calendar,
            "revision": saved.number,
        }
        kind = EventKind.CALENDAR_CHANGED
        return Event(
            head.seq + 1, kind, saved.at, saved.at, saved.actor, saved.desk, Channel.DESK, payload
        )

    def _row(self, moved: MovedDeadline, head: Head) -> ClockMoved:
        clock, after = moved.clock, moved.after
        assert after.budget is not None
        queue_at, next_step = clock.queue_at, clock.next_step_at
        if clock.group is QueueGroup.RUNNING:
            assert after.due is not None
            queue_at = after.due
            assert moved.deadline is not None
            levels = self._book.automatic.levels
            next_step = next_warning(moved.deadline, self._saved.at, levels)
        return ClockMoved(
            clock.number,
            after.due,
            after.budget,
            after.remaining,
            queue_at,
            next_step,
            self._saved.at,
            head,
        )
