"""Editing the calendars of teams: what an edit would move, saving it, taking it back (SLA-11)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.domain.calendar_differences import differences
from app.domain.calendar_plan import CalendarPlan
from app.domain.changes import Changes, Kind
from app.domain.clock import from_epoch, local_date, to_epoch
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.holiday_proposals import ProposalState
from app.domain.roles import Right
from app.services.cycles import without_cycle_search
from app.services.deadline_moves import DeadlineMoves, Report, moves_of
from app.services.desk import Desk
from app.services.moved_writing import Saved, write_moves
from app.storage import calendars, change_log, holiday_proposals, tickets
from app.storage.calendars import KeptRevision
from app.storage.database import Connection
from app.storage.roster import Written

__all__ = ["CalendarEditing", "Kept", "KeptRevision", "Reasons"]
_LONGEST = 200


def unreported(_done: int, _total: int) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a calendar is edited, and from what document; a reason is needed (SLA-11)."""

    reason: str
    source: str = ""

    def checked(self) -> Reasons:
        """Return them without blanks around; ``InvalidInput`` names the field that is wrong."""
        reason, source = self.reason.strip(), self.source.strip()
        if not reason:
            raise InvalidInput("SLA-11: escreva o motivo da mudança", field="reason")
        if len(source) > _LONGEST:
            raise InvalidInput(f"SLA-11: a fonte passa de {_LONGEST} sinais", field="source")
        return Reasons(reason, source)


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved edit: the number of its revision, what it moved, and what screens refresh."""

    number: int
    moves: DeadlineMoves
    changes: Changes


class CalendarEditing:
    """Keeps new revisions of calendars; closed tickets stay as they are (SLA-11)."""

    def __init__(self, desk: Desk) -> None:
        """Stand on a desk."""
        self._desk = desk

    def plan(self, team: str, number: int | None = None) -> CalendarPlan:
        """Return a team's calendar as it is edited: the newest, or an older revision of it."""
        with self._desk.database.read() as connection:
            return calendars.plan_of(connection, team, number)

    def history(self, team: str) -> tuple[KeptRevision, ...]:
        """Return every revision of a team's calendar, the newest first."""
        with self._desk.database.read() as connection:
            return calendars.kept_revisions(connection, team)

    def undone(self, team: str) -> CalendarPlan:
        """Return the newest plan with the last edit taken back, to be looked at and kept."""
        with self._desk.database.read() as connection:
            newest = calendars.plan_of(connection, team)
            if newest.number == 1:
                raise InvalidInput("SLA-11: o calendário ainda é o primeiro; não há o que desfazer")
            before = calendars.plan_of(connection, team, newest.number - 1)
        return before.numbered(newest.number)

    def preview(self, plan: CalendarPlan, report: Report = unreported) -> DeadlineMoves:
        """Work out which deadlines an edited plan would move; nothing is written.

        Raises what ``keep`` refuses; ``report`` may raise to stop.
        """
        now = to_epoch(self._desk.clock.now())
        with self._desk.database.read() as connection:
            self._refuse(connection, plan)
            # Measured apart: what the desk compiles meanwhile is not to be shared by two threads.
            old = self._desk.book.apart()
            new = old.with_calendar(plan.revision(), old.edition + 1)
            return moves_of(connection, plan.key, old, new, now, report)

    def keep(
        self,
        plan: CalendarPlan,
        reasons: Reasons,
        report: Report = unreported,
        *,
        confirms: int | None = None,
        returns_time: bool = True,
    ) -> Kept:
        """Save an edited plan, and compute again every deadline it moves, all or nothing.

        ``plan`` is what was made of the newest revision, with its number; where somebody else
        saved one since, it is refused. ``report`` may raise to stop: then nothing was saved.
        ``confirms`` is the proposed holiday that was put in, if one was (A05). Without
        ``returns_time`` running tickets keep the instant they showed, as one agreed (C12).
        """
        self._desk.require(Right.CHANGE_RULES)
        told, now = reasons.checked(), to_epoch(self._desk.clock.now())
        with without_cycle_search(), self._desk.database.write() as connection:
            edition = calendars.edition_to_edit(connection)
            self._refuse(connection, plan)
            old = self._desk.book_in(connection)
            numbered = plan.numbered(plan.number + 1)
            begun = calendars.add_revision(
                connection,
                numbered,
                holidays=calendars.digest_of(connection, plan.key, plan.number),
                author=self._desk.person or self._desk.name,
                reason=told.reason,
                source=told.source,
                created_at=now,
            )
            new = old.with_calendar(numbered.revision(), begun)
            moves = moves_of(connection, plan.key, old, new, now, report)
            saved = Saved(
                plan.key,
                numbered.number,
                edition,
                begun,
                now,
                self._desk.person_number,
                self._desk.name,
                returns_time,
            )
            write_moves(connection, new, saved, moves, report)
            if confirms is not None:
                written = Written(self._desk.person or self._desk.name, now)
                holiday_proposals.decide(connection, confirms, ProposalState.CONFIRMED, written)
            touched = frozenset([*(moved.number for moved in moves.computed), *moves.beneath])
            kinds = {Kind.CALENDAR, Kind.TICKET} if touched else {Kind.CALENDAR}
            changes = Changes(frozenset(kinds), touched)
            change_log.record(connection, changes, now)
        self._desk.read_book()
        return Kept(numbered.number, moves, changes)

    def _refuse(self, connection: Connection, plan: CalendarPlan) -> None:
        known = calendars.plan_of(connection, plan.key)
        if known.number != plan.number:
            raise RuleRefusal(
                "SLA-11",
                "outra pessoa mudou este calendário enquanto você o editava; "
                "abra-o de novo e repita a mudança",
            )
        if not differences(known, plan):
            raise InvalidInput("SLA-11: nada foi mudado")
        plan.revision()
        self._refuse_before_closed(connection, known, plan)

    def _refuse_before_closed(
        self, connection: Connection, known: CalendarPlan, plan: CalendarPlan
    ) -> None:
        """Refuse a version that begins, ends or changes on days closed tickets were counted by."""
        moved = {*known.versions} ^ {*plan.versions}
        if not moved:
            return
        first = min(version.first_valid for version in moved)
        closed_at = tickets.last_closed(connection, plan.key)
        last = None if closed_at is None else local_date(from_epoch(closed_at))
        if last is not None and first <= last:
            raise InvalidInput(
                f"SLA-11: há chamados encerrados até {last:%d/%m/%Y} contados pelo calendário "
                f"de então; escolha um dia a partir de {last + timedelta(days=1):%d/%m/%Y}",
                field="first_valid",
            )
