"""The timer: started by a person, kept alive, stopped into an entry; it never invents (CON-4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.changes import NO_CHANGES, Changes
from app.domain.clock import to_epoch
from app.domain.consulting import consulting_of, refuse_minutes
from app.domain.errors import RuleRefusal
from app.domain.queue_view import Reference
from app.domain.ticket_replay import replay
from app.domain.time_entries import EntryOrigin, Span, TimeEntry, TimeKind, gaps_between, wall
from app.domain.timer import RunningTimer, Silence
from app.services.desk import Desk
from app.services.time_entries import TIME_CHANGED
from app.services.time_fields import read_description, read_nature, read_ticket
from app.services.time_keeping import history_to_write, keep_entry
from app.storage import change_log, names, tickets, time_entries, timers
from app.storage.database import Connection
from app.storage.time_entries import NewEntry


@dataclass(frozen=True, slots=True)
class TimerState:
    """What runs for who sits here; ``question`` is set while nobody knows whether they were there.

    ``entry`` is what was kept by the act that led here.
    """

    timer: RunningTimer | None
    question: Span | None = None
    entry: TimeEntry | None = None
    changes: Changes = NO_CHANGES


class TimerService:
    """Runs one timer for whoever sits here, in the database from the first second.

    Windows of the same person show and stop the same one. Only a person starts it.
    """

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def state(self) -> TimerState:
        """Return what runs now; nothing is changed."""
        with self._desk.database.read() as connection:
            who = self._known(connection)
            timer = None if who is None else timers.timer_of(connection, who.id)
            return self._asked(connection, timer)

    def start(self, typed: Mapping[str, str]) -> TimerState:
        """Start a timer on a ticket; the one that runs stops first and is kept (pitfall E10).

        ``ticket activity kind description``. Refused with its rule where minutes are not allowed,
        and while the running one waits for an answer.
        """
        number, nature = read_ticket(typed), read_nature(typed)
        with self._desk.database.write() as connection:
            who = self._somebody(connection)
            running = timers.timer_of(connection, who.id)
            now = self._now
            if running is not None and self._asked(connection, running).question is not None:
                raise RuleRefusal(
                    "CON-4",
                    f"o cronômetro do chamado {running.ticket:08d} ficou sem sinal desde "
                    f"{wall(running.seen_at)}; diga antes o que vale desse tempo",
                )
            known = history_to_write(connection, number)
            if not replay(known).is_open:
                raise RuleRefusal("CON-4", "o chamado está encerrado; aponte em outro chamado")
            if nature[1] is TimeKind.CLIENT:
                refuse_minutes(consulting_of(known), now)
            entry = None if running is None else self._keep(connection, running, running.lived(now))
            begun = RunningTimer(who, number, *nature, read_description(typed), now, now)
            timers.start(connection, begun)
            return self._told(connection, begun, entry)

    def heartbeat(self) -> TimerState:
        """Give a sign of life; after a silence it changes nothing and asks instead.

        On a ticket that was closed meanwhile the timer stops by itself at the closing.
        """
        with self._desk.database.read() as connection:
            who = self._known(connection)
            timer = None if who is None else timers.timer_of(connection, who.id)
            asked = self._asked(connection, timer)
            closed = None if timer is None else tickets.closed_at(connection, timer.ticket)
        if timer is None or asked.question is not None:
            return asked
        if closed is not None:
            return self.stop()
        with self._desk.database.write() as connection:
            timers.touch(connection, timer.person.id, self._now)
        return TimerState(replace(timer, seen_at=max(timer.seen_at, self._now)))

    def stop(self, description: str | None = None) -> TimerState:
        """Stop the running timer; its time is kept. After a silence ``answer`` is asked for."""
        with self._desk.database.write() as connection:
            timer = self._running(connection)
            if self._asked(connection, timer).question is not None:
                raise RuleRefusal(
                    "CON-4",
                    f"o cronômetro ficou sem sinal desde {wall(timer.seen_at)}; "
                    "diga antes o que vale desse tempo",
                )
            if description is not None:
                timer = replace(timer, description=read_description({"description": description}))
            return self._told(
                connection, None, self._keep(connection, timer, timer.lived(self._now))
            )

    def answer(self, silence: Silence, since: int | None = None) -> TimerState:
        """Say what a silence was: work (keep), none (cut), or none and work goes on now (split).

        ``since`` is when it began where the window knows better, as when nobody typed for a while;
        else it is the last sign of life.
        """
        with self._desk.database.write() as connection:
            timer = self._running(connection)
            now = self._now
            if silence is Silence.KEEP:
                timers.touch(connection, timer.person.id, now)
                kept = replace(timer, seen_at=max(timer.seen_at, now))
                return self._told(connection, kept, None)
            began = timer.seen_at if since is None else min(since, timer.seen_at)
            entry = self._keep(connection, timer, max(began, timer.started_at))
            if silence is Silence.CUT or tickets.closed_at(connection, timer.ticket) is not None:
                return self._told(connection, None, entry)
            again = replace(timer, started_at=now, seen_at=now)
            timers.start(connection, again)
            return self._told(connection, again, entry)

    def describe(self, description: str) -> None:
        """Write down what is being done, while it runs."""
        text = read_description({"description": description})
        with self._desk.database.write() as connection:
            timers.describe(connection, self._running(connection).person.id, text)

    def _keep(self, connection: Connection, timer: RunningTimer, end: int) -> TimeEntry | None:
        """Turn a timer into an entry that ends at an instant, or at its ticket's closing.

        Time that is kept already is left out: no minute is kept twice, and none is lost.
        """
        closed = tickets.closed_at(connection, timer.ticket)
        span = timer.until(end if closed is None else min(end, closed))
        time_entries.lock_person(connection, timer.person.id)
        others = time_entries.of_person(connection, timer.person.id, span)
        timers.end(connection, timer.person.id)
        kept: TimeEntry | None = None
        for piece in gaps_between(others, span):
            nature = (timer.activity, timer.kind)
            new = NewEntry(timer.ticket, timer.person.id, *nature, piece, EntryOrigin.TIMER)
            number = keep_entry(connection, self._desk, new, timer.description)
            kept = time_entries.entry_of(connection, number)
        return kept

    def _asked(self, connection: Connection, timer: RunningTimer | None) -> TimerState:
        if timer is None or not timer.is_silent(self._now):
            return TimerState(timer)
        closed = tickets.closed_at(connection, timer.ticket)
        proposal = timer.proposal()
        end = proposal.end if closed is None else max(min(proposal.end, closed), proposal.start)
        return TimerState(timer, Span(proposal.start, end))

    def _running(self, connection: Connection) -> RunningTimer:
        timer = timers.timer_of(connection, self._somebody(connection).id)
        if timer is None:
            raise RuleRefusal("CON-4", "não há cronômetro correndo")
        return timer

    def _told(
        self, connection: Connection, timer: RunningTimer | None, entry: TimeEntry | None
    ) -> TimerState:
        change_log.record(connection, TIME_CHANGED, self._now)
        return TimerState(timer, None, entry, TIME_CHANGED)

    @property
    def _now(self) -> int:
        return to_epoch(self._desk.clock.now())

    def _known(self, connection: Connection) -> Reference | None:
        name = self._desk.person
        return next((p for p in names.people(connection) if p.name == name), None)

    def _somebody(self, connection: Connection) -> Reference:
        number = names.number_of_person(connection, self._desk.person)
        if number is None:
            raise RuleRefusal("CON-4", "o cronômetro é de alguém; escolha quem está à mesa")
        time_entries.lock_person(connection, number)
        return Reference(number, self._desk.person or "")
